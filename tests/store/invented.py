"""Invented articles and claims, and small databases of them, for the tests of store, review and workspace."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from curator.models import Article, Candidate, Claim, Evidence, article_id, claim_id
from curator.store import Store

OUTLETS = ("TRT World", "Daily Sabah", "Rudaw")
SPEAKERS = ("Ibrahim Kalın", "Vladimir Shamanov", "")


def article_of(number: int, claims: int) -> tuple[Article, list[Claim]]:
    """An article of so many sentences, each a claim of its own."""
    text, spans = f"Story {number}.\n", []
    for index in range(claims):
        sentence = f"Troops number {index} of story {number} will be deployed in İdlib"
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence + ".\n"
    id_ = article_id(text)
    article = Article(
        id=id_,
        text=text,
        title=f"Story {number}",
        publisher=OUTLETS[number % len(OUTLETS)],
        published=f"2017-06-{1 + number % 28:02d}",
        source=f"story-{number}.txt",
    )
    return article, [claim_at(article, start, end, n) for n, (start, end) in enumerate(spans)]


def claim_at(article: Article, start: int, end: int, n: int = 0, *, version: str = "1") -> Claim:
    speaker = SPEAKERS[n % len(SPEAKERS)]
    return Claim(
        id=claim_id(article.id, start, end),
        article_id=article.id,
        start=start,
        end=end,
        text=article.text[start:end],
        kind="paraphrase" if speaker else "assertion",
        speaker=speaker,
        cue="said" if speaker else "",
        confidence=0.5 + n % 5 / 10,
        extractor="attribution",
        extractor_version=version,
    )


def fill(store: Store, articles: int, claims: int, *, first: int = 0) -> list[str]:
    """Put so many articles of so many claims each into `store`; gives the claims' ids in order."""
    ids = []
    with store.database.writing():
        for number in range(first, first + articles):
            article, found = article_of(number, claims)
            store.corpus.add_article(article, found, extracted="invented")
            ids += [claim.id for claim in found]
    return ids


def candidates_among(ids: Iterable[str]) -> list[Candidate]:
    """A candidate for every pair of these claims, two contradictions for one duplicate."""
    listed = sorted(ids)
    words = (Evidence("wording", 0.5, "some words"),)
    return [
        Candidate(left, right, kind, max(10, (i * 7 + j * 3) % 100) / 100, words)
        for i, left in enumerate(listed)
        for j, right in enumerate(listed)
        if i < j
        for kind in (("contradicts", "same", "contradicts")[(i + j) % 3],)
    ]


def database_of(path: Path, articles: int = 3, claims: int = 3, *, candidates: bool = True) -> list[str]:
    """A new database of invented claims at `path`; gives their ids in order."""
    store = Store.open(path, reviewer="maker")
    ids = fill(store, articles, claims)
    if candidates:
        store.put_candidates(candidates_among(ids))
    store.database.close()
    return ids
