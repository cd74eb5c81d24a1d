"""Who is answered in which language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import discord
import pytest
from simcord import interactions

from bot import footnotes
from bot.client import FootnoteBot
from bot.render import Part, Said, say, to_discord
from bot.speech import LANGUAGES, again, listed, nearest, saying_in
from bot.store.dailies import Daily
from bot.tongues import reworded
from knowledge import SHIPPED_STORIES, Library, load_library
from tests.bot.pressing import labels, options, parts
from tests.bot.test_chat import LAMP, LAMP_NOTE, said, us
from tests.bot.test_permissions import closed

if TYPE_CHECKING:
    from pathlib import Path

    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle, GuildHandle

WHY = "Why did the lamp go out?"
UNTOLD = "Did Greta get a medal?"
NOT_THERE = "What is the capital of France?"
LAMP_DE = f"{LAMP}\n-# ¹ The Skerry Post, 9. November 1931, Absatz 1\n-# Im Original, auf Englisch."
LAMP_ES = f"{LAMP}\n-# ¹ The Skerry Post, 9 de noviembre de 1931, párrafo 1\n-# En el original, en inglés."

Locales = Callable[[str, str], None]


@pytest.fixture
def make_bot(library: Library, tmp_path: Path) -> Callable[[], FootnoteBot]:
    return lambda: FootnoteBot(library, database=tmp_path / "footnote.sqlite3")


@pytest.fixture
def locales(monkeypatch: pytest.MonkeyPatch) -> Locales:
    """Let commands and buttons come from a reader and a server of these locales; simcord knows one alone."""
    base = interactions.base_payload

    def set_to(reader: str, server: str) -> None:
        def payload(*args: Any, **kwargs: Any) -> Any:
            record, body = base(*args, **kwargs)
            body["locale"] = reader
            if "guild_locale" in body:
                body["guild_locale"] = server
            return record, body

        monkeypatch.setattr(interactions, "base_payload", payload)

    return set_to


@pytest.fixture
def german(env: simcord.Env) -> GuildHandle:
    return env.create_guild(preferred_locale="de")


@pytest.fixture
def manager(env: simcord.Env, guild: GuildHandle) -> MemberActor:
    role = guild.create_role("managers", permissions=discord.Permissions(manage_guild=True))
    return guild.add_member(env.create_user("mona"), roles=[role])


async def slash(reader: MemberActor, channel: ChannelHandle, name: str, /, **chosen: Any) -> Any:
    result = await reader.slash(channel, name, **chosen)
    assert result.response is not None
    return result.response


async def test_a_private_answer_is_framed_in_the_readers_language_and_labelled_as_original(
    channel: ChannelHandle, alice: MemberActor, locales: Locales
) -> None:
    locales("es-419", "de")
    answer = await slash(alice, channel, "ask", question=WHY, private=True)
    assert answer.content == LAMP_ES
    assert {"Contexto", "No es lo que pregunté", "Mostrar a todos"} <= set(labels(answer))


async def test_a_public_answer_is_framed_in_the_language_of_the_server(
    channel: ChannelHandle, alice: MemberActor, locales: Locales
) -> None:
    locales("es-ES", "de")
    answer = await slash(alice, channel, "ask", question=WHY)
    assert answer.content == LAMP_DE
    assert {"Zusammenhang", "Danach habe ich nicht gefragt", "Wegnehmen"} <= set(labels(answer))


@pytest.mark.parametrize("question", [UNTOLD, NOT_THERE])
async def test_a_miss_that_only_the_asker_sees_is_in_their_language(
    channel: ChannelHandle, alice: MemberActor, locales: Locales, question: str
) -> None:
    locales("fr", "de")
    answer = await slash(alice, channel, "ask", question=question)
    assert answer.ephemeral
    assert "Dans l’original, en anglais." in answer.content
    assert not any(word in answer.content for word in ("Versuch", "erzählt", "finde", "Try"))


async def test_what_was_private_is_shown_to_all_in_the_language_of_the_server(
    channel: ChannelHandle, alice: MemberActor, locales: Locales
) -> None:
    locales("es-ES", "de")
    answer = await slash(alice, channel, "ask", question=WHY, private=True)
    shown = await alice.click(answer, label="Mostrar a todos")
    assert [message.content for message in shown.followups] == [LAMP_DE]


async def test_what_a_button_whispers_is_in_the_language_of_whoever_pressed_it(
    channel: ChannelHandle, alice: MemberActor, bob: MemberActor, locales: Locales
) -> None:
    locales("de", "de")
    answer = await slash(alice, channel, "ask", question=WHY)
    locales("pt-BR", "de")
    context = await bob.click(answer, label="Zusammenhang")
    assert context.response is not None
    assert "Quando: não há data registrada" in context.response.content
    refused = await bob.click(answer, label="Wegnehmen")
    assert refused.response is not None
    assert refused.response.content == (
        "Estes botões são da pergunta de outra pessoa. Pergunte você com /perguntar."
    )


async def test_a_message_is_answered_in_the_language_of_its_server(
    env: simcord.Env, german: GuildHandle
) -> None:
    channel = german.create_text_channel("allgemein")
    reader = german.add_member(env.create_user("anna"))
    await reader.send(channel, f"{us(env)} {WHY}")
    await reader.send(channel, f"{us(env)} {NOT_THERE}")
    first, second = said(channel)
    assert first.content == LAMP_DE
    assert second.content.startswith("Das finde ich in dieser Geschichte nicht.\nVersuch eine davon:")
    assert labels(second)[-1] == "Wegnehmen"


async def test_what_a_server_has_chosen_goes_before_its_locale(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, manager: MemberActor, locales: Locales
) -> None:
    set_to_german = await slash(manager, channel, "settings set", language="de")
    assert "- Language: Deutsch" in set_to_german.content
    await alice.send(channel, f"{us(env)} {WHY}")
    assert said(channel)[-1].content == LAMP_DE
    locales("fr", "fr")
    assert (await slash(alice, channel, "fact", search=WHY)).content == LAMP_DE


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        (WHY, LAMP),
        ("quién ganó la liga de campeones de este año", "No encuentro eso en esta historia."),
        ("wer hat in diesem Jahr die Meisterschaft gewonnen", "Das finde ich in dieser Geschichte nicht."),
    ],
)
async def test_a_direct_message_is_answered_in_the_language_of_its_question(
    env: simcord.Env, question: str, begins: str
) -> None:
    writer = env.create_user("dora")
    await writer.send_dm(question)
    assert writer.dm_channel.last_message is not None
    assert writer.dm_channel.last_message.content.startswith(begins)


async def test_an_english_answer_is_as_it_always_was(
    channel: ChannelHandle, alice: MemberActor, locales: Locales
) -> None:
    locales("ja", "ja")
    answer = await slash(alice, channel, "ask", question=WHY)
    assert answer.content == f"{LAMP}\n{LAMP_NOTE}"


@pytest.mark.parametrize(
    ("locale", "command", "chosen", "holds"),
    [
        (
            "de",
            "help",
            {},
            ["Frag in deinen eigenen Worten mit /fragen", "/zeitleiste", "Versuch eine davon:"],
        ),
        ("es-ES", "story", {"private": True}, ["Conozco ", " citas y ", "9 de noviembre de 1931"]),
        ("fr", "timeline", {"private": True}, ["2 novembre 1931 : ", "paragraphes "]),
        ("pt-BR", "quiz", {"private": True}, ["O que vai na lacuna?", "No original, em inglês."]),
        ("de", "who", {"name": "nobody at all"}, ["In dieser Geschichte kenne ich niemanden"]),
        ("fr", "quote", {"by": "nobody at all"}, ["Je ne connais aucune citation de quelqu’un de ce nom."]),
        ("es-ES", "fact", {"search": "xyzzy plugh"}, ["No conozco ningún dato con esas palabras."]),
    ],
)
async def test_every_command_speaks_the_language_of_its_reader(
    channel: ChannelHandle, alice: MemberActor, locales: Locales, locale: str, command: str,
    chosen: dict[str, Any], holds: list[str],
) -> None:  # fmt: skip
    locales(locale, "en-US")
    answer = await slash(alice, channel, command, **chosen)
    assert answer.ephemeral
    for words in holds:
        assert words in answer.content


async def test_the_topics_of_a_story_are_leafed_through_in_the_readers_language(
    channel: ChannelHandle, alice: MemberActor, locales: Locales
) -> None:
    locales("de", "en-US")
    story = await slash(alice, channel, "story", private=True)
    [menu] = [part for part in parts(story) if part["type"] == 3]
    assert menu["placeholder"] == "Wähle ein Thema"
    assert menu["options"][0]["description"].split()[1] in {"Fakt", "Fakten"}
    topic = await alice.select(story, values=[next(iter(options(story).values()))])
    assert topic.response is not None
    assert "Alle Themen" in labels(topic.response)


async def test_settings_and_the_quote_a_day_are_told_in_the_managers_language(
    channel: ChannelHandle, alice: MemberActor, manager: MemberActor, locales: Locales
) -> None:
    locales("fr", "de")
    assert (await slash(manager, channel, "settings show")).content.startswith("**Réglages de ce serveur**")
    nothing = await slash(manager, channel, "settings set")
    assert nothing.content.startswith("Choisis au moins une option de `/réglages modifier`")
    assert "Il n’y a pas de citation quotidienne ici" in (await slash(manager, channel, "daily show")).content
    told = await slash(manager, channel, "daily set", channel=channel, time="25:00", zone="UTC")
    assert "n’est pas une heure" in told.content


async def test_the_quote_of_the_day_comes_in_the_language_of_the_server(
    env: simcord.Env, german: GuildHandle
) -> None:
    channel = german.create_text_channel("zitate")
    cog: Any = env.bot.get_cog("DailyCog")  # type: ignore[attr-defined]
    due = dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC)
    one = Daily(german.id, channel.id, "09:00", "UTC", due)
    await cog.posts.dailies.put(one)
    await cog.posts._post(one)
    assert said(channel)[-1].content.startswith("**Das Zitat des Tages**\n")
    assert said(channel)[-1].content.endswith("-# Im Original, auf Englisch.")


async def test_a_quote_check_is_told_in_the_readers_language(
    channel: ChannelHandle, alice: MemberActor, bob: MemberActor, locales: Locales
) -> None:
    locales("es-ES", "de")
    message = await bob.send(channel, "“I did it all by myself”")
    result = await alice.context_menu(channel, "Is this quoted right?", message)
    assert result.response is not None
    assert "**No encontrado.**" in result.response.content
    message = await bob.send(channel, "> Afterwards I made tea.")
    result = await alice.context_menu(channel, "Ask about this", message)
    assert result.response is not None
    assert result.response.content.startswith("-# Sobre lo que escribió bob: «")


async def test_limits_are_told_in_the_readers_language(
    channel: ChannelHandle, alice: MemberActor, locales: Locales
) -> None:
    locales("de", "fr")
    for _ in range(8):
        await slash(alice, channel, "fact")
    refused = await slash(alice, channel, "fact")
    assert refused.content == "Das war viel auf einmal. In einer halben Minute antworte ich dir wieder."


async def test_a_failure_is_told_in_the_readers_language(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor, locales: Locales,
    monkeypatch: pytest.MonkeyPatch, logged: list[Any],
) -> None:  # fmt: skip
    locales("pt-BR", "de")
    monkeypatch.setattr(Library, "ask", lambda *_: 1 / 0)
    assert (await slash(alice, channel, "ask", question=WHY)).content.startswith("Desculpe, algo deu errado")
    assert env.errors


async def test_what_we_lack_is_told_in_the_language_of_the_server(
    env: simcord.Env, german: GuildHandle
) -> None:
    channel = closed(env, german, send_messages=False)
    anna = env.create_user("anna")
    await german.add_member(anna).send(channel, f"{us(env)} {WHY}")
    assert anna.dm_channel.last_message is not None
    told = anna.dm_channel.last_message.content
    assert told.startswith(
        f"In <#{channel.id}> darf ich nicht schreiben (mir fehlt dort **Nachrichten senden**)"
    )
    assert told.endswith(LAMP_DE)


async def test_what_was_told_just_now_is_linked_to_in_the_readers_language(
    channel: ChannelHandle, alice: MemberActor, locales: Locales
) -> None:
    locales("fr", "de")
    assert (await slash(alice, channel, "ask", question=WHY)).content == LAMP_DE
    link = await slash(alice, channel, "ask", question=WHY)
    assert link.content.startswith("La réponse a été donnée ici il y a quelques minutes : https://")


# Words without Discord


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load_library([SHIPPED_STORIES])


def test_english_footnotes_are_spelt_by_fluent_as_by_the_story(library: Library, shipped: Library) -> None:
    for told in (told for some in (library, shipped) for story in some.stories for told in story.all_told()):
        assert (" · ".join(footnotes.spelt(told)) or None) == told.footnote
        assert footnotes.footnote(told) == told.footnote


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_answer_of_the_shipped_story_is_cut_in_any_language(shipped: Library, tag: str) -> None:
    with saying_in(tag):
        for told in shipped.stories[0].all_told():
            content = to_discord(say(shipped.ask(told.entry.asked[0]), shipped))
            assert len(content) <= 2000
            assert content.count("\n-# ") <= 4


def test_what_was_said_can_be_said_again_in_another_language(library: Library) -> None:
    said_first = say(library.ask(NOT_THERE), library)
    with saying_in("de"):
        again_said = reworded(said_first)
    assert said_first.text == "I don't find that in this story."
    assert again_said.text == "Das finde ich in dieser Geschichte nicht."
    assert again_said.invitation == "Versuch eine davon:"
    assert reworded(again_said) == said_first


@pytest.mark.parametrize(
    ("tag", "spelt"),
    [
        ("en", "a, b and c"),
        ("es", "a, b y c"),
        ("fr", "a, b et c"),
        ("de", "a, b und c"),
        ("pt-BR", "a, b e c"),
    ],
)
def test_lists_are_listed_in_the_language_spoken(tag: str, spelt: str) -> None:
    one = listed(["a", "b", "c"])
    with saying_in(tag):
        assert again(one) == spelt
        assert listed(["a"]) == "a"


@pytest.mark.parametrize(
    ("locale", "tag"),
    [("en-GB", "en"), ("es-ES", "es"), ("es-419", "es"), ("pt-BR", "pt-BR"), ("pt", "pt-BR"), ("sv-SE", "en"),
     ("zh-TW", "en"), ("", "en"), (None, "en")],
)  # fmt: skip
def test_every_locale_is_served_by_one_of_our_languages(locale: str | None, tag: str) -> None:
    assert nearest(locale) == tag


def test_a_story_in_the_readers_language_is_not_labelled() -> None:
    told = Said("answer", None, (Part("Die Lampe ging aus.", "Der Bote", "de"),))
    assert to_discord(told).endswith("-# In the original, German.")
    with saying_in("de"):
        assert to_discord(told) == "Die Lampe ging aus.¹\n-# ¹ Der Bote"
