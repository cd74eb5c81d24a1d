"""A quiz: one question, four answers, and everybody may try. Nobody's score is kept."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, Any, Final, Self

import discord
from discord import app_commands
from discord.ext import commands

from bot.buttons.base import GONE, Pressed
from bot.cogs.choices import for_readers
from bot.picking import Shuffled
from bot.render import BUTTON_LIMIT, Part, Said, fit, remark, tell
from bot.speaking import respond
from bot.speech import Message
from knowledge.quiz import ANSWERS, Quiz

if TYPE_CHECKING:
    from bot.client import FootnoteBot
    from knowledge import Story, Told
    from knowledge.quiz import QuizQuestion

ASKED: Final = Message("quiz-asked")
RIGHT: Final = Message("quiz-right")
WRONG: Final = Message("quiz-wrong")
NO_QUESTIONS: Final = Message("quiz-nothing")
LETTERS: Final = "ABCD"


class AnswerButton(
    Pressed,
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"z:(?P<chosen>[0-3])(?P<right>[0-3]):(?P<ref>[a-z0-9-]{1,40}/[a-z0-9-]{1,40})",
):
    """A button with an answer; whoever presses it is told alone whether it is right, so that others can still try.

    The id is 86 characters at most: "z:", the answer and the right one, ":", and "story/entry" (81).
    """

    def __init__(self, chosen: int, right: int, ref: str, words: str) -> None:
        """Stand for the answer `chosen` about the fact at `ref`, where `right` is right."""
        super().__init__(discord.ui.Button(label=words, custom_id=f"z:{chosen}{right}:{ref}"))
        self._chosen = chosen
        self._right = right
        self._ref = ref

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Build the button again from what Discord sends back."""
        del interaction
        label = getattr(item, "label", None) or match["chosen"]
        return cls(int(match["chosen"]), int(match["right"]), match["ref"], label)

    async def press(self, bot: FootnoteBot, interaction: discord.Interaction[Any]) -> None:
        """Tell the one who pressed it whether it is right, with the fact and its footnote."""
        told = bot.whole_library.find(self._ref)
        said = reveal(told, self._chosen, self._right) if told else remark(GONE())
        await bot.speaker.whisper(interaction, said)


class QuizCog(commands.Cog):
    """Questions the other way round."""

    def __init__(self, bot: FootnoteBot) -> None:
        """Ask about the stories of `bot`."""
        self._bot = bot
        self._chance = random.Random()
        self._shuffled = Shuffled(chance=self._chance)
        self._quizzes: dict[str, Quiz] = {}

    async def cog_load(self) -> None:
        """Know the buttons under questions that were asked before a restart."""
        self._bot.add_dynamic_items(AnswerButton)

    @for_readers
    @app_commands.command()
    @app_commands.describe(private="Ask it only you")
    async def quiz(self, interaction: discord.Interaction[FootnoteBot], private: bool = False) -> None:
        """Play: a sentence of the story with a gap, and four answers to choose from."""
        question = self._question(interaction.channel_id)
        if question is None:
            await respond(interaction, remark(NO_QUESTIONS(), "no_match"), private=private)
            return
        said = Said(
            "chat", None, (Part(ASKED()), Part(question.text, language=question.told.story.heading.language))
        )
        await respond(interaction, said, private=private, view=buttons(question))

    def _question(self, channel: int | None) -> QuizQuestion | None:
        """Return a question about a fact that this channel was not asked about lately."""
        askable = [told for story in self._bot.library.stories for told in self._quiz(story).askable]
        if not askable:
            return None
        places = (channel, *sorted({told.story.id for told in askable}))
        told: Told = self._shuffled.deal(places, askable)
        return self._quiz(told.story).ask(told, self._chance)

    def _quiz(self, story: Story) -> Quiz:
        version = f"{story.id}/{story.digest}"
        if version not in self._quizzes:
            # Of a story that was edited only the new version is of use.
            self._quizzes = {
                key: quiz for key, quiz in self._quizzes.items() if not key.startswith(f"{story.id}/")
            }
            self._quizzes[version] = Quiz(story)
        return self._quizzes[version]


def buttons(question: QuizQuestion) -> discord.ui.View:
    """Return the four answers as buttons."""
    view = discord.ui.View(timeout=None)
    for at in range(ANSWERS):
        words = fit(f"{LETTERS[at]}: {question.answers[at]}", BUTTON_LIMIT)
        view.add_item(AnswerButton(at, question.right, question.told.ref, words))
    return view


def reveal(told: Told, chosen: int, right: int) -> Said:
    """Say whether an answer is right, and what the story tells."""
    line = RIGHT if chosen == right else WRONG
    verdict = Part(line(letter=LETTERS[chosen], right=LETTERS[right]))
    answer = tell(told)
    return Said(answer.outcome, answer.reason, (verdict, *answer.parts), told=answer.told)
