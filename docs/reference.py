"""Rewrites the parts of README.md that the program knows better, as its keys and fields (`make reference`).

Each part stands between `<!-- NAME -->` and `<!-- /NAME -->`. A test compares them with the program, so the
README can not fall behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from curator.cli.table import COMMANDS
from curator.export import FORMATS
from curator.export.columns import columns, title
from curator.export.rows import ArticleRow, ClaimRow, DecisionRow, HeadRow, RelationRow
from curator.tui.keys import ACTIONS, CONTEXTS, key_name

README = Path(__file__).parent.parent / "README.md"
TABLES: tuple[tuple[str, Any], ...] = (
    ("claims", ClaimRow),
    ("articles", ArticleRow),
    ("relations", RelationRow),
    ("decisions", DecisionRow),
    ("heads", HeadRow),
)
_SHOWN = ("anywhere", "review", "claims")


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def section(heading: str, below: str, shown: bool) -> str:
    """A part with a heading, folded away unless `shown`."""
    if shown:
        return f"**{heading}**\n\n{below}"
    return f"<details><summary>{heading}</summary>\n\n{below}\n\n</details>"


def keys() -> str:
    """Every key, by where it is listened to."""
    parts = []
    for context, heading in CONTEXTS.items():
        rows = [
            (" ".join(f"<kbd>{key_name(key)}</kbd>" for key in action.keys), f"`{action.id}`", action.help)
            for action in ACTIONS
            if action.context == context
        ]
        parts.append(section(heading, table(("key", "name", "what it does"), rows), context in _SHOWN))
    return "\n\n".join(parts)


def fields() -> str:
    """Every column of every table."""
    parts = []
    for name, row_type in TABLES:
        rows = [(f"`{column.name}`", column.type, column.description) for column in columns(row_type)]
        below = f"{title(row_type)}\n\n{table(('field', 'type', 'what it is'), rows)}"
        parts.append(section(name, below, name in _SHOWN))
    return "\n\n".join(parts)


def formats() -> str:
    """Every format that `--format` takes."""
    return table(("format", "what it is"), ((f"`{format.name}`", format.words) for format in FORMATS))


def commands() -> str:
    """Every verb of the command line."""
    return table(("command", "what it does"), ((f"`{verb.name}`", verb.summary) for verb in COMMANDS))


PARTS = {"keys": keys, "commands": commands, "fields": fields, "formats": formats}


def in_step(text: str) -> str:
    """`text` with every generated part as the program has it now; raises ValueError for a missing part."""
    for name, part in PARTS.items():
        begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
        if len(pattern.findall(text)) != 1:
            raise ValueError(f"README.md has not one part between {begin} and {end}")
        replacement = f"{begin}\n\n{part()}\n\n{end}"
        text = pattern.sub(lambda _, words=replacement: words, text)  # type: ignore[misc]
    return text


if __name__ == "__main__":
    README.write_text(in_step(README.read_text(encoding="utf-8")), encoding="utf-8")
