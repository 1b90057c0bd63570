"""One speaker under many spellings, across articles."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curator.extract.speakers.spellings import alike, fullness, partition, surname

NAMES = ["Ibrahim Kalin", "İbrahim Kalın", "Kalin", "Kalın", "Tayyip Erdogan", "Recep Tayyip Erdoğan"]
ALIKE = [
    *NAMES,
    "Aleksandr Lavrentiev",
    "Alexander Lavrentyev",
    "Lavrentiev",
    "Lavrov",
    "Petersen",
    "O. Peterson",
]


def groups(names: list[str]) -> set[frozenset[str]]:
    """Who is one speaker."""
    return {frozenset(forms) for forms in partition(names)}


def test_accents_surnames_and_titles_make_no_new_speaker() -> None:
    names = ["Ibrahim Kalin", "İbrahim Kalın", "Kalin", "Kalın", "Mr. Kalin"]
    assert groups(names) == {frozenset(names)}


def test_a_longer_name_is_fuller_and_an_initial_or_a_title_adds_nothing() -> None:
    assert fullness("Recep Tayyip Erdoğan") > fullness("Tayyip Erdogan") > fullness("Erdogan")
    assert fullness("Mr. I. Kalin") == fullness("Kalin")


def test_a_transliteration_of_a_letter_or_two_is_one_speaker() -> None:
    assert len(groups(["Aleksandr Lavrentiev", "Alexander Lavrentyev"])) == 1


def test_first_names_keep_people_apart() -> None:
    assert len(groups(["Bill Calloway", "Hilda Calloway", "Calloway"])) == 3


def test_descriptions_are_not_names() -> None:
    assert len(groups(["the ministry", "a spokesman of the ministry", "Ministry"])) == 3


def test_an_organisation_is_not_its_managers() -> None:
    assert len(groups(["Tarn Water", "Managers at Tarn Water"])) == 2


@given(st.lists(st.sampled_from(NAMES) | st.text(max_size=12), max_size=12))
def test_every_name_is_a_form_of_exactly_one_speaker_whatever_their_order(names: list[str]) -> None:
    assert sorted(name for forms in partition(names) for name in forms) == sorted(set(names))
    assert groups(names) == groups(names[::-1])


@given(st.lists(st.sampled_from(ALIKE), min_size=1, max_size=12))
def test_names_with_surnames_alike_can_be_folded_without_the_others(names: list[str]) -> None:
    near = alike([surname(names[0])], map(surname, names))
    assert groups([name for name in names if surname(name) in near]) <= groups(names)
