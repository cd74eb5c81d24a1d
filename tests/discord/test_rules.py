"""Each rule passes what Discord takes and catches what Discord refuses."""

from __future__ import annotations

from typing import Any

import pytest

from tests.discord import rules
from tests.discord.official import SPEC_PATH, official_faults
from tests.discord.rules import RULES, Call, broken_rules

QUIET = {"parse": [], "replied_user": False}


def message(**fields: Any) -> Call:
    return Call("POST", "/channels/1/messages", {"allowed_mentions": QUIET, **fields})


def callback(kind: int, **data: Any) -> Call:
    return Call("POST", "/interactions/1/token/callback", {"type": kind, "data": data})


def commands(*uploaded: dict[str, Any]) -> Call:
    return Call(
        "PUT", "/applications/1/commands", [{"description": "Do it.", "type": 1} | c for c in uploaded]
    )


def button(custom_id: str | None = "a", label: str | None = None) -> dict[str, Any]:
    part: dict[str, Any] = {"type": 2, "style": 1, "label": label or f"Press {custom_id}"}
    return part if custom_id is None else part | {"custom_id": custom_id}


def row(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(parts)}


def option(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "description": "It.", "type": 3, **more}


EXAMPLES = [
    (rules.content_length, message(content="x" * 2000), message(content="x" * 2001)),
    (rules.content_length, callback(4, content="x" * 2000, allowed_mentions=QUIET), callback(7, content="x" * 2001)),
    (rules.emptiness, message(content="x"), message(content="  ")),
    (rules.emptiness, callback(7, components=[]), callback(4, components=[])),
    (rules.unknown_fields, message(content="x"), message(content="x", contents="y")),
    (rules.embed_total, message(embeds=[{"title": "x" * 256}]), message(embeds=[{"description": "x" * 3001}] * 2)),
    (
        rules.embed_total,
        message(embeds=[{"fields": [{"name": "a", "value": "b"}]}]),
        message(embeds=[{"fields": [{"name": " ", "value": "b"}]}]),
    ),
    (rules.mention_policy, message(content="x"), message(content="x", allowed_mentions={"parse": ["users"]})),
    (rules.mention_policy, message(content="x"), Call("POST", "/channels/1/messages", {"content": "x"})),
    (
        rules.mention_policy,
        message(content="x"),
        message(content="x", allowed_mentions={"parse": ["users"], "users": ["1"]}),
    ),
    (
        rules.component_tree,
        message(components=[row(button(str(n))) for n in range(5)]),
        message(components=[row(button(str(n))) for n in range(6)]),
    ),
    (rules.component_tree, message(components=[row(button())]), message(components=[row(button(None))])),
    (rules.component_tree, message(components=[row(button())]), message(components=[row(button(label=" "))])),
    (
        rules.component_tree,
        message(components=[row(button("a"), button("b"))]),
        message(components=[row(button("a", "x"), button("a", "y"))]),
    ),
    (
        rules.distinct_labels,
        message(components=[row(button("a", "x"), button("b", "y"))]),
        message(components=[row(button("a", "x"), button("b", "x"))]),
    ),
    (
        rules.new_components,
        message(flags=rules.V2_FLAG, components=[{"type": 10, "content": "x"}]),
        message(components=[{"type": 10, "content": "x"}]),
    ),
    (
        rules.new_components,
        message(flags=rules.V2_FLAG, components=[{"type": 10, "content": "x"}]),
        message(flags=rules.V2_FLAG, content="x", components=[{"type": 10, "content": "x"}]),
    ),
    (
        rules.new_components,
        message(flags=rules.V2_FLAG, components=[{"type": 10, "content": "x" * 2000}] * 2),
        message(flags=rules.V2_FLAG, components=[{"type": 10, "content": "x" * 2001}] * 2),
    ),
    (rules.modal_rows, callback(9, components=[{}] * 5), callback(9, components=[{}] * 6)),
    (
        rules.autocomplete_choices,
        callback(8, choices=[{"name": str(n), "value": "x" * 100} for n in range(25)]),
        callback(8, choices=[{"name": str(n), "value": "x"} for n in range(26)]),
    ),
    (
        rules.autocomplete_choices,
        callback(8, choices=[{"name": "a", "value": "x" * 100}]),
        callback(8, choices=[{"name": "a", "value": "x" * 101}]),
    ),
    (
        rules.autocomplete_choices,
        callback(8, choices=[{"name": "a", "value": "x"}, {"name": "b", "value": "y"}]),
        callback(8, choices=[{"name": "a", "value": "x"}, {"name": "a", "value": "y"}]),
    ),
    (
        rules.autocomplete_choices,
        callback(8, choices=[{"name": "a" * 100, "value": "x"}]),
        callback(8, choices=[{"name": "a" * 101, "value": "x"}]),
    ),
    (rules.command_names, commands({"name": "good-name"}), commands({"name": "Bad Name"})),
    (
        rules.command_names,
        commands({"name": "a", "options": [option("b")]}),
        commands({"name": "a", "options": [option("B")]}),
    ),
    (rules.command_names, commands({"name": "a"}), commands({"name": "a", "description": ""})),
    (
        rules.command_options,
        commands({"name": "a", "options": [option("b", required=True), option("c")]}),
        commands({"name": "a", "options": [option("b"), option("c", required=True)]}),
    ),
    (
        rules.command_options,
        commands({"name": "a", "options": [option("b", autocomplete=True)]}),
        commands({"name": "a", "options": [option("b", autocomplete=True, choices=[{"name": "x", "value": "x"}])]}),
    ),
    (rules.command_numbers, commands({"name": "a"}, {"name": "b"}), commands({"name": "a"}, {"name": "a"})),
    (
        rules.command_numbers,
        commands(*({"name": f"a{n}"} for n in range(100))),
        commands(*({"name": f"a{n}"} for n in range(101))),
    ),
    (
        rules.command_numbers,
        commands(*({"name": f"a{n}", "type": 3, "description": ""} for n in range(15))),
        commands(*({"name": f"a{n}", "type": 3, "description": ""} for n in range(16))),
    ),
    (
        rules.command_numbers,
        commands({"name": "a", "options": [option("b", choices=[{"name": "x" * 90, "value": "y"}] * 25)]}),
        commands({"name": "a", "options": [option(n, choices=[{"name": "x", "value": "y" * 199}] * 25) for n in "bc"]}),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "good", "bad"), EXAMPLES)
def test_a_rule_tells_good_from_bad(rule: rules.Rule, good: Call, bad: Call) -> None:
    assert broken_rules(good) == []
    assert list(rule(bad))


def test_every_rule_has_its_examples() -> None:
    assert {rule for rule, _, _ in EXAMPLES} == set(RULES)


@pytest.mark.skipif(
    not SPEC_PATH.exists(), reason="Discord's API description does not lie beside the project"
)
@pytest.mark.parametrize(
    ("call", "legal"),
    [
        (message(content="x"), True),
        (message(content="x", message_reference={"message_id": 5}), True),
        (message(embeds=[{"title": "x" * 257}]), False),
        (callback(8, choices=[{"name": "", "value": "x"}]), False),
        (callback(4, content="x" * 2001), False),
        (message(components=[row(button(label="x" * 81))]), False),
    ],
)
def test_the_official_description_is_asked_too(call: Call, legal: bool) -> None:
    assert (official_faults(call.method, call.path, call.body) == []) is legal
