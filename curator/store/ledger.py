"""A decision becomes an event: checked, written, folded and guarded in one transaction.

Whoever is refused leaves no trace: the guard looks at what the fold makes of the new event, and when that
conflicts with what stands, the whole transaction is rolled back.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext

from curator.frozen import dataclass
from curator.models import (
    CuratorError,
    Event,
    Refused,
)
from curator.review import decisions, sentences
from curator.review.clusters import holding
from curator.review.decisions import Decision, runs
from curator.review.facts import read
from curator.review.pairs import PairWord
from curator.store.chains import Chains
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.log import Log
from curator.store.pair_words import PairWords
from curator.store.payloads import Payload, Payloads
from curator.store.projection import Change, Projection
from curator.store.views import Views

Told = Callable[[int], None]
"""Called with how many decisions of a group are written."""
_TELL_EVERY = 100
_MANY = 1000
Marks = Callable[[str, Payload], Payload]
"""Given the kind of event and its payload, what is to be added to that."""


@dataclass(frozen=True, slots=True)
class Written:
    """What one decision wrote."""

    events: tuple[Event, ...]
    said: str
    settled: int
    claim_id: str
    """Of the claim spoken of, of an undo that of the event taken back."""


class Ledger:
    """Writes one reviewer's decisions to one database."""

    def __init__(self, database: Database, chain: str, name: str) -> None:
        self._db = database
        self._chain = chain
        self._name = name
        self._log = Log(database)
        self._corpus = Corpus(database)
        self._projection = Projection(database)
        self._chains = Chains(database)
        self._words = PairWords(database)
        self._views = Views(database, name)
        self._payloads = Payloads(database, self._views)
        self.marks: Marks | None = None
        """Says what a payload tells besides, of one who reviews blind."""

    def decide(self, wanted: Sequence[Decision], told: Told | None = None) -> Written:
        """Write these decisions, all or none; several are one group, which one undo takes back.

        `told` is called with how many are written, and may raise to leave everything as it was.
        """
        if len(wanted) > 1 and any(isinstance(decision, decisions.Undo) for decision in wanted):
            raise CuratorError("an undo stands alone: it cannot be one of several decisions at once")
        group = secrets.token_hex(8) if len(wanted) > 1 else ""
        events: list[Event] = []
        settled: set[tuple[int, int]] = set()
        said = ""
        with self._roomy(len(wanted)), self._db.writing():
            for run in runs(wanted):
                if isinstance(run[0], decisions.Undo):
                    target = self._log.event(run[0].event_id)
                    written = self._take_back(target, self._group_of(target))
                    events += written.events
                    said = written.said
                    continue
                new = self._append(run, group, len(events), told)
                events += new
                change = self._apply(new, events, told)
                settled |= self._settled_besides(new, change)
                said = self._said(new[-1])
            self._save_place(events[-1:])
        if len(wanted) > 1:
            said = sentences.said_of_several([event.kind for event in events], said)
        return Written(tuple(events), said, len(settled), self._claim_of(events[-1]))

    def _roomy(self, decisions: int) -> AbstractContextManager[None]:
        """Memory for what many decisions change; else it goes to the file early, and nobody can read."""
        return self._db.bulk() if decisions > _MANY else nullcontext()

    def _append(self, run: Sequence[Decision], group: str, before: int, told: Told | None) -> list[Event]:
        """Write the events of decisions that can be judged together; what they come to is not yet known."""
        found = []
        for number, decision in enumerate(run):
            kind, payload = self._payloads.of(decision)
            if isinstance(decision, decisions.Merge):
                self._refuse_merging_against(decision.claim_id, decision.into_id)
            if self.marks is not None:
                payload |= self.marks(kind, payload)
            if group:
                payload["group"] = group
            found.append(self._log.append(self._chain, kind, payload))
            if told is not None and number % _TELL_EVERY == 0:
                told(before + number)
        return found

    def _claim_of(self, event: Event) -> str:
        return read(self._log.base(event)).claim_id

    def _apply(self, new: Sequence[Event], group: Sequence[Event], told: Told | None = None) -> Change:
        """Take new events into the projections, unless what stands with them conflicts with itself."""
        before = len(group)
        change = self._projection.apply(new, None if told is None else lambda _: told(before))
        self._guard(new[-1], change, {event.event_id for event in group})
        return change

    def _settled_besides(self, events: Sequence[Event], change: Change) -> set[tuple[int, int]]:
        """The pairs settled by events, but for the pairs that they speak of themselves."""
        if not change.settled:
            return set()
        spoken = [ids for ids in (read(event).claim_ids for event in events) if len(ids) > 1]
        numbers = self._corpus.numbers(claim for pair in spoken for claim in pair)
        own = {frozenset(numbers[claim] for claim in pair) for pair in spoken}
        return {pair for pair in change.settled if frozenset(pair) not in own}

    def _save_place(self, events: Sequence[Event]) -> None:
        """Let the session stand at the claim decided last, so that a crash loses no place."""
        claim = next((f.claim_id for f in map(read, reversed(events)) if f.claim_id), "")
        if claim:
            self._db.run(
                "UPDATE session SET claim_id = ? WHERE reviewer = ? AND claim_id <> ?",
                (claim, self._name, claim),
            )

    # -- undo ------------------------------------------------------------------------------------------

    def undo(self) -> Written:
        """Take back the reviewer's last standing decision, with all of its group."""
        with self._roomy(self.in_last_group(undone=False)), self._db.writing():
            last = next(self._log.last_standing(self._name, undo=False), None)
            if last is None:
                raise CuratorError("there is nothing to undo")
            written = self._take_back(last, self._group_of(last))
            self._save_place([last])
            return written

    def redo(self) -> Written:
        """Take back the reviewer's last undo, unless something was decided since."""
        with self._roomy(self.in_last_group(undone=True)), self._db.writing():
            decided = next(self._log.newest_decision(self._name), None)
            for undo in self._log.last_standing(self._name, undo=True):
                if decided is not None and _order(undo) < _order(decided):
                    break
                if self._is_redo(undo):
                    continue
                written = self._take_back(undo, self._group_of(undo))
                self._save_place([self._log.base(undo)])
                return written
            raise CuratorError("there is nothing to redo")

    def in_last_group(self, *, undone: bool) -> int:
        """How many events the last standing decision, or the last standing undo, was made with; 0 of none."""
        last = next(self._log.last_standing(self._name, undo=undone), None)
        return self._log.group_size(last) if last is not None else 0

    def _is_redo(self, undo: Event) -> bool:
        steps, event = 0, undo
        while event.target is not None:
            event, steps = self._log.event(event.target), steps + 1
        return steps % 2 == 0

    def _group_of(self, event: Event) -> list[Event]:
        """The standing events of one group, the last first; the event alone when it has none."""
        group = read(event).group
        if not group:
            return [event]
        members = self._log.neighbours(event, lambda other: read(other).group == group)
        return [e for e in members if e is event or self._log.stands(e)]

    def _take_back(self, asked: Event, targets: Sequence[Event]) -> Written:
        if not self._log.stands(asked):
            undos = [f.event for f in self._log.undos(asked) if f.event.target == asked.event_id]
            raise Refused("that is taken back already", tuple(e for e in undos if self._log.stands(e)))
        group = secrets.token_hex(8) if len(targets) > 1 else ""
        events = []
        for target in targets:
            payload: Payload = {"what": target.kind, "hash": target.hash}
            if group:
                payload["group"] = group
            events.append(self._log.append(self._chain, "undo", payload, target.event_id))
        self._apply(events, events)
        base = self._log.base(asked)
        verb = "redone" if self._log.stands(base) else "undone"
        said = f"{verb}: {self._said(base)}"
        if len(targets) > 1:
            said = f"{verb} {len(targets)} decisions at once, the last {self._said(base)}"
        return Written(tuple(events), said, 0, read(base).claim_id)

    # -- the guard -------------------------------------------------------------------------------------

    def _guard(self, event: Event, change: Change, new: set[str]) -> None:
        """Raise Refused when what stands conflicts with itself since these `new` events."""
        if change.conflicts:
            kind = self._log.base(event).kind
            chain = self._chain_behind(change.conflicts, new)
            raise Refused(self._conflict(kind, change.conflicts[0], chain), chain)
        if change.rejected_members:
            claim = change.rejected_members[0]
            chain = self._rejected_and_merged(claim, new)
            names = self._names([claim])
            raise Refused(sentences.member_rejected(claim, chain, names.__getitem__), chain)

    def _rejected_and_merged(self, claim: str, new: set[str]) -> tuple[Event, ...]:
        """The decisions but for the new ones that hold a claim in its cluster, and those that reject it."""
        standing = self._log.standing(self._corpus.numbers([claim]).values())
        latest = {fact.reviewer: fact for fact in standing if fact.kind in ("confirm", "reject", "add")}
        rejections = [fact for fact in latest.values() if fact.kind == "reject"]
        settled = [fact for fact in standing if fact.kind == "adjudicate" and not fact.other_id]
        rejections += [fact for fact in settled[-1:] if fact.word == "rejected"]
        chain = {fact.event.event_id for fact in (*holding(standing, claim), *rejections)}
        return self._log.named(chain - new)

    def _chain_behind(self, words: Sequence[PairWord], new: set[str]) -> tuple[Event, ...]:
        """The decisions on these pairs, and the merges that lead from one of their claims to another."""
        left, right = words[0].pair
        ways: set[str] = set()
        if words[0].conflict == "inside":
            ways = self._chains.way(left, right)
        elif words[0].conflict == "between":
            ways = self._chains.ways(words[1:], left, right)
        return self._log.named((self._chains.against(words) | ways) - new)

    def _refuse_merging_against(self, claim: str, into: str) -> None:
        """Raise Refused where a word stands between the two clusters, also one of this reviewer's own."""
        between = self._words.between(claim, into)
        if between:
            chain = self._log.named(self._chains.against(between) | self._chains.ways(between, claim, into))
            raise Refused(self._conflict("merge", between[0], chain), chain)

    def _said(self, event: Event) -> str:
        """What an event did, in a sentence that tells its claims apart."""
        fact = read(event)
        return sentences.said(fact, self._names(fact.claim_ids).__getitem__)

    def _conflict(self, kind: str, word: PairWord, chain: Sequence[Event]) -> str:
        """Why a decision is refused that would make a word conflict, its two claims told apart."""
        return sentences.conflict(kind, word, chain, self._names(word.pair).__getitem__)

    def _names(self, claims: Sequence[str]) -> dict[str, str]:
        """Names for the claims of one sentence, by id."""
        views = [self._views.of(claim) for claim in claims]
        articles = [self._corpus.article(view.claim.article_id) for view in views] if len(views) > 1 else []
        return sentences.told_apart(views, articles)


def _order(event: Event) -> tuple[str, str, int]:
    return event.hlc, event.reviewer, event.rseq
