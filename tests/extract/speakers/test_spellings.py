"""One speaker under many spellings, across articles."""

from hypothesis import given
from hypothesis import strategies as st

from curator.extract.speakers.spellings import fold_speakers

NAMES = ["Ibrahim Kalin", "İbrahim Kalın", "Kalin", "Kalın", "Tayyip Erdogan", "Recep Tayyip Erdoğan"]


def test_accents_and_surnames_make_no_new_speaker() -> None:
    folding = fold_speakers(["Ibrahim Kalin", "İbrahim Kalın", "Kalin", "Kalın", "Mr. Kalin"])
    assert len(set(folding.values())) == 1
    assert set(folding["Kalin"].forms) == {"Ibrahim Kalin", "İbrahim Kalın", "Kalin", "Kalın", "Mr. Kalin"}


def test_a_longer_name_is_the_speaker_s_name() -> None:
    assert fold_speakers(["Tayyip Erdogan", "Recep Tayyip Erdoğan"])["Tayyip Erdogan"].name == (
        "Recep Tayyip Erdoğan"
    )


def test_a_transliteration_of_a_letter_or_two_is_one_speaker() -> None:
    folding = fold_speakers(["Aleksandr Lavrentiev", "Alexander Lavrentyev"])
    assert folding["Aleksandr Lavrentiev"] is folding["Alexander Lavrentyev"]


def test_first_names_keep_people_apart() -> None:
    folding = fold_speakers(["Bill Calloway", "Hilda Calloway", "Calloway"])
    assert len(set(folding.values())) == 3


def test_descriptions_are_not_names() -> None:
    folding = fold_speakers(["the ministry", "a spokesman of the ministry", "Ministry"])
    assert len(set(folding.values())) == 3


@given(st.lists(st.sampled_from(NAMES) | st.text(max_size=12), max_size=12))
def test_every_name_is_a_form_of_exactly_one_speaker_whatever_their_order(names: list[str]) -> None:
    folding = fold_speakers(names)
    assert set(folding) == {name for name in names if name}
    assert all(name in speaker.forms for name, speaker in folding.items())
    assert folding == fold_speakers(list(reversed(names)))
