"""The outlet of a plain text is found where newspapers print it: above, below or beside, at the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from inputs import read_all

from curator.ingest.masthead import shown_in
from curator.models import Article

TITLE = "Ferry sinks off the coast, killing 14"
BODY = (
    "\n\nThe harbour ministry said on Tuesday that 14 people were killed when a ferry sank.\n\nMore follows."
)


@pytest.mark.parametrize(
    "name",
    [
        "The Valen Post",
        "The Northern Herald",
        "Merrowdale Gazette",
        "Tarn Valley News",
        "Capital Times",
        "Meridian Wire",
        "THE NORTHERN HERALD",
        "Yorkshire Post",
        "Ottawa Citizen",
        "USA Today",
        "The Globe and Mail",
        "Times of Malta",
        "St. Louis Post-Dispatch",
        "Arkansas Democrat-Gazette",
        "People's Daily",
        "Hürriyet Daily News",
        "Xinhua News Agency",
        "Radio Free Europe",
        "Reuters",
        "GlobalPost",
        "Süddeutsche Zeitung",
        "Der Tagesspiegel",
        "Kölner Stadtanzeiger",
        "Le Figaro",
        "Die Zeit",
        "El País",
        "La Repubblica",
        "Corriere della Sera",
    ],
)
def test_a_masthead_above_or_below_the_headline_is_the_outlet_and_never_the_title(name: str) -> None:
    for text in (
        f"{name}\n\n{TITLE}{BODY}",
        f"{name}\n{TITLE}{BODY}",
        f"{TITLE}\n\n{name}\nBy Ana Öz\n4 March 2026{BODY}",
        f"{TITLE}\nBy Ana Öz\n{name}{BODY}",
        f"{TITLE}\n{name}, 4 March 2026{BODY}",
    ):
        shown = shown_in(text)
        assert (shown.title, shown.publisher) == (TITLE, name), text


@pytest.mark.parametrize(
    ("line", "name", "published"),
    [
        ("By Marta Olender, The Valen Post", "The Valen Post", ""),
        ("By Marta Olender and Jo Grey, Tarn Valley News Correspondents", "Tarn Valley News", ""),
        ("By Jane Doe, Political Editor, The Northern Herald", "The Northern Herald", ""),
        ("By Ana Öz (The Valen Post)", "The Valen Post", ""),
        ("By Ana Öz of the Valen Post", "Valen Post", ""),
        ("By Ana Öz for The Northern Herald | 3 March 2026", "The Northern Herald", "2026-03-03"),
        ("By Valen Post Staff", "Valen Post", ""),
        ("By MARTA OLENDER, Associated Press", "Associated Press", ""),
        ("Marta Olender | Capital Times", "Capital Times", ""),
        ("Marta Olender · Capital Times · March 3, 2026", "Capital Times", "2026-03-03"),
        ("The Northern Herald, 4 March 2026", "The Northern Herald", "2026-03-04"),
        ("Tuesday, March 3, 2026 | The Valen Post", "The Valen Post", "2026-03-03"),
        ("Capital Times | Tuesday 3 March 2026 | 14:05", "Capital Times", "2026-03-03T14:05"),
        ("The Valen Sun, 4 March 2026", "The Valen Sun", "2026-03-04"),
        ("Harbour Tribune, March 10, 2026. By Ana Öz", "Harbour Tribune", "2026-03-10"),
        ("Capital Times | By Ana Öz | March 10, 2026", "Capital Times", "2026-03-10"),
        ("Transit Monthly, February 2026", "Transit Monthly", ""),
        ("The Valen Post, March 3", "The Valen Post", ""),
        ("By Marta Olender March 3, 2026", "", "2026-03-03"),
        ("Published: 3 March 2026, 14:05", "", "2026-03-03T14:05"),
        ("Tuesday 3 March 2026", "", "2026-03-03"),
        ("Published: March 3", "", ""),
    ],
)
def test_a_line_below_the_headline_may_name_reporter_outlet_and_day(
    line: str, name: str, published: str
) -> None:
    shown = shown_in(f"{TITLE}\n{line}{BODY}")
    assert (shown.title, shown.publisher, shown.published) == (TITLE, name, published)


@pytest.mark.parametrize(
    ("lead", "name", "published"),
    [
        ("PORT VALEN, March 3 (Central Wire) - A ferry sank in 2025.", "Central Wire", ""),
        ("PORT VALEN, March 3, 2026 (Central Wire) - A ferry sank.", "Central Wire", "2026-03-03"),
        ("PORT VALEN, 3 March 2026 (Central Wire) — A ferry sank.", "Central Wire", "2026-03-03"),
        ("March 3 (Central Wire) - A ferry sank.", "Central Wire", ""),
        ("March 3, 2026 (Central Wire) - A ferry sank.", "Central Wire", "2026-03-03"),
        ("VALEN (Merrowdale News Agency) - A ferry sank.", "Merrowdale News Agency", ""),
    ],
)
def test_the_dateline_names_the_agency_and_a_day_without_a_year_is_none(
    lead: str, name: str, published: str
) -> None:
    shown = shown_in(f"{TITLE}\n\n{lead}\n\nMore follows.")
    assert (shown.title, shown.publisher, shown.published) == (TITLE, name, published)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2026 Tarn Valley News", "Tarn Valley News"),
        ("Copyright © 2024-2026 Capital Times. All rights reserved.", "Capital Times"),
        ("(c) The Valen Post Ltd, 2026", "The Valen Post"),
        ("This article was originally published in The Northern Herald.", "The Northern Herald"),
        ("First published in the Capital Times on 3 March 2026", "Capital Times"),
        ("— Capital Times", "Capital Times"),
        ("© Getty Images", ""),
        ("© Ana Öz/Capital Times", ""),
        ("With reporting by Central Wire, AP, and The Valen Post", ""),
    ],
)
def test_the_end_of_a_text_may_name_the_outlet(line: str, name: str) -> None:
    assert shown_in(f"{TITLE}{BODY}\n\n{line}").publisher == name


def test_the_masthead_goes_before_the_agency_that_the_text_was_taken_from() -> None:
    above = f"{TITLE}\n\nThe Valen Post\nBy Central Wire and staff reporters\nMarch 3, 2026\n\n"
    assert shown_in(f"{above}VALEN (Central Wire) - A ferry sank.\n\nMore.").publisher == "The Valen Post"


def test_a_masthead_is_enough_where_there_is_no_headline() -> None:
    shown = shown_in("Meridian Wire" + BODY)
    assert (shown.title, shown.publisher) == ("", "Meridian Wire")


@pytest.mark.parametrize(
    "title",
    [
        "Times are hard for farmers",
        "Times Are Hard",
        "Hard Times for Farmers",
        "Troops Leave Today",
        "Mayor Quits Post",
        "Trump Slams New York Times",
        "Company Sets World Record",
        "What We Know Today",
        "Freedom of the Press",
        "New post office opens near the Capital Times",
        "Ferry Sinks, Capital Times Says",
        "Valve leaked for weeks - Capital Times",
        "Trump, Clinton and Fox News",
    ],
)
def test_a_headline_is_never_an_outlet(title: str) -> None:
    shown = shown_in(title + "\n\nBy Ana Öz" + BODY)
    assert (shown.title, shown.publisher) == (title, "")


@pytest.mark.parametrize(
    "line",
    [
        "World News",
        "Local News",
        "Staff Reporter",
        "Political Correspondent",
        "Watch Live TV",
        "The minister wrote to the Capital Times.",
        "He told the Capital Times",
        "Port Valen, 4 March 2026",
    ],
)
def test_a_section_a_role_or_a_sentence_is_no_outlet(line: str) -> None:
    shown = shown_in(f"{TITLE}\nBy Ana Öz\n{line}{BODY}")
    assert (shown.title, shown.publisher) == (TITLE, "")


@pytest.mark.parametrize(
    "title",
    [
        "Pump was broken for three weeks, worker says",
        "Leaking valve caused the blast, leaked report says",
        "No survivors, sources say",
        "“We will rebuild,” mayor says",
        "Mayor knew of the leak, court told",
    ],
)
def test_a_headline_may_end_with_who_says_so(title: str) -> None:
    assert shown_in(title + BODY).title == title


def test_a_web_page_without_a_site_s_name_shows_its_outlet_like_any_text(tmp_path: Path) -> None:
    lead = "The harbour ministry said on Tuesday that 14 people were killed when a ferry sank off the coast. "
    (tmp_path / "page.html").write_text(
        f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>"
        f"<p>Harbour Tribune, March 10, 2026. By Ana Öz</p><p>{lead * 3}</p><p>{lead * 2}</p></article>"
        "</body></html>"
    )
    (made,) = read_all(tmp_path)
    assert isinstance(made, Article)
    assert (made.title, made.publisher) == (TITLE, "Harbour Tribune")
