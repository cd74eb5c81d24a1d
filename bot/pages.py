"""Pages: what does not fit one message is cut between its rows, and none of them is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from bot.render import Said, fits
from bot.speech import Message

PAGE: Final = Message("page")

MAX_OPTIONS: Final = 25
"""Most options of a select menu (Discord, Component Reference, String Select, `options`)."""

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Turn:
    """A button that turns a message into what stands at an address (see `bot.recall`)."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Option:
    """One row of a menu: its words, what is added in small, and the address it leads to."""

    words: str
    address: str
    more: str | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """A select menu beneath a message."""

    prompt: str
    options: tuple[Option, ...]
    opens: bool = False
    """Whether what is chosen comes as a message of its own, rather than in place of this one."""


def cut(rows: Sequence[Row], dress: Callable[[Sequence[Row]], Said], most: int = 100) -> list[Sequence[Row]]:
    """Cut rows into pages that fit a message when `dress` has put them into one, of at most `most` rows."""
    pages: list[list[Row]] = []
    for row in rows:
        if pages and len(pages[-1]) < most and fits(numbered(dress([*pages[-1], row]), 998, 999)):
            pages[-1].append(row)
        else:
            pages.append([row])
    return list(pages)


def numbered(said: Said, page: int, pages: int) -> Said:
    """Say which page this is, counted from 0, where there are several."""
    return replace(said, invitation=PAGE(page=page + 1, pages=pages)) if pages > 1 else said


def turns(
    page: int, pages: int, address: Callable[[int], str], words: tuple[Message, Message]
) -> tuple[Turn, ...]:
    """Return the buttons to the page before and the page after; `words` in that order."""
    before = (Turn(words[0](), address(page - 1)),) if page else ()
    after = (Turn(words[1](), address(page + 1)),) if page + 1 < pages else ()
    return before + after
