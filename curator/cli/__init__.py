"""Words on the command line turned into calls on a Workspace; no logic of its own."""

from __future__ import annotations


def main(argv: list[str] | None = None) -> int:
    """Run one command and give its exit status: 0 well, 1 some inputs failed, 2 usage."""
    raise NotImplementedError(argv)
