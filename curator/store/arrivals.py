"""New claims matched with all that arrived before, through the index alone: a few at a time, at any size.

Gives what a run over the whole pile would give. Never counts keys anew; that is a whole run's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from curator.match.arriving import arrive, kept, supported, useful
from curator.match.frequencies import Frequencies
from curator.match.kept import Kept
from curator.match.neighbours import support
from curator.match.proposing import candidate, with_support
from curator.match.ranking import evidence_in_short, features, final_odds, probability, scores
from curator.match.retrieval import Retrieval
from curator.match.signals import Pair
from curator.match.weights import Weights
from curator.models import Candidate, CandidateKind
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
        self._readings.load({number for pair in raised for number in pair[:2]})
        brought += [self._compared(*pair) for pair in raised]
        self._keys.flush()
        self._ties.flush()
        small = first <= _SMALL
        pairs = [with_support(pair, supported(pair, self._ties)) for pair in brought]
        return [self._candidate(pair, small=small) for pair in pairs if useful(pair, self._weights)]

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

    def _raised(self, numbers: range) -> Iterator[tuple[int, int, CandidateKind | None]]:
        """The older pairs that claims arrived as `numbers` support, by the kind that each is proposed as.

        None for one that was not worth proposing before: all pairs that were ever brought are tied.
        """
        found: set[tuple[int, int]] = set()
        for number in numbers:
            old = sorted(n for n in self._ties.of(number) if n < numbers.start)
            found |= {(n, m) for n in old for m in self._ties.of(n).keys() & old if m < n}
        before = {
            number: {n: steps for n, steps in self._ties.of(number).items() if n < numbers.start}
            for number in {number for pair in found for number in pair}
        }
        gained = sorted(pair for pair in found if self._gained(*pair, before))
        claims = self._index.numbered({number for pair in gained for number in pair})
        nos = {claims[number]: number for pair in gained for number in pair}
        proposed = self._db.rows(
            "SELECT c.left_no, c.right_no, c.kind FROM json_each(?1) j CROSS JOIN candidate c "
            "ON c.left_no = j.value AND c.right_no IN (SELECT value FROM json_each(?1))",
            (json.dumps(list(nos)),),
        )
        kinds = {(max(nos[a], nos[b]), min(nos[a], nos[b])): kind for a, b, kind in proposed}
        return ((later, earlier, kinds.get((later, earlier))) for later, earlier in gained)

    def _gained(self, later: int, earlier: int, before: Mapping[int, Mapping[int, int]]) -> bool:
        """Whether a pair has more support than it had with the ties of `before`."""
        now = support(self._ties.of(later), self._ties.of(earlier))
        return now != support(before[later], before[earlier])

    def _compared(self, later: int, earlier: int, kind: CandidateKind | None) -> Kept:
        """An older pair compared again; what it was proposed as, under whatever weights, it remains."""
        found = features(Pair(self._readings[earlier], self._readings[later], self._frequencies))
        compared = kept(later, earlier, found, *scores(found, self._weights))
        return compared if kind is None else replace(compared, kind=kind)
