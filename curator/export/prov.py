"""Who did what to which claim, as W3C PROV (PROV-JSON): the decision log for tools that reason on provenance.

One activity an event, reviewers and extractors as agents, articles and claims as entities. Never interprets
an event: what stands after all of them is in the claims, what each did is in its type and its time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any
from urllib.parse import quote

from curator.dataset import Dataset
from curator.export.dataset import claims_by_article
from curator.export.lines import json_text
from curator.export.rows import ClaimRow
from curator.export.staging import Folder, StagedFile
from curator.export.wordings import told
from curator.models import Event, reviewer_name

Record = tuple[str, dict[str, Any]]
_PREFIX = {"curator": "urn:curator:"}


def write(dataset: Dataset, folder: Folder) -> None:
    """Write `prov.json`, section by section."""
    with folder.file("prov.json", "application/json") as file:
        file.write(f'{{"prefix": {json_text(_PREFIX)}', rows=0)
        _section(file, "agent", _agents(dataset))
        _section(file, "entity", _entities(dataset))
        _section(file, "activity", map(_activity, dataset.events()))
        _section(file, "wasDerivedFrom", _numbered("d", _derivations(dataset)))
        _section(file, "wasAttributedTo", _numbered("t", _attributions(dataset)))
        _section(file, "wasAssociatedWith", _numbered("a", map(_association, dataset.events())))
        _section(file, "wasInformedBy", _numbered("i", _undos(dataset)))
        _section(file, "used", _numbered("u", _uses(dataset)))
        file.write("}\n", rows=0)


def _section(file: StagedFile, name: str, records: Iterable[Record]) -> None:
    """One section, left out when there is nothing in it."""
    separator = f',\n"{name}": {{\n'
    for key, value in records:
        file.write(f"{separator}{json_text(key)}: {json_text(value)}")
        separator = ",\n"
    if separator == ",\n":
        file.write("\n}", rows=0)


def _numbered(letter: str, values: Iterable[dict[str, Any]]) -> Iterator[Record]:
    return ((f"_:{letter}{number}", value) for number, value in zip(count(1), values, strict=False))


def _name(kind: str, local: str) -> str:
    return f"curator:{kind}/{quote(local, safe='@')}"


def _type(name: str) -> dict[str, str]:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _claims(dataset: Dataset) -> Iterator[ClaimRow]:
    return (row for _, rows in claims_by_article(dataset) for row in rows)


def _extractor(row: ClaimRow) -> str:
    return _name("extractor", f"{row.extractor} {row.extractor_version}".strip())


def _agents(dataset: Dataset) -> Iterator[Record]:
    for chain, _, _ in dataset.heads():
        values = {"prov:type": _type("prov:Person"), "prov:label": reviewer_name(chain)}
        yield _name("reviewer", chain), values
    for name in sorted({_extractor(row) for row in _claims(dataset) if row.extractor}):
        yield name, {"prov:type": _type("prov:SoftwareAgent")}


def _entities(dataset: Dataset) -> Iterator[Record]:
    for article, rows in claims_by_article(dataset):
        yield (
            _name("article", article.id),
            {"prov:type": _type("curator:Article"), "prov:label": article.title},
        )
        for row in rows:
            yield (
                _name("claim", row.claim_id),
                {
                    "prov:type": _type("curator:Claim"),
                    "prov:label": told(row),
                    "curator:status": row.status,
                },
            )


def _activity(event: Event) -> Record:
    return _name("event", event.event_id), {
        "prov:startTime": event.wall_time,
        "prov:endTime": event.wall_time,
        "prov:type": _type(f"curator:{event.kind}"),
    }


def _derivations(dataset: Dataset) -> Iterator[dict[str, Any]]:
    for row in _claims(dataset):
        yield {
            "prov:generatedEntity": _name("claim", row.claim_id),
            "prov:usedEntity": _name("article", row.article_id),
        }


def _attributions(dataset: Dataset) -> Iterator[dict[str, Any]]:
    for row in _claims(dataset):
        if row.extractor:
            yield {"prov:entity": _name("claim", row.claim_id), "prov:agent": _extractor(row)}


def _association(event: Event) -> dict[str, Any]:
    return {
        "prov:activity": _name("event", event.event_id),
        "prov:agent": _name("reviewer", event.reviewer),
    }


def _undos(dataset: Dataset) -> Iterator[dict[str, Any]]:
    for event in dataset.events():
        if event.target is not None:
            yield {
                "prov:informed": _name("event", event.event_id),
                "prov:informant": _name("event", event.target),
            }


def _uses(dataset: Dataset) -> Iterator[dict[str, Any]]:
    for event in dataset.events():
        payload = json.loads(event.payload)
        spoken = (payload.get("claim"), payload.get("other")) if isinstance(payload, dict) else ()
        for claim_id in dict.fromkeys(spoken):
            if isinstance(claim_id, str) and claim_id:
                yield {
                    "prov:activity": _name("event", event.event_id),
                    "prov:entity": _name("claim", claim_id),
                }
