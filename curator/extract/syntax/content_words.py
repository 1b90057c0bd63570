"""The tag of a word outside the closed classes: noun, name, adjective, or a verb in one of its forms.

Its form says what it can be (`lexicon.shapes`), its neighbours what it is. Never looks beyond the sentence.
"""

from __future__ import annotations

from curator.extract.lexicon import shapes as f
from curator.extract.lexicon import vocabulary as v
from curator.extract.lexicon.given_names import FEMALE_NAMES, MALE_NAMES
from curator.extract.lexicon.shapes import shapes
from curator.extract.syntax import labels as t
from curator.extract.syntax.context import Context
from curator.extract.syntax.present_forms import STARTERS, base_form, reports, third_person

_ALWAYS_VERBS = frozenset("said told asked added went came took became began".split())
_GIVEN_NAMES = frozenset("april june august".split())
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
        if adverb and previous == t.CC and context.peek(at) in STARTERS:
            return t.VB
        manner = adverb and context.low[context.before(at)].endswith("ly")
        if adverb and previous in (t.NN, t.NP) and (manner or context.peek(at) in STARTERS):
            return t.VB
        return third_person(context, at, low, bits, previous, before)
    return base_form(context, at, low, bits, previous, before)


def _capitalised(context: Context, at: int, low: str) -> str | None:
    """The tag of a word with a capital; None if the capital only opens the sentence."""
    if "-" in low and low.endswith(("ed", "based", "led", "run", "made", "born")):
        return t.NP if context.inner_capital(at) else t.JJ
    if low in v.WEEKDAYS or (low in v.MONTHS and low != "may"):
        return t.NP if _is_given_name(context, at, low) else t.TM
    if context.previous(at) not in ("", ".", t.QT, ":", "-", "("):
        return t.NP
    return None if _opens_common(context, at, low) else t.NP


def _is_given_name(context: Context, at: int, low: str) -> bool:
    """Whether a month is somebody's: "Jan Feld", "spokeswoman April Jones"."""
    following = context.after(at)
    if following >= len(context.low) or not context.capital[following]:
        return False
    if context.previous(at) == t.CD or context.low[following] in v.MONTHS | v.WEEKDAYS:
        return False
    before = context.before(at)
    role = before >= 0 and context.low[before] in v.PERSON_ROLES
    return low == "jan" or (role and low in _GIVEN_NAMES)


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
    if low in FEMALE_NAMES or low in MALE_NAMES:
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
        if previous == "," and following in (t.IN, t.QT, t.DT, t.TH) and reports(context.low[at]):
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
    if previous in (t.VB, t.VD) and following in (t.NN, t.NP) and reports(context.low[context.before(at)]):
        return t.JJ if low not in _ALWAYS_VERBS else t.VD
    if bits & f.BASE and previous in (t.TO, t.MD):
        return t.VB
    if previous in (t.IN, t.TO) and low not in _ALWAYS_VERBS:
        return t.JJ if following in (t.NN, t.NP) else t.VN
    if previous == t.MD:
        return t.VB
    return t.VD if bits & (f.PAST | f.BASE) else t.VN
