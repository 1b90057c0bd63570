"""The one way in which text becomes HTML: templates that are ours, values that are escaped.

Everything on the page is made by `html()`. A value that is not `Html` itself is outside text: it goes through
`text.visible()` and is escaped for element and attribute alike, so no template has to know where it stands.
Never makes `Html` out of anything but a template in this package and escaped values.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from string import Formatter
from typing import LiteralString
from urllib.parse import urlsplit

from curator.text import visible

Value = "str | int | Html | Iterable[Html]"


class Html(str):
    """Markup that is safe to put on the page."""

    __slots__ = ()


NOTHING = Html("")


def html(template: LiteralString, /, **values: str | int | Html | Iterable[Html]) -> Html:
    """The template with its `{names}` replaced by the values, escaped unless they are markup themselves.

    Attributes in a template stand in double quotes.
    """
    pieces: list[str] = []
    for literal, name in _parsed(template):
        pieces.append(literal)
        if name:
            pieces.append(_markup(values[name]))
    return Html("".join(pieces))


def joined(pieces: Iterable[Html], between: Html = NOTHING) -> Html:
    """Several pieces of markup as one."""
    return Html(between.join(pieces))


def escaped(text: str) -> str:
    """Outside text for element or attribute: nothing in it can open a tag, close a quote or steer a reader.

    Code points that HTML has no place for (U+FFFE and its like) become U+FFFD as well.
    """
    shown = visible(text)
    if not shown.isascii():
        shown = "".join(
            c if ord(c) & 0xFFFE != 0xFFFE and not 0xFDD0 <= ord(c) < 0xFDF0 else "�" for c in shown
        )
    return escape(shown, quote=True)


def address(url: str) -> str:
    """`url` where a reader may follow it (http and https with a host), "" for every other scheme."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or visible(url) != url
        or " " in url.strip()
    ):
        return ""
    return url.strip()


def _markup(value: str | int | Html | Iterable[Html]) -> str:
    if isinstance(value, Html):
        return value
    if isinstance(value, str):
        return escaped(value)
    if isinstance(value, int):
        return str(value)
    pieces = list(value)
    if not all(isinstance(piece, Html) for piece in pieces):
        raise TypeError("a sequence in a template must be of markup")
    return "".join(pieces)


@lru_cache(maxsize=256)
def _parsed(template: str) -> tuple[tuple[str, str], ...]:
    return tuple((literal, name or "") for literal, name, _, _ in Formatter().parse(template))
