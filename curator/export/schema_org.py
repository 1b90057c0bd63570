"""The claims that articles really make, as schema.org `Claim`s with the articles they appear in (JSON-LD).

Only confirmed claims, each with the articles of those merged into it; the text of what an article denies says
so first ("denied: …"). Never a `ClaimReview`: that is a rating
of truth, and "confirmed" is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from curator.dataset import Dataset
from curator.export.dataset import claims_by_article
from curator.export.rows import ClaimRow
from curator.export.staging import Folder, write_array
from curator.export.wordings import told
from curator.models import Article


def write(dataset: Dataset, folder: Folder) -> None:
    """Write `schema_org.jsonld`, a graph of `NewsArticle` and `Claim` nodes."""
    elsewhere: dict[str, set[str]] = {}
    for _, rows in claims_by_article(dataset):
        for row in rows:
            if row.status == "merged":
                elsewhere.setdefault(row.canonical_id, set()).add(row.article_id)
    with folder.file("schema_org.jsonld", "application/ld+json") as file:
        file.write('{"@context": "https://schema.org", "@graph": ', rows=0)
        write_array(file, _nodes(dataset, elsewhere))
        file.write("}\n", rows=0)


def _nodes(dataset: Dataset, elsewhere: dict[str, set[str]]) -> Iterator[dict[str, Any]]:
    for article, rows in claims_by_article(dataset):
        yield _article(article)
        for row in rows:
            if row.status == "confirmed":
                yield _claim(row, {row.article_id, *elsewhere.get(row.claim_id, ())})


def _article(article: Article) -> dict[str, Any]:
    node: dict[str, Any] = {"@type": "NewsArticle", "@id": _article_iri(article.id)}
    for name, value in (
        ("headline", article.title),
        ("url", article.url),
        ("datePublished", article.published),
    ):
        if value:
            node[name] = value
    if article.publisher:
        node["publisher"] = {"@type": "Organization", "name": article.publisher}
    return node


def _claim(row: ClaimRow, article_ids: set[str]) -> dict[str, Any]:
    node: dict[str, Any] = {"@type": "Claim", "@id": f"urn:curator:claim:{row.claim_id}", "text": told(row)}
    if row.speaker:
        node["author"] = {"name": row.speaker}
    node["appearance"] = [{"@id": _article_iri(id_)} for id_ in sorted(article_ids)]
    return node


def _article_iri(article_id: str) -> str:
    return f"urn:curator:article:{article_id}"
