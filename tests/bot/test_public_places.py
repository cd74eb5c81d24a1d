"""Where a server forbids public answers: nothing reaches everybody there, by no way round."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.buttons.answer import CANNOT_SHOW, SHOW
from bot.client import FootnoteBot
from bot.conversing import NOT_HERE
from knowledge import Library
from tests.bot.pressing import labels
from tests.bot.test_conversing import now
from tests.bot.test_guild_settings import configure, manager

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle, GuildHandle

__all__ = ["manager", "now"]  # fixtures

WHY = "Why did the lamp go out?"


@pytest.fixture
def make_bot(library: Library, tmp_path: Path, now: list[float]) -> Callable[[], FootnoteBot]:
    return lambda: FootnoteBot(library, database=tmp_path / "footnote.sqlite3", clock=lambda: now[0])


async def forbid(guild: GuildHandle, manager: MemberActor, channel: ChannelHandle) -> None:
    """Let the server be answered in public in another channel only."""
    await configure(manager, channel, channel=guild.create_text_channel("ask-here"))


async def ask(reader: MemberActor, channel: ChannelHandle, question: str, **options: Any) -> Any:
    result = await reader.slash(channel, "ask", question=question, **options)
    assert result.response is not None
    return result.response


def ours(channel: ChannelHandle) -> list[str]:
    return [message.content for message in channel.history() if message.author.bot]


async def test_what_a_button_turned_an_answer_into_cannot_be_shown_either(
    guild: GuildHandle, channel: ChannelHandle, manager: MemberActor, alice: MemberActor
) -> None:
    await forbid(guild, manager, channel)
    miss = await ask(alice, channel, "What is the capital of France?")
    turned = await alice.click(miss, label=labels(miss)[0])
    assert turned.response is not None
    assert "Context" in labels(turned.response)
    assert SHOW() not in labels(turned.response)


async def test_an_answer_from_before_is_not_shown_where_it_is_forbidden_now(
    guild: GuildHandle, channel: ChannelHandle, manager: MemberActor, alice: MemberActor
) -> None:
    answer = await ask(alice, channel, WHY, private=True)
    await forbid(guild, manager, channel)
    pressed = await alice.click(answer, label=SHOW())
    assert pressed.response is not None
    assert (pressed.response.content, pressed.response.ephemeral) == (CANNOT_SHOW(), True)
    assert ours(channel) == []


async def test_it_is_said_once_in_ten_minutes_that_the_answer_is_not_for_here(
    env: simcord.Env,
    guild: GuildHandle,
    channel: ChannelHandle,
    manager: MemberActor,
    alice: MemberActor,
    bob: MemberActor,
    now: list[float],
) -> None:
    assert env.bot.user
    await forbid(guild, manager, channel)
    for reader in (alice, alice, bob):
        await reader.send(channel, f"{env.bot.user.mention} {WHY}")
    assert ours(channel) == [NOT_HERE()] * 2
    now[0] += 601
    await alice.send(channel, f"{env.bot.user.mention} {WHY}")
    assert ours(channel) == [NOT_HERE()] * 3


async def test_that_line_goes_with_its_question_and_an_edit_does_not_turn_it_into_an_answer(
    env: simcord.Env, guild: GuildHandle, channel: ChannelHandle, manager: MemberActor, alice: MemberActor
) -> None:
    assert env.bot.user
    await forbid(guild, manager, channel)
    asked = await alice.send(channel, f"{env.bot.user.mention} {WHY}")
    await alice.edit(asked, f"{env.bot.user.mention} When did the lamp go out?")
    assert ours(channel) == [NOT_HERE()]
    await alice.delete(asked)
    assert ours(channel) == []
