"""Reply -> words. The only place that words a reply, so that the terminal and Discord say the same.

`say` decides what is said; `as_json`, `to_discord` and `to_terminal` only dress it. Nothing here
knows what a story says, and nothing here imports discord: a terminal must not pay for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, assert_never

from knowledge.model import Told, shorten
from knowledge.reply import Answer, Chat, ChatTopic, Choice, NoMatch, Reply, Untold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from knowledge import Library

MESSAGE_LIMIT = 2000
"""Longest message content, in characters (Discord, Create Message, `content`)."""

BUTTON_LIMIT = 80
"""Longest words on a button, in characters (Discord, Component Reference, Button, `label`)."""

DID_YOU_MEAN = "Did you mean one of these?"
NEARBY = "What it does tell:"
STARTERS = "Try one of these:"
HOW_TO_ASK = "Write your question into the same message, in your own words."
NEXT_ONE_TOO_LONG = "The rest is too long for the same message: ask for it alone."

_TOPICS: dict[ChatTopic, str] = {
    "greeting": "Hello! Ask me about {titles}.",
    "thanks": "You are welcome.",
    "farewell": "Goodbye. Come back whenever you have a question.",
    "help": (
        "Ask in your own words about {titles}. I answer with what the story tells or with somebody's "
        "exact words, and say where it stands; where the story is silent, I tell you so."
    ),
    "self": (
        "I am Footnote, a program. I answer questions about {titles} with checked facts and exact quotes, "
        "each with its source, and I keep nothing about you."
    ),
}

Outcome = Literal["answer", "suggest", "unknown", "chat"]
Reason = Literal["silence", "no_match"]


@dataclass(frozen=True, slots=True)
class Part:
    """One entry that is told, or one sentence of our own, which has no footnote."""

    text: str
    footnote: str | None = None


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
        case Answer(told):
            return tell(*told)
        case Choice(told):
            labels = _distinct([entry.label for entry in told])
            return Said("suggest", None, (Part(DID_YOU_MEAN),), offers=told, offer_words=labels)
        case Untold(silence, nearby):
            return _untold(silence, nearby, library)
        case NoMatch(starters):
            which = "this story" if len(library.stories) == 1 else "these stories"
            return _inviting("unknown", "no_match", f"I don't find that in {which}.", starters, library)
        case Chat(topic, starters):
            line = _TOPICS[topic].format(titles=_titles(library))
            offered = starters if topic in {"greeting", "help", "self"} else ()
            return _inviting("chat", None, line, offered, library)
        case _:
            assert_never(reply)


def tell(*told: Told) -> Said:
    """Put entries into words that are asked for by themselves, by a command or a button."""
    if len(told) == 1 and told[0].entry.kind == "silence":
        return Said("unknown", "silence", (Part(told[0].text),), told=told)
    return Said("answer", None, tuple(Part(entry.text, entry.footnote) for entry in told), told=told)


def remark(line: str, reason: Reason | None = None) -> Said:
    """Put a line of our own into the shape of a reply; with a reason it counts as a miss."""
    return Said("unknown" if reason else "chat", reason, (Part(line),))


def how_to_ask(library: Library) -> Said:
    """Say to a reader who called us without a question how to ask one."""
    return _inviting("chat", None, HOW_TO_ASK, library.starters(), library)


def _untold(silence: Told, nearby: Sequence[Told], library: Library) -> Said:
    return Said(
        "unknown",
        "silence",
        (Part(silence.text),),
        offers=tuple(nearby),
        told=(silence,),
        invitation=NEARBY if nearby else None,
        offer_words=questions(nearby, library),
        listed=tuple(Part(entry.text, entry.footnote) for entry in nearby),
    )


def _inviting(
    outcome: Outcome, reason: Reason | None, line: str, starters: Sequence[Told], library: Library
) -> Said:
    return Said(
        outcome,
        reason,
        (Part(line),),
        offers=tuple(starters),
        invitation=STARTERS if starters else None,
        offer_words=questions(starters, library),
    )


def _titles(library: Library) -> str:
    titles = [f"“{story.heading.title}”" for story in library.stories]
    return titles[0] if len(titles) == 1 else f"{', '.join(titles[:-1])} and {titles[-1]}"


def questions(offers: Sequence[Told], library: Library) -> tuple[str, ...]:
    """Return the questions by which entries are offered, each fit for a button and each different."""
    return _distinct([library.question_for(entry) for entry in offers])


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


# Everything Discord's Markdown could take for its own: emphasis, code, spoilers, links, mentions and
# time stamps anywhere; headings, lists, quotes and small text where a line begins. A backslash
# before any of them is not shown. Web addresses stay whole, for a backslash would break them.
_MARKDOWN = re.compile(
    r"(?P<link>https?://[^\s<>|]+)"
    r"|(?P<anywhere>[\\*_`~|<>\[\]@])"
    r"|(?P<leading>^[ \t]*(?:[#+-]|\d+(?=[.)])))",
    re.MULTILINE,
)
# Discord drops some of these and clients disagree about the rest; the direction marks among them could
# make a footnote read backwards.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """Return `text` without control characters and direction marks; line breaks stay."""
    return _UNSEEN.sub("", text)


def escape(text: str) -> str:
    r"""Return `text` so that Discord shows it as it is written.

    >>> print(escape("*not* bold, @everyone"))
    \*not\* bold, \@everyone
    """

    def shield(found: re.Match[str]) -> str:
        word = found.group()
        if found.lastgroup == "link":
            return word
        if found.lastgroup == "leading" and word[-1].isdigit():
            return f"{word}\\"
        return f"{word[:-1]}\\{word[-1]}"

    return _MARKDOWN.sub(shield, visible(text))


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


def _as_code(part: Part) -> str:
    """Show a text that is markup nearly throughout: one fence takes less room than a thousand backslashes."""
    note = f"\n-# {escape(part.footnote)}"[:400] if part.footnote else ""
    room = MESSAGE_LIMIT - len(note) - len("```\n\n```")
    return f"```\n{visible(part.text).replace('`', chr(0x2B9))[:room]}\n```{note}"


def _discord_lines(said: Said, parts: Sequence[Part], listed: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        yield escape(part.text) + _marked(said, part)
    if len(parts) < len(said.parts):
        yield NEXT_ONE_TOO_LONG
    if said.invitation:
        yield said.invitation
    yield from (f"- {escape(part.text)}{_marked(said, part)}" for part in listed)
    for number, note in enumerate(said.notes, start=1):
        if any(part.footnote == note for part in (*parts, *listed)):
            yield f"-# {_mark(number)} {escape(' '.join(note.split()))}"


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
