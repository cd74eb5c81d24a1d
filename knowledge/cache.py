"""Keeps what was learnt from a story in the user's cache folder, so that the next start is quick.

Only plain data is written and read back (JSON and one array of numbers, nothing that could run), a file
that cannot be read is as good as none, and a folder that cannot be written costs time, nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from platformdirs import user_cache_path

from knowledge.learn import Learnt, Support
from knowledge.model import Story

KEPT = 16
"""Files that are kept, the last used ones: stories change while they are written."""


def cache_folder() -> Path:
    """Return the folder of the operating system's choice, `~/.cache/footnote` on Linux."""
    return user_cache_path("footnote", appauthor=False)


def kept_or_learnt(story: Story, folder: Path | None, learn: Callable[[], Learnt]) -> Learnt:
    """Return what was learnt of this very file with this very code, from the folder or else anew."""
    if folder is None or not story.digest:
        return learn()
    path = folder / f"{hashlib.sha256((story.digest + _fingerprint()).encode()).hexdigest()[:32]}.npz"
    found = _read(path)
    if found is None or len(found.supports) != len(story.entries):
        found = learn()
        with suppress(OSError):
            _write(path, found)
    return found


def _fingerprint() -> str:
    """Return what changes with the code and the tables that were learnt with."""
    folder = Path(str(files("knowledge")))
    parts = [*folder.glob("*.py"), *(folder / "language").iterdir()]
    stats = ((part.name, part.stat()) for part in sorted(parts) if part.is_file())
    return repr([(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats])


def _read(path: Path) -> Learnt | None:
    try:
        with np.load(path, allow_pickle=False) as kept:
            raw = json.loads(bytes(kept["learnt"]))
            weights = kept["weights"]
        os.utime(path)
        return Learnt(
            rarity=raw["rarity"],
            examples=raw["examples"],
            weights=weights,
            vocabulary=raw["vocabulary"],
            exact=raw["exact"],
            supports=tuple(_support(row) for row in raw["supports"]),
        )
    except (OSError, BadZipFile, ValueError, KeyError, TypeError, EOFError):
        return None


def _support(row: dict[str, Any]) -> Support:
    return Support(
        stems=frozenset(row["stems"]),
        groups=frozenset(row["groups"]),
        names=frozenset(row["names"]),
        words=frozenset(row["words"]),
        phrasings=tuple((frozenset(terms), length) for terms, length in row["phrasings"]),
        asks=frozenset(row["asks"]),
    )


def _write(path: Path, learnt: Learnt) -> None:
    """Write beside and move into place, so that nobody ever reads half a file; then drop old ones."""
    path.parent.mkdir(parents=True, exist_ok=True)
    plain = {
        "rarity": learnt.rarity,
        "examples": learnt.examples,
        "vocabulary": learnt.vocabulary,
        "exact": learnt.exact,
        "supports": [_plain(support) for support in learnt.supports],
    }
    text = np.frombuffer(json.dumps(plain).encode(), dtype=np.uint8)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            np.savez(file, weights=learnt.weights, learnt=text)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    for old in sorted(path.parent.glob("*.npz"), key=lambda file: -file.stat().st_mtime)[KEPT:]:
        old.unlink(missing_ok=True)


def _plain(support: Support) -> dict[str, Any]:
    return {
        "stems": sorted(support.stems),
        "groups": sorted(support.groups),
        "names": sorted(support.names),
        "words": sorted(support.words),
        "phrasings": [[sorted(terms), length] for terms, length in support.phrasings],
        "asks": [*support.asks],
    }
