"""The commands that decide on two claims at once, or on a claim and its cluster.

No rules here: what follows and what conflicts is for `curator.review`.
"""

from __future__ import annotations

import argparse

from curator.cli.command import Command
from curator.cli.deciding import decides, takes
from curator.models import CONTRADICTION_TYPES
from curator.review import decisions

_GROUP = "Deciding"


def _contradict_arguments(parser: argparse.ArgumentParser) -> None:
    takes("left", "right")(parser)
    parser.add_argument(
        "--type", choices=CONTRADICTION_TYPES, default="other", help="in what they differ (default: other)"
    )


COMMANDS = (
    Command(
        name="merge",
        group=_GROUP,
        summary="Say that two claims are the same; the canonical claim of INTO stands for both.",
        examples=("curator merge 3f9c02a1 81aa77d0",),
        run=decides(lambda w, a: [decisions.Merge(w.resolve(a.claim), w.resolve(a.into))]),
        arguments=takes("claim", "into"),
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
