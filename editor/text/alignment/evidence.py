"""How well units of the two languages fit each other: the scores of beads, as logarithms of odds.

Each token of a bead is explained either by its translation on the other side (IBM model 1: any token of the other side
may stand behind it, equally likely) or by chance, at its frequency in the text. The score of a bead is the logarithm of
how much better the pair explains the tokens than chance does, both ways; units left alone are explained by chance.
A token of one side explains one token of the other and no more: else a heading that shares its words with the
paragraph below it would be joined to it whenever its own translation is missing.
Brown et al., "The Mathematics of Statistical Machine Translation", 1993; Moore, "Fast and Accurate Sentence Alignment
of Bilingual Corpora", 2002. Lengths are compared as by Gale and Church, "A Program for Aligning Sentences in Bilingual
Corpora", 1993.
"""

from collections.abc import Collection, Mapping

import numpy as np

from editor.text.alignment.links import Floats, Links, Places
from editor.text.alignment.tokens import Reading
from editor.text.alignment.weights import SHAPES, Weights
from editor.values import frozen

Range = tuple[int, int]
"""Units from the first to before the second."""


@frozen
class Half:
    """One side of the text in arrays."""

    form: Places
    """The forms of all tokens, unit after unit."""
    starts: Places
    """For each unit its first token, and the number of all tokens."""
    lengths: Floats
    chance: Floats
    """How often each form is met by chance, as a share of all tokens."""
    missed: Floats
    """For each form, the logarithm of how likely a token of it has no counterpart."""
    odds: Floats
    """For each form, the odds that a token of it has a counterpart, over its chance."""


def half(reading: Reading, weights: Weights) -> Half:
    """Count one side of the text."""
    sizes = np.array([len(unit) for unit in reading.units], dtype=np.intp)
    form = np.array([place for unit in reading.units for place in unit], dtype=np.intp)
    kinds = len(reading.forms)
    counts = np.bincount(form, minlength=kinds)
    held = np.array([place for unit in reading.units for place in set(unit)], dtype=np.intp)
    holders = np.bincount(held, minlength=kinds)
    # What a unit itself adds to a form's frequency says nothing about chance.
    elsewhere = counts * (1.0 - 1.0 / np.maximum(holders, 1))
    chance = (elsewhere + weights.smoothing) / (len(form) + weights.padding)
    found = np.array([weights.found[sort] for sort in reading.sorts])
    return Half(
        form,
        np.concatenate(([0], np.cumsum(sizes))),
        np.array(reading.lengths, dtype=np.float32),
        chance.astype(np.float32),
        np.log1p(-found).astype(np.float32),
        (found / (1.0 - found) / chance).astype(np.float32),
    )


@frozen
class _Stretch:
    """Some successive units of one side, in a vocabulary of their own."""

    vocabulary: Places
    form: Places
    """For each token its form, as a place in `vocabulary`."""
    unit: Places
    """For each token its unit, from 0."""
    counts: Floats
    """How often each form (lines) is in each unit (columns)."""
    tokens: Floats
    """How many tokens each unit has."""
    lengths: Floats


def _stretch(side: Half, units: Range) -> _Stretch:
    first, last = units
    starts = side.starts[first : last + 1]
    sizes = np.diff(starts)
    vocabulary, form = _local(side.form[starts[0] : starts[-1]], len(side.chance))
    count = last - first
    unit = np.repeat(np.arange(count, dtype=np.intp), sizes)
    counts = np.bincount(form * count + unit, minlength=len(vocabulary) * count).astype(np.float32)
    return _Stretch(
        vocabulary,
        form,
        unit,
        counts.reshape(len(vocabulary), count),
        sizes.astype(np.float32),
        side.lengths[first:last],
    )


