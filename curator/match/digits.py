"""Small numbers in two characters, and what three characters of evidence say.

Kept apart from what computes them: reading a stored proposal must not load what compares claims.
"""

from __future__ import annotations

from collections.abc import Iterator

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
ZERO = len(DIGITS) ** 2 // 2
"""What is added to a share in hundredths: two digits hold from -19.22 to 19.21."""


def decoded(text: str) -> Iterator[tuple[str, float]]:
    """The character and share of each signal behind `shares.coded`; raises ValueError for another text."""
    if len(text) % 3:
        raise ValueError(text)
    for k in range(0, len(text), 3):
        high, low = DIGITS.index(text[k + 1]), DIGITS.index(text[k + 2])
        yield text[k], (high * len(DIGITS) + low - ZERO) / 100.0
