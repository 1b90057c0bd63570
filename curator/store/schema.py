"""The tables, named once, and the statements that make them.

Three layers: what came in (article, claim, candidate) and what was decided (decision_event) are facts;
claim_state, verdict, relation and the like are projections of the log and can be rebuilt from it; the
views with plural names are for people who open the file with `datasette` or `sqlite-utils`. Never holds a
query that the program runs.
"""

from __future__ import annotations

from curator.store.additions import FINDING, INDEX, ORDER, OWN, READINGS, RESPONSES, SPEAKERS
from curator.store.alike import searchable

APPLICATION_ID = 0x43555241
"""Marks the file as Curator's ("CURA") in its header."""
VERSION = 8
"""The schema this program writes; a file with a higher one is opened read-only."""

ARTICLE_SHIFT = 29
START_SHIFT = 4
"""A claim's number is article_no << 29 | start << 4 | tie, so the primary key sorts as an article reads."""

FACTS = """
CREATE TABLE article(
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  published TEXT NOT NULL,
  url TEXT NOT NULL,
  source TEXT NOT NULL,
  length INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE TABLE claim(
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_no INTEGER NOT NULL REFERENCES article(no),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  kind TEXT NOT NULL,
  speaker TEXT NOT NULL,
  cue TEXT NOT NULL,
  polarity TEXT NOT NULL,
  modality TEXT NOT NULL,
  text TEXT NOT NULL,
  extractor TEXT NOT NULL,
  extractor_version TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  grounded INTEGER NOT NULL,
  origin TEXT NOT NULL CHECK(origin IN ('found','vanished','reviewer')),
  details TEXT NOT NULL,
  CHECK(start >= 0 AND "end" >= start)
) STRICT;
CREATE TABLE claim_variant(
  claim_no INTEGER NOT NULL REFERENCES claim(no),
  digest TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY(claim_no, digest)
) STRICT, WITHOUT ROWID;
CREATE TABLE candidate(
  no INTEGER PRIMARY KEY,
  left_no INTEGER NOT NULL,
  right_no INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('same','contradicts')),
  score REAL NOT NULL,
  open INTEGER NOT NULL DEFAULT 1,
  evidence TEXT NOT NULL,
  UNIQUE(left_no, right_no, kind)
) STRICT;
CREATE INDEX candidate_left_open ON candidate(left_no) WHERE open = 1;
CREATE INDEX candidate_right ON candidate(right_no, open);
CREATE INDEX candidate_best ON candidate(kind, score DESC, left_no, right_no) WHERE open = 1;
CREATE TABLE decision_event(
  seq INTEGER PRIMARY KEY,
  event_id TEXT NOT NULL UNIQUE,
  reviewer TEXT NOT NULL,
  rseq INTEGER NOT NULL CHECK(rseq > 0),
  hlc TEXT NOT NULL,
  wall_time TEXT NOT NULL,
  kind TEXT NOT NULL,
  target TEXT REFERENCES decision_event(event_id),
  payload TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  UNIQUE(reviewer, rseq),
  UNIQUE(reviewer, prev_hash),
  CHECK((kind = 'undo') = (target IS NOT NULL))
) STRICT;
CREATE INDEX decision_event_order ON decision_event(hlc, reviewer, rseq);
CREATE INDEX decision_event_target ON decision_event(target) WHERE target IS NOT NULL;
CREATE TRIGGER decision_event_is_never_updated BEFORE UPDATE ON decision_event
BEGIN SELECT RAISE(ABORT, 'the decision log is append-only: undo instead of updating'); END;
CREATE TRIGGER decision_event_is_never_deleted BEFORE DELETE ON decision_event
BEGIN SELECT RAISE(ABORT, 'the decision log is append-only: undo instead of deleting'); END;
CREATE TRIGGER decision_event_is_never_replaced BEFORE INSERT ON decision_event
WHEN EXISTS (SELECT 1 FROM decision_event WHERE seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM decision_event WHERE event_id = NEW.event_id)
  OR EXISTS (SELECT 1 FROM decision_event WHERE hash = NEW.hash)
  OR EXISTS (SELECT 1 FROM decision_event WHERE reviewer = NEW.reviewer AND rseq = NEW.rseq)
  OR EXISTS (SELECT 1 FROM decision_event WHERE reviewer = NEW.reviewer AND prev_hash = NEW.prev_hash)
BEGIN SELECT RAISE(ABORT, 'the decision log is append-only: this event is already there'); END;
"""

