"""Buttons and menus under what we say. They carry all they need in their id, so a restart does not break them."""

from bot.buttons.answer import ContextButton, NotAskedButton, ShowButton, TakeAwayButton
from bot.buttons.base import GONE, NOT_YOURS
from bot.buttons.entries import NextButton, OfferButton
from bot.buttons.leaves import LeafMenu, TurnButton
from bot.buttons.picture import CardButton

ALL_BUTTONS = (
    CardButton,
    ContextButton,
    LeafMenu,
    NextButton,
    NotAskedButton,
    OfferButton,
    ShowButton,
    TakeAwayButton,
    TurnButton,
)
"""What discord.py has to know at the start, to hear presses on messages of an earlier run."""

__all__ = [
    "ALL_BUTTONS",
    "GONE",
    "NOT_YOURS",
    "CardButton",
    "ContextButton",
    "LeafMenu",
    "NextButton",
    "NotAskedButton",
    "OfferButton",
    "ShowButton",
    "TakeAwayButton",
    "TurnButton",
]
