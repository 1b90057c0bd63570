"""The words that explain: why a claim was found, and why a pair is proposed.

Never works a reason out: the workspace and `curator.review` give them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from curator.cli.command import Command, opened, takes_json
from curator.cli.ending import WELL, UsageError
from curator.cli.printing import cut, line_width, say, say_json
from curator.review.explaining import explained

if TYPE_CHECKING:
    from curator.models import Claim
    from curator.workspace import Workspace

_MOST_CLAIMS = 2


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
        claim = workspace.claim(ids[0]).claim
        text = workspace.article(claim.article_id).text
        for line in _claim_lines(claim, text):
            say(cut(line, line_width()))
    return WELL


def _claim_lines(claim: Claim, text: str) -> Iterator[str]:
    yield claim.text
    for part in explained(claim, text):
        yield f"{part.name:8}  {part.words}"


def _say_pair(workspace: Workspace, left: str, right: str, *, json: bool) -> None:
    pair = workspace.why(left, right)
    if json:
        say_json(pair)
        return
    for claim_id in (pair.left_id, pair.right_id):
        view = workspace.claim(claim_id)
        say(cut(f"{view.speaker}: {view.wording}" if view.speaker else view.wording, line_width()))
    say(f"{pair.kind}, {pair.score:.0%} likely; in log-odds:")
    total = 0.0
    for evidence in pair.evidence:
        total += evidence.share
        say(cut(f"{evidence.share:+7.2f}  {evidence.signal}: {evidence.words}", line_width()))
    say(f"{total:+7.2f}  together")


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
        "that add up: 0 is even, +2.2 is nine to one, -2.2 one to nine. `curator claims --why CLAIM` and\n"
        "`curator candidates --why CLAIM CLAIM` say the same.",
    ),
)
