"""The Fluent files: every language has every message, and the code and the files know the same ones."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from bot import speech
from bot.render import BUTTON_LIMIT
from bot.speech import ENGLISH, LANGUAGES, Message, look_up

ROOT = Path(__file__).parent.parent.parent
LOCALES = ROOT / "bot" / "locales"
OTHERS = [tag for tag in LANGUAGES if tag != ENGLISH]
NAMED_BY_THEIR_COMMAND = re.compile(r"cmd-[a-z-]+")


class _Used(Visitor):
    """Collects the variables and the messages that a message uses."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802 (named after Fluent's nodes)
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: Any) -> None:  # noqa: N802
        self.messages.add(node.id.name)


def used(node: Any) -> _Used:
    found = _Used()
    found.visit(node)
    return found


def entries(tag: str) -> Iterator[tuple[str, Any]]:
    for path in sorted((LOCALES / tag).glob("*.ftl")):
        for entry in FluentParser(with_spans=False).parse(path.read_text("utf-8")).body:
            yield path.name, entry


def messages(tag: str) -> dict[str, fluent.Message]:
    return {entry.id.name: entry for _, entry in entries(tag) if isinstance(entry, fluent.Message)}


def shape(tag: str) -> dict[str, tuple[list[str], list[str]]]:
    """Return of each message its attributes and its variables."""
    return {
        name: (sorted(part.id.name for part in message.attributes), sorted(used(message).variables))
        for name, message in messages(tag).items()
    }


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((ROOT / "bot").rglob("*.py")):
        yield path, ast.parse(path.read_text("utf-8"))


def asked_for() -> set[str]:
    """Return the ids of the messages that the code names."""
    found = set()
    for _, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message":
                [argument] = node.args
                found |= _ids(argument)
            if (
                isinstance(node, ast.keyword)
                and node.arg == "message"
                and isinstance(node.value, ast.Constant)
            ):
                found.add(str(node.value.value))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_named":
                found.add(str(ast.literal_eval(node.args[1])))
    return found


def _ids(argument: ast.expr) -> set[str]:
    if isinstance(argument, ast.JoinedStr):  # count-facts, count-quotes, count-silences
        pattern = "".join(
            part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else "[a-z]+"
            for part in argument.values
        )
        return {name for name in messages(ENGLISH) if re.fullmatch(pattern, name)}
    return {str(ast.literal_eval(argument))} if isinstance(argument, ast.Constant) else set()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_line_of_the_files_is_understood(tag: str) -> None:
    assert not [(name, entry.content) for name, entry in entries(tag) if isinstance(entry, fluent.Junk)]
    names = [entry.id.name for _, entry in entries(tag) if isinstance(entry, fluent.Message)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("tag", OTHERS)
def test_every_language_has_the_same_messages_with_the_same_variables(tag: str) -> None:
    assert shape(tag) == shape(ENGLISH)


def test_the_code_and_the_files_know_the_same_messages() -> None:
    ours = messages(ENGLISH)
    by_others = {name for message in ours.values() for name in used(message).messages}
    assert by_others <= ours.keys()
    named = asked_for()
    assert not named - ours.keys()
    assert not {
        name for name in ours.keys() - named - by_others if not NAMED_BY_THEIR_COMMAND.fullmatch(name)
    }


def test_every_call_of_a_message_gives_it_its_variables() -> None:
    wanted = {name: set(variables) for name, (_, variables) in shape(ENGLISH).items()}
    looked_at, faults = 0, []
    for path, tree in sources():
        constants = {
            node.target.id: str(node.value.args[0].value)
            for node in tree.body
            if isinstance(node, ast.AnnAssign)
            and isinstance(node.target, ast.Name)
            and isinstance(node.value, ast.Call)
            and isinstance(node.value.func, ast.Name)
            and node.value.func.id == "Message"
            and isinstance(node.value.args[0], ast.Constant)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in constants:
                looked_at += 1
                given = {keyword.arg for keyword in node.keywords}
                if given != wanted[constants[node.func.id]]:
                    faults.append((path.name, node.lineno, node.func.id))
    assert looked_at > 80
    assert not faults


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_message_can_be_put_into_words(tag: str) -> None:
    for name, (_, variables) in shape(tag).items():
        for value in (1, 2, "two"):
            with speech.saying_in(tag):
                words = Message(name)(**dict.fromkeys(variables, value))
            assert words
            assert words != name, name
            assert "{" not in words


@pytest.mark.parametrize("tag", LANGUAGES)
def test_words_on_buttons_and_menus_fit(tag: str) -> None:
    """Discord, Component Reference: `label` takes 80 characters, `placeholder` of a select menu 150."""
    on_buttons = {name for name in messages(tag) if name.startswith("button-")}
    on_buttons |= {"timeline-earlier", "timeline-later", "page-previous", "page-next", "topics-all"}
    labels = [look_up(tag, name) or "" for name in sorted(on_buttons)]
    assert all(1 <= len(label) <= BUTTON_LIMIT for label in labels)
    assert len({look_up(tag, name) for name in on_buttons if name.startswith("button-")}) == 5
    assert all(len(look_up(tag, name) or "") <= 150 for name in ("topic-choose", "topic-entry"))


@pytest.mark.parametrize("tag", OTHERS)
def test_hardly_anything_is_left_in_english(tag: str) -> None:
    same = {
        name
        for name in messages(tag)
        if not name.startswith(("cmd-", "count-")) and look_up(tag, name) == look_up(ENGLISH, name)
    }
    # Lines of variables alone, and words that are spelt alike.
    assert same <= {"timeline-row", "list-and", "button-context", "page", "title"}, same
