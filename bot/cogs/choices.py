"""What Discord shows while a reader types into an option."""

from __future__ import annotations

import functools
from collections.abc import Callable, Coroutine, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import discord
from discord import app_commands

from bot.render import fit
from knowledge.text import fold

if TYPE_CHECKING:
    from knowledge import Library
    from knowledge.model import Name, Story, Told

MAX_CHOICES = 25
"""Most choices Discord shows (Discord, Receiving and Responding, "Autocomplete")."""

MAX_LENGTH = 100
"""Longest name and value of a choice, in characters (Application Commands, "Option Choice")."""

Choices = list[app_commands.Choice[str]]
AnyCommand = TypeVar("AnyCommand")
Suggest = Callable[[Any, discord.Interaction[Any], str], Coroutine[Any, Any, Choices]]


def for_readers(command: AnyCommand) -> AnyCommand:
    """Let a command work wherever its reader is: in servers, direct messages and group chats."""
    everywhere = app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    return everywhere(app_commands.allowed_installs(guilds=True, users=True)(command))


def guarded(suggest: Suggest) -> Suggest:
    """Let a failing autocomplete end in the one place for failures: discord.py would log what was typed."""

    @functools.wraps(suggest)
    async def suggest_or_nothing(cog: Any, interaction: discord.Interaction[Any], typed: str) -> Choices:  # noqa: ANN401
        try:
            return await suggest(cog, interaction, typed)
        except Exception as error:  # noqa: BLE001 (whatever it is, it ends here)
            await interaction.client.breakage.in_interaction(interaction, error)
            return []

    return suggest_or_nothing


def entry_choices(entries: Iterable[Told], words: Callable[[Told], str]) -> Choices:
    """Offer entries in these words; what comes back is the entry's address."""
    return _unique((fit(words(told), MAX_LENGTH), told.ref) for told in entries)


def name_choices(names: Iterable[tuple[Story, Name]], typed: str, library: Library) -> Choices:
    """Offer the names that hold what was typed, else the one it is likely meant to spell."""
    listed = list(names)
    wanted = fold(typed).strip()
    held = [name for _, name in listed if any(wanted in fold(way) for way in (name.name, *name.also))]
    if not held and (found := library.who(typed)):
        held = [name for _, name in listed if name.id == found[1].id]
    return _unique((fit(name.name, MAX_LENGTH), name.name[:MAX_LENGTH]) for name in held)


def _unique(rows: Iterable[tuple[str, str]]) -> Choices:
    """Build choices of different names: Discord shows nothing at all where two are the same."""
    names: dict[str, str] = {}
    for name, value in rows:
        names.setdefault(name, value)
    return [app_commands.Choice(name=name, value=value) for name, value in list(names.items())[:MAX_CHOICES]]
