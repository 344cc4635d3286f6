"""Pairs the passages of two texts that are translations of each other, English and French, and says how sure it is.

Public: `align`, `Unit`, `Bead`, `Pair`, `read_beads`, `write_beads`. numpy is imported at the first alignment.
"""

from collections.abc import Sequence

from editor.text.alignment.beads import Bead, Pair, Unit, read_beads, write_beads

__all__ = ["Bead", "Pair", "Unit", "align", "read_beads", "write_beads"]


def align(
    en: Sequence[Unit],
    fr: Sequence[Unit],
    anchors: Sequence[Pair] = (),
    rejected: Sequence[Pair] = (),
) -> tuple[Bead, ...]:
    """Pair the units of two texts; every unit is in exactly one bead, in the order of the texts.

    `anchors` are pairs already confirmed (one side may be empty: untranslated on purpose); they come back as they are,
    with confidence 1. Pairs in `rejected` are not proposed again; a rejection with an empty side asks nothing.
    Texts given the wrong way round (French as English) are paired as well. Raises Unfit for a text beyond
    10,000 units, and for anchors that name units that do not exist, twice, with gaps, or that cross.
    """
    # Only here, so that whoever never aligns never waits for numpy.
    from editor.text.alignment.proposal import propose  # noqa: PLC0415

    return propose(en, fr, anchors, rejected)
