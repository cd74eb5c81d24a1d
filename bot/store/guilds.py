"""What a server has chosen, kept in the database and at hand in memory."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any, Final

import structlog
from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.breakage import describe
from bot.store.database import Database, DatabaseError
from bot.store.schema import GUILD_CHANNELS, GUILD_SETTINGS, NewerSchemaError, guilds_in

RETRY_SECONDS: Final = 30.0
"""How long a database that failed is left alone: meanwhile nobody waits for it."""

MOST_CHANNELS: Final = 50
"""Most channels a server may name: they stand in one message of 2,000 characters."""

log = structlog.get_logger("footnote")


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """What a server has chosen; unchosen, everything is as if there were no settings."""

    story: str | None = None
    """Id of the one story that is told there; None for all that are loaded."""
    language: str | None = None
    """The language we speak there ("pt-BR"); None for the one the server has set in Discord."""
    private: bool = False
    """Whether only the asker sees the answer to a slash command, unless they ask for the contrary."""
    repeat_links: bool = True
    """Whether an entry that was told a moment ago is linked rather than told again."""
    channels: frozenset[int] = frozenset()
    """Channels in which answers may be seen by all; empty for every channel."""

    is_known: bool = True
    """Whether these are its settings; where they cannot be read nobody knows what it has closed."""

    def is_public_in(self, *places: int | None) -> bool:
        """Tell whether answers may be seen by all in a channel or thread, given its id and its parent's."""
        return not self.channels or not self.channels.isdisjoint(places)


UNCHOSEN: Final = GuildSettings()

UNREAD: Final = GuildSettings(private=True, is_known=False)
"""What stands for settings that cannot be read: a server that closed itself is not answered in public."""


class GuildsSettings:
    """The settings of all servers. Where the database fails, answers go on with what is known, or in private."""

    def __init__(
        self, database: Database, limit: int = 10_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Keep the settings in `database`, and those of the `limit` servers that asked last at hand."""
        self._database = database
        self._limit = limit
        self._clock = clock
        self._at_hand: OrderedDict[int, GuildSettings] = OrderedDict()
        self._again_at = 0.0
        self._fails = False
        # One at a time, or a slow read could put back what a change has just replaced.
        self._turn = asyncio.Lock()

    def at_hand(self, guild_id: int | None) -> GuildSettings:
        """Return the settings as far as they are in memory: for whoever cannot wait."""
        if guild_id is None or not self._database.exists:
            return UNCHOSEN
        return self._at_hand.get(guild_id, UNREAD)

    async def get(self, guild_id: int | None) -> GuildSettings:
        """Return the settings of a server; UNCHOSEN of none (a direct message), UNREAD where they cannot be read."""
        if guild_id is None or not self._database.exists:
            return UNCHOSEN
        if guild_id not in self._at_hand and self._clock() >= self._again_at:
            async with self._turn:
                await self._fetch(guild_id)
        return self.at_hand(guild_id)

    async def change(
        self,
        guild_id: int,
        derive: Callable[[GuildSettings], dict[str, Any]] | None = None,
        **changes: Any,  # noqa: ANN401 (fields of GuildSettings)
    ) -> GuildSettings:
        """Change some of a server's settings, and return them all.

        `derive` returns changes that depend on what is set: it is given what is set when they are written,
        so that of two changes at a time neither is lost.

        Raises:
            DatabaseError: they could not be written; nothing has changed.
            ValueError: `derive` raised it; nothing has changed.
        """
        refusal = None
        async with self._turn:
            try:
                async with self._database.writing() as connection:
                    changed = now = await _read(connection, guild_id)
                    try:
                        changed = replace(now, **changes, **(derive(now) if derive else {}))
                    except ValueError as error:  # not the database's failure, so it does not pass through it
                        refusal = error
                    else:
                        await _write(connection, guild_id, changed)
            except NewerSchemaError as error:
                raise DatabaseError(str(error)) from error
            if refusal:
                raise refusal
            self._keep(guild_id, changed)
        return changed

    async def forget(self, guild_id: int) -> None:
        """Delete everything about a server, not its settings alone; a failure is logged, not raised."""
        if not self._database.exists:
            return
        async with self._turn:
            self._at_hand.pop(guild_id, None)
            try:
                await self._database.forget_guild(guild_id)
            except (DatabaseError, NewerSchemaError) as error:
                log.warning("A server we left could not be forgotten.", guild=guild_id, **_why(error))

    async def forget_others(self, present: Collection[int], is_ours: Callable[[int], bool]) -> None:
        """Delete everything about the servers that are ours to keep and not present; a failure is logged."""
        if not self._database.exists:
            return
        try:
            async with self._database.reading() as connection:
                known = await guilds_in(connection)
        except (DatabaseError, NewerSchemaError) as error:
            log.warning("Servers that removed us meanwhile could not be looked up.", **_why(error))
            return
        for guild_id in known.difference(present):
            if is_ours(guild_id):
                await self.forget(guild_id)

    async def _fetch(self, guild_id: int) -> None:
        if guild_id in self._at_hand or self._clock() < self._again_at:
            return
        try:
            async with self._database.reading() as connection:
                self._keep(guild_id, await _read(connection, guild_id))
        except (DatabaseError, NewerSchemaError) as error:
            self._again_at = self._clock() + RETRY_SECONDS
            if not self._fails:
                log.warning("Settings cannot be read; answers go on without them.", **_why(error))
            self._fails = True
        else:
            self._fails = False

    def _keep(self, guild_id: int, settings: GuildSettings) -> None:
        self._at_hand[guild_id] = settings
        self._at_hand.move_to_end(guild_id)
        while len(self._at_hand) > self._limit:
            self._at_hand.popitem(last=False)


def _why(error: Exception) -> dict[str, Any]:
    return describe(error.__cause__ or error)


async def _read(connection: AsyncConnection, guild_id: int) -> GuildSettings:
    chosen, named = GUILD_SETTINGS.c, GUILD_CHANNELS.c
    columns = (chosen.story, chosen.language, chosen.private, chosen.repeat_links)
    found = (await connection.execute(select(*columns).where(chosen.guild_id == guild_id))).one_or_none()
    if found is None:
        return UNCHOSEN
    channels = await connection.scalars(select(named.channel_id).where(named.guild_id == guild_id))
    return GuildSettings(*found, channels=frozenset(channels))


async def _write(connection: AsyncConnection, guild_id: int, settings: GuildSettings) -> None:
    for table in (GUILD_SETTINGS, GUILD_CHANNELS):
        await connection.execute(delete(table).where(table.c.guild_id == guild_id))
    await connection.execute(
        insert(GUILD_SETTINGS).values(
            guild_id=guild_id,
            story=settings.story,
            language=settings.language,
            private=settings.private,
            repeat_links=settings.repeat_links,
        )
    )
    rows = [{"guild_id": guild_id, "channel_id": channel} for channel in sorted(settings.channels)]
    if rows:
        await connection.execute(insert(GUILD_CHANNELS), rows)
