"""Who and what a text names: the story's names by every alias, kin, strangers, numbers, contrasts."""

from __future__ import annotations

import pytest

from knowledge.match import Matcher
from knowledge.names import Mentions


def named(matcher: Matcher, text: str) -> Mentions:
    return matcher.read(text).mentions


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Maren Holt", {"maren"}),
        ("maren", {"maren"}),
        ("MAREN HOLT", {"maren"}),
        ("did Maren’s oar crack", {"maren"}),
        ("marens oar", {"maren"}),
        ("the rower", {"maren"}),
        ("the Swedish rower", {"lindqvist"}),
        ("the Swede", {"lindqvist"}),
        ("Tobais Linqvist", {"lindqvist"}),
        ("Edvin and Jonas", {"edvin", "jonas"}),
        ("the old boatbuilder", {"edvin"}),
        ("the boatbuilder", {"edvin"}),
        ("the club", {"club"}),
        ("the boat", {"heron"}),
        # the longest alias wins
        ("Brackwater", {"brackwater"}),
        ("Brackwater Regatta", {"regatta-1987"}),
        ("Brackwater Rowing Club", {"club"}),
        ("Maren's boat", {"heron"}),
        # kin
        ("Maren's father", {"edvin"}),
        ("Maren's dad", {"edvin"}),
        ("marens dad", {"edvin"}),
        ("the father of Maren", {"edvin"}),
        ("dad of maren", {"edvin"}),
        ("Maren's brother", {"jonas"}),
        ("brother of Maren", {"jonas"}),
        ("Edvin's daughter", {"maren"}),
        ("daughter of Edvin", {"maren"}),
        ("her dad", {"edvin"}),
        ("the brother", {"jonas"}),
        # nobody
        ("", set()),
        ("the weather", set()),
        ("row", set()),
    ],
)
def test_names_are_known_however_they_are_said(matcher: Matcher, text: str, ids: set[str]) -> None:
    assert named(matcher, text).known == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Maren", {"maren"}),
        ("Maren's dad", {"edvin"}),
        ("the Swede", {"lindqvist"}),
        ("the rower", set()),
        ("the boatbuilder", set()),
        ("her dad", set()),
        ("the 1987 regatta", {"regatta-1987"}),
    ],
)
def test_a_role_or_kin_alone_names_nobody_firmly(matcher: Matcher, text: str, ids: set[str]) -> None:
    assert named(matcher, text).firm == ids


@pytest.mark.parametrize(
    ("text", "strangers"),
    [
        ("did obama win", {"obama"}),
        ("was it in paris", {"paris"}),
        ("did Maren meet Zzyzx", {"zzyzx"}),
        ("did maren meet zzyzx", set()),
        ("what did karen say", {"karen"}),
        ("who is edwin", {"edwin"}),
        ("did Maren win", set()),
        ("DID THE WOMAN WIN THE RACE", set()),
        ("The Boat And The Oar", set()),
        ("what did the Mayor say", set()),
    ],
)
def test_names_the_story_does_not_know(matcher: Matcher, text: str, strangers: set[str]) -> None:
    assert named(matcher, text).unknown == strangers


@pytest.mark.parametrize(
    "text",
    ["Lindqvist's father", "who is Jonas's dad", "Lindqvist's brother", "how old is Lindqvist's daughter"],
)
def test_a_relation_the_story_lacks_is_named_as_one(matcher: Matcher, text: str) -> None:
    assert named(matcher, text).relations


@pytest.mark.parametrize("text", ["Maren's father", "Maren's brother", "Edvin's daughter"])
def test_a_relation_the_story_has_is_none(matcher: Matcher, text: str) -> None:
    assert not named(matcher, text).relations


@pytest.mark.parametrize(
    ("text", "namesakes"),
    [
        ("did Astrid Lindqvist win", {"astrid", "astrid lindqvist"}),
        ("how old is edvin morrison", {"edvin morrison", "morrison"}),
        ("did Tobias Lindqvist win", set()),
        ("did the swedish lindqvist win", set()),
        ("did lindqvist win", set()),
        ("my father rows too", {"my father"}),
        ("my father asks how old Edvin was", set()),
    ],
)
def test_a_namesake_is_somebody_else(matcher: Matcher, text: str, namesakes: set[str]) -> None:
    assert named(matcher, text).unknown == namesakes


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("in 1987", {"1987"}),
        ("in '87", {"1987"}),
        ("1,500 people and 63", {"1500", "63"}),
        ("4 x 400m", {"4x400"}),
        ("2,000 metres", {"2000"}),
        ("the 1987 regatta", set()),  # part of a name
        ("who won", set()),
    ],
)
def test_numbers_are_told_as_digits(matcher: Matcher, text: str, numbers: set[str]) -> None:
    assert named(matcher, text).numbers == numbers


@pytest.mark.parametrize(
    ("text", "contrasts"),
    [
        ("silver or bronze", {("medal", "silver"), ("medal", "bronze")}),
        ("on insta", {("platform", "instagram")}),
        ("on a Sunday in July", {("weekday", "sunday"), ("month", "july")}),
        ("Maren's uncle", {("kin", "uncle")}),
        ("her mum", {("kin", "mother")}),
        ("Maren's father", set()),  # part of a name
        ("the boat", set()),
    ],
)
def test_words_that_exclude_others_of_their_kind(
    matcher: Matcher, text: str, contrasts: set[tuple[str, str]]
) -> None:
    assert named(matcher, text).contrasts == contrasts


def test_kin_words_have_one_plain_form(matcher: Matcher) -> None:
    assert matcher.names.canonical(["her", "dad", "mum", "boat"]) == ("her", "father", "mother", "boat")


def test_the_words_of_names_are_known_without_their_small_words(matcher: Matcher) -> None:
    assert {"maren", "holt", "boatbuilder", "1987"} <= matcher.names.words
    assert "the" not in matcher.names.words
