"""What counts as the question in a message."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.listening import question_in


@pytest.mark.parametrize(
    ("content", "question"),
    [
        ("<@1> when did he die?", "when did he die?"),
        ("<@!1>, when did he die?", "when did he die?"),
        ("when did <@2> die? <@&3> <#4>", "when did die?"),
        ("```\ncode\n``` when?", "when?"),
        ("when `rm -rf` did ``a`` he die?", "when did he die?"),
        ("what`s derek`s age", "what`s derek`s age"),
        ("> quoted\nwhen?", "when?"),
        ("when?\n>>> all of\nthis", "when?"),
        ("2 > 1 is it?", "2 > 1 is it?"),
        ("see https://example.org/x?y=z when?", "see when?"),
        ("<https://example.org> when?", "when?"),
        ("[who](https://example.org) was it?", "who was it?"),
        ("**when** __did__ *he* _die_ ~~now~~ ||ok||", "when did he die now ok"),
        ("snake_case stays", "snake_case stays"),
        ("# when?", "when?"),
        (r"\*when\*?", "when?"),
        ("<:smile:123> <a:wave:456> when?", "when?"),
        ("<t:1700000000:R> </ask:123> when?", "when?"),
        ("@everyone when? @here", "when?"),
        ("quoting ```unclosed", "quoting ```unclosed"),
        ("", ""),
        ("  \n ", ""),
        ("<@1>", ""),
    ],
)
def test_the_question_is_what_remains_of_a_message(content: str, question: str) -> None:
    assert question_in(content) == question


@given(st.text(max_size=300))
def test_any_text_is_read_without_adding_to_it(content: str) -> None:
    assert len(question_in(content)) <= len(content)


@pytest.mark.parametrize(
    "piece",
    [
        "`",
        "```",
        "[",
        "[a](",
        "<",
        "<@",
        ">>> ",
        "> ",
        "\\",
        "*",
        "||",
        "_ ",
        "@",
        "` `` ",
        "</a",
        "\n",
        "\n ",
        " ",
    ],
)
def test_hostile_text_is_read_in_time(piece: str) -> None:
    started = time.process_time()
    question_in((piece * 4000)[:4000])
    assert time.process_time() - started < 0.04
