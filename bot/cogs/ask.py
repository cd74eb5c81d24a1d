"""Asking: in a channel, in a direct message, in reply to us, or with /ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.browsing import story_page
from bot.cogs.choices import Choices, entry_choices, for_readers, guarded
from bot.conversing import Conversing, LastWords
from bot.listening import answers_a_slash_answer, question_in
from bot.permissions import reads_back
from bot.portrait import help_for, timeline_page
from bot.render import Said, how_to_ask, remark, say, tell
from bot.repeats import repeats_allowed
from bot.speaking import respond
from bot.speech import Message

if TYPE_CHECKING:
    from bot.client import FootnoteBot

UNSEEN_REPLY: Final = Message("unseen-reply")


_TEXT_COMMAND = re.compile(
    r"(?P<verb>quotes?|facts?)(?:\s+(?P<by>by|from)\b)?(?:\s+(?P<rest>[^?]+))?|(?P<alone>help|story|timeline)",
    re.IGNORECASE,
)


class AskCog(commands.Cog):
    """Questions in a reader's own words."""

    def __init__(self, bot: FootnoteBot) -> None:
        """Answer through `bot`."""
        self._bot = bot
        self._conversing = Conversing(bot, self._answer)
        self._last_words = LastWords(bot.clock)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that is for us."""
        await self._conversing.hear(message)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Let an answer follow its edited question."""
        await self._conversing.hear_again(event.message)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Let an answer go with its question."""
        await self._conversing.gone(event.message_id)

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """Let answers go with their questions."""
        await self._conversing.gone(*event.message_ids)

    def _answer(self, message: discord.Message) -> Said | None:
        """Return what is said to a message, or None where nothing is."""
        question = question_in(message.content)
        if question:
            said = self._text_command(question, message)
            if said is None:
                return self._to_question(question, message)
            self._last_words.were_said(message.channel.id, message.author.id, None)
            return said
        if not message.content and answers_a_slash_answer(message):
            return remark(UNSEEN_REPLY())
        return how_to_ask(self._bot.library)

    def _to_question(self, question: str, message: discord.Message) -> Said | None:
        bot, channel, reader = self._bot, message.channel.id, message.author.id
        reply = bot.reply(question, channel, reader)
        if self._last_words.were_said(channel, reader, reply):
            return None
        said = say(reply, bot.library)
        return self._or_link(said, message.guild, channel) if reads_back(message) else said

    def _or_link(self, said: Said, guild: discord.Guild | None, channel: int | None) -> Said:
        here = guild.id if guild else None
        return self._bot.repeats.or_link(said, here, channel) if repeats_allowed(self._bot, here) else said

    def _text_command(self, text: str, message: discord.Message) -> Said | None:
        """Return what a text command says, or None where the text is a question after all."""
        found = _TEXT_COMMAND.fullmatch(text)
        if not found:
            return None
        bot, rest = self._bot, (found["rest"] or "").strip()
        match (found["alone"] or found["verb"]).lower().rstrip("s"):
            case "help":
                return help_for(bot.library)
            case "story":
                return story_page(bot.library)
            case "timeline":
                return timeline_page(bot.library)
            case "quote" if found["by"]:
                said = bot.picker.quote(message.channel.id, by=rest)
            case "quote":
                said = bot.picker.quote(message.channel.id, rest)
            case _:
                said = bot.picker.fact(message.channel.id, rest)
        bot.note(message.channel.id, message.author.id, said)
        # "Quotes are from where" begins like a command and is a question.
        return said if said.outcome == "answer" or not rest else None

    @for_readers
    @app_commands.command()
    @app_commands.describe(
        question="Your question, in your own words",
        private="Show the answer only to you",
    )
    async def ask(
        self, interaction: discord.Interaction[FootnoteBot], question: str, private: bool = False
    ) -> None:
        """Ask something about the story."""
        told = self._bot.library.find(question)
        if told:
            said = tell(told)
            self._bot.note(interaction.channel_id, interaction.user.id, said)
        else:
            said = self._bot.answer(question, interaction.channel_id, interaction.user.id)
        if private:
            await respond(interaction, said, private=True)
        else:
            await self._tell_all(interaction, said)

    async def _tell_all(self, interaction: discord.Interaction[FootnoteBot], said: Said) -> None:
        """Tell it for everybody to see; where that was done just now, only lead the asker there."""
        # Where we are no member of the server we would not learn that the first answer is gone.
        guild = self._bot.get_guild(interaction.guild_id or 0)
        reads_back = interaction.permissions.read_message_history
        shown = self._or_link(said, guild, interaction.channel_id) if reads_back else said
        await respond(interaction, shown, private=shown is not said)

    @ask.autocomplete("question")
    @guarded
    async def _questions(self, _: discord.Interaction[FootnoteBot], typed: str) -> Choices:
        library = self._bot.library
        return entry_choices(library.search(typed), library.question_for)
