"""Public corpora and plain JSON Lines as claims with labelled pairs.

Reads folders given on the command line; nothing of them is part of this project. ECB+ (Cybulska and Vossen
2014, CC BY 3.0) and VitaminC (Schuster, Fisch and Barzilay 2021, CC BY-SA 3.0) are read as they are published
or as JSON Lines of their pairs.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from curator.match import Subject
from curator.models import Claim, RelationKind


@dataclass(frozen=True, slots=True)
class Labelled:
    """A corpus: claims in order, and what is known of some pairs of them."""

    subjects: tuple[Subject, ...]
    pairs: tuple[tuple[str, str, RelationKind], ...]


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, packed with gzip or not."""
    packed = path.suffix == ".gz"
    with gzip.open(path, "rt", encoding="utf-8") if packed else path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def claims(path: Path) -> tuple[Subject, ...]:
    """Claims from {"id", "text"} and, where known, "article", "context", "title", "speaker", "publisher",
    "published"."""
    return tuple(_subject(row["id"], row["text"], row) for row in lines(path))


def pairs(path: Path) -> tuple[tuple[str, str, RelationKind], ...]:
    """Pairs from {"left", "right", "label"}, the label one of same, contradicts, unrelated."""
    return tuple((row["left"], row["right"], row["label"]) for row in lines(path))


def vitaminc(path: Path) -> Labelled:
    """Claims and evidence sentences; SUPPORTS is same, REFUTES contradicts, the rest is unrelated."""
    words: dict[str, RelationKind] = {"SUPPORTS": "same", "REFUTES": "contradicts"}
    texts: dict[str, str] = {}
    found = []
    for row in lines(path):
        left, right = (texts.setdefault(row[part], f"v{len(texts)}") for part in ("claim", "evidence"))
        found.append((left, right, words.get(row["label"], "unrelated")))
    subjects = tuple(_subject(name, text, {}) for text, name in texts.items())
    return Labelled(subjects, tuple(found))


def ecbplus(path: Path) -> Labelled:
    """Sentences of several articles; two that share an event are labelled same (looser than one claim)."""
    texts: dict[str, str] = {}
    found: list[tuple[str, str, RelationKind]] = []
    for row in lines(path):
        texts[row["a"]], texts[row["b"]] = row["ta"], row["tb"]
        found.append((row["a"], row["b"], "same" if row["label"] else "unrelated"))
    subjects = tuple(_subject(name, text, {"article": name.split(":")[0]}) for name, text in texts.items())
    return Labelled(subjects, tuple(found))


def rumours(path: Path) -> Labelled:
    """Headlines about invented rumours, as rumours.txt has them: "# rumour", then its headlines.

    "+" supports, "-" refutes, "?" only observes: the first two contradict each other; who supports or
    observes says the same, and so do those who refute.
    """
    told: list[tuple[str, str, str]] = []
    rumour = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            rumour = line
        elif line.strip():
            told.append((rumour, line[0], line[2:]))
    random.Random(5).shuffle(told)
    label: dict[frozenset[str], RelationKind] = {frozenset("+-"): "contradicts", frozenset("?-"): "unrelated"}
    pairs = tuple(
        (
            f"r{i}",
            f"r{j}",
            label.get(frozenset({told[i][1], told[j][1]}), "same") if one == other else "unrelated",
        )
        for (i, (one, _, _)), (j, (other, _, _)) in combinations(enumerate(told), 2)
    )
    subjects = tuple(_subject(f"r{i}", text, {}) for i, (_, _, text) in enumerate(told))
    return Labelled(subjects, pairs)


def _subject(name: str, text: str, row: dict[str, Any]) -> Subject:
    # Sentences of one article stand at places that do not overlap.
    start = int(name.rsplit(":", 1)[-1]) * 10_000 if row.get("article") and ":" in name else 0
    claim = Claim(
        id=name,
        article_id=str(row.get("article") or name),
        start=start,
        end=start + len(text),
        text=text,
        kind="assertion",
        speaker=str(row.get("speaker") or ""),
    )
    return Subject(
        claim,
        context=str(row.get("context") or ""),
        publisher=str(row.get("publisher") or ""),
        published=str(row.get("published") or ""),
        title=str(row.get("title") or ""),
    )
