"""`footnote ask --batch`: every line is answered, whatever stands on the others."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.cli import DONE, WRONG_USAGE, main
from tests.cli.conftest import KEYS, one_sentence


def batch(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], data: bytes
) -> list[dict[str, Any]]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert main(["ask", "--json", "--batch"]) == DONE
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_batch_gives_one_object_a_line_in_order(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, third = (
        b'{"q": "How old was the crane?"}',
        b'{"q": "hello", "context": []}',
        b'{"q": "Who worked the crane?"}',
    )
    data = b"\xef\xbb\xbf" + first + b"\r\n\n  \n" + second + b"\n" + third
    replies = batch(monkeypatch, capsys, data)
    assert [reply["outcome"] for reply in replies] == ["answer", "chat", "answer"]
    assert all(set(reply) >= KEYS for reply in replies)


def test_the_messages_before_a_question_count(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [{"q": "and when?"}, {"q": "and when?", "context": ["Is the crane gone?"]}]
    alone, after = batch(monkeypatch, capsys, "\n".join(map(json.dumps, asked)).encode())
    assert alone["entries"] != after["entries"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"\xff\xfe", "The line is not UTF-8 text (byte 1)"),
        (b"hello", "The line is no JSON (Expecting value, column 1); write {"),
        (b'{"q": "hel', "The line is no JSON (Unterminated string starting at, column 7); write {"),
        (b"[" * 100_000, "The line holds too many lists or objects within each other; write {"),
        (b"9" * 5000, "The line holds a number of too many digits; write {"),
        (b'{"q": ' + b"9" * 5000 + b"}", "The line holds a number of too many digits; write {"),
        (b'"hello"', "The line is a text, no JSON object; write {"),
        (b"[]", "The line is a list, no JSON object; write {"),
        (b"81", "The line is a number, no JSON object; write {"),
        (b"8.1", "The line is a number, no JSON object; write {"),
        (b"true", "The line is true or false, no JSON object; write {"),
        (b"null", "The line is null, no JSON object; write {"),
        (b"{}", '"q" is missing'),
        (b'{"q": null}', '"q" is no text'),
        (b'{"q": ["a"]}', '"q" is no text'),
        (b'{"q": "a", "context": "b"}', '"context" is no list of texts'),
        (b'{"q": "a", "context": [1]}', '"context" is no list of texts'),
        (b'{"q": "a", "context": null}', '"context" is no list of texts'),
    ],
)
def test_a_bad_line_gives_an_error_and_the_rest_is_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], line: bytes, words: str
) -> None:
    question = b'{"q": "How old was the crane?"}'
    first, error, last = batch(monkeypatch, capsys, b"\n".join([question, line, question]))
    assert first["entries"] == last["entries"] != []
    assert error["line"] == 2
    assert error["error"].startswith(words)


@pytest.mark.parametrize(
    "question", ["", "\u0000", "\ud800", "\u202e\u200b", "🧨" * 2000, "a " * 5000, "@everyone **x**"]
)
def test_no_question_stops_a_batch(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], question: str
) -> None:
    data = json.dumps({"q": question, "context": [question]}).encode()
    (reply,) = batch(monkeypatch, capsys, data)
    assert set(reply) >= KEYS


def test_an_empty_batch_is_done(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert batch(monkeypatch, capsys, b"") == []


def test_each_line_is_answered_before_the_next_is_read() -> None:
    command = [sys.executable, "-m", "bot", "ask", "--json", "--batch"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdin
        assert process.stdout
        for question in ("How old was the crane?", "hello"):
            process.stdin.write(json.dumps({"q": question}).encode() + b"\n")
            process.stdin.flush()
            assert set(json.loads(process.stdout.readline())) >= KEYS
        process.stdin.close()
    assert process.returncode == DONE


@pytest.mark.parametrize("arguments", [["ask", "--json", "--batch"], ["chat"]])
def test_a_broken_pipe_ends_quietly(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "bot", *arguments]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as process:  # type: ignore[call-overload]  # noqa: S603
        process.stdout.close()
        process.stdin.write(b'{"q": "hello"}\n' * 50)
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == DONE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "bot", "ask", "--json", "hello"]
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)  # noqa: S603
    assert "No space left" in one_sentence(run.stderr.decode())
    assert run.returncode == WRONG_USAGE
