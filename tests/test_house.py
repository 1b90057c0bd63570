"""The house stands: what is light stays light, and the public door is the only one."""

import subprocess
import sys

import pytest

HEAVY = [
    "textual",
    "rich",
    "pydantic",
    "sqlite_utils",
    "trafilatura",
    "rapidfuzz",
    "charset_normalizer",
    "numpy",
]


def loaded_by(statement: str) -> set[str]:
    """The heavy packages that a fresh interpreter has loaded after `statement`."""
    program = f"import sys; {statement}; print(*(m for m in {HEAVY!r} if m in sys.modules))"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(result.stdout.split())


@pytest.mark.parametrize(
    "statement",
    [
        "import curator",
        "from curator import Workspace, decisions, models",
        "import curator.cli",
        "import curator.extract, curator.match, curator.ingest, curator.export",
    ],
)
def test_importing_the_core_loads_neither_the_screen_nor_anything_heavy(statement: str) -> None:
    assert loaded_by(statement) == set()


def test_opening_an_existing_database_loads_nothing_heavy(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "curator.db"
    subprocess.run(
        [sys.executable, "-c", f"from curator import Workspace; Workspace.open({str(path)!r}).close()"],
        check=True,
    )
    assert loaded_by(f"from curator import Workspace; Workspace.open({str(path)!r}).next_claim()") == set()


def test_every_public_name_can_be_imported() -> None:
    import curator

    assert all(getattr(curator, name) is not None for name in curator.__all__)
