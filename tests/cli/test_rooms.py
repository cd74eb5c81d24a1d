"""Without a command: on Discord with a token, in the terminal without."""

from __future__ import annotations

import asyncio
import json
import signal
import sys

import pytest

from bot.cli import DONE, WRONG_USAGE
from tests.cli.conftest import TOKEN, footnote
from tests.discord.loopback import Loopback


@pytest.mark.parametrize("arguments", [[], ["chat"]])
def test_without_a_token_it_chats(arguments: list[str]) -> None:
    run = footnote(*arguments, stdin=b"How old was the crane?\n")
    assert run.returncode == DONE
    assert "81 years" in run.stdout.decode()
    told = "This is the terminal. To answer on Discord" in run.stderr.decode()
    assert told is (not arguments)


LED_HERE = """
import sys, discord
discord.http.Route.BASE = sys.argv[1] + "/api/v10"
from bot.cli import main
sys.exit(main(sys.argv[2:]))
"""


async def on_discord(place: Loopback, *arguments: str) -> asyncio.subprocess.Process:
    """Start the command as a process that takes `place` for Discord."""
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, "-W", "ignore", "-c", LED_HERE, place.url, *arguments, stdout=pipe, stderr=pipe
    )


@pytest.mark.parametrize("arguments", [[], ["discord"]])
async def test_a_rejected_token_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    async with Loopback(401) as place:
        process = await on_discord(place, *arguments)
        _, err = await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode == WRONG_USAGE
    said = err.decode()
    assert "Traceback" not in said
    assert TOKEN not in said
    assert said.splitlines()[-1].startswith("footnote: Discord rejects DISCORD_TOKEN; ")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal handlers in asyncio")
@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
async def test_with_a_token_it_runs_on_discord_until_it_is_stopped(
    monkeypatch: pytest.MonkeyPatch, name: signal.Signals
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    async with Loopback() as place:
        process = await on_discord(place)
        await asyncio.wait_for(place.identified.wait(), 30)
        process.send_signal(name)
        out, err = await asyncio.wait_for(process.communicate(), 5)
    assert (process.returncode, out) == (DONE, b"")
    events = [json.loads(line)["event"] for line in err.decode().splitlines()]
    assert events[-1] == "Disconnected."
    assert TOKEN not in err.decode()
