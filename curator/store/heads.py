"""The heads of an earlier export, as its `heads.json` has them: what chains are compared with.

Never takes them for more than they are: they find what was cut off or written anew, not who did it.
"""

from __future__ import annotations

import json
from os import PathLike
from pathlib import Path

from curator.models import CuratorError


def read_heads(path: str | PathLike[str]) -> dict[str, tuple[int, str]]:
    """The heads in an exported `heads.json` (or the folder that holds it), by chain."""
    place = Path(path)
    if place.is_dir():
        place /= "heads.json"
    try:
        data = json.loads(place.read_text(encoding="utf-8"))
        heads = data["heads"] if isinstance(data, dict) else data
        return {str(h["reviewer"]): (int(h["rseq"]), str(h["hash"])) for h in heads}
    except OSError as error:
        raise CuratorError(f"{place} cannot be read: {error.strerror or error}") from None
    except (ValueError, KeyError, TypeError):
        raise CuratorError(f"{place} does not hold the heads of an export") from None
