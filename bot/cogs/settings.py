"""What a server can set."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.choices import MAX_LENGTH, Choices, guarded
from bot.cogs.managing import NOT_KEPT, NOT_READ, for_managers, is_manager, whisper
from bot.render import escape, fit
from bot.speech import Message
from bot.store import DatabaseError, GuildSettings
from bot.store.guilds import MOST_CHANNELS

if TYPE_CHECKING:
    from bot.client import FootnoteBot
    from knowledge import Library

ALL_STORIES: Final = "all"
AS_THE_SERVERS: Final = "server"
LANGUAGES: Final = {
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "de": "Deutsch",
    "pt-BR": "Português (Brasil)",
}

SETTINGS_OF: Final = Message("settings-of")
STORY_ALL: Final = Message("settings-story-all")
STORY_ONE: Final = Message("settings-story-one")
STORY_LOST: Final = Message("settings-story-lost")
LANGUAGE: Final = Message("settings-language")
LANGUAGE_SERVERS: Final = Message("settings-language-servers")
PRIVATE: Final = Message("settings-private")
PUBLIC: Final = Message("settings-public")
REPEATS_LINKED: Final = Message("settings-repeats-linked")
REPEATS_TOLD: Final = Message("settings-repeats-told")
EVERYWHERE: Final = Message("settings-everywhere")
ONLY_THERE: Final = Message("settings-only-there")

NOTHING_SET: Final = Message("settings-nothing")
NO_SUCH_STORY: Final = Message("settings-no-such-story")
EVERY_STORY: Final = Message("settings-every-story")
TOO_MANY: Final = Message("settings-too-many")
BOTH_WAYS: Final = Message("settings-both-ways")
THE_LAST: Final = Message("settings-the-last")
NOT_AMONG: Final = Message("settings-not-among")


class _PlaceTransformer(app_commands.Transformer):
    """Takes any channel that may be written in, or that has posts which may.

    discord.py would ask for media channels beside forums, which Discord's API description does not know
    as a kind that may be asked for.
    """

    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        kinds = discord.ChannelType
        return [kinds.text, kinds.news, kinds.voice, kinds.stage_voice, kinds.forum]

    async def transform(self, _: discord.Interaction[Any], value: Any, /) -> app_commands.AppCommandChannel:  # noqa: ANN401
        place: app_commands.AppCommandChannel = value
        return place


AnyChannel = app_commands.AppCommandChannel
Derive = Callable[[GuildSettings], dict[str, Any]]
Place = app_commands.Transform[AnyChannel, _PlaceTransformer]


class Wish(ValueError):  # noqa: N818 (it is a wish that cannot be granted, and the sentence says why)
    """What was wished for cannot be set; the message is what its user hears."""


@for_managers
class SettingsCog(
    commands.GroupCog, group_name="settings", group_description="See and set what I do in this server"
):
    """The settings of a server."""

    def __init__(self, bot: FootnoteBot) -> None:
        """Keep them in the database of `bot`."""
        self._bot = bot
        self._forgetting: asyncio.Task[None] | None = None

    async def cog_unload(self) -> None:
        """Leave the database alone from now on."""
        if self._forgetting:
            self._forgetting.cancel()
            await asyncio.wait({self._forgetting})

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget a server that has removed us (discord.py tells us of an outage by another event)."""
        await self._bot.guilds_settings.forget(guild.id)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Forget the servers that removed us while we were down."""
        if self._forgetting is None or self._forgetting.done():
            self._forgetting = asyncio.create_task(self.forget_missing(), name="forgetting servers")

    async def forget_missing(self) -> None:
        """Forget the servers that we are not in any more; those that are out are among our guilds too.

        Other processes run other shards, and know the servers of these (Gateway, "Sharding").
        """
        bot = self._bot
        count = bot.shard_count or 1
        shards = bot.shard_ids or range(count)
        present = {guild.id for guild in bot.guilds}
        await bot.guilds_settings.forget_others(present, lambda guild: (guild >> 22) % count in shards)

    @app_commands.command()
    async def show(self, interaction: discord.Interaction[FootnoteBot]) -> None:
        """See what is set for this server."""
        if await is_manager(interaction):
            settings = await self._bot.guilds_settings.get(interaction.guild_id)
            told = describe(settings, self._bot.whole_library) if settings.is_known else NOT_READ()
            await whisper(interaction, told)

    @app_commands.command(name="set")
    @app_commands.rename(repeat_links="repeat-links")
    @app_commands.describe(
        story="The one story I tell here",
        language="The language I speak here",
        private="Show answers to slash commands only to the asker, unless they want otherwise",
        repeat_links="Link to what was told a moment ago rather than tell it again",
        channel="Add a channel where all may see my answers; elsewhere only the asker does",
        without="Take a channel away from those where all may see my answers",
        everywhere="Let all see my answers in every channel",
    )
    @app_commands.choices(
        language=[
            app_commands.Choice(
                name=app_commands.locale_str("As the server's", message="choice-as-the-servers"),
                value=AS_THE_SERVERS,
            ),
            *(app_commands.Choice(name=name, value=tag) for tag, name in LANGUAGES.items()),
        ]
    )
    async def change(  # noqa: PLR0913, PLR0917 (options of one command)
        self,
        interaction: discord.Interaction[FootnoteBot],
        story: str | None = None,
        language: str | None = None,
        private: bool | None = None,
        repeat_links: bool | None = None,
        channel: Place | None = None,
        without: Place | None = None,
        everywhere: bool | None = None,
    ) -> None:
        """Change what is set for this server; what you leave out stays as it is."""
        if interaction.guild_id is None or not await is_manager(interaction):
            return
        changes = {"private": private, "repeat_links": repeat_links}
        wanted: dict[str, Any] = {name: value for name, value in changes.items() if value is not None}
        try:
            if story is not None:
                wanted["story"] = _story(story, self._bot.whole_library)
            if language is not None:
                wanted["language"] = None if language == AS_THE_SERVERS else language
            places = None
            if channel or without or everywhere is not None:
                places = partial(_channels, channel=channel, without=without, everywhere=bool(everywhere))
            told = (
                await self._set(interaction.guild_id, wanted, places) if wanted or places else NOTHING_SET()
            )
        except Wish as wish:
            told = str(wish)
        await whisper(interaction, told)

    async def _set(self, guild_id: int, wanted: dict[str, Any], places: Derive | None) -> str:
        try:
            settings = await self._bot.guilds_settings.change(guild_id, places, **wanted)
        except DatabaseError:
            return NOT_KEPT()
        return describe(settings, self._bot.whole_library)

    @change.autocomplete("story")
    @guarded
    async def _stories(self, _: discord.Interaction[FootnoteBot], typed: str) -> Choices:
        rows: list[tuple[str, str]] = [(EVERY_STORY(), ALL_STORIES)]
        rows += [(story.heading.title, story.id) for story in self._bot.whole_library.stories]
        wanted = typed.casefold().strip()
        held = [row for row in rows if any(wanted in part.casefold() for part in row)][:25]
        names = {fit(name, MAX_LENGTH): value for name, value in held}
        return [app_commands.Choice(name=name, value=value) for name, value in names.items()]


def describe(settings: GuildSettings, library: Library) -> str:
    """Return what is set, a line each."""
    return "\n".join(_lines(settings, library))


def _lines(settings: GuildSettings, library: Library) -> Iterator[str]:
    titles = {story.id: story.heading.title for story in library.stories}
    yield SETTINGS_OF()
    if settings.story in titles:
        yield STORY_ONE(title=escape(titles[settings.story]))
    else:
        yield STORY_LOST(id=settings.story) if settings.story else STORY_ALL()
    yield LANGUAGE(language=LANGUAGES.get(settings.language or "") or LANGUAGE_SERVERS())
    yield PRIVATE() if settings.private else PUBLIC()
    yield REPEATS_LINKED() if settings.repeat_links else REPEATS_TOLD()
    channels = ", ".join(f"<#{channel}>" for channel in sorted(settings.channels))
    yield ONLY_THERE(channels=channels) if channels else EVERYWHERE()


def _story(typed: str, library: Library) -> str | None:
    """Return the id of the story that is meant by an id or a title, None for all."""
    wanted = typed.strip().casefold()
    if wanted in {ALL_STORIES, EVERY_STORY().casefold()}:
        return None
    for story in library.stories:
        if wanted in {story.id, story.heading.title.casefold()}:
            return story.id
    raise Wish(NO_SUCH_STORY(typed=escape(fit(typed, MAX_LENGTH)), all=EVERY_STORY()))


def _channels(
    now: GuildSettings, *, channel: AnyChannel | None, without: AnyChannel | None, everywhere: bool
) -> dict[str, Any]:
    if everywhere and (channel or without):
        raise Wish(BOTH_WAYS())
    if everywhere:
        return {"channels": frozenset()}
    wanted = now.channels | ({channel.id} if channel else set())
    if without:
        if without.id not in wanted:
            raise Wish(NOT_AMONG(channel=without.mention))
        wanted -= {without.id}
        if not wanted:
            raise Wish(THE_LAST())
    if len(wanted) > MOST_CHANNELS:
        raise Wish(TOO_MANY(most=MOST_CHANNELS))
    return {"channels": wanted}
