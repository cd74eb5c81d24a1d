"""A quote a day: set as managers do, due by the clock of a place, posted once and never twice."""

from __future__ import annotations

import asyncio
import datetime as dt
import random
import sqlite3
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot import daily
from bot.client import FootnoteBot
from bot.cogs import daily as words
from bot.daily import choose, due_after, due_on, read_time, read_zone, suggest_zones
from bot.store.dailies import Daily
from knowledge import Library
from tests.conftest import troubles

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle, GuildHandle

DAY = 24 * 3600.0
QUOTES = 3


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.moment = dt.datetime(2026, 3, 10, 8, 0, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "footnote.sqlite3"


@pytest.fixture
def make_bot(
    library: Library, place: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], FootnoteBot]:
    monkeypatch.setattr(daily.DailyPosts.__init__, "__defaults__", (clock, None))
    return lambda: FootnoteBot(library, database=place)


@pytest.fixture
def manager(env: simcord.Env, guild: GuildHandle) -> MemberActor:
    role = guild.create_role("managers", permissions=discord.Permissions(manage_guild=True))
    return guild.add_member(env.create_user("mona"), roles=[role])


def posts(env: simcord.Env) -> daily.DailyPosts:
    cog = env.bot.get_cog("DailyCog")  # type: ignore[attr-defined]
    assert isinstance(cog, words.DailyCog)
    return cog.posts


async def begin(manager: MemberActor, channel: ChannelHandle, at: str = "09:00", zone: str = "UTC") -> str:
    result = await manager.slash(channel, "daily set", channel=channel, time=at, zone=zone)
    assert result.response is not None
    assert result.response.ephemeral
    return result.response.content


async def show(manager: MemberActor, channel: ChannelHandle) -> str:
    result = await manager.slash(channel, "daily show")
    assert result.response is not None
    return result.response.content


async def pass_time(env: simcord.Env, clock: Clock, **span: float) -> None:
    """Let time pass for the world, and let the bot look at the clock."""
    clock.moment += dt.timedelta(**span)
    posts(env).wake()
    await env.settle()


def posted(channel: ChannelHandle) -> list[str]:
    return [message.content for message in channel.history() if message.author.bot]


async def test_a_quote_is_posted_at_its_time_with_its_footnote(
    env: simcord.Env, channel: ChannelHandle, manager: MemberActor, clock: Clock
) -> None:
    told = await begin(manager, channel)
    assert told == words.SET(
        channel=channel.mention,
        time="09:00",
        zone="UTC",
        when=f"<t:{int(clock.moment.timestamp()) + 3600}:F>",
    )
    await pass_time(env, clock, minutes=59)
    assert posted(channel) == []
    await pass_time(env, clock, minutes=1)
    [quote] = posted(channel)
    assert quote.startswith(f"{daily.HEADING()}\n")
    assert "“" in quote
    assert "\n-# ¹ The Skerry Post, 9 November 1931, paragraph" in quote
    await pass_time(env, clock, hours=23)
    assert len(posted(channel)) == 1
    await pass_time(env, clock, hours=1)
    assert len(posted(channel)) == 2


async def test_it_sleeps_until_the_next_one_is_due(
    env: simcord.Env, channel: ChannelHandle, manager: MemberActor, clock: Clock
) -> None:
    await begin(manager, channel)
    clock.moment += dt.timedelta(minutes=60)  # nobody wakes it: its own sleep ends
    await env.advance_time(3600)
    assert len(posted(channel)) == 1


async def test_none_comes_again_until_all_were_shown_nor_twice_in_a_row(
    env: simcord.Env,
    channel: ChannelHandle,
    manager: MemberActor,
    clock: Clock,
    make_bot: Callable[[], FootnoteBot],
) -> None:
    await begin(manager, channel)
    for day in range(3 * QUOTES):
        await pass_time(env, clock, days=1)
        if day % 2:
            await env.restart_bot(make_bot())
    shown = posted(channel)
    assert len(shown) == 3 * QUOTES
    for start in range(0, len(shown), QUOTES):
        assert len(set(shown[start : start + QUOTES])) == QUOTES
    assert all(first != second for first, second in pairwise(shown))