PROJECTIONS = """
CREATE TABLE event_claim(
  claim_no INTEGER NOT NULL REFERENCES claim(no),
  seq INTEGER NOT NULL REFERENCES decision_event(seq),
  PRIMARY KEY(claim_no, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE undone(
  seq INTEGER PRIMARY KEY REFERENCES decision_event(seq)
) STRICT;
CREATE TABLE claim_state(
  no INTEGER PRIMARY KEY REFERENCES claim(no),
  article_no INTEGER NOT NULL,
  status TEXT NOT NULL,
  canonical_no INTEGER NOT NULL REFERENCES claim(no),
  contradictions INTEGER NOT NULL DEFAULT 0,
  contradiction_score REAL NOT NULL DEFAULT 0,
  duplicate_score REAL NOT NULL DEFAULT 0,
  doubt REAL NOT NULL,
  wording TEXT,
  speaker TEXT,
  start INTEGER,
  "end" INTEGER,
  reason TEXT NOT NULL DEFAULT '',
  reviewers TEXT NOT NULL DEFAULT '',
  decided_at TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  disputes TEXT NOT NULL DEFAULT '',
  CHECK(status IN ('pending','confirmed','rejected','merged','disputed','stale','absent'))
) STRICT;
CREATE INDEX claim_state_status ON claim_state(status);
CREATE INDEX claim_state_cluster ON claim_state(canonical_no) WHERE canonical_no <> no;
CREATE INDEX claim_state_contradictions ON claim_state(status, contradiction_score DESC, no);
CREATE INDEX claim_state_duplicates ON claim_state(status, duplicate_score DESC, no);
CREATE INDEX claim_state_uncertain ON claim_state(status, doubt DESC, no);
CREATE TABLE verdict(
  claim_no INTEGER NOT NULL REFERENCES claim(no),
  reviewer TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES decision_event(seq),
  PRIMARY KEY(claim_no, reviewer)
) STRICT, WITHOUT ROWID;
CREATE INDEX verdict_reviewer ON verdict(reviewer, claim_no);
CREATE TABLE skip(
  reviewer TEXT NOT NULL,
  claim_no INTEGER NOT NULL REFERENCES claim(no),
  PRIMARY KEY(reviewer, claim_no)
) STRICT, WITHOUT ROWID;
CREATE TABLE relation(
  left_no INTEGER NOT NULL REFERENCES claim(no),
  right_no INTEGER NOT NULL REFERENCES claim(no),
  relation TEXT NOT NULL CHECK(relation IN ('same','contradicts','unrelated')),
  type TEXT NOT NULL,
  reviewers TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  conflict TEXT NOT NULL,
  events TEXT NOT NULL,
  PRIMARY KEY(left_no, right_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_right ON relation(right_no);
CREATE TABLE article_state(
  no INTEGER PRIMARY KEY REFERENCES article(no),
  claims INTEGER NOT NULL DEFAULT 0,
  pending INTEGER NOT NULL DEFAULT 0,
  extracted TEXT NOT NULL DEFAULT '',
  matched INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX article_state_unmatched ON article_state(no) WHERE matched = 0;
CREATE TABLE tally(
  name TEXT PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE session(
  reviewer TEXT PRIMARY KEY,
  "order" TEXT NOT NULL,
  filter TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  view TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
"""

_COUNT = (
    "INSERT INTO tally(name, count) VALUES ({name}, {by}) "
    "ON CONFLICT(name) DO UPDATE SET count = count + {by};"
)


def _counted(table: str, name: str, columns: str) -> str:
    """Triggers that keep one tally for the rows of `table`; `name` is SQL with {row} for the row."""
    plus = _COUNT.format(name=name.format(row="NEW"), by="1")
    minus = _COUNT.format(name=name.format(row="OLD"), by="-1")
    return f"""
CREATE TRIGGER {table}_counts_insert AFTER INSERT ON {table} BEGIN {plus} END;
CREATE TRIGGER {table}_counts_delete AFTER DELETE ON {table} BEGIN {minus} END;
CREATE TRIGGER {table}_counts_update AFTER UPDATE OF {columns} ON {table}
WHEN {name.format(row="OLD")} <> {name.format(row="NEW")} BEGIN {minus} {plus} END;
"""


COUNTS = (
    _counted("claim_state", "'claims ' || {row}.status", "status")
    + _counted("relation", "'relations ' || {row}.relation", "relation")
    + _counted("skip", "'skipped ' || {row}.reviewer", "reviewer")
    + f"""
CREATE TRIGGER candidate_counts_update AFTER UPDATE OF open ON candidate WHEN OLD.open <> NEW.open BEGIN
  {_COUNT.format(name="'candidates ' || NEW.kind || ' ' || NEW.open", by="1")}
  {_COUNT.format(name="'candidates ' || OLD.kind || ' ' || OLD.open", by="-1")}
END;
"""
    + """
CREATE TRIGGER article_counts_insert AFTER INSERT ON article BEGIN
  INSERT INTO tally(name, count) VALUES ('articles', 1) ON CONFLICT(name) DO UPDATE SET count = count + 1;
  INSERT INTO article_state(no) VALUES (NEW.no);
END;
CREATE TRIGGER claim_state_article_insert AFTER INSERT ON claim_state
WHEN NEW.status NOT IN ('stale','absent') BEGIN
  UPDATE article_state SET claims = claims + 1, pending = pending + (NEW.status = 'pending')
  WHERE no = NEW.article_no;
END;
CREATE TRIGGER claim_state_article_update AFTER UPDATE OF status ON claim_state
WHEN OLD.status <> NEW.status BEGIN
  UPDATE article_state SET
    claims = claims - (OLD.status NOT IN ('stale','absent')) + (NEW.status NOT IN ('stale','absent')),
    pending = pending - (OLD.status = 'pending') + (NEW.status = 'pending')
  WHERE no = NEW.article_no;
END;
"""
)

