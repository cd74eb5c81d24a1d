"""Which language is spoken where: to one reader theirs, to everybody the server's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord

from bot.audience import is_private, must_be_private
from bot.places import wants_private
from bot.speech import again, say_in

if TYPE_CHECKING:
    from bot.client import FootnoteBot
    from bot.pages import Menu
    from bot.render import Part, Said
    from bot.store import GuildSettings


def speak_to_asker(interaction: discord.Interaction[Any]) -> None:
    """Speak the language of the one who used a command or pressed a button."""
    say_in(interaction.locale.value)


def speak_to_all(interaction: discord.Interaction[Any]) -> None:
    """Speak the language of the server; without a server the asker's, for we know no other."""
    chosen = interaction.client.guilds_settings.at_hand(interaction.guild_id).language
    say_in(chosen or (interaction.guild_locale or interaction.locale).value)


def speak_to(interaction: discord.Interaction[Any], *, private: bool) -> None:
    """Speak the language of those who will see an answer."""
    if private:
        speak_to_asker(interaction)
    else:
        speak_to_all(interaction)


async def speak_before_answering(interaction: discord.Interaction[Any]) -> None:
    """Speak the language of those who are likely to see the answer; whoever sends it knows for certain.

    Pages are cut by the length of their words, so it is settled before they are put into any.
    """
    match interaction.type:
        case discord.InteractionType.application_command:
            private = bool(interaction.namespace.private) or must_be_private(interaction)
            speak_to(interaction, private=private or await wants_private(interaction))
        case discord.InteractionType.component:
            speak_to(interaction, private=is_private(interaction))
        case _:  # suggestions while one types
            speak_to_asker(interaction)


def speak_under(message: discord.Message, question: str, settings: GuildSettings, bot: FootnoteBot) -> None:
    """Speak the language in which a message is answered.

    Of who writes a direct message Discord does not tell the locale, so there the question decides.
    """
    if message.guild is None:
        say_in(bot.library.language_of(question))
    else:
        say_in(settings.language or message.guild.preferred_locale.value)


def language_of_server(bot: FootnoteBot, guild_id: int) -> str | None:
    """Return the language of a server where nobody has asked; None where we know of none."""
    guild = bot.get_guild(guild_id)
    chosen = bot.guilds_settings.at_hand(guild_id).language
    return chosen or (guild.preferred_locale.value if guild else None)


def reworded(said: Said) -> Said:
    """Return the same with our own words in the language that is spoken just now."""
    return replace(
        said,
        parts=tuple(_reworded(part) for part in said.parts),
        listed=tuple(_reworded(part) for part in said.listed),
        invitation=again(said.invitation) if said.invitation else said.invitation,
        turns=tuple(replace(turn, words=again(turn.words)) for turn in said.turns),
        menu=_reworded_menu(said.menu) if said.menu else None,
    )


def _reworded(part: Part) -> Part:
    return replace(part, text=again(part.text), footnote=again(part.footnote) if part.footnote else None)


def _reworded_menu(menu: Menu) -> Menu:
    options = tuple(
        replace(option, words=again(option.words), more=again(option.more) if option.more else None)
        for option in menu.options
    )
    return replace(menu, prompt=again(menu.prompt), options=options)
