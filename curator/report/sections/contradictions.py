"""What cannot both hold: the two claims side by side, in their articles' own sentences."""

from __future__ import annotations

from curator.models import Evidence, Relation
from curator.report.dates import day
from curator.report.digest import Contradiction, Digest, Side, Source
from curator.report.markup import NOTHING, Html, address, html, joined
from curator.report.phrases import (
    TYPE_WORDS,
    citation,
    corrected,
    decided,
    headline,
    history,
    listed,
    marked,
    outlet,
    rest,
    status,
)


def contradictions(digest: Digest) -> Html:
    """Every contradiction that reviewers found."""
    part = digest.contradictions
    if not part.total:
        return html("<p>Reviewers found none.</p>")
    return html(
        "<p>Pairs of claims that a reviewer said cannot both hold. Which of the two holds, or whether either "
        "does, is not decided here.{several}</p>{items}{rest}",
        several=" Where several pairs stand for the same contradiction, the first decided is shown."
        if digest.relations.get("contradicts", 0) > part.total
        else "",
        items=[_contradiction(item) for item in part.items],
        rest=rest(part, "contradiction"),
    )


def _contradiction(item: Contradiction) -> Html:
    kind = item.relation.type
    return html(
        '<article class="item contradiction" id="x{number}"><header><h3><span class="no">{number}</span> '
        "{type}</h3>{dispute}</header>"
        '<div class="sides">{left}<p class="against" aria-hidden="true">≠</p>{right}</div>'
        '<footer class="decided"><p>{decided}</p>{history}</footer>{evidence}</article>',
        number=item.number,
        type=_type(kind),
        dispute=html('<p class="dispute">Reviewers differ about this pair.</p>')
        if item.relation.disputed
        else NOTHING,
        left=_side(item.left),
        right=_side(item.right),
        decided=_decided(item.relation),
        history=history(item.decisions) if len(item.decisions) > 1 else NOTHING,
        evidence=_evidence(item.evidence),
    )


def _type(kind: str) -> Html:
    words = TYPE_WORDS.get(kind, kind)
    if not kind or kind == "other":
        return html('<span class="type">{words}</span>', words=TYPE_WORDS["other"])
    return html('<span class="type">{kind}</span> <span class="gloss">{words}</span>', kind=kind, words=words)


def _side(side: Side) -> Html:
    voice = side.voice
    view = voice.view
    speaker = html("{name}", name=view.speaker) if view.speaker else html("<i>in the article’s own voice</i>")
    named = [outlet(voice.source)] if voice.source.outlet else []
    when = [html("{day}", day=day(voice.source.published))] if voice.source.published else []
    also = NOTHING
    if side.also:
        also = html(
            '<p class="also">The same in {sources}{cluster}</p>',
            sources=joined((citation(source) for source in side.also), html(" · ")),
            cluster=html(' (<a href="#k{number}">all wordings</a>)', number=side.cluster)
            if side.cluster
            else NOTHING,
        )
    return html(
        '<figure class="side"><figcaption><b class="speaker">{speaker}</b><span class="where">{where}</span>'
        "</figcaption><blockquote><p>{passage}</p></blockquote>{corrected}"
        '{source}{also}<p class="by">{status}{decided}</p></figure>',
        speaker=speaker,
        where=joined((*named, *when), html(" · ")),
        passage=marked(voice),
        corrected=corrected(view),
        source=_source(voice.source),
        also=also,
        status=status(view),
        decided=decided(view),
    )


def _source(source: Source) -> Html:
    if source.outlet and not source.title and not address(source.url):
        return NOTHING
    return html('<p class="source">{headline}</p>', headline=headline(source))


def _decided(relation: Relation) -> Html:
    if relation.source == "inferred":
        names = f", by {listed(relation.reviewers)}" if relation.reviewers else ""
        return html("Follows from decisions on other pairs{names}.", names=names)
    by = listed(relation.reviewers) if relation.reviewers else "a reviewer"
    when = f", {day(relation.decided_at)}" if relation.decided_at else ""
    return html("Said to contradict each other by <b>{by}</b>{when}.", by=by, when=when)


def _evidence(evidence: tuple[Evidence, ...]) -> Html:
    """What led the reviewer to the pair; a proposal of the program, not a finding."""
    said = [item for item in evidence if item.words]
    if not said:
        return NOTHING
    return html(
        '<div class="evidence"><h4>Why the program proposed this pair</h4><ul>{lines}</ul></div>',
        lines=[html("<li>{words}</li>", words=item.words) for item in said],
    )
