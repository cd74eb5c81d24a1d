"""How often we answer: so many times a minute for each reader and each channel, then a pause.

Whatever asks us passes here: messages through `Limits.admit`, commands and buttons through `admits`.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import discord

from bot.speech import Message, again, say_in

if TYPE_CHECKING:
    from bot.client import FootnoteBot

READER_A_MINUTE: Final = 8
CHANNEL_A_MINUTE: Final = 30
PAUSE_SECONDS: Final = 30.0
"""How long nothing is answered where the limit was reached; the sentences below say so."""

READER_PAUSE: Final = Message("reader-pause")
CHANNEL_PAUSE: Final = Message("channel-pause")


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer that is not given now."""

    line: str
    first: bool
    """Whether nobody was told so since the pause began."""


class _Bucket:
    """A token bucket: full it allows a burst, empty it closes for half a minute, until it is half full.

    It closes for a while, not for the seconds until one answer is free: whoever goes on asking would
    otherwise get an answer and a refusal in turn, and the refusals would be the noise.
    """

    def __init__(self, a_minute: int, now: float) -> None:
        self._size = float(a_minute)
        self._tokens = float(a_minute)
        self._since = now
        self._opens: float | None = None
        self._told = False

    def is_open(self, now: float) -> bool:
        self._tokens = min(self._size, self._tokens + (now - self._since) * self._size / 60)
        self._since = now
        if self._opens is not None and now >= self._opens:
            # Half a minute fills half of it, but for what many small sums lose in rounding.
            self._tokens, self._opens = max(self._tokens, self._size / 2), None
        if self._opens is None and self._tokens < 1:
            self._opens, self._told = now + PAUSE_SECONDS, False
        return self._opens is None

    def take(self) -> None:
        self._tokens -= 1

    def tell(self) -> bool:
        """Return whether this is the first refusal of the pause."""
        first, self._told = not self._told, True
        return first


class _Buckets:
    """A bucket for each id; one that was not used for longest is dropped, and is full when it comes back."""

    def __init__(self, a_minute: int, limit: int) -> None:
        self._a_minute = a_minute
        self._limit = limit
        self._held: OrderedDict[int, _Bucket] = OrderedDict()

    def __len__(self) -> int:
        return len(self._held)

    def of(self, key: int, now: float) -> _Bucket:
        bucket = self._held.setdefault(key, _Bucket(self._a_minute, now))
        self._held.move_to_end(key)
        while len(self._held) > self._limit:
            self._held.popitem(last=False)
        return bucket


class Limits:
    """Counts answers, in memory alone."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, limit: int = 10_000) -> None:
        """Count for the `limit` readers and the `limit` channels that asked last."""
        self._clock = clock
        self._readers = _Buckets(READER_A_MINUTE, limit)
        self._channels = _Buckets(CHANNEL_A_MINUTE, limit)

    def __len__(self) -> int:
        """Return how many readers and channels are counted for."""
        return len(self._readers) + len(self._channels)

    def admit(self, reader: int, channel: int | None) -> Refusal | None:
        """Count one answer to this reader in this channel, or return why it is not given."""
        now = self._clock()
        of_reader = self._readers.of(reader, now)
        if not of_reader.is_open(now):
            return Refusal(READER_PAUSE(), of_reader.tell())
        if channel is not None:
            of_channel = self._channels.of(channel, now)
            if not of_channel.is_open(now):
                return Refusal(CHANNEL_PAUSE(), of_channel.tell())
            of_channel.take()
        of_reader.take()
        return None


async def admits(bot: FootnoteBot, interaction: discord.Interaction[Any]) -> bool:
    """Tell whether a command or a button is answered now; where not, its reader alone hears why.

    A command is told so each time, for to one that we pass over Discord says that we did not respond. A
    button is told so once a pause; then it is acknowledged (Receiving and Responding, "Interaction
    Callback Type" 6), which shows nothing.
    """
    if interaction.type is discord.InteractionType.autocomplete:
        return True
    refusal = bot.limits.admit(interaction.user.id, interaction.channel_id)
    if refusal is None:
        return True
    try:
        if interaction.type is discord.InteractionType.component and not refusal.first:
            await interaction.response.defer()
        else:
            say_in(interaction.locale.value)
            await interaction.response.send_message(again(refusal.line), ephemeral=True)
    except discord.HTTPException as error:
        await bot.breakage.in_interaction(interaction, error)
    return False
