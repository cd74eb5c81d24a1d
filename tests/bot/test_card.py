"""A quote as a picture: what is on it, how it is set, and that the words stand beside it."""

from __future__ import annotations

import asyncio
import dataclasses
import time
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageChops

from bot import card as cards
from bot.buttons import NOT_YOURS
from bot.buttons.picture import NO_CARD
from bot.card import ALT_LIMIT, MARGIN, MEASURE, SIZES, WIDTH, Card, attachment_for, card_for
from bot.render import tell
from knowledge import SHIPPED_STORIES, Library, Told
from knowledge.store import load_story

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

SHIPPED = load_story(SHIPPED_STORIES / "jim-redmond.toml").all_told("quote")
SHORTEST, *_, LONGEST = sorted(SHIPPED, key=lambda told: len(told.entry.text))


def saying(library: Library, text: str) -> Told:
    """Return a quote of the test story with other words."""
    told = library.find("greta-tea")
    assert told
    return dataclasses.replace(told, entry=told.entry.model_copy(update={"text": text}))


def picture(card: Card | None) -> Image.Image:
    assert card
    return Image.open(BytesIO(card.png)).convert("RGB")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("told", SHIPPED, ids=lambda told: told.entry.id)
def test_every_shipped_quote_has_a_card_of_moderate_size(told: Told, dark: bool) -> None:
    card = card_for(told, dark=dark)
    image = picture(card)
    assert card
    assert len(card.png) < 200_000
    assert image.format is None
    assert image.width == WIDTH
    assert 0.4 < image.height / image.width < 1.2
    assert (sum(image.getpixel((0, 0))) < 3 * 128) is dark  # type: ignore[arg-type]


@pytest.mark.parametrize("told", [SHORTEST, LONGEST], ids=lambda told: told.entry.id)
def test_the_margins_hold_nothing_but_the_hanging_quotation_mark(told: Told) -> None:
    image = picture(card_for(told, dark=False))
    paper = Image.new("RGB", image.size, image.getpixel((0, 0)))
    inked = Image.composite(
        Image.new("L", image.size, 0),
        Image.new("L", image.size, 255),
        mask=_same(image, paper),
    ).getbbox()
    assert inked
    left, top, right, bottom = inked
    assert MARGIN - 40 <= left < MARGIN
    assert right <= WIDTH - MARGIN + 20
    assert top >= 64
    assert image.height - bottom >= 60


def _same(one: Image.Image, other: Image.Image) -> Image.Image:
    return ImageChops.difference(one, other).convert("L").point(lambda value: 0 if value else 255)


def test_the_whole_text_is_its_alternative_text() -> None:
    for told in SHIPPED:
        card = card_for(told, dark=True)
        assert card
        assert card.alt == f"Quote card. {told.text} Source: {told.footnote}"


def test_a_quote_too_long_for_an_alternative_text_is_cut_at_a_word(library: Library) -> None:
    card = card_for(saying(library, "word " * 290 + "end."), dark=True)
    assert card
    assert len(card.alt) <= ALT_LIMIT
    assert card.alt.endswith("word…")


@pytest.mark.parametrize(
    "text",
    [
        "Go!",
        "I did not stop to count them.",
        "There were forty of them and one of me, so I did not stop to count.",
        "a word " * 40 + "end",
        "understatement " * 30 + "a",
        "a " * 700 + "b",
        "x" * 1500,
        "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich.",
    ],
)
@pytest.mark.parametrize("size", [SIZES[0], SIZES[-1]])
def test_lines_hold_every_word_and_are_never_too_long(text: str, size: int) -> None:
    font = cards._font(cards._REGULAR, size)
    lines = cards._broken(text, font)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(font.getlength(line) <= MEASURE + 8 for line in lines)


@pytest.mark.parametrize("told", SHIPPED, ids=lambda told: told.entry.id)
def test_no_word_stands_alone_on_the_last_line(told: Told) -> None:
    words = f"{told.entry.text}”"
    for size in SIZES:
        lines = cards._broken(words, cards._font(cards._REGULAR, size))
        assert len(lines) == 1 or " " in lines[-1]


