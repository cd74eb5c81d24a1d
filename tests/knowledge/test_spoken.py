"""Which language a text is in."""

from __future__ import annotations

import pytest

from knowledge import Library


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("¿Cuántos años tenía la hija?", "es"),
        ("Quel âge avait la fille quand la lampe s'est éteinte ?", "fr"),
        ("Wie alt war die Tochter?", "de"),
        ("Quantos anos a filha tinha?", "pt"),
        ("How old was the daughter?", None),
        ("Greta Halvorsen", None),
        ("", None),
        ("???", None),
    ],
)
def test_another_language_than_the_storys_is_told_by_its_words(
    library: Library, text: str, code: str | None
) -> None:
    assert library.language_of(text) == code
