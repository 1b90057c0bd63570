"""Measure matching: `python -m bench.match CLAIMS.jsonl --labels PAIRS.jsonl`, or a public corpus.

python -m bench.match claims.jsonl --labels pairs.jsonl --out candidates.jsonl
python -m bench.match --vitaminc dev.jsonl.gz
python -m bench.match --ecbplus pairs_dev.jsonl
python -m bench.match claims.jsonl --grow 1000,10000,100000 --workers 2
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import defaultdict
from pathlib import Path

from bench.match import corpora
from bench.match.measures import average_precision, recall_in_lists
from bench.match.reviewer import review
from curator.match.frequencies import Frequencies, counted_claims
from curator.match.proposing import Comparison, compare_all, lift_by_neighbours, propose
from curator.match.ranking import features, scores
from curator.match.reading import Reading, read
from curator.match.signals import Pair
from curator.match.weights import SHIPPED
from curator.models import RelationKind

Key = tuple[int, int]


def main() -> None:
    """Measure what the command line asks for."""
    options = _options()
    if options.grow:
        from bench.match.growth import grow

        grow([int(size) for size in options.grow.split(",")], workers=options.workers)
        return
    if options.vitaminc:
        corpus = corpora.vitaminc(options.vitaminc)
    elif options.ecbplus:
        corpus = corpora.ecbplus(options.ecbplus)
    else:
        labels = corpora.pairs(options.labels) if options.labels else ()
        corpus = corpora.Labelled(corpora.claims(options.claims), labels)
    if options.out:
        with options.out.open("w", encoding="utf-8") as file:
            for c in propose(corpus.subjects):
                row = {"left": c.left_id, "right": c.right_id, "kind": c.kind, "score": c.score}
                row["evidence"] = [[e.signal, e.share, e.words] for e in c.evidence]
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
    if corpus.pairs:
        measure(corpus, decisions=options.decisions)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.match", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("claims", nargs="?", type=Path, help='JSON Lines of {"id", "text", …}')
    parser.add_argument("--labels", type=Path, help='JSON Lines of {"left", "right", "label"}')
    parser.add_argument("--out", type=Path, help="write the candidates here as JSON Lines")
    parser.add_argument("--vitaminc", type=Path, help="a VitaminC file instead of claims and labels")
    parser.add_argument("--ecbplus", type=Path, help="ECB+ sentence pairs instead of claims and labels")
    parser.add_argument("--decisions", type=int, default=0, help="simulate a reviewer for so many decisions")
    parser.add_argument("--grow", help="sizes of a synthetic pile, separated by commas: time and memory")
    parser.add_argument("--workers", type=int, default=1, help="processes for --grow")
    return parser.parse_args()


def measure(corpus: corpora.Labelled, *, decisions: int) -> None:
    """Print the measures of one labelled corpus."""
    started = time.perf_counter()
    readings = [read(s) for s in corpus.subjects]
    number = {r.id: i for i, r in enumerate(readings)}
    frequencies = Frequencies.of(r.finding for r in readings[: counted_claims(len(readings))])
    compared = compare_all(readings, frequencies, SHIPPED)
    lift_by_neighbours(compared, SHIPPED)
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"claims {len(readings)}, compared {len(compared)}, {seconds:.1f} s, {memory:.0f} MB")
    truth: dict[Key, RelationKind] = {}
    for left, right, label in corpus.pairs:
        i, j = number[left], number[right]
        truth[min(i, j), max(i, j)] = label
    for kind in (0, 1):
        word = ("same", "contradicts")[kind]
        labelled = [key for key, label in truth.items() if label == word]
        if not labelled:
            continue
        ranked = [
            (_odds(key, compared, readings, frequencies)[kind], label == word) for key, label in truth.items()
        ]
        print(f"{word}: average precision {average_precision(ranked):.4f} of {len(ranked)} labelled pairs")
        lists = top_lists(compared, kind)
        names = [(str(i), str(j)) for i, j in labelled]
        print(f"{word}: recall in the top 20 {recall_in_lists(names, lists):.3f} of {len(names)}")
        for other in (token_set,):
            ranked = [(other(readings[i], readings[j]), label == word) for (i, j), label in truth.items()]
            print(f"{word}: average precision of {other.__name__} {average_precision(ranked):.4f}")
    if decisions:
        queued = {key: c for key, c in compared.items() if key in truth}
        print(f"queued: {len(queued)} labelled pairs")
        simulate(queued, truth, len(readings), decisions)


def simulate(
    compared: dict[Key, Comparison], truth: dict[Key, RelationKind], claims: int, decisions: int
) -> None:
    """Print what a simulated reviewer finds, with and without learning and closure."""
    total = {k: sum(label == k for label in truth.values()) for k in ("same", "contradicts")}
    wanted: RelationKind
    for wanted in ("contradicts", "same"):
        if not total[wanted]:
            continue
        for learning, closure in ((False, False), (True, False), (False, True), (True, True)):
            course = review(
                compared, truth, claims, wanted=wanted, closure=closure, learning=learning, limit=decisions
            )
            marks = [n for n in (200, 1_000, decisions) if n <= decisions]
            found = ", ".join(f"{course.after(n, wanted)} in the first {n}" for n in marks)
            to = (
                course.decisions_to(0.8, total[wanted], wanted),
                course.decisions_to(0.95, total[wanted], wanted),
            )
            print(
                f"{wanted} (of {total[wanted]}), learning {'on' if learning else 'off'}, closure "
                f"{'on' if closure else 'off'}: {found}; decisions to 80 %: {to[0]}, to 95 %: {to[1]}"
            )


def top_lists(compared: dict[Key, Comparison], kind: int, limit: int = 20) -> dict[str, set[str]]:
    """Of each claim the `limit` others that rank highest for a kind."""
    lists: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (i, j), comparison in compared.items():
        lists[i].append((-comparison.odds[kind], j))
        lists[j].append((-comparison.odds[kind], i))
    return {str(i): {str(j) for _, j in sorted(entries)[:limit]} for i, entries in lists.items()}


def token_set(left: Reading, right: Reading) -> float:
    """The plainest baseline: rapidfuzz token_set_ratio."""
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(left.plain, right.plain)


def _odds(
    key: Key, compared: dict[Key, Comparison], readings: list[Reading], frequencies: Frequencies
) -> tuple[float, float]:
    if key in compared:
        return compared[key].odds
    return scores(features(Pair(readings[key[0]], readings[key[1]], frequencies)), SHIPPED)


if __name__ == "__main__":
    main()