SEARCH = f"""
CREATE VIEW claim_words AS
SELECT c.no AS no, {searchable("coalesce(s.wording, c.text)")} AS wording,
  {searchable("coalesce(s.speaker, c.speaker)")} AS speaker, {searchable("a.publisher")} AS publisher,
  replace(substr(a.published, 1, 10), '-', '') AS published
FROM claim c JOIN claim_state s ON s.no = c.no JOIN article a ON a.no = c.article_no;
CREATE VIEW article_words AS
SELECT no, {searchable("title")} AS title, {searchable("publisher")} AS publisher,
  {searchable("text")} AS text
FROM article;
CREATE VIRTUAL TABLE claim_search USING fts5(
  wording, speaker, publisher, published, content='claim_words', content_rowid='no',
  tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');
CREATE VIRTUAL TABLE article_search USING fts5(
  title, publisher, text, content='article_words', content_rowid='no',
  tokenize='unicode61 remove_diacritics 2');
"""

VIEWS = """
CREATE VIEW articles AS
SELECT a.id, a.title, a.publisher, a.published, a.url, a.source, a.length, a.added_at,
  s.claims, s.pending, a.text
FROM article a JOIN article_state s ON s.no = a.no;
CREATE VIEW claims AS
SELECT c.id AS claim_id, s.status, coalesce(s.speaker, c.speaker) AS speaker,
  coalesce(s.wording, c.text) AS wording, c.kind, c.cue, c.polarity, c.modality,
  a.title AS article, a.publisher, a.published, a.id AS article_id,
  coalesce(s.start, c.start) AS start, coalesce(s."end", c."end") AS "end", c.text,
  k.id AS canonical_id, s.contradictions, s.reviewers, s.decided_at, s.reason, s.notes, s.disputes,
  c.rule, c.confidence, c.extractor, c.extractor_version
FROM claim c JOIN claim_state s ON s.no = c.no JOIN article a ON a.no = c.article_no
JOIN claim k ON k.no = s.canonical_no
WHERE s.status NOT IN ('stale','absent');
CREATE VIEW relations AS
SELECT l.id AS left_id, r.relation, r.type, g.id AS right_id, l.text AS left_text, g.text AS right_text,
  r.reviewers, r.decided_at, r.conflict
FROM relation r JOIN claim l ON l.no = r.left_no JOIN claim g ON g.no = r.right_no;
CREATE VIEW candidates AS
SELECT l.id AS left_id, g.id AS right_id, c.kind, c.score, l.text AS left_text, g.text AS right_text,
  c.evidence, c.open
FROM candidate c JOIN claim l ON l.no = c.left_no JOIN claim g ON g.no = c.right_no;
CREATE VIEW decisions AS
SELECT e.wall_time, substr(e.reviewer, 1, instr(e.reviewer, '@') - 1) AS reviewer, e.kind,
  c.text AS claim, e.seq IN (SELECT seq FROM undone) AS taken_back, e.payload, e.event_id, e.seq
FROM decision_event e LEFT JOIN claim c ON c.id = json_extract(e.payload, '$.claim')
ORDER BY e.hlc, e.reviewer, e.rseq;
"""

MATCHING = """
CREATE TABLE match_claim(
  number INTEGER PRIMARY KEY,
  claim_no INTEGER NOT NULL UNIQUE,
  said_evenness REAL NOT NULL,
  around_evenness REAL NOT NULL,
  affirms INTEGER NOT NULL
) STRICT;
CREATE TABLE match_said(
  key TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY(key, number)) STRICT, WITHOUT ROWID;
CREATE TABLE match_around(
  key TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY(key, number)) STRICT, WITHOUT ROWID;
CREATE TABLE match_count(key TEXT PRIMARY KEY, claims INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE match_tie(
  one INTEGER NOT NULL, other INTEGER NOT NULL, steps INTEGER NOT NULL, PRIMARY KEY(one, other)
) STRICT, WITHOUT ROWID;
CREATE TABLE match_state(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""
"""The index of matching, derived from the claims: what each is found by, who is tied to whom."""

PARTS = (FACTS, PROJECTIONS, COUNTS, SEARCH, MATCHING, VIEWS)
"""Version 1, in the order in which they can be made; never changed, since there are files of it."""

LATER = (FINDING, SPEAKERS, RESPONSES, INDEX, READINGS, OWN, ORDER)
"""What came after version 1, one part for each version."""
