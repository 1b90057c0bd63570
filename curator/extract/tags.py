"""The word class of each token where it stands: closed classes, word forms and the neighbours decide.

A light tagger for edited English. It keeps what attribution needs apart (finite verb, participle, noun,
name, determiner …) and nothing else, and never looks beyond the sentence.
"""

from __future__ import annotations

from functools import cache

from curator.extract import vocabulary as v
from curator.extract.cues import noun_cues
from curator.extract.sentences import CLOSE, OPEN, QUOTE, Sentence
from curator.extract.verbs import verb_forms

DT, PO, PR, OB, EX = "DT", "PO", "PR", "OB", "EX"
"""Determiner or possessive pronoun, possessive 's, pronoun as subject, as object, existential there."""
IN, TO, CC, SB, WH, TH, AC = "IN", "TO", "CC", "SB", "WH", "TH", "AC"
"""Preposition, infinitive to, coordinator, subordinator, question word or relative, that, "according"."""
AX, MD, NT, RB, CD, JJ, NN, NP, TM = "AX", "MD", "NT", "RB", "CD", "JJ", "NN", "NP", "TM"
"""Auxiliary, modal, not, adverb, number, adjective, noun, name, weekday or month or "yesterday"."""
VB, VD, VN, VG = "VB", "VD", "VN", "VG"
"""Present or base form, past form (or participle that looks like it), participle, -ing form."""
QT, QM = "QT", "QM"
"""A full quotation, a mark of a quoted fragment."""

NOMINAL = frozenset({NN, NP, CD, PR, OB, TM, EX})
VERBAL = frozenset({AX, MD, VB, VD})
_BEFORE_NOUN = frozenset({DT, PO, JJ, CD, IN})
_STARTERS = frozenset({DT, TH, PR, NP, PO, TO, CD, RB, IN, WH, OB, EX, QT, JJ, VG, TM, SB})
_STRONG_STARTERS = frozenset({DT, TH, PR, TO, WH, EX, QT, OB})

_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "—": "-", "–": "-", "--": "-", "---": "-", "-": "-", "―": "-",
    "(": "(", "[": "(", "{": "(", ")": ")", "]": ")", "}": ")",
    ".": ".", "?": ".", "!": ".", "…": ".", "...": ".", "..": ".", "....": ".",
    OPEN: QM, CLOSE: QM, QUOTE: QT,
    "“": QM, "”": QM, '"': QM, "‘": QM, "«": QM, "»": QM, "„": QM, "‹": QM, "›": QM,
    "$": JJ, "€": JJ, "£": JJ, "¥": JJ, "%": NN, "#": QM, "&": CC, "@": QM, "/": QM, "*": QM, "•": QM,
}  # fmt: skip

_MOSTLY_NOUNS = frozenset(
    """
    talk strike rate cut force result attack sale share loss force job game match test vote poll fund
    tax price cost sport fan march rally plan base place part group school state house home world
    market member case face hand head body street road way area point line issue matter name number
    order form term change increase decrease rise fall drop gain study survey sign process project
    program contract deal offer bid play fight battle war raid bomb fire arm trade border benefit
    risk damage protest campaign visit trip tour drive ride walk run race record review report claim
    demand request hope fear call pledge promise warning comment statement note view interest
    concern doubt need effort support control measure limit ban block lead transport influence
    impact link cause debate dispute conflict crash accident tie address answer question guide rule
    judge leader coach star model design release update post tweet text video photo image picture
    film book paper article letter phone shop store bar park field farm plant water food drink meal
    dress uniform guard patrol escort pilot ship boat plane train bus list score total average
    figure estimate forecast balance budget loan debt credit charge fine sentence appeal trial
    sanction license permit access exit entry return transfer exchange purchase order supply stock
    stake finance profit surplus interview broadcast press host guest witness suspect victim attempt
    response contact challenge threat conduct practice exercise structure function position role
    title rank stage level pace track step move shift turn break start end finish stop delay wait
    stay rest sleep dream thought cover cross head mine sound light shadow cloud storm flood rain
    wind wave heat power strength act murder kill riot surge spike slump ground land island sea
    ocean lake river bank bridge tower wall door window floor roof room space seat table bed rebel
    pilot student neighbour neighbor border rock fish cook model pole exploit object subject project
    produce progress experience purpose pressure stress shock surprise anger love hate respect trust
    honor honour award prize medal
    """.split()
)
"""Verbs whose bare and -s forms are nouns more often than not in news."""

