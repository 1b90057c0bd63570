"""A dataset as exporters read it: watched, a row at a time, an article with its claims.

Never holds more of it than one article, and never sorts: who provides a dataset provides it in order, and
`Watched` refuses one that is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any, TypeVar

from curator.dataset import Dataset, Inconsistent
from curator.export.row_making import claim_row
from curator.export.rows import ClaimRow
from curator.models import Article, ClaimView, Event, Progress, Relation, Speaker
from curator.progress import Cancelled, ProgressCallback, Stopped

Item = TypeVar("Item")

_ROWS_BETWEEN_CALLS = 1000


class Watched:
    """A dataset that checks the order of what it hands on, tells how far it is, and can be stopped."""

    def __init__(
        self,
        dataset: Dataset,
        *,
        progress: ProgressCallback | None = None,
        cancelled: Cancelled | None = None,
    ) -> None:
        self._dataset = dataset
        self._progress = progress
        self._cancelled = cancelled

    def articles(self) -> Iterator[Article]:
        total = self._dataset.progress().articles
        return self._watched("articles", self._dataset.articles(), _article_key, total)

    def claims(self) -> Iterator[ClaimView]:
        total = self._dataset.progress().total
        return self._watched("claims", self._dataset.claims(), _claim_key, total)

    def speakers(self) -> Iterator[Speaker]:
        return self._watched("speakers", self._dataset.speakers(), _speaker_key, None)

    def relations(self) -> Iterator[Relation]:
        return self._watched("relations", self._dataset.relations(), _relation_key, None)

    def events(self) -> Iterator[Event]:
        return self._watched("decisions", self._dataset.events(), _event_key, None)

    def heads(self) -> Iterator[tuple[str, int, str]]:
        return self._watched("heads", self._dataset.heads(), _head_key, None)

    def progress(self) -> Progress:
        return self._dataset.progress()

    def _watched(
        self, name: str, items: Iterator[Item], key: Callable[[Item], Any], total: int | None
    ) -> Iterator[Item]:
        last: Any = None
        for done, item in enumerate(items):
            if done % _ROWS_BETWEEN_CALLS == 0:
                self._pause(name, done, total)
            here = key(item)
            if last is not None and here <= last:
                what = "twice" if here == last else "out of order"
                raise Inconsistent(f"{name} has {here} {what}")
            last = here
            yield item

    def _pause(self, name: str, done: int, total: int | None) -> None:
        if self._cancelled and self._cancelled():
            raise Stopped("export stopped; nothing was changed")
        if self._progress:
            self._progress(name, done, total)


def _article_key(article: Article) -> str:
    return article.id


def _claim_key(view: ClaimView) -> tuple[str, int, int, str]:
    claim = view.claim
    return claim.article_id, claim.start, claim.end, claim.id


def _speaker_key(speaker: Speaker) -> str:
    return speaker.name


def _relation_key(relation: Relation) -> tuple[str, ...]:
    return relation.left_id, relation.right_id, relation.relation, relation.type, relation.source


def _event_key(event: Event) -> tuple[str, str, int]:
    return event.hlc, event.reviewer, event.rseq


def _head_key(head: tuple[str, int, str]) -> str:
    return head[0]


def claims_by_article(dataset: Dataset) -> Iterator[tuple[Article, Iterator[ClaimRow]]]:
    """Every article with the rows of its claims; read those before asking for the next article."""
    groups = groupby(dataset.claims(), key=_article_of)
    group = next(groups, None)
    for article in dataset.articles():
        if group is None or group[0] != article.id:
            yield article, iter(())
            continue
        yield article, _rows(group[1], article.text)
        group = next(groups, None)
    if group is not None:
        raise Inconsistent(f"a claim belongs to the article {group[0]}, which is not there")


def _article_of(view: ClaimView) -> str:
    return view.claim.article_id


def _rows(views: Iterator[ClaimView], text: str) -> Iterator[ClaimRow]:
    return (claim_row(view, text) for view in views)


def standing_pairs(dataset: Dataset) -> Iterator[Relation]:
    """The relations that reviewers agree on, decided and inferred."""
    return (relation for relation in dataset.relations() if not relation.disputed)


def paired_claims(dataset: Dataset, kept: Callable[[ClaimRow, Article], Item]) -> dict[str, Item]:
    """What is `kept` of each claim that stands in a relation and was not rejected, by claim id.

    Holds only those: what reviewers have related, not what a database has.
    """
    wanted = {
        claim_id for relation in standing_pairs(dataset) for claim_id in (relation.left_id, relation.right_id)
    }
    return {
        row.claim_id: kept(row, article)
        for article, rows in claims_by_article(dataset)
        for row in rows
        if row.claim_id in wanted and row.status != "rejected"
    }
