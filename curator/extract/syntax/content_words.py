"""The tag of a word outside the closed classes: noun, name, adjective, or a verb in one of its forms.

Its form says what it can be (`lexicon.shapes`), its neighbours what it is. Never looks beyond the sentence.
"""

from __future__ import annotations

from curator.extract.lexicon import shapes as f
from curator.extract.lexicon import vocabulary as v
from curator.extract.lexicon.cues import noun_cues, verb_cues
from curator.extract.lexicon.shapes import shapes, verb_of
from curator.extract.syntax import labels as t
from curator.extract.syntax.context import Context

_BEFORE_NOUN = frozenset({t.DT, t.PO, t.JJ, t.CD, t.IN})
_STARTERS = frozenset(
    {t.DT, t.TH, t.PR, t.NP, t.PO, t.TO, t.CD, t.RB, t.IN, t.WH, t.OB, t.EX, t.QT, t.JJ, t.VG, t.TM, t.SB}
)
"""What can follow a finite verb."""
_STRONG_STARTERS = frozenset({t.DT, t.TH, t.PR, t.TO, t.WH, t.EX, t.QT, t.OB})
"""What hardly follows a noun."""
_ALWAYS_VERBS = frozenset("said told asked added went came took became began".split())
_OF_TAKERS = frozenset(
    "think speak dream warn hear know complain consist approve dispose talk become learn".split()
)
_BARE_INFINITIVE_TAKERS = frozenset("help let make go come dare".split())
_QUESTION = frozenset("what whether why how if who".split())
_MEASURES = frozenset("data poll survey study research analysis report index census figures".split())
"""What shows something, and of which nobody has "shows"."""
_SHOWING = frozenset("shows finds suggests reveals indicates says reports notes".split())
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
_AMBIGUOUS_MONTHS = frozenset("march may mar dec jan".split())


def open_tag(context: Context, at: int, low: str) -> str:
    """The tag of the word `low` at `at`, which no closed class holds."""
    if low[0].isdigit():
        return t.NP if low.endswith("ers") else t.CD
    if not low[0].isalnum():
        return t.QM
    if context.capital[at] and not context.heading:
        if (named := _capitalised(context, at, low)) is not None:
            return named
    elif low in v.WEEKDAYS or low in v.MONTHS - _AMBIGUOUS_MONTHS:
        return t.TM
    if "-" in low and context.inner_capital(at):
        return t.NP
    bits = shapes(low)
    if bits == f.NOUN:
        return t.VB if context.previous(at) in (t.TO, t.MD) and not context.capital[at] else t.NN
    if bits & f.ADVERB:
        return t.RB
    if bits & f.ADJECTIVE:
        return t.JJ
    before = context.before(at)
    adverb = before > 0 and context.tags[before] == t.RB
    if adverb:
        before = context.before(before)
    previous = context.tags[before] if before >= 0 else ""
    if bits & f.ING:
        return _gerund(context, at, bits, previous)
    if bits & (f.PAST | f.PARTICIPLE):
        return _past(context, at, low, bits, previous)
    if bits & f.THIRD:
        if adverb and previous == t.CC and context.peek(at) in _STARTERS:
            return t.VB
        manner = adverb and context.low[context.before(at)].endswith("ly")
        if adverb and previous in (t.NN, t.NP) and (manner or context.peek(at) in _STARTERS):
            return t.VB
        return _third(context, at, low, bits, previous, before)
    return _base(context, at, bits, previous, before, low)


def _capitalised(context: Context, at: int, low: str) -> str | None:
    """The tag of a word with a capital; None if the capital only opens the sentence."""
    if "-" in low and low.endswith(("ed", "based", "led", "run", "made", "born")):
        return t.NP if context.inner_capital(at) else t.JJ
    if low in v.WEEKDAYS or (low in v.MONTHS and low != "may"):
        return t.TM
    if context.previous(at) not in ("", ".", t.QT, ":", "-", "("):
        return t.NP
    return None if _opens_common(context, at, low) else t.NP


def _opens_common(context: Context, at: int, low: str) -> bool:
    """Whether a capitalised word that opens a sentence is an ordinary word and no name."""
    following = context.after(at)
    next_capital = following < len(context.low) and context.capital[following]
    bits = shapes(low)
    if bits & f.ADVERB:
        return True
    if bits & f.ING and not bits & f.NOUN and context.peek(at) in (t.VD, t.AX, t.MD, t.VB):
        return False
    if next_capital and context.low[following] != "i":
        return low in v.PERSON_ROLES or low in v.GROUP_ROLES or bool(bits & f.ING)
    if low in v.FEMALE_NAMES or low in v.MALE_NAMES:
        return False
    if context.next_low(at) == "'s" and bits & f.BASE and not bits & f.NOUN:
        return False
    if bits & ~f.NOUN:
        return not (context.peek(at) in (t.VD, t.AX, t.MD) and bits & f.BASE and not bits & f.NOUN)
    roles = low in v.PERSON_ROLES or low in v.GROUP_ROLES or low in v.ORGANISATIONS or low in v.DOCUMENTS
    return roles or low.endswith(v.NOUN_ENDINGS) or (low.endswith("s") and low[:-1] in v.PERSON_ROLES)


