"""How well passages of the two languages fit each other: the scores of beads, in natural logarithms of odds.

Each token of a bead is explained either by its translation on the other side (IBM model 1: any token of the other side
may stand behind it, equally likely) or by chance, at its frequency in the text. The score of a bead is the logarithm of
how much better the pair explains the tokens than chance does, both ways; one-sided beads explain by chance alone.
Brown et al., "The Mathematics of Statistical Machine Translation", 1993; Moore, "Fast and Accurate Sentence Alignment
of Bilingual Corpora", 2002. Lengths are compared as by Gale and Church, "A Program for Aligning Sentences in Bilingual
Corpora", 1993.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from editor.text.alignment.lexicon import Lexicon
from editor.text.alignment.tokens import Reading, Sort

Floats = NDArray[np.float32]
Places = NDArray[np.intp]

SHAPES: tuple[tuple[int, int], ...] = (
    (1, 0), (1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (1, 4), (4, 1), (2, 3), (3, 2),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence weighs."""

    found: tuple[float, ...] = (0.9, 0.8, 0.6, 0.4, 0.3, 0.6, 0.4)
    """How often a token of each `Sort` is found again in the translation."""
    same: tuple[float, ...] = (0.9, 0.9, 0.6, 0.6, 0.6, 0.8, 0.6)
    """Likelihood that the same form is the translation, by `Sort`."""
    listed: float = 0.5
    cognate: float = 0.4
    smoothing: float = 0.5
    words: float = 0.5
    length: float = 1.0
    length_cap: float = 8.0
    spread: float = 6.8
    ratio: float = 1.12
    null: float = -3.0
    null_length: float = 0.0
    prior_12: float = -2.0
    prior_22: float = -4.0
    prior_13: float = -4.0
    prior_14: float = -5.0
    prior_23: float = -5.0
    kind: float = 2.0
    calm: float = 0.5


