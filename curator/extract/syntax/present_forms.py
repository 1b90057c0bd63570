"""The tag of a word that can be a verb in the present: "shows" and "show" may be nouns as well.

Its neighbours say what it is. Never looks beyond the sentence.
"""

from __future__ import annotations

from curator.extract.lexicon import shapes as f
from curator.extract.lexicon import vocabulary as v
from curator.extract.lexicon.cues import noun_cues, verb_cues
from curator.extract.lexicon.shapes import verb_of
from curator.extract.syntax import labels as t
from curator.extract.syntax.context import Context

_BEFORE_NOUN = frozenset({t.DT, t.PO, t.JJ, t.CD, t.IN})
STARTERS = frozenset(
    {t.DT, t.TH, t.PR, t.NP, t.PO, t.TO, t.CD, t.RB, t.IN, t.WH, t.OB, t.EX, t.QT, t.JJ, t.VG, t.TM, t.SB}
)
"""What can follow a finite verb."""
_STRONG_STARTERS = frozenset({t.DT, t.TH, t.PR, t.TO, t.WH, t.EX, t.QT, t.OB})
"""What hardly follows a noun."""
_OF_TAKERS = frozenset(
    "think speak dream warn hear know complain consist approve dispose talk become learn".split()
)
_BARE_INFINITIVE_TAKERS = frozenset("help let make go come dare".split())
_QUESTION = frozenset("what whether why how if who".split())
_MEASURES = frozenset("data poll survey study research analysis report index census figures".split())
"""What shows something, and of which nobody has "shows"."""
_SHOWING = frozenset("shows finds suggests reveals indicates says reports notes".split())
_IN_DOCUMENTS = frozenset({t.NN, t.NP, t.JJ, t.IN, t.CD, t.PO, t.DT, t.VN, t.VD})
"""What tells of a document, with "seen by the paper"."""
_SAYING_THIRDS = frozenset("adds writes notes insists argues".split())
_NOUN_LIKE = f.PLAIN_NOUNS | frozenset(
    """
    american russian canadian republican democrat liberal conservative local public chief general other
    second first human young old poor rich dead muslim christian catholic arab german italian indian
    european african israeli iraqi military
    """.split()
)
"""Adjectives that also stand as nouns, so that a verb may follow."""
_PLURALS = v.GROUP_ROLES | frozenset("data men women children".split())


def reports(low: str) -> bool:
    """Whether a word can be a form of a verb that takes a clause freely, such as "explain"."""
    cue = verb_cues().get(verb_of(low))
    return cue is not None and "b" in cue.takes


def third_person(context: Context, at: int, low: str, bits: int, previous: str, before: int) -> str:
    """The tag of a word that can be a third person ("shows"), after a word tagged `previous` at `before`."""
    following = context.peek(at)
    noun = bool(bits & f.NOUN)
    if low == "says" or (low == "points" and context.next_low(at) == "out"):
        return t.VB
    cue = verb_cues().get(verb_of(low))
    if previous == t.NP and context.next_low(at) == "about" and cue is not None:
        return t.VB  # "Jill Tanaka worries about"
    if previous in (t.NP, ",") and cue is not None and "w" in cue.takes and context.next_low(at) in _QUESTION:
        return t.VB  # "Mark Tyndall, an epidemiologist, wonders what"
    if noun and context.next_low(at) == "such":
        return t.NN
    if previous == t.QT:
        return t.VB if verb_of(low) in verb_cues() else t.NN
    if following == t.IN and context.next_low(at) == "of" and verb_of(low) not in _OF_TAKERS:
        return t.NN
    if previous == t.JJ and not noun and context.low[before] in _NOUN_LIKE:
        previous = t.NN
    if previous in (t.VB, t.VD) and not noun and reports(context.low[before]):
        return t.VB
    if previous in _BEFORE_NOUN or previous in (t.AX, t.VG, t.VB, t.VD, t.TO, t.VN, t.MD):
        return t.NN
    if following in (t.AX, t.MD) or (following in (t.VD, t.VB, t.IN) and noun and previous != t.PR):
        return t.NN
    if previous in (t.PR, t.WH, t.TH, t.EX):
        return t.VB
    if previous in (t.NP, ")"):
        if following == "." and reports(low) and _named_after_comma(context, before):
            return t.VB
        return t.VB if not noun or following in STARTERS - {t.IN} else t.NN
    if previous in (t.NN, t.TM):
        return _third_after_noun(context, at, low, noun=noun, before=before)
    if previous in (t.CC, ","):
        if before <= 0 or (noun and not any(tag in (t.VB, t.VD) for tag in context.tags[:before])):
            return t.NN
        if previous == "," and following in (t.NN, t.NP, t.JJ) and _shows(context, at):
            return t.VB
        return t.VB if following in _STRONG_STARTERS or not noun else t.NN
    if previous in ("", "-", ":"):
        return t.VB if low in _SAYING_THIRDS else t.NN
    return t.NN


def _third_after_noun(context: Context, at: int, low: str, *, noun: bool, before: int) -> str:
    """The tag of a third person after a noun at `before`; `noun`: it can be the plural of one too."""
    following = context.peek(at)
    if following == "." and low in _SHOWING and _measured_after_comma(context, before):
        return t.VB
    if noun and context.previous(before) == t.IN:
        return t.NN
    if not noun:
        return t.VB if following not in ("", ",", ".") or reports(low) else t.NN
    speaker = context.low[before] in v.PERSON_ROLES | v.ORGANISATIONS
    if low in _SHOWING and context.low[before] in _MEASURES and following == t.NP:
        return t.VB
    if following in (t.NP, t.NN, t.JJ) and speaker and reports(low):
        return t.VB
    return t.VB if following in _STRONG_STARTERS or following == t.CD else t.NN


