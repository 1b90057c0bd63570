"""Every command explains itself with examples that work, and what is mistyped is answered in one line."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from program import Run, spawned

from curator.cli.command import Command
from curator.cli.table import COMMANDS, OPEN

EVERY = [*COMMANDS, OPEN]
each_command = pytest.mark.parametrize("command", EVERY, ids=lambda command: command.name or "curator PATH")
HEAVY = {
    "textual",
    "rich",
    "pydantic",
    "sqlite_utils",
    "sqlite3",
    "trafilatura",
    "rapidfuzz",
    "click",
    "chardet",
}


def example_words(example: str) -> list[str]:
    """The words of the one `curator` in an example, without what the shell does around it."""
    (call,) = [part for part in re.split(r"[|>]", example) if part.split()[0] == "curator"]
    return shlex.split(call)[1:]


@each_command
def test_every_command_has_a_summary_and_examples_that_it_understands(command: Command) -> None:
    assert command.summary.endswith(".")
    assert len(command.summary) < 110
    assert command.examples
    for example in command.examples:
        words = example_words(example)
        if command.name:
            assert words[0] == command.name
        command.parser().parse_args(words[1:] if command.name else words)


@each_command
def test_the_help_of_every_command_shows_its_examples_database_and_reviewer(
    command: Command, run: Run
) -> None:
    if not command.name:
        pytest.skip("is shown by `curator --help`")
    ran = run(command.name, "--help")
    assert ran.status == 0
    assert ran.err == ""
    assert all(example in ran.out for example in command.examples)
    assert "--db PATH" in ran.out
    assert "--reviewer NAME" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 110


@pytest.mark.parametrize("columns", ["60", "80", "300"])
def test_help_is_as_wide_as_the_terminal_but_never_tiring_to_read(
    columns: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    shown = run("add", "--help").out
    wrapped = shown[shown.index("options:") : shown.index("examples:")]
    assert max(map(len, wrapped.splitlines())) <= min(int(columns), 100)


def test_the_help_of_the_program_names_every_command_with_its_summary(run: Run) -> None:
    ran = run("--help")
    assert ran.status == 0
    for command in COMMANDS:
        assert re.search(rf"^  {command.name} +{re.escape(command.summary)}$", ran.out, re.MULTILINE)
    assert "CURATOR_DB" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 110


def test_the_verbs_that_are_promised_are_there() -> None:
    promised = (
        "add review articles claims candidates status log undo redo export verify confirm reject skip merge "
        "contradict dismiss split canonical edit note adjudicate"
    )
    assert set(promised.split()) <= {command.name for command in COMMANDS}


def test_no_two_commands_share_a_name() -> None:
    assert len({command.name for command in EVERY}) == len(EVERY)


def test_without_a_word_and_without_a_database_help_is_shown(home: Path, run: Run) -> None:
    assert run().out.startswith("usage: curator")
    assert list(home.iterdir()) == []


def test_the_version_is_told(run: Run) -> None:
    assert re.fullmatch(r"curator \d+\.\d+\.\d+\n", run("--version").out)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ["exprot", "x"],
            "'exprot' is no command, and there is no such file; did you mean `curator export`?",
        ),
        (["no-such-thing"], "`curator --help` lists the commands"),
        (["confirm"], "name claims to confirm, or give --where FILTER or --filter NAME"),
        (["claims", "--no-such"], "unrecognized arguments: --no-such"),
        (["contradict", "a", "b", "--type", "taste"], "invalid choice: 'taste'"),
        (["claims", "--limit", "0"], "'0' is not a whole number of at least 1"),
        (["claims", "--limit", "many"], "'many' is not a whole number"),
        (["claims", "--json", "--jsonl"], "not allowed with argument"),
        (["add", "x", "--max-bytes", "huge"], "'huge' is not a size, like 5MB"),
        (["edit", "3f"], "say what to change: --wording, --speaker or --span"),
        (["edit", "3f", "--span", "five"], "'five' is no span; give START:END"),
        (["log", "--by", "ana@box"], "without the installation"),
        (["--db"], "expected one argument"),
        (["\x1b[31mred"], "␛[31mred"),
    ],
)
def test_a_mistyped_command_is_one_line_and_exit_status_2(
    words: list[str], line: str, seeded: Path, run: Run
) -> None:
    ran = run(*words)
    assert ran.status == 2
    assert ran.out == ""
    assert line in ran.err
    assert ran.err.startswith("curator: ")
    assert ran.err.count("\n") == 1


def test_options_may_stand_before_the_verb(seeded: Path, run: Run) -> None:
    (seeded / "curator.db").rename(seeded / "other.db")
    assert run("--db", "other.db", "status", "--json").json["reviewer"] == "ana"
    assert run("--db=other.db", "--reviewer", "ben", "status", "--json").json["reviewer"] == "ben"
    assert run("status").status == 1


def test_the_environment_names_database_and_reviewer(
    seeded: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (seeded / "curator.db").rename(seeded / "other.db")
    monkeypatch.setenv("CURATOR_DB", "other.db")
    monkeypatch.setenv("CURATOR_REVIEWER", "cem")
    assert run("status", "--json").json["reviewer"] == "cem"
    assert run("status", "--json", "--reviewer", "dan").json["reviewer"] == "dan"


@pytest.mark.parametrize("verb", ["status", "claims", "articles", "candidates", "log", "undo", "verify"])
def test_reading_makes_no_database(verb: str, home: Path, run: Run) -> None:
    ran = run(verb)
    assert ran.status == 1
    assert "there is no database at curator.db" in ran.err
    assert list(home.iterdir()) == []


def test_a_file_that_is_no_database_is_one_line(home: Path, run: Run) -> None:
    (home / "curator.db").write_text("this is a text, not a database, and long enough to look at" * 40)
    ran = run("claims")
    assert ran.status == 1
    assert ran.err.startswith("curator: curator.db")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "words", [["review"], ["."], [], ["--db", "curator.db"], ["--db=curator.db"], ["--reviewer", "ana"]]
)
def test_without_a_terminal_the_review_is_one_line_and_exit_status_2(words: list[str], seeded: Path) -> None:
    ran = spawned(*words)
    assert ran.returncode == 2
    assert ran.stdout == b""
    assert ran.stderr.startswith(b"curator: the review needs a terminal")
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("words", "opened"),
    [
        (["--db", "other.db"], ("other.db", None)),
        (["--reviewer", "ben"], ("curator.db", "ben")),
        (["--db", "other.db", "--reviewer", "ben"], ("other.db", "ben")),
        ([], ("curator.db", None)),
    ],
)
def test_options_alone_open_the_review_as_no_word_does(
    words: list[str], opened: tuple[str, str | None], seeded: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (seeded / "other.db").write_bytes((seeded / "curator.db").read_bytes())
    shown: list[tuple[str, str | None]] = []
    monkeypatch.setattr("curator.tui.app.obstacle", lambda: "")
    monkeypatch.setattr("curator.tui.app.run", lambda db, reviewer, **_: shown.append((db, reviewer)) or 0)
    assert run(*words).status == 0
    assert shown == [opened]


def test_the_name_in_the_settings_is_the_reviewer_of_every_command(
    seeded: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (seeded / "config.toml").write_text('reviewer = "Cem"\n')
    monkeypatch.setenv("CURATOR_CONFIG", "config.toml")
    claim = run("claims", "--json", "--limit", "1").json[0]["claim_id"]
    assert run("confirm", claim).status == 0
    assert run("log", "--json").json[0]["reviewer"].startswith("Cem@")
    assert run("status", "--json", "--reviewer", "dan").json["reviewer"] == "dan"
    monkeypatch.setenv("CURATOR_REVIEWER", "eve")
    assert run("status", "--json").json["reviewer"] == "eve"


def test_where_no_review_is_possible_nothing_is_added(home: Path) -> None:
    (home / "a.txt").write_text("Troops will be deployed, Kalin said.")
    assert spawned("a.txt").returncode == 2
    assert [path.name for path in home.iterdir()] == ["a.txt"]


def test_an_unforeseen_error_is_one_line_that_says_how_to_see_more(
    seeded: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("odd\nthing \x1b")

    monkeypatch.setattr("curator.workspace.Workspace.open", fail)
    ran = run("claims")
    assert ran.status == 1
    assert "a mistake in curator itself (RuntimeError: odd thing ␛); CURATOR_TRACEBACK=1" in ran.err
    assert ran.err.count("\n") == 1
    monkeypatch.setenv("CURATOR_TRACEBACK", "1")
    with pytest.raises(RuntimeError):
        run("claims")


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["add", "--help"], ["exprot"]])
def test_help_loads_nothing_heavy(words: list[str], home: Path) -> None:
    script = (
        f"import sys; from curator.cli import main; main({words!r}); print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(ran.stderr.split())
    assert "curator.cli" in loaded
    assert HEAVY & loaded == set()
    assert "curator.workspace" not in loaded


def test_reading_and_deciding_load_no_screen_and_no_parser_of_pages(seeded: Path) -> None:
    script = (
        "import sys; from curator.cli import main; main(['claims', '--limit', '1']); main(['log']); "
        "main(['undo']); print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (HEAVY - {"sqlite3"}) & set(ran.stderr.split()) == set()
