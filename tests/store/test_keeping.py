"""Filters saved by name, marks, and finding articles by their words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from curator import CuratorError, Workspace
from tests.tui.newsroom import BOATS, MUSEUM, PAIRS, STORIES, fill

OpenAs = Callable[..., Workspace]


def test_a_saved_filter_is_there_after_a_restart_and_for_its_reviewer_alone(open_as: OpenAs) -> None:
    open_as().save_filter("  my   quotes ", 'speaker:"Ibrahim Kalin"  -kind:quote')
    assert [(f.name, f.words) for f in open_as().saved_filters()] == [
        ("my quotes", 'speaker:"Ibrahim Kalin" -kind:quote')
    ]
    assert open_as("ben").saved_filters() == ()
    assert open_as().saved_filter("my quotes") == 'speaker:"Ibrahim Kalin" -kind:quote'


def test_a_name_given_again_stands_for_the_new_filter_and_can_be_forgotten(open_as: OpenAs) -> None:
    workspace = open_as()
    workspace.save_filter("open", "status:pending")
    workspace.save_filter("open", "status:pending troops")
    assert workspace.saved_filter("open") == "status:pending troops"
    workspace.forget_filter("open")
    with pytest.raises(CuratorError, match="there is no saved filter 'open'; none is saved yet"):
        workspace.saved_filter("open")


def test_a_filter_that_makes_no_sense_is_not_saved(open_as: OpenAs) -> None:
    with pytest.raises(CuratorError, match="there is no filter colour:"):
        open_as().save_filter("red", "colour:red")


def test_marks_are_kept_and_move(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.set_mark("a", ids[3])
    workspace.set_mark("7", ids[4])
    workspace.set_mark("a", ids[5])
    assert open_as().marks() == {"a": ids[5], "7": ids[4]}
    assert open_as("ben").marks() == {}
    for letter, claim in (("ab", ids[0]), ("-", ids[0]), ("b", "0" * 32)):
        with pytest.raises(CuratorError):
            workspace.set_mark(letter, claim)


def test_nothing_kept_is_a_decision(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.set_mark("a", ids[3])
    workspace.save_filter("open", "status:pending")
    assert workspace.log_length() == 0
    assert workspace.verify().findings == ()


@pytest.fixture
def news(tmp_path: Path) -> Workspace:
    path = tmp_path / "news.db"
    fill(path, STORIES, PAIRS)
    return Workspace.open(path, reviewer="ana")


def test_an_article_is_found_with_its_sentence_and_the_claim_that_is_nearest(news: Workspace) -> None:
    (hit,) = news.search_articles("harbour lost 40")
    assert hit.title == "Bridge closed after storm"
    assert hit.sentence.startswith("According to Tom Reed")
    assert [hit.sentence[span.start : span.end] for span in hit.hits] == ["harbour", "40", "lost"]
    assert news.claim(hit.claim_id).claim.text == BOATS
    article = news.article(hit.article_id)
    assert article.text[hit.start :].startswith(hit.sentence)


def test_articles_are_found_by_their_title_and_by_an_unfinished_word(news: Workspace) -> None:
    (hit,) = news.search_articles("city voi")
    assert hit.sentence == "City voices"
    assert news.claim(hit.claim_id).claim.text == MUSEUM
    assert news.search_articles("") == news.search_articles("zorro") == ()
