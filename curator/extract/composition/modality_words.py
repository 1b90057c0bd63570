"""The words that say how a claim is put: negations, hedges, plans, conditions, and verbs that carry a tense.

Holds words and patterns over words in lower case, contractions apart ("did n't"); `modality` reads them.
"""

from __future__ import annotations

import re

TOKEN = re.compile(r"[^\W\d_]+(?:['’\-‐][^\W\d_]+)*|[.!?](?!\w)|[;:,…\n]")
"""Words and marks; a full stop inside a word ("will.i.am", "3.5") is none."""
SENTENCE_ENDS = frozenset(".!?;\n")
OPENING_PHRASES = frozenset("according despite given amid as".split())
"""At the start of a sentence they open what is no clause of its own, up to the comma."""
SUBORDINATORS = frozenset(
    """which who whom whose where because although though while whereas despite unless after before until
    since when if once""".split()
)
ASKING = frozenset("which who whom whose where when".split())
"""At the start of a sentence these ask."""
CONDITIONS = frozenset("if unless".split())
BEFORE_NO_CONDITION = frozenset("even as what".split())
BEFORE_THAT = frozenset(
    "said says say told and but or so is was think thinks believe believes it this them him her … , :".split()
)
VERB_AFTER_THAT = re.compile(
    r"[ ](?:(?:also|still|now|already|then|just)[ ])?"
    r"(?:will|would|can|could|may|might|must|should|is|are|was|were|has|have|had|does|do|did)\b"
)
"""After "that" these make the clause a relative one."""
SET_PHRASES = re.compile(
    r"if[ ](?:any(?:thing|one)?|ever|only|at all|not (?:necessarily|more|all|most|many|always|outright|worse|"
    r"better|hundreds|thousands|millions|impossible|downright|quite))\b",
    re.I,
)
"""With "if" in them, but no condition: "few if any", "if not thousands"."""
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
    r"|\b(?:to|of|for|from|with|through|despite|and) lack of\b"
)
TAKEN_BACK = re.compile(
    r"\b(?:not|n't|never|nobody|cannot|no one|no)(?: \w+)? (?:den(?:y|ied|ies)|refus(?:ed?|ing)|"
    r"reject(?:ed)?|unable|unwilling|impossible|unlikely|fail(?:ed|s)?|rul(?:ed?|ing) out|exclud(?:ed?|ing)|"
    r"disputed?)\b"
)
EQUATED = re.compile(
    r"\b(?:goal|aim|purpose|task|job|point|role|mission|objective|duty)s?\b(?: \w+){0,5}? (?:was|were) to\b"
)
"""What somebody's aim was is told as a fact, not planned: "the goal of the mission was to collect"."""
RULED_OUT = re.compile(r"\brul(?:ed?|es|ing) out\b")

UNDECIDED = re.compile(
    r"\b(?:no (?:\w+ )?(?:decision|decisions|information|confirmation|word|clarity|answer|idea)\b"
    r"|no \w+(?: \w+)?(?: has| have| had)?(?: been)?(?: \w+)? yet"
    r"|(?:not|n't)(?: \w+)?(?: yet)?(?: been)? (?:decided|determined|finali[sz]ed|confirmed|clear|known|"
    r"sure|certain|know|say|said|specified|specify|made a decision)"
    r"|undecided|unclear|unknown|uncertain|unresolved|unconfirmed|unsure|to be seen"
    r"|(?:has|have|had|is|are) yet to|whether(?! (?:\w+ ){1,2}be\b)|in (?:talks|negotiations)|pending"
    r"|under (?:\w+ )?(?:discussion|consideration|review|study|negotiation)"
    r"|(?:question|problem|issue|challenge) (?:is|was|remains) (?:how|who|what|when|where|why)\b"
    r"|being (?:\w+ )?(?:discussed|considered|negotiated|studied|mulled|weighed|debated|assessed)"
    r"|(?:is|are|was|were|been|still) (?:\w+ )?(?:discussing|considering|negotiating|mulling|weighing|"
    r"studying|debating))\b"
)
POSSIBLE = re.compile(
    r"\b(?:may|might|could|maybe|perhaps|possibly|probably|likely|unlikely|potentially|presumably|"
    r"appears?|appeared|seems?|seemed|suspected|believed to|thought to|allegedly|reportedly|apparently|"
    r"supposedly|possible|not (?:deny|denied|exclude|excluded|rule out|ruled out|impossible))\b"
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
TOLD_OF_PLAN = re.compile(
    r"\b(?:asked|briefed|consulted|heard|informed|notified|questioned|told|warned|angry|unhappy|worried) "
    r"(?:about|against|at|of|on|over|with) (?:an?|any|her|his|its|our|that|the|their|this)(?: [\w']+){0,3} "
    r"plans? to\b"
)
"""A plan that the sentence only mentions: "were not consulted on a plan to move the boats"."""
WOULD = re.compile(r"\bwould\b|'d\b")
CONDITION_PHRASE = re.compile(
    r"\b(?:provided that|provided|as long as|on condition|in case|in the event|only when|depending on|"
    r"depends? on|(?:is|are|be|remains?|still|only) subject to|would have|contingent on)\b"
)
HEADLINE_PLAN = re.compile(r"(?:[A-Z][\w'’.-]*[ ,]+(?:and )?){1,6}to [a-z]+")
