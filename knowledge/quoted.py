"""Whether somebody is quoted right: words held against the story's quotes, word by word.

Only differences in the style of quotation marks, in white space, in the case of the first letter and in a full
stop or comma at the end are no differences. Whatever else differs is found and named, so that a changed word is
never called right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise
from typing import Literal

from rapidfuzz import fuzz

from knowledge.language import load_language
from knowledge.model import Name, Quote, Story, Told

ALMOST = 0.6
"""Least share of words in common by which words are taken for a quote that was changed."""
ALIKE = 75
"""Least likeness (rapidfuzz ratio, 0 to 100) of a word to the one in its place to be a slip of it: it counts half."""
FEWEST_WORDS = 3
"""Fewest words that can be told to be somebody's: one or two ("his family") are everybody's."""
FEWEST_IN_PART = 2
"""Fewest words of each part between dots."""
MOST_WORDS = 700
"""Words that are compared: more than twice the longest quote, and the cost stays bounded."""

Kind = Literal["exact", "shortened", "marks", "almost", "none"]
"""How words stand to a quote: a part of it letter for letter; parts of it with dots between; its words with other
punctuation or capitals; its words but for some; or not at all. The better come first."""
_KINDS: tuple[Kind, ...] = ("exact", "shortened", "marks", "almost", "none")

_MARKS = "'‘’ʼ´`′＇"
_WORD = re.compile(
    rf"(?:[^\W_][\u0300-\u036f]*)+(?:[{_MARKS}\u2010\u2011-](?:[^\W_][\u0300-\u036f]*)+)*", re.UNICODE
)
_PLAIN = str.maketrans(dict.fromkeys(_MARKS, "'") | dict.fromkeys("\u2010\u2011", "-"))
_QUOTE_MARKS = re.compile("[\"“”„«»″'‘’ʼ´′＇\u201a\u2039\u203a]+")
_UNHEARD = re.compile(r"[\s*_~|`\\]+")
_DOTS = re.compile(r"[\[(]?\s*(?:…|\.\s?\.\s?\.)\.?\s*[\])]?")
_ENDS = frozenset({"", ".", ",", ";", ":"})
"""Marks a quotation may end on although the quote goes on without them: they are the quoting sentence's."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words: in both, only in what was written, only in the quote, or left out under dots."""

    kind: Literal["same", "written", "quote", "dots"]
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: what was written, and what stands in the quote."""

    kind: Literal["left out", "put in", "changed", "moved"]
    written: str = ""
    stands: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How words stand to the quote that comes nearest to them."""

    words: str
    kind: Kind
    told: Told | None = None
    """The quote, None where there is none like it."""
    span: tuple[int, int] = (0, 0)
    """Where in the quote's text the part begins and ends that the words stand for."""
    pieces: tuple[Piece, ...] = ()
    changes: tuple[Change, ...] = ()
    omitted: tuple[str, ...] = ()
    """What the quote has where the words have dots."""
    score: float = 0.0
    """The share of words in common, 0 to 1."""
    ascribed: Name | None = None
    """Who is said to have said it."""
    too_few: bool = False
    """Whether there are words, but so few that they prove nothing."""

    @property
    def speaker(self) -> Name | None:
        """Return who did say it."""
        told = self.told
        return told.story.names[told.entry.speaker] if told and isinstance(told.entry, Quote) else None

    @property
    def misascribed(self) -> bool:
        """Tell whether words of one person are given to another."""
        return self.ascribed is not None and self.speaker is not None and self.ascribed != self.speaker


@dataclass(frozen=True, slots=True)
class _Word:
    plain: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        return self.plain.casefold()


