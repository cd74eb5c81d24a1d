"""What all tests share: a small story of their own, and a simulated Discord that minds the limits."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import simcord
import structlog

from bot.client import FootnoteBot
from knowledge import Conversation, Library, Reply, load_library
from tests.discord.official import official_faults, request_bodies
from tests.discord.rules import Call, broken_rules

if TYPE_CHECKING:
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle, GuildHandle

Heard = tuple[str, list[tuple[str, str | None]]]
"""A question as the engine heard it, and the turns before it: question and id of the entry told."""

NOTHING_SAID = Conversation()
LIGHTHOUSE = Path(__file__).parent / "stories" / "lighthouse.toml"


@pytest.fixture(scope="session", autouse=True)
def cache_of_our_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what tests learn and store out of the user's folders, in the processes they start as well."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def library() -> Library:
    """Return the library of the story made up for tests."""
    return load_library([LIGHTHOUSE])


@pytest.fixture
def make_bot(library: Library) -> Callable[[], FootnoteBot]:
    """Return a maker of bots, as a restart needs a second one."""
    return lambda: FootnoteBot(library)


@pytest.fixture
async def env(
    make_bot: Callable[[], FootnoteBot], request: pytest.FixtureRequest
) -> AsyncIterator[simcord.Env]:
    """Run the bot on a simulated Discord; afterwards hold every call it made against Discord's limits."""
    marker = request.node.get_closest_marker("simcord")
    simulated = simcord.Env(make_bot(), shard_count=1, **(marker.kwargs if marker else {}))
    await simulated.start()
    try:
        yield simulated
    finally:
        await simulated.shutdown()
    assert_legal(simulated)
    if simulated.check_errors:
        unseen = simulated.errors_since(simulated._errors_acknowledged)
        assert not unseen, unseen


def assert_legal(env: simcord.Env) -> None:
    """Assert that Discord would have taken every call the bot made."""
    faults = [
        (method, path, fault)
        for method, path, body in request_bodies(env)
        for fault in [*broken_rules(Call(method, path, body)), *official_faults(method, path, body)]
    ]
    assert not faults, faults


@pytest.fixture
def guild(env: simcord.Env) -> GuildHandle:
    """Return a server the bot is in."""
    return env.create_guild()


@pytest.fixture
def channel(guild: GuildHandle) -> ChannelHandle:
    """Return a text channel of that server."""
    return guild.create_text_channel("general")


@pytest.fixture
def alice(env: simcord.Env, guild: GuildHandle) -> MemberActor:
    """Return a reader."""
    return guild.add_member(env.create_user("alice"))


@pytest.fixture
def bob(env: simcord.Env, guild: GuildHandle) -> MemberActor:
    """Return another reader."""
    return guild.add_member(env.create_user("bob"))


@pytest.fixture
def unlimited(env: simcord.Env, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let readers ask as often as a test needs."""
    monkeypatch.setattr(env.bot.limits, "admit", lambda *_: None)  # type: ignore[attr-defined]


@pytest.fixture
def logged() -> Iterator[list[Any]]:
    """Collect what is logged."""
    with structlog.testing.capture_logs() as entries:
        yield entries


def troubles(logged: list[Any]) -> list[Any]:
    """Return what was logged that an operator should look at."""
    return [entry for entry in logged if entry["log_level"] in {"warning", "error"}]


@pytest.fixture
def heard(library: Library, monkeypatch: pytest.MonkeyPatch) -> list[Heard]:
    """Note down what the engine is asked, and in the light of what."""
    questions: list[Heard] = []
    ask = Library.ask

    def noting(library: Library, question: str, conversation: Conversation = NOTHING_SAID) -> Reply:
        turns = [(turn.question, turn.told[0].entry.id if turn.told else None) for turn in conversation.turns]
        questions.append((question, turns))
        return ask(library, question, conversation)

    monkeypatch.setattr(Library, "ask", noting)
    return questions
