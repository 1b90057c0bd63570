"""The heavy part gives what the light part gives, to the last digit, for any number of workers."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from bench.match.growth import pile
from curator.match import Subject, arriving, propose
from curator.match.bulk import propose_bulk
from curator.match.columns import PairColumns, features_of
from curator.match.frequencies import Frequencies
from curator.match.pile import Chosen, Pile, lay_out
from curator.match.proposed import Proposal
from curator.match.ranking import features
from curator.match.reading import read
from curator.match.signals import SIGNALS, Pair
from curator.match.tasks import read_shard

SUBJECTS = list(pile(300, seed=3))


@pytest.fixture(autouse=True)
def no_pile_is_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arriving, "FEW", 0)


def rows(proposals: Iterable[Proposal]) -> list[tuple[str, str, str, float]]:
    return [(p.left_id, p.right_id, p.kind, p.score) for p in proposals]


def test_shards_give_the_same_candidates_as_one_pass_in_pure_python() -> None:
    plain = [(c.left_id, c.right_id, c.kind, c.score) for c in propose(SUBJECTS)]
    assert plain
    assert rows(propose_bulk(SUBJECTS, len(SUBJECTS), shard=70)) == plain


def test_the_number_of_workers_changes_nothing() -> None:
    alone = list(propose_bulk(SUBJECTS, len(SUBJECTS), shard=100))
    with ThreadPoolExecutor(3) as executor:
        assert list(propose_bulk(SUBJECTS, len(SUBJECTS), shard=60, executor=executor)) == alone


@pytest.mark.parametrize("workers", [2])
def test_processes_give_the_same_as_one_process(workers: int) -> None:
    alone = list(propose_bulk(SUBJECTS, len(SUBJECTS), shard=150))
    with ProcessPoolExecutor(workers) as executor:
        assert list(propose_bulk(SUBJECTS, len(SUBJECTS), shard=150, executor=executor)) == alone


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> tuple[PairColumns, list[dict[str, float]]]:
    subjects = [*SUBJECTS, *_talking()]
    readings = [read(subject) for subject in subjects]
    frequencies = Frequencies.of(r.finding for r in readings)
    folder = tmp_path_factory.mktemp("pile")
    read_shard(folder, 0, partial(list, subjects))
    lay_out(folder, [folder / "shard-0.pickle"], len(subjects))
    pairs = [(i, j) for i in range(0, len(readings), 7) for j in range(i + 1, len(readings), 3)]
    left, right = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
    columns = PairColumns(Chosen(Pile(folder), np.arange(len(readings))), left, right)
    features_of(columns)
    return columns, [features(Pair(readings[i], readings[j], frequencies)) for i, j in pairs]


def _talking() -> list[Subject]:
    """Claims with everything that a signal looks at."""
    texts = (
        "At least 300,000 people have been killed since 12 March 2011",
        "More than 470,000 civilians were killed before 2015",
        "Officials denied that 84 settlements were attacked",
        "Production will rise by 12 percent in 2015, the ministry said",
        "Production fell by 15 percent in 2015 and may decline further",
    )
    return [
        Subject(
            replace(
                subject.claim,
                text=text,
                times=(("2017-07",), ("2017-06-22",), ("thursday",), ("friday", "2015/.."), ("T05:14",))[n],
                places=("Homs", "Idlib")[: n % 3],
                speaker=("Kalin", "Ibrahim Kalin", "")[n % 3],
            ),
            context=subject.context,
            published=f"2017-06-{10 + 3 * n}",
            title="Production and settlements",
        )
        for n, (subject, text) in enumerate(zip(pile(5, seed=9), texts, strict=True))
    ]


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda s: s.name)
def test_a_signal_says_the_same_of_many_pairs_as_of_each(
    signal: object, compared: tuple[PairColumns, list[dict[str, float]]]
) -> None:
    columns, one_by_one = compared
    for name in signal.features:  # type: ignore[attr-defined]
        assert columns.found[name].tolist() == [found.get(name, 0.0) for found in one_by_one], name


TOLD: list[int] = []


def telling(number: int) -> list[Subject]:
    """A shard of claims that all name a place, so that every pair of them is looked at closely."""
    TOLD.append(number)
    return [replace(s, claim=replace(s.claim, places=("Homs",))) for s in SUBJECTS[number::8]]


def test_pairs_over_many_shards_have_each_shard_told_a_few_times_however_many_pairs(tmp_path: Path) -> None:
    for number in range(8):
        read_shard(tmp_path, number, partial(telling, number))
    lay_out(tmp_path, [tmp_path / f"shard-{n}.pickle" for n in range(8)], len(SUBJECTS))
    pairs = np.random.default_rng(1).permutation(np.stack(np.triu_indices(len(SUBJECTS), k=1), axis=1))[:2000]
    TOLD.clear()
    features_of(PairColumns(Chosen(Pile(tmp_path), np.arange(len(SUBJECTS))), *pairs.T))
    assert set(TOLD) == set(range(8))
    assert max(map(TOLD.count, TOLD)) <= 3  # once for each signal that looks closely


def test_a_dask_cluster_gives_the_same_as_one_process() -> None:
    distributed = pytest.importorskip("distributed")
    alone = list(propose_bulk(SUBJECTS, len(SUBJECTS), shard=150))
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        executor = client.get_executor()
        assert list(propose_bulk(SUBJECTS, len(SUBJECTS), shard=150, executor=executor)) == alone
