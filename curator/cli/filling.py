"""The commands that bring articles in and open the review on them.

Never opens a file by itself: the workspace does.
"""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

from curator.cli.command import Command, opened, size, takes_guards, takes_json
from curator.cli.ending import FAILED, SIGNAL_STATUS, WELL, UsageError
from curator.cli.printing import complain, counted, cut, line_width, say, say_json

if TYPE_CHECKING:
    from curator.models import Failure
    from curator.workspace import AddReport, Workspace

_MAX_BYTES = 20_000_000


def _takes_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="files, folders, http(s) addresses, - for standard input, other curator databases",
    )
    parser.add_argument(
        "--max-bytes",
        type=size,
        default=_MAX_BYTES,
        metavar="SIZE",
        help="the most that one article may weigh (default: 20MB)",
    )


def columns(words: str) -> dict[str, str]:
    """The column map in "claim=Quote,speaker=Who"; a comma inside a name is written as \\,."""
    from curator.ingest.claims import COLUMNS

    meaning: dict[str, str] = {}
    for pair in re.split(r"(?<!\\),", words):
        name, equals, column = pair.replace("\\,", ",").partition("=")
        if not equals or name.strip() not in COLUMNS or not column.strip():
            raise argparse.ArgumentTypeError(
                f"{pair!r} is no NAME=COLUMN with a name of {', '.join(COLUMNS)}"
            )
        meaning[name.strip()] = column.strip()
    return meaning


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    _takes_paths(parser)
    parser.add_argument(
        "--claims",
        action="store_true",
        help="what is named holds claims and no articles (else told by content)",
    )
    parser.add_argument(
        "--columns",
        type=columns,
        default={},
        metavar="NAME=COLUMN,…",
        help="of a CSV of claims: which column means claim, article, speaker, kind, cue, start, end",
    )
    takes_json(parser)


def _add(arguments: argparse.Namespace) -> int:
    with opened(arguments, create=True) as workspace:
        report, interrupted = _fill(workspace, arguments)
    if arguments.json:
        say_json(report)
    else:
        _tell(report)
    return _status(report, interrupted)


def _fill(workspace: Workspace, arguments: argparse.Namespace) -> tuple[AddReport, int]:
    """Add what was named; gives the report and the signal that interrupted it, or 0."""
    from curator.cli.interruption import Interruption  # the screen is opened from here too, without these
    from curator.cli.progress_bar import ProgressBar

    with ProgressBar() as bar:

        def stopping() -> None:
            bar.erase()
            complain("stopping when what is begun is finished; Ctrl-C again stops at once")

        with Interruption(stopping) as interruption:
            meaning = getattr(arguments, "columns", {})
            report = workspace.add(
                arguments.paths,
                max_bytes=arguments.max_bytes,
                claims=getattr(arguments, "claims", False) or bool(meaning),
                columns=meaning,
                progress=bar,
                cancelled=interruption,
            )
    return report, interruption.signal or (2 if report.cancelled else 0)


def _status(report: AddReport, interrupted: int) -> int:
    if interrupted and report.cancelled:
        return SIGNAL_STATUS + interrupted
    return FAILED if report.failures else WELL


def _tell(report: AddReport) -> None:
    for failure in report.failures:
        complain(_failure_line(failure))
    say(_summary(report))
    if report.cancelled:
        complain("stopped: what is counted here is kept; the same command goes on from there")


def _failure_line(failure: Failure) -> str:
    source = cut(failure.source, line_width()) or "''"
    return f"not added: {source}: {cut(failure.reason, line_width())}"


def _summary(report: AddReport) -> str:
    parts = [f"{counted(report.articles_added, 'article')} added"]
    if report.articles_known:
        parts.append(f"{report.articles_known:,} known before")
    if missing := len(report.failures) - report.failures_of_set_aside:
        parts.append(f"{missing:,} not added")
    known = f" ({report.claims_known:,} known before)" if report.claims_known else ""
    parts.append(counted(report.claims_added, "claim") + known)
    if report.claims_ungrounded:
        parts.append(f"{report.claims_ungrounded:,} of them not in the article's words")
    if report.set_aside:
        parts.append(f"{report.set_aside:,} set aside")
    parts.append(counted(report.candidates_added, "candidate pair"))
    if report.events_added:
        parts.append(f"{counted(report.events_added, 'decision')} from another database")
    return ", ".join(parts)


