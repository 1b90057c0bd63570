"""Title, publisher and date are taken where a plain text shows them, and left empty where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from inputs import read_all

from curator.ingest.dateline import date_line, iso_date
from curator.ingest.masthead import Masthead, shown_in
from curator.models import Article

BODY = "\n\nThe minister said on Thursday that the forces will be deployed in the region soon.\nMore follows."
TITLE = "Turkey sends troops to Syria"


def test_the_seeds_show_these_and_nothing_else() -> None:
    found = [made for made in read_all(Path(__file__).parents[2] / "seeds") if isinstance(made, Article)]
    assert [(made.title, made.publisher, made.published) for made in found] == [
        ("", "TRT World", ""),
        (
            "Turkey, Russia, Kyrgyzstan and Kazakhstan may deploy soldiers to Syria’s Idlib"
            " - Erdoğan's spokesman",
            "",
            "2017-06-23T06:13",
        ),
        ("Turkey, Russia to deploy forces in Syria’s Idlib to secure ‘de-escalation’ zones", "", ""),
        ("Kazakhstan, Kyrgyzstan Reportedly Asked About Sending Troops To 'Monitor' Syria", "", ""),
        ("", "", ""),
    ]


@pytest.mark.parametrize(
    "above",
    [
        "",
        "\n\n  \n",
        "Skip to main content\n\nMenu\nWorld\n",
        "BREAKING NEWS\n",
        "By John Smith\n",
        "BY ANA ÖZ and JOHN SMITH\n",
        "Friday, 23 June 2017 06:13\n",
        "FILE IMAGE: Members of the assault corps\n",
        "File photo: a soldier in Idlib\n",
        "Turkish soldiers stand guard at the border [Reuters]\n",
        "Men look at the damage (AP Photo/Jane Doe)\n",
        "Photo by Jane Doe\n",
        "https://example.org/world/story?id=3\n",
        "Source: Anadolu\n",
        "Advertisement\r\n\r\n",
    ],
)
def test_what_stands_above_a_title_is_passed_over(above: str) -> None:
    assert shown_in(above + TITLE + BODY).title == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "Will Turkey go to war?",
        "Kalin: ‘We will be most prominent in Idlib’",
        "TURKEY SENDS TROOPS TO SYRIA",
        "Turkey urged to act by the U.S.",
        "Chargers to play vs. Steelers on Sunday",
        "470,000 civilians killed, group says it fears",
        "Турция отправит войска в Сирию",
        "土耳其将向叙利亚派兵",
    ],
)
def test_a_title_may_look_like_this(title: str) -> None:
    assert shown_in(title + BODY).title == title


@pytest.mark.parametrize(
    "first",
    [
        "Turkish forces will be deployed in Idlib as part of an agreement, a spokesman said on Thursday.",
        "“We will probably be most prominent in the Idlib region,” Kalin said",
        "ANKARA (Reuters) - Turkish and Russian forces will be deployed",
        "Accessibility links",
        "Smoke rises around buildings following a reported air strike in Daraa on June 22.",
        "A rebel fighter reacts. He is one of many in the region",
        "and so it went on",
        "word " * 60,
        "Breaking News",
    ],
)
def test_a_paragraph_a_caption_or_a_menu_is_no_title(first: str) -> None:
    assert shown_in(first + BODY).title == ""


@pytest.mark.parametrize(
    "text",
    ["Title here\n\ntext", "\ufeffTitle here \r\n\r\nSome text.", "\n\nTitle here\n \nand more\n\nof it"],
)
def test_a_short_line_by_itself_above_the_text_is_its_title(text: str) -> None:
    assert shown_in(text).title == "Title here"


@pytest.mark.parametrize(
    "text",
    [
        "Title here\ntext",
        "Title here",
        "Title here\n\n  \n",
        "Troops left.\n\nThe minister said so.",
        "Ankara, Turkey\n\nThe minister said so.",
        "File photo: soldiers\n\nThe minister said so.",
        "Breaking News\n\nThe minister said so.",
        "By Ana Öz\n\nThe minister said so.",
        "June 22, 2017\n\nThe minister said so.",
        "Source: Anadolu\n\nThe minister said so.",
        "Turkey\n\nThe minister said so.",
    ],
)
def test_what_is_no_line_by_itself_or_no_heading_is_no_title(text: str) -> None:
    assert shown_in(text).title == ""


def test_a_single_line_is_the_text_and_not_its_title() -> None:
    assert shown_in("Turkey sends troops to Syria").title == ""


def test_labels_are_believed() -> None:
    text = "Title: Troops sent\nSource: Anadolu\nDate: 23 June 2017\nURL: https://example.org/1" + BODY
    assert shown_in(text) == Masthead("Troops sent", "Anadolu", "2017-06-23", "https://example.org/1")


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (TITLE + BODY + "\n\nSource: TRT World", "TRT World"),
        (TITLE + "\nPublisher: The Daily Sabah" + BODY, "The Daily Sabah"),
        ("ANKARA (Reuters) - The forces will be deployed.\n\nMore.", "Reuters"),
        ("MOSCOW, June 22. /TASS/. The forces will be deployed.\n\nMore.", "TASS"),
        (TITLE + BODY + "\n\nWith reporting by RIA Novosti, AP and Hurriyet", ""),
        (TITLE + BODY + "\n\nSource: what the spokesman said to reporters in the capital on Thursday.", ""),
        (TITLE + BODY + "\n\nSource: https://example.org/story", ""),
        ("The source (Reuters has learned) is well placed.\n\nMore.", ""),
    ],
)
def test_the_publisher_is_taken_only_where_the_text_names_it(text: str, publisher: str) -> None:
    assert shown_in(text).publisher == publisher


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Friday, 23 June 2017 06:13", "2017-06-23T06:13"),
        ("June 22, 2017", "2017-06-22"),
        ("Published: Thu, 22 Jun 2017 10:05 GMT", "2017-06-22T10:05+00:00"),
        ("Posted on June 22, 2017 at 3:45 pm", "2017-06-22T15:45"),
        ("Jun. 22, 2017 | 12:05 AM ET", "2017-06-22T00:05"),
        ("June 22, 2017 8:03 PM / Updated 3 years ago", "2017-06-22T20:03"),
        ("Updated 06:13 GMT, 23 June 2017", "2017-06-23"),
        ("Fri, 23 Jun 2017 06:13:00 +0300", "2017-06-23T06:13+03:00"),
        ("2017-06-23T06:13:00Z", "2017-06-23T06:13+00:00"),
        ("23.06.2017 14:30", "2017-06-23T14:30"),
        ("By John Smith, June 22, 2017", "2017-06-22"),
        ("22 Haziran 2017 Perşembe 14:22", "2017-06-22"),
        ("22 июня 2017", "2017-06-22"),
        ("le 22 juin 2017 à 18h30", "2017-06-22T18:30"),
        ("22. Juni 2017", "2017-06-22"),
        ("22 de junio de 2017", "2017-06-22"),
    ],
)
def test_datelines_of_the_news_are_read(line: str, iso: str) -> None:
    assert date_line(line) == iso
    assert shown_in(f"{TITLE}\n{line}{BODY}").published == iso


@pytest.mark.parametrize(
    "line",
    [
        "Smoke rises on June 22.",
        "On 23 June 2017, Kalin said that forces will be deployed",
        "The 22 June 2017 agreement of Astana",
        "31 February 2017",
        "03/04/2017",
        "in May 2017",
        "3 hours ago",
        "23 June 2017 25:99",
    ],
)
def test_what_is_not_surely_a_date_is_none(line: str) -> None:
    assert date_line(line) == ""


def test_the_lead_may_open_with_the_date() -> None:
    assert (
        shown_in("BISHKEK, June 22, 2017 (AKIpress) - The ministry has no word.\n\nMore.").published
        == "2017-06-22"
    )


@pytest.mark.parametrize(
    ("lead", "iso"),
    [
        ("Tromsø, 4 March 2024 – The ferry line cut two crossings.", "2024-03-04"),
        ("Lima, 4 March 2024. The ferry line cut two crossings.", "2024-03-04"),
        ("Oslo, Norway, Monday 4 March 2024 (NTB) - The ferry line cut two crossings.", "2024-03-04"),
        ("New York, March 4, 2024 /Newswire/ -- The ferry line cut two crossings.", "2024-03-04"),
        ("Lima (4 March 2024) The ferry line cut two crossings.", "2024-03-04"),
        ("Fjord Weekly, 4 March 2024", "2024-03-04"),
        ("Tromsø, 4 March 2024 – 5 crossings were cut.", "2024-03-04"),
        ("Tromsø, 4 March 2024 was a wet day at the ferry line.", ""),
        ("The mayor left the ferry line, 4 March 2024. She said so.", ""),
        ("On Tromsø, 4 March 2024. The ferry line cut two crossings.", ""),
        ("Lima, 3/4/2024 - The ferry line cut two crossings.", ""),
    ],
)
def test_a_place_or_a_paper_may_stand_before_the_date_of_the_lead(lead: str, iso: str) -> None:
    assert shown_in(f"{TITLE}\n\n{lead}\n\nMore.").published == iso


def test_a_date_behind_the_title_is_not_part_of_it() -> None:
    shown = shown_in("Ants found to heal themselves Tuesday, September 1, 2015" + BODY)
    assert (shown.title, shown.published) == ("Ants found to heal themselves", "2015-09-01")


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2017-06-23", "2017-06-23"),
        ("2017-06-23 06:13", "2017-06-23T06:13"),
        ("2017-06-23T06:13:00+03:00", "2017-06-23T06:13:00+03:00"),
        ("20170623", "2017-06-23"),
        ("Fri, 23 Jun 2017 06:13:00 GMT", "2017-06-23T06:13+00:00"),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_a_date_field_becomes_iso_8601_or_nothing(value: str, iso: str) -> None:
    assert iso_date(value) == iso
