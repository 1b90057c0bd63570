"""Settings are read from one small file, or refused in one line that says where and what was expected."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.models import CuratorError
from curator.settings import MAX_BYTES, Bindable, Settings, SettingsError, Vocabulary, load, path, read

Read = Callable[[str], Settings]

VOCABULARY = Vocabulary(
    actions=(
        Bindable("review.confirm", ("c",), frozenset({"review"})),
        Bindable("review.reject", ("r",), frozenset({"review"})),
        Bindable("review.related.-1", ("K", "shift+up"), frozenset({"review"})),
        Bindable("span.accept", ("enter",), frozenset({"span"})),
        Bindable("prompt.done", ("enter",), frozenset({"prompt"}), beside_typing=True),
        Bindable("anywhere.help", ("question_mark",), frozenset({"anywhere", "review"})),
    ),
    key={
        "c": "c", "r": "r", "y": "y", "K": "K", "?": "question_mark", "question_mark": "question_mark",
        "Esc": "escape", "enter": "enter", "ctrl+y": "ctrl+y",
    }.get,
    types=lambda key: len(key) == 1 or key == "question_mark",
    key_names=("question_mark", "escape", "enter"),
    themes=("curator-dark", "curator-light"),
)  # fmt: skip


def parsed(text: str) -> Settings:
    return read(text, VOCABULARY, "config.toml")


def said_of(text: str) -> str:
    with pytest.raises(SettingsError) as error:
        parsed(text)
    assert isinstance(error.value, CuratorError)
    assert len(str(error.value).splitlines()) == 1
    return str(error.value)


def test_an_empty_file_gives_the_defaults() -> None:
    assert parsed("") == Settings(keys={}, theme="", ascii=False, reviewer="")


def test_what_one_is_guarded_against_can_be_chosen() -> None:
    assert (parsed("").blind, parsed("").repeat, parsed("").pace) == (False, 0, True)
    chosen = parsed("blind = true\nrepeat = 2.5\npace = false")
    assert (chosen.blind, chosen.repeat, chosen.pace) == (True, 2.5, False)


def test_every_setting_can_be_set() -> None:
    settings = parsed(
        'theme = "curator-light"\nascii = true\nreviewer = "Ana B."\n[keys]\n"review.confirm" = "y"'
    )
    assert settings == Settings(
        keys={"review.confirm": ("y",)}, theme="curator-light", ascii=True, reviewer="Ana B."
    )


@pytest.mark.parametrize(
    "text",
    [
        '[keys]\n"review.confirm" = ["y", "?"]\n"anywhere.help" = "Esc"',
        '[keys]\nreview.confirm = ["y", "?"]\nanywhere.help = "Esc"',
        '[keys.review]\nconfirm = ["y", "?"]\n[keys.anywhere]\nhelp = "Esc"',
        'keys = {review = {confirm = ["y", "question_mark"]}, "anywhere.help" = "Esc"}',
    ],
)
def test_an_action_can_be_named_with_quotes_dots_or_tables(text: str) -> None:
    assert parsed(text).keys == {"review.confirm": ("y", "question_mark"), "anywhere.help": ("escape",)}


def test_an_action_with_a_minus_needs_no_quotes() -> None:
    assert parsed('[keys]\nreview.related.-1 = "y"').keys == {"review.related.-1": ("y",)}


def test_two_actions_that_are_never_listened_to_together_may_share_a_key() -> None:
    assert parsed('[keys]\nspan.accept = "c"').keys == {"span.accept": ("c",)}


def test_two_actions_can_swap_their_keys() -> None:
    assert parsed('[keys]\nreview.confirm = "r"\nreview.reject = "c"').keys["review.reject"] == ("c",)


def test_where_text_is_typed_a_key_that_types_is_refused() -> None:
    assert parsed('[keys]\nprompt.done = "ctrl+y"').keys
    for key in ("y", "?"):
        assert "types a sign" in said_of(f'[keys]\nprompt.done = ["ctrl+y", "{key}"]')


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('\n[keys]\nreview.confirm = "r"', 3, ["review.confirm", "review.reject", '"r"']),
        ('[keys]\n\nreview.confirm = "?"', 3, ["review.confirm", "anywhere.help"]),
        (
            '[keys]\nreview.confirm = "y"\nreview.reject = ["y"]',
            3,
            ["review.confirm", "review.reject", '"y"'],
        ),
    ],
)
def test_one_key_for_two_actions_is_refused_with_both_names(text: str, line: int, words: list[str]) -> None:
    said = said_of(text)
    assert said.startswith(f"config.toml, line {line}: keys.")
    assert all(word in said for word in words)


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ('them = "x"', "config.toml, line 1: them:", 'did you mean "theme"?'),
        ("colour = 1", "config.toml, line 1: colour:", "there are keys, theme, ascii, reviewer, blind"),
        ('\ntheme = "curator-lite"', "config.toml, line 2: theme:", 'did you mean "curator-light"?'),
        ('theme = "zzz"', "config.toml, line 1: theme:", "there are curator-dark, curator-light"),
        ("theme = 3", "config.toml, line 1: theme:", "found a number"),
        ('ascii = "yes"', "config.toml, line 1: ascii:", 'true or false, without quotes, found "yes"'),
        ('reviewer = "a\\nb"', "config.toml, line 1: reviewer:", "on one line"),
        ('reviewer = "  "', "config.toml, line 1: reviewer:", "a name in quotes"),
        ("reviewer = true", "config.toml, line 1: reviewer:", "found true"),
        ("blind = 1", "config.toml, line 1: blind:", "true or false, without quotes, found a number"),
        ('pace = "off"', "config.toml, line 1: pace:", 'true or false, without quotes, found "off"'),
        ("repeat = true", "config.toml, line 1: repeat:", "hundred claims, 0 to 50, like 5, found"),
        ("repeat = 51", "config.toml, line 1: repeat:", "found 51"),
        ("repeat = -1", "config.toml, line 1: repeat:", "found -1"),
        ("repeat = nan", "config.toml, line 1: repeat:", "found nan"),
        ('repeat = "5%"', "config.toml, line 1: repeat:", 'found "5%"'),
        ("keys = 1", "config.toml, line 1: keys:", "expected a table"),
        ('[keys]\nreview.confrm = "y"', "config.toml, line 2: keys.review.confrm:", '"review.confirm"?'),
        ('[keys]\n"review.confirm" = "yy"', "config.toml, line 2: keys.review.confirm:", 'no key "yy"'),
        ('[keys.review]\nconfirm = "escpe"', "config.toml, line 2: keys.review.confirm:", '"escape"?'),
        ('[keys]\nreview.confirm = "ctrl+escap"', "config.toml, line 2:", '"ctrl+escape"?'),
        ("[keys]\nreview.confirm = []", "config.toml, line 2:", "at least one key"),
        ("[keys]\nreview.confirm = 5", "config.toml, line 2:", 'a key in quotes ("y") or a list of keys'),
        ("[keys]\nreview.confirm = [5]", "config.toml, line 2:", "found a list"),
        ('[keys]\n"review.confirm" = "y"\nreview.confirm = "c"', "config.toml", "keys twice"),
        ('[keys.review.confirm]\nmore = "y"', "config.toml, line 2: keys.review.confirm.more:", "no such"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line_and_what_was_expected(text: str, where: str, words: str) -> None:
    said = said_of(text)
    assert said.startswith(where)
    assert words in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("theme = \n", "config.toml, line 1, column 9: not TOML: invalid value"),
        ('ascii = true\ntheme = "a', "config.toml, "),
        ("theme = 'a'\ntheme = 'b'", "config.toml, "),
        ("a=" + "[" * 5000, "config.toml"),
    ],
)
def test_what_is_no_toml_is_said_with_line_and_column(text: str, said: str) -> None:
    assert said_of(text).startswith(said)


@given(st.text(max_size=80))
def test_no_text_at_all_does_more_than_set_or_be_refused_in_one_visible_line(text: str) -> None:
    try:
        assert isinstance(parsed(text), Settings)
    except SettingsError as error:
        assert str(error).isprintable()


@given(st.text(max_size=20), st.sampled_from(["theme", "reviewer", "keys.review.confirm", "keys"]))
def test_no_value_steers_the_terminal_of_who_reads_the_error(value: str, name: str) -> None:
    escaped = "".join(f"\\U{ord(c):08x}" for c in value if not 0xD800 <= ord(c) < 0xE000)
    try:
        parsed(f'{name} = "{escaped}"')
    except SettingsError as error:
        assert "\x1b" not in str(error) and len(str(error).splitlines()) == 1


def test_the_line_is_left_out_where_two_entries_look_the_same() -> None:
    assert said_of('theme = 4\nreviewer = """\ntheme = 3\n"""').startswith("config.toml: theme:")


def test_a_table_whose_entries_are_all_commented_out_is_no_error() -> None:
    assert parsed('[keys.review]\n# confirm = "y"') == Settings()


def test_without_a_file_nothing_is_read_or_asked(tmp_path: Path) -> None:
    def vocabulary() -> Vocabulary:
        raise AssertionError("asked without need")

    assert load(vocabulary, {"CURATOR_CONFIG": ""}) == Settings()


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"gone\.toml: there is no such file; \$CURATOR_CONFIG"):
        load(lambda: VOCABULARY, {"CURATOR_CONFIG": str(tmp_path / "gone.toml")})


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load(lambda: VOCABULARY, {"CURATOR_CONFIG": str(tmp_path)})


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"ascii = true\nreviewer = '\xff'\n", "line 2: not UTF-8"),
        (b"#" * (MAX_BYTES + 1), "larger than"),
    ],
)
def test_a_file_that_cannot_be_settings_is_said(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(data)
    with pytest.raises(SettingsError, match=said):
        load(lambda: VOCABULARY, {"CURATOR_CONFIG": str(file)})


def test_a_byte_order_mark_and_other_line_ends_do_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b'\xef\xbb\xbftheme = "curator-dark"\r\nascii = true\r\n')
    assert load(lambda: VOCABULARY, {"CURATOR_CONFIG": str(file)}).ascii


@pytest.mark.parametrize("folder", [None, "", "  ", "elsewhere"])
def test_the_file_is_looked_for_where_the_system_keeps_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: str | None
) -> None:
    from platformdirs import user_config_path

    monkeypatch.delenv("CURATOR_CONFIG", raising=False)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    if folder is not None:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / folder) if folder.strip() else folder)
    found = path()
    assert found == user_config_path("curator", appauthor=False) / "config.toml"
    assert load(lambda: VOCABULARY) == Settings()
    found.parent.mkdir(parents=True)
    found.write_text("ascii = true")
    assert load(lambda: VOCABULARY).ascii


def test_no_toml_reader_is_loaded_when_there_is_no_file(tmp_path: Path) -> None:
    program = (
        "import sys; from curator.settings import load; load(lambda: None);"
        "print(*sorted({'tomllib', 'platformdirs', 'textual'} & set(sys.modules)))"
    )
    environment = {"XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    result = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == ""
