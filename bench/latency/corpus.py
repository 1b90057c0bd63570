"""Databases of any size, written through the store: articles of twenty claims, or one of very many."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from curator.models import Article, Candidate, Claim, Evidence, article_id, claim_id
from curator.store import Store

PER_ARTICLE = 20
_SPEAKERS = ("Ana Cole", "Tom Reed", "Lena Holt", "Maria Vance", "Ibrahim Kalın", "Vladimir Shamanov")
_WORDS = (
    "the bridge road harbour council troops ministry border agreement talks school water region plan money "
    "doctors farmers company court judge price river winter union strike budget minister reporter village "
    "election vote result police station factory energy network tax export market street tower valley coast"
).split()
_TOGETHER = 500


def database(folder: Path, claims: int, *, together: bool = False) -> Path:
    """The database with that many claims, `together` in one article; made once and kept in `folder`."""
    path = folder / f"claims-{claims}{'-together' if together else ''}.db"
    if not path.exists():
        made = path.with_suffix(".making")
        made.unlink(missing_ok=True)
        _fill(made, claims, claims if together else PER_ARTICLE)
        made.rename(path)
    return path


def texts(folder: Path, articles: int) -> None:
    """Write so many of the same articles as text files, once."""
    if folder.exists():
        return
    folder.mkdir(parents=True)
    stories = _articles(random.Random(20170623), articles * PER_ARTICLE, PER_ARTICLE)
    for number, (article, _) in enumerate(stories):
        (folder / f"story-{number:05}.txt").write_text(article.text, encoding="utf-8")


def _fill(path: Path, claims: int, per_article: int) -> None:
    draw = random.Random(20170623)
    store = Store.open(path, reviewer="bench")
    before: list[Claim] = []
    batch: list[tuple[Article, list[Claim]]] = []
    candidates: list[Candidate] = []
    for article, found in _articles(draw, claims, per_article):
        batch.append((article, found))
        for left, right in zip(before, found, strict=False):
            candidates.append(_candidate(draw, left, right))
            candidates.append(_candidate(draw, left, draw.choice(found)))
        before = found
        if len(batch) >= _TOGETHER:
            _put(store, batch, candidates)
            batch, candidates = [], []
    _put(store, batch, candidates)
    store.database.close()


def _put(store: Store, batch: list[tuple[Article, list[Claim]]], candidates: list[Candidate]) -> None:
    with store.database.writing():
        for article, found in batch:
            store.corpus.add_article(article, found, extracted="bench 1")
    store.put_candidates(candidates)


def _articles(draw: random.Random, claims: int, per_article: int) -> Iterator[tuple[Article, list[Claim]]]:
    for number in range(0, claims, per_article):
        lines = [f"Story {number // per_article} of the day", ""]
        places: list[tuple[int, str, str]] = []
        length = sum(len(line) + 1 for line in lines)
        for _ in range(min(per_article, claims - number)):
            words = " ".join(draw.choices(_WORDS, k=draw.randint(6, 16)))
            speaker = draw.choice(_SPEAKERS)
            places.append((length + 1, words, speaker))
            lines.append(f"“{words},” said {speaker} on Friday. Nothing else was heard from them that day.")
            length += len(lines[-1]) + 1
        text = "\n".join(lines)
        identity = article_id(text)
        article = Article(
            identity, text, lines[0], f"Outlet {number % 97}", f"20{number % 24:02}-06-2{number % 9}"
        )
        yield article, [_claim(identity, *place) for place in places]


def _claim(article: str, start: int, words: str, speaker: str) -> Claim:
    end = start + len(words)
    return Claim(
        claim_id(article, start, end), article, start, end, words, "quote", speaker, cue="said",
        extractor="bench", extractor_version="1",
    )  # fmt: skip


def _candidate(draw: random.Random, left: Claim, right: Claim) -> Candidate:
    kind = draw.choice(("same", "contradicts"))
    score = round(draw.random(), 3)
    ids = sorted((left.id, right.id))
    evidence = (Evidence("wording", score, "both name the harbour and the bridge"),)
    return Candidate(ids[0], ids[1], kind, score, evidence)  # type: ignore[arg-type]
