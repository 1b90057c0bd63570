"""What a worker does for a large pile: read a shard, match a block of claims, weigh common neighbours.

Tasks know each other only through files in a folder; a worker holds one block at a time. Never ranks.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from curator.match.arriving import LEAST_USEFUL
from curator.match.columns import PairColumns, features_of
from curator.match.compact import written
from curator.match.compared import Compared, EvidenceText, Supported, Ties, kept_of_each, supports_of
from curator.match.joining import earlier
from curator.match.pile import Chosen, Numbers, Pile, Subjects
from curator.match.reading import read
from curator.match.shard import shard_of
from curator.match.shares import coded, shares_of
from curator.match.weights import NEIGHBOURS, START, Weights

STRONG_TIES = "strong ties"
"""Under which name those that count are laid down."""
_TOGETHER = 60_000
"""About so many pairs are compared at once: more take more memory and are no faster."""


def finished(folder: Path, name: str, function: Callable[..., Any], *arguments: Any) -> Any:
    """The result of a task, kept in the folder: what was finished before is not done again."""
    path = folder / f"{name}.done"
    if path.exists():
        return pickle.loads(path.read_bytes())  # noqa: S301 - this run's own file
    result = function(folder, *arguments)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(pickle.dumps(result, protocol=5))
    part.replace(path)
    return result


def read_shard(folder: Path, number: int, subjects: Subjects) -> int:
    """Read some claims; gives how many they were."""
    readings = [read(subject) for subject in subjects()]
    shard = shard_of(readings)
    (folder / f"told-{number}.pickle").write_bytes(pickle.dumps(subjects, protocol=5))
    (folder / f"shard-{number}.pickle").write_bytes(pickle.dumps(shard, protocol=5))
    (folder / f"lines-{number}.txt").write_text("\n".join(map(written, readings)), encoding="ascii")
    return shard.size


def _pile(folder: Path) -> Pile:
    return _pile_as_of(folder, _written_at(folder / "laid-out.done"))


@lru_cache(maxsize=1)
def _pile_as_of(folder: Path, _: tuple[int, int]) -> Pile:
    return Pile(folder)


def _ties(folder: Path) -> Ties:
    return _ties_as_of(folder, _written_at(folder / f"{STRONG_TIES} begins.npy"))


@lru_cache(maxsize=1)
def _ties_as_of(folder: Path, _: tuple[int, int]) -> Ties:
    return Ties.loaded(folder, STRONG_TIES)


def _written_at(path: Path) -> tuple[int, int]:
    """Tells a file from another at its path: one process may match a pile twice, in folders of one name."""
    status = path.stat()
    return status.st_ino, status.st_mtime_ns


def match_block(folder: Path, number: int, low: int, high: int, weights: Weights, limit: int) -> int:
    """Match the claims from `low` to `high` with those before them; gives how many pairs are kept."""
    pile = _pile(folder)
    later, others = earlier(pile, low, high)
    parts = [_compared(pile, later[piece], others[piece], weights) for piece in _pieces(later)]
    kept = kept_of_each(Compared.joined(parts), limit)
    kept.save(folder, number)
    return len(kept.later)


def _pieces(later: Numbers) -> Iterator[slice]:
    """Slices of pairs ordered by their later claim; all of a claim's are in one."""
    begin = 0
    while begin < len(later):
        end = int(np.searchsorted(later, later[min(begin + _TOGETHER, len(later)) - 1], "right"))
        yield slice(begin, end)
        begin = end


def _compared(pile: Pile, later: Numbers, others: Numbers, weights: Weights) -> Compared:
    claims, places = np.unique(np.concatenate([others, later]), return_inverse=True)
    chosen = Chosen(pile, claims)
    pairs = PairColumns(chosen, places[: len(later)], places[len(later) :])
    apart = np.flatnonzero(pairs.comparable())
    pairs = PairColumns(chosen, pairs.i[apart], pairs.j[apart])
    columns = features_of(pairs)
    odds = [np.full(len(pairs), table[START]) for table in (weights.same, weights.contradicts)]
    for name, column in columns.items():
        for value, table in zip(odds, (weights.same, weights.contradicts), strict=True):
            if name in table:
                value += table[name] * column
    found = Compared.of(later[apart], others[apart], odds[0], odds[1], pairs.same_article)
    likely = found.likely()
    chosen_columns = {name: column[likely] for name, column in columns.items()}
    return found.only(likely).with_shares(*shares_of(chosen_columns, found.kinds[likely], weights))


def support_block(folder: Path, number: int, weights: Weights, legend: dict[str, str]) -> int:
    """Keep a block's pairs that are worth proposing, neighbours counted, with evidence in few characters."""
    kept = Compared.loaded(folder, number)
    supports = supports_of(kept.later, kept.earlier, _ties(folder))
    lifts = np.array([weights.of(kind).get(NEIGHBOURS, 0.0) for kind in ("same", "contradicts")])
    of_kept = np.where(kept.kinds, kept.contradicts, kept.same)
    # As `arriving.useful`.
    useful = np.flatnonzero(of_kept + np.maximum(0.0, lifts)[kept.kinds] * supports >= LEAST_USEFUL)
    kept, supports = kept.only(useful), supports[useful]
    kinds = kept.kinds
    share = lifts[kinds] * supports
    odds = np.where(kinds, kept.contradicts, kept.same) + share
    evidence = coded(kept.shares, kept.strongest, share * (supports > 0), kinds, legend)
    Supported(kept.later, kept.earlier, kinds.astype(np.int8), odds).save(folder, number)
    EvidenceText.save(evidence, folder, number)
    return len(odds)
