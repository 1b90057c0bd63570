"""The commands that correct a claim, leave a remark on it, or add one that was missed.

No rules here: what may be edited or added is for `curator.review`.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from curator.cli.command import Command, takes_json
from curator.cli.deciding import decides, takes
from curator.cli.ending import UsageError
from curator.cli.printing import cut
from curator.models import CuratorError, Span
from curator.review import decisions

if TYPE_CHECKING:
    from curator.review.decisions import Decision
    from curator.workspace import Workspace

_GROUP = "Deciding"

_SPAN = re.compile(r"(\d+):(\d+)")


def _edit_arguments(parser: argparse.ArgumentParser) -> None:
    takes("claim")(parser)
    parser.add_argument("--wording", metavar="WORDS", help="the claim in better words")
    parser.add_argument("--speaker", metavar="NAME", help='who says it ("" for nobody)')
    parser.add_argument("--span", metavar="START:END", help="other boundaries, in characters of the article")


def _note_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("claim", metavar="CLAIM", help="a claim, by the start of its id")
    parser.add_argument("words", metavar="WORDS", help="the remark")
    takes_json(parser)


def _add_claim_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help="an article, by the start of its id")
    parser.add_argument("words", metavar="WORDS", help="the article's own words, or START:END in characters")
    parser.add_argument("--speaker", default="", metavar="NAME", help="who says it")
    takes_json(parser)


def _span(words: str) -> Span:
    found = _SPAN.fullmatch(words.strip())
    if not found:
        raise UsageError(f"{cut(words, 40)!r} is no span; give START:END, such as 120:164")
    return Span(int(found[1]), int(found[2]))


def _edit(workspace: Workspace, arguments: argparse.Namespace) -> Iterable[Decision]:
    if arguments.wording is None and arguments.speaker is None and arguments.span is None:
        raise UsageError("say what to change: --wording, --speaker or --span")
    span = _span(arguments.span) if arguments.span is not None else None
    claim = workspace.resolve(arguments.claim)
    yield decisions.Edit(claim, wording=arguments.wording, speaker=arguments.speaker, span=span)


def _add_claim(workspace: Workspace, arguments: argparse.Namespace) -> Iterable[Decision]:
    article = workspace.article(workspace.resolve(arguments.article, "article"))
    if _SPAN.fullmatch(arguments.words):
        span = _span(arguments.words)
    else:
        times = article.text.count(arguments.words) if arguments.words else 0
        if times != 1:
            found = "are not in the article" if times == 0 else f"are in the article {times} times"
            raise CuratorError(f"these words {found}; give START:END instead, or other words")
        start = article.text.index(arguments.words)
        span = Span(start, start + len(arguments.words))
    yield decisions.Add(article.id, span, arguments.speaker)


COMMANDS = (
    Command(
        name="edit",
        group=_GROUP,
        summary="Correct a claim's wording, speaker or boundaries.",
        examples=(
            'curator edit 3f9c02a1 --wording "Forces will be deployed in Idlib"',
            'curator edit 3f9c02a1 --speaker "Ibrahim Kalin" --span 120:164',
        ),
        run=decides(_edit),
        arguments=_edit_arguments,
    ),
    Command(
        name="note",
        group=_GROUP,
        summary="Leave a remark on a claim; it is kept with it and exported.",
        examples=('curator note 3f9c02a1 "asked the ministry on Monday"',),
        run=decides(lambda w, a: [decisions.Note(w.resolve(a.claim), a.words)]),
        arguments=_note_arguments,
    ),
    Command(
        name="add-claim",
        group=_GROUP,
        summary="Add a claim that was missed; adding it confirms it.",
        examples=(
            'curator add-claim 09d2be11 "there is no decision yet" --speaker "Vladimir Shamanov"',
            "curator add-claim 09d2be11 1204:1228",
        ),
        run=decides(_add_claim),
        arguments=_add_claim_arguments,
    ),
)
