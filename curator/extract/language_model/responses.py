"""Answers that models gave, kept with what was asked and what it cost, so that nothing is paid for twice.

`Responses` is what the extractor needs of a keeper: a review database is one. `ResponseFile` keeps them in a
file of JSON Lines, for who has no database. Never forgets an answer that was paid for, also a useless one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import Protocol

from curator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class KeptResponse:
    """One answer of a model with what was asked."""

    key: str
    """`question_hash` of model and prompt."""
    model: str
    """The model's name as `llm` has it."""
    article_id: str
    prompt: str
    answer: str
    usable: bool
    """Whether claims could be read from the whole of it; only such an answer stands for asking again."""
    input_tokens: int | None = None
    output_tokens: int | None = None
    asked_at: str = ""
    """ISO 8601, UTC."""
    milliseconds: int = 0
    cost: float | None = None
    """At the price that was given, in its currency; None where none was."""


class Responses(Protocol):
    """Keeps answers and finds them again."""

    def usable(self, key: str) -> KeptResponse | None:
        """The last usable answer kept under `key`."""

    def keep(self, response: KeptResponse) -> None:
        """Keep an answer for good before this returns."""


class ResponseFile:
    """Answers in a file of JSON Lines; one writer at a time."""

    def __init__(self, path: str | PathLike[str]) -> None:
        self.path = Path(path)
        self._usable: dict[str, KeptResponse] | None = None

    def usable(self, key: str) -> KeptResponse | None:
        """The last usable answer kept under `key`."""
        return self._all().get(key)

    def keep(self, response: KeptResponse) -> None:
        """Append an answer and wait for the disk; raises OSError."""
        known = self._all()
        line = json.dumps({name: getattr(response, name) for name in _FIELDS}, ensure_ascii=True)
        torn = self.path.exists() and self.path.stat().st_size > 0 and not self._ends_with_line_feed()
        with self.path.open("a", encoding="utf-8") as file:
            file.write(("\n" if torn else "") + line + "\n")
            file.flush()
            os.fsync(file.fileno())
        if response.usable:
            known[response.key] = response

    def __iter__(self) -> Iterator[KeptResponse]:
        """Every answer in the file, also useless ones, in the order in which they came."""
        if self.path.exists():
            with self.path.open(encoding="utf-8", errors="replace") as file:
                yield from filter(None, map(_read, file))

    def _all(self) -> dict[str, KeptResponse]:
        if self._usable is None:
            self._usable = {response.key: response for response in self if response.usable}
        return self._usable

    def _ends_with_line_feed(self) -> bool:
        with self.path.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read(1) == b"\n"


_FIELDS = tuple(KeptResponse.__dataclass_fields__)


def _read(line: str) -> KeptResponse | None:
    """One line, None for one that was torn when the program was killed."""
    try:
        values = json.loads(line)
        return KeptResponse(**{name: values[name] for name in _FIELDS if name in values})
    except (ValueError, KeyError, TypeError):
        return None
