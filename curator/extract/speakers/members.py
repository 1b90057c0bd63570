"""One member of an article's cast: what is known of them, and whether a name can be theirs.

Holds and compares; whom a mention means is for `cast`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from curator.extract.speakers.kinds import PERSON, THING
from curator.extract.speakers.names import Name
from curator.text import folded


@dataclass(slots=True, eq=False)
class Member:
    """One person, group, organisation or document that the article mentions."""

    label: str
    """What it is called: its longest name, or the words of its fullest mention."""
    key: str = ""
    """The folded last word of a person's name; "" if it has no name."""
    person: bool = False
    gender: str = ""
    plural: bool = False
    roles: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    head: str = ""
    nameless: bool = False
    """A single capitalised word that may be a surname or a country."""
    titled: bool = False
    """A title or role stands before its name somewhere."""

    @property
    def is_sure(self) -> bool:
        """Whether its gender, a role or a title shows that it is a person."""
        return bool(self.gender or self.roles or self.titled)

    def show(self, kind: str) -> None:
        """Take note of what a sentence shows it to be ("" for nothing), unless more is known."""
        if kind == PERSON and self.nameless:
            self.person = True
        elif kind == THING and not self.is_sure:
            self.person = self.nameless = False


def akin(left: str, right: str) -> bool:
    """Whether two cut-off words are of one stem: "turk" and "turki", "presi" and "presi"."""
    size = min(len(left), len(right), 4)
    return size >= 3 and left[:size] == right[:size]


def compatible(member: Member, name: Name) -> bool:
    """Whether a name can be this person's: the same surname and no other first name or gender."""
    own = [folded(word) for word in member.label.split()]
    other = [folded(word) for word in name.words]
    if member.gender and name.gender and member.gender != name.gender:
        return False
    if len(own) == 1 or len(other) == 1:
        return own[-1] == other[-1]
    shorter, longer = sorted((own[:-1], other[:-1]), key=len)
    return all(any(_same_given(word, given) for given in longer) for word in shorter)


def _same_given(left: str, right: str) -> bool:
    if left.rstrip(".") == right.rstrip("."):
        return True
    left, right = left.rstrip("."), right.rstrip(".")
    return (len(left) == 1 or len(right) == 1) and left[:1] == right[:1]
