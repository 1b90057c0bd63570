"""Letters that people type for others: what the full-text indexes and those who search them agree on.

Never used for anything but search.
"""

from __future__ import annotations

ALIKE = (
    ("ı", "i"),
    ("Æ", "Ae"),
    ("æ", "ae"),
    ("Ø", "O"),
    ("ø", "o"),
    ("Þ", "Th"),
    ("þ", "th"),
    ("ß", "ss"),
    ("Đ", "D"),
    ("đ", "d"),
    ("Ł", "L"),
    ("ł", "l"),
    ("Œ", "Oe"),
    ("œ", "oe"),
)
"""Letters that FTS5's own folding keeps apart from what people type for them; the rest it folds itself."""


def searchable(column: str) -> str:
    """SQL for `column` with the letters of ALIKE replaced."""
    for letter, typed in ALIKE:
        column = f"replace({column}, '{letter}', '{typed}')"
    return column
