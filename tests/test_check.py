"""What a curator is told of a story file: each fault with its place and cure, and nothing that is no fault."""

from __future__ import annotations

import errno
import os
import shutil
import tomllib
from pathlib import Path

import pytest

from knowledge import StoryError
from knowledge.check import Report, check_file
from knowledge.sealing import seal

STORIES = Path(__file__).parent / "stories"
SOURCE = (STORIES / "harbour.txt").read_text("utf-8")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Return a copy of the harbour story that a test may spoil."""
    return Path(shutil.copy(STORIES / "harbour.toml", tmp_path))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert text.count(old) >= 1, f"{old!r} is not in the story"
    path.write_bytes(text.replace(old, new, 1).encode())


def faults(report: Report) -> list[tuple[str | None, str | None, str]]:
    return [(fault.entry, fault.field, fault.cure) for fault in report.faults]


def without_proofs(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("proof")), "utf-8")


def test_a_sound_story_has_no_faults(story: Path) -> None:
    report = check_file(story, SOURCE)
    assert report.story is not None
    assert (report.faults, report.warnings) == ((), ())


def test_all_that_keeps_a_file_from_loading_is_told_at_once(story: Path) -> None:
    change(story, 'related = ["crane-driver"]', 'related = ["nobody"]')
    change(story, 'speaker = "ruth"', 'speaker = "someone"')
    report = check_file(story)
    assert report.story is None
    assert {entry for entry, _, _ in faults(report)} == {"crane-age", "ruth-pond"}


@pytest.mark.parametrize(
    ("old", "new", "entry", "field", "words"),
    [
        (
            "A harbour without a crane",
            "A port without a crane",
            "ruth-pond",
            "text",
            "the nearest, in paragraph 3, is",
        ),
        (
            "A harbour without a crane is a pond",
            "Ships are fine things",
            "ruth-pond",
            "text",
            "nor is anything like it",
        ),
        (
            "It never dropped a crate, and",
            "It never dropped a crate and",
            "tomas-crate",
            "text",
            "the nearest",
        ),
        ("I learned to count", "learned to coun", "tomas-count", "text", "not in the source"),
    ],
)
def test_a_quote_that_is_not_verbatim_is_a_fault(
    story: Path, old: str, new: str, entry: str, field: str, words: str
) -> None:
    without_proofs(story)
    change(story, old, new)
    found = faults(check_file(story, SOURCE))
    assert [fault[:2] for fault in found if fault[0] == entry] == [(entry, field)]
    assert words in next(fault[2] for fault in found if fault[0] == entry)


def test_a_quote_in_another_paragraph_is_told_apart_from_one_that_is_nowhere(story: Path) -> None:
    text, _, quote = story.read_text("utf-8").partition('id = "ruth-pond"')
    story.write_text(f'{text}id = "ruth-pond"{quote.replace("paragraph = 3", "paragraph = [1, 2]")}', "utf-8")
    assert (
        "ruth-pond",
        "paragraph",
        "the words stand in paragraph 3, not in paragraphs 1 and 2; mend the number.",
    ) in (faults(check_file(story, SOURCE)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("crane’s swings", "crane's swings"),
        ("It never dropped a crate", "It  never\\ndropped a crate"),
    ],
)
def test_marks_and_white_space_may_differ(story: Path, old: str, new: str) -> None:
    change(story, old, new)
    assert not check_file(story, SOURCE).faults


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Tomas Vane worked the crane for 32 years.", "the number 32"),
        ("Tomas Vane worked the crane for forty years.", "the number 40"),
        ("Ruth Okoro worked the crane for 31 years.", "the name “Ruth Okoro”"),
        ("Tomas Vane worked the crane in Hamburg.", "the name “Hamburg”"),
        ("The man called it “my best friend”.", "“my best friend” is not in the source"),
    ],
)
def test_a_number_or_name_that_the_paragraph_does_not_hold_is_a_fault(
    story: Path, text: str, fault: str
) -> None:
    change(story, "Tomas Vane worked the crane for 31 years.", text)
    (found,) = faults(check_file(story, SOURCE))
    assert found[:2] == ("crane-driver", "text")
    assert found[2].startswith(fault)


@pytest.mark.parametrize(
    "text",
    [
        "The crane driver worked it for thirty-one years.",
        "Vane's years at the crane were 31.",
        "The Quay Courier names Tomas Vane as the man at the crane.",
        "Of the two, Tomas is the one who says that it “never dropped a crate”.",
        "Years: 31.",
    ],
)
def test_other_ways_of_writing_the_same_are_no_fault(story: Path, text: str) -> None:
    change(story, "Tomas Vane worked the crane for 31 years.", text)
    assert not check_file(story, SOURCE).faults


def test_what_is_inferred_need_not_be_printed(story: Path) -> None:
    change(story, "About 200 people watched", "About 180 people of Ghent watched")
    assert not check_file(story, SOURCE).faults
    change(story, 'inferred = "The report says some two hundred."', "")
    assert {cure.partition(" is not")[0] for _, _, cure in faults(check_file(story, SOURCE))} == {
        "the number 180",
        "the name “Ghent”",
    }


def test_a_paragraph_that_does_not_exist_is_a_fault(story: Path) -> None:
    change(story, "paragraph = 1\nabout", "paragraph = [1, 9]\nabout")
    cure = "the source has no paragraph 9, its last is 4; mend the number."
    assert faults(check_file(story, SOURCE)) == [("crane-age", "paragraph", cure)]


def test_a_paragraph_that_no_entry_covers_is_a_fault(story: Path) -> None:
    assert faults(check_file(story, SOURCE + "\n \nA choir sang.\n")) == [
        (None, None, "paragraph 5 of the source is covered by no entry: “A choir sang.”; write one.")
    ]


def test_phrasings_that_differ_in_hardly_a_word_are_told_but_are_no_fault(story: Path) -> None:
    change(story, '"price of the crane"', '"Whose age was the crane\'s?", "How olde was the crane?"')
    report = check_file(story, SOURCE)
    assert not report.faults
    (warning,) = report.warnings
    assert (
        warning.cure
        == "'How old was the crane?' is easily confused with 'How olde was the crane?' of 'cost'."
    )


def test_a_quote_without_a_proof_is_told(story: Path) -> None:
    without_proofs(story)
    assert [warning.cure for warning in check_file(story).warnings] == [
        "was never proven; check it with --source TEXT --prove."
    ] * 3
    assert {warning.cure for warning in check_file(story, SOURCE).warnings} == {
        "the quote stands in the source; write that down with --prove."
    }


def test_the_reporters_own_words_given_as_a_quote_are_told(story: Path) -> None:
    without_proofs(story)
    change(story, '"A harbour without a crane is a pond"', '"The port authority means to put up a museum"')
    seal(story, SOURCE)
    (warning,) = check_file(story, SOURCE).warnings
    assert (
        warning.cure == "the words stand in the source outside quotation marks; are they the speaker's own?"
    )


# Proofs


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_proofs_are_written_and_not_a_byte_else(story: Path, ending: str) -> None:
    without_proofs(story)
    before = story.read_text("utf-8").replace("\n", ending).encode()
    story.write_bytes(before)
    assert seal(story, SOURCE) == ("tomas-count", "tomas-crate", "ruth-pond")
    lines = story.read_bytes().splitlines(keepends=True)
    added = [line for line in lines if line.startswith(b"proof")]
    assert len(added) == 3
    assert all(line.endswith(b'"' + ending.encode()) for line in added)
    assert b"".join(line for line in lines if line not in added) == before
    assert not check_file(story, SOURCE).warnings


def test_a_second_run_changes_nothing(story: Path) -> None:
    before = story.stat().st_mtime_ns, story.read_bytes()
    assert seal(story, SOURCE) == ()
    assert (story.stat().st_mtime_ns, story.read_bytes()) == before


def test_an_old_proof_is_replaced_where_it_stands(story: Path) -> None:
    change(story, "It never dropped a crate, and neither did I.", "It never dropped a crate")
    change(story, 'crate"\nproof = "', 'crate"\n  proof   =   "')
    assert faults(check_file(story, SOURCE))[0][:2] == ("tomas-crate", "proof")
    assert seal(story, SOURCE) == ("tomas-crate",)
    assert not check_file(story, SOURCE).faults
    assert '\n  proof   = "sha256:' in story.read_text("utf-8")


SEVERAL_LINES = r'''
[[quotes]] # a remark with proof = "x"
speaker = "ruth"
id = "x"
paragraph = 3
asked = ["a", "text = 1",
  "[[quotes]]", # remark
  "c", "d"]
  text = """
