"""What speaks for or against a pair: one small class a file, each with its own words.

A new signal is one file here and one line in `SIGNALS`; the contract test finds it by its being there.
"""

from __future__ import annotations

from curator.match.signals.agreement import Agreement
from curator.match.signals.commitment import Commitment
from curator.match.signals.names import Names
from curator.match.signals.numbers import Numbers
from curator.match.signals.opposites import Opposites
from curator.match.signals.places import Places
from curator.match.signals.polarity import Polarity
from curator.match.signals.shared_words import SharedWords
from curator.match.signals.signal import Pair, Signal
from curator.match.signals.source import Source
from curator.match.signals.speaker import Speaker
from curator.match.signals.stance import Stance
from curator.match.signals.time import Time
from curator.match.signals.topic import Topic
from curator.match.signals.wording import Wording

SIGNALS: tuple[Signal, ...] = (
    SharedWords(),
    Wording(),
    Topic(),
    Names(),
    Numbers(),
    Polarity(),
    Commitment(),
    Stance(),
    Opposites(),
    Speaker(),
    Time(),
    Places(),
    Source(),
    Agreement(),
)
"""In the order in which they look at a pair: some are silent unless enough words are shared."""

__all__ = ["SIGNALS", "Pair", "Signal"]
