"""The evidence of very many pairs in few characters each: every signal's share under its strongest feature.

`ranking.evidence_in_short` in three characters a signal: one for the feature, two for its share in
hundredths. What a character stands for is said by a legend that is kept with them. Never words anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from curator.match.digits import DIGITS, ZERO
from curator.match.ranking import OPPOSING
from curator.match.signals import SIGNALS
from curator.match.weights import NEIGHBOURS, Weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LEAST = 5
"""Hundredths below which a share is not told."""


def features() -> Iterator[tuple[str, str]]:
    """Every feature with the signal that it is told under."""
    for signal in SIGNALS:
        for name in signal.features:
            yield signal.name, name
    yield "neighbours", NEIGHBOURS


def legend(known: Mapping[str, str] | None = None) -> dict[str, str]:
    """From each feature to its character; those `known` keep theirs."""
    found = dict(known or {})
    free = iter(sorted(set(DIGITS) - set(found.values())))
    for _, name in features():
        if name not in found:
            found[name] = next(free)
    return found


def shares_of(
    columns: Mapping[str, NDArray[np.float64]], kinds: NDArray[Any], weights: Weights
) -> tuple[NDArray[np.int16], NDArray[np.uint8]]:
    """Each signal's share in hundredths for every pair, and which of its features is the strongest."""
    import numpy as np

    shares = np.zeros((len(kinds), len(SIGNALS)), dtype=np.int16)
    strongest = np.zeros((len(kinds), len(SIGNALS)), dtype=np.uint8)
    for place, signal in enumerate(SIGNALS):
        each = [
            np.where(kinds, weights.contradicts.get(name, 0.0), weights.same.get(name, 0.0)) * columns[name]
            for name in signal.features
        ]
        shares[:, place] = np.clip(np.rint(100.0 * sum(each)), -ZERO, ZERO - 1)
        strongest[:, place] = np.argmax(np.abs(each), axis=0)
    return shares, strongest


def coded(
    shares: NDArray[np.int16],
    strongest: NDArray[np.uint8],
    neighbours: NDArray[np.float64],
    kinds: NDArray[Any],
    characters: Mapping[str, str],
) -> NDArray[np.bytes_]:
    """The evidence of every pair; `neighbours`: the share of the common ones."""
    import numpy as np

    if not len(kinds):
        return np.zeros(0, dtype="S1")
    of_neighbours = np.clip(np.rint(100.0 * neighbours), -ZERO, ZERO - 1).astype(np.int16)
    values = np.column_stack([shares, of_neighbours]).astype(np.int32)
    values[np.abs(values) < _LEAST] = 0
    names = [[ord(characters[name]) for name in signal.features] for signal in SIGNALS]
    heads = [np.array(of_signal, dtype=np.uint8)[strongest[:, k]] for k, of_signal in enumerate(names)]
    heads.append(np.full(len(values), ord(characters[NEIGHBOURS]), dtype=np.uint8))
    opposing = np.array([signal.name in OPPOSING for signal in SIGNALS] + [False])
    first = np.where((kinds[:, None] == 1) & opposing & (values != 0), 10_000, 0)
    order = np.argsort(-(first + np.abs(values)), axis=1, kind="stable")
    digits = np.frombuffer(DIGITS.encode(), dtype=np.uint8)
    high, low = np.divmod(values + ZERO, len(DIGITS))
    letters = np.stack([np.column_stack(heads), digits[high], digits[low]], axis=2)
    width = 3 * letters.shape[1]
    letters[values == 0] = 0  # zeroes at the end are cut off
    letters = np.take_along_axis(letters, order[:, :, None], axis=1)
    return np.ascontiguousarray(letters.reshape(len(values), width)).view(f"S{width}").ravel()
