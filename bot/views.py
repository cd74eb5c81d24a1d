"""Buttons under an answer. They carry all they need in their id, so a restart does not break them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.render import Said, remark, tell, to_discord

if TYPE_CHECKING:
    from bot.client import FootnoteBot

NOT_YOURS = "These buttons belong to somebody else's question. Ask me yourself with /ask."
GONE = "The story was edited since, and this is no longer in it. Please ask again."

MAX_BUTTONS = 25
"""Most buttons a message can carry: five rows of five (Discord, Component Reference, Action Row)."""


class OfferButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"o:(?P<asker>[0-9a-f]{1,16}):(?P<ref>[a-z0-9-]{1,40}/[a-z0-9-]{1,40})",
):
    """A button that turns its message into the entry it offers.

    The id is 100 characters at most: "o:", the asker in hexadecimal (16), ":", and "story/entry" (81).
    """

    def __init__(self, asker: int, ref: str, words: str) -> None:
        """Offer the entry at `ref` to the user `asker`, in these words (at most 80 characters)."""
        super().__init__(discord.ui.Button(label=words, custom_id=f"o:{asker:x}:{ref}"))
        self._asker = asker
        self._ref = ref

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Build the button again from what Discord sends back."""
        del interaction
        return cls(int(match["asker"], 16), match["ref"], getattr(item, "label", None) or match["ref"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Turn the message into the answer, for the one who asked."""
        bot: FootnoteBot = interaction.client
        try:
            await self._choose(bot, interaction)
        except Exception as error:  # noqa: BLE001 (discord.py would log it with all it holds)
            await bot.breakage.in_interaction(interaction, error)

    async def _choose(self, bot: FootnoteBot, interaction: discord.Interaction[Any]) -> None:
        if interaction.user.id != self._asker:
            await interaction.response.send_message(NOT_YOURS, ephemeral=True)
            return
        told = bot.library.find(self._ref)
        said = tell(told) if told else remark(GONE)
        bot.note(interaction.channel_id, interaction.user.id, said)
        await interaction.response.edit_message(content=to_discord(said), view=None)


def buttons_for(said: Said, asker: int) -> discord.ui.View | None:
    """Return the offers of a reply as buttons for the user `asker`, or None where nothing is offered."""
    offers = dict(zip((told.ref for told in said.offers), said.offer_words, strict=True))
    if not offers:
        return None
    view = discord.ui.View(timeout=None)
    for ref, words in list(offers.items())[:MAX_BUTTONS]:
        view.add_item(OfferButton(asker, ref, words))
    return view
