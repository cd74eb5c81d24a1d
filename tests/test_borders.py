"""The borders of the house: `knowledge` has never heard of Discord, and `bot` does not know what a story says."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge import SHIPPED_STORIES, load_library

ROOT = Path(__file__).parent.parent
ALLOWED = {
    "knowledge",
    "rapidfuzz",
    "numpy",
    "pydantic",
    "pydantic_core",
    "Stemmer",
    "platformdirs",
    "threadpoolctl",
}
TERMINAL = (
    "bot.cli",
    "bot.batch",
    "bot.terminal",
    "bot.curating",
    "bot.render",
    "bot.settings",
    "bot.speech",
    "bot.footnotes",
)


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} imports relatively"
            yield node.module or ""


@pytest.mark.parametrize("path", modules("knowledge"), ids=lambda path: path.stem)
def test_knowledge_imports_nothing_of_discord_or_of_the_terminal(path: Path) -> None:
    roots = {name.partition(".")[0] for name in imported(path)}
    assert roots <= sys.stdlib_module_names | ALLOWED


@pytest.mark.parametrize("name", TERMINAL)
def test_the_terminal_does_not_wait_for_discord(name: str) -> None:
    tree = ast.parse((ROOT / name.replace(".", "/")).with_suffix(".py").read_text("utf-8"))
    at_import = {n.module or "" for n in tree.body if isinstance(n, ast.ImportFrom)}
    at_import |= {a.name for n in tree.body if isinstance(n, ast.Import) for a in n.names}
    assert not {root for root in at_import if root.partition(".")[0] in {"discord", "rich", "prompt_toolkit"}}
    assert "bot.client" not in at_import


def test_bot_holds_no_word_of_a_story() -> None:
    names = {
        word
        for _, name in load_library([SHIPPED_STORIES]).names()
        if name.kind == "person"
        for word in name.name.split()
    }
    assert names
    told = re.compile(rf"\b({'|'.join(sorted(names))})\b")
    holding = {
        path.name: found[0] for path in modules("bot") if (found := told.search(path.read_text("utf-8")))
    }
    assert not holding
