"""Sentences of an article as lists of tokens, with every full quotation folded into one token.

A quotation that is a clause or more of its own becomes the single token `QUOTE`, so that what stands around
it reads as one sentence; quoted fragments ("a 'de-escalation' zone") stay in the sentence word by word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from curator.extract.lexicon.vocabulary import (
    ABBREVIATIONS,
    COORDINATORS,
    DETERMINERS,
    LATER_STARTERS,
    MAY_END,
    PREPOSITIONS,
)
from curator.extract.syntax.quotations import Quotation
from curator.extract.syntax.tokens import Tokens

QUOTE = "\x00quote"
"""The word of a token that stands for a full quotation; no text can contain it as a word."""
OPEN, CLOSE = "``", "''"
"""The words of tokens for the marks of quoted fragments."""
_TITLE_LENGTH = 14
_SMALL = PREPOSITIONS | DETERMINERS | COORDINATORS
_AROUND_WORDS = ".,:;!?()[]\"'“”‘’«»…"
_GLIMPSE = 40
LONGEST = 250
"""Tokens after which a sentence is cut, so that time stays linear in the length of any text."""
_TERMINALS = frozenset({".", "?", "!", "…", "...", "..", "?!", "...."})
_CLOSING = frozenset({")", "]", CLOSE, "”", '"', "’", "'", "»"})
_NEVER_BEFORE_QUOTE = (DETERMINERS | PREPOSITIONS | {"'s"}) - {
    "that",
    "this",
    "all",
    "like",
    "in",
    "by",
    "with",
    "of",
}


@dataclass(slots=True)
class Sentence:
    """Parallel lists, one entry a token."""

    low: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    quotes: dict[int, Quotation] = field(default_factory=dict)
    """Token index -> the quotation that a `QUOTE` token stands for."""
    paragraph: int = 0
    opens_paragraph: bool = False
    closes_paragraph: bool = False

    def append(self, low: str, start: int, end: int) -> None:
        self.low.append(low)
        self.start.append(start)
        self.end.append(end)

    def __len__(self) -> int:
        return len(self.low)


def is_full(text: str, quotation: Quotation, tokens: Tokens, first: int, last: int) -> bool:
    """Whether a quotation, tokens `[first, last)` inside it, is a clause of its own and no fragment."""
    words = sum(1 for i in range(first, min(last, first + 12)) if tokens.low[i][0].isalnum())
    if words < 2:
        return (
            words == 1 and text[quotation.inner_end - 1] in ".?!," and text[quotation.inner_start].isupper()
        )
    before = tokens.low[first - 2] if first >= 2 else ""
    ending = text[quotation.inner_start : quotation.inner_end].rstrip()[-1:]
    opening = text[quotation.inner_start]
    capital = opening.isupper() or opening in "[…." or opening.isdigit()
    if any(
        tokens.low[i] in _TERMINALS and i + 1 < last and text[tokens.start[i + 1]].isupper() and i > first
        for i in range(first, last - 1)
        if len(tokens.low[i - 1]) > 2 and tokens.low[i - 1] not in ABBREVIATIONS
    ):
        return True
    if before in _NEVER_BEFORE_QUOTE:
        return False
    title = ending in ".,?!" and before not in _SAYING
    if (
        title
        and last - first <= _TITLE_LENGTH
        and is_title(text[quotation.inner_start : quotation.inner_end])
    ):
        return False
    starts_clause = before in ("", ",", ":", ".", "?", "!", "-", "–", "—", "…") or _at_line_start(
        text, quotation.start
    )
    if (
        starts_clause
        and before in ("", ".", "?", "!")
        and text[quotation.end : quotation.end + 1] in (".", ",")
    ):
        ending = text[quotation.end]
    if ending and ending in ".,?!…—–-;":
        resumed = before == "," and words >= 2 and ending in ".?!"
        return (capital and (words >= 3 or starts_clause)) or (starts_clause and (words >= 3 or resumed))
    return capital and words >= 4 and (starts_clause or before in _SAYING)


def is_title(words: str) -> bool:
    """Whether every longer word is capitalised, as in the title of a book, a song or a prize."""
    longer = [word.strip(_AROUND_WORDS) for word in words.split()]
    longer = [word for word in longer if len(word) > 1 and word.lower() not in _SMALL]
    return len(longer) > 1 and all(word[0].isupper() for word in longer)


_SAYING = frozenset(
    "said says say saying told wrote added asked tweeted tweeting writing adding reads read like as".split()
)


def _at_line_start(text: str, offset: int) -> bool:
    return offset == 0 or text[offset - 1] in "\n\r"


def _ends_sentence(text: str, tokens: Tokens, at: int, following: int) -> bool:
    """Whether the terminal mark `at` ends its sentence when token `following` comes next."""
    if following >= len(tokens.start):
        return True
    low = tokens.low[at]
    begin = tokens.start[following]
    opener = text[begin]
    if low in ("?", "!"):
        return not opener.islower()
    if opener.islower() or opener in ",;:)]":
        return False
    before = tokens.low[at - 1] if at else ""
    if low == "." and tokens.end[at - 1] == tokens.start[at]:
        if before in ABBREVIATIONS and before not in MAY_END:
            return False
        if before in MAY_END:
            return tokens.low[following] in LATER_STARTERS and before not in ("no", "st")
        if len(before) == 1 and before.isalpha() and text[tokens.start[at - 1]].isupper():
            return tokens.low[following] in LATER_STARTERS
        if begin == tokens.end[at] and not opener.isupper():
            return False
    return True


def _acronym_ends(text: str, tokens: Tokens, at: int, following: int, upcoming: Sequence[Quotation]) -> bool:
    """Whether a token such as "U.S." is also the end of its sentence."""
    low = tokens.low[at]
    if not (low.endswith(".") and len(low) > 2 and low.count(".") > 1) or following >= len(tokens.start):
        return False
    for quotation in upcoming:
        if quotation.start == tokens.start[following]:
            inner = text[quotation.inner_start : quotation.inner_start + _GLIMPSE]
            return inner[:1].isupper() and inner.count(" ") > 2
    return text[tokens.start[following]].isupper() and tokens.low[following] in LATER_STARTERS - {
        "a",
        "in",
        "on",
    }


class _Builder:
    """Fills sentences token by token."""

    def __init__(self) -> None:
        self.current = Sentence()
        self.paragraph = -1

    def close(self) -> Sentence | None:
        done, self.current = self.current, Sentence(paragraph=self.paragraph)
        return done if len(done) else None

    def enter(self, paragraph: int) -> None:
        self.paragraph = paragraph
        self.current = Sentence(paragraph=paragraph, opens_paragraph=True)


def split_sentences(
    text: str, tokens: Tokens, paragraphs: Sequence[tuple[int, int]], quotations: Sequence[Quotation]
) -> Iterator[Sentence]:
    """The sentences of `text` in order; linear in its length.

    A quotation over several paragraphs belongs to the sentence that it begins or ends in.
    """
    builder = _Builder()
    upcoming = 0
    at, count = 0, len(tokens.start)
    paragraph = 0
    while at < count:
        start = tokens.start[at]
        while paragraph < len(paragraphs) and start >= paragraphs[paragraph][1]:
            paragraph += 1
        if builder.paragraph != paragraph:
            if done := builder.close():
                done.closes_paragraph = True
                yield done
            builder.enter(paragraph)
        sentence = builder.current
        while upcoming < len(quotations) and quotations[upcoming].end <= start:
            upcoming += 1
        quotation = quotations[upcoming] if upcoming < len(quotations) else None
        low = tokens.low[at]
        ended = False
        if quotation is not None and start == quotation.start:
            last = tokens.first_from(quotation.inner_end)
            if is_full(text, quotation, tokens, at + 1, last):
                sentence.quotes[len(sentence)] = quotation
                sentence.append(QUOTE, quotation.start, quotation.end)
                at = tokens.first_from(quotation.end) - 1
                while paragraph < len(paragraphs) and quotation.end > paragraphs[paragraph][1]:
                    paragraph += 1
                builder.paragraph = paragraph
                ended = _ends_after_quote(text, quotation, tokens, at + 1)
            else:
                sentence.append(OPEN, start, tokens.end[at])
        elif quotation is not None and start == quotation.inner_end and start >= quotation.inner_start:
            sentence.append(CLOSE, start, tokens.end[at])
            ended = tokens.low[at - 1] in _TERMINALS and _ends_sentence(text, tokens, at - 1, at + 1)
        else:
            sentence.append(low, start, tokens.end[at])
            following = at + 1
            if low in _TERMINALS:
                closers = (
                    following < count
                    and quotation is not None
                    and tokens.start[following] == quotation.inner_end
                )
                opens = (
                    upcoming < len(quotations)
                    and following < count
                    and (tokens.start[following] == quotations[upcoming].start)
                )
                ended = not closers and (
                    opens or not (following < count and tokens.low[following] in _CLOSING)
                )
                ended = ended and _ends_sentence(text, tokens, at, following)
                if not ended and low == "." and _abbreviates(sentence, start):
                    _join(sentence)
            elif low in _CLOSING and len(sentence) > 1 and sentence.low[-2] in _TERMINALS:
                ended = _ends_sentence(text, tokens, at - 1, following)
            elif low[-1] == ".":
                ended = _acronym_ends(text, tokens, at, following, quotations[upcoming : upcoming + 1])
        if (ended or len(builder.current) >= LONGEST) and (done := builder.close()):
            yield done
        at += 1
    if done := builder.close():
        done.closes_paragraph = True
        yield done


def _abbreviates(sentence: Sentence, stop: int) -> bool:
    """Whether the full stop at `stop`, which ends nothing, belongs to the word right before it."""
    if len(sentence) < 2 or sentence.end[-2] != stop:
        return False
    word = sentence.low[-2]
    return word.rpartition("-")[2] in ABBREVIATIONS or (len(word) == 1 and word.isalpha())


def _join(sentence: Sentence) -> None:
    """Make the full stop of an abbreviation part of its word."""
    end = sentence.end.pop()
    sentence.low.pop()
    sentence.start.pop()
    sentence.end[-1] = end


def _ends_after_quote(text: str, quotation: Quotation, tokens: Tokens, following: int) -> bool:
    """Whether a sentence ends with the quotation it holds: nothing but a new sentence comes after."""
    if following >= len(tokens.start):
        return True
    ending = text[quotation.inner_start : quotation.inner_end].rstrip()[-1:]
    opener = text[tokens.start[following]]
    if not ending or ending not in ".?!…—–-" or opener.islower() or opener in ",;:.—–-(":
        return False
    return not trails_quote(text, tokens, following)


_TRAILING_CUES = frozenset(
    """said says added asked wrote told replied explained noted continued recalled argued insisted warned
    tweeted joked concluded responded declared stated exclaimed shouted yelled demanded wondered remarked
    quipped admitted cried screamed whispered answered retorted observed commented""".split()
)


def trails_quote(text: str, tokens: Tokens, at: int) -> bool:
    """Whether the words from `at` say who spoke the quotation before them (“Really?” Kalin asked.)."""
    for index in range(at, min(at + 12, len(tokens.start))):
        low = tokens.low[index]
        if low in _TRAILING_CUES:
            after = tokens.low[index + 1] if index + 1 < len(tokens.start) else "."
            return index > at and (after in ".,:;" or after in PREPOSITIONS or after in _AFTER_TRAILING)
        if (
            not (low[0].isalnum() or low in ",'-’.'s")
            or "\n" in text[tokens.end[index - 1] : tokens.start[index]]
        ):
            return False
        if low == "." and tokens.low[index - 1] not in ABBREVIATIONS and len(tokens.low[index - 1]) > 1:
            return False
    return False


_AFTER_TRAILING = frozenset(
    "when as while after before monday tuesday wednesday thursday friday saturday sunday".split()
)
