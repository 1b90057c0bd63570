"""The registry of extractors: built-in ones, guests of other packages, and what each of them owes."""

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from curator import extract as registry
from curator.extract import BUILT_IN, extract, extractors, find_extractor
from curator.models import Article, CuratorError, article_id
from tests.extract.test_attribution import check

TEXT = next((Path(__file__).parents[2] / "seeds").glob("003_*.txt")).read_text("utf-8")


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_built_in_extractor_gives_sound_claims(name: str) -> None:
    source = Article(article_id(TEXT), TEXT)
    claims = extract(source, name)
    assert claims
    check(claims, source)
    assert {claim.article_id for claim in claims} == {source.id}
    assert all(claim.extractor and claim.extractor_version for claim in claims)


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_built_in_extractor_gives_nothing_for_nothing(name: str) -> None:
    assert extract(Article(article_id(""), ""), name) == []


def test_an_unknown_extractor_is_named_with_those_there_are() -> None:
    with pytest.raises(CuratorError, match=r"no extractor is called 'nonesuch'.*attribution"):
        find_extractor("nonesuch")


def test_another_package_s_extractor_is_found_by_its_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    guest = EntryPoint("guest", "curator.extract.attribution:attributed", registry.GROUP)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [guest])
    assert "guest" in extractors()
    assert extract(Article(article_id(TEXT), TEXT), "guest")


def test_a_guest_that_cannot_be_loaded_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    guest = EntryPoint("guest", "no_such_package:extractor", registry.GROUP)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [guest])
    with pytest.raises(CuratorError, match=r"'guest'.*cannot be loaded"):
        find_extractor("guest")
