"""What asking a model will take and has taken: questions, tokens and, where a price is given, money.

Tokens before asking are an estimate (four characters each); those afterwards are the provider's where it
says, else the same estimate and marked so. Never knows prices: providers change them, the user gives them.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from curator.models import CuratorError

CHARACTERS_PER_TOKEN = 4.0
"""Of English text, by the rule of thumb that providers give."""
_ANSWER_SHARE = 0.6
"""Tokens of an answer for each of the article: most of what a news article says is said by somebody."""
_PRICE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*/\s*(\d+(?:\.\d+)?)\s*")


@dataclass(frozen=True, slots=True)
class Price:
    """Money for a million tokens, in whatever currency the user thinks in."""

    input: float
    output: float

    @classmethod
    def parse(cls, words: str) -> Price:
        """The price in "0.25/2.00" (input/output); raises CuratorError for anything else."""
        match = _PRICE.fullmatch(words)
        if not match:
            raise CuratorError(f"a price is two amounts for a million tokens, as in 0.25/2.00, not {words!r}")
        return cls(float(match[1]), float(match[2]))

    def of(self, input_tokens: int, output_tokens: int) -> float:
        """What so many tokens cost."""
        return (input_tokens * self.input + output_tokens * self.output) / 1_000_000


@dataclass(frozen=True, slots=True)
class Estimate:
    """What asking about some articles would take."""

    questions: int
    kept: int
    """Of the questions, how many are answered already."""
    input_tokens: int
    output_tokens: int
    """Both only of what is not answered yet."""
    price: Price | None = None

    @property
    def words(self) -> str:
        """One line for people."""
        asked = self.questions - self.kept
        known = f", {self.kept:,} more answered before" if self.kept else ""
        line = (
            f"{asked:,} question{'' if asked == 1 else 's'}{known}, about {self.input_tokens:,} tokens in "
            f"and {self.output_tokens:,} out"
        )
        return line + (
            f", about {money(self.price.of(self.input_tokens, self.output_tokens))}" if self.price else ""
        )


def money(amount: float) -> str:
    """An amount to the cent; one below it to its first two digits that tell anything."""
    if amount == 0 or amount >= 0.01:
        return f"{amount:,.2f}"
    digits = 1 - math.floor(math.log10(amount))
    return f"{amount:.{digits}f}".rstrip("0")


def tokens_in(text: str) -> int:
    """About how many tokens a text has."""
    return round(len(text) / CHARACTERS_PER_TOKEN)


def answer_tokens(text: str) -> int:
    """About how many tokens the answer about a text has."""
    return round(tokens_in(text) * _ANSWER_SHARE) + 20
