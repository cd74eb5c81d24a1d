"""A small story as plain data, sound until a test spoils it, and the writing of it as TOML."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from knowledge import StoryError, load_story

Tables = dict[str, Any]


def sound_story() -> Tables:
    """Return the tables of a story that loads."""
    return {
        "story": {
            "id": "kite",
            "title": "The kite on the church",
            "summary": "A kite was caught on a spire. A climber took it down.",
            "language": "en",
            "starters": ["height"],
        },
        "source": {
            "publisher": "The Lee Herald",
            "author": "Oda Finch",
            "published": dt.date(2004, 5, 6),
            "header_blocks": 1,
            "title": "Kite comes down",
            "url": "https://herald.example/kite",
        },
        "names": [
            {"id": "ana", "name": "Ana Rook", "kind": "person", "also": ["Ana"], "about": "A climber."},
            {"id": "leo", "name": "Leo Rook", "kind": "person", "kin": {"father-of": "ana"}},
        ],
        "facts": [
            {
                "id": "height",
                "text": "The spire is 60 metres high.",
                "paragraph": 1,
                "about": ["leo"],
                "topics": ["spire"],
                "when": 2004,
                "attributed_to": "leo",
                "inferred": "The report says sixty.",
                "corrects": ["number"],
                "asked": [
                    "How high is the spire?",
                    "spire height",
                    "metres of it",
                    "is it tall",
                    "how far up",
                ],
                "related": ["words", "price"],
            }
        ],
        "quotes": [
            {
                "id": "words",
                "speaker": "ana",
                "text": "I only looked up.",
                "occasion": "on the ground",
                "when": dt.date(2004, 5, 5),
                "paragraph": [1, 2],
                "asked": [
                    "What did Ana say?",
                    "Ana's words",
                    "the climber's quote",
                    "who looked up",
                    "and down?",
                ],
            }
        ],
        "silences": [
            {
                "id": "price",
                "text": "The story doesn't say what the kite cost.",
                "asked": ["What did the kite cost?", "kite price", "who paid for the kite"],
                "related": ["height"],
            }
        ],
    }


def as_toml(value: Any) -> str:
    """Return a value as TOML writes it, tables inline."""
    match value:
        case bool():
            return "true" if value else "false"
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat()
        case int() | float():
            return str(value)
        case str():
            # JSON's strings are TOML's but for the one control character that JSON lets through.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case list():
            return f"[{', '.join(map(as_toml, value))}]"
        case dict():
            return f"{{{', '.join(f'{as_toml(str(key))} = {as_toml(item)}' for key, item in value.items())}}}"
        case _:
            raise TypeError(type(value))


def write(folder: Path, tables: Tables, name: str = "kite.toml") -> Path:
    """Write a story file, every table in one line."""
    path = folder / name
    lines = (f"{as_toml(key)} = {as_toml(value)}\n" for key, value in tables.items())
    path.write_bytes("".join(lines).encode("utf-8", "surrogatepass"))
    return path


def faults(path: Path) -> list[tuple[str | None, str | None, str]]:
    """Return entry, field and cure of each fault of a story file."""
    try:
        load_story(path)
    except StoryError as error:
        return [(problem.entry, problem.field, problem.cure) for problem in error.problems]
    return []
