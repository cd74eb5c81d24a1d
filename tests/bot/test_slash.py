"""What happens when somebody uses a slash command."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from bot.cogs.choices import entry_choices
from knowledge import Library
from tests.conftest import Heard, troubles

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

LAMP = "The lamp of the lighthouse went out because its oil pump froze.¹"
TEA = "Greta Halvorsen: “Afterwards I made tea. A great deal of tea.”¹"
FACTS, QUOTES = 7, 3


@pytest.mark.parametrize(
    "question",
    [
        "Why did the lamp go out?",
        "lighthouse/lamp-failed",
        "lamp-failed",
        "The lamp of the lighthouse went out because its oil pump froze.",
    ],
)
@pytest.mark.parametrize("private", [False, True])
async def test_ask_takes_a_question_an_address_and_a_label(
    channel: ChannelHandle, alice: MemberActor, question: str, private: bool
) -> None:
    result = await alice.slash(channel, "ask", question=question, private=private)
    assert result.response is not None
    assert result.response.content.startswith(LAMP)
    assert "-# ¹ The Skerry Post, 9 November 1931, paragraph 1" in result.response.content
    assert result.response.ephemeral is private


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("What is the capital of France?", "I don't find that in this story."),
        ("Who was the captain of the ferry?", "The story doesn't say who was captain of the Petrel."),
        ("\u200b", "I don't find that in this story."),
        ("\N{FIRE}", "I don't find that in this story."),
    ],
)
async def test_a_miss_is_seen_only_by_the_one_who_asked(
    channel: ChannelHandle, alice: MemberActor, question: str, line: str
) -> None:
    result = await alice.slash(channel, "ask", question=question)
    assert result.response is not None
    assert result.response.content.startswith(line)
    assert result.response.ephemeral


async def test_slash_and_chat_share_one_conversation(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, heard: list[Heard]
) -> None:
    await alice.slash(channel, "ask", question="lighthouse/lamp-failed")
    assert env.bot.user
    await alice.send(channel, f"{env.bot.user.mention} and when?")
    assert heard == [("and when?", [("Why did the lamp go out?", "lamp-failed")])]


async def test_a_conversation_is_forgotten_after_ten_minutes(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    conversations = env.bot._conversations  # type: ignore[attr-defined]
    await alice.slash(channel, "ask", question="lighthouse/lamp-failed")
    assert conversations[channel.id, alice.id]
    now = conversations.clock()
    conversations.clock = lambda: now + 600
    assert not conversations[channel.id, alice.id]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"search": "lighthouse/greta-tea"}, TEA),
        ({"search": "greta-tea"}, TEA),
        ({"search": "a great deal of tea"}, TEA),
        ({"search": "tea", "by": "Greta"}, TEA),
        (
            {"by": "signe"},
            "Signe Halvorsen: “I warmed the pump with my \\*hands\\* until the light came back.”¹",
        ),
        ({"by": "the daughter"}, "Signe Halvorsen:"),
    ],
)
async def test_quote_finds_by_words_and_by_speaker(
    channel: ChannelHandle, alice: MemberActor, options: dict[str, str], expected: str
) -> None:
    result = await alice.slash(channel, "quote", **options)
    assert result.response is not None
    assert result.response.content.startswith(expected)
    assert not result.response.ephemeral


@pytest.mark.parametrize(
    ("command", "options", "line"),
    [
        ("quote", {"search": "qwertyuiop"}, "I know no quote with these words."),
        ("quote", {"search": "lighthouse/lamp-failed"}, "I know no quote with these words."),
        ("quote", {"search": "tea", "by": "Signe"}, "I know no quote with these words."),
        (
            "quote",
            {"by": "Zebulon"},
            "I know no quote by anybody of that name. These speak: Greta Halvorsen,",
        ),
        ("fact", {"search": "qwertyuiop"}, "I know no fact with these words."),
        ("who", {"name": "Zebulon"}, "I know nobody and nothing of that name"),
    ],
)
async def test_what_is_not_there_is_said_in_private(
    channel: ChannelHandle, alice: MemberActor, command: str, options: dict[str, str], line: str
) -> None:
    result = await alice.slash(channel, command, **options)
    assert result.response is not None
    assert result.response.content.startswith(line)
    assert result.response.ephemeral


@pytest.mark.usefixtures("unlimited")
@pytest.mark.parametrize(("command", "count"), [("quote", QUOTES), ("fact", FACTS)])
async def test_random_entries_do_not_repeat_until_all_were_shown(
    channel: ChannelHandle, alice: MemberActor, command: str, count: int
) -> None:
    shown: list[str] = []
    for _ in range(3 * count):
        result = await alice.slash(channel, command)
        assert result.response is not None
        shown.append(result.response.content)
    for start in range(0, len(shown), count):
        assert len(set(shown[start : start + count])) == count
    assert all(first != second for first, second in pairwise(shown))


@pytest.mark.parametrize(
    ("command", "options", "expected"),
    [
        ("fact", {"search": "passengers"}, "Forty passengers were aboard"),
        ("fact", {"search": "signe-age"}, "Signe Halvorsen was twelve years old, by her mother's account.¹"),
        ("who", {"name": "Greta"}, "Greta Halvorsen: The keeper of the Skerry light"),
        ("who", {"name": "the ferry"}, "Petrel: A ferry with forty passengers.¹"),
        ("who", {"name": "Skerry Rock"}, "Skerry Rock (place)"),
        ("timeline", {}, "1919: Greta Halvorsen had kept the light since 1919.¹\n2 November 1931: "),
        ("story", {}, "“The night the lamp went out”\nA keeper rowed out to a \\*stranded\\* ferry"),
    ],
)
@pytest.mark.parametrize("private", [False, True])
async def test_facts_and_the_story_at_large(
    channel: ChannelHandle,
    alice: MemberActor,
    command: str,
    options: dict[str, str],
    expected: str,
    private: bool,
) -> None:
    result = await alice.slash(channel, command, **options, private=private)
    assert result.response is not None
    assert result.response.content.startswith(expected)
    assert "-# ¹ " in result.response.content
    assert result.response.ephemeral is private


async def test_the_story_is_counted(channel: ChannelHandle, alice: MemberActor) -> None:
    result = await alice.slash(channel, "story")
    assert result.response is not None
    assert "I know 7 facts, 3 quotes, and 3 silences" in result.response.content


async def test_an_attribution_stands_in_the_footnote(channel: ChannelHandle, alice: MemberActor) -> None:
    result = await alice.slash(channel, "fact", search="signe-age")
    assert result.response is not None
    assert "paragraph 3 · according to Greta Halvorsen" in result.response.content


@pytest.mark.parametrize(
    ("command", "option", "typed", "filled", "value"),
    [
        ("ask", "question", "", {}, "lighthouse/lamp-failed"),
        ("ask", "question", "why did the lmap go out", {}, "lighthouse/lamp-failed"),
        ("ask", "question", "captain", {}, "lighthouse/captain"),
        ("quote", "search", "", {}, "lighthouse/greta-no-choice"),
        ("quote", "search", "great deal of tee", {}, "lighthouse/greta-tea"),
        ("quote", "search", "", {"by": "Signe"}, "lighthouse/signe-lamp"),
        ("quote", "by", "", {}, "Greta Halvorsen"),
        ("quote", "by", "sig", {}, "Signe Halvorsen"),
        ("quote", "by", "signee", {}, "Signe Halvorsen"),
        ("fact", "search", "passangers on the ferry", {}, "lighthouse/passengers"),
        ("who", "name", "petr", {}, "Petrel"),
        ("who", "name", "", {}, "Skerry Rock"),
    ],
)
async def test_autocomplete_forgives_and_gives_addresses(
    channel: ChannelHandle, alice: MemberActor, command: str, option: str, typed: str, filled: Any, value: str
) -> None:
    choices = await alice.autocomplete(channel, command, option, typed, **filled)
    assert value in [choice["value"] for choice in choices]
    assert len({choice["name"] for choice in choices}) == len(choices) <= 25


@pytest.mark.parametrize(("command", "option"), [("ask", "question"), ("quote", "by"), ("who", "name")])
@pytest.mark.parametrize("typed", ["qwertyuiop zxcvb", "\u200b", "\N{FIRE}", "x" * 3000, "@everyone **a**"])
async def test_autocomplete_takes_anything(
    channel: ChannelHandle, alice: MemberActor, command: str, option: str, typed: str, logged: list[Any]
) -> None:
    assert len(await alice.autocomplete(channel, command, option, typed)) <= 25
    assert not troubles(logged)


def test_a_choice_holds_no_sign_that_is_not_seen(library: Library) -> None:
    told = library.starters()[0]
    (choice,) = entry_choices([told], lambda _: "\x07who\u202e is it?")
    assert (choice.name, choice.value) == ("who is it?", told.ref)


@pytest.mark.usefixtures("unlimited")
async def test_every_choice_leads_where_it_says(
    library: Any, channel: ChannelHandle, alice: MemberActor
) -> None:
    for choice in await alice.autocomplete(channel, "ask", "question", "the"):
        result = await alice.slash(channel, "ask", question=choice["value"])
        assert result.response is not None
        told = library.find(choice["value"])
        assert told.text.replace("*", r"\*")[:20] in result.response.content


async def test_commands_work_in_direct_messages(env: simcord.Env) -> None:
    alice = env.create_user("alice")
    result = await alice.slash("ask", question="Why did the lamp go out?")
    assert result.response.content.startswith(LAMP)


async def test_commands_may_be_installed_anywhere(env: simcord.Env) -> None:
    commands = env.backend.commands[None].values()
    assert {command["name"] for command in commands} >= {"ask", "quote", "fact", "story", "who", "timeline"}
    for command in commands:
        if command["name"] in {"settings", "daily"}:  # of a server, and for those who run it
            assert command["contexts"] == [0]
            continue
        assert sorted(command["contexts"]) == [0, 1, 2]
        assert sorted(command["integration_types"]) == [0, 1]


async def test_only_endpoints_of_the_interaction_are_used(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    """Where the bot is installed to a user, it is no member of the server and may use nothing else."""
    before = len(env.http_requests)
    uses: list[tuple[str, dict[str, Any]]] = [
        ("ask", {"question": "Why did the lamp go out?"}),
        ("ask", {"question": "x" * 4000}),
        ("quote", {}),
        ("fact", {"private": True}),
        ("story", {}),
        ("who", {"name": "Greta"}),
        ("timeline", {}),
    ]
    for command, options in uses:
        result = await alice.slash(channel, command, **options)
        assert result.acknowledged
    assert all(call.path.startswith("/interactions/") for call in env.http_requests[before:])
