"""Measure extraction: `python -m bench.extract CORPUS.jsonl…`.

python -m bench.extract gum_news/dev.jsonl
python -m bench.extract gum_news/dev.jsonl --misses 30 --kind indirect
python -m bench.extract gum_news/dev.jsonl --extractor attribution

GUM (https://gucorpling.org/gum/) marks attributions in Wikinews articles; PolNeAR's and the Gender Gap
Tracker's annotations can be brought into the same form, which `bench.extract.corpus` describes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.extract.corpus import read_corpus
from bench.extract.measuring import KINDS, Miss, Result, measure
from curator.extract import find_extractor
from curator.text import visible_line


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.extract", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument(
        "corpora", nargs="+", type=Path, metavar="CORPUS", help="articles marked by hand, JSON Lines"
    )
    parser.add_argument("--extractor", default="attribution", help="its name (default: attribution)")
    parser.add_argument("--misses", type=int, default=10, metavar="N", help="show the N worst (default: 10)")
    parser.add_argument("--kind", choices=(*KINDS, "extra"), help="show misses of this kind alone")
    options = parser.parse_args()
    extractor = find_extractor(options.extractor)
    for path in options.corpora:
        result = measure(read_corpus(path), extractor)
        _print(path, result)
        chosen = [miss for miss in result.misses if options.kind in (None, miss.kind)]
        for miss in sorted(chosen, key=lambda miss: (miss.overlap, -len(miss.text)))[: options.misses]:
            _print_miss(miss)


def _print(path: Path, result: Result) -> None:
    exact = result.score.tallies["exact"]
    print(f"{path}: {exact.gold} marked, {exact.found} found")
    print(f"  {'':10}{'precision':>10}{'recall':>10}{'F1':>8}")
    for name, tally in result.score.tallies.items():
        print(f"  {name:10}{tally.precision:>10.1%}{tally.recall:>10.1%}{tally.f1:>8.1%}")
    for kind, tally in result.kinds.items():
        found = f"{tally.right:>5} of {tally.gold} marked found (recall {tally.recall:.2f})"
        print(f"  {kind:10}{found}, {tally.found} told")
    speakers = result.speakers
    if speakers.gold:
        print(f"  speakers  {speakers.right:>5} of {speakers.gold} right ({speakers.recall:.1%})")
    else:
        print("  speakers  not marked in this corpus")
    rate = result.words / max(result.seconds, 1e-9)
    print(f"  {rate:,.0f} words a second of one core ({result.words:,} words)")


def _print_miss(miss: Miss) -> None:
    print(f"\n  {miss.kind}, overlap {miss.overlap:.2f}, {miss.article}")
    print(f"    …{visible_line(miss.before)}[{visible_line(miss.text)}]{visible_line(miss.after)}…")
    if miss.note:
        print(f"    {'found by' if miss.kind == 'extra' else 'nearest'}: {visible_line(miss.note)}")


if __name__ == "__main__":
    main()
