"""A person's or organisation's name inside a noun phrase: where it begins past titles, whose gender it shows.

Reads the words of one noun phrase and nothing around it; who is meant is for `cast`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from curator.extract.lexicon import vocabulary as v
from curator.extract.lexicon.given_names import FEMALE_NAMES, MALE_NAMES
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import Parsed
from curator.organisations import COMPANIES, ORGANISED
from curator.text import folded

MALE, FEMALE = "male", "female"
_PARTICLES = frozenset("al el bin ibn de del della der den van von da dos du la le abu ben mac st".split())
_GENDERED_ROLES = {
    **dict.fromkeys(
        """
        spokeswoman chairwoman congresswoman councilwoman businesswoman mother daughter sister wife aunt mum
        mom woman girl queen princess actress widow niece grandmother nun
        """.split(),
        FEMALE,
    ),
    **dict.fromkeys(
        """
        spokesman chairman congressman councilman businessman father son brother husband uncle man dad boy
        king prince actor widower nephew grandfather monk
        """.split(),
        MALE,
    ),
}
_SAME_ROLE = {
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "chairwoman": "chairman",
    "chair": "chairman",
    "chairperson": "chairman",
    "congresswoman": "congressman",
    "adviser": "advisor",
}
_TITLE_WORDS = (v.TITLES | v.PERSON_ROLES) - frozenset(
    "star resident major fellow king prince player friend".split()
)
_CHILDREN = frozenset("one two three four five six seven eight".split())
"""How many a "mother-of-three" has."""
_BEARERS = ("ist", "ian", "er", "or", "ee", "ant", "ent", "man", "woman")
"""How words end that say what somebody does."""
_NOT_NAMES = frozenset("mr mrs ms dr i the a an but and he she it they".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A person's or organisation's name inside a noun phrase, without titles."""

    words: tuple[str, ...]
    """As the article writes them."""
    titled: bool
    """A title or role stands before it."""
    determined: bool = False
    """The phrase begins with "the"."""
    gender: str = ""

    @property
    def key(self) -> str:
        """What its last word is compared by: "kalin" of "İbrahim Kalın"."""
        return folded(self.words[-1])

    @property
    def text(self) -> str:
        return " ".join(self.words)


@cache
def role_of(word: str) -> str:
    """The role a noun names, with spokeswoman and spokesperson as spokesman; "" if it names none."""
    if word in v.PERSON_ROLES:
        return _SAME_ROLE.get(word, word)
    return ""


@cache
def gender_of_word(word: str) -> str:
    """The gender that a title, a role or a first name shows; "" if none."""
    if word in v.TITLES_MALE or _GENDERED_ROLES.get(word) == MALE:
        return MALE
    if word in v.TITLES_FEMALE or _GENDERED_ROLES.get(word) == FEMALE:
        return FEMALE
    male, female = word in MALE_NAMES, word in FEMALE_NAMES
    return MALE if male and not female else FEMALE if female and not male else ""


def _runs(parsed: Parsed, first: int, last: int) -> list[tuple[int, int]]:
    """Ranges of tokens tagged as names, with lower-case particles between them, inside `[first, last)`."""
    runs: list[tuple[int, int]] = []
    at = first
    while at < last:
        if parsed.tags[at] != t.NP:
            at += 1
            continue
        begin = at
        while at < last and (
            parsed.tags[at] == t.NP
            or (at + 1 < last and parsed.sentence.low[at] in _PARTICLES and parsed.tags[at + 1] == t.NP)
        ):
            at += 1
        runs.append((begin, at))
    return runs


def name_in(parsed: Parsed, first: int, last: int) -> Name | None:
    """The name that heads tokens `[first, last)`: the last run of name words, past its titles."""
    runs = _runs(parsed, first, last)
    if not runs:
        return None
    begin, end = runs[-1]
    if end < last and any(parsed.tags[at] in (t.NN, t.PO) for at in range(end, last)):
        return None
    return _name(parsed, first, begin, end)


def possessors_in(parsed: Parsed, first: int, last: int) -> list[Name]:
    """The names in tokens `[first, last)` that possess something: "Hillary Clinton" of her campaign."""
    runs = [(b, e) for b, e in _runs(parsed, first, last) if e < last and parsed.tags[e] == t.PO]
    return [name for begin, end in runs if (name := _name(parsed, first, begin, end)) is not None]


def _name(parsed: Parsed, first: int, begin: int, end: int) -> Name | None:
    """The name in the run of name words `[begin, end)` of a phrase that begins at `first`."""
    low = parsed.sentence.low
    start = begin
    gender = ""
    for at in range(max(first, begin - 3), end):
        word, _, children = low[at].rstrip(".").partition("-of-")
        if (word in _TITLE_WORDS or children in _CHILDREN) and at < end - 1:
            gender = gender_of_word(word) or gender
            start = max(start, at + 1)
    if end - begin > 2 and _of_role(low, begin):
        start = end - 2  # "Minister of National Defence | Harjit Sajjan"
    if end - start > 2 and not _is_given(parsed.word(start)) and _is_given(parsed.word(start + 1)):
        start += low[start].endswith(_BEARERS)  # "Archivist | Linda Brooks"
    titled = start > begin or (begin > first and bool(role_of(low[begin - 1])))
    if begin > first and not gender:
        gender = gender_of_word(low[begin - 1].rstrip("."))
    words = tuple(parsed.word(at) for at in range(start, end))
    if not words or low[start] in _NOT_NAMES:
        return None
    if not gender and len(words) > 1:
        gender = gender_of_word(folded(words[0]))
    return Name(words, titled, low[first] == "the", gender)


def _of_role(low: Sequence[str], at: int) -> bool:
    """Whether "minister of", "minister of foreign" or "leader of the" stands before the token at `at`."""
    of = next((k for k in (at - 1, at - 2) if k > 0 and low[k] == "of"), 0)
    return bool(of and role_of(low[of - 1]))


def is_personal(name: Name) -> bool:
    """Whether a name can be a person's: titled, or two to five words without one of an organisation."""
    words = name.words[1:] if _begins_with_first_name(name) else name.words  # "Bill Morneau"
    if any(folded(word) in ORGANISED or (len(word) > 2 and word.isupper()) for word in words):
        return False
    if name.titled:
        return True
    return (
        not name.determined and 2 <= len(name.words) <= 5 and "of" not in name.words and "&" not in name.words
    )


def is_company(name: Name) -> bool:
    """Whether a name is a company's, which its first word alone may mean: "Kestrel Chemicals"."""
    return len(name.words) > 1 and not _is_given(name.words[0]) and name.key in COMPANIES


def is_first_name(name: Name) -> bool:
    """Whether a name is a first name alone, as in "his wife, Carol"."""
    return len(name.words) == 1 and _is_given(name.words[0])


def _begins_with_first_name(name: Name) -> bool:
    return len(name.words) > 1 and _is_given(name.words[0])


def _is_given(word: str) -> bool:
    return folded(word) in FEMALE_NAMES or folded(word) in MALE_NAMES
