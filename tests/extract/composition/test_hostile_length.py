"""Reading what a claim is made of takes time in proportion to its length, whatever stands in it.

A quadratic reading of these texts takes minutes, a linear one a tenth of a second: the bound tells them
apart on any machine.
"""

import time
from collections.abc import Callable

import pytest

from curator.extract.boilerplate import passages
from curator.extract.composition.modality import manner
from curator.extract.composition.parties import mentions
from curator.extract.composition.quantities import quantities
from curator.extract.composition.times import times
from curator.extract.grounding import ground
from curator.models import Article, Span

LENGTH = 30_000
SECONDS = 4.0
REPEATED = (
    "one ", "seven hundred ", "7 ", "9", "1,000,", "1-", "half a million and a half ", "hundreds of ", "$ ",
    "Thursday ", "May 4 to ", "since 2015 to ", "Syria's ", "Russia and ", "Bank of ", "A.", "A", "a", "not ",
    "if not ", "no yet ", "\n", "“", "(", " ", "İ",
)  # fmt: skip
READERS: dict[str, Callable[[str], object]] = {
    "times": lambda text: times(text, Span(0, len(text)), "2017-06-22"),
    "quantities": lambda text: quantities(text, Span(0, len(text))),
    "manner": lambda text: manner(text, Span(0, len(text))),
    "mentions": lambda text: mentions(text, Span(0, len(text))),
    "passages": lambda text: passages(Article("x", text)),
    "ground": lambda text: ground(text, "At least 300,000 people have been killed since the war began"),
}


@pytest.mark.parametrize("reader", READERS)
def test_no_repeated_text_takes_more_than_its_length(reader: str) -> None:
    for piece in REPEATED:
        text = piece * (LENGTH // len(piece))
        began = time.process_time()
        READERS[reader](text)
        assert time.process_time() - began < SECONDS, f"{piece!r} repeated"
