"""A simulated server on which readers act, and where all that becomes visible is written down."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Awaitable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

import discord
import simcord
from simcord.results import ResponseMessage

from bot.client import FootnoteBot
from bot.cogs.daily import DailyCog
from bot.cogs.quiz import QuizCog
from bot.picking import Shuffled
from tests.conftest import assert_legal
from tests.discord.gallery.clock import Clock
from tests.discord.gallery.page import Names, Seen, quoted, seen, spoken

if TYPE_CHECKING:
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle, GuildHandle

    from knowledge import Library

SEED = 2
US = "Footnote"
NOTHING = "*Footnote says nothing.*"
Result = TypeVar("Result")


class Stage:
    """One server with a bot of its own, so that no scene knows of another."""

    def __init__(self, library: Library, database: Path | None = None) -> None:
        """Prepare the bot."""
        self.clock = Clock()
        self.bot = FootnoteBot(library, database=database, clock=self.clock.seconds)
        self.env = simcord.Env(self.bot, shard_count=1)
        self._names = Names({}, {})
        self._written: list[str] = []
        self._shown: dict[int, Seen] = {}

    async def __aenter__(self) -> Self:
        """Connect the bot, and let it roll the same dice every time."""
        await self.env.start()
        assert self.bot.user
        self._names.people[self.bot.user.id] = US
        self.guild: GuildHandle = self.env.create_guild()
        self.general = self.channel("general")
        self._load_the_dice()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Disconnect it; what it did must have been legal."""
        await self.env.shutdown()
        assert_legal(self.env)
        assert not self.env.errors, self.env.errors

    def _load_the_dice(self) -> None:
        bot = self.bot
        bot.picker._shuffled = Shuffled(chance=random.Random(SEED))
        quiz, daily = bot.get_cog("QuizCog"), bot.get_cog("DailyCog")
        assert isinstance(quiz, QuizCog)
        assert isinstance(daily, DailyCog)
        quiz._chance = random.Random(SEED)
        quiz._shuffled = Shuffled(chance=quiz._chance)
        daily.posts._chance = random.Random(SEED)
        daily.posts.now = self.clock.moment

    @property
    def posts(self) -> Any:
        """Return what posts the quote a day."""
        return self.bot.get_cog("DailyCog").posts  # type: ignore[union-attr]

    @property
    def text(self) -> str:
        """Return what was written down."""
        return quoted(self._written)

    def channel(self, name: str, **denied: bool) -> ChannelHandle:
        """Make a channel in which the bot is denied these permissions."""
        assert self.bot.user
        overwrite = discord.PermissionOverwrite()
        overwrite.update(**denied)
        made = self.guild.create_text_channel(name, overwrites={self.bot.user: overwrite})
        self._names.channels[made.id] = name
        return made

    def reader(self, name: str, **permissions: bool) -> Reader:
        """Let somebody join the server, with these permissions."""
        roles = []
        if permissions:
            roles = [
                self.guild.create_role(f"role of {name}", permissions=discord.Permissions(**permissions))
            ]
        user = self.env.create_user(name)
        self._names.people[user.id] = name
        return Reader(self, name, self.guild.add_member(user, roles=roles))

    def admin_channel(self, channel: ChannelHandle) -> None:
        """Let a channel be the one where Discord writes to those who run the server."""
        real = self.bot.get_guild(self.guild.id)
        assert real
        real._public_updates_channel_id = channel.id

    def show_to_all(self, command: str) -> None:
        """Let the server show a command of its managers to everybody."""
        uploaded = self.env.backend.commands[None][command, 1]
        self.guild.set_command_permissions(int(uploaded["id"]), {self.guild.default_role: True})

    def write(self, line: str) -> None:
        """Write a line of our own."""
        self._written += self._names.put_into(line).split("\n")

    async def watch(self, act: Awaitable[Result]) -> tuple[Result, ResponseMessage | None]:
        """Let something happen, write down what becomes visible, and return the last message that did."""
        result = await act
        return result, self._look()

    @contextlib.contextmanager
    def unseen(self, line: str) -> Iterator[None]:
        """Write one line in place of all that happens meanwhile."""
        kept = len(self._written)
        yield
        del self._written[kept:]
        self.write(line)

    def _look(self) -> ResponseMessage | None:
        """Write down what has changed since the last look, the oldest message first."""
        stored = self.env.backend.messages
        now = {id_: message for held in stored.values() for id_, message in held.items()}
        changed = None
        for id_ in [id_ for id_ in self._shown if id_ not in now]:
            del self._shown[id_]
            self.write(f"*{US}'s answer is gone.*")
        for id_, message in sorted(now.items()):
            if message.author_id != self.bot.user.id:  # type: ignore[union-attr]
                continue
            before, after = self._shown.get(id_), seen(message)
            if before != after:
                self._write_message(before, after, message.channel_id)
                self._shown[id_] = after
                changed = ResponseMessage(self.env, message)
        return changed

    def _write_message(self, before: Seen | None, now: Seen, channel: int) -> None:
        if before and before.content == now.content:
            self.write(f"*Under {US}'s message stands now:*")
        else:
            self._written += spoken(self._speaker(before, now, channel), self._names.put_into(now.content))
        for words in now.pictures:
            self.write(f"🖼 *a picture, with the alternative text:* {words}")
        if now.pressable:
            self.write(now.pressable)

    def _speaker(self, before: Seen | None, now: Seen, channel: int) -> str:
        notes = []
        if before:
            notes.append("its message changes")
        if now.only_for:
            notes.append(f"only {self._names.people[now.only_for]} sees it")
        direct = [reader for reader, id_ in self.env.backend.dm_channels.items() if id_ == channel]
        if direct:
            notes.append(f"to {self._names.people[direct[0]]} directly")
        elif channel != self.general.id:
            notes.append(f"in #{self._names.channels[channel]}")
        return f"**{US}**" + (f" *({', '.join(notes)})*" if notes else "")


