"""English verbs and their forms: which word can be which form of which verb.

A closed list of common verbs with spelling rules stands in for a tagger's dictionary. It knows nothing of
context: `tags` decides whether a form that can be a verb is one.
"""

from __future__ import annotations

from functools import cache

_IRREGULAR = """
    be:was,were:been have:had:had do:did:done say:said:said tell:told:told think:thought:thought
    know:knew:known feel:felt:felt write:wrote:written read:read:read speak:spoke:spoken
    hear:heard:heard see:saw:seen find:found:found hold:held:held mean:meant:meant swear:swore:sworn
    understand:understood:understood foresee:foresaw:foreseen dream:dreamt,dreamed:dreamt
    forget:forgot:forgotten go:went:gone come:came:come take:took:taken give:gave:given
    get:got:got,gotten make:made:made put:put:put set:set:set let:let:let cut:cut:cut hit:hit:hit
    hurt:hurt:hurt shut:shut:shut cost:cost:cost cast:cast:cast spread:spread:spread split:split:split
    quit:quit:quit rid:rid:rid bet:bet:bet burst:burst:burst broadcast:broadcast:broadcast
    forecast:forecast,forecasted:forecast,forecasted become:became:become begin:began:begun
    bring:brought:brought buy:bought:bought catch:caught:caught teach:taught:taught seek:sought:sought
    fight:fought:fought leave:left:left lose:lost:lost win:won:won meet:met:met keep:kept:kept
    sleep:slept:slept sweep:swept:swept weep:wept:wept creep:crept:crept send:sent:sent
    spend:spent:spent lend:lent:lent bend:bent:bent build:built:built sell:sold:sold stand:stood:stood
    withstand:withstood:withstood sit:sat:sat run:ran:run lead:led:led mislead:misled:misled
    feed:fed:fed flee:fled:fled bleed:bled:bled breed:bred:bred speed:sped:sped lie:lay,lied:lain,lied
    lay:laid:laid pay:paid:paid rise:rose:risen arise:arose:arisen drive:drove:driven ride:rode:ridden
    strive:strove:striven choose:chose:chosen freeze:froze:frozen break:broke:broken wake:woke:woken
    steal:stole:stolen wear:wore:worn tear:tore:torn bear:bore:borne,born fall:fell:fallen
    befall:befell:befallen draw:drew:drawn withdraw:withdrew:withdrawn grow:grew:grown
    throw:threw:thrown blow:blew:blown fly:flew:flown show:showed:shown sing:sang:sung ring:rang:rung
    drink:drank:drunk sink:sank:sunk shrink:shrank:shrunk swim:swam:swum eat:ate:eaten
    beat:beat:beaten bite:bit:bitten hide:hid:hidden slide:slid:slid shake:shook:shaken
    mistake:mistook:mistaken undertake:undertook:undertaken overtake:overtook:overtaken
    shoot:shot:shot strike:struck:struck,stricken stick:stuck:stuck dig:dug:dug hang:hung:hung
    swing:swung:swung cling:clung:clung spin:spun:spun bind:bound:bound grind:ground:ground
    wind:wound:wound overcome:overcame:overcome undergo:underwent:undergone forgive:forgave:forgiven
    forbid:forbade:forbidden undo:undid:undone oversee:oversaw:overseen uphold:upheld:upheld
    withhold:withheld:withheld rebuild:rebuilt:rebuilt retell:retold:retold
    rethink:rethought:rethought deal:dealt:dealt spell:spelt,spelled:spelt learn:learned,learnt:learnt
    light:lit:lit spit:spat:spat sue:sued:sued prove:proved:proven weave:wove:woven sew:sewed:sewn
"""

