"""A claim that its article takes back is told with how it does that."""

from dataclasses import replace

import pytest

from curator.models import Claim, ClaimView, Span, article_id, claim_id
from curator.telling import denied, lead, own_wording, spoken, told

BEFORE = "On Monday the firm denied that "
WORDS = "checks were skipped"


def reported(
    cue: str = "denied", cue_class: str = "denies", at: int | None = 19, speaker: str = "the firm"
) -> ClaimView:
    article, start = article_id(BEFORE + WORDS), len(BEFORE)
    end = start + len(WORDS)
    span = None if at is None else Span(at, at + len(cue))
    claim = Claim(
        claim_id(article, start, end), article, start, end, WORDS, "paraphrase", speaker,
        cue=cue, cue_class=cue_class, cue_span=span,
    )  # fmt: skip
    return ClaimView(claim, wording=WORDS, speaker=speaker, start=start, end=end)


@pytest.mark.parametrize(
    ("cue", "cue_class", "how"),
    [
        ("denied", "denies", "denied"),
        ("did not deny", "denies", "did not deny"),
        ("refused to confirm", "refuses", "refused to confirm"),
        ("does not believe", "thinks", "does not believe"),
        ("didn’t say", "says", "didn’t say"),
        ("doubts", "thinks", "doubts"),
        ("rejected", "", "rejected"),
        ("", "denies", "denies"),
        ("\x1b]52;\ndenied", "denies", "␛]52; denied"),
        ("said", "says", ""),
        ("noted", "says", ""),
        ("", "", ""),
    ],
)
def test_a_claim_is_led_by_a_cue_that_does_not_stand_behind_it(cue: str, cue_class: str, how: str) -> None:
    view = reported(cue, cue_class)
    assert lead(view) == how
    assert told(view) == (f"{how}: {WORDS}" if how else WORDS)
    assert spoken(view) == (f"the firm, {how}: {WORDS}" if how else f"the firm: {WORDS}")


def test_a_long_cue_is_cut_before_it_takes_the_line() -> None:
    assert len(lead(reported("denied time and again and " * 9))) == 32


def test_what_is_denied_outright_is_told_from_what_is_left_open() -> None:
    assert denied(reported())
    assert denied(reported("rejected", ""))
    assert not denied(reported("did not deny"))
    assert not denied(reported("doubts", "thinks"))
    assert not denied(reported(speaker="Neither side"))
    assert not denied(reported("said", "says"))


def test_a_cue_behind_the_words_leaves_them_as_they_are() -> None:
    assert told(reported(at=len(BEFORE + WORDS) + 2)) == WORDS
    assert told(reported(at=None)) == f"denied: {WORDS}"


def test_a_noun_of_which_it_is_not_known_whether_there_was_any_leads_nothing() -> None:
    view = reported("doubt", "thinks")
    noun = replace(view, claim=replace(view.claim, rule="“the doubt” and what it says"))
    assert (told(view), told(noun)) == (f"doubt: {WORDS}", WORDS)


def test_a_wording_of_a_reviewers_own_stands_for_itself() -> None:
    view = replace(reported(), wording="no checks were skipped")
    assert own_wording(view)
    assert (told(view), denied(view)) == ("no checks were skipped", False)


def test_boundaries_that_were_moved_are_no_wording_of_ones_own() -> None:
    view, text = reported(), BEFORE + WORDS
    shorter = replace(view, start=view.start + 7, wording=text[view.start + 7 :])
    assert told(shorter) == "denied: were skipped"
    whole = replace(view, start=0, wording=text)
    assert told(whole) == text  # the denial stands in it
    own = replace(shorter, wording="no checks")
    assert told(own) == "no checks"
