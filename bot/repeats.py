"""The same entry asked for again in a channel: a link to where it was told, not the same text twice."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from bot.memory import TEN_MINUTES, ShortMemory
from bot.render import remark
from bot.speech import Message

if TYPE_CHECKING:
    import discord

    from bot.client import FootnoteBot
    from bot.render import Said

TOLD_BEFORE: Final = Message("told-before")

_LINK: Final = "https://discord.com/channels/{guild}/{channel}/{message}"
"""What Discord's own "Copy Message Link" gives; it shows as a link to the message, without a preview."""

_Where = tuple[int, tuple[str, ...]]


def repeats_allowed(bot: FootnoteBot, guild_id: int | None) -> bool:
    """Tell whether a repeated answer may be a link: never in direct messages, where nobody else reads."""
    return guild_id is not None and bot.guilds_settings.at_hand(guild_id).repeat_links


class Repeats:
    """Remembers for ten minutes which message told an entry in which channel; a thread is its own channel."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, limit: int = 10_000) -> None:
        """Remember the last `limit` answers."""
        self._messages: ShortMemory[_Where, int] = ShortMemory(TEN_MINUTES, limit, clock)
        self._places: ShortMemory[int, _Where] = ShortMemory(TEN_MINUTES, limit, clock)

    def __len__(self) -> int:
        """Return how many answers are remembered."""
        return len(self._messages)

    def note(self, channel: int, said: Said, message: int) -> None:
        """Remember that this message told what was `said`; of what is no answer nothing is remembered."""
        if said.outcome == "answer" and said.told:
            where = (channel, _refs(said))
            self._messages.put(where, message)
            self._places.put(message, where)

    def forget(self, message: int) -> None:
        """Forget a message that was deleted, or that says something else now."""
        where = self._places.pop(message)
        if where and self._messages.get(where) == message:
            self._messages.pop(where)

    def note_shown(self, interaction: discord.Interaction[Any], said: Said, message: int) -> None:
        """Remember what a command or a button told everybody, where we would learn that it is gone."""
        if interaction.channel_id and interaction.client.get_guild(interaction.guild_id or 0):
            self.note(interaction.channel_id, said, message)

    def or_link(self, said: Said, guild: int | None, channel: int | None) -> Said:
        """Return what is to be said where `said` is asked for: itself, or a link to where it stands."""
        if said.outcome != "answer" or guild is None or channel is None:
            return said
        message = self._messages.get((channel, _refs(said)))
        if message is None:
            return said
        return remark(TOLD_BEFORE(link=_LINK.format(guild=guild, channel=channel, message=message)))


def _refs(said: Said) -> tuple[str, ...]:
    return tuple(told.ref for told in said.told)
