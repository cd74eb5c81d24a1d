"""What a reader can do with an answer: ask for its context, refuse it, go on from it, take it away, show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.buttons import GONE, NOT_YOURS
from bot.buttons.answer import NotAskedButton, ShowButton
from bot.buttons.leaves import TurnButton
from bot.render import TAKEN_BACK, TAKEN_BACK_BLINDLY
from knowledge import Answer, Library
from tests.bot.pressing import labels
from tests.conftest import Heard

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle
    from simcord.results import ResponseMessage

    from bot.client import FootnoteBot

WHY = "Why did the lamp go out?"
WHEN = "When did the lamp go out?"
LAMP = "The lamp of the lighthouse went out because its oil pump froze.¹"


async def ask(reader: MemberActor, channel: ChannelHandle, question: str, **options: Any) -> ResponseMessage:
    asked = await reader.slash(channel, "ask", question=question, **options)
    assert asked.response is not None
    return asked.response


async def answered_in_chat(env: simcord.Env, reader: MemberActor, channel: ChannelHandle) -> discord.Message:
    assert env.bot.user
    await reader.send(channel, f"{env.bot.user.mention} {WHY}")
    assert channel.last_message is not None
    return channel.last_message


async def test_an_answer_has_at_most_five_buttons_with_words(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.cogs.ask.repeats_allowed", lambda *_: False)
    wanted = ["Context", "Not what I asked", WHEN, "Take away"]
    assert labels(await ask(alice, channel, WHY)) == wanted
    assert labels(await answered_in_chat(env, alice, channel)) == wanted
    private = await ask(alice, channel, WHY, private=True)
    assert labels(private) == ["Context", "Not what I asked", WHEN, "Show to everyone"]


async def test_anybody_may_ask_for_the_context_and_nobody_else_sees_it(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    message = await answered_in_chat(env, alice, channel)
    pressed = await bob.click(message, label="Context")
    assert pressed.response is not None
    assert pressed.response.ephemeral
    lines = pressed.response.content.splitlines()
    assert lines[0] == LAMP
    assert lines[1] == "Who and what: about Skerry Rock."
    assert lines[2] == "When: no date is noted; the story was published on 9 November 1931."
    assert "lighthouse/lamp-failed" in lines[3]
    assert "- Before it: nothing, it is the first statement." in lines
    assert "- After it: The lamp went out on 2 November 1931, at midnight.¹" in lines
    assert lines[-1].startswith("-# ¹ The Skerry Post")


async def test_the_context_of_a_quote_says_who_to_whom_and_when(
    channel: ChannelHandle, alice: MemberActor
) -> None:
    message = await ask(alice, channel, "greta-no-choice")
    pressed = await alice.click(message, label="Context")
    assert pressed.response is not None
    assert "Who: said by Greta Halvorsen, to the Post.\nWhen: 5 November 1931." in pressed.response.content
    assert "- Before it: Greta Halvorsen had kept the light since 1919." in pressed.response.content
    assert "- After it: Greta Halvorsen: “Afterwards I made tea." in pressed.response.content


async def test_an_answer_that_missed_is_taken_back_and_others_are_offered(
    channel: ChannelHandle, alice: MemberActor, library: Library
) -> None:
    message = await ask(alice, channel, WHY)
    await alice.click(message, label="Not what I asked")
    assert message.content == TAKEN_BACK_BLINDLY()
    offered = library.find("lamp-when")
    assert offered is not None
    assert labels(message)[0] == offered.label
    assert len(labels(message)) <= 5
    await alice.click(message, label=offered.label)
    assert message.content.startswith("The lamp went out on 2 November 1931")


async def test_runners_up_outlive_a_restart(
    env: simcord.Env,
    channel: ChannelHandle,
    alice: MemberActor,
    library: Library,
    make_bot: Callable[[], FootnoteBot],
) -> None:
    message = await ask(alice, channel, "tell me how the daughter said the light was saved")
    if "Not what I asked" not in labels(message):
        pytest.fail(message.content)
    await env.restart_bot(make_bot())
    await alice.click(message, label="Not what I asked")
    assert message.content in {TAKEN_BACK(), TAKEN_BACK_BLINDLY()}
    known = {told.label for told in library.stories[0].all_told()}
    assert set(labels(message)) - {"Take away"} <= known


async def test_nobody_goes_on_from_an_answer_that_was_taken_back(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, heard: list[Heard]
) -> None:
    message = await ask(alice, channel, WHY)
    await alice.click(message, label="Not what I asked")
    assert env.bot.user
    await alice.send(channel, f"{env.bot.user.mention} and when?")
    assert heard[-1] == ("and when?", [])


async def test_a_next_question_is_answered_in_a_message_of_its_own(
    channel: ChannelHandle, alice: MemberActor
) -> None:
    message = await ask(alice, channel, WHY)
    pressed = await alice.click(message, label=WHEN)
    assert message.content.startswith(LAMP)
    assert pressed.response is not None
    assert pressed.response.content.startswith("The lamp went out on 2 November 1931")
    assert not pressed.response.ephemeral
    private = await ask(alice, channel, WHY, private=True)
    pressed = await alice.click(private, label=WHEN)
    assert pressed.response is not None
    assert pressed.response.ephemeral


async def test_the_asker_takes_an_answer_away(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    message = await answered_in_chat(env, alice, channel)
    await alice.click(message, label="Take away")
    assert [one.id for one in channel.history() if one.author.bot] == []
    slash = await ask(alice, channel, WHY)
    await alice.click(slash, label="Take away")
    assert [one.id for one in channel.history() if one.author.bot] == []


@pytest.mark.parametrize("label", ["Not what I asked", WHEN, "Take away"])
async def test_a_strangers_press_is_answered_in_private_and_changes_nothing(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, bob: MemberActor, label: str
) -> None:
    message = await answered_in_chat(env, alice, channel)
    pressed = await bob.click(message, label=label)
    assert pressed.response is not None
    assert pressed.response.content == NOT_YOURS()
    assert pressed.response.ephemeral
    assert channel.last_message is not None
    assert channel.last_message.content == message.content


async def test_a_private_answer_is_shown_to_everyone_once(
    channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    private = await ask(alice, channel, WHY, private=True)
    await alice.click(private, label="Show to everyone")
    shown = channel.history(viewer=bob)[-1]
    assert shown.content == private.content
    assert not shown.flags.ephemeral
    assert labels(shown) == ["Context", "Not what I asked", WHEN, "Take away"]
    assert labels(private) == ["Context", "Not what I asked", WHEN]


@pytest.mark.parametrize(
    ("command", "options"),
    [("who", {"name": "Greta"}), ("timeline", {}), ("story", {}), ("quote", {}), ("fact", {})],
)
async def test_whatever_was_said_in_private_can_be_shown(
    channel: ChannelHandle, alice: MemberActor, bob: MemberActor, command: str, options: dict[str, str]
) -> None:
    asked = await alice.slash(channel, command, **options, private=True)
    assert asked.response is not None
    await alice.click(asked.response, label="Show to everyone")
    assert channel.history(viewer=bob)[-1].content == asked.response.content


async def test_alone_with_us_nothing_is_to_be_shown(env: simcord.Env) -> None:
    alice = env.create_user("alice")
    asked = await alice.slash("ask", question=WHY, private=True)
    assert labels(asked.response) == ["Context", "Not what I asked", WHEN]


@pytest.mark.parametrize("label", ["Context", "Not what I asked", WHEN, "Take away"])
async def test_every_button_works_after_a_restart(
    env: simcord.Env,
    channel: ChannelHandle,
    alice: MemberActor,
    make_bot: Callable[[], FootnoteBot],
    label: str,
) -> None:
    message = await answered_in_chat(env, alice, channel)
    await env.restart_bot(make_bot())
    pressed = await alice.click(message, label=label)
    assert pressed.acknowledged
    assert env.errors == []


async def test_a_button_to_what_is_gone_says_so_in_private(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = await ask(alice, channel, WHY, private=True)
    monkeypatch.setattr("bot.buttons.answer.entries", lambda *_: ())
    monkeypatch.setattr("bot.buttons.answer.recall", lambda *_: None)
    monkeypatch.setattr(type(env.bot.library), "find", lambda *_: None)  # type: ignore[attr-defined]
    for label in ("Context", "Show to everyone", WHEN):
        pressed = await alice.click(message, label=label)
        assert pressed.response is not None
        assert (pressed.response.content, pressed.response.ephemeral) == (GONE(), True)


async def test_the_longest_ids_fit(library: Library) -> None:
    told = library.stories[0].all_told()
    button = NotAskedButton.under(2**64 - 1, told, told)
    for item in (button, ShowButton("b12345678:9999"), TurnButton(2**64 - 1, "b12345678:9999", "Later")):
        assert len(item.custom_id) <= 100


async def test_a_silence_has_offers_and_two_ways_out(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    assert env.bot.user
    await alice.send(channel, f"{env.bot.user.mention} Who was the captain of the ferry?")
    assert channel.last_message is not None
    assert labels(channel.last_message) == [
        "How many passengers were on the ferry?",
        "How did Greta reach the ferry?",
        "Not what I asked",
        "Take away",
    ]


async def test_a_random_entry_cannot_be_what_nobody_asked(channel: ChannelHandle, alice: MemberActor) -> None:
    asked = await alice.slash(channel, "fact")
    assert asked.response is not None
    assert "Not what I asked" not in labels(asked.response)


async def test_two_answers_in_one_have_the_context_of_both(
    env: simcord.Env,
    channel: ChannelHandle,
    alice: MemberActor,
    monkeypatch: pytest.MonkeyPatch,
    library: Library,
) -> None:
    told = tuple(told for told in map(library.find, ("lamp-failed", "captain")) if told)
    monkeypatch.setattr(type(library), "ask", lambda *_: Answer(told))
    message = await ask(alice, channel, "two things")
    pressed = await alice.click(message, label="Context")
    assert pressed.response is not None
    assert "lighthouse/lamp-failed" in pressed.response.content
    assert "lighthouse/captain" in pressed.response.content
    await alice.click(message, label="Not what I asked")
    assert message.content.startswith(TAKEN_BACK_BLINDLY())
