"""Broken and hostile files: each is refused, or read, or found wanting, in words; nothing crashes."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.durability.harness import Result, decider, fresh
from curator import CuratorError, Workspace, decisions

_STATEMENTS = (
    "DROP TABLE claim",
    "DROP TABLE tally",
    "DROP VIEW claims",
    "ALTER TABLE claim RENAME TO gone",
    "DELETE FROM claim",
    "DELETE FROM claim_state",
    "DELETE FROM article",
    "UPDATE claim_state SET canonical_no = 1",
    "UPDATE claim SET article_no = 999",
    "UPDATE claim SET details = 'x'",
    "UPDATE claim SET details = '[1,2]'",
    "UPDATE candidate SET evidence = 'x'",
    "UPDATE session SET filter = 'colour:red', \"order\" = 'x', claim_id = 'x'",
    "UPDATE claim_state SET status = 'merged'",
    "INSERT INTO undone SELECT seq FROM decision_event",
    "UPDATE article SET text = char(27) || ']52;c;AAAA' || char(7) || text",
    "CREATE TRIGGER trap AFTER INSERT ON decision_event BEGIN DELETE FROM claim_state; END",
    "PRAGMA user_version = 0",
    "PRAGMA user_version = 2000000000",
    "PRAGMA application_id = 0",
)


def read_hostile(folder: Path, damages: int) -> Result:
    """Open, read, decide in, verify and unite so many damaged copies of a database."""
    path = fresh(folder, 200)
    decider(path, "ana", 60).communicate()
    original = path.read_bytes()
    outcomes: Counter[str] = Counter()
    crashes = 0
    for name, make in _damages(original, damages):
        target = folder / "hostile.db"
        target.unlink(missing_ok=True)
        target.with_name("hostile.db-journal").unlink(missing_ok=True)
        make(target)
        for use in (_read, _decide, _verify, _unite):
            try:
                outcomes[use(folder, target)] += 1
            except CuratorError as error:
                outcomes["refused in words" if "\n" not in str(error) else "refused in many lines"] += 1
            except Exception as error:  # that is what is counted
                crashes += 1
                print("  ", name, use.__name__, type(error).__name__, error)
    words = ", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common())
    return Result(
        "hostile databases",
        f"{damages + len(_STATEMENTS)} files x 4 uses",
        f"{words}; {crashes} crashes",
        not crashes,
    )


def _damages(original: bytes, count: int) -> Iterator[tuple[str, Callable[[Path], object]]]:
    chance = random.Random(2)
    for number in range(count):
        content = bytearray(original)
        match number % 4:
            case 0:
                del content[chance.randrange(len(content)) :]
                name = f"cut off at {len(content)}"
            case 1:
                page = chance.randrange(len(content) // 4096)
                content[page * 4096 : (page + 1) * 4096] = chance.randbytes(4096)
                name = f"page {page} is noise"
            case 2:
                for _ in range(20):
                    content[chance.randrange(len(content))] = chance.randrange(256)
                name = "twenty bytes changed"
            case _:
                content[chance.randrange(16, 100)] = chance.randrange(256)
                name = "header changed"
        yield name, lambda target, made=bytes(content): target.write_bytes(made)
    for statement in _STATEMENTS:
        yield statement, lambda target, sql=statement: _changed(target, original, sql)


def _changed(target: Path, original: bytes, statement: str) -> None:
    target.write_bytes(original)
    connection = sqlite3.connect(target)
    try:
        connection.execute(statement)
        connection.commit()
    except sqlite3.Error:
        pass
    finally:
        connection.close()


def _read(folder: Path, path: Path) -> str:
    with Workspace.open(path, reviewer="ana") as workspace:
        for view in workspace.claims():
            workspace.related(view.claim.id)
            workspace.claims_of(view.claim.article_id)
        workspace.next_claim()
        workspace.progress()
        list(workspace.log())
        list(workspace.candidates())
        workspace.search("the")
    return "read"


def _decide(folder: Path, path: Path) -> str:
    with Workspace.open(path, reviewer="ana") as workspace:
        view = workspace.next_claim()
        if view is None:
            return "nothing to decide"
        workspace.decide(decisions.Confirm(view.claim.id))
        workspace.undo()
    return "decided in"


def _verify(folder: Path, path: Path) -> str:
    with Workspace.open(path, reviewer="ana") as workspace:
        return "found wanting by verify" if workspace.verify().findings else "well by verify"


def _unite(folder: Path, path: Path) -> str:
    new = folder / "new.db"
    new.unlink(missing_ok=True)
    with Workspace.open(new, reviewer="zoe") as workspace:
        return "kept out of a union" if workspace.add([path]).failures else "united"
