"""Measure matching: `python -m bench.match CLAIMS.jsonl --labels PAIRS.jsonl`, or a public corpus.

python -m bench.match claims.jsonl --labels pairs.jsonl --out candidates.jsonl
python -m bench.match --rumours bench/match/rumours.txt --decisions 1000
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
from bench.match.rows import FORMAT, rows
from curator.match.kept import Kept
from curator.match.proposing import Matched, match
from curator.match.ranking import features, final_odds, scores
from curator.match.reading import Reading
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
    if options.rumours:
        corpus = corpora.rumours(options.rumours)
    elif options.vitaminc:
        corpus = corpora.vitaminc(options.vitaminc)
    elif options.ecbplus:
        corpus = corpora.ecbplus(options.ecbplus)
    else:
        labels = corpora.pairs(options.labels) if options.labels else ()
        corpus = corpora.Labelled(corpora.claims(options.claims), labels)
    if options.out:
        with options.out.open("w", encoding="utf-8") as file:
            for row in rows(match(corpus.subjects)):
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
    if corpus.pairs:
        measure(corpus, decisions=options.decisions)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.match",
        description=(__doc__ or "").split("\n")[0],
        epilog=FORMAT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("claims", nargs="?", type=Path, help='JSON Lines of {"id", "text", …}')
    parser.add_argument("--labels", type=Path, help='JSON Lines of {"left", "right", "label"}')
    parser.add_argument("--out", type=Path, help="write the candidates here as JSON Lines, see below")
    parser.add_argument("--rumours", type=Path, help="headlines of invented rumours instead, as rumours.txt")
    parser.add_argument("--vitaminc", type=Path, help="a VitaminC file instead of claims and labels")
    parser.add_argument("--ecbplus", type=Path, help="ECB+ sentence pairs instead of claims and labels")
    parser.add_argument("--decisions", type=int, default=0, help="simulate a reviewer for so many decisions")
    parser.add_argument("--grow", help="sizes of a synthetic pile, separated by commas: time and memory")
    parser.add_argument("--workers", type=int, default=1, help="processes for --grow")
    return parser.parse_args()


def measure(corpus: corpora.Labelled, *, decisions: int) -> None:
    """Print the measures of one labelled corpus."""
    started = time.perf_counter()
    matched = match(corpus.subjects)
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"claims {len(matched.readings)}, candidates {len(matched.pairs)}, {seconds:.1f} s, {memory:.0f} MB"
    )
    number = {r.id: i for i, r in enumerate(matched.readings)}
    truth: dict[Key, RelationKind] = {}
    for left, right, label in corpus.pairs:
        i, j = number[left], number[right]
        truth[min(i, j), max(i, j)] = label
    kept = {(pair.earlier, pair.later): pair for pair in matched.pairs}
    odds = {key: both_odds(key, kept, matched) for key in truth}
    lists = top_lists(matched)
    kinds: tuple[RelationKind, RelationKind] = ("same", "contradicts")
    for kind, word in enumerate(kinds):
        labelled = [key for key, label in truth.items() if label == word]
        if not labelled:
            continue
        ranked = [(odds[key][kind], label == word) for key, label in truth.items()]
        plain = [
            (token_set(matched.readings[i], matched.readings[j]), label == word)
            for (i, j), label in truth.items()
        ]
        print(
            f"{word}: average precision {average_precision(ranked):.4f} of {len(ranked)} labelled pairs "
            f"(token_set {average_precision(plain):.4f}); {len(labelled)} such pairs, proposed at all "
            f"{sum(key in kept for key in labelled) / len(labelled):.3f}, in the top 20 of a claim "
            f"{recall_in_lists(labelled, lists):.3f}"
        )
    if decisions:
        queued = {key: pair for key, pair in kept.items() if key in truth}
        print(f"queued: {len(queued)} labelled pairs")
        simulate(queued, truth, len(matched.readings), decisions)


def simulate(queued: dict[Key, Kept], truth: dict[Key, RelationKind], claims: int, decisions: int) -> None:
    """Print what a simulated reviewer finds, with and without learning and closure."""
    total = {k: sum(label == k for label in truth.values()) for k in ("same", "contradicts")}
    wanted: RelationKind
    for wanted in ("contradicts", "same"):
        if not total[wanted]:
            continue
        for learning, closure in ((False, False), (True, False), (False, True), (True, True)):
            course = review(
                queued, truth, claims, wanted=wanted, closure=closure, learning=learning, limit=decisions
            )
            marks = [n for n in (200, 1_000, decisions) if n <= decisions]
            found = ", ".join(f"{course.after(n, wanted)} in the first {n}" for n in marks)
            to = [course.decisions_to(share, total[wanted], wanted) for share in (0.8, 0.95)]
            print(
                f"{wanted} (of {total[wanted]}), learning {'on' if learning else 'off'}, closure "
                f"{'on' if closure else 'off'}: {found}; decisions to 80 %: {to[0]}, to 95 %: {to[1]}"
            )


def top_lists(matched: Matched, limit: int = 20) -> dict[int, set[int]]:
    """Of each claim the `limit` others of each kind that rank highest."""
    lists: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for pair in matched.pairs:
        odds = -final_odds(pair, SHIPPED)
        lists[pair.later, pair.kind].append((odds, pair.earlier))
        lists[pair.earlier, pair.kind].append((odds, pair.later))
    top: dict[int, set[int]] = defaultdict(set)
    for (claim, _), entries in lists.items():
        top[claim] |= {other for _, other in sorted(entries)[:limit]}
    return top


def both_odds(key: Key, kept: dict[Key, Kept], matched: Matched) -> tuple[float, float]:
    """The log-odds of both kinds for any pair, kept or not."""
    if key in kept:
        return scores(kept[key].features, SHIPPED)
    left, right = (matched.readings[n] for n in key)
    return scores(features(Pair(left, right, matched.frequencies)), SHIPPED)


def token_set(left: Reading, right: Reading) -> float:
    """The plainest baseline: rapidfuzz token_set_ratio."""
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(left.plain, right.plain)


if __name__ == "__main__":
    main()
