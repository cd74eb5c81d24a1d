"""The command line: what each command takes, and how it ends.

discord.py, rich and prompt_toolkit are imported by the commands that need them: a single question must not wait.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, NoReturn, TypeVar

import typer

from bot.settings import Settings, SettingsError
from knowledge import Library, StoryError, load_library
from knowledge.evaluate import QuestionsError

if TYPE_CHECKING:
    from rich.console import Console

    from knowledge.check import Report
    from knowledge.evaluate import Item, Judged, Results

_Row = TypeVar("_Row")

DONE: Final = 0
FAULTS: Final = 1
WRONG_USAGE: Final = 2
NO_ANSWER: Final = 3

DOTENV: Final = Path(".env")
GET_ON_DISCORD: Final = (
    "This is the terminal. To answer on Discord, copy .env.example to .env, write your bot's token behind "
    "DISCORD_TOKEN= and start footnote again."
)

_UsageError: type[Exception] = typer.BadParameter.__mro__[1]  # typer names it in no public place

app = typer.Typer(
    name="footnote",
    help="Footnote answers questions about a story with checked facts and exact quotes, each with its source. "
    "Without a command it runs on Discord where DISCORD_TOKEN is set, and else chats in the terminal.",
    add_completion=False,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 a check found faults, 2 wrong usage or settings, 3 no answer.",
)

Stories = Annotated[
    list[Path] | None,
    typer.Option(
        "--stories",
        metavar="PATH",
        exists=True,
        readable=True,
        help="A story file or a folder of them, instead of FOOTNOTE_STORIES; may be given several times.",
    ),
]


class Shown(StrEnum):
    """Which questions `evaluate` shows one by one."""

    wrong = "wrong"
    missed = "missed"
    all = "all"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; whatever goes wrong is one sentence on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return app(args=arguments, prog_name="footnote", standalone_mode=False) or DONE
    except _UsageError as error:
        return _complain(_usage_sentence(error))
    except (SettingsError, StoryError, QuestionsError) as error:
        return _complain(str(error))
    except OSError as error:
        return _complain(
            f"{error.filename or 'The output'} cannot be used ({error.strerror}); check it and try again."
        )
    except SystemExit:
        # So rich and typer leave when whoever read our output has gone, as `head` does.
        _let_go_of_stdout()
        return DONE


def _complain(sentence: str) -> int:
    print(f"footnote: {sentence}", file=sys.stderr)  # noqa: T201 (this is where sentences come out)
    return WRONG_USAGE


def _usage_sentence(error: Any) -> str:  # noqa: ANN401 (see _UsageError)
    command = error.ctx.command_path if error.ctx else "footnote"
    return f"{error.format_message().rstrip('.')}; see {command} --help."


def _let_go_of_stdout() -> None:
    """Keep Python from complaining, on its way out, of what it can no longer write."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse(sentence: str) -> NoReturn:
    raise _UsageError(sentence)


def _settings(stories: Sequence[Path] | None, *, discord: bool = False) -> Settings:
    """Return the settings, with the stories named on the command line before those of the environment."""
    if not stories:
        return Settings.from_env(os.environ, DOTENV, discord=discord)
    settings = Settings.from_env({**os.environ, "FOOTNOTE_STORIES": ""}, DOTENV, discord=discord)
    return replace(settings, stories=tuple(stories))


def _library(stories: Sequence[Path] | None) -> Library:
    return load_library(_settings(stories).stories)


