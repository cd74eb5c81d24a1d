"""A conversation keeps three turns, and is forgotten in time."""

from __future__ import annotations

import pytest

from knowledge import Answer, Chat, Choice, Conversation, Conversations, NoMatch, Reply, Story, Untold


class Clock:
    """A clock that goes when it is told to, in seconds."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def said(*questions: str) -> Conversation:
    conversation = Conversation()
    for question in questions:
        conversation = conversation.after(question, NoMatch(()))
    return conversation


def test_what_was_told_is_remembered(story: Story) -> None:
    gold, rain, age = (story.tell(entry) for entry in ("gold", "rain", "maren-age"))
    replies: list[tuple[Reply, tuple[object, ...]]] = [
        (Answer((gold, rain)), (gold, rain)),
        (Choice((gold, rain)), (gold,)),
        (Untold(age, (gold,)), (age,)),
        (NoMatch((gold,)), ()),
    ]
    for reply, told in replies:
        (turn,) = Conversation().after("what?", reply).turns
        assert (turn.question, turn.told) == ("what?", told)


def test_thanks_between_two_questions_leaves_the_thread() -> None:
    before = said("who won?")
    assert before.after("thanks", Chat("thanks", ())) == before


def test_three_turns_are_kept_the_oldest_goes_first() -> None:
    assert [turn.question for turn in said("a", "b", "c", "d", "e").turns] == ["c", "d", "e"]


def test_a_conversation_never_changes() -> None:
    before = said("a")
    before.after("b", NoMatch(()))
    assert before == said("a")


def test_a_conversation_is_true_once_something_was_said() -> None:
    assert not Conversation()
    assert said("a")


@pytest.mark.parametrize(("seconds", "remembered"), [(0, True), (599.9, True), (600, False), (10_000, False)])
def test_a_conversation_is_forgotten_in_time(clock: Clock, seconds: float, remembered: bool) -> None:
    memory = Conversations(lifetime=600, clock=clock)
    memory.remember("alice", said("a"))
    clock.now += seconds
    assert bool(memory["alice"]) is remembered
    assert len(memory) == remembered


def test_each_turn_begins_the_time_anew(clock: Clock) -> None:
    memory = Conversations(lifetime=10, clock=clock)
    for _ in range(5):
        memory.remember("alice", said("a"))
        clock.now += 9
        assert memory["alice"] == said("a")


def test_looking_does_not_begin_the_time_anew(clock: Clock) -> None:
    memory = Conversations(lifetime=10, clock=clock)
    memory.remember("alice", said("a"))
    clock.now += 9
    assert memory["alice"]
    clock.now += 1
    assert not memory["alice"]


def test_at_most_so_many_are_held_those_longest_untouched_go(clock: Clock) -> None:
    memory = Conversations(limit=2, clock=clock)
    for key in ("alice", "bob", "alice", "carol"):
        memory.remember(key, said(key))
        clock.now += 1
    assert [bool(memory[key]) for key in ("alice", "bob", "carol")] == [True, False, True]
    assert len(memory) == 2


def test_people_and_places_have_their_own(clock: Clock) -> None:
    memory = Conversations(clock=clock)
    memory.remember((1, 2), said("a"))
    assert memory[1, 2] == said("a")
    assert memory[2, 2] == memory["1, 2"] == Conversation()


def test_a_conversation_can_be_forgotten_at_once_and_twice() -> None:
    memory = Conversations()
    memory.remember("alice", said("a"))
    memory.forget("alice")
    memory.forget("alice")
    assert memory["alice"] == Conversation()
    assert len(memory) == 0
