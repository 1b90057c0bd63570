"""A report read back as a browser reads it: parsed by the rules of the HTML standard, strictly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import html5lib
from stories import Story

from curator.report import Limits, write

NAMESPACES = ("{http://www.w3.org/1999/xhtml}", "{http://www.w3.org/2000/svg}")


class Page:
    """One report, parsed; a parse error is an error of the test."""

    def __init__(self, text: str) -> None:
        self.text = text
        parser = html5lib.HTMLParser(
            html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False
        )
        self.root: Any = parser.parse(text)

    def elements(self) -> list[Any]:
        return [element for element in self.root.iter() if isinstance(element.tag, str)]

    def tags(self) -> set[str]:
        return {element.tag.rpartition("}")[2] for element in self.elements()}

    def attributes(self) -> set[str]:
        return {name for element in self.elements() for name in element.attrib}

    def shown(self, anchor: str = "") -> str:
        """What is read on the page or in one section of it, with single spaces."""
        top = self.root if not anchor else self.one(anchor)
        skipped = {"style", "script"}

        def words(element: Any) -> str:
            if not isinstance(element.tag, str) or element.tag in skipped:
                return element.tail or ""
            inner = (element.text or "") + "".join(words(child) for child in element)
            return inner + (element.tail or "") + ("" if element.tag in _INLINE else " ")

        return " ".join(words(top).split())

    def one(self, anchor: str) -> Any:
        (found,) = [element for element in self.elements() if element.get("id") == anchor]
        return found

    def of_class(self, name: str, anchor: str = "") -> list[Any]:
        top = self.root if not anchor else self.one(anchor)
        return [e for e in top.iter() if name in str(e.get("class", "")).split()]

    def links(self) -> list[str]:
        return [element.get("href") for element in self.elements() if element.get("href")]


_INLINE = {"a", "b", "i", "em", "mark", "span", "small", "q", "s", "code", "strong"}


def written(story: Story, path: Path, limits: Limits | None = None, **options: Any) -> Page:
    """The report of a story, read back from the disk."""
    write(story, path, evidence=story.evidence, limits=limits, force=True, **options)
    return Page(path.read_text(encoding="utf-8"))
