"""Keeps the table of speakers' names in step: which are one speaker, after claims or words on names changed.

Triggers count claims under their names and note the names concerned; here it is worked out anew whose they
are, for these and for what can hang together with them, never for all. The rules are those of
`curator.review.speakers` and `curator.extract.speakers.spellings`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from curator.models import Event
from curator.review.facts import Fact, read
from curator.review.speakers import Group, disputes, replay
from curator.store.database import Database
from curator.store.log import EVENT_COLUMNS
from curator.store.names import words_of

_FORM = "f.form, f.claims, f.surname, f.automatic, f.speaker, f.leads, f.disputed"


_MOST_AT_ONCE = 200
"""Names that are folded with a decision, which has to be on the disk before the screen moves on."""


class _Form(NamedTuple):
    """One row of speaker_form."""

    form: str
    claims: int
    surname: str | None
    automatic: str
    speaker: str
    leads: int
    disputed: str


class Speakers:
    """The names of speakers in one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def settle(self) -> None:
        """Work out anew whose names those are that something changed about, inside `writing()`."""
        due = [row[0] for row in self._db.rows("SELECT form FROM speaker_due")]
        if not due:
            return
        self._replay({*due, *self._fold(due)})
        self._db.run_many(
            "INSERT INTO speaker_word(word, form) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [(word, form) for form in due for word in words_of(form)],
        )
        unused = self._db.rows(
            "SELECT f.form FROM speaker_due d JOIN speaker_form f ON f.form = d.form WHERE f.claims = 0 "
            "AND NOT EXISTS (SELECT 1 FROM event_form e WHERE e.form = f.form)"
        )
        self._db.run_many("DELETE FROM speaker_form WHERE form = ?", unused)
        self._db.run_many(
            "DELETE FROM speaker_word WHERE word = ? AND form = ?",
            [(word, form) for (form,) in unused for word in words_of(form)],
        )
        self._db.run("DELETE FROM speaker_due")

    def settle_after(self, spoken: Iterable[str]) -> None:
        """The same after a decision that speaks of these names, and quickly.

        Where another program is bringing many articles in, what those brought is left to the end of that.
        """
        due = self._db.rows("SELECT form FROM speaker_due LIMIT ?", (_MOST_AT_ONCE + 1,))
        if len(due) <= _MOST_AT_ONCE:
            self.settle()
        elif names := set(spoken):
            self._replay(names)

    def standing(self, names: Iterable[str]) -> list[Fact]:
        """What stands of these names, in the order of the fold."""
        rows = self._db.rows(
            f"SELECT DISTINCT {EVENT_COLUMNS} FROM json_each(?) j "
            "CROSS JOIN event_form k ON k.form = j.value JOIN decision_event e ON e.seq = k.seq "
            "WHERE e.kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.seq = e.seq) "
            "ORDER BY e.hlc, e.reviewer, e.rseq",
            (_json(names),),
        )
        return [read(Event(*row)) for row in rows]

    def as_of(self, standing: Iterable[Fact]) -> dict[str, str]:
        """By name the speaker that it was, when only this stood of what was ever said of names.

        Of names that nobody ever spoke of nothing: they are what the folding of today makes of them.
        """
        named = {row[0] for row in self._db.rows("SELECT DISTINCT form FROM event_form")}
        forms = self._together(named)
        facts = [fact for fact in standing if fact.names]
        return {
            name: speaker
            for group in replay(_folded(forms.values()), facts)
            for speaker in (_known_as(group, forms),)
            for name in group.names
        }

    # -- folding ---------------------------------------------------------------------------------------

    def _fold(self, due: Iterable[str]) -> set[str]:
        """Fold spellings anew among the names that came or went and all alike; gives those concerned."""
        from curator.extract.speakers import spellings

        rows = self._forms(due)
        new = {row.form for row in rows.values() if row.claims > 0 and row.surname is None}
        gone = {row.form for row in rows.values() if row.claims <= 0 and row.surname is not None}
        if not new and not gone:
            return set()
        surnames = {form: spellings.surname(form) for form in new | gone}
        stored = self._db.rows("SELECT DISTINCT surname FROM speaker_form WHERE surname IS NOT NULL")
        alike = spellings.alike(surnames.values(), (row[0] for row in stored))
        there = self._db.rows(
            f"SELECT {_FORM} FROM json_each(?) j CROSS JOIN speaker_form f ON f.surname = j.value",
            (_json(alike),),
        )
        before = {row[0]: _Form(*row) for row in there} | {form: rows[form] for form in new}
        self._db.run_many(
            "UPDATE speaker_form SET surname = NULL, automatic = form WHERE form = ?",
            [(form,) for form in sorted(gone)],
        )
        changed = []
        for names in spellings.partition(form for form in before if form not in gone):
            automatic = min(names)
            for name in names:
                surname = surnames.get(name, before[name].surname)
                if (surname, automatic) != (before[name].surname, before[name].automatic):
                    changed.append((surname, automatic, name))
        self._db.run_many("UPDATE speaker_form SET surname = ?, automatic = ? WHERE form = ?", changed)
        moved = {name for _, automatic, name in changed if automatic != before[name].automatic}
        left = {before[name].automatic for name in moved | gone}
        return moved | gone | {row.form for row in before.values() if row.automatic in left}

    # -- reviewers' words ------------------------------------------------------------------------------

    def _replay(self, names: set[str]) -> None:
        """Work out the speakers anew of these names and of all that hang together with them."""
        forms = self._together(names)
        facts = self.standing(forms)
        differing = disputes(facts)
        changed = []
        for group in replay(_folded(forms.values()), facts):
            speaker = _known_as(group, forms)
            for name in group.names & forms.keys():
                is_now = speaker, int(name in group.leading), differing.get(name, "")
                if is_now != (forms[name].speaker, forms[name].leads, forms[name].disputed):
                    changed.append((*is_now, name))
        self._db.run_many(
            "UPDATE speaker_form SET speaker = ?, leads = ?, disputed = ? WHERE form = ?", changed
        )

    def _together(self, names: set[str]) -> dict[str, _Form]:
        """The rows of these names, of all folded with them, and of all that were ever said to be theirs."""
        found = self._forms(names)
        new = set(found)
        while new:
            wanted = _json(new)
            rows = self._db.rows(
                f"""
                SELECT {_FORM} FROM speaker_form f WHERE f.automatic IN (
                  SELECT o.automatic FROM json_each(?1) j CROSS JOIN speaker_form o ON o.form = j.value)
                UNION
                SELECT {_FORM} FROM json_each(?1) j CROSS JOIN event_form k ON k.form = j.value
                CROSS JOIN decision_event e ON e.seq = k.seq CROSS JOIN event_form l ON l.seq = e.seq
                CROSS JOIN speaker_form f ON f.form = l.form
                """,
                (wanted,),
            )
            new = {row[0] for row in rows} - found.keys()
            found |= {row[0]: _Form(*row) for row in rows if row[0] in new}
        return found

    def _forms(self, names: Iterable[str]) -> dict[str, _Form]:
        rows = self._db.rows(
            f"SELECT {_FORM} FROM json_each(?) j CROSS JOIN speaker_form f ON f.form = j.value",
            (_json(names),),
        )
        return {row[0]: _Form(*row) for row in rows}