_PLAIN_NOUNS = frozenset(
    """
    proposal official approval arrival rival capital trial criminal journal hospital festival goal deal
    meal total refusal denial referral removal survival withdrawal signal arsenal animal individual
    professional principal initiative representative executive detective relative alternative
    objective native incentive motive captive perspective narrative critic topic traffic republic
    public clinic fabric music logic epidemic pandemic panic academic mechanic secretary summary
    library salary anniversary boundary diary military cable table vegetable variable arrival burial
    funeral material memorial mineral moral oval pedal petal portal rehearsal renewal reversal
    ritual rural scandal terminal tribunal vandal veteran canal cathedral metal medal mental jewel
    general admiral corporal cardinal marshal liberal radical electoral_ politician physician
    musician technician civilian guardian pedestrian librarian historian comedian custodian
    electrician magician vegetarian veterinarian asian collective archive drive five hive native
    olive detective additive adjective fugitive operative dispensary adversary beneficiary
    commentary dictionary documentary judiciary mercenary missionary obituary subsidiary treasury
    vocabulary sanctuary itinerary luminary dignitary parish dish fish polish rubbish finish
    skirmish arctic attic cosmetic ethic fabric heretic italic lunatic mosaic picnic plastic relic
    skeptic sceptic statistic tactic tonic tunic cleric comic antic arithmetic rhetoric bishopric
    """.split()
)
_ADJECTIVES_IN_ING = frozenset(
    """
    willing unwilling outgoing incoming ongoing missing leading promising surprising shocking disturbing
    interesting exciting existing remaining upcoming sweeping striking alarming devastating damning
    stunning troubling overwhelming underlying surrounding neighbouring neighboring so-called
    """.split()
)

_NOUNS_IN_ING = frozenset(
    """
    meeting building hearing briefing filing ruling warning finding feeling morning evening spring king
    ring thing nothing something anything everything spending funding training shooting killing
    bombing beating trading housing opening closing beginning ending wedding funeral painting
    drawing writing reading training gathering listing offering rating ranking standing
    understanding holding setting parking smoking drinking swimming fishing hunting mining farming
    banking marketing advertising engineering manufacturing landing crossing polling voting drilling
    sibling ceiling sterling earning being uprising cleansing lightning wing string bearing
    proceeding dealing posting recording screening sentencing sitting stabbing teaching testing
    timing tracking
    """.split()
)


@cache
def _closed() -> dict[str, str]:
    """Word -> tag for the closed classes; a later class wins over an earlier one."""
    table: dict[str, str] = {}
    for words, tag in (
        (v.ADJECTIVES, JJ),
        (v.ADVERBS, RB),
        (v.NUMBER_WORDS, CD),
        (v.TIME_ADVERBS, TM),
        (v.OTHER_PRONOUNS, PR),
        (v.OBJECT_PRONOUNS, OB),
        (v.DETERMINERS, DT),
        (v.PREPOSITIONS, IN),
        (v.SUBORDINATORS, SB),
        (v.WH_WORDS, WH),
        (v.SUBJECT_PRONOUNS, PR),
        (v.COORDINATORS, CC),
        (v.FINITE_AUXILIARIES, AX),
        (v.BE | v.HAVE | v.DO, AX),
        (v.MODALS, MD),
        (v.NEGATIONS, NT),
    ):
        table.update(dict.fromkeys((w for w in words if "_" not in w), tag))
    table.update(
        {"'s": PO, "'": PO, "’": PO, "that": TH, "to": IN, "there": RB, "so": RB, "yet": RB, "s": NN}
    )
    table.update(
        {"may": MD, "will": MD, "might": MD, "no": DT, "than": IN, "as": SB, "like": IN, "according": AC}
    )
    return table


NOUN, BASE, THIRD, PAST, PARTICIPLE, ING, ADVERB, ADJECTIVE = 1, 2, 4, 8, 16, 32, 64, 128


