"""Decisions and conflicts in one line each, for the status bar and for refusals.

Outside text in them has gone through `text.visible_line`; nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from curator.models import Article, ClaimView, Event, reviewer_name
from curator.review.facts import Fact, read
from curator.review.pairs import PairWord
from curator.telling import lead, led
from curator.text import visible_line
from curator.titles import headline

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
    "repeat": "asked again",
    "identify": "joined speakers",
    "distinguish": "took speakers apart",
    "undo": "taken back",
}
"""What was done, by kind of event."""
_LONGEST = 48
_PLACE = 24
"""Letters by which it is said where a claim stands."""
_ALIKE = 16
"""Two claims that have so many characters at their beginning in common look the same on a narrow screen."""


def named(view: ClaimView) -> str:
    """A claim in a few words: `Kalin, “We will probably be…”`, `the company, denied: “it skipped…”`."""
    speaker, words = _short(view.speaker), led(lead(view), f"“{_short(view.wording)}”")
    return f"{speaker}, {words}" if speaker else words


def told_apart(views: Sequence[ClaimView], articles: Sequence[Article]) -> dict[str, str]:
    """Names for claims of one sentence, by id; those that begin alike are told apart by where they stand."""
    names = [named(view) for view in views]
    if len(views) < 2:
        return {view.claim.id: named(view) for view in views}
    begin = {(_short(view.speaker), lead(view), _short(view.wording)[:_ALIKE]) for view in views}
    alike = len(begin) < len(views)
    places = _places(views, articles) if alike else [""] * len(views)
    return {view.claim.id: name + place for view, name, place in zip(views, names, places, strict=True)}


def _places(views: Sequence[ClaimView], articles: Sequence[Article]) -> list[str]:
    """Outlets or titles of claims, with days where those are one, titles, files, or places in a text."""
    titles = [_short(headline(article.title, article.text), _PLACE) for article in articles]
    outlets = [
        _short(article.publisher, _PLACE) or title for article, title in zip(articles, titles, strict=True)
    ]
    days = [
        f"{outlet} of {_short(article.published[:10])}" if article.published else ""
        for article, outlet in zip(articles, outlets, strict=True)
    ]
    files = [_short(article.source.rpartition("/")[2], _PLACE) for article in articles]
    for places in (outlets, days, titles, files):
        if all(places) and len(set(places)) == len(views):
            return [f" (in {place})" for place in places]
    ids = {article.id for article in articles}
    if len(views) == 2 and len(ids) == 1 and views[0].start != views[1].start:
        return [" (earlier)" if view.start == min(v.start for v in views) else " (later)" for view in views]
    return [f" (in article {view.claim.article_id[:8]} at {view.start})" for view in views]


def _short(text: str, longest: int = _LONGEST) -> str:
    shown = visible_line(text).strip()
    return shown if len(shown) <= longest else shown[: longest - 1].rstrip() + "…"


def said(fact: Fact, shown: Shown) -> str:
    """What one decision did: `confirmed: Kalin, “We will probably…”`."""
    match fact.kind:
        case "merge":
            return f"merged: {shown(fact.claim_id)} into {shown(fact.other_id)}"
        case "contradict":
            return f"contradicting ({fact.type}): {shown(fact.claim_id)} and {shown(fact.other_id)}"
        case "dismiss":
            return f"unrelated: {shown(fact.claim_id)} and {shown(fact.other_id)}"
        case "identify":
            return f"one speaker: {_name(fact.name)} is {_name(fact.other_name)}"
        case "distinguish":
            return f"a speaker of its own: {_name(fact.name)}"
        case "adjudicate" if fact.other_id:
            return f"settled as {fact.word}: {shown(fact.claim_id)} and {shown(fact.other_id)}"
        case "adjudicate":
            return f"settled as {fact.word}: {shown(fact.claim_id)}"
        case "repeat":  # the same words as at the first time
            because = f" ({visible_line(fact.text)})" if fact.text else ""
            return f"{fact.word}{because}: {shown(fact.claim_id)}"
        case "edit":
            return f"edited ({_corrected(fact)}): {shown(fact.claim_id)}"
        case "reject" if fact.text:
            return f"rejected ({visible_line(fact.text)}): {shown(fact.claim_id)}"
        case _:
            return f"{PAST.get(fact.kind, fact.kind)}: {shown(fact.claim_id)}"


def _corrected(fact: Fact) -> str:
    """What an edit changed: `boundaries moved; your wording stays`."""
    parts = []
    if fact.wording is not None:
        parts.append("wording")
    if fact.speaker is not None:
        parts.append("speaker")
    if fact.span is not None:
        stays = fact.wording_stays and fact.wording is None
        parts.append("boundaries moved" + ("; your wording stays" if stays else ""))
    return ", ".join(parts) or "nothing"


def said_of_several(kinds: Sequence[str], last: str) -> str:
    """What a group of decisions did, given what the last of them did."""
    if len(set(kinds)) > 1:
        return f"{len(kinds)} decisions: the last {last}"
    verb, _, named_last = last.partition(": ")
    return f"{verb} {len(kinds)} claims at once, the last {named_last}"


def _name(name: str) -> str:
    words = visible_line(name)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def conflict(kind: str, word: PairWord, standing: Sequence[Event], shown: Shown) -> str:
    """Why a decision of this kind is refused that would make `word` conflict, given what stands."""
    left, right = map(shown, word.pair)
    against = [e for e in standing if e.kind in ("contradict", "dismiss", "adjudicate")]
    if word.conflict == "between" and against:
        said_before = _who(against, left, right)
        return (
            f"another pair of the same two clusters was decided differently: {said_before}; undo that first"
        )
    if kind in ("contradict", "dismiss", "adjudicate"):
        return f"{left} and {right} are in one cluster ({_merged(standing)}); split one of them off first"
    if against:
        return f"{_who(against, left, right)}; they cannot be in one cluster: undo that first"
    return f"{left} and {right} would be in one cluster and against each other; split one of them off first"


def _who(against: Sequence[Event], left: str, right: str) -> str:
    """Who said what of a pair, and when: `ana said on 22 June 10:02 that … contradict each other`."""
    last = read(against[-1])
    said = "are unrelated" if last.kind == "dismiss" or last.word == "unrelated" else "contradict each other"
    return f"{last.reviewer} said on {moment(last.event.wall_time)} that {left} and {right} {said}"


def _merged(standing: Sequence[Event]) -> str:
    merges = [e for e in standing if e.kind in ("merge", "adjudicate")]
    if not merges:
        return "merged"
    names = sorted({reviewer_name(e.reviewer) for e in merges})
    return f"merged by {' and '.join(names)}, last on {moment(merges[-1].wall_time)}"


def moment(wall_time: str) -> str:
    """A stored time as people read it: "2024-06-22 10:02" (UTC)."""
    return wall_time[:16].replace("T", " ")


def member_rejected(claim_id: str, standing: Sequence[Event], shown: Shown) -> str:
    """Why a decision is refused that would leave a claim both merged and rejected."""
    rejections = [e for e in standing if e.kind in ("reject", "adjudicate")]
    if rejections:
        last = rejections[-1]
        who = f"{reviewer_name(last.reviewer)} rejected {shown(claim_id)} on {moment(last.wall_time)}"
        return f"{who}; a rejected claim cannot be merged: undo that, or confirm it, first"
    return f"{shown(claim_id)} is merged with others ({_merged(standing)}); split it off before rejecting it"
