"""PDF documents, through the optional pypdf: the text of all pages, a blank line between them.

Never reads pictures of text (scans hold none), and never opens an encrypted document.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from curator.ingest.intake import Intake, Unreadable, make_article
from curator.ingest.masthead import shown_in
from curator.models import Article, Failure


def articles(intake: Intake) -> Iterator[Article | Failure]:
    """The one article in a PDF document."""
    text, title = _text_and_title(intake.whole())
    shown = shown_in(text)
    yield make_article(
        text,
        source=intake.label,
        title=title if title and title in text[:2_000] else shown.title,
        publisher=shown.publisher,
        published=shown.published,
        url=intake.url or shown.url,
    )


def _text_and_title(data: bytes) -> tuple[str, str]:
    """All pages' text, and the title that the document gives itself (often left over from another)."""
    try:
        from pypdf import PdfReader
    except ImportError:
        raise Unreadable(
            "reading PDF needs an extra: pipx install --force '.[pdf]' in Curator's folder"
        ) from None
    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # its warnings would land on the screen
    try:
        document = PdfReader(io.BytesIO(data))
        if document.is_encrypted:
            raise Unreadable("the document is encrypted")
        text = "\n\n".join(page.extract_text() for page in document.pages)
        title = (document.metadata and document.metadata.title) or ""
    except Unreadable:
        raise
    except Exception as error:  # whatever a broken document provokes in the parser is its failure
        raise Unreadable(f"the document cannot be parsed ({type(error).__name__}: {error})"[:200]) from error
    if not text.strip():
        raise Unreadable("there is no text in the document (is it a scan?)")
    return text, title.strip()
