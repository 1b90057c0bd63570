"""What later versions of the schema added, one part for each; `schema` says in which order.

Never changed once there are files of it, and never holds a query that the program runs.
"""

from __future__ import annotations

FINDING = """
CREATE TABLE saved_filter(
  reviewer TEXT NOT NULL,
  name TEXT NOT NULL,
  filter TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY(reviewer, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE mark(
  reviewer TEXT NOT NULL,
  letter TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  set_at TEXT NOT NULL,
  PRIMARY KEY(reviewer, letter)
) STRICT, WITHOUT ROWID;
"""
"""Version 2: filters that a reviewer saved by name, and the claims that they marked."""

_LISTED = "{row}.status NOT IN ('stale','absent')"
_STATE_NAME = "coalesce({row}.speaker, (SELECT speaker FROM claim WHERE no = {row}.no))"


def _counted_in(form: str, article_no: str) -> str:
    """SQL that counts one claim more under a name."""
    return f"""
  INSERT INTO speaker_form(form, claims, automatic, speaker)
  SELECT {form}, 1, {form}, {form} WHERE {form} <> ''
  ON CONFLICT(form) DO UPDATE SET claims = claims + 1;
  INSERT INTO speaker_article(form, article_no, claims) SELECT {form}, {article_no}, 1 WHERE {form} <> ''
  ON CONFLICT(form, article_no) DO UPDATE SET claims = claims + 1;"""


def _counted_out(form: str, article_no: str) -> str:
    """SQL that counts one claim less under a name."""
    return f"""
  UPDATE speaker_form SET claims = claims - 1 WHERE form = {form};
  UPDATE speaker_article SET claims = claims - 1 WHERE form = {form} AND article_no = {article_no};"""


_OLD, _NEW = (_STATE_NAME.format(row=row) for row in ("OLD", "NEW"))
_WAS, _IS = (_LISTED.format(row=row) for row in ("OLD", "NEW"))

COUNT_SPEAKERS = """
INSERT INTO speaker_form(form, claims, automatic, speaker)
SELECT form, claims, form, form FROM (
  SELECT coalesce(s.speaker, c.speaker) AS form, count(*) AS claims
  FROM claim_state s JOIN claim c ON c.no = s.no WHERE s.status NOT IN ('stale','absent') GROUP BY 1)
WHERE form <> '' ON CONFLICT(form) DO UPDATE SET claims = excluded.claims;
INSERT INTO speaker_article(form, article_no, claims)
SELECT coalesce(s.speaker, c.speaker), s.article_no, count(*)
FROM claim_state s JOIN claim c ON c.no = s.no
WHERE s.status NOT IN ('stale','absent') AND coalesce(s.speaker, c.speaker) <> '' GROUP BY 1, 2;
"""
"""Counts every claim under its speaker's name, into tables in which nothing is counted yet."""

SPEAKERS = f"""
CREATE TABLE speaker_form(
  form TEXT PRIMARY KEY,
  claims INTEGER NOT NULL,
  surname TEXT,
  automatic TEXT NOT NULL,
  speaker TEXT NOT NULL,
  leads INTEGER NOT NULL DEFAULT 1,
  disputed TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_form_speaker ON speaker_form(speaker);
CREATE INDEX speaker_form_automatic ON speaker_form(automatic);
CREATE INDEX speaker_form_surname ON speaker_form(surname);
CREATE TABLE speaker_article(
  form TEXT NOT NULL,
  article_no INTEGER NOT NULL REFERENCES article(no),
  claims INTEGER NOT NULL,
  PRIMARY KEY(form, article_no)
) STRICT, WITHOUT ROWID;
CREATE TABLE speaker_due(form TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE event_form(
  form TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES decision_event(seq),
  PRIMARY KEY(form, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE speaker_word(
  word TEXT NOT NULL,
  form TEXT NOT NULL,
  PRIMARY KEY(word, form)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER speaker_form_is_new AFTER INSERT ON speaker_form BEGIN
  INSERT INTO speaker_due(form) VALUES (NEW.form) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER speaker_form_is_due AFTER UPDATE OF claims ON speaker_form WHEN OLD.claims <> NEW.claims BEGIN
  INSERT INTO speaker_due(form) VALUES (NEW.form) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER speaker_article_ends AFTER UPDATE OF claims ON speaker_article WHEN NEW.claims = 0 BEGIN
  DELETE FROM speaker_article WHERE form = NEW.form AND article_no = NEW.article_no;
END;
CREATE TRIGGER claim_state_speaker_insert AFTER INSERT ON claim_state
WHEN {_IS} BEGIN{_counted_in(_NEW, "NEW.article_no")}
END;
CREATE TRIGGER claim_state_speaker_leaves AFTER UPDATE OF status, speaker ON claim_state
WHEN {_WAS} AND (NOT ({_IS}) OR OLD.speaker IS NOT NEW.speaker) BEGIN{_counted_out(_OLD, "OLD.article_no")}
END;
CREATE TRIGGER claim_state_speaker_comes AFTER UPDATE OF status, speaker ON claim_state
WHEN {_IS} AND (NOT ({_WAS}) OR OLD.speaker IS NOT NEW.speaker) BEGIN{_counted_in(_NEW, "NEW.article_no")}
END;
CREATE TRIGGER claim_speaker_update AFTER UPDATE OF speaker ON claim
WHEN OLD.speaker <> NEW.speaker AND EXISTS (SELECT 1 FROM claim_state s WHERE s.no = NEW.no
  AND s.speaker IS NULL AND s.status NOT IN ('stale','absent'))
BEGIN{_counted_out("OLD.speaker", "OLD.article_no")}{_counted_in("NEW.speaker", "NEW.article_no")}
END;
CREATE VIEW speakers AS
SELECT speaker, sum(claims) AS claims, count(*) AS forms, group_concat(form, ' · ') AS written
FROM speaker_form WHERE claims > 0 GROUP BY speaker;
{COUNT_SPEAKERS}"""
"""Version 3: the names of speakers with their claims and articles, and which of them are one speaker.

`automatic` is one name for all that the folding of spellings puts together, `speaker` the name by which all
of one speaker are known, `surname` NULL until a name is folded. Triggers count; whatever they touch is in
`speaker_due` until the store has worked out anew whose name it is.
"""

