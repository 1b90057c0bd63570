"""What a reader finds on the page: the state of the review, who says what, and what stands against what."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from reading import Page, written
from stories import ANA, BEN, Story, seeds_story

from curator.models import Agreement, CuratorError, Evidence, Progress, Relation, Span
from curator.progress import Stopped
from curator.report import Inconsistent, Limits, write


@pytest.fixture(scope="module")
def story() -> Story:
    return seeds_story()


@pytest.fixture(scope="module")
def page(story: Story, tmp_path_factory: pytest.TempPathFactory) -> Page:
    return written(story, tmp_path_factory.mktemp("report") / "report.html")


def test_the_page_says_first_that_confirmed_does_not_mean_true(page: Page) -> None:
    shown = page.shown()
    assert "“Confirmed” does not mean true." in shown
    assert shown.index("does not mean true") < shown.index("Contradictions")


def test_no_claim_is_ever_called_true_or_false_or_a_fact(page: Page) -> None:
    others = page.shown().replace("“Confirmed” does not mean true.", "")
    assert not re.search(r"\b(true|false|fact|facts|proven|debunked)\b", others)


def test_the_counts_by_status_add_up_to_the_dataset(page: Page, story: Story) -> None:
    rows = [
        [int(cell.text) for cell in row.iter("td") if cell.get("class") == "n"]
        for row in next(iter(page.of_class("counts"))).iter("tr")
    ]
    counts = [row[0] for row in rows]
    assert sum(counts[:-1]) == counts[-1] == story.progress().total == len(story.views)


def test_a_contradiction_shows_both_claims_in_the_sentences_of_their_articles(page: Page) -> None:
    shown = page.shown("x1")
    assert "Turkish President Tayyip Erdogan's spokesman said on Thursday." in shown
    assert "was discussing proposals to send Kazakh and Kyrgyz troops" in shown
    marked = ["".join(mark.itertext()) for mark in page.one("x1").iter("mark")]
    assert marked == [
        "Turkish and Russian personnel will be deployed in Syria's northern Idlib region "
        "as part of a de-escalation agreement",
        "The negotiation process has begun, there is no decision yet,",
    ]


def test_a_contradiction_shows_its_type_its_evidence_and_who_decided_it_when(page: Page) -> None:
    shown = page.shown("x1")
    assert "modality differently firm" in shown
    assert "decided (“will be deployed”) against undecided (“no decision yet”)" in shown
    assert "Said to contradict each other by ana, 4 March 2025." in shown


def test_a_contradiction_leads_to_other_articles_that_say_the_same(page: Page) -> None:
    side = page.of_class("also", "x1")[0]
    links = [link.get("href") for link in side.iter("a")]
    assert "#k1" in links
    assert {page.one(link[1:]).tag for link in links} == {"li", "article"}


def test_every_link_within_the_page_leads_somewhere(page: Page) -> None:
    anchors = {element.get("id") for element in page.elements()}
    assert {link[1:] for link in page.links() if link.startswith("#")} <= anchors


def test_a_cluster_shows_each_wording_with_what_is_its_own_marked(page: Page) -> None:
    marked = ["".join(word.itertext()) for word in page.one("k1").iter("em")]
    assert marked == ["forces", "brokered by Russia", "servicemen", "brokered by Russia last month"]


def test_the_same_words_in_two_articles_are_one_wording_with_both(page: Page) -> None:
    assert "2 × word for word" in page.shown("k3")
    assert len(page.of_class("cite", "k3")) == 2


def test_other_spellings_of_a_name_are_said(page: Page) -> None:
    assert "as said by İbrahim Kalın" in page.shown("k1")


def test_the_matrix_has_a_number_where_an_outlet_carries_a_claim_and_nothing_where_not(page: Page) -> None:
    table = page.of_class("matrix")[0]
    rows = [["".join(cell.itertext()) for cell in row.iter("td")] for row in table.iter("tr")][1:]
    assert rows == [["1", "1", "1", ""], ["1", "1", "", "1"], ["1", "", "1", ""]]
    drawn = [element for element in table.iter() if str(element.tag).endswith("svg")]
    assert len(drawn) == sum(cell != "" for row in rows for cell in row)


def test_a_disputed_claim_shows_what_each_reviewer_said(page: Page) -> None:
    shown = page.shown("disputed")
    assert "ana confirmed" in shown
    assert "ben rejected (hearsay of the whole opposition)" in shown


def test_a_decision_that_was_taken_back_is_said_to_be(tmp_path: Path) -> None:
    story = Story()
    article = story.article("He said it rains. She said it is dry.")
    claim = story.claim(article, "it rains")
    first = story.event(ANA, "reject", claim)
    story.event(ANA, "undo", target=first)
    story.confirm(ANA, claim)
    story.reject(BEN, claim)
    story.change(claim, status="disputed")
    page = written(story, tmp_path / "report.html")
    assert "ana rejected, taken back since" in page.shown("disputed")
    struck = ["".join(element.itertext()) for element in page.one("disputed").iter("s")]
    assert struck == ["ana rejected"]


def test_a_rejected_claim_shows_its_reason(page: Page) -> None:
    shown = page.shown("rejected")
    assert "Smoke rises around buildings" in shown
    assert "rejected by ben, 4 March 2025. Reason: a caption, not a claim." in shown


def test_claims_merged_with_no_other_are_listed_under_their_speaker_with_their_notes(page: Page) -> None:
    shown = page.shown("speakers")
    assert "war monitors 1 claim The Syrian regime has repeatedly broken" in shown
    assert "Note: Which monitors? Ask the desk." in shown


def test_reviewers_are_shown_with_what_stands_and_what_they_took_back(page: Page) -> None:
    rows = [
        ["".join(cell.itertext()) for cell in row]
        for row in page.one("work").iter("tr")
        if "ben" in "".join(row.itertext())
    ]
    assert rows == [["ben", "2", "2", "1", "2", "0", "0", "1", "4–6 March 2025"]]


def test_agreement_is_shown_where_there_is_any(story: Story, tmp_path: Path) -> None:
    page = written(story, tmp_path / "report.html", agreement=[Agreement("ana", "ben", 40, 36, 0.78)])
    assert "ana and ben 40 90 % 0.78" in page.shown("work")
    assert "No claim was decided by two reviewers" in written(story, tmp_path / "report.html").shown("work")


def test_a_plot_says_in_words_what_it_shows(page: Page) -> None:
    plots = [e for e in page.elements() if str(e.tag).endswith("svg") and e.get("role") == "img"]
    words = [plot.get("aria-label") for plot in plots]
    assert words[0].startswith("Of 17 claims: 9 confirmed, 5 merged, 1 disputed, 1 rejected, 1 pending.")
    assert words[1].startswith("Decisions by hour, 4 March 2025, 09:00 UTC to 6 March 2025, 09:00 UTC")
    assert all(
        e.get("aria-hidden") == "true" or e.get("role") == "img"
        for e in page.elements()
        if str(e.tag).endswith("svg")
    )


def test_the_heads_of_the_log_are_on_the_page(page: Page, story: Story) -> None:
    shown = page.shown("log")
    assert all(f"{reviewer} {rseq} {hash}" in shown for reviewer, rseq, hash in story.heads())


def test_the_reviewer_s_own_wording_stands_beside_the_article_s(tmp_path: Path) -> None:
    story = Story()
    article = story.article("It will, he said, be done soon.")
    other = story.article("It will never be done, she said.")
    left, right = story.claim(article, "be done soon"), story.claim(other, "It will never be done")
    story.change(left, wording="It will be done soon")
    story.contradict(ANA, left, right, "negation")
    shown = written(story, tmp_path / "report.html").shown("x1")
    assert "It will, he said, be done soon." in shown
    assert "In the reviewer’s words: It will be done soon" in shown


def test_a_claim_whose_words_are_not_in_the_article_is_not_shown_as_its_words(tmp_path: Path) -> None:
    story = Story()
    article = story.article("Nothing of the kind is written here, nor is anything else.", title="Nothing new")
    other = story.article("It will never be done, she said.")
    left = story.claim(article, "Nothing of the kind", grounded=False)
    right = story.claim(other, "It will never be done")
    story.change(left, wording="It is done")
    story.contradict(ANA, left, right, "negation")
    page = written(story, tmp_path / "report.html")
    assert "Nothing of the kind is written" not in page.shown("x1")
    assert "These words were not found in the article." in page.shown("x1")


def test_a_contradiction_between_clusters_is_shown_once_by_the_pair_that_was_decided(tmp_path: Path) -> None:
    story = Story()
    texts = [story.article(f"It rains, said {name}.") for name in ("Ana", "Ben")]
    rains = [story.claim(text, "It rains") for text in texts]
    dry = story.claim(story.article("It is dry, said Cem."), "It is dry")
    story.merge(ANA, rains[0], rains[1])
    story.contradict(ANA, rains[1], dry, "negation")
    left, right = sorted((rains[0].id, dry.id))
    story.relation_list.append(Relation(left, right, "contradicts", "negation", "inferred"))
    page = written(story, tmp_path / "report.html")
    assert len(page.of_class("contradiction")) == 1
    assert "said Ben." in page.shown("x1")
    assert "1 more follow" in page.shown("work")


def test_a_contradiction_that_only_follows_says_from_what(tmp_path: Path) -> None:
    story = Story()
    one, other = (story.claim(story.article(text), text) for text in ("It rains.", "It is dry."))
    left, right = sorted((one.id, other.id))
    story.relation_list.append(
        Relation(left, right, "contradicts", "negation", "inferred", ("ana", "ben"), disputed=True)
    )
    shown = written(story, tmp_path / "report.html").shown("x1")
    assert "Follows from decisions on other pairs, by ana and ben." in shown
    assert "Reviewers differ about this pair." in shown


def test_an_empty_database_has_a_page_too(tmp_path: Path) -> None:
    shown = written(Story(), tmp_path / "report.html").shown()
    assert "0 articles make 0 claims." in shown
    assert "Nobody has decided anything yet." in shown


def test_a_database_without_decisions_says_so(tmp_path: Path) -> None:
    story = Story()
    story.claim(
        story.article("It rains, said Ana.", publisher="The Paper", published="2024-02-29"), "It rains"
    )
    shown = written(story, tmp_path / "report.html").shown()
    assert "1 article, published 29 February 2024, makes 1 claim." in shown
    assert "0 of 1 decided, 1 still open" in shown


def test_the_same_dataset_gives_the_same_bytes(story: Story, tmp_path: Path) -> None:
    for name in ("one.html", "two.html"):
        write(story, tmp_path / name, evidence=story.evidence)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_the_title_can_be_given(story: Story, tmp_path: Path) -> None:
    page = written(story, tmp_path / "report.html", title="Idlib, June 2017")
    assert (
        next(iter(page.root.iter("h1"))).text
        == next(iter(page.root.iter("title"))).text
        == "Idlib, June 2017"
    )


def many(count: int) -> Story:
    """`count` pairs of articles that say the same, and as many that contradict them."""
    story = Story()
    for n in range(count):
        paper, other = (
            story.article(f"It was {n} degrees, {name} said.", publisher=f"{name} {n}", title=f"Weather {n}")
            for name in ("Ana", "Ben")
        )
        first, second = story.claim(paper, f"It was {n} degrees"), story.claim(other, f"It was {n} degrees")
        story.merge(ANA, first, second)
        third = story.claim(
            story.article(f"It was {n} below, Cem said.", publisher="Cem"), f"It was {n} below"
        )
        story.confirm(BEN, third)
        story.contradict(ANA, first, third, "number", Evidence("numbers", 0.5, "numbers differ"))
        rejected = story.article(f"Photo {n} by Dora.", publisher="Dora")
        story.reject(BEN, story.claim(rejected, f"Photo {n}"), "credit")
        disputed = story.claim(story.article(f"Perhaps {n}, he thinks."), f"Perhaps {n}")
        story.change(disputed, status="disputed", reviewers=("ana", "ben"))
    return story


def test_what_is_too_much_for_a_page_is_left_out_and_counted(tmp_path: Path) -> None:
    story = many(12)
    limits = Limits(
        contradictions=5, clusters=4, singles=3, disputed=2, rejected=6, articles=7, outlets=3,
        matrix_carriers=2, matrix_clusters=2, reviewers=1,
    )  # fmt: skip
    report = write(story, tmp_path / "report.html", limits=limits)
    page = Page((tmp_path / "report.html").read_text())
    assert len(page.of_class("contradiction")) == 5
    assert "7 more contradictions not shown here. The exported dataset holds them all." in page.shown(
        "contradictions"
    )
    assert "8 more claims made more than once not shown here." in page.shown("clusters")
    assert "9 more confirmed claims not shown here." in page.shown("speakers")
    assert "10 more disputed claims not shown here." in page.shown("disputed")
    assert "6 more rejected claims not shown here." in page.shown("rejected")
    assert "53 more articles not shown here." in page.shown("articles")
    assert "1 more reviewer not shown here." in page.shown("work")
    assert "10 more claims and 6 more outlets not in this table." in page.shown("carriers")
    assert dict(report.left_out)["contradictions"] == 7
    assert {link[1:] for link in page.links() if link.startswith("#")} <= {
        element.get("id") for element in page.elements()
    }


def test_the_articles_of_claims_that_are_shown_come_before_all_others(tmp_path: Path) -> None:
    story = many(3)
    for n in range(20):
        story.article(f"Nothing is claimed in article {n}.", title=f"Silence {n}")
    shown = written(story, tmp_path / "report.html", limits=Limits(articles=15)).shown("articles")
    assert "Silence" not in shown
    assert "20 more articles not shown here." in shown


def test_counts_that_do_not_add_up_are_refused_and_nothing_is_written(tmp_path: Path) -> None:
    story = many(1)

    class Wrong(Story):
        def progress(self) -> Progress:
            return replace(story.progress(), confirmed=7)

    wrong = Wrong(story.article_list, story.views, story.relation_list, story.event_list)
    with pytest.raises(Inconsistent, match="1 confirmed where the database counts 7; run `curator verify`"):
        write(wrong, tmp_path / "report.html")
    assert list(tmp_path.iterdir()) == []


def test_a_claim_without_its_article_is_refused(tmp_path: Path) -> None:
    story = many(1)
    story.article_list.pop()
    with pytest.raises(CuratorError, match="curator verify"):
        write(story, tmp_path / "report.html")


def test_writing_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    write(many(1), tmp_path / "report.html", progress=lambda *step: told.append(step))
    assert [what for what, _, _ in told] == ["articles", "counting claims", "gathering claims", "passages"]
    with pytest.raises(Stopped):
        write(many(1), tmp_path / "other.html", cancelled=lambda: True)
    assert not (tmp_path / "other.html").exists()


def test_spellings_of_one_name_are_one_speaker_and_quotations_have_their_marks(tmp_path: Path) -> None:
    story = Story()
    article = story.article("A says it rains, B that it pours, and C says: it is dry.")
    for words, name, kind in (
        ("it rains", "Ibrahim Kalin", "paraphrase"),
        ("it pours", "İbrahim Kalın", "quote"),
        ("it is dry", "Ibrahim Kalin", "paraphrase"),
    ):
        story.confirm(ANA, story.claim(article, words, speaker=name, kind=kind))
    shown = written(story, tmp_path / "report.html").shown("speakers")
    assert "Ibrahim Kalin 3 claims it rains" in shown
    assert "“it pours”" in shown and "“it is dry”" not in shown


def test_the_same_words_of_one_speaker_are_told_together_and_not_as_said_once(tmp_path: Path) -> None:
    story = Story()
    for outlet, words in (("Post", "it rains"), ("Times", "It rains"), ("Wire", "it is dry")):
        article = story.article(f"{outlet}: Kalin says {words}.", publisher=outlet)
        story.confirm(ANA, story.claim(article, words, speaker="Kalin"))
    page = written(story, tmp_path / "report.html")
    shown = page.shown("speakers")
    assert "Kalin 3 claims" in shown
    assert shown.lower().count("it rains") == 1
    assert "2 × word for word: Post · Times" in shown
    assert "said once" not in page.shown("content").lower()


def test_outlets_are_counted_as_known_where_articles_name_none(tmp_path: Path) -> None:
    story = Story()
    for n in range(5):
        story.article(f"Article {n}.", publisher="Post" if n < 2 else "Times" if n == 2 else "")
    shown = written(story, tmp_path / "report.html").shown("content")
    assert "5 articles, 3 of them from 2 known outlets, make 0 claims." in shown
    story.article_list = story.article_list[:3]
    assert "3 articles from 2 outlets make 0 claims." in written(story, tmp_path / "r.html").shown("content")


@pytest.mark.parametrize("kind", ["quote", "paraphrase"])
def test_a_denial_is_told_as_one_in_every_section(kind: str, tmp_path: Path) -> None:
    story = Story()
    claims = []
    for outlet in ("Post", "Times", "Wire", "Echo"):
        article = story.article(f"{outlet}. The firm denied that it rains.", publisher=outlet)
        claim = story.claim(article, "it rains", kind=kind, speaker="the firm")
        at = article.text.index("denied")
        cue = replace(claim, cue="denied", cue_class="denies", cue_span=Span(at, at + 6))
        story.change(claim, claim=cue)
        claims.append(claim)
    one, other, alone, rejected = claims
    story.confirm(ANA, one, alone)
    story.merge(ANA, other, one)
    story.reject(ANA, rejected)
    page = written(story, tmp_path / "report.html")
    for section in ("clusters", "carriers", "speakers", "rejected"):
        assert "denied: " in page.shown(section), section


def test_an_article_without_a_title_is_listed_by_its_first_words_beside_its_outlet(tmp_path: Path) -> None:
    story = Story()
    article = story.article("The pump was broken, a worker said.", publisher="Valley News")
    story.confirm(ANA, story.claim(article, "The pump was broken", speaker="a worker"))
    shown = written(story, tmp_path / "report.html").shown("articles")
    assert "“The pump was broken, a worker said.” Valley News" in shown
