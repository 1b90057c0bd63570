"""Who says what that was merged with nothing else: confirmed claims by speaker."""

from __future__ import annotations

from collections.abc import Sequence

from curator.report.digest import Digest, Speaker, Voice
from curator.report.markup import Html, html
from curator.report.phrases import corrected, counted, rest, said
from curator.report.sections.clusters import against, sources, times


def speakers(digest: Digest) -> Html:
    """Every confirmed claim that is in no cluster, under the name of who makes it."""
    if not digest.singles.total:
        return html("<p>There is no confirmed claim that stands alone.</p>")
    return html(
        "<p>Confirmed claims that nobody merged with another, by speaker. Those of a speaker in the same "
        "words are told together.</p>"
        '<div class="speakers">{groups}</div>{rest}',
        groups=[_speaker(speaker, digest) for speaker in digest.speakers],
        rest=rest(digest.singles, "confirmed claim"),
    )


def _speaker(speaker: Speaker, digest: Digest) -> Html:
    name = html("{name}", name=speaker.name) if speaker.name else html("<i>In the articles’ own voice</i>")
    return html(
        '<section class="speaker-group"><h3>{name} <small>{count}</small></h3><ul class="plain">{claims}</ul>'
        "</section>",
        name=name,
        count=counted(speaker.count, "claim"),
        claims=[_claim(voices, digest) for voices in speaker.alike],
    )


def _claim(voices: Sequence[Voice], digest: Digest) -> Html:
    """A claim, with every article that has it in the same words."""
    contradicted = {n for voice in voices for n in digest.contradicted.get(voice.view.claim.id, ())}
    return html(
        '<li class="item"><p class="words">{wording}</p>'
        '<p class="carried">{same}{sources}{against}</p>{corrected}</li>',
        wording=said(voices[0].view),
        same=times(len(voices)),
        sources=sources(voices),
        against=against(tuple(sorted(contradicted))),
        corrected=[corrected(voice.view) for voice in voices],
    )
