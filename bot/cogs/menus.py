"""The menu of a message: what the story says about it, and whether it quotes somebody right.

A message on which a menu is used comes with its content (Gateway, "Message Content Intent"), wherever it stands. What
we answer is seen only by the one who asked: nobody is corrected in public by a stranger's click.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.choices import for_readers
from bot.listening import question_in
from bot.places import may_be_shown
from bot.quoting import after_judging, judged, judged_words_of, words_of
from bot.render import MESSAGE_LIMIT, escape, fit, say, tell, to_discord
from bot.speech import Message
from bot.tongues import speak_to_asker
from bot.views import buttons_for
from knowledge.quotations import MessageJudge

if TYPE_CHECKING:
    from bot.client import FootnoteBot
    from bot.render import Said
    from knowledge import Library

ASK: Final = "Ask about this"
CHECK: Final = "Is this quoted right?"
NOTHING_TO_ASK: Final = Message("nothing-to-ask")
REPLIES_TO: Final = Message("replies-to")

WORDS_SHOWN = 80
"""Characters that are repeated of the message an answer is about."""


class MenusCog(commands.Cog):
    """What a reader can do with somebody's message."""

    def __init__(self, bot: FootnoteBot) -> None:
        """Answer through `bot`."""
        self._bot = bot
        self._judge: tuple[Library, MessageJudge] | None = None
        # A menu cannot be declared inside a class (discord.py, ContextMenu), so it is made here.
        self._menus = [
            for_readers(app_commands.ContextMenu(name=_named(ASK, "menu-ask"), callback=self.ask_about)),
            for_readers(app_commands.ContextMenu(name=_named(CHECK, "menu-check"), callback=self.check)),
        ]

    async def cog_load(self) -> None:
        """Put our entries into the menu."""
        for menu in self._menus:
            self._bot.tree.add_command(menu)

    async def cog_unload(self) -> None:
        """Take them out again."""
        for menu in self._menus:
            self._bot.tree.remove_command(menu.name, type=menu.type)

    async def ask_about(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        """Say what the story tells about a message."""
        speak_to_asker(interaction)
        content = content_of(message)
        words = words_of(content)
        question = question_in(words) or words.lstrip("> ")
        if not question:
            await interaction.response.send_message(NOTHING_TO_ASK(), ephemeral=True)
            return
        library = self._bot.library
        told = library.find(question)
        # Whoever asks did not write it, so it is no follow-up of what they talked about.
        said = tell(told) if told else say(library.ask(question), library)
        await self._answer(interaction, said, with_subject(to_discord(said), message.author, content))

    async def check(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        """Say whether a message quotes somebody right."""
        speak_to_asker(interaction)
        verdicts, more = self._judging().judge(judged_words_of(content_of(message)))
        said = after_judging(verdicts, self._bot.library)
        content = judged(verdicts, more)
        if said.invitation and len(content) + len(said.invitation) < MESSAGE_LIMIT:
            content = f"{content}\n{said.invitation}"
        await self._answer(interaction, said, content)

    def _judging(self) -> MessageJudge:
        """Return what judges by the stories as they are now."""
        library = self._bot.library
        if self._judge is None or self._judge[0] is not library:
            self._judge = (library, MessageJudge(library.stories))
        return self._judge[1]

    async def _answer(self, interaction: discord.Interaction[Any], said: Said, content: str) -> None:
        """Answer the one who asked, and remember it, so that they can ask on."""
        self._bot.note(interaction.channel_id, interaction.user.id, said)
        shown = await may_be_shown(interaction)
        view = buttons_for(said, interaction.user.id, private=True, can_be_shown=shown)
        options: dict[str, Any] = {"view": view} if view else {}
        await interaction.response.send_message(content, ephemeral=True, **options)


def _named(name: str, message: str) -> app_commands.locale_str:
    """Return the name of a menu with the message that has its translations."""
    return app_commands.locale_str(name, message=message)


def content_of(message: discord.Message) -> str:
    """Return what a message says; of a forwarded one, what was forwarded."""
    return message.content or next((shot.content for shot in message.message_snapshots if shot.content), "")


def with_subject(answer: str, author: discord.abc.User, content: str) -> str:
    """Put one line above an answer that says whose words it is about, where the message holds both."""
    words = fit(words_of(content).lstrip("> "), WORDS_SHOWN)
    line = REPLIES_TO(author=escape(fit(author.display_name, WORDS_SHOWN)), words=escape(words))
    return f"{line}\n{answer}" if len(line) + 1 + len(answer) <= MESSAGE_LIMIT else answer
