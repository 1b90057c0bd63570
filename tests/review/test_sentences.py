"""Claims in sentences: two that look alike are told apart by where they stand."""

from dataclasses import replace

import pytest

from curator.models import Article, Claim, ClaimView, article_id, claim_id
from curator.review.sentences import told_apart

WORDS = "It is so"


def standing(article: Article, start: int = 0, speaker: str = "Reed") -> ClaimView:
    id_ = claim_id(article.id, start, start + len(WORDS))
    claim = Claim(id_, article.id, start, start + len(WORDS), WORDS, "quote", speaker)
    return ClaimView(claim, "pending", id_, WORDS, speaker, start, start + len(WORDS))


def written(text: str, **known: str) -> Article:
    return Article(article_id(text), text, **known)


FIRST = written(
    f"{WORDS}. One.", title="Storm", publisher="Post", published="2023-06-05T08:00", source="a/1.txt"
)
OTHER = written(f"{WORDS}. Two.", title="Rain", publisher="Times", published="2023-06-06", source="a/2.txt")


@pytest.mark.parametrize(
    ("changes", "places"),
    [
        ({}, ("Post", "Times")),
        ({"publisher": "Post"}, ("Post of 2023-06-05", "Post of 2023-06-06")),
        ({"publisher": "Post", "published": "2023-06-05"}, ("Storm", "Rain")),
        ({"publisher": "Post", "published": ""}, ("Storm", "Rain")),
        ({"publisher": "", "title": ""}, ("Post", "“It is so. Two.”")),
        ({"publisher": "", "title": "A long title of many words"}, ("Post", "A long title of many wo…")),
        ({"publisher": "Post", "published": "", "title": "Storm"}, ("1.txt", "2.txt")),
    ],
)
def test_equal_words_are_told_apart_by_outlet_day_title_or_file(
    changes: dict[str, str], places: tuple[str, str]
) -> None:
    articles = FIRST, replace(OTHER, **changes)
    names = told_apart([standing(article) for article in articles], articles)
    assert tuple(names.values()) == tuple(f"Reed, “{WORDS}” (in {place})" for place in places)


def test_outlets_whose_names_begin_alike_are_told_apart_by_what_is_left_in_sight() -> None:
    outlets = "The Harbour and Hills Gazette", "The Harbour and Hills Gleaner"
    articles = [replace(each, publisher=name) for each, name in zip((FIRST, OTHER), outlets, strict=True)]
    names = told_apart([standing(article) for article in articles], articles)
    places = (name.partition("” (in ")[2] for name in names.values())
    assert list(places) == [f"The Harbour and Hills G… of 2023-06-0{day})" for day in (5, 6)]


def test_a_place_is_visible_whatever_the_article_says_of_its_day() -> None:
    articles = replace(FIRST, published="\x1b]52;c"), replace(OTHER, publisher="Post")
    names = told_apart([standing(article) for article in articles], articles)
    assert not any("\x1b" in name for name in names.values())


def test_equal_words_in_one_article_are_told_apart_by_their_place() -> None:
    article = written(f"{WORDS}. {WORDS}.")
    names = told_apart([standing(article, 10), standing(article)], [article, article])
    assert [name.rpartition(" ")[2] for name in names.values()] == ["(later)", "(earlier)"]


def test_equal_words_in_articles_of_which_nothing_is_known_are_told_apart_by_their_ids() -> None:
    articles = written(f"{WORDS}.", source="a"), written(f"{WORDS}. ", source="a")
    names = told_apart([standing(article) for article in articles], articles)
    assert [article.id[:8] in name for article, name in zip(articles, names.values(), strict=True)] == [
        True
    ] * 2


def test_other_words_or_speakers_need_no_place() -> None:
    names = told_apart([standing(FIRST), standing(OTHER, speaker="Holt")], [FIRST, OTHER])
    assert list(names.values()) == [f"Reed, “{WORDS}”", f"Holt, “{WORDS}”"]
