"""A quote as a picture: its words, who said them and where they stand, set on a card.

The picture is dress: the same words stand beside it as text, and on it as its alternative text.
"""

from __future__ import annotations

import asyncio
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING, Final

import discord
from PIL import Image, ImageDraw, ImageFont

from bot.footnotes import spell_footnote
from bot.render import visible
from bot.speech import Message
from knowledge.model import Quote, shorten

if TYPE_CHECKING:
    from bot.render import Said
    from knowledge.model import Told

ALT_LIMIT: Final = 1024
"""Longest description of an attachment, in characters (Discord, Attachment Object, `description`)."""

WIDTH: Final = 1200
MARGIN: Final = 120
LEAST_HEIGHT: Final = 480
MEASURE: Final = WIDTH - 2 * MARGIN
"""Longest line, in pixels."""

SIZES: Final = (76, 68, 61, 55, 49, 44, 40, 36, 33, 30)
"""Sizes of the words, in pixels: the first is taken in which they fill no more than their room."""
ROOM: Final = 500
"""Height the words may fill before a smaller size is taken; the smallest may fill more, and the card grows."""
LEADING: Final = 1.36
SPEAKER_SIZE, OCCASION_SIZE, NOTE_SIZE = 36, 29, 24
ALT: Final = Message("card-alt")
FILE_NAME = "quote.png"

_REGULAR, _SEMIBOLD = "SourceSerifPro-Regular.otf", "SourceSerifPro-Semibold.otf"
_NO_CHARACTER = "\uffff"
_drawing = Lock()  # FreeType's faces are not made for two threads at a time


@dataclass(frozen=True, slots=True)
class Card:
    """A picture as a PNG file, and the same in words."""

    png: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class _Palette:
    paper: str
    ink: str
    faint: str
    accent: str


