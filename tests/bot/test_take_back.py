"""What stays of an answer that is refused, and of its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.bot.pressing import labels

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

WHY = "Why did the lamp go out?"
WHEN = "When did the lamp go out?"


async def test_a_picture_goes_with_the_quote_that_is_taken_back(
    channel: ChannelHandle, alice: MemberActor
) -> None:
    answer: Any = (await alice.slash(channel, "quote", search="tea", card=True)).response
    assert channel.last_message
    assert channel.last_message.attachments
    await alice.click(answer, label="Not what I asked")
    assert not channel.last_message.attachments


async def test_a_picture_has_no_button_that_makes_a_picture_of_it(
    channel: ChannelHandle, alice: MemberActor
) -> None:
    words: Any = (await alice.slash(channel, "quote", search="tea")).response
    assert "Picture" in labels(words)
    picture: Any = (await alice.click(words, label="Picture")).response
    assert "Context" in labels(picture)
    assert "Picture" not in labels(picture)


async def test_only_the_answer_that_was_refused_is_forgotten(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    first: Any = (await alice.slash(channel, "ask", question=WHY)).response
    await alice.slash(channel, "ask", question=WHEN)
    await alice.click(first, label="Not what I asked")
    turns = env.bot.conversation(channel.id, alice.id).turns  # type: ignore[attr-defined]
    assert [turn.question for turn in turns] == [WHEN]
