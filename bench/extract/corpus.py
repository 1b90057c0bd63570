"""Corpora of articles whose attributions were marked by hand, one JSON object a line.

A line has `text` and `attributions`, each with its `content` as a list of [start, end) in code points, and
perhaps `speaker` (a name); `id` and `date` are used where they are there. GUM's news articles have this form.
Reads files and judges nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curator.models import Article, article_id


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution of the corpus."""

    start: int
    end: int
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article with everything that was marked in it; content in pieces is one entry a piece."""

    name: str
    article: Article
    marked: tuple[Marked, ...]


def _pieces(content: Any) -> Iterator[tuple[int, int]]:
    if isinstance(content, dict):
        content = [[content["start"], content["end"]]]
    if content and isinstance(content[0], int):
        content = [content]
    for start, end in content or ():
        yield int(start), int(end)


def read_corpus(path: Path) -> Iterator[MarkedArticle]:
    """The articles of a corpus; raises ValueError with the line's number for a line of another form."""
    with path.open(encoding="utf-8", newline="") as file:
        for number, line in enumerate(file, 1):
            try:
                record = json.loads(line)
                text = record["text"]
                marked = tuple(
                    Marked(start, end, str(attribution.get("speaker") or ""))
                    for attribution in record["attributions"]
                    for start, end in _pieces(attribution["content"])
                )
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"{path}, line {number}: not a marked article ({error!r})") from error
            article = Article(article_id(text), text, published=str(record.get("date") or ""))
            yield MarkedArticle(str(record.get("id") or number), article, marked)