async def test_what_was_missed_while_down_is_posted_once_and_late(
    env: simcord.Env,
    channel: ChannelHandle,
    manager: MemberActor,
    clock: Clock,
    make_bot: Callable[[], FootnoteBot],
) -> None:
    await begin(manager, channel)
    clock.moment += dt.timedelta(days=5, hours=7)
    await env.restart_bot(make_bot())
    await env.settle()
    assert len(posted(channel)) == 1
    await pass_time(env, clock, hours=17)
    assert len(posted(channel)) == 1
    await pass_time(env, clock, hours=1)
    assert len(posted(channel)) == 2


async def test_a_bot_killed_between_noting_and_posting_leaves_the_day_out_and_never_posts_twice(
    env: simcord.Env,
    channel: ChannelHandle,
    manager: MemberActor,
    clock: Clock,
    make_bot: Callable[[], FootnoteBot],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await begin(manager, channel)
    with monkeypatch.context() as patch:

        async def die(*_: object) -> None:
            raise asyncio.CancelledError

        patch.setattr(daily.DailyPosts, "_send", die)
        await pass_time(env, clock, hours=1)
    assert posted(channel) == []
    await env.restart_bot(make_bot())
    await env.settle()
    assert posted(channel) == []
    await pass_time(env, clock, days=1)
    assert len(posted(channel)) == 1


async def test_two_processes_with_one_database_post_once(
    env: simcord.Env,
    channel: ChannelHandle,
    manager: MemberActor,
    clock: Clock,
    library: Library,
    place: Path,
) -> None:
    await begin(manager, channel)
    clock.moment += dt.timedelta(hours=1)
    other = daily.DailyPosts(FootnoteBot(library, database=place), clock)
    [due] = await other.dailies.due(clock())
    posts(env).wake()
    await env.settle()
    await other._post(due)
    assert len(posted(channel)) == 1


async def test_a_clock_that_is_put_back_while_a_quote_is_posted_posts_none_twice(
    env: simcord.Env, channel: ChannelHandle, manager: MemberActor, clock: Clock
) -> None:
    await begin(manager, channel)
    due = clock.moment + dt.timedelta(hours=1)
    moments = iter([due])
    posts(env).now = lambda: next(moments, due - dt.timedelta(seconds=1))
    posts(env).wake()
    await env.settle()
    posts(env).now = lambda: due
    posts(env).wake()
    await env.settle()
    assert len(posted(channel)) == 1


async def test_no_quote_is_noted_as_due_again_at_the_same_time(
    env: simcord.Env, channel: ChannelHandle, manager: MemberActor, clock: Clock
) -> None:
    await begin(manager, channel)
    clock.moment += dt.timedelta(hours=1)
    [due] = await posts(env).dailies.due(clock())
    assert not await posts(env).dailies.mark(due, due.next_due, ())


async def test_a_server_that_is_forgotten_during_a_post_gets_no_rows_back(
    env: simcord.Env,
    channel: ChannelHandle,
    manager: MemberActor,
    clock: Clock,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    logged: list[Any],
) -> None:
    await begin(manager, channel)
    await pass_time(env, clock, days=1)

    async def remove(_: object, due: Daily, __: object) -> str:
        await env.bot.guilds_settings.forget(due.guild_id)  # type: ignore[attr-defined]
        return daily.FORBIDDEN

    monkeypatch.setattr(daily.DailyPosts, "_send", remove)
    await pass_time(env, clock, days=1)
    assert troubles(logged)
    connection = sqlite3.connect(place)
    assert connection.execute("SELECT count(*) FROM daily_shown").fetchone() == (0,)
    connection.close()


@pytest.mark.parametrize(("refusal", "word"), [((403, 50013), daily.FORBIDDEN), ((404, 10003), daily.GONE)])
async def test_where_we_may_not_post_it_is_kept_logged_once_and_shown(
    env: simcord.Env,
    channel: ChannelHandle,
    manager: MemberActor,
    clock: Clock,
    logged: list[Any],
    refusal: tuple[int, int],
    word: str,
) -> None:
    await begin(manager, channel)
    status, code = refusal
    env.inject_error("POST", "/channels/*/messages", status=status, code=code, times=QUOTES + 1)
    for _ in range(QUOTES + 1):
        await pass_time(env, clock, days=1)
    assert posted(channel) == []
    [entry] = troubles(logged)
    assert entry["why"] == word
    assert (await show(manager, channel)).endswith(daily.TROUBLES[word]())
    for _ in range(QUOTES):
        await pass_time(env, clock, days=1)
    assert len(set(posted(channel))) == QUOTES  # what nobody saw was still to be shown
    assert "last one" not in await show(manager, channel)


async def test_a_fault_of_discord_costs_the_day_and_nothing_else(
    env: simcord.Env, channel: ChannelHandle, manager: MemberActor, clock: Clock, logged: list[Any]
) -> None:
    await begin(manager, channel)
    env.inject_error("POST", "/channels/*/messages", status=500)
    await pass_time(env, clock, days=1)
    assert (await show(manager, channel)).endswith(daily.TROUBLES[daily.FAILED]())
    await pass_time(env, clock, days=1)
    assert len(posted(channel)) == 1
    assert len(troubles(logged)) == 1


async def test_a_locked_database_posts_nothing_then_and_once_afterwards(
    env: simcord.Env,
    channel: ChannelHandle,
    manager: MemberActor,
    clock: Clock,
    place: Path,
    logged: list[Any],
) -> None:
    await begin(manager, channel)
    lock = sqlite3.connect(place, isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    for _ in range(2):
        await pass_time(env, clock, hours=1)
    assert posted(channel) == []
    assert len(troubles(logged)) == 1
    lock.close()
    await env.advance_time(daily.RETRY_SECONDS)
    assert len(posted(channel)) == 1


async def test_what_breaks_in_one_server_breaks_in_no_other(
    env: simcord.Env,
    channel: ChannelHandle,
    manager: MemberActor,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    logged: list[Any],
) -> None:
    await begin(manager, channel)
    before = Daily(1, 1, "09:00", "UTC", clock.moment)
    await posts(env).dailies.put(before)
    find = daily.DailyPosts._quotes

    async def broken(self: daily.DailyPosts, guild_id: int) -> Any:
        return await find(self, guild_id) if guild_id != 1 else [][guild_id]

    monkeypatch.setattr(daily.DailyPosts, "_quotes", broken)
    await pass_time(env, clock, hours=1)
    assert len(posted(channel)) == 1
    assert [entry["error"] for entry in troubles(logged)] == ["IndexError"]


async def test_off_ends_it(
    env: simcord.Env, channel: ChannelHandle, manager: MemberActor, clock: Clock
) -> None:
    assert await show(manager, channel) == words.NONE()
    await begin(manager, channel)
    lines = []
    for _ in range(2):
        result = await manager.slash(channel, "daily off")
        assert result.response is not None
        lines.append(result.response.content)
    assert lines == [words.ENDED(), words.NONE()]
    await pass_time(env, clock, days=2)
    assert posted(channel) == []


async def test_set_again_it_moves(
    env: simcord.Env, guild: GuildHandle, channel: ChannelHandle, manager: MemberActor, clock: Clock
) -> None:
    await begin(manager, channel)
    other = guild.create_text_channel("quotes")
    await begin(manager, other, "10:30", "europe/berlin")
    await pass_time(env, clock, days=1)
    assert (len(posted(channel)), len(posted(other))) == (0, 1)
    assert "10:30 (Europe/Berlin)" in await show(manager, channel)


@pytest.mark.parametrize(
    ("at", "zone", "line"),
    [
        ("25:00", "UTC", words.NO_TIME(typed="25:00")),
        ("*noon*", "UTC", words.NO_TIME(typed="\\*noon\\*")),
        ("09:00", "Mars/@everyone", words.NO_ZONE(typed="Mars/\\@everyone")),
        ("09:00", "localtime", words.NO_ZONE(typed="localtime")),
        ("09:00", "../../etc/passwd", words.NO_ZONE(typed="../../etc/passwd")),
    ],
)
async def test_what_cannot_be_set_is_told_with_the_cure(
    channel: ChannelHandle, manager: MemberActor, at: str, zone: str, line: str
) -> None:
    assert await begin(manager, channel, at, zone) == line
    assert await show(manager, channel) == words.NONE()


async def test_a_channel_we_may_not_write_in_is_refused_with_the_cure(
    env: simcord.Env, guild: GuildHandle, channel: ChannelHandle, manager: MemberActor
) -> None:
    assert env.bot.user
    deny = discord.PermissionOverwrite(send_messages=False)
    quiet = guild.create_text_channel("quiet", overwrites={env.bot.user: deny})
    result = await manager.slash(channel, "daily set", channel=quiet, time="9:00", zone="UTC")
    assert result.response is not None
    assert result.response.content == words.MAY_NOT_POST(channel=quiet.mention, permissions="Send Messages")


async def test_zones_are_suggested_while_one_types(channel: ChannelHandle, manager: MemberActor) -> None:
    offered = await manager.autocomplete(channel, "daily set", "zone", "berl")
    assert [choice["value"] for choice in offered] == ["Europe/Berlin"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("", "UTC"),
        ("new york", "America/New_York"),
        ("EUROPE/LOND", "Europe/London"),
        ("berlni", "Europe/Berlin"),
        ("utc", "UTC"),
    ],
)
def test_a_zone_is_found_as_people_type_it(typed: str, first: str) -> None:
    assert suggest_zones(typed)[0] == first
    assert len(suggest_zones(typed)) <= 25


@pytest.mark.parametrize("typed", ["xyzzy", "@", "\0", "x" * 100])
def test_a_zone_that_is_none_is_not_suggested(typed: str) -> None:
    assert suggest_zones(typed) == []
    assert read_zone(typed) is None


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("9:00", "09:00"),
        (" 23.59 ", "23:59"),
        ("7h05", "07:05"),
        ("24:00", None),
        ("\u0669:\u0660\u0660", None),
        ("9", None),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, read: str | None) -> None:
    assert read_time(typed) == read


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{text}+00:00")


