"""Asking: in a channel, in a direct message, in reply to us, or with /ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.browsing import story_page
from bot.cogs.choices import Choices, entry_choices, for_readers, guarded
from bot.listening import answers_a_slash_answer, is_for, question_in
from bot.portrait import help_for, timeline_page
from bot.render import Said, how_to_ask, remark, tell
from bot.speaking import respond

if TYPE_CHECKING:
    from bot.client import FootnoteBot

UNSEEN_REPLY = (
    "Discord does not show me replies to what a slash command said. "
    "Ask with /ask, or mention me in your message."
)

_TEXT_COMMAND = re.compile(
    r"(?P<verb>quotes?|facts?)(?:\s+(?P<by>by|from)\b)?(?:\s+(?P<rest>[^?]+))?|(?P<alone>help|story|timeline)",
    re.IGNORECASE,
)


class AskCog(commands.Cog):
    """Questions in a reader's own words."""

    def __init__(self, bot: FootnoteBot) -> None:
        """Answer through `bot`."""
        self._bot = bot

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that is for us."""
        us = self._bot.user
        if us is None or not is_for(message, us):
            return
        await self._bot.speaker.reply(message, self._answer(message))

    def _answer(self, message: discord.Message) -> Said:
        question = question_in(message.content)
        if question:
            return self._text_command(question, message) or self._bot.answer(
                question, message.channel.id, message.author.id
            )
        if not message.content and answers_a_slash_answer(message):
            return remark(UNSEEN_REPLY)
        return how_to_ask(self._bot.library)

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
        await respond(interaction, said, private=private)

    @ask.autocomplete("question")
    @guarded
    async def _questions(self, _: discord.Interaction[FootnoteBot], typed: str) -> Choices:
        library = self._bot.library
        return entry_choices(library.search(typed), library.question_for)
