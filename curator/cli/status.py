"""`curator status`: how far the review is, and where this reviewer stands.

Prints what the workspace counted; never counts anything itself.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from curator.cli.command import Command, opened, takes_json
from curator.cli.ending import WELL
from curator.cli.guarding import own_line
from curator.cli.printing import counted, cut, id_length, line_width, number, say, say_json

if TYPE_CHECKING:
    from curator.models import Progress
    from curator.review.figures import Unfound
    from curator.workspace import Workspace


def _status(arguments: argparse.Namespace) -> int:
    with opened(arguments) as workspace:
        progress = workspace.progress()
        if arguments.json:
            say_json(_status_document(workspace, progress))
            return WELL
        for line in _status_lines(workspace, progress):
            say(line)
    return WELL


def _status_document(workspace: Workspace, progress: Progress) -> dict[str, object]:
    from dataclasses import asdict

    session = workspace.session()
    counts = asdict(progress) | {"total": progress.total, "decided": progress.decided}
    return {
        "reviewer": workspace.reviewer,
        **counts,
        "claim_id": session.claim_id,
        "order": session.order,
        "filter": session.filter,
        "blind": workspace.guards.blind,
        "self_agreement": [asdict(own) | {"share": own.share} for own in workspace.self_agreement()],
        "open_pairs": {
            kind: {"proposed": pairs.open, "likely": pairs.likely}
            for kind, pairs in _open_pairs(workspace).items()
        },
    }


def _open_pairs(workspace: Workspace) -> dict[str, Unfound]:
    return {kind: workspace.unfound(kind) for kind in ("same", "contradicts")}


def _status_lines(workspace: Workspace, progress: Progress) -> Iterable[str]:
    share = f" ({progress.decided * 100 // progress.total} %)" if progress.total else ""
    yield (
        f"{cut(workspace.reviewer, 64)}: {number(progress.decided)} of {counted(progress.total, 'claim')}"
        f" decided{share} in {counted(progress.articles, 'article')}"
    )
    parts = [
        f"{number(progress.confirmed)} confirmed",
        f"{number(progress.rejected)} rejected",
        f"{number(progress.merged)} merged",
        f"{number(progress.disputed)} disputed",
        f"{number(progress.pending)} pending",
    ]
    yield (
        "claims: " + ", ".join(parts) + (f" ({number(progress.skipped)} put off)" if progress.skipped else "")
    )
    yield (
        f"pairs: {number(progress.same)} same, {number(progress.contradicts)} contradicting,"
        f" {number(progress.unrelated)} unrelated"
    )
    same, contradicts = _open_pairs(workspace).values()
    if same.open or contradicts.open:
        yield (
            f"open pairs: {number(same.open)} proposed as same{_likely(same)},"
            f" {number(contradicts.open)} as contradicting{_likely(contradicts)}"
        )
        if not progress.pending:
            yield "every claim is decided, but these pairs are not: press 2 in the review for them"
    for own in workspace.self_agreement():
        yield own_line(own)
    if workspace.guards.blind:
        yield "blind: claims are counted as you decided them, and what others said is hidden"
    if progress.minutes_left is not None and progress.pending:
        from curator.cli.progress_bar import duration

        yield f"about {duration(progress.minutes_left * 60)} left at your pace"
    session = workspace.session()
    if session.claim_id:
        where = f"you stand at claim {session.claim_id[: id_length(progress.total)]}, order {session.order}"
        yield cut(where + (f", filter {session.filter}" if session.filter else ""), line_width())


def _likely(pairs: Unfound) -> str:
    """How many of the open ones will be, once enough were judged to say so."""
    from curator.review.figures import FEWEST_JUDGED

    if pairs.judged < FEWEST_JUDGED:
        return ""
    return f" (about {number(pairs.likely)} will be: {number(pairs.low)} to {number(pairs.high)})"


COMMANDS = (
    Command(
        name="status",
        group="Reading",
        summary="Say how far the review is, and where this reviewer stands.",
        examples=("curator status", "curator status --reviewer ana --json"),
        run=_status,
        arguments=takes_json,
    ),
)
