"""Quotes: by speaker, by words, or one at random."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.card import attachment_for
from bot.cogs.choices import Choices, entry_choices, for_readers, guarded, name_choices
from bot.speaking import respond

if TYPE_CHECKING:
    from bot.client import FootnoteBot


class QuotesCog(commands.Cog):
    """What somebody said, letter for letter."""

    def __init__(self, bot: FootnoteBot) -> None:
        """Pick through `bot`."""
        self._bot = bot

    @for_readers
    @app_commands.command()
    @app_commands.describe(
        search="Words of the quote, or what it is about",
        by="Who said it",
        private="Show the quote only to you",
        card="Show it as a picture too",
    )
    async def quote(
        self,
        interaction: discord.Interaction[FootnoteBot],
        search: str | None = None,
        by: str | None = None,
        private: bool = False,
        card: bool = False,
    ) -> None:
        """Read what somebody said, word for word; without options, a quote at random."""
        said = self._bot.picker.quote(interaction.channel_id, search or "", by or "")
        self._bot.note(interaction.channel_id, interaction.user.id, said)
        picture = await attachment_for(said) if card else None
        await respond(interaction, said, private=private, file=picture)

    @quote.autocomplete("search")
    @guarded
    async def _quotes(self, interaction: discord.Interaction[FootnoteBot], typed: str) -> Choices:
        library = self._bot.library
        by = interaction.namespace.by
        spoken = {told.ref for told in library.quotes_by(by)} if by else None
        found = library.search(typed, "quote")
        return entry_choices(
            (told for told in found if spoken is None or told.ref in spoken), lambda told: told.text
        )

    @quote.autocomplete("by")
    @guarded
    async def _speakers(self, _: discord.Interaction[FootnoteBot], typed: str) -> Choices:
        return name_choices(self._bot.library.speakers(), typed, self._bot.library)
