"""Attributed statements of an article: who said what, in which words, where exactly.

Reads sentence by sentence, keeps what goes beyond a sentence (quotations that go on, who spoke last), and
makes claims of what `reporting` finds. Never returns a span that starts or ends inside a word, or a text
that is not the article's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from curator.extract.assertions import assertions
from curator.extract.composition import composed
from curator.extract.interviews import Turn, turns
from curator.extract.reporting.frames import frames_of
from curator.extract.reporting.reading import Frame, Tokens
from curator.extract.reporting.unattributed import (
    acting_subject,
    announced_speaker,
    announcing_verb,
    floating_quotations,
)
from curator.extract.spans import Spans
from curator.extract.speakers.cast import Cast
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import Parsed
from curator.extract.syntax.clauses import parse
from curator.extract.syntax.layout import layout
from curator.extract.syntax.sentences import OPEN, QUOTE
from curator.models import Article, Claim, Span, claim_id

NAME = "attribution"
VERSION = "1.4"
_PARAGRAPHS_ON = 1
"""A quotation goes on with the last speaker at most so many paragraphs later."""
_ANSWER_WORDS = 3
"""Words from which a sentence of an answer says something by itself."""
_FIRST_PERSON = frozenset("i we my our you".split())
"""Of whose thoughts an answer tells anyway."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attributed statement in the article's own offsets."""

    content: Span
    speaker: Span | None
    """Where the article's own words for the speaker stand."""
    name: str
    """Who that is."""
    cue: Span | None
    cue_class: str
    rule: str
    direct: bool = False
    """The speaker's own words, though no marks stand around them."""


