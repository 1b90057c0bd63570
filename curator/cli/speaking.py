"""The commands on speakers: who they are under all their names, joining two, taking a name away.

Never says by itself whose a name is: that is for reviewers and `curator.review`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from curator.cli.command import Command, count, opened, takes_json, takes_json_rows
from curator.cli.deciding import decides
from curator.cli.ending import WELL
from curator.cli.printing import counted, cut, line_width, number, say, say_json, say_rows
from curator.review import decisions
from curator.titles import headline

if TYPE_CHECKING:
    from curator.models import Speaker
    from curator.review.decisions import Decision
    from curator.workspace import Workspace


def _speakers(arguments: argparse.Namespace) -> int:
    with opened(arguments) as workspace:
        found = workspace.speakers(" ".join(arguments.words), limit=arguments.limit)
    if arguments.json or arguments.jsonl:
        say_rows(found, lines=arguments.jsonl)
        return WELL
    for speaker in found:
        start = f"{number(speaker.claims):>7}  "
        say(start + cut(_named(speaker), line_width() - len(start)))
    return WELL


def _named(speaker: Speaker) -> str:
    """A speaker's name, then each of several names with its claims and what reviewers differ on."""
    if len(speaker.forms) == 1:
        return speaker.name
    forms = [
        f"{form.name} {form.claims:,}" + (f" (disputed: {form.disputed})" if form.disputed else "")
        for form in speaker.forms
    ]
    return f"{speaker.name}: {' · '.join(forms)}"


def _speakers_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="WORD", help="only speakers with these words in a name")
    parser.add_argument("--limit", type=count, metavar="N", help="the N with most claims only")
    takes_json_rows(parser)


def _merge(workspace: Workspace, arguments: argparse.Namespace) -> Iterable[Decision]:
    name, into = map(workspace.speaker_called, (arguments.name, arguments.into))
    yield decisions.Identify(name, into)


def _merge_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="a name of one speaker, or words of one")
    parser.add_argument("into", metavar="INTO", help="a name of the other, by whose name both go on")
    takes_json(parser)


def _split(workspace: Workspace, arguments: argparse.Namespace) -> Iterable[Decision]:
    yield decisions.Distinguish(workspace.speaker_called(arguments.name, any_name=False))


def _split_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="a name as claims have it")
    takes_json(parser)


def _speaker(arguments: argparse.Namespace) -> int:
    with opened(arguments) as workspace:
        speaker = workspace.speaker(workspace.speaker_called(arguments.name))
        articles = {form.name: workspace.articles_naming(form.name) for form in speaker.forms}
    if arguments.json:
        rows = [
            {
                "name": form.name,
                "claims": form.claims,
                "articles": [
                    {
                        "article_id": each.article_id,
                        "title": each.title,
                        "publisher": each.publisher,
                        "claims": each.claims,
                    }
                    for each in articles[form.name]
                ],
                "disputed": form.disputed,
            }
            for form in speaker.forms
        ]
        say_json({"name": speaker.name, "claims": speaker.claims, "forms": rows})
        return WELL
    say(cut(f"{speaker.name}: {counted(speaker.claims, 'claim')}", line_width()))
    for form in speaker.forms:
        differ = f", disputed: {form.disputed}" if form.disputed else ""
        where = f"{counted(form.claims, 'claim')} in {counted(form.articles, 'article')}{differ}"
        say(cut(f"  {form.name}: {where}", line_width()))
        for each in articles[form.name]:
            words = ": ".join(filter(None, (each.publisher, headline(each.title, each.opening))))
            say(cut(f"    {each.article_id[:8]}  {each.claims:>4}  {words}", line_width()))
    return WELL


READING = (
    Command(
        name="speakers",
        group="Reading",
        summary="List speakers, those with most claims first, each with all of their names.",
        examples=("curator speakers", "curator speakers kalin", "curator speakers --json"),
        run=_speakers,
        arguments=_speakers_arguments,
        more="Other spellings of a name are folded into one speaker over all articles; `merge-speakers` and\n"
        "`split-speaker` correct that. A claim keeps the name as its article has it.",
    ),
    Command(
        name="speaker",
        group="Reading",
        summary="Show one speaker: every name, how many claims have it, and in which articles.",
        examples=("curator speaker Kalin", 'curator speaker "Ibrahim Kalin" --json'),
        run=_speaker,
        arguments=_split_arguments,
    ),
)

DECIDING = (
    Command(
        name="merge-speakers",
        group="Deciding",
        summary="Say that two names are one speaker's, who goes on under the name of INTO.",
        examples=('curator merge-speakers "the presidential spokesman" "Ibrahim Kalin"',),
        run=decides(_merge),
        arguments=_merge_arguments,
        more="A name can be given in part, or without its accents, where that means one speaker only.",
    ),
    Command(
        name="split-speaker",
        group="Deciding",
        summary="Say that a name is not that speaker's: it becomes a speaker of its own.",
        examples=('curator split-speaker "Kalin"',),
        run=decides(_split),
        arguments=_split_arguments,
        more="All other names stay together. It stays so when more articles come.",
    ),
)
