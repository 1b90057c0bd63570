"""The tag of a closed-class word that can be more than one thing: "that", "to", "'s", "her", "as", "may" …

Decides by the neighbours; the words whose class never changes are in `context.closed_classes`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from curator.extract.lexicon import shapes as f
from curator.extract.lexicon.cues import noun_cues, verb_cues
from curator.extract.lexicon.shapes import shapes, verb_of
from curator.extract.lexicon.vocabulary import TIME_NOUNS
from curator.extract.syntax import labels as t
from curator.extract.syntax.context import PUNCTUATION, Context

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NOUNISH = frozenset({t.NN, t.NP, t.JJ, t.VG})
_AFTER_IS = frozenset(
    "a an the not been going gonna n't just getting trying very so really always no".split()
)
_BEFORE_NOUNS = frozenset("long late early hard high fast more most much less enough".split())
_PLURAL_SPEAKERS = frozenset("some many few several both all these those most others".split())
_POINTED_AT = frozenset("way sort kind".split())
"""Nouns that "that" points at, and that begin no clause."""
_EXISTENTIAL = frozenset("seems appears remains seemed appeared remained exists 's".split())


def _that(context: Context, at: int, previous: str, following: str) -> str:
    if context.next_low(at) in TIME_NOUNS or context.next_low(at) in _POINTED_AT:
        return t.DT
    if context.next_low(at) == "'s":
        return t.PR
    if _after_particle(context, at):
        return t.TH
    if previous in (t.IN, "") and following not in (t.PR, t.DT, t.NP, t.EX):
        return t.PR if following in (t.AX, t.MD, t.VD, ",", ".") else t.DT
    if previous in (t.IN, t.TO):
        return t.TH if following in (t.PR, t.EX) else t.DT
    if following in (t.AX, t.MD) and previous not in (t.NN, t.NP, t.CC, t.PR, ","):
        return t.PR
    if following in ("", ",", "."):
        return t.TH if following == "," and previous not in (t.IN, t.AX, "") else t.PR
    if previous in (t.VB, t.VD, t.VG, t.VN, t.NT) and following == t.NN:
        if _noun_ends(context, at):
            return t.DT
        argument = context.after(at)
        if context.low[argument] in noun_cues() and context.peek(argument) in (t.IN, ".", ","):
            return t.DT
        cue = verb_cues().get(verb_of(context.low[context.before(at)]))
        return t.TH if cue is not None and set("bch") & set(cue.takes) else t.DT
    return t.TH


def _after_particle(context: Context, at: int) -> bool:
    """Whether a verb and its particle stand before "that" ("pointed out that")."""
    particle = context.before(at)
    return (
        particle > 0 and context.low[particle] == "out" and context.tags[particle - 1] in (t.VB, t.VD, t.VG)
    )


def _noun_ends(context: Context, at: int) -> bool:
    """Whether one word alone stands between "that" and the next mark ("disputes that figure.")."""
    after = context.after(context.after(at))
    return after >= len(context.low) or PUNCTUATION.get(context.low[after]) in (".", ";")


def _apostrophe(context: Context, at: int, previous: str, following: str) -> str:
    before = context.before(at)
    if before < 0:
        return t.QM
    word = context.low[before]
    if context.low[at] != "'s":
        return t.PO if previous in (t.NN, t.NP) and word.endswith("s") else t.QM
    if previous in (t.EX, t.WH, t.TH) or word in ("here", "there", "how", "where", "what"):
        return t.AX
    if previous == t.PR and word not in ("one", "everyone", "someone"):
        return t.AX
    if word == "let":
        return t.OB
    after = context.after(at)
    if after < len(context.capital) and context.capital[after]:
        return t.PO  # "told CBC's The Early Edition"
    return t.AX if context.next_low(at) in _AFTER_IS else t.PO


def _to(context: Context, at: int, previous: str, following: str) -> str:
    return t.TO if context.starts_infinitive(at) or _takes_infinitive(context, at) else t.IN


def _takes_infinitive(context: Context, at: int) -> bool:
    """Whether "to" comes after a verb that takes an infinitive and before what may be one ("vows to gut")."""
    verb, bare = context.before(at), context.after(at)
    if verb < 0 or bare + 1 >= len(context.low) or context.tags[verb] not in (t.VB, t.VD):
        return False
    cue = verb_cues().get(verb_of(context.low[verb]))
    low = context.low[bare]
    if cue is None or not set("tn") & set(cue.takes) or context.capital[bare] or low in context.closed:
        return False
    return low.isalpha() and not low.endswith("s") and context.peek(bare) in (t.DT, t.NP, t.PR)


def _her(context: Context, at: int, previous: str, following: str) -> str:
    return t.DT if following in (t.NN, t.NP, t.JJ, t.CD, t.VD, t.VG) else t.OB


def _is_told(context: Context, noun: int) -> bool:
    """Whether the one word before "there" is who is told something."""
    verb = context.before(noun)
    cue = (
        verb_cues().get(verb_of(context.low[verb]))
        if verb >= 0 and context.tags[verb] in (t.VB, t.VD)
        else None
    )
    return cue is not None and "r" in cue.takes


def _there(context: Context, at: int, previous: str, following: str) -> str:
    told = previous in (t.NN, t.NP) and _is_told(context, context.before(at))  # "told Reuters | there was"
    if previous in (t.NN, t.NP) and not (told and following in (t.AX, t.MD)):
        return t.RB
    return t.EX if following in (t.AX, t.MD) or context.next_low(at) in _EXISTENTIAL else t.RB


def _may(context: Context, at: int, previous: str, following: str) -> str:
    if not context.capital[at]:
        return t.MD
    if previous == t.NP and not context.heading:
        return t.NP
    if previous == t.DT and following in (t.NN, t.JJ):
        return t.NP  # "a May report"
    if following == t.CD or previous == t.IN or context.next_low(at) in (".", ","):
        return t.TM
    return t.NP if following in (t.VD, t.AX, t.MD) and not context.heading else t.MD


def _modal(context: Context, at: int, previous: str, following: str) -> str:
    noun = previous in (t.DT, t.PO, t.JJ) and following not in (t.VB, t.AX, t.NN)
    return t.NN if noun else t.MD


def _like(context: Context, at: int, previous: str, following: str) -> str:
    verb = previous in (t.PR, t.MD, t.TO, t.NT) and context.low[context.before(at)] != "that"
    return t.VB if verb else t.IN


def _demonstrative(context: Context, at: int, previous: str, following: str) -> str:
    if context.low[at] == "such" and context.next_low(at) == "as":
        return t.IN
    if following == t.VB:
        return t.PR if context.low[at] == "this" else t.DT
    if context.low[at] in _PLURAL_SPEAKERS and _is_plain_verb(context, context.after(at)):
        return t.PR
    return t.PR if following in (t.AX, t.MD, t.IN, ",", ".", "", t.WH, t.VD) else t.DT


def _is_plain_verb(context: Context, at: int) -> bool:
    """Whether the word at `at` is a bare verb and no noun, by its form or what follows ("some fear the")."""
    low = context.low[at] if at < len(context.low) else ""
    bits = shapes(low) if low and low[0].isalpha() and context.closed.get(low) is None else 0
    if not bits & f.BASE or context.capital[at]:
        return False
    clausal = low in verb_cues() and context.peek(at) in (t.TH, t.PR, t.DT)
    return clausal or not bits & f.NOUN


def _temporal(context: Context, at: int, previous: str, following: str) -> str:
    if context.low[at] == "since" and previous == t.AX and following in (t.VD, t.VN):
        return t.RB  # "has since warned"
    if following == t.TM or _YEAR.fullmatch(context.next_low(at)):
        return t.IN
    return t.IN if following == t.VG or not context.clause_follows(at) else t.SB


def _as(context: Context, at: int, previous: str, following: str) -> str:
    if previous == t.IN or (at and context.low[at - 1] == "such"):
        return t.IN
    return t.SB if context.clause_follows(at) else t.IN


def _role_or_adjective(context: Context, at: int, previous: str, following: str) -> str:
    if previous == t.NN and following == t.NP:  # "police chief Carl Moe": the noun before makes it a role
        return t.NN
    return t.JJ if following in _NOUNISH else t.NN


def _per(context: Context, at: int, previous: str, following: str) -> str:
    return t.NN if context.next_low(at) == "cent" else t.IN


def _adverb_or_adjective(context: Context, at: int, previous: str, following: str) -> str:
    if context.next_low(at) == "of" and context.low[at] in ("most", "more", "much", "less", "enough"):
        return t.PR
    if previous in (t.DT, t.PO):
        return t.JJ if following in _NOUNISH else t.RB
    return t.JJ if following == t.NN and context.low[at] in _BEFORE_NOUNS else t.RB


def _so(context: Context, at: int, previous: str, following: str) -> str:
    return t.CC if previous == "," and following in (t.PR, t.DT) else t.RB


def _yet(context: Context, at: int, previous: str, following: str) -> str:
    return t.CC if previous in (",", "") and following in (t.PR, t.DT, t.NP) else t.RB


def _one(context: Context, at: int, previous: str, following: str) -> str:
    return t.PR if following in (t.AX, t.MD, t.WH, t.IN, t.VD) else t.CD


def _at(context: Context, at: int, previous: str, following: str) -> str:
    return t.RB if context.next_low(at) in ("least", "most", "first", "last", "once") else t.IN


def _last(context: Context, at: int, previous: str, following: str) -> str:
    return t.RB if context.low[context.before(at)] == "at" and context.before(at) >= 0 else t.JJ


def _alleged(context: Context, at: int, previous: str, following: str) -> str:
    return t.VD if following == t.TH or previous == t.PR else t.JJ


def _because(context: Context, at: int, previous: str, following: str) -> str:
    return t.IN if context.next_low(at) == "of" else t.SB


_Rule = Callable[[Context, int, str, str], str]
CONTEXTUAL: dict[str, _Rule] = {
    "that": _that,
    "'s": _apostrophe,
    "'": _apostrophe,
    "’": _apostrophe,
    "to": _to,
    "her": _her,
    "there": _there,
    "may": _may,
    "like": _like,
    "as": _as,
    "so": _so,
    "yet": _yet,
    "one": _one,
    "at": _at,
    "because": _because,
    "alleged": _alleged,
    "per": _per,
    **dict.fromkeys(("will", "might", "can", "must"), _modal),
    **dict.fromkeys("this these those all some many such any each both several few".split(), _demonstrative),
    **dict.fromkeys("after before since until till".split(), _temporal),
    **dict.fromkeys(("first", "last"), _last),
    **dict.fromkeys(
        """
        chief official general liberal conservative public local representative military republican capital
        """.split(),
        _role_or_adjective,
    ),
    **dict.fromkeys(
        "long late early most more only far well hard high fast much less enough right back".split(),
        _adverb_or_adjective,
    ),
}
"""Word -> the rule that tags it from (context, index, tag before, guess at the tag after)."""


def is_name_like(context: Context, at: int, low: str, tag: str) -> bool:
    """Whether a capitalised closed-class word is part of a name ("New York", "Will Smith", "WHO")."""
    if context.acronym[at] and low not in ("i", "a"):
        return True
    before = context.before(at)
    if context.heading or low == "i" or before < 0:
        return False
    if low == "one" and context.tags[before] == t.NP:
        return True
    if tag in (t.JJ, t.RB, t.MD, t.CD) and low != "may":
        return context.tags[before] not in (".", ":", t.QT, "-")
    if tag == t.IN and low in ("near", "down", "up", "on", "over", "like"):
        return context.peek(at) == t.NP and context.tags[before] == t.NP
    return False
