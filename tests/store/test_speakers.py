"""Speakers over all articles: spellings are folded, reviewers join and take apart, all can be undone."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curator import CuratorError, Workspace, decisions
from curator.models import Article, Claim, Refused, article_id, claim_id
from curator.store import Store

NAMES = (
    "Ibrahim Kalin",
    "İbrahim Kalın",
    "Kalin",
    "Kalın",
    "the presidential spokesman",
    "Bill Calloway",
    "Hilda Calloway",
    "Calloway",
    "Aleksandr Lavrentiev",
    "Alexander Lavrentyev",
    "Lavrentiev",
    "Vladimir Shamanov",
)
OpenAs = Callable[..., Workspace]


def newsroom(path: Path, stories: list[list[str]], *, first: int = 0) -> list[str]:
    """A database with an article for each list of speakers, who say a sentence each; gives the claims."""
    store = Store.open(path, reviewer="maker")
    ids = []
    with store.database.writing():
        for number, speakers in enumerate(stories, start=first):
            text = f"Story {number}. " + " ".join(f"Word {n} was said." for n in range(len(speakers)))
            article = Article(id=article_id(text), text=text, title=f"Story {number}", publisher="TRT")
            claims, start = [], text.index("Word")
            for n, speaker in enumerate(speakers):
                end = start + len(f"Word {n} was said.")
                claims.append(
                    Claim(
                        id=claim_id(article.id, start, end),
                        article_id=article.id,
                        start=start,
                        end=end,
                        text=text[start:end],
                        kind="quote",
                        speaker=speaker,
                        extractor="attribution",
                        extractor_version="1",
                    )
                )
                start = end + 1
            store.corpus.add_article(article, claims, extracted="attribution")
            ids += [claim.id for claim in claims]
    store.fold_speakers()
    store.database.close()
    return ids


def partition(workspace: Workspace) -> dict[str, frozenset[str]]:
    """By the name that each speaker is known by, all their names."""
    return {s.name: frozenset(form.name for form in s.forms) for s in workspace.speakers()}


@pytest.fixture(scope="session")
def cast(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A database in which each of NAMES speaks, some often, in two articles; and the claims' ids."""
    path = tmp_path_factory.mktemp("cast") / "cast.db"
    return path, newsroom(path, [[*NAMES], [*NAMES[:2], NAMES[1], NAMES[0], NAMES[0]]])


@pytest.fixture
def ana(cast: tuple[Path, list[str]], tmp_path: Path) -> Iterator[Workspace]:
    shutil.copy(cast[0], tmp_path / "curator.db")
    with Workspace.open(tmp_path / "curator.db", reviewer="ana") as workspace:
        yield workspace


def test_spellings_are_one_speaker_known_by_the_fullest_and_most_frequent(ana: Workspace) -> None:
    kalin = ana.speaker("Kalın")
    assert kalin.name == "Ibrahim Kalin"
    assert [(form.name, form.claims, form.articles) for form in kalin.forms] == [
        ("Ibrahim Kalin", 4, 2),
        ("İbrahim Kalın", 3, 2),
        ("Kalin", 1, 1),
        ("Kalın", 1, 1),
    ]
    assert kalin.claims == 9
    assert ana.speaker("Calloway").forms[0].name == "Calloway"  # of two Calloways it is neither


def test_a_claim_keeps_the_words_of_its_article_and_knows_whose_they_are(ana: Workspace) -> None:
    views = {view.speaker: view for view in ana.claims()}
    assert views["Kalın"].speaker_name == "Ibrahim Kalin"
    ana.decide(decisions.Identify("the presidential spokesman", "Kalin"))
    view = next(v for v in ana.claims() if v.speaker == "the presidential spokesman")
    assert (view.claim.speaker, view.speaker_name) == ("the presidential spokesman", "Ibrahim Kalin")


def test_joined_speakers_go_on_under_the_name_that_was_joined(ana: Workspace) -> None:
    ana.decide(decisions.Identify("the presidential spokesman", "Kalin"))
    assert ana.speaker("the presidential spokesman").name == "Ibrahim Kalin"
    ana.undo()
    ana.decide(decisions.Identify("Ibrahim Kalin", "the presidential spokesman"))
    assert ana.speaker("Kalın").name == "the presidential spokesman"