class Reader:
    """Somebody who asks."""

    def __init__(self, stage: Stage, name: str, member: MemberActor) -> None:
        """Act on a stage."""
        self._stage = stage
        self.name = name
        self.member = member

    async def asks(self, question: str, **options: Any) -> discord.Message:
        """Mention the bot with a question."""
        user = self._stage.bot.user
        assert user
        return await self.says(f"{user.mention} {question}", **options)

    async def says(
        self, text: str, *, channel: ChannelHandle | None = None, reply_to: Any = None
    ) -> discord.Message:
        """Write a message."""
        where = channel or self._stage.general
        note = "" if where is self._stage.general else f" *(in #{where.name})*"
        note += " *(in reply to that)*" if reply_to else ""
        self._write(f"{note} {text}")
        sent, reply = await self._stage.watch(self.member.send(where, text, reply_to=reply_to))
        if reply is None and any(user == self._stage.bot.user for user in sent.mentions):
            self._stage.write(NOTHING)
        return sent

    async def says_directly(self, text: str) -> None:
        """Write the bot a direct message."""
        self._write(f" *(directly)* {text}")
        await self._stage.watch(self.member.send_dm(text))

    async def writes(self, text: str) -> discord.Message:
        """Write a message that is not for the bot."""
        self._stage._written += spoken(f"**{self.name}**", text)
        return (await self._stage.watch(self.member.send(self._stage.general, text)))[0]

    async def slash(self, command: str, /, **options: Any) -> ResponseMessage:
        """Use a slash command."""
        given = "".join(f" `{name}:` {self._option(value)}" for name, value in options.items())
        self._write(f" `/{command}`{given}")
        act = self.member.slash(self._stage.general, command, **options)
        return self._one((await self._stage.watch(act))[1])

    async def press(self, message: Any, label: str) -> ResponseMessage | None:
        """Press a button."""
        self._write(f" *presses* [{label}]")
        return (await self._stage.watch(self.member.click(message, label=label)))[1]

    async def choose(self, message: ResponseMessage, label: str) -> ResponseMessage:
        """Choose from the menu under a message."""
        parts = [part for row in message.components for part in row["components"]]
        values = [
            option["value"]
            for part in parts
            for option in part.get("options", ())
            if option["label"] == label
        ]
        self._write(f" *chooses* “{label}”")
        return self._one((await self._stage.watch(self.member.select(message, values)))[1])

    async def menu(self, name: str, message: discord.Message) -> ResponseMessage:
        """Use a menu of somebody's message."""
        self._write(f" *on that message:* Apps → {name}")
        act = self.member.context_menu(self._stage.general, name, message)
        return self._one((await self._stage.watch(act))[1])

    async def types(self, command: str, option: str, typed: str) -> None:
        """Type into an option, and see what is suggested."""
        self._write(f" *types* `/{command} {option}:{typed}` *and sees, to choose from:*")
        rows = await self.member.autocomplete(self._stage.general, command, option, typed)
        self._stage.write("\n".join(f"- {row['name']}" for row in rows) or "*nothing*")

    async def edits(self, message: discord.Message, text: str) -> None:
        """Edit a question."""
        user = self._stage.bot.user
        assert user
        self._write(f" *edits it to:* {user.mention} {text}")
        await self._stage.watch(self.member.edit(message, f"{user.mention} {text}"))

    async def deletes(self, message: discord.Message) -> None:
        """Delete a question."""
        self._write(" *deletes the question*")
        await self._stage.watch(self.member.delete(message))

    def newest(self) -> ResponseMessage:
        """Return the bot's newest message in the channel."""
        held = self._stage.env.backend.messages[self._stage.general.id]
        return ResponseMessage(self._stage.env, max(held.values(), key=lambda message: message.id))

    def _write(self, line: str) -> None:
        self._stage.write(f"**{self.name}**{line}")

    def _option(self, value: Any) -> str:
        return getattr(value, "mention", None) or str(value)

    def _one(self, message: ResponseMessage | None) -> ResponseMessage:
        assert message is not None, f"{self.name} was not answered"
        return message
