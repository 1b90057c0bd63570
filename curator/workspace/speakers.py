"""Speakers over all articles: who they are, under which names, and in which articles.

Changes nothing: `decide(Identify(…))` joins two names, `decide(Distinguish(…))` takes one away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.models import Speaker, SpeaksIn
from curator.workspace.opened import Opened

if TYPE_CHECKING:
    from curator.store.speaker_list import SpeakerList


class Speakers(Opened):
    """Who says something."""

    @property
    def _speaker_list(self) -> SpeakerList:
        from curator.store.speaker_list import SpeakerList

        return SpeakerList(self._store.database)

    def speakers(self, words: str = "", *, limit: int | None = None) -> tuple[Speaker, ...]:
        """Speakers one of whose names has all of these words, those with most claims first."""
        return self._speaker_list.listed(words, limit)

    def speaker(self, name: str) -> Speaker:
        """The speaker whose name this is, with all their names; raises CuratorError where it is nobody's."""
        return self._speaker_list.of(name)

    def speaker_called(self, words: str, *, any_name: bool = True) -> str:
        """The one name that `words` mean: itself, or where it is written otherwise or only in part.

        With `any_name`, where several names of one speaker have these words, that by which they are known.
        """
        return self._speaker_list.resolve(words, any_name=any_name)

    def articles_naming(self, name: str, *, limit: int = 50) -> tuple[SpeaksIn, ...]:
        """The articles with claims of this very name, those with most first."""
        return self._speaker_list.articles(name, limit)
