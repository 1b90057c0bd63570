"""Whose claims an article gets: those of Curator's own extractor, or a guest's.

Knows extractors by name alone, and lets no claim through that breaks their contract.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from curator.extract.soundness import sound
from curator.models import Article, Claim, CuratorError

EXTRACTOR = "attribution"
_OWN = frozenset((EXTRACTOR, "assertions", "reviewer"))
"""Whose claims Curator's own extraction speaks for."""


class Guest(Protocol):
    """An extractor beside Curator's own: a language model, another package's."""

    @property
    def tool(self) -> str:
        """The name that its claims carry as their extractor."""

    def __call__(self, article: Article) -> list[Claim]:
        """The claims of an article; raises CuratorError where it has none to give."""


class NamedExtractor:
    """A guest by its name in the registry of extractors: one that another package brings."""

    def __init__(self, name: str) -> None:
        """Raises CuratorError when no extractor is called so."""
        from curator.extract import find_extractor

        self.tool = name
        self._extract = find_extractor(name)

    def __call__(self, article: Article) -> list[Claim]:
        """The claims of an article, under this guest's name; raises CuratorError when it fails."""
        try:
            return [replace(claim, extractor=self.tool) for claim in self._extract(article)]
        except Exception as error:  # whatever other people's code raises
            words = " ".join(f"{type(error).__name__}: {error}".split())
            raise CuratorError(f"extractor {self.tool!r} failed: {words}") from error


def extracted(article: Article, guest: Guest | None = None) -> list[Claim]:
    """The claims of an article by a guest, else by Curator's own extractor.

    Raises CuratorError when the extractor fails or breaks its contract.
    """
    if guest is not None:
        return sound(article, guest(article), guest.tool)
    from curator.extract import extract

    return sound(article, extract(article, extractor=EXTRACTOR), EXTRACTOR)


def is_own(extractor: str) -> bool:
    """Whether a claim is Curator's own or a reviewer's, and not a guest's or of another tool's file."""
    return extractor in _OWN
