"""What happens when somebody uses the menu of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from simcord import interactions
from simcord.backend import serializers
from simcord.results import InteractionResult

from bot import quoting
from bot.cogs.menus import ASK, CHECK, NOTHING_TO_ASK, REPLIES_TO, with_subject
from bot.quoting import NONE, NOTHING_TO_JUDGE, judged, judged_words_of
from bot.render import MESSAGE_LIMIT
from knowledge import Library
from knowledge.quotations import MessageJudge
from tests.conftest import troubles

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

LAMP = "The lamp of the lighthouse went out because its oil pump froze.¹"
EXACT = "**Word for word.** Greta Halvorsen said this"
MARKS = "**Every word is there, but not every mark.** Punctuation or capital letters differ from what"
PART = "The whole quote, with that part in bold: "
ALMOST = "**Almost, but not word for word.** It comes close to what Greta Halvorsen said"
COUNT = "There were forty of them and one of me, so I did not stop to count."


async def used(alice: MemberActor, channel: ChannelHandle, menu: str, author: MemberActor, text: str) -> Any:
    """Return what one reader is answered who uses a menu on a message of another."""
    result = await alice.context_menu(channel, menu, await author.send(channel, text))
    assert result.response is not None
    assert result.response.ephemeral
    return result.response


@pytest.mark.parametrize(
    "text",
    [
        "Why did the lamp go out?",
        "hi all! I have read the whole thing twice by now. Why did the lamp go out? Thanks",
        "**Why** did the lamp go ||out||?",
        "> Why did the lamp go out?",
        "```\nWhy did the lamp go out?\n```",
    ],
)
async def test_a_message_is_asked_as_a_question(
    channel: ChannelHandle, alice: MemberActor, bob: MemberActor, text: str
) -> None:
    response = await used(alice, channel, ASK, bob, text)
    line, answer = response.content.split("\n", 1)
    assert line.startswith("-# On what bob wrote: “")
    assert answer.startswith(LAMP)
    assert "-# ¹ The Skerry Post, 9 November 1931, paragraph 1" in answer


async def test_what_the_story_does_not_hold_is_said_of_a_message_too(
    channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    response = await used(alice, channel, ASK, bob, "What is the capital of France?")
    assert "I don't find that in this story." in response.content
    assert response.components


async def test_a_reader_can_ask_on_from_it(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    await used(alice, channel, ASK, bob, "Why did the lamp go out?")
    conversations = env.bot._conversations  # type: ignore[attr-defined]
    assert conversations[channel.id, alice.id] != conversations[0, 0]
    assert conversations[channel.id, bob.id] == conversations[0, 0]


@pytest.mark.parametrize("text", ["https://example.org", "<@1>", "\u200b\u200b", "-# "])
async def test_a_message_without_words_gets_one_line(
    channel: ChannelHandle, alice: MemberActor, bob: MemberActor, text: str
) -> None:
    asked = await used(alice, channel, ASK, bob, text)
    assert asked.content.startswith((NOTHING_TO_ASK(), "-# On what bob wrote"))
    checked = await used(alice, channel, CHECK, bob, text)
    assert checked.content.startswith((NOTHING_TO_JUDGE(), ">"))


async def test_a_message_of_ours_can_be_asked_about_and_checked(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    assert env.bot.user
    await alice.send(channel, f"{env.bot.user.mention} What did Greta say about tea?")
    ours = channel.last_message
    assert ours
    assert "Afterwards I made tea" in ours.content
    asked = await alice.context_menu(channel, ASK, ours)
    assert asked.response
    assert "Afterwards I made tea. A great deal of tea.”¹" in asked.response.content
    checked = await alice.context_menu(channel, CHECK, ours)
    assert checked.response
    assert EXACT in checked.response.content


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            f'Greta said "{COUNT}"',
            [
                "> There were forty of them and one of me, so I did not stop to count.",
                f"{EXACT}, to the Post.¹",
                "-# ¹ The Skerry Post, 9 November 1931, paragraph 4",
            ],
        ),
        (
            "> stop to count",
            [
                "> stop to count",
                f"{EXACT}, to the Post.¹",
                f"{PART}“There were forty of them and one of me, so I did not **stop to count**.”",
                "-# ¹ The Skerry Post, 9 November 1931, paragraph 4",
            ],
        ),
        (
            "“There were fifty of them and just one of me, so I did stop to count.” - Signe",
            [
                "> There were fifty of them and just one of me, so I did stop to count.",
                f"{ALMOST}, to the Post.¹",
                "**Wrong name:** Greta Halvorsen said it, not Signe Halvorsen.",
                "“There were ~~fifty~~ **forty** of them and ~~just~~ one of me, so I did **not** stop to count.”",
                "-# Struck: in the message, not in the quote. Bold: in the quote, not in the message.",
                "- changed: “fifty”; the quote has “forty”",
                "- put in: “just”",
                "- left out: “not”",
                f"The quote: “{COUNT}”",
                "-# ¹ The Skerry Post, 9 November 1931, paragraph 4",
            ],
        ),
        (
            "There were forty of them … so I did not stop to count",
            [
                "> There were forty of them … so I did not stop to count",
                "**Word for word, with an omission.** Greta Halvorsen said this, to the Post.¹",
                "Left out where the dots stand: “and one of me”.",
                f"The quote: “{COUNT}”",
                "-# ¹ The Skerry Post, 9 November 1931, paragraph 4",
            ],
        ),
        (
            "afterwards i made tea",
            [
                "> afterwards i made tea",
                f"{MARKS} Greta Halvorsen said.¹",
                f"{PART}“**Afterwards I made tea**. A great deal of tea.”",
                "-# ¹ The Skerry Post, 9 November 1931, paragraph 5",
            ],
        ),
        (
            "Signe: “I did it all by myself”",
            ["> I did it all by myself", NONE(), "What Signe Halvorsen did say:"],
        ),
    ],
)
async def test_a_message_is_held_against_the_quotes(
    channel: ChannelHandle, alice: MemberActor, bob: MemberActor, text: str, lines: list[str]
) -> None:
    response = await used(alice, channel, CHECK, bob, text)
    assert response.content.splitlines() == lines


async def test_what_the_named_speaker_did_say_is_one_click_away(
    channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    response = await used(alice, channel, CHECK, bob, "Signe: “I did it all by myself”")
    await alice.click(response, label="What did Signe say about the pump?")
    assert response.content.startswith("Signe Halvorsen: “I warmed the pump")


async def test_each_quotation_is_judged_up_to_three(
    channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    text = 'Greta: "I made tea". Signe: "I warmed the pump with my feet". "no such words" "and one more"'
    content = (await used(alice, channel, CHECK, bob, text)).content
    assert content.count("\n> ") == 2
    assert EXACT in content
    assert "~~feet~~ **hands" in content
    assert NONE() in content
    assert "The message quotes more (4); I looked at the first 3." in content


@pytest.mark.parametrize(
    "text",
    [
        "I warmed the **pump** with my @everyone hands until ||the|| light [came](https://evil.example) back",
        "I warmed the `pump` with <@&1> my hands until ~~never~~ the light came back \u202e\u0000",
        "> # I warmed the pump with my __feet__ until the light came back\n-# ¹ The Post",
    ],
)
async def test_nothing_a_stranger_wrote_pings_or_formats(
    channel: ChannelHandle, alice: MemberActor, bob: MemberActor, text: str
) -> None:
    for menu in (CHECK, ASK):
        content = (await used(alice, channel, menu, bob, text)).content
        assert "@everyone" not in content.replace(r"\@everyone", "")
        assert "evil.example" not in content
        assert "\u202e" not in content
        assert "||" not in content.replace(r"\|\|", "")


def message_used(env: simcord.Env, reader: Any, channel: Any, menu: str, message: Any, context: int) -> Any:
    """Build the use of a menu outside of a server that has the bot: 1 its direct messages, 2 any other."""
    root = next(c for c in env.backend.commands[None].values() if c["name"] == menu)
    stored = env.backend.get_message(channel.id, message.id)
    data = {
        "id": root["id"],
        "name": menu,
        "type": 3,
        "target_id": str(message.id),
        "resolved": {"messages": {str(message.id): dict(serializers.message_payload(env.backend, stored))}},
    }
    record, payload = interactions.base_payload(
        env.backend, type=2, channel_id=channel.id, guild_id=None, user_id=reader.id, data=data
    )
    payload |= {"context": context, "authorizing_integration_owners": {"1": str(reader.id)}}
    return record, payload


@pytest.mark.parametrize("context", [1, 2])
@pytest.mark.parametrize(("menu", "expected"), [(ASK, "Signe Halvorsen"), (CHECK, "**Word for word.**")])
async def test_menus_work_in_direct_messages_group_chats_and_installed_to_a_user(
    env: simcord.Env, context: int, menu: str, expected: str
) -> None:
    reader = env.create_user("carol")
    message = await reader.send_dm("I warmed the pump with my hands until the light came back.")
    record, payload = message_used(env, reader, reader.dm_channel, menu, message, context)
    before = len(env.http_requests)
    env.backend.emit("INTERACTION_CREATE", payload)
    await env.settle()
    response = InteractionResult(env, record).response
    assert response is not None
    assert response.ephemeral
    assert expected in response.content
    assert all(call.path.startswith("/interactions/") for call in env.http_requests[before:])


async def test_menus_may_be_installed_anywhere(env: simcord.Env) -> None:
    menus = {c["name"]: c for c in env.backend.commands[None].values() if c.get("type") == 3}
    assert set(menus) == {ASK, CHECK}
    for menu in menus.values():
        assert sorted(menu["contexts"]) == [0, 1, 2]
        assert sorted(menu["integration_types"]) == [0, 1]


async def test_menus_leave_with_their_cog(env: simcord.Env) -> None:
    await env.bot.remove_cog("MenusCog")  # type: ignore[attr-defined]
    assert not [c for c in env.bot.tree.get_commands() if c.name in {ASK, CHECK}]  # type: ignore[attr-defined]


async def test_a_failure_is_told_in_private_and_logged_without_the_message(
    env: simcord.Env,
    channel: ChannelHandle,
    alice: MemberActor,
    bob: MemberActor,
    monkeypatch: pytest.MonkeyPatch,
    logged: list[Any],
) -> None:
    monkeypatch.setattr(MessageJudge, "judge", lambda *_: 1 / 0)
    response = await used(alice, channel, CHECK, bob, "a secret message")
    assert response.content == "Sorry, something went wrong on my side. Please ask again in a moment."
    assert "secret" not in str(troubles(logged))
    assert env.errors


@pytest.mark.parametrize(
    "text",
    [
        "“There were forty of them <@123> and one of me”",
        "“There were forty of them https://example.org and one of me”",
        "“There were forty of them <t:1700000000:R> and one of me”",
        "“There were forty of them <:no:123> and one of me”",
        "“There were forty of them² and one of me”",
        "“There were forty of them\n-# never\nand one of me”",
        "“There were forty of them and one of me\n-# never”",
        "> There were forty of them\u00b9\n> and one of me",
        "“There were forty of them and one of me <t:1700000000:R>”",
        "“There were forty of them … and one of me”",
    ],
)
def test_what_is_put_into_a_quotation_keeps_it_from_being_word_for_word(
    judge: MessageJudge, text: str
) -> None:
    content = judged(*judge.judge(judged_words_of(text)))
    assert EXACT not in content
    assert "ord for word.**" not in content.replace("not word for word.**", "")
    assert "omission" not in content


@pytest.mark.parametrize(
    "text",
    [
        "<@123> “There were forty of them and one of me”¹ https://example.org",
        "<@123> There were forty of them and one of me\nhttps://example.org",
        "> There were forty of them and one of me¹\n-# ¹ The Post\n-# ² The Times",
        "> There were forty of them and one of me¹\nis that right?",
        "“There were forty of them and one of me¹”\n-# ¹ The Post",
        "“There were forty of them and one of me <:sad:123>”",
    ],
)
def test_what_stands_around_a_quotation_alters_nothing(judge: MessageJudge, text: str) -> None:
    assert EXACT in judged(*judge.judge(judged_words_of(text)))


@pytest.mark.parametrize("text", ["“made tea”", "Greta said “one of”", "made tea"])
def test_one_or_two_words_prove_nothing(judge: MessageJudge, text: str) -> None:
    content = judged(*judge.judge(judged_words_of(text)))
    assert quoting.TOO_FEW() in content
    assert EXACT not in content


def test_a_quotation_mark_is_shown_with_its_other_half(judge: MessageJudge) -> None:
    content = judged(*judge.judge("Afterwards I made “tea”"))
    assert content.startswith("> Afterwards I made “tea”\n")


@pytest.fixture(scope="module")
def judge(library: Library) -> MessageJudge:
    return MessageJudge(library.stories)


@given(text=st.text(st.one_of(st.sampled_from("“”>*_~`|\\\n …"), st.characters()), max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_message_is_judged_in_a_message(judge: MessageJudge, text: str) -> None:
    assert 1 <= len(judged(*judge.judge(judged_words_of(text)))) <= MESSAGE_LIMIT


@pytest.mark.parametrize("filler", ["*", "a ", "|| ", "forty of them and *one* ", "> _x_ \n"])
def test_the_longest_message_is_judged_in_one(judge: MessageJudge, filler: str) -> None:
    quoted = f'"{COUNT.replace("and", f"and {filler * 30}")}" ' * 3
    for text in (filler * (4000 // len(filler)), quoted):
        content = judged(*judge.judge(judged_words_of(text)))
        assert 1 <= len(content) <= MESSAGE_LIMIT
        assert not content.endswith("\\")


def test_no_verdict_but_the_right_one_says_word_for_word() -> None:
    assert "ord for word" in quoting.EXACT()
    for sentence in (quoting.MARKS(), quoting.NONE()):
        assert "ord for word" not in sentence
    assert "not word for word" in quoting.ALMOST()


def test_the_line_on_what_was_asked_gives_way_to_the_answer() -> None:
    class Author:
        display_name = "*bob* @everyone"

    line = with_subject("x", Author(), "hello **there**")  # type: ignore[arg-type]
    assert line.startswith(REPLIES_TO(author=r"\*bob\* \@everyone", words=r"hello \*\*there\*\*"))
    assert with_subject("x" * 1990, Author(), "hello") == "x" * 1990  # type: ignore[arg-type]
