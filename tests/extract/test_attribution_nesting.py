"""Where a statement stands inside another, only what is a statement of its own becomes a claim."""

from curator.extract.attribution import attributed
from curator.models import Article, article_id


def contents(text: str) -> list[str]:
    return [claim.text for claim in attributed(Article(id=article_id(text), text=text))]


def test_what_a_reported_proposal_is_about_is_no_second_claim() -> None:
    text = "The minister said Norway has proposed sending engineers to the northern border."
    assert contents(text) == ["Norway has proposed sending engineers to the northern border"]


def test_a_plan_inside_a_report_is_no_second_claim() -> None:
    text = "Reuters reported that the two envoys were planning to meet again on the matter next week."
    assert contents(text) == ["the two envoys were planning to meet again on the matter next week"]


def test_a_whole_statement_inside_another_stays_a_claim() -> None:
    text = "The spokesman added that Oslo had suggested that further units could be involved."
    assert "further units could be involved" in contents(text)
    assert len(contents(text)) == 2
