"""Ways to run the program: in this process, as one of its own, and on a terminal of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SEEDS = Path(__file__).parents[2] / "seeds"


@dataclass(frozen=True)
class Ran:
    """What one run of the program gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


def spawned(*words: str, input: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own, in the current directory."""
    return subprocess.run(
        [sys.executable, "-m", "curator", *words],
        input=input,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )
