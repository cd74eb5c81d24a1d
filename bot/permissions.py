"""What we lack in a channel to answer well, and how those who can change it learn of that."""

from __future__ import annotations

import contextlib
from typing import Any, Final

import discord
import structlog

from bot.speech import Message, listed

MISSING: Final = Message("permission-missing")
"""Said to those who run a server."""

HERE_INSTEAD: Final = Message("here-instead")
"""Said to a reader, above an answer that comes as a direct message."""

SEND: Final = "Send Messages"
SEND_IN_THREADS: Final = "Send Messages in Threads"
READ_HISTORY: Final = "Read Message History"
"""Permissions as the log names them."""

NAMES: Final = {
    SEND: Message("permission-send-messages"),
    SEND_IN_THREADS: Message("permission-send-messages-in-threads"),
    READ_HISTORY: Message("permission-read-message-history"),
}
"""Permissions by the names that Discord's own settings show."""

log = structlog.get_logger("footnote")


def lacking(message: discord.Message) -> tuple[str, ...]:
    """Return which permissions we lack to answer a message where it stands.

    A thread has those of its parent, but for one of its own (Discord, Permissions, "Inherited
    Permissions"). What we do not know of is not missing: then Discord says itself what it refuses.
    """
    us = message.guild.me if message.guild else None
    channel = message.channel
    if us is None or isinstance(
        channel, discord.PartialMessageable | discord.DMChannel | discord.GroupChannel
    ):
        return ()
    try:
        granted = channel.permissions_for(us)
    except discord.ClientException:  # a thread whose parent we do not know
        return ()
    in_thread = isinstance(channel, discord.Thread)
    may_send = granted.send_messages_in_threads if in_thread else granted.send_messages
    missing = [] if may_send else [SEND_IN_THREADS if in_thread else SEND]
    return tuple(missing if granted.read_message_history else [*missing, READ_HISTORY])


def may_send(missing: tuple[str, ...]) -> bool:
    """Tell whether we may write in a channel where these permissions are missing."""
    return SEND not in missing and SEND_IN_THREADS not in missing


def reads_back(message: discord.Message) -> bool:
    """Tell whether the writer of a message sees what was said before it, and so where a link leads."""
    writer, channel = message.author, message.channel
    if not isinstance(writer, discord.Member) or isinstance(
        channel, discord.PartialMessageable | discord.DMChannel | discord.GroupChannel
    ):
        return True
    try:
        return channel.permissions_for(writer).read_message_history
    except discord.ClientException:  # a thread whose parent we do not know
        return True


def instead(message: discord.Message, missing: tuple[str, ...]) -> str:
    """Return the line that explains an answer that comes as a direct message."""
    return HERE_INSTEAD(channel=f"<#{message.channel.id}>", permissions=_listed(missing))


class Admins:
    """Tells those who run a server what we lack, once a server as long as we run."""

    def __init__(self) -> None:
        """Have told nobody yet."""
        self._told: set[int] = set()

    async def tell(self, message: discord.Message, missing: tuple[str, ...]) -> None:
        """Say which permissions are missing where this message stands."""
        guild = message.guild
        if guild is None or guild.id in self._told:
            return
        self._told.add(guild.id)
        log.warning(
            "A permission is missing.", guild=guild.id, channel=message.channel.id, missing=", ".join(missing)
        )
        channel = notice_board(guild)
        if channel:
            line = MISSING(channel=f"<#{message.channel.id}>", permissions=_listed(missing))
            with contextlib.suppress(discord.HTTPException):
                await channel.send(line)


def notice_board(guild: discord.Guild) -> discord.TextChannel | None:
    """Return where those who run a server look: the channel where Discord writes to them, else to all.

    Nobody is written to directly: an app contacts no user who did not ask it to (Discord Developer
    Policy, "Protect Discord users").
    """
    boards: tuple[Any, ...] = (guild.public_updates_channel, guild.system_channel)
    for channel in boards:
        if isinstance(channel, discord.TextChannel):
            granted = channel.permissions_for(guild.me)
            if granted.view_channel and granted.send_messages:
                return channel
    return None


def _listed(missing: tuple[str, ...]) -> str:
    return listed([f"**{NAMES[name]()}**" for name in missing])
