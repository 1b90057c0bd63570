"""A sentence while it is being tagged: its words, the tags so far, and questions about neighbours.

Answers questions and decides nothing.
"""

from __future__ import annotations

from functools import cache

from curator.extract.lexicon import shapes as f
from curator.extract.lexicon import vocabulary as v
from curator.extract.lexicon.shapes import shapes
from curator.extract.syntax import labels as t
from curator.extract.syntax.sentences import CLOSE, OPEN, QUOTE, Sentence

PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "—": "-", "–": "-", "--": "-", "---": "-", "-": "-", "―": "-",
    "(": "(", "[": "(", "{": "(", ")": ")", "]": ")", "}": ")",
    ".": ".", "?": ".", "!": ".", "…": ".", "...": ".", "..": ".", "....": ".",
    OPEN: t.QM, CLOSE: t.QM, QUOTE: t.QT,
    "“": t.QM, "”": t.QM, '"': t.QM, "‘": t.QM, "«": t.QM, "»": t.QM, "„": t.QM, "‹": t.QM, "›": t.QM,
    "$": t.JJ, "€": t.JJ, "£": t.JJ, "¥": t.JJ, "%": t.NN, "#": t.QM, "&": t.CC, "@": t.QM, "/": t.QM,
    "*": t.QM, "•": t.QM,
}  # fmt: skip


_MARKS_IN_A_ROW = 6
"""How many quote marks are looked over, so that a run of them costs no more than its length."""


@cache
def closed_classes() -> dict[str, str]:
    """Word -> tag for the closed classes; a later class wins over an earlier one."""
    table: dict[str, str] = {}
    for words, tag in (
        (v.ADJECTIVES, t.JJ),
        (v.ADVERBS, t.RB),
        (v.NUMBER_WORDS, t.CD),
        (v.TIME_ADVERBS, t.TM),
        (v.OTHER_PRONOUNS, t.PR),
        (v.OBJECT_PRONOUNS, t.OB),
        (v.DETERMINERS, t.DT),
        (v.PREPOSITIONS, t.IN),
        (v.SUBORDINATORS, t.SB),
        (v.WH_WORDS, t.WH),
        (v.SUBJECT_PRONOUNS, t.PR),
        (v.COORDINATORS, t.CC),
        (v.FINITE_AUXILIARIES | v.BE | v.HAVE | v.DO, t.AX),
        (v.MODALS, t.MD),
        (v.NEGATIONS, t.NT),
        (("'s", "'", "’"), t.PO),
        (("there", "so", "yet"), t.RB),
        (("to", "than", "like"), t.IN),
    ):
        table.update(dict.fromkeys(words, tag))
    return table | {"that": t.TH, "as": t.SB, "no": t.DT, "according": t.AC, "s": t.NN, "doing": t.VG}


class Context:
    """The tokens of one sentence from left to right; `tags` grows as they are tagged."""

    def __init__(self, sentence: Sentence, text: str, heading: bool) -> None:
        self.low = sentence.low
        self.tags: list[str] = []
        self.text = text
        self.start, self.end = sentence.start, sentence.end
        self.capital = [text[s].isupper() for s in sentence.start]
        self.heading = heading
        """Capitals say nothing in a heading set in title case."""
        pairs = zip(sentence.start, sentence.end, strict=True)
        self.acronym = [e - s > 1 and text[s:e].isupper() for s, e in pairs]
        if sum(self.acronym) * 2 > len(self.low):
            self.acronym = [False] * len(self.low)
        self.closed = closed_classes()

    def before(self, at: int) -> int:
        """The index of the nearest token before `at` that is not a quote mark; -1 at the start."""
        at -= 1
        floor = at - _MARKS_IN_A_ROW
        while at >= 0 and at > floor and self.tags[at] == t.QM:
            at -= 1
        return at

    def previous(self, at: int) -> str:
        """The tag of the token before `at`; "" at the start."""
        at = self.before(at)
        return self.tags[at] if at >= 0 else ""

    def after(self, at: int) -> int:
        """The index of the token after `at` that is not a quote mark."""
        at += 1
        ceiling = min(at + _MARKS_IN_A_ROW, len(self.low))
        while at < ceiling and PUNCTUATION.get(self.low[at]) == t.QM:
            at += 1
        return at

    def next_low(self, at: int) -> str:
        """The word after `at`; "" at the end."""
        at = self.after(at)
        return self.low[at] if at < len(self.low) else ""

    def peek(self, at: int) -> str:
        """A first guess at the tag of the token after `at`; "" at the end."""
        at = self.after(at)
        if at >= len(self.low):
            return ""
        low = self.low[at]
        tag = self.closed.get(low) or PUNCTUATION.get(low)
        if tag is not None:
            if low == "to":
                return t.TO if self.starts_infinitive(at) else t.IN
            return tag
        if low[0].isdigit():
            return t.CD
        if self.capital[at] and not self.heading:
            return t.TM if low in v.WEEKDAYS or low in v.MONTHS else t.NP
        bits = shapes(low)
        if bits & f.ADVERB:
            return t.RB
        if bits & f.ADJECTIVE:
            return t.JJ
        if bits & f.ING and not bits & f.NOUN:
            return t.VG
        if bits & (f.PAST | f.PARTICIPLE):
            return t.VD
        return t.VB if bits & f.THIRD and not bits & f.NOUN else t.NN

    def starts_infinitive(self, at: int) -> bool:
        """Whether "to" at `at` is followed by a verb."""
        at = self.after(at)
        while at < len(self.low) and self.closed.get(self.low[at]) in (t.RB, t.NT):
            at = self.after(at)
        if at >= len(self.low) or (self.capital[at] and not self.heading):
            return False
        low = self.low[at]
        if low in ("be", "have", "do"):
            return True
        if self.closed.get(low) not in (None, t.IN, t.JJ, t.RB):
            return False
        bits = shapes(low)
        return bool(bits & f.BASE) or (bool(bits & f.ADVERB) and self.starts_infinitive(at))

    def clause_follows(self, at: int) -> bool:
        """Whether the words after `at` hold a finite verb before the next mark (within 12 words)."""
        for index in range(at + 1, min(at + 13, len(self.low))):
            low = self.low[index]
            tag = self.closed.get(low)
            if tag == t.TH:
                return False
            if tag in (t.AX, t.MD):
                return low not in ("being", "been", "having", "doing", "be")
            if PUNCTUATION.get(low, t.QM) not in (t.QM, t.JJ, t.NN):
                return False
            if tag is None and not self.capital[index] and index > at + 1:
                bits = shapes(low)
                if bits & f.PAST and self.closed.get(self.low[index - 1]) not in (t.DT, t.IN):
                    return True
                if bits & f.THIRD and not bits & f.NOUN:
                    return True
            if tag == t.PR and low in v.SUBJECT_PRONOUNS and low not in ("it", "you"):
                return True
        return False

    def inner_capital(self, at: int) -> bool:
        """Whether the last part of a hyphenated word is capitalised ("al-Assad")."""
        cut = self.text.rfind("-", self.start[at], self.end[at])
        return cut > 0 and self.text[cut + 1 : cut + 2].isupper()
