"""How the article's words mention somebody: a full name, a surname, a role, a pronoun, an organisation.

Reads the words of one noun phrase and nothing around it; who is meant is for `cast`.
"""

from __future__ import annotations

from dataclasses import dataclass

from curator.extract.lexicon import vocabulary as v
from curator.extract.speakers.names import Name, name_in, role_of
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import Parsed
from curator.text import folded

_NO_KIND = frozenset("state city town county province village country nation district side body".split())
"""Of organisations: what may belong to the name or to no speaker at all."""
_IN_NAMES = frozenset("of for and the & on".split())
"""What stands inside the names of organisations: "Bureau of Labor", "Centre for Policy"."""
_NAMING = (t.NP, t.NN, t.JJ)


@dataclass(frozen=True, slots=True)
class Mention:
    """What one noun phrase says about whom it means."""

    text: str
    """The phrase as the article writes it, without a leading "the"."""
    head: str
    """Its head noun, lower-cased and singular where that is known; "" for a plain name."""
    name: Name | None
    roles: frozenset[str]
    """Roles the phrase gives ("spokesman", "minister")."""
    modifiers: frozenset[str]
    """Its other content words, folded and cut to their first five letters, to compare phrases by."""
    pronoun: str = ""
    indefinite: bool = False
    plural: bool = False


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def mention(parsed: Parsed, first: int, last: int) -> Mention:
    """The mention that tokens `[first, last)` make; they are one noun phrase with what hangs on it."""
    low, tags = parsed.sentence.low, parsed.tags
    if last - first == 1 and tags[first] in (t.PR, t.OB, t.DT, t.WH):
        return Mention(parsed.word(first), "", None, frozenset(), frozenset(), pronoun=low[first])
    core = _core_end(parsed, first, last)
    name = name_in(parsed, first, core)
    head = low[core - 1]
    own = max((at + 1 for at in range(first, core) if tags[at] == t.PO), default=first)
    roles = frozenset(role for at in range(own, core) if (role := role_of(low[at].rstrip("."))))
    if head == "source" and low[core : core + 1] == ["of"]:
        roles = frozenset()  # the source of an infection, which says nothing
    describing = [at for at in range(first, last) if tags[at] in (t.NN, t.NP, t.JJ) and at != core - 1]
    modifiers = frozenset(folded(parsed.word(at))[:5] for at in describing)
    text = _label(parsed, first, core, last)
    many = head.endswith("s") and not head.endswith("ss") and tags[core - 1] == t.NN
    plural = many or head in v.GROUP_ROLES
    coordinated = any(tags[at] == t.CC for at in range(first, last))
    return Mention(
        text,
        _singular(head) if name is None else "",
        None if coordinated else name,
        roles,
        modifiers,
        indefinite=low[first] in v.INDEFINITE,
        plural=plural or coordinated,
    )


def _label(parsed: Parsed, first: int, core: int, last: int) -> str:
    """The phrase as a label: "the" goes before a name ("BBC"); no capital that only opens a sentence."""
    sentence = parsed.sentence
    text = parsed.text[sentence.start[first] : sentence.end[last - 1]]
    if last - first > 1 and sentence.low[first] in v.INDEFINITE | v.POSSESSIVES:
        return text[0].lower() + text[1:]
    if (bare := _after_kind(parsed, first, core)) > first and core == last:
        return parsed.text[sentence.start[bare] : sentence.end[last - 1]]
    if sentence.low[first] != "the" or last - first < 2:
        return text
    if parsed.tags[core - 1] == t.NP:
        return parsed.text[sentence.start[first + 1] : sentence.end[last - 1]]
    return "t" + text[1:]


def _after_kind(parsed: Parsed, first: int, core: int) -> int:
    """Where an organisation's name begins after what it is ("toy retailer | Playland"); -1 without that."""
    at = core
    while at > first and parsed.tags[at - 1] == t.NP:
        at -= 1
    if not first < at < core or parsed.tags[at - 1] != t.NN:
        return -1
    kind = parsed.sentence.low[at - 1]
    return at if kind in v.ORGANISATIONS and kind not in _NO_KIND else -1


def _core_end(parsed: Parsed, first: int, last: int) -> int:
    """The end of the phrase before its first preposition: "a spokesman | of the ministry"."""
    for at in range(first + 1, last):
        if parsed.tags[at] in (t.IN, t.CC, ",", t.VD, t.VN, t.VG, t.TM, "("):
            return _end_of_named(parsed, at, last) or at
    return last


def _end_of_named(parsed: Parsed, at: int, last: int) -> int:
    """The end of a name after what its bearer is of: "Bank | of Canada governor Stephen Poloz |".

    `at`: of the preposition. 0 where no such name follows.
    """
    low, tags = parsed.sentence.low, parsed.tags
    joint = low[at] in _IN_NAMES or parsed.word(at)[0].isupper()  # "Mothers Against Drunk Driving"
    if not joint or not parsed.word(at - 1)[0].isupper():
        return 0
    if low[at] == "of" and role_of(low[at - 1]):
        begin = at + 2 if low[at + 1 : at + 2] == ["the"] else at + 1
        end = next((k for k in range(begin, last) if not parsed.word(k)[0].isupper()), last)
        return end if end - begin > 2 and tags[end - 1] == tags[end - 2] == t.NP else 0
    role = at + 1
    while role < last and (tags[role] in _NAMING or low[role] in _IN_NAMES) and not role_of(low[role]):
        role += 1
    end = role + 1
    while end < last and tags[end] == t.NP:
        end += 1
    named = at + 1 < role < last and role_of(low[role]) and end > role + 1
    return end if named and (end == last or tags[end] in (t.IN, ",", "(")) else 0
