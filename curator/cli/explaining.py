"""The words that explain: why a claim was found, and why a pair is proposed.

Never works a reason out: the workspace and `curator.review` give them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from curator.cli.command import Command, opened, takes_json
from curator.cli.ending import WELL, UsageError
from curator.cli.printing import cut, line_width, plain, say, say_json
from curator.review.explaining import explained
from curator.telling import spoken, told

if TYPE_CHECKING:
    from curator.models import ClaimView, Settled
    from curator.workspace import Workspace

_MOST_CLAIMS = 2
_RELATIONS = {"same": "the same", "contradicts": "contradicting", "unrelated": "unrelated"}


def explain(workspace: Workspace, claims: list[str], *, json: bool = False) -> int:
    """Say why one claim was found, or what speaks for and against two."""
    if len(claims) > _MOST_CLAIMS:
        raise UsageError(f"{len(claims)} claims; name one, or two that make a pair")
    ids = [workspace.resolve(claim) for claim in claims]
    if len(ids) == _MOST_CLAIMS and ids[0] == ids[1]:
        raise UsageError("both are one claim; name two that make a pair")
    if len(ids) == _MOST_CLAIMS:
        _say_pair(workspace, *ids, json=json)
    elif json:
        say_json(workspace.claim(ids[0]).claim)
    else:
        view = workspace.claim(ids[0])
        text = workspace.article(view.claim.article_id).text
        for line in _claim_lines(view, text):
            say(cut(line, line_width()))
    return WELL


def _claim_lines(view: ClaimView, text: str) -> Iterator[str]:
    yield told(view)
    for part in explained(view, text):
        yield f"{part.name:8}  {part.words}"


def _say_pair(workspace: Workspace, left: str, right: str, *, json: bool) -> None:
    pair, settled = workspace.why(left, right), workspace.settled(left, right)
    if json:
        say_json(plain(pair) | {"settled": _settled_row(settled) if settled else None})
        return
    from curator.cli.history import event_line

    views = [workspace.claim(claim_id) for claim_id in (pair.left_id, pair.right_id)]
    for view in views:
        say(cut(spoken(view), line_width()))
    for view, which in zip(views, ("first", "second"), strict=True):
        if view.status == "rejected":
            say(f"not asked about any more: the {which} claim is rejected")
    if settled is not None:
        say(_settled_words(settled))
        for event in settled.events:
            say(event_line(workspace, event))
    say(f"{pair.kind}, {pair.told_score:.0%} likely; in log-odds:")
    total = 0.0
    for evidence in pair.evidence:
        total += evidence.share
        say(cut(f"{evidence.share:+7.2f}  {evidence.signal}: {evidence.words}", line_width()))
    say(f"{total:+7.2f}  together")


def _settled_row(settled: Settled) -> dict[str, Any]:
    """The same for a program, the decisions with the fields of the export's."""
    from curator.export.row_making import decision_row

    known = {name: getattr(settled, name) for name in ("relation", "type", "inferred", "disputed")}
    return known | {"decisions": plain([decision_row(event) for event in settled.events])}


def _settled_words(settled: Settled) -> str:
    """That a pair is decided, as what, and whether by a decision on itself."""
    relation = f"{_RELATIONS[settled.relation]}{f' ({settled.type})' if settled.type else ''}"
    disputed = ", which is disputed" if settled.disputed else ""
    if settled.inferred:
        return f"settled as {relation}{disputed}; it follows from:"
    return f"decided: {relation}{disputed}:"


def _why_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("claims", nargs="+", metavar="CLAIM", help="one claim, or two that make a pair")
    takes_json(parser)


def _why(arguments: argparse.Namespace) -> int:
    with opened(arguments) as workspace:
        return explain(workspace, arguments.claims, json=arguments.json)


COMMANDS = (
    Command(
        name="why",
        group="Reading",
        summary="Say why a claim was found, or what speaks for and against a pair, signal by signal.",
        examples=("curator why 3f9c02a1", "curator why 3f9c02a1 77be01d4", "curator why 3f9c02a1 --json"),
        run=_why,
        arguments=_why_arguments,
        more="Of a claim: the rule that found it and where its parts stand. Of a pair: shares in log-odds\n"
        "that add up: 0 is even, +2.2 is nine to one, -2.2 one to nine. Where it is decided, or follows\n"
        "from decisions, these come first. `curator claims --why CLAIM` and `curator candidates --why\n"
        "CLAIM CLAIM` say the same.",
    ),
)
