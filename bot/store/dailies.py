"""When and where each server gets its quote a day, and which it has had."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database
from bot.store.schema import DAILY, DAILY_SHOWN


@dataclass(frozen=True, slots=True)
class Daily:
    """A server's quote a day."""

    guild_id: int
    channel_id: int
    at: str
    """The time of day there, "09:00"."""
    zone: str
    """The name of its time zone, "Europe/Berlin"."""
    next_due: dt.datetime
    """When the next one is due."""
    trouble: str | None = None
    """Why the last one could not be posted: a word of `bot.daily.TROUBLES`."""


class Dailies:
    """The rows about quotes a day; every method raises DatabaseError (or NewerSchemaError) where that fails."""

    def __init__(self, database: Database) -> None:
        """Keep them in `database`."""
        self._database = database

    async def get(self, guild_id: int) -> Daily | None:
        """Return a server's quote a day, None where it has none."""
        async with self._database.reading() as connection:
            found = await connection.execute(select(DAILY).where(DAILY.c.guild_id == guild_id))
            row = found.one_or_none()
        return _daily(row) if row else None

    async def put(self, daily: Daily) -> None:
        """Give a server its quote a day, in place of the one it has; what it was shown stays known."""
        async with self._database.writing() as connection:
            await connection.execute(delete(DAILY).where(DAILY.c.guild_id == daily.guild_id))
            await connection.execute(insert(DAILY).values(_row(daily)))

    async def remove(self, guild_id: int) -> bool:
        """Take a server's quote a day away; return whether there was one."""
        async with self._database.writing() as connection:
            gone = await connection.execute(delete(DAILY).where(DAILY.c.guild_id == guild_id))
            await connection.execute(delete(DAILY_SHOWN).where(DAILY_SHOWN.c.guild_id == guild_id))
        return gone.rowcount > 0

    async def due(self, now: dt.datetime) -> tuple[Daily, ...]:
        """Return those that are due, the longest overdue first."""
        query = select(DAILY).where(DAILY.c.next_due <= int(now.timestamp())).order_by(DAILY.c.next_due)
        async with self._database.reading() as connection:
            return tuple(_daily(row) for row in await connection.execute(query))

    async def next_due(self) -> dt.datetime | None:
        """Return when the next one of all servers is due."""
        async with self._database.reading() as connection:
            seconds = await connection.scalar(select(func.min(DAILY.c.next_due)))
        return None if seconds is None else _moment(seconds)

    async def shown(self, guild_id: int) -> tuple[str, ...]:
        """Return what a server was shown in this round, in that order, as addresses ("story/entry")."""
        query = (
            select(DAILY_SHOWN.c.ref)
            .where(DAILY_SHOWN.c.guild_id == guild_id)
            .order_by(DAILY_SHOWN.c.position)
        )
        async with self._database.reading() as connection:
            return tuple(await connection.scalars(query))

    async def mark(self, daily: Daily, next_due: dt.datetime, shown: tuple[str, ...]) -> bool:
        """Note that this one is posted, before it is; return False where somebody else has done so or changed it.

        `shown` is what the server will have been shown in this round. The next one must be due later than
        this one, or this one would be posted again.
        """
        if next_due <= daily.next_due:
            return False
        row = DAILY.c
        query = (
            update(DAILY)
            .where(row.guild_id == daily.guild_id, row.next_due == int(daily.next_due.timestamp()))
            .values(next_due=int(next_due.timestamp()))
        )
        async with self._database.writing() as connection:
            if not (await connection.execute(query)).rowcount:
                return False
            await _write_shown(connection, daily.guild_id, shown)
        return True

    async def report(self, daily: Daily, trouble: str | None, shown: tuple[str, ...] | None = None) -> None:
        """Note why a post failed, or that none did; with `shown`, what the server has been shown after all.

        Nothing is noted of a server that was forgotten meanwhile.
        """
        query = update(DAILY).where(DAILY.c.guild_id == daily.guild_id).values(trouble=trouble)
        async with self._database.writing() as connection:
            is_there = (await connection.execute(query)).rowcount > 0
            if is_there and shown is not None:
                await _write_shown(connection, daily.guild_id, shown)


async def _write_shown(connection: AsyncConnection, guild_id: int, shown: tuple[str, ...]) -> None:
    await connection.execute(delete(DAILY_SHOWN).where(DAILY_SHOWN.c.guild_id == guild_id))
    rows = [{"guild_id": guild_id, "ref": ref, "position": at} for at, ref in enumerate(shown)]
    if rows:
        await connection.execute(insert(DAILY_SHOWN), rows)


def _moment(seconds: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(seconds, dt.UTC)


def _daily(row: Row[Any]) -> Daily:
    return Daily(row.guild_id, row.channel_id, row.at, row.zone, _moment(row.next_due), row.trouble)


def _row(daily: Daily) -> dict[str, Any]:
    return {
        "guild_id": daily.guild_id,
        "channel_id": daily.channel_id,
        "at": daily.at,
        "zone": daily.zone,
        "next_due": int(daily.next_due.timestamp()),
        "trouble": daily.trouble,
    }
