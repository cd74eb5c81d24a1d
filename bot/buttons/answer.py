"""Buttons that do something with the answer they stand under."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING, Any, Final, Self

import discord

from bot.buttons.base import ASKER, GONE, Pressed
from bot.codes import CODES, codes, entries
from bot.context import context_of
from bot.places import may_be_shown
from bot.recall import ADDRESS, recall
from bot.render import MAX_OFFERS, remark, take_back
from bot.speech import Message
from bot.tongues import speak_to_all, speak_to_asker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.client import FootnoteBot
    from knowledge.model import Told

CONTEXT: Final = Message("button-context")
NOT_ASKED: Final = Message("button-not-asked")
TAKE_AWAY: Final = Message("button-take-away")
SHOW: Final = Message("button-show")
CANNOT_SHOW: Final = Message("cannot-show")

MOST_TOLD: Final = 2
"""Most entries one answer tells."""


class ContextButton(
    Pressed,
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=rf"c:(?P<told>{CODES}{{1,2}})",
):
    """Shows what stands around an answer, to whoever wants to know, and to nobody else."""

    def __init__(self, told: str) -> None:
        """Show the context of the entries with these codes."""
        super().__init__(discord.ui.Button(label=CONTEXT(), custom_id=f"c:{told}"))
        self._told = told

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Build the button again from what Discord sends back."""
        del interaction, item
        return cls(match["told"])

    async def press(self, bot: FootnoteBot, interaction: discord.Interaction[Any]) -> None:
        """Tell in private who, when, and what stands before and after."""
        told = entries(bot.library, self._told)
        speak_to_asker(interaction)
        said = context_of(told) if told else remark(GONE())
        await bot.speaker.whisper(interaction, said)


class NotAskedButton(
    Pressed,
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=rf"n:{ASKER}:(?P<told>{CODES}{{1,2}}):(?P<others>{CODES}{{0,4}})",
):
    """Takes an answer back, and offers what else could have been meant.

    The id holds the codes of what was told and of the runners-up, 70 characters at most.
    """

    def __init__(self, asker: int, told: str, others: str) -> None:
        """Let `asker` take back the entries with the codes `told`; `others` are the runners-up."""
        super().__init__(discord.ui.Button(label=NOT_ASKED(), custom_id=f"n:{asker:x}:{told}:{others}"))
        self.asker = asker
        self._told, self._others = told, others

    @classmethod
    def under(cls, asker: int, told: Sequence[Told], others: Sequence[Told]) -> Self:
        """Make the button for an answer that tells `told` and could have told `others`."""
        return cls(asker, codes(told[:MOST_TOLD]), codes(others[:MAX_OFFERS]))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Build the button again from what Discord sends back."""
        del interaction, item
        return cls(int(match["asker"], 16), match["told"], match["others"])

    async def press(self, bot: FootnoteBot, interaction: discord.Interaction[Any]) -> None:
        """Take the answer back, out of the conversation too: nobody goes on from it."""
        told, others = entries(bot.library, self._told), entries(bot.library, self._others)
        bot.unnote(interaction.channel_id, interaction.user.id, told)
        await bot.speaker.turn_into(interaction, take_back(told, others, bot.library))


class TakeAwayButton(
    Pressed, discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=rf"t:{ASKER}"
):
    """Deletes what we said, for the one who asked."""

    counted = False

    def __init__(self, asker: int) -> None:
        """Let `asker` take the message away."""
        super().__init__(discord.ui.Button(label=TAKE_AWAY(), custom_id=f"t:{asker:x}"))
        self.asker = asker

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Build the button again from what Discord sends back."""
        del interaction, item
        return cls(int(match["asker"], 16))

    async def press(self, bot: FootnoteBot, interaction: discord.Interaction[Any]) -> None:
        """Delete the message by the interaction's own means, which work where we are no member too."""
        del bot
        await interaction.response.defer()
        with contextlib.suppress(discord.NotFound):  # two presses in a row: it is gone already
            await interaction.delete_original_response()


class ShowButton(
    Pressed,
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=rf"s:(?P<address>{ADDRESS})",
):
    """Says to everybody in the channel what one reader was told in private."""

    def __init__(self, address: str) -> None:
        """Show what stands at this address. Nobody but the reader can see the button."""
        super().__init__(discord.ui.Button(label=SHOW(), custom_id=f"s:{address}"))
        self._address = address

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Build the button again from what Discord sends back."""
        del interaction, item
        return cls(match["address"])

    async def press(self, bot: FootnoteBot, interaction: discord.Interaction[Any]) -> None:
        """Post the answer, where that is possible."""
        speak_to_all(interaction)  # its pages are cut anew, by the length of those words
        said = recall(bot.library, self._address)
        if said is None:
            await bot.speaker.whisper(interaction, remark(GONE()))
        elif not await may_be_shown(interaction):
            await bot.speaker.whisper(interaction, remark(CANNOT_SHOW()))
        else:
            try:
                await bot.speaker.show(interaction, said, f"s:{self._address}")
            except discord.Forbidden:
                speak_to_asker(interaction)
                await interaction.followup.send(CANNOT_SHOW(), ephemeral=True)
