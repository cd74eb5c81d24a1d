"""Words of our own, in the language of whoever reads them.

Every sentence is a message in the Fluent files below `locales`, one folder a language. A module names its messages
near its top and calls them like functions; what comes back is text in the language that is spoken just now, and it
can be said again once it turns out that somebody else will read it. Nothing here imports discord, for the terminal
speaks too.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

ENGLISH: Final = "en"
LANGUAGES: Final = (ENGLISH, "es", "fr", "de", "pt-BR")
"""The languages we speak, by the names Discord has for them (Reference, "Locales"), without their regions where
one text serves all."""

_language: Final[ContextVar[str]] = ContextVar("language", default=ENGLISH)
"""The language of whoever will read what is said. discord.py handles each event in a task of its own, so this is
set where an event comes in, and set anew where it becomes clear that the answer goes to somebody else."""


def language() -> str:
    """Return the language that is spoken just now."""
    return _language.get()


def say_in(locale: str | None) -> None:
    """Speak from now on, in this task, the language that comes nearest to a locale; English where none does."""
    _language.set(nearest(locale))


@contextlib.contextmanager
def saying_in(locale: str | None) -> Iterator[None]:
    """Speak a language for a while."""
    before = _language.set(nearest(locale))
    try:
        yield
    finally:
        _language.reset(before)


def nearest(locale: str | None) -> str:
    """Return which of our languages serves a locale.

    >>> nearest("es-419"), nearest("pt"), nearest("ja"), nearest(None)
    ('es', 'pt-BR', 'en', 'en')
    """
    spoken = (locale or "").partition("-")[0]
    return next((tag for tag in LANGUAGES if tag.partition("-")[0] == spoken), ENGLISH)


class Line(str):
    """A text of ours as it reads in the language it was said in, which can be said again in another."""

    __slots__ = ("_word",)
    _word: Callable[[], str]

    def __new__(cls, word: Callable[[], str]) -> Self:
        """Word it in the language that is spoken just now."""
        line = super().__new__(cls, word())
        line._word = word
        return line

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Copy it as plain text: whoever copies it, such as a library, will not say it again."""
        return str, (str(self),)

    def again(self) -> Line:
        """Word it anew."""
        return Line(self._word)


def again(text: str) -> str:
    """Return a text in the language that is spoken just now; one that is not our own stays as it is."""
    return text.again() if isinstance(text, Line) else text


class Message:
    """A sentence by its id in the Fluent files; called with its variables it is put into words."""

    __slots__ = ("id",)

    def __init__(self, message_id: str) -> None:
        """Stand for the message with this id."""
        self.id = message_id

    def __call__(self, **values: str | int) -> Line:
        """Return the sentence in the language that is spoken just now."""
        return Line(lambda: look_up(language(), self.id, values=values) or self.id)


def look_up(
    tag: str,
    message_id: str,
    attribute: str | None = None,
    values: Mapping[str, str | int] | None = None,
) -> str | None:
    """Return a message of a language, or an attribute of it; in English where it lacks it, None without both."""
    wanted = {name: _fluent(value) for name, value in (values or {}).items()}
    for bundle in (_bundle(tag), _bundle(ENGLISH)):
        if bundle.has_message(message_id):
            message = bundle.get_message(message_id)
            pattern = message.attributes.get(attribute) if attribute else message.value
            if pattern is not None:
                text, _ = bundle.format_pattern(pattern, wanted)
                return str(text)
    return None


def _fluent(value: str | int) -> object:
    """Return a value as Fluent takes it: numbers choose a plural, and are written without marks between digits."""
    from fluent.runtime.types import fluent_number  # noqa: PLC0415 (as below)

    return fluent_number(value, useGrouping=False) if isinstance(value, int) else str(again(value))


@cache
def _bundle(tag: str) -> FluentBundle:
    # A question in the terminal whose answer has no words of ours need not wait for this.
    from fluent.runtime import FluentBundle, FluentResource  # noqa: PLC0415

    # Marks that isolate text of another direction would show as boxes in some clients and break escaping.
    bundle = FluentBundle([tag], use_isolating=False)
    for file in sorted((files("bot") / "locales" / tag).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle


AND: Final = Message("list-and")


def listed(words: Sequence[str]) -> Line:
    """Return words as a list: "a, b and c"."""

    def word() -> str:
        said = [again(one) for one in words]
        return said[0] if len(said) == 1 else AND(first=", ".join(said[:-1]), last=said[-1])

    return Line(word)
