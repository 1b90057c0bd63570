"""What each signal says, in the words that a reviewer reads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from curator.match.ranking import features
from curator.match.signals import SIGNALS
from curator.match.signals.places import Places
from curator.match.signals.signal import Pair
from curator.match.signals.speaker import Speaker
from curator.match.signals.time import Time, spoken
from curator.match.weights import SHIPPED
from curator.match.words import key
from tests.match.claims import frequencies, reading


def words(left: str, right: str, **of_left: str) -> dict[str, str]:
    """What each signal says of two sentences, the silent ones left out."""
    readings = reading(left, **of_left), reading(right)
    pair = Pair(*readings, frequencies(*readings))
    features(pair)
    return {s.name: said for s in SIGNALS if (said := s.words(pair)) and set(s.features) & pair.found.keys()}


@pytest.mark.parametrize(
    ("signal", "left", "right", "said"),
    [
        (
            "wording",
            "a plan for the Daraa region",
            "a plan for the Deraa region",
            "same words but for Daraa/Deraa",
        ),
        ("wording", "the zones were announced", "The zones were announced", "same words"),
        (
            "wording",
            "1,125 people were laid off in the town",
            "300 people were laid off in the town",
            "same words but for 1,125/300",
        ),
        ("numbers", "84 settlements populated", "86 settlements populated", "84 against 86 settlements"),
        (
            "numbers",
            "maps of the four de-escalation zones in Syria",
            "the four de-escalation zones were drawn",
            "both say four de-escalation zones",
        ),
        (
            "shared words",
            "maps of the four de-escalation zones",
            "de-escalation zones: there are four",
            "both mention zones, de-escalation",
        ),
        (
            "wording",
            "each family of a victim will get 20,000 euros to each child",
            "Holtz said on Monday that 50,000 euros to each child was enough",
            "both say “euros to each child”",
        ),
        ("numbers", "It broke out at 3 a.m. and spread", "fire broke out at 3 a.m.", "both say 3 am"),
        (
            "numbers",
            "A magnitude 5.9 earthquake hit Karsu",
            "A magnitude 6.4 earthquake hit Karsu",
            "magnitude 5.9 against magnitude 6.4",
        ),
        ("numbers", "They drew four large zones", "four zones were drawn", "both say four zones"),
        ("numbers", "a 10-year sentence for fraud", "he got a 12-year sentence", "10 against 12-year"),
        ("numbers", "12 ex-ministers were held", "held 12 ex-ministers", "both say 12 ex-ministers"),
        ("numbers", "it was shut for 16 days", "shut for three weeks", "16 days against three weeks"),
        ("negation", "Moscow did not agree", "Moscow did agree", "one is negated, the other is not"),
        (
            "modality",
            "troops will go to Idlib",
            "no decision yet on troops for Idlib",
            "decided against undecided (“will” / “no decision”)",
        ),
        (
            "modality",
            "Russian troops will go to Idlib",
            "Moscow was discussing proposals to send troops to Idlib",
            "decided against still open (“will” / “discussing”)",
        ),
        (
            "topic",
            "the old school bus was late again on a rainy morning in the village",
            "fishermen of the northern coast ask the minister for a bus",
            "perhaps about the same matter",
        ),
        ("opposites", "exports will rise", "exports will fall", "rise against fall"),
        (
            "shared words",
            "Kyrgyz troops in Idlib",
            "troops of the Kyrgyz in Idlib",
            "both mention Idlib, Kyrgyz, troops",
        ),
        (
            "wording",
            "maps of the de-escalation zones in Syria",
            "in Syria the four de-escalation zones were drawn",
            "both say “de-escalation zones”",
        ),
    ],
)
def test_a_signal_speaks_like_a_colleague(signal: str, left: str, right: str, said: str) -> None:
    assert words(left, right)[signal] == said


def test_a_place_of_two_words_is_named_once() -> None:
    left, right = (
        replace(reading(text), places={"easte": "Eastern Ghouta", "ghout": "Eastern Ghouta", "homs": "Homs"})
        for text in ("zones in Eastern Ghouta and Homs", "Eastern Ghouta and Homs are zones")
    )
    assert (
        Places().words(Pair(left, right, frequencies(left, right))) == "both are about Eastern Ghouta, Homs"
    )


def test_who_does_not_know_is_named_beside_what_the_other_says() -> None:
    said = words(
        "it had no information on troops being sent",
        "Russia has asked for troops to be sent",
        speaker="Kyrgyz ministry",
    )
    assert said["stance"] == "Kyrgyz ministry: no information; “Russia has asked for troops to be sent”"


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("Russia, Turkey and Iran", "Russia, Turkey, and Iran", "Russia, Turkey and Iran speak in both"),
        ("Russia, Turkey and the United States", "Russia, Turkey and the United States",
         "Russia, Turkey and the United States speak in both"),
        ("Russia, Turkey and Iran", "Russia", "Russia speaks in both"),
        ("Russia and Turkey", "Russia and Turkey", "Russia and Turkey speak in both"),
        ("US officials", "US officials", "US officials speak in both"),
        ("Vladimir Shamanov, head of the defence and security committee", "Vladimir Shamanov",
         "Vladimir Shamanov speaks in both"),
        ("Ministry of Health and Welfare", "Ministry of Health and Welfare",
         "Ministry of Health and Welfare speaks in both"),
        ("Ibrahim Kalin", "Russia, Turkey and Iran", "Ibrahim Kalin against Russia, Turkey and Iran"),
        ("Reuters", "Reuters", "Reuters speaks in both"),
        ("Observers", "Observers from 12 countries", "Observers speak in both"),
        ("Police", "Police", "Police speak in both"),
        ("two workers", "three former workers", ""),
        ("two workers", "the fire service", ""),
    ],
)  # fmt: skip
def test_who_speaks_in_both_is_named_whole_whether_one_or_several(left: str, right: str, said: str) -> None:
    readings = reading("troops will go", speaker=left), reading("no troops go", speaker=right)
    assert Speaker().words(Pair(*readings, frequencies(*readings))) == said


def test_wire_copy_in_two_outlets_is_called_one_voice() -> None:
    sentence = "The three countries had been due to finalise maps of the zones by June 4"
    readings = (
        reading(sentence, article="one", publisher="TRT World"),
        reading(sentence, article="two", publisher="Reuters"),
    )
    pair = Pair(*readings, frequencies(*readings))
    assert next(s for s in SIGNALS if s.name == "source").words(pair) == (
        "word for word in TRT World and Reuters: one voice, not two"
    )


@pytest.mark.parametrize("left_first", [True, False])
def test_the_order_of_two_claims_changes_no_feature(left_first: bool) -> None:
    texts = ("At least 12 ships were not sunk in May", "Exactly 14 ships may sink, rumours say")
    one, other = map(reading, texts if left_first else texts[::-1])
    assert features(Pair(one, other, frequencies(one, other))) == pytest.approx(
        features(Pair(other, one, frequencies(one, other)))
    )


def test_every_weight_belongs_to_a_feature_that_a_signal_has() -> None:
    known = {name for signal in SIGNALS for name in signal.features} | {"start", "common neighbours"}
    assert known >= SHIPPED.same.keys() | SHIPPED.contradicts.keys()


def value(feature: str, left: str, right: str) -> float:
    readings = reading(left), reading(right)
    return features(Pair(*readings, frequencies(*readings))).get(feature, 0.0)


def test_undecided_stands_most_against_what_will_be_and_not_at_all_against_what_is_discussed() -> None:
    undecided, feature = "there is no decision yet on troops for Idlib", "decided against undecided"
    will_be = value(feature, undecided, "troops will be sent to Idlib")
    discussed = value(feature, "Moscow is discussing troops for Idlib", "troops will be sent to Idlib")
    assert will_be > 2 * discussed > 0
    assert value(feature, undecided, "Moscow is discussing troops for Idlib") == 0
    assert value(feature, "Moscow proposed troops for Idlib", "Moscow is discussing troops for Idlib") == 0


@pytest.mark.parametrize(
    "debunking",
    [
        "Crocodile in Leeds sewer is a hoax",
        "Crocodile in Leeds sewer: story is made up",
        "No, there is a Leeds crocodile but not in a sewer",
        "Crocodile in Leeds sewer never happened, police say",
        "Police debunk crocodile in Leeds sewer",
    ],
)
def test_what_debunks_is_held_against_what_asserts(debunking: str) -> None:
    assert value("denied against asserted", debunking, "Crocodile found in a Leeds sewer") > 0.3


def test_a_denial_stands_less_against_who_only_doubts_than_against_who_asserts() -> None:
    denial, doubt = "Crocodile in Leeds sewer is a hoax", "Crocodile allegedly in Leeds sewer"
    assert value("doubted against asserted", denial, doubt) > 0.3
    assert value("doubted against asserted", denial, doubt.replace("allegedly ", "")) == 0


def test_a_denial_of_another_matter_is_held_against_nothing() -> None:
    assert value("denied against asserted", "Viral photo is a hoax", "Crocodile found in a Leeds sewer") == 0


def test_a_negation_is_held_only_against_what_it_negates() -> None:
    plan = "Russia and Turkey will establish four zones"
    of_the_date = "A memorandum of Russia and Turkey on four zones does not specify a start date"
    of_the_zones = "Russia and Turkey will not establish four zones"
    aside = value("negation on one side", of_the_date, plan)
    assert value("negation on one side", of_the_zones, plan) > 2 * aside


def test_of_a_denial_only_what_is_denied_counts_not_who_denies() -> None:
    sent = "Troops of the brigade were sent to Idlib"
    denied = value("denied against asserted", "The minister denied that troops were sent to Idlib", sent)
    other = value("denied against asserted", "The brigade denied a delay of the new harbour bridge", sent)
    assert denied > 2 * other


@pytest.mark.parametrize(
    "count", ["eight of Syria's 14 provinces", "two Asian countries near zones", "six months"]
)
def test_numbers_of_other_things_do_not_conflict(count: str) -> None:
    assert value("numbers in conflict", "They drew four zones in Syria", f"Kalin knows {count}") == 0


def test_what_every_claim_speaks_of_tells_little_but_never_nothing() -> None:
    claims = [reading(f"Syria zone: {word}") for word in ("bread", "roads", "water", "schools")] * 30
    known = frequencies(*claims)
    assert 0 < known.weight("syria") < known.weight(key("bread")) / 3


def test_a_question_is_no_denial() -> None:
    asked = "Did Quill really reject the tour?"
    assert value("denied against asserted", asked, "Quill tour announced") == 0
    assert value("only asked", asked, "Quill tour announced") > 0


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("2017-06-22", "22 June 2017"),
        ("XXXX-07", "July"),
        ("XXXX-05-04", "4 May"),
        ("2017-07-01/2017-07-10", "1 July 2017 to 10 July 2017"),
        ("2015/..", "from 2015 on"),
        ("../2024-06-30", "up to 30 June 2024"),
        ("XXXX-05-04/..", "from 4 May on"),
        ("2017-W24", "week 24 of 2017"),
        ("T14:30Z", "14:30 GMT"),
        ("T09:05", "09:05"),
        ("thursday", "thursday"),
    ],
)
def test_a_time_is_worded_as_people_write_it(time: str, words: str) -> None:
    assert spoken(time) == words


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("2024-02-28", "2024-02-28T10:00", "published on the same day"),
        ("2023-12-31", "2024-01-01", "published a day apart"),
        ("2024-02-28", "2024-03-01", "published within a week"),
        ("2024-02-28", "2024-03-28", ""),
    ],
)
def test_how_near_two_articles_were_published_is_told(left: str, right: str, said: str) -> None:
    readings = [replace(reading(f"work goes on {day}"), published=day) for day in (left, right)]
    assert Time().words(Pair(*readings, frequencies(*readings))) == said


def test_of_one_article_it_is_not_told_that_it_was_published_together() -> None:
    readings = [
        replace(reading(text, article="one"), published="2024-02-28") for text in ("it opened", "it closed")
    ]
    assert Time().words(Pair(*readings, frequencies(*readings))) == "in one article"


def test_an_open_stretch_of_time_that_both_speak_of_is_called_a_time() -> None:
    since, year = (replace(reading("work goes on"), times=(time,)) for time in ("2015/..", "2015"))
    said = Time().words(Pair(since, year, frequencies(since, year)))
    assert said == "both speak of the time from 2015 on"


@pytest.mark.parametrize(
    ("left", "right", "other"),
    [
        ("tuesday", "2026-03-03", 0),  # it was a Tuesday
        ("tuesday", "2026-03-06", 1),
        ("tuesday", "wednesday", 1),
        ("tuesday", "2026-03", 0),
        ("tuesday", "XXXX-03-03", 0),
        ("yesterday", "2026-03-03", 0),
        ("last week", "2026-03-03", 0),
        ("T05:14", "2026-03-03", 0),
        ("T05:14", "T05:40", 1),
        ("T05:14", "T08:14Z", 0),
        ("XXXX-03-03", "2026-03-04", 1),
        ("XXXX-03-03", "2026-04", 1),
        ("XXXX-03-03", "2026-01-01/2026-12-31", 0),
        ("2026-03", "2026-04-01", 1),
        ("2026", "2026-04-01", 0),
        ("2026-W10", "2026-03-03", 0),
        ("2026-W10", "2026-03-10", 1),
        ("2015/..", "2017-06", 0),
        ("2015/..", "2014", 1),
        ("../2024-06-30", "2024-07", 1),
        ("2026-03-01/2026-03-10", "2026-03-05", 0),
    ],
)
def test_times_are_other_times_only_where_what_is_known_of_both_differs(
    left: str, right: str, other: float
) -> None:
    one, two = (replace(reading("work goes on"), times=(time,)) for time in (left, right))
    for pair in (Pair(one, two, frequencies(one, two)), Pair(two, one, frequencies(one, two))):
        assert Time().values(pair)[1] == other
        assert (" against " in Time().words(pair)) == bool(other)


def test_one_time_that_may_be_that_of_the_other_is_enough_not_to_count_against_a_pair() -> None:
    one = replace(reading("work goes on"), times=("2026-03-01", "tuesday"))
    two = replace(reading("work goes on"), times=("2026-03-03",))
    assert Time().values(Pair(one, two, frequencies(one, two)))[1] == 0


def test_names_of_several_words_are_read_as_one_name() -> None:
    assert reading("the United States struck Islamic State").keys == reading("US strikes on ISIS").keys


@pytest.mark.parametrize(
    "forms", ["tip tips tipped tipping", "fire fires fired firing", "plan plans planned planning"]
)
def test_the_forms_of_a_word_have_one_key(forms: str) -> None:
    assert len({key(form) for form in forms.split()}) == 1
