"""Closed word classes of English and the word families that news sentences are built around.

Holds words only; `tags` and `chunks` decide what a word is where it stands.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words(
    """
    the a an this these those every each another some any no either neither both all such what which
    many few several most more fewer less much half enough certain various other its his her their
    our my your whose
    """
)
POSSESSIVES = _words("his her its their our my your whose")
INDEFINITE = _words("a an another some one two three several many few other certain")
SUBJECT_PRONOUNS = _words("i he she we they it you")
OBJECT_PRONOUNS = _words(
    "me him us them her it you myself himself herself itself themselves ourselves yourself"
)
OTHER_PRONOUNS = _words(
    """
    this that these those someone somebody anyone anybody everyone everybody nobody nothing something
    anything everything one none others another mine yours hers theirs ours
    """
)
PREPOSITIONS = _words(
    """
    of in on at by for with from to into onto upon about against between among amid amidst through
    throughout during over under above below across behind beyond near within without toward towards
    around along alongside despite regarding concerning including excluding per via off out up down
    inside outside versus v vs like unlike besides beside beneath underneath underneath aboard
    amongst following minus plus pending save than notwithstanding atop ahead next worth
    """
)
SUBORDINATORS = _words(
    """
    because although though while whilst whereas if unless until till since when whenever before after
    once as lest whether wherever provided
    """
)
WH_WORDS = _words("who whom which what how why where when whether whose whoever whatever whichever")
COORDINATORS = _words("and or but nor yet &")
BE = _words("be is are was were been being am 's 're 'm s")
HAVE = _words("have has had having 've")
DO = _words("do does did doing done")
FINITE_AUXILIARIES = _words("is are was were am has have had do does did 's 're 'm 've 'd ai")
MODALS = _words("will would can could may might must shall should ought 'll 'd ca wo sha cannot wouldst")
NEGATIONS = _words("not n't never hardly scarcely")

ADVERBS = _words(
    """
    also even still just now then here there today yesterday tomorrow tonight again already always ever
    never often once twice soon later earlier ago perhaps maybe quite rather very too so thus hence
    therefore however meanwhile moreover furthermore nevertheless nonetheless instead otherwise
    indeed only well far away back forward together apart almost nearly else yet
    simply first second third finally further abroad overseas online recently long afterward
    afterwards beforehand elsewhere somewhere anywhere everywhere sometimes seldom rarely hardly
    barely anyway altogether besides likewise much more most less
    least better worse best worst enough alone aloud outright similarly additionally consequently
    accordingly separately reportedly allegedly apparently publicly privately flatly bluntly
    jokingly famously
    """
)
NOT_ADVERBS = _words(
    """
    family daily weekly monthly yearly quarterly friendly elderly likely unlikely deadly
    costly lonely lovely ugly silly holy orderly scholarly supply reply apply rely ally rally bully
    belly jelly fly assembly anomaly monopoly homily july italy sally kelly emily molly billy
    """
)
"""Words in -ly that are no adverbs."""

WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday tue tues thu thurs fri")
MONTHS = _words(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec"""
)
TIME_ADVERBS = _words("today yesterday tomorrow tonight ago overnight")
TIME_NOUNS = _words(
    """day night morning afternoon evening week weekend month year decade hour minute moment time midnight
    noon     days weeks months years hours minutes spring summer autumn fall winter season quarter century
    mondays fridays"""
) | {*WEEKDAYS}

TITLES_MALE = _words("mr mr. sir lord king prince father brother mister")
TITLES_FEMALE = _words("mrs mrs. ms ms. miss dame lady queen princess sister madam")
TITLES = (
    _words(
        """dr dr. prof prof. professor president sen sen. senator rep rep. gov gov. governor gen gen. general
    lt lt. col col. colonel maj maj. major capt capt. captain sgt sgt. sergeant cmdr cmdr. commander
    adm adm. admiral rev rev. reverend judge justice minister secretary chancellor mayor ambassador
    pope cardinal bishop archbishop imam rabbi sheikh ayatollah congressman congresswoman
    representative councillor councilor councilman councilwoman alderman detective officer inspector
    constable sheriff coach chief chairman chairwoman premier speaker hon hon. attorney deputy former
    ex-president vice foreign defense defence prime supt supt. const const. insp insp. cst cst. cpl
    cpl. corporal pvt pvt. spokesman spokeswoman spokesperson director leader fr fr. sr sr. cllr cllr.
    coun coun. ald ald. det det. mp mla mpp democrat republican candidate nominee analyst economist author"""
    )
    | TITLES_MALE
    | TITLES_FEMALE
)
"""Words that stand before a name and are no part of it."""

ABBREVIATIONS = _words(
    """
    mr mrs ms dr prof sen rep gov gen lt col maj capt sgt cmdr adm rev hon st mt ft messrs jr sr inc
    corp co ltd llc vs v no nos vol pp ed eds al etc cf viz approx dept est fig figs jan feb mar apr
    jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun supt const insp cst cpl
    pvt pte cllr bros dist ave blvd rd ariz calif colo conn del fla ga ill ind kan ky la md mass
    mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ont que alta sask
    man u.s u.k u.n e.u d.c a.m p.m i.e e.g ph.d u.s.a n.y n.j n.c n.d s.c s.d n.h w.va l.a j r asst
    coun ald assn atty attys det fr gov't int'l nat'l op ret reps sens govs gens spc
    """
)
WRITTEN_SMALL = _words(
    "vs v no nos vol pp ed eds al etc cf viz approx dept est fig figs a.m p.m i.e e.g op asst"
)
"""Those that are written without a capital; the others are words then: "arrested the man."."""
MAY_END = _words("inc corp co ltd jr sr etc u.s u.k u.n e.u d.c a.m p.m u.s.a l.a no st ave al")
"""Abbreviations that often stand at a sentence's end, so a following sentence opener decides."""

