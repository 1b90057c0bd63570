"""Every article as a Label Studio task with its claims as one annotation, and the labelling setup for them.

Import `label_studio.json` into a project whose labelling interface is `label_studio.xml`. Offsets are code
points, which is what Label Studio stores. A relation is written where both claims are in one article, the
only place where Label Studio has relations. Never gives a region to words that are not in the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from curator.dataset import Dataset
from curator.export.dataset import claims_by_article, standing_pairs
from curator.export.row_making import article_row
from curator.export.rows import ClaimRow
from curator.export.staging import Folder, write_array
from curator.models import KINDS, STATUSES, Article

_CONFIG = f"""\
<View>
  <Labels name="kind" toName="text">
{"".join(f'    <Label value="{kind}"/>{chr(10)}' for kind in KINDS)}  </Labels>
  <Text name="text" value="$text"/>
  <Choices name="status" toName="text" perRegion="true">
{"".join(f'    <Choice value="{status}"/>{chr(10)}' for status in STATUSES)}  </Choices>
  <TextArea name="speaker" toName="text" perRegion="true"/>
  <TextArea name="cue" toName="text" perRegion="true"/>
  <TextArea name="wording" toName="text" perRegion="true"/>
  <Relations>
    <Relation value="same"/>
    <Relation value="contradicts"/>
    <Relation value="unrelated"/>
  </Relations>
</View>
"""

Region = dict[str, Any]


def write(dataset: Dataset, folder: Folder) -> None:
    """Write `label_studio.json` (a list of tasks) and `label_studio.xml` (the labelling interface)."""
    with folder.file("label_studio.xml", "application/xml") as file:
        file.write(_CONFIG, rows=0)
    words: dict[str, list[tuple[str, str]]] = {}
    for pair in standing_pairs(dataset):
        words.setdefault(pair.left_id, []).append((pair.right_id, pair.relation))
    with folder.file("label_studio.json", "application/json") as file:
        write_array(file, (_task(article, rows, words) for article, rows in claims_by_article(dataset)))
        file.write("\n", rows=0)


def _task(
    article: Article, rows: Iterable[ClaimRow], words: dict[str, list[tuple[str, str]]]
) -> dict[str, Any]:
    claims = [row for row in rows if row.grounded]
    here = {row.claim_id for row in claims}
    result = [region for row in claims for region in _regions(row)]
    for row in claims:
        result += [_relation(row.claim_id, *word) for word in words.get(row.claim_id, ()) if word[0] in here]
    data = {name: getattr(article_row(article), name) for name in ("article_id", "title", "publisher", "url")}
    return {"data": {"text": article.text, **data}, "annotations": [{"result": result}]}


def _regions(row: ClaimRow) -> Iterator[Region]:
    place = {"start": row.start, "end": row.end, "text": row.text}

    def region(name: str, type_: str, **value: list[str]) -> Region:
        return {
            "id": row.claim_id,
            "from_name": name,
            "to_name": "text",
            "type": type_,
            "value": {**place, **value},
        }

    yield region("kind", "labels", labels=[row.kind])
    yield region("status", "choices", choices=[row.status])
    if row.speaker:
        yield region("speaker", "textarea", text=[row.speaker])
    if row.cue:
        yield region("cue", "textarea", text=[row.cue])
    if row.wording != row.text:
        yield region("wording", "textarea", text=[row.wording])


def _relation(left_id: str, right_id: str, word: str) -> Region:
    return {"type": "relation", "from_id": left_id, "to_id": right_id, "direction": "bi", "labels": [word]}
