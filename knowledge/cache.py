"""Keeps what was learnt from a story, so that the next start is quick.

For the shipped stories it stands beside them, made by `python -m knowledge`; for others it goes into
the user's cache folder. Only plain data is written and read back (JSON and one array of numbers, nothing
that could run), a file that cannot be read is as good as none, and a folder that cannot be written costs
time, nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from platformdirs import user_cache_path

from knowledge.head import Head
from knowledge.language import load_language
from knowledge.learn import Exact, Learnt, Support, learn
from knowledge.model import Story
from knowledge.names import NameFinder
from knowledge.store import SHIPPED_STORIES, load_stories
from knowledge.translate import LANGUAGES

KEPT = 16
"""Files that are kept, the last used ones: stories change while they are written."""


def cache_folder() -> Path:
    """Return the folder of the operating system's choice, `~/.cache/footnote` on Linux."""
    return user_cache_path("footnote", appauthor=False)


def kept_or_learnt(story: Story, folder: Path | None, learn_it: Callable[[], Learnt]) -> Learnt:
    """Return what was learnt of this very file with this very code, from the folder or else anew."""
    if folder is None or not story.digest:
        return learn_it()
    key = fingerprint(story)
    path = folder / f"{key[:32]}.npz"
    found = _read(shipped(story.id), key) or _read(path, key)
    if found is None:
        found = learn_it()
        with suppress(OSError):
            _write(path, key, found)
            _drop_old(folder)
    return found


def shipped(story_id: str) -> Path:
    """Return where what was learnt of a shipped story stands."""
    return SHIPPED_STORIES / f"{story_id}.learnt.npz"


def fingerprint(story: Story) -> str:
    """Return what changes with the story, with the code that learns and with the tables it learns from."""
    found = hashlib.sha256(story.digest.encode())
    folder = Path(str(files("knowledge")))
    for name in (*_LEARNS, f"language/{story.heading.language}.toml"):
        found.update((folder / name).read_bytes())
    language = story.heading.language
    for name in (
        f"{language}-words.txt",
        f"{language}-proper.txt",
        "elsewhere.txt",
        "frames.toml",
        "encoder.npz",
    ):
        table = folder / "language" / name
        if table.is_file():
            with table.open(
                "rb"
            ) as file:  # of the encoder the beginning tells, for all of it is made at once
                found.update(file.read(_READ))
            found.update(str(table.stat().st_size).encode())
    return found.hexdigest()


_READ = 1024 * 1024
"""Bytes of a table that are looked at: all of a word list, the first part of the encoder."""
_LEARNS = (
    *(
        "text.py",
        "question.py",
        "translate.py",
        "names.py",
        "features.py",
        "encoder.py",
        "head.py",
        "learn.py",
    ),
    *("slips.py", "spelling.py", "phrasings.py", "dressing.py", "language/__init__.py"),
    *(f"language/{code}.toml" for code in LANGUAGES),
)
"""The code that what is learnt depends on."""


def _read(path: Path, key: str) -> Learnt | None:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            if bytes(kept["key"]).decode() != key:
                return None
            raw = json.loads(bytes(kept["learnt"]))
            head = Head(*(kept[name].astype(np.float32) for name in _HEAD))
            exact = Exact(kept["digests"], kept["places"])
        with suppress(OSError):
            os.utime(path)
        return Learnt(
            rarity=raw["rarity"],
            examples=raw["examples"],
            head=head,
            vocabulary=raw["vocabulary"],
            exact=exact,
            supports=tuple(_support(row) for row in raw["supports"]),
        )
    except (OSError, BadZipFile, zlib.error, ValueError, KeyError, TypeError, EOFError):
        return None


def _support(row: dict[str, Any]) -> Support:
    return Support(
        terms=frozenset(row["terms"]),
        names=frozenset(row["names"]),
        words=frozenset(row["words"]),
        told=frozenset(row["told"]),
        text=frozenset(row["text"]),
        where=row["where"],
        asks=frozenset(row["asks"]),
    )


def _write(path: Path, key: str, learnt: Learnt) -> None:
    """Write beside and move into place, so that nobody ever reads half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    plain = {
        "rarity": learnt.rarity,
        "examples": learnt.examples,
        "vocabulary": learnt.vocabulary,
        "supports": [_plain(support) for support in learnt.supports],
    }
    text = np.frombuffer(json.dumps(plain).encode(), dtype=np.uint8)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            own = np.frombuffer(key.encode(), dtype=np.uint8)
            weights = {name: getattr(learnt.head, name).astype(np.float16) for name in _HEAD}
            kept = {"digests": learnt.exact.digests, "places": learnt.exact.places}
            arrays: dict[str, Any] = {"key": own, "learnt": text, **weights, **kept}
            np.savez_compressed(file, **arrays)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


_HEAD = ("hidden", "hidden_bias", "output", "output_bias")
"""The head's weights; half precision ranks as well as whole."""


def _drop_old(folder: Path) -> None:
    for old in sorted(folder.glob("*.npz"), key=lambda file: -file.stat().st_mtime)[KEPT:]:
        old.unlink(missing_ok=True)


def _plain(support: Support) -> dict[str, Any]:
    return {
        "terms": sorted(support.terms),
        "names": sorted(support.names),
        "words": sorted(support.words),
        "told": sorted(support.told),
        "text": sorted(support.text),
        "where": support.where,
        "asks": sorted(support.asks, key=str),
    }


def learn_shipped() -> None:
    """Learn every shipped story and write what was learnt beside it."""
    for story in load_stories([SHIPPED_STORIES]):
        language = load_language(story.heading.language)
        _write(shipped(story.id), fingerprint(story), learn(story, language, NameFinder(story, language)))
        shipped(story.id).chmod(0o644)
