"""Words on the command line turned into calls on a Workspace; no logic of its own.

Exit status: 0 all is well, 1 something failed or was refused, 2 mistyped, 130 Ctrl-C. What goes wrong is
one line on standard error, never a traceback.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from curator.cli.ending import BROKEN_PIPE, FAILED, INTERRUPTED, USAGE, WELL, UsageError
from curator.models import CuratorError

if TYPE_CHECKING:
    from curator.cli.command import Command

_TAKES_A_VALUE = ("--db", "--reviewer", "--filter", "--max-bytes", "--repeat")
"""Options that may stand before the verb, with their value."""

_COLLECTED = (50_000, 20, 100)
"""New objects after which garbage is collected, and so on: commands make millions, and hardly a circle."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    gc.set_threshold(*_COLLECTED)
    words = list(sys.argv[1:] if argv is None else argv)
    if sys.stdout is None or sys.stderr is None:  # closed by the shell: >&-
        nowhere = open(os.devnull, "w")  # noqa: PTH123, SIM115  (for as long as the program runs)
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(words)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the exit complains of it again
        return BROKEN_PIPE
    except UsageError as error:
        return _fail(error, USAGE)
    except CuratorError as error:
        return _fail(error, FAILED)
    except KeyboardInterrupt:
        sys.stderr.write("\ninterrupted; every decision that was acknowledged is kept\n")
        return INTERRUPTED
    except SystemExit as leaving:  # argparse after --help
        return leaving.code if isinstance(leaving.code, int) else USAGE
    except OSError as error:
        what = str(error.filename) if error.filename else "the output cannot be written"
        return _fail(CuratorError(f"{what}: {error.strerror or error}"), FAILED)
    except Exception as error:
        if os.environ.get("CURATOR_TRACEBACK"):
            raise
        mistake = f"a mistake in curator itself ({type(error).__name__}: {error})"
        return _fail(CuratorError(f"{mistake}; CURATOR_TRACEBACK=1 shows where"), FAILED)
    return status


def _fail(error: CuratorError, status: int) -> int:
    from curator.cli.printing import complain
    from curator.text import visible_line

    complain(f"curator: {visible_line(str(error))}")
    for event in getattr(error, "chain", ()):
        from curator.cli.history import chain_line

        complain(f"  {chain_line(event)}")
    return status


def _run(words: list[str]) -> int:
    before, verb, after = _split(words)
    if verb is None and {"-h", "--help"} & set(before):
        return _help()
    if verb is None and "--version" in before:
        return _version()
    if verb is None and not after:
        return _go_on(before)
    if verb == "review" and (status := _straight([*before, *after])) is not None:
        return status
    command = _command(verb)
    rest = after if command.name or verb is None else [verb, *after]
    return command.run(command.parsed([*before, *rest]))


def _split(words: list[str]) -> tuple[list[str], str | None, list[str]]:
    """The options before the first word that is none, that word, and what comes after it."""
    index = 0
    while index < len(words):
        word = words[index]
        if word == "--":
            return words[:index], None, words[index:]
        if not word.startswith("-") or word == "-":
            return words[:index], word, words[index + 1 :]
        index += 2 if word in _TAKES_A_VALUE else 1
    return words, None, []


def _command(verb: str | None) -> Command:
    """The command of this name; the one without a name where `verb` is something to add."""
    if verb == "review":  # the way to the screen does not load what all the others need
        from curator.cli.filling import REVIEW

        return REVIEW
    from curator.cli.table import OPEN, by_name

    if verb is None:
        return OPEN
    if found := by_name(verb):
        return found
    if verb == "-" or "://" in verb or os.path.lexists(verb):
        return OPEN
    raise UsageError(_unknown(verb))


def _unknown(verb: str) -> str:
    from difflib import get_close_matches

    from curator.cli.table import COMMANDS
    from curator.text import visible_line

    near = get_close_matches(verb, [command.name for command in COMMANDS], 1)
    hint = f"did you mean `curator {near[0]}`?" if near else "`curator --help` lists the commands"
    return f"{visible_line(verb)!r} is no command, and there is no such file; {hint}"


def _go_on(options: list[str]) -> int:
    """The review where it was left; help where nothing was named and there is nothing to review."""
    from curator.cli.common_options import database

    if not options and not os.path.exists(database()):  # noqa: PTH110
        return _help()
    status = _straight(options)
    return _command("review").run(_command("review").parsed(options)) if status is None else status


def _straight(options: list[str]) -> int | None:
    """The exit status of the review; None where it takes the parser, or where there is no terminal."""
    from curator.cli.common_options import named
    from curator.tui.app import obstacle, run

    if obstacle() or (who := named(options)) is None:
        return None
    return run(*who, create=False)


def _help() -> int:
    from curator.cli.overview import overview
    from curator.cli.table import COMMANDS

    sys.stdout.write(overview(COMMANDS))
    return WELL


def _version() -> int:
    from curator import __version__

    sys.stdout.write(f"curator {__version__}\n")
    return WELL
