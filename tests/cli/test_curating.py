"""`footnote check` and `footnote evaluate`: what is listed, what is counted, and how they end."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from bot.cli import DONE, FAULTS, WRONG_USAGE, main
from tests.cli.conftest import HARBOUR, SOURCE


def test_a_sound_story_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--source", str(SOURCE)]) == DONE
    assert capsys.readouterr().out == f"{HARBOUR}: 6 facts, 3 quotes, 3 silences; 0 faults, 0 warnings.\n"


def test_faults_are_listed_and_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "harbour.toml"
    story.write_text(HARBOUR.read_text("utf-8").replace("stood for 81 years", "stood for 82 years"), "utf-8")
    assert main(["check", str(story), "--source", str(SOURCE)]) == FAULTS
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{story}: entry 'crane-age', field 'text': the number 82 is not in paragraph 1")
    assert last.endswith("1 fault, 0 warnings.")


def test_each_file_is_checked_though_one_cannot_be_loaded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(HARBOUR, tmp_path)
    (tmp_path / "broken.toml").write_text("story = ", "utf-8")
    assert main(["check", str(tmp_path)]) == FAULTS
    out = capsys.readouterr().out
    assert "broken.toml: 1 fault, 0 warnings; it cannot be loaded." in out
    assert "harbour.toml: 6 facts" in out


def test_proofs_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = Path(shutil.copy(HARBOUR, tmp_path))
    text = story.read_text("utf-8")
    story.write_text(re.sub(r"proof = .*\n", "", text), "utf-8")
    assert main(["check", str(story), "--source", str(SOURCE), "--prove"]) == DONE
    assert "proof written for tomas-count, tomas-crate, ruth-pond." in capsys.readouterr().out
    assert story.read_text("utf-8") == text


@pytest.fixture
def questions(tmp_path: Path) -> str:
    """Return a file with a question that is answered rightly and one that is answered and should not be."""
    path = tmp_path / "questions.jsonl"
    path.write_text(
        '{"id": "a", "q": "How old was the crane?", "kind": "direct", "answerable": true, "must": [["81"]]}\n'
        '{"id": "b", "q": "Who worked the crane?", "kind": "unanswerable", "answerable": false}\n',
        "utf-8",
    )
    return str(path)


def test_answers_are_counted_in_a_table(capsys: pytest.CaptureFixture[str], questions: str) -> None:
    assert main(["evaluate", questions]) == DONE
    out, err = capsys.readouterr()
    assert re.search(r"^= all +2 +1 +0 +0 +0 +1 +50\.0 +50\.0 *$", out, re.MULTILINE)
    assert not err


@pytest.mark.parametrize(("shown", "ids"), [("wrong", ["b"]), ("missed", []), ("all", ["a", "b"])])
def test_questions_are_shown_beside_the_table(
    capsys: pytest.CaptureFixture[str], questions: str, shown: str, ids: list[str]
) -> None:
    assert main(["evaluate", questions, "--json", "--show", shown]) == DONE
    out, err = capsys.readouterr()
    assert json.loads(out)["kinds"]["= all"]["wrong"] == 1
    assert [line.split()[1] for line in err.splitlines()] == ids


@pytest.mark.parametrize(
    ("floor", "code"),
    [
        (["--min-good", "50"], DONE),
        (["--min-good", "51"], FAULTS),
        (["--max-wrong", "50"], DONE),
        (["--max-wrong", "49"], FAULTS),
    ],
)
def test_a_floor_can_be_set(questions: str, floor: list[str], code: int) -> None:
    assert main(["evaluate", questions, *floor]) == code


def test_each_phrasing_is_left_out_and_the_weakest_entries_are_listed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["evaluate", "--leave-one-out", "--stories", str(HARBOUR)]) == DONE
    out = capsys.readouterr().out
    assert re.search(r"^weakest entries +phrasings +found %", out)
    assert re.search(r"harbour: \d+ of \d+ phrasings \(\d+\.\d%\) find their entry, left out\.", out)


@pytest.mark.parametrize("given", [[], ["--leave-one-out", "QUESTIONS"]])
def test_either_questions_are_asked_or_phrasings(
    given: list[str], questions: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", *[questions if part == "QUESTIONS" else part for part in given]]) == WRONG_USAGE
    assert "name a file of QUESTIONS.jsonl, or give --leave-one-out and no file" in capsys.readouterr().err
