"""What is prose in an article, and what only stands around it."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.extract.boilerplate import Role, passages, prose
from curator.models import Article, article_id

LEAD = "Turkish and Russian troops will be deployed in Idlib, a spokesman said on Thursday."
BODY = "The zones, agreed by Turkey, Russia and Iran in May, are to be established for at least six months."


def roles(*paragraphs: str, title: str = "") -> list[Role]:
    text = "\n\n".join(paragraphs)
    return [passage.role for passage in passages(Article(article_id(text), text, title=title))]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Accessibility links", "navigation"),
        ("Breaking News", "navigation"),
        ("Share on Facebook", "navigation"),
        ("Read more: What are de-escalation zones?", "navigation"),
        ("Friday, 23 June 2017 06:13", "date"),
        ("Published on 2017-06-23", "date"),
        ("By Humeyra Pamuk and Tom Perry", "byline"),
        ("FILE IMAGE: Members of the Syrian Arab Army", "caption"),
        ("A soldier in Homs (AP Photo/Hassan Ammar)", "caption"),
        ("Smoke rises around buildings in the southern Syrian city of Daraa on June 22.", "caption"),
        ("Turkey and Russia to deploy forces in Syria", "headline"),
    ],
)
def test_a_line_above_the_prose_gets_its_role(line: str, role: Role) -> None:
    assert roles(line, LEAD, BODY) == [role, "prose", "prose"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Source: TRT World", "source"),
        ("© 2017 The Daily Sabah. All rights reserved.", "source"),
        ("With reporting by RIA Novosti, AP, Hurriyet, and The Daily Sabah", "byline"),
    ],
)
def test_a_line_below_the_prose_gets_its_role(line: str, role: Role) -> None:
    assert roles(LEAD, BODY, line) == ["prose", "prose", role]


@pytest.mark.parametrize(
    ("line", "role", "why"),
    [
        ("Home | News | World | Contact", "navigation", "words of a web page's menu"),
        ("Facebook Twitter WhatsApp Email", "navigation", "a row of sharing buttons"),
        ("Related: Senate passes bill", "navigation", "leads to another article"),
        ("Also on the Post: 15 photos", "navigation", "leads to another article"),
        ("We use cookies to improve your visit. Read our policy.", "navigation",
         "a notice about cookies or terms"),
        ("By signing up you agree to our terms of service.", "navigation", "a notice about cookies or terms"),
        ("Get the top 10 stories in your inbox every day.", "navigation", "asks to subscribe"),
        ("You have 3 free articles left this month.", "navigation", "asks to subscribe"),
        ("Follow Ann Ames on Twitter.", "navigation", "speaks to the reader"),
        ("View all 35 comments", "navigation", "speaks to the reader"),
        ("Story continues below advertisement", "navigation", "an advertisement"),
        ("This story was updated on May 3, 2016 with a statement.", "source", "a note on the article itself"),
        ("The Daily Post contributed to this report.", "source", "a note on the article itself"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_pages_furniture_is_told_from_prose_wherever_it_stands(
    line: str, role: Role, why: str, place: int
) -> None:
    lines = [LEAD, BODY]
    lines.insert(place, line)
    text = "\n\n".join(lines)
    found = passages(Article(article_id(text), text))[place]
    assert (found.role, found.why) == (role, why)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sponsored by Russia, the talks began on Monday in Astana.",
        "Cookies worth 3 million dollars were stolen in Homs.",
        "Published in 2016, the report names 12 officers.",
        "Support for the country's membership fell by 3 percent.",
        "More troops died in the south than in the north.",
        "Comments by the minister caused an outcry in Ankara.",
        "Topics of the talks were borders and prisoners.",
    ],
)
def test_prose_that_speaks_of_such_things_stays_prose(sentence: str) -> None:
    assert roles(LEAD, BODY, sentence, BODY + " So.") == ["prose"] * 4


def test_a_short_last_line_without_a_full_stop_is_no_prose_but_a_cut_off_sentence_is() -> None:
    assert roles(LEAD, BODY, "Storm at sea")[-1] == "navigation"
    assert roles(LEAD, BODY, "The talks, as he said")[-1] == "prose"
    assert roles(LEAD, BODY, BODY[:-1])[-1] != "navigation"


def test_the_title_is_known_by_its_words_whatever_the_marks() -> None:
    assert roles("“Zones” to cover 8 provinces.", LEAD, title='"Zones" to cover 8 provinces')[0] == "headline"


def test_a_caption_printed_twice_is_a_caption_and_its_duplicate() -> None:
    caption = "A rebel fighter reacts as they fire rockets in Hama, Syria, April 25, 2015."
    assert roles(LEAD, caption, caption, BODY) == ["prose", "caption", "duplicate", "prose"]


def test_a_lead_that_is_repeated_with_other_quotation_marks_counts_once() -> None:
    first, again = "A ‘safe’ zone will open in Homs soon.", "A “safe” zone will open in Homs soon."
    assert roles("Zone to open in Homs", first, again, BODY) == ["headline", "prose", "duplicate", "prose"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "“There is no decision yet,” he was quoted as saying",
        "He said: “We will probably be most prominent in the Idlib region.”",
        "Pictures of the attack were shared by millions on Facebook, the ministry said.",
        "Smoke rises from the ruins every day, residents told Reuters on Friday.",
    ],
)
def test_what_could_be_prose_is_prose(paragraph: str) -> None:
    assert roles(LEAD, BODY, BODY + " Yes.", BODY + " No.", paragraph, LEAD[:60] + ".")[4] == "prose"


def test_the_seeds_lose_no_paragraph_that_reports_speech() -> None:
    for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")):
        text = path.read_text("utf-8")
        for passage in passages(Article(article_id(text), text)):
            words = text[passage.span.start : passage.span.end]
            if " said." in words or "told RIA" in words:
                assert passage.role in ("prose", "duplicate")


@given(st.lists(st.text(st.sampled_from("aA .,:“”\n\r\x0b9©İ(|"), max_size=40), max_size=12).map("\n".join))
def test_passages_follow_each_other_and_prose_is_among_them(text: str) -> None:
    article = Article(article_id(text), text)
    spans = [passage.span for passage in passages(article)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert set(prose(article)) <= set(spans)
