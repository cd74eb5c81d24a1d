"""How the ranking fares on public question sets: CLINC150 and BANKING77, with what is asked for in vain.

python tests/benchmarks/public_sets.py FOLDER, where the folder holds clinc150_full.json (clinc/oos-eval),
banking77_train.csv and banking77_test.csv (PolyAI-LDN/task-specific-datasets). Three draws each:

- CLINC150: 30 intents of 150 with 10 phrasings each; their test questions, and 1,000 about nothing there.
- BANKING77: 40 intents with 10 phrasings each; questions of the other 37 are about the same subject and cannot be
  answered. Five questions of each of these 37 are known as such, as a curator's silences are.

Told are the share whose likeliest intent is right, the share right where 5 of 100 questions in vain are answered,
and how often a question that can be answered stands above one that cannot (AUROC); then the time a question takes,
beside one scan of the phrasings by rapidfuzz's WRatio in the same process.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from knowledge.encoder import load_encoder
from knowledge.features import Featuriser, features
from knowledge.head import fit, keep_to_one_thread, softmax
from knowledge.language import load_language
from knowledge.names import Mentions
from knowledge.question import Reader
from knowledge.spelling import Speller

SEEDS = (1, 2, 3)
PHRASINGS = 10
KNOWN_IN_VAIN = 5
ANSWERED_IN_VAIN = 0.05
TIMED = 200

Asked = Sequence[tuple[str, int]]
"""Questions and their intents."""


class Ranker:
    """The engine's reader, features and head, fitted to phrasings without a story around them."""

    def __init__(self, phrasings: Asked, classes: int) -> None:
        """Fit; the last class may stand for what is asked in vain."""
        self._language = load_language("en")
        plain = Reader(self._language)
        questions = [plain.read(text) for text, _ in phrasings]
        documents = [features(question, Mentions(), self._language) for question in questions]
        self._featuriser = Featuriser.of(documents, load_encoder())
        vocabulary: dict[str, int] = defaultdict(int)
        for word in (word for question in questions for word in question.words):
            vocabulary[word] += 1
        self._reader = Reader(self._language, Speller(vocabulary, (), self._language))
        rows = np.stack([self._featuriser.row(*pair) for pair in zip(documents, questions, strict=True)])
        self._head = fit(rows, np.array([intent for _, intent in phrasings], dtype=np.int32), classes)

    def shares(self, text: str) -> NDArray[np.float32]:
        """Return the share of each class in a question."""
        question = self._reader.read(text)
        row = self._featuriser.row(features(question, Mentions(), self._language), question)
        return softmax(self._head.logits(row))


def measure(ranker: Ranker, asked: Asked, vain: Iterable[str], intents: int) -> tuple[float, float, float]:
    """Return the share right, the share right where few in vain are answered, and the AUROC."""
    found = [ranker.shares(text)[:intents] for text, _ in asked]
    best = np.array([np.max(shares) for shares in found])
    right = np.array([np.argmax(shares) == intent for shares, (_, intent) in zip(found, asked, strict=True)])
    idle = np.sort([np.max(ranker.shares(text)[:intents]) for text in vain])
    limit = idle[int(len(idle) * (1 - ANSWERED_IN_VAIN))]
    above = np.searchsorted(idle, best) / len(idle)
    return float(right.mean()), float((right & (best > limit)).mean()), float(above.mean())


def seconds(ranker: Ranker, phrasings: Asked, asked: Asked) -> tuple[float, float]:
    """Return the median time of a question, ours and one scan by WRatio, in seconds."""
    stored = [text for text, _ in phrasings]
    ours, theirs = [], []
    for text, _ in asked[:TIMED]:
        started = time.perf_counter()
        ranker.shares(text)
        between = time.perf_counter()
        process.extractOne(text, stored, scorer=fuzz.WRatio)
        ours.append(between - started)
        theirs.append(time.perf_counter() - between)
    return float(np.median(ours)), float(np.median(theirs))


def clinc(folder: Path, seed: int) -> tuple[float, ...]:
    """Return the figures of one draw of CLINC150."""
    data = json.loads((folder / "clinc150_full.json").read_text("utf-8"))
    random = Random(seed)
    chosen = sorted(random.sample(sorted({intent for _, intent in data["train"]}), 30))
    phrasings = _drawn(data["train"], chosen, random)
    asked = [(text, chosen.index(intent)) for text, intent in data["test"] if intent in chosen]
    ranker = Ranker(phrasings, len(chosen))
    figures = measure(ranker, asked, (text for text, _ in data["oos_test"]), len(chosen))
    return (*figures, *seconds(ranker, phrasings, asked))


def banking(folder: Path, seed: int) -> tuple[float, ...]:
    """Return the figures of one draw of BANKING77."""
    train, test = (_rows(folder / f"banking77_{part}.csv") for part in ("train", "test"))
    random = Random(seed)
    names = sorted({intent for _, intent in train})
    chosen = sorted(random.sample(names, 40))
    others = [name for name in names if name not in chosen]
    phrasings = _drawn(train, chosen, random)
    known = [(text, len(chosen)) for text, _ in _drawn(train, others, random, KNOWN_IN_VAIN)]
    ranker = Ranker([*phrasings, *known], len(chosen) + 1)
    asked = [(text, chosen.index(intent)) for text, intent in test if intent in chosen]
    figures = measure(ranker, asked, (text for text, intent in test if intent in others), len(chosen))
    return (*figures, *seconds(ranker, phrasings, asked))


def _drawn(
    rows: Iterable[Sequence[str]], chosen: Sequence[str], random: Random, count: int = PHRASINGS
) -> list[tuple[str, int]]:
    by_intent: dict[str, list[str]] = defaultdict(list)
    for text, intent in rows:
        by_intent[intent].append(text)
    return [(text, at) for at, name in enumerate(chosen) for text in random.sample(by_intent[name], count)]


def _rows(path: Path) -> list[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["category"]) for row in csv.DictReader(file)]


def main() -> None:
    """Print the mean of three draws of each set."""
    keep_to_one_thread()
    folder = Path(sys.argv[1])
    for name, figures in (("CLINC150", clinc), ("BANKING77", banking)):
        drawn = np.array([figures(folder, seed) for seed in SEEDS])
        right, few, auroc, ours, theirs = drawn.mean(axis=0)
        times = f"{1e6 * ours:.0f} us a question, {ours / theirs:.2f} x one WRatio scan"
        print(f"{name}: {right:.3f} right, {few:.3f} at 5 % in vain, AUROC {auroc:.3f}; {times}")  # noqa: T201


if __name__ == "__main__":
    main()
