"""Whom a surname, a role, a pronoun or an apposition means in one article."""

import pytest

from curator.extract.attribution import attributed
from curator.models import Article, article_id


def speakers(text: str) -> list[str]:
    return [claim.speaker for claim in attributed(Article(article_id(text), text))]


def test_a_surname_means_the_person_named_in_full_before() -> None:
    assert speakers("Ibrahim Kalin said it was over. Kalin said talks would go on.") == ["Ibrahim Kalin"] * 2


def test_a_surname_spelled_with_other_letters_means_the_same_person() -> None:
    assert speakers("Ibrahim Kalin said it was over. Kalın said talks would go on.") == ["Ibrahim Kalin"] * 2


@pytest.mark.parametrize(
    "phrase",
    [
        "Turkish President Tayyip Erdogan's spokesman, Ibrahim Kalin,",
        "Ibrahim Kalin, a spokesman for Turkish President Tayyip Erdogan,",
        "Turkey's presidential spokesperson Ibrahim Kalin",
        "Presidential spokesman Ibrahim Kalin",
        "Mr. Ibrahim Kalin",
        "Dr Ibrahim Kalin, 45, of Ankara,",
        "Insurance Bureau of Turkey spokesperson Ibrahim Kalin",
        "Bank of Turkey Governor Ibrahim Kalin",
        "University of Ankara professor Ibrahim Kalin",
        "Minister of Foreign Affairs Ibrahim Kalin",
        "Leader of the Opposition Ibrahim Kalin",
    ],
)
def test_titles_and_appositions_are_no_part_of_a_name(phrase: str) -> None:
    assert speakers(f"{phrase} said the zones would be discussed.") == ["Ibrahim Kalin"]


def test_a_pronoun_means_the_last_speaker_of_its_gender() -> None:
    text = "Maria Lopez said the dam was safe. Tom Brandt said it was not. “It will break,” he said."
    assert speakers(text) == ["Maria Lopez", "Tom Brandt", "Tom Brandt"]
    assert speakers(text.replace("he said", "she said"))[2] == "Maria Lopez"


