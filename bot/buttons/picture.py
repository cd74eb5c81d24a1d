"""The button that makes a picture of a quote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Self

import discord

from bot.buttons.base import ASKER, GONE, Pressed
from bot.card import attachment_for
from bot.codes import CODES, entries
from bot.render import remark, tell
from bot.speech import Message

if TYPE_CHECKING:
    from bot.client import FootnoteBot

CARD: Final = Message("button-picture")
NO_CARD: Final = Message("no-card")


class CardButton(
    Pressed,
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=rf"k:{ASKER}:(?P<quote>{CODES})",
):
    """Tells a quote as a picture, with the words beside it."""

    def __init__(self, asker: int, quote: str) -> None:
        """Make a picture of the quote with this code for the user `asker`."""
        super().__init__(discord.ui.Button(label=CARD(), custom_id=f"k:{asker:x}:{quote}"))
        self.asker = asker
        self._quote = quote

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Build the button again from what Discord sends back."""
        del interaction, item
        return cls(int(match["asker"], 16), match["quote"])

    async def press(self, bot: FootnoteBot, interaction: discord.Interaction[Any]) -> None:
        """Tell the quote once more with its picture, as private as the message it stands under."""
        found = entries(bot.library, self._quote)
        if not found:
            await bot.speaker.whisper(interaction, remark(GONE()))
            return
        said = tell(found[0])
        picture = await attachment_for(said)
        if picture is None:
            await bot.speaker.whisper(interaction, remark(NO_CARD()))
        else:
            await bot.speaker.respond(interaction, said, file=picture)
