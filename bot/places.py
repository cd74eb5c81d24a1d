"""Where we are: which story a server wants to hear, and who may see what we say there."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final

from bot.audience import can_be_shown
from bot.store.guilds import GuildSettings

if TYPE_CHECKING:
    import discord

    from bot.client import FootnoteBot

_story: Final[ContextVar[str | None]] = ContextVar("story", default=None)
"""The story of the server whose event is handled. discord.py handles each event in a task of its own, so
this is set once where an event comes in, and nobody who answers has to hand it on."""


def story_here() -> str | None:
    """Return the id of the one story that is told where we are, None for all."""
    return _story.get()


async def enter(bot: FootnoteBot, guild_id: int | None) -> GuildSettings:
    """Handle the current event as that server wants it, and return what it wants."""
    settings = await bot.guilds_settings.get(guild_id)
    _story.set(settings.story)
    return settings


def places_of(channel: object) -> tuple[int | None, int | None]:
    """Return the id of a channel or thread, and of the channel the thread is in."""
    return getattr(channel, "id", None), getattr(channel, "parent_id", None)


async def may_be_public(interaction: discord.Interaction[Any]) -> bool:
    """Tell whether the server lets us answer everybody in this channel."""
    settings: GuildSettings = await interaction.client.guilds_settings.get(interaction.guild_id)
    return settings.is_known and settings.is_public_in(
        interaction.channel_id, *places_of(interaction.channel)
    )


async def may_be_shown(interaction: discord.Interaction[Any]) -> bool:
    """Tell whether a private answer may be shown to everybody: by Discord, and by the server too."""
    return can_be_shown(interaction) and await may_be_public(interaction)


async def wants_private(interaction: discord.Interaction[Any]) -> bool:
    """Tell whether the server wants the answer to be seen by nobody but the asker.

    Where it answers in private by default they may still show the answer to all, by saying so; where it
    is not to answer in public they may not.
    """
    if not await may_be_public(interaction):
        return True
    settings = interaction.client.guilds_settings.at_hand(interaction.guild_id)
    said_nothing = interaction.namespace.private is None
    return bool(settings.private and said_nothing)
