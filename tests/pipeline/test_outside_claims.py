"""Claims from elsewhere find their article, are grounded there, and live beside Curator's own."""

import csv
import json
from pathlib import Path

import pytest

from curator import Workspace, decisions
from curator.models import CuratorError

SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = (
    "ANKARA — A Turkish spokesman said troops will be deployed. Moscow said no decision yet.\n\n"
    "Nothing more was said on Thursday."
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    opened = Workspace.open(tmp_path / "curator.db", reviewer="ana")
    article = tmp_path / "story.jsonl"
    article.write_text(json.dumps({"text": TEXT, "title": "Talks", "url": "https://example.org/talks"}))
    opened.add([article])
    return opened


def prodigy(tmp_path: Path, *spans: tuple[int, int], **meta: str) -> Path:
    path = tmp_path / "prodigy.jsonl"
    task = {"text": TEXT, "spans": [{"start": s, "end": e, "label": "CLAIM"} for s, e in spans], "meta": meta}
    path.write_text(json.dumps(task) + "\n", "utf-8")
    return path


def table(tmp_path: Path, *rows: tuple[str, ...]) -> Path:
    path = tmp_path / "quotes.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def brought(workspace: Workspace, tool: str) -> list[str]:
    return [view.claim.text for view in workspace.claims() if view.claim.extractor == tool]


def test_a_file_of_claims_is_known_and_its_claims_go_to_the_article_they_are_from(
    workspace: Workspace, tmp_path: Path
) -> None:
    start = TEXT.index("no decision yet")
    report = workspace.add([prodigy(tmp_path, (start, start + 15))])
    assert (report.articles_added, report.claims_added, report.failures) == (0, 1, ())
    assert brought(workspace, "prodigy") == ["no decision yet"]
    again = workspace.add([prodigy(tmp_path, (start, start + 15))])
    assert (again.claims_added, again.claims_known) == (0, 1)
    assert workspace.verify().findings == ()


@pytest.mark.parametrize("name", ["https://example.org/talks", "Talks", "story.jsonl:1", ""])
def test_an_article_is_found_by_address_title_file_or_the_claims_own_words(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    path = table(tmp_path, ("claim", "article"), ("Moscow said no decision yet", name))
    assert workspace.add([path], claims=True).claims_added == 1


def test_an_article_that_nobody_knows_sets_its_claim_aside_in_a_file_that_can_be_read_again(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = table(
        tmp_path,
        ("Zitat", "Wo"),
        ("no decision yet", "Talks"),
        ("no decision yet", "Other talks"),
        ("", "Talks"),
    )
    report = workspace.add([path], columns={"claim": "Zitat", "article": "Wo"}, claims=True)
    assert (report.claims_added, report.set_aside) == (1, 2)
    assert [failure.source.rpartition(" line ")[2] for failure in report.failures[:2]] == ["3", "4"]
    assert "'Other talks' is not in this database" in report.failures[0].reason
    (aside,) = report.set_aside_files
    assert Path(aside).name == "quotes.set-aside.csv"
    corrected = Path(aside).read_text("utf-8").replace("Other talks", "Talks").replace('"",', "said,")
    Path(aside).write_text(corrected, "utf-8")
    again = workspace.add([aside], columns={"claim": "Zitat", "article": "Wo"}, claims=True)
    assert again.claims_known == 1


def test_a_text_that_is_new_comes_in_with_its_claims_and_with_nothing_else(tmp_path: Path) -> None:
    start = TEXT.index("troops")
    with Workspace.open(tmp_path / "new.db", reviewer="ana") as workspace:
        report = workspace.add([prodigy(tmp_path, (start, start + 23))])
        assert (report.articles_added, report.claims_added) == (1, 1)
        assert [view.claim.text for view in workspace.claims()] == ["troops will be deployed"]
        assert workspace.verify().findings == ()


def test_a_paragraph_is_found_in_the_article_that_holds_it(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "part.jsonl"
    part = TEXT.split("\n\n")[0]
    path.write_text(json.dumps({"text": part, "spans": [{"start": 27, "end": 31}]}), "utf-8")
    report = workspace.add([path])
    assert (report.articles_added, report.claims_added) == (0, 1)


def test_invented_words_go_in_as_what_they_are(workspace: Workspace, tmp_path: Path) -> None:
    path = table(tmp_path, ("claim", "article"), ("Moscow will pay", "Talks"), ("Ankara will pay", "Talks"))
    report = workspace.add([path], claims=True)
    assert (report.claims_added, report.claims_ungrounded) == (2, 2)
    everything = {view.claim.id for view in workspace.claims()}
    ungrounded = {view.claim.id for view in workspace.claims() if not view.claim.grounded}
    for words in ("is:ungrounded", "ungrounded"):
        assert {view.claim.id for view in workspace.claims(words)} == ungrounded != set()
    assert {view.claim.id for view in workspace.claims("-is:ungrounded")} == everything - ungrounded
    assert workspace.count("ungrounded") == 2
    (first, _) = [view for view in workspace.claims() if view.claim.extractor == "csv"]
    assert not first.claim.grounded
    workspace.decide(decisions.Confirm(first.claim.id))
    workspace.undo()
    assert workspace.verify().findings == ()


def test_our_own_export_goes_into_an_empty_database_claim_for_claim(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "one.db", reviewer="ana") as one:
        one.add([SEEDS])
        one.export(tmp_path / "dataset")
        claims = {view.claim for view in one.claims()}
    kept = [tmp_path / "dataset" / name for name in ("claims.jsonl", "articles.jsonl")]
    with Workspace.open(tmp_path / "two.db", reviewer="ana") as two:
        report = two.add(kept)
        assert report.failures == ()
        assert {view.claim for view in two.claims()} == claims
        assert two.verify().findings == ()


def test_a_better_extractor_leaves_the_claims_of_others_alone(workspace: Workspace, tmp_path: Path) -> None:
    workspace.add([prodigy(tmp_path, (0, 6))])
    result = workspace.reextract()
    assert (result.stale, result.updated) == (0, 0)
    assert brought(workspace, "prodigy") == ["ANKARA"]


def test_many_wrong_lines_are_counted_and_not_all_listed(workspace: Workspace, tmp_path: Path) -> None:
    path = table(tmp_path, ("claim", "article"), *[("x y", "Nowhere")] * 300)
    report = workspace.add([path], claims=True)
    assert report.set_aside == 300
    assert len(report.failures) == 21
    assert "280 more like these" in report.failures[-1].reason


def test_a_file_of_articles_is_still_one_of_articles(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps({"text": TEXT, "title": "x", "answer": "yes"}) + "\n", "utf-8")
    with Workspace.open(tmp_path / "new.db", reviewer="ana") as workspace:
        assert workspace.add([path]).articles_added == 1


@pytest.mark.parametrize("content", ["", "{", "[]", "[1]", "\x00\x01", "claim\n"])
def test_whatever_is_no_file_of_claims_is_refused_in_one_line(
    workspace: Workspace, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "claims.json"
    path.write_text(content, "utf-8")
    report = workspace.add([path], claims=True)
    assert report.claims_added == 0
    assert all("\n" not in failure.reason for failure in report.failures)


def test_stopping_keeps_what_came_in(workspace: Workspace, tmp_path: Path) -> None:
    words = TEXT.split()
    path = table(tmp_path, ("claim", "article"), *[(word, "Talks") for word in words for _ in range(40)])
    seen = []

    def stop() -> bool:
        seen.append(1)
        return len(seen) > 300

    report = workspace.add([path], claims=True, cancelled=stop)
    assert report.cancelled
    assert 0 < report.claims_added < len(set(words))
    assert workspace.verify().findings == ()


def test_a_model_is_a_guest_whose_claims_come_beside_the_others(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import llm

    from curator.extract.language_model import LanguageModel, ResponseFile
    from tests.extract.language_model.scripted_model import Plugin, Scripted, claims

    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "llm"))
    scripted, plugin = Scripted(), None
    plugin = Plugin(scripted)
    llm.plugins.pm.register(plugin, name="outside-claims")
    try:
        own = {view.claim.id for view in workspace.claims()}
        scripted.answers = [
            claims(("Nothing more was said", "assertion", "", ""), ("Invented", "quote", "X", "said"))
        ]
        guest = workspace.language_model("scripted", price="1/2")
        assert guest.estimate(workspace.whole_articles()).questions == 1
        first = workspace.reextract(guest)
        assert (first.added, first.stale, first.failures) == (2, 0, [])
        assert own < {view.claim.id for view in workspace.claims()}
        scripted.answers = [claims(("Nothing more was said", "assertion", "", ""))]
        second = workspace.reextract(LanguageModel("scripted", ResponseFile(tmp_path / "second.jsonl")))
        assert (second.stale, second.added) == (1, 0)
        assert own <= {view.claim.id for view in workspace.claims()}
        scripted.answers = [llm.ModelError("down")]
        failing = LanguageModel(
            "scripted", ResponseFile(tmp_path / "third.jsonl"), sleep=lambda seconds: None
        )
        assert "ModelError: down" in workspace.reextract(failing).failures[0].reason
        with pytest.raises(CuratorError, match="llm knows no model"):
            workspace.language_model("nobody")
    finally:
        llm.plugins.pm.unregister(plugin)
    assert workspace.verify().findings == ()
