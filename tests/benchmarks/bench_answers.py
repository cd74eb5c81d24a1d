"""How long an answer and a suggestion take, beside one scan of the story's own phrasings by rapidfuzz's WRatio.

python -m pytest tests/benchmarks/bench_answers.py --benchmark-group-by=group: the table gives each as a ratio to the
fastest of its group in the same run, for machines differ and are noisy.
"""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from rapidfuzz import fuzz, process

from knowledge import SHIPPED_STORIES, Library, load_library
from knowledge.evaluate import load_items

QUESTIONS = [
    item.q for item in load_items(Path(__file__).parents[1] / "questions" / "work.jsonl") if not item.context
]


@pytest.fixture(scope="module")
def library() -> Library:
    found = load_library([SHIPPED_STORIES])
    found.warm()
    for question in QUESTIONS:
        found.ask(question)
    return found


@pytest.mark.benchmark(group="answer")
def test_an_answer(library: Library, benchmark: BenchmarkFixture) -> None:
    questions = cycle(QUESTIONS)
    benchmark(lambda: library.ask(next(questions)))


@pytest.mark.benchmark(group="answer")
def test_one_scan_of_the_phrasings(library: Library, benchmark: BenchmarkFixture) -> None:
    phrasings = [
        text for story in library.stories for entry in story.entries.values() for text in entry.asked
    ]
    questions = cycle(QUESTIONS)
    benchmark(lambda: process.extractOne(next(questions), phrasings, scorer=fuzz.WRatio))


@pytest.mark.benchmark(group="suggestions")
@pytest.mark.parametrize("typed", ["", "ham", "hamstrng injry", "what did derek write about"])
def test_suggestions_while_typing(library: Library, benchmark: BenchmarkFixture, typed: str) -> None:
    benchmark(lambda: library.search(typed))
