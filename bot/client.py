"""The bot as a whole: what it may see, what it is built from, and how it starts and stops."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.answered import Answered
from bot.breakage import Breakage, describe
from bot.buttons import ALL_BUTTONS
from bot.cogs import ALL_COGS
from bot.limits import Limits, admits
from bot.listening import is_for
from bot.picking import Picker, after_telling
from bot.places import enter, story_here
from bot.render import Said, say
from bot.repeats import Repeats
from bot.speaking import Speaker
from bot.store import Database, DatabaseError, GuildsSettings, NewerSchemaError
from bot.sync import sync_if_changed
from bot.tongues import speak_before_answering
from bot.translator import CommandTranslator
from knowledge import Conversation, Conversations, load_library

if TYPE_CHECKING:
    from bot.settings import Settings
    from knowledge import Library, Reply
    from knowledge.model import Told

INTENTS: Final = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
"""What we see. None of these is privileged: messages come with content only where they are for us."""

GOODBYE_SECONDS: Final = 5.0
"""How long closing the connection may take before we leave without it."""

log = structlog.get_logger("footnote")


class StartError(Exception):
    """Discord does not let us in; the message is one sentence with the cure."""


class _Tree(app_commands.CommandTree["FootnoteBot"]):
    async def interaction_check(self, interaction: discord.Interaction[FootnoteBot], /) -> bool:
        await enter(self.client, interaction.guild_id)
        await speak_before_answering(interaction)
        return await admits(self.client, interaction)

    async def on_error(
        self, interaction: discord.Interaction[FootnoteBot], error: app_commands.AppCommandError, /
    ) -> None:
        await self.client.breakage.in_interaction(interaction, error)


class FootnoteBot(commands.AutoShardedBot):
    """Footnote on Discord."""

    def __init__(
        self,
        library: Library,
        *,
        guild: int | None = None,
        connector: Any = None,  # noqa: ANN401
        database: Path | str | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Build the bot, and start nothing.

        With `guild`, commands go to that one server; without a `database`, servers can choose nothing.
        """
        # We never speak aloud, so nobody needs to hear at every start that libraries for voice are missing.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=_Tree,
            intents=INTENTS,
            allowed_mentions=discord.AllowedMentions.none(),
            activity=discord.Activity(type=discord.ActivityType.listening, name="/ask"),
            # Nothing of people or their messages is kept.
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            connector=connector,
        )
        self.library = library
        library.warm()
        self.database = Database(database)
        self.guilds_settings = GuildsSettings(self.database)
        self.speaker = Speaker(clock=clock)
        self.limits = Limits(clock)
        self.answered = Answered(clock)
        self.repeats = Repeats(clock)
        self.clock = clock
        self.breakage = Breakage()
        self._conversations = Conversations(clock=clock)
        self._command_guild = guild

    @property
    def library(self) -> Library:
        """Return the stories that are told where we are: all, or the one that the server has chosen."""
        return self._library.only(story_here())

    @library.setter
    def library(self, library: Library) -> None:
        self._library = library
        self._pickers: dict[Library, Picker] = {}

    @property
    def whole_library(self) -> Library:
        """Return all stories, wherever we are."""
        return self._library

    @property
    def picker(self) -> Picker:
        """Return the picker of the stories that are told where we are."""
        library = self.library
        return self._pickers.setdefault(library, Picker(library))

    async def setup_hook(self) -> None:
        """Bring in what reacts to readers, and tell Discord our commands if they changed."""
        await self._open_database()
        self.add_dynamic_items(*ALL_BUTTONS)
        for cog in ALL_COGS:
            await self.add_cog(cog(self))
        await self.tree.set_translator(CommandTranslator())
        await sync_if_changed(self.tree, self._command_guild)

    async def _open_database(self) -> None:
        """Open the database; readers are served without it too, but not with one that we would misread."""
        if self.database.exists:
            try:
                await self.database.open()
            except DatabaseError as error:
                log.warning("The database cannot be opened.", **describe(error.__cause__ or error))

    async def close(self) -> None:
        """Close the connections, to Discord and to the database."""
        await super().close()
        await self.database.close()

    def answer(self, question: str, channel: int | None, reader: int) -> Said:
        """Answer a reader in the light of what they said in this channel in the last minutes."""
        return say(self.reply(question, channel, reader), self.library)

    def reply(self, question: str, channel: int | None, reader: int) -> Reply:
        """Return the reply to a reader before it is put into words, and remember it for follow-ups."""
        place = (channel, reader)
        conversation = self._conversations[place]
        reply = self.library.ask(question, conversation)
        self._conversations.remember(place, conversation.after(question, reply))
        return reply

    def conversation(self, channel: int | None, reader: int) -> Conversation:
        """Return what was said to a reader in this channel in the last minutes."""
        return self._conversations[channel, reader]

    def go_on_from(self, channel: int | None, reader: int, conversation: Conversation) -> None:
        """Let a conversation be one from before, as if what came after it had not been asked."""
        if conversation:
            self._conversations.remember((channel, reader), conversation)
        else:
            self._conversations.forget((channel, reader))

    def note(self, channel: int | None, reader: int, said: Said) -> None:
        """Remember what a reader was told by a command or a button, so that they can ask on."""
        place = (channel, reader)
        before = self._conversations[place]
        after = after_telling(before, said, self.library)
        if after is not before:
            self._conversations.remember(place, after)

    def unnote(self, channel: int | None, reader: int, told: Sequence[Told]) -> None:
        """Forget that a reader was last told these entries, because it was not what they asked."""
        turns = self.conversation(channel, reader).turns
        refs = [one.ref for one in told]
        for at in reversed(range(len(turns))):
            if refs and [one.ref for one in turns[at].told] == refs:
                self.go_on_from(channel, reader, Conversation((*turns[:at], *turns[at + 1 :])))
                return

    async def on_ready(self) -> None:
        """Say once a connection is made that readers are served."""
        log.info(
            "Connected.", guilds=len(self.guilds), shards=self.shard_count, stories=len(self.library.stories)
        )

    async def on_message(self, message: discord.Message, /) -> None:
        """Leave messages to the cogs: our text commands are questions first."""

    async def on_error(self, event_method: str, /, *args: Any, **_: Any) -> None:  # noqa: ANN401
        """End every failure of an event in the one place for failures."""
        error = sys.exc_info()[1]
        if error is None:
            return
        message = args[0] if args else None
        if self.user and isinstance(message, discord.Message) and is_for(message, self.user):
            await self.breakage.in_message(message, error)
        else:
            await self.breakage.elsewhere(event_method, error)

    async def on_command_error(self, ctx: commands.Context[Any], error: commands.CommandError, /) -> None:
        """End failures of the prefix framework there too, should a cog ever use it."""
        await self.breakage.in_message(ctx.message, error)