@pytest.mark.parametrize(
    ("zone", "at", "start", "expected"),
    [
        # Clocks are put forward from 02:00 to 03:00 on 29 March 2026: 02:30 is passed over, and due at 03:30.
        (
            "Europe/Berlin",
            "02:30",
            "2026-03-27T12:00",
            ["2026-03-28T01:30", "2026-03-29T01:30", "2026-03-30T00:30"],
        ),
        # ... and back from 03:00 to 02:00 on 25 October 2026: 02:30 comes twice, and is due the first time.
        (
            "Europe/Berlin",
            "02:30",
            "2026-10-23T12:00",
            ["2026-10-24T00:30", "2026-10-25T00:30", "2026-10-26T01:30"],
        ),
        (
            "America/New_York",
            "02:30",
            "2026-03-07T12:00",
            ["2026-03-08T07:30", "2026-03-09T06:30", "2026-03-10T06:30"],
        ),
        # Samoa left out 30 December 2011 altogether.
        (
            "Pacific/Apia",
            "09:00",
            "2011-12-28T20:00",
            ["2011-12-29T19:00", "2011-12-30T19:00", "2011-12-31T19:00"],
        ),
        ("Asia/Kolkata", "00:00", "2026-01-01T00:00", ["2026-01-01T18:30", "2026-01-02T18:30"]),
    ],
)
def test_each_day_of_a_place_has_one_moment(zone: str, at: str, start: str, expected: list[str]) -> None:
    now, found = moment(start), []
    for _ in expected:
        now = due_after(now, at, zone)
        found.append(now)
    assert found == [moment(text) for text in expected]