RESPONSES = """
CREATE TABLE response(
  no INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  model TEXT NOT NULL,
  article_id TEXT NOT NULL,
  prompt TEXT NOT NULL,
  answer TEXT NOT NULL,
  usable INTEGER NOT NULL,
  input_tokens INTEGER,
  output_tokens INTEGER,
  cost REAL,
  asked_at TEXT NOT NULL,
  milliseconds INTEGER NOT NULL,
  UNIQUE(key, asked_at, answer)
) STRICT;
CREATE INDEX response_usable ON response(key, no) WHERE usable = 1;
CREATE TRIGGER response_is_never_deleted BEFORE DELETE ON response
BEGIN SELECT RAISE(ABORT, 'answers of language models were paid for: they are never deleted'); END;
CREATE VIEW responses AS
SELECT asked_at, model, input_tokens, output_tokens, cost, usable, article_id, prompt, answer FROM response;
"""
"""Version 4: what language models were asked and answered, and what it cost. No part of the log."""

INDEX = """
DROP TABLE match_claim;
DROP TABLE match_said;
DROP TABLE match_around;
DROP TABLE match_count;
DROP TABLE match_tie;
DELETE FROM match_state WHERE name IN ('counted', 'weights');
CREATE TABLE match_claim(
  number INTEGER PRIMARY KEY,
  claim_no INTEGER NOT NULL UNIQUE,
  ties BLOB NOT NULL
) STRICT;
CREATE TABLE match_key(
  key TEXT NOT NULL UNIQUE,
  claims INTEGER NOT NULL,
  said BLOB NOT NULL,
  around BLOB NOT NULL
) STRICT;
CREATE TABLE evidence_code(
  code TEXT PRIMARY KEY,
  signal TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT, WITHOUT ROWID;
DROP VIEW candidates;
CREATE VIEW candidates AS
SELECT l.id AS left_id, g.id AS right_id, c.kind, c.score, l.text AS left_text, g.text AS right_text,
  CASE WHEN c.evidence LIKE '[%' THEN c.evidence ELSE (
    WITH digits(d) AS (VALUES ('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')),
    place(at) AS (VALUES (1),(4),(7),(10),(13),(16),(19),(22),(25),(28),(31),(34),(37),(40),(43),(46),(49),
      (52),(55),(58),(61))
    SELECT '[' || coalesce(group_concat('["' || e.signal || '",'
      || round((instr(d, substr(c.evidence, at + 1, 1)) * 62 + instr(d, substr(c.evidence, at + 2, 1))
      - 1985) / 100.0, 2) || ',"' || e.words || '"]'), '') || ']'
    FROM digits, place JOIN evidence_code e ON e.code = substr(c.evidence, at, 1)) END AS evidence,
  c.open
FROM candidate c JOIN claim l ON l.no = c.left_no JOIN claim g ON g.no = c.right_no;
"""
"""Version 5: the index of matching in few rows, and evidence in few characters.

A key is one row with the claims that have it, a claim one row with those it is tied to; a third of the room
and a tenth of the time of a row for each. The index is derived: what was in it is found anew by the next run.
`evidence_code` says what the characters of `candidate.evidence` stand for.
"""

