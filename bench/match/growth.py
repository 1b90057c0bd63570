"""How cost grows with the pile: synthetic claims from a thousand to a million, time and memory of each run.

The pile is made, not collected, so that anybody can measure the same: events with a few names, places and
numbers of their own, told in several articles each in words of a Zipf-like common vocabulary that grows as
vocabularies do. One in six tellings denies, doubts or leaves open what the others assert.
"""

from __future__ import annotations

import math
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from curator.match import Subject
from curator.match.bulk import BulkRun, part_size, told
from curator.match.compared import Supported
from curator.models import Claim, claim_id

_ONSETS = "b br ch d dr f g gr h j k kl l m n p pr r s sh st t tr v w y z".split()
_VOWELS = "a e i o u ai ea ou".split()
_ENDS = "l m n r s t nd rk st th v".split()
_ACTIONS = (
    "killed attacked deployed announced approved arrested bought closed built signed raised cut".split()
)
_DOUBTS = (
    "no decision yet on whether",
    "officials denied that",
    "it is unclear whether",
    "there were rumours that",
)


def word(number: int) -> str:
    """A pronounceable word for a number; different numbers give different words."""
    made = ""
    number += 300
    while number:
        number, onset = divmod(number, len(_ONSETS))
        number, vowel = divmod(number, len(_VOWELS))
        made += _ONSETS[onset] + _VOWELS[vowel]
        if number % 3 == 0:
            number, end = divmod(number, len(_ENDS))
            made += _ENDS[end]
    return made


def pile(claims: int, *, seed: int = 1) -> Iterator[Subject]:
    """`claims` claims of made-up news."""
    draw = random.Random(seed)
    vocabulary = int(40 * math.sqrt(claims)) + 2_000
    made = 0
    while made < claims:
        names = [word(10_000 + draw.randrange(5_000 + claims // 2)).capitalize() for _ in range(4)]
        action, number = draw.choice(_ACTIONS), draw.randrange(2, 400) * 10
        for telling in range(min(draw.choice((1, 1, 2, 3, 5, 8, 13)), claims - made)):
            common = [word(int(vocabulary ** draw.random())) for _ in range(8)]
            amount = number if draw.random() < 0.8 else draw.randrange(2, 400) * 10
            counted = [str(amount), "people"] if number % 30 == 0 else []
            parts = [names[0], action, *counted, "in", *names[1:3], *common]
            if draw.random() < 0.3:
                draw.shuffle(parts)
            doubt = draw.choice(_DOUBTS) + " " if draw.random() < 1 / 6 else ""
            text = doubt + " ".join(parts)
            article = f"article-{made}-{telling}"
            context = f"{text}. {names[3]} of {names[1]} spoke of {' '.join(common[:3])}."
            claim = Claim(
                claim_id(article, 0, len(text)), article, 0, len(text), text, "paraphrase", names[3]
            )
            yield Subject(claim, context, publisher=f"outlet-{draw.randrange(40)}")
            made += 1


def grow(sizes: list[int], *, workers: int) -> None:
    """Match piles of each size and print time, memory, recall and the exponent between neighbouring sizes."""
    previous: tuple[int, float] | None = None
    for size in sizes:
        started, cpu = time.perf_counter(), _cpu()
        executor: Executor | None = ProcessPoolExecutor(workers) if workers > 1 else None
        marks: dict[str, float] = {}

        def mark(doing: str, done: int, total: int | None) -> None:
            marks[doing] = time.perf_counter() - started  # noqa: B023 - called within this turn only

        with tempfile.TemporaryDirectory() as folder:
            run = BulkRun(Path(folder), size, executor)
            run.progress = mark
            firsts: list[bool] = []
            together = part_size(size)
            try:
                run.match(told(_noting(pile(size), firsts), together), -(-size // together))
            finally:
                if executor is not None:
                    executor.shutdown()
            pairs = run.pairs()
        seconds = time.perf_counter() - started
        own, children = (
            resource.getrusage(who).ru_maxrss / 1024
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        exponent = ""
        if previous is not None:
            exponent = f", exponent {math.log(seconds / previous[1]) / math.log(size / previous[0]):.2f}"
        steps = ", ".join(f"{doing} until {at:.1f}" for doing, at in marks.items())
        print(
            f"{size} claims, {workers} workers: {seconds:.1f} s, {_cpu() - cpu:.1f} s of processor time, "
            f"{len(pairs.odds)} candidates, "
            f"{recall(pairs, np.cumsum(firsts)):.3f} of the pairs of one event in the top 20 of a claim, "
            f"{own:.0f} MB and {children:.0f} MB in the largest worker{exponent} ({steps})",
            flush=True,
        )
        previous = size, seconds


def _noting(subjects: Iterator[Subject], firsts: list[bool]) -> Iterator[Subject]:
    """The subjects, noting of each whether it is the first that is told of its event."""
    for subject in subjects:
        firsts.append(subject.claim.article_id.endswith("-0"))
        yield subject


def recall(pairs: Supported, events: NDArray[np.int64], top: int = 20) -> float:
    """Of the pairs of claims told of one event the share that is among the `top` of one of the two."""
    owners = np.concatenate([pairs.later, pairs.earlier]).astype(np.int64)
    others = np.concatenate([pairs.earlier, pairs.later]).astype(np.int64)
    order = np.lexsort((-np.tile(pairs.odds, 2), owners))
    owners, others = owners[order], others[order]
    first = np.flatnonzero(np.diff(owners, prepend=-1))
    place = np.arange(len(owners)) - np.repeat(first, np.diff(np.append(first, len(owners))))
    hit = (place < top) & (events[owners] == events[others])
    found = np.unique(np.minimum(owners, others)[hit] * len(events) + np.maximum(owners, others)[hit])
    tellings = np.bincount(events)
    return len(found) / max(1, int((tellings * (tellings - 1) // 2).sum()))


def _cpu() -> float:
    """Processor time of this process and its finished workers, in seconds."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)
