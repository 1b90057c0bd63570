"""The commands that read: articles, claims, candidates, the log; `status` has a module of its own.

Never changes anything.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from curator.cli import status
from curator.cli.command import Command, count, opened, takes_json_rows
from curator.cli.ending import WELL, UsageError
from curator.cli.explaining import explain
from curator.cli.filtering import filtered, takes_filter
from curator.cli.guarding import list_blind, pair_lines
from curator.cli.printing import complain, cut, id_length, line_width, say, say_rows
from curator.telling import spoken
from curator.titles import headline

if TYPE_CHECKING:
    from curator.models import Candidate, ClaimView
    from curator.workspace import ArticleSummary, Workspace

_SIGNS = {"pending": "?", "confirmed": "✓", "rejected": "✗", "merged": "=", "disputed": "!"}
_MOST_EVENTS = 50


def _articles(arguments: argparse.Namespace) -> int:
    with opened(arguments) as workspace:
        if arguments.json or arguments.jsonl:
            from curator.export.row_making import article_row

            rows = (article_row(workspace.article(summary.id)) for summary in workspace.articles())
            say_rows(rows, lines=arguments.jsonl)
            return WELL
        digits = id_length(workspace.progress().articles)
        for summary in workspace.articles():
            say(_article_line(summary, digits))
    return WELL


def _article_line(summary: ArticleSummary, digits: int) -> str:
    name = headline(summary.title, summary.opening)
    decided = f"{summary.claims - summary.pending:,}/{summary.claims:,}"
    start = f"{summary.id[:digits]}  {summary.published[:10]:10}  {decided:>9}  "
    words = f"{summary.publisher}: {name}" if summary.publisher else name
    return start + cut(words, line_width() - len(start))


def _claims_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "filter", nargs="*", metavar="FILTER", help="such as status:pending speaker:Kalin troops"
    )
    takes_filter(parser)
    parser.add_argument("--order", default="article", metavar="ORDER", help=_orders())
    parser.add_argument("--limit", type=count, metavar="N", help="the first N only")
    parser.add_argument(
        "--why", metavar="CLAIM", help="say why this claim was found, and where its parts stand"
    )
    takes_json_rows(parser)


def _orders() -> str:
    from curator.review.queue import ORDERS

    return "; ".join(f"{name}: {meaning}" for name, meaning in ORDERS.items())


def _claims(arguments: argparse.Namespace) -> int:
    with opened(arguments) as workspace:
        if arguments.why:
            return explain(workspace, [arguments.why], json=arguments.json or arguments.jsonl)
        words = filtered(workspace, arguments.saved, " ".join(arguments.filter))
        views = islice(workspace.claims(words, arguments.order), arguments.limit)
        if arguments.json or arguments.jsonl:
            from curator.export.row_making import claim_row

            text_of = lru_cache(maxsize=64)(lambda article_id: workspace.article(article_id).text)
            say_rows((claim_row(v, text_of(v.claim.article_id)) for v in views), lines=arguments.jsonl)
            return WELL
        digits = id_length(workspace.progress().total)
        for view in views:
            say(_claim_line(view, digits))
    return WELL


def _claim_line(view: ClaimView, digits: int) -> str:
    start = f"{view.claim.id[:digits]}  {_SIGNS[view.status]} {view.status:9}  {view.claim.kind:10}  "
    return start + cut(spoken(view), line_width() - len(start))


def _candidates_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("claim", nargs="?", metavar="CLAIM", help="only those of this claim")
    parser.add_argument("--kind", choices=("same", "contradicts"), help="only this kind")
    parser.add_argument("--limit", type=count, metavar="N", help="the N likeliest only")
    parser.add_argument(
        "--why", nargs=2, metavar="CLAIM", help="say what speaks for and against this pair, signal by signal"
    )
    takes_json_rows(parser)


def _candidates(arguments: argparse.Namespace) -> int:
    with opened(arguments) as workspace:
        if arguments.why:
            return explain(workspace, arguments.why, json=arguments.json or arguments.jsonl)
        claim = workspace.resolve(arguments.claim) if arguments.claim else ""
        as_it_is = not (arguments.kind or arguments.json or arguments.jsonl)
        if workspace.guards.blind and as_it_is:
            list_blind(workspace, claim, arguments.limit)
            return WELL
        found = workspace.candidates(kind=arguments.kind, claim_id=claim, limit=arguments.limit)
        if arguments.json or arguments.jsonl:
            say_rows(found, lines=arguments.jsonl)
            return WELL
        digits = id_length(workspace.progress().total)
        for candidate in found:
            for line in _candidate_lines(workspace, candidate, digits):
                say(line)
    return WELL


def _candidate_lines(workspace: Workspace, candidate: Candidate, digits: int) -> Iterator[str]:
    sign = "≠ contradicts" if candidate.kind == "contradicts" else "= same"
    reasons = "; ".join(f"{'− ' if each.share < 0 else ''}{each.words}" for each in candidate.evidence)
    yield cut(f"{candidate.told_score:.2f}  {sign}: {reasons}", line_width())
    yield from pair_lines(workspace, (candidate.left_id, candidate.right_id), digits)


def _log_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("claim", nargs="?", metavar="CLAIM", help="only decisions on this claim")
    parser.add_argument("--by", metavar="NAME", default="", help="only decisions of this reviewer")
    limits = parser.add_mutually_exclusive_group()
    limits.add_argument("--limit", type=count, metavar="N", help=f"the last N (default: {_MOST_EVENTS})")
    limits.add_argument("--all", action="store_true", help="all of them")
    takes_json_rows(parser)


def _log(arguments: argparse.Namespace) -> int:
    if "@" in arguments.by:
        raise UsageError("--by takes a reviewer's name, without the installation behind its @")
    with opened(arguments) as workspace:
        claim = workspace.resolve(arguments.claim) if arguments.claim else ""
        as_rows = arguments.json or arguments.jsonl
        limit = None if arguments.all else arguments.limit or (None if as_rows else _MOST_EVENTS)
        events = workspace.log(claim_id=claim, reviewer=arguments.by, limit=limit and limit + 1)
        if as_rows:
            from curator.export.row_making import decision_row

            say_rows(map(decision_row, islice(events, limit)), lines=arguments.jsonl)
            return WELL
        from curator.cli.history import event_line

        for event in islice(events, limit):
            say(event_line(workspace, event))
        if next(events, None) is not None:
            complain("there are older ones: --limit N or --all shows them")
    return WELL


COMMANDS = (
    Command(
        name="articles",
        group="Reading",
        summary="List the articles: id, date, claims decided of all, publisher and title.",
        examples=("curator articles", "curator articles --json | jq '.[].title'"),
        run=_articles,
        arguments=takes_json_rows,
        more="--json gives the fields of the export's articles, with the text.",
    ),
    Command(
        name="claims",
        group="Reading",
        summary="List claims: id, status, kind, speaker and wording.",
        examples=(
            "curator claims",
            "curator claims status:pending speaker:Kalin",
            "curator claims --filter kalin",
            "curator claims troops --order contradictions --limit 20",
            "curator claims --jsonl status:confirmed > confirmed.jsonl",
        ),
        run=_claims,
        arguments=_claims_arguments,
        more="FILTER: words to find, and status:, kind:, speaker:, outlet:, article:, reviewer:,\n"
        "date: (2017-06, >=2017, 2017-06..2017-08), has:, disputed, stale, skipped, is:ungrounded (words\n"
        "that are not in the article); a minus turns one round (status:pending -kind:quote).\n"
        "--json gives the fields of the export's claims.",
    ),
    Command(
        name="candidates",
        group="Reading",
        summary="List the proposed pairs that nobody decided yet, the surest first, with their evidence.",
        examples=("curator candidates", "curator candidates --kind contradicts --limit 10 --json"),
        run=_candidates,
        arguments=_candidates_arguments,
        more="--json gives left_id, right_id, kind (same or contradicts), score (0 to 1) and evidence: for\n"
        "each signal its name, its share in the score and its words. In the list, − is before what speaks\n"
        "against it.",
    ),
    *status.COMMANDS,
    Command(
        name="log",
        group="Reading",
        summary="List the decisions, the newest first: id, when, who, what, before -> after.",
        examples=("curator log", "curator log --by ana --limit 10", "curator log 3f9c02a1 --json"),
        run=_log,
        arguments=_log_arguments,
        more="--json gives the fields of the export's decisions, of all of them unless --limit says less.",
    ),
)
