"""Verdict -> words: whether a message quotes somebody right, for Discord.

The difference is shown twice: in the running text, struck and bold, and in a list of words, for those who hear it
read aloud.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, assert_never

from bot.footnotes import original, spell_footnote
from bot.render import MESSAGE_LIMIT, Said, escape, questions, remark
from bot.speech import Message
from knowledge.model import Quote, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge import Library
    from knowledge.model import Told
    from knowledge.quoted import Change, Piece, Verdict

EXACT: Final = Message("quoted-exact")
SHORTENED: Final = Message("quoted-shortened")
OMITTED: Final = Message("quoted-omitted")
NOTHING_OMITTED: Final = Message("quoted-nothing-omitted")
MARKS: Final = Message("quoted-marks")
ALMOST: Final = Message("quoted-almost")
NONE: Final = Message("quoted-none")
TOO_FEW: Final = Message("quoted-too-few")
WRONG_NAME: Final = Message("quoted-wrong-name")
WHOLE: Final = Message("quoted-whole")
QUOTE: Final = Message("quoted-quote")
LEGEND: Final = Message("quoted-legend")
LEFT_OUT: Final = Message("quoted-left-out")
PUT_IN: Final = Message("quoted-put-in")
CHANGED: Final = Message("quoted-changed")
MOVED: Final = Message("quoted-moved")
MORE_CHANGES: Final = Message("quoted-more-changes")
MORE_QUOTATIONS: Final = Message("quoted-more")
NOTHING_TO_JUDGE: Final = Message("quoted-nothing")
THEIR_QUOTES: Final = Message("quoted-theirs")

OFFERED = 3
WORDS_SHOWN = 160
"""Characters of the judged words that are repeated, so that several verdicts can be told apart."""

_LINK = re.compile(r"\[([^\]\n]{1,300})\]\(<?https?://[^\s)]{1,500}\)")
_NOT_WORDS = re.compile(r"<?https?://[^\s>]+>?|<(?:@[!&]?|#|a?:\w{1,40}:|t:|id:)[\w:-]{1,60}>|[⁰¹²³⁴⁵⁶⁷⁸⁹]")
_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_FOOTNOTES = re.compile(r"(?:^-# .*\s*)+\Z", re.MULTILINE)
_AT_END = re.compile(r"[.,;:!?…*_~|]*\s*(?:[\"”»]|\Z)")
_SMALL_TEXT = re.compile(r"^-# .*$", re.MULTILINE)
_HEADING = re.compile(r"^([ \t]*>?[ \t]*)#{1,3} ", re.MULTILINE)


def words_of(content: str) -> str:
    r"""Return a message's words with its quoted lines and quotation marks, without links, mentions and footnotes.

    >>> words_of("> so **clearly**¹\n-# ¹ The Post\nis [that](https://example.org) right?")
    '> so **clearly**\n\nis that right?'
    """
    text = _SMALL_TEXT.sub("", _LINK.sub(r"\1", content))
    return _HEADING.sub(r"\1", _NOT_WORDS.sub("", text)).strip()


def judged_words_of(content: str) -> str:
    r"""Return a message's words for judging: what may not stand in a quotation leaves a mark where it stood.

    Footnotes count for nothing behind the whole message, and their numbers at the end of a quotation.

    >>> judged_words_of("“I <:no:1> made² tea¹”, see https://example.org for more\n-# ¹ The Post")
    '“I □ made※ tea”, see ※ for more'
    """
    text = _LINK.sub(r"\1", content)
    notes = _FOOTNOTES.search(text)
    if notes and _is_closed(text[: notes.start()]):
        text = text[: notes.start()]
    text = _SUPERSCRIPT.sub(_number_left, text.strip())
    text = _HEADING.sub(r"\1", _NOT_WORDS.sub(_mark_left, text))
    # Before and behind all of it nothing is altered: a bot that is called, a link to where it was read.
    return text.strip(f"{_FOREIGN} \t\r\n")


_FOREIGN = "※"
_PICTURE = "□"


def _is_closed(text: str) -> bool:
    """Tell whether no quotation mark is open at the end of a text."""
    return text.count("“") <= text.count("”") + text.count("„") and text.count('"') % 2 == 0


def _mark_left(found: re.Match[str]) -> str:
    return _PICTURE if re.match(r"<a?:\w", found[0]) else _FOREIGN


def _number_left(found: re.Match[str]) -> str:
    """Return nothing for the number of a footnote, which stands where a quotation ends or behind it."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    line, _, following = after.partition("\n")
    is_quoted, goes_on = (part.lstrip().startswith(">") for part in (before.rpartition("\n")[2], following))
    ends_block = is_quoted and not goes_on and not re.search(r"\w", line)
    ends = before.endswith(("”", '"', "»")) or _AT_END.match(after) or ends_block
    return "" if ends else _FOREIGN


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
        return NOTHING_TO_JUDGE()
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
        return remark(NONE(), "no_match")
    invitation = THEIR_QUOTES(speaker=escape(named.name))
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
            yield WRONG_NAME(speaker=escape(verdict.speaker.name), ascribed=escape(verdict.ascribed.name))
        yield from _details(verdict, amount)
    if more:
        yield MORE_QUOTATIONS(count=len(verdicts) + more, judged=len(verdicts))
    for note, number in notes.items():
        yield f"-# {_mark(number)} {escape(note)}"
    if label := original(verdict.told.story.heading.language for verdict in verdicts if verdict.told):
        yield f"-# {label}"


