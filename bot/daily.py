"""A quote a day: when it is due, which one it is, and posting it exactly once.

Which side errs: what is posted is noted down before, so a bot that is killed between the two leaves a
day out. It never posts twice.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import functools
import random
import re
import zoneinfo
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import aiohttp
import discord
import structlog
from rapidfuzz import fuzz, process

from bot.breakage import describe
from bot.render import MESSAGE_LIMIT, tell, to_discord
from bot.speech import Message, saying_in
from bot.store.dailies import Dailies, Daily
from bot.store.database import DatabaseError
from bot.store.schema import NewerSchemaError
from bot.tongues import language_of_server
from knowledge.text import fold

if TYPE_CHECKING:
    from bot.client import FootnoteBot
    from knowledge.model import Told

HEADING: Final = Message("daily-heading")

FORBIDDEN, GONE, FAILED, EMPTY = "forbidden", "gone", "failed", "empty"
TROUBLES: Final = {
    FORBIDDEN: Message("daily-forbidden"),
    GONE: Message("daily-gone"),
    FAILED: Message("daily-failed"),
    EMPTY: Message("daily-empty"),
}
"""What `/daily show` says of the last post, by the word that is kept in the database."""

LONGEST_NAP: Final = 3600.0
"""Seconds after which the clock is looked at again: it may have been set, or the machine have slept."""

RETRY_SECONDS: Final = 60.0
"""Seconds until a database that failed is asked again."""

_TIME: Final = re.compile(r"([01]?[0-9]|2[0-3])[:.h]([0-5][0-9])", re.ASCII)
_CLOSE: Final = 75
"""Least likeness (rapidfuzz, 0 to 100) of what was typed to a time zone that is suggested."""
_WELL_KNOWN: Final = (
    "UTC",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Paris",
    "Europe/Madrid",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Sydney",
)

log = structlog.get_logger("footnote")


def read_time(typed: str) -> str | None:
    """Return a time of day as "09:00", None where it is none.

    >>> read_time("9.30"), read_time("25:00")
    ('09:30', None)
    """
    found = _TIME.fullmatch(typed.strip())
    return f"{int(found[1]):02}:{found[2]}" if found else None


@functools.cache
def _zones() -> dict[str, str]:
    """Return the names of the time zones of places by what a reader may type for them.

    Names without a place ("EST", "localtime") are old, or mean what this machine is set to.
    """
    names = sorted(zoneinfo.available_timezones())
    return {_spoken(name): name for name in names if "/" in name or name == "UTC"}


def _spoken(name: str) -> str:
    return fold(name.replace("_", " "))


def read_zone(typed: str) -> str | None:
    """Return the name of a time zone however it is capitalised, None where there is none.

    >>> read_zone("america/new york")
    'America/New_York'
    """
    return _zones().get(_spoken(typed.strip()))


def suggest_zones(typed: str, limit: int = 25) -> list[str]:
    """Return time zones that hold what was typed, then those that are close to it; some well-known ones for nothing."""
    wanted = _spoken(typed.strip())
    if not wanted:
        return [name for name in _WELL_KNOWN if name in zoneinfo.available_timezones()]
    proper = _zones()
    held = [spoken for spoken in proper if wanted in spoken]
    held.sort(key=lambda spoken: (spoken != wanted, f"/{wanted}" not in f"/{spoken}"))
    towns = {spoken: spoken.rpartition("/")[2] for spoken in proper}
    near = process.extract(wanted, towns, scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=limit)
    found = dict.fromkeys([*held, *(spoken for _, _, spoken in near)])
    return [proper[spoken] for spoken in found][:limit]


def due_on(day: dt.date, at: str, zone: str) -> dt.datetime:
    """Return the moment at which a quote is due on a day there, in UTC.

    Where the clocks are put forward past that time it is due as much later as they were put forward;
    where they pass it twice, the first time (PEP 495, fold=0).
    """
    local = dt.datetime.combine(day, dt.time.fromisoformat(at), zoneinfo.ZoneInfo(zone))
    return local.astimezone(dt.UTC)


def due_after(now: dt.datetime, at: str, zone: str) -> dt.datetime:
    """Return the first moment after `now` at which a quote is due, once for each day there."""
    today = now.astimezone(zoneinfo.ZoneInfo(zone)).date()
    days = (today + dt.timedelta(days=ahead) for ahead in range(-1, 3))
    return min(due for day in days if (due := due_on(day, at, zone)) > now)


def choose(
    quotes: Sequence[Told], shown: Sequence[str], chance: random.Random
) -> tuple[Told, tuple[str, ...]]:
    """Return a quote that was not shown, and what has been shown then; once all were, a new round begins.

    The one shown last does not open the next round, or it would come twice in a row.
    """
    known = {told.ref for told in quotes}
    seen = tuple(ref for ref in shown if ref in known)
    fresh = [told for told in quotes if told.ref not in seen]
    if not fresh:
        fresh = [told for told in quotes if told.ref != seen[-1]] or list(quotes)
        seen = ()
    chosen = chance.choice(fresh)
    return chosen, (*seen, chosen.ref)


def content_of(told: Told) -> str:
    """Return the message that shows a quote with its footnote; the heading gives way to a long one."""
    content = to_discord(tell(told))
    headed = f"{HEADING()}\n{content}"
    return headed if len(headed) <= MESSAGE_LIMIT else content


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class DailyPosts:
    """Posts every quote that is due, and sleeps until the next one is."""

    def __init__(
        self,
        bot: FootnoteBot,
        now: Callable[[], dt.datetime] = _utc_now,
        chance: random.Random | None = None,
    ) -> None:
        """Post through `bot`, by the clock `now`."""
        self._bot = bot
        self.dailies = Dailies(bot.database)
        self.now = now
        self._chance = chance or random.Random()
        self._nap: asyncio.Task[None] | None = None
        self._is_woken = False
        self._fails = False

    async def run(self) -> None:
        """Post until cancelled."""
        while True:
            self._is_woken = False
            seconds = await self._post_what_is_due()
            if self._is_woken:
                continue
            self._nap = asyncio.create_task(asyncio.sleep(seconds))
            try:
                await asyncio.wait({self._nap})
            finally:
                self._nap.cancel()

    def wake(self) -> None:
        """Look again at what is due: a server has changed its mind."""
        self._is_woken = True
        if self._nap:
            self._nap.cancel()

    async def _post_what_is_due(self) -> float:
        """Post it, and return how many seconds nothing will be due."""
        try:
            for daily in await self.dailies.due(self.now()):
                await self._post_or_go_on(daily)
            soonest = await self.dailies.next_due()
        except (DatabaseError, NewerSchemaError) as error:
            if not self._fails:
                log.warning("Quotes a day wait for the database.", **describe(error.__cause__ or error))
            self._fails = True
            return RETRY_SECONDS
        self._fails = False
        if soonest is None:
            return LONGEST_NAP
        # What is still due could not be posted just now, so it is tried again, but not at once.
        wait = (soonest - self.now()).total_seconds()
        return min(LONGEST_NAP, wait) if wait > 0 else RETRY_SECONDS

    async def _post_or_go_on(self, daily: Daily) -> None:
        try:
            await self._post(daily)
        except (DatabaseError, NewerSchemaError):
            raise
        except Exception as error:  # noqa: BLE001 (one server's trouble must not take the others' quotes away)
            await self._bot.breakage.elsewhere("daily", error)

    async def _post(self, daily: Daily) -> None:
        quotes = await self._quotes(daily.guild_id)
        before = await self.dailies.shown(daily.guild_id)
        told, shown = choose(quotes, before, self._chance) if quotes else (None, before)
        if not await self.dailies.mark(daily, self._next(daily), shown):
            return
        trouble = await self._send(daily, told) if told else EMPTY
        if trouble and trouble != daily.trouble:
            log.warning(
                "A quote a day was not posted.", guild=daily.guild_id, channel=daily.channel_id, why=trouble
            )
        if trouble != daily.trouble or trouble in {FORBIDDEN, GONE}:
            # Nobody saw what Discord refused, so it is still to be shown.
            await self.dailies.report(daily, trouble, before if trouble in {FORBIDDEN, GONE} else None)

    def _next(self, daily: Daily) -> dt.datetime:
        # The clock may have been put back since this one was found to be due.
        since = max(self.now(), daily.next_due)
        try:
            return due_after(since, daily.at, daily.zone)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError):  # this system has lost the zone
            return since + dt.timedelta(days=1)

    async def _quotes(self, guild_id: int) -> Sequence[Told]:
        settings = await self._bot.guilds_settings.get(guild_id)
        library = self._bot.whole_library.only(settings.story)
        return [told for story in library.stories for told in story.all_told("quote")]

    async def _send(self, daily: Daily, told: Told) -> str | None:
        """Post a quote, and return the word for what went wrong."""
        channel = self._bot.get_partial_messageable(daily.channel_id, guild_id=daily.guild_id)
        with saying_in(language_of_server(self._bot, daily.guild_id)):
            content = content_of(told)
        try:
            await channel.send(content)
        except discord.Forbidden:
            return FORBIDDEN
        except discord.NotFound:
            return GONE
        except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError):
            return FAILED
        return None