def count_anew(database: Database) -> None:
    """Count all claims under their speakers' names, and work out anew whose each is; inside `writing()`."""
    from curator.store.additions import COUNT_SPEAKERS
    from curator.store.script import statements

    database.run(
        "UPDATE speaker_form SET claims = 0, surname = NULL, automatic = form, speaker = form, "
        "leads = 1, disputed = ''"
    )
    database.run("DELETE FROM speaker_article")
    database.run("DELETE FROM speaker_word")
    for statement in statements(COUNT_SPEAKERS):
        database.run(statement)
    database.run(
        "INSERT INTO speaker_due(form) SELECT form FROM speaker_form WHERE true ON CONFLICT DO NOTHING"
    )
    Speakers(database).settle()


def _folded(forms: Iterable[_Form]) -> list[set[str]]:
    """The names in the groups that the folding of spellings puts them in."""
    groups: dict[str, set[str]] = defaultdict(set)
    for row in forms:
        groups[row.automatic].add(row.form)
    return list(groups.values())


def _known_as(group: Group, forms: dict[str, _Form]) -> str:
    """The name by which a speaker is known: the fullest, of equally full ones the most frequent."""
    from curator.extract.speakers.spellings import fullness

    if len(group.leading) == 1:
        return next(iter(group.leading))

    def rank(name: str) -> tuple[int, int, int, str]:
        claims = forms[name].claims if name in forms else 0
        return fullness(name), claims, len(name), name

    return max(group.leading, key=rank)


def _json(values: Iterable[str]) -> str:
    return json.dumps(sorted(set(values)))