@cache
def _shapes(low: str) -> int:
    """What an open-class word can be, as a set of bits."""
    forms = verb_forms()
    bits = 0
    if low in forms["base"]:
        bits |= BASE | (NOUN if low in _MOSTLY_NOUNS or low in noun_cues() else 0)
    if low in forms["s"]:
        bits |= THIRD | (NOUN if forms["s"][low] in _MOSTLY_NOUNS or low in noun_cues() else 0)
    if low in forms["ed"]:
        bits |= PAST
    if low in forms["en"]:
        bits |= PARTICIPLE
    if low in _ADJECTIVES_IN_ING:
        return ADJECTIVE
    if low in forms["ing"] or (low.endswith("ing") and len(low) > 5):
        bits |= ING | (NOUN if low in _NOUNS_IN_ING else 0)
    if bits:
        return bits
    if low.endswith("ly") and len(low) > 4 and low not in v.NOT_ADVERBS:
        return ADVERB
    if low.endswith("ed") and len(low) > 4 and not low.endswith("eed"):
        return PAST | PARTICIPLE
    if low in _PLAIN_NOUNS:
        return NOUN
    if low.endswith(v.ADJECTIVE_ENDINGS) and not low.endswith(v.NOUN_ENDINGS):
        return ADJECTIVE
    if "-" in low and low.rpartition("-")[2] in _COMPOUND_ENDINGS:
        return ADJECTIVE
    return NOUN


_COMPOUND_ENDINGS = frozenset(
    """
    backed led based old year-old style related wide held run made owned known called elect term time
    scale speaking controlled month day hour week level profile right left wing up down friendly
    free long
    """.split()
)


@cache
def verb_of(low: str) -> str:
    """The dictionary form of a word that stands as a verb, in whatever form; the word itself if unknown."""
    forms = verb_forms()
    for kind in ("base", "ed", "en", "s", "ing"):
        if low in forms[kind]:
            return forms[kind][low]
    return low