def test_a_name_taken_away_stands_alone_and_the_rest_stays(ana: Workspace) -> None:
    ana.decide(decisions.Distinguish("Kalin"))
    assert ana.speaker("Kalin").forms[0].name == "Kalin"
    assert len(ana.speaker("Kalin").forms) == 1
    assert {form.name for form in ana.speaker("Kalın").forms} == {"Ibrahim Kalin", "İbrahim Kalın", "Kalın"}


def test_a_reviewers_word_holds_when_more_articles_come(ana: Workspace) -> None:
    ana.decide(decisions.Distinguish("Lavrentiev"))
    newsroom(ana.path, [["Lavrentiev", "Aleksandr Lavrentiev", "Mr. Lavrentiev"]], first=10)
    assert [form.name for form in ana.speaker("Lavrentiev").forms] == ["Lavrentiev"]
    assert ana.speaker("Mr. Lavrentiev").name == "Aleksandr Lavrentiev"
    assert ana.verify().findings == ()


def test_a_corrected_speaker_is_counted_under_the_new_name(
    ana: Workspace, cast: tuple[Path, list[str]]
) -> None:
    claim = cast[1][NAMES.index("Vladimir Shamanov")]
    ana.decide(decisions.Edit(claim, speaker="Shamanov, Vladimir"))
    with pytest.raises(CuratorError, match="no claim has a speaker called 'Vladimir Shamanov'"):
        ana.speaker("Vladimir Shamanov")
    assert ana.speaker("Shamanov, Vladimir").claims == 1
    ana.undo()
    assert ana.speaker("Vladimir Shamanov").claims == 1
    assert ana.verify().findings == ()


def test_another_extraction_moves_the_names_of_undecided_claims_and_of_no_others(ana: Workspace) -> None:
    from dataclasses import replace

    from curator.store.reextraction import Reextraction

    view = next(ana.claims("speaker:shamanov"))
    kept = next(v for v in ana.claims() if v.speaker == "Ibrahim Kalin")
    ana.decide(decisions.Confirm(kept.claim.id))
    article = ana.article(view.claim.article_id)
    found = [
        replace(v.claim, speaker="General Shamanov" if v.speaker == "Vladimir Shamanov" else "Gen. Kalin")
        for v in ana.claims_of(article.id)
        if v.speaker != "Hilda Calloway"
    ]
    laid = Reextraction(ana._store.database).put(article, found, extracted="attribution")
    ana._store.fold_speakers()
    assert (laid.kept, laid.updated, laid.stale, laid.added) == (1, len(found) - 1, 1, 0)
    assert ana.speaker("General Shamanov").claims == 1
    assert ana.claim(kept.claim.id).speaker == "Ibrahim Kalin"
    assert ana.speaker("Gen. Kalin").name == "Ibrahim Kalin"
    assert ana.speakers("hilda") == ()
    assert ana.verify().findings == ()


def test_what_makes_no_sense_for_names_is_refused_in_one_line(ana: Workspace) -> None:
    with pytest.raises(Refused, match="are one speaker already"):
        ana.decide(decisions.Identify("Kalin", "Kalın"))
    with pytest.raises(Refused, match="is a speaker of its own already"):
        ana.decide(decisions.Distinguish("Vladimir Shamanov"))
    with pytest.raises(CuratorError, match="no claim has a speaker called 'Nobody'"):
        ana.decide(decisions.Identify("Nobody", "Kalin"))
    assert list(ana.log()) == []


def test_a_filter_by_speaker_finds_the_claims_under_all_names(ana: Workspace) -> None:
    assert {v.speaker for v in ana.claims("speaker:spokesman")} == {"the presidential spokesman"}
    ana.decide(decisions.Identify("the presidential spokesman", "Kalin"))
    everything = {"Ibrahim Kalin", "İbrahim Kalın", "Kalin", "Kalın", "the presidential spokesman"}
    for words in ("speaker:spokesman", "speaker:kalin", 'speaker:"ibrahim kal"', "speaker:Kalın"):
        assert {v.speaker for v in ana.claims(words)} == everything, words
        assert {v.speaker for v in ana.claims(words, "uncertain")} == everything
    others = {v.speaker for v in ana.claims("-speaker:spokesman")}
    assert others == set(NAMES) - everything
    both = {v.speaker for v in ana.claims("speaker:spokesman speaker:shamanov")}
    assert both == everything | {"Vladimir Shamanov"}
    assert ana.count("speaker:spokesman") == 10


