"""A reading kept as a line is the reading."""

from __future__ import annotations

import ast
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.match.growth import pile
from curator.match import compact
from curator.match.compact import reading_of, written
from curator.match.reading import read
from curator.match.subject import Subject
from curator.models import Claim


def test_a_line_is_the_reading_behind_it() -> None:
    readings = [read(subject) for subject in pile(400)]
    assert any(reading.numbers for reading in readings)
    assert [reading_of(written(reading)) for reading in readings] == readings


@settings(max_examples=150, deadline=None)
@given(st.text(), st.text(), st.text(), st.lists(st.text(max_size=9), max_size=3))
def test_a_line_is_the_reading_of_any_text(words: str, around: str, name: str, places: list[str]) -> None:
    claim = Claim("c", "a", 0, len(words), words, "quote", name, places=tuple(places), times=("2017-06",))
    reading = read(Subject(claim, f"{words} {around}", publisher=name, title=around))
    line = written(reading)
    assert "\n" not in line
    assert line.isascii()
    assert reading_of(line) == reading


def test_a_line_of_another_edition_or_a_spoilt_one_is_no_reading() -> None:
    line = written(read(next(pile(1))))
    assert reading_of(line.replace(compact.edition(), "another", 1)) is None
    assert reading_of(line[:-9]) is None
    assert reading_of(line.replace('",', "", 3)) is None
    assert reading_of(f'["{compact.edition()}",[],[],[],[],{{}}]') is None
    assert reading_of(f'["{compact.edition()}",1]') is None
    assert reading_of("") is None


def test_an_edition_knows_every_module_that_has_a_say_in_readings() -> None:
    folder = Path(compact.__file__).parent
    reached, to_read = {"compact"}, ["compact"]
    while to_read:
        tree = ast.parse((folder / f"{to_read.pop()}.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            names = (node.module or "").split(".") if isinstance(node, ast.ImportFrom) else []
            if names[:2] == ["curator", "match"] and names[2] not in reached:
                reached.add(names[2])
                to_read.append(names[2])
    assert reached <= set(compact.READERS)
