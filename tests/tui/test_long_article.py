"""An article with thousands of claims is gone through like one with ten, and no key reads them all."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events

from bench.latency.corpus import database
from curator import Workspace
from curator.models import ClaimView, Span
from curator.review.blind import Guards
from curator.review.decisions import Edit, Reject
from curator.store import views
from curator.store.database import Database
from curator.tui.article_claims import ArticleClaims
from curator.tui.standing import MOST_COUNTED
from curator.tui.widgets.article_view import ArticleView
from curator.tui.widgets.claim_list import ClaimList
from tests.tui.conftest import Opener, Review

CLAIMS = 5000
MOST_READ = 450
"""Claims that a key may read: what the screen shows, some screens around it, and what is related."""


@pytest.fixture(scope="session")
def long_article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One article of 5,000 claims, never to be written to."""
    return database(tmp_path_factory.mktemp("long"), CLAIMS, together=True)


@pytest.fixture
def db(long_article: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "long.db"
    copy.write_bytes(long_article.read_bytes())
    return copy


class Reads:
    """What was read of the database since the last look."""

    def __init__(self) -> None:
        self.claims = self.rows = 0

    def since(self) -> tuple[int, int]:
        """Claims made and rows read; counting starts anew."""
        told, self.claims, self.rows = (self.claims, self.rows), 0, 0
        return told


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    counted = Reads()
    view_of: Callable[..., ClaimView] = views.view_of
    rows: Callable[..., list[tuple[object, ...]]] = Database.rows

    def made(row: tuple[object, ...]) -> ClaimView:
        counted.claims += 1
        return view_of(row)

    def read(self: Database, *arguments: object) -> list[tuple[object, ...]]:
        found = rows(self, *arguments)
        counted.rows += len(found)
        return found

    monkeypatch.setattr(views, "view_of", made)
    monkeypatch.setattr(Database, "rows", read)
    return counted


def place(review: Review) -> int:
    """Which claim of the article the cursor is on, told by where its line stands in the text."""
    article = review.screen.sitting.view.article
    assert article is not None
    return article.text.count("\n", 0, review.claim.start) - 2


async def test_no_key_reads_more_of_it_than_is_seen_and_around(
    db: Path, opened: Opener, reads: Reads
) -> None:
    async with opened(db) as review:
        claims, rows = reads.since()
        assert claims <= MOST_READ
        assert rows <= 3 * MOST_READ
        for keys in (
            *("j", "c", "r", "u", "G", "k", "c", "g g", "pagedown", "pageup", "full_stop", "J", "m", "u"),
            *("g g", "t", "escape", "V", "j", "escape", "tab tab G", "pageup"),
        ):
            await review.press(*keys.split())
            claims, rows = reads.since()
            assert claims <= MOST_READ, keys
            assert rows <= 3 * MOST_READ, keys
        assert review.workspace.progress().total == CLAIMS


async def test_under_a_filter_a_key_counts_only_so_far(db: Path, opened: Opener, reads: Reads) -> None:
    async with opened(db) as review:
        await review.press("f")
        await review.type("kind:quote")
        for key in ("enter", "G", "k", "c", "u", "pageup"):
            reads.since()
            await review.press(key)
            claims, rows = reads.since()
            assert claims <= MOST_READ, key
            assert rows <= 3 * MOST_COUNTED + 3 * MOST_READ, key  # what fits in all, and on either side


async def test_every_row_is_where_it_belongs(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        assert "Claims 1 of 5,000 in this article" in review.shown
        await review.press("G")
        assert place(review) == CLAIMS - 1
        assert "Claims 5,000 of 5,000" in review.shown
        await review.press(*["k"] * 150)
        assert place(review) == CLAIMS - 151
        assert "Claims 4,850 of 5,000" in review.shown
        await review.press("g", "g", *["pagedown"] * 9)
        page = review.screen.query_one(ClaimList).page_rows
        assert place(review) == 9 * page
        await review.press("c")
        assert place(review) == 9 * page + 1
        assert f"Claims {9 * page + 2} of 5,000" in review.shown
        shown = [line for line in review.shown.splitlines() if "▸" in line]
        assert review.claim.claim.text[:20] in shown[0]
        await review.press("u")
        assert place(review) == 9 * page


async def test_the_marks_of_what_is_read_are_there_wherever_the_article_is_scrolled_to(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        article = review.screen.query_one(ArticleView)
        await review.press("shift+tab")
        assert article.has_focus
        for key in ("pagedown", "pagedown", "G", "pageup", "g"):
            await review.press(*([key, key] if key == "g" else [key]))
            await review.pilot.pause()
            lines = [line.text for line in article.render_lines(article.outer_size.region)]
            openings = [line for line in lines[2:-2] if "“" in line and line[3:].startswith("“")]
            assert openings, key
            assert all(line[1] == "○" for line in openings), key


async def test_the_wheel_shows_rows_that_were_not_read(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        claims = review.screen.query_one(ClaimList)
        for y in (150, 300, 900):
            claims.scroll_to(y=y, animate=False)
            await review.pilot.pause()
            await review.pilot.pause()
            seen = claims.rows_seen()
            assert seen[0] == y
            drawn = [line.text for line in claims.render_lines(claims.outer_size.region)][1:-1]
            assert all("○" in line for line in drawn)
        assert place(review) == 0
        await review.press("j")
        assert place(review) == 1


async def test_a_click_far_down_the_article_goes_to_its_claim(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        article = review.screen.query_one(ArticleView)
        article.scroll_to(y=article.virtual_size.height // 2, animate=False)
        await review.pilot.pause()
        lines = [line.text for line in article.render_lines(article.outer_size.region)]
        y = next(number for number, line in enumerate(lines) if line[3:].startswith("“"))
        await review.pilot.click(ArticleView, offset=(6, y))
        assert lines[y][4:20] in "“" + review.claim.claim.text
        assert 1000 < place(review) < 4000
        row = review.screen.sitting.view.row
        assert place(review) == row


async def test_a_range_over_all_of_it_is_chosen_and_grows_and_shrinks(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("j", "V", "G")
        assert "4,999 chosen" in review.shown
        await review.press("k", "k")
        assert "4,997 chosen" in review.shown
        await review.press("g", "g")
        assert "2 chosen" in review.shown
        await review.press("j", "j", "j", "c")
        with Workspace.open(db, reviewer="ana") as other:
            confirmed = [view.claim.id for view in other.claims("status:confirmed")]
            every = [view.claim.id for view in other.claims_of(review.claim.claim.article_id)]
        assert confirmed == every[1:4]


async def test_under_a_filter_it_is_counted_only_so_far_and_gone_through_all_the_same(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("f")
        await review.type("kind:quote")
        await review.press("enter")
        assert "Claims 1 here · more than 1000 match in all" in review.shown
        await review.press("G")
        assert place(review) == CLAIMS - 1
        assert "Claims here · more than 1000 match in all" in review.shown
        await review.press(*["k"] * 70)
        assert place(review) == CLAIMS - 71
        await review.press(*["pageup"] * 40)
        page = review.screen.query_one(ClaimList).page_rows
        assert place(review) == CLAIMS - 71 - 40 * page
        await review.press("g", "g")
        assert place(review) == 0


async def test_blind_the_article_tells_nothing_of_what_others_decided(db: Path, opened: Opener) -> None:
    with Workspace.open(db, reviewer="ben") as ben:
        first = [view.claim.id for view in ben.claims_of(next(ben.articles()).id)][:4]
        for claim in first:
            ben.decide(Reject(claim))
    async with opened(db) as review:
        review.workspace.guard(Guards(blind=True))
        review.screen.sitting.again()
        review.screen.show()
        await review.pilot.pause()
        assert "✗" not in review.shown


@pytest.fixture(scope="module")
def workspace(long_article: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("walked") / "long.db"
    path.write_bytes(long_article.read_bytes())
    with Workspace.open(path, reviewer="ana") as opened:
        claims = opened.claims_of(next(opened.articles()).id)
        opened.decide(Edit(claims[40].claim.id, span=Span(claims[40].start, claims[44].end)))
        yield opened


_STEPS = st.one_of(
    st.tuples(st.just("by"), st.integers(-90, 90)),
    st.tuples(st.just("look"), st.integers(-400, 400)),
    st.tuples(st.just("edge"), st.sampled_from((-1, 1))),
)


@settings(max_examples=25, deadline=None)
@given(
    words=st.sampled_from(("", "speaker:kalın", "harbour", "kind:quote")),
    start=st.floats(0, 1, exclude_max=True),
    steps=st.lists(_STEPS, max_size=25),
)
def test_walking_it_comes_past_the_claims_that_the_whole_list_has(
    workspace: Workspace, words: str, start: float, steps: list[tuple[str, int]]
) -> None:
    whole = workspace.claims_of(next(workspace.articles()).id, words)
    place = int(start * len(whole))
    claims = ArticleClaims(workspace, whole[place], words)
    for how, by in steps:
        if how == "look":
            claims.look(min(max(claims.row + by, 0), len(claims.rows()) - 1))
            continue
        if how == "edge":
            there = claims.edge(by)
            assert there == whole[0 if by < 0 else -1]
            place = 0 if by < 0 else len(whole) - 1
            claims = ArticleClaims(workspace, whole[place], words)
            continue
        row = min(max(claims.row + by, 0), len(claims.rows()) - 1)
        place += row - claims.row
        if claims.stand(row) is None:  # read anew, as the screen does
            claims = ArticleClaims(workspace, claims.rows().at(row) or whole[place], words)
        assert claims.claim == whole[place]
        rows = claims.rows()
        assert rows.at(claims.row) == whole[place]
        if not rows.more_before:
            assert claims.row == place
        if not (rows.more_before or rows.more_after):
            assert len(rows) == len(whole)
        offset = place - claims.row
        assert list(rows.read) == list(whole[rows.first + offset :][: len(rows.read)])


async def test_scrolling_with_the_mouse_leaves_the_cursor_where_it_is(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        claims = review.screen.query_one(ClaimList)
        for _ in range(12):
            claims.post_message(
                events.MouseScrollDown(claims, 5, 5, 0, 1, 0, shift=False, meta=False, ctrl=False)
            )
        await review.pilot.pause()
        assert claims.scroll_offset.y > 0
        assert place(review) == 0