_LIGHT = _Palette(paper="#fbf8f1", ink="#1f1c18", faint="#6a6259", accent="#a8432b")
_DARK = _Palette(paper="#1b1c20", ink="#f2ede3", faint="#a9a299", accent="#e0896c")


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of one size, one below the other."""

    lines: tuple[str, ...]
    face: str
    size: int
    colour: str
    above: int = 0
    """Room above the block, in pixels."""
    hanging: str = ""
    """Marks at the beginning that stand in the margin."""

    @property
    def step(self) -> int:
        return round(self.size * LEADING)

    @property
    def height(self) -> int:
        return self.above + self.step * len(self.lines)


def card_for(told: Told, *, dark: bool) -> Card | None:
    """Return the card of a quote; None for what is no quote or holds characters the font does not have."""
    entry, story = told.entry, told.story
    if not isinstance(entry, Quote):
        return None
    parts = (f"“{entry.text}”", story.names[entry.speaker].name, entry.occasion or "", spell_footnote(told))
    with _drawing:
        drawable = [_drawable(part) for part in parts]
        words, speaker, occasion, note = (part if part is not None else "" for part in drawable)
        if None in drawable:
            return None
        palette = _DARK if dark else _LIGHT
        blocks = [
            _words_block(words, palette.ink),
            _block(speaker, _SEMIBOLD, SPEAKER_SIZE, palette.ink, above=44),
            _block(occasion, _REGULAR, OCCASION_SIZE, palette.faint, above=2),
        ]
        source = _block(note, _REGULAR, NOTE_SIZE, palette.faint)
        png = _drawn([block for block in blocks if block.lines], source, palette)
    return Card(png, shorten(ALT(text=visible(told.text), footnote=spell_footnote(told)), ALT_LIMIT))


async def attachment_for(said: Said, *, dark: bool = True) -> discord.File | None:
    """Return the card of the quote that is told as an attachment, drawn beside the event loop; None without one.

    By default it is dark, as Discord is until its reader chooses otherwise.
    """
    if said.outcome != "answer" or not said.told:
        return None
    card = await asyncio.to_thread(card_for, said.told[0], dark=dark)
    return discord.File(BytesIO(card.png), FILE_NAME, description=card.alt) if card else None


def _words_block(words: str, colour: str) -> _Block:
    """Return the words in the largest size that fits, with their opening mark hanging in the margin."""
    size = _fitting(words[1:])
    return _Block(_broken(words[1:], _font(_REGULAR, size)), _REGULAR, size, colour, hanging=words[0])


def _fitting(words: str) -> int:
    """Return the largest size in which the words fill no more than their room, or the smallest.

    They are measured once: what a word takes grows with its size.
    """
    largest = _font(_REGULAR, SIZES[0])
    lengths, space = [largest.getlength(word) for word in words.split()], largest.getlength(" ")
    for size in SIZES:
        measure = MEASURE * SIZES[0] / size
        broken = sum(int(length // measure) for length in lengths)
        if (_lines_needed(lengths, space, measure) + broken) * round(size * LEADING) <= ROOM:
            return size
    return SIZES[-1]


def _block(text: str, face: str, size: int, colour: str, above: int = 0) -> _Block:
    return _Block(_broken(text, _font(face, size)), face, size, colour, above)


@lru_cache(maxsize=32)
def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    data = (files("bot") / "fonts" / face).read_bytes()
    return ImageFont.truetype(BytesIO(data), size)


def _drawable(text: str) -> str | None:
    """Return the text with characters the font lacks in their plainest form, or None where it lacks that too."""
    line = " ".join(visible(text).split())
    seen = (char for char in unicodedata.normalize("NFC", line) if unicodedata.category(char) != "Cf")
    drawn = [char if _has(char) else _plainest(char) for char in seen]
    return None if any(char is None for char in drawn) else "".join(filter(None, drawn))


def _plainest(char: str) -> str | None:
    """Return the letter beneath an accent, or what a character stands for; None where the font lacks that."""
    parts = [part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part)]
    return "".join(parts) if parts and all(map(_has, parts)) else None


@lru_cache(maxsize=2000)
def _has(char: str) -> bool:
    """Tell whether the font has a character: what it lacks is drawn as the same box as no character at all."""
    font = _font(_REGULAR, SIZES[-1])
    mask, box = font.getmask(char), font.getmask(_NO_CHARACTER)
    return char == " " or mask.size != box.size or bytes(mask) != bytes(box)


def _broken(text: str, font: ImageFont.FreeTypeFont) -> tuple[str, ...]:
    """Break a text into lines of even length, as few as there must be, and no word alone on the last.

    Of all ways into that many lines the one with the least sum of squares of what the lines lack is taken.
    """
    words = [part for word in text.split() for part in _pieces(word, font)]
    if not words:
        return ()
    space = font.getlength(" ")
    lengths = [font.getlength(word) for word in words]
    fewest = _lines_needed(lengths, space, MEASURE)
    measure = _narrowest(lengths, space, fewest)
    # `best[i]` is the cost of setting the words from `i` on, and where the next line begins.
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(words) + 1)
    for start in range(len(words) - 1, -1, -1):
        best[start] = min(_ways(lengths, space, start, measure, best), default=(float("inf"), len(words)))
    lines, at = [], 0
    while at < len(words):
        lines.append(" ".join(words[at : best[at][1]]))
        at = best[at][1]
    return tuple(lines)


def _ways(
    lengths: Sequence[float], space: float, start: int, measure: float, best: Sequence[tuple[float, int]]
) -> Iterator[tuple[float, int]]:
    """Yield the cost of each line that could begin with this word, and where the next one would begin."""
    used = -space
    for end in range(start + 1, len(lengths) + 1):
        used += space + lengths[end - 1]
        if used > measure and end > start + 1:
            return
        alone = end == len(lengths) and end == start + 1 and start > 0
        lacking = (measure - used) * (0.5 if end == len(lengths) and not alone else 1.0)
        yield lacking**2 + (measure**2 if alone else 0) + best[end][0], end


def _lines_needed(lengths: Sequence[float], space: float, measure: float) -> int:
    lines, used = 1, -space
    for length in lengths:
        if used + space + length > measure and used > 0:
            lines, used = lines + 1, -space
        used += space + length
    return lines


def _narrowest(lengths: Sequence[float], space: float, lines: int) -> float:
    """Return about the least measure in which the words still take so many lines: that makes them even."""
    low, high = max(lengths), float(MEASURE)
    while high - low > space:
        middle = (low + high) / 2
        if _lines_needed(lengths, space, middle) <= lines:
            high = middle
        else:
            low = middle
    return min(float(MEASURE), high * 1.04)


def _pieces(word: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """Yield a word, or parts of it where it is longer than a line."""
    while font.getlength(word) > MEASURE:
        ends = [font.getlength(word[:count]) for count in range(1, MEASURE // 10)]
        fits = max(1, bisect_right(ends, MEASURE))
        yield word[:fits]
        word = word[fits:]
    yield word


def _drawn(blocks: Sequence[_Block], source: _Block, palette: _Palette) -> bytes:
    """Return the picture: the words and their speaker, and at the foot a rule with the source below it."""
    foot = 30 + source.height
    body = sum(block.height for block in blocks)
    height = max(LEAST_HEIGHT, MARGIN + body + 56 + foot + 64)
    image = Image.new("RGB", (WIDTH, height), palette.paper)
    draw = ImageDraw.Draw(image)
    rule = height - 64 - foot
    top = (rule - body) / 2 + 8  # what is short stands in the middle; the eye sees the middle a little higher
    for block in blocks:
        _draw_block(draw, block, top)
        top += block.height
    draw.rectangle((MARGIN, rule, MARGIN + 96, rule + 3), fill=palette.accent)
    _draw_block(draw, source, rule + 30)
    saved = BytesIO()
    image.save(saved, "PNG")
    return saved.getvalue()


def _draw_block(draw: ImageDraw.ImageDraw, block: _Block, top: float) -> None:
    font = _font(block.face, block.size)
    baseline = top + block.above + block.size
    if block.hanging:
        draw.text((MARGIN, baseline), block.hanging, block.colour, font, anchor="rs")
    for at, line in enumerate(block.lines):
        draw.text((MARGIN, baseline + at * block.step), line, block.colour, font, anchor="ls")
