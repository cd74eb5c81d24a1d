"""What a reply comes to, in a form that tables can hold: no score, no wording."""

from __future__ import annotations

from itertools import pairwise
from typing import assert_never

from knowledge import Answer, Chat, Choice, Conversation, Library, NoMatch, Reply, Told, Untold

NOTHING_SAID = Conversation()
NO_MATCH = "no match"


def brief(reply: Reply) -> str:
    """Return "answer: a, b", "choice: a, b", "silence: a", "chat: thanks" or "no match"."""
    match reply:
        case Answer(told):
            return f"answer: {_ids(told)}"
        case Choice(told):
            return f"choice: {_ids(told)}"
        case Untold(silence, _):
            return f"silence: {silence.entry.id}"
        case Chat(topic, _):
            return f"chat: {topic}"
        case NoMatch():
            return NO_MATCH
        case _:
            assert_never(reply)


def _ids(told: tuple[Told, ...]) -> str:
    return ", ".join(one.entry.id for one in told)


def meant(reply: Reply) -> tuple[str, ...]:
    """Return the ids of the entries that are taken to be meant: told, or offered as a choice."""
    match reply:
        case Answer(told) | Choice(told):
            return tuple(one.entry.id for one in told)
        case Untold(silence, _):
            return (silence.entry.id,)
        case _:
            return ()


def everything_told(reply: Reply) -> tuple[Told, ...]:
    """Return every entry a reply holds, told or offered."""
    match reply:
        case Answer(told) | Choice(told):
            return told
        case Untold(silence, nearby):
            return (silence, *nearby)
        case NoMatch(starters) | Chat(_, starters):
            return starters
        case _:
            assert_never(reply)


def talk(library: Library, *messages: str) -> Reply:
    """Say the messages one after the other and return the reply to the last."""
    conversation, reply = NOTHING_SAID, library.ask(messages[0])
    for before, message in pairwise(messages):
        conversation = conversation.after(before, reply)
        reply = library.ask(message, conversation)
    return reply
