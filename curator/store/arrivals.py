"""New claims matched with all that arrived before, through the index alone: a few at a time, at any size.

Gives what a run over the whole pile would give. Never counts keys anew; that is a whole run's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from curator.match.arriving import arrive, kept, supported, useful
from curator.match.frequencies import Frequencies
from curator.match.kept import Kept
from curator.match.neighbours import WAITING, support
from curator.match.proposing import candidate, with_support
from curator.match.ranking import evidence_in_short, features, final_odds, probability, scores
from curator.match.retrieval import Retrieval
from curator.match.signals import Pair
from curator.match.weights import Weights
from curator.models import Candidate
from curator.progress import ProgressCallback
from curator.store.database import Database
from curator.store.postings import MatchIndex, StoredCounts, StoredKeys, StoredPostings, StoredTies
from curator.store.readings import StoredReadings

_SMALL = 3_000
"""Claims up to which every pair is worded."""
_WORDED = 0.5
"""The score from which a pair of a larger pile is."""


class Arrivals:
    """The claims that arrive in one run; everything inside `writing()`."""

    def __init__(self, database: Database, weights: Weights) -> None:
        self._db, self._weights = database, weights
        self._index = MatchIndex(database)
        self._keys = StoredKeys(database)
        self._counts = StoredCounts(database)
        self._frequencies = Frequencies(int(self._index.state("counted")), self._counts)
        self._ties = StoredTies(database)
        self._readings = StoredReadings(database, self._counts)
        self._retrieval = Retrieval(
            self._frequencies,
            StoredPostings(self._keys, around=False),
            StoredPostings(self._keys, around=True),
        )

    def match(self, claim_nos: Sequence[int], progress: ProgressCallback) -> list[Candidate]:
        """The candidates that these claims bring, and the older ones whose neighbours they are."""
        brought: list[Kept] = []
        first = self._index.size()
        self._db.run_many("INSERT INTO match_claim VALUES (?,?,x'')", list(enumerate(claim_nos, start=first)))
        numbers = range(first, first + len(claim_nos))
        self._readings.load(numbers)
        self._load_keys(numbers)
        for number in numbers:
            brought += arrive(
                number,
                self._readings[number],
                retrieval=self._retrieval,
                readings=self._readings.of,
                ties=self._ties,
                frequencies=self._frequencies,
                weights=self._weights,
            )
            progress("matching claims", number - first + 1, len(claim_nos))
        raised = list(self._raised(numbers))
        self._readings.load({number for pair in raised for number in pair})
        brought += [self._compared(*pair) for pair in raised]
        self._keys.flush()
        self._ties.flush()
        small = first <= _SMALL
        pairs = [with_support(pair, supported(pair, self._ties)) for pair in brought]
        proposed = [pair for pair in pairs if useful(pair, self._weights, self._frequencies)]
        return [self._candidate(pair, small=small) for pair in proposed]

    def _candidate(self, pair: Kept, *, small: bool) -> Candidate:
        """A pair with its evidence in words, but in short where it is one of many that are hardly likely."""
        score = probability(final_odds(pair, self._weights))
        if small or score >= _WORDED:
            return candidate(pair, self._readings, self._frequencies, self._weights)
        left, right = sorted(self._readings[number].id for number in (pair.later, pair.earlier))
        words = evidence_in_short(pair.features, pair.kind, self._weights)
        return Candidate(left, right, pair.kind, round(score, 4), words)

    def _load_keys(self, numbers: range) -> None:
        readings = [self._readings[number] for number in numbers]
        keys = {key for reading in readings for key in reading.finding | reading.near}
        self._counts.load(keys)
        self._keys.load(keys)

    def _raised(self, numbers: range) -> Iterator[tuple[int, int]]:
        """The older pairs that claims arrived as `numbers` support, proposed before or not."""
        found: set[tuple[int, int]] = set()
        for number in numbers:
            ties = self._ties.of(number).items()
            old = sorted(n for n, steps in ties if n < numbers.start and steps != WAITING)
            found |= {(n, m) for n in old for m in self._ties.of(n).keys() & old if m < n}
        return (pair for pair in sorted(found) if self._gained(*pair, numbers.start))

    def _gained(self, later: int, earlier: int, first: int) -> bool:
        """Whether a pair has more support than it had before the claims from `first` on."""
        left, right = self._ties.of(later), self._ties.of(earlier)
        return support(left, right) != support(left, right, until=first)

    def _compared(self, later: int, earlier: int) -> Kept:
        """An older pair compared again."""
        found = features(Pair(self._readings[earlier], self._readings[later], self._frequencies))
        return kept(later, earlier, found, *scores(found, self._weights))
