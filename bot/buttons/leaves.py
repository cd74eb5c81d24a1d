"""Turning pages, and menus to choose from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.buttons.base import ASKER, GONE, Pressed, label_of
from bot.pages import Menu
from bot.recall import ADDRESS, recall
from bot.render import remark

if TYPE_CHECKING:
    from bot.client import FootnoteBot


class TurnButton(
    Pressed,
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=rf"v:{ASKER}:(?P<address>{ADDRESS})",
):
    """Turns its message into another page."""

    def __init__(self, asker: int, address: str, words: str) -> None:
        """Let `asker` turn to what stands at `address`."""
        super().__init__(discord.ui.Button(label=words, custom_id=f"v:{asker:x}:{address}"))
        self.asker = asker
        self._address = address

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Build the button again from what Discord sends back."""
        del interaction
        return cls(int(match["asker"], 16), match["address"], label_of(item, match["address"]))

    async def press(self, bot: FootnoteBot, interaction: discord.Interaction[Any]) -> None:
        """Turn the page."""
        said = recall(bot.library, self._address) or remark(GONE())
        await bot.speaker.turn_into(interaction, said)


class LeafMenu(
    Pressed,
    discord.ui.DynamicItem[discord.ui.Select[discord.ui.View]],
    template=rf"(?P<kind>[mq]):{ASKER}",
):
    """A menu of addresses: what is chosen comes in place of its message (`m`) or as one of its own (`q`)."""

    def __init__(self, asker: int, select: discord.ui.Select[discord.ui.View]) -> None:
        """Let `asker` choose from a menu."""
        super().__init__(select)
        self.asker = asker

    @classmethod
    def of(cls, asker: int, menu: Menu) -> Self:
        """Make the menu for Discord."""
        select: discord.ui.Select[discord.ui.View] = discord.ui.Select(
            custom_id=f"{'q' if menu.opens else 'm'}:{asker:x}",
            placeholder=menu.prompt,
            options=[
                discord.SelectOption(label=option.words, value=option.address, description=option.more)
                for option in menu.options
            ],
        )
        return cls(asker, select)

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Build the menu again from what Discord sends back."""
        del interaction
        if not isinstance(item, discord.ui.Select):
            raise TypeError(f"{match[0]} is no menu")
        return cls(int(match["asker"], 16), item)

    async def press(self, bot: FootnoteBot, interaction: discord.Interaction[Any]) -> None:
        """Say what was chosen."""
        said = recall(bot.library, self.item.values[0]) or remark(GONE())
        bot.note(interaction.channel_id, interaction.user.id, said)
        if self.custom_id.startswith("q"):
            await bot.speaker.respond(interaction, said)
        else:
            await bot.speaker.turn_into(interaction, said)