@dataclass(frozen=True)
class _Text:
    """A text as its words and the marks before, between and behind them."""

    text: str
    words: tuple[_Word, ...] = field(default=())

    @classmethod
    def read(cls, text: str) -> _Text:
        seen = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
        found = _WORD.finditer(seen)
        words = [_Word(match[0].translate(_PLAIN), *match.span()) for match in found]
        return cls(seen, tuple(words))

    @cached_property
    def folded(self) -> tuple[str, ...]:
        return tuple(word.folded for word in self.words)

    def gap(self, at: int) -> str:
        """Return what stands before the word at this place, or behind the last, as it is written."""
        start = self.words[at - 1].end if at else 0
        return self.text[start : self.words[at].start if at < len(self.words) else len(self.text)]

    def between(self, first: int, last: int) -> str:
        """Return the words from place `first` to before place `last`, with what stands between them."""
        return self.text[self.words[first].start : self.words[last - 1].end] if first < last else ""

    def running(self, first: int, last: int) -> str:
        """Return these words with the marks that stand right behind them."""
        behind = re.match(r"\S*", self.gap(last))
        return self.between(first, last) + behind[0] if behind and first < last else ""


def _marks(gap: str) -> str:
    """Return the marks of a gap as they count: the style of quotation marks and white space do not."""
    return _QUOTE_MARKS.sub('"', _UNHEARD.sub("", gap))


def _outer(marks: str) -> str:
    """Return marks at an edge without quotation marks, brackets around the whole, dots and pictures."""
    bare = _DOTS.sub("", marks)
    return "".join(c for c in bare if c not in '"()[]' and unicodedata.category(c) not in {"So", "Sk", "Mn"})


class QuoteChecker:
    """Holds words against all quotes of some stories."""

    def __init__(self, stories: Iterable[Story]) -> None:
        """Read the quotes of these stories once."""
        told = [told for story in stories for told in story.all_told("quote")]
        self._quotes = [(one, _Text.read(one.entry.text)) for one in told]
        self._stop = {one.story.id: load_language(one.story.heading.language).stop for one in told}

    def judge(self, words: str, ascribed: Name | None = None) -> Verdict:
        """Return how `words` stand to the nearest quote; of equals to one by whom they are ascribed to."""
        written = _Text.read(words)
        if not FEWEST_WORDS <= len(written.words) <= MOST_WORDS:
            too_few = 0 < len(written.words) < FEWEST_WORDS
            return Verdict(words, "none", ascribed=ascribed, too_few=too_few)
        verdicts = [
            replace(verdict, words=words, ascribed=ascribed)
            for told, quote in self._quotes
            if (verdict := self._against(written, told, quote))
        ]
        return min(verdicts, key=_rank, default=Verdict(words, "none", ascribed=ascribed))

    def _against(self, written: _Text, told: Told, quote: _Text) -> Verdict | None:
        whole, dotted = _as_part(written, told, quote), _with_dots(written, told, quote)
        for verdict in (whole, dotted):
            if verdict and verdict.kind != "marks":
                return verdict
        return whole or dotted or _compared(written, told, quote, self._stop[told.story.id])


def _rank(verdict: Verdict) -> tuple[int, float, bool, int]:
    """Order verdicts: the better kind, more in common, the right speaker, and the quote with least around it."""
    length = len(verdict.told.entry.text) if verdict.told else 0
    return _KINDS.index(verdict.kind), -round(verdict.score, 2), verdict.misascribed, length


def _as_part(written: _Text, told: Told, quote: _Text) -> Verdict | None:
    """Return the verdict on words that all stand in the quote, one after another, or None."""
    best: Verdict | None = None
    for at in _places(written, quote):
        end = at + len(written.words)
        span = (quote.words[at].start, quote.words[end - 1].end)
        same = (Piece("same", quote.between(at, end)),)
        kind: Kind = "exact" if _is_exact(written, quote, at) else "marks"
        verdict = Verdict(written.text, kind, told, span, same, score=1.0)
        if kind == "exact":
            return verdict
        best = best or verdict
    return best


def _places(written: _Text, quote: _Text, since: int = 0) -> Iterator[int]:
    """Yield the places in the quote at which all the words stand, whatever their case."""
    wanted = written.folded
    for at in range(since, len(quote.words) - len(wanted) + 1):
        if quote.folded[at : at + len(wanted)] == wanted:
            yield at


