"""What README.md promises is so: a stranger has nothing else to go by."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import urllib.parse
from pathlib import Path

import discord
import pytest

from bot.client import FootnoteBot
from bot.cogs import ALL_COGS
from bot.render import say, to_discord
from knowledge import SHIPPED_STORIES, Answer, Conversation, Library, load_library
from knowledge.store import load_story

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CODE = re.findall(r"^ *```\w*\n(.*?)^ *```|`([^`\n]+)`", README, re.MULTILINE | re.DOTALL)
SHOWN = [line.strip() for block, inline in CODE for line in (block or inline).splitlines()]


def block(mark: str) -> str:
    """Return the code block that follows the comment `mark`, as .ci/run finds it."""
    found = re.search(rf"^<!-- {mark} -->\n\n?```\w+\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert found, f"README.md has no code block after <!-- {mark} -->"
    return found[1]


def footnote(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a reader of README.md would."""
    return subprocess.run(  # noqa: S603 (only commands that README.md shows)
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        env=os.environ | {"COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


SUBCOMMANDS = sorted(
    {m[1] for line in SHOWN if (m := re.match(r"(?:\.venv/bin/)?footnote ([a-z]+)\b", line))}
)
OPTIONS = sorted(
    {
        (m[1], option)
        for line in SHOWN
        if (m := re.match(r"footnote ([a-z]+)\b", line))
        for option in re.findall(r"(?<= )--[a-z-]+", line)
    }
)


def test_it_shows_every_command() -> None:
    assert SUBCOMMANDS == ["ask", "chat", "check", "discord", "evaluate"]


@pytest.mark.parametrize("command", SUBCOMMANDS)
def test_every_command_shown_exists(command: str) -> None:
    assert footnote(command, "--help").returncode == 0


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_every_option_shown_exists(command: str, option: str) -> None:
    assert option in footnote(command, "--help").stdout


async def test_it_lists_every_slash_command_and_no_other(library: Library) -> None:
    bot = FootnoteBot(library)
    for cog in ALL_COGS:
        await bot.add_cog(cog(bot))
    shown = {m[1] for line in SHOWN if (m := re.fullmatch(r"/([a-z]+)", line))}
    assert shown == {
        command.name for command in bot.tree.get_commands(type=discord.AppCommandType.chat_input)
    }


def test_its_settings_are_those_of_the_example() -> None:
    table = README.partition("<!-- settings -->")[2].partition("\n## ")[0]
    example = (ROOT / ".env.example").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)`", table, re.MULTILINE) == re.findall(
        r"^#? ?([A-Z_]+)=", example, re.MULTILINE
    )


def test_its_invite_asks_for_the_permissions_it_names_and_no_more() -> None:
    link = next(line for line in SHOWN if "oauth2/authorize" in line)
    asked = urllib.parse.parse_qs(urllib.parse.urlsplit(link).query)
    needed = discord.Permissions(
        view_channel=True, send_messages=True, send_messages_in_threads=True, read_message_history=True
    )
    assert asked["permissions"] == [str(needed.value)]
    assert asked["scope"] == ["bot applications.commands"]


def test_its_story_is_one_that_loads(tmp_path: Path) -> None:
    path = tmp_path / "night-ferry.toml"
    path.write_text(block("story"), "utf-8")
    assert load_story(path).id == "night-ferry"


def test_its_phrasings_are_learnt_with_its_story(tmp_path: Path) -> None:
    path = tmp_path / "night-ferry.toml"
    path.write_text(block("story"), "utf-8")
    (tmp_path / "night-ferry").mkdir()
    (tmp_path / "night-ferry" / "en.toml").write_text(block("phrasings"), "utf-8")
    library = Library([load_story(path)])
    reply = library.ask("who went out to them in that weather")
    assert isinstance(reply, Answer)
    assert reply.told[0].entry.id == "greta-rowed"


def test_its_questions_can_be_evaluated(tmp_path: Path) -> None:
    story, questions = tmp_path / "night-ferry.toml", tmp_path / "questions.jsonl"
    story.write_text(block("story"), "utf-8")
    questions.write_text(block("questions"), "utf-8")
    run = footnote("evaluate", str(questions), "--stories", str(story))
    assert run.returncode == 0, run.stderr


def exchange() -> list[tuple[str, list[str]]]:
    """Return what the reader in README.md asks, and the lines of each answer as Discord gets them."""
    quoted = [line.removeprefix(">").strip() for line in README.splitlines() if line.startswith(">")]
    turns: list[tuple[str, list[str]]] = []
    for line in filter(None, quoted):
        if asked := re.fullmatch(r"\*\*ana\*\* @Footnote (.+)", line):
            turns.append((asked[1], []))
        else:
            told = line.removeprefix("**Footnote** ")
            turns[-1][1].append(re.sub(r"<sub>(.+)</sub>", r"-# \1", told))
    return turns


def test_its_exchange_is_what_the_shipped_story_answers() -> None:
    library, conversation = load_library([SHIPPED_STORIES / "jim-redmond.toml"]), Conversation()
    assert exchange()
    for question, lines in exchange():
        reply = library.ask(question, conversation)
        conversation = conversation.after(question, reply)
        assert (question, to_discord(say(reply, library)).splitlines()) == (question, lines)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_its_links_lead_to_files(target: str) -> None:
    assert (ROOT / target).exists()


@pytest.mark.parametrize("mark", ["run", "test"])
def test_each_of_its_two_commands_is_one_line_that_makes_its_own_environment(mark: str) -> None:
    command = block(mark)
    assert command.count("\n") == 1
    assert command.startswith("python3 -m venv .venv && .venv/bin/python -m pip install ")
