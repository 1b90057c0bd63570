"""The commands that hand on: write the dataset or the report, check that everything adds up.

Never writes a file by itself: the workspace does.
"""

from __future__ import annotations

import argparse

from curator.cli.command import Command, opened, takes_json
from curator.cli.ending import FAILED, SIGNAL_STATUS, WELL, UsageError
from curator.cli.interruption import Interruption
from curator.cli.printing import complain, counted, cut, line_width, say, say_json
from curator.cli.progress_bar import ProgressBar
from curator.text import visible_line


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    from curator.export import DEFAULT_FORMATS, formats

    parser.add_argument("folder", metavar="DIR", help="where to write; made when it is not there")
    parser.add_argument("--force", action="store_true", help="write even when other files are in DIR")
    parser.add_argument(
        "--format",
        action="append",
        default=[],
        metavar="NAME",
        help="a further format beside the data package; may be given more than once",
    )
    takes_json(parser)
    further = [format for name, format in formats().items() if name not in DEFAULT_FORMATS]
    listed = "\n".join(f"  {format.name:<15} {format.words}" for format in further)
    parser.description = f"{parser.description}\n\nFurther formats:\n{listed}"


def _place(where: str) -> str:
    """Where to write, which is no standard output; raises UsageError."""
    if where == "-":
        raise UsageError("it is written to a path, not to standard output; name one, or ./- for that name")
    return where


def _formats(wanted: list[str]) -> list[str]:
    """Formats that there are; raises UsageError for any other."""
    from curator.export import DEFAULT_FORMATS, formats

    further = [name for name in formats() if name not in DEFAULT_FORMATS]
    for name in wanted:
        if name not in formats():
            raise UsageError(
                f"there is no export format {visible_line(repr(name))}: CSV is always written, and beside "
                f"it, where named, {', '.join(further)}"
            )
    return wanted


def _export(arguments: argparse.Namespace) -> int:
    from curator.progress import Stopped

    with opened(arguments) as workspace, ProgressBar() as bar, Interruption() as interruption:
        try:
            report = workspace.export(
                _place(arguments.folder),
                force=arguments.force,
                formats=_formats(arguments.format),
                progress=bar,
                cancelled=interruption,
            )
        except Stopped as stopped:
            bar.erase()
            complain(str(stopped))
            return SIGNAL_STATUS + interruption.signal
    if arguments.json:
        say_json({"folder": str(report.folder), "rows": dict(report.rows)})
        return WELL
    for name, rows in report.rows:
        size = "" if name == "datapackage.json" else counted(rows, "row")  # which describes the others
        say(f"{size:>14}  {cut(name, 80)}")
    say(f"written to {cut(str(report.folder), line_width())}")
    return WELL


def _report_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="OUT.html", help="the page to write")
    parser.add_argument("--title", default="", metavar="WORDS", help="what stands at its top")
    parser.add_argument("--force", action="store_true", help="replace OUT.html even when it is no report")
    takes_json(parser)


def _report(arguments: argparse.Namespace) -> int:
    from curator.progress import Stopped

    with opened(arguments) as workspace, ProgressBar() as bar, Interruption() as interruption:
        try:
            report = workspace.report(
                _place(arguments.file),
                title=arguments.title,
                force=arguments.force,
                progress=bar,
                cancelled=interruption,
            )
        except Stopped as stopped:
            bar.erase()
            complain(str(stopped))
            return SIGNAL_STATUS + interruption.signal
    if arguments.json:
        left_out = dict(report.left_out)
        say_json({"path": str(report.path), "bytes": report.bytes, "left_out": left_out})
        return WELL
    for what, how_many in report.left_out:
        say(f"too much for one page: {how_many:,} more {what} are in the exported dataset alone")
    say(f"written to {cut(str(report.path), line_width())}")
    return WELL


def _verify_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--against", metavar="HEADS", help="the heads.json of an earlier export")
    takes_json(parser)


def _verify(arguments: argparse.Namespace) -> int:
    with opened(arguments) as workspace:
        report = workspace.verify(arguments.against)
    status = FAILED if report.findings else WELL
    if arguments.json:
        say_json(report)
        return status
    for checked in report.checked:
        say(cut(checked, line_width()))
    for finding in report.findings:
        say(f"WRONG  {cut(finding.where, line_width())}: {cut(finding.what, line_width())}")
    say(f"{counted(len(report.findings), 'thing')} wrong" if report.findings else "all is well")
    return status


COMMANDS = (
    Command(
        name="export",
        group="Handing on",
        summary="Write articles, claims, relations and decisions as a Frictionless Data Package.",
        examples=("curator export dataset/", "curator export dataset/ --format nli --format web_annotation"),
        more="It is written whole or not at all, and the same database gives the same bytes. A folder with\n"
        "other people's files in it is not touched without --force.",
        run=_export,
        arguments=_export_arguments,
    ),
    Command(
        name="report",
        group="Handing on",
        summary="Write one web page for people: who says what, what contradicts what, who decided it.",
        examples=("curator report report.html", 'curator report report.html --title "Idlib, June 2017"'),
        more="It needs no network and no script, reads on a phone and on paper, and the same database gives\n"
        "the same bytes. A file that is no earlier report is not replaced without --force.",
        run=_report,
        arguments=_report_arguments,
    ),
    Command(
        name="verify",
        group="Handing on",
        summary="Check the decisions' hash chains, what was made of them, and every claim's place.",
        examples=("curator verify", "curator verify --against dataset/heads.json"),
        more="The exit status is 1 if anything is wrong. A hash chain shows edits and gaps; that its end\n"
        "was cut off or all of it rewritten shows only --against the heads of an earlier export.",
        run=_verify,
        arguments=_verify_arguments,
    ),
)
