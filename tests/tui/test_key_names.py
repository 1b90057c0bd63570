"""Keys can be written as people write them, and come out under the names that Textual sends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import Keys, _character_to_key

from curator.tui import key_names
from curator.tui.key_names import KEY_NAMES, key_name, key_of
from curator.tui.keys import ACTIONS


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("y", "y"), ("Y", "Y"), ("ö", "ö"), ("7", "7"), ("?", "question_mark"), ("+", "plus"),
        (" ", "space"), (",", "comma"), ("Esc", "escape"), ("Return", "enter"), ("PgDn", "pagedown"),
        ("F5", "f5"), ("↑", "up"), ("Ctrl+R", "ctrl+r"), ("control+r", "ctrl+r"), ("Shift+r", "R"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("ctrl++", "ctrl+plus"), ("alt+?", "alt+question_mark"), ("ctrl+m", "enter"), ("ctrl+i", "tab"),
        ("shift + tab", "shift+tab"),
    ],
)  # fmt: skip
def test_a_key_as_people_write_it_is_known(spelling: str, key: str) -> None:
    assert key_of(spelling) == key


@pytest.mark.parametrize(
    "spelling",
    [
        "", "yy", "ctrl+", "+y", "++", "ctrl+ctrl+y", "hold+y", "shift+?", "shift+7", "\x1b", "\n", "f25",
        "ctrl+yy", "\ue000",
    ],
)  # fmt: skip
def test_what_is_no_key_is_not_known(spelling: str) -> None:
    assert key_of(spelling) is None


def test_every_key_that_an_action_has_is_known_by_the_same_name() -> None:
    assert {key: key_of(key) for action in ACTIONS for key in action.keys} == {
        key: key for action in ACTIONS for key in action.keys
    }


def test_a_key_can_be_written_as_the_program_shows_it() -> None:
    assert {key: key_of(key_name(key)) for action in ACTIONS for key in action.keys} == {
        key: key for action in ACTIONS for key in action.keys
    }


def test_the_names_are_those_of_textual() -> None:
    textual_keys = {key.value for key in Keys}
    assert set(key_names.NAMED) <= textual_keys
    assert all(_character_to_key(sign) == name for name, sign in key_names.SIGNS.items())


@given(st.characters())
def test_a_sign_has_the_name_that_textual_sends_for_it(sign: str) -> None:
    key = key_of(sign)
    assert key is None or sign in "↑↓←→ " or key == _character_to_key(sign)


@given(st.sampled_from(KEY_NAMES), st.sets(st.sampled_from(["ctrl", "alt", "super"])))
def test_a_known_key_stays_what_it_is(name: str, modifiers: set[str]) -> None:
    whole = "+".join([*sorted(modifiers), name])
    key = key_of(whole)
    assert key is not None and key_of(key) == key