def _warm_library(stories: Sequence[Path] | None) -> Library:
    """Load a library for many questions: none of them pays for what is put together once."""
    library = _library(stories)
    library.warm()
    return library


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console  # noqa: PLC0415

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def _print_json(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

        number = "(not installed)"
        with contextlib.suppress(PackageNotFoundError):
            number = version("footnote")
        typer.echo(f"footnote {number}")
        raise typer.Exit


@app.callback()
def footnote(
    context: typer.Context,
    stories: Stories = None,
    version: Annotated[  # noqa: ARG001 (its callback has shown it by now)
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> int:
    """Run on Discord where DISCORD_TOKEN is set, and chat in the terminal where it is not."""
    if context.invoked_subcommand:
        if stories:
            _refuse(
                f"--stories stands behind the command: footnote {context.invoked_subcommand} --stories PATH"
            )
        return DONE
    if _settings(stories, discord=True).token:
        return run_on_discord(stories)
    typer.echo(GET_ON_DISCORD, err=True)
    return run_in_terminal(stories)


@app.command("discord")
def run_on_discord(stories: Stories = None) -> int:
    """Run on Discord until SIGTERM or Ctrl-C."""
    settings = _settings(stories, discord=True)
    token = settings.require_token()

    import asyncio  # noqa: PLC0415

    from bot.client import StartError, create_bot, run  # noqa: PLC0415
    from bot.log import configure_logging  # noqa: PLC0415

    configure_logging(settings.log_level, token)
    bot = create_bot(settings)
    try:
        asyncio.run(run(bot, token))
    except StartError as error:
        return _complain(str(error))
    except KeyboardInterrupt:  # where there are no signal handlers; the connection is closed by now
        return DONE
    return DONE


@app.command("chat")
def run_in_terminal(stories: Stories = None) -> int:
    """Chat in the terminal."""
    from bot.terminal import chat  # noqa: PLC0415

    with contextlib.suppress(KeyboardInterrupt):
        chat(_library(stories), _console())
    return DONE


@app.command()
def ask(
    question: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUESTION]", help="The question; quotation marks are optional."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Reply with a JSON object.")] = False,
    batch: Annotated[
        bool,
        typer.Option(
            "--batch",
            help='Answer JSON lines from stdin, {"q": "...", "context": ["an earlier message", ...]}, '
            "with one JSON object a line.",
        ),
    ] = False,
    stories: Stories = None,
) -> int:
    """Answer one question; exit code 3 where there is no answer."""
    if batch == bool(question):
        _refuse("ask takes a QUESTION, or --batch and questions on stdin, but not both")
    if batch:
        return _ask_batch(sys.stdin.buffer, stories)
    library = _library(stories)
    return _ask_one(" ".join(question or ()), library, as_json=as_json)


def _ask_batch(lines: Iterable[bytes], stories: Sequence[Path] | None) -> int:
    from bot.batch import answers  # noqa: PLC0415

    for reply in answers(lines, _warm_library(stories)):
        _print_json(reply)
    return DONE


def _ask_one(question: str, library: Library, *, as_json: bool) -> int:
    from bot.batch import answer  # noqa: PLC0415
    from bot.render import say  # noqa: PLC0415
    from bot.terminal import show  # noqa: PLC0415

    if as_json:
        reply = answer(library, question)
        _print_json(reply)
        outcome = reply["outcome"]
    else:
        said = say(library.ask(question), library)
        show(_console(), said)
        outcome = said.outcome
    return DONE if outcome in {"answer", "chat"} else NO_ANSWER


@app.command()
def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...", exists=True, readable=True, help="Story files or folders of them."
        ),
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option(
            metavar="TEXT", exists=True, readable=True, dir_okay=False, help="The text the story was told in."
        ),
    ] = None,
    prove: Annotated[
        bool, typer.Option("--prove", help="Write a proof under each quote that stands in the source.")
    ] = False,
    stories: Stories = None,
) -> int:
    """Check story files, and with --source what they say; exit code 1 where there are faults."""
    from knowledge.store import story_files  # noqa: PLC0415

    paths = story_files(files or _settings(stories).stories)
    if prove and not source:
        _refuse("--prove needs the text to prove the quotes with: --source TEXT")
    if source and len(paths) > 1:
        _refuse("--source is the text of one story; name its FILE")
    text = _read_source(source) if source else None
    reports = [_check_one(path, text, prove=prove) for path in paths]
    return FAULTS if any(report.faults for report in reports) else DONE


