"""A claim is filled with what its own words and its article's date show."""

from curator.extract.composition import composed
from curator.models import Article, Claim, Kind, article_id, claim_id

TEXT = (
    "Turkish and Russian personnel will be deployed in Syria’s northern Idlib region, he said on Thursday.\n"
    "“The negotiation process has begun, there is no decision yet,” Vladimir Shamanov was quoted as saying.\n"
    "The new zone will include 84 settlements populated by more than 147,000 people since last month."
)
ARTICLE = Article(article_id(TEXT), TEXT, published="2017-06-23")


def claim(words: str, kind: Kind = "paraphrase", cue: str = "", cue_class: str = "") -> Claim:
    start = TEXT.find(words)
    grounded = start >= 0
    start, end = (start, start + len(words)) if grounded else (0, 0)
    return Claim(
        claim_id(ARTICLE.id, start, end), ARTICLE.id, start, end, words, kind,
        cue=cue, cue_class=cue_class, grounded=grounded,
    )  # fmt: skip


def test_a_plan_names_its_parties_and_its_place() -> None:
    words = "Turkish and Russian personnel will be deployed in Syria’s northern Idlib region"
    filled = composed(claim(words, cue="said", cue_class="says"), ARTICLE)
    assert (filled.polarity, filled.modality, filled.tense) == ("positive", "planned", "future")
    assert (filled.parties, filled.places) == (("Turkey", "Russia"), ("Syria", "Idlib"))
    assert filled.text == words


def test_an_open_question_is_negative_and_undecided() -> None:
    filled = composed(claim("The negotiation process has begun, there is no decision yet", "quote"), ARTICLE)
    assert (filled.polarity, filled.modality) == ("negative", "undecided")


def test_numbers_and_times_are_found_where_the_article_has_them() -> None:
    filled = composed(claim(TEXT.splitlines()[2], "assertion"), ARTICLE)
    assert [(q.value, q.unit, TEXT[q.span.start : q.span.end]) for q in filled.quantities] == [
        (84, "settlement", "84 settlements"),
        (147_000, "people", "more than 147,000 people"),
    ]
    assert filled.times == ("2017-05/..",)


def test_an_ungrounded_claim_is_read_from_its_own_words_and_gets_no_places_in_the_article() -> None:
    filled = composed(claim("Moscow denied on Thursday that 300 men will go to Syria"), ARTICLE)
    assert not filled.grounded
    assert filled.quantities == ()
    assert filled.times == ("2017-06-22",)
    assert (filled.parties, filled.places) == (("Russia",), ("Syria",))


def test_a_denial_turns_what_it_reports() -> None:
    words = "personnel will be deployed"
    said = composed(claim(words, cue="said", cue_class="says"), ARTICLE)
    denied = composed(claim(words, cue="denied", cue_class="denies"), ARTICLE)
    assert (said.polarity, denied.polarity) == ("positive", "negative")
