"""The names in a text: words written with a capital where a sentence would not ask for one.

They tell of whom and where several texts speak, whatever they say. Knows no list of names, and takes none
out of a text in which capitals tell nothing. Never compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from curator.match.lexicon import standing_for, word_set
from curator.match.words import key, plain, tokens

_CAPITAL = "[A-Z" + "".join(chr(c) for c in range(0xC0, 0x590) if chr(c).isupper()) + "]"
"""Latin, Greek, Cyrillic and Armenian; other scripts hardly have any."""
_INSIDE = rf"(?<=[^\s.!?:…•–—|\"“”‘«] {_CAPITAL})|(?<=\({_CAPITAL})"
"""A capital inside a sentence: behind these marks a new one may begin."""
_REST = rf"(?:[^\W_]|['’&.-](?=[^\W\d_]))*(?:(?<=\.{_CAPITAL})\.)?"
_RUN = re.compile(rf"{_CAPITAL}(?:{_INSIDE}){_REST}(?: {_CAPITAL}{_REST}){{0,3}}")
_TITLE_CASE = 0.55
"""The share of words with a capital above which capitals tell nothing."""
_LONGEST = 80
"""Code points of a run of names; what is longer is none."""
_NONE = word_set("offices") | standing_for("months").keys()


def names(*texts: str) -> Iterator[tuple[str, str]]:
    """The key of each name in `texts` with the name as written, in their order and as often as they stand."""
    for text in texts:
        runs = _RUN.findall(text)
        if sum([run.count(" ") + 1 for run in runs]) <= _TITLE_CASE * (text.count(" ") + 1):
            for run in runs:
                if len(run) <= _LONGEST:
                    yield from _read(run)


@lru_cache(maxsize=50_000)
def _read(run: str) -> tuple[tuple[str, str], ...]:
    """The keys of some words with capitals, each with all of them: "New York" has one, "Bashar Assad" two."""
    shown = run.removesuffix("'s").removesuffix("’s")
    return tuple(
        (k, shown)
        for token in tokens(plain(run))
        if token not in _NONE and not token[0].isdigit() and (k := key(token))
    )
