"""Writes resources/assist/seeds.npz: what the shipped examples of suggestions mean.

To be run when resources/assist/seeds.json or the model has changed (a test tells so): with them a
first suggestion needs no second and a half of making them. About a kilobyte each.
"""

import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from app.services.assist import seeds, vectors  # noqa: E402
from app.services.assist.embedder import BundledEmbedder, Encoder  # noqa: E402


def main() -> None:
    """Make them with the bundled model and write them."""
    encoder = Encoder(BundledEmbedder())
    texts = list(dict.fromkeys(one.text for one in seeds.all_of()))
    digests = [vectors.digest(text, as_message=True) for text in texts]
    np.savez_compressed(
        ROOT / "resources/assist" / seeds.VECTORS,
        model=np.array(encoder.model),
        digests=np.frombuffer(b"".join(digests), dtype=np.uint8).reshape(-1, len(digests[0])),
        vectors=encoder.meanings(texts).astype("<f2"),
    )
    print(f"{len(texts)} texts")


if __name__ == "__main__":
    main()
