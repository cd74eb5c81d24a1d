"""What a message asks of us: whether it is meant for us, and the question in it.

Discord hands over the content of a message only where it mentions us, answers a message of ours with
a ping, or is a direct message (Gateway, "Message Content Intent"). That is all we want to read.
"""

from __future__ import annotations

import re
from typing import Final

import discord

_WRITTEN: Final = {discord.MessageType.default, discord.MessageType.reply}
"""What people write themselves; all else Discord tells of (Message Resource, "Message Types")."""

_DROPPED: Final = (
    re.compile(r"```.*?```", re.DOTALL),
    # A backtick inside a word is somebody's apostrophe ("what`s"), not code.
    re.compile(r"(?<![\w`])(``?)(?!`)[^`]{1,500}\1(?!`)"),
    # Not \s, which takes the line breaks too: of 4,000 empty lines each would be read to their end.
    re.compile(r"^[ \t]*>>>\s.*", re.DOTALL | re.MULTILINE),
    re.compile(r"^[ \t]*>\s.*$", re.MULTILINE),
)
_MASKED_LINK: Final = re.compile(r"\[([^\]\n]{1,300})\]\(<?https?://[^\s)]{1,500}\)")
_BLANKED: Final = (
    re.compile(r"<?https?://[^\s>]+>?"),
    re.compile(r"<(?:@[!&]?|#|a?:\w{1,40}:|t:|id:|/[^:>\n]{1,100}:)[\w:-]{1,60}>"),
    re.compile(r"@(?:everyone|here)\b"),
)
_FORMATTING: Final = re.compile(r"[*~|]{1,3}|^[ \t]*(?:#{1,3}|-#)\s|(?<!\w)_{1,2}|_{1,2}(?!\w)", re.MULTILINE)
_ESCAPE: Final = re.compile(r"\\([^\w\s])")


def is_for(message: discord.Message, us: discord.abc.Snowflake) -> bool:
    """Tell whether a message is meant for us: it names us, answers us with a ping, or is direct.

    Mentions of everyone, of those here or of a role are meant for no one in particular. Other bots,
    webhooks and Discord's own notices are never answered, so that two bots cannot talk for ever. In a
    thread, even one that grew from our answer, it is the same: without the privileged intent for message
    content, whatever does not name us arrives empty.
    """
    if message.author.bot or message.webhook_id or message.type not in _WRITTEN:
        return False
    return _is_direct(message) or any(user.id == us.id for user in message.mentions)


def _is_direct(message: discord.Message) -> bool:
    # Of a server we do not know yet discord.py says neither guild nor kind of channel.
    return message.guild is None and getattr(message.channel, "guild_id", None) is None


def names(message: discord.Message, us: discord.abc.Snowflake) -> bool:
    """Tell whether the text of a message names us; a reply that pings us need not."""
    return us.id in message.raw_mentions


def answers_a_slash_answer(message: discord.Message) -> bool:
    """Tell whether a message of unseen content replies to what a slash command said.

    Discord withholds such replies from us although they ping us (discord-api-docs issue 5395).
    """
    said = message.reference.resolved if message.reference else None
    return isinstance(said, discord.Message) and said.interaction_metadata is not None


def question_in(content: str) -> str:
    """Return what a message asks in its writer's own words.

    Code, quoted lines, links, mentions and formatting are read past: they are somebody else's words,
    or none.

    >>> question_in("<@1> **when** did `he` die? https://example.org")
    'when did die?'
    """
    text = content
    for dropped in _DROPPED:
        text = dropped.sub(" ", text)
    text = _ESCAPE.sub(r"\1", _MASKED_LINK.sub(r"\1", text))
    for blanked in _BLANKED:
        text = blanked.sub(" ", text)
    return " ".join(_FORMATTING.sub("", text).split()).lstrip(" ,:;–—-")
