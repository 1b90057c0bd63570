"""Finds the user's settings file and reads it.

Never writes, and never loads a TOML reader when there is no file.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from curator.settings.values import Settings, SettingsError, Vocabulary, shown
from curator.text import visible_line

VARIABLE = "CURATOR_CONFIG"
"""Names the file to read; "" reads none."""

MAX_BYTES = 1_000_000


def path(environment: Mapping[str, str] | None = None) -> Path | None:
    """The file that settings are read from: $CURATOR_CONFIG, or config.toml where this system keeps such."""
    environment = os.environ if environment is None else environment
    named = environment.get(VARIABLE)
    if named is not None:
        return Path(named).expanduser() if named else None
    if sys.platform in ("win32", "darwin"):
        from platformdirs import user_config_path

        return user_config_path("curator", appauthor=False) / "config.toml"
    # what platformdirs answers elsewhere (a test compares), without the 7 ms that asking it takes
    folder = environment.get("XDG_CONFIG_HOME", "").strip() or "~/.config"
    return Path(folder).expanduser() / "curator" / "config.toml"


def load(vocabulary: Callable[[], Vocabulary], environment: Mapping[str, str] | None = None) -> Settings:
    """The user's settings, the defaults where there is no file; raises SettingsError.

    `vocabulary` is called only when there is a file. A file named by $CURATOR_CONFIG must be there.
    """
    environment = os.environ if environment is None else environment
    file = path(environment)
    if file is None:
        return Settings()
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        if VARIABLE in environment:
            raise SettingsError(
                f"{shown(file)}: there is no such file; ${VARIABLE} names it as the settings"
            ) from error
        return Settings()
    except OSError as error:
        raise SettingsError(f"{shown(file)}: cannot be read: {error.strerror or error}") from error
    if len(data) > MAX_BYTES:
        raise SettingsError(f"{shown(file)}: larger than {MAX_BYTES:,} bytes, so it cannot be the settings")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"{shown(file)}, line {line}: not UTF-8; save it as UTF-8") from error
    return read(text, vocabulary(), str(file))


def read(text: str, vocabulary: Vocabulary, source: str = "settings") -> Settings:
    """The settings that a TOML `text` holds; raises SettingsError, which begins with `source`."""
    import tomllib

    from curator.settings.reading import Reader

    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _malformed(error, source) from error
    return Reader(text, vocabulary, source).settings(table)


def _malformed(error: Exception, source: str) -> SettingsError:
    message = visible_line(str(error))
    place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)", message)
    if isinstance(error, RecursionError):
        return SettingsError(f"{shown(source)}: tables within tables without end")
    if place is None:
        return SettingsError(f"{shown(source)}: not TOML: {message}")
    said = message.replace(place[0], "")
    where = f"line {place[1]}, column {place[2]}" if place[1] else "at the end"
    return SettingsError(f"{shown(source)}, {where}: not TOML: {said[:1].lower()}{said[1:]}")
