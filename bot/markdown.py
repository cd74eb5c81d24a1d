"""Showing text on Discord as it is written: whoever wrote it meant no formatting, no link and no mention."""

from __future__ import annotations

import re

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
