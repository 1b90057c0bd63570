"""How a claim is put: affirmed or denied, fact, plan or possibility, past or future, and by which words.

Reads the main clauses: what stands in a relative or an adverbial clause ("zones, which are to be
established …") says nothing of the claim itself. Never weighs whether a claim is true, and never reads an
article's intention: only its words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Literal

from curator.extract.composition import modality_words as w
from curator.models import Modality, Polarity, Span

Tense = Literal["", "past", "present", "future"]

_RANK: tuple[Modality, ...] = ("fact", "planned", "possible", "conditional", "undecided")
"""The later wins within one sentence: what is doubted is not planned."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a claim is put, and where the words stand that say so."""

    polarity: Polarity
    modality: Modality
    tense: Tense
    markers: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: tuple[str, ...]
    """In lower case with straight apostrophes, contractions apart."""
    places: tuple[Span, ...]
    main: tuple[bool, ...]
    """Which of them stand in a main clause."""
    question: bool
    conditional: Span | None
    fenced: bool
    """Whether a comma stands before a subordinate clause, so that the main clause is complete without it."""

    def main_clauses(self) -> _Sentence:
        kept = [index for index, is_main in enumerate(self.main) if is_main]
        return replace(
            self,
            words=tuple(self.words[index] for index in kept),
            places=tuple(self.places[index] for index in kept),
            main=(True,) * len(kept),
        )


@dataclass(frozen=True, slots=True)
class _Line:
    """The words of a sentence joined by spaces, for patterns over several of them."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, words: tuple[str, ...]) -> _Line:
        starts = accumulate((len(word) + 1 for word in words), initial=0)
        return cls(" ".join(words), tuple(starts)[:-1])

    def indices(self, match: re.Match[str]) -> range:
        """The words that a match covers."""
        first = bisect_right(self.starts, match.start()) - 1
        return range(max(first, 0), bisect_right(self.starts, max(match.end() - 1, match.start())))


def manner(text: str, span: Span, *, cue_class: str = "", reported: bool = False) -> Manner:
    """How `text[span.start:span.end]` is put, given the class of its reporting verb.

    `reported` speech in the past shifts "will" to "would", so "would" is a plan there and a condition else.
    Several sentences are what most of them are.
    """
    read = [
        _manner_of(sentence, text, reported, cue_class)
        for sentence in _sentences(text, span)
        if sentence.words
    ]
    if not read:
        return Manner("positive", "fact", "")
    negative = sum(one.polarity == "negative" for one in read) * 2 >= len(read)
    counts = Counter(one.modality for one in read)
    modality = max(counts, key=lambda name: (counts[name], _RANK.index(name)))
    markers = tuple(marker for one in read for marker in one.markers)
    if cue_class in ("denies", "refuses"):
        negative = not negative
    return Manner(
        "negative" if negative else "positive",
        _by_cue(modality, cue_class, read[0]),
        next((one.tense for one in read if one.tense), ""),
        markers,
    )


def _by_cue(modality: Modality, cue_class: str, first: Manner) -> Modality:
    """What the reporting verb adds: a promise to leave is a plan, a fear that they leave a possibility."""
    if modality != "fact":
        return modality
    still_to_come = first.tense in ("", "future")
    if cue_class in ("promises", "wants", "agrees") and still_to_come:
        return "planned"
    if cue_class in ("hopes", "fears", "predicts") or (cue_class in ("urges", "asks") and still_to_come):
        return "possible"
    return "fact"


def _sentences(text: str, span: Span) -> list[_Sentence]:
    result: list[_Sentence] = []
    words: list[tuple[str, Span, bool]] = []
    conditional: Span | None = None
    subordinate = fenced = comma = False

    def finish(question: bool) -> None:
        columns = tuple(zip(*words, strict=True)) or ((), (), ())
        result.append(_Sentence(columns[0], columns[1], columns[2], question, conditional, fenced))

    for match in w.TOKEN.finditer(text, span.start, span.end):
        word = match[0] if match[0] == "May" else match[0].lower().replace("’", "'")  # the month stays itself
        place = Span(match.start(), match.end())
        if word in w.SENTENCE_ENDS:
            finish(word == "?")
            words, conditional, subordinate, fenced = [], None, False, False
        elif word in ",:":
            subordinate, comma = False, True
            continue
        else:
            if word in w.CONDITIONS and [before for before, _, _ in words[-1:]] not in (
                ["even"],
                ["as"],
                ["what"],
            ):
                conditional = place
            if word in w.SUBORDINATORS and (words or word not in w.ASKING):
                subordinate, fenced = True, fenced or comma
            words.extend((part, place, not subordinate) for part in _parts(word))
        comma = False
    finish(False)
    return result


def _parts(token: str) -> tuple[str, ...]:
    """A word without its contraction: "won't" as will and n't, "they'll" as they and 'll."""
    if token.endswith("n't"):
        return {"won't": "will", "can't": "can", "shan't": "shall"}.get(token, token[:-3]), "n't"
    stem, mark, ending = token.rpartition("'")
    return (
        (stem, mark + ending) if mark and stem and ending in ("s", "re", "ll", "ve", "m", "d") else (token,)
    )


