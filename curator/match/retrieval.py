"""The two retrievals: for each claim the few earlier ones that are worth a close comparison.

By wording: claims that share rare words, names and things counted. By topic, between a claim that leaves
open, denies or does not know something and one that asserts: whose words stand in the sentences around the
other, since contradictions often share no word. A claim only looks back at those before it, so what it finds
never changes when more come. Never scores, never says of which kind a pair is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from curator.match.frequencies import Frequencies
from curator.match.postings import PRIOR, MemoryPostings, Postings
from curator.match.reading import Reading

BY_WORDING = 40
"""How many others a claim finds by shared words."""
BY_TOPIC = 30
"""How many others a claim finds by the sentences around it, or around them."""
COMMON = 1_000
"""A key in more of the counted claims than this finds nobody."""
LEAST_LIKENESS = 0.10
"""Cosine below which shared words bring nobody."""
LEAST_TOPIC = 4.0
"""Rank below which the sentences around a claim bring nobody: some two telling words of a usual claim."""
LEAST_AROUND = 2.0
"""The same for what surrounds another claim, which is much longer than a claim."""


def questions(reading: Reading) -> bool:
    """Whether a claim leaves open, denies, doubts or does not know something."""
    return reading.commitment == "undecided" or reading.stance != "asserts" or bool(reading.negated)


def affirms(reading: Reading) -> bool:
    """Whether a claim asserts something that others may leave open or deny."""
    return reading.stance == "asserts" and reading.commitment != "undecided"


@dataclass(frozen=True, slots=True)
class Entry:
    """Under what a claim is found by later ones."""

    number: int
    said: tuple[str, ...]
    said_mass: int
    """Of its own words, by which it is made even."""
    around: tuple[str, ...]
    """Nothing for a claim that questions nothing."""
    around_mass: int
    affirms: bool


def entry(number: int, reading: Reading, frequencies: Frequencies) -> Entry:
    """The entry of claim `number`."""
    counts, mass = frequencies.counts, frequencies.mass
    around = reading.near if questions(reading) else ()
    return Entry(
        number,
        tuple(k for k in reading.finding if counts.get(k, 0) <= COMMON),
        mass(reading.keys),
        tuple(k for k in around if counts.get(k, 0) <= COMMON),
        mass(reading.near),
        affirms(reading),
    )


class Retrieval:
    """Both retrievals over the claims entered so far."""

    def __init__(
        self, frequencies: Frequencies, said: Postings | None = None, around: Postings | None = None
    ) -> None:
        """`said`: claims under what they say; `around`: those that question, under what surrounds them."""
        self._frequencies = frequencies
        self._said = MemoryPostings() if said is None else said
        self._around = MemoryPostings() if around is None else around

    def enter(self, number: int, reading: Reading) -> None:
        """Enter a claim, numbered higher than all before."""
        new = entry(number, reading, self._frequencies)
        self._said.add(number, new.said, new.said_mass, affirms=new.affirms)
        if new.around:
            self._around.add(number, new.around, new.around_mass, affirms=new.affirms)

    def found(self, reading: Reading) -> list[int]:
        """The numbers of the entered claims worth comparing with `reading`, each once."""
        mass = self._frequencies.mass(reading.keys)
        least = LEAST_LIKENESS * math.sqrt(mass + PRIOR)
        said = self._telling(reading.finding)
        found = self._said.best(said, BY_WORDING, least, affirming=False)
        if questions(reading):
            found += self._said.best(self._telling(reading.near), BY_TOPIC, LEAST_TOPIC, affirming=True)
        if affirms(reading):
            found += self._around.best(said, BY_TOPIC, LEAST_AROUND, affirming=False)
        return list(dict.fromkeys(f.number for f in found))

    def _telling(self, keys: Iterable[str]) -> dict[str, int]:
        """Those of `keys` that are rare enough to find somebody by, with their weights."""
        counts, weight = self._frequencies.counts, self._frequencies.weight
        return {k: weight(k) for k in keys if counts.get(k, 0) <= COMMON}
