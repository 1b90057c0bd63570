"""The commands that decide on two claims at once, or on a claim and its cluster.

A pair is one judgement, so only joining takes many claims or a filter. No rules here: what follows and what
conflicts is for `curator.review`.
"""

from __future__ import annotations

import argparse

from curator.cli.command import Command, opened, takes_json
from curator.cli.deciding import decide_all, decides, takes, tell
from curator.cli.ending import UsageError
from curator.cli.filtering import named_or_fitting, preview, takes_claims_or_filter
from curator.models import CONTRADICTION_TYPES
from curator.review import decisions

_GROUP = "Deciding"


def _merge(arguments: argparse.Namespace) -> int:
    named = len(arguments.claims) + (arguments.into is not None)
    if arguments.claims and named < 2:
        raise UsageError("name two claims or more: the last is the one that the others are merged into")
    with opened(arguments) as workspace:
        into = workspace.resolve(arguments.into) if arguments.into else ""
        plan = named_or_fitting(workspace, arguments, "merge", into=into)
        if plan is None:
            claims = [workspace.resolve(claim) for claim in arguments.claims]
            target = into or claims.pop()
            outcome = decide_all(workspace, [decisions.Merge(claim, target) for claim in claims])
        elif arguments.yes:
            outcome = decide_all(workspace, plan.decisions)
        else:
            return preview(plan)
    return tell(outcome, as_json=arguments.json)


def _merge_arguments(parser: argparse.ArgumentParser) -> None:
    takes_claims_or_filter(parser)
    parser.add_argument(
        "--into",
        metavar="CLAIM",
        help="the claim to merge into (default: the last one, of a filter the first)",
    )
    takes_json(parser)


def _contradict_arguments(parser: argparse.ArgumentParser) -> None:
    takes("left", "right")(parser)
    parser.add_argument(
        "--type", choices=CONTRADICTION_TYPES, default="other", help="in what they differ (default: other)"
    )


COMMANDS = (
    Command(
        name="merge",
        group=_GROUP,
        summary="Say that claims are the same; the canonical claim of the last one stands for all.",
        examples=(
            "curator merge 3f9c02a1 81aa77d0",
            "curator merge 3f9c 09d2 81aa77d0",
            'curator merge --where "speaker:Kalin prominent" --into 81aa77d0',
        ),
        more="Several claims are merged together or not at all, and one undo takes them all apart. Of a\n"
        "filter it is only told what would be merged (exit status 1), until --yes does it.",
        run=_merge,
        arguments=_merge_arguments,
    ),
    Command(
        name="contradict",
        group=_GROUP,
        summary="Say that two claims cannot both hold.",
        examples=("curator contradict 3f9c02a1 81aa77d0 --type number",),
        run=decides(lambda w, a: [decisions.Contradict(w.resolve(a.left), w.resolve(a.right), a.type)]),
        arguments=_contradict_arguments,
    ),
    Command(
        name="dismiss",
        group=_GROUP,
        summary="Say that two claims have nothing to do with each other: the pair is never proposed again.",
        examples=("curator dismiss 3f9c02a1 81aa77d0",),
        run=decides(lambda w, a: [decisions.Dismiss(w.resolve(a.left), w.resolve(a.right))]),
        arguments=takes("left", "right"),
    ),
    Command(
        name="split",
        group=_GROUP,
        summary="Take a claim out of its cluster.",
        examples=("curator split 3f9c02a1",),
        run=decides(lambda w, a: [decisions.Split(w.resolve(a.claim))]),
        arguments=takes("claim"),
    ),
    Command(
        name="canonical",
        group=_GROUP,
        summary="Let a claim stand for its cluster.",
        examples=("curator canonical 3f9c02a1",),
        run=decides(lambda w, a: [decisions.Canonical(w.resolve(a.claim))]),
        arguments=takes("claim"),
    ),
)
