"""Wrong usage and wrong settings: one sentence with the cure, exit code 2, no traceback."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from bot.cli import DONE, WRONG_USAGE, main
from tests.cli.conftest import HARBOUR, SOURCE, footnote, one_sentence


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ask"], "ask takes a QUESTION, or --batch"),
        (["ask", "--batch", "hello"], "not both"),
        (["ask", "--frob", "hello"], "No such option: --frob"),
        (["frob"], "No such command 'frob'; see footnote --help."),
        (["--stories", str(HARBOUR), "ask", "hello"], "footnote ask --stories PATH"),
        (["ask", "--stories", "nowhere.toml", "hello"], "nowhere.toml"),
        (["chat", "--stories", "nowhere.toml"], "nowhere.toml"),
        (["check", "nowhere.toml"], "nowhere.toml"),
        (["check", "--prove"], "--source TEXT"),
        (["check", "--source", "nowhere.txt"], "nowhere.txt"),
        (["check", str(HARBOUR.parent), "--source", str(SOURCE)], "name its FILE"),
        (["check", "--source", sys.executable], "is not UTF-8 text"),
        (["evaluate"], "QUESTIONS.jsonl"),
        (["evaluate", "nowhere.jsonl"], "nowhere.jsonl"),
        (["evaluate", str(HARBOUR)], "harbour.toml, line 1"),
        (["evaluate", str(HARBOUR), "--show", "some"], "--show"),
        (["evaluate", str(HARBOUR), "--min-good", "101"], "--min-good"),
        (["discord"], "DISCORD_TOKEN is empty: copy .env.example to .env"),
    ],
)
def test_wrong_usage_is_one_sentence_with_the_cure(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert main(arguments) == WRONG_USAGE
    out, err = capsys.readouterr()
    assert words in one_sentence(err)
    assert not out


@pytest.mark.parametrize(
    ("name", "value", "arguments"),
    [
        ("DISCORD_TOKEN", "not-a-token", []),
        ("DISCORD_TOKEN", "not-a-token", ["discord"]),
        ("FOOTNOTE_STORIES", "/nowhere", ["ask", "hello"]),
        ("FOOTNOTE_STORIES", "/nowhere", ["check"]),
        ("FOOTNOTE_LOG_LEVEL", "loud", ["chat"]),
        ("FOOTNOTE_GUILD", "here", []),
    ],
)
def test_a_wrong_setting_is_one_sentence_with_the_cure(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    value: str,
    arguments: list[str],
) -> None:
    monkeypatch.setenv(name, value)
    assert main(arguments) == WRONG_USAGE
    out, err = capsys.readouterr()
    assert name in one_sentence(err)
    assert not out


def test_settings_are_read_from_the_file_in_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("FOOTNOTE_STORIES")
    (tmp_path / ".env").write_text(f"FOOTNOTE_STORIES={HARBOUR}\nDISCORD_TOKEN='broken'\n", "utf-8")
    assert main(["ask", "How old was the crane?"]) == DONE
    assert main([]) == WRONG_USAGE
    assert "DISCORD_TOKEN" in one_sentence(capsys.readouterr().err)


def test_a_story_named_on_the_command_line_wins(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FOOTNOTE_STORIES", "/nowhere")
    assert main(["ask", "How old was the crane?", "--stories", str(HARBOUR)]) == DONE
    assert "81" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["ask", "hello"], ["chat"], ["evaluate"]])
def test_a_broken_story_is_told_line_by_line(tmp_path: Path, command: list[str]) -> None:
    broken, questions = tmp_path / "harbour.toml", tmp_path / "questions.jsonl"
    questions.write_text('{"q": "a", "kind": "b", "answerable": false}', "utf-8")
    broken.write_text(HARBOUR.read_text("utf-8").replace('speaker = "ruth"', 'speaker = "nobody"'), "utf-8")
    arguments = [*command, str(questions)] if command == ["evaluate"] else command
    run = footnote(*arguments, "--stories", str(broken))
    assert run.returncode == WRONG_USAGE
    assert "entry 'ruth-pond', field 'speaker'" in one_sentence(run.stderr.decode())


@pytest.mark.parametrize(
    "arguments", [["--help"], ["ask", "-h"], ["check", "--help"], ["evaluate", "--help"]]
)
def test_there_is_help(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert main(arguments) == DONE
    assert "--stories" in capsys.readouterr().out


def test_it_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == DONE
    assert re.fullmatch(r"footnote (\d+\.\d+\.\d+\S*|\(not installed\))\n", capsys.readouterr().out)
