"""`curator serve` says where it is and who may come in, and starts what it was told with any path."""

import http.client
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from curator import Workspace
from curator.cli import main
from curator.models import CuratorError
from curator.web import is_loopback, review_command, serve

ARTICLE = 'The minister, Jane Roe, said the bridge is safe.\n\n"It will open on Monday," Roe said.\n'


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database whose path a shell would take apart."""
    folder = tmp_path / 'it\'s a $(touch pwned) "folder" & more; x'
    folder.mkdir()
    (folder / "bridge.txt").write_text(ARTICLE)
    with Workspace.open(folder / "claims of spring.db", reviewer="ana") as workspace:
        assert workspace.add([folder / "bridge.txt"]).claims_added
    return folder / "claims of spring.db"


@contextmanager
def serving(database: Path, *options: str) -> Iterator[tuple[int, list[str]]]:
    """A running server: its port and what it said at the start."""
    command = [sys.executable, "-m", "curator", "serve", "--db", str(database), "--port", "0", *options]
    server = subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, cwd=database.parent
    )
    try:
        assert server.stderr is not None
        said = [server.stderr.readline().rstrip("\n") for _ in range(2)]
        found = re.search(r"http://\S+?:(\d+)", said[0])
        assert found, [*said, server.stderr.read()]
        port = int(found[1])
        _wait_for(port)
        yield port, said
    finally:
        server.send_signal(signal.SIGINT)
        try:
            status = server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            raise
    assert status == 0


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the server never listened")


def asked(port: int, path: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(
        "GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = connection.getresponse()
    return answer.status, answer.read().decode(errors="replace"), dict(answer.getheaders())


pytest.importorskip("textual_serve")


def test_it_says_where_it_is_as_whom_and_that_there_is_no_login(database: Path) -> None:
    with serving(database, "--reviewer", "ana") as (port, said):
        assert f"as ana at http://127.0.0.1:{port} (Ctrl-C stops)" in said[0]
        assert said[1].startswith("there is no login")


def test_it_is_reached_on_this_computer_alone(database: Path) -> None:
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    with serving(database) as (port, _):
        for address in others - {"127.0.0.1"}:
            if address.startswith("127."):
                continue
            with pytest.raises(OSError):
                socket.create_connection((str(address), port), 1)


def test_another_address_is_warned_of(database: Path) -> None:
    with serving(database, "--host", "0.0.0.0") as (_, said):
        assert said[1].startswith("WARNING: there is no login and no encryption")


def test_the_page_names_nothing_from_elsewhere(database: Path) -> None:
    with serving(database) as (port, _):
        status, page, headers = asked(port, "/")
        assert status == 200
        assert "://" not in re.sub(r'replace\(/\^http/, "ws"\)', "", page)
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        for resource in re.findall(r'(?:src|href)="([^"]+)"', page):
            assert resource == "data:," or asked(port, resource)[0] == 200


def test_the_name_of_the_database_is_text_on_the_page(database: Path, tmp_path: Path) -> None:
    odd = tmp_path / "<script>alert(1)</script>.db".replace("/", "")
    database.rename(odd)
    with serving(odd) as (port, _):
        page = asked(port, "/")[1]
        assert "<script>alert" not in page and "&lt;script&gt;alert" in page


WEBSOCKET = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


def test_a_page_of_another_site_can_neither_open_the_screen_nor_see_the_page(database: Path) -> None:
    with serving(database) as (port, _):
        assert asked(port, "/", Host="evil.example")[0] == 403
        assert asked(port, "/ws", Origin="https://evil.example", **WEBSOCKET)[0] == 403
        assert asked(port, "/ws", Host="evil.example", Origin="http://evil.example", **WEBSOCKET)[0] == 403
        assert asked(port, "/download/x", Origin="https://evil.example")[0] == 403


def test_a_name_that_was_told_is_answered_to(database: Path) -> None:
    with serving(database, "--name", "review.example") as (port, _):
        assert asked(port, "/", Host="review.example")[0] == 200


@pytest.mark.skipif(os.name != "posix", reason="the shell of POSIX")
def test_any_path_and_name_reaches_the_review_as_it_is(tmp_path: Path) -> None:
    odd = tmp_path / "a b'c\"d$(e)`f`;g&h\\i*?.db"
    words = shlex.split(review_command(odd, "-ana; rm -rf ~"))
    assert words == ["exec", sys.executable, "-m", "curator.web.tab", str(odd), "-ana; rm -rf ~"]


def test_no_shell_runs_what_a_path_holds(database: Path) -> None:
    printed = review_command(database, "ana").replace(f"exec {shlex.quote(sys.executable)}", "printf '%s\\n'")
    shown = subprocess.run(
        printed, shell=True, capture_output=True, text=True, check=True, cwd=database.parent
    )
    assert shown.stdout.splitlines() == ["-m", "curator.web.tab", str(database), "ana"]
    assert not (database.parent / "pwned").exists()


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True), ("127.8.9.1", True), ("localhost", True), ("::1", True), ("[::1]", True),
        ("0.0.0.0", False), ("::", False), ("192.168.1.7", False), ("example.org", False),
    ],
)  # fmt: skip
def test_only_addresses_of_this_computer_are_called_so(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_a_port_that_is_taken_is_said(database: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CuratorError, match=f"cannot listen on 127.0.0.1 port {port}: .*in use"):
            serve(database, "ana", port=port, say=lambda words: None)


def test_a_database_that_is_not_there_is_said_before_anything_is_served(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--db", str(tmp_path / "none.db")]) == 1
    said = capsys.readouterr().err
    assert "none.db" in said and "http" not in said


@pytest.mark.parametrize("port", ["-1", "65536", "x"])
def test_what_is_no_port_is_a_mistyped_command(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--port", port]) == 2
    assert "is no port" in capsys.readouterr().err


async def _decided_by_key(port: int) -> None:
    """Open a screen without a browser, confirm the first claim, and wait until the screen says so."""
    import aiohttp

    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"http://127.0.0.1:{port}/ws?width=100&height=30") as screen,
    ):
        drawn = b""
        while b"bridge" not in drawn:
            drawn += await screen.receive_bytes(timeout=20)
        await screen.send_json(["stdin", "c"])
        while b"confirmed" not in drawn:
            drawn += await screen.receive_bytes(timeout=20)


async def test_the_first_screen_is_as_wide_as_the_page(database: Path) -> None:
    import aiohttp

    with serving(database) as (port, _):
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(f"http://127.0.0.1:{port}/ws?width=100&height=30") as screen,
        ):
            drawn = b""
            while b"bridge" not in drawn:
                drawn += await screen.receive_bytes(timeout=20)
    signs = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", drawn.decode(errors="replace"))
    assert max(len(edge) for edge in re.findall("(?:╰─+╯)+", signs)) == 100


async def test_a_key_from_a_page_is_a_decision_in_the_database(database: Path) -> None:
    with serving(database, "--reviewer", "ana") as (port, _):
        await _decided_by_key(port)
    with Workspace.open(database, reviewer="ben") as workspace:
        decided = [(event.kind, event.reviewer.partition("@")[0]) for event in workspace.log()]
    assert decided == [("confirm", "ana")]


def _reviews_of(server: int) -> list[int]:
    """The processes behind the open screens of a server."""
    found = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True)
    pairs = [tuple(map(int, line.split())) for line in found.stdout.splitlines()]
    return [pid for pid, parent in pairs if parent == server]


def _gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.skipif(os.name != "posix", reason="elsewhere nobody tells a process that its parent is gone")
@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
async def test_no_review_outlives_its_server(database: Path, ending: signal.Signals) -> None:
    import aiohttp

    command = [sys.executable, "-m", "curator", "serve", "--db", str(database), "--port", "0"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    found = re.search(r"http://\S+?:(\d+)", server.stderr.readline())
    assert found
    _wait_for(int(found[1]))
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"http://127.0.0.1:{found[1]}/ws") as screen,
    ):
        await screen.receive_bytes(timeout=20)
        (review,) = _reviews_of(server.pid)
        server.send_signal(ending)
        with suppress(TypeError):
            while True:
                await screen.receive_bytes(timeout=10)
    server.wait(10)
    server.stderr.close()
    for _ in range(100):
        if _gone(review):
            return
        time.sleep(0.1)
    os.kill(review, signal.SIGKILL)
    raise AssertionError("the review went on without its server")


async def test_there_is_an_end_to_how_many_screens_are_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    from aiohttp import web
    from aiohttp.test_utils import make_mocked_request

    from curator.web import server

    monkeypatch.setattr(server, "MOST_SCREENS", 0)
    one_more = make_mocked_request("GET", "/ws", headers={"Host": "127.0.0.1:8000"})
    with pytest.raises(web.HTTPServiceUnavailable):
        await server.ReviewServer("true", "127.0.0.1", 8000, "db", ()).handle_websocket(one_more)