def priors(w: Weights) -> dict[tuple[int, int], float]:
    return {
        (1, 0): w.null, (0, 1): w.null, (1, 1): 0.0, (1, 2): w.prior_12, (2, 1): w.prior_12, (2, 2): w.prior_22,
        (1, 3): w.prior_13, (3, 1): w.prior_13, (1, 4): w.prior_14, (4, 1): w.prior_14, (2, 3): w.prior_23,
        (3, 2): w.prior_23,
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Links:
    en: Places
    fr: Places
    strength: Floats


def known_links(en: Reading, fr: Reading, lexicon: Lexicon, w: Weights) -> Links:
    """Link the forms of the two sides that are the same, listed in the lexicon, or begin alike."""
    by_root: dict[str, list[int]] = {}
    by_start: dict[str, list[int]] = {}
    place_of = {form: place for place, form in enumerate(fr.forms)}
    for place, (form, root) in enumerate(zip(fr.forms, fr.roots, strict=True)):
        if root:
            by_root.setdefault(root, []).append(place)
            if len(form) >= 4:
                by_start.setdefault(form[:4], []).append(place)
    found: dict[tuple[int, int], float] = {}
    for place, (form, root, sort) in enumerate(zip(en.forms, en.roots, en.sorts, strict=True)):
        if form in place_of:
            other = place_of[form]
            found[place, other] = w.same[max(sort, fr.sorts[other]) if sort < 4 else sort]
        if not root:
            continue
        for target in lexicon.translations.get(root, ()):
            for other in by_root.get(target, ()):
                found[place, other] = max(found.get((place, other), 0.0), w.listed)
        if len(form) >= 4:
            for other in by_start.get(form[:4], ()):
                alike = _alike(form, fr.forms[other])
                if alike > 0.5:
                    found[place, other] = max(found.get((place, other), 0.0), w.cognate * alike)
    ends = np.array(list(found), dtype=np.intp).reshape(-1, 2)
    return Links(ends[:, 0], ends[:, 1], np.fromiter(found.values(), dtype=np.float32, count=len(found)))


def _alike(one: str, other: str) -> float:
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return 2 * shared / (len(one) + len(other))


class Half:
    """One side prepared: counts, background."""

    def __init__(self, reading: Reading, lengths: Sequence[int], w: Weights) -> None:
        sizes = np.array([len(u) for u in reading.units], dtype=np.intp)
        self.unit = np.repeat(np.arange(len(reading.units), dtype=np.intp), sizes)
        self.form = np.array([f for u in reading.units for f in u], dtype=np.intp)
        self.tokens = sizes.astype(np.float32)
        self.lengths = np.array(lengths, dtype=np.float32)
        counts = np.bincount(self.form, minlength=len(reading.forms)).astype(np.float32)
        self.chance = (counts + w.smoothing) / (counts.sum() + w.smoothing * max(len(counts), 1))
        self.found = np.array([w.found[s] for s in reading.sorts], dtype=np.float32)
        self.starts = np.concatenate(([0], np.cumsum(sizes)))

    def counts(self, first: int, last: int) -> tuple[Floats, Places]:
        """(vocab_local × units) counts, and local vocabulary."""
        span = slice(self.starts[first], self.starts[last])
        vocabulary, local = np.unique(self.form[span], return_inverse=True)
        table = np.zeros((len(vocabulary), last - first), dtype=np.float32)
        np.add.at(table, (local, self.unit[span] - first), 1.0)
        return table, vocabulary


class Evidence:
    def __init__(self, en: Half, fr: Half, links: Links, w: Weights) -> None:
        self.en, self.fr, self.links, self.w = en, fr, links, w

    def block(self, rows: tuple[int, int], cols: tuple[int, int]) -> Floats:
        """Scores of beads ending at rows r0+1..r1, c0..c1 : array (T, r1-r0+1, c1-c0+1), node-indexed."""
        w = self.w
        (r0, r1), (c0, c1) = rows, cols
        n, m = r1 - r0, c1 - c0
        ce, ve = self.en.counts(r0, r1)
        cf, vf = self.fr.counts(c0, c1)
        where_e = np.full(len(self.en.chance), -1, dtype=np.intp)
        where_e[ve] = np.arange(len(ve))
        where_f = np.full(len(self.fr.chance), -1, dtype=np.intp)
        where_f[vf] = np.arange(len(vf))
        le, lf = where_e[self.links.en], where_f[self.links.fr]
        local = (le >= 0) & (lf >= 0)
        A = np.zeros((len(ve), len(vf)), dtype=np.float32)
        A[le[local], lf[local]] = self.links.strength[local]
        fr_given = _gains(A.T @ ce, cf, self.en.tokens[r0:r1], self.fr.chance[vf], self.fr.found[vf])  # 4 x (n, m)
        en_given = _gains(A @ cf, ce, self.fr.tokens[c0:c1], self.en.chance[ve], self.en.found[ve])  # 4 x (m, n)
        out = np.full((len(SHAPES), n + 1, m + 1), -np.inf, dtype=np.float32)
        fr_sum = [_cumulate(g) for g in fr_given]
        en_sum = [_cumulate(g) for g in en_given]
        elen = np.concatenate(([0.0], np.cumsum(self.en.lengths[r0:r1])))
        flen = np.concatenate(([0.0], np.cumsum(self.fr.lengths[c0:c1])))
        prior = priors(w)
        for t, (a, b) in enumerate(SHAPES):
            if b == 0:
                out[t, 1:, :] = prior[a, b]
                continue
            if n < a or m < b:
                continue
            # fr_sum[a-1]: (n, m+1) rows = window ending at i(0-based unit i) 
            f = fr_sum[a - 1][a - 1 :, b:] - fr_sum[a - 1][a - 1 :, :-b]
            e = (en_sum[b - 1][b - 1 :, a:] - en_sum[b - 1][b - 1 :, :-a]).T
            x = (elen[a:] - elen[:-a])[:, None]
            y = (flen[b:] - flen[:-b])[None, :]
            z2 = (y - w.ratio * x) ** 2 / (w.spread * (y + w.ratio * x) / 2 + 1)
            out[t, a:, b:] = w.words * (f + e) - w.length * np.minimum(z2 / 2, w.length_cap) + prior[a, b]
        return out


def _gains(support: Floats, counts: Floats, tokens: Floats, chance: Floats, found: Floats) -> list[Floats]:
    """support: (V, n) ; counts (V, m) -> for a=1..4 (n, m): gain of each unit j given window of a ending at i."""
    out = []
    total, size = support, tokens
    has = support.any(axis=1)
    const = np.log1p(-found[~has]) @ counts[~has]  # (m,)
    sup, cnt, ch, fd = support[has], counts[has], chance[has], found[has]
    total, size = sup.copy(), tokens.copy()
    for a in range(1, 5):
        if a > 1:
            total[:, a - 1 :] += sup[:, : sup.shape[1] - a + 1]
            size[a - 1 :] += tokens[: len(tokens) - a + 1]
        gain = np.log((1 - fd)[:, None] + (fd / ch)[:, None] * (total / np.maximum(size, 1.0)))
        out.append(gain.T @ cnt + const)
    return out


def _cumulate(table: Floats) -> Floats:
    return np.concatenate((np.zeros((table.shape[0], 1), dtype=np.float32), np.cumsum(table, axis=1, dtype=np.float32)), axis=1)
