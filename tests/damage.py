"""Damages files as disks, mail and merges do; run as a script it does so many times over.

`python tests/damage.py 20000` (from the checkout) saves a sample, damages it that often, and opens each.
"""

import random
import sys
from pathlib import Path

from editor.errors import Unreadable
from editor.formats import native


def damaged(raw, chance):
    """Return the bytes with a few bits turned, bytes lost or doubled, or the end cut away."""
    data = bytearray(raw)
    for _ in range(chance.randint(1, 4)):
        where = chance.randrange(len(data))
        data[where : where + 1] = chance.choice(
            [bytes([data[where] ^ 1 << chance.randrange(8)]), b"", bytes(data[where : where + 9]), b"9", b'"', b"null"]
        )
    return bytes(data[: chance.randrange(len(data))] if chance.random() < 0.2 else data)


def opened(raw, path=Path("damaged.communique")):
    """Return the communiqué of the bytes, or None where they are refused with a sentence."""
    try:
        return native.read(raw, path)
    except Unreadable as error:
        if "\n" in error.sentence.told("en"):
            raise AssertionError(error.sentence) from error
        return None


def main(times):
    from generated import communiques  # noqa: PLC0415 (hypothesis warns of examples drawn outside a test)

    chance = random.Random(1)  # noqa: S311 (repeatable damage, no secrets)
    raw = native.write(communiques().filter(lambda doc: len(doc.rows) > 3 and doc.quotes).example())
    whole = 0
    for _ in range(times):
        doc = opened(damaged(raw, chance))
        if doc is not None:
            whole += 1
            if opened(native.write(doc)) != doc:
                raise AssertionError("a document was opened that does not survive saving")
    print(f"{times} damaged files: {times - whole} refused with a sentence, {whole} opened whole")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
