"""What a server can set, and what readers then see there."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import discord
import pytest
from sqlalchemy import event

from bot.client import FootnoteBot
from bot.cogs import settings as words
from bot.cogs.managing import NOT_A_MANAGER, NOT_KEPT, NOT_READ
from bot.conversing import NOT_HERE
from bot.store import DatabaseError
from bot.store.guilds import MOST_CHANNELS, UNCHOSEN, GuildSettings
from knowledge import Library, load_library
from tests.conftest import LIGHTHOUSE, troubles

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle, GuildHandle

LAMP = "Why did the lamp go out?"
REGATTA = "Who won the single sculls at the Brackwater Regatta?"
NOT_FOUND = "I don't find that"
REPEATS = "repeat-links"


@pytest.fixture(scope="module")
def two_stories() -> Library:
    return load_library([LIGHTHOUSE, LIGHTHOUSE.with_name("regatta.toml")])


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "data" / "footnote.sqlite3"


@pytest.fixture
def make_bot(two_stories: Library, place: Path) -> Callable[[], FootnoteBot]:
    return lambda: FootnoteBot(two_stories, database=place)


@pytest.fixture
def manager(env: simcord.Env, guild: GuildHandle) -> MemberActor:
    role = guild.create_role("managers", permissions=discord.Permissions(manage_guild=True))
    return guild.add_member(env.create_user("mona"), roles=[role])


async def configure(manager: MemberActor, where: ChannelHandle, /, **options: Any) -> str:
    """Set something as a manager does, and return what they are told."""
    options = {name.replace("_", "-"): value for name, value in options.items()}
    result = await manager.slash(where, "settings set", **options)
    assert result.response is not None
    assert result.response.ephemeral
    return result.response.content


async def ask(reader: MemberActor, channel: ChannelHandle, question: str = LAMP, /, **options: Any) -> Any:
    result = await reader.slash(channel, "ask", question=question, **options)
    assert result.response is not None
    return result.response


async def mention(env: simcord.Env, reader: MemberActor, channel: ChannelHandle, question: str) -> str:
    assert env.bot.user
    await reader.send(channel, f"{env.bot.user.mention} {question}")
    assert channel.last_message
    return channel.last_message.content


async def test_unchosen_everything_is_as_without_settings(
    channel: ChannelHandle, manager: MemberActor, alice: MemberActor
) -> None:
    result = await manager.slash(channel, "settings show")
    assert result.response is not None
    assert result.response.content.splitlines() == [
        words.SETTINGS_OF(),
        words.STORY_ALL(),
        words.LANGUAGE(language=words.LANGUAGE_SERVERS()),
        words.PUBLIC(),
        words.REPEATS_LINKED(),
        words.EVERYWHERE(),
    ]
    assert not (await ask(alice, channel)).ephemeral


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ({"story": "lighthouse"}, "- Story: “The night the lamp went out”"),
        ({"story": "The night the lamp went out"}, "- Story: “The night the lamp went out”"),
        ({"language": "pt-BR"}, "- Language: Português (Brasil)"),
        ({"private": True}, words.PRIVATE()),
        ({"repeat_links": False}, words.REPEATS_TOLD()),
    ],
)
async def test_what_is_set_is_shown_and_survives_a_restart(
    env: simcord.Env,
    channel: ChannelHandle,
    manager: MemberActor,
    make_bot: Callable[[], FootnoteBot],
    options: dict[str, Any],
    line: str,
) -> None:
    assert line in (await configure(manager, channel, **options)).splitlines()
    await env.restart_bot(make_bot())
    result = await manager.slash(channel, "settings show")
    assert result.response is not None
    assert line in result.response.content.splitlines()


async def test_what_is_left_out_stays_and_what_was_set_can_be_taken_back(
    channel: ChannelHandle, manager: MemberActor
) -> None:
    await configure(manager, channel, story="regatta", language="de", private=True)
    told = await configure(manager, channel, language="server", story="all")
    assert words.PRIVATE() in told
    assert words.STORY_ALL() in told
    assert words.LANGUAGE(language=words.LANGUAGE_SERVERS()) in told


async def test_a_server_hears_only_the_story_it_has_chosen(
    env: simcord.Env, channel: ChannelHandle, manager: MemberActor, alice: MemberActor
) -> None:
    await configure(manager, channel, story="regatta")
    assert (await ask(alice, channel, LAMP)).content.startswith(NOT_FOUND)
    assert not (await ask(alice, channel, REGATTA)).content.startswith(NOT_FOUND)
    assert (await mention(env, alice, channel, LAMP)).startswith(NOT_FOUND)
    story = await alice.slash(channel, "story")
    assert story.response is not None
    assert "lamp" not in story.response.content
    offered = await alice.autocomplete(channel, "ask", "question", "lamp")
    assert not [choice for choice in offered if choice["value"].startswith("lighthouse/")]
    for _ in range(6):
        quote = await alice.slash(channel, "quote")
        assert quote.response is not None
        assert "Halvorsen" not in quote.response.content


async def test_another_server_and_direct_messages_hear_all_stories(
    env: simcord.Env, channel: ChannelHandle, manager: MemberActor
) -> None:
    await configure(manager, channel, story="regatta")
    elsewhere = env.create_guild()
    zoe = elsewhere.add_member(env.create_user("zoe"))
    assert (await ask(zoe, elsewhere.create_text_channel("general"))).content.startswith("The lamp")
    answer = await zoe.user.slash("ask", question=LAMP)
    assert answer.response is not None
    assert answer.response.content.startswith("The lamp")


@pytest.mark.parametrize(
    ("said", "ephemeral"), [({}, True), ({"private": True}, True), ({"private": False}, False)]
)
async def test_private_by_default_is_what_an_asker_can_say_otherwise(
    channel: ChannelHandle, manager: MemberActor, alice: MemberActor, said: dict[str, bool], ephemeral: bool
) -> None:
    await configure(manager, channel, private=True)
    assert (await ask(alice, channel, **said)).ephemeral is ephemeral


@pytest.fixture
def unlinked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tell again what was told a moment ago."""
    monkeypatch.setattr("bot.cogs.ask.repeats_allowed", lambda *_: False)


