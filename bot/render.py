"""Reply -> words. The only place that words a reply, so that the terminal and Discord say the same.

`say` decides what is said; `as_json`, `to_discord` and `to_terminal` only dress it. Nothing here
knows what a story says, and nothing here imports discord: a terminal must not pay for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, assert_never

from bot.codes import codes
from bot.footnotes import footnote, original
from bot.markdown import escape as escape  # noqa: PLC0414 (both are asked for here too: they belong to wording)
from bot.markdown import visible as visible  # noqa: PLC0414
from bot.speech import Message
from bot.speech import listed as as_list
from knowledge.model import Silence, Told, shorten
from knowledge.reply import Answer, Chat, ChatTopic, Choice, NoMatch, Reply, Untold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from bot.pages import Menu, Turn
    from knowledge import Library

MESSAGE_LIMIT = 2000
"""Longest message content, in characters (Discord, Create Message, `content`)."""

BUTTON_LIMIT = 80
"""Longest words on a button, in characters (Discord, Component Reference, Button, `label`)."""

DID_YOU_MEAN: Final = Message("did-you-mean")
TAKEN_BACK: Final = Message("taken-back")
TAKEN_BACK_BLINDLY: Final = Message("taken-back-blindly")
TAKEN_BACK_ALONE: Final = Message("taken-back-alone")
NEARBY: Final = Message("nearby")
STARTERS: Final = Message("starters")
HOW_TO_ASK: Final = Message("how-to-ask")
NEXT_ONE_TOO_LONG: Final = Message("next-one-too-long")

NO_MATCH: Final = Message("no-match")
TITLE: Final = Message("title")

_TOPICS: Final[dict[ChatTopic, Message]] = {
    "greeting": Message("chat-greeting"),
    "thanks": Message("chat-thanks"),
    "farewell": Message("chat-farewell"),
    "help": Message("chat-help"),
    "self": Message("chat-self"),
}

MAX_OFFERS = 4
"""Most entries of a "Did you mean"."""

FOLLOWING = 2
"""Most related entries offered as next questions."""

NEAR = 3
"""Most entries shown beside a silence that is told by itself."""

Outcome = Literal["answer", "suggest", "unknown", "chat"]
Reason = Literal["silence", "no_match"]


@dataclass(frozen=True, slots=True)
class Part:
    """One entry that is told, or one sentence of our own, which has no footnote."""

    text: str
    footnote: str | None = None
    language: str | None = None
    """The language of what the story tells; None for a sentence of our own."""

    @classmethod
    def of(cls, told: Told) -> Part:
        """Tell an entry."""
        return cls(told.text, footnote(told), told.story.heading.language)


@dataclass(frozen=True, slots=True)
class Said:
    """What a reader is told, before it is dressed for a screen."""

    outcome: Outcome
    reason: Reason | None
    parts: tuple[Part, ...]
    offers: tuple[Told, ...] = ()
    told: tuple[Told, ...] = ()
    invitation: str | None = None
    """The line that leads to the offers, where the parts do not do so themselves."""
    offer_words: tuple[str, ...] = ()
    """The words by which each offer is made, in their order: at most 80 characters, each different."""
    listed: tuple[Part, ...] = ()
    """The offers as they are told, where they are worth reading even by somebody who takes none of them."""
    following: tuple[Told, ...] = ()
    """What one would ask next, with the questions in `following_words`."""
    following_words: tuple[str, ...] = ()
    asked: bool = False
    """Whether it answers what somebody asked, and so may have missed it."""
    others: tuple[Told, ...] = ()
    """What else could have been meant."""
    address: str = ""
    """Where it can be found again (see `bot.recall`); empty for what cannot."""
    turns: tuple[Turn, ...] = ()
    menu: Menu | None = None

    @property
    def text(self) -> str:
        """Return what is said, without footnotes, marks or offers."""
        return "\n".join(part.text for part in self.parts)

    @property
    def notes(self) -> tuple[str, ...]:
        """Return the footnotes in the order of their marks, each once."""
        return tuple(dict.fromkeys(part.footnote for part in (*self.parts, *self.listed) if part.footnote))

    @property
    def footnote(self) -> str | None:
        """Return the footnotes of what is said in one line, or None where nothing is told."""
        return "; ".join(dict.fromkeys(part.footnote for part in self.parts if part.footnote)) or None


def say(reply: Reply, library: Library) -> Said:
    """Put a reply into words."""
    match reply:
        case Answer(told, others):
            return tell(*told, others=others)
        case Choice(told):
            labels = _distinct([entry.label for entry in told])
            return Said("suggest", None, (Part(DID_YOU_MEAN()),), offers=told, offer_words=labels)
        case Untold(silence, nearby, others):
            return _untold(silence, nearby, others)
        case NoMatch(starters):
            return miss(NO_MATCH(stories=len(library.stories)), starters, library)
        case Chat(topic, starters):
            line = _TOPICS[topic](titles=_titles(library))
            offered = starters if topic in {"greeting", "help", "self"} else ()
            return _inviting("chat", None, line, offered, library)
        case _:
            assert_never(reply)


def tell(*told: Told, others: Sequence[Told] = ()) -> Said:
    """Put entries into words; `others` are what else could have been meant."""
    if len(told) == 1 and told[0].entry.kind == "silence":
        return _untold(told[0], _related(told)[:NEAR], others)
    following = _related(told)[:FOLLOWING]
    return Said(
        "answer",
        None,
        tuple(Part.of(entry) for entry in told),
        told=told,
        following=following,
        following_words=_questions(following),
        asked=True,
        others=tuple(others),
        address=f"e{codes(told)}",
    )


def _related(told: Sequence[Told]) -> tuple[Told, ...]:
    """Return what the curator put beside these entries and the story tells."""
    beside = {near.ref: near for one in told for near in map(one.story.tell, one.entry.related)}
    refs = {one.ref for one in told}
    return tuple(
        near for ref, near in beside.items() if ref not in refs and not isinstance(near.entry, Silence)
    )


def take_back(told: Sequence[Told], others: Sequence[Told], library: Library) -> Said:
    """Say that an answer was not the one, and offer what else could have been meant, or is told nearby."""
    refs = {one.ref for one in told}
    line, offers = TAKEN_BACK(), [one for one in others if one.ref not in refs]
    if not offers:
        near = {one.ref: one for one in (*_related(told), *library.starters())}
        line, offers = TAKEN_BACK_BLINDLY(), [one for ref, one in near.items() if ref not in refs]
    offers = offers[:MAX_OFFERS]
    labels = _distinct([entry.label for entry in offers])
    if not offers:
        line = TAKEN_BACK_ALONE()
    return Said("suggest", None, (Part(line),), offers=tuple(offers), offer_words=labels)


def remark(line: str, reason: Reason | None = None) -> Said:
    """Put a line of our own into the shape of a reply; with a reason it counts as a miss."""
    return Said("unknown" if reason else "chat", reason, (Part(line),))


def how_to_ask(library: Library) -> Said:
    """Say to a reader who called us without a question how to ask one."""
    return _inviting("chat", None, HOW_TO_ASK(), library.starters(), library)


def miss(line: str, starters: Sequence[Told], library: Library) -> Said:
    """Say that something was not found, and offer somewhere to begin."""
    return _inviting("unknown", "no_match", line, starters, library)


def _untold(silence: Told, nearby: Sequence[Told], others: Sequence[Told]) -> Said:
    return Said(
        "unknown",
        "silence",
        (Part.of(silence),),
        offers=tuple(nearby),
        told=(silence,),
        invitation=NEARBY() if nearby else None,
        offer_words=_questions(nearby),
        listed=tuple(Part.of(entry) for entry in nearby),
        asked=True,
        others=tuple(others),
        address=f"e{codes([silence])}",
    )


def _inviting(
    outcome: Outcome, reason: Reason | None, line: str, starters: Sequence[Told], library: Library
) -> Said:
    return Said(
        outcome,
        reason,
        (Part(line),),
        offers=tuple(starters),
        invitation=STARTERS() if starters else None,
        offer_words=questions(starters, library),
    )


def _titles(library: Library) -> str:
    return as_list([TITLE(title=story.heading.title) for story in library.stories])


def questions(offers: Sequence[Told], library: Library) -> tuple[str, ...]:
    """Return the questions by which entries are offered, each fit for a button and each different."""
    return _distinct([library.question_for(entry) for entry in offers])


def _questions(offers: Sequence[Told]) -> tuple[str, ...]:
    return _distinct([told.entry.asked[0] for told in offers])


def _distinct(words: Sequence[str]) -> tuple[str, ...]:
    """Fit words to buttons. Entries that begin alike are numbered, or a reader could not tell them apart."""
    fitted = [fit(word, BUTTON_LIMIT) for word in words]
    twins = [fitted[:at].count(word) for at, word in enumerate(fitted)]
    return tuple(
        f"{fit(word, BUTTON_LIMIT - 4)} ({earlier + 1})" if earlier else word
        for word, earlier in zip(fitted, twins, strict=True)
    )


def fit(text: str, width: int) -> str:
    """Return `text` as one visible line of 1 to `width` characters, for a button or a choice."""
    return shorten(visible(text), width) or "…"


def as_json(said: Said, elapsed_us: int) -> dict[str, Any]:
    """Return the reply as the JSON object the command line prints; `elapsed_us` in microseconds."""
    return {
        "outcome": said.outcome,
        "reason": said.reason,
        "text": said.text,
        "footnote": said.footnote,
        "entries": [
            {
                "id": told.entry.id,
                "kind": told.entry.kind,
                "story": told.story.id,
                "score": round(told.score, 4),
            }
            for told in said.told
        ],
        "suggestions": [
            {"id": told.entry.id, "kind": told.entry.kind, "text": told.text} for told in said.offers
        ],
        "elapsed_us": elapsed_us,
    }


_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _mark(number: int) -> str:
    return str(number).translate(_SUPERSCRIPT)


def _marked(said: Said, part: Part) -> str:
    """Return the mark of a part's footnote, and nothing for a sentence of our own."""
    return _mark(said.notes.index(part.footnote) + 1) if part.footnote else ""


