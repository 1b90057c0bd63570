"""The words that explain: why a claim was found, and why a pair is proposed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from curator.cli.command import WELL, Command, UsageError, opened, takes_json
from curator.cli.printing import cut, line_width, say, say_json

if TYPE_CHECKING:
    from curator.models import Claim, Span
    from curator.workspace import Workspace

_MOST_CLAIMS = 2


def explain(workspace: Workspace, claims: list[str], *, json: bool = False) -> int:
    """Say why one claim was found, or what speaks for and against two."""
    if len(claims) > _MOST_CLAIMS:
        raise UsageError(f"{len(claims)} claims; name one, or two that make a pair")
    ids = [workspace.resolve(claim) for claim in claims]
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
    yield f"kind      {claim.kind}, characters {claim.start}-{claim.end} of article {claim.article_id[:8]}"
    yield f"found by  {claim.extractor} {claim.extractor_version}: {claim.rule or 'no rule is recorded'}"
    yield f"speaker   {_part(claim.speaker, claim.speaker_span, text)}"
    yield f"cue       {_part(claim.cue, claim.cue_span, text)}" + (
        f", which {claim.cue_class}" if claim.cue_class else ""
    )
    yield f"said as   {', '.join(filter(None, (claim.polarity, claim.modality, claim.tense)))}"
    for quantity in claim.quantities:
        words = text[quantity.span.start : quantity.span.end]
        yield f"number    “{words}”: {quantity.bound} {quantity.value:g} {quantity.unit}".rstrip()
    for name, values in (("times", claim.times), ("places", claim.places), ("parties", claim.parties)):
        if values:
            yield f"{name:8}  {', '.join(values)}"
    if not claim.grounded:
        yield "ungrounded: its words were not found in the article"


def _part(name: str, span: Span | None, text: str) -> str:
    if span is None:
        return name or "none"
    words = text[span.start : span.end]
    return f"{name}, “{words}” at {span.start}-{span.end}" if words != name else f"“{words}” at {span.start}"


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
