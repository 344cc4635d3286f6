"""Which words of one side may translate which of the other: known beforehand, and learned from the text itself.

Learning is IBM model 1 both ways (Brown et al., "The Mathematics of Statistical Machine Translation", 1993), begun from
what is known, on the beads of a first pass; Moore, "Fast and Accurate Sentence Alignment of Bilingual Corpora", 2002.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from editor.text.alignment.beads import Bead
from editor.text.alignment.lexicon import Lexicon
from editor.text.alignment.tokens import Reading
from editor.text.alignment.weights import Sort, Weights
from editor.values import frozen

Floats = NDArray[np.float32]
Places = NDArray[np.intp]

_PREFIX = 4
_LEAST_ALIKE = 0.5
# Rounds of learning, the weakest link kept, and the least confidence of a bead that is learned from.
_ROUNDS = 4
_WEAKEST = 0.05
_LEAST_CONFIDENCE = 0.5
# How likely a pair of words is before anything is known, and a word without counterpart.
_UNKNOWN = 0.02
_NOTHING = 0.05
# Words met with words: this many suffice, and fit into memory.
_MOST_MEETINGS = 1_500_000
# A bead of more says little, for every word meets every other.
_MOST_IN_BEAD = 40_000


@frozen
class Links:
    """Pairs of forms (places in the vocabularies) that may translate each other, and how likely each is."""

    en: Places
    fr: Places
    strength: Floats


def known_links(en: Reading, fr: Reading, lexicon: Lexicon, weights: Weights) -> Links:
    """Link the forms that are the same, that the lexicon lists, or that begin alike."""
    found: dict[tuple[int, int], float] = {}
    _link_same(found, en, fr, weights)
    _link_listed(found, en, fr, lexicon, weights)
    _link_alike(found, en, fr, weights)
    ends = np.array(list(found), dtype=np.intp).reshape(-1, 2)
    return Links(ends[:, 0], ends[:, 1], np.fromiter(found.values(), dtype=np.float32, count=len(found)))


def _link_same(found: dict[tuple[int, int], float], en: Reading, fr: Reading, weights: Weights) -> None:
    places = {form: place for place, form in enumerate(fr.forms)}
    for place, (form, sort) in enumerate(zip(en.forms, en.sorts, strict=True)):
        other = places.get(form)
        if other is not None:
            # What is a name on one side only is the safer taken for a word.
            agreed = max(sort, fr.sorts[other]) if sort <= Sort.WORD else sort
            found[place, other] = weights.same[agreed]


def _link_listed(
    found: dict[tuple[int, int], float], en: Reading, fr: Reading, lexicon: Lexicon, weights: Weights
) -> None:
    places: dict[str, list[int]] = {}
    for place, root in enumerate(fr.roots):
        if root:
            places.setdefault(root, []).append(place)
    for place, root in enumerate(en.roots):
        for target in lexicon.translations.get(root, ()):
            for other in places.get(target, ()):
                found[place, other] = max(found.get((place, other), 0.0), weights.listed)


def _link_alike(found: dict[tuple[int, int], float], en: Reading, fr: Reading, weights: Weights) -> None:
    places: dict[str, list[int]] = {}
    for place, (form, root) in enumerate(zip(fr.forms, fr.roots, strict=True)):
        if root and len(form) >= _PREFIX:
            places.setdefault(form[:_PREFIX], []).append(place)
    for place, (form, root) in enumerate(zip(en.forms, en.roots, strict=True)):
        if not root or len(form) < _PREFIX:
            continue
        for other in places.get(form[:_PREFIX], ()):
            alike = _likeness(form, fr.forms[other])
            if alike > _LEAST_ALIKE:
                found[place, other] = max(found.get((place, other), 0.0), weights.cognate * alike)


def _likeness(one: str, other: str) -> float:
    """Return the share of letters in the beginning that two words have in common."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return 2 * shared / (len(one) + len(other))


@frozen
class _Meetings:
    """Every English token with every French token of its bead."""

    en_token: Places
    fr_token: Places
    pair: Places
    """The pair of forms that meets here, as a place in `en_form` and `fr_form`."""
    weight: Floats
    en_form: Places
    fr_form: Places


