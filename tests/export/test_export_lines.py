"""Lines of CSV and JSON load back to the values that went in, whatever those are."""

import csv
import io
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from curator.export.lines import csv_line, json_line, json_text, without_surrogates
from curator.text import guarded, unguarded, visible

ANY_TEXT = st.text(st.characters(exclude_categories=()))
HOSTILE = st.text(st.sampled_from("=+-@\t\r\n'\"\\,;\x00\x1b\x9b\u2028\u202e\ufeff😀İa "))
ENCODABLE = st.one_of(HOSTILE, st.text())
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | ANY_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner),
    max_leaves=8,
)


def loaded(line: str) -> list[str]:
    (record,) = csv.reader(io.StringIO(line, newline=""))
    return record


@given(st.lists(ENCODABLE, min_size=1))
@example(["=1+1", "'=1", "''@x", "\r\n", 'a"b', "\x00", ""])
def test_texts_in_csv_load_back_to_the_same_texts(texts: list[str]) -> None:
    assert [unguarded(cell) for cell in loaded(csv_line(texts))] == texts


@given(ENCODABLE)
def test_no_cell_in_csv_starts_like_a_formula(text: str) -> None:
    assert not loaded(csv_line([text]))[0].startswith(("=", "+", "-", "@", "\t", "\r"))


@given(ENCODABLE)
def test_a_guard_is_an_apostrophe_and_stands_only_where_needed(text: str) -> None:
    needed = text.lstrip("'").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert guarded(text) == ("'" + text if needed else text)


def test_numbers_truth_lists_and_nothing_have_their_own_looks_in_csv() -> None:
    values = [3, -4, 0.25, True, False, None, ["a", "b"], [{"start": 1}]]
    line = '3,-4,0.25,"true","false","","[""a"", ""b""]","[{""start"": 1}]"\n'
    assert csv_line(values) == line


@given(JSON_VALUES)
def test_values_in_json_load_back_to_the_same_values(value: object) -> None:
    assert json.loads(json_text(value)) == value


@given(JSON_VALUES)
def test_a_json_line_is_one_line_of_utf_8_for_everybody(value: object) -> None:
    line = json_line(value).encode()
    assert len(line.decode().splitlines()) == 1


@pytest.mark.parametrize(
    "control", ["\x1b]52;c;aGk=\x07", "\x9b31m", "\x7f", "\u202eevil", "\u2066", "\ud800"]
)
def test_looking_at_a_json_file_steers_no_terminal(control: str) -> None:
    line = json_text([control])
    assert visible(line) == line


@given(ANY_TEXT)
def test_texts_without_surrogates_keep_their_length(text: str) -> None:
    assert len(without_surrogates(text).encode().decode()) == len(text)


def test_numbers_that_json_does_not_have_are_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text(float("nan"))