def _heads(verdicts: Sequence[Verdict]) -> Iterator[str]:
    for verdict in verdicts:
        yield _head(verdict, {})


def _notes(verdicts: Sequence[Verdict]) -> dict[str, int]:
    """Return the number of each footnote."""
    footnotes = (spell_footnote(verdict.told) for verdict in verdicts if verdict.told)
    return {note: at for at, note in enumerate(dict.fromkeys(filter(None, footnotes)), start=1)}


def _mark(number: int) -> str:
    return "⁰¹²³⁴⁵⁶⁷⁸⁹"[number]


def _shown(verdict: Verdict) -> str:
    words = re.sub(r"^[ \t]*>{1,3} ?", "", verdict.words, flags=re.MULTILINE).strip()
    around = re.fullmatch(r"[“\"]([^“”\"]*)[”\"]", words)
    return escape(shorten(around[1] if around else words, WORDS_SHOWN))


def _head(verdict: Verdict, notes: dict[str, int]) -> str:
    told = verdict.told
    if told is None or not isinstance(told.entry, Quote) or verdict.speaker is None:
        return TOO_FEW() if verdict.too_few else NONE()
    sentence = _sentence(verdict)
    occasion = f", {escape(told.entry.occasion)}" if told.entry.occasion else ""
    mark = _mark(notes[spell_footnote(told)]) if spell_footnote(told) in notes else ""
    return sentence(speaker=escape(verdict.speaker.name), occasion=occasion, mark=mark)


def _sentence(verdict: Verdict) -> Message:
    match verdict.kind:
        case "exact":
            return EXACT
        case "shortened":
            # Dots where nothing is left out are marks that the quote does not have.
            return SHORTENED if verdict.omitted else MARKS
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
            yield f"-# {LEGEND()}"
        yield from _changes(verdict.changes, amount.changes)
    if amount.quote and verdict.told:
        yield from _in_place(verdict, verdict.told)


def _omission(omitted: Sequence[str]) -> str:
    if not omitted:
        return NOTHING_OMITTED()
    return OMITTED(omitted=", ".join(f"“{escape(words)}”" for words in omitted))


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
        yield f"- {MORE_CHANGES(count=len(changes) - most)}"


def _change(change: Change) -> str:
    sentences = {"left out": LEFT_OUT, "put in": PUT_IN, "changed": CHANGED, "moved": MOVED}
    return sentences[change.kind](written=escape(change.written), stands=escape(change.stands))


def _in_place(verdict: Verdict, told: Told) -> Iterator[str]:
    """Yield the quote, with the part in bold that was quoted; nothing where it was quoted whole and right."""
    text = told.entry.text
    start, end = verdict.span
    outside = re.search(r"\w", text[:start] + text[end:])
    if outside and verdict.kind != "almost":
        part = f"**{escape(text[start:end])}**"
        yield WHOLE(text=f"{escape(text[:start])}{part}{escape(text[end:])}")
    elif verdict.kind != "exact":
        yield QUOTE(text=escape(text))
