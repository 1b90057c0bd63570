"""The command that extracts again, by Curator's own extractor or by a language model as a guest.

Never extracts by itself: the workspace does.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from curator.cli.command import Command, opened, takes_json
from curator.cli.ending import FAILED, SIGNAL_STATUS, WELL, UsageError
from curator.cli.interruption import Interruption
from curator.cli.printing import complain, counted, cut, line_width, say, say_json
from curator.cli.progress_bar import ProgressBar

if TYPE_CHECKING:
    from curator.extract.language_model import LanguageModel
    from curator.pipeline.reextracting import Reextracted
    from curator.workspace import Workspace


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--model", default="", metavar="NAME", help="ask this language model too, by its name in `llm models`"
    )
    parser.add_argument(
        "--extractor", default="", metavar="NAME", help="let the extractor of another package extract too"
    )
    parser.add_argument(
        "--price",
        default="",
        metavar="IN/OUT",
        help="what a million tokens cost, for the estimate: 0.25/2.00",
    )
    parser.add_argument(
        "--key", default=None, metavar="KEY", help="the model's key (default: as `llm keys` has it)"
    )
    parser.add_argument("--yes", action="store_true", help="ask the model without asking you first")
    takes_json(parser)


def _extract(arguments: argparse.Namespace) -> int:
    if not arguments.model and (arguments.price or arguments.key or arguments.yes):
        raise UsageError("--price, --key and --yes are for a language model: name one with --model")
    if arguments.model and arguments.extractor:
        raise UsageError("--model and --extractor are two runs: name one of them")
    with opened(arguments) as workspace:
        model = None
        if arguments.model:
            model = workspace.language_model(arguments.model, price=arguments.price, key=arguments.key)
            if not _agreed(workspace, model, arguments):
                return FAILED
        guest = workspace.extractor(arguments.extractor) if arguments.extractor else model
        with ProgressBar() as bar, Interruption(bar.erase) as interruption:
            result = workspace.reextract(guest, progress=bar, cancelled=interruption)
    _tell(result, model, arguments)
    if result.cancelled:
        return SIGNAL_STATUS + (interruption.signal or 2)
    return FAILED if result.failures else WELL


def _agreed(workspace: Workspace, guest: LanguageModel, arguments: argparse.Namespace) -> bool:
    """Say what asking would take, and whether the user wants it."""
    estimate = guest.estimate(workspace.whole_articles())
    complain(f"{guest.name}: {estimate.words}")
    if arguments.yes or estimate.questions == estimate.kept:
        return True
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        complain("nothing was asked; --yes asks")
        return False
    sys.stderr.write("ask? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _tell(result: Reextracted, guest: LanguageModel | None, arguments: argparse.Namespace) -> None:
    if arguments.json:
        document = {
            "articles": result.articles,
            "kept": result.kept,
            "updated": result.updated,
            "stale": result.stale,
            "added": result.added,
            "candidates_added": result.candidates_added,
            "failures": [{"source": one.source, "reason": one.reason} for one in result.failures],
            "not_asked": result.not_asked,
            "cancelled": result.cancelled,
        }
        say_json(document | ({"model": guest.name, "spent": asdict(guest.spent)} if guest else {}))
        return
    for failure in result.failures:
        complain(f"no claims: {cut(failure.source, line_width())}: {cut(failure.reason, line_width())}")
    say(
        f"{counted(result.articles, 'article')}: {counted(result.added, 'claim')} added, "
        f"{result.updated:,} updated, {result.kept:,} kept, {result.stale:,} stale, "
        f"{counted(result.candidates_added, 'candidate pair')}"
    )
    if guest:
        say(f"{guest.name}: {guest.spent.words}")
    if result.not_asked:
        complain(
            f"stopped after {len(result.failures):,} failures, the last ones in a row: "
            f"{counted(result.not_asked, 'article')} not asked; the same command goes on from there"
        )
    if result.cancelled:
        complain("stopped: what is done is kept; the same command goes on from there")


COMMANDS = (
    Command(
        name="extract",
        group="Reviewing",
        summary="Extract claims again, by this version's extractor, another package's, or a language model.",
        examples=(
            "curator extract",
            "curator extract --extractor spacy",
            "curator extract --model gpt-5-mini --price 0.25/2.00",
            "curator extract --model llama3.2 --yes",
        ),
        more="Decided claims stay as they are. Undecided ones are updated, those that are no longer found\n"
        "go stale, new ones are added, and it says how many of each.\n"
        "\n"
        "A language model (needs the extra: pipx install --force '.[llm]' in Curator's folder; any that the\n"
        "`llm` tool knows, also local ones) is a guest: its claims come beside Curator's own. Each is\n"
        "looked for in the article's own words; what is not there is shown as such. Questions, tokens and,\n"
        "with --price, money are told before and after.\n"
        "Answers are kept in the database, so that nothing is asked twice.",
        run=_extract,
        arguments=_arguments,
    ),
)
