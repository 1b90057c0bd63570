"""Articles from web addresses, against a real server on this machine."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from inputs import SENTENCE, article, page, read_all, reason

from curator.ingest import web
from curator.ingest.intake import Unreadable

REDIRECTS = {
    "/moved": "/page",
    "/loop": "/loop",
    "/to-file": "file:///etc/passwd",
    "/to-ftp": "ftp://localhost/a",
}


class _Site(BaseHTTPRequestHandler):
    """One answer for each path."""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path in REDIRECTS:
            self._answer(b"", "", status=302, Location=REDIRECTS[path])
        elif path == "/page":
            self._answer(page().encode("cp1254"), "text/html; charset=windows-1254")
        elif path == "/plain":
            self._answer(SENTENCE.encode(), "text/plain; charset=utf-8")
        elif path in ("/rows.jsonl", "/octets.jsonl"):
            kind = "text/plain" if path == "/rows.jsonl" else "application/octet-stream"
            self._answer(b'{"text": "one"}\n{"text": "two"}\n', kind)
        elif path == "/packed":
            self._answer(gzip.compress(page().encode()), "text/html", **{"Content-Encoding": "gzip"})
        elif path == "/bomb":
            self._answer(gzip.compress(bytes(50_000_000)), "text/html", **{"Content-Encoding": "gzip"})
        elif path == "/brotli":
            self._answer(b"\x8b\x00", "text/html", **{"Content-Encoding": "br"})
        elif path == "/picture":
            self._answer(b"\x89PNG", "image/png")
        elif path == "/empty":
            self._answer(b"", "text/html")
        elif path == "/cut":
            self._answer(b"short", "text/plain", length=5000)
        elif path == "/silent":
            time.sleep(3)
        elif path == "/drip-headers":
            for number in range(30):
                self.wfile.write(b"X-Drop: drop\r\n" if number else b"HTTP/1.0 200 OK\r\n")
                self.wfile.flush()
                time.sleep(0.1)
        elif path == "/drip":
            self._answer(b"", "text/plain", length=1000)
            for _ in range(30):
                self.wfile.write(b"drop ")
                self.wfile.flush()
                time.sleep(0.1)
        elif path == "/caf%C3%A9":
            self._answer(SENTENCE.encode(), "text/plain")
        else:
            self._answer(b"gone", "text/html", status=404)

    def _answer(self, body: bytes, kind: str, *, status: int = 200, length: int = -1, **headers: str) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length < 0 else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    server.handle_error = lambda *_: None  # type: ignore[method-assign,assignment]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")


def test_a_page_is_fetched_and_read_in_its_servers_encoding(site: str) -> None:
    made = article(read_all(f"{site}/page"))
    assert SENTENCE in made.text
    assert made.title == "Forces to be deployed"
    assert made.source == f"{site}/page"


def test_the_address_is_that_after_redirects_without_its_fragment(site: str) -> None:
    fetched = web.fetched(f"{site}/moved#part", 1_000_000)
    assert fetched.url == f"{site}/page"


def test_plain_text_gives_its_address(site: str) -> None:
    made = article(read_all(f"{site}/plain?day=1"))
    assert (made.text, made.url) == (SENTENCE, f"{site}/plain?day=1")


@pytest.mark.parametrize("path", ["/rows.jsonl", "/octets.jsonl"])
def test_the_end_of_the_address_tells_the_format_where_the_server_does_not(site: str, path: str) -> None:
    assert len(read_all(site + path)) == 2


def test_a_packed_page_is_unpacked(site: str) -> None:
    assert SENTENCE in article(read_all(f"{site}/packed")).text


def test_an_address_may_hold_letters_of_any_script(site: str) -> None:
    assert article(read_all(f"{site}/café")).text == SENTENCE


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nowhere", "the server answered 404 Not Found"),
        ("/picture", "the server sent image/png, which cannot be read"),
        ("/empty", "the server sent nothing (0 bytes)"),
        ("/cut", "the connection broke after 5 of 5000 bytes"),
        ("/brotli", "the server sent it packed as br"),
        ("/loop", "it redirects (302) in a circle"),
        ("/to-file", "it redirects (302)"),
        ("/to-ftp", "it redirects to an address that is not http or https (ftp)"),
    ],
)
def test_what_a_server_should_not_send_is_a_failure(site: str, path: str, words: str) -> None:
    assert words in reason(read_all(site + path))


@pytest.mark.parametrize("path", ["/page", "/bomb"])
def test_a_page_over_the_cap_is_not_read_on(site: str, path: str) -> None:
    assert "larger than the cap of 1 kB" in reason(read_all(site + path, max_bytes=1_000))


@pytest.mark.parametrize("path", ["/silent", "/drip", "/drip-headers"])
def test_a_server_that_takes_too_long_is_left(site: str, path: str) -> None:
    started = time.monotonic()
    with pytest.raises(Unreadable, match=r"too long|too slowly"):
        web.fetched(site + path, 1_000_000, seconds=0.4)
    assert time.monotonic() - started < 2


def test_a_server_is_waited_for_no_longer_than_a_user_would(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert web.fetched.__kwdefaults__["seconds"] <= 20
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: time.sleep(3))
    with pytest.raises(Unreadable, match="too long"):
        web.fetched("http://slow-name.example/", 1_000_000, seconds=0.1)


def test_nobody_at_an_address_is_a_failure() -> None:
    assert "cannot be reached" in reason(read_all("http://127.0.0.1:9/"))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1:80", "localhost", "10.1.2.3", "192.168.0.1", "169.254.169.254", "[::1]", "printer.local"],
)
def test_these_hosts_are_private(host: str) -> None:
    assert web.is_private(host)


def test_a_public_host_may_not_redirect_into_a_private_network(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = web.is_private
    monkeypatch.setattr(web, "is_private", lambda host: private(host) and not host.startswith("127."))
    monkeypatch.setitem(REDIRECTS, "/inside", f"http://localhost:{site.rpartition(':')[2]}/page")
    assert "it redirects into a private network (localhost)" in reason(read_all(f"{site}/inside"))
