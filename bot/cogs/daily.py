"""A quote a day: setting it, seeing what is set, ending it."""

from __future__ import annotations

import asyncio
import datetime as dt
from typing import TYPE_CHECKING, Any, Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.choices import MAX_LENGTH, Choices, guarded
from bot.cogs.managing import NOT_KEPT, NOT_READ, for_managers, is_manager, whisper
from bot.daily import TROUBLES, DailyPosts, due_after, read_time, read_zone, suggest_zones
from bot.render import escape, fit
from bot.speech import Message, listed
from bot.store import DatabaseError
from bot.store.dailies import Daily

if TYPE_CHECKING:
    from bot.client import FootnoteBot

SET: Final = Message("daily-is-set")
NONE: Final = Message("daily-none")
ENDED: Final = Message("daily-ended")
NO_TIME: Final = Message("daily-no-time")
NO_ZONE: Final = Message("daily-no-zone")
MAY_NOT_POST: Final = Message("daily-may-not-post")
PERMISSIONS: Final = {
    "view_channel": Message("permission-view-channel"),
    "send_messages": Message("permission-send-messages"),
    "send_messages_in_threads": Message("permission-send-messages-in-threads"),
}

AnyChannel = discord.TextChannel | discord.VoiceChannel | discord.Thread


@for_managers
class DailyCog(commands.GroupCog, group_name="daily", group_description="A quote of the story every day"):
    """A quote a day."""

    def __init__(self, bot: FootnoteBot) -> None:
        """Post through `bot`."""
        self._bot = bot
        self.posts = DailyPosts(bot)
        self._posting: asyncio.Task[None] | None = None

    async def cog_load(self) -> None:
        """Begin to post; without a database nothing will ever be due."""
        if self._bot.database.exists:
            self._posting = asyncio.create_task(self.posts.run(), name="quotes a day")

    async def cog_unload(self) -> None:
        """Stop posting."""
        if self._posting:
            self._posting.cancel()
            await asyncio.wait({self._posting})

    @app_commands.command(name="set")
    @app_commands.describe(
        channel="Where to post it", time="At what time of day, such as 09:00", zone="In which time zone"
    )
    async def change(
        self, interaction: discord.Interaction[FootnoteBot], channel: AnyChannel, time: str, zone: str
    ) -> None:
        """Post a quote every day, none again until all were shown."""
        if interaction.guild_id is None or not await is_manager(interaction):
            return
        at, known = read_time(time), read_zone(zone)
        if at is None:
            await whisper(interaction, NO_TIME(typed=_shown(time)))
        elif known is None:
            await whisper(interaction, NO_ZONE(typed=_shown(zone)))
        elif lacking := _lacking(channel):
            await whisper(interaction, MAY_NOT_POST(channel=channel.mention, permissions=lacking))
        else:
            due = due_after(self.posts.now(), at, known)
            await whisper(
                interaction, await self._set(Daily(interaction.guild_id, channel.id, at, known, due))
            )

    async def _set(self, daily: Daily) -> str:
        try:
            await self.posts.dailies.put(daily)
        except DatabaseError:
            return NOT_KEPT()
        self.posts.wake()
        return describe(daily)

    @change.autocomplete("zone")
    @guarded
    async def _zones(self, _: discord.Interaction[FootnoteBot], typed: str) -> Choices:
        return [app_commands.Choice(name=zone, value=zone) for zone in suggest_zones(typed[:MAX_LENGTH])]

    @app_commands.command()
    async def off(self, interaction: discord.Interaction[FootnoteBot]) -> None:
        """End the quote a day."""
        if interaction.guild_id is None or not await is_manager(interaction):
            return
        try:
            line = ENDED() if await self.posts.dailies.remove(interaction.guild_id) else NONE()
        except DatabaseError:
            line = NOT_KEPT()
        await whisper(interaction, line)

    @app_commands.command()
    async def show(self, interaction: discord.Interaction[FootnoteBot]) -> None:
        """See where and when the quote a day is posted, and whether that works."""
        if interaction.guild_id is None or not await is_manager(interaction):
            return
        try:
            daily = await self.posts.dailies.get(interaction.guild_id)
        except DatabaseError:
            await whisper(interaction, NOT_READ())
        else:
            await whisper(interaction, describe(daily) if daily else NONE())


def describe(daily: Daily) -> str:
    """Return what is set, and what went wrong last."""
    when = discord.utils.format_dt(daily.next_due.astimezone(dt.UTC), "F")
    line = SET(channel=f"<#{daily.channel_id}>", time=daily.at, zone=escape(daily.zone), when=when)
    trouble = TROUBLES.get(daily.trouble or "")
    return f"{line}\n{trouble()}" if trouble else line


def _lacking(channel: AnyChannel) -> str:
    """Return the names of the permissions we lack to post there."""
    may = channel.permissions_for(channel.guild.me)
    needed = "send_messages_in_threads" if isinstance(channel, discord.Thread) else "send_messages"
    lacking: list[Any] = [name for name in ("view_channel", needed) if not getattr(may, name)]
    return listed([PERMISSIONS[name]() for name in lacking]) if lacking else ""


def _shown(typed: str) -> str:
    return escape(fit(typed, MAX_LENGTH))
