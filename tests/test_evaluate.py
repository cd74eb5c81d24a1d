"""Counting answers: each verdict where it belongs, and bad question files told with file and line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.curating import judged_line, results_json, results_table, speaker, times_line
from knowledge import Library, load_library
from knowledge.evaluate import (
    READ,
    Item,
    Judged,
    QuestionsError,
    Spoken,
    Verdict,
    evaluate,
    judge,
    load_items,
    tabulate,
)
from knowledge.exchange import exchange

HARBOUR = Path(__file__).parent / "stories" / "harbour.toml"
SCORER = Path(__file__).parent.parent.parent / "shared" / "questions" / "score.py"

QUESTIONS: list[dict[str, Any]] = [
    {
        "id": "h-1",
        "kind": "direct",
        "q": "How old was the crane?",
        "answerable": True,
        "must": [["\\b81\\b"]],
    },
    {"id": "h-2", "kind": "direct", "q": "Who worked the crane?", "answerable": True, "must": [["Okoro"]]},
    {"id": "h-3", "kind": "unanswerable", "q": "How much did the crane cost?", "answerable": False},
    {"id": "h-4", "kind": "offtopic", "q": "What is the capital of Peru?", "answerable": False, "must": None},
    {
        "id": "h-5",
        "kind": "unanswerable",
        "q": "What comes in place of the crane?",
        "answerable": False,
        "why": "-",
    },
    {
        "kind": "followup",
        "q": "what was his job",
        "context": ["Who worked the crane?"],
        "answerable": True,
        "must": [["crane"], ["31"]],
    },
]


@pytest.fixture(scope="module")
def harbour() -> Library:
    return load_library([HARBOUR])


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "questions.jsonl"
    path.write_text("\n\n".join(map(json.dumps, QUESTIONS)) + "\n", "utf-8")
    return path


def item(kind: str = "direct", *, answerable: bool = True, **more: Any) -> Item:
    must = [["81", "eighty-one"], ["year"]] if answerable else []
    return Item.model_validate({"q": "?", "kind": kind, "answerable": answerable, "must": must} | more)


@pytest.mark.parametrize(
    ("asked", "spoken", "verdict"),
    [
        (item(), Spoken("answer", "It stood for 81 years."), "right"),
        (item(), Spoken("answer", "EIGHTY-ONE\nYEARS"), "right"),
        (item(), Spoken("answer", "It stood for 81."), "wrong"),
        (item(must_not=["crate"]), Spoken("answer", "81 years, and no crate"), "wrong"),
        (item(), Spoken("answer", "x" * READ + " 81 years"), "wrong"),
        (item(), Spoken("suggest", "Did you mean", ("A pond", "81 years")), "near"),
        (item(), Spoken("suggest", "81 years", ("A pond",)), "missed"),
        (item(), Spoken("unknown", "81 years", ("81 years",)), "missed"),
        (item(), Spoken("chat", "Hello"), "missed"),
        (item(answerable=False), Spoken("unknown", ""), "honest"),
        (item(answerable=False), Spoken("suggest", "", ("x",)), "honest"),
        (item(answerable=False), Spoken("chat", "Hello"), "honest"),
        (item(answerable=False), Spoken("answer", "81 years"), "wrong"),
        (item("false_premise"), Spoken("answer", "81 years"), "right"),
        (item("false_premise"), Spoken("answer", "no"), "wrong"),
        (item("false_premise"), Spoken("unknown", ""), "honest"),
        (item("false_premise"), Spoken("suggest", "", ("81 years",)), "honest"),
    ],
)
def test_a_verdict(asked: Item, spoken: Spoken, verdict: Verdict) -> None:
    assert judge(asked, spoken) == verdict


def test_questions_are_asked_as_a_reader_asks_them(harbour: Library, questions: Path) -> None:
    judged = list(evaluate(load_items(questions), harbour, speaker(harbour)))
    assert [one.verdict for one in judged] == ["right", "wrong", "honest", "honest", "wrong", "right"]
    assert all(0 <= one.elapsed_us < 10**6 for one in judged)


def test_the_messages_before_a_question_are_asked_first(harbour: Library) -> None:
    alone = exchange(harbour, "what was his job").reply
    after = exchange(harbour, "what was his job", ["Who worked the crane?"]).reply
    assert alone != after


def test_the_table_has_a_row_a_kind_and_then_the_sums(harbour: Library, questions: Path) -> None:
    results = tabulate(evaluate(load_items(questions), harbour, speaker(harbour)))
    rows = {kind: (row.n, dict(row.counts)) for kind, row in results.rows.items()}
    assert list(rows) == [
        "direct",
        "followup",
        "offtopic",
        "unanswerable",
        "= all",
        "= answerable",
        "= not answerable",
    ]
    assert rows["= all"] == (6, {"right": 2, "wrong": 2, "honest": 2})
    assert rows["= answerable"] == (3, {"right": 2, "wrong": 1})
    assert results.rows["= all"].good == pytest.approx(4 / 6)
    assert results.rows["unanswerable"].share("wrong") == 0.5


def judged(elapsed_us: int, verdict: Verdict = "right") -> Judged:
    return Judged(item(), Spoken("answer", ""), elapsed_us, verdict)


@pytest.mark.parametrize(
    ("times", "median", "p99"),
    [([5], 5, 5), ([1, 2, 30], 2, 30), (list(range(1, 201)), 100.5, 199)],
)
def test_times_are_told_by_their_middle_and_their_slow_end(
    times: list[int], median: float, p99: float
) -> None:
    results = tabulate(map(judged, times))
    assert (results.median_us, results.p99_us) == (median, p99)


def test_nothing_judged_gives_no_table() -> None:
    with pytest.raises(ValueError, match="nothing was judged"):
        tabulate([])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("not json", "no JSON object"),
        ("[" * 100_000, "no JSON object"),
        ("[1]", "valid dictionary"),
        ("{}", "q: Field required"),
        ('{"q": 1, "kind": "a", "answerable": false}', "q: Input should be a valid string"),
        ('{"q": "a", "kind": "", "answerable": false}', "kind: "),
        ('{"q": "a", "kind": "a", "answerable": "no"}', "answerable: "),
        ('{"q": "a", "kind": "a", "answerable": false, "context": "x"}', "context: "),
        ('{"q": "a", "kind": "a", "answerable": true}', "an answerable question needs `must`"),
        ('{"q": "a", "kind": "a", "answerable": true, "must": ["x"]}', "must.0: "),
        ('{"q": "a", "kind": "a", "answerable": true, "must": [["("]]}', "is no regular expression"),
        ('{"q": "a", "kind": "a", "answerable": true, "must": [[]]}', "must.0: "),
    ],
)
def test_a_bad_line_is_told_with_its_file_and_number(tmp_path: Path, line: str, words: str) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(f"{json.dumps(QUESTIONS[0])}\n\n{line}\n", "utf-8")
    with pytest.raises(QuestionsError, match=re.escape(f"{path}, line 3")) as raised:
        load_items(path)
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "holds no question"), (b"\n \n", "holds no question"), (b"\xff\xfe", "line 1 is not UTF-8 text")],
)
def test_a_file_without_questions_is_told(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_bytes(data)
    with pytest.raises(QuestionsError, match=words):
        load_items(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(QuestionsError, match="cannot be read"):
        load_items(tmp_path / "none.jsonl")


def test_a_byte_order_mark_is_passed_over_and_a_line_is_an_id(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text("\ufeff" + json.dumps(QUESTIONS[5]), "utf-8")
    assert [asked.id for asked in load_items(path)] == ["line 1"]


def test_the_figures_are_shown_to_people_and_to_programs(harbour: Library, questions: Path) -> None:
    all_judged = list(evaluate(load_items(questions), harbour, speaker(harbour)))
    results = tabulate(all_judged)
    assert results_table(results).row_count == 7
    assert "median" in times_line(results)
    figures = results_json(results)
    assert figures["kinds"]["= all"] == {
        "n": 6,
        "right": 2,
        "honest": 2,
        "near": 0,
        "missed": 0,
        "wrong": 2,
        "good_share": pytest.approx(4 / 6),
        "wrong_share": pytest.approx(2 / 6),
    }
    assert judged_line(all_judged[1]).startswith("wrong  h-2 [direct] 'Who worked the crane?' -> answer: ")


@pytest.mark.skipif(not SCORER.exists(), reason="the scorer beside the project is not here")
def test_it_counts_as_the_scorer_beside_the_project_does(
    harbour: Library, questions: Path, tmp_path: Path
) -> None:
    all_judged = list(evaluate(load_items(questions), harbour, speaker(harbour)))
    replies = tmp_path / "replies.jsonl"
    told = (
        {
            "outcome": one.spoken.outcome,
            "text": one.spoken.text,
            "suggestions": [{"text": text} for text in one.spoken.suggestions],
        }
        for one in all_judged
    )
    replies.write_text("".join(json.dumps(reply) + "\n" for reply in told), "utf-8")
    run = subprocess.run(  # noqa: S603 (our own scorer on our own files)
        [sys.executable, SCORER, questions, replies, "--json"], capture_output=True, text=True, check=True
    )
    theirs = json.loads(run.stdout.splitlines()[-1])
    ours = results_json(tabulate(all_judged))["kinds"]
    assert {kind: (row["n"], row["good"], row["wrong"]) for kind, row in theirs.items()} == {
        kind: (row["n"], row["good_share"], row["wrong_share"]) for kind, row in ours.items()
    }
