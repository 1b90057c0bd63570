"""What another tool brings becomes a claim like any other, grounded or plainly not."""

from dataclasses import replace

import pytest

from curator.extract.outside import claim_of
from curator.models import Article, OutsideClaim, Span, article_id, claim_id, id_of

TEXT = "ANKARA — Ibrahim Kalin said troops will be deployed. “There is no decision yet,” he said.\nHe left."
ARTICLE = Article(article_id(TEXT), TEXT, published="2017-06-23")


def outside(words: str, **more: object) -> OutsideClaim:
    return replace(OutsideClaim(words, tool="prodigy"), **more)


def test_a_grounded_claim_is_the_articles_own_words_and_is_read_like_any_other() -> None:
    claim = claim_of(outside("Troops will be deployed", speaker="Ibrahim Kalin", cue="said"), ARTICLE)
    start = TEXT.index("troops")
    assert (claim.text, claim.start) == ("troops will be deployed", start)
    assert claim.id == claim_id(ARTICLE.id, start, start + 23)
    assert (claim.modality, claim.tense, claim.kind) == ("planned", "future", "paraphrase")
    assert (claim.extractor, claim.grounded) == ("prodigy", True)
    assert claim.speaker_span == Span(TEXT.index("Ibrahim"), TEXT.index("Ibrahim") + 13)


def test_what_is_not_there_is_kept_ungrounded_with_its_own_words_and_an_id_of_its_own() -> None:
    invented = [claim_of(outside(words), ARTICLE) for words in ("Moscow will pay", "Moscow will not pay")]
    assert [claim.text for claim in invented] == ["Moscow will pay", "Moscow will not pay"]
    assert not any(claim.grounded for claim in invented)
    assert len({claim.id for claim in invented}) == 2
    assert all((claim.start, claim.end, id_of(claim)) == (0, 0, claim.id) for claim in invented)
    assert "not in the article" in invented[0].rule


@pytest.mark.parametrize(
    ("cue", "cue_class"), [("said", "says"), ("has denied", "denies"), ("", ""), ("¶", "says")]
)
def test_the_reporting_words_are_of_a_class(cue: str, cue_class: str) -> None:
    assert claim_of(outside("He left", cue=cue), ARTICLE).cue_class == cue_class


def test_words_in_quotation_marks_are_a_quote() -> None:
    assert claim_of(outside("There is no decision yet,"), ARTICLE).kind == "quote"


def test_a_place_in_a_part_of_the_article_is_carried_over() -> None:
    text = "He left. She spoke.\nHe left."
    article = Article(article_id(text), text)
    claim = claim_of(outside("He left", article_text="She spoke.\nHe left.", near=Span(11, 18)), article)
    assert claim.start == 20


@pytest.mark.parametrize("confidence", [-1.0, 0.5, 7.0])
def test_a_confidence_is_between_nought_and_one(confidence: float) -> None:
    assert 0 <= claim_of(outside("He left", confidence=confidence), ARTICLE).confidence <= 1


def test_curators_own_claim_comes_through_whole() -> None:
    claim = replace(claim_of(outside("He left"), ARTICLE), speaker="Kalin", rule="mine", tense="")
    assert claim_of(outside("He left", whole=claim), ARTICLE) == claim


def test_an_own_claim_that_no_longer_fits_is_grounded_anew() -> None:
    claim = claim_of(outside("He left"), ARTICLE)
    moved = replace(claim, start=claim.start + 1, end=claim.end + 1)
    assert claim_of(outside("He left", whole=moved), ARTICLE).start == claim.start
