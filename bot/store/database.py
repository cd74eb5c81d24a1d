"""The database: a file of SQLite's or a PostgreSQL server, and one kind of failure for whatever goes wrong."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, NullPool, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.store.schema import NewerSchemaError, forget_guild, migrate

PATIENCE: Final = 1.5
"""Seconds that one transaction may take: a reader who waits for it must have an answer within three
(Discord, Receiving and Responding, "Interaction Callback")."""

_LOCKED_SECONDS: Final = 1.0
"""How long we wait for a file that another program has locked, or for a server to let us in."""


class DatabaseError(Exception):
    """The database did not do what was asked; `__cause__` is why."""


class Database:
    """Opens transactions; the first one brings the tables up to date."""

    def __init__(self, place: Path | str | None) -> None:
        """Use the file at this path or the server at this address, later; None stands for no database."""
        self._path = place if isinstance(place, Path) else None
        self._engine = _engine(place) if place else None
        self._writer = self._engine.execution_options(writes=True) if self._engine else None
        self._is_current = False
        self._migrating = asyncio.Lock()

    @property
    def exists(self) -> bool:
        """Return whether there is a database at all."""
        return self._engine is not None

    @contextlib.asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that only reads.

        Raises:
            DatabaseError: whatever went wrong.
            NewerSchemaError: the tables are of a newer Footnote.
        """
        async with self._transaction(self._engine) as connection:
            yield connection

    @contextlib.asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that may write, and commit it at its end.

        Raises:
            DatabaseError: whatever went wrong; nothing was written then.
            NewerSchemaError: the tables are of a newer Footnote.
        """
        async with self._transaction(self._writer) as connection:
            yield connection

    async def open(self) -> None:
        """Bring the tables up to date.

        Raises:
            DatabaseError: whatever went wrong.
            NewerSchemaError: the tables are of a newer Footnote.
        """
        async with self.reading():
            pass

    async def forget_guild(self, guild_id: int) -> None:
        """Delete everything about a server.

        Raises:
            DatabaseError: whatever went wrong.
        """
        async with self.writing() as connection:
            await forget_guild(connection, guild_id)

    async def close(self) -> None:
        """Close what is open."""
        if self._engine:
            await self._engine.dispose()

    @contextlib.asynccontextmanager
    async def _transaction(self, engine: AsyncEngine | None) -> AsyncIterator[AsyncConnection]:
        if engine is None:
            raise DatabaseError("There is no database.")
        try:
            async with asyncio.timeout(PATIENCE):
                await self._bring_up_to_date()
                async with engine.begin() as connection:
                    yield connection
        except NewerSchemaError:
            raise
        except Exception as error:
            # Drivers raise errors of their own beside SQLAlchemy's and the system's. And who knows what
            # became of the tables: a file that was taken away comes back empty.
            self._is_current = False
            raise DatabaseError("The database did not do what was asked.") from error

    async def _bring_up_to_date(self) -> None:
        if self._is_current or self._writer is None:
            return
        async with self._migrating:
            if self._path:
                self._path.parent.mkdir(parents=True, exist_ok=True)
            async with self._writer.begin() as connection:
                await migrate(connection)
            self._is_current = True


def _engine(place: Path | str) -> AsyncEngine:
    if isinstance(place, Path):
        url = URL.create("sqlite+aiosqlite", database=str(place))
        # A file is opened in less time than a question takes, and what is not open need not be closed.
        engine = create_async_engine(
            url, poolclass=NullPool, connect_args={"timeout": _LOCKED_SECONDS}, hide_parameters=True
        )
        event.listen(engine.sync_engine, "connect", _leave_transactions_to_us)
        event.listen(engine.sync_engine, "begin", _begin)
        return engine
    patience = {"timeout": _LOCKED_SECONDS, "command_timeout": _LOCKED_SECONDS}
    return create_async_engine(
        place, pool_size=2, pool_pre_ping=True, connect_args=patience, hide_parameters=True
    )


def _leave_transactions_to_us(connection: DBAPIConnection, _: Any) -> None:  # noqa: ANN401
    """Keep Python's sqlite3 from beginning transactions late: it would leave CREATE TABLE outside of them."""
    connection.isolation_level = None


def _begin(connection: Any) -> None:  # noqa: ANN401
    """Begin as a writer where we will write: a reader that turns writer may find the file changed meanwhile."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