async def test_a_server_may_have_answers_told_again_rather_than_linked(
    channel: ChannelHandle, manager: MemberActor, alice: MemberActor
) -> None:
    first = (await ask(alice, channel)).content
    assert (await ask(alice, channel)).content != first
    await configure(manager, channel, repeat_links=False)
    assert (await ask(alice, channel)).content == first


@pytest.mark.usefixtures("unlinked")
@pytest.mark.parametrize("said", [{}, {"private": False}])
async def test_outside_the_channels_named_only_the_asker_sees_an_answer(
    env: simcord.Env,
    guild: GuildHandle,
    channel: ChannelHandle,
    manager: MemberActor,
    alice: MemberActor,
    said: dict[str, bool],
) -> None:
    here = guild.create_text_channel("ask-here")
    assert f"{here.mention}; elsewhere" in await configure(manager, channel, channel=here)
    assert (await ask(alice, channel, **said)).ephemeral
    assert not (await ask(alice, here, **said)).ephemeral
    assert await mention(env, alice, channel, LAMP) == NOT_HERE()
    assert (await mention(env, alice, here, LAMP)).startswith("The lamp")
    await configure(manager, channel, everywhere=True)
    assert not (await ask(alice, channel, **said)).ephemeral
    assert (await mention(env, alice, channel, LAMP)).startswith("The lamp")


