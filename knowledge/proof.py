"""The seal on a quote: set once its words were found in the source, broken by any changed letter."""

from __future__ import annotations

import hashlib

_QUOTE_MARKS = str.maketrans(dict.fromkeys("‘’", "'") | dict.fromkeys("“”", '"'))


def plain_quote(text: str) -> str:
    """Return `text` with the two liberties a quote may take folded away: quote-mark style and white space.

    >>> plain_quote("Derek’s  dad")
    "Derek's dad"
    """
    return " ".join(text.translate(_QUOTE_MARKS).split())


def proof_of(text: str) -> str:
    """Return the proof of a quote, "sha256:" and 64 hexadecimal digits."""
    return "sha256:" + hashlib.sha256(plain_quote(text).encode()).hexdigest()
