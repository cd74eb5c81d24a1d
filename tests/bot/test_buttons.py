"""What happens when somebody presses a button under an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from bot.render import TAKEN_BACK, say
from bot.views import GONE, NOT_YOURS, OfferButton, buttons_for
from knowledge import Chat, Choice, Library
from tests.bot.pressing import labels

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

    from bot.client import FootnoteBot

CAPTAIN = "Who was the captain of the ferry?"
PASSENGERS = "How many passengers were on the ferry?"
TOLD = "Forty passengers were aboard the Petrel, and all of them came ashore alive.¹\n-# ¹ The Skerry Post"


@pytest.fixture
def torn(library: Library, env: simcord.Env, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Make the next question one that could mean three things, and return the labels."""
    told = tuple(library.find(ref) for ref in ("lamp-failed", "passengers", "greta-tea"))
    choice = Choice(tuple(entry for entry in told if entry))
    monkeypatch.setattr(type(env.bot.library), "ask", lambda *_: choice)  # type: ignore[attr-defined]
    return [entry.label for entry in choice.told]


async def test_did_you_mean_becomes_the_answer_in_place(
    torn: list[str], channel: ChannelHandle, alice: MemberActor
) -> None:
    asked = await alice.slash(channel, "ask", question="the thing")
    assert asked.response is not None
    assert asked.response.content == "Did you mean one of these?"
    assert not asked.response.ephemeral
    pressed = await alice.click(asked.response, label=torn[1])
    assert pressed.acknowledged
    assert asked.response.content.startswith(TOLD)
    assert labels(asked.response) == ["Context", "Not what I asked", "Take away"]
    assert len(channel.history()) == 1


async def test_a_choice_that_missed_offers_the_others(
    torn: list[str], channel: ChannelHandle, alice: MemberActor
) -> None:
    asked = await alice.slash(channel, "ask", question="the thing")
    assert asked.response is not None
    await alice.click(asked.response, label=torn[1])
    await alice.click(asked.response, label="Not what I asked")
    assert asked.response.content == TAKEN_BACK()
    assert labels(asked.response) == [torn[0], torn[2], "Take away"]


async def test_the_conversation_goes_on_from_what_was_chosen(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    asked = await alice.slash(channel, "ask", question=CAPTAIN)
    assert asked.response is not None
    await alice.click(asked.response, label=PASSENGERS)
    turns = env.bot._conversations[channel.id, alice.id]  # type: ignore[attr-defined]
    assert turns != env.bot._conversations[0, 0]  # type: ignore[attr-defined]


async def test_a_stranger_hears_in_private_that_the_button_is_not_theirs(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    assert env.bot.user
    await alice.send(channel, f"{env.bot.user.mention} {CAPTAIN}")
    offer = channel.last_message
    assert offer is not None
    pressed = await bob.click(offer, label=PASSENGERS)
    assert pressed.response is not None
    assert pressed.response.content == NOT_YOURS()
    assert pressed.response.ephemeral
    assert channel.history(viewer=alice)[-1].content == offer.content


async def test_a_button_works_after_a_restart(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, make_bot: Callable[[], FootnoteBot]
) -> None:
    asked = await alice.slash(channel, "ask", question=CAPTAIN)
    await env.restart_bot(make_bot())
    assert asked.response is not None
    await alice.click(asked.response, label=PASSENGERS)
    assert asked.response.content.startswith(TOLD)


async def test_a_button_to_an_entry_that_is_gone_says_so(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = await alice.slash(channel, "ask", question=CAPTAIN)
    monkeypatch.setattr(type(env.bot.library), "find", lambda *_: None)  # type: ignore[attr-defined]
    assert asked.response is not None
    await alice.click(asked.response, label=PASSENGERS)
    assert asked.response.content == GONE()


async def test_starters_are_offered_as_questions(channel: ChannelHandle, alice: MemberActor) -> None:
    asked = await alice.slash(channel, "ask", question="What is the capital of France?")
    assert asked.response is not None
    assert "Why did the lamp go out?" in labels(asked.response)
    await alice.click(asked.response, label="Why did the lamp go out?")
    assert asked.response.content.startswith("The lamp of the lighthouse")


async def test_the_longest_address_fits_a_button(library: Library) -> None:
    button = OfferButton(2**64 - 1, f"{'s' * 40}/{'e' * 40}", "x" * 80)
    assert len(button.item.custom_id or "") == 100
    assert buttons_for(say(Chat("thanks", ()), library), 1) is None
