"""Whose folder it is: what an earlier export wrote and nobody touched since may be replaced, nothing else.

An export is known by its `datapackage.json`, which names every file with its hash and seals itself. Only
reads; never follows a symbolic link.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from curator.dataset import MARKER, NAME
from curator.export.lines import json_text

_MARKER_LIMIT = 10_000_000


def contents(folder: Path) -> frozenset[str]:
    """The names in a folder."""
    return frozenset(path.name for path in folder.iterdir())


def sealed(descriptor: dict[str, Any]) -> dict[str, Any]:
    """The descriptor with a `curator.seal` over all the rest, so that an edited one is recognised."""
    return {**descriptor, "curator": {**descriptor["curator"], "seal": _seal(descriptor)}}


def _seal(descriptor: dict[str, Any]) -> str:
    own = {name: value for name, value in descriptor["curator"].items() if name != "seal"}
    return hashlib.sha256(json_text({**descriptor, "curator": own}).encode()).hexdigest()


def why_not_ours(folder: Path) -> str:
    """Why this existing folder may not be replaced ("holds files that …"), "" where it may."""
    names = contents(folder)
    if not names:
        return ""
    descriptor = _descriptor(folder)
    if descriptor is None:
        return f"holds files that no export wrote ({_listed(names)})"
    written = _hashes(descriptor)
    foreign = {name for name in names - {MARKER} if name not in written or not _is_file(folder / name)}
    if foreign:
        return f"holds files that no export wrote ({_listed(foreign)})"
    changed = {name for name in names - {MARKER} if _sha256(folder / name) != written[name]}
    if descriptor["curator"].get("seal") != _seal(descriptor):
        changed.add(MARKER)
    return f"holds files that were changed since they were exported ({_listed(changed)})" if changed else ""


def known_files(folder: Path) -> set[str]:
    """The names of the files that an earlier export wrote here and nobody touched since."""
    written = _hashes(_descriptor(folder) or {})
    return {
        name
        for name in contents(folder) & written.keys()
        if _is_file(folder / name) and _sha256(folder / name) == written[name]
    }


def _descriptor(folder: Path) -> dict[str, Any] | None:
    marker = folder / MARKER
    if not _is_file(marker) or marker.stat().st_size > _MARKER_LIMIT:
        return None
    try:
        found = json.loads(marker.read_bytes())
    except (ValueError, RecursionError):
        return None
    ours = isinstance(found, dict) and found.get("name") == NAME and isinstance(found.get("curator"), dict)
    return found if ours else None


def _hashes(descriptor: dict[str, Any]) -> dict[str, str]:
    resources = descriptor.get("resources")
    found = {}
    for resource in resources if isinstance(resources, list) else ():
        if isinstance(resource, dict):
            found[str(resource.get("path"))] = str(resource.get("hash")).removeprefix("sha256:")
    return found


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _listed(names: set[str] | frozenset[str]) -> str:
    first = sorted(names)[:3]
    return ", ".join(first) + (" …" if len(names) > len(first) else "")
