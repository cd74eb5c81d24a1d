"""What ranks the entries: features, the sentence encoder, the head, and what they make of a question."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.encoder import DIMENSIONS, load_encoder
from knowledge.features import Featuriser, features
from knowledge.head import fit, softmax
from knowledge.language import Language, UnknownLanguageError, load_language
from knowledge.match import Matcher
from knowledge.model import Story
from knowledge.names import Mentions
from knowledge.question import Reader


def test_a_language_that_is_not_shipped_is_told() -> None:
    with pytest.raises(UnknownLanguageError, match="xx"):
        load_language("xx")


def test_a_language_knows_what_readers_type(english: Language) -> None:
    assert english.chat["u"] == ("you",)
    assert {"who", "when", "where", "how"} <= english.question_words
    assert {"kin", "medal", "platform", "year", "person"} <= english.contrast_kinds


@pytest.mark.parametrize(
    ("said", "like", "unlike"),
    [
        ("how old was he", "what was his age", "who built the boat"),
        ("who won the race", "which rower came first", "how do i cook rice"),
        ("who won the race", "quién ganó la carrera", "qué tiempo hace hoy"),
        ("how old was he", "wie alt war er", "wer hat das boot gebaut"),
    ],
)
def test_sentences_of_a_meaning_point_the_same_way_in_every_language(
    said: str, like: str, unlike: str
) -> None:
    encoder = load_encoder()
    assert encoder is not None
    own, close, away = (encoder.encode(text.split()) for text in (said, like, unlike))
    assert np.linalg.norm(own) == pytest.approx(1, abs=1e-3)
    assert own @ close > own @ away + 0.1


@pytest.mark.parametrize("words", [[], ["谁赢了"], ["zzyzxqj"], ["who"] * 500, ["w" * 300]])
def test_the_encoder_reads_whatever_is_said(words: list[str]) -> None:
    encoder = load_encoder()
    assert encoder is not None
    said = encoder.encode(words)
    assert said.shape == (DIMENSIONS,)
    assert np.isfinite(said).all()
    assert bool(said.any()) == bool(words)


def test_a_piece_is_worked_out_alike_alone_and_among_others() -> None:
    encoder = load_encoder()
    assert encoder is not None
    first = encoder.encode(["who", "won"])
    encoder.encode(["the", "race", "was", "won"])
    assert np.array_equal(first, encoder.encode(["who", "won"]))


def test_without_an_encoder_words_alone_count(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.learn.load_encoder", lambda: None)
    monkeypatch.setattr("knowledge.match.load_encoder", lambda: None)
    matcher = Matcher(story)
    read = matcher.read("who made the boat of cedar")
    assert matcher.rank(read, read)[0].entry.id == "heron-built"


def test_probabilities_add_up_to_one_however_large_the_logits() -> None:
    shares = softmax(np.array([[1000.0, 0.0, -1000.0], [1.0, 1.0, 1.0]], dtype=np.float32))
    assert shares.sum(axis=-1) == pytest.approx([1, 1])
    assert shares[0, 0] == pytest.approx(1)
    assert shares[1] == pytest.approx([1 / 3] * 3)


def test_the_head_learns_what_can_be_told_apart() -> None:
    rows = np.eye(3, dtype=np.float32).repeat(5, axis=0)
    classes = np.arange(3, dtype=np.int32).repeat(5)
    head = fit(rows, classes, 3)
    assert head.logits(rows).argmax(axis=1).tolist() == classes.tolist()


def test_the_same_rows_give_the_same_head() -> None:
    rows = np.random.default_rng(1).normal(size=(40, 8)).astype(np.float32)
    classes = np.arange(40, dtype=np.int32) % 4
    first, second = fit(rows, classes, 4), fit(rows, classes, 4)
    assert np.array_equal(first.hidden, second.hidden)
    assert np.array_equal(first.output, second.output)


def test_features_name_words_pairs_groups_and_names(english: Language) -> None:
    question = Reader(english).read("Who built her dad's boat")
    found = features(question, Mentions(known=frozenset({"edvin"})), english)
    assert "g:father" in found["group"]
    assert found["name"] == ["n:edvin"]
    assert all(found["pair"][at].startswith("p:") for at in (0, -1))


def test_rare_features_weigh_more_and_unseen_ones_the_most(matcher: Matcher) -> None:
    featuriser: Featuriser = matcher._featuriser
    assert featuriser.rarity("w:the") < featuriser.rarity("w:cedar") < featuriser.rarity("w:zzyzx")


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("who made the boat of cedar", "heron-built"),
        ("how high was the price of the boat", "heron-cost"),
        ("anchor", "lindqvist-anchor"),
    ],
)
def test_the_entry_that_is_meant_ranks_first(matcher: Matcher, question: str, entry: str) -> None:
    read = matcher.read(question)
    ranked = matcher.rank(read, read)
    assert ranked[0].entry.id == entry
    assert [c.score for c in ranked] == sorted((c.score for c in ranked), reverse=True)


@pytest.mark.parametrize("question", ["", "zzyzx", "who built the boat", "1987", "谁赢了"])
def test_all_figures_of_a_candidate_lie_between_nought_and_one(matcher: Matcher, question: str) -> None:
    read = matcher.read(question)
    for candidate in matcher.rank(read, read):
        for figure in (candidate.score, candidate.coverage, candidate.untold, candidate.elsewhere):
            assert -1e-6 <= figure <= 1 + 1e-6


def test_a_boost_lifts_an_entry(matcher: Matcher) -> None:
    read = matcher.read("race")
    first = matcher.rank(read, read)[0].entry.id
    assert matcher.rank(read, read, {"rain": 50.0, first: -50.0})[0].entry.id == "rain"


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("WHO BUILT THE BOAT", "heron-built"),
        ("who built  the boat?!", "heron-built"),
        ("who built", None),
        ("", None),
    ],
)
def test_a_phrasing_is_known_to_the_letter(matcher: Matcher, question: str, entry: str | None) -> None:
    found = matcher.exact(question)
    assert (found.id if found else None) == entry
