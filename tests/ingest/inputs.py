"""What the ingest tests read: one good file of every format, and short ways to read bytes."""

from __future__ import annotations

import io
import json
from pathlib import Path

from curator.ingest import find, read
from curator.models import Article, Failure

SENTENCE = "Turkish and Russian forces will be deployed in Idlib, İbrahim Kalın said on Thursday."
PARAGRAPHS = "\n\n".join(f"{SENTENCE} It was the {n}th such report of the week." for n in range(4, 12))


def page(body: str = "") -> str:
    """A web page as news sites make them."""
    paragraphs = body or "".join(f"<p>{line}</p>" for line in PARAGRAPHS.split("\n\n"))
    return f"""<!DOCTYPE html><html><head><title>Forces to be deployed | TRT World</title>
    <meta property="og:site_name" content="TRT World"><link rel="canonical" href="https://example.org/a">
    <meta property="article:published_time" content="2017-06-23T06:13:00Z"></head>
    <body><nav><a href="/">Home</a><a href="/world">World</a></nav>
    <article><h1>Forces to be deployed</h1>{paragraphs}</article><footer>All rights reserved</footer>
    </body></html>"""


def pdf(text: str = SENTENCE, *, title: str = "", encrypted: bool = False) -> bytes:
    """A PDF document of one page with one line of (Latin-1) text."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    sheet = writer.add_blank_page(width=600, height=800)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    plain = text.replace("İ", "I").replace("ı", "i")
    stream.set_data(b"BT /F1 12 Tf 20 700 Td (" + plain.encode("latin-1") + b") Tj ET" if text else b"")
    sheet[NameObject("/Contents")] = writer._add_object(stream)
    if title:
        writer.add_metadata({"/Title": title})
    if encrypted:
        writer.encrypt("secret", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


GOOD: dict[str, bytes] = {
    "txt": f"Forces to be deployed\n\n{PARAGRAPHS}".encode(),
    "markdown": f"# Forces to be deployed\n\n{PARAGRAPHS}".encode(),
    "html": page().encode(),
    "jsonl": (json.dumps({"text": PARAGRAPHS, "title": "Forces to be deployed"}) + "\n").encode(),
    "json": json.dumps([{"text": PARAGRAPHS, "title": "Forces to be deployed"}], indent=1).encode(),
    "csv": f'title,text\nForces to be deployed,"{PARAGRAPHS}"\n'.encode(),
    "pdf": pdf(),
}
"""A file of every format that holds one article, by the format's name."""


def read_all(path: Path | str, *, max_bytes: int = 20_000_000) -> list[Article | Failure]:
    """Everything that reading what was named gives."""
    return [found for source in find([path], max_bytes=max_bytes) for found in read(source)]


def read_bytes(
    folder: Path, name: str, data: bytes, *, max_bytes: int = 20_000_000
) -> list[Article | Failure]:
    """Everything that reading a file with these bytes gives."""
    path = folder / name
    path.write_bytes(data)
    return read_all(path, max_bytes=max_bytes)


def article(found: list[Article | Failure]) -> Article:
    """The one article among what was found."""
    assert len(found) == 1, found
    assert isinstance(found[0], Article), found[0]
    return found[0]


def reason(found: list[Article | Failure]) -> str:
    """Why the one thing found is no article."""
    assert len(found) == 1, found
    assert isinstance(found[0], Failure), found[0]
    return found[0].reason
