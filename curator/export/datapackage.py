"""The default container: a Frictionless Data Package of CSV tables, the same rows as JSON, and the heads.

Writes `articles`, `claims`, `speakers`, `relations` and `decisions` as .csv and .jsonl, `heads.json`, and
`datapackage.json`, which describes every file of the folder. Refuses to write a package whose rows do not add
up to the database's own counts. Never writes when it was written: the same database gives the same bytes.
"""

from __future__ import annotations

import json
from collections import Counter
from contextlib import ExitStack
from importlib.metadata import version
from typing import Any

from curator.dataset import MARKER, NAME, Dataset, Inconsistent
from curator.export.columns import Column, column_names, columns, row_values, title
from curator.export.dataset import claims_by_article
from curator.export.lines import csv_line, json_line
from curator.export.ownership import sealed
from curator.export.row_making import article_row, decision_row, relation_row, speaker_rows
from curator.export.rows import ArticleRow, ClaimRow, DecisionRow, HeadRow, RelationRow, Row, SpeakerRow
from curator.export.staging import Folder, StagedFile, Written, write_array
from curator.models import STATUSES

CSV = "text/csv"
JSONL = "application/jsonl"
JSON = "application/json"

PRIMARY_KEYS: dict[Any, tuple[str, ...]] = {
    ArticleRow: ("article_id",),
    ClaimRow: ("claim_id",),
    SpeakerRow: ("name",),
    RelationRow: ("left_id", "right_id", "relation", "type", "source"),
    DecisionRow: ("event_id",),
}
FOREIGN_KEYS: dict[Any, tuple[tuple[str, str, str], ...]] = {
    ClaimRow: (
        ("article_id", "articles", "article_id"),
        ("canonical_id", "", "claim_id"),
        ("speaker", "speakers", "name"),
    ),
    SpeakerRow: (("speaker_name", "", "name"),),
    RelationRow: (("left_id", "claims", "claim_id"), ("right_id", "claims", "claim_id")),
    DecisionRow: (("target", "", "event_id"),),
}
"""(column, the table that it points into or "" for its own, the column there)."""

_KEYS_THAT_MAY_BE_EMPTY = ("type",)
_DIALECT = {
    "delimiter": ",",
    "doubleQuote": True,
    "header": True,
    "lineTerminator": "\n",
    "quoteChar": '"',
    "skipInitialSpace": False,
}


class _Table:
    """One table in both its forms."""

    def __init__(self, folder: Folder, name: str, row_type: Any, stack: ExitStack) -> None:
        self._csv: StagedFile = stack.enter_context(folder.file(f"{name}.csv", CSV, row_type))
        self._jsonl: StagedFile = stack.enter_context(folder.file(f"{name}.jsonl", JSONL))
        self._csv.write(csv_line(column_names(row_type)), rows=0)

    def add(self, row: Row) -> None:
        values = row_values(row)
        self._csv.write(csv_line(values.values()))
        self._jsonl.write(json_line(values))


def write(dataset: Dataset, folder: Folder) -> None:
    """Write the tables and the heads; `describe` then writes `datapackage.json`, as the last file of all."""
    _write_articles_and_claims(dataset, folder)
    with ExitStack() as stack:
        speakers = _Table(folder, "speakers", SpeakerRow, stack)
        for speaker in dataset.speakers():
            for row in speaker_rows(speaker):
                speakers.add(row)
    with ExitStack() as stack:
        relations = _Table(folder, "relations", RelationRow, stack)
        for relation in dataset.relations():
            relations.add(relation_row(relation))
    _write_decisions_and_heads(dataset, folder)


