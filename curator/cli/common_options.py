"""The two options that every command has: which database, and who decides.

Where nothing but these is said of the review, which is nearly always, they are read here: the parser for all
that can be said costs a tenth of what there is from the command to the first screen. It must never judge what
it does not know, and never read a word otherwise than the parser would.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from curator.settings import Vocabulary

DEFAULT_DB = "curator.db"
_OPTIONS = ("--db", "--reviewer")


def database() -> str:
    """The review database where no option names one."""
    return os.environ.get("CURATOR_DB") or DEFAULT_DB


def reviewer() -> str | None:
    """Who decides where no option says so; None for what the settings say."""
    return os.environ.get("CURATOR_REVIEWER") or None


def reviewer_of_settings() -> str | None:
    """Who decides as the settings say; None for the login name."""
    from curator.settings import load

    return load(_vocabulary).reviewer or None


def _vocabulary() -> Vocabulary:
    """What settings may name; asked only where there are settings."""
    from curator.tui.vocabulary import vocabulary

    return vocabulary()


def named(words: Sequence[str]) -> tuple[str, str | None] | None:
    """Database and reviewer where the words are these options and nothing else; None for the parser."""
    given = dict(zip(words[::2], words[1::2], strict=False))
    if len(words) % 2 or not given.keys() <= {*_OPTIONS}:
        return None
    if any(not value or value.startswith("-") for value in words[1::2]):
        return None
    return given.get("--db", database()), given.get("--reviewer", reviewer()) or reviewer_of_settings()
