"""The environment and `.env`, read once at the door and turned into settings."""

from __future__ import annotations

import importlib.util
import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dotenv import dotenv_values
from platformdirs import user_data_path

from knowledge import SHIPPED_STORIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LOG_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR")

_TOKEN: Final = re.compile(r"[\w-]+\.[\w-]+\.[\w-]+", re.ASCII)
"""Three base64url parts (Discord, Reference, "Authentication"); their lengths are Discord's own affair."""

_SNOWFLAKE: Final = re.compile(r"[0-9]{15,20}")
"""A snowflake is a 64-bit number, and those of 2015 already had 17 digits (Discord, Reference, "Snowflakes")."""

_DRIVERS: Final = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}
"""How the address of a database may begin, and with which driver we read it."""


def _default_database() -> Path:
    return user_data_path("footnote", appauthor=False) / "footnote.sqlite3"


class SettingsError(Exception):
    """A setting cannot be used; the message is one sentence that names it and the cure, never its secret."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the one who runs Footnote has chosen."""

    token: str | None = field(default=None, repr=False)
    """The bot's token; None where Footnote is to stay in the terminal."""
    stories: tuple[Path, ...] = (SHIPPED_STORIES,)
    """Story files, and folders of them."""
    log_level: str = "INFO"
    guild: int | None = None
    """The one server that gets the slash commands, while developing."""
    database: Path | str = field(default_factory=_default_database, repr=False)
    """Where the choices of servers are kept: a file of SQLite's, or the address of a PostgreSQL server, which
    may hold a password."""

    @classmethod
    def from_env(
        cls, environ: Mapping[str, str], dotenv: Path | None = None, *, discord: bool = True
    ) -> Settings:
        """Read the settings out of `environ` and, where it is silent, out of the file `dotenv`.

        Without `discord` what only Discord needs is passed over: a mistake in the token must keep
        nobody from checking a story.

        Raises:
            SettingsError: a value cannot be used.
        """
        values = {**_read(dotenv), **environ}

        def value(name: str) -> str:
            return values.get(name, "").strip()

        stories = tuple(_stories(value("FOOTNOTE_STORIES")))
        return cls(
            token=_token(value("DISCORD_TOKEN")) if discord else None,
            stories=stories or (SHIPPED_STORIES,),
            log_level=_log_level(value("FOOTNOTE_LOG_LEVEL")),
            guild=_guild(value("FOOTNOTE_GUILD")) if discord else None,
            database=_database(value("FOOTNOTE_DATABASE")) if discord else _default_database(),
        )

    def require_token(self) -> str:
        """Return the token.

        Raises:
            SettingsError: there is none.
        """
        if self.token is None:
            raise SettingsError(
                "DISCORD_TOKEN is empty: copy .env.example to .env and write behind DISCORD_TOKEN= the token "
                "from the Bot page of the Discord developer portal."
            )
        return self.token


def _read(dotenv: Path | None) -> dict[str, str]:
    if dotenv is None or not dotenv.exists():
        return {}
    try:
        # Windows' editor begins a file with a byte order mark; a token is never a template.
        found = dotenv_values(dotenv, encoding="utf-8-sig", interpolate=False)
    except UnicodeDecodeError as error:
        raise SettingsError(f"{dotenv} is not UTF-8 text; save it as UTF-8.") from error
    except OSError as error:
        raise SettingsError(f"{dotenv} cannot be read ({error.strerror}); allow reading it.") from error
    return {name: value for name, value in found.items() if value is not None}


def _token(value: str) -> str | None:
    """Return the token, None where there is none."""
    if not value:
        return None
    if _TOKEN.fullmatch(value):
        return value
    raise SettingsError(f"DISCORD_TOKEN {_token_fault(value)}")


def _token_fault(value: str) -> str:
    anew = "copy it anew from the Bot page of the Discord developer portal"
    if value.lower().startswith("bot "):
        return 'begins with "Bot ": write the token alone, that word is put before it on the way.'
    if value[0] in "'\"" or value[-1] in "'\"":
        return "stands in quotation marks: write it without them."
    if re.search(r"\s", value):
        return f"holds white space: {anew}, in one piece."
    if re.fullmatch(r"[^.]+\.[^.]+\.[^.]+", value):
        return f"holds characters that no token has: {anew}."
    return f"is no bot token, which has three parts between dots (a client secret has none): {anew}."


def _stories(value: str) -> Iterator[Path]:
    for name in re.split(f"[,{re.escape(os.pathsep)}]", value):
        if name.strip():
            yield _story_place(Path(name.strip()).expanduser())


def _story_place(place: Path) -> Path:
    try:
        readable = place.exists() and os.access(place, os.R_OK | (os.X_OK if place.is_dir() else 0))
    except (OSError, ValueError):
        readable = False
    if readable:
        return place
    why = "cannot be read: allow reading it" if os.path.lexists(place) else "does not exist: mend the path"
    raise SettingsError(f"FOOTNOTE_STORIES names {str(place)!r}, which {why}, or leave it empty.")


def _log_level(value: str) -> str:
    level = value.upper() or "INFO"
    if level not in LOG_LEVELS:
        raise SettingsError(f"FOOTNOTE_LOG_LEVEL is {value!r}: use one of {', '.join(LOG_LEVELS)}.")
    return level


def _guild(value: str) -> int | None:
    if not value:
        return None
    if not _SNOWFLAKE.fullmatch(value) or int(value) >= 2**64:
        raise SettingsError(
            f"FOOTNOTE_GUILD is {value!r}, which is no server's id: copy the id from the server's menu "
            "(Discord, Settings, Advanced, Developer Mode), or leave it empty."
        )
    return int(value)


def _database(value: str) -> Path | str:
    """Return the file or the address; an address is never shown, for it may hold a password."""
    if not value:
        return _default_database()
    if "://" in value:
        return _database_address(value)
    return _database_file(value)


def _database_file(value: str) -> Path:
    path = Path(value).expanduser()
    try:
        if not stat.S_ISDIR(path.stat().st_mode):
            return path
        why = "which is a folder: name a file in it"
    except FileNotFoundError:
        return path
    except (OSError, ValueError):
        why = "which cannot be used: mend the path"
    raise SettingsError(f"FOOTNOTE_DATABASE names {str(path)!r}, {why}, or leave it empty.")


def _database_address(value: str) -> Path | str:
    from sqlalchemy import make_url  # noqa: PLC0415 (the terminal must not wait for it)
    from sqlalchemy.exc import ArgumentError  # noqa: PLC0415

    kind, _, rest = value.partition("://")
    driver = _DRIVERS.get(kind.lower())
    try:
        address = make_url(f"{driver}://{rest}") if driver else None
    except (ArgumentError, ValueError):
        address = None
    if address is None or not address.database or address.database == ":memory:":
        raise SettingsError(
            "FOOTNOTE_DATABASE is no address of a database: write the path of a file, or "
            "postgresql+asyncpg://USER:PASSWORD@HOST/NAME, or leave it empty."
        )
    if driver == "sqlite+aiosqlite":
        return _database_file(address.database)
    if importlib.util.find_spec("asyncpg") is None:
        raise SettingsError(
            "FOOTNOTE_DATABASE names a PostgreSQL server, for which a package is missing: "
            "install it with pip install 'footnote[postgres]'."
        )
    return address.render_as_string(hide_password=False)
