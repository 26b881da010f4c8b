"""Writes resources/assist/seeds.npz: what the shipped examples and starter pages mean.

To be run when resources/assist/seeds.json, the starter handbook or the model has changed (a test
tells so): with them a first suggestion need not wait ten seconds. About a kilobyte each.
"""

import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from app.services.assist import articles, seeds, vectors  # noqa: E402
from app.services.assist.embedder import BundledEmbedder, Encoder  # noqa: E402
from app.services.handbook import starter  # noqa: E402


def main() -> None:
    """Make them with the bundled model and write them."""
    encoder = Encoder(BundledEmbedder())
    messages = list(dict.fromkeys(one.text for one in seeds.all_of()))
    pages = list(
        dict.fromkeys(text for page in starter.pages() for text in articles.texts_of(page))
    )
    digests = [vectors.digest(text, as_message=True) for text in messages]
    digests += [vectors.digest(text) for text in pages]
    np.savez_compressed(
        ROOT / "resources/assist" / seeds.VECTORS,
        model=np.array(encoder.model),
        digests=np.frombuffer(b"".join(digests), dtype=np.uint8).reshape(-1, len(digests[0])),
        vectors=np.concatenate([encoder.meanings(messages), encoder.encode(pages)]).astype("<f2"),
    )
    print(f"{len(messages)} examples, {len(pages)} texts of pages")


if __name__ == "__main__":
    main()