async def test_a_thread_counts_as_its_channel(
    env: simcord.Env, guild: GuildHandle, channel: ChannelHandle, manager: MemberActor, alice: MemberActor
) -> None:
    here = guild.create_text_channel("ask-here")
    await configure(manager, channel, channel=here)
    message = await alice.send(here, "let us talk")
    real = env.bot.get_channel(here.id)
    assert isinstance(real, discord.TextChannel)
    await real.get_partial_message(message.id).create_thread(name="talk")
    await env.settle()
    [thread] = here.threads
    assert (await mention(env, alice, thread, LAMP)).startswith("The lamp")


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ({}, words.NOTHING_SET()),
        (
            {"story": "*none* @everyone"},
            words.NO_SUCH_STORY(typed="\\*none\\* \\@everyone", all=words.EVERY_STORY()),
        ),
    ],
)
async def test_what_cannot_be_set_is_told_with_the_cure(
    channel: ChannelHandle, manager: MemberActor, options: dict[str, Any], line: str
) -> None:
    assert await configure(manager, channel, **options) == line


async def test_channels_are_added_and_taken_away_one_by_one(
    env: simcord.Env, guild: GuildHandle, channel: ChannelHandle, manager: MemberActor
) -> None:
    one, two = guild.create_text_channel("one"), guild.create_text_channel("two")
    await configure(manager, channel, channel=one)
    assert one.mention in await configure(manager, channel, channel=two)
    assert one.mention not in await configure(manager, channel, without=one)
    assert await configure(manager, channel, without=one) == words.NOT_AMONG(channel=one.mention)
    assert await configure(manager, channel, without=two) == words.THE_LAST()
    assert await configure(manager, channel, channel=one, everywhere=True) == words.BOTH_WAYS()
    many = frozenset(range(1, MOST_CHANNELS + 1))
    await env.bot.guilds_settings.change(guild.id, channels=many)  # type: ignore[attr-defined]
    assert await configure(manager, channel, channel=one) == words.TOO_MANY(most=MOST_CHANNELS)


async def test_stories_are_suggested_by_their_titles(channel: ChannelHandle, manager: MemberActor) -> None:
    offered = await manager.autocomplete(channel, "settings set", "story", "")
    assert [choice["value"] for choice in offered] == ["all", "lighthouse", "regatta"]
    offered = await manager.autocomplete(channel, "settings set", "story", "LAMP")
    assert [choice["value"] for choice in offered] == ["lighthouse"]


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("settings show", {}),
        ("settings set", {"private": True}),
        ("daily show", {}),
        ("daily off", {}),
    ],
)
async def test_who_may_not_manage_the_server_sees_no_such_command_and_may_not_use_it(
    env: simcord.Env,
    guild: GuildHandle,
    channel: ChannelHandle,
    alice: MemberActor,
    command: str,
    options: dict[str, Any],
) -> None:
    root = command.partition(" ")[0]
    assert root not in alice.available_commands(channel)
    # A server can show it to everybody all the same.
    uploaded = env.backend.commands[None][root, 1]
    guild.set_command_permissions(int(uploaded["id"]), {guild.default_role: True})
    result = await alice.slash(channel, command, **options)
    assert result.response is not None
    assert result.response.content == NOT_A_MANAGER()
    assert result.response.ephemeral


def rows(place: Path) -> int:
    tables = ("guild_settings", "guild_channels", "daily", "daily_shown")
    with sqlite3.connect(place) as connection:
        counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]  # noqa: S608
    connection.close()
    return sum(counts)


async def test_a_server_that_removes_us_is_forgotten_and_one_that_is_out_is_not(
    env: simcord.Env, guild: GuildHandle, channel: ChannelHandle, manager: MemberActor, place: Path
) -> None:
    await configure(manager, channel, channel=channel)
    await manager.slash(channel, "daily set", channel=channel, time="09:00", zone="UTC")
    kept = rows(place)
    assert kept == 3
    bot = env.bot
    gone = bot.get_guild(guild.id)
    assert gone is not None
    bot._connection.parse_guild_delete({"id": str(guild.id), "unavailable": True})
    await env.settle()
    assert rows(place) == kept
    gone.unavailable = False
    await gone.leave()
    await env.settle()
    assert rows(place) == 0
    assert await bot.guilds_settings.get(guild.id) == UNCHOSEN  # type: ignore[attr-defined]


