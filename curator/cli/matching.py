"""The command that proposes pairs anew.

Never matches by itself: the workspace does.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from curator.cli.command import Command, count, opened, takes_json
from curator.cli.ending import SIGNAL_STATUS, WELL
from curator.cli.interruption import Interruption
from curator.cli.printing import complain, counted, say, say_json
from curator.cli.progress_bar import ProgressBar
from curator.models import CuratorError
from curator.review.figures import FEWEST_DRAWN, FEWEST_JUDGED

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from curator.review.figures import Unfound

_SECONDS_TO_CONNECT = 5


def _match_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--anew", action="store_true", help="match everything, not only what is new")
    weights = parser.add_mutually_exclusive_group()
    weights.add_argument("--learn", action="store_true", help="first learn from what was decided here")
    weights.add_argument("--shipped", action="store_true", help="go back to the weights that were shipped")
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--workers",
        type=count,
        default=0,
        metavar="N",
        help="processes for the heavy part of a large pile (else one for each core)",
    )
    where.add_argument("--dask", metavar="ADDRESS", help="the scheduler of a Dask cluster, for the same")
    takes_json(parser)


def _match(arguments: argparse.Namespace) -> int:
    learning = True if arguments.learn else False if arguments.shipped else None
    with (
        opened(arguments) as workspace,
        _executor(arguments) as executor,
        ProgressBar() as bar,
        Interruption(bar.erase) as interruption,
    ):
        report = workspace.match(
            anew=arguments.anew,
            learning=learning,
            executor=executor,
            progress=bar,
            cancelled=interruption,
        )
    if arguments.json:
        say_json({"candidates_added": report.candidates_added, "cancelled": report.cancelled})
    else:
        say(f"{counted(report.candidates_added, 'candidate pair')} new")
    if report.cancelled:
        complain("stopped: what was proposed is kept; the same command goes on from there")
        return SIGNAL_STATUS + (interruption.signal or 2)
    return WELL


def _learn_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--show", action="store_true", help="only show what each feature is worth, and was")
    what.add_argument("--off", action="store_true", help="go back to the shipped weights, and learn no more")
    takes_json(parser)


def _learn(arguments: argparse.Namespace) -> int:
    with opened(arguments) as workspace:
        changed = None
        if arguments.off:
            workspace.forget_learning()
        elif not arguments.show:
            changed = workspace.learn()
        learned = workspace.learned()
    if arguments.json:
        say_json(
            {"scored_anew": changed, **{name: getattr(learned, name) for name in ("version", "on")}}
            | {"weights": learned.weights}
        )
        return WELL
    if changed is not None:
        say(f"weights {learned.version}: {counted(changed, 'open proposal')} scored anew")
        return WELL
    say(f"weights {learned.version}; learning is {'on' if learned.on else 'off'}; worth in log-odds:")
    say(f"{'':36}{'same':>8}{'':>10}{'contradicts':>12}")
    for name, *worth in learned.weights:
        same, contradicts = (_worth(*worth[k : k + 2]) for k in (0, 2))
        say(f"{name:34}{same:>18}{contradicts:>18}")
    return WELL


def _worth(shipped: float, now: float) -> str:
    """A feature's worth, with what it was as shipped where that is another."""
    before, after = (f"{worth:+z.2f}" for worth in (shipped, now))
    if before == after:
        return "-" if shipped == now == 0 else after
    return f"{before} → {after}"


def _unfound(arguments: argparse.Namespace) -> int:
    with opened(arguments) as workspace:
        found = [workspace.unfound(kind) for kind in ("contradicts", "same")]
    if arguments.json:
        say_json(found)
        return WELL
    for unfound in found:
        say(_left(unfound))
    say("Counted are proposals that are open; pairs that were never proposed are not in it.")
    say("What is proposed as what goes by the weights as they are now: learning from answers changes it.")
    return WELL


def _left(unfound: Unfound) -> str:
    """What is known of one kind, in a line."""
    word = "contradictions" if unfound.kind == "contradicts" else "duplicates"
    lead = f"{word}: {unfound.found:,} found, {unfound.open:,} proposals open"
    if not unfound.open:
        return lead
    if unfound.judged < FEWEST_JUDGED:
        return f"{lead}; too few judged to say more ({unfound.judged} of at least {FEWEST_JUDGED})"
    basis = (
        f"from {unfound.drawn} pairs drawn at random"
        if unfound.by_lot
        else f"if judged and open pairs of like scores are alike; {unfound.drawn} of {FEWEST_DRAWN} needed "
        "were drawn at random"
    )
    return f"{lead}; {unfound.low:,} to {unfound.high:,} of these, likely {unfound.likely:,} (95 %, {basis})"


@contextmanager
def _executor(arguments: argparse.Namespace) -> Iterator[Executor | None]:
    """What carries the heavy part: nothing, processes here, or a Dask cluster."""
    if arguments.dask:
        try:
            from distributed import Client
        except ImportError:
            raise CuratorError(
                "--dask needs an extra: pipx install --force '.[dask]' in Curator's folder"
            ) from None
        try:
            client = Client(arguments.dask, timeout=_SECONDS_TO_CONNECT)  # type: ignore[no-untyped-call]
        except (OSError, ValueError):
            raise CuratorError(
                f"cannot reach the scheduler at {arguments.dask}; is `dask scheduler` running there?"
            ) from None
        with client:
            yield client.get_executor()  # type: ignore[no-untyped-call]
    elif arguments.workers:
        from curator.store.workers import processes

        with processes(min(arguments.workers, 4 * (os.cpu_count() or 1))) as executor:
            yield executor
    else:
        yield None


COMMANDS = (
    Command(
        name="match",
        group="Reviewing",
        summary="Propose pairs of claims anew, perhaps after learning from what was decided.",
        examples=("curator match", "curator match --learn", "curator match --anew --workers 4"),
        run=_match,
        arguments=_match_arguments,
        more="`curator add` proposes pairs for what it adds; this is for doing it again. Nothing that was\n"
        "proposed before is withdrawn, and what was dismissed stays dismissed.",
    ),
    Command(
        name="learn",
        group="Reviewing",
        summary="Refit the weights of proposals to what was decided, and score the best of them anew.",
        examples=("curator learn", "curator learn --show", "curator learn --off"),
        run=_learn,
        arguments=_learn_arguments,
        more="The screen does this by itself after every ten answers. What is not among the thousand best\n"
        "keeps its score until `curator match --anew`; in piles of more than 3,000 claims what the new\n"
        "weights would not propose keeps it then too. No proposal is withdrawn.",
    ),
    Command(
        name="unfound",
        group="Reviewing",
        summary="Estimate how many duplicates and contradictions are still among the open proposals.",
        examples=("curator unfound", "curator unfound --json"),
        run=_unfound,
        arguments=takes_json,
        more="In the queue of pairs now and then one is drawn at random. From twenty such answers on the\n"
        "estimate rests on them alone, with the likelihood interval of Wilks (1938); before, on all answers\n"
        "by their scores (post-stratified, Holt and Smith 1979).",
    ),
)
