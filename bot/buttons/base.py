"""What all buttons share: they belong to somebody, and a failure ends in the one place for failures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import discord

from bot.limits import admits
from bot.places import enter
from bot.speech import Message
from bot.tongues import speak_before_answering, speak_to_asker

if TYPE_CHECKING:
    from bot.client import FootnoteBot

NOT_YOURS: Final = Message("not-yours")
GONE: Final = Message("gone")

ASKER: Final = r"(?P<asker>[0-9a-f]{1,16})"
"""The id of the one who asked, in hexadecimal: at most 16 characters of the 100 an id has
(Discord, Component Reference, "Custom ID")."""

REF: Final = r"(?P<ref>[a-z0-9-]{1,40}/[a-z0-9-]{1,40})"
"""An entry's address, "story/entry"."""


class Pressed:
    """Something to press, mixed into a `DynamicItem`; what it does stands in `press`."""

    asker: int | None = None
    """Whose it is; None where everybody may press it."""

    counted: bool = True
    """Whether pressing it counts as an answer; what only takes one away is never refused."""

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Ask the limits first, as whatever is pressed does, and know in which server we are."""
        await enter(interaction.client, interaction.guild_id)
        await speak_before_answering(interaction)
        return not self.counted or await admits(interaction.client, interaction)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the button says, for the one it belongs to."""
        bot: FootnoteBot = interaction.client
        try:
            if self.asker is not None and interaction.user.id != self.asker:
                speak_to_asker(interaction)
                await interaction.response.send_message(NOT_YOURS(), ephemeral=True)
            else:
                await self.press(bot, interaction)
        except Exception as error:  # noqa: BLE001 (discord.py would log it with all it holds)
            await bot.breakage.in_interaction(interaction, error)

    async def press(self, bot: FootnoteBot, interaction: discord.Interaction[Any]) -> None:
        """Do what the button says."""
        raise NotImplementedError


def label_of(item: discord.ui.Item[Any], otherwise: str) -> str:
    """Return the words of a button that Discord sent back."""
    return getattr(item, "label", None) or otherwise
