"""Decisions and conflicts in one line each, for the status bar and for refusals.

Outside text in them has gone through `text.visible_line`; nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Callable

from curator.models import ClaimView
from curator.review.facts import Fact
from curator.review.pairs import PairWord
from curator.text import visible_line

Shown = Callable[[str], str]
"""Gives the words by which a claim is named in a sentence."""

PAST = {
    "confirm": "confirmed",
    "reject": "rejected",
    "skip": "put off",
    "edit": "edited",
    "add": "added",
    "note": "noted on",
    "merge": "merged",
    "contradict": "marked as contradicting",
    "dismiss": "dismissed as unrelated",
    "split": "split off",
    "canonical": "made canonical",
    "adjudicate": "settled",
    "undo": "taken back",
}
"""What was done, by kind of event."""
_RELATIONS = {
    "same": "said that they are the same",
    "contradicts": "said that they contradict each other",
    "unrelated": "dismissed them as unrelated",
}
_LONGEST = 48


def named(view: ClaimView) -> str:
    """A claim in a few words: `Kalin, “We will probably be most prominent…”`."""
    words = visible_line(view.wording).strip()
    if len(words) > _LONGEST:
        words = words[: _LONGEST - 1].rstrip() + "…"
    speaker = visible_line(view.speaker)[:_LONGEST]
    return f"{speaker}, “{words}”" if speaker else f"“{words}”"


def said(fact: Fact, shown: Shown) -> str:
    """What one decision did: `confirmed: Kalin, “We will probably…”`."""
    match fact.kind:
        case "merge":
            return f"merged: {shown(fact.claim_id)} into {shown(fact.other_id)}"
        case "contradict":
            return f"contradicting ({fact.type}): {shown(fact.claim_id)} and {shown(fact.other_id)}"
        case "dismiss":
            return f"unrelated: {shown(fact.claim_id)} and {shown(fact.other_id)}"
        case "adjudicate" if fact.other_id:
            return f"settled as {fact.word}: {shown(fact.claim_id)} and {shown(fact.other_id)}"
        case "adjudicate":
            return f"settled as {fact.word}: {shown(fact.claim_id)}"
        case "reject" if fact.text:
            return f"rejected ({visible_line(fact.text)}): {shown(fact.claim_id)}"
        case _:
            return f"{PAST.get(fact.kind, fact.kind)}: {shown(fact.claim_id)}"


def conflict(word: PairWord, shown: Shown) -> str:
    """Why a decision is refused because of a word on a pair."""
    left, right = map(shown, word.pair)
    who = " and ".join(word.reviewers) or "a reviewer"
    stands = f"{who} {_RELATIONS[word.relation]}: {left} and {right}"
    if word.conflict == "inside":
        return f"these two would be in one cluster, but {stands}; undo that first, or split one off"
    return f"another pair of the same two clusters was decided differently ({stands}); undo that first"


def member_rejected(claim_id: str, shown: Shown) -> str:
    """Why a decision is refused that would leave a claim both merged and rejected."""
    return (
        f"{shown(claim_id)} would be merged and rejected at once; split it off first, or undo one of the two"
    )