PERSON_ROLES = _words(
    """
    spokesman spokeswoman spokesperson minister president chairman chairwoman chair chairperson chief
    head leader director secretary senator congressman congresswoman representative governor mayor
    judge justice official officer commander general colonel captain major sergeant analyst expert
    economist professor scientist researcher author writer journalist reporter columnist editor
    critic activist lawyer attorney prosecutor solicitor barrister doctor nurse physician surgeon
    teacher principal student coach manager executive ceo cfo coo founder co-founder owner adviser
    advisor aide strategist consultant pollster candidate nominee lawmaker legislator politician
    diplomat ambassador envoy delegate premier chancellor king queen prince princess pope bishop
    archbishop pastor priest imam rabbi resident neighbour neighbor witness victim survivor suspect
    defendant plaintiff mother father son daughter brother sister wife husband uncle aunt cousin
    friend colleague woman man boy girl teenager patient farmer fisherman worker employee driver
    pilot soldier veteran fighter detective constable superintendent inspector sheriff investigator
    organizer organiser coordinator counsel counselor counsellor treasurer trustee member actor
    actress singer musician artist filmmaker producer star player striker goalkeeper captain trainer
    historian curator biologist engineer developer designer entrepreneur businessman businesswoman
    investor trader banker broker agent curator fellow scholar lecturer dean vice-president
    councillor councilman councilwoman commissioner deputy whip speaker voter supporter opponent
    negotiator mediator monk billionaire tycoon dictator emperor sultan sheikh cleric insider source
    whistleblower informant lieutenant tory liberal democrat republican conservative mp
    """,
)
GROUP_ROLES = _words(
    """
    officials authorities police critics experts analysts researchers scientists investigators
    prosecutors lawyers supporters opponents rebels activists residents witnesses sources lawmakers
    democrats republicans liberals conservatives economists doctors diplomats protesters
    rights-groups groups monitors observers organizers organisers parents families neighbours
    neighbors students teachers workers employees voters leaders ministers senators members people
    americans russians canadians others many some both several they reporters media troops forces
    soldiers militants villagers locals fans players owners executives investors traders pollsters
    advocates campaigners conservationists environmentalists historians engineers authors colleagues
    friends aides advisers advisors judges jurors firefighters paramedics detectives
    """
)
ORGANISATIONS = _words(
    """
    ministry government department agency organization organisation company corporation firm group party
    union association committee commission council court parliament senate congress house
    administration campaign office bureau center centre institute institution university college
    school hospital church club team army navy force police military militia bank fund exchange
    newspaper magazine paper network channel station daily outlet agency service board panel
    tribunal embassy mission authority coalition alliance movement front foundation charity society
    federation league cabinet kremlin pentagon white-house state city town county province village
    country nation kingdom republic airline operator manufacturer retailer maker giant startup
    watchdog regulator monitor observatory body union district cartel opposition side industry
    community secretariat delegation regime junta jury prosecution defence defense inquiry
    opposition centre
    """
)
DOCUMENTS = _words(
    """
    statement report study survey poll document memo memorandum letter email e-mail article story book
    paper post blog tweet message filing complaint lawsuit indictment affidavit ruling verdict order
    resolution declaration communique communiqué transcript notice bulletin release website site
    page account forecast analysis review audit investigation probe findings figures data statistics
    records documents reports emails research census index communications card sign banner placard
    label headline caption editorial constitution law bill act treaty agreement accord pact
    guidelines policy rule rules note press-release results letter advisory warrant petition
    manifesto brochure advertisement ad video contract contracts minutes emails letters receipts
    invoice invoices papers transcripts
    """
)
OUTLETS = _words(
    "reuters afp ap bloomberg politico cnn bbc cbc nbc cbs abc npr fox interfax tass xinhua wikinews axios"
)
"""Names of one word that listen in reports ("told Reuters Moscow was")."""
LATER_STARTERS = _words(
    """the a an he she it they we i you this that these those his her its their our in on at but and however
    meanwhile when while if as after before although though there then so for by with from what who"""
)
"""Words that open a sentence when capitalised after an abbreviation that may end one."""

NUMBER_WORDS = _words(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    thousand million billion trillion dozen dozens hundreds thousands millions
    """
)
ADJECTIVES = _words(
    """
    new old big small great good bad high low long short large little young early late major minor
    senior junior public private local national international federal foreign political military
    economic social former current recent previous last next past same own other first second third
    many few key top chief main real true false strong weak hard soft easy difficult free open close
    clear dark light white black red blue green full empty hot cold rich poor safe dangerous legal
    illegal human civil religious muslim christian jewish catholic american british canadian russian
    turkish syrian iranian iraqi israeli french german chinese japanese indian australian european
    african asian arab latin mexican korean kurdish kazakh kyrgyz jordanian saudi western eastern
    northern southern central rural urban able unable likely unlikely important serious possible
    impossible necessary available responsible independent democratic republican conservative
    liberal official unofficial special general common joint whole entire several certain various
    different similar separate additional further final initial original potential nuclear global
    domestic annual daily weekly monthly armed dead alive aware sick ill injured deadly fatal heavy
    huge massive tough fair unfair right wrong prime vice deputy acting outgoing incoming
    so-called alleged
    """
)
NOUN_ENDINGS = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ance",
    "ence",
    "ship",
    "hood",
    "ism",
    "ist",
    "cy",
    "logy",
    "graphy",
)
ADJECTIVE_ENDINGS = ("ous", "ful", "able", "ible", "ive", "less", "ish", "ic", "al", "ary", "ese", "ian")
