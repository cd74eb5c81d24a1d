"""Scenes: slash commands, menus of messages, and what those who run a server choose."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tests.discord.gallery.scenes import CHOICES, COMMANDS, MENUS, TYPING, scene
from tests.discord.gallery.stage import Stage

if TYPE_CHECKING:
    from simcord.results import ResponseMessage

command = partial(scene, COMMANDS)
suggested = partial(scene, TYPING)
of_message = partial(scene, MENUS)
chosen = partial(scene, CHOICES)

MANAGER = {"manage_guild": True}
ASK, CHECK = "Ask about this", "Is this quoted right?"


@command("/ask in private", "Only the asker sees the answer, until they show it to everyone.")
async def ask_privately(stage: Stage) -> None:
    ana = stage.reader("ana")
    told = await ana.slash("ask", question="who helped derek?", private=True)
    await ana.press(told, "Show to everyone")


@command("/ask without a find", "What was not found only the asker sees.")
async def ask_in_vain(stage: Stage) -> None:
    await stage.reader("ana").slash("ask", question="who won the world cup?")


@command("/quote", "Without options, one at random that this channel has not seen lately.")
async def random_quote(stage: Stage) -> None:
    await stage.reader("ana").slash("quote")


@command("/quote by", "What one speaker said.")
async def quote_by(stage: Stage) -> None:
    await stage.reader("ana").slash("quote", by="Barack Obama")


@command("/quote by nobody", "A name that speaks nowhere in the story, and the names that do.")
async def quote_by_nobody(stage: Stage) -> None:
    await stage.reader("ana").slash("quote", by="Usain Bolt")


@command("/quote with words", "The quote that holds them, or that is about them.")
async def quote_search(stage: Stage) -> None:
    await stage.reader("ana").slash("quote", search="human spirit")


@command("/quote without a find", "No quote holds these words.")
async def quote_in_vain(stage: Stage) -> None:
    await stage.reader("ana").slash("quote", search="bicycle")


@command("/quote with a card", "The words, and the same words as a picture.")
async def quote_card(stage: Stage) -> None:
    await stage.reader("ana").slash("quote", search="condolences", card=True)


@command("/fact", "A fact at random, and one by words.")
async def fact(stage: Stage) -> None:
    ana = stage.reader("ana")
    await ana.slash("fact")
    await ana.slash("fact", search="hamstring")


@command("/who", "Who or what somebody or something is.")
async def who(stage: Stage) -> None:
    ana = stage.reader("ana")
    await ana.slash("who", name="derek's dad")
    await ana.slash("who", name="Usain Bolt")


@command(
    "/timeline", "What happened when, the oldest first; page by page where one message does not hold it."
)
async def timeline(stage: Stage) -> None:
    ana = stage.reader("ana")
    told = await ana.slash("timeline")
    while "Later" in _labels(told):
        turned = await ana.press(told, "Later")
        assert turned
        told = turned


@command("/story", "What the story is, and its topics to leaf through.")
async def story(stage: Stage) -> None:
    ana = stage.reader("ana")
    told = await ana.slash("story")
    told = await ana.choose(told, "Race")
    await ana.choose(told, _rows(told)[0])
    await ana.press(told, "Next page")
    await ana.press(told, "All topics")


@command("/story of two", "Where more than one story is told, each is introduced.", stories=2)
async def two_stories(stage: Stage) -> None:
    await stage.reader("ana").slash("story")


@command("/help", "How to ask, with examples to click; only the asker sees it.")
async def show_help(stage: Stage) -> None:
    await stage.reader("ana").slash("help")


@command("/quiz", "A sentence with a gap; anybody may try, and each is told alone.")
async def quiz(stage: Stage) -> None:
    ana, bob = stage.reader("ana"), stage.reader("bob")
    asked = await ana.slash("quiz")
    parts = asked.components[0]["components"]
    right = int(parts[0]["custom_id"][3])
    await bob.press(asked, parts[(right + 1) % len(parts)]["label"])
    await ana.press(asked, parts[right]["label"])


@suggested("Nothing typed yet", "Where one can begin.")
async def nothing_typed(stage: Stage) -> None:
    ana = stage.reader("ana")
    await ana.types("ask", "question", "")
    await ana.types("quote", "by", "")


@suggested("Mistyped", "Typing errors are forgiven.")
async def mistyped(stage: Stage) -> None:
    ana = stage.reader("ana")
    await ana.types("ask", "question", "hamstrng injry")
    await ana.types("quote", "search", "condolenses")
    await ana.types("fact", "search", "tourch")
    await ana.types("who", "name", "micheal jonson")


@of_message(ASK, "What the story says about what somebody wrote; only the one who asks sees it.")
async def ask_about(stage: Stage) -> None:
    ana, bob = stage.reader("ana"), stage.reader("bob")
    message = await bob.writes("I saw that video again today. How old was Derek's dad when he died?")
    await ana.menu(ASK, message)


async def _checked(stage: Stage, words: str) -> None:
    ana, bob = stage.reader("ana"), stage.reader("bob")
    await ana.menu(CHECK, await bob.writes(words))


@of_message(f"{CHECK} Word for word", "The words stand in the quote as they were written.")
async def quoted_right(stage: Stage) -> None:
    await _checked(stage, "> To say he will be greatly missed is a true understatement.")


@of_message(f"{CHECK} With an omission", "What was left out where the dots stand is named.")
async def quoted_with_omission(stage: Stage) -> None:
    await _checked(
        stage, "Derek wrote: “There is so much I could say about this man … what he meant to me.” So moving."
    )


@of_message(f"{CHECK} Almost", "The difference is shown in the text, and again in a list of words.")
async def quoted_almost(stage: Stage) -> None:
    await _checked(
        stage,
        "“Together, they brought us one of the most beautiful moments in Olympic history”, said the IOC",
    )


@of_message(f"{CHECK} Wrong person", "The words are right; somebody else said them.")
async def quoted_wrong_person(stage: Stage) -> None:
    await _checked(stage, "Barack Obama: “Condolences to Derek and his family.”")


@of_message(f"{CHECK} Not found", "The words stand in no quote; what the named speaker did say is offered.")
async def quoted_not_found(stage: Stage) -> None:
    await _checked(stage, "Michael Johnson said “winning is everything and losing is for dogs”")


@chosen(
    "/settings", "What is set is shown; what is left out of a change stays as it is.", stories=2, chooses=True
)
async def settings(stage: Stage) -> None:
    mona, ana = stage.reader("mona", **MANAGER), stage.reader("ana")
    await mona.slash("settings show")
    await mona.slash("settings set", story="jim-redmond", private=True, channel=stage.general)
    await mona.slash("settings set")
    await mona.slash("settings set", story="the odyssey")
    await ana.slash("ask", question="who helped derek?")
    assert stage.bot.user
    await ana.says(f"{stage.bot.user.mention} who helped derek?", channel=stage.channel("lounge"))


@chosen("/daily", "A quote a day is set, comes at its time, and is ended.", chooses=True)
async def daily(stage: Stage) -> None:
    mona = stage.reader("mona", **MANAGER)
    await mona.slash("daily show")
    await mona.slash("daily set", channel=stage.general, time="9 o'clock", zone="Europe/London")
    await mona.slash("daily set", channel=stage.general, time="09:00", zone="europe/london")
    for line, hours in (("*An hour later:*", 1), ("*The next morning:*", 24)):
        stage.write(line)
        stage.clock.pass_by(hours=hours)
        stage.posts.wake()
        await stage.watch(stage.env.settle())
    await mona.slash("daily show")
    await mona.slash("daily off")


@chosen("/daily where it may not post", "It says what is missing before it promises anything.", chooses=True)
async def daily_forbidden(stage: Stage) -> None:
    mona = stage.reader("mona", **MANAGER)
    closed = stage.channel("announcements", send_messages=False)
    await mona.slash("daily set", channel=closed, time="09:00", zone="Europe/London")


@chosen("Not a manager", "A server may show these commands to others too; they are told why nothing happens.")
async def not_a_manager(stage: Stage) -> None:
    stage.show_to_all("settings")
    await stage.reader("ana").slash("settings show")


def _parts(message: ResponseMessage) -> list[dict[str, Any]]:
    return [part for row in message.components for part in row["components"]]


def _labels(message: ResponseMessage) -> list[str]:
    return [part["label"] for part in _parts(message) if part["type"] == 2]


def _rows(message: ResponseMessage) -> list[str]:
    return [option["label"] for part in _parts(message) for option in part.get("options", ())]
