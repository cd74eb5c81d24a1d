"""What ranks the entries: features, the linear head, word vectors, and what they make of a question."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.features import Featuriser, features
from knowledge.head import fit, softmax
from knowledge.language import Language, UnknownLanguageError, load_language
from knowledge.match import Matcher
from knowledge.names import Mentions
from knowledge.question import Reader
from knowledge.vectors import WordVectors, load_vectors


def test_a_language_that_is_not_shipped_is_told() -> None:
    with pytest.raises(UnknownLanguageError, match="xx"):
        load_language("xx")


def test_a_language_knows_what_readers_type(english: Language) -> None:
    assert english.chat["u"] == ("you",)
    assert {"who", "when", "where", "how"} <= english.question_words
    assert {"kin", "medal", "platform", "year", "person"} <= english.contrast_kinds


@pytest.mark.parametrize(("near", "far"), [("boat", "grammar"), ("medal", "kitchen"), ("father", "asphalt")])
def test_words_of_a_meaning_are_nearer_than_others(english: Language, near: str, far: str) -> None:
    word = english.vectors.word
    pairs = {"boat": "ship", "medal": "trophy", "father": "parent"}
    own, close, away = word(near), word(pairs[near]), word(far)
    assert own is not None
    assert close is not None
    assert away is not None
    assert np.linalg.norm(own) == pytest.approx(1, abs=1e-3)
    assert own @ close > own @ away


def test_a_word_without_a_vector_weighs_nothing(english: Language) -> None:
    assert english.vectors.word("zzyzx") is None
    assert not english.vectors.sentence([("zzyzx", 1.0)]).any()
    assert np.array_equal(
        english.vectors.sentence([("boat", 1.0), ("zzyzx", 5.0)]), english.vectors.sentence([("boat", 1.0)])
    )


def test_a_language_without_vectors_works_by_words_alone() -> None:
    none = load_vectors("xx", {"boat": 0})
    assert none.dimensions == 0
    assert none.word("boat") is None
    assert none.sentence([("boat", 1.0)]).shape == (0,)


def test_vectors_that_do_not_belong_to_the_words_are_refused() -> None:
    with pytest.raises(ValueError, match="make it again"):
        load_vectors("en", {"boat": 0})


def test_a_zero_vector_has_no_direction() -> None:
    vectors = WordVectors({"nil": 0}, np.zeros((1, 3), dtype=np.int8))
    assert vectors.word("nil") is not None
    assert not vectors.sentence([("nil", 1.0)]).any()


def test_probabilities_add_up_to_one_however_large_the_logits() -> None:
    shares = softmax(np.array([[1000.0, 0.0, -1000.0], [1.0, 1.0, 1.0]], dtype=np.float32))
    assert shares.sum(axis=-1) == pytest.approx([1, 1])
    assert shares[0, 0] == pytest.approx(1)
    assert shares[1] == pytest.approx([1 / 3] * 3)


def test_the_head_learns_what_can_be_told_apart() -> None:
    rows = np.eye(3, dtype=np.float32).repeat(5, axis=0)
    classes = np.arange(3, dtype=np.int32).repeat(5)
    weights = fit(rows, classes, 3)
    assert np.isfinite(weights).all()
    assert (rows @ weights).argmax(axis=1).tolist() == classes.tolist()


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
    assert [c.share for c in ranked] == sorted((c.share for c in ranked), reverse=True)


@pytest.mark.parametrize("question", ["", "zzyzx", "who built the boat", "1987", "谁赢了"])
def test_all_figures_of_a_candidate_lie_between_nought_and_one(matcher: Matcher, question: str) -> None:
    read = matcher.read(question)
    for candidate in matcher.rank(read, read):
        for figure in (candidate.share, candidate.probability, candidate.coverage, candidate.untold):
            assert -1e-6 <= figure <= 1 + 1e-6
        assert -1e-6 <= candidate.likeness <= 1 + 1e-6


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
