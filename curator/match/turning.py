"""The words of evidence as they read from the other claim: "decided against undecided" is a direction.

What names both sides in their order is turned round; what is told in short, of which no order is kept, is put
so that it holds for both. Never changes what is stored, and leaves what it cannot take apart as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from curator.models import Candidate, Evidence

_CUES = re.compile(r" \((“[^“”]*”) / (“[^“”]*”)\)$")
"""The words behind a verdict, one of each side."""
AROUND = " around them"
"""Behind two names that stand against each other in the texts around."""
_BETWEEN = {
    "modality": " against ",
    "opposites": " against ",
    "places": " against ",
    "names": " against ",
    "speaker": " against ",
    "time": " against ",
    "numbers": " against ",
    "stance": "; ",
}
"""What stands between the two sides, by signal."""
_EITHER_WAY = {
    "decided against undecided": "one is decided, the other undecided",
    "planned against undecided": "one is planned, the other undecided",
    "settled against possible": "one is settled, the other only possible",
    "denied against asserted": "one denies what the other says",
    "unknown against asserted": "one knows nothing of what the other says",
    "doubted against asserted": "one doubts what the other says",
    "only asked": "one only asks what the other says",
    "in common and nothing against": "nothing stands between them",
    "denied word for word": "one denies what the other says in nearly the same words",
    "words in any order": "much the same words",
    "nearly word for word": "nearly the same words",
    "the very words": "the same words",
    "shared words": "they share telling words",
    "words contained": "most words of one are in the other",
    "something in common": "about the same matter",
    "same topic": "the sentences around are about the same matter",
    "names in common": "the same names around both",
    "no name in common": "no name in common around them",
    "common neighbours": "other claims are like both of them",
    "numbers equal": "both have the same number",
    "numbers compatible": "their numbers fit",
    "numbers in conflict": "their numbers differ",
    "dates in conflict": "their dates differ",
    "numbers apart word for word": "nearly the same words, but another number",
    "negation on one side": "one is negated, the other is not",
    "negation on both sides": "both are negated",
    "negated word for word": "one negates the other's very words",
    "opposite words": "they have words that are opposites",
    "opposites word for word": "the same but for words that are opposites",
    "same speaker": "the same speaker in both",
    "other speaker": "another speaker",
    "same time": "both speak of the same time",
    "other time": "they speak of different times",
    "published together": "published within a week",
    "same place": "both are about the same place",
    "other place": "they are about different places",
    "word for word in both": "word for word in both: one voice, not two",
}
"""Features as told in short, in words that hold from both sides; no two in the same words."""
_FEATURES = {words: feature for feature, words in _EITHER_WAY.items()}


def turned(candidate: Candidate) -> Candidate:
    """A proposal as seen from its other claim, which is the left one then."""
    left, right = candidate.right_id, candidate.left_id
    return replace(candidate, left_id=left, right_id=right, evidence=turned_words(candidate.evidence))


def either_way(words: str) -> str:
    """What a feature of evidence in short says, whichever claim one looks from."""
    return _EITHER_WAY.get(words, words)


def feature_of(words: str) -> str:
    """The feature of which `either_way` makes these words."""
    return _FEATURES.get(words, words)


def turned_words(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence as it reads from the other claim."""
    return tuple(replace(each, words=_turned(each)) for each in evidence)


def _turned(evidence: Evidence) -> str:
    words, cues = evidence.words, ""
    if evidence.signal == "modality" and (found := _CUES.search(words)):
        words, cues = words[: found.start()], f" ({found[2]} / {found[1]})"
    if evidence.signal == "names" and words.endswith(AROUND):
        words, cues = words.removesuffix(AROUND), AROUND
    for between in (_BETWEEN.get(evidence.signal, ""), " fits " if evidence.signal == "numbers" else ""):
        if between and words.count(between) == 1:
            one, other = words.split(between)
            return f"{other}{between}{one}{cues}"
    butfor, sign, changed = words.partition("same words but for ")
    if evidence.signal == "wording" and sign and not butfor and changed.count("/") == 1:
        one, other = changed.split("/")
        return f"{sign}{other}/{one}"
    return evidence.words
