"""What an entry does not bear out keeps it from being told; what it is there to correct does not."""

from __future__ import annotations

import pytest

from knowledge import Library
from knowledge.guard import breaches
from knowledge.match import Matcher
from tests.knowledge.replies import brief


def against(matcher: Matcher, text: str, entry: str) -> set[str]:
    return {breach.kind for breach in breaches(matcher.read(text), matcher.story.entries[entry], matcher)}


@pytest.mark.parametrize(
    ("text", "entry", "kinds"),
    [
        # borne out
        ("who won the race on 14 June 1987", "maren-won", set()),
        ("did Maren win", "maren-won", set()),
        ("did her father build it in 1986", "heron-built", set()),
        ("was it shared on Instagram in 2019", "photo", set()),
        ("did Maren's brother steer", "jonas-launch", set()),
        ("was the gold hers", "gold", set()),
        # a year or number: one the entry has none in place of, or one that the story tells of something else
        ("was the boat built in 1999", "jonas-launch", {"year"}),
        ("did Maren get gold in '92", "gold", {"year"}),
        ("did 71 boats sink", "rain", {"number"}),
        ("was it won in 1902", "maren-won", {"year"}),
        # a name
        ("did Jonas build the boat", "heron-built", {"person"}),
        ("did Lindqvist's oar crack", "oar-cracked", {"person"}),
        ("was the rain on Maren", "rain", {"person"}),
        ("did it rain in Brackwater", "rain", set()),
        ("did obama win", "maren-won", {"unknown"}),
        ("did it rain in Paris", "rain", {"unknown"}),
        ("how old is Lindqvist's father", "edvin-age", {"relation", "person"}),
        # kin, medal, platform, month, weekday, sport
        ("how old was her mother", "edvin-age", {"kin"}),
        ("did her uncle steer the launch", "jonas-launch", {"kin"}),
        ("the bronze for the winner", "maren-won", {"medal"}),
        ("did they win on facebook", "maren-won", {"platform"}),
        ("did it rain in july", "rain", {"month"}),
        ("did it rain on sunday", "rain", {"weekday"}),
        ("who won the golf", "maren-won", {"sport"}),
        # a namesake, and kin the story does not have: neither is put right by telling of somebody else
        ("did Astrid Lindqvist come second", "lindqvist-second", {"stranger"}),
        ("who was Maren's husband", "maren-mother", set()),
        # several at once
        ("did obama win in 1999", "maren-won", {"unknown"}),
        # corrected by what the entry says, without having to say that it corrects
        ("was the boat built in 1999", "heron-built", set()),
        ("was Edvin 71", "edvin-age", set()),
        ("did she win in Paris in 1950", "maren-won", set()),
        # corrected because the entry says so
        ("did the rower get silver", "gold", set()),
        ("did Maren get silver or bronze", "gold", set()),
        ("was the club founded in 1950", "club-founded", set()),
        ("did the club share the photograph of the finish on facebook", "photo", set()),
        ("was the race 5,000 metres", "race-distance", set()),
        ("did 90,000 people watch", "spectators", set()),
        # a wrong place beside a wrong year is put right with it
        ("was the club founded in Paris in 1950", "club-founded", set()),
        # corrected, and yet something else is wrong
        ("did Jonas get silver", "gold", {"person"}),
        ("did her mother post it on facebook", "photo", {"kin"}),
        # a silence is about what is not told
        ("was Maren 17", "maren-age", set()),
        ("was Jonas born in 1970", "maren-age", {"person"}),
    ],
)
def test_what_speaks_against_an_entry(matcher: Matcher, text: str, entry: str, kinds: set[str]) -> None:
    found = against(matcher, text, entry)
    # What is wrong beside it may be told too, but only where something is.
    assert kinds <= found
    assert bool(kinds) == bool(found)


def test_a_name_within_another_name_s_alias_is_not_borne_out(matcher: Matcher) -> None:
    assert against(matcher, "did Edvin win the race", "maren-won") == {"person"}


@pytest.mark.parametrize(
    "question",
    [
        "did it rain in Paris",
        "how old was Edvin's sister",
        "how old was Jonah",
        "did obama build the boat",
        "how old was Lindqvist's father",
    ],
)
def test_no_fact_is_told_that_does_not_bear_out_the_question(regatta: Library, question: str) -> None:
    assert not brief(regatta.ask(question)).startswith("answer")


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("did Maren get a silver medal?", "gold"),
        ("was the club founded in 1950?", "club-founded"),
        ("did they found the rowing club in 1888", "club-founded"),
        ("did the club share the photograph of the finish on facebook?", "photo"),
        ("was the race over 5,000 metres?", "race-distance"),
    ],
)
def test_a_false_premise_is_answered_with_what_corrects_it(
    regatta: Library, question: str, entry: str
) -> None:
    assert brief(regatta.ask(question)) == f"answer: {entry}"
