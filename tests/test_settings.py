"""Settings: read once, each mistake told in one sentence with the cure, the secret never shown."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError
from knowledge import SHIPPED_STORIES

TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAw.GabcDE.made-up_for_these_tests"  # noqa: S105 (opens nothing)

unless_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)


def test_nothing_set_means_the_terminal_and_the_shipped_story() -> None:
    assert Settings.from_env({}) == Settings(None, (SHIPPED_STORIES,), "INFO", None)


@pytest.mark.parametrize("value", ["", " ", "\n"])
def test_an_empty_value_is_as_good_as_none(value: str) -> None:
    names = ("DISCORD_TOKEN", "FOOTNOTE_STORIES", "FOOTNOTE_LOG_LEVEL", "FOOTNOTE_GUILD", "FOOTNOTE_DATABASE")
    assert Settings.from_env(dict.fromkeys(names, value)) == Settings.from_env({})


def test_a_token_is_taken_without_the_white_space_around_it() -> None:
    assert Settings.from_env({"DISCORD_TOKEN": f" {TOKEN}\n"}).require_token() == TOKEN


def test_a_missing_token_is_told_where_one_is_needed() -> None:
    with pytest.raises(SettingsError, match=r"DISCORD_TOKEN is empty: copy \.env\.example to \.env"):
        Settings.from_env({}).require_token()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (f"Bot {TOKEN}", 'begins with "Bot "'),
        (f"bot {TOKEN}", 'begins with "Bot "'),
        (f'"{TOKEN}"', "quotation marks"),
        (f"'{TOKEN}'", "quotation marks"),
        (TOKEN.replace(".", ". ", 1), "white space"),
        (TOKEN + "!", "characters that no token has"),
        ("é.bb.cc", "characters that no token has"),
        ("abc", "three parts"),
        ("a.b", "three parts"),
        ("a.b.c.d", "three parts"),
        ("..", "three parts"),
    ],
)
def test_a_malformed_token_is_named_with_its_mistake_and_never_shown(value: str, words: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(words)) as raised:
        Settings.from_env({"DISCORD_TOKEN": value})
    assert str(raised.value).startswith("DISCORD_TOKEN ")
    assert value not in str(raised.value)


def test_a_mistake_in_the_token_keeps_nobody_from_the_terminal() -> None:
    settings = Settings.from_env({"DISCORD_TOKEN": "abc", "FOOTNOTE_GUILD": "x"}, discord=False)
    assert (settings.token, settings.guild) == (None, None)


def test_the_token_is_not_in_what_settings_show_of_themselves() -> None:
    settings = Settings.from_env({"DISCORD_TOKEN": TOKEN})
    assert TOKEN not in repr(settings)
    assert TOKEN not in str(settings)


@pytest.mark.parametrize("separator", [",", os.pathsep, " , "])
def test_stories_are_places_with_a_separator_between(separator: str, tmp_path: Path) -> None:
    one, two = tmp_path / "one.toml", tmp_path / "more stories"
    one.touch()
    two.mkdir()
    settings = Settings.from_env({"FOOTNOTE_STORIES": f"{one}{separator}{two}{separator}"})
    assert settings.stories == (one, two)


def test_the_home_folder_may_be_abbreviated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert Settings.from_env({"FOOTNOTE_STORIES": "~"}).stories == (tmp_path,)


@pytest.mark.parametrize("place", ["/nowhere/at all", "nul\0", "x" * 5000])
def test_a_missing_place_for_stories_is_told(place: str) -> None:
    with pytest.raises(SettingsError, match=r"FOOTNOTE_STORIES names .* does not exist: mend the path"):
        Settings.from_env({"FOOTNOTE_STORIES": place})


@unless_root
def test_an_unreadable_place_for_stories_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0)
    try:
        with pytest.raises(SettingsError, match="cannot be read: allow reading it"):
            Settings.from_env({"FOOTNOTE_STORIES": str(tmp_path)})
    finally:
        tmp_path.chmod(0o700)


def test_a_link_that_leads_nowhere_cannot_be_read(tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(tmp_path / "gone")
    with pytest.raises(SettingsError, match="cannot be read"):
        Settings.from_env({"FOOTNOTE_STORIES": str(link)})


@pytest.mark.parametrize(("value", "level"), [("debug", "DEBUG"), ("Warning", "WARNING"), ("ERROR", "ERROR")])
def test_log_levels_are_taken_in_any_case(value: str, level: str) -> None:
    assert Settings.from_env({"FOOTNOTE_LOG_LEVEL": value}).log_level == level


@pytest.mark.parametrize("value", ["loud", "10", "NOTSET"])
def test_other_log_levels_are_refused(value: str) -> None:
    with pytest.raises(
        SettingsError, match=r"FOOTNOTE_LOG_LEVEL is .*: use one of DEBUG, INFO, WARNING, ERROR"
    ):
        Settings.from_env({"FOOTNOTE_LOG_LEVEL": value})


def test_a_server_is_named_by_its_id() -> None:
    assert Settings.from_env({"FOOTNOTE_GUILD": "81384788765712384"}).guild == 81384788765712384


@pytest.mark.parametrize("value", ["my server", "12", "-81384788765712384", "9" * 20, "٨" * 18, "1" * 40])
def test_what_is_no_id_of_a_server_is_refused(value: str) -> None:
    with pytest.raises(SettingsError, match=r"FOOTNOTE_GUILD is .*: copy the id"):
        Settings.from_env({"FOOTNOTE_GUILD": value})


def test_choices_are_kept_in_the_user_s_data_folder() -> None:
    place = Settings.from_env({}).database
    assert isinstance(place, Path)
    assert place.is_relative_to(os.environ["XDG_DATA_HOME"]) or os.name == "nt"


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ("choices.sqlite3", Path("choices.sqlite3")),
        ("~/choices", Path("~/choices").expanduser()),
        ("sqlite:///choices", Path("choices")),
        ("sqlite+aiosqlite:////srv/choices", Path("/srv/choices")),
        ("postgresql+asyncpg://me:p%40ss@db/footnote", "postgresql+asyncpg://me:p%40ss@db/footnote"),
        ("postgres://me@db:5433/footnote", "postgresql+asyncpg://me@db:5433/footnote"),
        ("postgresql:///footnote?host=/run/pg", "postgresql+asyncpg:///footnote?host=%2Frun%2Fpg"),
    ],
)
def test_a_database_is_a_file_or_an_address(value: str, place: Path | str) -> None:
    assert Settings.from_env({"FOOTNOTE_DATABASE": value}).database == place


@pytest.mark.parametrize(
    "value",
    [
        "mysql://me:s3cret@db/footnote",
        "postgresql://me:s3cret@db",
        "postgresql://me:s3cret@db:port/footnote",
        "sqlite://",
        "sqlite:///:memory:",
        "://",
    ],
)
def test_what_is_no_address_of_a_database_is_told_without_its_password(value: str) -> None:
    with pytest.raises(SettingsError, match="FOOTNOTE_DATABASE is no address") as raised:
        Settings.from_env({"FOOTNOTE_DATABASE": value})
    assert "s3cret" not in str(raised.value)


@pytest.mark.parametrize(
    ("value", "words"),
    [(".", "which is a folder"), ("nul\0", "which cannot be used"), ("x" * 5000, "which cannot be used")],
)
def test_a_place_that_can_be_no_database_is_told(value: str, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        Settings.from_env({"FOOTNOTE_DATABASE": value})


def test_a_missing_driver_is_told_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(SettingsError, match=r"pip install 'footnote\[postgres\]'"):
        Settings.from_env({"FOOTNOTE_DATABASE": "postgresql://me@db/footnote"})


def test_the_password_of_a_database_is_not_in_what_settings_show_of_themselves() -> None:
    settings = Settings.from_env({"FOOTNOTE_DATABASE": "postgresql://me:s3cret@db/footnote"})
    assert "s3cret" not in repr(settings)


def test_a_mistake_in_the_database_keeps_nobody_from_the_terminal() -> None:
    assert Settings.from_env({"FOOTNOTE_DATABASE": "mysql://x"}, discord=False) == Settings.from_env({})


@pytest.mark.parametrize(
    "text",
    [
        f"DISCORD_TOKEN={TOKEN}",
        f'DISCORD_TOKEN="{TOKEN}"  # mine',
        f"export DISCORD_TOKEN = '{TOKEN}'\r\nOTHER=x",
        f"\ufeffDISCORD_TOKEN={TOKEN}",
        f"NOTHING\nDISCORD_TOKEN={TOKEN}",
    ],
)
def test_the_file_is_read_as_people_write_it(text: str, tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text(text, "utf-8", newline="")
    assert Settings.from_env({}, dotenv).token == TOKEN


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text(f"DISCORD_TOKEN={TOKEN}\nFOOTNOTE_LOG_LEVEL=DEBUG\n", "utf-8")
    settings = Settings.from_env({"DISCORD_TOKEN": ""}, dotenv)
    assert (settings.token, settings.log_level) == (None, "DEBUG")


def test_the_file_need_not_exist(tmp_path: Path) -> None:
    assert Settings.from_env({}, tmp_path / ".env") == Settings.from_env({})


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_bytes(b"DISCORD_TOKEN=\xff\xfe\n")
    with pytest.raises(SettingsError, match=r"\.env is not UTF-8 text; save it as UTF-8"):
        Settings.from_env({}, dotenv)


@unless_root
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.touch(mode=0o000)
    with pytest.raises(SettingsError, match="cannot be read"):
        Settings.from_env({}, dotenv)


def test_a_folder_of_that_name_is_somebody_elses(tmp_path: Path) -> None:
    assert Settings.from_env({}, tmp_path) == Settings.from_env({})


def test_the_example_can_be_used_as_it_is() -> None:
    example = Path(__file__).parent.parent / ".env.example"
    assert Settings.from_env({}, example) == Settings.from_env({})
