"""Chat in the terminal: numbers, commands, follow-ups, and leaving; at a terminal and through a pipe."""

from __future__ import annotations

import io
import os
import select
import sys
import time
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot import terminal
from bot.render import Said
from bot.terminal import TerminalChat, chat
from knowledge import Conversation, Library, Reply, load_library

HARBOUR = Path(__file__).parent / "stories" / "harbour.toml"


@pytest.fixture(scope="module")
def harbour() -> Library:
    return load_library([HARBOUR])


@pytest.fixture
def talk(harbour: Library) -> TerminalChat:
    return TerminalChat(harbour)


def reply(talk: TerminalChat, line: str) -> Said:
    said = talk.reply(line)
    assert said is not None
    return said


def told(said: Said) -> list[str]:
    return [entry.entry.id for entry in said.told]


def test_a_question_is_answered(talk: TerminalChat) -> None:
    assert told(reply(talk, "How old was the crane?")) == ["crane-age"]


def heard(library: Library, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return what the engine is told of the conversation with each question: the entries told before."""
    before: list[list[str]] = []
    ask = library.ask

    def listen(question: str, conversation: Conversation) -> Reply:
        before.append([entry.entry.id for turn in conversation.turns for entry in turn.told])
        return ask(question, conversation)

    monkeypatch.setattr(library, "ask", listen)
    return before


def test_the_conversation_goes_on(harbour: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    before, talk = heard(harbour, monkeypatch), TerminalChat(harbour)
    for line in (
        "Who worked the crane?",
        "/quote by ruth",
        "/story",
        "How much did the crane cost?",
        "2",
        "and when?",
    ):
        reply(talk, line)
    assert before == [[], ["crane-driver", "ruth-pond"], ["ruth-pond", "cost", "museum"]]


@pytest.mark.parametrize("number", ["2", " 2 ", "2."])
def test_a_number_takes_a_suggestion(talk: TerminalChat, number: str) -> None:
    offers = reply(talk, "How much did the crane cost?").offers
    assert told(reply(talk, number)) == [offers[1].entry.id]


def test_a_number_outside_the_list_is_told_and_the_list_stays(talk: TerminalChat) -> None:
    offers = reply(talk, "How much did the crane cost?").offers
    for number in ("0", "9"):
        assert reply(talk, number).text == f"Choose a number from 1 to {len(offers)}."
    assert told(reply(talk, "1")) == [offers[0].entry.id]


@pytest.mark.parametrize("number", ["2", "²", "81"])
def test_a_number_without_a_list_is_a_question(talk: TerminalChat, number: str) -> None:
    assert not reply(talk, number).text.startswith("Choose")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("/quote crate", "It never dropped a crate"),
        ("/QUOTE  crate ", "It never dropped a crate"),
        ("/quote by ruth", "is a pond"),
        ("/quote by Okorro", "is a pond"),
        ("/quote by nobody", "Tomas Vane, Ruth Okoro"),
        ("/fact museum", "plans a museum"),
        ("/who tomas", "He worked the crane"),
        ("/who", "/who NAME"),
        ("/timeline", "2019"),
        ("/story", "The last swing of the crane"),
        ("/help", "/quote [WORDS]"),
        ("/nonsense", "There is no /nonsense. There are /quote, /fact,"),
        ("/", "There is no /."),
    ],
)
def test_a_command_does_what_it_says(talk: TerminalChat, line: str, words: str) -> None:
    assert words in reply(talk, line).text


@pytest.mark.parametrize("command", ["/quote", "/fact"])
def test_without_words_nothing_repeats_until_all_were_shown(talk: TerminalChat, command: str) -> None:
    count = {"/quote": 3, "/fact": 6}[command]
    assert len({told(reply(talk, command))[0] for _ in range(count)}) == count


def test_quit_leaves(talk: TerminalChat) -> None:
    assert talk.reply("/quit") is None


def through_a_pipe(monkeypatch: pytest.MonkeyPatch, harbour: Library, data: bytes) -> str:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    out = io.StringIO()
    chat(harbour, Console(file=out, width=80))
    return out.getvalue()


def test_through_a_pipe_there_is_nothing_but_replies(
    monkeypatch: pytest.MonkeyPatch, harbour: Library
) -> None:
    out = through_a_pipe(
        monkeypatch, harbour, b"How old was the crane?\r\n\n  \n/quit\nHow old was the crane?\n"
    )
    assert out.splitlines() == [
        "The crane of Marrow Harbour stood for 81 years.¹",
        "¹ The Quay Courier, 14 March 2019, paragraph 1",
    ]


def test_through_a_pipe_lines_stay_whole(monkeypatch: pytest.MonkeyPatch, harbour: Library) -> None:
    assert max(map(len, through_a_pipe(monkeypatch, harbour, b"/help").splitlines())) > 80


def test_any_bytes_are_survived(monkeypatch: pytest.MonkeyPatch, harbour: Library) -> None:
    out = through_a_pipe(monkeypatch, harbour, b"\xff\xfe\x00\x1b[2J\n\xe2\x80\xae?\nHow old was the crane?")
    assert "81 years" in out
    assert "\x1b" not in out


class Screen(io.StringIO):
    """A terminal's output, as far as anybody can tell."""

    def isatty(self) -> bool:
        return True


def at_the_keyboard(monkeypatch: pytest.MonkeyPatch, harbour: Library, keys: str) -> str:
    """Return what a reader sees who types `keys` into prompt_toolkit's own line editor."""
    screen = Screen()
    monkeypatch.setattr(sys, "stdin", Screen())
    monkeypatch.setattr(sys, "stdout", screen)
    with create_pipe_input() as typed, create_app_session(input=typed, output=DummyOutput()):
        typed.send_text(keys)
        chat(harbour, Console(file=screen, width=80, force_terminal=True, color_system=None))
    return screen.getvalue()


CTRL_C, CTRL_D, UP, ENTER = "\x03", "\x04", "\x1b[A", "\r"


def test_at_a_terminal_there_is_a_welcome_and_a_farewell(
    monkeypatch: pytest.MonkeyPatch, harbour: Library
) -> None:
    seen = at_the_keyboard(monkeypatch, harbour, f"How old was the crane?{ENTER}{CTRL_D}")
    assert seen.index(terminal.WELCOME) < seen.index("81 years") < seen.index("Goodbye.")


def test_ctrl_c_drops_the_line_and_nothing_else(monkeypatch: pytest.MonkeyPatch, harbour: Library) -> None:
    seen = at_the_keyboard(monkeypatch, harbour, f"/quote by ruth{CTRL_C}/fact museum{ENTER}{CTRL_D}")
    assert "museum" in seen
    assert "pond" not in seen


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_the_real_thing_runs_in_a_terminal() -> None:
    import pty  # noqa: PLC0415 (not on Windows)

    child, screen = pty.fork()
    if child == 0:  # pragma: no cover (another process)
        os.environ |= {"DISCORD_TOKEN": "", "PROMPT_TOOLKIT_NO_CPR": "1", "TERM": "xterm"}
        os.execv(sys.executable, [sys.executable, "-m", "bot", "chat", "--stories", str(HARBOUR)])  # noqa: S606
    read_until(screen, terminal.WELCOME, READY)
    os.write(screen, b"/fact museum\r")
    assert "plans a museum" in read_until(screen, "paragraph 3", READY)
    os.write(screen, f"{UP}\r".encode())
    assert "plans a museum" in read_until(screen, "paragraph 3", READY)
    os.write(screen, CTRL_D.encode())
    read_until(screen, "Goodbye.")
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    os.close(screen)


READY = "\x1b[?2004h"
"""What prompt_toolkit sends once it reads keys."""


def read_until(screen: int, *words: str) -> str:
    """Return what a screen shows until all of `words` stood on it, one after the other, at most for some seconds."""
    seen, at, end = "", 0, time.monotonic() + 20
    for word in words:
        while word not in seen[at:]:
            assert select.select([screen], [], [], end - time.monotonic())[0], f"no {word!r} in {seen!r}"
            seen += os.read(screen, 4096).decode("utf-8", "replace")
        at = seen.index(word, at) + len(word)
    return seen
