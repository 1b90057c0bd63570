"""What newspapers, agencies and stations are called: "The Valen Post", "Tarn Valley News", "Radio Sur".

Judges words by themselves, wherever they stood. Never takes a headline for a name: a name is capitalised
throughout, has a word that news call themselves by at its end or its beginning, and no verb.
"""

from __future__ import annotations

import re

_ALWAYS = frozenset(
    """advertiser argus broadcasting bulletin chronicle courier dispatch despatch enquirer examiner gazette
    herald inquirer intelligencer journal ledger newspaper newspapers newswire news sentinel telegram
    telegraph times tribune weekly wire
    zeitung nachrichten anzeiger rundschau tagblatt tageblatt abendblatt kurier allgemeine rundfunk
    quotidien nouvelles dépêche courrier figaro parisien monde
    diario noticias periódico prensa gaceta heraldo correo
    corriere giornale gazzetta repubblica messaggero jornal notícias folha correio gazetesi haber""".split()
)
"""What hardly anything but news ends its name with."""
_OFTEN = frozenset(
    """advocate banner beacon citizen crier daily digest echo express globe guardian independent magazine mail
    mercury messenger mirror monitor monthly observer online post press quarterly radio record recorder
    register reporter review spectator standard star statesman sun television today tv voice
    welt zeit spiegel stern presse merkur bote morgenpost volksstimme
    soir matin temps progrès humanité croix libération point
    país mundo nación tiempo vanguardia razón stampa público estado""".split()
)
"""What other things end with as well: their place has to speak for these too, or a second such word."""
_FIRST = frozenset(
    """radio tv agence agencia agenzia corriere diario gazeta gazzetta jornal journal courrier correio heraldo
    haber""".split()
)
_OF_SOMEWHERE = frozenset("times voice herald chronicle journal tribune".split())
"""What a place may follow: "Times of Malta"."""
_WITH_A_TIME = frozenset("daily evening morning sunday saturday weekend national press wire free".split())
"""What makes a name of a word that is not always one: "Daily Star", "Sunday Mail", "Press Online"."""
_ARTICLES = frozenset("the der die das le la les el los las il lo o de het".split())
_JOINING = frozenset("of the and & upon de del della do da la le du des der für und et y e van von".split())
_KNOWN = frozenset(
    """reuters ap afp upi bbc cnn npr pbs tass dpa ansa efe pti ani xinhua interfax kyodo yonhap bloomberg
    anadolu euronews newsweek rfe/rl rte rté zdf ard orf itv abc cbs nbc msnbc cbc""".split()
) | {
    "al jazeera",
    "trt world",
    "deutsche welle",
    "ria novosti",
    "france 24",
    "anadolu agency",
    "associated press",
    "agence france-presse",
    "the economist",
    "the atlantic",
}
"""Agencies and stations whose names have no such word."""
_SECTIONS = frozenset(
    """world local breaking latest top more business sport sports politics political national international
    regional related entertainment science health technology tech money weather crime traffic education
    community city county state live watch listen our my your all
    read follow good bad fake other home""".split()
)
_OF_SECTIONS = frozenset("news today online radio tv television".split())
"""What the words before make a page's section or a thing: "World News", "Sports Today", "State TV"."""
_SAYINGS = frozenset("hard good bad tough big best worst happy sad old modern end changing these".split())
"""Before the last word these speak of what it means: "Hard Times", "Good Press"."""
_NEVER = frozenset(
    """accuses adds admits approves arrests asks attacks backs bans becomes begins blames blasts blocks breaks
    buys calls claims closes condemns criticises criticizes cuts defends delays demands denies dies ends faces
    fails fears fights finds fires gets gives goes hails halts helps hits holds is are was were has have had
    joins keeps kills launches leaves loses makes meets misses moves named names needs offers opens orders
    pays plans praises probes quits raises reaches rejects releases resigns returns rips runs said say says
    seeks sees sells sets shows shuts slams slows starts stops sues sued takes talks targets tells threatens
    told turns urges visits vows wants warns will wins with without won in on at to from after before amid
    as over under against by into off out how why what when where who his her their its this these that
    leave quit face win seek call urge warn deny reject approve hit kill die close open start stop fight want
    meet vow plan fear back lose hold keep rise fall
    not no a an if but or than can may must should could would i we you they he she it staff senior chief
    investigative""".split()
)
"""Words of sentences and headlines, and of what a reporter is: no name has one."""
_WORD = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w.'’&/-]*|\d{1,3}")
_COMPOUND = re.compile(
    r"[^\W\d_a-z]\w*[a-z](?:News|Times|Post|Wire|Press|Today|Radio|TV)"
    r"|[A-ZÄÖÜ]\w+(?:zeitung|tagesblatt|tagblatt|tageblatt|anzeiger|nachrichten|rundschau|spiegel|kurier)"
)
"""What no other word need stand beside: "GlobalPost", "Stadtanzeiger"."""
_MOST_WORDS, _LONGEST = 6, 60


def outlet_name(words: str, *, trusted: bool = False) -> str:
    """`words` on one line where they are the name of an outlet and nothing else, else "".

    trusted: their place says so too, in a byline or beside a date.
    """
    tokens = words.split()
    name = " ".join(tokens)
    low = [token.lower() for token in tokens]
    if not tokens or len(name) > _LONGEST:
        return ""
    if name.lower() in _KNOWN and tokens[0][0].isupper():
        return name
    has_article = low[0] in _ARTICLES
    if len(tokens) > _MOST_WORDS or not _is_capitalised(tokens) or not _NEVER.isdisjoint(low[has_article:]):
        return ""
    if _COMPOUND.fullmatch(tokens[-1]):
        return name
    if len(tokens) == 1:
        return ""
    return name if _is_of_news(low[has_article:], trusted=trusted or has_article) else ""


def _is_capitalised(tokens: list[str]) -> bool:
    """Whether every word begins with a capital, but for those that join others."""
    if not _WORD.fullmatch(tokens[0]) or tokens[0].isdigit() or tokens[-1].lower() in _JOINING:
        return False
    return all(_WORD.fullmatch(token) or token in _JOINING for token in tokens)


def _is_of_news(low: list[str], *, trusted: bool) -> bool:
    """Whether words in lower case, without an article before them, are a name; a word alone is no such."""
    if len(low) < 2:
        return trusted and bool(low) and low[0] in _ALWAYS | _OFTEN
    first, before, last = low[0], low[:-1], re.split(r"[-/]", low[-1])[-1]
    if len(low) > 2 and low[1] in ("of", "de", "della") and first in _OF_SOMEWHERE | _FIRST:
        return True
    if before[-1] in _JOINING - {"&", "and", "della"} or _SAYINGS.issuperset(before):
        return False  # "Freedom of the Press", "Hard Times"
    if last in _OF_SECTIONS and _SECTIONS.issuperset(before):
        return False
    if last in _ALWAYS or (last == "agency" and before[-1] in ("news", "press", "wire")):
        return True
    if last in _OFTEN:
        return trusted or not _WITH_A_TIME.union(_ALWAYS).isdisjoint(before)
    return first in _FIRST or (first == "daily" and trusted)


def is_of_sentences(words: str) -> bool:
    """Whether words are a headline's or a sentence's rather than a person's or an outlet's name."""
    return not _NEVER.isdisjoint(words.lower().split())
