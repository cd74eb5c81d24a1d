"""What a message quotes, and whom it gives the words to."""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.quotations import MessageJudge, quotations
from knowledge.store import load_story

LIGHTHOUSE = Path(__file__).parents[1] / "stories" / "lighthouse.toml"
JUDGE = MessageJudge([load_story(LIGHTHOUSE)])


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ('she said "made tea" then', ["made tea"]),
        ("she said “made tea” then", ["made tea"]),
        ("she said „made tea“ then", ["made tea"]),
        ("she said «made tea» then", ["made tea"]),
        ("she said ‘I didn’t count’ then", ["I didn’t count"]),
        ("she said 'I didn't count' then", ["I didn't count"]),
        ("it's what they're told, isn't it", ["it's what they're told, isn't it"]),
        ("a “never closed one", ["never closed one"]),
        ("> made tea", ["made tea"]),
        ("> made\n> tea\nreally?", ["made\ntea"]),
        (">>> made\ntea", ["made\ntea"]),
        ("> “made tea” - Greta", ["made tea"]),
        ("> made tea\nand\n> a great deal", ["made tea", "a great deal"]),
        ('the "tea" she made', ['the "tea" she made']),
        ("made tea", ["made tea"]),
        ("", [""]),
    ],
)
def test_it_finds_quotation_marks_quoted_lines_and_bare_words(message: str, found: list[str]) -> None:
    assert [quotation.words for quotation in quotations(message)] == found


@pytest.mark.parametrize(
    ("message", "who"),
    [
        ('Greta said "Afterwards I made tea"', "greta"),
        ('GRETA SAID: "Afterwards I made tea"', "greta"),
        ('As Signe once put it, "Afterwards I made tea"', "signe"),
        ('Signe: "Afterwards I made tea"', "signe"),
        ("Greta Halvorsen, to the Post: “Afterwards I made tea”", "greta"),
        ('According to the keeper, "Afterwards I made tea"', "greta"),
        ('a quote by Signe: "Afterwards I made tea"', "signe"),
        ("Signe's words were “Afterwards I made tea”", "signe"),
        ('"Afterwards I made tea" - Signe', "signe"),
        ('"Afterwards I made tea" — Signe Halvorsen, 1931', "signe"),
        ('"Afterwards I made tea" (Greta\'s daughter)', "signe"),
        ('"Afterwards I made tea," said Signe.', "signe"),
        ('"Afterwards I made tea," Signe said.', "signe"),
        ('"Afterwards I made tea" is what Signe said', "signe"),
        ("> Afterwards I made tea\n- Signe", "signe"),
        ("> Afterwards I made tea\n> — Signe", "signe"),
        ("Signe said that Afterwards I made tea", "signe"),
        ("Afterwards I made tea - Signe", "signe"),
        ("Did Signe say Afterwards I made tea?", "signe"),
        ('Signe said nothing of it. "Afterwards I made tea"', None),
        ('"Afterwards I made tea". Signe was twelve.', None),
        ('Greta and Signe read "Afterwards I made tea"', None),
        ('Nobody at Skerry said "Afterwards I made tea"', None),
        ("Afterwards I made tea", None),
    ],
)
def test_it_hears_whom_the_words_are_given_to(message: str, who: str | None) -> None:
    (verdict,), more = JUDGE.judge(message)
    assert (verdict.kind, more) == ("exact", 0)
    assert (verdict.ascribed.id if verdict.ascribed else None) == who
    assert verdict.misascribed is (who == "signe")


def test_whoever_never_said_it_is_not_said_to_have_said_it() -> None:
    (verdict,), _ = JUDGE.judge("Signe never said Afterwards I made tea")
    assert verdict.kind != "exact"
    assert verdict.ascribed is None


def test_each_of_several_quotations_has_its_own_speaker() -> None:
    verdicts, more = JUDGE.judge(
        'Greta said "Afterwards I made coffee" and Greta said "I warmed the pump". Signe: "nothing of it"'
    )
    assert [verdict.kind for verdict in verdicts] == ["almost", "exact", "none"]
    assert [verdict.misascribed for verdict in verdicts] == [False, True, False]
    assert more == 0


def test_no_more_than_three_are_judged() -> None:
    verdicts, more = JUDGE.judge('"made tea" ' * 5)
    assert (len(verdicts), more) == (3, 2)


@pytest.mark.parametrize(
    ("message", "kinds"),
    [
        ("lol. Afterwards I made tea. Good night everybody, sleep well and dream", ["exact"]),
        ("Afterwards I made coffee. A great deal of tea.", ["almost"]),
        ("good morning", ["none"]),
    ],
)
def test_a_right_sentence_hides_no_changed_one(message: str, kinds: list[str]) -> None:
    verdicts, _ = JUDGE.judge(message)
    assert [verdict.kind for verdict in verdicts] == kinds


@given(st.text(st.one_of(st.sampled_from("'\"“”‘’>«»„ -(.\n"), st.characters()), max_size=120))
@settings(max_examples=200, deadline=None)
def test_any_message_gets_one_to_three_verdicts(message: str) -> None:
    verdicts, more = JUDGE.judge(message)
    assert 1 <= len(verdicts) <= 3
    assert more >= 0


def test_a_hostile_message_is_read_quickly() -> None:
    begun = time.perf_counter()
    for part in ("'a ", "> ", "“a b ", "- greta ", "(, ", "greta said. ", "greta, ", "\n> a", " ", "’", "…"):
        JUDGE.judge(part * (4000 // len(part)))
    assert time.perf_counter() - begun < 5


def test_a_story_without_names_gives_words_to_nobody() -> None:
    story = load_story(LIGHTHOUSE)
    facts = {key: entry for key, entry in story.entries.items() if entry.kind == "fact"}
    nameless = MessageJudge([dataclasses.replace(story, names={}, entries=facts)])
    for message in ("said that I made tea", '"I made tea", she said.', "I made tea - "):
        (verdict,), _ = nameless.judge(message)
        assert (verdict.kind, verdict.ascribed) == ("none", None)
