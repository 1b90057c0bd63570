"""`curator extract` says how many claims of each sort there are, and asks before it asks a model."""

import json
from collections.abc import Iterator
from pathlib import Path

import llm
import pytest
from program import Run

from curator.models import Article, Claim, claim_id
from tests.extract.language_model.scripted_model import Plugin, Scripted, claims

DEAD = ("At least 300,000 people have been killed", "assertion", "", "")


@pytest.fixture
def model(seeded: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scripted]:
    monkeypatch.setenv("LLM_USER_PATH", str(seeded / "llm"))
    scripted = Scripted()
    scripted.answers = [claims(DEAD)]
    plugin = Plugin(scripted)
    llm.plugins.pm.register(plugin, name="cli-extracting")
    yield scripted
    llm.plugins.pm.unregister(plugin)


def test_extracting_again_with_the_same_extractor_changes_nothing(seeded: Path, run: Run) -> None:
    ran = run("extract")
    assert ran.status == 0
    assert ran.out.startswith("5 articles: 0 claims added, 0 updated, ")
    assert " 0 stale" in ran.out


def test_a_model_is_not_asked_before_it_is_agreed_what_that_takes(model: Scripted, run: Run) -> None:
    ran = run("extract", "--model", "scripted", "--price", "1/2")
    assert ran.status == 1
    assert "scripted: 5 questions, about " in ran.err
    assert "--yes asks" in ran.err
    assert model.asked == []


def test_a_model_that_is_asked_adds_its_claims_and_says_what_it_took(model: Scripted, run: Run) -> None:
    ran = run("extract", "--model", "scripted", "--yes", "--json")
    assert ran.status == 0
    assert len(model.asked) == 5
    assert ran.json["articles"] == 5
    assert ran.json["added"] == 5  # one grounded, four ungrounded
    assert (ran.json["spent"]["asked"], ran.json["spent"]["ungrounded"]) == (5, 4)
    listed = [json.loads(line) for line in run("claims", "--jsonl").out.splitlines()]
    assert [row["grounded"] for row in listed if row["extractor"] == "llm:scripted"].count(True) == 1
    again = run("extract", "--model", "scripted")
    assert again.status == 0
    assert "0 asked, 5 answered before" in again.out
    assert run("verify").status == 0


def test_a_model_that_keeps_failing_is_asked_about_three_articles_and_no_more(
    model: Scripted, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    monkeypatch.setattr("curator.extract.language_model.extractor._FIRST_PAUSE", 0.0)
    model.answers = ["no"]
    ran = run("extract", "--model", "scripted", "--yes")
    assert ran.status == 1
    assert ran.err.count("no usable answer in 4 attempts") == 3
    assert len(model.asked) == 12
    assert "2 articles not asked; the same command goes on from there" in ran.err


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--model", "nobody"), 1, "llm knows no model called 'nobody'"),
        (("--model", "scripted", "--price", "cheap"), 1, "two amounts for a million tokens"),
        (("--yes",), 2, "name one with --model"),
        (("--extractor", "nobody"), 1, "no extractor is called 'nobody'"),
        (("--extractor", "x", "--model", "y"), 2, "are two runs"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_line(
    model: Scripted, run: Run, words: tuple[str, ...], status: int, said: str
) -> None:
    ran = run("extract", *words)
    assert ran.status == status
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


def test_another_packages_extractor_adds_under_its_own_name_and_its_failures_are_told(
    seeded: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def guest(article: Article) -> list[Claim]:
        if "Hurriyet" in article.text:
            raise RuntimeError("no\nidea")
        return [Claim(claim_id(article.id, 0, 6), article.id, 0, 6, article.text[:6], "assertion")]

    monkeypatch.setattr("curator.extract.find_extractor", lambda name: guest)
    ran = run("extract", "--extractor", "guest")
    assert ran.status == 1
    assert "4 articles: 4 claims added, 0 updated, 0 kept, 0 stale" in ran.out
    assert "extractor 'guest' failed: RuntimeError: no idea" in ran.err
    listed = [json.loads(line) for line in run("claims", "--jsonl").out.splitlines()]
    assert sum(row["extractor"] == "guest" for row in listed) == 4


def test_extracting_with_curators_own_leaves_another_packages_claims_as_they_are(
    seeded: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def guest(article: Article) -> list[Claim]:
        return [Claim(claim_id(article.id, 0, 6), article.id, 0, 6, article.text[:6], "assertion")]

    with monkeypatch.context() as installed:
        installed.setattr("curator.extract.find_extractor", lambda name: guest)
        assert "5 claims added" in run("extract", "--extractor", "guest").out
    assert " 0 updated, " in run("extract").out
    assert run("claims", "stale", "--jsonl").out == ""


def test_a_table_of_claims_is_added_by_its_column_map(seeded: Path, run: Run) -> None:
    (seeded / "quotes.csv").write_text(
        "Quote,Who,Link\n“there is no decision yet”,Shamanov,000_e8a0d0890bbf3d23.txt\nx,y,nowhere\n", "utf-8"
    )
    ran = run("add", "quotes.csv", "--columns", "claim=Quote,speaker=Who,article=Link")
    assert ran.status == 1
    assert "0 articles added, 1 claim, 1 set aside, " in ran.out
    assert "quotes.csv line 3: its article 'nowhere' is not in this database" in ran.err
    assert (seeded / "quotes.set-aside.csv").exists()
    assert run("add", "quotes.csv", "--columns", "quote=Quote").status == 2


def test_matching_again_proposes_nothing_twice_and_tells_scripts(seeded: Path, run: Run) -> None:
    assert run("match", "--json").json == {"candidates_added": 0, "cancelled": False}
    assert run("match", "--workers", "0").status == 2
