"""In ASCII nothing else reaches the terminal, and nothing moves."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from curator import Workspace
from curator.text import visible
from curator.tui.plain import plain
from curator.tui.theme import ASCII, UNICODE
from curator.tui.workbench import Workbench


@given(st.text())
def test_any_text_is_ascii_then_and_as_wide_as_before(text: str) -> None:
    shown = visible(text).replace("\n", " ")
    assert plain(shown).isascii()
    assert cell_len(plain(shown)) == cell_len(shown)


def test_signs_have_the_ascii_signs_of_the_theme_and_frames_are_lines() -> None:
    assert plain(UNICODE.confirmed + UNICODE.pending + UNICODE.contradicts) == "".join(
        (ASCII.confirmed, ASCII.pending, ASCII.contradicts)
    )
    assert plain("╭─┬│└╯") == "+-+|++"
    assert plain("“İbrahim Kalın”…") == '"Ibrahim Kalin"~'
    assert plain("日本") == "????"
    assert plain("◆ κ 0.5 α") == "* k 0.5 a"


def drawn(app: Workbench) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_the_whole_screen_is_drawn_in_ascii(db: Path) -> None:
    with Workspace.open(db, reviewer="ana") as workspace:
        app = Workbench(workspace, db, ascii=True)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("c")
            for _ in range(100):
                if "confirmed" in drawn(app):
                    break
                await pilot.pause(0.02)
            assert "confirmed" in drawn(app) and "+-" in drawn(app)
            assert drawn(app).isascii(), {sign for sign in drawn(app) if not sign.isascii()}
            app.action_help()
            await pilot.pause(0.1)
            assert drawn(app).isascii(), {sign for sign in drawn(app) if not sign.isascii()}
