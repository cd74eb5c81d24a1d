"""What happens when we break: the reader gets one calm line, the log one line with the cause."""

from __future__ import annotations

import contextlib
import traceback
from pathlib import Path
from typing import Any, Final

import discord
import structlog

from bot.speech import Message, say_in

CALM: Final = Message("calm")
_FRAMES = 6

log = structlog.get_logger("footnote")


def describe(error: BaseException) -> dict[str, Any]:
    """Return the cause in words that hold nothing a reader wrote.

    The message of an exception may quote the question it choked on, so only its kind and the lines
    of code are told; of Discord's own errors also the numbers (Discord, Opcodes and Status Codes).
    """
    cause = getattr(error, "original", error)
    frames = traceback.extract_tb(cause.__traceback__)[-_FRAMES:]
    told: dict[str, Any] = {
        "error": type(cause).__name__,
        "at": [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames],
    }
    if isinstance(cause, discord.HTTPException):
        told |= {"status": cause.status, "code": cause.code}
    return told


class Breakage:
    """The one place where a failure ends."""

    async def in_interaction(self, interaction: discord.Interaction[Any], error: BaseException) -> None:
        """Log the failure of a command or a button, and tell only the one who used it."""
        log.error("A command went unanswered.", **describe(error))
        if interaction.type is discord.InteractionType.autocomplete:
            return  # there is no place for a line: Discord shows that no options came
        say_in(interaction.locale.value)
        # An interaction that Discord has forgotten cannot be answered, and it says so with a 404.
        with contextlib.suppress(discord.HTTPException):
            if interaction.response.is_done():
                await interaction.followup.send(CALM(), ephemeral=True)
            else:
                await interaction.response.send_message(CALM(), ephemeral=True)

    async def in_message(self, message: discord.Message, error: BaseException) -> None:
        """Log the failure of a chat answer, and tell the channel in one line."""
        log.error("A message went unanswered.", **describe(error))
        with contextlib.suppress(discord.HTTPException):
            await message.channel.send(CALM())

    async def elsewhere(self, event: str, error: BaseException) -> None:
        """Log a failure that no reader was waiting on."""
        log.error("An event failed.", event_name=event, **describe(error))
