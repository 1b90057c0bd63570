"""What a format reads from and what it makes: the open stream of one source, and the article out of it.

Every check that holds for all formats is here, so that no format can forget one. Never looks at what a
format's bytes mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import BinaryIO

from curator.models import Article, article_id

_MOST_ARE_SMALLER = 262_144


class Unreadable(Exception):
    """Why an input, or one line of it, cannot become an article: words for `Failure.reason`."""


@dataclass(frozen=True, slots=True)
class Intake:
    """The bytes of one source on their way in."""

    stream: BinaryIO
    label: str
    """Where they come from, as it is shown and stored."""
    max_bytes: int
    charset: str = ""
    """The encoding that the sender declared, "" where nobody did."""
    url: str = ""
    """The address they came from in the end, "" for files."""

    def whole(self) -> bytes:
        """Everything the source holds; raises Unreadable when it is empty or over the cap."""
        data = self.stream.read(min(_MOST_ARE_SMALLER, self.max_bytes + 1))
        if len(data) == _MOST_ARE_SMALLER:  # a read reserves what it asks for: 20 MB for every small file
            data += self.stream.read(self.max_bytes + 1 - _MOST_ARE_SMALLER)
        if len(data) > self.max_bytes:
            raise Unreadable(too_large(self.max_bytes))
        if not data:
            raise Unreadable("the file is empty (0 bytes)")
        return data


def too_large(max_bytes: int) -> str:
    """The reason given for what is over the cap."""
    return f"larger than the cap of {size_words(max_bytes)} (--max-bytes raises it)"


def size_words(count: int) -> str:
    """A number of bytes for people: "20 MB", "1.5 kB", "12 bytes"."""
    for unit, weight in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if count >= weight:
            return f"{count / weight:.3g} {unit}"
    return f"{count} bytes"


_SURROGATE = re.compile("[\ud800-\udfff]")


def make_article(
    text: str,
    *,
    source: str,
    title: str = "",
    publisher: str = "",
    published: str = "",
    url: str = "",
) -> Article:
    """The article with this text, unchanged; raises Unreadable when no one could review or store it."""
    if not text:
        raise Unreadable("there is no text in it")
    if text.isspace():
        raise Unreadable("there is only white space in it")
    for name, value in (
        ("text", text),
        ("title", title),
        ("publisher", publisher),
        ("published", published),
        ("url", url),
    ):
        _check_characters(name, value)
    return Article(
        id=article_id(text),
        text=text,
        title=one_line(title),
        publisher=one_line(publisher),
        published=published,
        url=url.strip(),
        source=source,
    )


def _check_characters(name: str, value: str) -> None:
    if "\0" in value:
        raise Unreadable(f"the {name} holds a NUL character at position {value.index(chr(0))}: not a text")
    if not value.isascii() and (half := _SURROGATE.search(value)):
        code = f"\\u{ord(half.group()):04x}"
        raise Unreadable(f"the {name} holds half of a surrogate pair ({code}) at position {half.start()}")


def one_line(words: str) -> str:
    """`words` with every run of white space as one space: metadata never holds a line break."""
    return " ".join(words.split())
