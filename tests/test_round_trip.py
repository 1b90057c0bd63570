"""What an export wrote is read back as it was: the folder whole, and its table of articles alone."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curator import Workspace, decisions

SEEDS = Path(__file__).parents[1] / "seeds"
HOSTILE = ("=1+1", "'=1+1", "''@x", "-- no", "+49 30", "\tindented", "a\r\nb", "“İdlib”, 'said\"", "'plain")
TEXT = st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=4).map(" ".join)


def exported(database: Path, folder: Path) -> dict[str, bytes]:
    """The tables of articles, claims and speakers of a database."""
    with Workspace.open(database) as workspace:
        workspace.export(folder, force=True)
    return {name: (folder / f"{name}.csv").read_bytes() for name in ("articles", "claims", "speakers")}


def test_an_exported_folder_is_taken_as_what_it_is(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "a.db", reviewer="ana") as workspace:
        workspace.add([SEEDS])
        workspace.export(tmp_path / "out", formats=["nli", "prodigy", "web_annotation"])
    with Workspace.open(tmp_path / "b.db") as workspace:
        report = workspace.add([tmp_path / "out"])
        assert report.failures == ()
        assert report.articles_added == 5
        assert workspace.verify().findings == ()
    written = {name: (tmp_path / "out" / f"{name}.csv").read_bytes() for name in ("articles", "claims")}
    again = exported(tmp_path / "b.db", tmp_path / "again")
    assert {name: again[name] for name in written} == written


def test_what_was_decided_stays_with_its_log_and_does_not_come_with_a_dataset(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "a.db", reviewer="ana") as workspace:
        workspace.add([SEEDS])
        first = next(workspace.claims())
        workspace.decide(decisions.Edit(first.claim.id, wording="other words", speaker="Somebody"))
        workspace.export(tmp_path / "out")
    with Workspace.open(tmp_path / "b.db") as workspace:
        workspace.add([tmp_path / "out"])
        view = workspace.claim(first.claim.id)
        assert (view.claim, view.status, view.wording) == (first.claim, "pending", first.claim.text)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXT, TEXT, TEXT)
def test_a_table_of_articles_is_read_back_without_what_guards_a_spreadsheet(
    tmp_path: Path, text: str, title: str, publisher: str
) -> None:
    from curator.ingest.intake import make_article
    from curator.store import Store

    for path in tmp_path.glob("*.db"):
        path.unlink()
    store = Store.open(tmp_path / "a.db")
    article = make_article(f"{text}.", source="a.txt", title=title, publisher=publisher)
    with store.database.writing():
        store.corpus.add_article(article, [], extracted="")
    store.database.close()
    table = exported(tmp_path / "a.db", tmp_path / "out")["articles"]
    with Workspace.open(tmp_path / "b.db") as workspace:
        assert workspace.add([tmp_path / "out" / "articles.csv"]).failures == ()
        assert workspace.article(article.id) == article
    assert exported(tmp_path / "b.db", tmp_path / "out")["articles"] == table


def test_an_apostrophe_in_somebody_elses_table_stays(tmp_path: Path) -> None:
    (tmp_path / "theirs.csv").write_text("title,text\n'=quoted,'-- so he said: nothing is decided yet.\n")
    with Workspace.open(tmp_path / "a.db") as workspace:
        workspace.add([tmp_path / "theirs.csv"])
        (summary,) = workspace.articles()
        assert summary.title == "'=quoted"
        assert workspace.article(summary.id).text.startswith("'--")
