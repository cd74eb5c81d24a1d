"""What readers, and the log, learn when something breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.breakage import CALM
from bot.speaking import QUIET_SECONDS
from tests.conftest import troubles

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

WORDS = "xylophone-words"  # what a reader wrote, to be found nowhere else


@pytest.fixture
def broken(env: simcord.Env, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the engine break, with a reader's words in its mouth."""

    def ask(_: object, question: str, *__: object) -> None:
        raise KeyError(question)

    monkeypatch.setattr(type(env.bot.library), "ask", ask)  # type: ignore[attr-defined]


@pytest.mark.usefixtures("broken")
async def test_a_broken_engine_gives_a_calm_line_in_chat_and_one_log_line(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, logged: list[Any]
) -> None:
    assert env.bot.user
    await alice.send(channel, f"{env.bot.user.mention} {WORDS}")
    assert channel.last_message
    assert channel.last_message.content == CALM()
    [entry] = troubles(logged)
    assert entry["error"] == "KeyError"
    assert WORDS not in str(logged)
    assert len(env.errors) == 1


@pytest.mark.usefixtures("broken")
async def test_a_broken_engine_gives_a_calm_private_line_to_a_command(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, logged: list[Any]
) -> None:
    result = await alice.slash(channel, "ask", question=WORDS)
    assert result.response is not None
    assert result.response.content == CALM()
    assert result.response.ephemeral
    [entry] = troubles(logged)
    assert entry["error"] == "KeyError"
    assert WORDS not in str(logged)
    assert env.errors


async def test_a_failure_after_the_answer_is_told_in_a_follow_up(
    env: simcord.Env,
    channel: ChannelHandle,
    alice: MemberActor,
    monkeypatch: pytest.MonkeyPatch,
    logged: list[Any],
) -> None:
    async def respond(interaction: discord.Interaction[Any], *_: object, **__: object) -> None:
        await interaction.response.defer()
        raise RuntimeError(WORDS)

    monkeypatch.setattr("bot.cogs.ask.respond", respond)
    result = await alice.slash(channel, "ask", question="lamp")
    shown = [message.content for message in [*result.followups, *filter(None, [result.response])]]
    assert CALM() in shown
    assert len(troubles(logged)) == 1
    assert WORDS not in str(logged)
    assert env.errors


async def test_a_broken_button_gives_a_calm_private_line(
    env: simcord.Env,
    channel: ChannelHandle,
    alice: MemberActor,
    monkeypatch: pytest.MonkeyPatch,
    logged: list[Any],
) -> None:
    asked = await alice.slash(channel, "ask", question="Who was the captain of the ferry?")

    def find(*_: object) -> None:
        raise RuntimeError(WORDS)

    monkeypatch.setattr(type(env.bot.library), "find", find)  # type: ignore[attr-defined]
    assert asked.response is not None
    pressed = await alice.click(asked.response, label="How did Greta reach the ferry?")
    assert pressed.response is not None
    assert pressed.response.content == CALM()
    assert len(troubles(logged)) == 1
    assert WORDS not in str(logged)


async def test_a_broken_autocomplete_shows_no_choices_and_is_logged(
    env: simcord.Env,
    channel: ChannelHandle,
    alice: MemberActor,
    monkeypatch: pytest.MonkeyPatch,
    logged: list[Any],
) -> None:
    def search(*_: object, **__: object) -> None:
        raise RuntimeError(WORDS)

    monkeypatch.setattr(type(env.bot.library), "search", search)  # type: ignore[attr-defined]
    assert await alice.autocomplete(channel, "ask", "question", WORDS) == []
    assert WORDS not in str(logged)
    assert len(troubles(logged)) <= 1
    assert isinstance(env.errors, list)


@pytest.mark.parametrize(("status", "code"), [(403, 50013), (403, 50001), (404, 10003)])
async def test_where_we_may_not_speak_we_log_once_and_stay_quiet(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, logged: list[Any], status: int, code: int
) -> None:
    env.inject_error("POST", "/channels/*/messages", status=status, code=code, times=None)
    assert env.bot.user
    for _ in range(3):
        await alice.send(channel, f"{env.bot.user.mention} {WORDS}")
    assert [message for message in channel.history() if message.author == env.bot.user] == []
    [entry] = troubles(logged)
    assert (entry["status"], entry["code"]) == (status, code)
    assert WORDS not in str(logged)
    assert len([call for call in env.http_requests if call.path.endswith("/messages")]) == 1


async def test_after_a_minute_we_try_again(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, logged: list[Any]
) -> None:
    now = [1000.0]
    env.bot.speaker._clock = lambda: now[0]  # type: ignore[attr-defined]
    env.inject_error("POST", "/channels/*/messages", status=403, code=50013)
    assert env.bot.user
    await alice.send(channel, f"{env.bot.user.mention} hello")
    now[0] += QUIET_SECONDS
    await alice.send(channel, f"{env.bot.user.mention} hello")
    assert channel.last_message
    assert channel.last_message.author == env.bot.user
    assert len(troubles(logged)) == 1


@pytest.mark.parametrize(("status", "code"), [(400, 50035), (403, 160002), (400, 160002)])
async def test_without_the_message_to_answer_the_answer_still_comes(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, status: int, code: int
) -> None:
    env.inject_error("POST", "/channels/*/messages", status=status, code=code)
    assert env.bot.user
    await alice.send(channel, f"{env.bot.user.mention} why did the lamp go out?")
    assert channel.last_message
    assert channel.last_message.content.startswith("The lamp")
    assert channel.last_message.reference is None


async def test_a_fault_of_discord_is_logged_once(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, logged: list[Any]
) -> None:
    env.inject_error("POST", "/channels/*/messages", status=500, times=None)
    assert env.bot.user
    await alice.send(channel, f"{env.bot.user.mention} {WORDS}")
    [entry] = troubles(logged)
    assert entry["status"] == 500
    assert WORDS not in str(logged)
    assert env.errors


async def test_an_expired_interaction_ends_quietly(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, logged: list[Any]
) -> None:
    env.inject_error("POST", "/interactions/*/*/callback", status=404, code=10062, times=None)
    await alice.slash(channel, "story")
    [entry] = troubles(logged)
    assert entry["code"] == 10062
    assert env.errors


async def test_many_silent_channels_are_not_all_remembered(env: simcord.Env) -> None:
    speaker = env.bot.speaker  # type: ignore[attr-defined]
    error = discord.Forbidden(type("Response", (), {"status": 403, "reason": ""})(), "no")
    for number in range(3000):
        speaker._remember_refusal(number, error)
    assert len(speaker._refused) == 1000


async def test_a_failure_nobody_waits_for_is_only_logged(env: simcord.Env, logged: list[Any]) -> None:
    async def welcome(_: discord.abc.GuildChannel) -> None:
        raise RuntimeError(WORDS)

    env.bot.add_listener(welcome, "on_guild_channel_create")  # type: ignore[attr-defined]
    env.create_guild().create_text_channel("new")
    await env.settle()
    [entry] = troubles(logged)
    assert (entry["event_name"], entry["error"]) == ("on_guild_channel_create", "RuntimeError")
    assert WORDS not in str(logged)
    assert env.errors
