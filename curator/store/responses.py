"""What language models answered, in the database: found again by their question, never asked for twice.

An answer is on the disk when `keep` returns, also a useless one. It is no part of the log and is not hashed;
it stays in its own database when two are brought together, because nobody vouches for what another file says
that a model had answered.
"""

from __future__ import annotations

from pathlib import Path

from curator.extract.language_model.responses import KeptResponse, ResponseFile
from curator.store.database import Database

_COLUMNS = (
    "key, model, article_id, prompt, answer, usable, "
    "input_tokens, output_tokens, asked_at, milliseconds, cost"
)
_KEEP = f"INSERT INTO response({_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING"


class ResponseTable:
    """The answers kept in one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def usable(self, key: str) -> KeptResponse | None:
        """The last usable answer kept under `key`."""
        row = self._db.first(
            f"SELECT {_COLUMNS} FROM response WHERE key = ? AND usable = 1 ORDER BY no DESC LIMIT 1", (key,)
        )
        if row is None:
            return None
        key, model, article_id, prompt, answer, usable, asked, answered, asked_at, milliseconds, cost = row
        return KeptResponse(
            key,
            model,
            article_id,
            prompt,
            answer,
            bool(usable),
            input_tokens=asked,
            output_tokens=answered,
            asked_at=asked_at,
            milliseconds=milliseconds,
            cost=cost,
        )

    def keep(self, response: KeptResponse) -> None:
        """Keep an answer for good; one that is there already is not kept again."""
        with self._db.writing():
            self._db.run(_KEEP, _row(response))

    def take_in(self, path: Path) -> int:
        """Keep what an earlier version kept in a file beside the database; gives how many are new.

        The file is left as it is; a second time nothing of it is new.
        """
        if not path.exists() or self._db.read_only:
            return 0
        rows = [_row(response) for response in ResponseFile(path)]
        with self._db.writing():
            before = self._count()
            self._db.run_many(_KEEP, rows)
            return self._count() - before

    def _count(self) -> int:
        return int(self._db.one("SELECT count(*) FROM response")[0])


def _row(response: KeptResponse) -> tuple[object, ...]:
    return (
        response.key,
        response.model,
        response.article_id,
        response.prompt,
        response.answer,
        int(response.usable),
        response.input_tokens,
        response.output_tokens,
        response.asked_at,
        response.milliseconds,
        response.cost,
    )
