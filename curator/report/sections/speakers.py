"""Who says what that stands once: confirmed claims by speaker."""

from __future__ import annotations

from curator.report.digest import Digest, Speaker, Voice
from curator.report.markup import Html, html
from curator.report.phrases import citation, corrected, counted, rest, said
from curator.report.sections.clusters import against


def speakers(digest: Digest) -> Html:
    """Every confirmed claim that is in no cluster, under the name of who makes it."""
    if not digest.singles.total:
        return html("<p>There is no confirmed claim that stands alone.</p>")
    return html(
        "<p>Confirmed claims that stand once in this dataset, by speaker.</p>"
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
        count=counted(len(speaker.voices), "claim"),
        claims=[_claim(voice, digest) for voice in speaker.voices],
    )


def _claim(voice: Voice, digest: Digest) -> Html:
    return html(
        '<li class="item"><p class="words">{wording}</p>'
        '<p class="carried">{source}{against}</p>{corrected}</li>',
        wording=said(voice.view),
        source=citation(voice.source),
        against=against(digest.contradicted.get(voice.view.claim.id, ())),
        corrected=corrected(voice.view),
    )