def _shows(context: Context, at: int) -> bool:
    """Whether a clause follows a verb that can have one ("A memo, dated May 2, shows | managers knew")."""
    cue = verb_cues().get(verb_of(context.low[at]))
    return cue is not None and bool(set("bc") & set(cue.takes)) and context.clause_follows(at)


def _named_after_comma(context: Context, at: int) -> bool:
    """Whether only a name stands between `at` and the comma before it ("…, the WSJ reports.")."""
    while at > 0 and context.tags[at] in (t.NP, t.DT):
        at -= 1
    return context.tags[at] == ","


def _measured_after_comma(context: Context, at: int) -> bool:
    """Whether a document stands between `at` and a comma ("…, a poll of shops | shows.")."""
    source = False
    while at > 0 and context.tags[at] in _IN_DOCUMENTS:
        source = source or context.low[at] in v.DOCUMENTS
        at -= 1
    return source and context.tags[at] == ","


def _plural_before_preposition(context: Context, at: int) -> bool:
    """Whether a plural with a preposition opens the sentence up to `at` ("Fishermen in the village fear")."""
    tags = context.tags[: at + 1]
    if t.IN not in tags or any(tag in (t.VB, t.VD, t.AX, t.MD) for tag in tags):
        return False
    head = context.low[tags.index(t.IN) - 1] if tags.index(t.IN) else ""
    return head in v.GROUP_ROLES or head.endswith(("s", "men", "people"))


def _taken_prepositions(low: str) -> tuple[str, ...]:
    """The prepositions that content of a reporting verb can begin with ("call for", "caution against")."""
    cue = verb_cues().get(low)
    letters = {"F": "of", "A": "about", "R": "for", "G": "against"}
    return tuple(word for letter, word in letters.items() if cue is not None and letter in cue.takes)


def _is_coordinated(context: Context, at: int) -> bool:
    """Whether the name at `at` ends a pair, so that a plural verb may follow."""
    while at > 0 and context.tags[at] == t.NP:
        at -= 1
    return at > 0 and context.tags[at] == t.CC and context.tags[at - 1] == t.NP


def _is_one(context: Context, at: int) -> bool:
    """Whether the noun phrase that the noun at `at` stands in is one thing's ("a media | request")."""
    while at > 0 and context.tags[at] in (t.NN, t.JJ, t.NP, t.QM):
        at -= 1
    return context.low[at] in ("a", "an", "another", "each", "every")


def base_form(context: Context, at: int, low: str, bits: int, previous: str, before: int) -> str:
    """The tag of a word that can be a base form ("show"), after a word tagged `previous` at `before`."""
    following = context.peek(at)
    noun = bool(bits & f.NOUN)
    if previous in (t.TO, t.MD, t.NT):
        return t.VB
    if following == t.IN and context.next_low(at) == "of" and verb_of(low) not in _OF_TAKERS:
        return t.NN
    word = context.low[before] if before >= 0 else ""
    if previous == t.JJ and not noun and word in _NOUN_LIKE:
        previous = t.NN
    if previous == t.AX:
        return t.VB if word in ("do", "does", "did") else (t.NN if noun else t.VN)
    if previous == t.PR:
        return t.VB if word != "one" else t.NN
    if previous in _BEFORE_NOUN or previous == t.VG:
        return t.NN
    if previous in (t.WH, t.EX, t.OB, t.RB):
        return t.VB
    if previous in (t.NN, t.NP, ")", t.TM):
        return _base_after_noun(context, at, low, noun=noun, previous=previous, before=before)
    if previous in (t.CC, ","):
        if following in (t.AX, t.MD):
            return t.NN
        return t.VB if not noun or (following in (t.PR, t.TH) and before > 0) else t.NN
    if previous in (t.VB, t.VD):
        return t.VB if verb_of(word) in _BARE_INFINITIVE_TAKERS else t.NN
    return t.NN if noun else t.VB


def _base_after_noun(context: Context, at: int, low: str, *, noun: bool, previous: str, before: int) -> str:
    """The tag of a base form after a noun or name at `before`; `noun`: it can be one too."""
    following, word = context.peek(at), context.low[before]
    if following == "." and f"{low}s" in _SHOWING and _measured_after_comma(context, before):
        return t.VB
    takes_clause = following == t.TH and low in verb_cues()
    if takes_clause and (low not in noun_cues() or _plural_before_preposition(context, before)):
        return t.VB
    plural = (word.endswith("s") and not word.endswith("ss")) or word in _PLURALS
    plural = plural and not _is_one(context, before)
    if plural and following == t.IN and context.next_low(at) in _taken_prepositions(low):
        return t.VB
    if previous != t.NN:
        plural = plural or (not noun and _is_coordinated(context, before))
    opened = previous == t.NN and context.previous(before) in (t.TH, t.WH)
    if plural and opened and following not in (t.AX, t.MD, t.VD, t.VB, t.NN, t.NP, ""):
        return t.VB
    if plural and following not in (t.AX, t.MD, t.VD, ""):
        return t.VB if not noun or following in STARTERS - {t.IN} else t.NN
    if not noun and low in verb_cues() and following != t.IN and _plural_before_preposition(context, before):
        return t.VB
    return t.VB if low in ("say", "believe", "think") else t.NN