A harbour without
a crane \
  is a pond"""
'''
ODD_KEYS = """
[[ quotes ]]
paragraph = 3
id = 'x'
speaker = 'ruth'
asked = ['a', 'b', 'c', 'd', 'e']
"text" = 'is a pond' # text = 'no'
"""
OLD_PROOF_FIRST = """
[[quotes]]
proof = 'old' # keep me
paragraph = 3
id = "x"
speaker = "ruth"
text = "is a pond"
asked = [
"a",
"b", "c", "d", "e"]
[[facts]]
id = "y"
text = "no quote"
"""


@pytest.mark.parametrize("table", [SEVERAL_LINES, ODD_KEYS, OLD_PROOF_FIRST])
def test_proofs_find_their_place_however_a_table_is_written(story: Path, table: str) -> None:
    change(story, "[[silences]]", f"{table}\n\n[[silences]]")
    before = story.read_text("utf-8")
    assert seal(story, SOURCE) == ("x",)
    after = story.read_text("utf-8")
    quotes = {quote["id"]: quote for quote in tomllib.loads(after)["quotes"]}
    assert quotes["x"]["proof"].startswith("sha256:")
    assert "# keep me" in after or "# keep me" not in before
    old, new = before.splitlines(), after.splitlines()
    assert [line for line in new if line not in old] == [
        line for line in new if "proof" in line and line not in old
    ]


def test_a_quote_that_is_not_found_gets_no_proof(story: Path) -> None:
    without_proofs(story)
    change(story, "A harbour without a crane", "A port without a crane")
    assert "ruth-pond" not in seal(story, SOURCE)


def test_a_file_that_cannot_take_proofs_is_left_alone(story: Path) -> None:
    quote = (
        "{id = 'x', speaker = 'ruth', text = 'is a pond', paragraph = 3, asked = ['a', 'b', 'c', 'd', 'e']}"
    )
    before = f"source = {{header_blocks = 1}}\nquotes = [{quote}]\n"
    story.write_text(before, "utf-8")
    with pytest.raises(StoryError, match=r"write every quote as a \[\[quotes\]\] table"):
        seal(story, SOURCE)
    assert story.read_text("utf-8") == before


@pytest.mark.parametrize(
    "broken", [b"quotes = [", b"\xff\xfe", b"quotes = 3", b"[[quotes]]\ntext = 1", b"source = 1"]
)
def test_a_broken_file_is_left_to_loading(story: Path, broken: bytes) -> None:
    story.write_bytes(broken)
    assert seal(story, SOURCE) == ()
    assert story.read_bytes() == broken


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoryError, match="cannot be read"):
        seal(tmp_path / "none.toml", SOURCE)


def test_the_rights_of_the_file_stay_and_nothing_is_left_beside_it(story: Path) -> None:
    without_proofs(story)
    story.chmod(0o640)
    seal(story, SOURCE)
    assert story.stat().st_mode & 0o777 == 0o640
    assert list(story.parent.iterdir()) == [story]


def test_a_full_disk_leaves_the_old_file(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_proofs(story)
    before = story.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoryError, match=r"cannot be written \(No space left on device\)"):
        seal(story, SOURCE)
    assert story.read_bytes() == before
    assert list(story.parent.iterdir()) == [story]


def test_a_link_stays_a_link(story: Path) -> None:
    without_proofs(story)
    link = story.with_name("link.toml")
    link.symlink_to(story)
    seal(link, SOURCE)
    assert link.is_symlink()
    assert "proof" in story.read_text("utf-8")
