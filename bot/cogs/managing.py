"""Commands for those who manage a server."""

from __future__ import annotations

from typing import Any, Final, TypeVar

import discord
from discord import app_commands

from bot.speech import Message
from bot.tongues import speak_to_asker

NOT_A_MANAGER: Final = Message("not-a-manager")
NOT_KEPT: Final = Message("not-kept")
NOT_READ: Final = Message("not-read")

AnyGroup = TypeVar("AnyGroup")


def for_managers(group: AnyGroup) -> AnyGroup:
    """Show the commands of a group only to those who manage a server, and only there."""
    group = app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)(group)
    group = app_commands.allowed_installs(guilds=True, users=False)(group)
    return app_commands.default_permissions(manage_guild=True)(group)


async def is_manager(interaction: discord.Interaction[Any]) -> bool:
    """Tell whether a user may manage the server; who may not hears so.

    A server may show a command to others as well (Discord, Application Commands, "Permissions").
    """
    speak_to_asker(interaction)
    if interaction.guild_id and interaction.permissions.manage_guild:
        return True
    await whisper(interaction, NOT_A_MANAGER())
    return False


async def whisper(interaction: discord.Interaction[Any], line: str) -> None:
    """Answer a command so that only its user sees it."""
    await interaction.response.send_message(line, ephemeral=True)
