"""Finding what a message quotes, and whom it gives the words to: in quotation marks, after ">", or bare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.language import load_language
from knowledge.model import Name, Story
from knowledge.quoted import QuoteChecker, Verdict

LONGEST = 4000
"""Characters of a message that are read: the longest Discord takes of a paying user; more is not a quotation."""
FEWEST_WORDS = 2
"""Fewest words in quotation marks that are taken for a quotation: a single one is often marked for its tone."""
MOST = 3
"""Quotations of one message that are judged."""

_WORD = re.compile(r"[^\W_]+")
_MARKED = re.compile(
    r"“([^“”]{1,2500})(?:”|$)|\"([^\"]{1,2500})\"|«([^«»]{1,2500})»|„([^„“”]{1,2500})[“”]"
    r"|(?<!\w)‘((?:[^‘’\n]|’(?=\w)){1,2500})’(?!\w)|(?<!\w)'((?:[^'\n]|'(?=\w)){1,2500})'(?!\w)"
)
_BLOCK = re.compile(r"(?:^[ \t]*>>>[ \t]?[\s\S]*)|(?:^[ \t]*>[^\n]*(?:\n[ \t]*>[^\n]*)*)", re.MULTILINE)
_ARROW = re.compile(r"^[ \t]*>{1,3}[ \t]?", re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")

_SAYING = "put posted added called claimed shouted tweeted recalled explained answered replied declared quote quoting"
"""Words of saying beside those of the language's tables."""
_BETWEEN = "has had have did once later then really just famously reportedly publicly himself herself also it"
"""Words that may stand between a name and its word of saying. No "never": who never said it is not ascribed it."""
_DASH = r"[-–—―~(]"
_END = r"[^.!?\n]{0,100}$"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a message quotes, and what stands before and after them."""

    words: str
    before: str = ""
    after: str = ""


def quotations(text: str) -> tuple[Quotation, ...]:
    r"""Return what a message quotes; the whole of it where nothing is marked as a quotation.

    >>> [found.words for found in quotations('He said "my hero" and “best friend”.')]
    ['my hero', 'best friend']
    >>> [found.words for found in quotations("> my hero\nis that so?")]
    ['my hero']
    """
    text = text[:LONGEST]
    found: list[Quotation] = []
    blocks = list(_BLOCK.finditer(text))
    ends = [0, *(block.end() for block in blocks)]
    starts = [*(block.start() for block in blocks), len(text)]
    for at, (start, end) in enumerate(zip(ends, starts, strict=True)):
        plain = text[start:end]
        found += _marked(plain)
        if at < len(blocks):
            quoted = _ARROW.sub("", blocks[at][0])
            after = text[ends[at + 1] : starts[at + 1]]
            found += _marked(quoted) or [Quotation(quoted.strip(), plain, after)]
    found = [quotation for quotation in found if _counts(quotation.words)]
    return tuple(found) or (Quotation(text.strip()),)


def _counts(words: str) -> bool:
    return len(_WORD.findall(words)) >= FEWEST_WORDS


def _marked(text: str) -> list[Quotation]:
    """Return what stands in quotation marks, each with the text between it and its neighbours."""
    marks = [match for match in _MARKED.finditer(text) if _counts(_inside(match))]
    edges = [0, *(edge for match in marks for edge in match.span()), len(text)]
    return [
        Quotation(_inside(match), text[edges[2 * at] : match.start()], text[match.end() : edges[2 * at + 3]])
        for at, match in enumerate(marks)
    ]


def _inside(match: re.Match[str]) -> str:
    return next(filter(None, match.groups()), "")


class MessageJudge:
    """Judges all that a message quotes from some stories."""

    def __init__(self, stories: Sequence[Story]) -> None:
        """Prepare to hold messages against these stories."""
        self._checker = QuoteChecker(stories)
        self._speakers = _Speakers(stories)

    def judge(self, text: str) -> tuple[tuple[Verdict, ...], int]:
        """Return a verdict on each quotation of a message, and how many more it has than are judged."""
        found = quotations(text)
        if len(found) == 1 and not (found[0].before or found[0].after):
            return self._bare(found[0].words)
        judged = tuple(self._one(quotation) for quotation in found[:MOST])
        return judged, len(found) - len(judged)

    def _one(self, quotation: Quotation) -> Verdict:
        ascribed = self._speakers.of(quotation)
        verdict = self._checker.judge(quotation.words, ascribed)
        if ascribed:
            return verdict
        words, ascribed = self._speakers.apart(quotation.words)  # a block may hold "..., said A" itself
        return min(verdict, self._checker.judge(words, ascribed), key=_worth) if ascribed else verdict

    def _bare(self, text: str) -> tuple[tuple[Verdict, ...], int]:
        """Judge words that nothing marks as quoted: as a whole, or else sentence by sentence.

        A sentence is only looked at alone where the whole has nothing of a quote, so that a right one cannot hide
        a changed one beside it.
        """
        words, ascribed = self._speakers.apart(text)
        whole = self._checker.judge(words, ascribed)
        if whole.kind != "none":
            return (whole,), 0
        sentences = [part for part in _SENTENCE.split(text) if _counts(part)]
        parts = [self._one(Quotation(part)) for part in dict.fromkeys(sentences[: 4 * MOST])]
        known = [verdict for verdict in parts if verdict.kind != "none"]
        return (tuple(known[:MOST]) or (whole,)), max(0, len(known) - MOST)


def _worth(verdict: Verdict) -> tuple[bool, float]:
    return verdict.kind == "none", -verdict.score


class _Speakers:
    """Finds whom a message gives words to, by the names and aliases of those who can speak."""

    def __init__(self, stories: Iterable[Story]) -> None:
        self._names: dict[str, Name] = {}
        say: set[str] = set(_SAYING.split())
        for story in stories:
            for name in story.names.values():
                if name.kind in {"person", "organisation"}:
                    for way in (name.name, *name.also):
                        self._names.setdefault(_plain(way), name)
            groups = load_language(story.heading.language).groups
            say |= {word for word, of in groups.items() if {"say", "write"} & set(of)}
        who = f"(?<!\\w)(?:the )?(?P<name>{_any(self._names)})(?!\\w)"
        verb = f"(?:{_any(say)})(?!\\w)"
        spoke = rf"{who}(?:'s)?\s(?:(?:{_any(_BETWEEN.split())})\s){{0,2}}{verb}"
        aside = r"(?:, ?[^.!?\n:]{1,80})?"
        by = rf"(?:according to|by|from|as|{verb}) {who}"
        self._before = _compiled(rf"{spoke}{_END}", rf"{by}\W*$", rf"(?:^|[.!?\n])\W*{who}{aside}\s?:\W*$")
        self._after = _compiled(
            rf"^[\s,.!?]*{_DASH}+\W*{who}\s*(?:$|[,.)\n(\d])",
            rf"^[\s,.!?]*(?:(?:is|was) what |as )?{spoke}",
            rf"^[\s,.!?]*{by}",
        )
        self._head = _compiled(
            rf"^\W*(?:did|does|has) {who} (?:really )?{verb}\W*(?:that )?",
            rf"^\W*{spoke}\W*(?:that )?",
            rf"^\W*{who}{aside}\s?:\s*",
            rf"^\W*according to {who}\W*",
        )
        self._tail = _compiled(
            rf"[\s,.]*{_DASH}+\s?{who}(?:[,(][^\n]{{0,80}})?\W*$",
            rf",?\s{by}\W*$",
            rf",?\s{spoke}\W*$",
        )

    def of(self, quotation: Quotation) -> Name | None:
        """Return who is said, before or after the words, to have said them."""
        before, after = _plain(quotation.before[-200:]), _plain(quotation.after[:200])
        found = _first(self._before, before) or _first(self._after, after)
        return self._names[found["name"]] if found else None

    def apart(self, text: str) -> tuple[str, Name | None]:
        """Return the words without "A said that" before them or "- A" behind, and who is named there."""
        plain = _plain(text, keep_length=True)
        if found := _first(self._head, plain):
            rest = text[found.end() :]
            asked = found[0].lstrip().startswith(("did", "does", "has"))
            return (rest.rstrip("? ") if asked else rest), self._names[found["name"]]
        if found := _first(self._tail, plain):
            return text[: found.start()], self._names[found["name"]]
        return text, None


_FOLDS = str.maketrans(dict.fromkeys("’‘´`", "'") | dict.fromkeys("\u00a0\t", " "))


def _plain(text: str, *, keep_length: bool = False) -> str:
    """Fold case, apostrophes and spaces; with `keep_length` places stay what they are in `text`."""
    folded = text.translate(_FOLDS)
    lowered = "".join(low if len(low := char.lower()) == 1 else char for char in folded)
    return lowered if keep_length else re.sub(" +", " ", lowered)


def _any(words: Iterable[str]) -> str:
    """Return the words as a choice of a pattern, the longest first; of none one that nothing matches."""
    choice = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return choice or "(?!)"


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


def _first(patterns: Sequence[re.Pattern[str]], text: str) -> re.Match[str] | None:
    return next(_matches(patterns, text), None)


def _matches(patterns: Sequence[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        if found := pattern.search(text):
            yield found
