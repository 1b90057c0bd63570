"""The review's most usual words, read without the parser: never otherwise than the parser reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.cli.common_options import named
from curator.cli.ending import UsageError
from curator.cli.filling import REVIEW

_WORDS = st.sampled_from(
    (
        "--db",
        "--reviewer",
        "a.db",
        "ana",
        "--db=b.db",
        "--rev",
        "-",
        "--",
        "-x",
        "",
        "--blind",
        "--repeat",
        "5",
    )
)


@given(st.lists(_WORDS, max_size=6))
def test_what_is_read_without_the_parser_is_what_the_parser_reads(words: list[str]) -> None:
    found = named(words)
    try:
        arguments = REVIEW.parsed(words)
    except UsageError:
        assert found is None
        return
    if found is not None:
        assert found == (arguments.db, arguments.reviewer)
        assert (arguments.saved, arguments.blind, arguments.repeat) == (None, None, None)


def test_no_word_and_both_options_need_no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CURATOR_DB", raising=False)
    monkeypatch.setenv("CURATOR_REVIEWER", "tom")
    assert named([]) == ("curator.db", "tom")
    assert named(["--reviewer", "ana", "--db", "x.db"]) == ("x.db", "ana")
    monkeypatch.setenv("CURATOR_DB", "y.db")
    assert named([]) == ("y.db", "tom")


def test_the_name_in_the_settings_is_taken_where_nothing_else_gives_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text('reviewer = "lena"\n', encoding="utf-8")
    monkeypatch.setenv("CURATOR_CONFIG", str(settings))
    monkeypatch.delenv("CURATOR_REVIEWER", raising=False)
    assert named(["--db", "x.db"]) == ("x.db", "lena")


def test_what_has_more_to_it_is_left_to_the_parser() -> None:
    for words in (
        ["--blind"],
        ["--db"],
        ["--db", ""],
        ["--db", "--reviewer"],
        ["--db=x.db", "ana"],
        ["story.txt"],
    ):
        assert named(words) is None
