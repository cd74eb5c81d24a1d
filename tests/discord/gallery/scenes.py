"""The scenes of the gallery, in the order of the page; each is played on a stage of its own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from tests.discord.gallery.stage import Stage

Play = Callable[[Stage], Awaitable[None]]


@dataclass(frozen=True)
class Scene:
    """Something that happens, and one line that says what."""

    title: str
    line: str
    play: Play
    stories: int = 1
    """How many stories the bot tells: the shipped one, or one of the tests' beside it."""
    chooses: bool = False
    """Whether the server chooses something, which takes a database."""


ASKING: Final = "Asking in a channel"
AFTERWARDS: Final = "What becomes of an answer"
MANNERS: Final = "Manners"
COMMANDS: Final = "Slash commands"
TYPING: Final = "What is suggested while one types"
MENUS: Final = "The menu of a message"
CHOICES: Final = "What those who run a server choose"

CHAPTERS: Final[dict[str, list[Scene]]] = {
    name: [] for name in (ASKING, AFTERWARDS, MANNERS, COMMANDS, TYPING, MENUS, CHOICES)
}


def scene(
    chapter: str, title: str, line: str, *, stories: int = 1, chooses: bool = False
) -> Callable[[Play], Play]:
    """Put what is decorated on the page."""

    def put(play: Play) -> Play:
        CHAPTERS[chapter].append(Scene(title, line, play, stories, chooses))
        return play

    return put
