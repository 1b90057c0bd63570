"""Only pages that the server has served, under a name that is this computer's, may talk to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.web.admission import admitted, own_names

NAMES = own_names("127.0.0.1", ["review.example"])


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("127.0.0.1:8000", None),
        ("127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("localhost:8000", "http://localhost:8000"),
        ("LOCALHOST:8000", "http://localhost:8000"),
        ("[::1]:8000", "http://[::1]:8000"),
        ("192.168.1.7:8000", "http://192.168.1.7:8000"),
        ("review.example", "https://review.example"),
        ("review.example:443", "https://review.example"),
    ],
)
def test_our_own_pages_are_admitted(host: str, origin: str | None) -> None:
    assert admitted(host, origin, NAMES)


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("127.0.0.1:8000", "https://evil.example"),
        ("127.0.0.1:8000", "http://127.0.0.1:9999"),
        ("127.0.0.1:8000", "http://localhost:8000"),
        ("127.0.0.1:8000", "null"),
        ("127.0.0.1:8000", ""),
        ("127.0.0.1:8000", "file://"),
        ("127.0.0.1:8000", "http://127.0.0.1:8000@evil.example"),
        ("127.0.0.1:8000", "http://evil.example/127.0.0.1:8000"),
        ("evil.example:8000", "http://evil.example:8000"),
        ("evil.example:8000", None),
        ("localhost.evil.example", "http://localhost.evil.example"),
        ("", None),
        (None, None),
        ("[::1", None),
        ("127.0.0.1:80000000", "http://127.0.0.1:80000000"),
    ],
)
def test_other_sites_are_turned_away_also_under_a_name_that_leads_here(
    host: str | None, origin: str | None
) -> None:
    assert not admitted(host, origin, NAMES)


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_header_at_all_is_too_odd(host: str, origin: str) -> None:
    assert admitted(host, origin, NAMES) in (True, False)


@given(st.from_regex(r"[a-z]{1,10}(\.[a-z]{2,8}){1,3}", fullmatch=True))
def test_no_name_of_another_site_is_taken_for_ours(name: str) -> None:
    assert admitted(name, f"http://{name}", NAMES) == (name in NAMES)
