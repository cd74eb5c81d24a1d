"""Saying something again from its address, as a button holds it after a restart.

An address is a letter and what it needs: `e` and the codes of entries, `w` and the code of a name, `t` and a
page of the timeline, `s` and a page of the story's topics, `b` and a topic's code with a page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.browsing import story_page, topic_page
from bot.codes import CODES, code, entries
from bot.portrait import portray, timeline_page
from bot.render import Said, tell

if TYPE_CHECKING:
    from knowledge import Library

PAGE_DIGITS: Final = r"[0-9]{1,4}"
ADDRESS: Final = rf"(?:e{CODES}{{1,2}}|w{CODES}|[ts]{PAGE_DIGITS}|b{CODES}:{PAGE_DIGITS})"
"""An address, as a regular expression; at most 17 characters."""


def recall(library: Library, address: str) -> Said | None:
    """Say again what stands at an address; None where it is gone from the story."""
    if not re.fullmatch(ADDRESS, address):
        return None
    kind, rest = address[0], address[1:]
    match kind:
        case "e":
            told = entries(library, rest)
            return tell(*told) if told else None
        case "w":
            found = [pair for pair in library.names() if code(f"{pair[0].id}/{pair[1].id}") == rest]
            return portray(*found[0], library) if found else None
        case "t":
            return timeline_page(library, int(rest))
        case "s":
            return story_page(library, int(rest))
        case _:
            coded, _, page = rest.rpartition(":")
            return topic_page(library, coded, int(page))
