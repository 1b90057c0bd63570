"""Articles, the claims in them, and the ids that their content gives them.

Never what anybody said of a claim: that is `views` and `decisions`.
"""

from __future__ import annotations

from typing import Literal

from curator.frozen import dataclass
from curator.models.words import Kind, Modality, Polarity


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range `[start, end)` in Unicode code points of an article's stored text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One source text with its metadata; the text is stored as it was decoded and never changed."""

    id: str
    """`article_id(text)`."""
    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    """ISO 8601 date or date and time, "" where the text does not show it."""
    url: str = ""
    source: str = ""
    """Where it was read from (a path, a URL, `-`), for messages and for audit."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One input that did not go in: where it came from and why, in one line."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a claim with what it counts."""

    span: Span
    """In the article's text."""
    value: float
    unit: str = ""
    """What is counted or measured, folded: "people", "settlement", "%"."""
    bound: Literal["exact", "about", "at least", "at most", "more than", "less than"] = "exact"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement that an article makes or reports, immutable once extracted."""

    id: str
    """`claim_id(article_id, start, end)`; of an ungrounded claim `ungrounded_id(article_id, text)`."""
    article_id: str
    start: int
    end: int
    text: str
    """Always the article's `text[start:end]`, unless `grounded` is false."""
    kind: Kind
    speaker: str = ""
    """The resolved name ("Ibrahim Kalin"), "" for assertions and where nobody is named."""
    speaker_span: Span | None = None
    """Where the article's own words for the speaker stand ("he")."""
    cue: str = ""
    """The reporting words as the article has them ("was quoted as saying")."""
    cue_span: Span | None = None
    cue_class: str = ""
    """says, denies, promises, asks, thinks … ("" where there is no cue)."""
    polarity: Polarity = "positive"
    modality: Modality = "fact"
    tense: Literal["", "past", "present", "future"] = ""
    quantities: tuple[Quantity, ...] = ()
    times: tuple[str, ...] = ()
    """Times spoken of, resolved to ISO 8601 where the article's date allows it."""
    places: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    """People, organisations and countries named in it."""
    rule: str = ""
    """Which rule of the extractor found it, in words a reviewer understands."""
    confidence: float = 1.0
    """0 to 1; orders assertions by check-worthiness."""
    grounded: bool = True
    """False: an outside claim whose words could not be found in the article."""
    extractor: str = ""
    extractor_version: str = ""


@dataclass(frozen=True, slots=True)
class OutsideClaim:
    """A claim as another tool or file brings it, before its words are looked for in an article."""

    words: str
    """As it has them; the article's own may differ."""
    article: str = ""
    """What it calls its article: an id, an address, a title or a file's name."""
    article_text: str = ""
    """The text that it brings along, whole or in part; "" where it only names an article."""
    near: Span | None = None
    """Where it says that the words stand: in `article_text`, else in the article."""
    speaker: str = ""
    kind: str = ""
    """A Kind, or "" where it says none."""
    cue: str = ""
    rule: str = ""
    """What is known of how it was found, in words a reviewer understands."""
    confidence: float = 1.0
    tool: str = ""
    """What brought it: "prodigy", a model's name; becomes the claim's extractor."""
    tool_version: str = ""
    source: str = ""
    """Where it was read ("claims.jsonl:12"), for messages."""
    whole: Claim | None = None
    """The claim itself, where Curator's own export brings it without loss."""


def _digest(domain: str, *parts: str) -> str:
    import hashlib  # loads a library that reading a database can do without

    payload = "\0".join((domain, *parts)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(payload).hexdigest()[:32]


def article_id(text: str) -> str:
    """The content id of an article: 32 hexadecimal digits of a SHA-256 over its text."""
    return _digest("curator-article-v1", text)


def claim_id(article: str, start: int, end: int) -> str:
    """The content id of a claim: the same article and boundaries give the same id in every database."""
    return _digest("curator-claim-v1", article, str(start), str(end))


def ungrounded_id(article: str, words: str) -> str:
    """The content id of a claim whose words are not in its article: they have no place to be known by."""
    return _digest("curator-ungrounded-claim-v1", article, words)


def id_of(claim: Claim) -> str:
    """The id that a claim's content gives it: by its place where it is grounded, else by its words."""
    if claim.grounded:
        return claim_id(claim.article_id, claim.start, claim.end)
    return ungrounded_id(claim.article_id, claim.text)
