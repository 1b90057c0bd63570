"""The commands that decide without the screen: one verb each, the same words as the keys.

Here those on single claims and what all of them share; `pairing` and `editing` have the others. Never keeps
a rule: what a decision does is for `curator.review`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from curator.cli.command import Command, opened, takes_json
from curator.cli.ending import WELL
from curator.cli.filtering import named_or_fitting, preview, takes_claims_or_filter
from curator.cli.printing import counted, cut, line_width, say, say_json
from curator.cli.progress_bar import ProgressBar
from curator.review import decisions

if TYPE_CHECKING:
    from curator.review.decisions import Decision
    from curator.review.together import Verb
    from curator.workspace import Outcome, Workspace

_GROUP = "Deciding"


def tell(outcome: Outcome, *, as_json: bool) -> int:
    """Say what was decided, and what follows from it."""
    if as_json:
        say_json(
            {
                "event_id": outcome.event.event_id,
                "kind": outcome.event.kind,
                "claim_id": outcome.claim_id,
                "said": outcome.said,
                "settled": outcome.settled,
            }
        )
        return WELL
    say(f"{cut(outcome.said, line_width())}{_follows(outcome)}")
    return WELL


def _follows(outcome: Outcome) -> str:
    """What else a decision comes to, "" where nothing does."""
    if not outcome.settled:
        return ""
    if outcome.event.kind in ("reject", "adjudicate"):
        fall = "falls" if outcome.settled == 1 else "fall"
        return f"; {counted(outcome.settled, 'proposal')} with it {fall} away"
    return f"; settles {counted(outcome.settled, 'more pair')}"


def decides(make: Callable[[Workspace, argparse.Namespace], Iterable[Decision]]) -> Callable[..., int]:
    """The function that runs a verb: all it was given is decided, or nothing."""

    def run(arguments: argparse.Namespace) -> int:
        with opened(arguments) as workspace:
            wanted = tuple(make(workspace, arguments))
            outcome = decide_all(workspace, wanted)
        return tell(outcome, as_json=arguments.json)

    return run


def _decides_many(verb: Verb, make: Callable[[str, str], Decision]) -> Callable[..., int]:
    """The function that runs a verb on claims that are named, or on all that fit a filter."""

    def run(arguments: argparse.Namespace) -> int:
        reason = getattr(arguments, "reason", "")
        with opened(arguments) as workspace:
            plan = named_or_fitting(workspace, arguments, verb, reason)
            if plan is not None and not arguments.yes:
                return preview(plan)
            wanted = (
                plan.decisions
                if plan
                else tuple(make(workspace.resolve(claim), reason) for claim in arguments.claims)
            )
            outcome = decide_all(workspace, wanted)
        return tell(outcome, as_json=arguments.json)

    return run


def decide_all(workspace: Workspace, wanted: Sequence[Decision]) -> Outcome:
    """Decide all of it or nothing; of many it is told on the way how far it is."""
    if len(wanted) == 1:
        return workspace.decide(wanted[0])
    with ProgressBar() as bar:
        return workspace.decide_all(wanted, progress=bar)


def _takes_many(parser: argparse.ArgumentParser) -> None:
    takes_claims_or_filter(parser)
    takes_json(parser)


def takes(*names: str) -> Callable[[argparse.ArgumentParser], None]:
    """The claims that a verb takes, each by the start of its id."""

    def arguments(parser: argparse.ArgumentParser) -> None:
        for name in names:
            parser.add_argument(name, metavar=name.upper(), help="a claim, by the start of its id")
        takes_json(parser)

    return arguments


def _reject_arguments(parser: argparse.ArgumentParser) -> None:
    _takes_many(parser)
    parser.add_argument("--reason", default="", metavar="WORDS", help="why the article does not make it")


def _adjudicate_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("claim", metavar="CLAIM", help="a disputed claim, by the start of its id")
    parser.add_argument("verdict", choices=("confirmed", "rejected"), help="what it is from now on")
    takes_json(parser)


def _undo(arguments: argparse.Namespace) -> int:
    with opened(arguments) as workspace:
        event = workspace.resolve(arguments.event, "event") if arguments.event else None
        return tell(workspace.undo(event), as_json=arguments.json)


def _undo_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "event", nargs="?", metavar="EVENT", help="a decision by the start of its id (see log)"
    )
    takes_json(parser)


def _redo(arguments: argparse.Namespace) -> int:
    with opened(arguments) as workspace:
        return tell(workspace.redo(), as_json=arguments.json)


COMMANDS = (
    Command(
        name="confirm",
        group=_GROUP,
        summary="Confirm claims: the article really makes them (which never means that they are true).",
        examples=(
            "curator confirm 3f9c02a1",
            "curator confirm 3f9c 81aa 09d2",
            'curator confirm --where "status:pending speaker:Kalin"',
            "curator confirm --filter kalin --yes",
        ),
        more="Several claims are confirmed together or not at all, and one undo takes them all back. Of a\n"
        "filter it is only told what would be decided (exit status 1), until --yes decides it.",
        run=_decides_many("confirm", lambda claim, _: decisions.Confirm(claim)),
        arguments=_takes_many,
    ),
    Command(
        name="reject",
        group=_GROUP,
        summary="Reject claims: the article does not make them, or they are no claims.",
        examples=("curator reject 3f9c02a1", 'curator reject 3f9c02a1 --reason "a headline"'),
        run=_decides_many("reject", decisions.Reject),
        arguments=_reject_arguments,
    ),
    Command(
        name="skip",
        group=_GROUP,
        summary="Put claims off: they stay pending and come back after the others.",
        examples=("curator skip 3f9c02a1",),
        run=_decides_many("skip", lambda claim, _: decisions.Skip(claim)),
        arguments=_takes_many,
    ),
)

SETTLING = (
    Command(
        name="adjudicate",
        group=_GROUP,
        summary="Settle a claim on which reviewers differ.",
        examples=("curator adjudicate 3f9c02a1 confirmed",),
        run=decides(lambda w, a: [decisions.Adjudicate(w.resolve(a.claim), a.verdict)]),
        arguments=_adjudicate_arguments,
    ),
    Command(
        name="undo",
        group=_GROUP,
        summary="Take back this reviewer's last decision, or the one named.",
        examples=("curator undo", "curator undo 5be07c"),
        run=_undo,
        arguments=_undo_arguments,
        more="There is no end to it, and nothing is lost: an undo is a decision too, which redo takes back.",
    ),
    Command(
        name="redo",
        group=_GROUP,
        summary="Bring back what the last undo took, unless something was decided since.",
        examples=("curator redo",),
        run=_redo,
        arguments=takes_json,
    ),
)
