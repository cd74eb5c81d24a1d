"""Saying it on Discord: where an answer goes, who sees it, and what we do where we may not speak."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any, Final

import discord
import structlog

from bot.audience import is_private, must_be_private
from bot.breakage import describe
from bot.buttons.answer import TakeAwayButton
from bot.permissions import READ_HISTORY, Admins, instead, lacking, may_send
from bot.places import may_be_shown, wants_private
from bot.render import MESSAGE_LIMIT, Said, to_discord
from bot.tongues import reworded, speak_to, speak_to_all, speak_to_asker
from bot.views import MOST_BUTTONS, buttons_for

QUIET_SECONDS: Final = 60.0
"""How long we do not try again where Discord refused: 10,000 refusals in ten minutes would have it
shut us out everywhere (Discord, Rate Limits, "Invalid Request Limit")."""

_REFERENCE_REFUSED: Final = {
    50035,  # Invalid form body: the message we answer is gone
    160002,  # Cannot reply without permission to read message history
}

_NO_DIRECT_MESSAGES: Final = 50007
"""Cannot send messages to this user (Discord, JSON Error Codes)."""

log = structlog.get_logger("footnote")


class Speaker:
    """Sends replies to chat messages, and remembers for a while where it may not."""

    def __init__(self, limit: int = 1000, clock: Callable[[], float] = time.monotonic) -> None:
        """Remember at most `limit` channels that refused us."""
        self._limit = limit
        self._clock = clock
        self._refused: OrderedDict[int, float] = OrderedDict()
        self._admins = Admins()

    async def reply(self, message: discord.Message, said: Said) -> discord.PartialMessage | None:
        """Answer a message without a ping, and return our message; None where we could not speak.

        Where we lack the permission to write, the answer goes to the asker directly, with a line on why.

        Raises:
            discord.HTTPException: Discord failed in a way that is not a refusal.
        """
        missing = lacking(message)
        if missing:
            await self._admins.tell(message, missing)
        if not may_send(missing):
            why = instead(message, missing)
            return await self._unless_refused(message.author.id, lambda: _send_direct(message, said, why))
        refer = READ_HISTORY not in missing
        return await self._unless_refused(message.channel.id, lambda: _send(message, said, refer=refer))

    async def correct(self, message: discord.Message, answer: discord.PartialMessage, said: Said) -> bool:
        """Let our answer to an edited message say something else; return False where it is gone.

        Raises:
            discord.HTTPException: Discord failed in a way that is not a refusal.
        """
        content = to_discord(said)
        missing = lacking(message)
        if missing and answer.channel.id != message.channel.id:
            content = _with_reason(instead(message, missing), content) or content
        try:
            await answer.edit(content=content, view=buttons_for(said, message.author.id))
        except (discord.Forbidden, discord.NotFound):
            return False
        return True

    async def _unless_refused(
        self, place: int, send: Callable[[], Awaitable[discord.Message]]
    ) -> discord.PartialMessage | None:
        """Send, but where this place has refused us just now; only the way to our message is kept."""
        if self._clock() - self._refused.get(place, -QUIET_SECONDS) < QUIET_SECONDS:
            return None
        try:
            sent = await send()
        except (discord.Forbidden, discord.NotFound) as error:
            self._remember_refusal(place, error)
            return None
        self._refused.pop(place, None)
        return discord.PartialMessage(channel=sent.channel, id=sent.id)

    async def respond(
        self,
        interaction: discord.Interaction[Any],
        said: Said,
        *,
        private: bool = False,
        file: discord.File | None = None,
    ) -> None:
        """Answer a button with a message of its own, as private as the one it stands under."""
        await respond(interaction, said, private=private or is_private(interaction), file=file)

    async def turn_into(self, interaction: discord.Interaction[Any], said: Said) -> None:
        """Turn the message whose button was pressed into something else, with buttons of its own."""
        private = is_private(interaction)
        shown = private and await may_be_shown(interaction)
        view = buttons_for(said, interaction.user.id, private=private, can_be_shown=shown)
        # A picture says what was said before.
        await interaction.response.edit_message(content=to_discord(said), view=view, attachments=[])
        if interaction.message and not private:
            interaction.client.repeats.forget(interaction.message.id)
            interaction.client.repeats.note_shown(interaction, said, interaction.message.id)

    async def whisper(self, interaction: discord.Interaction[Any], said: Said) -> None:
        """Say something only to the one who pressed a button, with nothing to press."""
        speak_to_asker(interaction)
        await interaction.response.send_message(to_discord(reworded(said)), ephemeral=True)

    async def show(self, interaction: discord.Interaction[Any], said: Said, pressed: str) -> None:
        """Say to everybody what was said in private; the button `pressed` goes, so that it is said once."""
        view = (
            discord.ui.View.from_message(interaction.message, timeout=None) if interaction.message else None
        )
        for item in view.children if view else ():
            if view and getattr(item, "custom_id", None) == pressed:
                view.remove_item(item)
        if view:
            view.stop()  # discord.py would keep it in memory for ever; its buttons are heard without that
        await interaction.response.edit_message(view=view)
        speak_to_all(interaction)
        said = reworded(said)
        public = buttons_for(said, interaction.user.id)
        options: dict[str, Any] = {"view": public} if public else {}
        sent = await interaction.followup.send(to_discord(said), wait=True, **options)
        interaction.client.repeats.note_shown(interaction, said, sent.id)

    def _remember_refusal(self, channel: int, error: discord.HTTPException) -> None:
        # A reader who takes no direct messages is nobody's trouble, and no log's business.
        if channel not in self._refused and error.code != _NO_DIRECT_MESSAGES:
            log.warning("We may not speak in a channel.", channel=channel, **describe(error))
        self._refused[channel] = self._clock()
        self._refused.move_to_end(channel)
        while len(self._refused) > self._limit:
            self._refused.popitem(last=False)


async def _send(message: discord.Message, said: Said, *, refer: bool) -> discord.Message:
    options = _buttons(said, message)
    content = to_discord(said)
    if refer:
        try:
            reference = message.to_reference(fail_if_not_exists=False)
            return await message.channel.send(content, reference=reference, mention_author=False, **options)
        except discord.HTTPException as error:
            if error.code not in _REFERENCE_REFUSED:
                raise
    return await message.channel.send(content, **options)


async def _send_direct(message: discord.Message, said: Said, why: str) -> discord.Message:
    content = to_discord(said)
    together = _with_reason(why, content)
    if together is None:
        await message.author.send(why)
    return await message.author.send(together or content, **_buttons(said, message))


def _with_reason(why: str, content: str) -> str | None:
    """Return both in one message, or None where one cannot hold them."""
    together = f"{why}\n\n{content}"
    return together if len(together) <= MESSAGE_LIMIT else None


def _buttons(said: Said, message: discord.Message) -> dict[str, Any]:
    view = buttons_for(said, message.author.id)
    return {"view": view} if view else {}


async def respond(
    interaction: discord.Interaction[Any],
    said: Said,
    *,
    private: bool = False,
    view: discord.ui.View | None = None,
    file: discord.File | None = None,
) -> None:
    """Answer a slash command; what was not found only the asker sees.

    With a `view`, that stands beneath in place of what is offered, in public with a way to take it away.
    A `file` goes beside the words.
    Only the interaction's own endpoint is used, for installed to a user we are no member of the server
    (Discord, Application Commands, "Installation Context").
    """
    private = private or said.outcome == "unknown" or must_be_private(interaction)
    private = private or await wants_private(interaction)
    speak_to(interaction, private=private)
    said = reworded(said)
    shown = private and await may_be_shown(interaction)
    if view and not private and len(view.children) < MOST_BUTTONS:
        view.add_item(TakeAwayButton(interaction.user.id))
    view = view or buttons_for(
        said, interaction.user.id, private=private, can_be_shown=shown, pictured=file is not None
    )
    options: dict[str, Any] = {"view": view} if view else {}
    if file:
        options["file"] = file
    sent = await interaction.response.send_message(to_discord(said), ephemeral=private, **options)
    if not private and sent.message_id:
        interaction.client.repeats.note_shown(interaction, said, sent.message_id)
