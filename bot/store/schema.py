"""The tables, and how a database of an older Footnote becomes one of this.

Each step is written down as it was when it was taken, in words that SQLite and PostgreSQL both
understand, and never changes afterwards: a new table or column is a new step. A test holds the steps
against the tables below. Alembic would do the same with a folder of scripts; three steps need none.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Integer,
    MetaData,
    Table,
    Text,
    delete,
    insert,
    inspect,
    select,
    text,
    union,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

METADATA: Final = MetaData()

SCHEMA_VERSION: Final = Table("schema_version", METADATA, Column("version", Integer, nullable=False))

GUILD_SETTINGS: Final = Table(
    "guild_settings",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("story", Text),
    Column("language", Text),
    Column("private", Boolean, nullable=False),
    Column("repeat_links", Boolean, nullable=False),
)

GUILD_CHANNELS: Final = Table(
    "guild_channels",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("channel_id", BigInteger, primary_key=True, autoincrement=False),
)

DAILY: Final = Table(
    "daily",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("at", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column(
        "next_due", BigInteger, nullable=False
    ),  # seconds since 1970, so that no database's time zone matters
    Column("trouble", Text),
)

DAILY_SHOWN: Final = Table(
    "daily_shown",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("ref", Text, primary_key=True),
    Column("position", Integer, nullable=False),
)

OF_GUILDS: Final = (GUILD_SETTINGS, GUILD_CHANNELS, DAILY, DAILY_SHOWN)
"""Tables with rows that belong to a server."""

STEPS: Final[tuple[tuple[str, ...], ...]] = (
    (
        """CREATE TABLE guild_settings (
            guild_id BIGINT NOT NULL PRIMARY KEY, story TEXT, language TEXT,
            private BOOLEAN NOT NULL, repeat_links BOOLEAN NOT NULL
        )""",
        """CREATE TABLE guild_channels (
            guild_id BIGINT NOT NULL, channel_id BIGINT NOT NULL, PRIMARY KEY (guild_id, channel_id)
        )""",
    ),
    (
        """CREATE TABLE daily (
            guild_id BIGINT NOT NULL PRIMARY KEY, channel_id BIGINT NOT NULL, at TEXT NOT NULL,
            zone TEXT NOT NULL, next_due BIGINT NOT NULL, trouble TEXT
        )""",
        "CREATE INDEX daily_next_due ON daily (next_due)",
        """CREATE TABLE daily_shown (
            guild_id BIGINT NOT NULL, ref TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (guild_id, ref)
        )""",
    ),
)
"""The steps in their order; the version of a database is how many of them it has taken."""

_LOCK: Final = 0x466F6F746E6F7465
"""The number PostgreSQL's advisory lock goes by ("Footnote"): two processes may start at once."""


class NewerSchemaError(Exception):
    """The database was written by a newer Footnote; the message is one sentence with the cure."""

    def __init__(self, found: int) -> None:
        """Say which version was found."""
        super().__init__(
            f"The database is of a newer Footnote (its schema is {found}, this one knows {len(STEPS)}): "
            "update Footnote, or name another database in FOOTNOTE_DATABASE."
        )


async def migrate(connection: AsyncConnection) -> None:
    """Take the steps that this database has not taken yet, in the transaction of `connection`.

    Raises:
        NewerSchemaError: it has taken steps that we do not know.
    """
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    version = await _version(connection)
    if version > len(STEPS):
        raise NewerSchemaError(version)
    for step in STEPS[version:]:
        for statement in step:
            await connection.execute(text(statement))
    if version < len(STEPS):
        await connection.execute(update(SCHEMA_VERSION).values(version=len(STEPS)))


async def _version(connection: AsyncConnection) -> int:
    there = await connection.run_sync(lambda sync: inspect(sync).has_table(SCHEMA_VERSION.name))
    if not there:
        await connection.run_sync(SCHEMA_VERSION.create)
    found = await connection.scalar(select(SCHEMA_VERSION.c.version))
    if found is None:
        await connection.execute(insert(SCHEMA_VERSION).values(version=0))
    return found or 0


async def guilds_in(connection: AsyncConnection) -> frozenset[int]:
    """Return the ids of all servers that have a row."""
    of_tables = union(*(select(table.c.guild_id) for table in OF_GUILDS))
    return frozenset(await connection.scalars(of_tables))


async def forget_guild(connection: AsyncConnection, guild_id: int) -> None:
    """Delete every row of a server."""
    for table in OF_GUILDS:
        await connection.execute(delete(table).where(table.c.guild_id == guild_id))