_REGULAR = """
    accept accompany achieve acquire act adapt address adjust adopt affect aid allow alter apologize
    apologise appear apply appoint approach approve arm arrange arrest arrive assemble assess assign
    assist associate assume attach attack attempt attend attract avoid award back balance ban band
    base battle behave belong benefit block board bomb boost borrow bow brief broker brush burn bury
    buzz calm campaign cancel capture care carry cause cease celebrate chair change chant chase
    cheat check cheer circulate cite claim clarify clash clean clear climb close coach collapse
    collect combat combine command commit compare compete compile complete comply compose compound
    conceal concentrate concern condemn conduct confront connect consist constitute construct
    consult consume contact contain contest continue contract contribute control convene convert
    convict cooperate cope copy correct correspond count couple cover crack crash create criticize
    criticise cross crowd crush curb cure damage dance dare date debate decline decrease defeat
    defect defend define defy delay deliver demonstrate depart depend deploy depose deport derail
    describe deserve design destroy detail detain detect deteriorate develop devote die differ
    diminish direct disappear discover discuss dislike dismiss disperse displace display dispute
    disrupt distance distribute disturb dive divide dominate donate double download downplay draft
    drag drain dress drift drop drown dry dump earn ease echo edge edit educate elect eliminate
    embrace emerge emphasize employ enable enact encounter encourage end endanger endorse endure
    enforce engage enjoy enlist ensure enter entertain erase erect erupt escalate escape escort
    establish evacuate evaluate evolve examine exceed exchange exclude excuse execute exercise
    exhibit exist expand expire explode exploit explore export expose express extend face facilitate
    fade fail fan farm fasten favor favour feature file fill film finalise finalize finance finish
    fire fit fix flag flood flow focus fold follow force form frame free frustrate fuel fulfil
    fulfill function fund further gain gather generate govern grab graduate grant greet guard guide
    halt hand handle happen harass harm hate haul head heal help hesitate highlight hijack hire
    honor honour host house hug hunt identify ignore illustrate impact implement import impose
    impress improve include incorporate increase indict induce infect inflict influence initiate
    injure inspect inspire install institute integrate intend intensify interact intercept interfere
    interpret intervene interview introduce invade invest investigate involve isolate issue jail
    join judge jump justify kick kidnap kill kiss knock lack land laugh launch leak lean level lift
    like limit link list listen live load lobby locate lock look loot love lower maintain manage
    march mark marry match matter measure merge migrate miss mix mobilize mobilise monitor motivate
    mount mourn move murder name narrow negotiate nod nominate notice number obey object obtain
    occupy occur offend offer open operate oppose organize organise oust overlook overturn overwhelm
    owe own pack paint park participate partner pass patrol pause perform permit persist phone pick
    place plague plant play plead please plunge point poison poll portray pose position possess post
    postpone pour practice practise pray prefer prepare present preserve press presume pretend
    prevail prevent proceed process produce profit progress prohibit project promote prompt propel
    prosecute protect protest provide provoke publish pull punish purchase pursue push qualify
    question race raid rain raise range rank rate reach react realize rebel rebound receive recover
    recruit reduce refer reflect reform refuse regain regulate reinforce reject relate relax release
    relieve rely remain remember remind remove render renew repair repeat repel replace represent
    require rescue research resemble reserve resign resist resolve respect rest restore restrict
    result resume retain retire retreat retrieve return reunite reverse review revise revive revoke
    reward risk roam rock roll rotate ruin rule rush sail satisfy save scare schedule score scrap
    screen seal search secure seem seize select separate serve settle shape share shift ship shock
    shop shoulder sign signal slam slip slow smile smoke smuggle snap soar solve sound spark sponsor
    spot spur squeeze stabilize stage stall stalk start starve stay stem step stop store storm
    strengthen stress stretch strip struggle study stumble submit succeed suffer suit summon supply
    support suppose suppress surge surpass surprise surrender surround survive suspend sustain
    switch sympathize tackle talk tap target taste tax tend term terminate test thank threaten
    thrive tie tighten top torture toss total touch tour track trade trail train transfer transform
    translate transmit transport trap travel treat trigger triumph try turn undermine unify unite
    unveil update upgrade upset use vanish vary venture view violate visit voice volunteer vote wait
    walk want warm wash waste watch weaken weigh welcome widen wipe witness work worry worsen wound
    wrap yell yield abandon abolish absorb abuse accelerate account accumulate activate add
    administer admire admit advance advocate afford age aim air allege amend amount analyze analyse
    anger animate answer appeal appease argue arouse ask aspire assassinate assault assert assure
    authorize authorise await bar bargain beg behead believe betray blame blast bless boast boycott
    brand breach breathe cater caution cede censor challenge characterize characterise charge
    cherish circumvent classify coincide collaborate comfort commemorate commence comment commission
    communicate compel compensate complain complicate conceive concede conclude confess confirm
    confiscate conform confuse congratulate conquer consent conserve consider consolidate conspire
    contemplate contend contradict convey convince coordinate counter curtail deadlock decide
    declare decrease dedicate deem deepen defer delegate deliberate delight demand denounce deny
    depict deplore deprive derive deter devastate devise dictate dig disagree disappoint disarm
    disclose disregard divert divorce doubt drill duck dwell elaborate embark embarrass endeavour
    endeavor enhance enrich ensue entail entitle equip eradicate erode err estimate evade evict
    evoke exaggerate excel exempt exert exhaust exile expect expel experience explain express
    extract fear fine flash flatten flourish forecast foster foul frighten gauge gesture glorify
    grapple grill guarantee guess halve hamper haunt heighten hinder hint hope hover hurry imagine
    imply imprison incite indicate inform inhabit inherit inject inquire insist insult insure
    interrupt intimidate invent invite irritate joke jeopardize label lag lament last leap liberate
    linger liquidate litter malign mandate manipulate manufacture mar mature mediate mention
    minimize mislead mock modify multiply nationalize need neglect note notify nurture oblige
    observe obstruct opt orbit order originate outline outlaw overhaul overthrow overrule pardon
    pave penetrate perceive perpetrate persuade pile pilot pinpoint plan pledge plot plummet ponder
    populate praise preach precede predict preside prevail price proclaim profess prolong promise
    propose prosper quell query quote rally ratify rattle reaffirm realise reassure rebuff recall
    recede reckon recognize recognise recommend reconcile record recount redeem reelect refrain
    regard register regret rehabilitate reiterate rejoice remark remedy rent repay repeal reply
    report repress reprimand request resent reside respond restrain retaliate reveal ridicule rip
    rob safeguard salute sanction scale scatter scramble scream scrutinize shed shelter shield shout
    shove shun simmer skip slaughter slash smash sneak soften specify speculate stab stain stamp
    stare state steer stipulate strain strangle stray stun subject subsidize substitute sue suggest
    summarize supervise suspect swap symbolize taint tempt testify text theorize thwart torch
    torment trace trample transcend tremble trim triple trouble trust tweet uncover underestimate
    undermine underscore underline unfold unleash unravel urge usher utter validate value veto
    vilify vow wage wander warn warrant weather whisper wield wish wonder worship wreck wrestle
    accuse acknowledge advise affirm agree announce anticipate applaud assume attribute calculate
    cherish commend contend credit dub envision exclaim fault hail interject laud lecture muse opine
    pronounce rebut refute retort reason roar sneer snort sigh sob stammer tease vent wager weigh
    quip rail rant mutter murmur moan groan grumble gripe bellow bark crow gloat gush huff implore
    intone hiss holler lash lambaste lampoon chastise chide scold rebuke berate decry deride
    disparage dispel downplay denigrate disavow retract rescind pressure hammer gut torpedo pivot vet audit
    spearhead topple unseat subpoena impeach acquit exonerate extradite arraign quarantine vaccinate
    diagnose prescribe jeopardise minimise prioritize prioritise publicize publicise politicize revamp
    resettle retrain reinstate renegotiate reopen rekindle relocate replenish reorganize dismantle
    disband deplete devalue disqualify downgrade dispatch dissolve distort drum embarrass encroach
    enlarge entrench evaporate exacerbate expedite falter fend finalise fluctuate forge fracture
    galvanize garner grieve harvest hobble hurl ignite impair implicate incur inflame infuriate insulate
    intrude languish legalize legalise lodge loom mobilise mourn mull nudge offset ostracize outpace
    outrage outweigh overturn patch penalize plead pledge polarize pool preempt preside prolong prod quash
    quit ramp reap reckon reclaim recoup redirect redraw reelect refocus reignite reimburse reiterate
    reintroduce remodel repatriate resonate retool reunify revitalize revolt saddle scour scuttle shatter
    shutter sideline siphon skyrocket slate smear solidify spike spill sprawl spurn squander stagnate
    stifle streamline stricken subside supplant taint tarnish tout trigger tumble underpin understate
    unleash unnerve uproot usher vouch waive wane waver withstand woo
    """

