"""What tests of several parts share, and the fence around them: no test depends on where it runs."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # newer browsers keep other sites from this computer themselves; our own guard is what is to be tested
    "--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets",
)

_FENCED = {"TERM": "xterm-256color", "TZ": "UTC", "LANG": "C.UTF-8"}
"""What a terminal and a system say of themselves, as every test finds it."""
_UNSET = (
    "CURATOR_",
    "TEXTUAL",
    "LC_",
    "LANGUAGE",
    "XDG_",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLORTERM",
    "COLUMNS",
    "LINES",
)
"""Beginnings of the names of what somebody may have set for their own work, and a test must not see; COLUMNS
would go before the size of a terminal that a test makes."""
_NOBODYS = "curator-tests-"


def pytest_configure(config: pytest.Config) -> None:
    """Fence the tests, before one of them or the program is imported, and what they start with them."""
    for name in [name for name in os.environ if name.startswith(_UNSET)]:
        del os.environ[name]
    os.environ.update(_FENCED)
    if not Path(os.environ.get("HOME", "")).name.startswith(_NOBODYS):
        home = tempfile.TemporaryDirectory(prefix=_NOBODYS)
        config.add_cleanup(home.cleanup)
        os.environ["HOME"] = home.name
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A real Chromium, driven by Playwright; the test is skipped where either is missing.

    Closed after each module, because Playwright's event loop would stand in the way of other tests'.
    """
    playwright = pytest.importorskip("playwright.sync_api")
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path, args=list(QUIET))
        yield opened
        opened.close()
