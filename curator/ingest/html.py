"""Web pages: the article is the page's main text as trafilatura finds it; title, date and site likewise.

Never keeps menus, comments or scripts, and never lets a hostile page stop the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curator.ingest.dateline import iso_date
from curator.ingest.decoding import decoded
from curator.ingest.intake import Intake, Unreadable, make_article
from curator.ingest.masthead import shown_in
from curator.models import Article, Failure

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I
)
_HEAD_BYTES = 4_096
_MOST_TAGS = 50_000
"""A news page has a few thousand; time grows with the tags (some 5 s for this many)."""
_BODY = re.compile(r"<(?:html|body)\b", re.IGNORECASE)


def articles(intake: Intake) -> Iterator[Article | Failure]:
    """The one article in a web page."""
    data = intake.whole()
    declared = _CHARSET.search(data[:_HEAD_BYTES])
    page = decoded(data, intake.charset or (declared[1].decode("ascii") if declared else ""))
    if "\0" in page:
        raise Unreadable(f"it holds a NUL character at position {page.index(chr(0))}: not a web page")
    if (tags := page.count("<")) > _MOST_TAGS:
        raise Unreadable(f"the page has {tags:,} tags; more than {_MOST_TAGS:,} are not read")
    if not _BODY.search(page):
        page = f"<html><body>{page}</body></html>"  # a fragment alone is taken for no page
    yield _main_text(page, intake)


def _main_text(page: str, intake: Intake) -> Article:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            page,
            url=intake.url or None,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception as error:  # whatever a hostile page provokes in the parser is this page's failure
        raise Unreadable(f"the page cannot be parsed ({type(error).__name__}: {error})"[:200]) from error
    if found is None or isinstance(found, dict) or not found.text:
        raise Unreadable("no article text was found in the page")
    return make_article(
        found.text,
        source=intake.label,
        title=found.title or "",
        publisher=found.sitename or shown_in(found.text).publisher,
        published=iso_date(found.date or ""),
        url=found.url or intake.url,
    )