def test_words_mean_the_one_speaker_who_has_them(ana: Workspace) -> None:
    assert ana.speaker_called("shamanov") == "Vladimir Shamanov"
    assert ana.speaker_called("KALIN") in NAMES
    with pytest.raises(CuratorError, match="several names have 'callo'"):
        ana.speaker_called("callo")
    with pytest.raises(CuratorError, match="no claim has a speaker called 'Nobody'"):
        ana.speaker_called("Nobody")


def test_decided_claims_are_told_by_speaker_under_one_name(
    ana: Workspace, cast: tuple[Path, list[str]]
) -> None:
    ana.decide_all([decisions.Confirm(claim) for claim in cast[1][:5]])
    ana.decide(decisions.Identify("the presidential spokesman", "Kalin"))
    *_, tallied = ana.tallied()
    assert [(work.name, work.confirmed) for work in tallied.speakers] == [("Ibrahim Kalin", 5)]


def test_reviewers_who_differ_unseen_make_a_name_disputed_until_one_says_it_again(
    cast: tuple[Path, list[str]], tmp_path: Path
) -> None:
    for name in ("ana", "ben"):
        shutil.copy(cast[0], tmp_path / f"{name}.db")
    with Workspace.open(tmp_path / "ben.db", reviewer="ben") as ben:
        ben.decide(decisions.Identify("Calloway", "Bill Calloway"))
        ben.decide(decisions.Distinguish("Calloway"))
    with Workspace.open(tmp_path / "ana.db", reviewer="ana") as ana:
        ana.decide(decisions.Identify("Calloway", "Bill Calloway"))
        ana.add([tmp_path / "ben.db"])
        disputed = [form for s in ana.speakers("calloway") for form in s.forms if form.disputed]
        assert {form.name for form in disputed} == {"Calloway", "Bill Calloway"}
        assert "ana says that they are one" in disputed[0].disputed
        assert "ben says that they are two" in disputed[0].disputed
        ana.decide(decisions.Distinguish("Calloway"))
        assert not any(form.disputed for s in ana.speakers() for form in s.forms)
        assert ana.verify().findings == ()


def test_a_decision_does_not_fold_what_another_program_is_still_bringing_in(ana: Workspace) -> None:
    store = Store.open(ana.path, reviewer="maker")
    with store.database.writing():  # as an addition that is not done yet leaves it
        store.database.run_many(
            "INSERT INTO speaker_form(form, claims, automatic, speaker) VALUES (?1, 1, ?1, ?1)",
            [(f"Person Number{n}",) for n in range(300)],
        )
    ana.decide(decisions.Identify("Vladimir Shamanov", "Kalin"))
    assert ana.speaker("Vladimir Shamanov").name == "Ibrahim Kalin"
    assert store.database.one("SELECT count(*) FROM speaker_due")[0] >= 300
    store.fold_speakers()
    assert ana.speaker("Vladimir Shamanov").name == "Ibrahim Kalin"
    assert store.database.one("SELECT count(*) FROM speaker_due") == (0,)
    store.database.close()


def test_what_was_said_later_of_a_name_is_told_beside_a_decision(ana: Workspace) -> None:
    joined = ana.decide(decisions.Identify("the presidential spokesman", "Kalin")).event
    apart = ana.decide(decisions.Distinguish("the presidential spokesman")).event
    around = ana.around(joined.event_id)
    assert [entry.event for entry in around.later] == [apart]
    assert around.entry.names == ("the presidential spokesman", "Kalin")
    assert [entry.event for entry in ana.reading("verb:joined").page(None, 10, False)[0]] == [joined]


