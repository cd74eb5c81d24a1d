"""Where we may not do what we need to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest
import simcord

from tests.bot.test_chat import LAMP, said, us
from tests.conftest import troubles

if TYPE_CHECKING:
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle, GuildHandle

WHY = "why did the lamp go out?"


def closed(env: simcord.Env, guild: GuildHandle, name: str = "closed", **denied: Any) -> ChannelHandle:
    """Return a channel in which we are denied something."""
    user = env.bot.user
    assert user
    overwrite = discord.PermissionOverwrite()
    overwrite.update(**denied)
    return guild.create_text_channel(name, overwrites={user: overwrite})


async def thread_of(env: simcord.Env, channel: ChannelHandle, starter: MemberActor) -> ChannelHandle:
    env.backend.create_thread(channel.id, "light", starter.id)
    await env.settle()
    [thread] = channel.threads
    return thread


async def test_where_we_may_not_write_the_answer_comes_directly(
    env: simcord.Env, guild: GuildHandle, alice: MemberActor
) -> None:
    channel = closed(env, guild, send_messages=False)
    await alice.send(channel, f"{us(env)} {WHY}")
    assert said(channel) == []
    reader = env.backend.dm_channels[alice.id]
    [answer] = env.backend.messages[reader].values()
    why, _, told = answer.content.partition("\n\n")
    assert channel.mention in why
    assert "**Send Messages**" in why
    assert told.startswith(LAMP)


async def test_where_we_may_not_write_in_threads_the_answer_comes_directly(
    env: simcord.Env, guild: GuildHandle, alice: MemberActor
) -> None:
    channel = closed(env, guild, send_messages_in_threads=False)
    thread = await thread_of(env, channel, alice)
    await alice.send(thread, f"{us(env)} {WHY}")
    assert said(thread) == []
    [answer] = env.backend.messages[env.backend.dm_channels[alice.id]].values()
    assert f"{thread.mention}" in answer.content
    assert "**Send Messages in Threads**" in answer.content
    # In the channel itself we may.
    await alice.send(channel, f"{us(env)} {WHY}")
    assert said(channel)[-1].content.startswith(LAMP)


async def test_where_we_may_write_only_in_threads_we_answer_there(
    env: simcord.Env, guild: GuildHandle, alice: MemberActor
) -> None:
    channel = closed(env, guild, send_messages=False, send_messages_in_threads=True)
    thread = await thread_of(env, channel, alice)
    await alice.send(thread, f"{us(env)} {WHY}")
    assert said(thread)[-1].content.startswith(LAMP)


async def test_an_answer_that_came_directly_follows_its_question(
    env: simcord.Env, guild: GuildHandle, alice: MemberActor
) -> None:
    channel = closed(env, guild, send_messages=False)
    asked = await alice.send(channel, f"{us(env)} {WHY}")
    await alice.edit(asked, f"{us(env)} how old was Signe?")
    store = env.backend.messages[env.backend.dm_channels[alice.id]]
    [answer] = store.values()
    assert channel.mention in answer.content
    assert "Signe Halvorsen was twelve" in answer.content
    await alice.delete(asked)
    assert not store


async def test_an_answer_that_came_directly_is_not_linked_to(
    env: simcord.Env, guild: GuildHandle, alice: MemberActor, bob: MemberActor
) -> None:
    channel = closed(env, guild, send_messages=False)
    for reader in (alice, bob):
        await reader.send(channel, f"{us(env)} {WHY}")
        [answer] = env.backend.messages[env.backend.dm_channels[reader.id]].values()
        assert LAMP in answer.content


async def test_who_takes_no_direct_messages_gets_none(
    env: simcord.Env, guild: GuildHandle, alice: MemberActor, logged: list[Any]
) -> None:
    channel = closed(env, guild, send_messages=False)
    env.inject_error("POST", "/channels/*/messages", status=403, code=50007, times=None)
    for _ in range(3):
        await alice.send(channel, f"{us(env)} {WHY}")
    assert env.errors == []
    assert len([call for call in env.http_requests if call.path.endswith("/messages")]) == 1
    assert WHY not in str(logged)
    assert str(alice.id) not in str(logged)


async def test_an_answer_too_long_for_the_line_above_it_comes_in_two_messages(
    env: simcord.Env, guild: GuildHandle, alice: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel = closed(env, guild, send_messages=False)
    monkeypatch.setattr("bot.speaking.to_discord", lambda _: "x" * 1990)
    await alice.send(channel, f"{us(env)} {WHY}")
    why, answer = env.backend.messages[env.backend.dm_channels[alice.id]].values()
    assert "**Send Messages**" in why.content
    assert answer.content == "x" * 1990


async def test_without_the_history_the_answer_comes_without_a_reference(
    env: simcord.Env, guild: GuildHandle, alice: MemberActor
) -> None:
    channel = closed(env, guild, read_message_history=False)
    await alice.send(channel, f"{us(env)} {WHY}")
    [answer] = [message for message in channel.history(viewer=alice) if message.author.bot]
    assert answer.content.startswith(LAMP)
    assert answer.reference is None
    assert len([call for call in env.http_requests if call.path.endswith("/messages")]) == 1


@pytest.mark.parametrize(
    ("denied", "named"),
    [
        ({"send_messages": False}, "Send Messages"),
        ({"read_message_history": False}, "Read Message History"),
        (
            {"send_messages": False, "read_message_history": False},
            "Send Messages, Read Message History",
        ),
    ],
)
async def test_the_log_says_once_a_server_which_permission_is_missing(
    env: simcord.Env,
    guild: GuildHandle,
    alice: MemberActor,
    logged: list[Any],
    denied: dict[str, Any],
    named: str,
) -> None:
    for name in ("one", "two"):
        channel = closed(env, guild, name, **denied)
        for _ in range(2):
            await alice.send(channel, f"{us(env)} {WHY}")
    [entry] = troubles(logged)
    assert (entry["event"], entry["guild"], entry["missing"]) == ("A permission is missing.", guild.id, named)
    assert WHY not in str(logged)
    another = env.create_guild("another")
    reader = another.add_member(env.create_user("carol"))
    await reader.send(closed(env, another, **denied), f"{us(env)} {WHY}")
    assert len(troubles(logged)) == 2


@pytest.mark.parametrize(
    ("boards", "expected"),
    [
        (("updates", "system"), "updates"),
        (("system",), "system"),
        (("updates closed", "system"), "system"),
        ((), None),
    ],
)
async def test_those_who_run_the_server_are_told_once_where_they_look(
    env: simcord.Env, guild: GuildHandle, alice: MemberActor, boards: tuple[str, ...], expected: str | None
) -> None:
    made = {name: closed(env, guild, name, send_messages="closed" not in name) for name in boards}
    real = env.bot.get_guild(guild.id)
    assert real
    for name, board in made.items():
        setattr(real, "_system_channel_id" if name == "system" else "_public_updates_channel_id", board.id)
    channel = closed(env, guild, send_messages=False)
    for _ in range(2):
        await alice.send(channel, f"{us(env)} {WHY}")
    told = {name: [message.content for message in said(board)] for name, board in made.items()}
    assert {name for name, lines in told.items() if lines} == ({expected} if expected else set())
    if expected:
        [line] = told[expected]
        assert channel.mention in line
        assert "**Send Messages**" in line
    owner = guild.owner.id
    assert owner not in env.backend.dm_channels


async def test_in_a_direct_message_nothing_is_missing(env: simcord.Env, logged: list[Any]) -> None:
    alice = env.create_user("alice")
    await alice.send_dm(WHY)
    assert troubles(logged) == []
