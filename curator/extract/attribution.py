"""Attributed statements of an article: who said what, in which words, where exactly.

Reads sentence by sentence, keeps what goes beyond a sentence (quotations that go on, who spoke last), and
makes claims of what `frames` finds. Never returns a span that starts or ends inside a word, or a text that
is not the article's own.
"""

from __future__ import annotations

from dataclasses import dataclass

from curator.extract.reporting.frames import frames_of
from curator.extract.reporting.reading import Frame
from curator.extract.reporting.subjects import subject_of
from curator.extract.syntax.chunks import FINITE, Parsed
from curator.extract.syntax.clauses import parse
from curator.extract.syntax.quotations import Quotation, find_quotations
from curator.extract.syntax.sentences import CLOSE, OPEN, Sentence, split_sentences
from curator.extract.syntax.tokens import paragraphs, tokenised
from curator.models import Article, Claim, Kind, Span, claim_id

NAME = "attribution"
VERSION = "1.0"

FRAGMENT_WORDS = 6
"""A quoted fragment without a reporting word is a claim from so many words on."""
_MARKS = "\"'“”„‟«»‹›「」『』〝〞‘’‚‛"
_TRIMMED = " \t\r\n\xa0,;:—–-"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A frame in the article's own offsets."""

    start: int
    end: int
    speaker: Span | None
    cue: Span | None
    cue_class: str
    rule: str
    paragraph: int
    floating: bool = False


