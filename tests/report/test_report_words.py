"""The small parts: dates in words, a claim in its sentences, what differs in wordings, the log's story."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import ANA, BEN, Story

from curator.models import Event
from curator.report.activity import tell, undone
from curator.report.charts import columns, status_bar
from curator.report.dataset import Limits
from curator.report.dates import day, instant, moment, range_of
from curator.report.passage import passage, shortened
from curator.report.phrases import counted, listed
from curator.report.wording import differing, words_of
from curator.review import fold
from curator.review.facts import read


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2017-06-22", "22 June 2017"), ("2017-06-23T06:13", "23 June 2017"), ("2017-06", "June 2017"),
        ("2017", "2017"), ("", ""), ("last week", "last week"),
        ("2017-13-01", "2017-13-01"), ("2017-99", "2017-99"),
    ],
)  # fmt: skip
def test_a_day_is_said_as_people_say_it(iso: str, words: str) -> None:
    assert day(iso) == words


def test_a_moment_is_said_in_utc() -> None:
    assert moment("2017-06-23T01:13:09+03:00") == "22 June 2017, 22:13 UTC"
    assert moment("2017-06-23") == "23 June 2017"
    assert moment("0001-01-01T00:00+14:00") == "1 January 1"


@pytest.mark.parametrize(
    ("isos", "words"),
    [
        (["2017-06-22"], "22 June 2017"),
        (["2017-06-27", "2017-06-22", "x"], "22–27 June 2017"),
        (["2017-06-22", "2017-07-03"], "22 June – 3 July 2017"),
        (["2016-12-31", "2017-01-01"], "31 December 2016 – 1 January 2017"),
        (["", "x"], ""),
    ],
)
def test_a_range_of_days_says_nothing_twice(isos: list[str], words: str) -> None:
    assert range_of(isos) == words


@given(st.lists(st.one_of(st.text(max_size=30), st.datetimes().map(str), st.dates().map(str)), max_size=4))
def test_no_text_at_all_is_too_odd_a_date(isos: list[str]) -> None:
    range_of(isos)
    for iso in isos:
        assert isinstance(day(iso), str) and isinstance(moment(iso), str)
        instant(iso)


@given(
    st.text(alphabet=st.sampled_from('ab. \n"”!İ😀'), max_size=900),
    st.integers(-5, 905),
    st.integers(-5, 905),
)
def test_a_passage_is_the_article_s_own_words(text: str, start: int, end: int) -> None:
    around = passage(text, start, end)
    inside = text[max(0, start) : max(0, start, end)]
    assert around.claim == shortened(inside, 1200)
    assert text[: max(0, start)].endswith(around.before.removeprefix("… "))
    assert text[max(0, start, end) :].startswith(around.after.removesuffix(" …"))
    assert len(around.before) <= 362 and len(around.after) <= 262


def test_a_passage_is_the_claim_s_sentence_and_the_one_before() -> None:
    text = "First one. Second one! He said “it rains” on Monday. Fourth one."
    start = text.index("it rains")
    around = passage(text, start, start + len("it rains"))
    assert (around.before, around.after) == ("Second one! He said “", "” on Monday.")


def test_a_claim_that_is_a_sentence_has_one_sentence_before_it() -> None:
    text = "First one. Second one.\n\nThird one.\n\nIt rains. Fifth."
    around = passage(text, text.index("It rains"), text.index(" Fifth"))
    assert (around.before, around.after) == ("Third one.\n\n", "")
    text = "First one. Second one. It rains. Fifth."
    around = passage(text, text.index("It rains"), text.index(" Fifth"))
    assert (around.before, around.after) == ("Second one. ", "")


def test_a_question_goes_on_to_who_asks_it() -> None:
    text = "One. “Does it rain?” she asked. “Or not?” Then he left."
    around = passage(text, text.index("Does"), text.index("” she"))
    assert (around.before, around.after) == ("One. “", "” she asked.")
    around = passage(text, text.index("Or not"), text.index("” Then"))
    assert around.after == "”"


def test_a_passage_does_not_run_over_the_end_of_a_paragraph() -> None:
    text = "Before.\n\nIt rains\n\nAfter it."
    assert passage(text, text.index("It rains"), text.index("\n\nAfter")).after == ""


@pytest.mark.parametrize(
    "over",
    [
        "Plant faces inquiry\nBy Marta Olender\n12 March 2024\n\n",
        "Plant faces inquiry\n\nBy Marta Olender\n\n",
        "Plant faces inquiry\nCentral Wire\n",
        "Who skipped them?\n\n",
    ],
)
def test_what_stands_over_the_sentences_of_an_article_is_no_sentence(over: str) -> None:
    text = f"{over}Inspectors said that it rains. It pours."
    title = over.partition("\n")[0]
    start = text.index("it rains")
    assert passage(text, start, start + 8, title).before == "Inspectors said that "
    start = text.index("It pours")
    assert passage(text, start, start + 8, title).before == "Inspectors said that it rains. "


def test_a_line_that_goes_on_or_opens_a_quotation_stays_before_a_claim() -> None:
    text = f"{'A line of a paragraph that is full when it ends, as mail has them, '}and\ngoes on: it rains."
    assert passage(text, text.index("it rains"), len(text)).before.endswith("and\ngoes on: ")
    text = "The minister put it so:\n\nIt rains."
    assert passage(text, text.index("It rains"), len(text)).before == "The minister put it so:\n\n"


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_stretches_of_a_wording_are_the_wording(text: str, other: str) -> None:
    assert "".join(stretch.text for stretch in differing(text, other)) == text


@given(st.text(max_size=60))
def test_nothing_differs_between_a_wording_and_itself(text: str) -> None:
    assert not any(stretch.differs for stretch in differing(text, text))
    assert words_of(text) == words_of(text + " …")


def test_other_spellings_and_signs_are_no_other_words() -> None:
    assert not any(s.differs for s in differing("Kalın said: “no decision”", "KALIN said no decision"))
    assert [s.text for s in differing("in the Deraa region", "in the Daraa region") if s.differs] == ["Deraa"]
    assert [s.text for s in differing("about 470,000 killed", "about 300,000 killed") if s.differs] == [
        "470,000"
    ]


def test_counts_and_names_read_as_language() -> None:
    assert [counted(n, "claim") for n in (0, 1, 2, 12345)] == [
        "0 claims",
        "1 claim",
        "2 claims",
        "12,345 claims",
    ]
    assert [listed(n) for n in ([], ["Ana"], ["Ana", "Ben"], ["Ana", "Ben", "Cem"])] == [
        "", "Ana", "Ana and Ben", "Ana, Ben and Cem",
    ]  # fmt: skip


@given(st.lists(st.integers(0, 10**9), max_size=5))
def test_a_bar_is_never_wider_than_its_plot(counts: list[int]) -> None:
    words = ("confirmed", "merged", "disputed", "rejected", "pending")
    drawn = status_bar(dict(zip(words, counts, strict=False)), sum(counts), "words")
    starts = [int(part.split('"')[0]) for part in drawn.split(' x="')[1:]]
    widths = [int(part.split('"')[0]) for part in drawn.split(' width="')[1:]]
    assert all(width >= 3 for width in widths)
    assert all(start + width <= 1000 for start, width in zip(starts, widths, strict=True))
    assert drawn.count("<rect") == sum(count > 0 for count in counts)


@given(st.lists(st.integers(0, 1000), max_size=80))
def test_a_column_is_as_high_as_its_share_of_the_highest(values: list[int]) -> None:
    heights = [int(part.split('"')[0]) for part in columns(values, "x").split('height="')[1:]]
    assert heights == [round(200 * value / max(values)) if value else 0 for value in values]


def events(script: list[tuple[int, int]]) -> list[Event]:
    """A log in which each step confirms a claim or takes back an earlier event, undos included."""
    story = Story()
    claims = [story.claim(story.article(f"Claim {n}."), f"Claim {n}") for n in range(3)]
    for which, target in script:
        known = story.event_list
        if target and known:
            story.event((ANA, BEN)[which % 2], "undo", target=known[target % len(known)])
        else:
            story.event((ANA, BEN)[which % 2], "confirm", claims[which % 3])
    return story.event_list


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 6)), max_size=20))
def test_what_was_taken_back_is_what_the_review_says_was(script: list[tuple[int, int]]) -> None:
    log = events(script)
    assert undone(log) == fold.undone(map(read, log))


@pytest.mark.parametrize(
    ("hours", "unit", "bars"),
    [
        ([0, 5], "hour", 6),
        ([0, 24 * 40], "day", 41),
        ([0, 24 * 400], "month", 14),
        ([0, 24 * 8000], "year", 23),
    ],
)
def test_time_is_cut_into_as_many_bars_as_can_be_told_apart(hours: list[int], unit: str, bars: int) -> None:
    from datetime import timedelta

    story = Story()
    start = story.clock
    claim = story.claim(story.article("It rains."), "It rains")
    for hour in hours:
        story.clock = start + timedelta(hours=hour)
        story.confirm(ANA, claim)
    activity = tell(story, frozenset(), Limits()).activity
    assert (activity.unit, len(activity.periods)) == (unit, bars)
    assert sum(period.decisions for period in activity.periods) == activity.decisions == len(hours)


def test_skips_notes_and_undos_are_no_decisions() -> None:
    story = Story()
    claim = story.claim(story.article("It rains."), "It rains")
    for kind in ("skip", "note", "confirm", "reject"):
        event = story.event(ANA, kind, claim)
    story.event(ANA, "undo", target=event)
    activity = tell(story, frozenset(), Limits()).activity
    assert activity.decisions == 1
    (reviewer,) = activity.reviewers.items
    assert (reviewer.counts, reviewer.taken_back) == ({"confirm": 1, "note": 1, "skip": 1}, 1)


def test_a_long_text_is_cut_at_a_word() -> None:
    words = " ".join(random.Random(1).choices(["rain", "sun", "snow"], k=400))
    cut = shortened(words, 100)
    assert (
        len(cut) <= 102
        and words.startswith(cut.removesuffix(" …"))
        and cut.split()[-2] in ("rain", "sun", "snow")
    )
