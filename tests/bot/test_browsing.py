"""Leafing through a story and its timeline, and help to begin with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from bot.browsing import ALL_TOPICS, story_page, topic_page
from bot.client import FootnoteBot
from bot.cogs.menus import ASK, CHECK
from bot.recall import recall
from bot.render import MESSAGE_LIMIT, to_discord
from knowledge import Library, load_library
from tests.bot.pressing import labels, options

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle
    from simcord.results import ResponseMessage

LAMP = "The lamp of the lighthouse went out because its oil pump froze.¹"


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load_library()


@pytest.fixture
def with_shipped(shipped: Library) -> Callable[[], FootnoteBot]:
    return lambda: FootnoteBot(shipped)


async def use(reader: MemberActor, channel: ChannelHandle, command: str) -> ResponseMessage:
    asked = await reader.slash(channel, command)
    assert asked.response is not None
    return asked.response


async def test_a_topic_is_chosen_from_a_menu_and_read_whole(
    channel: ChannelHandle, alice: MemberActor
) -> None:
    story = await use(alice, channel, "story")
    assert list(options(story)) == ["Lamp", "Rescue", "Work", "Age", "Name", "Everything else"]
    await alice.select(story, [options(story)["Lamp"]])
    assert story.content.splitlines()[:3] == [
        "Lamp, from “The night the lamp went out”:",
        f"- {LAMP}",
        "- The lamp went out on 2 November 1931, at midnight.¹",
    ]
    assert labels(story) == [ALL_TOPICS(), "Take away"]
    await alice.click(story, label=ALL_TOPICS())
    assert story.content.startswith("“The night the lamp went out”")


async def test_a_statement_chosen_from_a_topic_is_an_answer_of_its_own(
    channel: ChannelHandle, alice: MemberActor
) -> None:
    story = await use(alice, channel, "story")
    await alice.select(story, [options(story)["Lamp"]])
    pressed = await alice.select(story, [options(story)["Why did the lamp go out?"]])
    assert pressed.response is not None
    assert pressed.response.content.startswith(LAMP)
    assert "Context" in labels(pressed.response)
    assert story.content.startswith("Lamp")


async def test_menus_and_pages_belong_to_the_one_who_asked_and_outlive_a_restart(
    env: simcord.Env,
    channel: ChannelHandle,
    alice: MemberActor,
    bob: MemberActor,
    make_bot: Callable[[], FootnoteBot],
) -> None:
    story = await use(alice, channel, "story")
    await env.restart_bot(make_bot())
    pressed = await bob.select(story, [options(story)["Lamp"]])
    assert pressed.response is not None
    assert pressed.response.ephemeral
    assert not story.content.startswith("Lamp")
    await alice.select(story, [options(story)["Lamp"]])
    assert story.content.startswith("Lamp")


async def test_the_timeline_turns_its_pages(
    env: simcord.Env,
    channel: ChannelHandle,
    alice: MemberActor,
    bob: MemberActor,
    with_shipped: Callable[[], FootnoteBot],
) -> None:
    await env.restart_bot(with_shipped())
    timeline = await use(alice, channel, "timeline")
    assert labels(timeline) == ["Later", "Take away"]
    first = timeline.content
    pressed = await bob.click(timeline, label="Later")
    assert pressed.response is not None
    assert pressed.response.ephemeral
    assert timeline.content == first
    await alice.click(timeline, label="Later")
    assert "Page 2 of" in timeline.content
    await alice.click(timeline, label="Earlier")
    assert timeline.content == first


def test_every_statement_stands_on_some_page_of_a_topic(shipped: Library) -> None:
    seen: set[str] = set()
    for option in (story_page(shipped).menu or pytest.fail("no topics")).options:
        said = recall(shipped, option.address)
        while said:
            assert said.menu is not None
            assert len(to_discord(said)) <= MESSAGE_LIMIT
            shown = to_discord(said)
            assert shown.count("\n- ") == len(said.listed) == len(said.menu.options)
            seen |= {part.text for part in said.listed}
            following = [turn.address for turn in said.turns if turn.words == "Next page"]
            said = recall(shipped, following[0]) if following else None
    assert seen == {told.text for told in shipped.stories[0].all_told("fact", "quote")}


@pytest.mark.parametrize(
    "address", ["", "x", "e", "eshort", "wAAAAAAAA", "eAAAAAAAA", "bAAAAAAAA:0", "t-1", "t99999"]
)
def test_an_address_that_leads_nowhere_leads_nowhere(library: Library, address: str) -> None:
    assert recall(library, address) is None
    assert topic_page(library, "AAAAAAAA") is None


async def test_help_is_short_private_and_has_examples_to_click(
    channel: ChannelHandle, alice: MemberActor
) -> None:
    shown = await use(alice, channel, "help")
    assert shown.ephemeral
    assert len(shown.content) < 600
    for named in ("/ask", "/quiz", ASK, CHECK):
        assert named in shown.content
    assert labels(shown)[0] == "Why did the lamp go out?"
    pressed = await alice.click(shown, label="Why did the lamp go out?")
    assert pressed.response is not None
    assert pressed.response.content.startswith(LAMP)
    assert shown.content.startswith("Ask in your own words")


def test_more_topics_than_a_menu_holds_go_on_pages(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.browsing.MAX_OPTIONS", 4)
    first = story_page(library)
    assert [turn.words for turn in first.turns] == ["Next page"]
    second = recall(library, first.turns[0].address)
    assert second is not None
    assert [turn.words for turn in second.turns] == ["Previous page"]
    menus = [said.menu.options for said in (first, second) if said.menu]
    assert [len(options) for options in menus] == [4, 2]


@pytest.mark.parametrize(
    ("command", "option"), [("ask", "question"), ("fact", "search"), ("quote", "search")]
)
async def test_a_client_that_sends_the_words_of_a_suggestion_gets_the_same_entry(
    env: simcord.Env,
    channel: ChannelHandle,
    alice: MemberActor,
    with_shipped: Callable[[], FootnoteBot],
    command: str,
    option: str,
) -> None:
    await env.restart_bot(with_shipped())
    choices = await alice.autocomplete(channel, command, option, "")
    for choice in choices[:25]:
        by_words = await alice.slash(channel, command, private=True, **{option: choice["name"]})
        by_value = await alice.slash(channel, command, private=True, **{option: choice["value"]})
        assert by_words.response is not None
        assert by_value.response is not None
        assert by_words.response.content == by_value.response.content
