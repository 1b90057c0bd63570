"""Pages from web addresses: one GET with a time limit, a size cap and a check of every redirect.

Never follows a redirect away from the web, nor from a public host into a private network, and never
sends anything but the request.
"""

from __future__ import annotations

import http.client
import ipaddress
import os.path
import socket
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from dataclasses import dataclass
from email.message import Message
from queue import Empty, Queue
from threading import Thread
from typing import IO

from curator.ingest.intake import Unreadable, too_large
from curator.ingest.registry import Format, by_media_type, by_suffix

_SECONDS_OF_SILENCE = 10
_SECONDS_IN_ALL = 20
"""From asking for the host's address to the last byte, redirects and all."""
_GRACE = 0.2
"""Seconds more for the fetching itself to say what it waited for."""
_TOO_LONG = "the server took too long to answer"
_MOST_REDIRECTS = 5
_CHUNK = 65_536
_SAYS_NOTHING = frozenset({"", "text/plain", "application/octet-stream", "binary/octet-stream"})
_ACCEPTED = "text/html,application/xhtml+xml,text/plain;q=0.9,application/pdf;q=0.8,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Page:
    """What a web server sent."""

    data: bytes
    url: str
    """The address after redirects, without its fragment."""
    charset: str
    format: Format | None
    """None where neither the server nor the address tells."""


def fetched(address: str, max_bytes: int, *, seconds: float = _SECONDS_IN_ALL) -> Page:
    """The page at an http(s) address; raises Unreadable with a reason for people."""
    answers: Queue[Page | BaseException] = Queue()

    def fetch() -> None:
        try:
            answers.put(_fetched(address, max_bytes, seconds))
        except BaseException as error:
            answers.put(error)

    # in a thread, because neither names that are looked up nor headers that drip heed a socket's time limit
    Thread(target=fetch, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds + _GRACE)
    except Empty:
        raise Unreadable(_TOO_LONG) from None
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _fetched(address: str, max_bytes: int, seconds: float) -> Page:
    deadline = time.monotonic() + seconds
    try:
        request = urllib.request.Request(  # noqa: S310  (the scheme is checked by _plain)
            _plain(address),
            headers={
                "User-Agent": "curator (reads one article for its user)",
                "Accept": _ACCEPTED,
                "Accept-Encoding": "identity",
            },
        )
        opener = urllib.request.build_opener(_CheckedRedirects(request.host))
        with opener.open(request, timeout=min(_SECONDS_OF_SILENCE, seconds)) as response:
            data = _unpacked(_body(response, max_bytes, deadline), response.headers, max_bytes)
            media_type = response.headers.get_content_type() if "content-type" in response.headers else ""
            url = urllib.parse.urldefrag(response.url).url
            charset = response.headers.get_content_charset("")
    except urllib.error.HTTPError as error:
        error.close()
        raise Unreadable(_status_words(error)) from None
    except TimeoutError:
        raise Unreadable(_TOO_LONG) from None
    except urllib.error.URLError as error:
        late = isinstance(error.reason, TimeoutError)
        reason = _TOO_LONG if late else f"cannot be reached: {error.reason}"
        raise Unreadable(reason) from None
    except (http.client.HTTPException, OSError, ValueError) as error:
        raise Unreadable(f"cannot be fetched: {error or type(error).__name__}") from None
    if not data:
        raise Unreadable("the server sent nothing (0 bytes)")
    return Page(data, url, charset, _format(media_type, url))


def _status_words(error: urllib.error.HTTPError) -> str:
    if 300 <= error.code < 400:
        return f"it redirects ({error.code}) in a circle, too often, or to where is no http or https address"
    return f"the server answered {error.code} {error.reason}".strip()


def _plain(address: str) -> str:
    """The address in ASCII, as it goes over the wire; raises Unreadable when it is not one."""
    try:
        parts = urllib.parse.urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise Unreadable(f"not a web address: {error}") from None
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise Unreadable("not an http or https address")
    if "@" in parts.netloc:
        raise Unreadable("an address with a name or password in it is not read")
    try:
        name = host.encode("idna").decode("ascii")
    except UnicodeError:
        raise Unreadable(f"not a host name: {host}") from None
    place = f"[{name}]" if ":" in name else name
    netloc = place if port is None else f"{place}:{port}"
    path = urllib.parse.quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    query = urllib.parse.quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urllib.parse.urlunsplit((parts.scheme.lower(), netloc, path, query, ""))


class _CheckedRedirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to the web, and into a private network only from one."""

    max_redirections = _MOST_REDIRECTS

    def __init__(self, first_host: str) -> None:
        self.from_private = is_private(first_host)

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        parts = urllib.parse.urlsplit(newurl)
        if parts.scheme.lower() not in ("http", "https"):
            raise Unreadable(f"it redirects to an address that is not http or https ({parts.scheme})")
        if not self.from_private and is_private(parts.netloc):
            raise Unreadable(f"it redirects into a private network ({parts.hostname})")
        return super().redirect_request(req, fp, code, msg, headers, _plain(newurl))


def is_private(netloc: str) -> bool:
    """Whether a host, with or without its port, is this machine or on a network of its own."""
    host = urllib.parse.urlsplit(f"//{netloc}").hostname or ""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        pass
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False  # behind a proxy no names are resolved here, and nothing is connected to either
    return any(not ipaddress.ip_address(str(entry[4][0]).partition("%")[0]).is_global for entry in found)


def _body(response: http.client.HTTPResponse, max_bytes: int, deadline: float) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := response.read1(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > max_bytes:
            raise Unreadable(too_large(max_bytes))
        if time.monotonic() > deadline:
            raise Unreadable("the server sends too slowly")
    declared = response.headers.get("content-length", "")
    if declared.isdigit() and size < int(declared):
        raise Unreadable(f"the connection broke after {size} of {declared} bytes")
    return b"".join(chunks)


def _unpacked(data: bytes, headers: Message, max_bytes: int) -> bytes:
    """The body without a compression that nobody asked for, never more than the cap."""
    coding = headers.get("content-encoding", "identity").strip().lower()
    if coding in ("", "identity"):
        return data
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise Unreadable(f"the server sent it packed as {coding}")
    try:
        unpacked = zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(data, max_bytes + 1)
    except zlib.error as error:
        raise Unreadable(f"what the server packed cannot be unpacked: {error}") from None
    if len(unpacked) > max_bytes:
        raise Unreadable(too_large(max_bytes))
    return unpacked


def _format(media_type: str, url: str) -> Format | None:
    """The format that the server names; the end of the address where the server says nothing of use."""
    named = by_suffix(os.path.splitext(urllib.parse.urlsplit(url).path)[1].lower())  # noqa: PTH122
    if media_type in _SAYS_NOTHING:
        return named or by_media_type(media_type)
    known = by_media_type(media_type)
    if known is None:
        raise Unreadable(f"the server sent {media_type}, which cannot be read")
    return known