@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Kiritimati"]
)
@pytest.mark.parametrize("at", ["00:00", "01:30", "02:15", "23:59"])
def test_in_a_year_of_days_each_is_posted_once(zone: str, at: str) -> None:
    start = moment("2026-01-01T12:00")
    now, count = due_after(start, at, zone), 0
    while now < start + dt.timedelta(days=365):
        following = due_after(now, at, zone)
        assert dt.timedelta(hours=22) < following - now < dt.timedelta(hours=26)
        now, count = following, count + 1
    assert count == 365


def test_a_zone_s_own_day_counts() -> None:
    assert due_on(dt.date(2026, 7, 1), "09:00", "Asia/Tokyo") == moment("2026-07-01T00:00")


def test_a_quote_that_is_gone_from_the_story_does_not_end_a_round_early(library: Library) -> None:
    quotes = library.stories[0].all_told("quote")
    told, shown = choose(quotes, ("lighthouse/long-gone", quotes[0].ref), random.Random(1))
    assert told.ref != quotes[0].ref
    assert shown == (quotes[0].ref, told.ref)
    one = quotes[:1]
    assert choose(one, (one[0].ref,), random.Random(1)) == (one[0], (one[0].ref,))


async def test_a_story_without_quotes_is_said_to_have_none(
    env: simcord.Env,
    channel: ChannelHandle,
    manager: MemberActor,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def none(*_: object) -> list[Any]:
        return []

    monkeypatch.setattr(daily.DailyPosts, "_quotes", none)
    await begin(manager, channel)
    await pass_time(env, clock, days=1)
    assert (await show(manager, channel)).endswith(daily.TROUBLES[daily.EMPTY]())
