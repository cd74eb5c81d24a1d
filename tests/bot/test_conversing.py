"""What becomes of an answer when its question is edited or deleted, and how a conversation ends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

import discord
import pytest
import simcord
from simcord.backend import serializers

from bot.answered import Answered, Given
from bot.client import FootnoteBot
from bot.store.guilds import GuildSettings
from tests.bot.test_chat import LAMP, LAMP_NOTE, said, us
from tests.conftest import Heard

if TYPE_CHECKING:
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle, GuildHandle

    from knowledge import Library

WHEN = "The lamp went out on 2 November 1931, at midnight.¹"


@pytest.fixture
def now() -> list[float]:
    """Return the bot's clock, for tests to move."""
    return [1000.0]


@pytest.fixture
def make_bot(library: Library, now: list[float]) -> Callable[[], FootnoteBot]:
    """Return a maker of bots whose clock the tests move."""
    return lambda: FootnoteBot(library, clock=lambda: now[0])


def bot(env: simcord.Env) -> FootnoteBot:
    assert isinstance(env.bot, FootnoteBot)
    return env.bot


# Editing


async def test_an_edited_question_is_answered_in_the_same_message(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    asked = await alice.send(channel, f"{us(env)} why did the lamp go out?")
    [first] = said(channel)
    await alice.edit(asked, f"{us(env)} when did the lamp go out?")
    [second] = said(channel)
    assert second.id == first.id
    assert second.content.startswith(WHEN)


async def test_an_edited_direct_message_is_answered_in_the_same_message(env: simcord.Env) -> None:
    alice = env.create_user("alice")
    asked = await alice.send_dm("why did the lamp go out?")
    await alice.edit(asked, "when did the lamp go out?")
    assert [message.content[: len(WHEN)] for message in said(alice.dm_channel)] == [WHEN]


async def test_an_edited_reply_is_answered_in_the_same_message(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    await alice.send(channel, f"{us(env)} why did the lamp go out?")
    reply = await alice.send(channel, "was Greta married?", reply_to=said(channel)[0])
    before = len(said(channel))
    await alice.edit(reply, f"{us(env)} how old was Signe?")
    assert len(said(channel)) == before
    assert said(channel)[-1].content.startswith("Signe Halvorsen was twelve")


async def test_buttons_of_the_first_answer_do_not_stay_under_the_second(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    asked = await alice.send(channel, f"{us(env)} Who was the captain of the ferry?")
    first = {getattr(part, "label", None) for row in said(channel)[0].components for part in row.children}  # type: ignore[union-attr]
    await alice.edit(asked, f"{us(env)} when did the lamp go out?")
    second = {getattr(part, "label", None) for row in said(channel)[0].components for part in row.children}  # type: ignore[union-attr]
    assert "How did Greta reach the ferry?" in first - second


async def test_an_edited_question_is_asked_in_the_light_of_what_went_before_it(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, heard: list[Heard]
) -> None:
    asked = await alice.send(channel, f"{us(env)} why did the lmap go out?")
    await alice.edit(asked, f"{us(env)} why did the lamp go out?")
    await alice.send(channel, f"{us(env)} and when?")
    assert heard[1:] == [
        ("why did the lamp go out?", []),
        ("and when?", [("why did the lamp go out?", "lamp-failed")]),
    ]


async def test_an_edit_of_an_earlier_question_leaves_the_conversation_where_it_is(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, heard: list[Heard]
) -> None:
    asked = await alice.send(channel, f"{us(env)} how old was Signe?")
    await alice.send(channel, f"{us(env)} why did the lamp go out?")
    await alice.edit(asked, f"{us(env)} was Greta married?")
    await alice.send(channel, f"{us(env)} and when?")
    assert heard[2] == ("was Greta married?", [])
    assert heard[3][1][-1] == ("why did the lamp go out?", "lamp-failed")


@pytest.mark.parametrize("text", ["{us} why did the lamp go out? ", "{us} **why** did the lamp go out?"])
async def test_an_edit_that_asks_the_same_changes_nothing(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, heard: list[Heard], text: str
) -> None:
    asked = await alice.send(channel, f"{us(env)} why did the lamp go out?")
    await alice.edit(asked, text.format(us=us(env)))
    assert len(heard) == 1


async def test_an_unfolded_link_is_no_edit(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, heard: list[Heard]
) -> None:
    asked = await alice.send(channel, f"{us(env)} why did the lamp go out? https://example.org")
    payload = dict(serializers.message_payload(env.backend, env.backend.get_message(channel.id, asked.id)))
    payload |= {"guild_id": str(asked.guild.id if asked.guild else 0), "content": "", "mentions": []}
    env.backend.emit("MESSAGE_UPDATE", payload)
    await env.settle()
    assert len(heard) == 1
    assert len(said(channel)) == 1


async def test_a_question_that_no_longer_names_us_loses_its_answer(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    asked = await alice.send(channel, f"{us(env)} why did the lamp go out?")
    await alice.edit(asked, "never mind")
    assert said(channel) == []


async def test_a_reply_edited_without_a_word_to_us_keeps_its_answer(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    await alice.send(channel, f"{us(env)} why did the lamp go out?")
    reply = await alice.send(channel, "how old was Signe?", reply_to=said(channel)[0])
    payload = dict(serializers.message_payload(env.backend, env.backend.get_message(channel.id, reply.id)))
    payload |= {"guild_id": str(reply.guild.id if reply.guild else 0), "content": "", "mentions": []}
    env.backend.emit("MESSAGE_UPDATE", payload | {"edited_timestamp": "2030-01-01T00:00:00+00:00"})
    await env.settle()
    assert len(said(channel)) == 2


async def test_after_ten_minutes_an_edit_changes_nothing(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, now: list[float]
) -> None:
    asked = await alice.send(channel, f"{us(env)} why did the lamp go out?")
    now[0] += 599
    await alice.edit(asked, f"{us(env)} how old was Signe?")
    now[0] += 1
    await alice.edit(asked, f"{us(env)} when did the lamp go out?")
    [answer] = said(channel)
    assert answer.content.startswith("Signe")


async def test_an_edit_of_what_was_not_for_us_is_passed_over(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    asked = await alice.send(channel, "hello all")
    await alice.edit(asked, f"{us(env)} hello all")
    assert said(channel) == []
    assert env.errors == []


async def test_an_edit_after_our_answer_was_deleted_is_passed_over(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    asked = await alice.send(channel, f"{us(env)} why did the lamp go out?")
    env.backend.delete_message(channel.id, said(channel)[0].id)
    await env.settle()
    await alice.edit(asked, f"{us(env)} when did the lamp go out?")
    assert said(channel) == []
    assert not [call for call in env.http_requests if call.method == "PATCH"]


async def test_an_edit_of_an_answer_that_is_gone_ends_quietly(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    asked = await alice.send(channel, f"{us(env)} why did the lamp go out?")
    env.inject_error("PATCH", "/channels/*/messages/*", status=404, code=10008)
    await alice.edit(asked, f"{us(env)} when did the lamp go out?")
    assert env.errors == []
    assert len(bot(env).answered) == 0


# Deleting


async def test_a_deleted_question_takes_its_answer_along(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, heard: list[Heard]
) -> None:
    await alice.send(channel, f"{us(env)} how old was Signe?")
    asked = await alice.send(channel, f"{us(env)} why did the lamp go out?")
    await alice.delete(asked)
    assert [answer.content[:5] for answer in said(channel)] == ["Signe"]
    await alice.send(channel, f"{us(env)} and when?")
    assert heard[-1][1] == [("how old was Signe?", "signe-age")]


async def test_a_direct_message_taken_back_takes_its_answer_along(env: simcord.Env) -> None:
    alice = env.create_user("alice")
    asked = await alice.send_dm("why did the lamp go out?")
    await alice.delete(asked)
    assert said(alice.dm_channel) == []


async def test_many_messages_deleted_at_once_take_their_answers_along(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    asked = [await alice.send(channel, f"{us(env)} {text}") for text in ("hello", "quote tea", "help")]
    first = said(channel)[0]
    env.backend.bulk_delete_messages(channel.id, [first.id, *(message.id for message in asked)])
    await env.settle()
    assert said(channel) == []
    # What went with the rest is not deleted a second time.
    assert len([call for call in env.http_requests if call.method == "DELETE"]) == 2


async def test_after_ten_minutes_an_answer_stays_when_its_question_goes(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, now: list[float]
) -> None:
    asked = await alice.send(channel, f"{us(env)} why did the lamp go out?")
    now[0] += 600
    await alice.delete(asked)
    assert len(said(channel)) == 1


@pytest.mark.parametrize(("status", "code"), [(404, 10008), (403, 50001)])
async def test_an_answer_that_cannot_be_deleted_is_let_be(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, status: int, code: int
) -> None:
    asked = await alice.send(channel, f"{us(env)} why did the lamp go out?")
    env.inject_error("DELETE", "/channels/*/messages/*", status=status, code=code)
    await alice.delete(asked)
    assert env.errors == []


@pytest.mark.parametrize("named_by", ["question", "answer"])
async def test_other_parts_can_withdraw_an_answer(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, named_by: str
) -> None:
    asked = await alice.send(channel, f"{us(env)} why did the lamp go out?")
    message = asked if named_by == "question" else said(channel)[0]
    assert await bot(env).answered.withdraw(message.id)
    await env.settle()
    assert said(channel) == []
    assert await bot(env).answered.withdraw(message.id) is None


async def test_a_question_deleted_while_it_is_answered_leaves_no_answer(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaker, release = bot(env).speaker, asyncio.Event()
    reply = speaker.reply

    async def slowly(message: discord.Message, *args: object) -> discord.PartialMessage | None:
        env.backend.delete_message(channel.id, message.id)
        release.set()
        await asyncio.sleep(0)
        return await reply(message, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(speaker, "reply", slowly)
    await alice.send(channel, f"{us(env)} why did the lamp go out?")
    await env.settle()
    assert release.is_set()
    assert said(channel) == []


def test_only_so_many_questions_are_remembered() -> None:
    answered = Answered(limit=100)
    for number in range(1000):
        answered.begin(number, Given("", named=True, channel=1, asker=1))
    assert len(answered) == 100


# Ending


@pytest.mark.parametrize("word", ["thanks", "thank you!", "bye"])
async def test_a_conversation_ends_with_one_short_line(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, bob: MemberActor, word: str
) -> None:
    await alice.send(channel, f"{us(env)} {word}")
    [line] = said(channel)
    assert len(line.content) < 60
    assert not line.components
    await alice.send(channel, word, reply_to=line)
    assert len(said(channel)) == 1
    await bob.send(channel, f"{us(env)} {word}")
    assert len(said(channel)) == 2


@pytest.mark.parametrize("question", ["why did the lamp go out?", "quote tea", "hello"])
async def test_after_another_question_thanks_are_heard_again(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, question: str
) -> None:
    for text in ("thanks", question, "thanks"):
        await alice.send(channel, f"{us(env)} {text}")
    assert len(said(channel)) == 3


async def test_after_ten_minutes_thanks_are_heard_again(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, now: list[float]
) -> None:
    await alice.send(channel, f"{us(env)} thanks")
    now[0] += 600
    await alice.send(channel, f"{us(env)} thanks")
    assert len(said(channel)) == 2


async def test_two_bots_that_answer_everything_never_loop(
    env: simcord.Env, guild: GuildHandle, channel: ChannelHandle, alice: MemberActor
) -> None:
    robot = guild.add_member(env.create_user("robot", bot=True))
    await alice.send(channel, f"{us(env)} why did the lamp go out?")
    for _ in range(3):
        await robot.send(channel, f"{us(env)} thanks", reply_to=channel.last_message)
    assert [message for message in said(channel) if message.author == env.bot.user][1:] == []


# Threads


@pytest.mark.parametrize("kind", ["thread", "forum post"])
async def test_a_thread_has_a_conversation_of_its_own(
    env: simcord.Env,
    guild: GuildHandle,
    channel: ChannelHandle,
    alice: MemberActor,
    heard: list[Heard],
    kind: str,
) -> None:
    await alice.send(channel, f"{us(env)} why did the lamp go out?")
    if kind == "thread":
        public = env.bot.get_channel(channel.id)
        assert isinstance(public, discord.TextChannel)
        await public.create_thread(name="light", type=discord.ChannelType.public_thread)
        await env.settle()
        [thread] = channel.threads
    else:
        board = guild.create_forum_channel("board")
        forum = env.bot.get_channel(board.id)
        assert isinstance(forum, discord.ForumChannel)
        await forum.create_thread(name="light", content="about the light")
        await env.settle()
        [thread] = board.threads
    await alice.send(thread, f"{us(env)} why did the lamp go out?")
    # What was told in the channel is told here once more, not linked to, and nothing goes before it.
    assert said(thread)[-1].content == f"{LAMP}\n{LAMP_NOTE}"
    assert heard[-1] == ("why did the lamp go out?", [])
    await alice.send(thread, "and when?", reply_to=said(thread)[-1])
    assert heard[-1][1] == [("why did the lamp go out?", "lamp-failed")]


async def test_in_a_thread_that_we_started_only_what_names_us_is_for_us(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    public = env.bot.get_channel(channel.id)
    assert isinstance(public, discord.TextChannel)
    await public.create_thread(name="light", type=discord.ChannelType.public_thread)
    await env.settle()
    [thread] = channel.threads
    await alice.send(thread, "why did the lamp go out?")
    assert said(thread) == []


# Long messages


@pytest.mark.parametrize("place", ["first", "last", "in the middle"])
async def test_a_long_message_is_read_by_its_question(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, place: str
) -> None:
    chat = "We went to the market. My brother bought pears. Then it rained a bit. We came home late. " * 10
    question = "Why did the lamp go out? "
    text = {
        "first": question + chat * 2,
        "last": chat * 2 + question,
        "in the middle": chat + question + chat,
    }
    await alice.send(channel, f"{us(env)} {text[place]}")
    assert said(channel)[-1].content.startswith(LAMP)


async def test_a_question_deleted_while_the_settings_are_read_is_not_answered(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = bot(env).guilds_settings
    read = settings.get

    async def slow(guild: int | None) -> GuildSettings:
        assert channel.last_message
        env.backend.delete_message(channel.id, channel.last_message.id)
        for _ in range(20):  # until the bot has heard of it
            await asyncio.sleep(0)
        return await read(guild)

    monkeypatch.setattr(settings, "get", slow)
    await alice.send(channel, f"{us(env)} why did the lamp go out?")
    await env.settle()
    assert said(channel) == []
    assert len(bot(env).answered) == 0
