"""Which type of contradiction is suggested for a pair."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from curator import Workspace
from curator.models import Candidate, Evidence, Related
from curator.tui.view_model import suggested_type


@pytest.fixture
def related(db: Path) -> Related:
    with Workspace.open(db, reviewer="ana") as workspace:
        return Related(next(iter(workspace.claims())), "", "", "", None)


def proposed(evidence: tuple[Evidence, ...], kind: Literal["same", "contradicts"] = "same") -> Candidate:
    return Candidate("a", "b", kind, 0.9, evidence)


def test_what_speaks_for_the_same_suggests_no_type_of_contradiction(related: Related) -> None:
    pair = Candidate("a", "b", "same", 0.9, (Evidence("speaker", 0.3, "Ana Ruiz speaks in both"),))
    assert suggested_type(related.claim, replace(related, candidate=pair)) == "other"


def test_what_speaks_against_the_same_suggests_its_type(related: Related) -> None:
    evidence = (Evidence("speaker", 0.3, "Ana Ruiz speaks in both"), Evidence("numbers", -0.5, "3 against 5"))
    assert suggested_type(related.claim, replace(related, candidate=proposed(evidence))) == "number"


def test_a_denial_against_an_assertion_is_a_negation_whoever_speaks(related: Related) -> None:
    evidence = (Evidence("speaker", 2.0, "Kalin against Reed"), Evidence("numbers", 1.5, "3 against 5"))
    pair = replace(related, candidate=proposed(evidence, "contradicts"))
    denied = replace(
        related.claim, claim=replace(related.claim.claim, cue="denied", cue_class="denies", cue_span=None)
    )
    assert (
        suggested_type(denied, pair) == suggested_type(pair.claim, replace(pair, claim=denied)) == "negation"
    )
    assert suggested_type(denied, replace(pair, claim=denied)) == "number"


def test_that_others_speak_is_no_contradiction_where_one_refutes_the_other(related: Related) -> None:
    evidence = (
        Evidence("speaker", 2.0, "Kalin against Reed"),
        Evidence("stance", 1.0, "Kalin: denies; Reed: yes"),
    )
    pair = replace(related, candidate=proposed(evidence, "contradicts"))
    assert suggested_type(related.claim, pair) == "negation"
    alone = replace(related, candidate=proposed(evidence[:1], "contradicts"))
    assert suggested_type(related.claim, alone) == "attribution"
