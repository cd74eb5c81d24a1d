"""Buttons that lead to an entry: in place of what offered it, or as a message of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.buttons.base import ASKER, GONE, REF, Pressed, label_of
from bot.render import remark, tell

if TYPE_CHECKING:
    from bot.client import FootnoteBot
    from knowledge.model import Told


class OfferButton(
    Pressed, discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=rf"o:{ASKER}:{REF}"
):
    """A button that turns its message into the entry it offers.

    The id is 100 characters at most: "o:", the asker in hexadecimal (16), ":", and "story/entry" (81).
    """

    def __init__(self, asker: int, ref: str, words: str) -> None:
        """Offer the entry at `ref` to the user `asker`, in these words (at most 80 characters)."""
        super().__init__(discord.ui.Button(label=words, custom_id=f"o:{asker:x}:{ref}"))
        self.asker = asker
        self._ref = ref

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Build the button again from what Discord sends back."""
        del interaction
        return cls(int(match["asker"], 16), match["ref"], label_of(item, match["ref"]))

    async def press(self, bot: FootnoteBot, interaction: discord.Interaction[Any]) -> None:
        """Turn the message into the answer; what was offered beside it could still be meant."""
        told = bot.library.find(self._ref)
        said = tell(told, others=tuple(self._beside(bot, interaction))) if told else remark(GONE())
        bot.note(interaction.channel_id, interaction.user.id, said)
        await bot.speaker.turn_into(interaction, said)

    def _beside(self, bot: FootnoteBot, interaction: discord.Interaction[Any]) -> Iterator[Told]:
        view = discord.ui.View.from_message(interaction.message) if interaction.message else None
        for item in view.children if view else ():
            found = re.fullmatch(f"o:{ASKER}:{REF}", getattr(item, "custom_id", None) or "")
            told = bot.library.find(found["ref"]) if found and found["ref"] != self._ref else None
            if told and told.entry.kind != "silence":
                yield told


class NextButton(
    Pressed, discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=rf"r:{ASKER}:{REF}"
):
    """A next question: its answer comes as a message of its own, and this one stays to be read."""

    def __init__(self, asker: int, ref: str, words: str) -> None:
        """Offer the user `asker` the entry at `ref`, in these words (at most 80 characters)."""
        super().__init__(discord.ui.Button(label=words, custom_id=f"r:{asker:x}:{ref}"))
        self.asker = asker
        self._ref = ref

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Build the button again from what Discord sends back."""
        del interaction
        return cls(int(match["asker"], 16), match["ref"], label_of(item, match["ref"]))

    async def press(self, bot: FootnoteBot, interaction: discord.Interaction[Any]) -> None:
        """Answer the next question."""
        told = bot.library.find(self._ref)
        said = tell(told) if told else remark(GONE())
        bot.note(interaction.channel_id, interaction.user.id, said)
        await bot.speaker.respond(interaction, said, private=told is None)