class _Tagger:
    """Tags one sentence from left to right."""

    def __init__(self, sentence: Sentence, text: str, heading: bool) -> None:
        self.low = sentence.low
        self._start, self._end, self._text = sentence.start, sentence.end, text
        self.tags: list[str] = []
        self._closed = _closed()
        self._capital = [text[s].isupper() for s in sentence.start]
        self._acronym = [
            e - s > 1 and text[s:e].isupper() for s, e in zip(sentence.start, sentence.end, strict=True)
        ]
        if sum(self._acronym) * 2 > len(self.low):
            self._acronym = [False] * len(self.low)
        self._heading = heading
        """Capitals say nothing in a heading set in title case."""

    def run(self) -> list[str]:
        append = self.tags.append
        for at, low in enumerate(self.low):
            tag = self._closed.get(low)
            if tag is None:
                append(_PUNCTUATION.get(low) or self._open(at, low))
            elif self._capital[at] and self._is_name_like(at, low, tag):
                append(NP)
            elif low in _CONTEXTUAL:
                append(self._contextual(at, low, tag))
            else:
                append(tag)
        return self.tags

    # -- neighbours ------------------------------------------------------------------------------------

    def _before(self, at: int) -> int:
        """The index of the nearest token before `at` that is not a quote mark; -1 at the start."""
        at -= 1
        while at >= 0 and self.tags[at] == QM:
            at -= 1
        return at

    def _next(self, at: int) -> int:
        at += 1
        while at < len(self.low) and _PUNCTUATION.get(self.low[at]) == QM:
            at += 1
        return at

    def _peek(self, at: int) -> str:
        """A first guess at the tag of the token after `at`; "" at the end."""
        at = self._next(at)
        if at >= len(self.low):
            return ""
        low = self.low[at]
        tag = self._closed.get(low) or _PUNCTUATION.get(low)
        if tag is not None:
            if tag == IN and low == "to":
                return TO if self._starts_infinitive(at) else IN
            return tag
        if low[0].isdigit():
            return CD
        if self._capital[at] and not self._heading:
            return TM if low in v.WEEKDAYS or low in v.MONTHS else NP
        bits = _shapes(low)
        if bits & ADVERB:
            return RB
        if bits & ADJECTIVE:
            return JJ
        if bits & ING and not bits & NOUN:
            return VG
        if bits & (PAST | PARTICIPLE):
            return VD
        return NN

    def _starts_infinitive(self, at: int) -> bool:
        """Whether "to" at `at` is followed by a verb."""
        at = self._next(at)
        while at < len(self.low) and self._closed.get(self.low[at]) in (RB, NT):
            at = self._next(at)
        if at >= len(self.low):
            return False
        low = self.low[at]
        if self._capital[at] and not self._heading:
            return False
        if low in ("be", "have", "do", "not"):
            return True
        if self._closed.get(low) not in (None, IN, JJ, RB):
            return False
        bits = _shapes(low)
        return bool(bits & BASE) or (bool(bits & ADVERB) and self._starts_infinitive(at))

    # -- classes ---------------------------------------------------------------------------------------

    def _is_name_like(self, at: int, low: str, tag: str) -> bool:
        """Whether a capitalised closed-class word is part of a name ("New York", "Will Smith")."""
        if self._acronym[at] and low not in ("i", "a"):
            return True
        if self._heading or low == "i" or at == 0 or self._before(at) < 0:
            return False
        if tag in (JJ, RB, MD, CD) and low not in ("may",):
            return self.tags[self._before(at)] not in (".", ":", QT, "-")
        return (
            tag == IN
            and low in ("near", "down", "up", "on", "over", "like")
            and self._peek(at) == NP
            and (self.tags[self._before(at)] == NP)
        )

    def _contextual(self, at: int, low: str, tag: str) -> str:
        before = self._before(at)
        previous = self.tags[before] if before >= 0 else ""
        following = self._peek(at)
        if low == "to":
            return TO if self._starts_infinitive(at) else IN
        if low == "that":
            return self._that(previous, following, before)
        if low in ("'s", "'", "’"):
            return self._clitic(before, previous, at)
        if low == "her":
            return DT if following in (NN, NP, JJ, CD, VD, VG) else OB
        if low == "there":
            return EX if following in (AX, MD) or self._next_low(at) in _EXISTENTIAL else RB
        if low == "may" and self._capital[at]:
            return TM if following == CD or previous == IN or self._next_low(at) in (".", ",") else MD
        if low in ("will", "might", "can", "must"):
            return NN if previous in (DT, PO, JJ) and following not in (VB, AX, NN) else MD
        if low == "like":
            return VB if previous in (PR, MD, TO, NT) and self.low[before] != "that" else IN
        if low in (
            "this",
            "these",
            "those",
            "all",
            "some",
            "many",
            "such",
            "any",
            "each",
            "both",
            "several",
            "few",
        ):
            return PR if following in (AX, MD, IN, ",", ".", "", WH) or (following == VD) else DT
        if low in ("after", "before", "since", "until", "till"):
            return IN if following == VG or not self._clause_follows(at) else SB
        if low == "as":
            return SB if self._clause_follows(at) else IN
        if low in ("no", "none"):
            return DT
        if low == "so" and previous == "," and following in (PR, DT):
            return CC
        if low == "yet" and previous in (",", "") and following in (PR, DT, NP):
            return CC
        if low == "one" and following in (AX, MD, WH, IN, VD):
            return PR
        if low in _ADVERB_OR_ADJECTIVE:
            return JJ if previous in (DT, PO) and following in (NN, NP, JJ, VG) else RB
        return tag

    def _next_low(self, at: int) -> str:
        at = self._next(at)
        return self.low[at] if at < len(self.low) else ""

    def _that(self, previous: str, following: str, before: int) -> str:
        if previous in (IN, "") and following not in (PR, DT, NP, EX):
            return PR if following in (AX, MD, VD, ",", ".") else DT
        if previous in (IN, TO):
            return DT
        if following in (AX, MD) and previous not in (NN, NP, CC, PR, ","):
            return PR
        if following in ("", ",", "."):
            return PR if previous not in (VD, VB, VG, VN) or following != "," else TH
        if (
            previous in (VB, VD, VG, VN, NT)
            and following == NN
            and verb_of(self.low[before]) not in _THAT_TAKERS
        ):
            return DT
        return TH

    def _clitic(self, before: int, previous: str, at: int) -> str:
        if before < 0:
            return QM
        low = self.low[at]
        if low != "'s":
            return PO if previous in (NN, NP) and self.low[before].endswith("s") else QM
        if previous in (EX, WH, TH) or (
            previous == PR and self.low[before] not in ("one", "everyone", "someone")
        ):
            return AX
        if self.low[before] == "let":
            return OB
        if self.low[before] in ("here", "there", "how", "where", "what"):
            return AX
        return AX if self._next_low(at) in _AFTER_IS else PO

    def _clause_follows(self, at: int) -> bool:
        """Whether the words after `at` hold a finite verb before the next mark (within 12 words)."""
        for index in range(at + 1, min(at + 13, len(self.low))):
            low = self.low[index]
            tag = self._closed.get(low)
            if tag in (AX, MD):
                return low not in ("being", "been", "having", "doing", "be")
            if low in _PUNCTUATION and _PUNCTUATION[low] not in (QM, JJ, NN):
                return False
            if tag is None and not self._capital[index]:
                bits = _shapes(low)
                if bits & PAST and index > at + 1 and self._closed.get(self.low[index - 1]) not in (DT, IN):
                    return True
                if bits & THIRD and not bits & NOUN and index > at + 1:
                    return True
            if tag == PR and low in v.SUBJECT_PRONOUNS and low not in ("it", "you"):
                return True
        return False

    def _open(self, at: int, low: str) -> str:
        """The tag of a word outside the closed classes."""
        if low[0].isdigit():
            return CD
        if not low[0].isalnum():
            return QM
        if self._capital[at] and not self._heading:
            if (
                "-" in low
                and low.endswith(("ed", "based", "led", "run", "made", "born"))
                and not self._inner_capital(at)
            ):
                return JJ
            if low in v.WEEKDAYS or (low in v.MONTHS and low != "may"):
                return TM
            if self._before(at) >= 0 and self.tags[self._before(at)] not in (".", QT, ":", "-", "("):
                return NP
            if not self._opens_common(at, low):
                return NP
        elif low in v.WEEKDAYS or low in v.MONTHS - {
            "march",
            "may",
            "mar",
            "sat",
            "sun",
            "wed",
            "dec",
            "jan",
        }:
            return TM
        if "-" in low and self._inner_capital(at):
            return NP
        bits = _shapes(low)
        before = self._before(at)
        previous = self.tags[before] if before >= 0 else ""
        if previous == RB and before > 0:
            before = self._before(before)
            previous = self.tags[before] if before >= 0 else ""
        if bits == NOUN:
            return NN
        if bits & ADVERB:
            return RB
        if bits & ADJECTIVE:
            return JJ
        if bits & ING:
            return self._gerund(at, bits, previous)
        if bits & (PAST | PARTICIPLE):
            return self._past(at, low, bits, previous)
        if bits & THIRD:
            return self._third(at, low, bits, previous, before)
        return self._base(at, low, bits, previous, before)

    def _inner_capital(self, at: int) -> bool:
        """Whether the last part of a hyphenated word is capitalised ("al-Assad")."""
        cut = self._text.rfind("-", self._start[at], self._end[at])
        return cut > 0 and self._text[cut + 1 : cut + 2].isupper()

    def _opens_common(self, at: int, low: str) -> bool:
        """Whether a capitalised word that opens a sentence is an ordinary word and no name."""
        following = self._next(at)
        next_capital = following < len(self.low) and self._capital[following]
        bits = _shapes(low)
        if bits & ADVERB:
            return True
        if next_capital and self.low[following] != "i":
            return low in v.PERSON_ROLES or low in v.GROUP_ROLES or bool(bits & ING)
        if low in v.FEMALE_NAMES or low in v.MALE_NAMES:
            return False
        if bits & ~NOUN:
            return not (self._peek(at) in (VD, AX, MD) and bits & BASE and low not in _MOSTLY_NOUNS)
        return (
            low in v.PERSON_ROLES
            or low in v.GROUP_ROLES
            or low in v.ORGANISATIONS
            or low in v.DOCUMENTS
            or low.endswith(v.NOUN_ENDINGS)
            or (low.endswith("s") and low[:-1] in v.PERSON_ROLES)
        )

    def _gerund(self, at: int, bits: int, previous: str) -> str:
        if bits & NOUN:
            if previous == AX or self._peek(at) in (DT, TH, PR):
                return NN if previous in (DT, PO, JJ) else VG
            return NN
        if previous in (DT, PO, JJ) and self._peek(at) in (AX, MD, IN, ",", ".", ""):
            return NN
        return VG

    def _past(self, at: int, low: str, bits: int, previous: str) -> str:
        following = self._peek(at)
        if previous in (DT, PO):
            return JJ if following in (NN, NP, JJ, VG, CD, VD) else NN
        if previous in (JJ, CD) and following in (NN, NP) and low not in _ALWAYS_VERBS:
            return JJ
        if previous in (AX, NT):
            return VN
        if bits & BASE and previous in (TO, MD):
            return VB
        if previous in (IN, TO) and low not in _ALWAYS_VERBS:
            return JJ if following in (NN, NP) else VN
        if previous == MD:
            return VB
        if not bits & PAST and not bits & BASE:
            return VN
        return VD

    def _third(self, at: int, low: str, bits: int, previous: str, before: int) -> str:
        following = self._peek(at)
        if low == "says":
            return VB
        if following == IN and self._next_low(at) == "of" and verb_of(low) not in _OF_TAKERS:
            return NN
        if previous == JJ and not bits & NOUN and self.low[before] in _NOUN_LIKE:
            previous = NN
        if previous in _BEFORE_NOUN or previous in (AX, VG, VB, VD, TO, VN, MD):
            return NN
        if following in (AX, MD) or (following in (VD, IN) and bits & NOUN and previous != PR):
            return NN
        if previous in (PR, WH, TH, EX):
            return VB
        if previous == NP or previous == ")":
            if bits & NOUN:
                return VB if following in _STARTERS - {IN, CC} else NN
            return VB
        if previous in (NN, TM):
            if not bits & NOUN:
                return VB if following not in ("", ",", ".") else NN
            if following in (NP, NN, JJ) and (
                self.low[before] in v.PERSON_ROLES or self.low[before] in v.ORGANISATIONS
            ):
                return VB
            return VB if following in _STRONG_STARTERS else NN
        if previous in (CC, ","):
            return VB if (following in _STRONG_STARTERS or not bits & NOUN) and before > 0 else NN
        if previous in (QT, "", "-", ":"):
            return VB if low in ("says", "adds", "writes", "notes", "insists", "argues") else NN
        return NN

    def _base(self, at: int, low: str, bits: int, previous: str, before: int) -> str:
        following = self._peek(at)
        if previous in (TO, MD, NT):
            return VB
        if following == IN and self._next_low(at) == "of" and verb_of(low) not in _OF_TAKERS:
            return NN
        if previous == JJ and not bits & NOUN and self.low[before] in _NOUN_LIKE:
            previous = NN
        if previous == AX:
            return VB if self.low[before] in ("do", "does", "did") else (NN if bits & NOUN else VN)
        if previous == PR:
            return VB if self.low[before] not in ("one",) else NN
        if previous in _BEFORE_NOUN or previous in (VG, PO):
            return NN
        if previous in (WH, EX):
            return VB
        if previous in (NN, NP, ")", TM):
            word = self.low[before]
            plural = (word.endswith("s") and not word.endswith("ss")) or word in v.GROUP_ROLES
            if previous in (NP, ")", TM):
                plural = plural or not bits & NOUN
            if plural and following not in (AX, MD, VD) and following != "":
                return VB if not bits & NOUN or following in _STARTERS else NN
            if low in ("say", "believe", "think"):
                return VB
            return NN
        if previous in (OB, RB):
            return VB
        if previous in (CC, ","):
            return NN if bits & NOUN or following in (AX, MD) else VB
        if previous in (VB, VD):
            return VB if verb_of(self.low[before]) in ("help", "let", "make", "go", "come", "dare") else NN
        return NN if bits & NOUN else VB


