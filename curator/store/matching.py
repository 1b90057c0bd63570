"""Matching what is new in a database: one article against all that is there, or the whole pile anew.

Until the pile has doubled since its words were counted, new claims are matched with the index alone; then
the whole is matched anew. Both give the same candidates. What is proposed once is never withdrawn here.
Decides nothing about which candidates are open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from itertools import islice
from typing import TYPE_CHECKING

from curator.match.arriving import kept, supported
from curator.match.compact import written
from curator.match.frequencies import Frequencies, counted_claims
from curator.match.learning import Answer
from curator.match.neighbours import support
from curator.match.postings import MOST
from curator.match.proposing import Matched, candidate, match, with_support
from curator.match.ranking import evidence, features, final_odds, probability, scores
from curator.match.reading import read
from curator.match.retrieval import entry
from curator.match.signals import Pair
from curator.match.weights import NEIGHBOURS, Weights
from curator.models import Candidate
from curator.progress import ProgressCallback
from curator.store.arrivals import Arrivals
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.postings import MatchIndex, StoredCounts, StoredTies, posting, tied
from curator.store.schema import ARTICLE_SHIFT
from curator.store.tellings import Tellings
from curator.store.weights import learned_weights

if TYPE_CHECKING:
    from curator.store.many_candidates import Proposed

LARGE = 3_000
"""Claims above which a full run is done in shards, with numpy."""
_FEW = 500
"""So many new claims are always matched through the index."""
_WORTH_ALL = 16
"""Matching a claim in a whole run takes about so many times less than matching it as it arrives."""
_BATCH = 2_000
"""Candidates handed on together."""
_ASKED = "s.status NOT IN ('rejected','stale','absent')"
_ALL = f"SELECT s.no FROM claim_state s WHERE {_ASKED} ORDER BY s.no"
_NEW = f"""
SELECT s.no FROM article_state a
CROSS JOIN claim_state s ON s.no >= a.no << {ARTICLE_SHIFT} AND s.no < (a.no + 1) << {ARTICLE_SHIFT}
WHERE a.matched = 0 AND {_ASKED} AND NOT EXISTS (SELECT 1 FROM match_claim m WHERE m.claim_no = s.no)
ORDER BY s.no
"""
"""Looks at the claims of new articles alone, however many others there are."""


class Matching:
    """Matching in one database."""

    def __init__(
        self,
        database: Database,
        *,
        weights: Weights | None = None,
        executor: Executor | None = None,
        progress: ProgressCallback | None = None,
    ) -> None:
        self._db = database
        self._corpus = Corpus(database)
        self._index = MatchIndex(database)
        self._weights = learned_weights(database) if weights is None else weights
        self._executor = executor
        self._progress: ProgressCallback = progress or (lambda *_: None)
        self._tellings = Tellings(database)

    def new_claims(self) -> list[int]:
        """The numbers of the claims that have not arrived yet, in the order in which they will."""
        return [row[0] for row in self._db.rows(_NEW if self._index.size() else _ALL)]

    def run(self, *, anew: bool = False) -> Iterator[list[Candidate] | Proposed]:
        """Match what is new and give the candidates that are new or scored anew, in batches.

        The index is written when the last batch is taken: a run that is broken off is simply done again.
        `anew`: match the whole pile even where the index would do.
        """
        new = self.new_claims()
        total = self._index.size() + len(new)
        fresh = self._index.state("counted") != str(counted_claims(total))
        many = len(new) > max(_FEW, total // _WORTH_ALL)
        anew = anew or _shipped(self._index.state("weights")) != _shipped(self._weights.version)
        if anew or fresh or many:
            yield from self._whole(self._index.claim_nos() + new, anew=anew)
        elif new:
            yield from self._arrivals(new)

    # -- the whole pile --------------------------------------------------------------------------------

    def _whole(self, claim_nos: Sequence[int], *, anew: bool) -> Iterator[list[Candidate] | Proposed]:
        if len(claim_nos) > LARGE:
            from curator.store.piles import WholePile

            yield from WholePile(self._db, claim_nos, self._weights, self._executor).match(self._progress)
            return
        subjects = [self._tellings.subject(no) for no in claim_nos]
        matched = match(subjects, weights=self._weights, progress=self._progress)
        for k in range(0, len(matched.pairs), _BATCH):
            yield [
                candidate(pair, matched.readings, matched.frequencies, self._weights)
                for pair in matched.pairs[k : k + _BATCH]
            ]
        passed_over = self._passed_over(matched, claim_nos) if anew else iter(())
        while batch := list(islice(passed_over, _BATCH)):
            yield batch
        self._write_index(matched, claim_nos)

    def _passed_over(self, matched: Matched, claim_nos: Sequence[int]) -> Iterator[Candidate]:
        """What was proposed by other weights and these would not propose: it stays, with their score."""
        number_of = {claim_no: number for number, claim_no in enumerate(claim_nos)}
        brought = {(pair.earlier, pair.later) for pair in matched.pairs}
        for left, right in self._db.rows("SELECT DISTINCT left_no, right_no FROM candidate"):
            if left not in number_of or right not in number_of:
                continue
            earlier, later = sorted((number_of[left], number_of[right]))
            if (earlier, later) in brought:
                continue
            found = features(Pair(matched.readings[earlier], matched.readings[later], matched.frequencies))
            pair = kept(later, earlier, found, *scores(found, self._weights))
            pair = with_support(pair, supported(pair, matched.ties))
            yield candidate(pair, matched.readings, matched.frequencies, self._weights)

    def _write_index(self, matched: Matched, claim_nos: Sequence[int]) -> None:
        frequencies = matched.frequencies
        said: defaultdict[str, list[bytes]] = defaultdict(list)
        around: defaultdict[str, list[bytes]] = defaultdict(list)
        for number, reading in enumerate(matched.readings):
            new = entry(number, reading, frequencies)
            for keys, mass, postings in (
                (new.said, new.said_mass, said),
                (new.around, new.around_mass, around),
            ):
                packed = posting(number, mass, affirms=new.affirms)
                for key in keys:
                    if len(postings[key]) < MOST:
                        postings[key].append(packed)
        every = sorted({*frequencies.counts, *said, *around})
        rows = (
            (key, frequencies.counts.get(key, 0), b"".join(said[key]), b"".join(around[key])) for key in every
        )
        claims = (
            (number, claim_no, b"".join(tied(*tie) for tie in matched.ties.of(number).items()))
            for number, claim_no in enumerate(claim_nos)
        )
        readings = zip(claim_nos, map(written, matched.readings), strict=True)
        filled = self._index.fill(
            claims, rows, readings, counted=frequencies.claims, weights=self._weights.version
        )
        for _ in filled:
            pass

    # -- arrivals --------------------------------------------------------------------------------------

    def _arrivals(self, claim_nos: Sequence[int]) -> Iterator[list[Candidate]]:
        """Match some claims with all that arrived before; all of it is written, or nothing."""
        with self._db.writing():
            yield Arrivals(self._db, self._weights).match(claim_nos, self._progress)

    # -- what a reviewer can ask -----------------------------------------------------------------------

    def why(self, left_id: str, right_id: str) -> Candidate:
        """A pair of claims, proposed or not, as what it is likelier, with all of its evidence in words.

        The last share is that of any two claims; all shares add up to the log-odds of the score. Raises
        CuratorError for a claim that is not known.
        """
        return self._explained(left_id, right_id, start=True)

    def scored_anew(self, proposed: Candidate) -> Candidate:
        """A proposal as the weights score it now, as what it is likelier by them, with its evidence."""
        return self._explained(proposed.left_id, proposed.right_id, start=False)

    def _explained(self, one_id: str, other_id: str, *, start: bool) -> Candidate:
        """A pair as what it is likelier."""
        left_id, right_id = sorted((one_id, other_id))
        numbers = [self._corpus.known_claim_no(claim_id) for claim_id in (left_id, right_id)]
        pair = self._pair(*numbers)
        found = {**features(pair), **self._support(numbers)}
        alone = {name: value for name, value in found.items() if name != NEIGHBOURS}
        proposed = with_support(kept(1, 0, alone, *scores(alone, self._weights)), found.get(NEIGHBOURS, 0.0))
        words = evidence(
            Pair(pair.left, pair.right, pair.frequencies, found), proposed.kind, self._weights, start=start
        )
        score = round(probability(final_odds(proposed, self._weights)), 4)
        return Candidate(left_id, right_id, proposed.kind, score, words)

    def _pair(self, left_no: int, right_no: int) -> Pair:
        frequencies = Frequencies(int(self._index.state("counted") or 0), StoredCounts(self._db))
        return Pair(
            read(self._tellings.subject(left_no)), read(self._tellings.subject(right_no)), frequencies
        )

    def _support(self, claim_nos: Sequence[int]) -> dict[str, float]:
        """The support of common neighbours of two claims among features, nothing where there is none."""
        ties = StoredTies(self._db)
        known = [ties.of(n) for no in claim_nos if (n := self._index.number(no)) is not None]
        value = support(*known) if len(known) == 2 else 0.0
        return {NEIGHBOURS: value} if value else {}

    # -- learning --------------------------------------------------------------------------------------

    def answers(self, newest: int) -> list[Answer]:
        """What reviewers said of so many pairs, with the features of each, the last answer last."""
        pairs = self._db.rows(
            "SELECT left_no, right_no, relation FROM relation WHERE conflict = '' "
            "ORDER BY decided_at DESC LIMIT ?",
            (newest,),
        )
        pairs.reverse()
        return [
            Answer({**features(self._pair(left, right)), **self._support((left, right))}, relation)
            for left, right, relation in pairs
        ]


def _shipped(version: str) -> str:
    """The version that weights began with: refitted ones are no reason to match everything anew."""
    return version.partition("+")[0]
