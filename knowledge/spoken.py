"""Which language a text is in: for whoever wants to reply in it."""

from __future__ import annotations

from knowledge.language import Language
from knowledge.translate import LANGUAGES, into_english


def foreign_language(text: str, language: Language, own: frozenset[str]) -> str | None:
    """Return the code of the language `text` is in where it is another than the story's and we know it, else None.

    `own` are the words of the story's names, which belong to no language. It is the one whose table gives the same
    English as the text was given; what `knowledge.translate` thinks of on the way it need not say to anybody else.
    """
    english = into_english(text, language, own)
    if english is None:
        return None
    return next((code for code in LANGUAGES if into_english(text, language, own, code) == english), None)
