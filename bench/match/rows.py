"""The candidates of a pile as rows, for whoever ranks or scores them elsewhere.

Writes every pair that matching proposes and no other, and knows no label.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from curator.match.proposing import Matched, candidate
from curator.match.ranking import final_odds, probability
from curator.match.weights import SHIPPED, Weights

FORMAT = """\
each row of --out is one pair, the surest first; a pair stands once:
  left, right  the ids of the claims, as in CLAIMS.jsonl, the smaller id as left
  kind         what the pair is proposed as: "same" or "contradicts"
  score        how likely it is that, 0 to 1: the figure that the program shows
  same         how likely the two say the same, 0 to 1, whatever the kind; of kind "same" it is the score
  contradicts  how likely they contradict each other, 0 to 1; of kind "contradicts" it is the score
  evidence     [signal, share in log-odds, words] for each signal that says something of the kind
"same" and "contradicts" are two answers, not shares of one: they need not add up to 1.
"""
"""What a row holds, for the help."""


def rows(matched: Matched, weights: Weights = SHIPPED) -> Iterator[dict[str, Any]]:
    """The proposed pairs as `FORMAT` says."""
    found = [candidate(pair, matched.readings, matched.frequencies, weights) for pair in matched.pairs]
    order = sorted(
        range(len(found)),
        key=lambda n: (-final_odds(matched.pairs[n], weights), found[n].left_id, found[n].right_id),
    )
    for number in order:
        pair, proposed = matched.pairs[number], found[number]
        yield {
            "left": proposed.left_id,
            "right": proposed.right_id,
            "kind": proposed.kind,
            "score": proposed.score,
            "same": round(probability(final_odds(pair, weights, "same")), 4),
            "contradicts": round(probability(final_odds(pair, weights, "contradicts")), 4),
            "evidence": [[e.signal, e.share, e.words] for e in proposed.evidence],
        }
