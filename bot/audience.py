"""Who may see what we say to an interaction: everybody there, or only the one who asked."""

from __future__ import annotations

from typing import Any

import discord


def must_be_private(interaction: discord.Interaction[Any]) -> bool:
    """Tell whether an answer may be seen only by the one who asked, whatever they wish.

    Installed only to a user we are a guest in a server: where that user may not use external apps, Discord
    shows our answers to nobody else (Application Commands, "Installation Context"; Permissions,
    `USE_EXTERNAL_APPS`). Where we are a member and may not write, we do not do so by way of a command either.
    """
    if interaction.guild_id is None:
        return False
    if interaction.is_user_integration() and not interaction.is_guild_integration():
        return not interaction.permissions.use_external_apps
    may = interaction.app_permissions
    writes = may.send_messages_in_threads if _in_thread(interaction) else may.send_messages
    return not (may.view_channel and writes)


def _in_thread(interaction: discord.Interaction[Any]) -> bool:
    return isinstance(interaction.channel, discord.Thread)


def can_be_shown(interaction: discord.Interaction[Any]) -> bool:
    """Tell whether there is anybody else to show a private answer to, and leave to do so."""
    alone = interaction.guild_id is None and not interaction.context.private_channel
    return not alone and not must_be_private(interaction)


def is_private(interaction: discord.Interaction[Any]) -> bool:
    """Tell whether the message whose button was pressed is seen by one reader only."""
    return interaction.message is not None and interaction.message.flags.ephemeral