def _is_exact(written: _Text, quote: _Text, at: int) -> bool:
    """Tell whether the words and every mark between them are the quote's, from place `at` on."""
    count = len(written.words)
    if _outer(_marks(written.gap(0))) or not _ends_alike(written, quote, at + count):
        return False
    if not _same_start(written.words[0].plain, quote.words[at].plain):
        return False
    return all(
        written.words[i].plain == quote.words[at + i].plain
        and _marks(written.gap(i)) == _marks(quote.gap(at + i))
        for i in range(1, count)
    )


def _same_start(written: str, stands: str) -> bool:
    return written[1:] == stands[1:] and written[0].casefold() == stands[0].casefold()


def _ends_alike(written: _Text, quote: _Text, end: int) -> bool:
    """Tell whether the words end on a mark of the quote's, or on one that is not theirs."""
    marks = _outer(_marks(written.gap(len(written.words))))
    return marks in _ENDS or marks == _outer(_marks(quote.gap(end)))


def _with_dots(written: _Text, told: Told, quote: _Text) -> Verdict | None:
    """Return the verdict on parts of the quote, in its order, with dots where something is left out; or None."""
    parts = _parts(written)
    if len(parts) < 2 or any(len(part.words) < FEWEST_IN_PART for part in parts):  # noqa: PLR2004 (one has no dots)
        return None
    places: list[tuple[int, int]] = []
    exact = True
    for part in parts:
        since = places[-1][1] if places else 0
        found = list(_places(part, quote, since))
        if not found:
            return None
        right = [at for at in found if _is_exact(part, quote, at)]
        exact = exact and bool(right)
        at = (right or found)[0]
        places.append((at, at + len(part.words)))
    pieces: list[Piece] = [Piece("same", quote.between(*places[0]))]
    for before, after in pairwise(places):
        pieces += [Piece("dots", quote.between(before[1], after[0])), Piece("same", quote.between(*after))]
    return Verdict(
        written.text,
        "shortened" if exact else "marks",
        told,
        (quote.words[places[0][0]].start, quote.words[places[-1][1] - 1].end),
        tuple(pieces),
        omitted=tuple(piece.text for piece in pieces if piece.kind == "dots" and piece.text),
        score=1.0,
    )


def _parts(written: _Text) -> list[_Text]:
    """Cut a text at its dots."""
    cuts = [at for at in range(1, len(written.words)) if _DOTS.search(written.gap(at))]
    parts = []
    for first, last in pairwise([0, *cuts, len(written.words)]):
        text = written.text[written.words[first].start : written.words[last - 1].end]
        behind = _DOTS.split(written.gap(last))[0]
        parts.append(_Text.read(text + behind))
    return parts


def _compared(written: _Text, told: Told, quote: _Text, stop: frozenset[str]) -> Verdict | None:
    """Return the verdict on words that have much in common with a part of the quote, or None."""
    first, last = _window(written, quote)
    steps = _steps(written, quote, first, last)
    if not steps:
        return None
    common = [word for step in steps if step.tag == "equal" for word in written.folded[step.i : step.j]]
    score = _score(written, quote, steps, len(common))
    if score < ALMOST or not set(common) - stop:
        return None
    pieces = tuple(piece for step in steps for piece in _pieces(written, quote, step))
    changes = _with_moves([change for step in steps for change in _changes(written, quote, step)])
    span = (quote.words[steps[0].k].start, quote.words[steps[-1].m - 1].end)
    omitted = tuple(piece.text for piece in pieces if piece.kind == "dots")
    return Verdict(written.text, "almost", told, span, pieces, changes, omitted, score)


@dataclass(frozen=True, slots=True)
class _Step:
    """One stretch of a comparison: words i to j of what was written stand for words k to m of the quote."""

    tag: str
    i: int
    j: int
    k: int
    m: int


