"""How well entries are told apart: phrasings that are left out are asked, and the weakest entries come first."""

from __future__ import annotations

from knowledge import Story
from knowledge.leaveout import Guess, leave_out, weaknesses
from knowledge.phrasings import Phrasing, all_phrasings


def test_every_phrasing_is_left_out_once_and_most_find_their_entry(story: Story) -> None:
    guesses = list(leave_out(story))
    asked = {phrasing.text for phrasing in all_phrasings(story)}
    assert len(guesses) == len(asked)
    assert {guess.phrasing.text for guess in guesses} == asked
    found = sum(guess.taken_for == guess.phrasing.entry for guess in guesses)
    assert len(guesses) / 2 < found < len(guesses)  # all found: they were not left out


def test_the_weakest_entry_comes_first_with_what_it_is_taken_for(story: Story) -> None:
    def guess(entry: str, taken: str | None) -> Guess:
        return Guess(Phrasing(entry, "?", "en"), taken)

    guesses = [guess("rain", "rain"), guess("rain", "gold"), *[guess("gold", "gold")] * 3]
    guesses += [guess("photo", None), guess("photo", "rain"), guess("photo", "rain")]
    first, second, third = weaknesses(guesses, story)
    assert (first.entry, first.asked, first.found) == ("photo", 3, 0)
    assert first.confused == (("rain", 2), ("nothing told", 1))
    assert (second.entry, second.share) == ("rain", 0.5)
    assert third.confused == ()


def test_an_entry_that_covers_the_one_that_was_meant_answers_too(story: Story) -> None:
    gold = story.entries["gold"].model_copy(update={"covers": ("maren-won",)})
    covering = Story(story.heading, story.source, story.names, {**story.entries, "gold": gold})
    (row,) = weaknesses([Guess(Phrasing("maren-won", "?", "en"), "gold")], covering)
    assert row.found == 1
