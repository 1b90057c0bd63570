"""Rows say of each claim and decision what a reader of the dataset needs, and nothing about truth."""

from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from story import ANKARA, BEGUN, DEPLOYED, KILLED, STORY, article, claim, view

from curator.export.columns import column_names, columns, row_values, title
from curator.export.row_making import article_row, claim_row, decision_row, relation_row, source_name
from curator.export.rows import (
    ArticleRow,
    ClaimRow,
    DecisionRow,
    HeadRow,
    QuantityRow,
    RelationRow,
    SpeakerRow,
)
from curator.models import STATUSES, Claim, Event, claim_id

ROW_TYPES = (ArticleRow, ClaimRow, DecisionRow, HeadRow, QuantityRow, RelationRow, SpeakerRow)


@pytest.mark.parametrize("row_type", ROW_TYPES)
def test_every_row_and_every_column_says_what_it_means(row_type: type) -> None:
    assert title(row_type).endswith(".")
    for column in columns(row_type):
        assert column.description, f"{row_type.__name__}.{column.name} has no string beneath it"
        assert "\n" not in column.description


def test_a_claim_row_has_what_a_user_of_the_dataset_looks_for() -> None:
    asked = (
        "claim_id article_id start end text kind speaker cue polarity modality status canonical_id wording "
        "reason reviewers decided_at"
    )
    assert set(asked.split()) <= set(column_names(ClaimRow))


def test_no_column_and_no_word_in_it_is_about_truth() -> None:
    for row_type in ROW_TYPES:
        for column in columns(row_type):
            assert not {column.name, *column.words} & {
                "true",
                "false",
                "veracity",
                "verdict",
                "label",
                "rating",
            }


def test_a_claim_that_nobody_changed_is_as_it_was_extracted() -> None:
    row = claim_row(view(DEPLOYED), ANKARA.text)
    assert (row.start, row.end, row.text) == (DEPLOYED.start, DEPLOYED.end, DEPLOYED.text)
    assert (row.extracted_start, row.extracted_end, row.extracted_text) == (DEPLOYED.start, DEPLOYED.end, "")
    assert row.wording == row.text
    assert row.canonical_id == row.claim_id


def test_a_moved_boundary_moves_the_text_and_keeps_what_was_extracted() -> None:
    start = ANKARA.text.index("there is no")
    row = claim_row(view(BEGUN, start=start, end=BEGUN.end), ANKARA.text)
    assert row.text == "there is no decision yet"
    assert row.wording == row.text
    assert (row.extracted_start, row.extracted_text) == (BEGUN.start, BEGUN.text)


def test_a_corrected_speaker_and_wording_stand_beside_the_extracted_ones() -> None:
    row = claim_row(view(BEGUN, speaker="Vladimir Shamanov", wording="No decision yet."), ANKARA.text)
    assert (row.speaker, row.extracted_speaker) == ("Vladimir Shamanov", "Shamanov")
    assert (row.wording, row.text) == ("No decision yet.", BEGUN.text)


def test_an_outside_claim_without_a_place_in_the_article_keeps_its_own_words() -> None:
    outside = Claim("c", ANKARA.id, 0, 0, "as somebody put it", "paraphrase", grounded=False)
    row = claim_row(view(outside), ANKARA.text)
    assert (row.text, row.grounded) == ("as somebody put it", False)


def test_an_outside_claim_that_a_reviewer_placed_has_the_articles_words() -> None:
    outside = Claim("c", ANKARA.id, 0, 0, "as somebody put it", "paraphrase", grounded=False)
    row = claim_row(view(outside, start=0, end=6), ANKARA.text)
    assert (row.text, row.grounded, row.extracted_text) == ("ANKARA", True, "as somebody put it")


@given(st.text(st.characters(exclude_categories=()), min_size=1), st.data())
def test_the_text_is_always_the_articles_between_the_boundaries(text: str, data: st.DataObject) -> None:
    of = article(text)
    boundaries = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda b: b[0] < b[1])
    (start, end), (moved_start, moved_end) = data.draw(boundaries), data.draw(boundaries)
    extracted = Claim(claim_id(of.id, start, end), of.id, start, end, text[start:end], "quote")
    row = claim_row(view(extracted, start=moved_start, end=moved_end), text)
    assert row.text == text[row.start : row.end]
    assert (row.extracted_text or row.text) == text[row.extracted_start : row.extracted_end]


def test_quantities_are_objects_within_the_row() -> None:
    values = row_values(claim_row(view(KILLED), next(STORY.articles()).text))
    assert values["quantities"] == [
        {"start": 18, "end": 25, "value": 470000.0, "unit": "people", "bound": "more than"}
    ]


def test_a_decision_row_is_the_event_with_every_column_unchanged() -> None:
    for event in STORY.events():
        assert row_values(decision_row(event)) == asdict(event) | {"blind": False, "repeat_of": ""}
    assert column_names(DecisionRow) == (*Event.__dataclass_fields__, "blind", "repeat_of")


def test_a_decision_row_says_what_was_decided_blind_and_what_is_the_answer_to_a_repetition() -> None:
    event = replace(next(STORY.events()), payload='{"blind":true,"repeat_of":"0a"}')
    assert (decision_row(event).blind, decision_row(event).repeat_of) == (True, "0a")
    for odd in ("", "[]", '{"blind":1,"repeat_of":2}'):
        row = decision_row(replace(event, payload=odd))
        assert (row.blind, row.repeat_of) == (False, "")


def test_a_relation_row_says_what_is_related_how_and_by_whom() -> None:
    for relation in STORY.relations():
        assert row_values(relation_row(relation)) == asdict(relation) | {"reviewers": [*relation.reviewers]}


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("/home/ana/secret plans/a.txt", "a.txt"),
        ("C:\\Users\\ana\\a.txt", "a.txt"),
        ("seeds/", "seeds"),
        ("a.jsonl#3", "a.jsonl#3"),
        ("https://example.org/a/b", "https://example.org/a/b"),
        ("-", "-"),
        ("", ""),
    ],
)
def test_a_source_names_no_folder_of_the_machine_that_read_it(source: str, name: str) -> None:
    assert source_name(source) == name
    assert article_row(replace(ANKARA, source=source)).source == name


def test_the_status_column_lists_every_status_there_is() -> None:
    (status,) = (column for column in columns(ClaimRow) if column.name == "status")
    assert status.words == STATUSES
    assert claim(ANKARA, "Idlib").id