_DOUBLING = frozenset(
    """
    admit ban bar beg bet chat chop clap commit compel cap control cut defer deter dim drag drop drum
    dub embed equip excel expel fan fit flag flip forbid forget gab get grab grin grip handcuff hit
    hop hug incur infer jog knit let mar nod occur omit pad pat permit pin plan plot plug pop prefer
    program propel put quip quit quiz rebel rebut recur refer regret rid rip rob rub run scan scrap
    set shed shop shrug shun shut sin sit skip slam slap slip snap sob spin split spot spur stab
    star stem step stir stop strip submit sum swap swim tag tap thin top transfer transmit transship
    trap trim tug unwrap wed whip win wrap upset dig
    """.split()
)


_BRITISH = frozenset("signal label travel cancel model counsel quarrel total fuel level channel".split())
"""Verbs whose last letter British spelling doubles ("signalled")."""


def third_person(verb: str) -> str:
    """The form after he, she or it: "carries", "watches", "says"."""
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb + "s"


def _stem(verb: str) -> str:
    return verb + verb[-1] if verb in _DOUBLING else verb


def past(verb: str) -> str:
    """The regular past form: "carried", "planned", "noted"."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return _stem(verb) + "ed"


def gerund(verb: str) -> str:
    """The -ing form: "lying", "noting", "planning", "seeing"."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return _stem(verb) + "ing"


