"""What a claim is made of: how it is put, its numbers, its times, who and what it names.

`composed()` fills in those fields of a claim from its words and its article's date; each is read by one
module here, and each works alone. Never changes what the claim says, where it stands or who says it.
"""

from __future__ import annotations

from curator.models import Article, Claim, Span


def composed(claim: Claim, article: Article) -> Claim:
    """`claim` with polarity, modality, tense, quantities, times, places and parties read from its words.

    Of an ungrounded claim the own words are read, and quantities, which have a place in the article, are not.
    """
    from dataclasses import replace

    from curator.extract.composition.modality import manner
    from curator.extract.composition.parties import mentions
    from curator.extract.composition.quantities import quantities
    from curator.extract.composition.times import times

    text, span = article.text, Span(claim.start, claim.end)
    if not claim.grounded:
        text, span = claim.text, Span(0, len(claim.text))
    how = manner(text, span, cue_class=claim.cue_class, reported=bool(claim.cue) and claim.kind != "quote")
    when = times(text, span, article.published)
    named = mentions(text, span)
    numbers = quantities(text, span, [time.span for time in when]) if claim.grounded else ()
    return replace(
        claim,
        polarity=how.polarity,
        modality=how.modality,
        tense=how.tense,
        quantities=numbers,
        times=tuple(dict.fromkeys(time.iso for time in when)),
        places=tuple(dict.fromkeys(one.name for one in named if one.sort == "place")),
        parties=tuple(dict.fromkeys(one.name for one in named if one.sort == "party")),
    )
