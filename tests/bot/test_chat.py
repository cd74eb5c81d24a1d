"""What happens when somebody writes a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest
import simcord
from simcord.backend import serializers

from tests.conftest import Heard

if TYPE_CHECKING:
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle, GuildHandle

LAMP = "The lamp of the lighthouse went out because its oil pump froze.¹"
LAMP_NOTE = "-# ¹ The Skerry Post, 9 November 1931, paragraph 1"


def us(env: simcord.Env) -> str:
    assert env.bot.user
    return env.bot.user.mention


def said(channel: ChannelHandle) -> list[discord.Message]:
    """Return what the bot said in the channel, the oldest first."""
    return [message for message in channel.history() if message.author.bot and message.webhook_id is None]


@pytest.mark.parametrize(
    "text",
    [
        "{us} Why did the lamp go out?",
        "hey {us}, why did the lamp go out?",
        "why did the lamp go out {us}",
        "{us} **why** did the ||lamp|| go out? https://example.org/a_b_c",
        "> somebody else's words\n{us} why did the lamp go out?",
        "{us} why did the lamp go out? `print('x')`\n```py\nraise SystemExit\n```",
        "{us} why did the \u200blamp\u200b go out?",
    ],
)
async def test_a_message_that_names_us_is_answered_with_a_footnote(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, text: str
) -> None:
    asked = await alice.send(channel, text.format(us=us(env)))
    [answer] = said(channel)
    assert answer.content == f"{LAMP}\n{LAMP_NOTE}"
    assert answer.reference is not None
    assert answer.reference.message_id == asked.id
    assert not answer.mentions


@pytest.mark.parametrize(
    "text",
    ["@everyone why did the lamp go out?", "@here why did the lamp go out?", "why did the lamp go out?"],
)
async def test_a_message_to_everybody_is_not_ours(
    channel: ChannelHandle, alice: MemberActor, text: str
) -> None:
    await alice.send(channel, text)
    assert said(channel) == []


async def test_a_mention_of_our_role_is_not_ours(
    env: simcord.Env, guild: GuildHandle, channel: ChannelHandle, alice: MemberActor
) -> None:
    role = guild.create_role("Footnote")
    await alice.send(channel, f"{role.mention} why did the lamp go out?")
    assert said(channel) == []
    assert env.errors == []


async def test_a_mention_of_somebody_else_is_not_ours(
    channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    await alice.send(channel, f"{bob.mention} why did the lamp go out?")
    assert said(channel) == []


async def test_other_bots_and_webhooks_are_not_answered(
    env: simcord.Env, guild: GuildHandle, channel: ChannelHandle
) -> None:
    robot = guild.add_member(env.create_user("robot", bot=True))
    await robot.send(channel, f"{us(env)} why did the lamp go out?")
    hook = guild.create_webhook(channel)
    await hook.send(f"{us(env)} why did the lamp go out?")
    assert [message for message in channel.history() if message.author == env.bot.user] == []


async def test_our_own_messages_are_not_answered(env: simcord.Env, channel: ChannelHandle) -> None:
    public = env.bot.get_channel(channel.id)
    assert isinstance(public, discord.TextChannel)
    await public.send(f"{us(env)} why did the lamp go out?")
    await env.settle()
    assert len(channel.history()) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"type": discord.MessageType.pins_add.value},
        {"type": discord.MessageType.thread_starter_message.value},
        {"type": discord.MessageType.poll_result.value},
        {"mentions": [], "mention_everyone": True},
        {"author": {"id": "1", "username": "robot", "discriminator": "0", "avatar": None, "bot": True}},
        {"webhook_id": "1"},
    ],
)
async def test_what_nobody_wrote_to_us_is_not_ours(
    env: simcord.Env,
    channel: ChannelHandle,
    alice: MemberActor,
    heard: list[Heard],
    change: dict[str, object],
) -> None:
    sent = await alice.send(channel, "hello all")
    assert sent.guild
    payload = dict(serializers.message_payload(env.backend, env.backend.get_message(channel.id, sent.id)))
    ours = {"id": str(env.bot.user.id if env.bot.user else 0), "username": "Footnote", "discriminator": "0"}
    payload |= {
        "id": str(env.backend.snowflake()),
        "guild_id": str(sent.guild.id),
        "content": us(env) + " why?",
    }
    env.backend.emit("MESSAGE_CREATE", payload | {"mentions": [{**ours, "avatar": None}]} | change)
    await env.settle()
    assert heard == []
    assert said(channel) == []


async def test_a_reply_without_a_ping_is_not_ours(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, heard: list[Heard]
) -> None:
    await alice.send(channel, f"{us(env)} why did the lamp go out?")
    reply = await alice.send(channel, "hello", reply_to=said(channel)[0])
    before = len(heard)
    assert reply.guild
    payload = dict(serializers.message_payload(env.backend, env.backend.get_message(channel.id, reply.id)))
    payload |= {"id": str(env.backend.snowflake()), "guild_id": str(reply.guild.id)}
    env.backend.emit("MESSAGE_CREATE", payload | {"mentions": [], "content": ""})
    await env.settle()
    assert len(heard) == before


async def test_others_who_are_named_too_are_read_past_and_not_pinged(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, bob: MemberActor, heard: list[Heard]
) -> None:
    await alice.send(channel, f"{us(env)} {bob.mention} why did the lamp go out? {bob.mention}")
    assert [question for question, _ in heard] == ["why did the lamp go out?"]
    assert not said(channel)[0].mentions


async def test_a_direct_message_is_answered_without_a_mention(env: simcord.Env) -> None:
    alice = env.create_user("alice")
    await alice.send_dm("why did the lamp go out?")
    assert alice.dm_channel.last_message is not None
    assert alice.dm_channel.last_message.content == f"{LAMP}\n{LAMP_NOTE}"


async def test_a_question_in_a_thread_is_answered_there(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    opener = await alice.send(channel, "Let us talk about the light")
    public = env.bot.get_channel(channel.id)
    assert isinstance(public, discord.TextChannel)
    await public.create_thread(name="light", message=discord.Object(opener.id))
    await env.settle()
    [thread] = channel.threads
    await alice.send(thread, f"{us(env)} why did the lamp go out?")
    assert said(thread)[-1].content.startswith(LAMP)


async def test_a_reply_with_ping_goes_on_with_the_conversation(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, heard: list[Heard]
) -> None:
    await alice.send(channel, f"{us(env)} Why did the lamp go out?")
    [first] = said(channel)
    reply = await alice.send(channel, "and when?", reply_to=first)
    second = said(channel)[-1]
    assert second.reference is not None
    assert second.reference.message_id == reply.id
    assert heard == [
        ("Why did the lamp go out?", []),
        ("and when?", [("Why did the lamp go out?", "lamp-failed")]),
    ]


async def test_conversations_of_two_readers_do_not_mix(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, bob: MemberActor, heard: list[Heard]
) -> None:
    await alice.send(channel, f"{us(env)} Why did the lamp go out?")
    await bob.send(channel, f"{us(env)} and when?")
    await alice.send_dm("and when?")
    assert [before for _, before in heard] == [[], [], []]


async def test_an_unseen_reply_to_a_slash_answer_is_told_how_to_go_on(
    channel: ChannelHandle, alice: MemberActor
) -> None:
    result = await alice.slash(channel, "ask", question="Why did the lamp go out?")
    assert result.response is not None
    await alice.send(channel, "and when?", reply_to=result.response)
    assert "/ask" in said(channel)[-1].content
    assert "\n" not in said(channel)[-1].content


async def test_a_reply_to_somebody_else_is_not_ours(
    channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    first = await alice.send(channel, "hello all")
    await bob.send(channel, "hello alice", reply_to=first)
    assert said(channel) == []


@pytest.mark.parametrize(
    "text", ["{us}", "{us} `code only`", "{us} <:lamp:123456789012345678>", "{us} @everyone", "> {us}"]
)
async def test_a_call_without_a_question_is_told_how_to_ask(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, text: str
) -> None:
    await alice.send(channel, text.format(us=us(env)))
    [answer] = said(channel)
    assert answer.content.startswith("Write your question into the same message")
    assert answer.components


@pytest.mark.parametrize(
    "text",
    [
        "\N{FACE WITH TEARS OF JOY}\N{FIRE}",
        "\u200b\u200b\u2060",
        "\u202egnirts sdrawkcab",
        "qu\x00 est\x00ion",
        "a" * 1900,
        "why " * 470,
        "[[[[" * 450,
        "` `` " * 350,
        "*_~|" * 450,
        "what is the capital of France?",
        "\u0645\u062a\u0649\u061f",
    ],
)
async def test_strange_messages_get_one_short_answer_and_no_fact(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, text: str
) -> None:
    await alice.send(channel, f"{us(env)} {text}")
    [answer] = said(channel)
    assert 0 < len(answer.content) <= 300
    assert "-# ¹" not in answer.content


@pytest.mark.parametrize(
    "text", ["why did the lamp go out " * 166, "x" * 4000, "\u0301" * 4000, "<@1>" * 1000]
)
async def test_a_message_of_four_thousand_characters_is_answered(env: simcord.Env, text: str) -> None:
    reader = env.create_user("nitro")  # who may write twice as much as the simulated readers
    short = await reader.send_dm("hello")
    stored = env.backend.get_message(short.channel.id, short.id)
    payload = dict(serializers.message_payload(env.backend, stored))
    env.backend.emit("MESSAGE_CREATE", payload | {"id": str(env.backend.snowflake()), "content": text})
    await env.settle()
    assert [message.author.bot for message in reader.dm_channel.history()] == [False, True, True]


async def test_what_readers_write_is_never_repeated(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    await alice.send(channel, f"{us(env)} @everyone **Gwendolyn** [x](https://evil.example) <@&42>")
    content = said(channel)[-1].content
    assert all(word not in content for word in ("Gwendolyn", "everyone", "evil", "<@&"))


async def test_markdown_and_mentions_of_the_story_are_shown_as_written(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    await alice.send(channel, f"{us(env)} What was written on the bow?")
    answer = said(channel)[-1]
    assert r"\*\*Petrel\*\* \<\@&1\> \@everyone" in answer.content
    assert not answer.mention_everyone
    assert not answer.role_mentions


async def test_a_silence_is_said_with_what_is_told_nearby(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    await alice.send(channel, f"{us(env)} Who was the captain of the ferry?")
    [answer] = said(channel)
    assert answer.content.startswith(
        "The story doesn't say who was captain of the Petrel.\nWhat it does tell:"
    )
    [row] = answer.components
    assert isinstance(row, discord.ActionRow)
    assert [getattr(part, "label", None) for part in row.children][:2] == [
        "How many passengers were on the ferry?",
        "How did Greta reach the ferry?",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("quote tea", "Afterwards I made tea."),
        ("Quotes by Signe", "I warmed the pump"),
        ("quote from the keeper", "Greta Halvorsen"),
        ("fact passengers", "Forty passengers"),
        ("quote", "“"),
        ("fact", "-# ¹ The Skerry Post"),
        ("story", "The night the lamp went out"),
        ("timeline", "2 November 1931"),
        ("help", "Try one of these:"),
    ],
)
async def test_text_commands_do_what_slash_commands_do(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, text: str, expected: str
) -> None:
    await alice.send(channel, f"{us(env)} {text}")
    assert expected in said(channel)[-1].content


async def test_a_question_that_begins_like_a_command_is_a_question(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    await alice.send(channel, f"{us(env)} quote of the daughter")
    assert "I warmed the pump" in said(channel)[-1].content
