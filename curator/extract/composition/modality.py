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

from curator.extract.composition import modality_words as w
from curator.extract.composition.tense import Tense, tense_of
from curator.extract.lexicon.vocabulary import ABBREVIATIONS
from curator.models import Modality, Polarity, Span

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
    previous = ""

    def finish(question: bool) -> None:
        columns = tuple(zip(*words, strict=True)) or ((), (), ())
        result.append(_Sentence(columns[0], columns[1], columns[2], question, conditional, fenced))

    for match in w.TOKEN.finditer(text, span.start, span.end):
        word = match[0].lower().replace("’", "'")
        if match[0] == "May" or (words and word.endswith("ed") and match[0][0].isupper()):
            word = match[0]  # the month and Ahmed stay themselves
        place = Span(match.start(), match.end())
        last, previous = previous, word
        if word == "." and (last in ABBREVIATIONS or len(last) == 1):
            continue  # "Mr. Obama", "the U.S. army"
        if word in w.SENTENCE_ENDS:
            finish(word == "?")
            words, conditional, subordinate, fenced = [], None, False, False
        elif word in ",:…":
            subordinate, comma = False, True
            continue
        else:
            if word in w.CONDITIONS and last not in w.BEFORE_NO_CONDITION:
                conditional = conditional if w.SET_PHRASES.match(text, match.start()) else place
            if _opens_clause(text, match.end(), word, last, first=not words):
                subordinate, fenced = True, fenced or comma
            words.extend((part, place, not subordinate) for part in _parts(word))
        comma = False
    finish(False)
    return result


def _opens_clause(text: str, end: int, word: str, last: str, *, first: bool) -> bool:
    """Whether with this word something begins that is not the main clause."""
    if word in w.SUBORDINATORS:
        return not (first and word in w.ASKING)
    if word == "that":  # "stuff that could be available", but not "said that" or ", that is"
        return not first and last not in w.BEFORE_THAT and bool(w.VERB_AFTER_THAT.match(text, end))
    return first and word in w.OPENING_PHRASES


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
    if not sentence.words or not (whole.fenced or tense_of(sentence.words, reported)):
        sentence = whole  # "a measure which will last": all that there is of a verb is in the relative clause
    line = _Line.of(sentence.words)
    denied = _denied_by(sentence, line)
    modality, marker = _modality_of(sentence, line, reported, cue_class)
    tense = tense_of(sentence.words, reported)
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
    passed = [match.end() for p in (w.EQUATED, w.TOLD_OF_PLAN) if (match := p.search(line.text))]
    if match := would or w.PLANNED.search(line.text, max(passed, default=0)):
        return "planned", tuple(line.indices(match))
    return "fact", ()
