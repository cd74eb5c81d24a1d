"""Scenes: a question in a channel, and what becomes of it."""

from __future__ import annotations

from functools import partial

from bot.limits import CHANNEL_A_MINUTE, READER_A_MINUTE
from tests.discord.gallery.scenes import AFTERWARDS, ASKING, MANNERS, scene
from tests.discord.gallery.stage import Stage

in_chat = partial(scene, ASKING)
afterwards = partial(scene, AFTERWARDS)
manners = partial(scene, MANNERS)

WHO_HELPED = "who helped derek?"
HOW_OLD = "how old was jim when he died?"


@in_chat("An answer", "One statement, the footnote that says where it stands, and what can be done with it.")
async def answer(stage: Stage) -> None:
    await stage.reader("ana").asks(HOW_OLD)


@in_chat("Two answers in one", "Two questions in one message are answered one below the other.")
async def two_answers(stage: Stage) -> None:
    await stage.reader("ana").asks("who helped derek, and how old was jim when he died?")


@in_chat("A quote and its picture", "Word for word; the picture repeats the words and does not replace them.")
async def quote(stage: Stage) -> None:
    ana = stage.reader("ana")
    await ana.asks("what did obama say?")
    await ana.press(ana.newest(), "Picture")


@in_chat("Typing errors", "Misspelt words are read as the story's own words.")
async def typo(stage: Stage) -> None:
    await stage.reader("ana").asks("how mnay veiws did the vidoe get")


@in_chat("A follow-up", "“He” is whom the conversation was about last.")
async def follow_up(stage: Stage) -> None:
    ana = stage.reader("ana")
    await ana.asks("who helped derek finsh the race")
    await ana.asks("how old was he when he past away")


@in_chat("Another language", "It understands the question, and answers in the language of the story.")
async def other_language(stage: Stage) -> None:
    await stage.reader("ana").asks("¿quién ayudó a Derek a llegar a la meta?")


@in_chat("A false premise", "What the story has put down as a mistake is put right.")
async def false_premise(stage: Stage) -> None:
    await stage.reader("ana").asks("Derek got injured in the final, right?")


@in_chat("A silence", "The story does not tell that; what it does tell nearby can be read at once.")
async def silence(stage: Stage) -> None:
    await stage.reader("ana").asks("what did jim die of?")


@in_chat("A miss", "Nothing in the story is about that; here is where one can begin.")
async def miss(stage: Stage) -> None:
    await stage.reader("ana").asks("what is the capital of France?")


@in_chat("Did you mean", "Two or more could be meant: what is chosen takes the place of the choice.")
async def did_you_mean(stage: Stage) -> None:
    ana = stage.reader("ana")
    await ana.asks("he broke the news on sunday on insta didn't he")
    first = ana.newest().components[0]["components"][0]["label"]
    await ana.press(ana.newest(), first)


@in_chat("A greeting", "A friendly line, and where one can begin.")
async def greeting(stage: Stage) -> None:
    await stage.reader("ana").asks("hello!")


@in_chat("A mention without a question", "How to ask.")
async def empty_mention(stage: Stage) -> None:
    await stage.reader("ana").asks("")


@in_chat("A text command", "The same as `/quote`, for those who mention the bot instead.")
async def text_command(stage: Stage) -> None:
    await stage.reader("ana").asks("quote by michael johnson")


@in_chat("A direct message", "There it need not be mentioned.")
async def direct(stage: Stage) -> None:
    await stage.reader("ana").says_directly("did derek get to the finish line?")


@in_chat("In reply to a slash answer", "Discord hands over such a reply without its words; the line says so.")
async def unseen_reply(stage: Stage) -> None:
    ana = stage.reader("ana")
    told = await ana.slash("ask", question=WHO_HELPED)
    await ana.says("and how old was he?", reply_to=told)


@afterwards("Context", "Who, when, and what stands before and after; anybody may look, and each alone.")
async def context(stage: Stage) -> None:
    ana, bob = stage.reader("ana"), stage.reader("bob")
    await ana.asks("what did obama say?")
    await bob.press(ana.newest(), "Context")


