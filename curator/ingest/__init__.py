"""Bytes to articles: `find` what a user named, `read` each source.

    for source in find(["seeds/", "https://example.org/story"]):
        for article_or_failure in read(source):
            ...

One file per format, one line each in `registry.FORMATS`. An article's text is what was decoded, never
normalised. Never raises for bad content: that is a `Failure` with a reason.
"""

from __future__ import annotations

from curator.ingest.reading import read
from curator.ingest.source import DEFAULT_MAX_BYTES, Source, count, find

__all__ = ["DEFAULT_MAX_BYTES", "Source", "count", "find", "read"]
