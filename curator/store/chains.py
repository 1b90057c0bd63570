"""The decisions that a pair of claims stands on: what was said of it, and the merges that carry it there.

Reads only; whether anything is refused for them is for the ledger.
"""

from __future__ import annotations

from collections.abc import Sequence

from curator.models import Settled
from curator.review.clusters import path
from curator.review.facts import Fact, ordered, read
from curator.review.pairs import PairWord
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.log import Log
from curator.store.membership import Membership
from curator.store.pair_words import PairWords


class Chains:
    """The chains of decisions of one database."""

    def __init__(self, database: Database) -> None:
        self._log = Log(database)
        self._corpus = Corpus(database)
        self._membership = Membership(database)
        self._words = PairWords(database)

    def settled(self, left: str, right: str) -> Settled | None:
        """What was decided of a pair, or follows from decisions, with these; None while it is open."""
        pair = ordered(left, right)
        if self._together(left, right):
            way = self._log.named(self.way(left, right))
            return Settled("same", way, inferred=[read(event).pair for event in way] != [pair])
        between = self._words.between(left, right)
        if not between:
            return None
        own = [word for word in between if word.pair == pair]
        said = own or between
        events = self._log.named(self.against(said) | (set() if own else self.ways(said, left, right)))
        return Settled(
            said[0].relation,
            events,
            type=said[0].type,
            inferred=not own,
            disputed=any(word.disputed for word in said),
        )

    def against(self, words: Sequence[PairWord]) -> set[str]:
        """The decisions behind these words; of merges only what leads somewhere counts, which is a way."""
        said = self._log.named({event_id for word in words for event_id in word.event_ids})
        return {e.event_id for e in said if e.kind != "merge" and read(e).word != "same"}

    def way(self, left: str, right: str) -> set[str]:
        """The merges that lead from one claim to another of its cluster."""
        return {fact.event.event_id for fact in path(self._standing_around(left, right), left, right)}

    def ways(self, words: Sequence[PairWord], left: str, right: str) -> set[str]:
        """The merges that lead from `left` and `right` to the claims of these pairs of their clusters."""
        standing = self._standing_around(left, right)
        ways: set[str] = set()
        for word in words:
            there = word.pair if self._together(left, word.pair[0]) else word.pair[::-1]
            for start, goal in ((left, there[0]), (right, there[1])):
                ways |= {fact.event.event_id for fact in path(standing, start, goal)}
        return ways

    def _standing_around(self, left: str, right: str) -> list[Fact]:
        """What stands of two claims and of all that were ever merged with them."""
        numbers = self._corpus.numbers((left, right))
        return self._log.standing(self._membership.component(numbers).values())

    def _together(self, left: str, right: str) -> bool:
        """Whether two claims are in one cluster."""
        return right in self._membership.around([left])
