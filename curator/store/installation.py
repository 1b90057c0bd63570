"""Whose chain an event goes on: the reviewer's name with a mark of this machine and this file.

A copied file gets another mark, so that a copy never continues the chain of its original. Holds no state.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from curator.models import CuratorError

_LONGEST_NAME, _LONGEST_SHOWN = 64, 24
_MARK_LENGTH = 8


def chain_of(name: str, identity: tuple[int, int]) -> str:
    """The chain of reviewer `name` on this machine in the file with this (device, inode)."""
    import hashlib  # loads a library that the first screen can do without

    parts = (_host(), _machine(), *map(str, identity))
    mark = hashlib.sha256("\0".join(("curator-installation-v1", *parts)).encode("utf-8", "replace"))
    return f"{name}@{mark.hexdigest()[:_MARK_LENGTH]}"


def checked_name(name: str | None) -> str:
    """`name`, or the login name where it is None; raises CuratorError for one that cannot be used."""
    if name is None:
        name = _login_name()
    problem = ""
    if not name.strip() or name != name.strip():
        problem = "it is empty or begins or ends with a space"
    elif "@" in name:
        problem = "it has an @ in it"
    elif not name.isprintable():
        problem = "it has characters that cannot be shown"
    elif len(name) > _LONGEST_NAME:
        problem = f"it is longer than {_LONGEST_NAME} characters"
    if problem:
        shown = name if len(name) <= _LONGEST_NAME else name[:_LONGEST_SHOWN] + "…"
        raise CuratorError(f"{shown!r} cannot be a reviewer's name: {problem}; give another with --reviewer")
    return name


def _login_name() -> str:
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if name := os.environ.get(variable, "").strip():
            return name.replace("@", "-")
    try:
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        return "reviewer"


def _host() -> str:
    if hasattr(os, "uname"):
        return os.uname().nodename
    import platform

    return platform.node()


def _machine() -> str:
    """A lasting mark of the machine: its id where it has one, else the address of its network card."""
    for path in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        try:
            return Path(path).read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            continue
    if sys.platform.startswith("linux"):
        return ""
    import uuid

    node = uuid.getnode()
    made_up = node >> 40 & 1
    return "" if made_up else f"{node:012x}"