class _Narrator:
    """Reads the sentences of one article and remembers who spoke last."""

    def __init__(self, text: str) -> None:
        laid_out = layout(text)
        self.parsed = [parse(sentence, text) for sentence in laid_out.sentences]
        self.spans = Spans(text, laid_out.quotations)
        self.cast = Cast.of(self.parsed)
        self.turns = turns(text, laid_out.paragraphs)
        self._names: dict[str, str] = {}
        """Label of an interview -> who that is."""
        self._last: tuple[Span | None, str] = (None, "")
        """The last speaker: their words and name."""
        self._last_paragraph = -2
        self._acting: tuple[int, Span | None, str] = (-1, None, "")
        """Paragraph, words and name of whom the last sentence without speech is about."""

    def attributions(self) -> Iterator[Attribution]:
        for at, parsed in enumerate(self.parsed):
            frames = _told_apart(frames_of(parsed))
            if (turn := self.turns.get(parsed.sentence.paragraph)) is not None:
                yield from self._in_turn(parsed, turn, frames)
                self.cast.attend(parsed)
                continue
            spoken = [self._attributed(parsed, frame) for frame in frames]
            yield from spoken
            yield from self._floating(parsed, frames)
            self.cast.attend(parsed, said=[frame.content for frame in frames])
            for frame, attribution in zip(frames, spoken, strict=True):
                if attribution.name and not _is_inside(frame, frames):
                    self._remember(parsed, attribution.speaker, attribution.name)
            if (speaker := announced_speaker(parsed)) is not None:
                self._remember(parsed, *self._who(parsed, speaker))
                yield from self._set_off(at)
            elif not spoken and (actor := acting_subject(parsed)) is not None:
                self._acting = (parsed.sentence.paragraph, *self._who(parsed, actor))

    def _remember(self, parsed: Parsed, speaker: Span | None, name: str) -> None:
        self._last, self._last_paragraph = (speaker, name), parsed.sentence.paragraph
        self._acting = (-1, None, "")

    def _who(self, parsed: Parsed, tokens: Tokens, *, heading: bool = False) -> tuple[Span, str]:
        return self.spans.of(parsed.sentence, tokens), self.cast.resolve(parsed, *tokens, sole=heading)

    def _attributed(self, parsed: Parsed, frame: Frame) -> Attribution:
        speaker, name = None, ""
        if frame.speaker:
            if parsed.tags[frame.speaker[0]] in (t.PR, t.DT):
                self.cast.attend(parsed, frame.speaker[0], frame.content)
            speaker, name = self._who(parsed, frame.speaker, heading="heading" in frame.rule)
        content = self.spans.content(parsed.sentence, frame.content)
        cue = self.spans.of(parsed.sentence, frame.cue)
        return Attribution(content, speaker, name, cue, frame.cue_class, frame.rule)

    def _in_turn(self, parsed: Parsed, turn: Turn, frames: list[Frame]) -> Iterator[Attribution]:
        """What a sentence of an interview says: all of it in an answer, and what it says of others."""
        sentence = parsed.sentence
        first = next((at for at, start in enumerate(sentence.start) if start >= turn.start), len(sentence))
        words = sum(1 for low in sentence.low[first:] if low[0].isalnum() or low == QUOTE)
        if not turn.asks and words >= _ANSWER_WORDS and sentence.low[-1] != "?":
            content = self.spans.content(sentence, (first, len(sentence)))
            rule = "answer that a label gives to its speaker"
            yield Attribution(content, turn.label, self._labelled(turn), None, "says", rule, direct=True)
        for frame in frames:
            others = frame.speaker is not None and sentence.low[frame.speaker[0]] not in _FIRST_PERSON
            if others and frame.speaker is not None and min(frame.speaker[0], frame.content[0]) >= first:
                yield self._attributed(parsed, frame)

    def _labelled(self, turn: Turn) -> str:
        """Who a label means: the person of that name, or the one whom the article introduces for an "A"."""
        label = self.spans.text(turn.label)
        if label not in self._names:
            self._names[label] = self._interviewee(label) if turn.anonymous else self._person(turn, label)
        return self._names[label]

    def _person(self, turn: Turn, label: str) -> str:
        for parsed in self.parsed:
            sentence = parsed.sentence
            if turn.label.start in sentence.start:
                first = sentence.start.index(turn.label.start)
                last = next((at for at, end in enumerate(sentence.end) if end >= turn.label.end), first)
                return self.cast.resolve(parsed, first, last + 1, sole=True)
        return label

    def _interviewee(self, label: str) -> str:
        """Who answers as `label`: whoever answers by name, else the one person named before the interview."""
        answering = {t.label: t for t in self.turns.values() if not t.asks and not t.anonymous}
        named = {self._labelled(turn) for turn in answering.values()}
        if not named:
            asking = {self.spans.text(t.label) for t in self.turns.values() if t.asks}
            before = min(self.turns)
            introduced = [
                member
                for parsed in self.parsed
                if parsed.sentence.paragraph < before and parsed.sentence.low[0] != "by"
                for member in self.cast.people(parsed)
                if member.label not in asking
            ]
            sure = {member.label for member in introduced if member.gender or member.roles}
            named = sure or {member.label for member in introduced}
        return named.pop() if len(named) == 1 else label

    def _set_off(self, at: int) -> Iterator[Attribution]:
        """The paragraph without quotation marks that the sentence at `at` announces ("The mayor added:")."""
        announcing, verb = self.parsed[at], announcing_verb(self.parsed[at])
        paragraph = announcing.sentence.paragraph + 1
        if verb is None or not announcing.sentence.closes_paragraph:
            return
        end = at + 1
        while end < len(self.parsed) and self.parsed[end].sentence.paragraph == paragraph:
            end += 1
        first, last = self.parsed[min(at + 1, end - 1)].sentence, self.parsed[end - 1].sentence
        if end > at + 1 and not first.quotes and first.low[0] != OPEN:
            whole = Span(first.start[0], last.end[-1])
            cue = self.spans.of(announcing.sentence, verb)
            yield Attribution(whole, *self._last, cue, "says", "paragraph that a colon announces")

    def _floating(self, parsed: Parsed, frames: list[Frame]) -> Iterator[Attribution]:
        """Quotations that nothing in their sentence attributes, with the speaker they go on with."""
        for floating in floating_quotations(parsed, frames):
            content = self.spans.content(parsed.sentence, floating.content)
            if floating.speaker is not None:
                speaker, name = self._who(parsed, floating.speaker)
                rule = "quotation in a sentence about its speaker"
                yield Attribution(content, speaker, name, None, "", rule)
                continue
            paragraph, actor, actor_name = self._acting
            if paragraph == parsed.sentence.paragraph and floating.full:
                rule = "quotation after a sentence about its speaker"
                yield Attribution(content, actor, actor_name, None, "", rule)
                self._remember(parsed, actor, actor_name)
                continue
            near = parsed.sentence.paragraph - self._last_paragraph <= _PARAGRAPHS_ON
            if near and self._last[1] and floating.full:
                rule = "quotation that goes on with the speaker before"
                yield Attribution(content, *self._last, None, "", rule)
                self._last_paragraph = parsed.sentence.paragraph
            else:
                yield Attribution(content, None, "", None, "", "quotation, nobody named")


