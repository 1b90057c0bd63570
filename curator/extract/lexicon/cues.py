"""The lexicon of reporting words: verbs, nouns and adjectives that attribute, with class and valency.

Each entry is `word/valency`. The letters of a valency say what the word may take as its content:

    b  a clause, with or without "that" (say he left)     c  the same, without "that" only if it is plain
    h  a clause with "that" alone                         w  a question (ask whether, explain how)
    t  an infinitive (promise to leave)                   g  a gerund (deny leaving)
    n  an object and an infinitive (urge him to leave)    r  somebody told first (tell him that …)
    o  a noun phrase (announce a truce)                   a  an object and what it is called (call it a truce)
    u  an object with for or over (blame him for …)       F of  A about  R for  G against  T to
    S  an object with as (see it as a threat)   L  an object with to or with (liken it to a war)
    O  for "on" with u (blame it on him)
    V  an object with at and a figure (put the losses at two million)
    P  on, to or with somebody and an infinitive (call on him to leave)
    q  quotations alone ("…," he smiled)

Holds words only: whether a word attributes in a sentence is for `clauses` to decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_VERBS: dict[str, str] = {
    "says": """
        say/bw tell/brwnA add/b state/bw note/bw explain/bw argue/b insist/bh claim/b contend/b maintain/c
        assert/c declare/ca announce/cow report/bg reveal/cw disclose/cw confirm/cow indicate/cw suggest/cgw
        stress/cw emphasize/cw emphasise/cw reiterate/co repeat/c acknowledge/cowg admit/bowgT concede/c
        allege/bo affirm/c reaffirm/co observe/c remark/c comment/cq mention/cw write/bw tweet/b blog/b
        recall/cgwa remember/cgwa testify/b attest/cT aver/b boast/cF brag/cA clarify/cw confess/cT
        conclude/b counter/b hint/cA imply/c intimate/c inform/rF notify/rF remind/rwF assure/r reassure/r
        brief/q lament/c complain/bAF grumble/bA gripe/bA groan/b moan/b whine/b wail/b opine/b proclaim/c
        profess/ct pronounce/q protest/b reply/b respond/b retort/b rejoin/b quip/b joke/bA jest/b signal/ct
        specify/cw speculate/bA stipulate/h submit/h summarize/q summarise/q swear/bt theorize/b underline/cw
        underscore/cw volunteer/b verify/cw recount/cw relate/cw relay/c outline/w spell/q detail/w convey/c
        divulge/cw certify/c concur/c vouch/c venture/c tease/c trumpet/c tout/a teach/h surmise/b reckon/bV
        reason/b reflect/c elaborate/q expound/q continue/q begin/q finish/q interject/q interrupt/q go/q
        exclaim/b cry/q shout/b yell/b scream/b holler/b bellow/b roar/q thunder/b whisper/b murmur/b mutter/b
        mumble/b intone/q muse/bA croon/q gush/q crow/b gloat/b huff/q hiss/q growl/q snap/q bark/q sneer/q
        snort/q scoff/b rant/bA rave/q fume/q rail/q vent/q laugh/q chuckle/q smile/q grin/q sigh/b sob/q
        shrug/q nod/q stammer/q stutter/q deadpan/q enthuse/b marvel/bw pipe/q chime/q chant/b utter/q post/q
        retweet/q text/q email/q read/q quote/q cite/o voice/q express/w articulate/ow describe/w
        discuss/w speak/q talk/q preach/h point/q share/q sum/q lay/q weigh/q put/V value/V peg/V""",
    "denies": """
        deny/cgo dispute/ho refute/ho rebut/o reject/ho dismiss/oa disavow/o repudiate/o
        downplay/o debunk/o""",
    "promises": """
        promise/btoRr pledge/cto vow/bto guarantee/ct commit/T undertake/t threaten/th offer/t""",
    "asks": "ask/wnRArh question/ow wonder/bwA inquire/wA enquire/wA query/w quiz/q grill/q",
    "urges": """
        urge/hno demand/hto call/RaP appeal/RP plead/htRP beg/n implore/n press/R encourage/n exhort/n
        beseech/n entreat/n advise/bnrgG recommend/cgo propose/ctgo advocate/g order/hn instruct/n
        command/hn direct/n lobby/R petition/nR pray/hR request/hn challenge/n counsel/n
        admonish/n convince/r persuade/r decree/h rule/bG""",
    "warns": "warn/brnFAG caution/bnrG alert/rT forewarn/rF",
    "accuses": """
        accuse/uF blame/uO charge/cu fault/u criticize/uao criticise/uao condemn/uao denounce/oa slam/ua
        blast/ua chide/u rebuke/u chastise/u scold/u berate/u lambaste/ua assail/ua decry/oa deride/a
        ridicule/a mock/a bash/u castigate/u""",
    "praises": """
        praise/ua endorse/o hail/a laud/ua applaud/u commend/u credit/u thank/q congratulate/q welcome/q""",
    "judges": """
        call/a describe/a characterize/a characterise/a brand/a label/a dub/a portray/a depict/a liken/L
        compare/L deem/q regard/S view/S""",
    "thinks": """
        believe/bw think/bwF feel/b suspect/b assume/c presume/c suppose/c imagine/cw guess/bw figure/c
        understand/cw consider/hg doubt/cw determine/cw decide/cw judge/c disagree/c accept/c recognize/cw
        recognise/cw realize/cw realise/cw know/cw learn/cw find/c discover/cw hear/c notice/cw see/hwS
        dream/c theorise/b hypothesize/b posit/c infer/c perceive/cS sense/c ponder/w contemplate/wg mull/wg
        debate/w fathom/w recollect/c forget/hw regret/cg appreciate/h trust/c calculate/cwV gauge/w""",
    "predicts": """
        predict/bowV forecast/coV project/cV foresee/co anticipate/cog envision/cg envisage/cg expect/btn
        estimate/bwV prophesy/c""",
    "agrees": "agree/ctw consent/t",
    "hopes": "hope/btR wish/c",
    "fears": "fear/bo worry/bA dread/hg",
    "wants": "want/tn intend/tg plan/tc",
    "refuses": "refuse/t decline/t oppose/o",
    "shows": """
        show/cwo find/cw demonstrate/cw prove/cw illustrate/w document/cw establish/cw determine/cw
        detect/c""",
}
"""Class -> its verbs. A verb in several classes takes the valencies of all; the first class names it."""

_NOUNS: dict[str, str] = {
    "says": """
    claim/ht assertion/h statement/h suggestion/h report/h announcement/h argument/h contention/h
    acknowledgment/h acknowledgement/h admission/h confirmation/h insistence/h declaration/h
    revelation/h disclosure/h remark/h comment/h rumor/h rumour/h news/h word/h message/h
    testimony/h explanation/h clarification/h complaint/h reminder/h assurance/h note/h
    observation/h point/q speculation/h indication/h hint/h allegation/h boast/h notion/h argument/h
    reply/h response/h finding/h criticism/h
    """,
    "denies": "denial/h",
    "promises": "promise/ht pledge/ht vow/ht threat/ht commitment/ht guarantee/h oath/t offer/t assurance/h",
    "asks": "question/w",
    "urges": """
    demand/ht call/t request/ht appeal/t plea/ht proposal/ht recommendation/ht order/t recommendation/h
    advice/h petition/t
    """,
    "warns": "warning/h caution/h",
    "accuses": "accusation/h charge/h complaint/h",
    "thinks": """
    belief/h view/h opinion/h conviction/h conclusion/h impression/h feeling/h sense/h suspicion/h
    doubt/hw assumption/h understanding/h idea/h theory/h confidence/h perception/h thought/h
    consensus/h assessment/h judgment/h judgement/h realization/h recognition/h knowledge/h
    decision/t agreement/ht skepticism/h scepticism/h hypothesis/h ruling/h verdict/h certainty/h
    awareness/h case/h emphasis/h
    """,
    "predicts": "prediction/h forecast/h expectation/h projection/h estimate/h prospect/q",
    "hopes": "hope/h optimism/h wish/t",
    "fears": "fear/h concern/h worry/h anxiety/h",
    "wants": "plan/t intention/t desire/t willingness/t determination/t",
    "refuses": "refusal/t reluctance/t unwillingness/t",
}
"""Class -> nouns that take their content with "that" (h), "whether" (w) or "to" (t)."""

_ADJECTIVES: dict[str, str] = {
    "thinks": """
    sure/c certain/c confident/c convinced/c aware/hw unaware/hw skeptical/h sceptical/h doubtful/h
    adamant/h unsure/w uncertain/w undecided/w surprised/c shocked/h amazed/h astonished/h
    persuaded/h unconvinced/h mindful/h clear/h suspicious/h
    """,
    "hopes": "hopeful/c optimistic/c",
    "fears": "afraid/c concerned/c worried/c fearful/h anxious/h alarmed/h nervous/h scared/h wary/q",
    "feels": """
    glad/c happy/c proud/c sorry/c disappointed/c pleased/c delighted/c thankful/c grateful/c thrilled/c
    upset/h angry/h frustrated/h relieved/h sad/h ashamed/h embarrassed/h encouraged/h excited/h
    heartened/h
    """,
    "wants": "determined/t eager/t willing/t keen/t reluctant/t unwilling/t",
}
"""Class -> adjectives and participles that take content after a form of be, feel, seem or remain."""

_PHRASES: dict[str, str] = {
    "make clear": "says",
    "point out": "says",
    "find out": "thinks",
    "turn out": "",
    "spell out": "says",
    "lay out": "says",
    "rule out": "denies",
    "figure out": "thinks",
    "chime in": "says",
    "sum up": "says",
    "go on": "says",
    "call out": "says",
}
"""Verb and particle (or "make clear") -> class; the class "" means that the pair does not attribute."""

PHRASE_VALENCY: dict[str, str] = {
    "make clear": "cw",
    "point out": "bw",
    "find out": "cw",
    "spell out": "cwo",
    "lay out": "wo",
    "rule out": "ogh",
    "figure out": "w",
    "chime in": "q",
    "sum up": "q",
    "go on": "q",
    "call out": "q",
}

BEARERS = frozenset(
    """
    make push express signal indicate reflect voice issue raise float have hold reiterate repeat give offer
    share put advance defend stand dismiss reject deny release announce unveil outline sound echo send
    deliver spread hear get receive cite retract withdraw renew win convey form share air peddle promote
    support come reach draw jump
    """.split()
)
"""Verbs whose subject is the speaker of a nominal cue that is their object ("voiced fears that")."""

DISTANCED = frozenset("dismiss reject deny hear receive get cite dispute refute rebut question".split())
"""Verbs whose subject does not share the claim that is their object."""

APPEARING = frozenset("appear emerge surface circulate come spread grow mount be".split())
"""Verbs that separate a nominal cue from its content ("reports appeared that …")."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting word: its dictionary form, its class, and the letters of what it may take."""

    word: str
    cue_class: str
    takes: str
    naming: str = ""
    """The class that it has when it says what an object is called, if another ("called it a truce")."""


