"""Questions for other programs: JSON lines in, one JSON object a line out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from bot.render import as_json, say
from knowledge.exchange import exchange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge import Library

_SHAPE: Final = 'write {"q": "...", "context": ["an earlier message", ...]}.'
_NAMES: Final = {list: "a list", str: "a text", bool: "true or false", type(None): "null"}
"""What JSON calls a value by; whatever is not here is a number."""


class _LineError(Exception):
    """A line cannot be read; the message is a sentence with the cure."""


def answers(lines: Iterable[bytes], library: Library) -> Iterator[dict[str, Any]]:
    """Yield the reply to each line as a JSON object, in order; for a line that cannot be read, what is wrong.

    Blank lines are passed over. Each line is answered before the next is read.
    """
    for number, line in enumerate(lines, start=1):
        stripped = (line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line).strip()
        if stripped:
            try:
                yield answer(library, *_read(stripped))
            except _LineError as error:
                yield {"error": str(error), "line": number}


def answer(library: Library, question: str, context: Iterable[str] = ()) -> dict[str, Any]:
    """Return the reply to one question, asked after the messages of `context`, as a JSON object."""
    reached = exchange(library, question, context)
    return as_json(say(reached.reply, library), reached.elapsed_us)


def _read(line: bytes) -> tuple[str, list[str]]:
    """Return the question of a line, and the messages before it.

    Raises:
        _LineError: the line does not hold one.
    """
    asked = _parse(line)
    if not isinstance(asked, dict):
        raise _LineError(f"The line is {_NAMES.get(type(asked), 'a number')}, no JSON object; {_SHAPE}")
    if not isinstance(question := asked.get("q"), str):
        raise _LineError(f'"q" is {"no text" if "q" in asked else "missing"}; {_SHAPE}')
    context = asked.get("context", [])
    if not isinstance(context, list) or not all(isinstance(message, str) for message in context):
        raise _LineError(f'"context" is no list of texts; {_SHAPE}')
    return question, context


def _parse(line: bytes) -> object:
    try:
        return json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _LineError(
            f"The line is not UTF-8 text (byte {error.start + 1}); encode it as UTF-8."
        ) from error
    except json.JSONDecodeError as error:
        raise _LineError(f"The line is no JSON ({error.msg}, column {error.colno}); {_SHAPE}") from error
    except ValueError as error:  # the only other one json raises: Python reads no longer whole numbers
        raise _LineError(f"The line holds a number of too many digits; {_SHAPE}") from error
    except RecursionError as error:
        raise _LineError(f"The line holds too many lists or objects within each other; {_SHAPE}") from error
