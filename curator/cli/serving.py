"""The command that shows the review in a browser.

Never serves by itself: `curator.web` does.
"""

from __future__ import annotations

import argparse

from curator.cli.command import Command, opened
from curator.cli.ending import WELL
from curator.cli.printing import complain
from curator.web import DEFAULT_HOST, DEFAULT_PORT, serve


def _serve_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host",
        default=DEFAULT_HOST,
        metavar="ADDRESS",
        help=f"the address to listen on (default: {DEFAULT_HOST}, which only this computer reaches)",
    )
    parser.add_argument(
        "--port",
        type=_port,
        default=DEFAULT_PORT,
        metavar="NUMBER",
        help=f"the port to listen on, 0 for any that is free (default: {DEFAULT_PORT})",
    )
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="NAME",
        help="what else this computer is called in addresses, as behind a proxy; may be given again",
    )


def _port(words: str) -> int:
    if not words.isdecimal() or not 0 <= int(words) <= 65_535:
        raise argparse.ArgumentTypeError(f"{words!r} is no port, which is a number up to 65535")
    return int(words)


def _serve(arguments: argparse.Namespace) -> int:
    with opened(arguments) as workspace:  # a database that is not there is said before anything is served
        path, reviewer = workspace.path, workspace.reviewer
    serve(path, reviewer, host=arguments.host, port=arguments.port, names=arguments.name, say=complain)
    return WELL


COMMANDS = (
    Command(
        name="serve",
        group="Reviewing",
        summary="Show the review in a browser, on this computer.",
        examples=("curator serve", "curator serve --port 0 --reviewer ana"),
        more="There is no login. Whoever can reach the address reads the articles and decides as the\n"
        "reviewer, so other computers reach it only with --host, and that is for networks you trust.\n"
        "Needs the extra: pipx install --force '.[web]' in the folder that Curator came in.",
        run=_serve,
        arguments=_serve_arguments,
    ),
)