class _Text:
    """An article's text with its quotations, and the reading of its sentences."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokenised(text)
        self.paragraphs = paragraphs(text)
        self.quotations = find_quotations(text, self.paragraphs)

    def attributions(self) -> list[Attribution]:
        found: list[Attribution] = []
        pending: Attribution | None = None
        """A speaker announced by a colon at a paragraph's end, or by the last attributed quotation."""
        for sentence in split_sentences(self.text, self.tokens, self.paragraphs, self.quotations):
            parsed = parse(sentence, self.text)
            frames = frames_of(parsed)
            here = [self._attribution(sentence, frame) for frame in frames]
            taken = {i for frame in frames for i in range(frame.content[0], frame.content[1])}
            here += self._floating(parsed, taken, pending, found)
            here += self._fragments(parsed, taken)
            here = [a for a in here if a.end > a.start]
            found += here
            if here:
                pending = here[-1]
        return found

    # -- one sentence ----------------------------------------------------------------------------------

    def _attribution(self, sentence: Sentence, frame: Frame) -> Attribution:
        start, end = self._content(sentence, frame.content)
        speaker = self._span(sentence, frame.speaker) if frame.speaker else None
        return Attribution(
            start,
            end,
            speaker,
            self._span(sentence, frame.cue),
            frame.cue_class,
            frame.rule,
            sentence.paragraph,
        )

    def _span(self, sentence: Sentence, tokens: tuple[int, int]) -> Span:
        return Span(sentence.start[tokens[0]], sentence.end[tokens[1] - 1])

    def _content(self, sentence: Sentence, tokens: tuple[int, int]) -> tuple[int, int]:
        """The span of content tokens without the marks around it."""
        first, last = tokens
        start, end = sentence.start[first], sentence.end[last - 1]
        if last - first == 1 and first in sentence.quotes:
            quotation = sentence.quotes[first]
            start, end = quotation.inner_start, quotation.inner_end
        inside = sentence.low[first:last]
        if inside.count(OPEN) > inside.count(CLOSE) and last < len(sentence) and sentence.low[last] == CLOSE:
            end = sentence.end[last]
        if inside.count(CLOSE) > inside.count(OPEN) and first > 0 and sentence.low[first - 1] == OPEN:
            start = sentence.start[first - 1]
        return self._trimmed(start, end)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        text = self.text
        while end > start and text[end - 1] in _TRIMMED:
            end -= 1
        while start < end and text[start] in _TRIMMED:
            start += 1
        inner = text[start:end]
        if inner[:1] in _MARKS and inner[-1:] in _MARKS and not any(c in _MARKS[:12] for c in inner[1:-1]):
            return self._trimmed(start + 1, end - 1) if len(inner) > 2 else (start, end)
        if inner[:1] in _MARKS[:13] and not any(c in _MARKS[:13] for c in inner[1:]):
            return start + 1, end
        return start, end

    # -- beyond the sentence ---------------------------------------------------------------------------

    def _floating(
        self, parsed: Parsed, taken: set[int], pending: Attribution | None, found: list[Attribution]
    ) -> list[Attribution]:
        """Full quotations that nothing in their sentence attributes."""
        sentence = parsed.sentence
        floating: list[Attribution] = []
        for at, quotation in sentence.quotes.items():
            if at in taken or not self._says_enough(quotation, sentence):
                continue
            start, end = self._trimmed(quotation.inner_start, quotation.inner_end)
            own = self._own_subject(parsed, at)
            if own is not None:
                rule = "quotation in a sentence about its speaker"
                floating.append(
                    Attribution(start, end, own, None, "", rule, sentence.paragraph, floating=True)
                )
                continue
            near = pending is not None and sentence.paragraph - pending.paragraph <= 1
            speaker = pending.speaker if near and pending else None
            rule = "quotation that goes on with the speaker before" if speaker else "quotation, nobody named"
            floating.append(
                Attribution(start, end, speaker, None, "", rule, sentence.paragraph, floating=True)
            )
        return floating

    def _own_subject(self, parsed: Parsed, token: int) -> Span | None:
        """The subject of the sentence that a quotation stands in, where it is more than the quotation."""
        for index, chunk in enumerate(parsed.chunks):
            if chunk.first >= token:
                break
            if chunk.kind == FINITE and (subject := subject_of(parsed, index)):
                chunks = parsed.chunks
                return self._span(
                    parsed.sentence, (chunks[subject.first].first, chunks[subject.last - 1].last)
                )
        return None

    def _says_enough(self, quotation: Quotation, sentence: Sentence) -> bool:
        inner = self.text[quotation.inner_start : quotation.inner_end].rstrip()
        words = inner.count(" ") + 1
        if len(sentence) == 1 and sentence.opens_paragraph and sentence.closes_paragraph:
            return words >= 4 and inner[-1:] in ".?!…,—-"
        return words >= 4

    def _fragments(self, parsed: Parsed, taken: set[int]) -> list[Attribution]:
        """Long quoted fragments in a sentence without any attribution."""
        sentence = parsed.sentence
        found: list[Attribution] = []
        first = -1
        for at, low in enumerate(sentence.low):
            if low == OPEN:
                first = at
            elif low == CLOSE and first >= 0:
                words = sum(1 for i in range(first, at) if sentence.low[i][0].isalnum())
                if words >= FRAGMENT_WORDS and not any(i in taken for i in range(first, at)):
                    start, end = self._trimmed(sentence.end[first], sentence.start[at])
                    found.append(
                        Attribution(
                            start, end, None, None, "", "quoted words, no reporting word", sentence.paragraph
                        )
                    )
                first = -1
        return found


def _kind(text: _Text, start: int, end: int) -> Kind:
    """Whether a span lies in quotation marks, outside them, or in part."""
    inside = 0
    for quotation in text.quotations:
        if quotation.start >= end:
            break
        inside += max(0, min(end, quotation.inner_end) - max(start, quotation.inner_start))
    if inside == 0:
        return "paraphrase"
    return "quote" if inside >= (end - start) - 2 else "mixed"


def _claim(article: Article, text: _Text, found: Attribution) -> Claim:
    def words(span: Span | None) -> str:
        return article.text[span.start : span.end] if span else ""

    return Claim(
        id=claim_id(article.id, found.start, found.end),
        article_id=article.id,
        start=found.start,
        end=found.end,
        text=article.text[found.start : found.end],
        kind=_kind(text, found.start, found.end),
        speaker=words(found.speaker),
        speaker_span=found.speaker,
        cue=words(found.cue),
        cue_span=found.cue,
        cue_class=found.cue_class,
        rule=found.rule,
        extractor=NAME,
        extractor_version=VERSION,
    )


def extract_attribution(article: Article) -> list[Claim]:
    """The attributed statements of `article`, in reading order."""
    text = _Text(article.text)
    claims: dict[tuple[int, int], Claim] = {}
    for found in text.attributions():
        claims.setdefault((found.start, found.end), _claim(article, text, found))
    return [claims[key] for key in sorted(claims)]