@pytest.mark.parametrize(("shards", "left"), [(None, 1), ([1], 2)])
async def test_a_server_that_removed_us_while_we_were_down_is_forgotten_by_the_process_of_its_shard(
    env: simcord.Env,
    channel: ChannelHandle,
    manager: MemberActor,
    monkeypatch: pytest.MonkeyPatch,
    place: Path,
    shards: list[int] | None,
    left: int,
) -> None:
    await configure(manager, channel, private=True)
    await env.bot.guilds_settings.change(2 << 22, private=True)  # type: ignore[attr-defined]
    if shards:
        monkeypatch.setattr(env.bot, "shard_ids", shards)
        monkeypatch.setattr(env.bot, "shard_count", 2)
    await env.bot.get_cog("SettingsCog").forget_missing()  # type: ignore[attr-defined]
    assert rows(place) == left


async def test_it_is_looked_up_at_every_start(
    env: simcord.Env, make_bot: Callable[[], FootnoteBot], channel: ChannelHandle, place: Path
) -> None:
    await env.bot.guilds_settings.change(2 << 22, private=True)  # type: ignore[attr-defined]
    await env.restart_bot(make_bot())
    task = env.bot.get_cog("SettingsCog")._forgetting  # type: ignore[attr-defined]
    await task
    assert rows(place) == 0


async def test_servers_that_cannot_be_looked_up_are_left_as_they_are(
    env: simcord.Env, locked: sqlite3.Connection, logged: list[Any]
) -> None:
    await env.bot.get_cog("SettingsCog").forget_missing()  # type: ignore[attr-defined]
    assert len(troubles(logged)) == 1
    locked.execute("ROLLBACK")


def contents(place: Path) -> bytes:
    return place.read_bytes()


async def test_nothing_about_persons_is_stored(
    env: simcord.Env, channel: ChannelHandle, manager: MemberActor, alice: MemberActor, place: Path
) -> None:
    await configure(manager, channel, private=True, channel=channel)
    await ask(alice, channel, "xylophone-words")
    await mention(env, alice, channel, "xylophone-words")
    held = contents(place)
    for trace in (
        b"xylophone",
        alice.name.encode(),
        b"mona",
        str(alice.id).encode(),
        str(manager.id).encode(),
    ):
        assert trace not in held
    for member in (alice, manager):
        assert member.id.to_bytes(8, "big") not in held


