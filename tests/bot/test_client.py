"""How the bot is built, how it starts and stops, and what it tells of itself."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import discord
import pytest
import structlog

from bot.client import INTENTS, FootnoteBot, StartError, create_bot, run
from bot.settings import Settings
from knowledge import Library, StoryError
from tests.conftest import LIGHTHOUSE
from tests.discord.loopback import Loopback

if TYPE_CHECKING:
    from collections.abc import Callable

    import simcord

TOKEN = "MTAw.loop.back-secret-of-nobody"  # noqa: S105 (opens nothing)


def settings(**more: Any) -> Settings:
    return Settings(**{"token": TOKEN, "stories": (LIGHTHOUSE,), "log_level": "INFO", "guild": None} | more)


def test_building_the_bot_starts_nothing() -> None:
    bot = create_bot(settings())
    assert bot.user is None
    assert not bot.is_closed()
    assert bot.library.stories[0].id == "lighthouse"


def test_a_story_that_cannot_be_read_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(StoryError):
        create_bot(settings(stories=(tmp_path / "none.toml",)))


def test_no_privileged_intent_is_asked_for() -> None:
    assert not INTENTS.message_content
    assert not INTENTS.members
    assert not INTENTS.presences
    assert {name for name, on in INTENTS if on} == {"guilds", "guild_messages", "dm_messages"}


def test_nothing_of_people_is_kept_and_nobody_is_pinged(library: Library) -> None:
    bot = FootnoteBot(library)
    assert bot.allowed_mentions is not None
    assert dict(bot.allowed_mentions.to_dict()) == {"parse": []}
    assert bot._connection.member_cache_flags == discord.MemberCacheFlags.none()
    assert not bot.cached_messages


@pytest.mark.parametrize("show", [repr, str, lambda bot: repr(vars(bot))])
def test_the_token_is_nowhere_to_be_seen(show: Callable[[FootnoteBot], str]) -> None:
    assert "back-secret" not in show(create_bot(settings()))


@pytest.mark.parametrize(
    ("status", "close_code", "words"),
    [
        (401, None, "Discord rejects DISCORD_TOKEN"),
        (200, 4014, "needs no privileged"),
        (200, 4004, "code 4004"),
        (403, None, "code 403"),
    ],
)
async def test_being_refused_is_said_in_one_sentence_with_the_cure(
    library: Library, monkeypatch: pytest.MonkeyPatch, status: int, close_code: int | None, words: str
) -> None:
    async with Loopback(status, close_code) as discord_:
        discord_.lead_here(monkeypatch)
        with pytest.raises(StartError) as raised:
            await run(FootnoteBot(library), TOKEN)
    assert words in str(raised.value)
    assert "back-secret" not in str(raised.value)
    assert "\n" not in str(raised.value)


async def test_an_unreachable_discord_is_said_in_one_sentence(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discord.http.Route, "BASE", "http://127.0.0.1:9/api/v10")
    with pytest.raises(StartError, match="cannot be reached"):
        await run(FootnoteBot(library), TOKEN)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal handlers in asyncio")
@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_closes_the_connection_within_seconds(
    library: Library, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, name: signal.Signals
) -> None:
    caplog.set_level(logging.DEBUG)
    async with Loopback() as discord_:
        discord_.lead_here(monkeypatch)
        with structlog.testing.capture_logs() as logged:
            running = asyncio.create_task(run(FootnoteBot(library), TOKEN))
            await asyncio.wait_for(discord_.identified.wait(), 10)
            started = time.monotonic()
            os.kill(os.getpid(), name)
            await asyncio.wait_for(running, 5)
        assert time.monotonic() - started < 3
        await asyncio.sleep(0.05)
        assert discord_.close_codes == [1000]
        assert discord_.identifies[0]["intents"] == INTENTS.value
        assert "back-secret" not in str(logged) + caplog.text
        assert not [
            record for record in caplog.records if record.name.startswith("discord") and record.levelno < 20
        ]


async def test_a_cancelled_run_closes_the_connection_too(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Loopback() as discord_:
        discord_.lead_here(monkeypatch)
        bot = FootnoteBot(library)
        running = asyncio.create_task(run(bot, TOKEN))
        await asyncio.wait_for(discord_.identified.wait(), 10)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        assert bot.is_closed()


def uploads(env: simcord.Env) -> list[str]:
    return [call.path for call in env.http_requests if call.method == "PUT"]


async def test_commands_are_uploaded_only_when_they_changed(
    env: simcord.Env, make_bot: Callable[[], FootnoteBot]
) -> None:
    assert len(uploads(env)) == 1
    await env.restart_bot(make_bot())
    assert len(uploads(env)) == 1
    stored = env.backend.commands[None]
    stored[("ask", 1)] = {**stored[("ask", 1)], "description": "What it said last year"}
    await env.restart_bot(make_bot())
    assert len(uploads(env)) == 2
    assert env.backend.commands[None][("ask", 1)]["description"] == "Ask something about the story."


async def test_what_discord_adds_to_a_command_is_no_change(
    env: simcord.Env, make_bot: Callable[[], FootnoteBot]
) -> None:
    for command in env.backend.commands[None].values():
        command |= {
            "version": "1",
            "name_localized": command["name"],
            "contexts": command["contexts"][::-1],
            "integration_types": command["integration_types"][::-1],
        }
    await env.restart_bot(make_bot())
    assert len(uploads(env)) == 1


async def test_with_a_server_commands_are_there_and_nowhere_else(env: simcord.Env, library: Library) -> None:
    guild = env.create_guild()
    await env.restart_bot(FootnoteBot(library, guild=guild.id))
    assert not env.backend.commands[None]
    assert {name for name, _ in env.backend.commands[guild.id]} >= {"ask", "quote", "fact"}
    before = len(uploads(env))
    await env.restart_bot(FootnoteBot(library, guild=guild.id))
    assert len(uploads(env)) == before


async def test_a_failing_upload_does_not_stop_the_bot(
    env: simcord.Env, make_bot: Callable[[], FootnoteBot]
) -> None:
    env.inject_error("GET", "/applications/*/commands", status=403, code=50001)
    with structlog.testing.capture_logs() as logged:
        await env.restart_bot(make_bot())
    assert [entry["status"] for entry in logged if entry["log_level"] == "error"] == [403]
    guild = env.create_guild()
    channel = guild.create_text_channel("general")
    alice = guild.add_member(env.create_user("alice"))
    result = await alice.slash(channel, "story")
    assert result.response is not None


def test_nobody_is_warned_that_it_cannot_speak_aloud(
    library: Library, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(discord.VoiceClient, "warn_nacl", True)
    monkeypatch.setattr(discord.VoiceClient, "warn_dave", True)
    FootnoteBot(library)
    assert not caplog.records
