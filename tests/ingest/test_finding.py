"""What a user names becomes single sources, in order, lazily, and never an exception."""

from __future__ import annotations

import os
import socket
import time
from itertools import islice
from pathlib import Path

import pytest
from inputs import SENTENCE, article, read_all, read_bytes, reason

from curator.ingest import count, find, read
from curator.models import Article, Failure


def names(folder: Path) -> list[str]:
    return [os.path.relpath(source.location, folder) for source in find([folder])]


def test_a_folder_is_read_in_the_order_of_its_names_with_the_folders_in_it(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(SENTENCE)
    assert names(tmp_path) == ["a.txt", "b/1.txt", "b/2.txt", "c.html"]


def test_hidden_files_and_databases_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/config.txt", "curator.db", "curator.db-journal", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(SENTENCE)
    assert names(tmp_path) == ["a.txt"]


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    assert article(read_bytes(tmp_path, ".hidden.txt", SENTENCE.encode())).text == SENTENCE


def test_a_folder_is_walked_only_as_far_as_it_is_asked_for(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}").mkdir()
        (tmp_path / f"{number}" / "a.txt").write_text(SENTENCE)
    sources = find([tmp_path])
    first = next(sources)
    (tmp_path / "2" / "a.txt").unlink()
    (tmp_path / "2" / "b.txt").write_text(SENTENCE)
    assert [Path(source.location).name for source in (first, *sources)] == ["a.txt", "a.txt", "b.txt"]


def test_a_link_that_leads_back_up_does_not_loop(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(SENTENCE)
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    assert len(list(islice(find([tmp_path]), 50))) == 1


def test_a_link_out_of_the_folder_that_was_named_is_a_failure_and_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    (inside / "deep").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "in-and-out").mkdir()
    (inside / "a.txt").write_text(SENTENCE)
    (inside / "deep" / "again.txt").symlink_to("../a.txt")
    (inside / "deep" / "up").symlink_to("../..")
    (inside / "other").symlink_to(tmp_path / "in-and-out")
    (inside / "secret.txt").symlink_to("../secret.txt")
    (tmp_path / "alias").symlink_to("in")
    for named in (inside, tmp_path / "alias"):
        made = read_all(named)
        assert [Path(article.source).name for article in made if isinstance(article, Article)] == [
            "a.txt",
            "again.txt",
        ]
        failures = [made for made in made if isinstance(made, Failure)]
        assert sorted(Path(failure.source).name for failure in failures) == ["other", "secret.txt", "up"]
        assert all("it is a link out of the folder" in failure.reason for failure in failures)


def test_an_empty_folder_is_a_failure_and_not_silence(tmp_path: Path) -> None:
    assert reason(read_all(tmp_path)) == "the folder holds no files to read"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_or_folder_without_permission_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir()
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "locked").chmod(0)
    try:
        found = read_all(tmp_path)
    finally:
        (tmp_path / "locked").chmod(0o700)
    assert [made.reason for made in found if isinstance(made, Failure)] == [
        "permission denied",
        "the folder cannot be listed: permission denied",
    ]


def test_a_file_that_cannot_be_opened_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert reason(read_all(path)) == "permission denied"


def test_what_is_no_file_is_a_failure_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "broken.txt").symlink_to("nowhere")
    with socket.socket(socket.AF_UNIX) as listener:
        os.chdir(tmp_path)
        listener.bind("sock.txt")
        started = time.monotonic()
        reasons = [made.reason for made in read_all(tmp_path) if isinstance(made, Failure)]
    assert reasons == [
        "it is a link to nothing",
        "it is a pipe, not a file; use - to read standard input",
        "it is a socket, not a file",
    ]
    assert reason(read_all("/dev/zero")) == "it is a device, not a file"
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("no/such.txt", "there is no such file"),
        ("a\0b.txt", "null"),
        ("x" * 5000 + ".txt", "name too long"),
        ("ftp://example.org/a", "give an http or https address"),
        ("https://", "not an http or https address"),
        ("https://user:secret@example.org/", "name or password"),
    ],
)
def test_a_name_that_leads_nowhere_is_a_failure(named: str, words: str) -> None:
    assert words in reason(read_all(named))


def test_a_file_name_that_is_not_utf8_is_shown_and_stored_readably(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(SENTENCE)
    made = article(read_all(tmp_path))
    assert made.source.endswith("caf\\xe9.txt")
    made.source.encode("utf-8")


def test_a_database_is_told_from_a_text_by_its_first_bytes_alone(tmp_path: Path) -> None:
    (tmp_path / "reviewed.txt").write_bytes(b"SQLite format 3\0" + bytes(84))
    (tmp_path / "plain.db").write_text(SENTENCE)
    os.mkfifo(tmp_path / "pipe.db")
    told = [
        source.is_database
        for name in ("reviewed.txt", "plain.db", "pipe.db", "gone")
        for source in find([tmp_path / name])
    ]
    assert told == [True, False, False, False]


def test_sources_are_counted_unless_that_takes_too_long(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(SENTENCE)
    assert count([tmp_path, "-", "gone.txt"]) == 32
    assert count([tmp_path], seconds=-1) is None


def test_files_are_read_at_more_than_a_thousand_in_a_second_of_work(tmp_path: Path) -> None:
    for number in range(2_000):
        (tmp_path / f"{number}.txt").write_text(f"Report {number} of the day\n\n{SENTENCE * 20}")
    started = time.process_time()
    articles = sum(isinstance(made, Article) for source in find([tmp_path]) for made in read(source))
    assert articles == 2_000
    assert articles / (time.process_time() - started) > 1_000
