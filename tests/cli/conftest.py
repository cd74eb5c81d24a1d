"""Running the command line, in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
HARBOUR = ROOT / "tests" / "stories" / "harbour.toml"
SOURCE = HARBOUR.with_suffix(".txt")
TOKEN = "MTAw.loop.back-secret-of-nobody"  # noqa: S105 (opens nothing)
KEYS = {"outcome", "reason", "text", "footnote", "entries", "suggestions", "elapsed_us"}

Finished = subprocess.CompletedProcess[bytes]


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let each test begin with no setting but the stories, in an empty folder without a `.env`."""
    for name in [name for name in os.environ if name.startswith(("DISCORD_", "FOOTNOTE_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("FOOTNOTE_STORIES", str(HARBOUR))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)


def footnote(*arguments: str | bytes, stdin: bytes = b"") -> Finished:
    """Run the command as a process of its own."""
    return subprocess.run(  # noqa: S603 (our own command)
        [sys.executable, "-m", "bot", *arguments], input=stdin, capture_output=True, check=False, timeout=60
    )


def one_sentence(stderr: str) -> str:
    """Return what stands on stderr, which is one line for a reader and no traceback."""
    assert "Traceback" not in stderr
    assert stderr.startswith("footnote: ")
    assert stderr.count("\n") == 1
    return stderr
