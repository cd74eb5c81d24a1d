"""From what Discord holds to what a reader sees, as Markdown: ids become words, buttons [Label]."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

LINK = "#{channel} \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} 💬"
"""How Discord shows a link to a message."""

_LINK = re.compile(r"https://discord\.com/channels/\d+/(\d+)/\d+")
_MENTION = re.compile(r"<(#|@)!?(\d+)>")
_MOMENT = re.compile(r"<t:(\d+):F>")
_SMALL = re.compile(r"^-# (.*)$")


@dataclass(frozen=True)
class Seen:
    """A message as it is at one moment."""

    content: str
    pressable: str
    pictures: tuple[str, ...]
    only_for: int | None
    """The id of the one reader who sees it; None where all do."""


def seen(message: Any) -> Seen:
    """Return how a message of simcord's store looks now."""
    reader = (message.interaction_metadata or {}).get("user") or {}
    return Seen(
        message.content,
        pressable(message.components),
        tuple(picture.get("description") or "no words" for picture in message.attachments),
        int(reader["id"]) if message.is_ephemeral else None,
    )


def pressable(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return buttons as [Label], and menus with their rows, a line each."""
    parts = [part for row in rows for part in row["components"]]
    buttons = " ".join(f"[{_escaped(part['label'])}]" for part in parts if part["type"] == 2)
    menus = [line for part in parts if part["type"] == 3 for line in _menu(part)]
    return "\n".join([*menus, *([buttons] if buttons else [])])


def _menu(part: Mapping[str, Any]) -> Iterator[str]:
    yield f"[{_escaped(part['placeholder'])} ▾]"
    for option in part["options"]:
        more = f" ({option['description']})" if option.get("description") else ""
        yield f"- {_escaped(option['label'] + more)}"


def _escaped(words: str) -> str:
    return re.sub(r"([\\*_`~<>\[\]])", r"\\\1", words)


@dataclass
class Names:
    """Words for the ids of people and channels."""

    people: dict[int, str]
    channels: dict[int, str]

    def put_into(self, content: str) -> str:
        """Return a text with words in place of ids, as Discord shows it."""
        text = _LINK.sub(lambda found: LINK.format(channel=self.channels[int(found[1])]), content)
        text = _MOMENT.sub(lambda found: _spelt(int(found[1])), text)
        return _MENTION.sub(self._word, text)

    def _word(self, found: re.Match[str]) -> str:
        names = self.channels if found[1] == "#" else self.people
        return f"{found[1]}{names[int(found[2])]}"


def _spelt(seconds: int) -> str:
    """Return a moment as Discord spells it for a reader in London in winter."""
    moment = dt.datetime.fromtimestamp(seconds, dt.UTC)
    return f"{moment:%A}, {moment.day} {moment:%B %Y at %H:%M}"


def quoted(lines: Sequence[str]) -> str:
    """Return lines as a quotation in Markdown that breaks them where they are broken on Discord."""
    rows: list[str] = []
    for line in filter(str.strip, lines):
        in_list = line.startswith("- ") and rows and rows[-1].startswith("> - ")
        if rows and not in_list:
            rows.append(">")
        rows.append("> " + _SMALL.sub(r"<sub>\1</sub>", line.rstrip()))
    return "\n".join(rows)


def spoken(who: str, content: str) -> list[str]:
    """Return what somebody says, with their name before it, as lines of Markdown."""
    first, *rest = content.split("\n")
    if first.startswith(("> ", "- ", "-# ", "```")) or not first:
        return [f"{who}", first, *rest]
    return [f"{who} {first}", *rest]
