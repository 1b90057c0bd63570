"""What every registered format promises: a new one is held to it by being in the table."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from inputs import GOOD, read_all, read_bytes, reason

from curator.ingest.intake import Intake, Unreadable
from curator.ingest.registry import FORMATS, Format
from curator.models import Article, Failure, article_id

each_format = pytest.mark.parametrize("entry", FORMATS, ids=lambda entry: entry.name)
each_suffix = pytest.mark.parametrize(
    ("entry", "suffix"), [(entry, suffix) for entry in FORMATS for suffix in entry.suffixes]
)


@each_suffix
def test_a_good_file_becomes_one_article_whose_id_is_that_of_its_text(
    entry: Format, suffix: str, tmp_path: Path
) -> None:
    data = GOOD[entry.name].replace(b",", b"\t", 1) if suffix == ".tsv" else GOOD[entry.name]
    (found,) = read_bytes(
        tmp_path, f"story{suffix}", data.replace(b"deployed,", b"deployed\t") if suffix == ".tsv" else data
    )
    assert isinstance(found, Article)
    assert "will be deployed in Idlib" in found.text
    assert found.id == article_id(found.text)
    assert found.source.startswith(str(tmp_path))


@each_format
def test_the_end_of_a_name_may_be_in_capitals(entry: Format, tmp_path: Path) -> None:
    (found,) = read_bytes(tmp_path, "STORY" + entry.suffixes[0].upper(), GOOD[entry.name])
    assert isinstance(found, Article)


@each_format
@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty (0 bytes)"),
        (b" \r\n\t \n", ""),
        (b"\xef\xbb\xbf", ""),
        (b"half a text\0and a NUL", ""),
        (bytes(range(256)) * 20, ""),
        (b"\x89PNG\r\n\x1a\n" + bytes(2000), ""),
    ],
    ids=["0 bytes", "white space", "only a BOM", "NUL", "binary", "a picture"],
)
def test_what_holds_no_text_is_a_failure_with_a_reason(
    entry: Format, data: bytes, expected: str, tmp_path: Path
) -> None:
    found = read_bytes(tmp_path, f"bad{entry.suffixes[0]}", data)
    assert found
    assert all(isinstance(entry, Failure) and len(entry.reason) > 10 for entry in found)
    assert expected in reason(found)


@each_format
def test_an_article_over_the_cap_is_a_failure_that_says_so(entry: Format, tmp_path: Path) -> None:
    found = read_bytes(tmp_path, f"big{entry.suffixes[0]}", GOOD[entry.name], max_bytes=200)
    assert "larger than the cap of 200 bytes" in reason(found)


@each_format
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(0, 3000), noise=st.binary(max_size=60), at=st.integers(0, 3000))
def test_no_damage_to_a_good_file_raises(entry: Format, cut: int, noise: bytes, at: int) -> None:
    good = GOOD[entry.name]
    data = (good[:at] + noise + good[at:])[: max(1, len(good) - cut)]
    try:
        found = list(entry.reader()(Intake(io.BytesIO(data), "damaged", 1_000_000)))
    except Unreadable as trouble:
        assert str(trouble)
        return
    for made in found:
        if isinstance(made, Article):
            assert made.id == article_id(made.text)
            assert "\0" not in made.text
            made.text.encode("utf-8")
        else:
            assert made.reason


def test_every_format_has_a_good_file_here() -> None:
    assert set(GOOD) == {entry.name for entry in FORMATS}


def test_no_two_formats_claim_the_same_name_or_media_type() -> None:
    suffixes = [suffix for entry in FORMATS for suffix in entry.suffixes]
    media_types = [media_type for entry in FORMATS for media_type in entry.media_types]
    assert len(set(suffixes)) == len(suffixes)
    assert len(set(media_types)) == len(media_types)


def test_an_unknown_kind_of_file_is_a_failure_that_names_the_known_ones(tmp_path: Path) -> None:
    words = reason(read_bytes(tmp_path, "letter.docx", b"PK\x03\x04"))
    assert words.startswith(".docx files cannot be read")
    assert ".html" in words


@pytest.mark.parametrize("name", ["txt", "html", "jsonl", "json", "pdf"])
def test_a_file_without_an_end_to_its_name_is_known_by_its_first_bytes(name: str, tmp_path: Path) -> None:
    (found,) = read_bytes(tmp_path, "story", GOOD[name])
    assert isinstance(found, Article)
    assert "{" not in found.text[:1]
    assert "<" not in found.text[:1]


@pytest.mark.parametrize("name", ["txt", "html", "jsonl", "json", "pdf"])
def test_standard_input_is_known_by_its_first_bytes(name: str) -> None:
    script = (
        "import json, dataclasses; from curator.ingest import find, read\n"
        "print(json.dumps([dataclasses.asdict(a) for s in find(['-']) for a in read(s)]))"
    )
    ran = subprocess.run([sys.executable, "-c", script], input=GOOD[name], capture_output=True, check=True)
    (found,) = json.loads(ran.stdout)
    assert "will be deployed in Idlib" in found["text"]
    assert found["source"].startswith("-")


def test_reading_plain_text_loads_no_heavy_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD["txt"])
    script = (
        "import sys; from curator.ingest import find, read\n"
        f"assert [a.text for s in find([{str(tmp_path)!r}]) for a in read(s)]\n"
        "print({'trafilatura', 'pypdf', 'chardet', 'urllib.request', 'lxml', 'pydantic'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert ran.stdout.strip() == "set()"


def test_the_seeds_all_go_in() -> None:
    found = read_all(Path(__file__).parents[2] / "seeds")
    assert [type(made) for made in found] == [Article] * 5
