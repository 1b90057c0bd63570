"""The whole page: the sections in their order, with their own style and a small script, and nothing from
elsewhere.

To add a section, write a function from the digest to markup and give it a row in `SECTIONS`. A content
security policy lets the browser load nothing and run nothing but the two texts below. Never writes when it
was made: the same database gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from curator.report.digest import Digest
from curator.report.markup import NOTHING, Html, html
from curator.report.phrases import number
from curator.report.sections.articles import articles, outlets
from curator.report.sections.clusters import carriers, clusters
from curator.report.sections.contradictions import contradictions
from curator.report.sections.differences import disputed, rejected
from curator.report.sections.opening import opening
from curator.report.sections.speakers import speakers
from curator.report.sections.work import log, work

GENERATOR = "Curator report"
"""By this a file is known as one that may be replaced by a newer report."""


@dataclass(frozen=True, slots=True)
class Section:
    """One row of the page's plan."""

    anchor: str
    heading: str
    body: Callable[[Digest], Html]
    count: Callable[[Digest], int | None]
    """What stands beside the heading in the contents, None for nothing."""
    folded: bool = False
    """Whether it is closed until somebody opens it; on paper it is open."""


SECTIONS: tuple[Section, ...] = (
    Section("contradictions", "Contradictions", contradictions, lambda d: d.contradictions.total),
    Section("clusters", "Said more than once", clusters, lambda d: d.clusters.total),
    Section("carriers", "Who carries what", carriers, lambda d: None),
    Section("speakers", "Not merged with another", speakers, lambda d: d.singles.total),
    Section("disputed", "Where reviewers differ", disputed, lambda d: d.disputed.total),
    Section("outlets", "Claims by outlet", outlets, lambda d: d.named_outlets or None),
    Section("work", "How this was reviewed", work, lambda d: None),
    Section("rejected", "Rejected claims", rejected, lambda d: d.rejected.total, folded=True),
    Section("articles", "Articles", articles, lambda d: d.articles.total),
    Section("log", "The log behind this page", log, lambda d: None),
)


def page(digest: Digest) -> Html:
    """The report as one HTML document."""
    shown = [(section, body) for section in SECTIONS if (body := section.body(digest))]
    return html(
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="generator" content="{generator}">\n'
        '<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        "<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#content">To the content</a>\n<main id="content">\n{opening}\n{contents}\n'
        "{sections}\n{closing}\n</main>\n<script>{script}</script>\n</body>\n</html>\n",
        generator=GENERATOR,
        policy=_policy(),
        title=digest.title,
        style=Html(_ours("page.css")),
        opening=opening(digest),
        contents=_contents([section for section, _ in shown], digest),
        sections=[_section(section, body) for section, body in shown],
        closing=_CLOSING,
        script=Html(_ours("page.js")),
    )


_FILTER = html(
    '<form class="filter" id="filter" role="search" hidden><label for="words">Show only what contains</label>'
    '<input id="words" type="search" autocomplete="off" spellcheck="false">'
    '<output id="found" for="words"></output></form>'
)

_CLOSING = html(
    '<footer class="closing"><p>Made with Curator from its review database. The complete data, with every '
    "claim, its place in the article’s text and every decision, is what <code>curator export</code> writes; "
    "this page is a view of it for reading.</p></footer>"
)


def _contents(sections: list[Section], digest: Digest) -> Html:
    lines = []
    for section in sections:
        count = section.count(digest)
        shown = NOTHING if count is None else html(' <span class="count">{count}</span>', count=number(count))
        lines.append(
            html('<li><a href="#{anchor}">{heading}</a>{count}</li>',
                 anchor=section.anchor, heading=section.heading, count=shown)
        )  # fmt: skip
    return html(
        '<nav class="contents" aria-label="Contents"><ul>{lines}</ul></nav>{filter}',
        lines=lines,
        filter=_FILTER,
    )


def _section(section: Section, body: Html) -> Html:
    if section.folded:
        body = html("<details><summary>Show</summary>{body}</details>", body=body)
    return html(
        '<section class="part" id="{anchor}" aria-labelledby="{anchor}-heading"><h2 id="{anchor}-heading">'
        "{heading}</h2>{body}</section>\n",
        anchor=section.anchor,
        heading=section.heading,
        body=body,
    )


def _policy() -> str:
    style, script = (_hash(_ours(name)) for name in ("page.css", "page.js"))
    return f"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _ours(name: str) -> str:
    return files("curator.report").joinpath(name).read_text(encoding="utf-8")