def _window(written: _Text, quote: _Text) -> tuple[int, int]:
    """Return the places in the quote between which the words are likely meant to stand."""
    count = len(written.words)
    if count >= len(quote.words):
        return 0, len(quote.words)
    found = fuzz.partial_ratio_alignment(" ".join(written.folded), joined := " ".join(quote.folded))
    start, end = (found.dest_start, found.dest_end) if found else (0, len(joined))
    room = count // 4 + FEWEST_IN_PART
    first = joined.count(" ", 0, start) - room
    last = joined.count(" ", 0, end) + 1 + room
    return max(0, first), min(len(quote.words), last)


def _steps(written: _Text, quote: _Text, first: int, last: int) -> list[_Step]:
    """Return the comparison of the words with those of the quote from `first` to `last`, without what lies outside.

    The quote goes on before and after the part that was quoted: at the edges it is given as many words as were
    written there.
    """
    matcher = SequenceMatcher(None, written.folded, quote.folded[first:last], autojunk=False)
    steps = [_Step(tag, i, j, k + first, m + first) for tag, i, j, k, m in matcher.get_opcodes()]
    if not any(step.tag == "equal" for step in steps):
        return []
    head, tail = steps[0], steps[-1]
    if head.tag != "equal":
        steps[0] = _clipped(head, max(head.k, head.m - (head.j - head.i)), head.m)
    if tail.tag != "equal":
        steps[-1] = _clipped(tail, tail.k, min(tail.m, tail.k + (tail.j - tail.i)))
    return [step for step in steps if step.i < step.j or step.k < step.m]


def _clipped(step: _Step, k: int, m: int) -> _Step:
    tag = step.tag if k < m else "delete"
    return _Step(tag, step.i, step.j, k, m)


def _score(written: _Text, quote: _Text, steps: Sequence[_Step], common: int) -> float:
    """Return the share of words in common; a slip of a word counts half, and what dots stand for not at all."""
    slips = sum(
        fuzz.ratio(mine, theirs) >= ALIKE
        for step in steps
        if step.tag == "replace"
        for mine, theirs in zip(written.folded[step.i : step.j], quote.folded[step.k : step.m], strict=False)
    )
    left_out = sum(step.m - step.k for step in steps if _under_dots(written, step))
    length = max(len(written.words), steps[-1].m - steps[0].k - left_out)
    return (common + slips / 2) / length


def _under_dots(written: _Text, step: _Step) -> bool:
    return step.tag == "insert" and bool(_DOTS.search(written.gap(step.i)))


def _pieces(written: _Text, quote: _Text, step: _Step) -> Iterator[Piece]:
    mine, theirs = written.between(step.i, step.j), quote.running(step.k, step.m)
    if step.tag == "equal":
        yield Piece("same", theirs)
    elif _under_dots(written, step):
        yield Piece("dots", theirs)
    else:
        if mine:
            yield Piece("written", mine)
        if theirs:
            yield Piece("quote", theirs)


def _changes(written: _Text, quote: _Text, step: _Step) -> Iterator[Change]:
    mine, theirs = written.between(step.i, step.j), quote.between(step.k, step.m)
    if step.tag == "replace":
        yield Change("changed", mine, theirs)
    elif step.tag == "delete":
        yield Change("put in", written=mine)
    elif step.tag == "insert" and not _under_dots(written, step):
        yield Change("left out", stands=theirs)


def _with_moves(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes with one for words that were put in at one place and left out at another."""
    put_in = {change.written.casefold() for change in changes if change.kind == "put in"}
    moved = {change.stands.casefold() for change in changes if change.kind == "left out"} & put_in
    kept: list[Change] = []
    for change in changes:
        if (change.written or change.stands).casefold() not in moved or change.kind == "changed":
            kept.append(change)
        elif change.kind == "put in":
            kept.append(Change("moved", change.written, change.written))
    return tuple(kept)
