"""Looking at what can be pressed under a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import discord
    from simcord.results import ResponseMessage


def parts(message: ResponseMessage | discord.Message) -> list[dict[str, Any]]:
    """Return the buttons and menus under a message."""
    rows = [row if isinstance(row, dict) else row.to_dict() for row in message.components]
    return [dict(part) for row in rows for part in row["components"]]  # type: ignore[typeddict-item]


def labels(message: ResponseMessage | discord.Message) -> list[str]:
    """Return the words on the buttons under a message."""
    return [part["label"] for part in parts(message) if part["type"] == 2]


def options(message: ResponseMessage | discord.Message) -> dict[str, str]:
    """Return the rows of the menu under a message, each with where it leads."""
    [menu] = [part for part in parts(message) if part["type"] == 3]
    return {option["label"]: option["value"] for option in menu["options"]}
