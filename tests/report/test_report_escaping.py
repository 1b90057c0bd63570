"""Whatever an article, a reviewer or a log holds, it is text on the page and nothing else."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from reading import Page, written
from stories import ANA, BEN, Story, seeds_story

from curator.models import Evidence
from curator.report import markup
from curator.report.markup import Html, address, escaped, html
from curator.text import visible

HOSTILE = [
    "<script>alert(1)</script>",
    "</style></script></title></textarea><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '" onfocus="alert(1)" autofocus="',
    "<!--", "-->", "]]>", "<![CDATA[", "<svg/onload=alert(1)>", "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "https://a.example/\"onclick=alert(1)",
    "{title}", "{0}", "&lt;b&gt;", "&#x3c;script&#x3e;", "\x00<b>\x00", "\x1b]52;c;aGk=\x07",
    "\u202eevil\u2066", "\ud800", "\ufffe", "\ufdd0",
    "</mark></p></blockquote></section>", "<base href=//evil.example>",
    "`${alert(1)}`", "\u2028alert(1)\u2029", "<details open ontoggle=alert(1)>",
    "<style>*{display:none}</style>",
]  # fmt: skip

hostile = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=40),
    st.builds("".join, st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=6)), max_size=4)),
)


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """What a page without anything hostile is made of."""
    return written(everything_is("word"), tmp_path_factory.mktemp("report") / "report.html")


def everything_is(words: str) -> Story:
    """A story of every kind of thing, with `words` in every place where text from outside can be."""
    story = Story()
    metadata = dict.fromkeys(("title", "publisher", "published", "url", "source"), words)
    claims = []
    for n in range(7):
        article = story.article(f"{n}. {words} before. A claim{n} {words} here. {words} after.", **metadata)
        claims.append(story.claim(article, f"claim{n} {words} here", speaker=words))
    who = f"{words}@installation"
    same, again, against, rejected, disputed, alone, ungrounded = claims
    story.merge(who, same, again)
    story.contradict(who, same, against, words, Evidence(words, 0.5, words))
    story.contradict(who, again, ungrounded, words)
    story.reject(who, rejected, words)
    story.confirm(who, alone, against)
    story.reject(BEN, disputed, words)
    for claim in claims:
        view = story.views[claim.id]
        story.change(claim, claim=replace(claim, cue=words, rule=words), notes=(words, words), reason=words)
        if claim is not ungrounded:
            story.change(claim, wording=f"{view.wording} {words}")
    story.change(ungrounded, claim=replace(ungrounded, grounded=False), wording=words)
    story.change(disputed, status="disputed")
    for kind in ("note", "edit", words):
        story.event(who, kind, disputed, text=words, wording=words)
    return story


def assert_only_text(page: Page, harmless: Page) -> None:
    assert page.tags() <= harmless.tags() | {"i", "em", "h4", "s", "a"}
    allowed = harmless.attributes() | {"href", "rel", "referrerpolicy"}
    assert page.attributes() <= allowed
    assert not {name for name in page.attributes() if name.startswith("on") or name in ("src", "style")}
    assert [e.text for e in page.root.iter("script")] == [e.text for e in harmless.root.iter("script")]
    assert [e.text for e in page.root.iter("style")] == [e.text for e in harmless.root.iter("style")]
    assert all(re.match(r"#[a-z0-9-]+$|https?://[^/]", link) for link in page.links())


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hostile)
@example("".join(HOSTILE))
@example("<script>alert(1)</script>")
def test_hostile_text_in_every_field_adds_no_tag_no_attribute_and_no_script(
    harmless: Page, words: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = written(everything_is(words), Path(folder) / "report.html", title=words)
    assert_only_text(page, harmless)


def test_hostile_text_is_shown_as_it_is(tmp_path: Path) -> None:
    words = "<img src=x onerror=alert(1)> & \"quotes\" 'too'"
    page = written(everything_is(words), tmp_path / "report.html", title=words)
    for anchor in ("x1", "k1", "speakers", "disputed", "rejected", "articles"):
        assert words in page.shown(anchor), anchor
    assert next(iter(page.root.iter("title"))).text == words


def as_shown(text: str) -> str:
    """What is left of a text on the page: visible, and without code points that HTML has no place for."""
    return "".join(
        "\ufffd" if ord(c) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(c) < 0xFDF0 else c for c in visible(text)
    )


@given(st.text(max_size=60))
def test_text_in_an_element_is_what_it_was_and_nothing_more(text: str) -> None:
    assert not set(escaped(text)) & set("<>\"'")
    element = Page(f"<!DOCTYPE html><title>x</title><p>{escaped(text)}</p>").root.find(".//p")
    assert list(element) == []
    assert (element.text or "") == as_shown(text)


@given(st.text(max_size=60))
def test_a_value_stays_inside_its_attribute(text: str) -> None:
    made = html('<p title="{text}">x</p>', text=text)
    element = Page(f"<!DOCTYPE html><title>x</title>{made}").root.find(".//p")
    assert list(element.attrib) == ["title"]
    assert element.get("title") == as_shown(text)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "//a.example",
        "https://", "https:///path", "http://[::1", "https://a.example/\x1b[0m", "https://a.example/a b",
        "\x01javascript:alert(1)", "ftp://a.example/", "mailto:a@b.example", "seeds/000.txt", "",
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_can_be_followed(url: str) -> None:
    assert address(url) == ""


@pytest.mark.parametrize("url", ["https://a.example/x?y=1&z=2#t", "http://a.example", " https://a.example/ "])
def test_an_address_of_the_web_is_kept(url: str) -> None:
    assert address(url) == url.strip()


def test_an_article_s_address_is_a_link_that_tells_nothing_to_where_it_leads(tmp_path: Path) -> None:
    story = Story()
    story.article("It rains.", title="Rain", url="https://a.example/x?y=1&z=2")
    page = written(story, tmp_path / "report.html")
    (link,) = [e for e in page.root.iter("a") if e.get("href") == "https://a.example/x?y=1&z=2"]
    assert link.get("rel") == "noopener noreferrer nofollow"


def test_a_template_takes_markup_only_from_templates() -> None:
    assert html("<b>{x}</b>", x="<i>") == "<b>&lt;i&gt;</b>"
    assert html("<b>{x}</b>", x=html("<i>")) == "<b><i></b>"
    assert html("<b>{x}</b>", x=[html("<i>"), html("</i>")]) == "<b><i></i></b>"
    with pytest.raises(TypeError):
        html("<b>{x}</b>", x=["<i>"])  # type: ignore[list-item]


def test_markup_is_made_in_one_module_and_nowhere_else_but_for_our_own_style_and_script() -> None:
    package = Path(markup.__file__).parent
    makers = {
        path.name: len(re.findall(r"\bHtml\(", path.read_text())) - (path.name == "markup.py")
        for path in package.rglob("*.py")
    }
    assert {name: count for name, count in makers.items() if count > 0} == {
        "markup.py": 3, "charts.py": 1, "page.py": 2,
    }  # fmt: skip
    assert isinstance(html(""), Html)


def test_the_page_loads_and_runs_nothing_but_its_own_two_texts(tmp_path: Path) -> None:
    page = written(seeds_story(), tmp_path / "report.html")
    policy = next(
        e.get("content") for e in page.root.iter("meta") if e.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not page.tags() & {"img", "link", "iframe", "object", "embed", "video", "audio", "form"} - {"form"}
    assert "url(" not in page.text and "@import" not in page.text


def test_a_reviewer_cannot_break_the_page_with_the_log(tmp_path: Path) -> None:
    story = Story()
    claim = story.claim(story.article("It rains."), "It rains")
    story.event_list.append(replace(story.event(ANA, "confirm", claim), event_id="odd", rseq=2, payload="[1"))
    story.event_list.append(replace(story.event_list[0], event_id="odder", rseq=3, payload='{"claim": 3}'))
    story.event_list.append(replace(story.event_list[0], event_id="oddest", rseq=4, wall_time="not a time"))
    assert "1 decision without a readable time" in written(story, tmp_path / "report.html").shown("work")
