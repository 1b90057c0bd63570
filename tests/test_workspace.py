"""The façade as a notebook uses it: fill, review, resume, undo, look back and hand on."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from curator import CuratorError, Workspace, decisions
from curator.models import Span

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the five example articles."""
    path = tmp_path_factory.mktemp("seeds") / "seeds.db"
    with Workspace.open(path, reviewer="ana") as workspace:
        workspace.add([SEEDS])
    return path


@pytest.fixture
def path(filled: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "curator.db"
    copy.write_bytes(filled.read_bytes())
    return copy


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    with Workspace.open(path, reviewer="ana") as opened:
        yield opened


def test_adding_a_folder_brings_articles_claims_and_candidates(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "new.db", reviewer="ana") as workspace:
        report = workspace.add([SEEDS])
        assert (report.articles_added, report.articles_known, report.failures) == (5, 0, ())
        assert report.claims_added == workspace.progress().pending == len(list(workspace.claims())) > 30
        assert report.candidates_added > 50


def test_adding_the_same_folder_again_adds_nothing(workspace: Workspace) -> None:
    before = list(workspace.claims())
    report = workspace.add([SEEDS])
    assert (report.articles_added, report.articles_known, report.claims_added) == (0, 5, 0)
    assert list(workspace.claims()) == before


def test_one_bad_file_keeps_no_good_one_out(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(
        "A story\n\nThe minister said on Monday that 12 people had been killed.\n"
    )
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 40)
    report = workspace.add([tmp_path / "good.txt", tmp_path / "empty.txt", tmp_path / "noise.txt"])
    assert report.articles_added == 1
    assert [Path(failure.source).name for failure in report.failures] == ["empty.txt", "noise.txt"]
    assert all(failure.reason and "\n" not in failure.reason for failure in report.failures)


def test_every_claim_stands_where_its_article_says_it_does(workspace: Workspace) -> None:
    for view in workspace.claims():
        article = workspace.article(view.claim.article_id)
        assert article.text[view.claim.start : view.claim.end] == view.claim.text == view.wording


def test_claims_of_an_article_come_as_it_reads(workspace: Workspace) -> None:
    for summary in workspace.articles():
        claims = workspace.claims_of(summary.id)
        assert [c.claim.start for c in claims] == sorted(c.claim.start for c in claims)
        assert len(claims) == summary.claims == summary.pending


def test_a_decision_is_in_the_file_when_it_is_acknowledged(workspace: Workspace, path: Path) -> None:
    claim = next(workspace.claims()).claim
    outcome = workspace.decide(decisions.Confirm(claim.id))
    other = sqlite3.connect(path)
    assert other.execute("SELECT event_id FROM decision_event").fetchall() == [(outcome.event.event_id,)]
    assert other.execute("SELECT status FROM claims WHERE claim_id = ?", (claim.id,)).fetchone() == (
        "confirmed",
    )
    other.close()


def test_an_outcome_says_in_one_line_what_was_done(workspace: Workspace) -> None:
    view = next(v for v in workspace.claims() if v.speaker)
    outcome = workspace.decide(decisions.Reject(view.claim.id, "no claim"))
    assert outcome.said.startswith(f"rejected (no claim): {view.speaker}, “")
    assert outcome.claim_id == view.claim.id
    assert workspace.undo().said.startswith("undone: rejected (no claim): ")


def test_hostile_words_are_made_visible_in_what_is_said(workspace: Workspace) -> None:
    claim = next(workspace.claims()).claim
    workspace.decide(decisions.Edit(claim.id, wording="\x1b]52;c;AAAA\x07[/bold]", speaker="a\u202eb"))
    assert "\x1b" not in (said := workspace.decide(decisions.Confirm(claim.id)).said)
    assert "\u202e" not in said


def test_ten_decisions_are_undone_one_by_one_after_a_restart(path: Path) -> None:
    with Workspace.open(path, reviewer="ana") as before:
        pending = list(before.claims())
        for view in pending[:10]:
            before.decide(decisions.Confirm(view.claim.id))
    with Workspace.open(path, reviewer="ana") as after:
        for view in reversed(pending[:10]):
            assert after.undo().claim_id == view.claim.id
        assert list(after.claims()) == pending
        with pytest.raises(CuratorError, match="there is nothing to undo"):
            after.undo()


def test_redo_brings_back_what_undo_took_until_something_new_is_decided(workspace: Workspace) -> None:
    first, second, third = (view.claim.id for view, _ in zip(workspace.claims(), range(3), strict=False))
    workspace.decide(decisions.Confirm(first))
    workspace.decide(decisions.Reject(second))
    workspace.undo()
    workspace.undo()
    assert workspace.redo().claim_id == first
    assert workspace.redo().claim_id == second
    assert workspace.claim(second).status == "rejected"
    workspace.undo()
    workspace.decide(decisions.Confirm(third))
    with pytest.raises(CuratorError, match="there is nothing to redo"):
        workspace.redo()


def test_undo_takes_back_this_reviewers_decision_and_not_anothers(workspace: Workspace, path: Path) -> None:
    first, second = (view.claim.id for view, _ in zip(workspace.claims(), range(2), strict=False))
    workspace.decide(decisions.Confirm(first))
    with Workspace.open(path, reviewer="ben") as ben:
        ben.decide(decisions.Confirm(second))
    assert workspace.undo().claim_id == first
    assert workspace.claim(second).status == "confirmed"


def test_any_event_can_be_undone_by_its_id_also_another_reviewers(workspace: Workspace, path: Path) -> None:
    claim = next(workspace.claims()).claim.id
    with Workspace.open(path, reviewer="ben") as ben:
        event = ben.decide(decisions.Confirm(claim)).event
    workspace.undo(event.event_id)
    assert workspace.claim(claim).status == "pending"
    assert not workspace.stands(event.event_id)
    workspace.redo()
    assert workspace.claim(claim).reviewers == ("ben",)


def test_several_decisions_are_one_group_that_one_undo_takes_back(workspace: Workspace) -> None:
    ids = [view.claim.id for view in workspace.claims()]
    workspace.decide(decisions.Confirm(ids[0]))
    outcome = workspace.decide_all([decisions.Confirm(claim) for claim in ids[1:]])
    assert outcome.said.startswith(f"confirmed {len(ids) - 1} claims at once, the last ")
    assert workspace.progress().pending == 0
    assert workspace.undo().said.startswith(f"undone {len(ids) - 1} decisions at once")
    assert workspace.progress().confirmed == 1
    workspace.redo()
    assert workspace.progress().pending == 0
    assert workspace.verify().findings == ()


def test_an_edit_shows_the_reviewers_words_and_keeps_the_articles(workspace: Workspace) -> None:
    view = next(workspace.claims())
    claim = view.claim
    workspace.decide(decisions.Edit(claim.id, speaker="Someone", span=Span(claim.start, claim.end - 4)))
    edited = workspace.claim(claim.id)
    assert (edited.speaker, edited.wording) == ("Someone", claim.text[:-4])
    assert (edited.start, edited.end, edited.claim) == (claim.start, claim.end - 4, claim)
    workspace.undo()
    assert workspace.claim(claim.id) == view


def test_moving_the_boundaries_keeps_the_reviewers_own_wording(workspace: Workspace) -> None:
    claim = next(workspace.claims()).claim
    workspace.decide(decisions.Edit(claim.id, wording="In my words"))
    outcome = workspace.decide(decisions.Edit(claim.id, span=Span(claim.start, claim.end - 4)))
    view = workspace.claim(claim.id)
    assert (view.wording, view.end) == ("In my words", claim.end - 4)
    assert outcome.said.startswith("edited (boundaries moved; your wording stays): ")
    assert workspace.verify().findings == ()


def test_boundaries_and_wording_are_taken_back_each_by_itself(workspace: Workspace) -> None:
    claim = next(workspace.claims()).claim
    worded = workspace.decide(decisions.Edit(claim.id, wording="In my words"))
    workspace.decide(decisions.Edit(claim.id, span=Span(claim.start, claim.end - 4)))
    workspace.undo(worded.event.event_id)
    assert workspace.claim(claim.id).wording == claim.text[:-4]
    workspace.undo(next(iter(workspace.log())).event_id)
    assert (workspace.claim(claim.id).wording, workspace.claim(claim.id).end) == (
        "In my words",
        claim.end - 4,
    )
    assert workspace.verify().findings == ()


def test_the_articles_own_words_given_back_follow_the_boundaries(workspace: Workspace) -> None:
    claim = next(workspace.claims()).claim
    for words in ("In my words", claim.text):
        workspace.decide(decisions.Edit(claim.id, wording=words))
    outcome = workspace.decide(decisions.Edit(claim.id, span=Span(claim.start, claim.end - 4)))
    assert workspace.claim(claim.id).wording == claim.text[:-4]
    assert outcome.said.startswith("edited (boundaries moved): ")


@pytest.mark.parametrize("span", [Span(5, 5), Span(-1, 4), Span(9, 3), Span(0, 10**9)])
def test_boundaries_outside_the_article_are_refused(workspace: Workspace, span: Span) -> None:
    claim = next(workspace.claims()).claim
    with pytest.raises(CuratorError, match="there is no text from"):
        workspace.decide(decisions.Edit(claim.id, span=span))


def test_a_claim_that_was_missed_is_added_and_counts_as_confirmed(workspace: Workspace) -> None:
    article = workspace.article(next(workspace.articles()).id)
    start = article.text.index("Turkey")
    claim_id = workspace.decide(decisions.Add(article.id, Span(start, start + 6), "Reporter")).claim_id
    added = workspace.claim(claim_id)
    assert (added.status, added.wording, added.speaker) == ("confirmed", "Turkey", "Reporter")
    assert claim_id in [view.claim.id for view in workspace.claims_of(article.id)]
    workspace.undo()
    assert claim_id not in [view.claim.id for view in workspace.claims()]
    workspace.redo()
    assert workspace.claim(claim_id).status == "confirmed"


def test_a_claim_that_is_there_is_not_added_again(workspace: Workspace) -> None:
    claim = next(workspace.claims()).claim
    with pytest.raises(CuratorError, match="that is a claim already"):
        workspace.decide(decisions.Add(claim.article_id, Span(claim.start, claim.end)))


def test_notes_are_kept_in_order_with_the_claim(workspace: Workspace) -> None:
    claim = next(workspace.claims()).claim.id
    for words in ("look again", "checked with the video"):
        workspace.decide(decisions.Note(claim, words))
    assert workspace.claim(claim).notes == ("look again", "checked with the video")
    with pytest.raises(CuratorError, match="a note needs some words"):
        workspace.decide(decisions.Note(claim, " "))


def test_a_session_is_resumed_by_its_reviewer_and_no_other(path: Path) -> None:
    with Workspace.open(path, reviewer="ana") as before:
        here = [view.claim.id for view in before.claims()][3]
        session = replace(
            before.session(), order="uncertain", filter="kind:quote", claim_id=here, view="claims"
        )
        before.save_session(session)
    with Workspace.open(path, reviewer="ana") as after:
        assert replace(after.session(), saved_at="") == session
    with Workspace.open(path, reviewer="ben") as other:
        assert other.session().claim_id == ""


def test_a_decision_moves_the_session_to_its_claim_in_the_same_transaction(workspace: Workspace) -> None:
    ids = [view.claim.id for view in workspace.claims()]
    workspace.save_session(replace(workspace.session(), claim_id=ids[0]))
    workspace.decide(decisions.Confirm(ids[4]))
    assert workspace.session().claim_id == ids[4]


def test_what_another_process_decides_is_noticed_and_seen(workspace: Workspace, path: Path) -> None:
    claim = next(workspace.claims()).claim.id
    assert not workspace.changed()
    program = (
        "import sys; from curator import Workspace, decisions\n"
        "with Workspace.open(sys.argv[1], reviewer='ben') as w: w.decide(decisions.Confirm(sys.argv[2]))"
    )
    subprocess.run([sys.executable, "-c", program, str(path), claim], check=True)
    assert workspace.changed()
    assert not workspace.changed()
    assert workspace.claim(claim).reviewers == ("ben",)


def test_own_decisions_are_no_change_by_another(workspace: Workspace) -> None:
    workspace.changed()
    workspace.decide(decisions.Confirm(next(workspace.claims()).claim.id))
    assert not workspace.changed()


def test_two_reviewers_who_differ_are_settled_by_a_third(workspace: Workspace, path: Path) -> None:
    claim = next(workspace.claims()).claim.id
    workspace.decide(decisions.Confirm(claim))
    with Workspace.open(path, reviewer="ben") as ben:
        ben.decide(decisions.Reject(claim))
    assert workspace.claim(claim).status == "disputed"
    assert [view.claim.id for view in workspace.claims("disputed")] == [claim]
    with Workspace.open(path, reviewer="cy") as cy:
        cy.decide(decisions.Adjudicate(claim, "confirmed"))
    assert workspace.claim(claim).status == "confirmed"


def test_progress_counts_what_the_list_shows(workspace: Workspace) -> None:
    best = next(workspace.candidates())
    left, right = best.left_id, best.right_id
    ids = [v.claim.id for v in workspace.claims() if v.claim.id not in (left, right)]
    workspace.decide(decisions.Merge(left, right))
    workspace.decide(decisions.Confirm(ids[0]))
    workspace.decide(decisions.Reject(ids[1]))
    workspace.decide(decisions.Contradict(ids[0], ids[2], "number"))
    workspace.decide(decisions.Dismiss(ids[3], ids[4]))
    progress = workspace.progress()
    listed = [view.status for view in workspace.claims()]
    for status in ("pending", "confirmed", "rejected", "merged", "disputed"):
        assert getattr(progress, status) == listed.count(status)
    assert (progress.same, progress.contradicts, progress.unrelated) == (1, 1, 1)
    assert progress.total == len(listed)


def test_the_log_is_read_newest_first_by_claim_and_by_reviewer(workspace: Workspace, path: Path) -> None:
    first, second = (view.claim.id for view, _ in zip(workspace.claims(), range(2), strict=False))
    workspace.decide(decisions.Confirm(first))
    with Workspace.open(path, reviewer="ben") as ben:
        ben.decide(decisions.Note(first, "hm"))
    workspace.decide(decisions.Reject(second))
    workspace.undo()
    assert [e.kind for e in workspace.log()] == ["undo", "reject", "note", "confirm"]
    assert [e.kind for e in workspace.log(claim_id=first)] == ["note", "confirm"]
    assert [e.kind for e in workspace.log(claim_id=second)] == ["undo", "reject"]
    assert [e.kind for e in workspace.log(reviewer="ben")] == ["note"]
    assert [e.kind for e in workspace.log(limit=2)] == ["undo", "reject"]


def test_ids_may_be_shortened_as_in_git(workspace: Workspace) -> None:
    claim = next(workspace.claims()).claim
    assert workspace.resolve(claim.id) == claim.id
    assert workspace.resolve(claim.id[:10].upper()) == claim.id
    assert workspace.resolve(claim.article_id[:10], "article") == claim.article_id
    with pytest.raises(CuratorError, match="several claims have an id that starts with"):
        workspace.resolve(_common_beginning([view.claim.id for view in workspace.claims()]))
    with pytest.raises(CuratorError, match="no claim has an id that starts with 'xyz'"):
        workspace.resolve("xyz")


def _common_beginning(ids: list[str]) -> str:
    """The first letter that two ids share."""
    letters = [claim_id[0] for claim_id in ids]
    return next(letter for letter in letters if letters.count(letter) > 1)


@pytest.mark.parametrize("ask", ["claim", "article", "claims_of", "related"])
def test_what_there_is_not_is_an_error_in_one_line(workspace: Workspace, ask: str) -> None:
    with pytest.raises(CuratorError, match=r"^there is no (claim|article) nothing$"):
        getattr(workspace, ask)("nothing")


def test_an_export_holds_every_claim_once(workspace: Workspace, tmp_path: Path) -> None:
    claims = [view.claim.id for view in workspace.claims()]
    workspace.decide(decisions.Confirm(claims[0]))
    report = workspace.export(tmp_path / "dataset")
    rows = dict(report.rows)
    assert rows["claims.csv"] == len(claims)
    assert rows["decisions.csv"] == 1
    assert (tmp_path / "dataset" / "datapackage.json").exists()


def test_the_same_database_exports_the_same_bytes(workspace: Workspace, tmp_path: Path) -> None:
    claims = [view.claim.id for view in workspace.claims()]
    workspace.decide(decisions.Merge(claims[0], claims[1]))
    for name in ("one", "two"):
        workspace.export(tmp_path / name)
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes(), file.name


def test_relations_that_follow_are_exported_as_inferred(workspace: Workspace) -> None:
    a, b, c, d = (view.claim.id for view, _ in zip(workspace.claims(), range(4), strict=False))
    workspace.decide(decisions.Merge(a, b))
    workspace.decide(decisions.Merge(c, b))
    workspace.decide(decisions.Contradict(c, d, "number"))
    with workspace.dataset() as dataset:
        found = {(r.left_id, r.right_id): (r.relation, r.type, r.source) for r in dataset.relations()}
    pair = {frozenset(pair): said for pair, said in found.items()}
    assert pair == {
        frozenset((a, b)): ("same", "", "decided"),
        frozenset((b, c)): ("same", "", "decided"),
        frozenset((a, c)): ("same", "", "inferred"),
        frozenset((c, d)): ("contradicts", "number", "decided"),
        frozenset((a, d)): ("contradicts", "number", "inferred"),
        frozenset((b, d)): ("contradicts", "number", "inferred"),
    }
    assert list(found) == sorted(found)


def test_the_file_is_readable_with_the_tools_of_its_ecosystem(workspace: Workspace, path: Path) -> None:
    workspace.decide(decisions.Confirm(next(workspace.claims()).claim.id))
    command = [sys.executable, "-m", "sqlite_utils", "rows", str(path), "claims", "--limit", "1"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert '"status": "confirmed"' in shown
    connection = sqlite3.connect(path)
    for view in ("articles", "claims", "relations", "candidates", "decisions"):
        connection.execute(f"SELECT * FROM {view}").fetchall()
    connection.close()