def _read_source(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        _refuse(f"{path} is not UTF-8 text, save it as UTF-8")


def _check_one(path: Path, source: str | None, *, prove: bool) -> Report:
    from bot.curating import report_lines  # noqa: PLC0415
    from knowledge.check import check_file  # noqa: PLC0415
    from knowledge.sealing import seal  # noqa: PLC0415

    if prove and source is not None and (sealed := seal(path, source)):
        typer.echo(f"{path}: proof written for {', '.join(sealed)}.")
    report = check_file(path, source)
    for line in report_lines(report):
        typer.echo(line)
    return report


@app.command()
def evaluate(
    questions: Annotated[
        Path | None, typer.Argument(metavar="[QUESTIONS.jsonl]", exists=True, readable=True, dir_okay=False)
    ] = None,
    leave_one_out: Annotated[
        bool,
        typer.Option(
            "--leave-one-out",
            help="Ask each phrasing of the stories without having learnt it, and list the weakest entries.",
        ),
    ] = False,
    show: Annotated[
        Shown | None, typer.Option(help="Show on stderr the questions that were answered so.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write the figures as a JSON object.")] = False,
    min_good: Annotated[
        float,
        typer.Option(min=0, max=100, metavar="PERCENT", help="Fewer right and honest replies are a fault."),
    ] = 0,
    max_wrong: Annotated[
        float, typer.Option(min=0, max=100, metavar="PERCENT", help="More wrong replies are a fault.")
    ] = 100,
    stories: Stories = None,
) -> int:
    """Count how a list of questions is answered; exit code 1 below --min-good or above --max-wrong."""
    if leave_one_out == (questions is not None):
        _refuse("name a file of QUESTIONS.jsonl, or give --leave-one-out and no file")
    if questions is None:
        return _leave_one_out(_settings(stories).stories)
    from bot.curating import judged_line  # noqa: PLC0415
    from knowledge.evaluate import load_items, tabulate  # noqa: PLC0415

    judged = _judge(load_items(questions), _warm_library(stories))
    for one in judged:
        if show and show.value in {one.verdict, Shown.all}:
            typer.echo(judged_line(one), err=True)
    results = tabulate(judged)
    _show_results(results, as_json=as_json)
    overall = results.rows["= all"]
    kept = 100 * overall.good >= min_good and 100 * overall.share("wrong") <= max_wrong
    return DONE if kept else FAULTS


def _leave_one_out(places: Sequence[Path]) -> int:
    """Show how well the entries of each story are told apart."""
    from bot.curating import weaknesses_table  # noqa: PLC0415
    from knowledge.leaveout import leave_out, weaknesses  # noqa: PLC0415
    from knowledge.phrasings import all_phrasings  # noqa: PLC0415
    from knowledge.store import load_stories  # noqa: PLC0415

    for story in load_stories(places):
        asked = sum(not phrasing.after for phrasing in all_phrasings(story))
        rows = weaknesses(_tracked(leave_out(story), asked), story)
        found = sum(row.found for row in rows)
        console = _console()
        console.print(weaknesses_table(rows), soft_wrap=True)
        typer.echo(
            f"{story.id}: {found:,} of {asked:,} phrasings ({found / asked:.1%}) find their entry, left out."
        )
    return DONE


def _show_results(results: Results, *, as_json: bool) -> None:
    from bot.curating import results_json, results_table, times_line  # noqa: PLC0415

    if as_json:
        _print_json(results_json(results))
        return
    console = _console()
    console.print(results_table(results), soft_wrap=True)
    console.print(times_line(results), soft_wrap=True)


def _judge(items: Sequence[Item], library: Library) -> list[Judged]:
    """Return the questions judged."""
    from bot.curating import speaker  # noqa: PLC0415
    from knowledge.evaluate import evaluate as judge_all  # noqa: PLC0415

    return list(_tracked(judge_all(items, library, speaker(library)), len(items)))


def _tracked(rows: Iterable[_Row], total: int) -> Iterable[_Row]:
    """Return the rows, with a progress bar for whoever watches."""
    from rich.progress import track  # noqa: PLC0415

    console = _console(stderr=True)
    return track(
        rows, "Asking", total=total, console=console, transient=True, disable=not console.is_terminal
    )
