"""The registry of extractors: an article goes in, its claims come out.

Add an extractor by writing one file in this folder and one line in `BUILT_IN`; other packages offer theirs
through the entry point group `curator.extractors`. Never stores, matches or shows a claim.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from curator.models import Article, Claim, CuratorError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Extractor = Callable[[Article], list[Claim]]
"""Claims of one article by (start, end), each span once, text == article.text[start:end]."""

BUILT_IN: dict[str, str] = {
    "attribution": "curator.extract.attribution:extract_attribution",
}
"""Name -> where its function is; loaded on first use."""

GROUP = "curator.extractors"


def extractors() -> dict[str, EntryPoint]:
    """Every extractor that is installed, by name; the built-in ones win over a guest of the same name."""
    from importlib.metadata import EntryPoint, entry_points

    guests = {entry.name: entry for entry in entry_points(group=GROUP)}
    return guests | {name: EntryPoint(name, target, GROUP) for name, target in BUILT_IN.items()}


def find_extractor(name: str) -> Extractor:
    """The extractor called `name`; raises CuratorError when there is none or it cannot be loaded."""
    if name in BUILT_IN:
        module, _, function = BUILT_IN[name].partition(":")
        built_in: Extractor = getattr(import_module(module), function)
        return built_in
    known = extractors()
    if name not in known:
        raise CuratorError(f"no extractor is called {name!r}: choose one of {', '.join(sorted(known))}")
    try:
        guest: Extractor = known[name].load()
    except Exception as error:
        raise CuratorError(f"extractor {name!r} ({known[name].value}) cannot be loaded: {error}") from error
    return guest


def extract(article: Article, extractor: str = "attribution") -> list[Claim]:
    """The claims of `article` in reading order; raises CuratorError for an unknown extractor."""
    return find_extractor(extractor)(article)
