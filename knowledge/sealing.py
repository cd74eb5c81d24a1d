"""Writing proofs into a story file: a line under each quote that was found, and not a byte else."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from knowledge.model import Quote
from knowledge.passages import SourceText
from knowledge.proof import proof_of
from knowledge.store import Problem, StoryError

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_VALUE = re.compile(r"=\s*(\"[^\"\n]*\"|'[^'\n]*')")


def seal(path: Path, source: str) -> tuple[str, ...]:
    """Write the proof of each quote that stands in `source` where it says; return the ids of those written.

    A file that is no valid TOML is left alone: loading it tells what is wrong.

    Raises:
        StoryError: the file cannot be read or written, or its quotes are no [[quotes]] tables.
    """
    try:
        text = path.read_bytes().decode("utf-8")
        raw = tomllib.loads(text)
    except OSError as error:
        raise _cannot(path, f"cannot be read ({error.strerror}); check the path.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        return ()
    proofs = dict(_proofs(raw, source))
    if not proofs:
        return ()
    sealed = "".join(_sealed(text, raw["quotes"], {at: proof for at, (_, proof) in proofs.items()}))
    if not _differs_by_proofs_only(raw, sealed):
        cure = "the proofs find no place; write every quote as a [[quotes]] table with one key a line."
        raise _cannot(path, cure)
    _write(path, sealed)
    return tuple(name for name, _ in proofs.values())


def _cannot(path: Path, cure: str) -> StoryError:
    return StoryError([Problem(path, None, None, cure)])


def _proofs(raw: Mapping[str, Any], source: str) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield place, id and proof of each quote that stands in the source and is not proven as it is now."""
    heading, rows = raw.get("source"), raw.get("quotes")
    blocks = heading.get("header_blocks", 0) if isinstance(heading, Mapping) else 0
    text = SourceText.split(source, blocks if isinstance(blocks, int) else 0)
    for at, row in enumerate(rows if isinstance(rows, list) else ()):
        # An old proof is passed over, it is about to be replaced; other faults are told on loading.
        with contextlib.suppress(ValidationError, TypeError):
            quote = Quote.model_validate({**row, "proof": None})
            proof = proof_of(quote.text)
            if row.get("proof") != proof and text.holds(quote.text, quote.paragraph):
                yield at, (quote.id, proof)


def _sealed(text: str, rows: Sequence[Mapping[str, Any]], proofs: Mapping[int, str]) -> Iterator[str]:
    """Yield the statements of `text`, each proof in its quote's table: in place of an old one, or after the text."""
    at, proof, beside = -1, None, "text"
    for statement, data in _statements(text):
        if statement.lstrip().startswith("["):  # a table begins
            is_quote = isinstance(data.get("quotes"), list)
            at += is_quote
            proof = proofs.get(at) if is_quote else None
            beside = "proof" if proof and "proof" in rows[at] else "text"
        if proof is None or beside not in data:
            yield statement
        elif beside == "proof":
            yield _VALUE.sub(f'= "{proof}"', statement, count=1)
        else:
            yield statement + _line_like(statement, proof)


def _line_like(statement: str, proof: str) -> str:
    """Return the line of a proof, indented and ended as `statement` is."""
    indent = statement[: len(statement) - len(statement.lstrip(" \t"))]
    ending = "\r\n" if statement.endswith("\r\n") else "\n"
    return f'{"" if statement.endswith(ending) else ending}{indent}proof = "{proof}"{ending}'


def _statements(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each statement of a valid TOML text with its lines and what it says alone.

    A statement ends with the first line that makes it valid by itself: what is cut off before
    its end (a list, a text of several lines) never is.
    """
    statement = ""
    for line in _LINE.findall(text):
        statement += line
        with contextlib.suppress(tomllib.TOMLDecodeError):
            yield statement, tomllib.loads(statement)
            statement = ""


def _differs_by_proofs_only(raw: Mapping[str, Any], sealed: str) -> bool:
    def bare(data: Mapping[str, Any]) -> dict[str, Any]:
        quotes = [{k: v for k, v in row.items() if k != "proof"} for row in data["quotes"]]
        return {**data, "quotes": quotes}

    try:
        new = tomllib.loads(sealed)
    except tomllib.TOMLDecodeError:
        return False
    return bare(new) == bare(raw) and new != raw


def _write(path: Path, text: str) -> None:
    """Replace the file in one step, so that a power cut leaves the old or the new one and never half."""
    target = path.resolve()
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8"))
                file.flush()
                os.fsync(file.fileno())
            shutil.copymode(target, name)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _cannot(path, f"cannot be written ({error.strerror}); allow writing to its folder.") from error
