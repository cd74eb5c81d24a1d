"""`footnote ask`: one question, one reply, its exit code."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from bot.cli import DONE, NO_ANSWER, main
from tests.cli.conftest import KEYS, footnote


@pytest.mark.parametrize(
    ("question", "outcome", "code"),
    [
        ("How old was the crane?", "answer", DONE),
        ("How much did the crane cost?", "unknown", NO_ANSWER),
        ("What is the capital of Peru?", "unknown", NO_ANSWER),
        ("hello", "chat", DONE),
        ("", "unknown", NO_ANSWER),
        ("???", "unknown", NO_ANSWER),
        ("x" * 4000, "unknown", NO_ANSWER),
        ("\x00\u200b\u202e", "unknown", NO_ANSWER),
        ("\udcff", "unknown", NO_ANSWER),
        ("👍", "unknown", NO_ANSWER),
    ],
)
def test_one_question_gives_one_object_and_its_exit_code(
    capsys: pytest.CaptureFixture[str], question: str, outcome: str, code: int
) -> None:
    assert main(["ask", "--json", "--", question]) == code
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    reply = json.loads(out)
    assert set(reply) >= KEYS
    assert reply["outcome"] == outcome
    assert (reply["reason"] is not None) == (outcome == "unknown")


def test_an_answer_holds_what_other_programs_need(capsys: pytest.CaptureFixture[str]) -> None:
    main(["ask", "--json", "How old was the crane?"])
    reply = json.loads(capsys.readouterr().out)
    assert reply["text"] == "The crane of Marrow Harbour stood for 81 years."
    assert reply["footnote"] == "The Quay Courier, 14 March 2019, paragraph 1"
    (entry,) = reply["entries"]
    assert {key: entry[key] for key in ("id", "kind", "story")} == {
        "id": "crane-age",
        "kind": "fact",
        "story": "harbour",
    }
    assert 0 < entry["score"] <= 1
    assert isinstance(reply["elapsed_us"], int)


@pytest.mark.parametrize("words", [["How old was the crane?"], ["how", "old", "was", "the", "crane"]])
def test_quotation_marks_around_a_question_are_optional(
    capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert main(["ask", *words]) == DONE
    assert capsys.readouterr().out.splitlines() == [
        "The crane of Marrow Harbour stood for 81 years.¹",
        "¹ The Quay Courier, 14 March 2019, paragraph 1",
    ]


def test_a_miss_says_what_can_be_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "What is the capital of Peru?"]) == NO_ANSWER
    assert "  1  How old was the crane?" in capsys.readouterr().out


def test_a_question_of_any_bytes_is_survived() -> None:
    run = footnote("ask", "--json", b"\xff\xfe crane")
    assert run.returncode in {DONE, NO_ANSWER}
    assert set(json.loads(run.stdout)) >= KEYS
    assert not run.stderr


def test_output_is_utf_8_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}.items():
        monkeypatch.setenv(name, value)
    run = footnote("ask", "--json", "What did Tomas say about counting?")
    assert "“I learned to count by the crane’s swings”".encode() in run.stdout


@pytest.mark.parametrize("module", ["discord", "aiohttp", "prompt_toolkit", "rich.progress", "structlog"])
def test_a_question_does_not_wait_for_what_it_does_not_need(module: str) -> None:
    code = f"import sys; from bot.cli import main; main(['ask', 'hi']); sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0  # noqa: S603


@pytest.mark.parametrize("module", ["fluent.runtime", "babel"])
def test_what_the_story_itself_tells_does_not_wait_for_words_of_ours(module: str) -> None:
    told = "What did Tomas say about counting?"
    code = (
        f"import sys; from bot.cli import main; main(['ask', {told!r}]); sys.exit({module!r} in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0  # noqa: S603
