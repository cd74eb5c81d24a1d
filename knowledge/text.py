"""Normalising and splitting text for matching: the only place that does so.

What is shown to a reader stays as written; everything here is thrown away after the match.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

MAX_QUESTION = 1200
"""Characters of a question that are read: more is a pasted text, and the cost stays bounded."""

_PLAIN = str.maketrans(
    dict.fromkeys("‘’ʼ´`′＇", "'")
    | dict.fromkeys("“”„«»″", '"')
    | {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"}
)
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_RELAY = re.compile(r"\b(\d)\s*[x×*]\s*(\d{2,4})\s*(?:m|metres?|meters?)?\b", re.IGNORECASE)
_METRES = re.compile(r"\b(\d+)[\s-]?(?:m|metres?|meters?)\b(?!\s+views)", re.IGNORECASE)
_LAST_SHORT_YEAR = 35
"""'35 is read as 2035, '36 as 1936: stories look back further than ahead."""
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_SHORT_YEAR = re.compile(r"'(\d\d)\b")
_SHORT_FORM = re.compile(r"'(?:s|d|ll|ve|re|m)$")
"""What is said short after a word ("he'd", "Jim's"): it carries nothing to match by."""
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_ORDINALS = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth"}
_stemmer = Stemmer.Stemmer("english", 20_000)


_RECENT = 16
"""Texts whose words are at hand: the parts of one message are looked at several times."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: folded for comparing, and whether it was written like a name."""

    folded: str
    capital: bool


def fold(text: str) -> str:
    """Return `text` with case, accents, quote-mark styles and invisible characters folded away.

    >>> fold("José’s  CAFÉ")
    "jose's cafe"
    """
    if text.isascii():
        return " ".join(text.lower().split())
    parted = unicodedata.normalize("NFKD", _plain_marks(text)).casefold()
    return "".join(_visible(_plain_marks(parted))).strip()


def _plain_marks(text: str) -> str:
    return text.translate(_PLAIN)


def _visible(text: str) -> Iterator[str]:
    """Yield what can be read: marks are dropped, controls and symbols become spaces, spaces one space."""
    space = True
    for char in text:
        category = unicodedata.category(char)
        if category in {"Mn", "Me", "Cf"}:
            continue
        if category[0] in "CZ" or category in {"So", "Sk"}:
            if not space:
                yield " "
            space = True
        else:
            yield char
            space = False


def without_links(text: str) -> str:
    """Return `text` without web addresses: they name nothing a story tells."""
    return _URL.sub(" ", text)


@lru_cache(maxsize=_RECENT)
def split_words(text: str) -> tuple[Word, ...]:
    """Split `text` into words, apostrophes dropped, possessives and numbers normalised.

    >>> [word.folded for word in split_words("Derek’s 4 x 400m, wasn't it '92?")]
    ['derek', '4x400', 'wasnt', 'it', '1992']
    """
    clipped = _seen(without_links(text[:MAX_QUESTION]))
    return tuple(_words(_numbers(_SHORT_YEAR.sub(_full_year, _plain_marks(clipped)))))


def _seen(text: str) -> str:
    """Return `text` without marks that are not seen (joiners, direction marks): they cut no word."""
    return text if text.isascii() else "".join(c for c in text if unicodedata.category(c) != "Cf")


def _full_year(match: re.Match[str]) -> str:
    year = int(match[1])
    return f" {1900 + year if year > _LAST_SHORT_YEAR else 2000 + year}"


def _numbers(text: str) -> str:
    text = _THOUSANDS.sub("", text)
    text = _RELAY.sub(r"\1x\2 ", text)
    return _METRES.sub(r"\1 metre ", text)


def _words(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(unicodedata.normalize("NFKC", text)):
        written = match[0]
        folded = written.lower() if written.isascii() else fold(written)
        if "'" in folded:
            folded = _SHORT_FORM.sub("", folded).replace("'", "")
        if folded:
            yield Word(_REPEATED.sub(r"\1\1", _ORDINALS.get(folded, folded)), written[0].isupper())


def split_sentences(text: str) -> tuple[str, ...]:
    r"""Split `text` into sentences, by closing marks and line ends.

    >>> split_sentences("How old was he? And when?\nThanks")
    ('How old was he?', 'And when?', 'Thanks')
    """
    return tuple(part.strip() for part in _SENTENCE_END.split(text[: 4 * MAX_QUESTION]) if part.strip())


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stem of a folded word (Snowball's English stemmer).

    >>> stem("announced") == stem("announcing")
    True
    """
    return str(_stemmer.stemWord(word))


def key(text: str) -> str:
    """Return what two texts share that differ only in case, accents, marks and spaces.

    >>> key("How old was Jim?") == key("how  OLD was jim")
    True
    """
    return " ".join(word.folded for word in split_words(text))
