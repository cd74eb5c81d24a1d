"""A quiz in a channel: everybody may try, each is told alone, nobody's score is kept."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from bot.breakage import CALM
from bot.buttons.answer import TAKE_AWAY
from bot.cogs import quiz
from bot.views import GONE
from knowledge import Library
from knowledge.quiz import ANSWERS, GAP, Quiz
from tests.conftest import troubles

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

    from bot.client import FootnoteBot


async def play(player: MemberActor, channel: ChannelHandle, **options: Any) -> Any:
    result = await player.slash(channel, "quiz", **options)
    assert result.response is not None
    return result.response


def buttons(message: Any) -> list[dict[str, Any]]:
    return [part for row in message.components for part in row["components"]]


def right_of(message: Any) -> tuple[str, str]:
    """Return the labels of the right button and of a wrong one."""
    parts = buttons(message)
    right = int(parts[0]["custom_id"][3])
    return parts[right]["label"], parts[(right + 1) % 4]["label"]


async def test_a_fact_with_a_gap_and_four_answers_with_their_words(
    channel: ChannelHandle, alice: MemberActor, library: Library
) -> None:
    message = await play(alice, channel)
    line, text = message.content.split("\n")
    assert line == quiz.ASKED()
    assert text.replace("\\", "").count(GAP) == 1
    assert not message.ephemeral
    labels = [part["label"] for part in buttons(message)][:ANSWERS]
    assert [label[:3] for label in labels] == ["A: ", "B: ", "C: ", "D: "]
    right, _ = right_of(message)
    told = text.replace("\\", "").replace(GAP, right[3:])
    assert told in [fact.text for fact in library.stories[0].all_told("fact")]


async def test_each_who_presses_is_told_alone_with_the_footnote(
    channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    message = await play(alice, channel)
    right, wrong = right_of(message)
    before = message.content
    for player, label, line in (
        (bob, right, quiz.RIGHT(letter=right[0])),
        (alice, wrong, quiz.WRONG(letter=wrong[0], right=right[0])),
        (bob, wrong, quiz.WRONG(letter=wrong[0], right=right[0])),
    ):
        pressed = await player.click(message, label=label)
        assert pressed.response is not None
        assert pressed.response.ephemeral
        assert pressed.response.content.startswith(line)
        assert re.search(r"\n-# ¹ The Skerry Post, 9 November 1931, paragraph", pressed.response.content)
    [public] = [message for message in channel.history(viewer=bob) if not message.flags.ephemeral]
    assert public.content == before


async def test_the_buttons_work_after_a_restart(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, make_bot: Callable[[], FootnoteBot]
) -> None:
    message = await play(alice, channel)
    await env.restart_bot(make_bot())
    right, _ = right_of(message)
    pressed = await alice.click(message, label=right)
    assert pressed.response is not None
    assert pressed.response.content.startswith(quiz.RIGHT(letter=right[0]))


async def test_in_private_only_the_player_sees_it(channel: ChannelHandle, alice: MemberActor) -> None:
    assert (await play(alice, channel, private=True)).ephemeral


async def test_no_fact_is_asked_about_again_until_all_were(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, library: Library
) -> None:
    count = len(Quiz(library.stories[0]).askable)
    refs = [buttons(await play(alice, channel))[0]["custom_id"][5:] for _ in range(2 * count)]
    assert len(set(refs[:count])) == len(set(refs[count:])) == count


async def test_a_question_about_a_fact_that_is_gone_says_so(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = await play(alice, channel)
    monkeypatch.setattr(Library, "find", lambda *_: None)
    pressed = await alice.click(message, label=right_of(message)[0])
    assert pressed.response is not None
    assert pressed.response.content == GONE()


async def test_a_broken_button_gives_a_calm_private_line(
    env: simcord.Env,
    channel: ChannelHandle,
    alice: MemberActor,
    monkeypatch: pytest.MonkeyPatch,
    logged: list[Any],
) -> None:
    message = await play(alice, channel)

    def broken(*_: object) -> None:
        raise RuntimeError("xylophone-words")

    monkeypatch.setattr(Library, "find", broken)
    pressed = await alice.click(message, label=right_of(message)[0])
    assert pressed.response is not None
    assert pressed.response.content == CALM()
    assert len(troubles(logged)) == 1
    assert "xylophone" not in str(logged)


async def test_a_story_that_is_good_for_no_question_says_so(
    channel: ChannelHandle, alice: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Quiz, "askable", ())
    message = await play(alice, channel)
    assert message.content == quiz.NO_QUESTIONS()
    assert message.ephemeral


async def test_the_longest_address_and_the_longest_answers_fit_a_button(library: Library) -> None:
    button = quiz.AnswerButton(3, 3, f"{'s' * 40}/{'e' * 40}", "x" * 80)
    assert len(button.item.custom_id or "") == 86
    maker = Quiz(library.stories[0])
    question = maker.ask(maker.askable[0], random.Random(0))
    long = type(question)(question.told, question.text, tuple("x" * 200 + str(n) for n in range(4)), 1)
    labels = [getattr(item, "label", "") or item.item.label for item in quiz.buttons(long).children]  # type: ignore[attr-defined]
    assert len({label[:80] for label in labels}) == 4
    assert all(len(label) <= 80 for label in labels)


async def test_whoever_asked_a_public_question_may_take_it_away(
    channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    question = await play(alice, channel)
    assert [part["label"] for part in buttons(question)][ANSWERS:] == [TAKE_AWAY()]
    await bob.click(question, label=TAKE_AWAY())
    assert channel.last_message
    await alice.click(question, label=TAKE_AWAY())
    assert channel.last_message is None


async def test_a_private_question_has_its_answers_only(channel: ChannelHandle, alice: MemberActor) -> None:
    assert len(buttons(await play(alice, channel, private=True))) == ANSWERS
