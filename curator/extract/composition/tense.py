"""The tense of a clause, read from its words: that of the first verb that has one.

Auxiliaries settle most; a plain verb ("they use", "the centre bases its show") counts where what stands
around it leaves no noun or participle to be read. Never looks at more than the words it is given.
"""

from __future__ import annotations

from typing import Literal

from curator.extract.composition.modality_words import DETERMINERS
from curator.extract.lexicon.shapes import ADJECTIVE, BASE, NOUN, PAST, THIRD, shapes
from curator.extract.lexicon.vocabulary import ADVERBS, PREPOSITIONS

Tense = Literal["", "past", "present", "future"]

_PRESENT = frozenset("is are am do does 's 're 'm says has have remains remain".split())
_PAST = frozenset(
    """was were had did said told began took met made came went saw left fell died won lost led became gave
    got held found broke fought sent struck shot hit spoke ran rose kept brought wrote""".split()
)
_PARTICIPLES = frozenset(
    """been begun taken met made come gone seen left fallen died won lost led become given got held found
    broken fought sent struck shot hit spoken run risen kept brought put set told said done known shown
    written had""".split()
)
_FUTURE = frozenset("will shall 'll".split())
_MODALS = frozenset("may might could can should must cannot".split())
_BEFORE_ADJECTIVE = DETERMINERS | frozenset("by as be been and with from to in for more".split())
_NO_PARTICIPLE = frozenset("unwilling willing nothing everything anything something".split())
_SUBJECTS = frozenset("i we you they he she it who there".split())
_OBJECTS = frozenset(
    "a an the this these those his her its their our my your any some all every no him them us me".split()
)
"""What stands after a verb and hardly ever after a plural."""
_RARELY_VERBS = frozenset("last like close back long own open even well still down near past".split())
_PLURAL_NOUNS = frozenset("people men women children police many most few some others".split())


def tense_of(words: tuple[str, ...], reported: bool = False) -> Tense:
    """The tense of the first finite verb in `words` (lower case, contractions apart), "" where none is plain.

    In `reported` speech "would" is the future.
    """
    if words[0] == "to":
        return "future"
    if shapes(words[0]) == BASE and words[1:2] not in ((), ("of",)):
        return ""  # "keep your eyes peeled" commands
    for index, word in enumerate(words):
        if tense := _auxiliary(words, index, reported) or _full_verb(words, index):
            return tense
        if (
            word in _MODALS
            or word == "would"
            or (word == "'d" and words[index + 1 : index + 2] != ("better",))
        ):
            return "past" if words[index + 1 : index + 2] == ("have",) else "present"
    return ""


def _auxiliary(words: tuple[str, ...], index: int, reported: bool) -> Tense:
    word, following = words[index], words[index + 1 : index + 4]
    if word in _FUTURE or (word == "would" and reported):
        return "future"
    if word in ("is", "are") and following[:1] == ("to",):
        return "future"
    if word in ("is", "are", "'re", "'m", "am") and following[:2] == ("going", "to"):
        return "future"
    if word in ("has", "have", "'ve") and _is_perfect(following):
        return "past"
    if word in _PRESENT and not (word == "'s" and _is_possessive(words, index)):
        return "present"
    return ""


def _full_verb(words: tuple[str, ...], index: int) -> Tense:
    word, following = words[index], words[index + 1 : index + 2]
    if word in _PAST and following != ("by",):
        return "past"
    bits = shapes(word)
    irregular = bits & PAST and not bits & (BASE | NOUN) and not word.endswith("ed")
    if index and irregular and not _is_adjective(words, index):
        return "past"
    if index and word.endswith("ed") and len(word) > 4 and not _is_adjective(words, index):
        return "past"
    return "present" if index and _is_plain_present(words, index) else ""


def _is_plain_present(words: tuple[str, ...], index: int) -> bool:
    """Whether a bare verb or one on -s is the verb of what stands before it."""
    bits = shapes(words[index])
    if not bits & (BASE | THIRD) or bits & PAST or words[index] in _RARELY_VERBS:
        return False
    at = index - 1
    while at > 0 and (words[at] in ADVERBS or words[at].endswith("ly")):
        at -= 1
    before, after = words[at], words[index + 1] if index + 1 < len(words) else ""
    if before in _SUBJECTS:
        return True
    if before in _BEFORE_ADJECTIVE or before in PREPOSITIONS or before in _OBJECTS:
        return False
    if bits & THIRD:
        return after in _OBJECTS or (not bits & NOUN and bool(shapes(before) & NOUN) and after != "")
    plural = before in _PLURAL_NOUNS or (
        before.endswith("s") and not before.endswith(("ss", "us", "is", "'s"))
    )
    return (
        plural and not bits & (NOUN | ADJECTIVE) and bool(shapes(before) & (NOUN | THIRD)) and after != "to"
    )


def _is_perfect(following: tuple[str, ...]) -> bool:
    """Whether "has" with these words after it tells of the past ("has not yet met", "has been said")."""
    if "been" in following and any(word.endswith("ing") and word not in _NO_PARTICIPLE for word in following):
        return False
    return any(word in _PARTICIPLES or (word.endswith("ed") and len(word) > 4) for word in following)


def _is_possessive(words: tuple[str, ...], index: int) -> bool:
    return words[index - 1] not in ("it", "he", "she", "that", "there", "what", "who", "here", "let")


def _is_adjective(words: tuple[str, ...], index: int) -> bool:
    """Whether a word on -ed is no finite verb: "the planned zones", "zones agreed by Turkey"."""
    before = words[index - 1]
    return before in _BEFORE_ADJECTIVE or before.endswith("est") or words[index + 1 : index + 2] == ("by",)
