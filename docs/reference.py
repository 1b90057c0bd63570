"""Rewrites the parts of the pages that the program knows better, as its keys and fields (`make reference`).

Each part stands between `<!-- NAME -->` and `<!-- /NAME -->`. A test compares them with the program, so that
no page can fall behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from curator.cli.table import COMMANDS
from curator.export import FORMATS
from curator.export.columns import columns, title
from curator.export.rows import ArticleRow, ClaimRow, DecisionRow, HeadRow, RelationRow, SpeakerRow
from curator.tui.actions import CONTEXTS
from curator.tui.key_names import key_name, keys_shown
from curator.tui.keys import ACTIONS

DOCS = Path(__file__).parent
TABLES: tuple[tuple[str, Any], ...] = (
    ("claims", ClaimRow),
    ("articles", ArticleRow),
    ("speakers", SpeakerRow),
    ("relations", RelationRow),
    ("decisions", DecisionRow),
    ("heads", HeadRow),
)
_SHOWN = ("anywhere", "review", "claims")
"""Parts that are not folded away."""
_FIRST = 10


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def section(heading: str, below: str, shown: bool) -> str:
    """A part with a heading, folded away unless `shown`."""
    if shown:
        return f"**{heading}**\n\n{below}"
    return f"<details><summary>{heading}</summary>\n\n{below}\n\n</details>"


def footer() -> str:
    """The keys that stand first in the footer of the review."""
    shown = [action for action in ACTIONS if action.context == "review" and action.footer]
    shown.sort(key=lambda action: action.footer)
    rows = [(f"<kbd>{key_name(action.keys[0])}</kbd>", action.help) for action in shown[:_FIRST]]
    return table(("key", "what it does"), rows)


def keys() -> str:
    """Every key, by where it is listened to."""
    parts = []
    for context, heading in CONTEXTS.items():
        rows = [
            (" ".join(f"<kbd>{key}</kbd>" for key in keys_shown(action.keys)), f"`{action.id}`", action.help)
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


PARTS = {"footer": footer, "keys": keys, "commands": commands, "fields": fields, "formats": formats}
PAGES: dict[Path, tuple[str, ...]] = {
    DOCS.parent / "README.md": ("footer",),
    DOCS / "keys.md": ("keys",),
    DOCS / "commands.md": ("commands",),
    DOCS / "fields.md": ("fields", "formats"),
}
"""Which parts stand on which page."""


def in_step(page: Path) -> str:
    """A page with its generated parts as the program has them now; raises ValueError for a missing part."""
    text = page.read_text(encoding="utf-8")
    for name in PAGES[page]:
        begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
        if len(pattern.findall(text)) != 1:
            raise ValueError(f"{page.name} has not one part between {begin} and {end}")
        replacement = f"{begin}\n\n{PARTS[name]()}\n\n{end}"
        text = pattern.sub(lambda _, words=replacement: words, text)  # type: ignore[misc]
    return text


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(in_step(page), encoding="utf-8")