def _entries(table: dict[str, str]) -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    for cue_class, entries in table.items():
        for entry in entries.split():
            word, _, takes = entry.partition("/")
            known = cues.get(word)
            merged = "".join(dict.fromkeys((known.takes if known else "") + takes))
            naming = cue_class if "a" in takes else known.naming if known else ""
            cues[word] = Cue(word, known.cue_class if known else cue_class, merged, naming)
    return cues


@cache
def verb_cues() -> dict[str, Cue]:
    """Dictionary form of a reporting verb -> its cue."""
    return _entries(_VERBS)


@cache
def noun_cues() -> dict[str, Cue]:
    """Singular and plural of a reporting noun -> its cue."""
    singular = _entries(_NOUNS)
    plural = {
        (noun[:-1] + "ies" if noun.endswith("y") else noun + "s"): cue for noun, cue in singular.items()
    }
    return plural | singular


@cache
def adjective_cues() -> dict[str, Cue]:
    """Reporting adjective -> its cue."""
    return _entries(_ADJECTIVES)


@cache
def phrase_cues() -> dict[tuple[str, str], Cue]:
    """(verb, particle) -> its cue; a cue of class "" marks a pair that does not attribute."""
    cues: dict[tuple[str, str], Cue] = {}
    for phrase, cue_class in _PHRASES.items():
        verb, particle = phrase.split()
        cues[verb, particle] = Cue(phrase, cue_class, PHRASE_VALENCY.get(phrase, ""))
    return cues


def cue_verbs() -> tuple[str, ...]:
    """Every reporting verb's dictionary form."""
    return tuple(verb_cues())
