"""Discord's own description of its API as a judge of what we send.

The description is not ours and not part of this project; where it lies beside the project, it is used.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs

SPEC_PATH = Path(__file__).parents[3] / "shared" / "discord" / "openapi.json"
_URI = "urn:discord:v10"


def official_faults(method: str, path: str, body: Any) -> list[str]:
    """Return what Discord's description objects to in this call; nothing where the description is absent."""
    found = _route(method, path)
    if not SPEC_PATH.exists() or not found:
        return []
    faults = _validator(*found).iter_errors(_with_text_ids(body))
    return [f"{'/'.join(map(str, fault.instance_path))}: {fault.message[:160]}" for fault in faults]


@functools.cache
def _spec() -> dict[str, Any]:
    spec: dict[str, Any] = json.loads(SPEC_PATH.read_text("utf-8"))
    return spec


@functools.cache
def _registry() -> jsonschema_rs.Registry:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": _URI, **_spec()}
    return jsonschema_rs.Registry([(_URI, schema)])


@functools.cache
def _routes() -> tuple[tuple[re.Pattern[str], str, frozenset[str]], ...]:
    """Return the routes, literal paths before templated ones, so that "@me" and "@original" win."""
    paths = sorted(_spec()["paths"].items(), key=lambda item: item[0].count("{"))
    return tuple(
        (re.compile("^" + re.sub(r"\\\{[^}]+\\\}", "[^/]+", re.escape(path)) + "$"), path, frozenset(item))
        for path, item in paths
    )


def _route(method: str, path: str) -> tuple[str, str] | None:
    if not SPEC_PATH.exists():
        return None
    for pattern, template, methods in _routes():
        if method.lower() in methods and pattern.match(path):
            return template, method.lower()
    return None


@functools.cache
def _validator(template: str, method: str) -> Any:
    parts = ("paths", template, method, "requestBody", "content", "application/json", "schema")
    pointer = "#/" + "/".join(_escape(part) for part in parts)
    return jsonschema_rs.validator_for({"$ref": _URI + pointer}, registry=_registry(), validate_formats=True)


def _escape(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")


def _with_text_ids(value: Any, *, inside: bool = False) -> Any:
    """Return the body with the ids as text that discord.py sends as numbers, which Discord takes too."""
    if isinstance(value, dict):
        return {key: _id(key, part, inside=inside) for key, part in value.items()}
    if isinstance(value, list):
        return [_with_text_ids(part, inside=inside) for part in value]
    return value


def _id(key: str, value: Any, *, inside: bool) -> Any:
    names_one = key == "recipient_id" or (inside and (key == "id" or key.endswith("_id")))
    if names_one and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _with_text_ids(value, inside=inside or key in {"message_reference", "attachments"})


def request_bodies(env: Any) -> Iterator[tuple[str, str, Any]]:
    """Yield method, path and body of each call with a body that the bot made."""
    for request in env.http_requests:
        if request.json is not None:
            yield request.method, request.path, request.json
