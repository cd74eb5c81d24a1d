"""Chat without Discord: the same questions, the same words, in a terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.picking import Picker, after_telling
from bot.portrait import describe, introduce, timeline
from bot.render import Part, Said, remark, say, tell, to_terminal
from knowledge import Chat, Conversation

if TYPE_CHECKING:
    from rich.console import Console

    from knowledge import Library, Told

PROMPT: Final = "> "
PLACE: Final = "terminal"
"""Where entries are dealt at random: there is one reader here, and one round of entries."""

WELCOME: Final = "Ask in your own words, or type /help. Ctrl-D leaves."
WHO_IS_MEANT: Final = "Say who is meant: /who NAME."
COMMANDS: Final = (
    "A number takes one of the suggestions. /quote [WORDS] and /quote by NAME show somebody's exact words, "
    "/fact [WORDS] a fact; /who NAME, /timeline and /story tell of people, dates and the source; /quit leaves."
)


class TerminalChat:
    """One reader's conversation, line by line; it neither reads nor prints."""

    def __init__(self, library: Library) -> None:
        """Begin a conversation about the stories of `library`."""
        self._library = library
        self._picker = Picker(library)
        self._conversation = Conversation()
        self._offers: tuple[Told, ...] = ()
        self._commands: dict[str, Callable[[str], Said | None]] = {
            "/quote": self._quote,
            "/fact": lambda words: self._noted(self._picker.fact(PLACE, words)),
            "/who": lambda name: describe(library, name) if name else remark(WHO_IS_MEANT),
            "/timeline": lambda _: timeline(library),
            "/story": lambda _: introduce(library),
            "/help": self._help,
            "/quit": lambda _: None,
        }

    @property
    def commands(self) -> tuple[str, ...]:
        """Return the commands there are, each with its slash."""
        return tuple(self._commands)

    def reply(self, line: str) -> Said | None:
        """Return what is said to a line that is not blank; None where the reader wants to leave."""
        said = self._reply(line.strip())
        self._offers = said.offers if said else ()
        return said

    def farewell(self) -> Said:
        """Return what is said to a reader who leaves."""
        return say(Chat("farewell", ()), self._library)

    def _reply(self, line: str) -> Said | None:
        if line.startswith("/"):
            return self._command(line)
        if self._offers and re.fullmatch(r"[0-9]{1,2}\.?", line):
            return self._choose(int(line.rstrip(".")))
        reply = self._library.ask(line, self._conversation)
        self._conversation = self._conversation.after(line, reply)
        return say(reply, self._library)

    def _command(self, line: str) -> Said | None:
        name, _, rest = line.partition(" ")
        run = self._commands.get(name.lower())
        return (
            run(rest.strip())
            if run
            else remark(f"There is no {name}. There are {', '.join(self._commands)}.")
        )

    def _choose(self, number: int) -> Said:
        if not 1 <= number <= len(self._offers):
            return replace(remark(f"Choose a number from 1 to {len(self._offers)}."), offers=self._offers)
        return self._noted(tell(self._offers[number - 1]))

    def _quote(self, words: str) -> Said:
        by = re.match(r"(?:by|from)\s+(?P<speaker>.+)", words, re.IGNORECASE)
        if by:
            return self._noted(self._picker.quote(PLACE, by=by["speaker"]))
        return self._noted(self._picker.quote(PLACE, words))

    def _help(self, _: str) -> Said:
        said = say(Chat("help", self._library.starters()), self._library)
        return replace(said, parts=(*said.parts, Part(COMMANDS)))

    def _noted(self, said: Said) -> Said:
        """Remember what was told without a question, so that the reader can ask on."""
        self._conversation = after_telling(self._conversation, said, self._library)
        return said


def chat(library: Library, console: Console) -> None:
    """Talk with whoever sits at the terminal, or with whatever is piped in, until there is no more to read."""
    talk = TerminalChat(library)
    at_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if at_terminal:
        console.print(to_terminal(introduce(library)), WELCOME, sep="\n")
    for line in _typed(talk.commands) if at_terminal else _piped():
        if not line.strip():
            continue
        said = talk.reply(line)
        if said is None:
            break
        show(console, said)
    if at_terminal:
        show(console, talk.farewell())


def show(console: Console, said: Said) -> None:
    """Print what is said; lines are wrapped by a terminal alone, for another program they stay whole."""
    console.print(to_terminal(said), soft_wrap=not console.is_terminal)
    console.file.flush()


def _piped() -> Iterator[str]:
    """Yield the lines of a pipe or a file, whatever bytes are in them."""
    return (line.decode("utf-8", "replace") for line in sys.stdin.buffer)


def _typed(commands: Iterable[str]) -> Iterator[str]:
    """Yield what is typed, until Ctrl-D; Ctrl-C drops the line. The arrow keys bring earlier lines back."""
    # Only a reader at a terminal waits for these to be imported.
    from prompt_toolkit import PromptSession  # noqa: PLC0415
    from prompt_toolkit.auto_suggest import AutoSuggestFromHistory  # noqa: PLC0415
    from prompt_toolkit.completion import WordCompleter  # noqa: PLC0415
    from prompt_toolkit.history import InMemoryHistory  # noqa: PLC0415

    session: PromptSession[str] = PromptSession(
        PROMPT,
        history=InMemoryHistory(),
        auto_suggest=AutoSuggestFromHistory(),
        completer=WordCompleter(list(commands), sentence=True),
        complete_while_typing=False,
    )
    while True:
        try:
            yield session.prompt()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
