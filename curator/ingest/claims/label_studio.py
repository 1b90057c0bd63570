"""Label Studio's JSON: a list of tasks, each labelled region of an annotation a claim.

A region's other results (its speaker as text, its status as a choice) belong to the claim. Annotations come
before predictions; skipped and rejected regions are set aside as no mistake. Never reads a region without
its text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from curator.ingest.claims.record import NO_CLAIMS, Piece, SetAside, claim_in, named, place_of, shaped
from curator.ingest.decoding import decoded
from curator.ingest.intake import Intake, Unreadable
from curator.ingest.jsonl import parsed
from curator.models import OutsideClaim

_LABELS = ("labels", "hypertextlabels", "paragraphlabels")


@dataclass(frozen=True, slots=True)
class _Annotation:
    result: list[dict[str, Any]]
    was_cancelled: bool | None = False


@dataclass(frozen=True, slots=True)
class _Task:
    data: dict[str, Any]
    annotations: list[_Annotation] | None = None
    predictions: list[_Annotation] | None = None


@dataclass(frozen=True, slots=True)
class _Offsets:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Value:
    text: str | list[str] = ""
    start: int | str | None = None
    end: int | str | None = None
    globalOffsets: _Offsets | None = None  # noqa: N815  (Label Studio's own name)


def claims(intake: Intake) -> Iterator[Piece | SetAside]:
    """The claims of a Label Studio file, task by task."""
    tasks = parsed(decoded(intake.whole(), intake.charset))
    if not isinstance(tasks, list):
        tasks = [tasks]
    for number, value in enumerate(tasks, start=1):
        place = f"task {number}"
        try:
            task = shaped(_Task, value)
            text = _text(task)
        except Unreadable as trouble:
            yield SetAside(place, str(trouble), json.dumps(value, ensure_ascii=False))
            continue
        for annotation in task.annotations or task.predictions or ():
            if annotation.was_cancelled:
                raw = json.dumps(value, ensure_ascii=False)
                yield SetAside(place, "its annotation was skipped in Label Studio", raw, wrong=False)
                continue
            yield from _regions(task, text, annotation, place, f"{intake.label}:{number}")


def _text(task: _Task) -> str:
    """The text that regions count in: the field called text, else the longest."""
    if isinstance(task.data.get("text"), str):
        return str(task.data["text"])
    texts = [value for value in task.data.values() if isinstance(value, str)]
    if not texts:
        raise Unreadable("data: there is no text in it")
    return max(texts, key=len)


def _regions(
    task: _Task, text: str, annotation: _Annotation, place: str, source: str
) -> Iterator[Piece | SetAside]:
    beside: dict[str, dict[str, Any]] = {}
    for result in annotation.result:
        value = result.get("value")
        if isinstance(value, dict) and isinstance(result.get("id"), str):
            said = value.get("choices") or value.get("text")
            said = said[0] if isinstance(said, list) and said else said
            beside.setdefault(result["id"], {})[str(result.get("from_name"))] = said
    for number, result in enumerate(annotation.result, start=1):
        if result.get("type") not in _LABELS:
            continue
        others = beside.get(str(result.get("id")), {})
        name = result.get("id")
        same = [other for other in annotation.result if name is not None and other.get("id") == name]
        alone = {"data": task.data, "annotations": [{"result": same or [result]}]}
        raw = partial(json.dumps, alone, ensure_ascii=False)
        where = f"{place}, region {number}"
        try:
            if others.get("status") == "rejected":
                yield SetAside(where, "it was rejected in Label Studio", raw(), wrong=False)
                continue
            labels = _labels(result)
            if not NO_CLAIMS.issuperset(labels) or not labels:
                claim = _claim(task, text, result, labels, others, source)
                yield Piece(claim, where, raw)
        except Unreadable as trouble:
            yield SetAside(where, str(trouble), raw())


def _labels(result: dict[str, Any]) -> list[str]:
    value = result.get("value")
    labels = value.get(result["type"]) or [] if isinstance(value, dict) else []
    return [str(label).lower() for label in labels] if isinstance(labels, list) else []


def _claim(
    task: _Task, text: str, result: dict[str, Any], labels: list[str], others: dict[str, Any], source: str
) -> OutsideClaim:
    value = shaped(_Value, result.get("value"))
    offsets = value.globalOffsets
    start, end = (offsets.start, offsets.end) if offsets else (value.start, value.end)
    near = None
    if isinstance(start, int) and isinstance(end, int):
        near = place_of(start, end, len(text))
    words = value.text if isinstance(value.text, str) else " ".join(value.text)
    if not words and near:
        words = text[near.start : near.end]
    return claim_in(
        words,
        article=named(task.data, "article_id", "url", "source", "title", "id"),
        article_text=text,
        near=near,
        speaker=named(others, "speaker", "claimant") or named(task.data, "speaker"),
        kind=labels[0] if labels else "",
        cue=named(others, "cue"),
        tool="label-studio",
        source=source,
    )
