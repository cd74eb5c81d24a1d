"""Which buttons stand under what we say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import discord

from bot.buttons import (
    GONE,
    NOT_YOURS,
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
from bot.codes import codes
from knowledge.model import Quote

if TYPE_CHECKING:
    from bot.render import Said

__all__ = ["GONE", "NOT_YOURS", "OfferButton", "buttons_for"]

MOST_BUTTONS: Final = 5
"""Most buttons under a message: one row (Discord, Component Reference, Action Row), so that they stay in sight."""

Button = discord.ui.Item[Any]


def buttons_for(
    said: Said, asker: int, *, private: bool = False, can_be_shown: bool = False, pictured: bool = False
) -> discord.ui.View | None:
    """Return what the user `asker` can press under a reply, or None where there is nothing.

    `private`: only the asker sees the reply; `can_be_shown`: there are others to show it to;
    `pictured`: it comes with its picture.
    """
    buttons = _buttons(said, asker, private=private, can_be_shown=can_be_shown)
    if pictured:
        buttons = [button for button in buttons if not isinstance(button, CardButton)]
    if not buttons and not said.menu:
        return None
    view = discord.ui.View(timeout=None)
    if said.menu:
        view.add_item(LeafMenu.of(asker, said.menu))
    for button in buttons:
        view.add_item(button)
    return view


def _buttons(said: Said, asker: int, *, private: bool, can_be_shown: bool) -> list[Button]:
    """Return at most five buttons; where they are too many, next questions and offers give way."""
    first = list(_about_the_answer(said, asker))
    last = list(_about_the_message(said, asker, private=private, can_be_shown=can_be_shown))
    between = [*_offers(said, asker), *_next(said, asker)][: MOST_BUTTONS - len(first) - len(last)]
    # Where nothing is told, what is told instead comes first.
    return [*between, *first, *last] if said.outcome == "unknown" else [*first, *between, *last]


def _about_the_answer(said: Said, asker: int) -> Iterator[Button]:
    yield from (TurnButton(asker, turn.address, turn.words) for turn in said.turns)
    if said.outcome == "answer" and said.told:
        yield ContextButton(codes(said.told))
        yield from (
            CardButton(asker, codes([told])) for told in said.told[:1] if isinstance(told.entry, Quote)
        )
    if said.asked and said.told:
        yield NotAskedButton.under(asker, said.told, said.others)


def _offers(said: Said, asker: int) -> Iterator[Button]:
    """Yield what is offered: in place of a miss or a choice, but beside what is worth keeping."""
    kind = OfferButton if said.outcome in {"suggest", "unknown"} else NextButton
    words = dict(zip((told.ref for told in said.offers), said.offer_words, strict=True))
    yield from (kind(asker, ref, label) for ref, label in words.items())


def _next(said: Said, asker: int) -> Iterator[Button]:
    for told, words in zip(said.following, said.following_words, strict=True):
        yield NextButton(asker, told.ref, words)


def _about_the_message(said: Said, asker: int, *, private: bool, can_be_shown: bool) -> Iterator[Button]:
    if private:
        if can_be_shown and said.address:
            yield ShowButton(said.address)
    elif said.address or said.outcome in {"suggest", "unknown"}:
        yield TakeAwayButton(asker)