READINGS = """
CREATE TABLE match_reading(
  claim_no INTEGER PRIMARY KEY,
  reading TEXT NOT NULL
) STRICT;
CREATE TRIGGER match_reading_of_changed_claim
AFTER UPDATE OF kind, speaker, cue, polarity, modality, text, details ON claim BEGIN
  DELETE FROM match_reading WHERE claim_no = OLD.no;
END;
CREATE TRIGGER match_reading_of_changed_article
AFTER UPDATE OF text, title, publisher, published ON article BEGIN
  DELETE FROM match_reading WHERE claim_no IN (SELECT no FROM claim WHERE article_no = OLD.no);
END;
"""
"""Version 6: what matching read of each claim, so that comparing it with a new one takes no reading anew."""

_PLAIN = "NOT IN ('merged','stale','absent')"
_NAMES = (
    """json_each('["' || replace(replace(replace({row}.reviewers, '\\', '\\\\'), '"', '\\"'), """
    """char(10), '","') || '"]')"""
)
"""The names in a list that is stored with line feeds between them."""


def _tallied(rows: str, by: str) -> str:
    """SQL that counts so many more for the (status, reviewer) of each row."""
    return (
        f"INSERT INTO tally(name, count) SELECT 'own ' || status || ' ' || reviewer, {by} FROM ({rows}) "
        f"WHERE reviewer <> '' ON CONFLICT(name) DO UPDATE SET count = count + {by};"
    )


def _by_verdict(row: str) -> str:
    """Reviewers with a verdict on a claim that is not merged, while its status changes."""
    return (
        f"SELECT {row}.status AS status, reviewer FROM verdict "
        f"WHERE claim_no = {row}.no AND {row}.status {_PLAIN} AND OLD.status <> NEW.status"
    )


def _by_merging(row: str) -> str:
    """Reviewers whose decisions stand on a merged claim."""
    names = _NAMES.format(row=row)
    return f"SELECT 'merged' AS status, value AS reviewer FROM {names} WHERE {row}.status = 'merged'"


def _of_verdict(row: str) -> str:
    return (
        f"SELECT s.status AS status, {row}.reviewer AS reviewer FROM claim_state s "
        f"WHERE s.no = {row}.claim_no AND s.status {_PLAIN}"
    )


COUNT_OWN = f"""
INSERT INTO tally(name, count)
SELECT 'own ' || status || ' ' || reviewer, count(*) FROM (
  SELECT s.status AS status, v.reviewer AS reviewer FROM verdict v JOIN claim_state s ON s.no = v.claim_no
  WHERE s.status {_PLAIN}
  UNION ALL SELECT 'merged', n.value FROM claim_state s, {_NAMES.format(row="s")} n WHERE s.status = 'merged')
WHERE reviewer <> '' GROUP BY 1;
"""
"""Counts what each reviewer decided, where nothing of it is counted yet."""

OWN = f"""
CREATE TRIGGER verdict_counts_insert AFTER INSERT ON verdict BEGIN
  {_tallied(_of_verdict("NEW"), "1")}
END;
CREATE TRIGGER verdict_counts_delete AFTER DELETE ON verdict BEGIN
  {_tallied(_of_verdict("OLD"), "-1")}
END;
CREATE TRIGGER claim_state_own_update AFTER UPDATE OF status, reviewers ON claim_state
WHEN OLD.status <> NEW.status OR (NEW.status = 'merged' AND OLD.reviewers <> NEW.reviewers) BEGIN
  {_tallied(_by_verdict("OLD"), "-1")}
  {_tallied(_by_verdict("NEW"), "1")}
  {_tallied(_by_merging("OLD"), "-1")}
  {_tallied(_by_merging("NEW"), "1")}
END;
DELETE FROM tally WHERE name > 'own ' AND name < 'own!';
{COUNT_OWN}"""
"""Version 7: how many claims of which status each reviewer decided, by a verdict or by merging them.

On a merged claim everybody's decisions are in `reviewers`, verdicts too; on another a verdict alone counts,
for an edit leaves a claim undecided.
"""

PERCENT = "CAST(round(score * 100) AS INTEGER)"
"""The likelihood of a candidate as an index orders it: those that arrive stand together in each."""

ORDER = f"""
DROP INDEX candidate_left_open;
DROP INDEX IF EXISTS candidate_best;
CREATE INDEX candidate_best ON candidate(kind, {PERCENT} DESC) WHERE open = 1;
"""
"""Version 8: candidates by likelihood in whole percent, and among equals in the order in which they came.

With an index by the score itself each candidate that arrives has pages of its own rewritten, and another one
of the open candidates of left claims was hardly ever faster than the unique one. A kill while a large pile
was filled has left a file without the index.
"""