def to_discord(said: Said) -> str:
    """Return the message content for Discord, at most 2,000 characters.

    A quote is never cut: what does not fit as a whole is left out, with a line that says so. What is
    left out of a list is still on its button.
    """
    for shown in range(len(said.parts), 0, -1):
        for listed in range(len(said.listed), -1, -1):
            content = "\n".join(_discord_lines(said, said.parts[:shown], said.listed[:listed]))
            if len(content) <= MESSAGE_LIMIT:
                return content
    return _as_code(said.parts[0])


def fits(said: Said) -> bool:
    """Tell whether all of it fits one message, so that nothing would be left out."""
    return len("\n".join(_discord_lines(said, said.parts, said.listed))) <= MESSAGE_LIMIT


def _as_code(part: Part) -> str:
    """Show a text that is markup nearly throughout: one fence takes less room than a thousand backslashes."""
    note = f"\n-# {escape(part.footnote)}"[:400] if part.footnote else ""
    room = MESSAGE_LIMIT - len(note) - len("```\n\n```")
    return f"```\n{visible(part.text).replace('`', chr(0x2B9))[:room]}\n```{note}"


def _discord_lines(said: Said, parts: Sequence[Part], listed: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        yield escape(part.text) + _marked(said, part)
    if len(parts) < len(said.parts):
        yield NEXT_ONE_TOO_LONG()
    if said.invitation and (listed or not said.listed):
        yield said.invitation  # it heads the list, or leads to the buttons where there is none
    yield from (f"- {escape(part.text)}{_marked(said, part)}" for part in listed)
    for number, note in enumerate(said.notes, start=1):
        if any(part.footnote == note for part in (*parts, *listed)):
            yield f"-# {_mark(number)} {escape(' '.join(note.split()))}"
    if label := original(_languages(said, parts, listed)):
        yield f"-# {label}"


def _languages(said: Said, parts: Sequence[Part], listed: Sequence[Part]) -> Iterator[str]:
    """Yield the languages in which the story itself speaks, in what is shown or on a button below it."""
    yield from (part.language for part in (*parts, *listed) if part.language)
    yield from (told.story.heading.language for told in said.offers)


def to_terminal(said: Said) -> RenderableType:
    """Return the same words for a terminal; offers are numbered, to be chosen by their number."""
    from rich.console import Group  # noqa: PLC0415 (a question asked by a script needs no screen)
    from rich.text import Text  # noqa: PLC0415

    lines = [Text(visible(part.text) + _marked(said, part)) for part in said.parts]
    if said.invitation:
        lines.append(Text(said.invitation))
    listed = [part.text + _marked(said, part) for part in said.listed]
    for number, words in enumerate(listed or said.offer_words, start=1):
        lines.append(Text.assemble((f"  {number}  ", "bold cyan"), visible(words)))
    for number, note in enumerate(said.notes, start=1):
        lines.append(Text(f"{_mark(number)} {visible(note)}", style="dim"))
    return Group(*lines)
