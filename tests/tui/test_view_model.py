"""Which type of contradiction is suggested for a pair."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from curator import Workspace
from curator.models import Candidate, Evidence, Related
from curator.tui.view_model import suggested_type


@pytest.fixture
def related(db: Path) -> Related:
    with Workspace.open(db, reviewer="ana") as workspace:
        return Related(next(iter(workspace.claims())), "", "", "", None)


def test_what_speaks_for_the_same_suggests_no_type_of_contradiction(related: Related) -> None:
    pair = Candidate("a", "b", "same", 0.9, (Evidence("speaker", 0.3, "Ana Ruiz speaks in both"),))
    assert suggested_type(replace(related, candidate=pair)) == "other"


def test_what_speaks_against_the_same_suggests_its_type(related: Related) -> None:
    evidence = (Evidence("speaker", 0.3, "Ana Ruiz speaks in both"), Evidence("numbers", -0.5, "3 against 5"))
    assert suggested_type(replace(related, candidate=Candidate("a", "b", "same", 0.9, evidence))) == "number"
