"""What came in: articles and their claims, written in bulk and read back as values.

An article goes in whole with its claims or not at all. Never changes a claim that a decision speaks of.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from curator.models import Article, Claim, CuratorError
from curator.store.claim_rows import CLAIM_COLUMNS, CLAIM_WIDTH, claim_of, claim_row, details_of, span_of
from curator.store.database import Database
from curator.store.schema import ARTICLE_SHIFT, START_SHIFT
from curator.store.times import now

_INSERT_CLAIM = (
    'INSERT INTO claim(no, id, article_no, start, "end", kind, speaker, cue, polarity, modality, text, '
    "extractor, extractor_version, rule, confidence, grounded, origin, details) "
    "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_INSERT_STATE = "INSERT INTO claim_state(no, article_no, status, canonical_no, doubt) VALUES (?,?,?,?,?)"
UNSEARCHED = (
    "INSERT INTO claim_search(claim_search, rowid, wording, speaker, publisher, published) "
    "SELECT 'delete', no, wording, speaker, publisher, published FROM claim_words WHERE no = ?"
)
"""Takes a claim out of the full-text index; before its words change."""
SEARCHED = (
    "INSERT INTO claim_search(rowid, wording, speaker, publisher, published) "
    "SELECT no, wording, speaker, publisher, published FROM claim_words WHERE no = ?"
)
"""Puts it in, or in again."""


class Corpus:
    """The articles and claims of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    # -- articles --------------------------------------------------------------------------------------

    def has_article(self, article_id: str) -> bool:
        return self._db.first("SELECT 1 FROM article WHERE id = ?", (article_id,)) is not None

    def article_no(self, article_id: str) -> int:
        """The article's number in this file; raises CuratorError for an unknown id."""
        row = self._db.first("SELECT no FROM article WHERE id = ?", (article_id,))
        if row is None:
            raise CuratorError(f"there is no article {article_id}")
        return int(row[0])

    def article(self, article_id: str) -> Article:
        """The article with its text; raises CuratorError for an unknown id."""
        row = self._db.first(
            "SELECT id, text, title, publisher, published, url, source FROM article WHERE id = ?",
            (article_id,),
        )
        if row is None:
            raise CuratorError(f"there is no article {article_id}")
        return Article(*row)

    def all_articles(self) -> Iterator[Article]:
        """Every article with its text, one at a time, in the order in which they came in."""
        after = 0
        while row := self._db.first(
            "SELECT no, id, text, title, publisher, published, url, source FROM article "
            "WHERE no > ? ORDER BY no LIMIT 1",
            (after,),
        ):
            after = row[0]
            yield Article(*row[1:])

    def set_extracted(self, article_no: int, extracted: str) -> None:
        """Note which extractor an article's claims come from, inside `writing()`."""
        self._db.run("UPDATE article_state SET extracted = ? WHERE no = ?", (extracted, article_no))

    def add_article(self, article: Article, claims: Sequence[Claim], *, extracted: str) -> int:
        """Store a new article with its claims, inside `writing()`; gives the article's number.

        `extracted` names the extractor and version that found the claims.
        """
        try:
            self._db.run(
                "INSERT INTO article(id, title, publisher, published, url, source, length, added_at, text) "
                "VALUES (?,?,?,?,?,?,?,?,?)",
                (
                    article.id,
                    article.title,
                    article.publisher,
                    article.published,
                    article.url,
                    article.source,
                    len(article.text),
                    now(),
                    article.text,
                ),
            )
        except UnicodeEncodeError as error:
            raise CuratorError(
                f"{article.source or article.id}: the text holds half a surrogate pair at {error.start}"
            ) from None
        article_no = self.article_no(article.id)
        self._db.run(
            "INSERT INTO article_search(rowid, title, publisher, text) "
            "SELECT no, title, publisher, text FROM article_words WHERE no = ?",
            (article_no,),
        )
        self.set_extracted(article_no, extracted)
        self.add_claims(article_no, claims, origin="found")
        return article_no

    def better_metadata(self, article: Article) -> None:
        """Of two descriptions of a known text keep the fuller one, inside `writing()`; ties by the words."""
        known = self.article(article.id)
        described = [(a.title, a.publisher, a.published, a.url, a.source) for a in (known, article)]
        best = max(described, key=lambda words: (sum(map(bool, words[:4])), words))
        if best == described[0]:
            return
        no = self.article_no(article.id)
        claims = self._db.rows("SELECT no FROM claim WHERE no >= ? AND no < ?", span_of(no))
        self._db.run_many(UNSEARCHED, claims)
        self._db.run(
            "INSERT INTO article_search(article_search, rowid, title, publisher, text) "
            "SELECT 'delete', no, title, publisher, text FROM article_words WHERE no = ?",
            (no,),
        )
        self._db.run(
            "UPDATE article SET title = ?, publisher = ?, published = ?, url = ?, source = ? WHERE no = ?",
            (*best, no),
        )
        self._db.run(
            "INSERT INTO article_search(rowid, title, publisher, text) "
            "SELECT no, title, publisher, text FROM article_words WHERE no = ?",
            (no,),
        )
        self._db.run_many(SEARCHED, claims)

    # -- claims ----------------------------------------------------------------------------------------

    def add_claims(self, article_no: int, claims: Iterable[Claim], *, origin: str) -> list[int]:
        """Store claims of one article, inside `writing()`; gives their numbers. A known claim is left out."""
        new, states, taken = [], [], self._taken(article_no)
        ordered = sorted(claims, key=lambda c: (c.start, c.end, c.id))
        known = set(self.numbers(claim.id for claim in ordered))
        for claim in ordered:
            if claim.id in known:
                continue
            known.add(claim.id)
            no = article_no << ARTICLE_SHIFT | claim.start << START_SHIFT
            while no in taken:
                no += 1
            taken.add(no)
            new.append((no, *claim_row(article_no, claim), origin, details_of(claim)))
            status = "absent" if origin == "reviewer" else "pending"
            states.append((no, article_no, status, no, 0.5 - abs(claim.confidence - 0.5)))
        self._db.run_many(_INSERT_CLAIM, new)
        self._db.run_many(_INSERT_STATE, states)
        self._db.run(
            "INSERT INTO claim_search(rowid, wording, speaker, publisher, published) "
            "SELECT w.no, w.wording, w.speaker, w.publisher, w.published "
            "FROM json_each(?) j CROSS JOIN claim_words w ON w.no = j.value ORDER BY w.no",
            (json.dumps([row[0] for row in new]),),
        )
        return [row[0] for row in new]

    def _taken(self, article_no: int) -> set[int]:
        rows = self._db.rows("SELECT no FROM claim WHERE no >= ? AND no < ?", span_of(article_no))
        return {row[0] for row in rows}

    def claim_no(self, claim_id: str) -> int | None:
        """The claim's number in this file, None for an unknown id."""
        row = self._db.first("SELECT no FROM claim WHERE id = ?", (claim_id,))
        return None if row is None else int(row[0])

    def known_claim_no(self, claim_id: str) -> int:
        """The claim's number in this file; raises CuratorError for an unknown id."""
        no = self.claim_no(claim_id)
        if no is None:
            raise CuratorError(f"there is no claim {claim_id}")
        return no

    def claim(self, claim_id: str) -> Claim:
        """The claim as it was extracted; raises CuratorError for an unknown id."""
        row = self._db.first(
            f"SELECT {CLAIM_COLUMNS} FROM claim c JOIN article a ON a.no = c.article_no WHERE c.id = ?",
            (claim_id,),
        )
        if row is None:
            raise CuratorError(f"there is no claim {claim_id}")
        return claim_of(row)

    def records(self, article_id: str) -> dict[str, tuple[Claim, str]]:
        """All claims of one article, also unlisted ones, with their origin, by id."""
        rows = self._db.rows(
            f"SELECT {CLAIM_COLUMNS}, c.origin FROM claim c JOIN article a ON a.no = c.article_no "
            "WHERE c.no >= ? AND c.no < ?",
            span_of(self.article_no(article_id)),
        )
        return {row[0]: (claim_of(row), row[CLAIM_WIDTH]) for row in rows}

    def spoken_claims(self, article_id: str) -> set[str]:
        """The claims of one article that any event speaks of, standing or taken back."""
        rows = self._db.rows(
            "SELECT c.id FROM claim c WHERE c.no >= ? AND c.no < ? "
            "AND EXISTS (SELECT 1 FROM event_claim k WHERE k.claim_no = c.no)",
            span_of(self.article_no(article_id)),
        )
        return {row[0] for row in rows}

    def stale_among(self, claim_ids: Iterable[str]) -> int:
        """How many of these claims are stale."""
        wanted = json.dumps(list(claim_ids))
        return int(
            self._db.one(
                "SELECT count(*) FROM json_each(?) j JOIN claim c ON c.id = j.value "
                "JOIN claim_state s ON s.no = c.no WHERE s.status = 'stale'",
                (wanted,),
            )[0]
        )

    def set_origin(self, claim_id: str, origin: str) -> None:
        """Say where a claim comes from, inside `writing()`; its state has to be judged anew after."""
        self._db.run("UPDATE claim SET origin = ? WHERE id = ?", (origin, claim_id))

    def replace_claim(self, claim: Claim) -> None:
        """Describe a known claim differently, inside `writing()`; its place stays."""
        if self.claim(claim.id) == claim:
            return
        no = self.known_claim_no(claim.id)
        self._db.run(UNSEARCHED, (no,))
        self._db.run(
            "UPDATE claim SET kind = ?, speaker = ?, cue = ?, polarity = ?, modality = ?, text = ?, "
            "extractor = ?, extractor_version = ?, rule = ?, confidence = ?, grounded = ?, details = ? "
            "WHERE no = ?",
            (*claim_row(0, claim)[4:], details_of(claim), no),
        )
        self._db.run("UPDATE claim_state SET doubt = ? WHERE no = ?", (0.5 - abs(claim.confidence - 0.5), no))
        self._db.run(SEARCHED, (no,))

    # -- matching --------------------------------------------------------------------------------------

    def unmatched_articles(self) -> set[int]:
        """The numbers of the articles whose claims have not been matched yet."""
        return {row[0] for row in self._db.rows("SELECT no FROM article_state WHERE matched = 0")}

    def mark_unmatched(self, article_no: int) -> None:
        """Note that an article has claims without candidates, inside `writing()`."""
        self._db.run("UPDATE article_state SET matched = 0 WHERE no = ?", (article_no,))

    def mark_matched(self, article_nos: Iterable[int]) -> None:
        """Note that the claims of these articles have their candidates, inside `writing()`."""
        self._db.run(
            "UPDATE article_state SET matched = 1 WHERE no IN (SELECT value FROM json_each(?))",
            (json.dumps(list(article_nos)),),
        )

    # -- numbers ---------------------------------------------------------------------------------------

    def numbers(self, claim_ids: Iterable[str]) -> dict[str, int]:
        """The numbers of those claims that are known."""
        wanted = json.dumps(list(dict.fromkeys(claim_ids)))
        return dict(
            self._db.rows("SELECT c.id, c.no FROM json_each(?) j JOIN claim c ON c.id = j.value", (wanted,))
        )

    def ids(self, numbers: Iterable[int]) -> dict[int, str]:
        """The ids of the claims with these numbers."""
        wanted = json.dumps(list(numbers))
        return dict(
            self._db.rows("SELECT c.no, c.id FROM json_each(?) j JOIN claim c ON c.no = j.value", (wanted,))
        )
