"""Web pages, Markdown and PDF: the article's own text, and the metadata that the document carries."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from inputs import PARAGRAPHS, SENTENCE, article, page, pdf, read_bytes, reason


def test_a_page_gives_its_main_text_title_site_date_and_address(tmp_path: Path) -> None:
    made = article(read_bytes(tmp_path, "a.html", page().encode()))
    assert SENTENCE in made.text
    assert "All rights reserved" not in made.text
    assert made.title == "Forces to be deployed"
    assert (made.publisher, made.published, made.url) == ("TRT World", "2017-06-23", "https://example.org/a")


def test_a_page_in_the_encoding_that_it_declares_is_read(tmp_path: Path) -> None:
    text = page().replace("<head>", "<head><meta charset='windows-1254'>")
    assert SENTENCE in article(read_bytes(tmp_path, "a.html", text.encode("cp1254"))).text


@pytest.mark.parametrize(
    "fragment", [f"<p>{SENTENCE}</p>", f"<div><p>{SENTENCE}</p><p>{SENTENCE[::2]}</p></div>"]
)
def test_a_fragment_of_a_page_is_read(fragment: str, tmp_path: Path) -> None:
    assert SENTENCE in article(read_bytes(tmp_path, "a.html", fragment.encode())).text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html></html>", "no article text was found in the page"),
        (b"<p>ab" * 60_000, "the page has 60,000 tags; more than 50,000 are not read"),
        (b"<div>" * 40_000 + b"deep", "no article text was found in the page"),
        (b"<!--" * 40_000, "no article text was found in the page"),
        (b"<p " + b"a=b " * 100_000 + b">", "no article text was found in the page"),
        (b"<p>a\0b</p>", "NUL"),
    ],
    ids=["empty", "tags", "deep", "comments", "attributes", "NUL"],
)
def test_a_page_without_an_article_or_made_to_hurt_is_a_failure(
    data: bytes, words: str, tmp_path: Path
) -> None:
    assert words in reason(read_bytes(tmp_path, "a.html", data))


def test_markdown_is_kept_as_it_is_written(tmp_path: Path) -> None:
    text = f"# The *whole* [story](https://x.org)\r\n\r\n{SENTENCE}\r\n\r\n- one\r\n- two\r\n"
    made = article(read_bytes(tmp_path, "a.md", text.encode()))
    assert made.text == text
    assert made.title == "The whole story"


def test_front_matter_gives_metadata_before_the_heading_does(tmp_path: Path) -> None:
    text = (
        '---\ntitle: "A: story"\ndate: 2017-06-23 06:13\nsite: TRT World\nurl: https://x.org/1\n'
        f"tags: [a, b]\n---\n# Another heading\n\n{SENTENCE}\n"
    )
    made = article(read_bytes(tmp_path, "a.md", text.encode()))
    assert made.text == text
    assert (made.title, made.publisher) == ("A: story", "TRT World")
    assert (made.published, made.url) == ("2017-06-23T06:13", "https://x.org/1")


@pytest.mark.parametrize(
    "heading", ["The Story\n=========", "## The Story ##", "+++\nother = 1\n+++\n\n# The Story"]
)
def test_a_heading_may_be_written_in_several_ways(heading: str, tmp_path: Path) -> None:
    assert article(read_bytes(tmp_path, "a.md", f"{heading}\n\n{SENTENCE}".encode())).title == "The Story"


def test_a_pdf_document_gives_its_text(tmp_path: Path) -> None:
    made = article(read_bytes(tmp_path, "a.pdf", pdf(title="Turkish and Russian forces")))
    assert "will be deployed in Idlib" in made.text
    assert made.title == "Turkish and Russian forces"


def test_a_title_that_a_pdf_document_does_not_show_is_not_believed(tmp_path: Path) -> None:
    assert article(read_bytes(tmp_path, "a.pdf", pdf(title="Microsoft Word - Document1"))).title == ""


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf(encrypted=True), "the document is encrypted"),
        (pdf(""), "there is no text in the document (is it a scan?)"),
        (b"%PDF-1.4 broken", "the document cannot be parsed"),
    ],
    ids=["encrypted", "scan", "broken"],
)
def test_a_pdf_document_that_cannot_be_read_says_why(data: bytes, words: str, tmp_path: Path) -> None:
    assert words in reason(read_bytes(tmp_path, "a.pdf", data))


def test_without_pypdf_the_failure_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert "pipx install --force '.[pdf]'" in reason(read_bytes(tmp_path, "a.pdf", b"%PDF-1.4"))


def test_warnings_of_parsers_stay_off_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    read_bytes(tmp_path, "a.pdf", pdf()[:-60])
    read_bytes(tmp_path, "a.html", b"<p>")
    assert capfd.readouterr() == ("", "")


def test_the_paragraphs_of_a_page_stay_apart(tmp_path: Path) -> None:
    made = article(read_bytes(tmp_path, "a.html", page().encode()))
    assert len([line for line in made.text.split("\n") if line.strip()]) >= len(PARAGRAPHS.split("\n\n"))
