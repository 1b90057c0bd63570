"""The program behind one browser tab: the review screen, drawn for textual-serve.

Started as `python -m curator.web.tab DB REVIEWER`. It must not outlive its server: whoever is gone without
a word (killed, crashed) leaves no review running behind.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time

from curator.models import CuratorError
from curator.text import visible_line

_PATIENCE_SECONDS = 1.0


def main(words: list[str]) -> int:
    """Run one review and give its exit status."""
    from curator.tui.app import run

    db, reviewer = words
    if os.name == "posix":
        threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    try:
        return run(db, reviewer)
    except CuratorError as error:
        sys.stderr.write(f"curator: {visible_line(str(error))}\n")
        return 1


def _end_with(parent: int) -> None:
    """End this process, in order, when its parent is gone."""
    while os.getppid() == parent:
        time.sleep(_PATIENCE_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
