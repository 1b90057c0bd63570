"""Who says what: the built-in extractor on sentences, on whole articles, and on text of any kind."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.extract.attribution import attributed, extract_attribution
from curator.models import KINDS, Article, Claim, article_id, claim_id
from tests.extract.reported import SENTENCES, Reported

SEEDS = Path(__file__).parents[2] / "seeds"


def article(text: str) -> Article:
    return Article(article_id(text), text)


def said(text: str) -> list[tuple[str, str]]:
    return [(claim.speaker, claim.text) for claim in attributed(article(text))]


@pytest.mark.parametrize("reported", SENTENCES, ids=lambda reported: reported[0][:60])
def test_a_sentence_tells_who_says_what(reported: Reported) -> None:
    text, expected = reported
    assert sorted(said(text)) == sorted(expected)


# -- the seeds: statements marked by hand before the extractor was run --------------------------------

KALIN, SHAMANOV, KONASHENKOV = "Ibrahim Kalin", "Vladimir Shamanov", "Igor Konashenkov"
MINISTER, CENTER = "Kairat Abdrakhmanov", "Russian Center for the Reconciliation of Opposing Sides in Syria"
GROUPS = "Political and armed opposition groups in Syria"
MARKED = [
    ("000", KALIN, "Turkey, Russia and Iran were working", "personnel in de-escalation zones"),
    ("000", KALIN, "Turkish and Russian personnel will be", "part of a de-escalation agreement"),
    ("000", KALIN, "the de-escalation zones, agreed by", "capital Astana in early July"),
    ("000", KALIN, "We will probably be most prominent", "Daraa region is being worked on"),
    ("000", SHAMANOV, "Moscow was discussing proposals", "with representatives of those countries"),
    ("000", SHAMANOV, "The negotiation process has begun", "there is no decision yet"),
    (
        "000",
        "the three countries",
        "whether agreement has been reached",
        "whether agreement has been reached",
    ),
    ("000", GROUPS, "Russia has been unwilling or unable", "allies to respect past ceasefires"),
    ("001", "İbrahim Kalın", "Turkey, Russia, Kyrgyzstan and", "deploy soldiers to Syria’s Idlib"),
    ("001", "İbrahim Kalın", "Russia has proposed deploying troops", "monitor de-escalation zones there"),
    ("001", "İbrahim Kalın", "Turkish and Russian servicemen will", "brokered by Russia last month"),
    ("001", "İbrahim Kalın", "The de-escalation zones, agreed by", "capital Astana in early July"),
    ("001", "İbrahim Kalın", "The group is still working", "map with demarcation lines"),
    ("001", "İbrahim Kalın", "There is a working group", "We had detailed negotiations with him"),
    ("001", "İbrahim Kalın", "A mechanism is being developed", "US [servicemen] south of Daraa"),
    ("001", "İbrahim Kalın", "the Russian side had put forward", "to de-escalation zones in Syria"),
    ("001", "İbrahim Kalın", "There was even a proposal from", "all this requires detailed work"),
    ("001", SHAMANOV, "Moscow was discussing proposals", "with representatives of those countries"),
    ("001", SHAMANOV, "The negotiation process has begun", "there is no decision yet"),
    ("001", "the three countries", "whether the agreement has been", "the agreement has been reached"),
    ("002", KALIN, "Turkish and Russian forces will", "agreement brokered by Russia"),
    ("002", KALIN, "We will probably be most prominent", "Deraa region is being worked on"),
    ("002", KALIN, "Moscow had meanwhile suggested that", "forces could also be involved"),
    ("002", KALIN, "the technical delegations were", "logistics and details of these zones"),
    ("002", KALIN, "Who will be deployed and how?", "Who will watch the process and how?"),
    ("002", KALIN, "Talks between Turkish, Russian and", "continue intensely. We are hopeful."),
    ("002", "Syrian opposition groups", "Russia is unable, or unwilling", "militias to respect ceasefires"),
    ("002", KONASHENKOV, "The Defense Ministry in Moscow and", "zone north of the city of Homs"),
    ("002", KONASHENKOV, "A ceasefire in this area is set", "(0900 GMT) on Thursday"),
    ("002", KONASHENKOV, "The new de-escalation zone will", "by more than 147,000 people"),
    ("002", "Russia", "its military police will monitor", "negotiations in Astana held in July"),
    ("002", "war monitors", "The Syrian regime has repeatedly", "broken previous ceasefire agreements"),
    ("003", "a Turkish official", "Turkey, Russia, and Iran are working", "of zones of responsibility"),
    ("003", SHAMANOV, "Russia has asked Kyrgyzstan and", "of bloody civil war in Syria"),
    ("003", "a spokesman of the Kyrgyz Foreign Ministry", "it had no information on", "operations in Syria"),
    ("003", KALIN, "We (Turkish forces) will probably", "Russia and Iran around Damascus"),
    ("003", KALIN, "Russia had asked the two Central", "about sending troops to Syria"),
    ("003", KALIN, "a mechanism involving the Americans", "Deraa region is being worked on."),
    ("003", KALIN, "a more specific plan was being", "number of troops to be deployed"),
    ("003", "a Wall Street Journal report on June 10", "the United States and Russia", "forces in Syria"),
    ("003", "Reuters", "U.S. and Russian special envoys", "to meet again on the matter"),
    ("004", MINISTER, "Russia, Iran and Turkey, acting as", "de-escalation zones in the country"),
    ("004", MINISTER, "the de-escalation zones have been", "in certain areas in southern Syria"),
    ("004", MINISTER, "Under no circumstances the", "integrity of the Syrian Arab Republic"),
    ("004", "the statement", "The de-escalation zones are “a", "basis of guarantors’ consensus,”"),
    ("004", "", "the sides agreed the borders of", "which monitors will be deployed"),
    ("004", "the Turkish media", "25,000 members of the Turkish Army", "could be involved in the operation"),
    ("004", CENTER, "7 field commanders and over 1,000", "have defected to the Syrian Army"),
    ("004", CENTER, "An agreement has been reached that", "to join Syria’s government troops"),
    ("004", CENTER, "The national reconciliation committee", "of reconciling the opposing sides."),
]
"""(article, speaker, how the statement begins, how it ends)"""


def seed(number: str) -> Article:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return article(path.read_text("utf-8"))


@pytest.mark.parametrize("marked", MARKED, ids=lambda marked: f"{marked[0]} {marked[2]}")
def test_the_seeds_say_what_a_reader_finds_in_them(marked: tuple[str, str, str, str]) -> None:
    number, speaker, begin, end = marked
    spoken = [(claim.speaker, claim.text) for claim in attributed(seed(number))]
    assert any(name == speaker and text.startswith(begin) and text.endswith(end) for name, text in spoken)


# -- beyond the sentence -------------------------------------------------------------------------------


def test_a_quotation_over_paragraphs_is_one_claim() -> None:
    text = (
        "“We came in winter. There was no road.\n\n“We built one,” said Ana Ruiz. "
        "“It took four years of work.”"
    )
    assert said(text) == [
        ("Ana Ruiz", "We came in winter. There was no road.\n\n“We built one"),
        ("Ana Ruiz", "It took four years of work."),
    ]


def test_a_paragraph_of_quotation_goes_on_with_the_last_speaker() -> None:
    text = "“It was a mistake,” said Ana Ruiz.\n\n“We knew that from the first day.”"
    assert said(text)[1] == ("Ana Ruiz", "We knew that from the first day.")


def test_a_colon_announces_the_speaker_of_the_next_paragraph() -> None:
    text = "Ana Ruiz told the committee:\n\n“We knew that from the first day.”"
    assert said(text) == [("Ana Ruiz", "We knew that from the first day.")]


def test_a_dash_and_a_name_sign_a_quotation() -> None:
    assert said("“So far it is one to nil. But it is a long game.” — Matthew Ingram") == [
        ("Matthew Ingram", "So far it is one to nil. But it is a long game.")
    ]


def test_an_echoed_thought_is_not_told_twice() -> None:
    assert said("She said she believed the plant was safe.") == [("She", "she believed the plant was safe")]


def test_a_statement_inside_a_statement_has_its_own_speaker() -> None:
    text = "Moscow had suggested that Kyrgyz forces could be involved, the spokesman added."
    assert said(text) == [
        ("the spokesman", "Moscow had suggested that Kyrgyz forces could be involved"),
        ("Moscow", "Kyrgyz forces could be involved"),
    ]


def test_scare_quotes_and_titles_are_no_claims() -> None:
    assert said("The “smart” fridge is called “The Boy from Oz.” It plays “Love Me Do” all day.") == []


def test_long_quoted_words_are_a_claim_without_a_reporting_word() -> None:
    text = "The treaty set up a center “to coordinate all activities in the areas.”"
    (claim,) = attributed(article(text))
    assert (claim.kind, claim.cue, claim.text) == ("quote", "", "to coordinate all activities in the areas.")


# -- what a claim carries ------------------------------------------------------------------------------


def only(text: str) -> Claim:
    (claim,) = attributed(article(text))
    return claim


def test_a_claim_says_where_its_parts_are_and_which_rule_found_it() -> None:
    text = "The zones are safe, Kalin said on Thursday."
    claim = only(text)
    assert claim.speaker_span is not None and claim.cue_span is not None
    assert text[claim.speaker_span.start : claim.speaker_span.end] == "Kalin"
    assert text[claim.cue_span.start : claim.cue_span.end] == claim.cue == "said"
    assert claim.rule == "statement, then a name and “say”"


@pytest.mark.parametrize(
    ("text", "cue_class"),
    [
        ("Kalin said the zones are safe.", "says"),
        ("Kalin denied that the zones are safe.", "denies"),
        ("Kalin promised to make the zones safe.", "promises"),
        ("Kalin asked whether the zones are safe.", "asks"),
        ("Kalin urged Turkey to make the zones safe.", "urges"),
        ("Kalin warned that the zones are not safe.", "warns"),
        ("Kalin accused Turkey of breaking the truce.", "accuses"),
        ("Kalin thinks the zones are safe.", "thinks"),
        ("Kalin predicted the zones would be safe.", "predicts"),
        ("Kalin hopes the zones are safe.", "hopes"),
        ("Kalin fears the zones are not safe.", "fears"),
        ("Kalin wants to make the zones safe.", "wants"),
        ("Kalin agreed to make the zones safe.", "agrees"),
        ("Kalin refused to call the zones safe.", "refuses"),
        ("Kalin called the zones a great success.", "judges"),
        ("Kalin hailed the zones as a success.", "praises"),
        ("The figures show the zones are safe.", "shows"),
    ],
)
def test_a_cue_has_a_class(text: str, cue_class: str) -> None:
    assert only(text).cue_class == cue_class


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The zones are safe,” Kalin said.", "quote"),
        ("‘The zones are safe,’ Kalin said.", "quote"),
        ("«The zones are safe», Kalin said.", "quote"),
        ("„The zones are safe,“ Kalin said.", "quote"),
        ("Kalin said the zones are safe.", "paraphrase"),
        ("Kalin said the zones are “as safe as a house” now.", "mixed"),
    ],
)
def test_a_claim_is_a_quote_a_paraphrase_or_both(text: str, kind: str) -> None:
    assert only(text).kind == kind


def test_a_mark_of_another_kind_may_close_a_quotation() -> None:
    assert only('He said that “a mechanism is being worked on."').text == "a mechanism is being worked on."


def test_claims_come_with_their_parts_and_with_assertions_that_touch_none() -> None:
    claims = extract_attribution(seed("002"))
    assert any(claim.quantities for claim in claims if claim.kind != "assertion")
    assert any(claim.kind == "assertion" for claim in claims)
    reported = [claim for claim in claims if claim.kind != "assertion"]
    for assertion in (claim for claim in claims if claim.kind == "assertion"):
        assert all(assertion.end <= claim.start or claim.end <= assertion.start for claim in reported)


# -- laws ----------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "said",
        "told",
        "he",
        "Kalin",
        "İbrahim Kalın",
        "according to",
        "that",
        "“",
        "”",
        '"',
        "‘",
        "’",
        "'",
        ",",
        ".",
        "?",
        "(",
        ")",
        "—",
        ":",
        ";",
        "\n",
        "\n\n",
        "the plan will fail",
        "who",
        "and",
        "but",
        "to leave",
        "saying",
        "on Thursday",
        "de-escalation",
        "U.S.",
        "No. 7",
        "e\u0301",
        "😀",
        "\u202e",
        "\x00",
        "\ud800",
        "12",
    ]
)


def check(found: list[Claim], source: Article) -> None:
    """What every extractor owes: spans in the article, on word boundaries, each once, in order."""
    text = source.text
    keys = [(claim.start, claim.end) for claim in found]
    assert keys == sorted(set(keys))
    for claim in found:
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.text == text[claim.start : claim.end]
        assert claim.text == claim.text.strip()
        assert claim.id == claim_id(source.id, claim.start, claim.end)
        assert claim.kind in KINDS
        for edge in (claim.start, claim.end):
            if 0 < edge < len(text):
                assert not (text[edge - 1].isalnum() and text[edge].isalnum()), claim
        for part in (claim.speaker_span, claim.cue_span):
            assert part is None or 0 <= part.start < part.end <= len(text)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=120))
def test_any_text_gives_claims_with_sound_spans(text: str) -> None:
    source = article(text)
    check(attributed(source), source)


@pytest.mark.parametrize(
    "text", ["said 12 :", "Kalin said, Minister of", "he asked whether that, adding", "’s", "It was Kalin’s"]
)
def test_a_text_that_breaks_off_gives_claims_with_sound_spans(text: str) -> None:
    check(attributed(article(text)), article(text))


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_seeds_give_claims_with_sound_spans(number: str) -> None:
    source = seed(number)
    check(extract_attribution(source), source)


@pytest.mark.parametrize("gap", ["\r\n", "\n", "\r\n\r\n", "\u2028"])
def test_any_line_break_ends_a_paragraph(gap: str) -> None:
    assert said(f"The plan will fail, Kalin said.{gap}Moscow denied it would fail.") == [
        ("Kalin", "The plan will fail"),
        ("Moscow", "it would fail"),
    ]


def test_a_hard_wrapped_article_reads_as_it_does_unwrapped() -> None:
    lines = (
        "Turkish and Russian personnel will be deployed in the northern region as\n"
        "part of an agreement on zones of de-escalation, a spokesman of the ministry\n"
        "told reporters on Thursday. He added that the zones would be discussed in\n"
        "the Kazakh capital in early July, where the three countries are to meet and\n"
        "to agree on maps.\n"
    )
    assert [text.replace("\n", " ") for _, text in said(lines)] == [
        text for _, text in said(lines.replace("\n", " "))
    ]


def test_a_quotation_after_a_sentence_about_somebody_is_theirs() -> None:
    text = "“It will hold,” Ana Ruiz said.\n\nTom Brandt shook his head. “It will never hold.”"
    assert said(text)[1] == ("Tom Brandt", "It will never hold.")


def test_who_is_spoken_of_inside_a_statement_does_not_go_on() -> None:
    text = "Ana Ruiz said she knew that Tom Brandt feared the dam would break. “We will build it again.”"
    assert said(text)[-1] == ("Ana Ruiz", "We will build it again.")


def test_a_paragraph_that_a_colon_announces_is_what_was_said() -> None:
    text = "“She knew,” Marsh said.\n\nMarsh added:\n\nThe dam was old. We all knew it.\n\nRain fell all day."
    assert said(text) == [("Marsh", "She knew"), ("Marsh", "The dam was old. We all knew it.")]


def test_a_paragraph_after_a_colon_is_the_article_s_own_when_nobody_speaks() -> None:
    assert said("There were three reasons:\n\nThe dam was old. Nobody looked.") == []


def test_a_short_quotation_alone_goes_on_with_its_speaker() -> None:
    text = "“They fought well,” coach Ed Brandt said. “But not well enough.”\n\n“We know that.”"
    assert said(text)[-1] == ("Ed Brandt", "We know that.")


def test_a_short_quotation_is_announced_by_a_colon() -> None:
    assert said("Dunn had a simple message: “Stay home.”") == [("Dunn", "Stay home.")]


def test_a_thing_that_shows_something_inside_a_statement_says_nothing() -> None:
    text = "Calder said initial tests indicated that the water was safe."
    assert said(text) == [("Calder", "initial tests indicated that the water was safe")]


def test_a_heading_may_be_what_a_poll_found() -> None:
    text = "Poll: Voters Abandon Old Parties for New Faces\n\nA poll was published on Monday."
    assert said(text) == [("Poll", "Voters Abandon Old Parties for New Faces")]
