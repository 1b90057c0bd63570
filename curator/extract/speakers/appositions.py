"""Names and descriptions that stand beside each other: "Kalin, a spokesman", "his spokesman, Kalin".

Works on the phrases of one sentence, by position.
"""

from __future__ import annotations

from curator.extract.lexicon import vocabulary as v
from curator.extract.speakers.names import Name, is_first_name, is_personal, name_in, role_of
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import NOUN_PHRASE, Parsed, kind_at


def with_prepositions(parsed: Parsed, index: int) -> int:
    """The token after the noun phrase at chunk `index` and the "of" and "for" phrases that hang on it."""
    chunks = parsed.chunks
    last = index + 1
    while last + 1 < len(chunks) and chunks[last].kind == t.IN and chunks[last + 1].kind == NOUN_PHRASE:
        if parsed.low(chunks[last]) not in ("of", "for", "in", "at"):
            break
        last += 2
    return chunks[last - 1].last


def description_after(parsed: Parsed, index: int) -> tuple[int, int] | None:
    """Tokens of a description after a name: "Kalin, a spokesman for Erdogan,"."""
    chunks = parsed.chunks
    if index + 2 >= len(chunks) or chunks[index + 1].kind != "," or chunks[index + 2].kind != NOUN_PHRASE:
        return None
    low = parsed.sentence.low
    opening = chunks[index + 2]
    if not any(role_of(low[at]) for at in range(opening.first, opening.last)):
        return None
    return opening.first, with_prepositions(parsed, index + 2)


def description_before(parsed: Parsed, index: int) -> tuple[int, int] | None:
    """Tokens of a description before a name: "Erdogan's spokesman, Ibrahim Kalin,"."""
    chunks = parsed.chunks
    if index < 2 or chunks[index - 1].kind != "," or chunks[index - 2].kind != NOUN_PHRASE:
        return None
    start = index - 2
    while start >= 2 and chunks[start - 1].kind == t.IN and chunks[start - 2].kind == NOUN_PHRASE:
        start -= 2
    described = chunks[start]
    head = parsed.sentence.low[described.head]
    return (described.first, chunks[index - 2].last) if role_of(head) else None


def name_before(parsed: Parsed, first: int) -> Name | None:
    """The name that the phrase from token `first` describes: "Linda Hall, 56, | a nurse from Toledo"."""
    chunks = parsed.chunks
    index = next((at for at, chunk in enumerate(chunks) if chunk.first == first), 0)
    low = parsed.sentence.low
    if index < 2 or low[first] not in ("a", "an", "the") or chunks[index - 1].kind != ",":
        return None
    index -= 2
    if index >= 2 and parsed.tags[chunks[index].head] == t.CD and chunks[index - 1].kind == ",":
        index -= 2
    if chunks[index].kind != NOUN_PHRASE:
        return None
    name = name_in(parsed, chunks[index].first, chunks[index].last)
    return name if name is not None and is_personal(name) else None


def name_after(parsed: Parsed, first: int, last: int) -> Name | None:
    """The name in apposition to a role or "one of": "Erdogan's spokesman, Ibrahim Kalin, said"."""
    low = parsed.sentence.low
    if low[first : first + 2] != ["one", "of"] and not any(role_of(low[at]) for at in range(first, last)):
        return None
    name, _ = _named_after(parsed, last)
    return name if name is not None and (is_personal(name) or is_first_name(name)) else None


def organisation_after(parsed: Parsed, first: int, last: int) -> Name | None:
    """The name in apposition to an organisation: "the city's water company, Valen Water, said"."""
    if first == last - 1 or parsed.sentence.low[last - 1] not in v.ORGANISATIONS:
        return None
    name, closed = _named_after(parsed, last)
    return name if closed else None


def _named_after(parsed: Parsed, last: int) -> tuple[Name | None, bool]:
    """The name behind the comma that stands at token `last`, and whether a comma closes it."""
    chunks = parsed.chunks
    at = next((index for index, chunk in enumerate(chunks) if chunk.first >= last), len(chunks))
    if kind_at(chunks, at) != "," or kind_at(chunks, at + 1) != NOUN_PHRASE:
        return None, False
    name = name_in(parsed, chunks[at + 1].first, chunks[at + 1].last)
    return name, kind_at(chunks, at + 2) == ","