@cache
def irregular_forms() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Verb -> (its past forms, its participles), for the verbs that do not take -ed."""
    forms: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for entry in _IRREGULAR.split():
        verb, pasts, participles = entry.split(":")
        forms[verb] = (tuple(pasts.split(",")), tuple(participles.split(",")))
    return forms


@cache
def verb_forms() -> dict[str, dict[str, str]]:
    """Form kind (base, s, ed, en, ing) -> form -> verb; `ed` is the past, `en` the participle."""
    from curator.extract.lexicon.cues import cue_verbs

    forms: dict[str, dict[str, str]] = {"base": {}, "s": {}, "ed": {}, "en": {}, "ing": {}}
    irregular = irregular_forms()
    for verb in dict.fromkeys([*cue_verbs(), *irregular, *_REGULAR.split()]):
        pasts, participles = irregular.get(verb, ((past(verb),), (past(verb),)))
        forms["base"].setdefault(verb, verb)
        forms["s"].setdefault(third_person(verb), verb)
        forms["ing"].setdefault(gerund(verb), verb)
        if verb in _BRITISH:
            forms["ing"].setdefault(verb + verb[-1] + "ing", verb)
            pasts, participles = (*pasts, verb + verb[-1] + "ed"), (*participles, verb + verb[-1] + "ed")
        for form in pasts:
            forms["ed"].setdefault(form, verb)
        for form in participles:
            forms["en"].setdefault(form, verb)
    return forms
