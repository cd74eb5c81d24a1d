"""Verdict -> words: whether a message quotes somebody right, for Discord.

The difference is shown twice: in the running text, struck and bold, and in a list of words, for those who hear it
read aloud.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from bot.render import MESSAGE_LIMIT, Said, escape, questions, remark
from knowledge.model import Quote, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge import Library
    from knowledge.model import Told
    from knowledge.quoted import Change, Piece, Verdict

EXACT = "**Word for word.** {speaker} said this{occasion}.{mark}"
SHORTENED = "**Word for word, with an omission.** {speaker} said this{occasion}.{mark}"
OMITTED = "Left out where the dots stand: {omitted}."
NOTHING_OMITTED = "Nothing is left out where the dots stand."
MARKS = (
    "**Every word is there, but not every mark.** Punctuation or capital letters differ from what "
    "{speaker} said{occasion}.{mark}"
)
ALMOST = "**Almost, but not word for word.** It comes close to what {speaker} said{occasion}.{mark}"
NONE = "**Not found.** These words stand in no quote I know. Whether they were said elsewhere I cannot tell."
WRONG_NAME = "**Wrong name:** {speaker} said it, not {ascribed}."
WHOLE = "The whole quote, with that part in bold: “{text}”"
QUOTE = "The quote: “{text}”"
LEGEND = "Struck: in the message, not in the quote. Bold: in the quote, not in the message."
LEFT_OUT = "left out: “{stands}”"
PUT_IN = "put in: “{written}”"
CHANGED = "changed: “{written}”; the quote has “{stands}”"
MOVED = "moved to another place: “{written}”"
MORE_CHANGES = "and {count} more"
MORE_QUOTATIONS = "The message quotes more ({count}); I looked at the first {judged}."
NOTHING_TO_JUDGE = "There are no words in this message that I could look for in a quote."
THEIR_QUOTES = "What {speaker} did say:"

OFFERED = 3
WORDS_SHOWN = 160
"""Characters of the judged words that are repeated, so that several verdicts can be told apart."""

_LINK = re.compile(r"\[([^\]\n]{1,300})\]\(<?https?://[^\s)]{1,500}\)")
_NOT_WORDS = re.compile(r"<?https?://[^\s>]+>?|<(?:@[!&]?|#|a?:\w{1,40}:|t:|id:)[\w:-]{1,60}>|[⁰¹²³⁴⁵⁶⁷⁸⁹]")
_SMALL_TEXT = re.compile(r"^-# .*$", re.MULTILINE)
_HEADING = re.compile(r"^([ \t]*>?[ \t]*)#{1,3} ", re.MULTILINE)


def words_of(content: str) -> str:
    r"""Return a message's words with its quoted lines and quotation marks, without links, mentions and footnotes.

    >>> words_of("> so **clearly**¹\n-# ¹ The Post\nis [that](https://example.org) right?")
    '> so **clearly**\n\nis that right?'
    """
    text = _SMALL_TEXT.sub("", _LINK.sub(r"\1", content))
    return _HEADING.sub(r"\1", _NOT_WORDS.sub("", text)).strip()


@dataclass(frozen=True, slots=True)
class Amount:
    """How much is shown of each verdict; less where a message would not hold it all."""

    quote: bool = True
    difference: bool = True
    changes: int = 8


AMOUNTS = (Amount(), Amount(quote=False), Amount(quote=False, difference=False), Amount(False, False, 2))  # noqa: FBT003
"""From all to the least; the list of changes stays to the last, for it says it in words."""


def judged(verdicts: Sequence[Verdict], more: int) -> str:
    """Return the verdicts on what a message quotes, at most 2,000 characters."""
    if not any(verdict.words.strip() for verdict in verdicts):
        return NOTHING_TO_JUDGE
    for amount in AMOUNTS:
        content = "\n".join(_lines(verdicts, more, amount))
        if len(content) <= MESSAGE_LIMIT:
            return content
    return "\n".join(_heads(verdicts))[:MESSAGE_LIMIT]


def after_judging(verdicts: Sequence[Verdict], library: Library) -> Said:
    """Return what a reader may ask next: about a quote that was found, or what the named speaker did say."""
    found = next((verdict.told for verdict in verdicts if verdict.told), None)
    if found:
        return Said("answer", None, (), told=(found,))
    named = next((verdict.ascribed for verdict in verdicts if verdict.ascribed), None)
    offers = library.quotes_by(named.name)[:OFFERED] if named else ()
    if not named or not offers:
        return remark(NONE, "no_match")
    invitation = THEIR_QUOTES.format(speaker=escape(named.name))
    return Said(
        "unknown",
        "no_match",
        (),
        offers=offers,
        invitation=invitation,
        offer_words=questions(offers, library),
    )


def _lines(verdicts: Sequence[Verdict], more: int, amount: Amount) -> Iterator[str]:
    notes = _notes(verdicts)
    for verdict in verdicts:
        yield f"> {_shown(verdict)}"
        yield _head(verdict, notes)
        if verdict.misascribed and verdict.speaker and verdict.ascribed:
            yield WRONG_NAME.format(
                speaker=escape(verdict.speaker.name), ascribed=escape(verdict.ascribed.name)
            )
        yield from _details(verdict, amount)
    if more:
        yield MORE_QUOTATIONS.format(count=len(verdicts) + more, judged=len(verdicts))
    for note, number in notes.items():
        yield f"-# {_mark(number)} {escape(note)}"


def _heads(verdicts: Sequence[Verdict]) -> Iterator[str]:
    for verdict in verdicts:
        yield _head(verdict, {})


def _notes(verdicts: Sequence[Verdict]) -> dict[str, int]:
    """Return the number of each footnote."""
    footnotes = (verdict.told.footnote for verdict in verdicts if verdict.told)
    return {note: at for at, note in enumerate(dict.fromkeys(filter(None, footnotes)), start=1)}


def _mark(number: int) -> str:
    return "⁰¹²³⁴⁵⁶⁷⁸⁹"[number]


def _shown(verdict: Verdict) -> str:
    words = re.sub(r"^[ \t]*>{1,3} ?", "", verdict.words, flags=re.MULTILINE)
    return escape(shorten(words, WORDS_SHOWN).strip('“”"'))


def _head(verdict: Verdict, notes: dict[str, int]) -> str:
    told = verdict.told
    if told is None or not isinstance(told.entry, Quote) or verdict.speaker is None:
        return NONE
    sentence = _sentence(verdict)
    occasion = f", {escape(told.entry.occasion)}" if told.entry.occasion else ""
    mark = _mark(notes[told.footnote]) if told.footnote in notes else ""
    return sentence.format(speaker=escape(verdict.speaker.name), occasion=occasion, mark=mark)


def _sentence(verdict: Verdict) -> str:
    match verdict.kind:
        case "exact":
            return EXACT
        case "shortened":
            return SHORTENED
        case "marks":
            return MARKS
        case "almost":
            return ALMOST
        case "none":
            return NONE
        case _:
            assert_never(verdict.kind)


def _details(verdict: Verdict, amount: Amount) -> Iterator[str]:
    """Yield how the words differ, and where they stand in the quote."""
    if verdict.kind == "shortened" or (verdict.kind == "marks" and verdict.omitted):
        yield _omission(verdict.omitted)
    if verdict.kind == "almost":
        if amount.difference:
            yield f"“{' '.join(map(_piece, verdict.pieces))}”"
            yield f"-# {LEGEND}"
        yield from _changes(verdict.changes, amount.changes)
    if amount.quote and verdict.told:
        yield from _in_place(verdict, verdict.told)


def _omission(omitted: Sequence[str]) -> str:
    if not omitted:
        return NOTHING_OMITTED
    return OMITTED.format(omitted=", ".join(f"“{escape(words)}”" for words in omitted))


def _piece(piece: Piece) -> str:
    match piece.kind:
        case "same":
            return escape(piece.text)
        case "written":
            return f"~~{escape(piece.text)}~~"
        case "quote":
            return f"**{escape(piece.text)}**"
        case "dots":
            return r"\[…\]"
        case _:
            assert_never(piece.kind)


def _changes(changes: Sequence[Change], most: int) -> Iterator[str]:
    for change in changes[:most]:
        yield f"- {_change(change)}"
    if len(changes) > most:
        yield f"- {MORE_CHANGES.format(count=len(changes) - most)}"


def _change(change: Change) -> str:
    sentences = {"left out": LEFT_OUT, "put in": PUT_IN, "changed": CHANGED, "moved": MOVED}
    return sentences[change.kind].format(written=escape(change.written), stands=escape(change.stands))


def _in_place(verdict: Verdict, told: Told) -> Iterator[str]:
    """Yield the quote, with the part in bold that was quoted; nothing where it was quoted whole and right."""
    text = told.entry.text
    start, end = verdict.span
    outside = re.search(r"\w", text[:start] + text[end:])
    if outside and verdict.kind != "almost":
        part = f"**{escape(text[start:end])}**"
        yield WHOLE.format(text=f"{escape(text[:start])}{part}{escape(text[end:])}")
    elif verdict.kind != "exact":
        yield QUOTE.format(text=escape(text))
