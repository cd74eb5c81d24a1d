"""Saying it on Discord: where an answer goes, who sees it, and what we do where we may not speak."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, Final

import discord
import structlog

from bot.audience import can_be_shown, is_private, must_be_private
from bot.breakage import describe
from bot.render import Said, to_discord
from bot.views import buttons_for

QUIET_SECONDS: Final = 60.0
"""How long we do not try again where Discord refused: 10,000 refusals in ten minutes would have it
shut us out everywhere (Discord, Rate Limits, "Invalid Request Limit")."""

_REFERENCE_REFUSED: Final = {
    50035,  # Invalid form body: the message we answer is gone
    160002,  # Cannot reply without permission to read message history
}

log = structlog.get_logger("footnote")


class Speaker:
    """Sends replies to chat messages, and remembers for a while where it may not."""

    def __init__(self, limit: int = 1000, clock: Callable[[], float] = time.monotonic) -> None:
        """Remember at most `limit` channels that refused us."""
        self._limit = limit
        self._clock = clock
        self._refused: OrderedDict[int, float] = OrderedDict()

    async def reply(self, message: discord.Message, said: Said) -> None:
        """Answer a message without a ping; stay silent where Discord does not let us speak.

        Raises:
            discord.HTTPException: Discord failed in a way that is not a refusal.
        """
        channel = message.channel.id
        if self._clock() - self._refused.get(channel, -QUIET_SECONDS) < QUIET_SECONDS:
            return
        try:
            await _send(message, said)
        except (discord.Forbidden, discord.NotFound) as error:
            self._remember_refusal(channel, error)
        else:
            self._refused.pop(channel, None)

    async def respond(
        self, interaction: discord.Interaction[Any], said: Said, *, private: bool = False
    ) -> None:
        """Answer a button with a message of its own, as private as the one it stands under."""
        await respond(interaction, said, private=private or is_private(interaction))

    async def turn_into(self, interaction: discord.Interaction[Any], said: Said) -> None:
        """Turn the message whose button was pressed into something else, with buttons of its own."""
        private = is_private(interaction)
        view = buttons_for(
            said, interaction.user.id, private=private, can_be_shown=private and can_be_shown(interaction)
        )
        await interaction.response.edit_message(content=to_discord(said), view=view)

    async def whisper(self, interaction: discord.Interaction[Any], said: Said) -> None:
        """Say something only to the one who pressed a button, with nothing to press."""
        await interaction.response.send_message(to_discord(said), ephemeral=True)

    async def show(self, interaction: discord.Interaction[Any], said: Said, pressed: str) -> None:
        """Say to everybody what was said in private; the button `pressed` goes, so that it is said once."""
        view = (
            discord.ui.View.from_message(interaction.message, timeout=None) if interaction.message else None
        )
        for item in view.children if view else ():
            if view and getattr(item, "custom_id", None) == pressed:
                view.remove_item(item)
        if view:
            view.stop()  # discord.py would keep it in memory for ever; its buttons are heard without that
        await interaction.response.edit_message(view=view)
        public = buttons_for(said, interaction.user.id)
        options: dict[str, Any] = {"view": public} if public else {}
        await interaction.followup.send(to_discord(said), **options)

    def _remember_refusal(self, channel: int, error: discord.HTTPException) -> None:
        if channel not in self._refused:
            log.warning("We may not speak in a channel.", channel=channel, **describe(error))
        self._refused[channel] = self._clock()
        self._refused.move_to_end(channel)
        while len(self._refused) > self._limit:
            self._refused.popitem(last=False)


async def _send(message: discord.Message, said: Said) -> None:
    view = buttons_for(said, message.author.id)
    options: dict[str, Any] = {"view": view} if view else {}
    content = to_discord(said)
    try:
        reference = message.to_reference(fail_if_not_exists=False)
        await message.channel.send(content, reference=reference, mention_author=False, **options)
    except discord.HTTPException as error:
        if error.code not in _REFERENCE_REFUSED:
            raise
        await message.channel.send(content, **options)


async def respond(interaction: discord.Interaction[Any], said: Said, *, private: bool = False) -> None:
    """Answer a slash command; what was not found is shown only to the one who asked.

    Only the interaction's own endpoint is used, for installed to a user we are no member of the server
    (Discord, Application Commands, "Installation Context").
    """
    private = private or said.outcome == "unknown" or must_be_private(interaction)
    view = buttons_for(
        said, interaction.user.id, private=private, can_be_shown=private and can_be_shown(interaction)
    )
    options: dict[str, Any] = {"view": view} if view else {}
    await interaction.response.send_message(to_discord(said), ephemeral=private, **options)
