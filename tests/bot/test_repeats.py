"""The same entry asked for again in a channel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest
import simcord

from bot.render import remark, tell
from bot.repeats import Repeats
from bot.store.guilds import GuildSettings
from tests.bot.pressing import labels
from tests.bot.test_chat import LAMP, said, us
from tests.bot.test_conversing import bot, make_bot, now

if TYPE_CHECKING:
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle, GuildHandle

    from knowledge import Library

__all__ = ["make_bot", "now"]  # fixtures

WHY = "why did the lamp go out?"


async def test_what_was_told_in_the_channel_is_linked_to(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    await alice.send(channel, f"{us(env)} {WHY}")
    await bob.send(channel, f"{us(env)} what made the light fail?")
    first, second = said(channel)
    assert first.content.startswith(LAMP)
    assert second.content.endswith(first.jump_url)
    assert "\n" not in second.content


@pytest.mark.parametrize(
    "word", ["Was Greta married?", "hello", "what is the capital of France?", "fact", "help"]
)
async def test_what_is_no_answer_is_said_again(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, word: str
) -> None:
    for _ in range(2):
        await alice.send(channel, f"{us(env)} {word}")
    assert "https://discord.com" not in said(channel)[-1].content


async def test_a_follow_up_to_something_else_is_told(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    await alice.send(channel, f"{us(env)} {WHY}")
    await bob.send(channel, f"{us(env)} {WHY}")
    await bob.send(channel, f"{us(env)} when did the lamp go out?", reply_to=said(channel)[-1])
    assert said(channel)[-1].content.startswith("The lamp went out on 2 November")


async def test_in_a_direct_message_everything_is_told_again(env: simcord.Env) -> None:
    alice = env.create_user("alice")
    for _ in range(2):
        await alice.send_dm(WHY)
    assert [answer.content.startswith(LAMP) for answer in said(alice.dm_channel)] == [True, True]


async def test_another_channel_is_told_in_full(
    env: simcord.Env, guild: GuildHandle, channel: ChannelHandle, alice: MemberActor
) -> None:
    await alice.send(channel, f"{us(env)} {WHY}")
    other = guild.create_text_channel("other")
    await alice.send(other, f"{us(env)} {WHY}")
    assert said(other)[-1].content.startswith(LAMP)


async def test_after_ten_minutes_it_is_told_again(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, now: list[float]
) -> None:
    await alice.send(channel, f"{us(env)} {WHY}")
    now[0] += 600
    await alice.send(channel, f"{us(env)} {WHY}")
    assert said(channel)[-1].content.startswith(LAMP)


async def test_it_can_be_switched_off(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot(env).guilds_settings, "at_hand", lambda _: GuildSettings(repeat_links=False))
    for _ in range(2):
        await alice.send(channel, f"{us(env)} {WHY}")
    assert said(channel)[-1].content.startswith(LAMP)


@pytest.mark.parametrize("how", ["question deleted", "answer deleted", "question edited"])
async def test_an_answer_that_is_gone_is_not_linked_to(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, bob: MemberActor, how: str
) -> None:
    asked = await alice.send(channel, f"{us(env)} {WHY}")
    match how:
        case "question deleted":
            await alice.delete(asked)
        case "answer deleted":
            env.backend.delete_message(channel.id, said(channel)[0].id)
            await env.settle()
        case _:
            await alice.edit(asked, f"{us(env)} how old was Signe?")
    await bob.send(channel, f"{us(env)} {WHY}")
    assert said(channel)[-1].content.startswith(LAMP)


async def test_an_answer_never_links_to_itself(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    asked = await alice.send(channel, f"{us(env)} {WHY}")
    await alice.edit(asked, f"{us(env)} what made the light fail?")
    [answer] = said(channel)
    assert answer.content.startswith(LAMP)


async def test_who_cannot_read_back_is_told_in_full(
    env: simcord.Env, guild: GuildHandle, alice: MemberActor, bob: MemberActor
) -> None:
    blind = discord.PermissionOverwrite(read_message_history=False)
    channel = guild.create_text_channel("quiet", overwrites={bob: blind})
    await alice.send(channel, f"{us(env)} {WHY}")
    await bob.send(channel, f"{us(env)} {WHY}")
    answers = [message for message in channel.history(viewer=alice) if message.author.bot]
    assert answers[-1].content.startswith(LAMP)


async def test_a_command_links_to_an_answer_in_private_and_is_linked_to(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    asked = await alice.slash(channel, "ask", question=WHY)
    assert asked.response is not None
    await bob.send(channel, f"{us(env)} {WHY}")
    assert said(channel)[-1].content.endswith(f"/{channel.id}/{asked.response.id}")
    again = await bob.slash(channel, "ask", question=WHY)
    assert again.response is not None
    assert again.response.ephemeral
    assert again.response.content.endswith(f"/{channel.id}/{asked.response.id}")


async def test_a_private_answer_is_given_in_full_and_not_linked_to(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    for _ in range(2):
        asked = await alice.slash(channel, "ask", question=WHY, private=True)
        assert asked.response is not None
        assert asked.response.content.startswith(LAMP)
    await alice.send(channel, f"{us(env)} {WHY}")
    assert said(channel)[-1].content.startswith(LAMP)


def test_only_so_many_answers_are_remembered_and_only_answers(library: Library) -> None:
    repeats = Repeats(limit=10)
    told = library.find("lamp-failed")
    assert told
    for channel in range(100):
        repeats.note(channel, tell(told), channel)
        repeats.note(channel, remark("hello"), channel)
    assert len(repeats) == 10


async def test_an_answer_that_follows_its_edited_question_is_linked_to(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    asked = await alice.send(channel, f"{us(env)} how old was Signe?")
    await alice.edit(asked, f"{us(env)} {WHY}")
    [answer] = said(channel)
    await bob.send(channel, f"{us(env)} {WHY}")
    assert said(channel)[-1].content.endswith(answer.jump_url)


@pytest.mark.parametrize(
    ("command", "options", "button"),
    [
        ("fact", {"search": WHY}, None),
        ("quote", {"search": "tea"}, None),
        ("ask", {"question": "When did the lamp go out?"}, WHY),
        ("ask", {"question": WHY, "private": True}, "Show to everyone"),
    ],
)
async def test_what_a_command_or_a_button_told_is_linked_to(
    env: simcord.Env,
    channel: ChannelHandle,
    alice: MemberActor,
    bob: MemberActor,
    command: str,
    options: dict[str, Any],
    button: str | None,
) -> None:
    told = (await alice.slash(channel, command, **options)).response
    assert told
    if button:
        label = next(one for one in labels(told) if one.lower() == button.lower())
        told = (await alice.click(told, label=label)).response
    shown = channel.last_message
    again = (await bob.slash(channel, "ask", question="greta-tea" if command == "quote" else WHY)).response
    assert again
    assert shown
    assert again.content.endswith(shown.jump_url)
