"""The words that say how a claim is put: negations, hedges, plans, conditions, and verbs that carry a tense.

Holds words and patterns over words in lower case, contractions apart ("did n't"); `modality` reads them.
"""

from __future__ import annotations

import re

TOKEN = re.compile(r"[^\W\d_]+(?:['’\-‐][^\W\d_]+)*|[.!?;:,\n]")
SENTENCE_ENDS = frozenset(".!?;\n")
SUBORDINATORS = frozenset(
    """which who whom whose where because although though while whereas despite unless after before until
    since when if once""".split()
)
ASKING = frozenset("which who whom whose where when".split())
"""At the start of a sentence these ask."""
CONDITIONS = frozenset("if unless".split())
NEGATIONS = frozenset("not no never none nobody nothing neither nor cannot hardly scarcely n't".split())
REFUSALS = frozenset(
    """unable unwilling refused refuses refuse refusing fail failed fails denied denies deny denying rejected
    rejects reject rejecting impossible unlikely lack lacks lacked unaware dismissed dismisses refuted refutes
    disputed disputes""".split()
)
DETERMINERS = frozenset("a an the their its his her of any all some".split())
PREMODIFIED = [(word,) for word in DETERMINERS]
"""Before a refusal these make it an adjective: "the failed state"."""
NOT_NEGATIVE = re.compile(
    r"\b(?:not (?:only|just|merely|simply|least|to mention|necessarily|less than|fewer than|"
    r"more than)|no (?:doubt|matter|sooner|less than|fewer than|more than)|whether or not|or not|if not|"
    r"why not)\b"
)
TAKEN_BACK = re.compile(
    r"\b(?:not|n't|never|nobody|cannot|no one|no)(?: \w+)? (?:den(?:y|ied|ies)|refus(?:ed?|ing)|"
    r"reject(?:ed)?|unable|unwilling|impossible|unlikely|fail(?:ed|s)?|rul(?:ed?|ing) out|exclud(?:ed?|ing)|"
    r"disputed?)\b"
)
RULED_OUT = re.compile(r"\brul(?:ed?|es|ing) out\b")

UNDECIDED = re.compile(
    r"\b(?:no (?:\w+ )?(?:decision|decisions|information|confirmation|word|clarity|answer|idea)\b"
    r"|no \w+(?: \w+)?(?: has| have| had)?(?: been)?(?: \w+)? yet"
    r"|(?:not|n't)(?: \w+)?(?: yet)?(?: been)? (?:decided|determined|finali[sz]ed|confirmed|clear|known|"
    r"sure|certain|know|say|said|specified|specify|made a decision)"
    r"|undecided|unclear|unknown|uncertain|unresolved|unconfirmed|unsure|to be seen"
    r"|(?:has|have|had|is|are) yet to|whether|in (?:talks|negotiations)|pending"
    r"|under (?:\w+ )?(?:discussion|consideration|review|study|negotiation)"
    r"|being (?:\w+ )?(?:discussed|considered|negotiated|studied|mulled|weighed|debated|assessed)"
    r"|(?:is|are|was|were|been|still) (?:\w+ )?(?:discussing|considering|negotiating|mulling|weighing|"
    r"studying|debating))\b"
)
POSSIBLE = re.compile(
    r"\b(?:may|might|could|maybe|perhaps|possibly|probably|likely|potentially|presumably|appears?|appeared|"
    r"seems?|seemed|suspected|believed to|thought to|allegedly|reportedly|apparently|supposedly|possible|"
    r"not (?:deny|denied|exclude|excluded|rule out|ruled out|impossible))\b"
)
PLANNED = re.compile(
    r"\b(?:will|shall|going to|(?:is|are|was|were) to (?!the\b|a\b)[a-z]+|"
    r"(?:plan|intend|aim|hope|prepare|vow|pledge|promise)(?:s|ed|ned|d)? to|"
    r"(?:planning|intending|preparing|aiming) to|planning on|to be [a-z]+ed|"
    r"(?:is|are|was|were|been|be) (?:all )?(?:set|due|scheduled|expected|planned|supposed|ready|poised) "
    r"(?:to|for|on|in)|working on (?!the\b)|"
    r"being (?:\w+ )?(?:developed|prepared|planned|worked on|established|created|built|set up|drafted))"
    r"|'ll\b"
)
WOULD = re.compile(r"\bwould\b|'d\b")
CONDITION_PHRASE = re.compile(
    r"\b(?:provided that|provided|as long as|on condition|in case|in the event|only when|depending on|"
    r"depends? on|subject to|would have|contingent on)\b"
)
HEADLINE_PLAN = re.compile(r"(?:[A-Z][\w'’.-]*[ ,]+(?:and )?){1,6}to [a-z]+")

PRESENT = frozenset("is are am do does 's 're 'm says has have remains remain".split())
PAST = frozenset(
    """was were had did said told began took met made came went saw left fell died won lost led became gave
    got held found broke fought sent struck shot hit spoke ran rose kept brought wrote""".split()
)
PARTICIPLES = frozenset(
    """been begun taken met made come gone seen left fallen died won lost led become given got held found
    broken fought sent struck shot hit spoken run risen kept brought put set told said done known shown
    written had""".split()
)
FUTURE = frozenset("will shall 'll".split())
MODALS = frozenset("may might could can should must cannot".split())
BEFORE_ADJECTIVE = DETERMINERS | frozenset("by as be been and with from to in for more".split())
NO_PARTICIPLE = frozenset("unwilling willing nothing everything anything something".split())
