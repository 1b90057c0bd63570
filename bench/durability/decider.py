"""A reviewer that never tires: decides, and prints the id of each event once it is acknowledged.

    python -m bench.durability.decider DATABASE NAME COUNT

With CONTROL in the environment it does not wait for the disk, so that a measurement can be seen to fail.
Confirms, notes, edits, merges, contradictions and undos in turn, so that every projection is at work.
"""

from __future__ import annotations

import os
import random
import sys

from curator import CuratorError, Workspace, decisions


def main() -> None:
    """Decide so often, or for ever when COUNT is 0."""
    path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    chance = random.Random(os.getpid())
    with Workspace.open(path, reviewer=name, timeout=60) as workspace:
        if os.environ.get("CONTROL"):
            workspace._store.database.rows("PRAGMA synchronous=OFF")
        ids = [view.claim.id for view, _ in zip(workspace.claims(), range(500), strict=False)]
        number = done = 0
        while not count or done < count:
            number += 1
            try:
                event_id = one(workspace, ids, number, chance)
            except CuratorError:
                continue
            done += 1
            os.write(1, f"{event_id}\n".encode())


def one(workspace: Workspace, ids: list[str], number: int, chance: random.Random) -> str:
    """One decision; gives the id of its event. What is refused raises CuratorError."""
    left, right = chance.sample(ids, 2)
    match number % 8:
        case 5:
            outcome = workspace.decide(decisions.Merge(left, right))
        case 6:
            outcome = workspace.decide(decisions.Contradict(left, right, "number"))
        case 7:
            outcome = workspace.undo()
        case 3:
            outcome = workspace.decide(decisions.Edit(left, wording=f"wording {os.getpid()} {number}"))
        case 4:
            outcome = workspace.decide(decisions.Note(left, f"note {number}"))
        case _:
            outcome = workspace.decide(decisions.Confirm(left))
    return outcome.event.event_id


if __name__ == "__main__":
    main()
