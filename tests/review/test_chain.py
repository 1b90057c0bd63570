"""The chain finds whatever is changed, left out or put in between; the clock only goes forward."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spoken import Told

from curator.models import Event
from curator.review import chain, clock


def told() -> list[Event]:
    log = Told()
    for claim in "abc":
        log.say("ana", "confirm", claim=claim)
    log.say("ben", "reject", claim="a")
    return log.events


def changed(event: Event, **values: object) -> Event:
    return Event(**{**{n: getattr(event, n) for n in Event.__dataclass_fields__}, **values})  # type: ignore[arg-type]


def test_a_chain_as_it_was_written_has_no_breaks() -> None:
    assert not list(chain.breaks(told()))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("payload", '{"claim":"z"}'),
        ("kind", "reject"),
        ("wall_time", "2024-01-01T00:00:00.000Z"),
        ("hlc", "000000000002-0001"),
        ("event_id", "f" * 32),
    ],
)
def test_a_changed_column_is_found(field: str, value: str) -> None:
    events = told()
    events[1] = changed(events[1], **{field: value})
    assert [(e.rseq, what.partition(":")[0]) for e, what in chain.breaks(events)] == [
        (2, "its content does not fit its hash")
    ]


def test_an_event_left_out_is_found() -> None:
    events = told()
    del events[1]
    assert [what for _, what in chain.breaks(events)] == ["its chain has a gap: 3 comes after 1"]


def test_an_event_rewritten_with_its_hash_breaks_the_link_of_the_next() -> None:
    events = told()
    forged = changed(events[1], payload='{"claim":"z"}')
    events[1] = changed(forged, hash=chain.hash_of(forged))
    assert [(e.rseq, what) for e, what in chain.breaks(events)] == [
        (3, "it does not continue the event before it")
    ]


def test_a_chain_that_does_not_begin_at_the_beginning_is_found() -> None:
    assert [what for _, what in chain.breaks(told()[1:3])] == ["its chain has a gap: 2 comes after 0"]


def test_the_hash_of_an_event_never_changes_between_versions() -> None:
    assert told()[0].hash == ("659301ff475e292eac79bd63a6e6882d0b3c3a672d3c241198bcfe9c737f86ef")


@given(st.text(), st.text())
def test_different_texts_have_different_canonical_json(left: str, right: str) -> None:
    assert (left == right) == (chain.canonical_json({"a": left}) == chain.canonical_json({"a": right}))


@given(st.lists(st.integers(0, 2**47), min_size=1, max_size=30))
def test_the_clock_goes_forward_whatever_the_wall_clock_does(wall: list[int]) -> None:
    readings = [""]
    for ms in wall:
        readings.append(clock.next_reading(readings[-1], ms))
    assert readings == sorted(set(readings))


def test_the_clock_goes_on_when_its_counter_is_full() -> None:
    assert clock.next_reading("000000000005-ffff", 3) == "000000000006-0000"
