"""Outside claims are put where their words stand, or nowhere."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from curator.extract.grounding import ground
from curator.models import Span

(SEED,) = (Path(__file__).parents[2] / "seeds").glob("002_*.txt")
TEXT = SEED.read_text("utf-8")
WORDS = sorted({m for m in TEXT.split() if len(m) > 3})


def there(words: str, text: str = TEXT) -> tuple[str, str]:
    found = ground(text, words)
    return found.how, text[found.span.start : found.span.end] if found.span else ""


def test_the_very_words_are_found_where_they_stand() -> None:
    assert there("more than 470,000 civilians killed") == ("exact", "more than 470,000 civilians killed")


@pytest.mark.parametrize(
    ("words", "article"),
    [
        ("the \"de-escalation zones' during", "The “de-escalation zones’ during peace talks"),
        ("ibrahim kalin, said", "Then Spokesman İbrahim Kalın, said so"),
        (
            "a mechanism  involving\nthe Americans.",
            "He added that “a mechanism involving the Americans and Jordan",
        ),
    ],
)
def test_marks_case_accents_and_white_space_make_no_difference(words: str, article: str) -> None:
    how, found = there(words, article)
    assert how == "folded"
    assert found in article


def test_other_spellings_and_small_words_are_aligned() -> None:
    words = "Russia and Iran around Damascus, and mechanism involving Americans and Jordan in south in Daraa"
    how, found = there(words)
    assert (how, found[-20:]) == ("aligned", "e south in the Deraa")
    assert there("The Syrian regime has repeatedly broken previous cease-fire agreements")[0] == "aligned"


@pytest.mark.parametrize(
    "words",
    [
        "more than 300,000 civilians killed",
        "The airstrikes have resulted in more than 470,000 soldiers killed",
        "The Syrian regime has not repeatedly broken previous ceasefire agreements",
        "the zones do cover the entire country",
        "Turkish forces will be deployed in Syria’s Idlib region",
        "Russia is able and willing to ensure the Syrian regime and its militias to respect ceasefires",
    ],
)
def test_a_lookalike_is_not_taken_for_the_words(words: str) -> None:
    found = ground(TEXT, words)
    assert found.span is None
    assert found.how in ("lookalike", "absent")
    assert "not" in found.words


def test_two_places_that_fit_equally_are_none_unless_the_file_says_which() -> None:
    text = "He left. Nobody spoke. He left."
    found = ground(text, "He left")
    assert (found.span, found.how, found.places) == (None, "ambiguous", (Span(0, 7), Span(23, 30)))
    assert "2 places" in found.words
    assert ground(text, "He left", near=Span(20, 31)).span == Span(23, 30)
    assert ground(text, "he LEFT", near=Span(0, 5)).span == Span(0, 7)
    assert ground(text, "He left", near=Span(8, 9)).span is None


def test_a_wrong_place_in_the_file_does_not_matter_where_the_words_stand_once() -> None:
    start = TEXT.index("more than 147,000 people")
    assert ground(TEXT, "more than 147,000 people", near=Span(3, 9)).span == Span(start, start + 24)


def test_words_are_never_found_inside_words() -> None:
    assert ground("The cartography started", "art").span is None
    assert ground("The part-art started", "art").span == Span(9, 12)


@pytest.mark.parametrize("words", ["", "  ", "“…”", "—", "\x00"])
def test_no_words_are_nowhere(words: str) -> None:
    assert ground(TEXT, words).span is None


@given(st.data())
def test_whatever_stands_once_in_the_article_is_found_there_in_any_case_and_spacing(
    data: st.DataObject,
) -> None:
    pieces = TEXT.split()
    first = data.draw(st.integers(0, len(pieces) - 9))
    words = " ".join(pieces[first : first + data.draw(st.integers(6, 9))])
    assume(words in TEXT and TEXT.count(words) == 1)
    shouted = data.draw(st.sampled_from([words, words.upper(), words.replace(" ", "\n "), words.lower()]))
    found = ground(TEXT, shouted)
    if found.how == "ambiguous":  # the lead is in the seed twice, with other quotation marks
        assert len(found.places) > 1
    else:
        assert found.span is not None
        assert words.strip("“”‘’.,;:?!") in TEXT[max(0, found.span.start - 1) : found.span.end + 1]


@given(st.data())
def test_a_number_that_is_not_in_the_article_is_never_grounded(data: st.DataObject) -> None:
    number = data.draw(st.integers(1, 999_999))
    assume(number not in (147_000, 150_000, 470_000))
    words = f"The new de-escalation zone will include 84 settlements populated by more than {number:,} people"
    assert ground(TEXT, words).span is None


@given(st.lists(st.sampled_from([*WORDS, "not", "no", "12"]), min_size=1, max_size=12).map(" ".join))
def test_any_words_are_found_whole_or_not_at_all(words: str) -> None:
    span = ground(TEXT, words).span
    if span:
        assert 0 <= span.start < span.end <= len(TEXT)
        assert not (span.start and TEXT[span.start - 1].isalnum() and TEXT[span.start].isalnum())
        assert not (span.end < len(TEXT) and TEXT[span.end].isalnum() and TEXT[span.end - 1].isalnum())
