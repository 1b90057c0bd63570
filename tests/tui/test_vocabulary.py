"""Settings can name every action, key and theme that there is, and come into force."""

import pytest

from curator.settings import SettingsError, read
from curator.tui.key_names import types_a_sign
from curator.tui.keymap import Keymap
from curator.tui.keys import ACTIONS
from curator.tui.palettes import THEMES
from curator.tui.vocabulary import THEME_NAMES, vocabulary


def test_every_action_can_be_given_another_key_and_is_then_reached_by_it() -> None:
    known = vocabulary()
    for action in ACTIONS:
        settings = read(f'[keys]\n"{action.id}" = "f24"', known)
        assert Keymap.of(settings.keys).action(action.id).keys == ("f24",)


def test_the_default_keys_written_down_are_accepted() -> None:
    lines = [f'"{action.id}" = {list(action.keys)}' for action in ACTIONS]
    settings = read("[keys]\n" + "\n".join(lines), vocabulary())
    assert Keymap.of(settings.keys) == Keymap()


def test_a_view_s_key_cannot_be_one_that_works_everywhere() -> None:
    with pytest.raises(SettingsError, match=r'"q" is given to both review\.confirm and anywhere\.quit'):
        read('[keys]\nreview.confirm = "q"', vocabulary())


def test_a_question_s_key_can_be_one_that_means_something_else_in_a_view() -> None:
    question = next(action for action in ACTIONS if action.context == "contradiction")
    assert read(f'[keys]\n"{question.id}" = "c"', vocabulary()).keys == {question.id: ("c",)}


def test_what_settings_accept_the_table_of_keys_accepts() -> None:
    for action in ACTIONS:
        for key in ("c", "q", "enter", "question_mark"):
            try:
                settings = read(f'[keys]\n"{action.id}" = "{key}"', vocabulary())
            except SettingsError:
                continue
            Keymap.of(settings.keys)


def test_every_context_with_a_field_keeps_its_keys_from_typing() -> None:
    beside_typing = {action.id for action in vocabulary().actions if action.beside_typing}
    assert {action.context for action in ACTIONS if action.id in beside_typing} == {"prompt", "find"}
    assert not any(
        types_a_sign(key) for action in ACTIONS if action.id in beside_typing for key in action.keys
    )


def test_the_themes_are_those_that_the_screen_has() -> None:
    assert tuple(theme.name for theme in THEMES) == THEME_NAMES
