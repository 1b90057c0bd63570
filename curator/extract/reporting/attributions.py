"""Where, after content has begun, somebody else's words begin: a subject with a reporting verb of its own.

Looks from one chunk onwards, and never decides where the content before it ends.
"""

from __future__ import annotations

from curator.extract.lexicon import vocabulary as v
from curator.extract.lexicon.cues import Cue, verb_cues
from curator.extract.reporting.complements import content_after
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, NOUN_PHRASE, PARTICIPLE, Parsed

SPEECH = frozenset({"says", "denies", "warns", "promises", "asks", "urges", "accuses"})
"""Classes of cues by which somebody says something aloud."""
REACH = 9
"""Chunks within which a subject has its verb."""
_BETWEEN = frozenset({NOUN_PHRASE, PARTICIPLE, t.IN, t.RB, ",", t.CC, "(", ")", t.WH})


class Attributions:
    """The attributions among the phrases of one sentence."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.chunks = parsed.chunks
        self.cues = verb_cues()

    def _kind(self, at: int) -> str:
        return self.chunks[at].kind if at < len(self.chunks) else ""

    def _cue(self, index: int) -> Cue | None:
        """The cue of the finite verb at `index` if it introduces what somebody says."""
        chunk = self.chunks[index]
        cue = self.cues.get(chunk.verb)
        if cue is None or chunk.passive:
            return None
        figure = "V" in cue.takes and content_after(self.parsed, index + 1, "V") is not None
        return cue if figure or set("bchq") & set(cue.takes) else None  # "police put | the number at 40"

    def _new_attribution(self, at: int) -> bool:
        """Whether a new subject with a reporting verb of its own begins at chunk `at`."""
        if self._kind(at) in (t.WH, t.TH) or (at < len(self.chunks) and self._points_back(at)):
            return False
        for index in range(at, min(at + REACH, len(self.chunks))):
            chunk = self.chunks[index]
            if chunk.kind == FINITE:
                cue = self._cue(index)
                if index > at and self._quotes(index + 1):
                    return True
                last = self._kind(at - 1) == "," and self._kind(index + 1) in ("", ".")
                voiced = cue is not None and (cue.cue_class in SPEECH or self._differ(at, cue))
                speech = index > at and cue is not None and (voiced or last)
                return speech and not chunk.modal and not chunk.negated and self._complete(index)
            if chunk.kind not in _BETWEEN or (chunk.kind == "," and index == at):
                return False
        return False

    def _differ(self, at: int, cue: Cue) -> bool:
        """Whether "but" and some group open a clause of what others think ("…, but economists think")."""
        other = self._kind(at - 1) == t.CC and self.parsed.low(self.chunks[at - 1]) == "but"
        group = self.parsed.low(self.chunks[at]) in v.GROUP_ROLES and not self.chunks[at].pronoun
        return other and group and cue.cue_class in ("thinks", "hopes", "fears")

    def _points_back(self, at: int) -> bool:
        """Whether "something" with a relative clause begins at `at` ("…, something officials deny")."""
        return self.parsed.low(self.chunks[at]) == "something" and self._kind(at + 1) != FINITE

    def _quotes(self, at: int) -> bool:
        """Whether a colon follows within a few words, as before a quotation."""
        return any(self._kind(index) == ":" for index in range(at, at + 3))

    def _complete(self, index: int) -> bool:
        """Whether the reporting verb at `index` ends its clause or has content of its own."""
        following = self._kind(index + 1)
        if following in ("", ".", ",", "-", t.QT, ";", t.TH, t.IN):
            return True
        if following == NOUN_PHRASE and self.chunks[index + 1].time:
            return True
        takes = self.cues[self.chunks[index].verb].takes
        return content_after(self.parsed, index + 1, takes) is not None