def _gerund(context: Context, at: int, bits: int, previous: str) -> str:
    following = context.peek(at)
    if bits & f.NOUN:
        if previous == "," and following in (t.IN, t.QT, t.DT, t.TH) and _reports(context.low[at]):
            return t.VG
        if previous == t.AX or following in (t.DT, t.TH, t.PR):
            return t.NN if previous in (t.DT, t.PO, t.JJ) else t.VG
        return t.NN
    if previous in (t.DT, t.PO, t.JJ) and following in (t.AX, t.MD, t.IN, ",", ".", ""):
        return t.NN
    return t.VG


def _past(context: Context, at: int, low: str, bits: int, previous: str) -> str:
    following = context.peek(at)
    if previous in (t.DT, t.PO):
        return t.JJ if following in (t.NN, t.NP, t.JJ, t.VG, t.CD, t.VD) else t.NN
    if previous in (t.JJ, t.CD) and following in (t.NN, t.NP) and low not in _ALWAYS_VERBS:
        return t.JJ
    if previous in (t.AX, t.NT):
        return t.VN
    if previous in (t.VB, t.VD) and following in (t.NN, t.NP) and _reports(context.low[context.before(at)]):
        return t.JJ if low not in _ALWAYS_VERBS else t.VD
    if bits & f.BASE and previous in (t.TO, t.MD):
        return t.VB
    if previous in (t.IN, t.TO) and low not in _ALWAYS_VERBS:
        return t.JJ if following in (t.NN, t.NP) else t.VN
    if previous == t.MD:
        return t.VB
    return t.VD if bits & (f.PAST | f.BASE) else t.VN


def _reports(low: str) -> bool:
    """Whether a word can be a form of a verb that takes a clause freely, such as "explain"."""
    cue = verb_cues().get(verb_of(low))
    return cue is not None and "b" in cue.takes


def _third(context: Context, at: int, low: str, bits: int, previous: str, before: int) -> str:
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
    if previous in (t.VB, t.VD) and not noun and _reports(context.low[before]):
        return t.VB
    if previous in _BEFORE_NOUN or previous in (t.AX, t.VG, t.VB, t.VD, t.TO, t.VN, t.MD):
        return t.NN
    if following in (t.AX, t.MD) or (following in (t.VD, t.VB, t.IN) and noun and previous != t.PR):
        return t.NN
    if previous in (t.PR, t.WH, t.TH, t.EX):
        return t.VB
    if previous in (t.NP, ")"):
        if following == "." and _reports(low) and _named_after_comma(context, before):
            return t.VB
        return t.VB if not noun or following in _STARTERS - {t.IN} else t.NN
    if previous in (t.NN, t.TM):
        closing = following == "." and low in _SHOWING and _measured_after_comma(context, before)
        if noun and context.previous(before) == t.IN:
            return t.VB if closing else t.NN
        if not noun:
            return t.VB if following not in ("", ",", ".") or _reports(low) else t.NN
        speaker = context.low[before] in v.PERSON_ROLES | v.ORGANISATIONS
        if low in _SHOWING and context.low[before] in _MEASURES and following == t.NP:
            return t.VB
        if following in (t.NP, t.NN, t.JJ) and speaker and _reports(low):
            return t.VB
        return t.VB if following in _STRONG_STARTERS or following == t.CD else t.NN
    if previous in (t.CC, ","):
        if before <= 0 or (noun and not any(tag in (t.VB, t.VD) for tag in context.tags[:before])):
            return t.NN
        if previous == "," and following in (t.NN, t.NP, t.JJ) and _shows(context, at):
            return t.VB
        return t.VB if following in _STRONG_STARTERS or not noun else t.NN
    if previous in ("", "-", ":"):
        return t.VB if low in _SAYING_THIRDS else t.NN
    return t.NN


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
    while at > 0 and context.tags[at] in (t.NN, t.NP, t.JJ, t.IN, t.CD, t.PO, t.DT):
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


def _base(context: Context, at: int, bits: int, previous: str, before: int, low: str) -> str:
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
            return t.VB if not noun or following in _STARTERS - {t.IN} else t.NN
        if (
            not noun
            and low in verb_cues()
            and following != t.IN
            and _plural_before_preposition(context, before)
        ):
            return t.VB
        return t.VB if low in ("say", "believe", "think") else t.NN
    if previous in (t.CC, ","):
        if following in (t.AX, t.MD):
            return t.NN
        return t.VB if not noun or (following in (t.PR, t.TH) and before > 0) else t.NN
    if previous in (t.VB, t.VD):
        return t.VB if verb_of(word) in _BARE_INFINITIVE_TAKERS else t.NN
    return t.NN if noun else t.VB
