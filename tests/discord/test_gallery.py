"""The page that shows what readers see is what they see, and the pictures of README.md are there."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.discord.gallery.scenes import CHAPTERS
from tests.discord.make_gallery import CARD_LIMIT, CARDS, PAGE, PICTURES, make_cards, make_page

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
STALE = "GALLERY.md is stale: run `python -m tests.discord.make_gallery` and read what has changed"


@pytest.mark.slow
def test_the_page_shows_what_readers_see_now() -> None:
    written, now = PAGE.read_text("utf-8").splitlines(), make_page().splitlines()
    assert written == now, STALE


def test_every_scene_has_its_heading_and_nothing_on_the_page_is_an_id() -> None:
    page = PAGE.read_text("utf-8")
    for scene in (scene for scenes in CHAPTERS.values() for scene in scenes):
        assert f"### {scene.title}\n\n{scene.line}\n" in page
    assert not re.search(r"\d{15}|<[@#t]", page)


def test_readme_shows_the_pictures_with_their_words() -> None:
    for name, png, alt in make_cards():
        kept = (CARDS / name).read_bytes()
        assert len(kept) <= CARD_LIMIT
        assert Image.open(BytesIO(kept)).width == Image.open(BytesIO(png)).width
        words = alt.partition("“")[2].partition("”")[0]
        assert re.search(rf'<img src="tests/discord/cards/{name}" [^>]*alt="[^"]*{re.escape(words)}', README)
    assert {path.name for path in CARDS.iterdir()} == set(PICTURES)
