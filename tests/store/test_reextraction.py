"""A better extractor never throws human work away."""

import dataclasses
from collections.abc import Callable

import pytest

from curator import Workspace, decisions
from curator.models import Article, Claim

OpenAs = Callable[..., Workspace]


@pytest.fixture
def extractor(
    monkeypatch: pytest.MonkeyPatch, open_as: OpenAs
) -> Callable[[Callable[[Claim], Claim | None]], None]:
    """Sets what the extractor finds from now on: the invented claims, each changed or left out."""
    known = [view.claim for view in open_as("looker").claims()]

    def set_(change: Callable[[Claim], Claim | None]) -> None:
        def extracted(article: Article, guest: object = None) -> list[Claim]:
            return [c for k in known if k.article_id == article.id and (c := change(k)) is not None]

        monkeypatch.setattr("curator.pipeline.reextracting.extracted", extracted)

    return set_


def test_an_undecided_claim_is_described_anew_and_keeps_its_id(
    open_as: OpenAs, ids: list[str], extractor: Callable[..., None]
) -> None:
    workspace = open_as()
    extractor(lambda c: dataclasses.replace(c, speaker="Somebody else", extractor_version="2"))
    report = workspace.reextract()
    assert (report.updated, report.stale, report.added) == (9, 0, 0)
    assert workspace.claim(ids[0]).speaker == "Somebody else"
    assert workspace.search("somebody else")


def test_a_decided_claim_stays_as_the_reviewer_was_shown_it(
    open_as: OpenAs, ids: list[str], extractor: Callable[..., None]
) -> None:
    workspace = open_as()
    workspace.decide(decisions.Confirm(ids[0]))
    extractor(lambda c: dataclasses.replace(c, speaker="Somebody else"))
    assert workspace.reextract().kept == 1
    assert workspace.claim(ids[0]).speaker == "Ibrahim Kalın"
    assert workspace.verify().findings == ()


def test_an_undecided_claim_that_vanishes_goes_stale_and_comes_back(
    open_as: OpenAs, ids: list[str], extractor: Callable[..., None]
) -> None:
    workspace = open_as()
    extractor(lambda c: None if c.id == ids[0] else c)
    assert workspace.reextract().stale == 1
    assert workspace.claim(ids[0]).stale
    assert ids[0] not in [v.claim.id for v in workspace.claims()]
    assert [v.claim.id for v in workspace.claims("stale")] == [ids[0]]
    assert workspace.progress().pending == 8
    extractor(lambda c: c)
    workspace.reextract()
    assert not workspace.claim(ids[0]).stale
    assert workspace.progress().pending == 9


def test_a_decided_claim_that_vanishes_stays_decided(
    open_as: OpenAs, ids: list[str], extractor: Callable[..., None]
) -> None:
    workspace = open_as()
    workspace.decide(decisions.Reject(ids[0]))
    extractor(lambda c: None if c.id == ids[0] else c)
    report = workspace.reextract()
    assert (report.kept, report.stale) == (9, 0)
    assert workspace.claim(ids[0]).status == "rejected"
    workspace.undo()
    assert workspace.claim(ids[0]).stale
    assert workspace.verify().findings == ()


def test_a_stale_claim_that_is_decided_on_is_no_longer_stale(
    open_as: OpenAs, ids: list[str], extractor: Callable[..., None]
) -> None:
    workspace = open_as()
    extractor(lambda c: None if c.id == ids[0] else c)
    workspace.reextract()
    workspace.decide(decisions.Confirm(ids[0]))
    assert workspace.claim(ids[0]).status == "confirmed"
    assert not workspace.claim(ids[0]).stale


def test_a_stale_claim_is_not_asked_about(
    open_as: OpenAs, ids: list[str], extractor: Callable[..., None]
) -> None:
    workspace = open_as()
    assert workspace.claim(ids[0]).candidates
    extractor(lambda c: None if c.id == ids[0] else c)
    workspace.reextract()
    assert workspace.claim(ids[0]).candidates == 0
    assert not [c for c in workspace.candidates() if ids[0] in (c.left_id, c.right_id)]
    assert ids[0] != workspace.next_claim().claim.id  # type: ignore[union-attr]
