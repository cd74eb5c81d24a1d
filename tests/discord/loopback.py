"""A small Discord on this machine: enough of REST and gateway to log in, to be ready, and to leave."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any, Self

import aiohttp
import discord
import pytest
from aiohttp import web

BOT = {"id": "100", "username": "Footnote", "discriminator": "0000", "avatar": None, "bot": True}


def _json(body: Any, status: int = 200) -> web.Response:
    # Not web.json_response: with a charset in the type discord.py takes the body for plain text.
    return web.Response(body=json.dumps(body), status=status, headers={"Content-Type": "application/json"})


@dataclass
class Loopback:
    """Plays Discord for one client. `login_status` and `close_code` make it refuse that client."""

    login_status: int = 200
    close_code: int | None = None
    identified: asyncio.Event = field(default_factory=asyncio.Event)
    close_codes: list[int | None] = field(default_factory=list)
    identifies: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""
    _runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        """Listen on a free port of 127.0.0.1."""
        app = web.Application()
        app.router.add_get("/gateway", self._gateway)
        app.router.add_route("*", "/api/v10/{path:.*}", self._rest)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop listening."""
        if self._runner:
            await self._runner.cleanup()

    def lead_here(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let discord.py talk to this instead of to Discord."""
        monkeypatch.setattr(discord.http.Route, "BASE", f"{self.url}/api/v10")

    async def _rest(self, request: web.Request) -> web.Response:
        path = request.match_info["path"]
        if path == "users/@me":
            body = BOT if self.login_status == 200 else {"message": "no", "code": 0}
            return _json(body, self.login_status)
        if path == "oauth2/applications/@me":
            return _json({"id": "100", "name": "Footnote", "description": "", "bot_public": True, "flags": 0,
                          "bot_require_code_grant": False, "verify_key": "", "icon": None, "owner": BOT,
                          "team": None, "summary": "", "rpc_origins": None})  # fmt: skip
        if path == "gateway/bot":
            limits = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
            url = self.url.replace("http", "ws") + "/gateway"
            return _json({"url": url, "shards": 1, "session_start_limit": limits})
        if path.endswith("/commands"):
            return _json([])
        return _json({"message": "Unknown", "code": 0}, 404)

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 45000}, "s": None, "t": None})
        async for frame in socket:
            if frame.type is aiohttp.WSMsgType.TEXT:
                await self._hear(socket, json.loads(frame.data))
        self.close_codes.append(socket.close_code)
        return socket

    async def _hear(self, socket: web.WebSocketResponse, payload: dict[str, Any]) -> None:
        if payload["op"] == 1:
            await socket.send_json({"op": 11, "d": None, "s": None, "t": None})
        if payload["op"] != 2:
            return
        self.identifies.append(payload["d"])
        if self.close_code:
            await socket.close(code=self.close_code)
            return
        ready = {"v": 10, "user": BOT, "guilds": [], "session_id": "s", "resume_gateway_url": "ws://127.0.0.1:9",
                 "shard": [0, 1], "application": {"id": "100", "flags": 0}}  # fmt: skip
        await socket.send_json({"op": 0, "d": ready, "s": 1, "t": "READY"})
        self.identified.set()