def _write_articles_and_claims(dataset: Dataset, folder: Folder) -> None:
    counts: Counter[str] = Counter()
    with ExitStack() as stack:
        articles = _Table(folder, "articles", ArticleRow, stack)
        claims = _Table(folder, "claims", ClaimRow, stack)
        for article, rows in claims_by_article(dataset):
            counts["articles"] += 1
            articles.add(article_row(article))
            for row in rows:
                counts[row.status] += 1
                claims.add(row)
    expected = dataset.progress()
    for name in ("articles", *STATUSES):
        if counts[name] != getattr(expected, name):
            raise Inconsistent(f"{counts[name]} {name} where the database counts {getattr(expected, name)}")
    if unknown := counts.keys() - {"articles", *STATUSES}:
        raise Inconsistent(f"a claim has the status {min(unknown)!r}")


def _write_decisions_and_heads(dataset: Dataset, folder: Folder) -> None:
    ends: dict[str, tuple[int, str]] = {}
    with ExitStack() as stack:
        decisions = _Table(folder, "decisions", DecisionRow, stack)
        for event in dataset.events():
            rseq, last = ends.get(event.reviewer, (0, event.prev_hash))
            if event.rseq != rseq + 1 or event.prev_hash != last:
                raise Inconsistent(
                    f"decision {event.rseq} of {event.reviewer} does not follow decision {rseq}"
                )
            ends[event.reviewer] = (event.rseq, event.hash)
            decisions.add(decision_row(event))
    heads = [HeadRow(*head) for head in dataset.heads()]
    if {head.reviewer: (head.rseq, head.hash) for head in heads} != ends:
        raise Inconsistent("the heads are not the last decisions of their chains")
    with folder.file("heads.json", JSON) as file:
        write_array(file, map(row_values, heads))
        file.write("\n", rows=0)


def describe(folder: Folder) -> None:
    """Write `datapackage.json`, which names, types and hashes everything that is in the folder."""
    rows = {file.name: file.rows for file in folder.files}
    descriptor = {
        "name": NAME,
        "profile": "data-package",
        "title": "Curated claims",
        "description": (
            "Claims found in news articles, each at its place in the text, with what reviewers decided about "
            "them. Confirmed means that the article really makes the claim, never that it is true. CSV cells "
            "that a spreadsheet would run as a formula have an apostrophe before them; the .jsonl files hold "
            "the same rows exactly."
        ),
        "curator": {
            "version": version("curator"),
            "rows": rows,
        },
        "resources": [_resource(file) for file in folder.files],
    }
    with folder.file(MARKER, JSON) as out:
        out.write(json.dumps(sealed(descriptor), ensure_ascii=False, indent=2) + "\n", rows=0)


def _resource(file: Written) -> dict[str, Any]:
    stem, _, extension = file.name.rpartition(".")
    resource: dict[str, Any] = {
        "name": stem if extension == "csv" else file.name.replace(".", "-"),
        "path": file.name,
        "format": extension,
        "mediatype": file.mediatype,
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
    }
    if file.row_type is None:
        return {**resource, "type": "file"}
    return {
        **resource,
        "profile": "tabular-data-resource",
        "description": title(file.row_type),
        "dialect": _DIALECT,
        "schema": _schema(file.row_type),
    }


def _schema(row_type: Any) -> dict[str, Any]:
    """The Table Schema of a row type (https://specs.frictionlessdata.io/table-schema/)."""
    keys = PRIMARY_KEYS[row_type]
    schema: dict[str, Any] = {
        "fields": [_field(column, required=column.name in keys) for column in columns(row_type)],
        "missingValues": [""],
        "primaryKey": list(keys),
    }
    if foreign := FOREIGN_KEYS.get(row_type):
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": table, "fields": [there]}}
            for column, table, there in foreign
        ]
    return schema


def _field(column: Column, *, required: bool) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    constraints: dict[str, Any] = {}
    text = column.type in ("string", "datetime")
    if (required and column.name not in _KEYS_THAT_MAY_BE_EMPTY) or (not text and not column.nullable):
        constraints["required"] = True
    if column.words:
        constraints["enum"] = list(column.words)
    if constraints:
        field["constraints"] = constraints
    return field
