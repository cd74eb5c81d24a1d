"""The story as a whole: what it is, who is in it, what happened when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.browsing import story_page
from bot.cogs.choices import Choices, for_readers, guarded, name_choices
from bot.portrait import describe, help_for, timeline_page
from bot.speaking import respond

if TYPE_CHECKING:
    from bot.client import FootnoteBot


class StoryCog(commands.Cog):
    """The story from afar."""

    def __init__(self, bot: FootnoteBot) -> None:
        """Tell of the stories of `bot`."""
        self._bot = bot

    @for_readers
    @app_commands.command()
    @app_commands.describe(private="Show it only to you")
    async def story(self, interaction: discord.Interaction[FootnoteBot], private: bool = False) -> None:
        """See what the story is, where it was told, and leaf through its topics."""
        await respond(interaction, story_page(self._bot.library), private=private)

    @for_readers
    @app_commands.command()
    @app_commands.describe(
        name="A person, a place, an event or a thing of the story", private="Show it only to you"
    )
    async def who(
        self, interaction: discord.Interaction[FootnoteBot], name: str, private: bool = False
    ) -> None:
        """See who or what somebody or something in the story is."""
        await respond(interaction, describe(self._bot.library, name), private=private)

    @who.autocomplete("name")
    @guarded
    async def _names(self, _: discord.Interaction[FootnoteBot], typed: str) -> Choices:
        return name_choices(self._bot.library.names(), typed, self._bot.library)

    @for_readers
    @app_commands.command()
    @app_commands.describe(private="Show it only to you")
    async def timeline(self, interaction: discord.Interaction[FootnoteBot], private: bool = False) -> None:
        """See what happened when, the oldest first."""
        await respond(interaction, timeline_page(self._bot.library), private=private)

    @for_readers
    @app_commands.command(name="help")
    async def show_help(self, interaction: discord.Interaction[FootnoteBot]) -> None:
        """See how to ask me, with examples to click."""
        await respond(interaction, help_for(self._bot.library), private=True)
