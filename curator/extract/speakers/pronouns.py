"""Whom "he", "they" or "it" means: of those spoken of last, the first whose gender, number and kind fit.

A pure choice but for what it teaches: whoever is meant by "she" is a woman, and by "it" nobody.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from curator.extract.speakers.members import Member

_GENDERED = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
_PLURAL = frozenset("they them their".split())
_THINGS = frozenset("it its".split())
_REACH = 6
"""How many members of the cast, from the last one spoken of, a pronoun may mean."""


def meant_by(word: str, spoken_of: Sequence[Member], surnames: Container[str]) -> Member | None:
    """The member that a pronoun means, of those `spoken_of`, the last one last; None if none fits.

    `surnames`: names of one word in the article; who is called by the last word of a name is a person.
    """
    recent = spoken_of[: -_REACH - 1 : -1]
    if word in _GENDERED:
        return _somebody(_GENDERED[word], recent)
    if word in _PLURAL:
        several = (member for member in recent if member.plural)
        return next(several, next((member for member in recent if not member.person), None))
    if word in _THINGS:
        for member in recent:
            sure = member.is_sure or member.key in surnames
            if not member.plural and not (member.person and sure):
                member.person = False
                return member
    return None


def _somebody(gender: str, recent: Sequence[Member]) -> Member | None:
    """The person of that gender, or one that may be; else a name of one word that may be a surname."""
    for sure in (True, False):
        for member in recent:
            fits = member.person if sure else member.nameless
            if fits and not member.plural and member.gender in ("", gender):
                member.person, member.gender = True, gender
                return member
    return None
