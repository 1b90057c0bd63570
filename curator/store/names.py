"""How names of speakers are searched for by their words: which words a name has, and SQL that asks for them.

Knows nothing of whose name is whose.
"""

from __future__ import annotations

import re

from curator.text import folded

_WORD = re.compile(r"[^\W_]+")


def words_of(name: str) -> list[str]:
    """The folded words of a name."""
    return list(dict.fromkeys(_WORD.findall(folded(name))))


def named(words: str) -> tuple[str, tuple[str, ...]]:
    """SQL that says of a row f of speaker_form that its name has words that begin with each of these."""
    wanted = words_of(words)
    if not wanted:
        return "1", ()
    each = "SELECT w.form FROM speaker_word w WHERE w.word >= ? AND w.word < ?"
    edges = tuple(edge for word in wanted for edge in (word, word + "\U0010ffff"))
    return f"f.form IN ({' INTERSECT '.join([each] * len(wanted))})", edges
