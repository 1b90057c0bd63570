"""What a word can be by its form: noun, verb form, adverb, adjective, as a set of bits.

Word lists and endings decide; what the word is where it stands is for `syntax.tags`.
"""

from __future__ import annotations

from functools import cache

from curator.extract.lexicon import vocabulary as v
from curator.extract.lexicon.cues import noun_cues
from curator.extract.lexicon.verbs import verb_forms

MOSTLY_NOUNS = frozenset(
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
    ocean lake river bank bridge tower wall door window floor roof room space seat table bed
    associate shoulder detail document show host act win lead quote rebel pilot student neighbour
    neighbor border rock fish cook model pole exploit object subject project produce progress
    experience purpose pressure stress shock surprise anger love hate respect trust honor honour
    award prize medal roll laugh smile look kick kiss joke push pull rush rescue research reserve
    retreat sacrifice scare schedule score scream search shape share shelter shift slide split spot
    spread stab stamp strain stretch struggle switch taste tie tour trace track trail trap treat
    trick trouble twist waste wish wonder wound wreck yield crack crackdown crowd cure curb dance date
    delight desire display dose draft drain drift echo edge embrace escape escort exile exploit export
    import flag flash flow focus frame gamble glimpse grant grip guarantee halt harm hike hint hug hunt
    hurry insult jump knock label lack lapse launch leak lift load look loss merit mistake
    monitor nod pause peak perk plea plot pose probe punch quest raise reach rebound relief
    remark remedy rescue resort reward scandal setback shot shout slap slip snap spark split sponsor
    squeeze stall stem step strip surge swap swing tackle tap target toll toast transplant trigger
    triumph upset venture veto vow warrant watch whip audit patch pool spill smear outrage revolt fracture
    harvest slate ramp forge lodge drum spike tumble torpedo hammer pressure downgrade dispatch subpoena
    quarantine saddle nudge taint board email mail
    """.split()
)
"""Verbs whose bare and -s forms are nouns more often than not in news."""

PLAIN_NOUNS = frozenset(
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
ADJECTIVES_IN_ING = frozenset(
    """
    willing unwilling outgoing incoming ongoing missing leading promising surprising shocking disturbing
    interesting exciting existing remaining upcoming sweeping striking alarming devastating damning
    stunning troubling overwhelming underlying surrounding neighbouring neighboring so-called
    """.split()
)

NOUNS_IN_ING = frozenset(
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


NOUN, BASE, THIRD, PAST, PARTICIPLE, ING, ADVERB, ADJECTIVE = 1, 2, 4, 8, 16, 32, 64, 128


_SHORT = 4
"""Up to so many letters a verb after a prefix may be anything ("relay", "overt")."""
_PREFIXES = ("over", "under", "out", "mis", "re", "fore")


@cache
def shapes(low: str) -> int:
    """What an open-class word can be, as a set of bits."""
    forms = verb_forms()
    bits = 0
    if low in forms["base"]:
        bits |= BASE | (NOUN if low in MOSTLY_NOUNS or low in noun_cues() else 0)
    if low in forms["s"]:
        bits |= THIRD | (NOUN if forms["s"][low] in MOSTLY_NOUNS or low in noun_cues() else 0)
    if low in forms["ed"]:
        bits |= PAST
    if low in forms["en"]:
        bits |= PARTICIPLE
    if low in ADJECTIVES_IN_ING:
        return ADJECTIVE
    if not bits and (prefix := next((p for p in _PREFIXES if low.startswith(p)), "")):
        rest = low[len(prefix) :]
        whole = BASE | THIRD if prefix in ("re", "mis", "over") and len(rest) > _SHORT else 0
        bits = shapes(rest) & (PAST | PARTICIPLE | whole) if len(rest) > 2 else 0
    if low in forms["ing"] or (low.endswith("ing") and len(low) > 5):
        bits |= ING | (NOUN if low in NOUNS_IN_ING else 0)
    if bits:
        return bits
    if low.endswith("ly") and len(low) > 4 and low not in v.NOT_ADVERBS:
        return ADVERB
    if low.endswith("ed") and len(low) > 4 and not low.endswith("eed"):
        return PAST | PARTICIPLE
    if low in PLAIN_NOUNS:
        return NOUN
    if low.endswith(_VERBAL_ENDINGS):
        return BASE  # "to decriminalize"
    if low.endswith("est") and len(low) > 5 and low not in _NOUNS_IN_EST:
        return ADJECTIVE
    if low.endswith(v.ADJECTIVE_ENDINGS) and not low.endswith(v.NOUN_ENDINGS):
        return ADJECTIVE
    if "-" in low and low.rpartition("-")[2] in _COMPOUND_ENDINGS:
        return ADJECTIVE
    if "-" in low and low.partition("-")[0] in _COMPOUND_OPENINGS:
        return shapes(low.partition("-")[2]) & ~ADVERB or NOUN
    return NOUN


_VERBAL_ENDINGS = ("alize", "arize", "erize", "onize", "imize", "inize", "ilize", "tify", "sify", "alise")
_COMPOUND_ENDINGS = frozenset(
    """
    backed led based old year-old style related wide held run made owned known called elect term time
    scale speaking controlled month day hour week level profile right left wing up down friendly
    free long
    """.split()
)


_COMPOUND_OPENINGS = frozenset("co re pre de over under out jump kick fast fact double cross".split())
"""What makes a verb of a verb with a hyphen after it ("jump-start", "co-operate")."""


_NOUNS_IN_EST = frozenset(
    "interest protest request contest arrest harvest forest conquest midwest northwest southwest".split()
)


@cache
def verb_of(low: str) -> str:
    """The dictionary form of a word that stands as a verb, in whatever form; the word itself if unknown."""
    forms = verb_forms()
    for kind in ("base", "ed", "en", "s", "ing"):
        if low in forms[kind]:
            return forms[kind][low]
    return low
