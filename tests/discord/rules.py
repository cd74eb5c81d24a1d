"""Discord's limits that its published API description does not hold, as rules over REST calls.

Each rule looks at one call and yields a sentence for each limit that it breaks. The limits are from
Discord's documentation: Message, Component Reference, Application Commands, Receiving and Responding.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Json = Any
V2_FLAG = 1 << 15

_MESSAGE_PATH = re.compile(
    r"/channels/\d+/messages(?:/\d+)?|/webhooks/\d+/[^/]+(?:/messages/(?:@original|\d+))?"
)
_CALLBACK_PATH = re.compile(r"/interactions/\d+/[^/]+/callback")
_COMMANDS_PATH = re.compile(r"/applications/\d+(?:/guilds/\d+)?/commands")
_COMMAND_NAME = re.compile(r"^[-_'\w]{1,32}$")
_MESSAGE_FIELDS = {
    *("content", "nonce", "enforce_nonce", "tts", "embeds", "allowed_mentions", "message_reference", "poll"),
    *("components", "sticker_ids", "attachments", "flags", "username", "avatar_url", "thread_name"),
    "applied_tags",
}


@dataclass(frozen=True)
class Call:
    """One REST call: "POST", "/channels/1/messages", and its JSON body."""

    method: str
    path: str
    body: Json

    @property
    def callback_type(self) -> int | None:
        """Return the type of an interaction callback, None for other calls."""
        return self.body.get("type") if _CALLBACK_PATH.fullmatch(self.path) else None

    @property
    def message(self) -> Mapping[str, Json] | None:
        """Return the message that this call creates or edits, None for other calls."""
        if self.callback_type in {4, 7}:
            return self.body.get("data") or {}
        if self.method in {"POST", "PATCH"} and _MESSAGE_PATH.fullmatch(self.path):
            return dict(self.body)
        return None

    @property
    def creates(self) -> bool:
        """Tell whether a message comes into being, so that it must hold something."""
        return self.callback_type == 4 or (self.callback_type is None and self.method == "POST")

    @property
    def commands(self) -> Sequence[Mapping[str, Json]]:
        """Return the application commands that this call uploads."""
        return self.body if self.method == "PUT" and _COMMANDS_PATH.fullmatch(self.path) else ()


Rule = Callable[[Call], Iterator[str]]


def broken_rules(call: Call) -> list[str]:
    """Return a sentence for each limit this call breaks."""
    if not isinstance(call.body, dict | list):
        return []
    return [f"{rule.__name__}: {fault}" for rule in RULES for fault in rule(call)]


def content_length(call: Call) -> Iterator[str]:
    """Content takes 2,000 characters."""
    if call.message and len(call.message.get("content") or "") > 2000:
        yield f"content of {len(call.message['content'])} characters"


def emptiness(call: Call) -> Iterator[str]:
    """A new message holds something to see."""
    carriers = ("content", "embeds", "components", "attachments", "sticker_ids", "poll")
    message = call.message
    if message is None or not call.creates:
        return
    forwards = (message.get("message_reference") or {}).get("type") == 1
    seen = [key for key in carriers if message.get(key) and str(message[key]).strip()]
    if not seen and not forwards:
        yield "a message without anything in it"


def unknown_fields(call: Call) -> Iterator[str]:
    """Only known keys."""
    if call.message is not None and (unknown := set(call.message) - _MESSAGE_FIELDS):
        yield f"unknown keys {sorted(unknown)}"


def embed_total(call: Call) -> Iterator[str]:
    """All embeds together take 6,000 characters, and fields have names."""
    embeds = (call.message or {}).get("embeds") or []
    total = 0
    for embed in embeds:
        fields = embed.get("fields") or []
        texts = [embed.get("title"), embed.get("description")]
        texts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
        texts += [field.get(key) for field in fields for key in ("name", "value")]
        total += sum(len(text or "") for text in texts)
        if any(not (field.get("name") or "").strip() for field in fields):
            yield "an embed field without a name"
    if total > 6000:
        yield f"embeds of {total} characters"


def mention_policy(call: Call) -> Iterator[str]:
    """A kind of mention is either parsed from the text or listed; and we ping nobody at all."""
    if call.message is None or not call.message.get("content") or call.method == "PATCH":
        return
    policy = call.message.get("allowed_mentions")
    if policy is None:
        yield "no allowed_mentions, so the text may ping"
        return
    for kind in ("users", "roles"):
        if kind in (policy.get("parse") or []) and policy.get(kind):
            yield f"{kind} both parsed and listed"
    if policy.get("parse") or policy.get("users") or policy.get("roles") or policy.get("replied_user"):
        yield f"a ping is allowed: {policy}"


def component_tree(call: Call) -> Iterator[str]:
    """Five rows, each interactive component with an id of its own, and words on each button."""
    message = call.message or {}
    rows = message.get("components") or []
    if len(rows) > 5 and not (message.get("flags") or 0) & V2_FLAG:
        yield f"{len(rows)} rows"
    parts = list(_walk(rows))
    ids = Counter(part["custom_id"] for part in parts if part.get("custom_id"))
    yield from (f"custom_id {name!r} {count} times" for name, count in ids.items() if count > 1)
    for part in parts:
        if _is_interactive(part) and not part.get("custom_id"):
            yield "a component without custom_id"
        if part.get("type") == 2 and not (part.get("label") or "").strip() and not part.get("emoji"):
            yield "a button without words"


def _is_interactive(part: Mapping[str, Json]) -> bool:
    return part.get("type") in {3, 4, 5, 6, 7, 8} or (
        part.get("type") == 2 and part.get("style") not in {5, 6}
    )


def distinct_labels(call: Call) -> Iterator[str]:
    """No two buttons of a message look the same (our own rule: readers could not choose)."""
    parts = _walk((call.message or {}).get("components") or [])
    labels = Counter(part.get("label") for part in parts if part.get("type") == 2)
    yield from (f"label {label!r} {count} times" for label, count in labels.items() if count > 1)


def new_components(call: Call) -> Iterator[str]:
    """Components of version 2 need their flag, exclude content, and take 4,000 characters together."""
    message = call.message or {}
    parts = list(_walk(message.get("components") or []))
    flagged = bool((message.get("flags") or 0) & V2_FLAG)
    if any(part.get("type") in {9, 10, 12, 13, 14, 17} for part in parts) and not flagged:
        yield "new components without their flag"
    if flagged and (message.get("content") or message.get("embeds")):
        yield "new components beside content or embeds"
    if (total := sum(len(part.get("content") or "") for part in parts if part.get("type") == 10)) > 4000:
        yield f"text components of {total} characters"


def _walk(parts: Sequence[Mapping[str, Json]]) -> Iterator[Mapping[str, Json]]:
    for part in parts:
        yield part
        yield from _walk(part.get("components") or [])
        yield from _walk([part[key] for key in ("accessory", "component") if part.get(key)])


def modal_rows(call: Call) -> Iterator[str]:
    """A modal takes five rows."""
    if call.callback_type == 9 and len((call.body.get("data") or {}).get("components") or []) > 5:
        yield "a modal of more than five rows"


def autocomplete_choices(call: Call) -> Iterator[str]:
    """25 choices with different names, whose values take 100 characters."""
    if call.callback_type != 8:
        return
    choices = (call.body.get("data") or {}).get("choices") or []
    if len(choices) > 25:
        yield f"{len(choices)} choices"
    names = Counter(choice["name"] for choice in choices)
    yield from (f"choice {name!r} {count} times" for name, count in names.items() if count > 1)
    for choice in choices:
        if not 1 <= len(choice["name"]) <= 100:
            yield f"a choice name of {len(choice['name'])} characters"
        if isinstance(choice["value"], str) and not 1 <= len(choice["value"]) <= 100:
            yield f"a choice value of {len(choice['value'])} characters"


def command_names(call: Call) -> Iterator[str]:
    """Slash commands and their options are named in lower case, 1 to 32 characters, and described."""
    for command in call.commands:
        for part in [command, *_options(command)] if command.get("type", 1) == 1 else []:
            if not _COMMAND_NAME.match(part["name"]) or part["name"] != part["name"].lower():
                yield f"name {part['name']!r}"
            if not 1 <= len(part.get("description") or "") <= 100:
                yield f"{part['name']!r} has a description of {len(part.get('description') or '')} characters"


def command_options(call: Call) -> Iterator[str]:
    """Required options come first; choices and autocomplete exclude each other."""
    for command in call.commands:
        for group in [command, *_options(command)]:
            required = [bool(option.get("required")) for option in group.get("options") or []]
            if required != sorted(required, reverse=True):
                yield f"{group['name']!r} has a required option after an optional one"
            if group.get("autocomplete") and group.get("choices"):
                yield f"{group['name']!r} has choices and autocomplete"


def command_numbers(call: Call) -> Iterator[str]:
    """100 slash commands and 15 of each menu, each once, each of 8,000 characters in all."""
    kinds = Counter(command.get("type", 1) for command in call.commands)
    for kind, most in {1: 100, 2: 15, 3: 15}.items():
        if kinds[kind] > most:
            yield f"{kinds[kind]} commands of type {kind}"
    names = Counter((command.get("type", 1), command["name"]) for command in call.commands)
    yield from (f"command {name!r} {count} times" for name, count in names.items() if count > 1)
    for command in call.commands:
        if (size := sum(_size(part) for part in [command, *_options(command)])) > 8000:
            yield f"{command['name']!r} takes {size} characters"


def _options(part: Mapping[str, Json]) -> Iterator[Mapping[str, Json]]:
    for option in part.get("options") or []:
        yield option
        yield from _options(option)


def _size(part: Mapping[str, Json]) -> int:
    choices = part.get("choices") or []
    own = len(part["name"]) + len(part.get("description") or "")
    return own + sum(len(choice["name"]) + len(str(choice["value"])) for choice in choices)


RULES: tuple[Rule, ...] = (
    content_length,
    emptiness,
    unknown_fields,
    embed_total,
    mention_policy,
    component_tree,
    distinct_labels,
    new_components,
    modal_rows,
    autocomplete_choices,
    command_names,
    command_options,
    command_numbers,
)
