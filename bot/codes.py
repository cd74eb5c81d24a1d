"""Short names for what was said: what stands in a button's id outlives a restart, but only 100 characters fit.

An entry's own address ("story/entry") takes up to 81 of them, its code always eight. A code is made of the
address alone, so it means the same entry for ever, and an entry that is gone is simply not found.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from knowledge import Library
    from knowledge.model import Told

LENGTH: Final = 8
"""Characters of a code: 48 bits, so that among 10,000 entries two share one in 1 of 5 million stories."""

CODES: Final = rf"(?:[A-Za-z0-9_-]{{{LENGTH}}})"
"""One code, as a regular expression."""


def code(address: str) -> str:
    """Return the code of an address.

    >>> len(code("jim-redmond/jim-death"))
    8
    """
    digest = hashlib.blake2b(address.encode(), digest_size=6).digest()
    return base64.urlsafe_b64encode(digest).decode()


def codes(told: Iterable[Told]) -> str:
    """Return the codes of entries, one after the other."""
    return "".join(code(entry.ref) for entry in told)


def entries(library: Library, coded: str) -> tuple[Told, ...]:
    """Return the entries with these codes, in their order, without those that are gone."""
    wanted = [coded[at : at + LENGTH] for at in range(0, len(coded), LENGTH)]
    known = {code(told.ref): told for story in library.stories for told in story.all_told()} if wanted else {}
    return tuple(known[one] for one in wanted if one in known)
