"""How often we answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest
import simcord

from bot.limits import CHANNEL_A_MINUTE, CHANNEL_PAUSE, READER_A_MINUTE, READER_PAUSE, Limits
from tests.bot.test_chat import said, us
from tests.bot.test_conversing import bot, make_bot, now

if TYPE_CHECKING:
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

__all__ = ["make_bot", "now"]  # fixtures

ALICE, BOB, HERE, THERE = 1, 2, 10, 20


def lines(limits: Limits, times: int, reader: int = ALICE, channel: int | None = HERE) -> list[str]:
    """Ask so often, and return what is heard: "" for an answer, "-" for silence."""
    refusals = [limits.admit(reader, channel) for _ in range(times)]
    return ["" if refusal is None else refusal.line if refusal.first else "-" for refusal in refusals]


def test_a_reader_has_eight_answers_at_once_then_one_line_then_silence() -> None:
    limits = Limits(lambda: 0)
    assert lines(limits, 11) == [""] * READER_A_MINUTE + [READER_PAUSE(), "-", "-"]
    assert lines(limits, 1, BOB) == [""]
    assert lines(limits, 1, ALICE, THERE) == ["-"]


def test_the_pause_ends_after_half_a_minute_whatever_is_asked_in_it() -> None:
    clock = [0.0]
    limits = Limits(lambda: clock[0])
    lines(limits, 9)
    for second in range(1, 30):
        clock[0] = second
        assert lines(limits, 1) == ["-"]
    clock[0] = 30.0
    assert lines(limits, 6) == ["", "", "", "", READER_PAUSE(), "-"]


def test_one_question_every_eight_seconds_is_always_answered() -> None:
    clock = [0.0]
    limits = Limits(lambda: clock[0])
    for _ in range(100):
        clock[0] += 8
        assert lines(limits, 1) == [""]


def test_a_channel_has_thirty_answers_then_one_line_then_silence() -> None:
    limits = Limits(lambda: 0)
    for reader in range(CHANNEL_A_MINUTE):
        assert lines(limits, 1, reader) == [""]
    assert lines(limits, 1, 100) == [CHANNEL_PAUSE()]
    assert lines(limits, 1, 101) == ["-"]
    assert lines(limits, 1, 101, THERE) == [""]


def test_what_a_channel_does_not_answer_is_not_counted_against_its_reader() -> None:
    limits = Limits(lambda: 0)
    for reader in range(100, 100 + CHANNEL_A_MINUTE):
        limits.admit(reader, HERE)
    lines(limits, 20)
    assert lines(limits, READER_A_MINUTE, ALICE, THERE) == [""] * READER_A_MINUTE


def test_many_readers_are_not_all_counted_for() -> None:
    limits = Limits(lambda: 0, limit=50)
    for reader in range(1000):
        limits.admit(reader, reader)
    assert len(limits) == 100


async def test_messages_end_with_one_line_and_begin_again(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, now: list[float]
) -> None:
    for _ in range(READER_A_MINUTE + 3):
        await alice.send(channel, f"{us(env)} hello")
    assert len(said(channel)) == READER_A_MINUTE + 1
    assert said(channel)[-1].content == READER_PAUSE()
    now[0] += 30
    await alice.send(channel, f"{us(env)} hello")
    assert len(said(channel)) == READER_A_MINUTE + 2


async def test_edits_count(env: simcord.Env, channel: ChannelHandle, alice: MemberActor) -> None:
    asked = await alice.send(channel, f"{us(env)} hello")
    for number in range(READER_A_MINUTE + 3):
        await alice.edit(asked, f"{us(env)} hello {number}")
    assert len([call for call in env.http_requests if call.method == "PATCH"]) == READER_A_MINUTE - 1


async def test_commands_end_with_a_private_line(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    for _ in range(READER_A_MINUTE):
        await alice.slash(channel, "quote")
    for _ in range(2):
        refused = await alice.slash(channel, "story")
        assert refused.response is not None
        assert refused.response.content == READER_PAUSE()
        assert refused.response.ephemeral
    await alice.send(channel, f"{us(env)} hello")
    assert len(channel.history()) == READER_A_MINUTE + 1
    assert await alice.autocomplete(channel, "ask", "question", "lamp")
    other = await bob.slash(channel, "story")
    assert other.response is not None
    assert other.response.content != READER_PAUSE()


async def test_buttons_end_with_a_private_line_then_nothing(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    for _ in range(READER_A_MINUTE - 1):
        await alice.slash(channel, "quote")
    asked = await alice.slash(channel, "ask", question="Who was the captain of the ferry?")
    assert asked.response is not None
    before = asked.response.content
    label = "How did Greta reach the ferry?"
    pressed = await alice.click(asked.response, label=label)
    assert pressed.response is not None
    assert (pressed.response.content, pressed.response.ephemeral) == (READER_PAUSE(), True)
    pressed = await alice.click(asked.response, label=label)
    assert pressed.acknowledged
    assert asked.response.content == before


async def test_a_refusal_that_cannot_be_told_ends_quietly(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    for _ in range(READER_A_MINUTE):
        bot(env).limits.admit(alice.id, None)
    env.inject_error("POST", "/interactions/*/*/callback", status=404, code=10062, times=None)
    await alice.slash(channel, "story")
    assert env.errors == []


async def test_every_kind_of_button_asks_the_limits(env: simcord.Env) -> None:
    kinds = bot(env)._connection._view_store._dynamic_items.values()
    assert kinds
    for kind in kinds:
        assert kind.interaction_check is not discord.ui.Item.interaction_check, kind


@pytest.mark.parametrize("text", ["hello", ""])
async def test_what_is_not_for_us_is_not_counted(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, text: str
) -> None:
    for _ in range(20):
        await alice.send(channel, text or "good morning")
    await alice.send(channel, f"{us(env)} hello")
    assert len(said(channel)) == 1


async def test_an_edit_beyond_the_limit_is_told_so_like_a_question(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    asked = await alice.send(channel, f"{us(env)} why did the lamp go out?")
    for _ in range(READER_A_MINUTE - 1):
        await alice.send(channel, f"{us(env)} hello")
    await alice.edit(asked, f"{us(env)} when did the lamp go out?")
    await alice.send(channel, f"{us(env)} hello")
    assert [answer.content for answer in said(channel)[READER_A_MINUTE:]] == [READER_PAUSE()]


async def test_taking_an_answer_away_counts_for_no_limit(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    for _ in range(READER_A_MINUTE):
        await alice.send(channel, f"{us(env)} why did the lamp go out?")
    await alice.click(said(channel)[0], label="Take away")
    assert len(said(channel)) == READER_A_MINUTE - 1