def _manner_of(whole: _Sentence, text: str, reported: bool, cue_class: str) -> Manner:
    sentence = whole.main_clauses()
    if not sentence.words or not (whole.fenced or _tense_of(sentence, reported)):
        sentence = whole  # "a measure which will last": all that there is of a verb is in the relative clause
    line = _Line.of(sentence.words)
    denied = _denied_by(sentence, line)
    modality, marker = _modality_of(sentence, line, reported, cue_class)
    tense = _tense_of(sentence, reported)
    start, end = sentence.places[0].start, sentence.places[-1].end
    if modality == "fact" and tense == "" and w.HEADLINE_PLAN.match(text, start, end):
        modality, tense = "planned", "future"
    places = [sentence.places[index] for index in (*denied, *marker)]
    if sentence.conditional:
        places.append(sentence.conditional)
    unique = tuple(dict.fromkeys(places))
    return Manner("negative" if denied else "positive", modality, tense, unique)


def _denied_by(sentence: _Sentence, line: _Line) -> tuple[int, ...]:
    """The words that deny the sentence; () where it affirms."""
    excused: set[int] = set()
    for pattern in (w.NOT_NEGATIVE, w.TAKEN_BACK):
        for match in pattern.finditer(line.text):
            excused.update(line.indices(match))
    found = [
        index
        for index, word in enumerate(sentence.words)
        if index not in excused
        and (
            word in w.NEGATIONS
            or (word in w.REFUSALS and sentence.words[index - 1 : index] not in w.PREMODIFIED)
        )
    ]
    found += [i for match in w.RULED_OUT.finditer(line.text) for i in line.indices(match) if i not in excused]
    return tuple(found)


def _modality_of(
    sentence: _Sentence, line: _Line, reported: bool, cue_class: str
) -> tuple[Modality, tuple[int, ...]]:
    if sentence.question:
        return "undecided", ()
    if match := w.UNDECIDED.search(line.text):
        return "undecided", tuple(line.indices(match))
    if sentence.conditional:
        asked = cue_class == "asks" and sentence.conditional.start <= sentence.places[0].start
        return "undecided" if asked else "conditional", ()
    if match := w.CONDITION_PHRASE.search(line.text):
        return "conditional", tuple(line.indices(match))
    would = w.WOULD.search(line.text)
    if would and not reported:
        return "conditional", tuple(line.indices(would))
    if match := w.POSSIBLE.search(line.text):
        return "possible", tuple(line.indices(match))
    if match := would or w.PLANNED.search(line.text):
        return "planned", tuple(line.indices(match))
    return "fact", ()


def _tense_of(sentence: _Sentence, reported: bool) -> Tense:
    """The tense of the first finite verb, "" where none is plain."""
    words = sentence.words
    if words[0] == "to":
        return "future"
    for index, word in enumerate(words):
        following = words[index + 1 : index + 4]
        if word in w.FUTURE or (word == "would" and reported):
            return "future"
        if word in ("is", "are") and following[:1] == ("to",):
            return "future"
        if word in ("is", "are", "'re", "'m", "am") and following[:2] == ("going", "to"):
            return "future"
        if word in ("has", "have", "'ve") and _is_perfect(following):
            return "past"
        if word in w.MODALS or word == "would":
            return "past" if following[:1] == ("have",) else "present"
        if word in w.PAST:
            return "past"
        if word in w.PRESENT and not (word == "'s" and _is_possessive(words, index)):
            return "present"
        if word.endswith("ed") and len(word) > 4 and index and not _is_adjective(words, index):
            return "past"
    return ""


def _is_perfect(following: tuple[str, ...]) -> bool:
    """Whether "has" with these words after it tells of the past ("has not yet met", "has been said")."""
    if "been" in following and any(
        word.endswith("ing") and word not in w.NO_PARTICIPLE for word in following
    ):
        return False
    return any(word in w.PARTICIPLES or (word.endswith("ed") and len(word) > 4) for word in following)


def _is_possessive(words: tuple[str, ...], index: int) -> bool:
    return words[index - 1] not in ("it", "he", "she", "that", "there", "what", "who", "here", "let")


def _is_adjective(words: tuple[str, ...], index: int) -> bool:
    """Whether a word on -ed is no finite verb: "the planned zones", "zones agreed by Turkey"."""
    before = words[index - 1]
    return before in w.BEFORE_ADJECTIVE or before.endswith("est") or words[index + 1 : index + 2] == ("by",)
