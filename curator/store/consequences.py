"""What one decision settled besides what it speaks of: pairs that were proposed and were not asked any more.

Works it out from what stands of the log up to the decision, for that is not kept. Reads only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from curator.models import Event
from curator.review.clusters import Clusters, replay, reshapes
from curator.review.facts import Fact, Pair, ordered, read
from curator.review.history import Following, Follows
from curator.review.pairs import speaks_of_pair, words
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.log import Log
from curator.store.membership import Membership
from curator.store.views import Views

_MOST = 2000
"""Proposals looked at, the likeliest first: no screen tells of more."""


class _State:
    """What some facts, in their order, come to: who is merged, what stands between, who is rejected."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._clusters: Clusters = replay(facts)
        self._between: dict[Pair, str] = {}
        for word in words(facts, self._clusters.canonical).values():
            self._between.setdefault(self._heads(word.pair), word.relation)
        self._rejected: set[str] = set()
        for fact in facts:
            if _rejects(fact):
                self._rejected.add(fact.claim_id)
            elif not fact.other_id and fact.kind in ("confirm", "adjudicate"):
                self._rejected.discard(fact.claim_id)

    def _heads(self, pair: Pair) -> Pair:
        return ordered(*map(self._clusters.canonical, pair))

    def members(self, claim_id: str) -> tuple[str, ...]:
        return self._clusters.members(claim_id)

    def answer(self, pair: Pair) -> str:
        """What is known of a pair: "same", what stands between the two, "rejected"; "" while it is asked."""
        left, right = heads = self._heads(pair)
        if left == right:
            return "same"
        return self._between.get(heads, "") or ("rejected" if self._rejected & set(pair) else "")


class Consequences:
    """The decisions of one database and what each settled."""

    def __init__(self, database: Database, views: Views) -> None:
        self._db = database
        self._views = views
        self._log = Log(database)
        self._corpus = Corpus(database)
        self._membership = Membership(database)

    def of(self, event: Event, limit: int) -> Follows:
        """The pairs that an event settled besides its own, the likeliest first; nothing of one taken back."""
        fact = read(event)
        if not (_rejects(fact) or reshapes(fact) or speaks_of_pair(fact)) or not self._log.stands(event):
            return Follows()
        facts = self._facts(fact)
        before, after = _State(facts), _State([*facts, fact])
        found: dict[Pair, str] = {}
        for pair in self._closed({member for claim in fact.claim_ids for member in after.members(claim)}):
            answer = after.answer(pair)
            if answer and not before.answer(pair) and not (fact.other_id and pair == fact.pair):
                found[pair] = answer
        return Follows(len(found), tuple(self._told(list(found.items())[:limit])))

    def _facts(self, fact: Fact) -> list[Fact]:
        """What stands from before a fact, of its claims and of all that it can bear on."""
        numbers = self._membership.component(self._corpus.numbers(fact.claim_ids))
        near = self._corpus.numbers(
            claim for spoken in self._log.standing(numbers.values()) for claim in spoken.claim_ids
        )
        proposed = self._corpus.numbers({claim for pair in self._closed(numbers) for claim in pair})
        around = self._membership.component(near) | proposed
        return [other for other in self._log.standing(around.values()) if other.order < fact.order]

    def _closed(self, claims: Iterable[str]) -> list[Pair]:
        """The pairs with these claims that were proposed and are not asked any more, the likeliest first."""
        rows = self._db.rows(
            """
            WITH here(no) AS (SELECT c.no FROM json_each(?) j CROSS JOIN claim c ON c.id = j.value),
            near(left_no, right_no, score) AS (
              SELECT c.left_no, c.right_no, c.score
              FROM here CROSS JOIN candidate c ON c.left_no = here.no WHERE NOT c.open
              UNION ALL
              SELECT c.left_no, c.right_no, c.score
              FROM here CROSS JOIN candidate c ON c.right_no = here.no AND c.open = 0)
            SELECT l.id, r.id FROM near n CROSS JOIN claim l ON l.no = n.left_no
            CROSS JOIN claim r ON r.no = n.right_no
            GROUP BY l.id, r.id ORDER BY max(n.score) DESC, l.id, r.id LIMIT ?
            """,
            (json.dumps(sorted(claims)), _MOST),
        )
        return list(dict.fromkeys(ordered(left, right) for left, right in rows))

    def _told(self, found: Sequence[tuple[Pair, str]]) -> Iterable[Following]:
        numbers = self._corpus.numbers(claim for pair, _ in found for claim in pair)
        views = self._views.numbered(numbers.values())
        for (left, right), answer in found:
            yield Following(views[numbers[left]], views[numbers[right]], answer)


def _rejects(fact: Fact) -> bool:
    return fact.kind == "reject" or (fact.kind == "adjudicate" and fact.word == "rejected")
