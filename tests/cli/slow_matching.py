"""The program with a small pile worked on as a large one, by processes whose tasks do not end."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any


def endless(folder: Path, *_: Any) -> None:
    """A task: says that it has begun, and works on."""
    (folder / f"begun-{os.getpid()}").touch()
    time.sleep(120)


def main() -> int:
    """One run of the program; its tasks end where ENDLESS is not set."""
    from curator import cli
    from curator.match import bulk
    from curator.store import matching, workers

    matching.LARGE = workers.WORTH = 20
    if "ENDLESS" in os.environ:
        vars(bulk)["match_block"] = endless
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