def test_what_is_said_is_not_who_says_it() -> None:
    text = "The council met on Monday. Turnout was low, it said. Repairs would take a month, it said."
    assert speakers(text) == ["the council"] * 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Spokesman Jan Feld said it passed.", "Jan Feld"),
        ("Spokeswoman April Jones said it passed.", "April Jones"),
        ("On 5 Jan Turkey said it passed.", "Turkey"),
        ("In April Turkey said it passed.", "Turkey"),
    ],
)
def test_a_month_may_be_somebody_s_name(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_nobody_says_he_of_a_name_in_his_own_words() -> None:
    text = "Tom Brandt met reporters on Monday. “The plan by Carl Weiss will fail,” he said."
    assert speakers(text) == ["Tom Brandt"]


def test_a_plural_pronoun_means_the_last_group() -> None:
    text = "Opposition groups rejected the proposal of the ministry. They said Russia had broken the truce."
    assert speakers(text) == ["Opposition groups"] * 2


def test_a_role_means_the_named_person_who_has_it() -> None:
    text = (
        "Ibrahim Kalin, the presidential spokesman, spoke in Ankara. Igor Volkov, a general, came too. "
        "The spokesman said talks would go on. The general said they would not."
    )
    assert speakers(text) == ["Ibrahim Kalin", "Igor Volkov"]


def test_of_two_with_one_role_the_better_described_is_meant() -> None:
    text = (
        "Turkish presidential spokesman Ibrahim Kalin met Russian ministry spokesman Igor Volkov. "
        "The ministry spokesman said talks would go on."
    )
    assert speakers(text) == ["Igor Volkov"]


def test_a_role_named_only_later_means_who_has_it_then() -> None:
    text = (
        "Troops will be deployed, Turkey's presidential spokesperson said on Thursday.\n\n"
        "“It is certain,” Turkish President Erdogan's spokesman, Ibrahim Kalin, said."
    )
    assert speakers(text) == ["Ibrahim Kalin"] * 2


def test_an_indefinite_speaker_stays_unnamed() -> None:
    text = "Ibrahim Kalin, the spokesman, was there. A spokesman of the ministry said it had no information."
    assert speakers(text) == ["a spokesman of the ministry"]


def test_an_organisation_keeps_its_full_name() -> None:
    text = (
        "The Russian Center for Reconciliation said on Thursday that the truce was holding. "
        "“It holds everywhere,” the center said."
    )
    assert speakers(text) == ["Russian Center for Reconciliation"] * 2


def test_several_speakers_are_one_label() -> None:
    assert speakers("Russia, Iran and Turkey said they would guarantee it.") == ["Russia, Iran and Turkey"]


def test_two_of_one_surname_are_told_apart_by_their_titles() -> None:
    text = "Thomas Sam and his wife Manju Sam came. Mr. Sam said he was sorry. Mrs. Sam said she was not."
    assert speakers(text) == ["Thomas Sam", "Manju Sam"]


def test_the_article_s_own_words_for_the_speaker_are_kept() -> None:
    text = "Ibrahim Kalin was in Ankara. “It is over,” he said."
    (claim,) = attributed(Article(article_id(text), text))
    assert claim.speaker == "Ibrahim Kalin"
    assert claim.speaker_span is not None
    assert text[claim.speaker_span.start : claim.speaker_span.end] == "he"


def test_a_surname_that_is_also_a_word_means_the_person() -> None:
    text = "Nina Park of the institute disagreed. Park predicted that the deficit would grow."
    assert speakers(text) == ["Nina Park"]


def test_the_office_of_a_minister_is_not_the_minister() -> None:
    text = "Seniors Minister Carla Reyes left. The minister's office clarified that debts would stay."
    assert speakers(text) == ["the minister's office"]


def test_he_means_somebody_who_is_only_ever_named_with_a_title() -> None:
    text = "Mr. Marsh spoke of a statue of Abraham Lincoln. He said it would stay."
    assert speakers(text) == ["Mr. Marsh"]


def test_he_means_who_spoke_and_not_whom_he_met() -> None:
    text = "“It is late,” President Marsh said after meeting Vladimir Putin. He said talks would go on."
    assert speakers(text) == ["President Marsh", "President Marsh"]


def test_a_museum_s_name_is_nobody() -> None:
    text = "Tom Brandt opened the Museum of Ancient Ships. He said it was full."
    assert speakers(text) == ["Tom Brandt"]


def test_she_is_not_a_man_named_last() -> None:
    text = "“No,” said Vera Strand, a widow. Aide Josh Ernst looked on. She said she would sue."
    assert speakers(text)[-1] == "Vera Strand"


def test_a_participle_has_the_speaker_of_the_sentence_for_its_subject() -> None:
    text = (
        "Ruth Calder told them she believes we must go on, saying that “race still matters too much” there."
    )
    assert speakers(text)[-1] == "Ruth Calder"


def test_a_given_name_that_is_also_a_word_begins_a_person_s_name() -> None:
    assert speakers("Bill Moreau said it was over. Moreau said talks would go on.") == ["Bill Moreau"] * 2


def test_somebody_s_age_means_who_was_spoken_of_last() -> None:
    text = "Joan Tate, from Hebden, was flooded twice. “You never get used to it,” the 44-year-old said."
    assert speakers(text) == ["Joan Tate"]


def test_who_is_asked_speaks_next_and_not_whom_the_question_is_about() -> None:
    text = "Asked if Mike Smith would start on Monday, Bill Peters was blunt. “We will see in the end.”"
    assert speakers(text) == ["Bill Peters"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In a statement, Tarn Glass said the roof was sound. It denied that it had leaked.", "Tarn Glass"),
        ("Tarn Glass, a toy company, repeated its claim that the roof was sound.", "Tarn Glass"),
        ("Tarn Glass admitted that it had known. The leak was small, it said.", "Tarn Glass"),
        ("The council’s water company, Tarn Glass, disputed that: it said it was sound.", "Tarn Glass"),
        ("Boil it, officials said, although the company, Tarn Glass, insisted it was sound.", "Tarn Glass"),
    ],
)
def test_it_means_the_organisation_last_spoken_of(text: str, speaker: str) -> None:
    before = "The fire brigade said that the blaze was out.\n\n"
    assert speakers(before + text)[-1] == speaker


def test_it_does_not_mean_who_is_called_by_a_surname() -> None:
    text = "The ministry said the dam was safe. Kiv Chandola denied that. It would break, it said."
    assert speakers(text)[-1] == "Kiv Chandola"
    assert speakers(text + " Chandola is an engineer.")[-1] == "the ministry"


def test_he_is_who_spoke_of_his_own_though_only_a_surname_names_him() -> None:
    text = "Noor Abad said the vote was fair. Tessel, of the Citizens, said his party would sue."
    assert speakers(text + " He said it was illegal.")[-1] == "Tessel"


def test_a_thing_is_no_she() -> None:
    text = "The source of the leak was unknown, the ministry’s expert, Yi Vale, said. “We know it,” she said."
    assert speakers(text) == ["Yi Vale"] * 2


def test_the_first_word_of_a_company_means_the_company() -> None:
    text = "Kestrel Chemicals closed the plant. Kestrel said it was unsafe. It would be torn down, it said."
    assert speakers(text) == ["Kestrel Chemicals"] * 2
