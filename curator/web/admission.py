"""Who may talk to the server: its own pages, asked for by a name that is this computer's.

A page of another site that the reviewer visits can open WebSockets to this computer, and a name that the
other site's owner points at this computer makes it look like our own (DNS rebinding). Both would let it type
keys into the review. So the name asked for must be ours or a bare address, and a browser must say that the
page asking is ours.
"""

from __future__ import annotations

import socket
from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit


def own_names(host: str, names: Iterable[str] = ()) -> frozenset[str]:
    """What this computer is called in addresses, lower case."""
    machine = socket.gethostname()
    known = {"localhost", host, machine, f"{machine}.local", *names}
    return frozenset(name.lower().rstrip(".") for name in known if name)


def admitted(host: str | None, origin: str | None, names: frozenset[str]) -> bool:
    """Whether a request with these `Host` and `Origin` headers comes from a page of ours.

    Programs that are no browsers send no `Origin`; no web page can leave it out of a WebSocket's request.
    """
    asked = _name(f"//{host or ''}")
    if not asked or not (asked in names or _is_address(asked)):
        return False
    here = _place(f"//{host}")
    return here is not None and (origin is None or _place(origin) == here)


def _name(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _place(address: str) -> tuple[str, int | None] | None:
    """The name and port in an address; the scheme is left out, since a proxy may add encryption."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    if not parts.hostname or parts.path not in ("", "/") or parts.username is not None:
        return None
    return parts.hostname, None if port in (80, 443) else port
