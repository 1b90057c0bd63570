"""The review in a real browser: the screen appears, a key decides, the database has it."""

import time
from pathlib import Path
from typing import Any

import pytest
from test_serving import database, serving

from curator import Workspace

pytest.importorskip("textual_serve")

__all__ = ["database"]


def opened(browser: Any, port: int, asked: list[str], said: list[str]) -> Any:
    """A page with the screen on it, as soon as that is drawn; notes what it asks for and complains of."""
    page = browser.new_page(viewport={"width": 1000, "height": 640})
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"http://127.0.0.1:{port}")
    page.wait_for_selector("body.-first-byte", timeout=20_000)
    page.wait_for_function("document.activeElement.className.includes('xterm')")
    return page


def decisions(path: Path) -> list[str]:
    with Workspace.open(path, reviewer="somebody else") as workspace:
        return [f"{event.kind} by {event.reviewer.partition('@')[0]}" for event in workspace.log()]


def test_the_screen_appears_a_key_decides_and_the_database_has_it(browser: Any, database: Path) -> None:
    asked: list[str] = []
    said: list[str] = []
    with serving(database, "--reviewer", "ana") as (port, _):
        page = opened(browser, port, asked, said)
        for _ in range(100):  # until the review listens, a key goes nowhere
            page.keyboard.press("c")
            if decisions(database):
                break
            time.sleep(0.1)
        assert decisions(database)[0] == "confirm by ana"
        page.keyboard.press("u")
        _wait_until(lambda: decisions(database)[0] == "undo by ana")
        assert said == []
        page.keyboard.press("q")
        page.wait_for_selector("body.-closed")
        assert page.get_by_text("The review is closed. Every decision is kept.").is_visible()
        page.get_by_role("button", name="Open it again").click()
        page.wait_for_selector("body.-first-byte:not(.-closed)", timeout=20_000)
        page.close()
    assert {url.split("/")[2] for url in asked if not url.startswith("data:")} == {f"127.0.0.1:{port}"}


def test_a_page_of_another_site_cannot_type_into_the_review(browser: Any, database: Path) -> None:
    with serving(database) as (port, _):
        page = browser.new_page()
        page.route("http://evil.example/", lambda route: route.fulfill(body="<p>hello</p>"))
        page.goto("http://evil.example/")
        heard = page.evaluate(
            """port => new Promise(answer => {
                 const socket = new WebSocket(`ws://127.0.0.1:${port}/ws?width=80&height=24`);
                 socket.onopen = () => answer("open");
                 socket.onerror = () => answer("refused");
                 setTimeout(() => answer("silence"), 5000);
               })""",
            port,
        )
        page.close()
    assert heard == "refused"


def _wait_until(holds: Any) -> None:
    for _ in range(100):
        if holds():
            return
        time.sleep(0.05)
    assert holds()
