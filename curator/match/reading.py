"""A claim as matching compares it: keys, topic, names, numbers, and how it is meant.

What the extractor says about a claim counts; the words themselves are read where it says nothing, so that
bare sentences can be matched too. Never compares, never scores.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from curator.match.names import names
from curator.match.numbers import Number, numbers
from curator.match.stances import COMMITMENTS as COMMITMENTS
from curator.match.stances import LONG, Commitment, Stance, commitment, negated, stance
from curator.match.stances import STANCES as STANCES
from curator.match.subject import Subject
from curator.match.words import NUMBER_WORDS, key, keys, keys_of, keys_of_name, matter, plain, tokens
from curator.models import Claim

_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who", "officials", "sources"})
_WORD = re.compile(r"[^\W_]+(?:[.,:]\d+|[.](?=\w)|-(?=[^\W\d_])|[^\W_])*")
"""A compound with a hyphen is one word: half of one says something else."""
_NAME = r"(?:[Tt]he )?(?=[^\W\d_])(?![a-z])(?:(?! (?:of|for|at|to) )[^,])+?"
_SEVERAL = re.compile(rf"{_NAME}(?:, {_NAME})+,? and {_NAME}")
"""Speakers, all of whom are names: what stands behind a name alone and is none says what he is."""
_COUNTS = ("count", "percent", "magnitude", "money", "span")
_SAID = 8
"""Words of a statement; of fewer, much is left open."""
_HARDLY = 2
"""Telling words up to which a claim is also found by all of its words."""
_WHOLE = 60
"""Code points of them."""
_NAMED = 16
"""Names of a claim, the first ones: a list of fifty towns says little about each."""
_READ = 4_000
"""Code points of a claim that are read: comparing letter by letter costs the product of two lengths."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One claim, read once and compared many times."""

    id: str
    article_id: str
    start: int
    end: int
    plain: str
    """The claim's words folded, for wording."""
    shown: str
    """The claim's words on one line, for evidence."""
    keys: frozenset[str]
    """Of the claim's own content words."""
    matter: frozenset[str]
    """`keys` without those that tell how far the matter has come."""
    near: frozenset[str]
    """`keys` with those of the sentences around it, its speaker, places and parties."""
    theme: frozenset[str]
    """Keys of the article's title that are not in `near`."""
    names: dict[str, str]
    """Key of each name in the claim, the sentences around it and the title, with the name as written."""
    finding: frozenset[str]
    """`keys`, one more for each thing it counts, and all it says where that is little."""
    numbers: tuple[Number, ...]
    counted: frozenset[str]
    """What its numbers count, and the larger numbers themselves: numbers are compared where these meet."""
    negated: frozenset[str]
    """Keys of its clauses that negate."""
    commitment: Commitment
    committed_by: str
    """The words that show it ("no decision"), "" where nothing does."""
    stance: Stance
    refutes: bool
    """It denies, or is a short sentence that negates."""
    firmness: float
    """0 to 1: how surely stance and negation concern the whole claim; falls with its length."""
    speaker: str
    """As given, but for what he is behind his name; "" if unknown."""
    speaker_keys: frozenset[str]
    times: tuple[str, ...]
    """As the extractor resolved them."""
    places: dict[str, str]
    """Key of each place named, with its name as written."""
    publisher: str
    published: str
    kind: str

    def named(self, wanted: Sequence[str]) -> str:
        """The claim's own words behind some of its keys, in the order of the keys, for evidence.

        Numbers only where there is nothing else: which they are is for another signal to say.
        """
        found: dict[str, str] = {}
        for word in _WORD.findall(self.shown):
            for k in _keys_of_word(word):
                found.setdefault(k, word)
        words = [found[k] for k in wanted if k in found and not k.isdigit()]
        return ", ".join(dict.fromkeys(words or (found[k] for k in wanted if k in found)))


