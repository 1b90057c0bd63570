"""The review in a browser: the same screen, sent over a WebSocket by textual-serve (extra `web`).

Each browser tab runs a review of its own, as the same reviewer. There is no login, so it listens on this
computer alone unless told otherwise, and answers only to pages that it has served itself. Never loads
anything from another site.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterable
from ipaddress import ip_address

from curator.models import CuratorError
from curator.text import visible_line

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000


def serve(
    db: str | os.PathLike[str],
    reviewer: str,
    *,
    host: str = DEFAULT_HOST,
    port: int = DEFAULT_PORT,
    names: Iterable[str] = (),
    say: Callable[[str], None],
) -> None:
    """Serve the review of `db` until Ctrl-C or SIGTERM; `say` gets one line at a time for the user.

    `port` 0 takes any that is free. `names`: what else this computer is called in addresses, as behind a
    proxy. Raises CuratorError when the address cannot be used or the extra is not installed.
    """
    try:
        from curator.web.server import ReviewServer
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("textual_serve", "aiohttp"):
            raise
        raise CuratorError(
            "the review in a browser needs an extra: pipx install --force '.[web]' in Curator's own folder, "
            "then `curator serve` again"
        ) from error
    port = _free_port(host, port)
    server = ReviewServer(review_command(db, reviewer), host, port, os.fspath(db), names)
    what = f"the review of {visible_line(os.fspath(db))} as {visible_line(reviewer)}"
    say(f"serving {what} at {server.public_url} (Ctrl-C stops)")
    if is_loopback(host):
        say("there is no login: every program and user of this computer can open it and decide in that name")
    else:
        say(
            "WARNING: there is no login and no encryption: everybody who can reach "
            f"{host} port {port} can read the articles and decide in that name"
        )
    server.serve()


def review_command(db: str | os.PathLike[str], reviewer: str) -> str:
    """The command line of one tab's review, quoted for the shell that textual-serve hands it to."""
    words = [sys.executable, "-m", "curator.web.tab", os.path.abspath(db), reviewer]  # noqa: PTH100
    if os.name == "posix":
        return "exec " + shlex.join(words)  # no shell stays between the server and the review
    return subprocess.list2cmdline(words)


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach `host`."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _free_port(host: str, port: int) -> int:
    """`port` where it can be listened on, any free one for 0; raises CuratorError."""
    import socket

    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.create_server((host, port), family=family) as listener:
            return int(listener.getsockname()[1])
    except (OSError, OverflowError, UnicodeError) as error:
        reason = getattr(error, "strerror", "") or str(error)
        raise CuratorError(
            f"cannot listen on {host} port {port}: {reason}; --port 0 takes any free port"
        ) from error
