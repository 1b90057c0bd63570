"""The one table of keys."""

import subprocess
import sys

import pytest

from curator.models import CuratorError
from curator.tui.actions import CONTEXTS
from curator.tui.key_names import key_name
from curator.tui.keymap import KeyClash, Keymap
from curator.tui.keys import ACTIONS
from curator.tui.screens.clusters import ClustersScreen
from curator.tui.screens.compare import CompareScreen
from curator.tui.screens.find import FindScreen
from curator.tui.screens.help import HelpScreen
from curator.tui.screens.history import HistoryScreen
from curator.tui.screens.progress import ProgressScreen
from curator.tui.screens.refusal import RefusalScreen
from curator.tui.screens.review import ReviewScreen
from curator.tui.screens.speaker import SpeakerScreen
from curator.tui.widgets.article_view import ArticleView
from curator.tui.widgets.choice_line import ChoiceLine
from curator.tui.widgets.prompt_line import CleanInput
from curator.tui.workbench import Workbench

HOMES = {
    "anywhere": Workbench,
    "review": ReviewScreen,
    "compare": CompareScreen,
    "claims": ClustersScreen,
    "history": HistoryScreen,
    "progress": ProgressScreen,
    "span": ArticleView,
    "contradiction": ChoiceLine,
    "edit": ChoiceLine,
    "verdict": ChoiceLine,
    "repeat": ChoiceLine,
    "jump": ChoiceLine,
    "mark": ChoiceLine,
    "chip": ChoiceLine,
    "together": ChoiceLine,
    "prompt": CleanInput,
    "find": FindScreen,
    "refusal": RefusalScreen,
    "speaker": SpeakerScreen,
    "page": HelpScreen,
}


def test_the_default_keys_do_not_clash() -> None:
    Keymap().check()


def test_every_action_has_a_help_line_and_an_id_of_its_own() -> None:
    assert all(action.help.endswith(".") or action.help.endswith('".') for action in ACTIONS)
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)


@pytest.mark.parametrize("action", [a for a in ACTIONS if a.context in HOMES], ids=lambda action: action.id)
def test_every_action_has_its_method_where_it_is_listened_to(action) -> None:
    name = action.name.partition("(")[0]
    assert callable(getattr(HOMES[action.context], f"action_{name}"))


@pytest.mark.parametrize("context", [*CONTEXTS])
def test_every_context_has_keys(context) -> None:
    assert Keymap().of_context(context)


def test_a_key_of_ones_own_takes_the_place_of_the_default() -> None:
    keymap = Keymap.of({"review.confirm": ["y"]})
    found = keymap.find("review", "y")
    assert found is not None
    assert found.id == "review.confirm"
    assert keymap.find("review", "c") is None


def test_giving_one_key_to_two_actions_is_refused_and_names_both() -> None:
    with pytest.raises(KeyClash) as clash:
        Keymap.of({"review.confirm": ["r"]})
    assert "review.confirm" in str(clash.value)
    assert "review.reject" in str(clash.value)


def test_swapping_two_keys_is_no_clash() -> None:
    keymap = Keymap.of({"review.confirm": ["r"], "review.reject": ["c"]})
    assert keymap.action("review.reject").keys == ("c",)


def test_an_unknown_action_is_refused() -> None:
    with pytest.raises(CuratorError, match=r"no action 'review\.fly'"):
        Keymap.of({"review.fly": ["f"]})


@pytest.mark.parametrize(
    ("key", "shown"), [("question_mark", "?"), ("ctrl+r", "Ctrl+R"), ("shift+down", "Shift+↓"), ("S", "S")]
)
def test_keys_are_named_as_people_write_them(key: str, shown: str) -> None:
    assert key_name(key) == shown


def test_the_table_can_be_read_without_loading_a_screen() -> None:
    code = "import sys, curator.tui.keys; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
