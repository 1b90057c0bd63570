"""Which names are one speaker: the automatic folding of spellings, and reviewers' words over it.

Names are the names of speakers as claims have them. Deterministic: the same folding and the same standing
facts give the same speakers, whoever computes them and over however many names at a time. Never folds
spellings itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from curator.frozen import dataclass
from curator.review.facts import Fact, Pair, ordered


@dataclass(frozen=True, slots=True)
class Group:
    """The names of one speaker."""

    names: frozenset[str]
    leading: frozenset[str]
    """Those by one of which the speaker is known: of names that were joined, those that others joined."""


class Speakers:
    """A partition of names; whatever was never named stands alone."""

    def __init__(self, folded: Iterable[Collection[str]]) -> None:
        """`folded`: the names that the folding of spellings puts together."""
        self._of: dict[str, _Group] = {}
        for names in folded:
            group = _Group(set(names), set(names))
            self._of.update(dict.fromkeys(group.names, group))

    def __iter__(self) -> Iterator[Group]:
        seen: set[int] = set()
        for group in self._of.values():
            if id(group) not in seen:
                seen.add(id(group))
                yield Group(frozenset(group.names), frozenset(group.leading or group.names))

    def identify(self, name: str, other: str) -> None:
        """Let all names of `name`'s speaker be names of `other`'s, which goes on being known as it was."""
        joining, into = self._group(name), self._group(other)
        if joining is into:
            return
        into.leading = into.leading or set(into.names)
        into.names |= joining.names
        self._of.update(dict.fromkeys(joining.names, into))

    def distinguish(self, name: str) -> None:
        """Let `name` be a speaker of its own."""
        group = self._group(name)
        group.names.discard(name)
        group.leading.discard(name)
        self._of[name] = _Group({name}, {name})

    def _group(self, name: str) -> _Group:
        if name not in self._of:
            self._of[name] = _Group({name}, {name})
        return self._of[name]


class _Group:
    __slots__ = ("leading", "names")

    def __init__(self, names: set[str], leading: set[str]) -> None:
        self.names = names
        self.leading = leading


def replay(folded: Iterable[Collection[str]], standing: Iterable[Fact]) -> Speakers:
    """The speakers that `standing` facts, in their order, make of the automatic folding."""
    speakers = Speakers(folded)
    for fact in standing:
        if fact.kind == "identify" and fact.name and fact.other_name:
            speakers.identify(fact.name, fact.other_name)
        elif fact.kind == "distinguish" and fact.name:
            speakers.distinguish(fact.name)
    return speakers


def disputes(standing: Iterable[Fact]) -> dict[str, str]:
    """Of names on which reviewers differ, how: the last word was said without seeing another's.

    Whoever says it again after having seen both settles it, as with corrections of a claim.
    """
    words: dict[Pair, dict[str, Fact]] = defaultdict(dict)
    for fact in standing:
        for pair in _pairs(fact):
            words[pair].pop(fact.reviewer, None)
            words[pair][fact.reviewer] = fact
    found: dict[str, str] = {}
    for pair in sorted(words):
        *earlier, last = words[pair].values()
        differing = [f for f in earlier if f.kind != last.kind and f.event.event_id not in last.seen]
        if differing:
            said = "; ".join(f"{f.reviewer} {_SAID[f.kind]}" for f in (*differing, last))
            for name in pair:
                found.setdefault(name, f"{said}: {pair[0]}, {pair[1]}")
    return found


_SAID = {"identify": "says that they are one", "distinguish": "says that they are two"}


def _pairs(fact: Fact) -> Iterator[Pair]:
    """The pairs of names of which a fact says that they are or are not one speaker's."""
    if fact.kind == "identify" and fact.name and fact.other_name:
        yield ordered(fact.name, fact.other_name)
    elif fact.kind == "distinguish" and fact.name:
        for other in sorted(fact.apart):
            yield ordered(fact.name, other)