def _review(arguments: argparse.Namespace) -> int:
    from curator.tui.app import obstacle, run

    if trouble := obstacle():
        raise UsageError(trouble)
    if arguments.saved is not None:
        _show_only(arguments)
    return run(arguments.db, arguments.reviewer, create=False, blind=arguments.blind, repeat=arguments.repeat)


def _show_only(arguments: argparse.Namespace) -> None:
    """Let the session show what fits a saved filter, from the first claim to decide on."""
    from dataclasses import replace

    with opened(arguments) as workspace:
        session = workspace.session()
        words = workspace.saved_filter(arguments.saved)
        if words != session.filter:
            workspace.save_session(replace(session, filter=words, claim_id=""))


def _review_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--filter", dest="saved", metavar="NAME", help="show only what fits a saved filter")
    takes_guards(parser)


def _open(arguments: argparse.Namespace) -> int:
    """Review, and add behind the screen what is new: the first claims are there at once."""
    from curator.tui.app import obstacle, run

    if trouble := obstacle():
        raise UsageError(trouble)
    return run(
        arguments.db,
        arguments.reviewer,
        arguments.paths,
        max_bytes=arguments.max_bytes,
        added=_added_behind,
        blind=arguments.blind,
        repeat=arguments.repeat,
    )


def _added_behind(report: AddReport) -> int:
    """Say on the shell's own screen what did not go in; the exit status."""
    for failure in report.failures:
        complain(_failure_line(failure))
    if report.cancelled:
        complain(f"{_summary(report)}; the same command goes on from there")
    return FAILED if report.failures else WELL


def _open_arguments(parser: argparse.ArgumentParser) -> None:
    _takes_paths(parser)
    takes_guards(parser)


OPEN = Command(
    name="",
    group="Reviewing",
    summary="Add what is new in files, folders and addresses, then open the review.",
    examples=("curator seeds/", "curator --db syria.db articles.csv https://example.org/story"),
    run=_open,
    arguments=_open_arguments,
)

REVIEW = Command(
    name="review",
    group="Reviewing",
    summary="Open the review where this reviewer left off.",
    examples=("curator review", "curator review --reviewer ana", "curator review --blind --repeat 5"),
    run=_review,
    arguments=_review_arguments,
)

COMMANDS = (
    Command(
        name="add",
        group="Reviewing",
        summary="Add articles from files, folders, web addresses, standard input, other curator databases.",
        examples=(
            "curator add seeds/",
            "curator add story.html articles.csv https://example.org/story",
            "curator add ana.db",
            "curator add annotations.jsonl",
            "curator add quotes.csv --columns claim=Quote,speaker=Who,article=Link",
            "cat story.txt | curator add -",
        ),
        more="Files: .txt .md .html .pdf, and .csv .jsonl .json with many articles. The same text twice is\n"
        "one article. What cannot be read is listed with the reason, the rest goes in, and the exit\n"
        "status is 1. Ctrl-C keeps what is finished (exit status 130).\n"
        "A row of .csv, .jsonl or .json is an article: text, and if known title, publisher, published, url,\n"
        "or what others call them (body, content, full_text; headline, outlet, date, link …).\n"
        "\n"
        "Claims from elsewhere: Curator's own claims.jsonl, and files of Prodigy, langextract and Label\n"
        "Studio are known by their content; a table of claims needs --claims, or --columns to say which\n"
        "column is which. Each claim is looked for in the article's own words. What is wrong is set aside\n"
        "in a file beside the one named, to be corrected and added again.",
        run=_add,
        arguments=_add_arguments,
    ),
    REVIEW,
)
