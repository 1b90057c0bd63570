"""What speaks for and against a proposed pair: in a line, or a bar for each signal.

In the order that matching gives: of a contradiction first what the two differ in, then the strongest. Never
draws outside text raw.
"""

from __future__ import annotations

from rich.style import Style

from curator.models import Candidate, Related
from curator.text import visible_line
from curator.titles import headline, one_line
from curator.tui.cells import WrappedText
from curator.tui.theme import UNICODE, Inks

Line = list[tuple[str, Style]]
_BAR = 5
"""Cells of the bar of the strongest signal."""


def evidence_words(item: Related) -> str:
    """The evidence of a proposal in one line."""
    if item.candidate is None:
        return ""
    return "; ".join(visible_line(evidence.words) for evidence in item.candidate.evidence if evidence.words)


def evidence_lines(candidate: Candidate, ink: Inks, width: int) -> list[Line]:
    """Every signal: a bar for its share, the share, and its words whole."""
    found = candidate.evidence
    most = max((abs(evidence.share) for evidence in found), default=0) or 1
    lines: list[Line] = []
    for evidence in found:
        bar = UNICODE.full * max(1, round(_BAR * abs(evidence.share) / most))
        lead = f"  {bar:<{_BAR}} {evidence.share:+.2f} "
        words = visible_line(f"{evidence.signal}: {evidence.words}" if evidence.words else evidence.signal)
        wrapped = WrappedText(words, width - len(lead))
        wrapped.reach_end(len(words) + 1)
        for number in range(wrapped.line_count):
            start, end = wrapped.line(number)
            shown = (lead, ink.contradicts if evidence.share < 0 else ink.same)
            lines.append(
                [shown if not number else (" " * len(lead), ink.faint), (words[start:end], ink.muted)]
            )
    return lines


def proposal(item: Related, ink: Inks) -> tuple[str, str, Style]:
    """Sign, words and ink of what is proposed or decided of a pair."""
    if item.relation is not None:
        how = "follows" if item.inferred else "decided"
        kind = f"{item.contradiction_type} " if item.contradiction_type else ""
        word = {"same": "same", "contradicts": f"{kind}contradiction", "unrelated": "unrelated"}[
            item.relation
        ]
        style = {"same": ink.same, "contradicts": ink.contradicts, "unrelated": ink.faint}[item.relation]
        return getattr(UNICODE, item.relation), f"{word} ({how})", style
    if item.candidate is None:
        return UNICODE.unrelated, "related", ink.muted
    if item.candidate.kind == "same":
        return UNICODE.same, "same?", ink.same
    return UNICODE.contradicts, "contradicts?", ink.contradicts


def score(item: Related) -> str:
    """How likely a proposal is, as " .81"; "" where nothing is proposed."""
    return "" if item.candidate is None else f" {item.candidate.told_score:.2f}".replace(" 0.", " .")


def whereabouts(item: Related, name: str) -> str:
    """Who says it and where, on one line: `name`, the outlet or what the article is called, the day."""
    place = one_line(item.article_publisher) or headline(item.article_title, item.article_opening)
    parts = (name, place, item.article_published[:10])
    return " · ".join(visible_line(part) for part in parts if part)