_CONTEXTUAL = frozenset(
    """
    to that 's ' ’ her there may will might can must like this these those all some many such any each
    both several few after before since until till as no none so yet one long late early most more
    only far well hard high fast much less enough right wrong back just
    """.split()
)
_ADVERB_OR_ADJECTIVE = frozenset(
    "long late early most more only far well hard high fast much less enough right back".split()
)
_EXISTENTIAL = frozenset("seems appears remains seemed appeared remained exists 's".split())
_AFTER_IS = frozenset(
    "a an the not been going gonna n't just getting trying very so really always no".split()
)
_ALWAYS_VERBS = frozenset("said told asked added went came took became began".split())
_OF_TAKERS = frozenset(
    "think speak dream warn hear know complain consist approve dispose talk become learn".split()
)
_NOUN_LIKE = _PLAIN_NOUNS | frozenset(
    """
    american russian canadian british_ republican democrat liberal conservative local public chief
    general other second first human young old poor rich dead muslim christian catholic arab german
    italian indian european african israeli iraqi
    """.split()
)
_THAT_TAKERS = frozenset(
    """
    say tell claim believe think argue insist know report announce show find add note state warn suggest
    hope fear confirm deny explain write reveal agree predict expect feel hear learn ensure mean
    indicate admit acknowledge decide declare demand recommend
    """.split()
)


def is_heading(sentence: Sentence, text: str) -> bool:
    """Whether most words of a sentence without a final mark are capitalised, as in a title."""
    words = [i for i, low in enumerate(sentence.low) if low[0].isalpha() and len(low) > 3]
    if len(words) < 3 or sentence.low[-1] in (".", QUOTE):
        return False
    return sum(text[sentence.start[i]].isupper() for i in words) * 10 >= len(words) * 8


def tag(sentence: Sentence, text: str) -> list[str]:
    """One tag for each token of `sentence`."""
    return _Tagger(sentence, text, is_heading(sentence, text)).run()
