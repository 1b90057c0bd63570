"""Attributed statements of an article: who said what, in which words, where exactly.

Never returns a span that starts or ends inside a word, or a text that is not the article's own.
"""

from __future__ import annotations

import re

from curator.models import Article, Claim, Kind, Span, claim_id

NAME = "attribution"
VERSION = "0.1"

_VERBS = (
    "said|says|told|added|adds|announced|confirmed|reported|denied|warned|claimed|argued|explained|noted|"
    "stated|wrote|insisted|suggested|declared|promised|revealed|admitted|asked|believes|believe"
)
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][”\"’')\]]*(?=\s+[A-Z“\"‘(\[])|$|(?=\n))", re.M)
_CUE = re.compile(
    r"\b(?P<cue>(?:(?:has|have|had|was|were|also|quoted|as|saying|not)\s){0,6}(?:" + _VERBS + r"|saying))\b"
)
_TRAILING = re.compile(r",[”\"]?\s+(?P<speaker>[^,.;“”\"]{2,90}?)\s+(?P<cue>" + _VERBS + r")\b")
_ACCORDING = re.compile(r"\baccording to (?P<speaker>[^,.;]{2,90})", re.I)
_QUOTE = re.compile('[“"](?P<quote>[^“”"\n]{12,4000})[”"]')


def _claim(
    article: Article,
    start: int,
    end: int,
    kind: Kind,
    speaker: Span | None,
    cue: Span | None,
    rule: str,
) -> Claim:
    text = article.text
    return Claim(
        id=claim_id(article.id, start, end),
        article_id=article.id,
        start=start,
        end=end,
        text=text[start:end],
        kind=kind,
        speaker=text[speaker.start : speaker.end] if speaker else "",
        speaker_span=speaker,
        cue=text[cue.start : cue.end] if cue else "",
        cue_span=cue,
        cue_class="says" if cue else "",
        rule=rule,
        extractor=NAME,
        extractor_version=VERSION,
    )


def _group(match: re.Match[str], name: str, base: int) -> Span:
    return Span(base + match.start(name), base + match.end(name))


def _of_sentence(article: Article, base: int, end: int) -> list[Claim]:
    sentence = article.text[base:end]
    quote = _QUOTE.search(sentence)
    according = _ACCORDING.search(sentence)
    cue = _CUE.search(sentence)
    trailing = _TRAILING.search(sentence)
    if quote:
        start, stop = base + quote.start("quote"), base + quote.end("quote")
        rest = _CUE.search(sentence, quote.end())
        speaker = _group(trailing, "speaker", base) if trailing else None
        if rest is None and quote.end() - quote.start() < 40:
            return []
        span = _group(rest, "cue", base) if rest else None
        return [_claim(article, start, stop, "quote", speaker, span, "quotation marks")]
    if according:
        speaker = _group(according, "speaker", base)
        span = Span(base + according.start(), base + according.start() + len("according to"))
        if according.start() > 0:
            start, stop = base, base + len(sentence[: according.start()].rstrip(" ,"))
        else:
            start = base + min(according.end() + 2, len(sentence))
            stop = base + len(sentence.rstrip(' .”"'))
        return [_claim(article, start, stop, "paraphrase", speaker, span, "“according to” and a name")]
    if trailing and trailing.start() > 15:
        speaker, span = _group(trailing, "speaker", base), _group(trailing, "cue", base)
        stop = base + trailing.start()
        return [_claim(article, base, stop, "paraphrase", speaker, span, "statement, name, verb")]
    if cue and cue.start() > 1 and len(sentence) - cue.end() > 10:
        speaker = Span(base, base + len(sentence[: cue.start()].rstrip(" ,")))
        start = base + cue.end() + 1
        if article.text[start : start + 5] == "that ":
            start += 5
        stop = base + len(sentence.rstrip(' .”"'))
        return [
            _claim(
                article, start, stop, "paraphrase", speaker, _group(cue, "cue", base), "name, verb, statement"
            )
        ]
    return []


def extract_attribution(article: Article) -> list[Claim]:
    """The attributed statements of `article`, in reading order."""
    found: dict[tuple[int, int], Claim] = {}
    for match in _SENTENCE.finditer(article.text):
        for claim in _of_sentence(article, match.start(), match.end()):
            if claim.text.strip() and claim.text == claim.text.strip():
                found.setdefault((claim.start, claim.end), claim)
    return [found[key] for key in sorted(found)]
