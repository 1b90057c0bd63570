"""What a command is: its name, its words, an example, and the function that runs it.

A new command is one `Command` in the list of its module here; parsing, help and `--json` come with it.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from curator.cli.common_options import DEFAULT_DB, database, reviewer, reviewer_of_settings
from curator.cli.ending import UsageError

if TYPE_CHECKING:
    from curator.workspace import Workspace

_WIDEST_HELP = 100
"""Columns of help on a wide terminal."""


@dataclass(frozen=True, slots=True)
class Command:
    """One verb of the command line."""

    name: str
    group: str
    """The heading it stands under in `curator --help`."""
    summary: str
    """One sentence."""
    examples: tuple[str, ...]
    """Whole command lines that work."""
    run: Callable[[argparse.Namespace], int]
    """Runs it and gives the exit status."""
    arguments: Callable[[argparse.ArgumentParser], None] = lambda _: None
    """Adds what it takes besides the common options."""
    more: str = ""
    """What the help says below the summary."""

    def parser(self) -> argparse.ArgumentParser:
        """The parser of its words."""
        parser = _Parser(
            prog=f"curator {self.name}".strip(),
            description=f"{self.summary}\n\n{self.more}".strip(),
            epilog="examples:\n" + "\n".join(f"  {example}" for example in self.examples),
            formatter_class=_Help,
            allow_abbrev=False,
        )
        self.arguments(parser)
        common = parser.add_argument_group("database and reviewer")
        common.add_argument(
            "--db",
            metavar="PATH",
            default=database(),
            help=f"the review database (default: $CURATOR_DB, else ./{DEFAULT_DB})",
        )
        common.add_argument(
            "--reviewer",
            metavar="NAME",
            default=reviewer(),
            help="who decides (default: $CURATOR_REVIEWER, else as in your settings, else the login name)",
        )
        if self.group in _GUARDED:
            takes_blind(common)
        return parser

    def parsed(self, words: Sequence[str]) -> argparse.Namespace:
        """What its words say, with the reviewer's name from the settings where they give none."""
        parser = self.parser()
        # Options may stand between claims; behind a "--" nothing is one, which only plain parsing heeds.
        parse = parser.parse_args if "--" in words else parser.parse_intermixed_args
        arguments = parse(_with_filters_apart(words))
        if arguments.reviewer is None:
            arguments.reviewer = reviewer_of_settings()
        return arguments


def _with_filters_apart(words: Sequence[str]) -> list[str]:
    """The words, with a space before a filter's that begin with a minus: they are no options."""
    from curator.review.queue import is_turned_round

    until = words.index("--") if "--" in words else len(words)
    return [f" {word}" if is_turned_round(word) else word for word in words[:until]] + [*words[until:]]


_GUARDED = frozenset({"Reading", "Deciding"})
"""Groups of commands that show or decide claims."""


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal, but never wider than is pleasant to read."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=min(shutil.get_terminal_size().columns, _WIDEST_HELP))


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].lower()}{message[1:]}; `{self.prog} --help` shows how")


def opened(arguments: argparse.Namespace, *, create: bool = False) -> Workspace:
    """The workspace that the common options name; only commands that fill it may create it."""
    from curator.workspace import Workspace

    workspace = Workspace.open(arguments.db, reviewer=arguments.reviewer, create=create)
    if hasattr(arguments, "blind"):
        from curator.settings import load
        from curator.tui.guarding import chosen
        from curator.tui.vocabulary import vocabulary

        workspace.guard(chosen(load(vocabulary), arguments.blind, 0))
    return workspace


def takes_blind(parser: argparse._ActionsContainer) -> None:
    """Give a command that shows or decides claims its `--blind`."""
    parser.add_argument(
        "--blind",
        action=argparse.BooleanOptionalAction,
        help="hide scores and what others said until you have decided (default: as in your settings)",
    )


def takes_guards(parser: argparse.ArgumentParser) -> None:
    """Give a command that opens the review what a reviewer can be guarded against."""
    takes_blind(parser)
    parser.add_argument(
        "--repeat",
        type=percent,
        metavar="PERCENT",
        help="ask so many of a hundred claims once more later, to see how far you agree with yourself",
    )


def percent(words: str) -> float:
    """A share in percent from the command line: 5, 2.5, 10%."""
    from curator.settings import MOST_REPEATED

    try:
        number = float(words.strip().removesuffix("%"))
    except ValueError:
        number = -1
    if not 0 <= number <= MOST_REPEATED:
        raise argparse.ArgumentTypeError(f"{words!r} is no percentage of at most {MOST_REPEATED}")
    return number


def takes_json(parser: argparse.ArgumentParser) -> None:
    """Give a command that tells one thing its `--json`."""
    parser.add_argument("--json", action="store_true", help="print one JSON document, for scripts")


def takes_json_rows(parser: argparse.ArgumentParser) -> None:
    """Give a command that lists things its `--json` and `--jsonl`."""
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="print one JSON array, a row on each line")
    forms.add_argument("--jsonl", action="store_true", help="print JSON Lines: one object a line, no array")


def count(words: str) -> int:
    """A number of things from the command line, at least 1."""
    try:
        number = int(words.replace("_", "").replace(",", ""))
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{words!r} is not a whole number of at least 1")
    return number


def size(words: str) -> int:
    """A number of bytes from the command line: 5000000, 5MB, 500kB, 2GB."""
    plain = words.strip().lower().removesuffix("b").strip()
    weight = {"k": 1_000, "m": 1_000_000, "g": 1_000_000_000}.get(plain[-1:], 1)
    try:
        number = float(plain.rstrip("kmg").replace("_", "").replace(",", ""))
    except ValueError:
        number = 0
    if not 1 <= number * weight < 10**12:
        raise argparse.ArgumentTypeError(f"{words!r} is not a size, like 5MB")
    return int(number * weight)
