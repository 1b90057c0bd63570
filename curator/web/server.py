"""textual-serve with a guarded door and a page that loads nothing from elsewhere.

Uses only what textual-serve lets a subclass replace. Never writes to the log what a reviewer reads or types.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import html
import logging
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from string import Template

from aiohttp import web
from textual_serve.server import Server

from curator.text import visible_line
from curator.web.admission import admitted, own_names

MOST_SCREENS = 16
"""So many reviews may be open at once; each is a process of its own."""


class ReviewServer(Server):
    """Serves one review database to browsers."""

    def __init__(self, command: str, host: str, port: int, title: str, names: Iterable[str]) -> None:
        shown = f"[{host}]" if ":" in host else host
        super().__init__(command, host=host, port=port, title=title, public_url=f"http://{shown}:{port}")
        self._names = own_names(host, names)
        self._screens: set[asyncio.Task[object]] = set()
        """The tasks behind the pages that are open."""

    def serve(self, debug: bool = False) -> None:
        """Serve until SIGINT or SIGTERM."""
        asyncio.set_event_loop(asyncio.new_event_loop())
        super().serve(debug)

    def initialize_logging(self) -> None:
        """Only what goes wrong, without the values of local variables."""
        logging.basicConfig(level=logging.ERROR, format="curator: %(message)s")

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: who started the server has said where it is."""

    async def on_shutdown(self, app: web.Application) -> None:
        """Close every screen at once, instead of waiting a minute for people to close their pages."""
        for screen in self._screens:
            screen.cancel()

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page with the screen."""
        self._admit(request)
        try:
            size = min(40, max(8, int(request.query.get("fontsize", "16"))))
        except ValueError:
            size = 16
        page = Template(_page()).substitute(title=html.escape(visible_line(self.title)), size=size)
        return web.Response(
            text=page,
            content_type="text/html",
            headers={
                "Content-Security-Policy": _policy(),
                "X-Frame-Options": "DENY",
                "X-Content-Type-Options": "nosniff",
                "Referrer-Policy": "no-referrer",
                "Cache-Control": "no-store",
            },
        )

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """One review, for as long as the page is open."""
        self._admit(request)
        if len(self._screens) >= MOST_SCREENS:
            raise web.HTTPServiceUnavailable(text=f"{MOST_SCREENS} screens are open already; close one")
        screen = asyncio.current_task()
        assert screen is not None
        self._screens.add(screen)
        try:
            return await super().handle_websocket(request)
        finally:
            self._screens.discard(screen)

    async def handle_download(self, request: web.Request) -> web.StreamResponse:
        """A file that a review hands out."""
        self._admit(request)
        return await super().handle_download(request)

    def _admit(self, request: web.Request) -> None:
        if not admitted(request.headers.get("Host"), request.headers.get("Origin"), self._names):
            raise web.HTTPForbidden(
                text="This page may only be opened at the address that `curator serve` printed. "
                "If this computer has another name, start it with --name NAME.\n"
            )


@cache
def _page() -> str:
    return files("curator.web").joinpath("page.html").read_text(encoding="utf-8")


def _policy() -> str:
    """Nothing from elsewhere; no script but textual-serve's and the page's own; in nobody's frame."""
    (script,) = re.findall(r"<script>(.*?)</script>", _page(), re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.replace("$$", "$").encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'self' 'sha256-{digest}'; style-src 'self' 'unsafe-inline'; "
        "font-src 'self'; img-src 'self' data:; connect-src 'self' ws: wss:; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    )
