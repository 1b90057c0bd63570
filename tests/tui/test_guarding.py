"""With the keys: reviewing blind, being asked again, and being told of haste."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator import Workspace, decisions
from curator.review.blind import Guards
from curator.review.facts import read
from curator.tui.screens.compare import CompareScreen
from tests.tui.conftest import Opener, Review
from tests.tui.newsroom import BRIDGE, NO_ROAD, ROAD, Said, Story, fill


def decided_by_ben(db: Path) -> dict[str, str]:
    """Ben confirms, rejects and relates some claims; gives ids by words."""
    with Workspace.open(db, reviewer="ben") as ben:
        ids = {view.claim.text: view.claim.id for view in reversed(list(ben.claims()))}
        ben.decide(decisions.Reject(ids[BRIDGE], "not said"))
        ben.decide(decisions.Contradict(ids[ROAD], ids[NO_ROAD], "negation"))
    return ids


async def test_one_key_hides_scores_and_what_others_said_and_shows_them_again(
    db: Path, opened: Opener
) -> None:
    decided_by_ben(db)
    async with opened(db) as review:
        assert "rejected" in review.shown
        assert " .99" in review.shown or "contradict" in review.shown
        await review.press("B")
        assert "blind" in review.shown.split("\n")[0]
        for told in ("rejected", "not said", "same?", "contradicts?", ".99", ".41", ".82", "wording"):
            assert told not in review.shown.lower().replace("reject  ", ""), told
        await review.press("B")
        assert "rejected" in review.shown


async def test_blind_a_claim_that_another_decided_is_asked_and_then_shown(db: Path, opened: Opener) -> None:
    decided_by_ben(db)
    async with opened(db) as review:
        await review.press("B", "home")
        assert review.claim.claim.text == BRIDGE
        assert review.claim.status == "pending"
        await review.press("c")
        event = next(iter(review.workspace.log(reviewer="ana")))
        assert read(event).blind
        assert review.stored(BRIDGE).status == "disputed"
        await review.press("k")
        assert review.claim.status == "disputed"
        assert "ben rejected" in review.shown
        await review.press("u")
        assert review.claim.status == "pending"
        assert "ben rejected" not in review.shown


async def test_blind_pairs_come_without_scores_kinds_and_order(db: Path, opened: Opener) -> None:
    decided_by_ben(db)
    async with opened(db, size=(160, 45)) as review:
        await review.press("B", "2")
        screen = review.app.screen
        assert isinstance(screen, CompareScreen)
        assert "scores hidden" in review.shown
        assert "evidence" not in review.shown
        for told in ("same?", "contradicts?", "likeliest"):
            assert told not in review.shown
        await review.press("x")
        assert "Enter: other" in review.shown
        await review.press("escape", "d")
        event = next(iter(review.workspace.log(reviewer="ana")))
        assert (event.kind, read(event).blind) == ("dismiss", True)
        await review.press("o")
        assert "no order" in screen.status.said[1]
        await review.press("B")
        assert "likeliest" in review.shown


async def test_the_history_hides_and_marks(db: Path, opened: Opener) -> None:
    decided_by_ben(db)
    async with opened(db) as review:
        await review.press("B", "c", "4")
        assert "ben" not in review.shown.replace("Ben", "")
        assert "decided blind" in review.shown or " blind" in review.shown.split("\n")[3]
        await review.press("B")
        assert "ben" in review.shown


async def test_blind_skipping_what_only_looks_open_writes_nothing(db: Path, opened: Opener) -> None:
    decided_by_ben(db)
    async with opened(db) as review:
        await review.press("B", "home", "s")
        assert review.claim.claim.text != BRIDGE
        assert list(review.workspace.log(reviewer="ana")) == []


async def test_in_blind_mode_no_order_by_score_can_be_chosen(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("B", "o")
        assert (review.tone, "as the articles read" in review.said) == ("failed", True)


async def test_when_all_is_decided_blind_no_score_is_told(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("B", *"ccccccccc")
        assert "You have decided all 9 claims" in review.said


# -- asked again -----------------------------------------------------------------------------------------

SENTENCES = [f"Bridge number {n} stays closed until the storm is over" for n in range(30)]


@pytest.fixture
def long_db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Thirty claims of one article; the clock runs a minute a look."""
    now = [1_700_000_000_000]

    def tick() -> int:
        now[0] += 60_000
        return now[0]

    monkeypatch.setattr("curator.store.log.now_ms", tick)
    monkeypatch.setattr("curator.store.repetition.now_ms", tick)
    text = "Bridges\n" + "".join(f'"{words}," Maria Vance said.\n' for words in SENTENCES)
    claims = [Said(words, "Maria Vance") for words in SENTENCES]
    path = tmp_path / "long.db"
    fill(path, [Story("Bridges", "Harbour Post", "2023-06-05", text, claims)])
    return path


