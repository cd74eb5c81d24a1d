"""Facts: by words, or one at random."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.choices import Choices, entry_choices, for_readers, guarded
from bot.speaking import respond

if TYPE_CHECKING:
    from bot.client import FootnoteBot


class FactsCog(commands.Cog):
    """What the story tells, one statement at a time."""

    def __init__(self, bot: FootnoteBot) -> None:
        """Pick through `bot`."""
        self._bot = bot

    @for_readers
    @app_commands.command()
    @app_commands.describe(
        search="Words of the fact, or what it is about",
        private="Show the fact only to you",
    )
    async def fact(
        self,
        interaction: discord.Interaction[FootnoteBot],
        search: str | None = None,
        private: bool = False,
    ) -> None:
        """Read a fact of the story; without options, one at random."""
        said = self._bot.picker.fact(interaction.channel_id, search or "")
        self._bot.note(interaction.channel_id, interaction.user.id, said)
        await respond(interaction, said, private=private)

    @fact.autocomplete("search")
    @guarded
    async def _facts(self, _: discord.Interaction[FootnoteBot], typed: str) -> Choices:
        return entry_choices(self._bot.library.search(typed, "fact"), lambda told: told.text)
