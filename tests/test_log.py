"""Logs: few lines, for people or for machines, never the token and nothing that speaks to a terminal."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.log import HIDDEN, configure_logging

TOKEN = "aaa.bbb.ccc"  # noqa: S105 (opens nothing)


class Screen(io.StringIO):
    """A terminal, as far as logs can tell."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def logging_as_it_was() -> Iterator[None]:
    handlers, level = logging.root.handlers[:], logging.root.level
    before = {name: logging.getLogger(name).level for name in ("discord", "aiohttp", "asyncio")}
    yield
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
    for name, was in before.items():
        logging.getLogger(name).setLevel(was)
    structlog.reset_defaults()


def logged(stream: io.StringIO, level: str = "INFO") -> structlog.stdlib.BoundLogger:
    configure_logging(level, TOKEN, stream)
    log: structlog.stdlib.BoundLogger = structlog.get_logger("footnote")
    return log


def test_machines_get_one_json_object_a_line() -> None:
    out = io.StringIO()
    logged(out).info("Connected.", guilds=3)
    logging.getLogger("discord.gateway").warning("Shard %s is late", 1)
    first, second = map(json.loads, out.getvalue().splitlines())
    assert (first["event"], first["guilds"], first["level"], first["logger"]) == (
        "Connected.",
        3,
        "info",
        "footnote",
    )
    assert (second["event"], second["logger"]) == ("Shard 1 is late", "discord.gateway")


def test_people_get_a_line_they_can_read() -> None:
    out = Screen()
    logged(out).info("Connected.", guilds=3)
    assert "Connected." in out.getvalue()
    assert out.getvalue().count("\n") == 1
    assert not out.getvalue().startswith("{")


@pytest.mark.parametrize("screen", [io.StringIO, Screen])
def test_the_token_is_blacked_out_wherever_it_stands(screen: type[io.StringIO]) -> None:
    out = screen()
    log = logged(out)
    try:
        int(f"cannot use {TOKEN}")
    except ValueError:
        log.exception("It broke.", headers={"Authorization": [f"Bot {TOKEN}"]})
        logging.getLogger("discord.client").exception("failed for %s", TOKEN)
    assert TOKEN not in out.getvalue()
    assert out.getvalue().count(HIDDEN) == 4


@pytest.mark.parametrize("screen", [io.StringIO, Screen])
def test_control_characters_are_spelt(screen: type[io.StringIO]) -> None:
    out = screen()
    logged(out).info("red \x1b[41m\nforged line", name="\u202eback\x07")
    assert out.getvalue().count("\n") == 1
    assert not {"\x1b[41m", "\u202e", "\x07"} & {
        out.getvalue()[i:j] for i in range(300) for j in (i + 1, i + 5)
    }


@pytest.mark.parametrize(
    ("level", "name", "at", "seen"),
    [
        ("INFO", "footnote", logging.INFO, True),
        ("INFO", "footnote", logging.DEBUG, False),
        ("INFO", "discord.gateway", logging.INFO, False),
        ("INFO", "discord.gateway", logging.WARNING, True),
        ("ERROR", "discord.gateway", logging.WARNING, False),
        ("DEBUG", "footnote", logging.DEBUG, True),
        ("DEBUG", "discord.gateway", logging.INFO, True),
        ("DEBUG", "discord.gateway", logging.DEBUG, False),  # whole events, with what readers wrote
    ],
)
def test_libraries_speak_up_only_when_it_matters(level: str, name: str, at: int, seen: bool) -> None:
    out = io.StringIO()
    configure_logging(level, TOKEN, out)
    logging.getLogger(name).log(at, "said")
    assert ("said" in out.getvalue()) is seen
