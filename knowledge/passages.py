"""The text a story was told in, as a curator has it at hand: paragraphs, and what stands in them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from knowledge.model import spell_date
from knowledge.proof import plain_quote

NEAR = 70
"""Least likeness (rapidfuzz partial_ratio, 0 to 100) of a passage that is shown as the nearest to a quote."""

_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_ISO_DATE = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_UNITS = "one two three four five six seven eight nine".split()  # noqa: SIM905 (a list takes a line a word)
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: SIM905
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
_ORDINALS = "second third fourth fifth".split()  # noqa: SIM905


def _spelt_numbers() -> Iterator[tuple[str, int]]:
    """Yield the numbers up to 99 in words, and the first ordinals. "One" is left out: mostly it is a pronoun."""
    yield from zip(_ORDINALS, range(2, 6), strict=True)
    yield from zip(_UNITS[1:] + _TEENS, range(2, 20), strict=True)
    for ten, word in zip(range(20, 100, 10), _TENS, strict=True):
        yield word, ten
        yield from ((f"{word} {unit}", ten + n) for n, unit in enumerate(_UNITS, start=1))


_SPELT = dict(_spelt_numbers())
# Longest first, or "eighty one" would be read as 80. "The two" is a pronoun as "one" is.
_IN_WORDS = re.compile(
    rf"(?<!\bthe (?=two\b))\b(?:{'|'.join(sorted(_SPELT, key=len, reverse=True))})\b".replace(" ", r"[\s-]"),
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SourceText:
    """The paragraphs of a source by their numbers; 0 is the header."""

    paragraphs: Mapping[int, str]

    @classmethod
    def split(cls, text: str, header_blocks: int = 0) -> SourceText:
        r"""Split `text` at its blank lines; the first `header_blocks` blocks are paragraph 0.

        >>> SourceText.split("By Ada Moor\n\nFirst.\n\nSecond.", 1).paragraphs
        {0: 'By Ada Moor', 1: 'First.', 2: 'Second.'}
        """
        blocks = [block.strip() for block in _BLANK_LINES.split(text.replace("\r\n", "\n")) if block.strip()]
        header = {0: "\n".join(blocks[:header_blocks])} if header_blocks else {}
        return cls(header | dict(enumerate(blocks[header_blocks:], start=1)))

    @cached_property
    def _plain(self) -> dict[int, str]:
        return {number: plain_quote(text) for number, text in self.paragraphs.items()}

    def joined(self, numbers: Iterable[int]) -> str:
        """Return these paragraphs as one text, those left out that do not exist."""
        return " ".join(self._plain[number] for number in numbers if number in self._plain)

    def holds(self, words: str, numbers: Iterable[int]) -> bool:
        """Tell whether `words` stand verbatim in these paragraphs, only quote-mark style and white space aside.

        Half a word is none: "he was" does not stand in "she was".
        """
        return bool(re.search(_whole(plain_quote(words)), self.joined(numbers)))

    def where(self, words: str) -> tuple[int, ...]:
        """Return the paragraphs in which `words` stand verbatim."""
        return tuple(number for number in self.paragraphs if self.holds(words, [number]))

    def is_quoted(self, words: str, numbers: Iterable[int]) -> bool:
        """Tell whether `words` stand in these paragraphs between quotation marks, as somebody's own words."""
        wanted = re.compile(_whole(plain_quote(words)))
        # A quotation that goes on in the next paragraph is not closed in its own.
        spans = (re.finditer(r'"[^"]*(?:"|$)', self._plain[n]) for n in numbers if n in self._plain)
        return any(wanted.search(span[0]) for found in spans for span in found)

    def nearest(self, words: str) -> tuple[int, str] | None:
        """Return the passage most like `words` and its paragraph, None where nothing is like it."""
        wanted = plain_quote(words)
        best: tuple[float, int, str] | None = None
        for number, text in self._plain.items():
            found = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=NEAR)
            if found and (best is None or found.score > best[0]):
                best = (found.score, number, text[found.dest_start : found.dest_end].strip())
        return best[1:] if best else None


def _whole(words: str) -> str:
    """Return a pattern for `words` that does not begin or end inside a word."""
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return before + re.escape(words) + after


def with_spelt_dates(text: str) -> str:
    """Return `text` with ISO dates followed by how they are read aloud.

    >>> with_spelt_dates("date 2022-10-05")
    'date 2022-10-05 (5 October 2022)'
    """

    def spelt(found: re.Match[str]) -> str:
        try:
            return f"{found[0]} ({spell_date(dt.date(*map(int, found.groups())))})"
        except ValueError:
            return found[0]  # looks like a date and is none, as 2022-13-45

    return _ISO_DATE.sub(spelt, text)


def numbers_in(text: str) -> frozenset[str]:
    """Return the numbers of `text` as digits, also those in words from two to ninety-nine.

    >>> sorted(numbers_in("Eighty-one of 1,500 ran the 4x400m, one fell"))
    ['1500', '4', '400', '81']
    """
    digits = {found[0].replace(",", "").lstrip("0") or "0" for found in _NUMBER.finditer(text)}
    spelt = {_SPELT[re.sub(r"[\s-]", " ", found[0]).casefold()] for found in _IN_WORDS.finditer(text)}
    return frozenset(digits | set(map(str, spelt)))


def spell_number(number: int) -> str | None:
    """Return a number from two to ninety-nine in words, None for any other.

    >>> spell_number(41)
    'forty-one'
    """
    spelt = {value: word for word, value in _SPELT.items() if word not in _ORDINALS}.get(number)
    return spelt.replace(" ", "-") if spelt else None


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of `text` as written, possessive endings dropped.

    >>> words_in("Derek’s 2 dogs")
    ('Derek', 'dogs')
    """
    return tuple(re.sub("['’]s?$", "", word) for word in _WORD.findall(text))