def learn_links(known: Links, en: Reading, fr: Reading, beads: Sequence[Bead], weights: Weights) -> Links:
    """Add to the known links those that the beads of the text bear out."""
    sound = [bead for bead in beads if bead.en and bead.fr and bead.confidence >= _LEAST_CONFIDENCE]
    if not sound:
        return known
    meetings = _meetings(sound, en, fr)
    strengths = {pair: n for n, pair in enumerate(zip(known.en.tolist(), known.fr.tolist(), strict=True))}
    places = [
        strengths.pop(pair, -1) for pair in zip(meetings.en_form.tolist(), meetings.fr_form.tolist(), strict=True)
    ]
    start = np.append(known.strength, np.float32(0.0))[np.array(places, dtype=np.intp)]
    learned = _learned(meetings, start.astype(np.float64))
    rest = np.array(sorted(strengths.values()), dtype=np.intp)
    strength = np.maximum(start, learned * np.where(start > 0, 1.0, weights.learned))
    kept = (start > 0) | (learned > _WEAKEST)
    return Links(
        np.concatenate((meetings.en_form[kept], known.en[rest])),
        np.concatenate((meetings.fr_form[kept], known.fr[rest])),
        np.concatenate((strength[kept].astype(np.float32), known.strength[rest])),
    )


def _forms(bead: Bead, en: Reading, fr: Reading) -> tuple[list[int], list[int], float]:
    """Return the forms of all tokens on both sides of a bead, and its confidence."""
    one = [form for place in bead.en for form in en.units[place]]
    other = [form for place in bead.fr for form in fr.units[place]]
    return one, other, bead.confidence


def _meetings(beads: Sequence[Bead], en: Reading, fr: Reading) -> _Meetings:
    sides = [side for side in (_forms(bead, en, fr) for bead in beads) if len(side[0]) * len(side[1]) <= _MOST_IN_BEAD]
    # In very long texts every second, third … bead says enough.
    stride = 1 + sum(len(one) * len(other) for one, other, _ in sides) // _MOST_MEETINGS
    en_tokens, fr_tokens, forms, shares = [], [], [], []
    en_count = fr_count = 0
    for one, other, confidence in sides[::stride]:
        if not one or not other:
            continue
        en_tokens.append(np.repeat(np.arange(en_count, en_count + len(one)), len(other)))
        fr_tokens.append(np.tile(np.arange(fr_count, fr_count + len(other)), len(one)))
        forms.append((np.array(one)[:, None] * len(fr.forms) + np.array(other)).ravel())
        shares.append(np.full(len(one) * len(other), confidence, dtype=np.float32))
        en_count, fr_count = en_count + len(one), fr_count + len(other)
    empty = np.empty(0, dtype=np.intp)
    pairs, pair = np.unique(np.concatenate((empty, *forms)), return_inverse=True)
    return _Meetings(
        np.concatenate((empty, *en_tokens)),
        np.concatenate((empty, *fr_tokens)),
        pair,
        np.concatenate((np.empty(0, dtype=np.float32), *shares)),
        pairs // max(len(fr.forms), 1),
        pairs % max(len(fr.forms), 1),
    )


def _learned(meetings: _Meetings, start: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return for each pair of forms how likely it is, both ways taken together."""
    one = _one_way(meetings, start, meetings.fr_token, meetings.en_form)
    other = _one_way(meetings, start, meetings.en_token, meetings.fr_form)
    return np.sqrt(one * other)


def _one_way(meetings: _Meetings, start: NDArray[np.float64], explained: Places, giver: Places) -> NDArray[np.float64]:
    """Share every explained token out among the tokens it meets, and reckon the likelihoods anew; several rounds."""
    likelihood = start + _UNKNOWN
    for _ in range(_ROUNDS):
        weight = likelihood[meetings.pair]
        whole = np.bincount(explained, weight) + _NOTHING
        counts = np.bincount(meetings.pair, weight / whole[explained] * meetings.weight, minlength=len(start)) + start
        # Half a count more keeps words met once from being believed.
        likelihood = counts / (np.bincount(giver, counts)[giver] + 0.5)
    return likelihood
