"""Write `GALLERY.md`, the page that shows what readers see, and the pictures of README.md.

Run it after anything a reader sees has changed: `python -m tests.discord.make_gallery`.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Final

import structlog

from bot.card import card_for
from knowledge import SHIPPED_STORIES, Library, load_library
from tests.conftest import LIGHTHOUSE
from tests.discord.gallery import by_command, in_chat  # noqa: F401 (their scenes are put on the page)
from tests.discord.gallery.page import LINK
from tests.discord.gallery.scenes import CHAPTERS, Scene
from tests.discord.gallery.stage import Stage

HERE: Final = Path(__file__).parent
PAGE: Final = HERE / "GALLERY.md"
CARDS: Final = HERE / "cards"
CARD_LIMIT: Final = 150_000
"""Most bytes of a picture that is kept with the project."""

PICTURES: Final = {"short.png": ("johnson-condolences", False), "long.png": ("derek-tribute", True)}
"""Pictures by their names: the quote, and whether it is dark."""

INTRODUCTION: Final = """\
# What readers see

Every kind of reply, as the real bot gave it: the shipped story, the real discord.py, and a simulated Discord.
`python -m tests.discord.make_gallery` plays the scenes and writes this page; a test plays them again and fails where
the page says something else. Do not edit it by hand.

[Buttons] stand in brackets, [Menus ▾] with their rows below them. `{link}` is how Discord shows a link to a
message, and moments of time are spelt as for a reader in London in winter.
""".format(link=LINK.format(channel="channel"))


def make_page() -> str:
    """Play all scenes and return the page."""
    return asyncio.run(_page())


async def _page() -> str:
    with structlog.testing.capture_logs():
        return "\n".join([INTRODUCTION, _contents(), *[part async for part in _chapters()]])


async def _chapters() -> AsyncIterator[str]:
    libraries = {1: load_library(), 2: load_library([SHIPPED_STORIES, LIGHTHOUSE])}
    for chapter, scenes in CHAPTERS.items():
        yield f"## {chapter}\n"
        for scene in scenes:
            yield await _played(scene, libraries[scene.stories])


def _contents() -> str:
    return "".join(
        f"- [{chapter}](#{chapter.lower().replace(' ', '-')}): {len(scenes)} scenes\n"
        for chapter, scenes in CHAPTERS.items()
    )


async def _played(scene: Scene, library: Library) -> str:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        database = Path(folder) / "footnote.sqlite3" if scene.chooses else None
        async with Stage(library, database) as stage:
            await scene.play(stage)
        return f"### {scene.title}\n\n{scene.line}\n\n{stage.text}\n"


def make_cards() -> Iterator[tuple[str, bytes, str]]:
    """Yield name, PNG and alternative text of each picture."""
    library = load_library()
    for name, (quote, dark) in PICTURES.items():
        told = library.find(quote)
        card = card_for(told, dark=dark) if told else None
        assert card, f"there is no picture of {quote!r}"
        assert len(card.png) <= CARD_LIMIT, f"{name} has {len(card.png)} bytes"
        yield name, card.png, card.alt


def main() -> None:
    """Write the page and the pictures."""
    PAGE.write_text(make_page(), "utf-8")
    CARDS.mkdir(exist_ok=True)
    for name, png, _ in make_cards():
        (CARDS / name).write_bytes(png)


if __name__ == "__main__":
    main()