def test_the_longest_quote_a_story_may_hold_fits_its_card(library: Library) -> None:
    card = card_for(saying(library, "It was a long night on the rock. " * 45), dark=True)
    assert card
    assert picture(card).height < 1.5 * WIDTH
    assert len(card.png) < 500_000


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Straße, café, naïve, Łódź, “quoted”, it’s – a dash — … €5", None),
        ("ran 100㎞ in ② hours", "ran 100km in 2 hours"),
        ("invisible\u200b joiner", "invisible joiner"),
        ("two\nlines  and\tspaces", "two lines and spaces"),
    ],
)
def test_a_character_the_font_lacks_is_drawn_in_its_plain_form(text: str, drawn: str | None) -> None:
    assert cards._drawable(text) == (drawn or text)


@pytest.mark.parametrize("text", ["我做了茶", "I made tea \N{HOT BEVERAGE}\ufe0f \N{FIRE}", "شاي كثير"])
def test_what_cannot_be_drawn_has_no_card(library: Library, text: str) -> None:
    assert card_for(saying(library, text), dark=True) is None


def test_only_quotes_have_cards(library: Library) -> None:
    for ref in ("lamp-failed", "captain"):
        told = library.find(ref)
        assert told
        assert card_for(told, dark=True) is None


async def test_drawing_keeps_nobody_waiting(library: Library) -> None:
    """The event loop turns while a card is drawn, also while several are."""
    turns = 0

    async def turn() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    turning = asyncio.create_task(turn())
    begun = time.perf_counter()
    files = await asyncio.gather(*(attachment_for(tell(told)) for told in SHIPPED[:4]))
    turning.cancel()
    assert all(files)
    assert time.perf_counter() - begun < 4
    assert turns > 20


async def test_quote_shows_its_card_beside_the_words(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    result = await alice.slash(channel, "quote", search="greta-tea", card=True)
    assert result.response is not None
    assert result.response.content.startswith(
        "Greta Halvorsen: “Afterwards I made tea. A great deal of tea.”¹"
    )
    (shown,) = result.response.attachments
    assert shown.filename == "quote.png"
    assert shown.description == (
        "Quote card. Greta Halvorsen: “Afterwards I made tea. A great deal of tea.” "
        "Source: The Skerry Post, 9 November 1931, paragraph 5"
    )


@pytest.mark.parametrize("options", [{"search": "qwertyuiop", "card": True}, {"search": "greta-tea"}])
async def test_there_is_no_card_for_a_miss_or_unasked(
    channel: ChannelHandle, alice: MemberActor, options: dict[str, Any]
) -> None:
    result = await alice.slash(channel, "quote", **options)
    assert result.response is not None
    assert not result.response.attachments


async def test_a_quote_that_cannot_be_drawn_is_told_in_words(
    channel: ChannelHandle, alice: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards, "card_for", lambda *_, **__: None)
    result = await alice.slash(channel, "quote", search="greta-tea", card=True)
    assert result.response is not None
    assert result.response.content.startswith("Greta Halvorsen: “Afterwards I made tea.")
    assert not result.response.attachments


async def test_the_button_under_a_quote_makes_its_picture_for_the_asker(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    told = await alice.slash(channel, "quote", search="greta-tea")
    assert told.response is not None
    refused = await bob.click(told.response, label="Picture")
    assert refused.response is not None
    assert refused.response.content == NOT_YOURS()
    pressed = await alice.click(told.response, label="Picture")
    assert pressed.response is not None
    assert pressed.response.content.startswith("Greta Halvorsen: “Afterwards I made tea.")
    assert [shown.filename for shown in pressed.response.attachments] == ["quote.png"]


async def test_the_button_says_so_where_a_quote_cannot_be_drawn(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = await alice.slash(channel, "quote", search="greta-tea")
    assert told.response is not None
    monkeypatch.setattr(cards, "card_for", lambda *_, **__: None)
    pressed = await alice.click(told.response, label="Picture")
    assert pressed.response is not None
    assert pressed.response.content == NO_CARD()
