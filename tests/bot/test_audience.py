"""Where an answer may be seen only by the one who asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest
import simcord.interactions

from bot.buttons.answer import CANNOT_SHOW
from tests.bot.pressing import labels

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

WHY = "Why did the lamp go out?"
USE_EXTERNAL_APPS = discord.Permissions(use_external_apps=True).value
ALL_BUT_EXTERNAL_APPS = discord.Permissions.all().value & ~USE_EXTERNAL_APPS
OURS = discord.Permissions(view_channel=True, send_messages=True, send_messages_in_threads=True).value
READING = discord.Permissions(view_channel=True).value


def meet(monkeypatch: pytest.MonkeyPatch, change: dict[str, Any]) -> None:
    """Let the next interactions come as from elsewhere: simcord knows no installation to a user."""
    simulated = simcord.interactions.base_payload

    def payload(*args: Any, **kwargs: Any) -> Any:
        record, sent = simulated(*args, **kwargs)
        sent |= {key: value for key, value in change.items() if key not in {"owners", "permissions"}}
        who = {"0": str(kwargs["guild_id"]), "1": str(kwargs["user_id"])}
        sent["authorizing_integration_owners"] = {kind: who[kind] for kind in change["owners"]}
        if "member" in sent and "permissions" in change:
            sent["member"]["permissions"] = str(change["permissions"])
        return record, sent

    monkeypatch.setattr(simcord.interactions, "base_payload", payload)


def as_guest(reader_may: int) -> dict[str, Any]:
    """Return what an interaction has where we are installed to its reader only."""
    return {"owners": "1", "permissions": reader_may, "app_permissions": "0"}


def as_member(we_may: int) -> dict[str, Any]:
    """Return what an interaction has where we are a member of the server."""
    return {"owners": "01", "app_permissions": str(we_may)}


@pytest.mark.parametrize(
    ("met", "private"),
    [
        (as_guest(USE_EXTERNAL_APPS), False),
        (as_guest(ALL_BUT_EXTERNAL_APPS), True),
        (as_member(OURS), False),
        (as_member(READING), True),
        (as_member(0), True),
    ],
)
@pytest.mark.parametrize("command", ["ask", "timeline"])
async def test_an_answer_is_private_where_it_must_be(
    channel: ChannelHandle,
    alice: MemberActor,
    monkeypatch: pytest.MonkeyPatch,
    met: dict[str, Any],
    private: bool,
    command: str,
) -> None:
    meet(monkeypatch, met)
    options = {"question": WHY} if command == "ask" else {}
    asked = await alice.slash(channel, command, **options)
    assert asked.response is not None
    assert asked.response.ephemeral is private
    assert ("Take away" in labels(asked.response)) is not private
    assert "Show to everyone" not in labels(asked.response)


async def test_a_private_answer_stays_so_where_we_may_no_longer_speak(
    channel: ChannelHandle, alice: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = await alice.slash(channel, "ask", question=WHY, private=True)
    assert asked.response is not None
    meet(monkeypatch, as_guest(ALL_BUT_EXTERNAL_APPS))
    pressed = await alice.click(asked.response, label="Show to everyone")
    assert pressed.response is not None
    assert (pressed.response.content, pressed.response.ephemeral) == (CANNOT_SHOW(), True)


async def test_a_guest_shows_and_takes_away_by_the_interactions_own_means(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    meet(monkeypatch, as_guest(USE_EXTERNAL_APPS))
    before = len(env.http_requests)
    private = await alice.slash(channel, "ask", question=WHY, private=True)
    assert private.response is not None
    await alice.click(private.response, label="Show to everyone")
    shown = channel.last_message
    assert shown is not None
    await alice.click(shown, label="Take away")
    assert channel.history() == []
    assert all(call.path.startswith(("/interactions/", "/webhooks/")) for call in env.http_requests[before:])


async def test_in_a_group_chat_a_private_answer_can_be_shown(
    env: simcord.Env, monkeypatch: pytest.MonkeyPatch
) -> None:
    meet(monkeypatch, {"owners": "1", "context": 2})
    alice = env.create_user("alice")
    asked = await alice.slash("ask", question=WHY, private=True)
    assert "Show to everyone" in labels(asked.response)
    public = await alice.slash("ask", question=WHY)
    assert not public.response.ephemeral


async def test_where_discord_refuses_to_show_the_reader_is_told(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    asked = await alice.slash(channel, "ask", question=WHY, private=True)
    assert asked.response is not None
    env.inject_error("POST", "/webhooks/*/*", status=403, code=50013)
    pressed = await alice.click(asked.response, label="Show to everyone")
    assert [(message.content, message.ephemeral) for message in pressed.followups] == [(CANNOT_SHOW(), True)]
