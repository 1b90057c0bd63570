"""One decision of the log as a line: id, when, who, what, before -> after.

Reads nothing but the event and the claims it speaks of, and never fails on a payload it does not know.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from curator.cli.printing import cut, line_width
from curator.models import Claim, CuratorError, Event, reviewer_name
from curator.review.facts import Fact, payload_of, read
from curator.review.sentences import named, said
from curator.telling import as_found
from curator.workspace import Workspace

_EVENT_DIGITS = 8
_LONGEST_WORDS = 60


def event_line(workspace: Workspace, event: Event) -> str:
    """The line of one event; decisions that were taken back since say so."""
    fact, payload = read(event), payload_of(event)
    start = f"{event.event_id[:_EVENT_DIGITS]}  {_when(event.wall_time)}  "
    gone = "" if workspace.stands(event.event_id) else "(taken back) "
    did = _undid(workspace, event) if fact.kind == "undo" else _what(workspace, fact, payload)
    blind = "(blind) " if fact.blind else ""
    words = f"{cut(reviewer_name(event.reviewer), 64)}  {gone}{blind}{did}"
    return start + cut(words, line_width() - len(start))


def chain_line(event: Event) -> str:
    """The line of an event that stands against a decision, from the event alone."""
    fact = read(event)
    claims = " and ".join(claim_id[:8] for claim_id in fact.claim_ids)
    who = f"{_when(event.wall_time)}  {cut(fact.reviewer, 64)}"
    return f"{event.event_id[:_EVENT_DIGITS]}  {who}  {fact.kind} {claims}"


def _when(wall_time: str) -> str:
    """The minute of the reviewer's own clock, in the time zone of this machine."""
    try:
        return datetime.fromisoformat(wall_time).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return cut(wall_time, 16)


def _what(workspace: Workspace, fact: Fact, payload: Mapping[str, Any]) -> str:
    """Kind, claims, before -> after, and last the words, which a narrow terminal cuts off."""
    if fact.names:
        return said(fact, str)
    joint = " into " if fact.kind == "merge" else " and "
    claims = joint.join(claim_id[:8] for claim_id in fact.claim_ids) or "?"
    change = _change(fact, payload, workspace.status_after(fact.event.event_id), _found(workspace, fact))
    words = joint.join(_name(workspace, claim_id) for claim_id in fact.claim_ids)
    return "  ".join(part for part in (f"{fact.kind} {claims}", change, words) if part)


def _undid(workspace: Workspace, undo: Event) -> str:
    """What an undo took back, or brought back: its kind, its id and the claims."""
    chain = workspace.taken_back(undo.event_id)
    base = chain[-1]
    fact = read(base)
    verb = "undo" if len(chain) % 2 else "redo"
    joint = " into " if fact.kind == "merge" else " and "
    words = joint.join(_name(workspace, claim_id) for claim_id in fact.claim_ids)
    words = words or " is ".join(name for name in (fact.name, fact.other_name) if name)
    after = workspace.status_after(undo.event_id)
    came_to = f"  -> {after}" if after else ""
    return f"{verb} of {fact.kind} {base.event_id[:_EVENT_DIGITS]}{came_to}: {words or '?'}"


def _name(workspace: Workspace, claim_id: str) -> str:
    try:
        return named(workspace.claim(claim_id))
    except CuratorError:
        return "(not in this database)"


def _found(workspace: Workspace, fact: Fact) -> Claim | None:
    """The claim that an edit speaks of, as it was found."""
    try:
        return workspace.claim(fact.claim_id).claim if fact.kind == "edit" else None
    except CuratorError:
        return None


def _change(fact: Fact, payload: Mapping[str, Any], after: str, found: Claim | None) -> str:
    """What the decision replaced and what came of it: "pending -> confirmed"; `after` of a verdict."""
    before = payload.get("replaced")
    before = before if isinstance(before, dict) else {}
    match fact.kind:
        case "confirm":
            return f"{before.get('status', '?')} -> {after or 'confirmed'}"
        case "reject":
            reason = f" ({fact.text})" if fact.text else ""
            return f"{before.get('status', '?')} -> {after or 'rejected'}{reason}"
        case "repeat":
            return f"{before.get('verdict', '?')} -> {fact.word} when asked again"
        case "skip":
            return f"{before.get('status', '?')} -> put off"
        case "adjudicate" if fact.other_id:
            return f"{before.get('relation') or 'disputed'} -> {fact.word}"
        case "adjudicate":
            return f"{before.get('status', '?')} -> {after or fact.word}"
        case "merge":
            return f"{before.get('relation') or 'apart'} -> same"
        case "contradict":
            return f"{before.get('relation') or 'open'} -> contradicts ({fact.type})"
        case "dismiss":
            return f"{before.get('relation') or 'open'} -> unrelated"
        case "edit":
            return "; ".join(_edits(fact, before, found))
        case "note":
            return f"“{_short(fact.text)}”"
        case "split":
            return "merged -> alone"
        case "canonical":
            return f"{str(before.get('canonical', '?'))[:8]} -> {fact.claim_id[:8]}"
        case _:
            return ""


def _edits(fact: Fact, before: Mapping[str, Any], found: Claim | None) -> list[str]:
    changes = []
    if fact.wording is not None:
        words = (as_found(found, str(each)) for each in (before.get("wording") or "", fact.wording))
        changes.append(" -> ".join(f"“{_short(each)}”" for each in words))
    if fact.speaker is not None:
        changes.append(
            f"speaker {_short(before.get('speaker')) or 'nobody'} -> {_short(fact.speaker) or 'nobody'}"
        )
    if fact.span is not None:
        changes.append(f"{before.get('span', '?')} -> {list(fact.span)}")
    return changes


def _short(words: object) -> str:
    text = str(words or "")
    return text if len(text) <= _LONGEST_WORDS else text[: _LONGEST_WORDS - 1] + "…"
