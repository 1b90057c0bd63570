"""Names and sentences in the few cells there are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from curator.models import ClaimView
from curator.tui.naming import fitted_quotations, speaker_name
from tests.tui.newsroom import STORIES


def said_by(speaker: str) -> ClaimView:
    return ClaimView(STORIES[0].claim(STORIES[0].claims[0]), speaker=speaker)


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        ("Maria Vance-Holt", "Vance-Holt"),
        ("Recep Tayyip Erdoğan", "Erdoğan"),
        ("Russia, Turkey and Iran", "Russia, Tur…"),
        ("Political and armed opposition groups in Syria", "Political a…"),
        ("Ministry of Defence", "Ministry of…"),
        ("the Syrian government", "the Syrian…"),
        ("Reuters", "Reuters"),
        ("Kestrel Chemicals", "Kestrel Che…"),
        ("Clean Harbour", "Clean Harbo…"),
    ],
)
def test_only_a_person_is_shortened_to_the_last_name(speaker: str, shown: str) -> None:
    assert speaker_name(said_by(speaker), 12) == shown


def test_a_speaker_can_be_told_by_the_name_they_are_known_by_over_all_articles() -> None:
    view = replace(said_by("Kalın"), speaker_name="Ibrahim Kalin")
    assert (speaker_name(view), speaker_name(view, known_as=True)) == ("Kalın", "Ibrahim Kalin")
    assert speaker_name(said_by("Kalın"), known_as=True) == "Kalın"


@given(st.text(min_size=1, max_size=60), st.integers(1, 40))
def test_a_name_never_takes_more_cells_than_it_may(speaker: str, width: int) -> None:
    assert cell_len(speaker_name(said_by(speaker), width)) <= width


def test_both_claims_of_a_sentence_keep_their_beginnings() -> None:
    sentence = f"contradicting (number): Kalin, “{'a word ' * 7}” and Reed, “{'other ' * 8}”"
    fitted = fitted_quotations(sentence, 77)
    assert cell_len(fitted) <= 77
    assert "Kalin, “a word" in fitted
    assert "Reed, “other" in fitted


def test_a_sentence_that_fits_is_left_alone() -> None:
    assert fitted_quotations("confirmed: Kalin, “yes”", 40) == "confirmed: Kalin, “yes”"


def test_where_hardly_a_word_is_left_the_words_stand_without_the_names() -> None:
    sentence = "contradicting (modality): Vladimir Shamanov, “{}” and Ibrahim Kalin, “{}”".format(
        "a word " * 7, "other " * 8
    )
    assert (
        fitted_quotations(sentence, 70)
        == "contradicting (modality): “a word a word a…” and “other other othe…”"
    )


def test_a_place_with_a_colon_loses_neither_its_end_nor_what_goes_into_what() -> None:
    words = "We have never skipped a single inspection"
    sentence = f"merged: Reed, “{words}” (in Correction: the plant…) into Reed, “{words}” (in Post and Times)"
    fitted = fitted_quotations(sentence, 88)
    assert fitted.startswith("merged: “We have")
    assert "” (in Correction: the plant…) into “We have" in fitted
    assert fitted.endswith("” (in Post and Times)")


def test_a_denial_stays_where_the_name_goes() -> None:
    sentence = f"confirmed: the company, denied: “{'checks were skipped ' * 4}”"
    assert fitted_quotations(sentence, 34).startswith("confirmed: denied: “checks")