@afterwards("Not what I asked", "The answer is taken back, and what else could have been meant is offered.")
async def not_asked(stage: Stage) -> None:
    ana = stage.reader("ana")
    await ana.asks(HOW_OLD)
    await ana.press(ana.newest(), "Not what I asked")


@afterwards("What one would ask next", "A next question is answered in a message of its own.")
async def next_question(stage: Stage) -> None:
    ana = stage.reader("ana")
    await ana.asks(WHO_HELPED)
    labels = [part["label"] for part in ana.newest().components[0]["components"]]
    await ana.press(ana.newest(), labels[2])


@afterwards("Take away", "Whoever asked can take the answer out of the channel.")
async def take_away(stage: Stage) -> None:
    ana = stage.reader("ana")
    await ana.asks(HOW_OLD)
    await ana.press(ana.newest(), "Take away")


@afterwards("A stranger's press", "Only the asker changes or removes an answer; others are told so, alone.")
async def strangers_press(stage: Stage) -> None:
    ana, bob = stage.reader("ana"), stage.reader("bob")
    await ana.asks(HOW_OLD)
    await bob.press(ana.newest(), "Take away")


@afterwards("An edited question", "The same message now answers the question as it stands.")
async def edited(stage: Stage) -> None:
    ana = stage.reader("ana")
    question = await ana.asks(WHO_HELPED)
    await ana.edits(question, "where did it happen?")


@afterwards("A deleted question", "The answer goes with it.")
async def deleted(stage: Stage) -> None:
    ana = stage.reader("ana")
    question = await ana.asks(HOW_OLD)
    await ana.deletes(question)


@afterwards("Asked again", "What was told in a channel in the last ten minutes is linked to.")
async def repeat(stage: Stage) -> None:
    ana, bob = stage.reader("ana"), stage.reader("bob")
    await ana.asks(HOW_OLD)
    await bob.asks("what age did jim reach?")


@manners("Thanks, twice", "The first thanks are answered; whoever answers every one never comes to an end.")
async def thanks(stage: Stage) -> None:
    ana = stage.reader("ana")
    await ana.asks("thank you!")
    await ana.asks("thanks")


@manners(
    "Many questions from one reader", "After some within a minute one line, then a pause of half a minute."
)
async def reader_limit(stage: Stage) -> None:
    ana = stage.reader("ana")
    with stage.unseen(f"*ana asks {READER_A_MINUTE} questions within a minute, and is answered*"):
        for _ in range(READER_A_MINUTE):
            await ana.asks("hello")
    await ana.asks(HOW_OLD)
    await ana.asks(WHO_HELPED)
    stage.clock.pass_by(seconds=30)
    stage.write("*Half a minute later:*")
    await ana.asks(HOW_OLD)


@manners(
    "Many questions in one channel", "The same for a channel; a command is told so each time, in private."
)
async def channel_limit(stage: Stage) -> None:
    readers = [stage.reader(name) for name in ("ana", "bob", "cem", "dora", "eli")]
    with stage.unseen(f"*{CHANNEL_A_MINUTE} questions are asked and answered there within a minute*"):
        for number in range(CHANNEL_A_MINUTE):
            await readers[number % len(readers)].asks("hello")
    ana, bob, *_ = readers
    await ana.asks(HOW_OLD)
    await bob.slash("ask", question=WHO_HELPED)


@manners(
    "Where it may not write",
    "The answer comes directly; those who run the server learn once what is missing.",
)
async def may_not_write(stage: Stage) -> None:
    ana = stage.reader("ana")
    stage.admin_channel(stage.channel("moderators"))
    closed = stage.channel("announcements", send_messages=False)
    assert stage.bot.user
    await ana.says(f"{stage.bot.user.mention} {HOW_OLD}", channel=closed)


@manners(
    "Where it may not read back", "It answers without Discord's reply line; again the server is told once."
)
async def may_not_read(stage: Stage) -> None:
    ana = stage.reader("ana")
    stage.admin_channel(stage.channel("moderators"))
    halls = stage.channel("halls", read_message_history=False)
    assert stage.bot.user
    await ana.says(f"{stage.bot.user.mention} {HOW_OLD}", channel=halls)
