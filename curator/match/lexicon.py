"""The word lists beside this module, read once: text files that anybody can correct.

Each line is a group of words; a line that starts with # explains. Never computes, never compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

_LISTS = Path(__file__).with_name("lists")


def _lines(name: str) -> list[str]:
    text = (_LISTS / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def word_set(name: str) -> frozenset[str]:
    """All words of a list."""
    return frozenset(word for line in _lines(name) for word in line.split())


@cache
def standing_for(name: str) -> dict[str, str]:
    """From each word of a list to what stands for its line: the words before a colon, or the first word."""
    result: dict[str, str] = {}
    for line in _lines(name):
        head, colon, tail = line.partition(":")
        first = head if colon else line.split()[0]
        for word in (*tail.split(), *((first,) if " " not in first else ())) if colon else line.split():
            result.setdefault(word, first)
    return result


@cache
def pairs(name: str) -> tuple[tuple[str, str], ...]:
    """From lines "word: other other" each word with each of its others."""
    return tuple(
        (head, other)
        for line in _lines(name)
        for head, _, tail in [line.partition(":")]
        for other in tail.split()
    )


@cache
def phrases(name: str) -> dict[str, str]:
    """From lines "head: phrase, phrase" each phrase to its head."""
    result: dict[str, str] = {}
    for line in _lines(name):
        head, _, tail = line.partition(":")
        result.update((phrase.strip(), head) for phrase in tail.split(",") if phrase.strip())
    return result


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, of several the longest; one that ends with a star may go on.

    It shares their beginnings, so that it hardly matters how many they are. No word ends inside another.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for character in word.rstrip("*"):
            node = node.setdefault(character, {})
        node[""] = r"\w*" if word.endswith("*") else r"\b" if word[-1].isalnum() else ""
    return _branches(tree)


def _branches(tree: dict[str, Any]) -> str:
    found = [re.escape(character) + _branches(tree[character]) for character in sorted(tree) if character]
    found += [tree[""]] if "" in tree else []
    return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})"
