"""Slips of the hand, made on purpose: what is learnt from phrasings is learnt from mistyped ones too."""

from __future__ import annotations

from random import Random

_NEIGHBOURS = {
    row[at]: row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for at in range(len(row))
}
_SHORTEST = 4
"""Letters from which a word is mistyped: shorter ones become other words."""
_REAL = dict(
    pair.split(":")
    for line in (
        "where:were were:where their:there there:their whose:whos then:than to:too too:to of:off off:of",
        "did:didi how:hwo who:woh what:waht which:wich when:wen the:teh was:wsa his:hsi he:eh it:ti",
    )
    for pair in line.split()
)
"""Short words and what becomes of them most."""


def mistyped(text: str, random: Random) -> str:
    """Return `text` in small letters with one slip or two."""
    words = text.lower().split()
    at = [n for n, word in enumerate(words) if len(word) >= _SHORTEST or word in _REAL]
    for n in random.sample(at, min(len(at), random.choice((1, 1, 2)))):
        words[n] = _slip(words[n], random)
    return " ".join(words)


def _slip(word: str, random: Random) -> str:
    if word in _REAL and random.random() < 0.5:  # noqa: PLR2004 (half of them)
        return _REAL[word]
    if len(word) < _SHORTEST:
        return word
    at = random.randrange(1, len(word) - 1)
    before, here, after = word[:at], word[at], word[at + 1 :]
    return random.choice(
        (
            before + after,
            before + here + here + after,
            before + after[:1] + here + after[1:],
            before + random.choice(_NEIGHBOURS.get(here, here)) + after,
        )
    )
