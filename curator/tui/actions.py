"""What a row of the table of keys is: an action, and the context in which its keys are listened to.

Must never import Textual, so that documentation and `curator --help` can read the table without a screen.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Context = Literal[
    "anywhere",
    "review",
    "compare",
    "claims",
    "history",
    "progress",
    "span",
    "contradiction",
    "edit",
    "verdict",
    "repeat",
    "jump",
    "mark",
    "chip",
    "together",
    "prompt",
    "find",
    "filter",
    "refusal",
    "speaker",
    "page",
]
"""Where a key is listened to; the same key may mean different things in different contexts."""

CONTEXTS: dict[Context, str] = {
    "anywhere": "Anywhere",
    "review": "Review",
    "compare": "Compare",
    "claims": "Claims",
    "history": "History",
    "progress": "Progress",
    "span": "Choosing words in the article",
    "contradiction": "How two claims contradict each other",
    "edit": "What to edit",
    "verdict": "Settling a dispute",
    "repeat": "After answering differently the second time",
    "jump": "Where to go",
    "mark": "Which mark",
    "chip": "Which part of the filter",
    "together": "Before many claims are decided at once",
    "prompt": "Typing an answer",
    "find": "Finding",
    "filter": "Choosing a filter",
    "refusal": "Reading why a decision was refused",
    "speaker": "One speaker and their names",
    "page": "Reading a page like this one",
}
"""Headings for the help, in its order."""


QUESTIONS: frozenset[Context] = frozenset(
    {
        *("span", "contradiction", "edit", "verdict", "repeat", "jump", "mark", "chip", "together"),
        *("prompt", "find", "filter", "refusal", "speaker", "page"),
    }
)
"""Contexts that have the keyboard to themselves for as long as they last."""


class Action(NamedTuple):
    """One thing a key does."""

    name: str
    """The method `action_<name>`, with arguments in parentheses where it has any; {key} is the key."""
    keys: tuple[str, ...]
    """Textual's names for keys ("question_mark"); the first is the one that is shown."""
    label: str
    """One or two words for the footer and the palette."""
    help: str
    """One sentence for the help, the tooltip and the documentation."""
    context: Context = "review"
    footer: int = 0
    """Rank in the footer, 1 first; 0 is not shown there."""
    palette: bool = True

    @property
    def id(self) -> str:
        """What a keymap calls it: "review.next-undecided"."""
        return f"{self.context}.{'-'.join(self.label.split())}"