async def asked(review: Review) -> None:
    """Reject the first claim and confirm others until it comes again."""
    review.workspace.guard(Guards(repeat=1.0))
    await review.press("r", *"c" * 20)
    assert review.claim.claim.text == SENTENCES[0]
    assert review.claim.status == "pending"


async def test_a_claim_comes_again_and_the_same_answer_goes_on_in_silence(
    long_db: Path, opened: Opener
) -> None:
    async with opened(long_db) as review:
        await asked(review)
        assert "rejected" not in review.shown
        await review.press("r")
        assert review.claim.claim.text == SENTENCES[21]
        assert review.said.startswith("rejected: ")
        (own,) = review.workspace.self_agreement()
        assert (own.both, own.same) == (1, 1)


@pytest.mark.parametrize(
    ("key", "status", "kinds"),
    [
        ("e", "rejected", ["repeat", "confirm"]),
        ("escape", "rejected", ["repeat", "confirm"]),
        ("n", "confirmed", ["confirm", "repeat"]),
    ],
)
async def test_after_another_answer_one_key_says_which_stands(
    long_db: Path, opened: Opener, key: str, status: str, kinds: list[str]
) -> None:
    async with opened(long_db) as review:
        await asked(review)
        await review.press("c", "c", "r")  # typed ahead: no answer to the question
        assert "rejected on" in review.said
        assert review.claim.claim.text == SENTENCES[0]
        await review.press(key)
        assert review.stored(SENTENCES[0]).status == status
        assert [event.kind for event in review.workspace.log(limit=2)] == kinds
        assert review.claim.claim.text == SENTENCES[21]


async def test_undo_asks_once_more(long_db: Path, opened: Opener) -> None:
    async with opened(long_db) as review:
        await asked(review)
        await review.press("r", "u")
        assert review.claim.claim.text == SENTENCES[0]
        assert review.claim.status == "pending"
        await review.press("r")
        assert next(iter(review.workspace.log())).kind == "repeat"


async def test_after_a_restart_the_question_is_still_open(long_db: Path, opened: Opener) -> None:
    async with opened(long_db) as review:
        await asked(review)
        await review.press("q")
    async with opened(long_db) as review:
        assert review.claim.claim.text == SENTENCES[0]
        review.workspace.guard(Guards(repeat=1.0))
        review.screen.sitting.resume()
        assert review.claim.status == "pending"
        await review.press("r")
        assert next(iter(review.workspace.log())).kind == "repeat"


async def test_what_is_asked_again_cannot_be_put_off_but_left(long_db: Path, opened: Opener) -> None:
    async with opened(long_db) as review:
        await asked(review)
        await review.press("s")
        assert review.claim.claim.text == SENTENCES[21]
        assert next(iter(review.workspace.log())).kind == "confirm"


# -- haste -----------------------------------------------------------------------------------------------


async def test_haste_is_told_once_in_the_status_line(
    tmp_path: Path, opened: Opener, long_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1_700_000_000_000]

    def tick() -> int:
        now[0] += gap[0]
        return now[0]

    gap = [200]
    monkeypatch.setattr("curator.store.log.now_ms", tick)
    async with opened(long_db) as review:
        review.workspace.guard(Guards(pace=True))
        await review.press(*"c" * 10)
        assert "faster" not in review.said
        await review.press("c")
        assert "10 verdicts in 2 s: faster than their words can be read" in review.said
        assert " · confirmed: " in review.said
        await review.press("c")
        assert "faster" in review.said
        gap[0] = 1_000
        await review.press(*"c" * 8)
        assert "faster" not in review.said
        assert not review.screen.asking


async def test_without_the_setting_nothing_is_said_of_haste(long_db: Path, opened: Opener) -> None:
    async with opened(long_db) as review:
        for _ in range(15):
            await review.press("c")
            assert "faster" not in review.said
