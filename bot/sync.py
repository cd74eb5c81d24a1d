"""Telling Discord our commands, only when they changed.

Creating commands is limited to 200 a day (Discord, Application Commands, "Registering a Command"),
and an upload at every start would spend that on restarts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import discord
import structlog
from discord import app_commands

from bot.breakage import describe

log = structlog.get_logger("footnote")

_COMPARED = (
    "name",
    "name_localizations",
    "description",
    "description_localizations",
    "type",
    "options",
    "nsfw",
    "contexts",
    "integration_types",
    "default_member_permissions",
)


async def sync_if_changed(tree: app_commands.CommandTree[Any], guild: int | None) -> None:
    """Upload the commands where Discord holds others than we have; a failure is logged, not raised.

    With a `guild` (its id) they go to that server alone and are taken from everywhere else, or its
    members would see every command twice.
    """
    scopes: list[discord.Object | None] = [None]
    if guild is not None:
        server = discord.Object(guild)
        tree.copy_global_to(guild=server)
        tree.clear_commands(guild=None)
        scopes.append(server)
    for scope in scopes:
        try:
            if await is_changed(tree, scope):
                await tree.sync(guild=scope)
                log.info("Commands were uploaded.", guild=scope.id if scope else None)
        except (discord.HTTPException, app_commands.AppCommandError) as error:
            # Discord keeps the commands it has, so readers are still served by those.
            log.error("Commands could not be uploaded.", why=str(error), **describe(error))  # noqa: TRY400


async def is_changed(tree: app_commands.CommandTree[Any], guild: discord.Object | None) -> bool:
    """Tell whether Discord's commands differ from ours, there or (without a guild) everywhere."""
    ours = {_plain(await _translated(command, tree)) for command in tree.get_commands(guild=guild)}
    theirs = {_plain(command) for command in await _held_by_discord(tree.client, guild)}
    return ours != theirs


async def _translated(
    command: app_commands.Command[Any, ..., Any] | app_commands.ContextMenu | app_commands.Group,
    tree: app_commands.CommandTree[Any],
) -> Mapping[str, Any]:
    """Return a command as it is uploaded, in every language."""
    translator = tree.translator
    return await command.get_translated_payload(tree, translator) if translator else command.to_dict(tree)


async def _held_by_discord(
    client: discord.Client, guild: discord.Object | None
) -> Sequence[Mapping[str, Any]]:
    """Return the commands as Discord sends them, in every language.

    Not with `tree.fetch_commands`: discord.py 2.7.1 reads their contexts and installation types
    shifted by one (`AppCommand._from_data`), so that every start would find them changed. Its methods of
    `http` do not ask for the translations (Application Commands, "Get Global Application Commands").
    """
    application = client.application_id
    if application is None:
        raise app_commands.MissingApplicationID
    path = "/applications/{application_id}/commands"
    if guild is not None:
        path = "/applications/{application_id}/guilds/{guild_id}/commands"
    route = discord.http.Route("GET", path, application_id=application, guild_id=guild.id if guild else None)
    commands: Sequence[Mapping[str, Any]] = await client.http.request(
        route, params={"with_localizations": "true"}
    )
    return commands


def _plain(command: Mapping[str, Any]) -> str:
    """Return what counts of a command in a form that compares: Discord adds ids and empty fields."""
    compared = {key: command.get(key) for key in _COMPARED}
    if (permissions := compared["default_member_permissions"]) is not None:
        # We send a number and get a text back (Discord, Permissions, "Bitwise Permission Flags").
        compared["default_member_permissions"] = str(permissions)
    return repr(_bare(compared))


def _bare(value: Any) -> Any:  # noqa: ANN401 (JSON has no narrower type)
    if isinstance(value, Mapping):
        kept = {key: _bare(part) for key, part in value.items()}
        return sorted((key, part) for key, part in kept.items() if part not in (None, False, [], "", {}))
    if isinstance(value, list):
        parts = [_bare(part) for part in value]
        # Discord gives contexts back in an order of its own; that of options is ours and counts.
        return sorted(parts) if all(isinstance(part, int) for part in parts) else parts
    return value