@pytest.fixture
def locked(env: simcord.Env, place: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    """Let another program hold the database."""
    connection = sqlite3.connect(place, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    yield connection
    connection.close()


@pytest.mark.usefixtures("unlinked")
async def test_a_locked_database_stops_no_answer_and_is_logged_once(
    env: simcord.Env,
    locked: sqlite3.Connection,
    channel: ChannelHandle,
    manager: MemberActor,
    alice: MemberActor,
    logged: list[Any],
) -> None:
    for _ in range(3):
        assert (await ask(alice, channel)).content.startswith("The lamp")
    assert (await mention(env, alice, channel, LAMP)).startswith("The lamp")
    [entry] = troubles(logged)
    assert entry["error"] == "OperationalError"
    assert await configure(manager, channel, private=True) == NOT_KEPT()
    locked.execute("ROLLBACK")
    assert words.PRIVATE() in await configure(manager, channel, private=True)


async def test_where_settings_cannot_be_read_answers_to_commands_are_private(
    env: simcord.Env, locked: sqlite3.Connection, channel: ChannelHandle, alice: MemberActor
) -> None:
    assert (await ask(alice, channel)).ephemeral
    assert (await ask(alice, channel, private=False)).ephemeral
    env.bot.guilds_settings._again_at = 0.0  # type: ignore[attr-defined]
    locked.execute("ROLLBACK")
    assert not (await ask(alice, channel)).ephemeral


async def test_what_cannot_be_read_is_neither_shown_as_unset_nor_lost_by_a_change(
    env: simcord.Env,
    guild: GuildHandle,
    channel: ChannelHandle,
    manager: MemberActor,
    alice: MemberActor,
    place: Path,
    make_bot: Callable[[], FootnoteBot],
) -> None:
    await configure(manager, channel, channel=guild.create_text_channel("first"))
    await env.restart_bot(make_bot())
    lock = sqlite3.connect(place, isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    await ask(alice, channel)
    result = await manager.slash(channel, "settings show")
    assert result.response is not None
    assert result.response.content == NOT_READ()
    lock.close()
    told = await configure(manager, channel, channel=guild.create_text_channel("second"))
    assert told.count("<#") == 2


async def test_two_managers_at_once_lose_nothing(env: simcord.Env, guild: GuildHandle) -> None:
    settings = env.bot.guilds_settings  # type: ignore[attr-defined]

    def add(place: int) -> Callable[[GuildSettings], dict[str, Any]]:
        return lambda now: {"channels": now.channels | {place}}

    await asyncio.gather(*(settings.change(guild.id, add(place)) for place in (1, 2)))
    assert (await settings.get(guild.id)).channels == {1, 2}


async def test_after_a_while_a_database_that_failed_is_asked_again(
    env: simcord.Env,
    locked: sqlite3.Connection,
    channel: ChannelHandle,
    alice: MemberActor,
    logged: list[Any],
) -> None:
    now = [1000.0]
    settings = env.bot.guilds_settings  # type: ignore[attr-defined]
    settings._clock = lambda: now[0]
    await ask(alice, channel)
    locked.execute("ROLLBACK")
    await ask(alice, channel)
    assert channel.guild is not None
    assert channel.guild.id not in settings._at_hand
    now[0] += 30
    await ask(alice, channel)
    assert channel.guild.id in settings._at_hand
    assert len(troubles(logged)) == 1


async def test_a_full_disk_stops_no_answer(
    env: simcord.Env, guild: GuildHandle, channel: ChannelHandle, manager: MemberActor, alice: MemberActor
) -> None:
    def fill(connection: Any, _: Any) -> None:
        connection.cursor().execute("PRAGMA max_page_count = 1")

    event.listen(env.bot.database._engine.sync_engine, "connect", fill)  # type: ignore[attr-defined]
    many = frozenset(range(10**17, 10**17 + 5000))
    with pytest.raises(DatabaseError) as raised:
        await env.bot.guilds_settings.change(guild.id, channels=many)  # type: ignore[attr-defined]
    assert "full" in str(raised.value.__cause__)
    assert (await ask(alice, channel)).content.startswith("The lamp")
    assert words.PUBLIC() in await configure(manager, channel, private=False)


async def test_without_a_database_readers_are_served_and_managers_told(
    env: simcord.Env, two_stories: Library, channel: ChannelHandle, manager: MemberActor, alice: MemberActor
) -> None:
    await env.restart_bot(FootnoteBot(two_stories))
    assert (await ask(alice, channel)).content.startswith("The lamp")
    assert await configure(manager, channel, private=True) == NOT_KEPT()


async def test_a_story_that_is_no_longer_loaded_gives_way_to_all(
    env: simcord.Env,
    library: Library,
    place: Path,
    channel: ChannelHandle,
    manager: MemberActor,
    alice: MemberActor,
) -> None:
    await configure(manager, channel, story="regatta")
    await env.restart_bot(FootnoteBot(library, database=place))
    assert (await ask(alice, channel)).content.startswith("The lamp")
    result = await manager.slash(channel, "settings show")
    assert result.response is not None
    assert words.STORY_LOST(id="regatta") in result.response.content


async def test_permissions_given_back_as_text_are_no_change(
    env: simcord.Env, make_bot: Callable[[], FootnoteBot]
) -> None:
    for command in env.backend.commands[None].values():
        if command.get("default_member_permissions") is not None:
            command["default_member_permissions"] = str(command["default_member_permissions"])
    await env.restart_bot(make_bot())
    assert len([call for call in env.http_requests if call.method == "PUT"]) == 1
