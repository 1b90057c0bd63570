"""Filters on the command line: saved ones by their names, and deciding on all claims that fit one.

Never decides what fits a filter before `--yes` says so.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from curator.cli.command import Command, opened, takes_json_rows
from curator.cli.ending import FAILED, WELL, UsageError
from curator.cli.printing import complain, counted, cut, line_width, say, say_rows

if TYPE_CHECKING:
    from curator.review.together import Plan, Verb
    from curator.workspace import Workspace


def takes_filter(parser: argparse.ArgumentParser) -> None:
    """Give a command `--filter NAME`."""
    parser.add_argument(
        "--filter", dest="saved", metavar="NAME", help="a saved filter (see `curator filters`)"
    )


def filtered(workspace: Workspace, saved: str | None, words: str = "") -> str:
    """The words of a saved filter together with others."""
    return f"{workspace.saved_filter(saved)} {words}".strip() if saved else words


def takes_claims_or_filter(parser: argparse.ArgumentParser) -> None:
    """Give a verb its claims by their ids, or all that fit a filter."""
    parser.add_argument("claims", nargs="*", metavar="CLAIM", help="claims, by the start of their ids")
    takes_filter(parser)
    parser.add_argument(
        "--where", metavar="FILTER", help='all claims that fit, such as "status:pending speaker:Kalin"'
    )
    parser.add_argument("--yes", action="store_true", help="decide all that fit; else they are only counted")


def named_or_fitting(
    workspace: Workspace, arguments: argparse.Namespace, verb: Verb, reason: str = "", into: str = ""
) -> Plan | None:
    """What a verb does to all that fit a filter; None where claims are named one by one.

    `into`: the claim that others are merged into, else the first that fits.
    """
    fitting = arguments.saved is not None or arguments.where is not None
    if bool(arguments.claims) == fitting:
        raise UsageError(f"name claims to {verb}, or give --where FILTER or --filter NAME")
    if not fitting:
        return None
    words = filtered(workspace, arguments.saved, arguments.where or "")
    return workspace.planned(verb, filter=words, reason=reason, into=into)


def preview(plan: Plan) -> int:
    """Tell what would be decided, and how to do it."""
    say(str(plan))
    complain("nothing is decided yet: the same with --yes decides it")
    return FAILED


def _filters(arguments: argparse.Namespace) -> int:
    with opened(arguments) as workspace:
        if arguments.save is not None:
            if not arguments.words:
                raise UsageError("say which claims the filter keeps, such as status:pending speaker:Kalin")
            saved = workspace.save_filter(arguments.save, " ".join(arguments.words))
            count = workspace.count(saved.words)
            many = "1,000 claims or more fit" if count >= 1000 else f"{counted(count, 'claim')} fit now"
            say(f"saved {saved.name}: {cut(saved.words, line_width())}; {many}")
            return WELL
        if arguments.words:
            raise UsageError("give the filter a name: curator filters --save NAME FILTER")
        if arguments.forget is not None:
            workspace.forget_filter(arguments.forget)
            say(f"forgotten: {arguments.forget}")
            return WELL
        filters = workspace.saved_filters()
        if arguments.json or arguments.jsonl:
            say_rows(({"name": each.name, "filter": each.words} for each in filters), lines=arguments.jsonl)
            return WELL
        for each in filters:
            say(f"{each.name}: {cut(each.words, line_width())}")
        if not filters:
            complain("no filter is saved yet: curator filters --save NAME FILTER")
    return WELL


def _filters_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words", nargs="*", metavar="FILTER", help="what --save keeps, as in `curator claims`"
    )
    changes = parser.add_mutually_exclusive_group()
    changes.add_argument("--save", metavar="NAME", help="keep FILTER by this name")
    changes.add_argument("--forget", metavar="NAME", help="keep the filter of this name no longer")
    takes_json_rows(parser)


COMMANDS = (
    Command(
        name="filters",
        group="Reading",
        summary="List this reviewer's saved filters, save one, or forget one.",
        examples=(
            "curator filters",
            "curator filters --save kalin status:pending speaker:Kalin",
            "curator filters --forget kalin",
        ),
        more="A saved filter is the same on the screen, where f lists them: review --filter NAME opens\n"
        "with one, and claims, confirm, reject, skip and merge take it too.",
        run=_filters,
        arguments=_filters_arguments,
    ),
)
