"""Command names and descriptions in other languages, as Discord gets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.speech import ENGLISH, LANGUAGES, look_up
from bot.translator import serves
from tests.bot.test_locales import messages
from tests.discord.official import request_bodies

if TYPE_CHECKING:
    import simcord

LOCALES = [
    locale.value for locale in discord.Locale if any(serves(tag, locale.value) for tag in LANGUAGES[1:])
]

NAME = re.compile(r"[-_'\w]{1,32}")
"""Application Commands, "Application Command Naming"."""


def parts(command: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a command, its subcommands and their options, each with its path."""
    path = f"{path} {command['name']}".strip()
    yield path, command
    for option in command.get("options") or []:
        yield from parts(option, path)


@pytest.fixture
def uploaded(env: simcord.Env) -> list[dict[str, Any]]:
    [body] = [body for method, _, body in request_bodies(env) if method == "PUT"]
    commands: list[dict[str, Any]] = body
    return commands


def test_spanish_of_spain_and_of_latin_america_are_one() -> None:
    assert sorted(LOCALES) == ["de", "es-419", "es-ES", "fr", "pt-BR"]


@pytest.mark.parametrize("locale", LOCALES)
async def test_names_obey_the_rules_of_discord_in_every_language(
    uploaded: list[dict[str, Any]], locale: str
) -> None:
    for command in uploaded:
        if command["type"] == 3:
            assert 1 <= len(command["name_localizations"][locale]) <= 32
            continue
        for path, part in parts(command):
            name = part["name_localizations"].get(locale, part["name"])
            assert NAME.fullmatch(name), (path, name)
            assert name == name.lower()
            description = part["description_localizations"][locale]
            assert 1 <= len(description) <= 100, (path, len(description))


@pytest.mark.parametrize("locale", LOCALES)
async def test_no_two_commands_or_options_are_named_alike(
    uploaded: list[dict[str, Any]], locale: str
) -> None:
    groups = [[command for command in uploaded if command["type"] == kind] for kind in (1, 3)]
    groups += [part.get("options") or [] for command in uploaded for _, part in parts(command)]
    for group in groups:
        names = [part["name_localizations"].get(locale, part["name"]) for part in group]
        assert len(names) == len(set(names)), names


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_command_takes_no_more_than_8000_characters(
    uploaded: list[dict[str, Any]], locale: str
) -> None:
    for command in uploaded:
        size = sum(
            len(part.get(f"{kind}_localizations", {}).get(locale, part.get(kind) or ""))
            for _, part in parts(command)
            for kind in ("name", "description")
        )
        assert size <= 8000


async def test_the_english_file_says_what_the_code_says(uploaded: list[dict[str, Any]]) -> None:
    for command in uploaded:
        for path, part in parts(command) if command["type"] == 1 else ():
            message = f"cmd-{path.replace(' ', '-')}"
            assert look_up(ENGLISH, message) == part["name"]
            assert look_up(ENGLISH, message, "description") == part["description"]
    menus = {command["name"] for command in uploaded if command["type"] == 3}
    assert menus == {look_up(ENGLISH, "menu-ask"), look_up(ENGLISH, "menu-check")}


async def test_every_message_of_a_command_belongs_to_one(uploaded: list[dict[str, Any]]) -> None:
    known = {f"cmd-{path.replace(' ', '-')}" for command in uploaded for path, _ in parts(command)}
    assert {name for name in messages(ENGLISH) if name.startswith("cmd-")} <= known


async def test_choices_are_translated_but_for_names_of_languages(uploaded: list[dict[str, Any]]) -> None:
    [choices] = [
        part["choices"]
        for command in uploaded
        for path, part in parts(command)
        if path == "settings set language"
    ]
    first, *others = choices
    assert first["name_localizations"]["de"] == "Wie der Server"
    assert not any(choice.get("name_localizations") for choice in others)
