"""One speaker under many spellings: Kalin, Kalın and İbrahim Kalın across articles.

A pure function over names. Joins what is surely one: the same folded words, a surname that only one full
name has, a transliteration that differs in a letter or two. A reviewer can merge and split further.
"""

from __future__ import annotations

from collections.abc import Iterable

from curator.extract.lexicon.vocabulary import PERSON_ROLES, TITLES
from curator.text import folded

_SIMILAR = 82.0
"""Percent of Indel similarity from which two long surnames with like first names are one."""
_LONG = 6
_STEM = 3
"""First names of two spellings of one surname agree in so many letters ("Aleksandr", "Alexander")."""
_INITIALS = frozenset("mr mrs ms dr sir".split())
_JOINING = frozenset("at by for from in of on to with".split())
"""What stands in the words for people of an organisation, or of an office: they are not that one."""


def _words(name: str) -> tuple[str, ...]:
    """The folded words of a name without its titles."""
    words = folded(name).replace(".", " ").split()
    while len(words) > 1 and (words[0] in TITLES or words[0] in PERSON_ROLES or words[0] in _INITIALS):
        words = words[1:]
    return tuple(words)


def _like(left: str, right: str) -> bool:
    """Whether two surnames can be transliterations of one."""
    if left == right:
        return True
    if min(len(left), len(right)) < _LONG or left[0] != right[0]:
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(left, right) >= _SIMILAR


def _same_person(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names of two or more words can be one person's."""
    if not _like(left[-1], right[-1]):
        return False
    shorter, longer = sorted((left[:-1], right[:-1]), key=len)
    if not set(shorter) - set(longer):
        return True
    first, second = shorter[0], longer[0]
    initial = (len(first) == 1 or len(second) == 1) and first[0] == second[0]
    spelled_alike = left[-1] != right[-1] and first[:_STEM] == second[:_STEM]
    return initial or spelled_alike or _like(first, second)


def _is_person(name: str) -> bool:
    """Whether a label is a name and no description: it begins and ends as one, and nothing hangs on it."""
    words = name.split()
    if any(word in _JOINING for word in words):
        return False  # "Managers at Tarn Water" are not Tarn Water
    return bool(words) and words[-1][:1].isupper() and words[0].lower() not in ("a", "an", "the", "some")


def fullness(name: str) -> int:
    """How many words a name has without titles and initials."""
    return sum(len(word) > 1 for word in _words(name))


def surname(name: str) -> str:
    """The folded last word of a name, by which it is found again; "" where it has no words."""
    words = _words(name)
    return words[-1] if words else ""


def alike(surnames: Iterable[str], among: Iterable[str]) -> set[str]:
    """`surnames` with all of `among` that can be other spellings of them, and of those, and so on.

    Names whose surnames are not alike never come to one speaker, so that these can be folded by themselves.
    """
    found = set(surnames)
    likeness = _Likeness({*found, *among})
    new = list(found)
    while new:
        others = set(likeness.of(new.pop())) - found
        found |= others
        new += others
    return found


def partition(names: Iterable[str]) -> list[list[str]]:
    """These names in groups, each of one speaker; no name is in two."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(set(names)):
        groups.setdefault(_words(name), []).append(name)
    parents = _joined(groups)
    members: dict[tuple[str, ...], list[str]] = {}
    for words, forms in groups.items():
        members.setdefault(parents[words], []).extend(forms)
    return list(members.values())


class _Likeness:
    """Which of some surnames can be spellings of one."""

    def __init__(self, surnames: Iterable[str]) -> None:
        self._long: dict[str, list[str]] = {}
        for each in surnames:
            if len(each) >= _LONG:
                self._long.setdefault(each[0], []).append(each)
        self._known: dict[str, list[str]] = {}

    def of(self, surname: str) -> list[str]:
        """Those that `_like` takes for spellings of `surname`, itself first."""
        if surname not in self._known:
            self._known[surname] = [surname, *(each for each in self._near(surname) if each != surname)]
        return self._known[surname]

    def _near(self, surname: str) -> list[str]:
        if len(surname) < _LONG:
            return []
        from rapidfuzz import fuzz, process

        others = self._long.get(surname[0], [])
        found = process.extract(surname, others, scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=None)
        return [each for each, _, _ in found]


def _joined(groups: dict[tuple[str, ...], list[str]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Each folded name -> the folded name that stands for its speaker."""
    parents = {words: words for words in groups}

    def root(words: tuple[str, ...]) -> tuple[str, ...]:
        while parents[words] != words:
            words = parents[words]
        return words

    full = sorted((w for w in groups if len(w) > 1 and _is_person(groups[w][0])), key=lambda w: (-len(w), w))
    likeness = _Likeness({words[-1] for words in groups if words})
    by_surname: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for place, words in enumerate(full):
        before = (other for each in likeness.of(words[-1]) for other in by_surname.get(each, ()))
        for _, other in sorted(before):
            if _same_person(words, other):
                parents[root(words)] = root(other)
                break
        by_surname.setdefault(words[-1], []).append((place, words))
    for words in groups:
        if len(words) == 1 and words[0] and _is_person(groups[words][0]):
            owners = {root(other) for each in likeness.of(words[0]) for _, other in by_surname.get(each, ())}
            if len(owners) == 1:
                parents[words] = owners.pop()
    return {words: root(words) for words in groups}