def create_bot(
    settings: Settings, *, connector: aiohttp.BaseConnector | None = None, library: Library | None = None
) -> FootnoteBot:
    """Build the whole bot, and start nothing.

    Raises:
        StoryError: a story file is wrong.
    """
    return FootnoteBot(
        library or load_library(settings.stories),
        guild=settings.guild,
        connector=connector,
        database=settings.database,
    )


async def run(bot: FootnoteBot, token: str) -> None:
    """Serve readers until SIGTERM or Ctrl-C, then close the connection cleanly.

    Raises:
        StartError: Discord refuses us or cannot be reached.
    """
    # At DEBUG discord.py writes out every event and request, and so what readers wrote and the token.
    chatter = logging.getLogger("discord")
    chatter.setLevel(max(logging.INFO, chatter.getEffectiveLevel()))
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        # Windows has no such handlers; there Ctrl-C cancels this task, and we close below.
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(name, stop.set)
    serving = asyncio.create_task(_serve(bot, token))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
        await _close(bot, serving)
    if not serving.cancelled():
        serving.result()


async def _close(bot: FootnoteBot, serving: asyncio.Task[None]) -> None:
    """Say goodbye to Discord, or it would show us online for a while; but never wait for long."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(GOODBYE_SECONDS):
            await bot.close()
            await asyncio.wait({serving})
    if not serving.done():
        serving.cancel()
        await asyncio.wait({serving})
    log.info("Disconnected.")


async def _serve(bot: FootnoteBot, token: str) -> None:
    try:
        await bot.start(token)
    except NewerSchemaError as error:
        raise StartError(str(error)) from error
    except discord.LoginFailure as error:
        cure = "copy the token anew from the Bot page of the Discord developer portal."
        raise StartError(f"Discord rejects DISCORD_TOKEN; {cure}") from error
    except discord.PrivilegedIntentsRequired as error:
        message = (
            "Discord refuses the intents; Footnote needs no privileged one, so use its released version."
        )
        raise StartError(message) from error
    except (discord.HTTPException, discord.GatewayNotFound, discord.ConnectionClosed) as error:
        number = getattr(error, "status", None) or getattr(error, "code", None)
        message = (
            f"Discord does not let the bot in (code {number}); see discordstatus.com and try again later."
        )
        raise StartError(message) from error
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        message = "Discord cannot be reached; check the network connection and try again."
        raise StartError(message) from error