@frozen
class Evidence:
    """Everything known about two texts, from which the score of any bead follows."""

    en: Half
    fr: Half
    links: Links
    weights: Weights

    def scores(self, en: Range, fr: Range, shapes: int = len(SHAPES)) -> Floats:
        """Return the scores of the beads of two stretches: shape (the first `shapes`) × English × French.

        A bead is found under the numbers of units before its end, counted from the beginning of the stretches;
        beads that begin before a stretch are impossible (minus infinity).
        """
        one, other = _stretch(self.en, en), _stretch(self.fr, fr)
        rows, columns = en[1] - en[0], fr[1] - fr[0]
        wanted = [(a, b) for a, b in SHAPES[:shapes] if 0 < a <= rows and 0 < b <= columns]
        french, english = self._explained(one, other, wanted)
        table = np.full((shapes, rows + 1, columns + 1), -np.inf, dtype=np.float32)
        table[0, 1:, :] = self.weights.alone
        for a, b in wanted:
            table[SHAPES.index((a, b)), a:, b:] = (
                self.weights.words * (french[a, b] + english[b, a].T)
                - self._misfit(_windows(one.lengths[None, :], a).T, _windows(other.lengths[None, :], b))
                + self.weights.prior((a, b))
            )
        return table

    def _misfit(self, en_length: Floats, fr_length: Floats) -> Floats:
        """Return what the lengths of beads count against them, for every pair of lengths."""
        expected = self.weights.ratio * en_length
        variance = self.weights.spread * (fr_length + expected) / 2 + 1
        squares = np.square(fr_length - expected) / variance
        return (self.weights.length * np.minimum(squares / 2, self.weights.length_cap)).astype(np.float32)

    def _explained(
        self, one: _Stretch, other: _Stretch, shapes: Collection[tuple[int, int]]
    ) -> tuple[Mapping[tuple[int, int], Floats], Mapping[tuple[int, int], Floats]]:
        """Return how well English windows explain French ones, by their sizes, and the other way round."""
        en_link = _places_in(one.vocabulary, len(self.en.chance))[self.links.en]
        fr_link = _places_in(other.vocabulary, len(self.fr.chance))[self.links.fr]
        here = (en_link >= 0) & (fr_link >= 0)
        strength = self.links.strength[here]
        forth = _Direction(en_link[here], fr_link[here], strength, self.fr)
        back = _Direction(fr_link[here], en_link[here], strength, self.en)
        return forth.explained(one, other, shapes), back.explained(other, one, [(b, a) for a, b in shapes])


@frozen
class _Direction:
    """One side explaining the other: links from the forms given to the forms explained, in local vocabularies."""

    given: Places
    explained_form: Places
    strength: Floats
    side: Half
    """The side that is explained."""

    def explained(
        self, given: _Stretch, own: _Stretch, shapes: Collection[tuple[int, int]]
    ) -> dict[tuple[int, int], Floats]:
        """Return for window sizes (given, own) how much better than chance each given window explains each own one."""
        linked, support, supply = self._support(given, len(own.vocabulary))
        counts, odds = own.counts[linked], self.side.odds[own.vocabulary[linked]]
        missed = np.bincount(own.unit, self.side.missed[own.vocabulary][own.form], len(own.tokens)).astype(np.float32)
        lines = _places_in(linked, len(own.vocabulary))[own.form]
        lines, units = lines[lines >= 0], own.unit[lines >= 0]
        scores = {}
        for size in {size for size, _ in shapes}:
            tokens = np.maximum(_windows(given.tokens[None, :], size), 1.0)
            lift = np.log1p(odds[:, None] * _windows(support, size) / tokens)
            singly = _grouped(lift[lines], units, len(own.tokens)).T + missed
            stock = _windows(supply, size)
            for length in {own_size for given_size, own_size in shapes if given_size == size}:
                surplus = _surplus(_windows(counts, length), stock, lift)
                scores[size, length] = _windows(singly, length) - surplus
        return scores

    def _support(self, given: _Stretch, size: int) -> tuple[Places, Floats, Floats]:
        """Return the own forms (below `size`) that have links; for each and each given unit, what speaks for it there.

        That is: the summed strengths of the links, and the number of tokens linked.
        """
        linked, place = _local(self.explained_form, size)
        order = np.argsort(place, kind="stable")
        met = given.counts[self.given[order]]
        return (
            linked,
            _grouped(met * self.strength[order, None], place[order], len(linked)),
            _grouped(met, place[order], len(linked)),
        )


def _local(places: Places, size: int) -> tuple[Places, Places]:
    """Return the distinct places (all below `size`) in their order, and for each place its number among them."""
    met = np.zeros(size, dtype=bool)
    met[places] = True
    return np.flatnonzero(met), (np.cumsum(met) - 1)[places]


def _places_in(chosen: Places, size: int) -> Places:
    """Return for each place below `size` its number among the chosen ones, or -1."""
    places = np.full(size, -1, dtype=np.intp)
    places[chosen] = np.arange(len(chosen))
    return places


def _surplus(counts: Floats, supply: Floats, lift: Floats) -> Floats:
    """Return what was credited for tokens beyond the number of tokens that may explain them."""
    # Transposed, so that the places come window after window.
    window, form = np.nonzero(counts.T >= 2)
    excess = np.maximum(counts[form, window][:, None] - supply[form], 0.0) * lift[form]
    return _grouped(excess, window, counts.shape[1]).T


def _grouped(table: Floats, group: Places, groups: int) -> Floats:
    """Add up the lines of a table that belong to the same group; groups come in order."""
    sums = np.zeros((groups, table.shape[1]), dtype=np.float32)
    if len(group):
        firsts = np.flatnonzero(np.diff(group, prepend=-1))
        sums[group[firsts]] = np.add.reduceat(table, firsts, axis=0)
    return sums


def _windows(table: Floats, size: int) -> Floats:
    """Add up each `size` successive columns."""
    if size == 1:
        return table
    sums = np.zeros((table.shape[0], table.shape[1] + 1), dtype=np.float32)
    np.cumsum(table, axis=1, out=sums[:, 1:])
    return sums[:, size:] - sums[:, :-size]