@lru_cache(maxsize=20_000)
def _keys_of_word(word: str) -> tuple[str, ...]:
    """The keys of one word as written; "" is one of a word without any topic."""
    return tuple(map(key, tokens(plain(word))))


def read(subject: Subject) -> Reading:
    """The reading of one claim."""
    claim = subject.claim
    words = claim.text[:_READ]
    text = plain(words).strip()
    its_tokens = tokens(text)
    its_keys = keys(its_tokens)
    speaker = "" if claim.speaker.strip().lower() in _PRONOUNS else _named(claim.speaker)
    # "two workers" here and "three workers" there are nobody that could be told from others.
    speaker_keys = frozenset() if speaker.partition(" ")[0] in NUMBER_WORDS else keys_of_name(speaker)
    # The sentences around hold the claim's own words, which are read already.
    near = (
        its_keys
        | speaker_keys
        | keys_of(subject.context[: 2 * _READ].replace(words, " ", 1))
        | keys_of_name(" ".join(claim.places + claim.parties))
    )
    theme = keys_of_name(subject.title[:_READ]) - near
    its_negated = negated(_given_negative(claim), text, its_tokens, its_keys)
    its_numbers = numbers(text)
    its_stance = stance(claim.cue_class, plain(claim.cue), text)
    its_commitment, committed_by = commitment(claim.modality, text)
    return Reading(
        id=claim.id,
        article_id=claim.article_id,
        start=claim.start,
        end=claim.end,
        plain=" ".join(its_tokens),
        shown=" ".join(words.split()),
        keys=its_keys,
        matter=matter(its_tokens),
        near=near,
        theme=theme,
        names=_names(subject, near | theme),
        finding=its_keys | _found_besides(its_tokens, its_keys, its_numbers),
        numbers=its_numbers,
        counted=frozenset().union(*(n.counted | {n.itself} - {""} for n in its_numbers)),
        negated=its_negated,
        commitment=its_commitment,
        committed_by=committed_by,
        stance=its_stance,
        refutes=its_stance == "denies" or (bool(its_negated) and len(its_tokens) <= LONG),
        firmness=_firmness(claim, len(its_tokens)),
        speaker=speaker,
        speaker_keys=speaker_keys,
        times=claim.times,
        places={k: place for place in claim.places for k in sorted(keys_of_name(place))},
        publisher=subject.publisher,
        published=subject.published,
        kind=claim.kind,
    )


def _found_besides(
    its_tokens: list[str], its_keys: frozenset[str], its_numbers: tuple[Number, ...]
) -> set[str]:
    """By what a claim is found besides its words: what it counts, and itself where hardly a word tells."""
    counted = {f"#{k}" for n in its_numbers if n.kind in _COUNTS for k in n.counted}
    if len(its_keys) <= _HARDLY and len(its_tokens) > _HARDLY:
        counted.add("=" + " ".join(its_tokens)[:_WHOLE])
    return counted


def _names(subject: Subject, known: frozenset[str]) -> dict[str, str]:
    text, around = subject.claim.text[:_READ], subject.context[: 2 * _READ]
    told = (around,) if text in around else (text, around)
    found: dict[str, str] = {}
    for k, name in names(*told, subject.title[:_READ]):
        if k in known and len(found) < _NAMED:
            found.setdefault(k, name)
    return found


def _firmness(claim: Claim, length: int) -> float:
    if claim.cue_class == "denies":
        # "rejected the proposal": what is denied is only named, not said.
        return 1.0 if claim.tense or length >= _SAID else 0.5
    return min(1.0, LONG / max(1, length))


def _named(speaker: str) -> str:
    """A speaker without what he is: of "Shamanov, head of the committee" the name, of a list all names."""
    return speaker if _SEVERAL.fullmatch(speaker) else speaker.split(",")[0].strip()


def _given_negative(claim: Claim) -> bool:
    """Whether the extractor found it negated by more than a denying verb, which is its stance."""
    return claim.polarity == "negative" and claim.cue_class != "denies"
