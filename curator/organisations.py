"""Words by which a name is an organisation's, for every stage that tells people from organisations.

Holds words only: a name without any of them may still be no person's.
"""

from __future__ import annotations

COMPANIES = frozenset(
    """
    inc corp ltd llc plc airlines airways motors bros holdings industries systems technologies
    water rail railway railways chemical chemicals energy oil gas electric electricity foods farm farms
    mining minerals pharma pharmaceuticals telecom telecoms solutions partners ventures harbour harbor
    logistics media entertainment studios records software automotive aerospace insurance financial
    securities investments properties estates shipping freight lines rights action aid analytics labs
    laboratories biotech brewery brands stores supermarkets express transport transit resources refinery
    petroleum textiles plastics paper cement dairy fisheries forestry tobacco pictures productions
    publishing publishers consulting advisors associates enterprises utilities networks cooperative
    """.split()
)
"""Folded words that end the name of a company, whose first word alone may then stand for it."""

ORGANISED = COMPANIES | frozenset(
    """
    group party union association committee council board bureau office ministry
    department agency institute university college school hospital church bank fund court parliament
    senate house congress government army navy force police service centre center foundation
    federation league club news times post journal herald tribune gazette guardian observer press
    radio television network company corporation organization organisation authority commission
    society trust watch international campaign coalition alliance front movement state states nations
    republic kingdom city county
    museum library academy services affairs district division region bulletin telegraph mail globe sun
    mirror review monitor chronicle institution assembly hurricane typhoon cyclone tropical river
    mount mountain island islands avenue road bay cup games award awards act festival highway airport
    stadium building tower inn hotel restaurant plaza creek cathedral mosque history culture american
    african european asian canadian russian british affairs studies science sciences arts law plan bill
    security health today week york jersey
    """.split()
)
"""Folded words that stand in the name of an organisation, a law, a place, and hardly ever in a surname."""
