"""Questions for a quiz: the gap is unambiguous, one answer is right and no other is true as well."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge import SHIPPED_STORIES, Fact, Story, load_story
from knowledge.passages import numbers_in
from knowledge.quiz import ANSWERS, GAP, Quiz, QuizQuestion

STORIES = Path(__file__).parents[1] / "stories"
PATHS = [*sorted(SHIPPED_STORIES.glob("*.toml")), *sorted(STORIES.glob("*.toml"))]


@pytest.fixture(scope="module")
def lighthouse() -> Story:
    return load_story(STORIES / "lighthouse.toml")


def every_question(story: Story, tries: int = 12) -> Iterator[QuizQuestion]:
    quiz = Quiz(story)
    for told in quiz.askable:
        for seed in range(tries):
            yield quiz.ask(told, random.Random(seed))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_right_answer_makes_the_gap_the_fact_again(path: Path) -> None:
    story = load_story(path)
    for question in every_question(story):
        assert question.text.count(GAP) == 1
        filled = question.text.replace(GAP, question.answers[question.right])
        assert filled.casefold().replace("the ", "") == question.told.text.casefold().replace("the ", "")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_four_answers_differ_and_the_wrong_ones_are_not_in_the_fact(path: Path) -> None:
    for question in every_question(load_story(path)):
        assert len(set(question.answers)) == ANSWERS
        text = question.told.text.casefold()
        numbers = numbers_in(text)
        for at, answer in enumerate(question.answers):
            if at != question.right:
                assert answer.casefold() not in text.split()
                assert not numbers_in(answer) or not numbers_in(answer) <= numbers


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_wrong_answers_are_of_the_kind_of_the_right_one(path: Path) -> None:
    story = load_story(path)
    kinds = {name.name: name.kind for name in story.names.values()}
    for question in every_question(story):
        right = question.answers[question.right]
        if right in kinds:
            assert {kinds.get(answer) for answer in question.answers} == {kinds[right]}
        else:
            written = {(answer[0].isdecimal(), answer[0].isupper()) for answer in question.answers}
            assert len(written) == 1
            assert all(numbers_in(answer) for answer in question.answers)


def test_most_facts_of_the_shipped_story_are_good_for_a_question() -> None:
    story = load_story(SHIPPED_STORIES / "jim-redmond.toml")
    assert len(Quiz(story).askable) >= len(story.all_told("fact")) // 2


def test_a_question_is_the_same_for_the_same_chance(lighthouse: Story) -> None:
    quiz = Quiz(lighthouse)
    told = quiz.askable[0]
    assert quiz.ask(told, random.Random(7)) == Quiz(lighthouse).ask(told, random.Random(7))


def with_fact(story: Story, text: str, about: tuple[str, ...] = (), **more: object) -> Story:
    """Return the story with this fact alone."""
    fact = Fact.model_validate(
        {
            "id": "made",
            "text": text,
            "about": about,
            "paragraph": 1,
            "asked": [f"question {n}" for n in range(5)],
        }
        | more
    )
    return dataclasses.replace(story, entries={"made": fact})


@pytest.mark.parametrize(
    ("text", "question", "right"),
    [
        (
            "Signe Halvorsen was twelve years old that night.",
            f"Signe Halvorsen was {GAP} years old that night.",
            "twelve",
        ),
        (
            "Forty passengers slept aboard the old ferry.",
            f"{GAP} passengers slept aboard the old ferry.",
            "Forty",
        ),
        ("The lamp burnt 1,500 litres every winter.", f"The lamp burnt {GAP} litres every winter.", "1,500"),
        (
            "The boat drifted for 250 metres towards land.",
            f"The boat drifted for {GAP} metres towards land.",
            "250",
        ),
        (
            "The tower was finished in 1887 with granite.",
            f"The tower was finished in {GAP} with granite.",
            "1887",
        ),
    ],
)
def test_numbers_and_years_are_asked_for_as_they_are_written(
    lighthouse: Story, text: str, question: str, right: str
) -> None:
    quiz = Quiz(with_fact(lighthouse, text))
    made = quiz.ask(quiz.askable[0], random.Random(0))
    assert (made.text, made.answers[made.right]) == (question, right)
    assert list(made.answers) == sorted(made.answers, key=lambda answer: int(min(numbers_in(answer))))


@pytest.mark.parametrize(
    "text",
    [
        "About 200 people watched the ferry from the shore.",
        "More than 200 people watched the ferry from shore.",
        "The keeper had tended the lamp since 1919 alone.",
        "One of the passengers carried the lantern upstairs.",
        "The two of them carried the lantern upstairs together.",
        "Of 40 passengers 40 were brought ashore alive that night.",
        "Forty passengers came, and all 40 were brought ashore alive.",
        "The lamp failed that night on 2 November, the keeper wrote.",
        "The race over 4x400 metres was called 4x400m afterwards.",
        "It was 81.",
        "The third lighthouse keeper tended the lamp alone.",
        "Version 1.5 and 10:30 and 2/3 and A4 mean little here.",
    ],
)
def test_nothing_is_asked_where_another_number_could_be_true_or_gives_itself_away(
    lighthouse: Story, text: str
) -> None:
    assert Quiz(with_fact(lighthouse, text)).askable == ()


NAMES = """
[story]
id = "names"
title = "Names"
summary = "Names for a quiz."
[source]
publisher = "The Skerry Post"
author = "Ada Moor"
published = 1931-11-09
"""


def people(tmp_path: Path, facts: list[tuple[str, list[str]]], extra: str = "") -> Story:
    """Return a story of five people, two of them kin, with these facts."""
    rows = [NAMES]
    for given, more in (
        ("anna", ""),
        ("bela", ""),
        ("cleo", ""),
        ("dora", ""),
        ("emil", 'kin = { son-of = "anna" }'),
    ):
        rows.append(
            f'[[names]]\nid = "{given}"\nname = "{given.title()} {given[0].upper()}son"\nkind = "person"\n{more}\n'
        )
    for at, (text, about) in enumerate(facts):
        asked = [f"question number {at} {n}" for n in range(5)]
        rows.append(
            f'[[facts]]\nid = "fact-{at}"\ntext = "{text}"\nparagraph = 1\nabout = {about}\nasked = {asked}\n'
        )
    path = tmp_path / "names.toml"
    path.write_text("\n".join(rows).replace("'", '"') + extra, "utf-8")
    return load_story(path)


def wrong_names(story: Story) -> set[str]:
    return {
        answer.split()[0]
        for question in every_question(story)
        for at, answer in enumerate(question.answers)
        if at != question.right
    }


def test_kin_are_no_wrong_answers_for_each_other(tmp_path: Path) -> None:
    story = people(tmp_path, [("Anna Ason carried the heavy lantern upstairs alone.", ["anna"])])
    assert wrong_names(story) == {"Bela", "Cleo", "Dora"}


def test_somebody_of_whom_much_the_same_is_told_is_no_wrong_answer(tmp_path: Path) -> None:
    facts = [
        ("Bela Bson carried the heavy lantern upstairs.", ["bela"]),
        ("Anna Ason helped carrying the heavy lantern upstairs.", ["anna"]),
    ]
    asked = {question.told.entry.id for question in every_question(people(tmp_path, facts))}
    assert "fact-1" not in asked  # only Cleo and Dora are left
    assert "fact-0" in asked
    assert "Anna" not in wrong_names(people(tmp_path, facts))


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Bela Bson met himself: Bela Bson carried the heavy lantern.", ["bela"]),  # named twice
        ("Bela Bson slept.", ["bela"]),  # too little to go by
        ("Bela Bson carried the heavy lantern upstairs alone.", ["cleo"]),  # not what the fact is about
    ],
)
def test_no_name_is_asked_for_where_the_gap_is_ambiguous(tmp_path: Path, text: str, about: list[str]) -> None:
    assert Quiz(people(tmp_path, [(text, about)])).askable == ()


def test_a_story_without_names_is_asked_about_in_numbers(lighthouse: Story) -> None:
    facts = {key: entry for key, entry in lighthouse.entries.items() if isinstance(entry, Fact)}
    questions = list(every_question(dataclasses.replace(lighthouse, names={}, entries=facts), tries=2))
    assert questions
    for question in questions:
        assert all(numbers_in(answer) for answer in question.answers)