def _is_inside(frame: Frame, frames: list[Frame]) -> bool:
    """Whether a speaker is named inside what another one says."""
    return frame.speaker is not None and any(
        other.content[0] <= frame.speaker[0] < other.content[1] for other in frames if other is not frame
    )


def _told_apart(frames: list[Frame]) -> list[Frame]:
    """The frames without those that only repeat words of another one.

    In "Kalin said Russia has proposed deploying troops" the claim is Kalin's; "deploying troops" is none.
    A whole statement inside another ("said Moscow suggested that forces could come") stays if somebody makes
    it who can: of "said the delay shows that nobody cares" the delay says nothing.
    """
    return [
        frame
        for frame in frames
        if (frame.voiced and not frame.phrase)
        or not any(
            other.content[0] <= frame.content[0] and frame.content[1] <= other.content[1]
            for other in frames
            if other is not frame
        )
    ]


def _claim(article: Article, spans: Spans, found: Attribution) -> Claim:
    start, end, cue = found.content.start, found.content.end, found.cue
    return Claim(
        id=claim_id(article.id, start, end),
        article_id=article.id,
        start=start,
        end=end,
        text=article.text[start:end],
        kind="quote" if found.direct else spans.kind(found.content),
        speaker=found.name,
        speaker_span=found.speaker,
        cue=article.text[cue.start : cue.end] if cue else "",
        cue_span=cue,
        cue_class=found.cue_class,
        rule=found.rule,
        extractor=NAME,
        extractor_version=VERSION,
    )


def attributed(article: Article) -> list[Claim]:
    """The attributed statements of `article` in reading order, with who, how and where, but no parts."""
    narrator = _Narrator(article.text)
    claims: dict[tuple[int, int], Claim] = {}
    for found in narrator.attributions():
        if found.content.end > found.content.start:
            key = (found.content.start, found.content.end)
            claims.setdefault(key, _claim(article, narrator.spans, found))
    return [claims[key] for key in sorted(claims)]


def extract_attribution(article: Article) -> list[Claim]:
    """Every claim of `article` in reading order: attributed statements with their parts, and assertions.

    An assertion touches no attributed statement, nor the words that name its speaker, nor an interview.
    """
    found = attributed(article)
    taken = [
        span
        for claim in found
        for span in (Span(claim.start, claim.end), claim.speaker_span, claim.cue_span)
        if span is not None
    ]
    blocks = layout(article.text).paragraphs
    taken += [Span(*blocks[number]) for number in turns(article.text, blocks)]
    claims = [composed(claim, article) for claim in found] + assertions(article, taken)
    return sorted(claims, key=lambda claim: (claim.start, claim.end))
