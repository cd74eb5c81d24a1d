"""The names and descriptions of our commands in the languages we speak, for Discord to show.

Their messages are named after the commands: `cmd-settings-set` with the attribute `description`, and
`cmd-settings-set-story` for its option `story`. What Discord sends back always has the English name.
"""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Where

from bot.speech import ENGLISH, LANGUAGES, look_up

_DESCRIPTIONS = {Where.command_description, Where.group_description, Where.parameter_description}


class CommandTranslator(app_commands.Translator):
    """Looks translations up in our Fluent files."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Return the translation for one of Discord's locales, None where the English words are to be shown."""
        tag = next((tag for tag in LANGUAGES if serves(tag, locale.value)), ENGLISH)
        message_id = string.extras.get("message") or message_of(context)
        if tag == ENGLISH or message_id is None:
            return None
        found = look_up(tag, message_id, "description" if context.location in _DESCRIPTIONS else None)
        return None if found == string.message else found


def serves(tag: str, locale: str) -> bool:
    """Tell whether a language of ours is the one of a locale.

    >>> serves("es", "es-419"), serves("pt-BR", "en-US")
    (True, False)
    """
    return tag.partition("-")[0] == locale.partition("-")[0]


def message_of(context: app_commands.TranslationContextTypes) -> str | None:
    """Return the id of the message that names a command, a group or an option; None for anything else."""
    data: Any = context.data
    match context.location:
        case Where.parameter_name | Where.parameter_description:
            path = f"{data.command.qualified_name} {data.display_name}"
        case Where.choice_name | Where.other:
            return None
        case _:
            path = getattr(data, "qualified_name", "")
    return f"cmd-{path.replace(' ', '-')}" if path else None
