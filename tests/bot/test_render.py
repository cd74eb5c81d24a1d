"""What a reply looks like, in JSON, on Discord, and in a terminal."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from bot.context import AROUND
from bot.markdown import escape
from bot.render import (
    BUTTON_LIMIT,
    MESSAGE_LIMIT,
    NEARBY,
    NEXT_ONE_TOO_LONG,
    STARTERS,
    Part,
    Said,
    as_json,
    fit,
    how_to_ask,
    remark,
    say,
    tell,
    to_discord,
    to_terminal,
)
from knowledge import Answer, Chat, Choice, Library, NoMatch, Told, Untold
from knowledge.reply import ChatTopic


def entry(library: Library, ref: str) -> Told:
    told = library.find(ref)
    assert told
    return told


def shown(said: Said) -> str:
    console = Console(file=StringIO(), width=200, force_terminal=False)
    with console.capture() as capture:
        console.print(to_terminal(said))
    return capture.get()


def test_an_answer_has_its_footnote_beneath(library: Library) -> None:
    said = say(Answer((entry(library, "lamp-failed"),)), library)
    assert said.outcome == "answer"
    assert to_discord(said).endswith("pump froze.¹\n-# ¹ The Skerry Post, 9 November 1931, paragraph 1")
    assert "pump froze.¹\n¹ The Skerry Post" in shown(said)
    assert said.text.endswith("pump froze.")
    assert said.footnote == "The Skerry Post, 9 November 1931, paragraph 1"


def test_two_answers_share_a_footnote_that_is_the_same(library: Library) -> None:
    two = say(Answer((entry(library, "rowing-boat"), entry(library, "ferry-name"))), library)
    assert to_discord(two).count("-# ") == 1
    assert to_discord(two).count("¹") == 3
    other = say(Answer((entry(library, "rowing-boat"), entry(library, "keeper-since"))), library)
    assert to_discord(other).count("-# ") == 2
    assert "²" in to_discord(other)


def test_an_answer_beside_a_silence_has_a_mark_only_where_something_is_told(library: Library) -> None:
    said = say(Answer((entry(library, "rowing-boat"), entry(library, "captain"))), library)
    assert to_discord(said).splitlines()[1] == "The story doesn't say who was captain of the Petrel."


def test_a_choice_says_one_line_and_offers_labels(library: Library) -> None:
    told = (entry(library, "lamp-failed"), entry(library, "greta-tea"))
    said = say(Choice(told), library)
    assert to_discord(said) == "Did you mean one of these?"
    assert said.offer_words == tuple(item.label for item in told)
    assert "  1  The lamp" in shown(said)
    assert as_json(said, 5)["suggestions"][1] == {"id": "greta-tea", "kind": "quote", "text": told[1].text}


def test_offers_that_begin_alike_can_be_told_apart(library: Library) -> None:
    told = entry(library, "lamp-failed")
    words = say(Choice((told, told, told)), library).offer_words
    assert len(set(words)) == 3
    assert all(len(word) <= 80 for word in words)


def test_a_silence_keeps_facts_out_of_its_text(library: Library) -> None:
    near = entry(library, "passengers")
    said = say(Untold(entry(library, "captain"), (near,)), library)
    assert (said.outcome, said.reason) == ("unknown", "silence")
    assert said.text == "The story doesn't say who was captain of the Petrel."
    assert "What it does tell:\n- Forty passengers" in to_discord(said)
    assert to_discord(said).endswith(
        "came ashore alive.¹\n-# ¹ The Skerry Post, 9 November 1931, paragraphs 2 and 3"
    )
    assert "  1  Forty passengers" in shown(said)
    assert said.footnote is None
    assert as_json(said, 1)["suggestions"][0]["id"] == "passengers"
    assert to_discord(say(Untold(entry(library, "captain"), ()), library)) == said.text


def test_what_is_told_beside_a_silence_is_told_whole(library: Library) -> None:
    near = entry(library, "greta-no-choice")
    said = say(Untold(entry(library, "captain"), (near,)), library)
    assert len(near.text) > BUTTON_LIMIT
    assert f"- {escape(near.text)}¹" in to_discord(said)
    assert f"  1  {near.text}¹" in shown(said)
    assert [len(words) <= BUTTON_LIMIT for words in said.offer_words] == [True]


def test_of_a_list_too_long_for_a_message_the_last_are_only_buttons() -> None:
    listed = tuple(Part(letter * 900, letter) for letter in "abc")
    content = to_discord(Said("unknown", "silence", (Part("Not told."),), invitation=NEARBY(), listed=listed))
    assert content == f"Not told.\n{NEARBY()}\n- {'a' * 900}¹\n- {'b' * 900}²\n-# ¹ a\n-# ² b"


def test_a_button_holds_no_sign_that_is_not_seen() -> None:
    assert fit("\x00wh\u202eo\u2066\x1b is\nit\u200f?", 80) == "who is it?"
    assert fit("\u202e", 80) == "…"
    assert len(fit("who " * 50, 80)) <= 80


def test_no_match_is_one_honest_line_and_somewhere_to_begin(library: Library) -> None:
    said = say(NoMatch(library.starters()), library)
    assert (said.outcome, said.reason) == ("unknown", "no_match")
    assert said.text == "I don't find that in this story."
    assert to_discord(said) == "I don't find that in this story.\nTry one of these:"
    assert said.footnote is None


@pytest.mark.parametrize("topic", ["greeting", "thanks", "farewell", "help", "self"])
def test_chat_is_one_friendly_line_and_no_fact(library: Library, topic: ChatTopic) -> None:
    said = say(Chat(topic, library.starters()), library)
    assert said.outcome == "chat"
    assert "\n" not in said.text
    assert said.told == ()
    assert bool(said.offers) == (topic in {"greeting", "help", "self"})


def test_json_has_the_keys_of_the_contract(library: Library) -> None:
    told = entry(library, "signe-age").scored(0.97)
    assert as_json(say(Answer((told,)), library), 210) == {
        "outcome": "answer",
        "reason": None,
        "text": "Signe Halvorsen was twelve years old, by her mother's account.",
        "footnote": "The Skerry Post, 9 November 1931, paragraph 3 · according to Greta Halvorsen",
        "entries": [{"id": "signe-age", "kind": "fact", "story": "lighthouse", "score": 0.97}],
        "suggestions": [],
        "elapsed_us": 210,
    }


def test_a_chosen_silence_is_no_answer(library: Library) -> None:
    assert tell(entry(library, "captain")).outcome == "unknown"
    assert remark("Well.").outcome == "chat"
    assert remark("Well.", "no_match").outcome == "unknown"
    assert how_to_ask(library).offers


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain text, 5 October 2022.", "plain text, 5 October 2022."),
        (
            "**bold** _it_ ~~no~~ `code` ||spoiler||",
            r"\*\*bold\*\* \_it\_ \~\~no\~\~ \`code\` \|\|spoiler\|\|",
        ),
        ("@everyone <@1> <#2>", r"\@everyone \<\@1\> \<#2\>"),
        ("[x](y)", r"\[x\](y)"),
        ("# head\n- list\n1. one\n> quote\n-# small", "\\# head\n\\- list\n1\\. one\n\\> quote\n\\-# small"),
        ("see https://example.org/a_b_c.", "see https://example.org/a_b_c."),
        ("back\\slash", "back\\\\slash"),
        ("a\x00b\u202ec\x1b[31m", "abc\\[31m"),
    ],
)
def test_text_of_a_story_is_shown_as_written(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@given(st.text(max_size=200))
def test_no_markup_survives_escaping(text: str) -> None:
    bare = re.sub(r"\\.|https?://[^\s<>|]+", "", escape(text), flags=re.DOTALL)
    assert not re.search(r"[*_`~|<>\[\]@]", bare)


seen = st.text(min_size=1, max_size=1500).filter(
    str.isprintable
)  # a story's text begins and ends with a sign
long_parts = st.lists(
    st.tuples(seen, st.none() | st.text(min_size=1, max_size=300)),
    min_size=1,
    max_size=3,
)


@given(long_parts)
def test_a_message_is_never_too_long_and_never_empty(parts: list[tuple[str, str | None]]) -> None:
    said = Said("answer", None, tuple(Part(text, note) for text, note in parts))
    assert 0 < len(to_discord(said)) <= MESSAGE_LIMIT


def test_a_quote_is_left_out_rather_than_cut() -> None:
    said = Said("answer", None, (Part("a" * 1400, "one"), Part("b" * 1400, "two")))
    content = to_discord(said)
    assert content == f"{'a' * 1400}¹\n{NEXT_ONE_TOO_LONG()}\n-# ¹ one"


@pytest.mark.parametrize("letter", ["*", "_", "`", "\\", "@"])
def test_a_text_that_is_nothing_but_markup_is_shown_whole(letter: str) -> None:
    content = to_discord(Said("answer", None, (Part(letter * 1500, "Source, 1931"),)))
    assert len(content) <= MESSAGE_LIMIT
    assert content.endswith("-# Source, 1931")
    assert content.count(letter if letter != "`" else "\u02b9") >= 1500


@pytest.mark.parametrize("invitation", [AROUND(), NEARBY()])
def test_no_heading_stands_above_a_list_that_does_not_fit(invitation: str) -> None:
    long = Part("word " * 250)
    content = to_discord(Said("answer", None, (long,), invitation=invitation, listed=(long,)))
    assert content.startswith("word")
    assert invitation not in content


def test_a_heading_stands_above_what_is_only_on_buttons() -> None:
    assert STARTERS() in to_discord(Said("chat", None, (Part("Hello."),), invitation=STARTERS()))
