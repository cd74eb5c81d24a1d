"""Where a statement stands in its story: what comes before and after it, and under which topic."""

from __future__ import annotations

import pytest

from knowledge import Library


@pytest.mark.parametrize(
    ("entry", "before", "after"),
    [
        ("lamp-failed", None, "lamp-when"),
        ("lamp-when", "lamp-failed", "passengers"),
        ("passengers", "lamp-when", "rowing-boat"),
        ("signe-age", "ferry-name", "signe-lamp"),  # quotes of a paragraph after its facts
        ("keeper-since", "signe-lamp", "greta-no-choice"),
        ("greta-tea", "greta-no-choice", None),
        ("captain", None, None),  # a silence stands nowhere
        ("no-such-entry", None, None),
    ],
)
def test_neighbours_stand_by_paragraph_and_then_as_in_the_file(
    library: Library, entry: str, before: str | None, after: str | None
) -> None:
    found = library.stories[0].neighbours(entry)
    assert tuple(told.entry.id if told else None for told in found) == (before, after)


def test_every_fact_and_quote_stands_under_its_topics_and_the_rest_at_the_end(library: Library) -> None:
    topics = library.stories[0].by_topic()
    assert list(topics) == ["lamp", "rescue", "work", "age", "name", ""]
    assert {told.entry.id for told in topics[""]} == {"greta-no-choice", "signe-lamp", "greta-tea"}


@pytest.mark.parametrize("width", [60, 80, 100])
def test_a_text_that_was_cut_for_a_suggestion_is_found_again(library: Library, width: int) -> None:
    for told in library.stories[0].all_told():
        if len(told.text) > width:
            assert library.find(told.text[: width - 1] + "…") == told
    assert library.find("The…") is None


def test_what_else_could_have_been_meant_comes_with_an_answer(library: Library) -> None:
    reply = library.ask("what did Greta say about her tea afterwards then")
    assert [told.ref for told in getattr(reply, "others", ())] == [
        told.ref for told in getattr(reply, "others", ()) if told not in getattr(reply, "told", ())
    ]
