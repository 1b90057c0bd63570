"""A claim's words as people are told them: what its article takes back is led by how it does that.

From "The company denied that inspections had been skipped" the claim's text is what is denied. One rule, for
the screens, the command line, the report and those exports that hand on words for reading: never changes a
claim's own text or where it stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from curator.models import Claim, ClaimView
from curator.titles import one_line

_LONGEST = 32
"""Characters of a cue that are told; its end may go, where it was cut one sees."""
_TAKING_BACK = frozenset({"denies", "refuses"})
"""Classes of cues that do not stand behind what follows them."""
_UNSURE = (
    r"(?i)\b(?:not|never|cannot|nor|neither|doubt(?:s|ed|ing|ful)?|unsure|uncertain|undecided|unconvinced"
    r"|s[ck]eptical)\b|n['’]t\b"
)
"""Words that turn any other cue round: "does not believe", "doubts"."""
_UNSURE_OF = tuple(
    "n't n’t not never nor neither doubt unsure uncertain undecided unconvinced eptical".split()
)
"""What a cue with any of them has somewhere: most have nothing of it, and no pattern is made for them."""
_DENYING = (
    r"(?i)\b(?:den(?:y|ies|ied|ying|ials?)|(?:reject|dispute|refute|rebut|dismiss|disavow|repudiate|debunk)\w*"
    r"|rul(?:e|es|ed|ing) out)\b"
)
"""What tells a denial where the cue came from elsewhere, without a class."""
_NOUN = "“the "
"""How the words of a rule begin that found a claim by a noun: “the doubt” and what it says."""
_NOBODY = r"(?i)(?:no|none|nobody|no-one|neither|not|few)\b"


class Cue(NamedTuple):
    """How a claim is reported, and where it stands to that."""

    words: str
    cue_class: str
    start: int | None
    """Where the words stand in the article; None where that is not known."""
    claim_start: int
    speaker: str = ""
    rule: str = ""
    """By which the claim was found, in words."""

    @property
    def leads(self) -> bool:
        """Whether what it says is said of the claim's words, and takes them back or leaves them open.

        What follows the words ("“We were never there,” he denied") or stands within them leaves them as
        they are.
        """
        # of a noun the cue does not have what stands before it: "has no doubt", "voiced doubt"
        unsure = self._unsure and not self.rule.startswith(_NOUN)
        turned = self._denying or self.cue_class in _TAKING_BACK or unsure
        return turned and (self.start is None or self.start < self.claim_start)

    @property
    def denies(self) -> bool:
        """Whether the claim's words are denied outright: what is not denied, or by nobody, is not."""
        return self.leads and self._denying and not self._unsure and not re.match(_NOBODY, self.speaker)

    @property
    def _denying(self) -> bool:
        if self.cue_class or not self.words:
            return self.cue_class == "denies"
        return bool(re.search(_DENYING, self.words))

    @property
    def _unsure(self) -> bool:
        low = self.words.lower()
        return any(part in low for part in _UNSURE_OF) and bool(re.search(_UNSURE, low))

    @property
    def lead(self) -> str:
        """It in the article's own words, visible and on one line; "" where it takes nothing back.

        By its class where it has no words.
        """
        if not self.leads:
            return ""
        words = one_line(self.words) or self.cue_class
        return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def cue_of(claim: Claim, start: int) -> Cue:
    """How a claim that begins at `start` now is reported."""
    at = claim.cue_span.start if claim.cue_span else None
    return Cue(claim.cue, claim.cue_class, at, start, claim.speaker, claim.rule)


def own_wording(view: ClaimView) -> bool:
    """Whether a reviewer put the claim into words that are not the article's at its boundaries."""
    claim, wording = view.claim, view.wording
    if wording in ("", claim.text):
        return False
    if not claim.grounded or (view.start, view.end) == (claim.start, claim.end):
        return True
    # with moved boundaries and no wording of its own, it is the article's text between them
    first, last = max(view.start, claim.start), min(view.end, claim.end)
    kept = claim.text[first - claim.start : max(first, last) - claim.start]
    here = wording[first - view.start : max(first, last) - view.start]
    return len(wording) != view.end - view.start or kept != here


def lead(view: ClaimView) -> str:
    """How an article takes back what a claim's words say ("denied"), "" where it does not.

    A reviewer's own wording stands for itself.
    """
    return "" if own_wording(view) else cue_of(view.claim, view.start).lead


def denied(view: ClaimView) -> bool:
    """Whether what a claim's words say is what its article has somebody deny."""
    return cue_of(view.claim, view.start).denies and not own_wording(view)


def led(how: str, words: str) -> str:
    """Words with how they are taken back before them, so that a narrow column still says it."""
    return f"{how}: {words}" if how else words


def as_found(claim: Claim | None, words: str) -> str:
    """A wording of a claim at some time, led where it is the one that was found; None for an unknown one."""
    if claim is None or words != claim.text:
        return words
    return led(cue_of(claim, claim.start).lead, words)


def told(view: ClaimView) -> str:
    """A claim's words: `denied: safety inspections had been skipped`; visible only as far as `lead` is."""
    return led(lead(view), view.wording or view.claim.text)


def spoken(view: ClaimView) -> str:
    """Who says a claim, and its words: `Kalin: there is no decision yet`, `the company, denied: …`."""
    joint = ", " if lead(view) else ": "
    return f"{view.speaker}{joint}{told(view)}" if view.speaker else told(view)