def test_the_past_knows_whose_a_name_was(ana: Workspace) -> None:
    ana.decide(decisions.Identify("the presidential spokesman", "Kalin"))
    first = next(iter(ana.log()))
    ana.decide(decisions.Identify("Calloway", "Bill Calloway"))
    past = ana.past(int(first.hlc.split("-")[0], 16))
    names = {view.speaker: view.speaker_name for view in ana.past_claims(past)[0]}
    assert names["the presidential spokesman"] == "Ibrahim Kalin"
    assert names["Calloway"] == "Calloway"


NAME = st.sampled_from(NAMES)
WORD = st.tuples(
    st.sampled_from(["ana", "ben"]), st.sampled_from(["join", "apart", "undo", "edit"]), NAME, NAME
)


def say(workspace: Workspace, ids: list[str], what: str, name: str, other: str) -> bool:
    """One thing that a reviewer can say of names; whether it was accepted."""
    try:
        match what:
            case "join":
                workspace.decide(decisions.Identify(name, other))
            case "apart":
                workspace.decide(decisions.Distinguish(name))
            case "undo":
                workspace.undo()
            case _:
                workspace.decide(decisions.Edit(ids[NAMES.index(name)], speaker=other))
    except CuratorError as error:
        assert "\n" not in str(error)
        return False
    return True


LAWS = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@LAWS
@given(st.lists(WORD, max_size=8), st.tuples(st.sampled_from(["join", "apart"]), NAME, NAME))
def test_an_undo_gives_back_the_speakers_and_a_redo_what_was_said(
    cast: tuple[Path, list[str]],
    tmp_path: Path,
    before: list[tuple[str, str, str, str]],
    last: tuple[str, str, str],
) -> None:
    path = Path(shutil.copy(cast[0], tmp_path / "curator.db"))
    with Workspace.open(path, reviewer="ana") as ana:
        for _, what, name, other in before:
            say(ana, cast[1], what, name, other)
        stood = partition(ana)
        if say(ana, cast[1], *last):
            joined = partition(ana)
            ana.undo()
            assert partition(ana) == stood
            ana.redo()
            assert partition(ana) == joined
        assert ana.verify().findings == ()


@LAWS
@given(st.lists(WORD, max_size=8))
def test_two_databases_brought_together_have_the_same_speakers_whichever_comes_first(
    cast: tuple[Path, list[str]], tmp_path: Path, words: list[tuple[str, str, str, str]]
) -> None:
    paths = {name: Path(shutil.copy(cast[0], tmp_path / f"{name}.db")) for name in ("ana", "ben")}
    newsroom(paths["ana"], [["Igor Kalinin", "Kalinin", "Lavrentiev"]], first=20)
    newsroom(paths["ben"], [["Ibrahim Kalin", "Harold Calloway", "Shamanov"]], first=30)
    spaces = {name: Workspace.open(path, reviewer=name) for name, path in paths.items()}
    for reviewer, what, name, other in words:
        say(spaces[reviewer], cast[1], what, name, other)
    for space in spaces.values():
        space.close()
    found = []
    for one, other in (("ana", "ben"), ("ben", "ana")):
        path = Path(shutil.copy(paths[one], tmp_path / f"{one}-and-{other}.db"))
        with Workspace.open(path, reviewer="eve") as both:
            both.add([paths[other]])
            found.append(both.speakers())
            assert both.verify().findings == ()
    assert found[0] == found[1]


@LAWS
@given(st.lists(st.lists(NAME, min_size=1, max_size=5), min_size=1, max_size=4))
def test_articles_one_by_one_give_the_same_speakers_as_all_at_once(
    tmp_path: Path, stories: list[list[str]]
) -> None:
    for path in tmp_path.glob("*.db"):
        path.unlink()
    newsroom(tmp_path / "at-once.db", stories)
    for number, story in enumerate(stories):
        newsroom(tmp_path / "one-by-one.db", [story], first=number)
    with (
        Workspace.open(tmp_path / "at-once.db") as at_once,
        Workspace.open(tmp_path / "one-by-one.db") as one_by_one,
    ):
        assert at_once.speakers() == one_by_one.speakers()
