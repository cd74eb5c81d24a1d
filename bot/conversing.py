"""A question in chat from its coming to its going: it is answered, edited, or taken back."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import discord

from bot.answered import Given
from bot.listening import is_for, names, question_in
from bot.memory import TEN_MINUTES, ShortMemory
from bot.places import enter, places_of
from bot.render import Said, remark
from bot.speech import Message
from bot.tongues import speak_under
from knowledge import Chat, Conversation, Reply

if TYPE_CHECKING:
    from bot.client import FootnoteBot
    from bot.store.guilds import GuildSettings

NOT_HERE: Final = Message("not-here")

_LAST_WORDS: Final = frozenset({"thanks", "farewell"})


class LastWords:
    """Knows whom we have already said a last word, for whoever answers every thanks never comes to an end."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, limit: int = 10_000) -> None:
        """Remember the last `limit` readers, each in each of their channels."""
        self._said: ShortMemory[tuple[int, int], frozenset[str]] = ShortMemory(TEN_MINUTES, limit, clock)

    def were_said(self, channel: int, reader: int, reply: Reply | None) -> bool:
        """Tell whether `reply` is a last word that this reader had since they last asked something.

        None is what is no reply to a question, and no last word either.
        """
        place = (channel, reader)
        if not isinstance(reply, Chat) or reply.topic not in _LAST_WORDS:
            self._said.pop(place)
            return False
        said = self._said.get(place) or frozenset()
        self._said.put(place, said | {reply.topic})
        return reply.topic in said


class Conversing:
    """Lets an answer follow its question."""

    def __init__(self, bot: FootnoteBot, answer: Callable[[discord.Message], Said | None]) -> None:
        """Speak through `bot`; what is said to a message is for `answer` to find, None for nothing."""
        self._bot = bot
        self._answer = answer
        self._led_elsewhere: ShortMemory[tuple[int, int], bool] = ShortMemory(clock=bot.clock)

    async def hear(self, message: discord.Message) -> None:
        """Answer a message that is for us."""
        bot = self._bot
        if bot.user is None or not is_for(message, bot.user):
            return
        given = Given(
            question_in(message.content), names(message, bot.user), message.channel.id, message.author.id
        )
        # Before anything is waited for: the question may be deleted meanwhile.
        bot.answered.begin(message.id, given)
        async with given.turn:
            settings = await enter(bot, message.guild.id if message.guild else None)
            if bot.answered.of(message.id) is given:
                speak_under(message, given.asked, settings, bot)
                await self._reply(message, given, settings)

    async def _reply(self, message: discord.Message, given: Given, settings: GuildSettings) -> None:
        bot = self._bot
        refusal = bot.limits.admit(given.asker, given.channel)
        if refusal:
            bot.answered.drop(message.id)
            if refusal.first:
                await bot.speaker.reply(message, remark(refusal.line))
            return
        if not settings.is_public_in(*places_of(message.channel)):
            await self._lead_elsewhere(message, given)
            return
        said = self._consider(message, given, bot.conversation(given.channel, given.asker))
        if said is None:
            bot.answered.drop(message.id)
            return
        sent = await bot.speaker.reply(message, said)
        if sent:
            bot.answered.note(message.id, given, sent)
            self._note_told(message, sent, said)

    async def _lead_elsewhere(self, message: discord.Message, given: Given) -> None:
        """Say that everybody is answered in other channels; once, or the line would be the noise."""
        bot, place = self._bot, (given.channel, given.asker)
        if self._led_elsewhere.get(place):
            bot.answered.drop(message.id)
            return
        self._led_elsewhere.put(place, value=True)
        sent = await bot.speaker.reply(message, remark(NOT_HERE()))
        if sent:
            bot.answered.note(message.id, given, sent)

    async def hear_again(self, message: discord.Message) -> None:
        """Let our answer follow a reader's edited message.

        An edited reply may come without what it said, and is then left alone: Discord shows us its
        content only where it pings us.
        """
        bot = self._bot
        given = bot.answered.of(message.id)
        if message.edited_at is None or bot.user is None:
            return  # Discord has unfolded a link, or the like
        if given and is_for(message, bot.user):
            await self._correct(message, given)
        elif given and given.named:
            await self.take_back(message.id)

    async def gone(self, *messages: int) -> None:
        """Draw the consequence of deleted messages: answers go with their questions."""
        for message in messages:
            self.forget(message)
        for message in messages:
            await self.take_back(message)

    async def take_back(self, question: int) -> None:
        """Take away what was answered to a question that is gone, and forget that it was asked."""
        bot = self._bot
        given = await bot.answered.withdraw(question)
        if given is None:
            return
        if given.answer:
            bot.repeats.forget(given.answer.id)
        if _same(bot.conversation(given.channel, given.asker), given.after):
            bot.go_on_from(given.channel, given.asker, given.before)

    def forget(self, answer: int) -> None:
        """Forget an answer that somebody has deleted."""
        self._bot.answered.forget(answer)
        self._bot.repeats.forget(answer)

    async def _correct(self, message: discord.Message, given: Given) -> None:
        bot = self._bot
        async with given.turn:
            asked = question_in(message.content)
            if given.answer is None or asked == given.asked:
                return
            refusal = bot.limits.admit(given.asker, given.channel)
            if refusal:
                if refusal.first:
                    await bot.speaker.reply(message, remark(refusal.line))
                return
            settings = await enter(bot, message.guild.id if message.guild else None)
            if not settings.is_public_in(*places_of(message.channel)):
                return
            given.asked = asked
            speak_under(message, asked, settings, bot)
            bot.repeats.forget(given.answer.id)
            said = self._consider_again(message, given)
            if said is None:
                return
            if await bot.speaker.correct(message, given.answer, said):
                self._note_told(message, given.answer, said)
            else:
                self.forget(given.answer.id)

    def _consider(self, message: discord.Message, given: Given, before: Conversation) -> Said | None:
        said = self._answer(message)
        given.before, given.after = before, self._bot.conversation(given.channel, given.asker)
        return said

    def _consider_again(self, message: discord.Message, given: Given) -> Said | None:
        """Answer in the light of what went before the question; what was asked after it stays remembered."""
        bot = self._bot
        now = bot.conversation(given.channel, given.asker)
        was_last = _same(now, given.after)
        bot.go_on_from(given.channel, given.asker, given.before)
        said = self._consider(message, given, given.before)
        if not was_last:
            bot.go_on_from(given.channel, given.asker, now)
        return said

    def _note_told(self, message: discord.Message, answer: discord.PartialMessage, said: Said) -> None:
        if answer.channel.id == message.channel.id:
            self._bot.repeats.note(message.channel.id, said, answer.id)


def _same(one: Conversation, other: Conversation) -> bool:
    """Tell whether nothing was said in between; where nothing is remembered, nothing was."""
    return one is other or not (one or other)
