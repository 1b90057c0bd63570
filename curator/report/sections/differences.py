"""What is not settled, and what was turned down: disputed and rejected claims."""

from __future__ import annotations

from curator.report.digest import Digest, Disputed, Voice
from curator.report.markup import NOTHING, Html, html
from curator.report.phrases import citation, corrected, decided, history, marked, rest, said


def disputed(digest: Digest) -> Html:
    """Claims on which reviewers differ, with what each of them said."""
    if not digest.disputed.total:
        return html("<p>There is none: no two reviewers differ.</p>")
    return html(
        "<p>Reviewers differ about these claims, and nobody has settled them yet.</p>{items}{rest}",
        items=[_disputed(item) for item in digest.disputed.items],
        rest=rest(digest.disputed, "disputed claim"),
    )


def rejected(digest: Digest) -> Html:
    """Claims that the articles do not make, with the reasons."""
    if not digest.rejected.total:
        return html("<p>There is none.</p>")
    return html(
        "<p>Found by the program, turned down by a reviewer: the article does not make this claim, or it is "
        'none.</p><ul class="plain">{items}</ul>{rest}',
        items=[_rejected(voice) for voice in digest.rejected.items],
        rest=rest(digest.rejected, "rejected claim"),
    )


def _disputed(item: Disputed) -> Html:
    view = item.voice.view
    speaker = html("<b>{name}</b> · ", name=view.speaker) if view.speaker else NOTHING
    return html(
        '<article class="item dispute-item"><p class="where">{speaker}{source}</p>'
        "<blockquote><p>{passage}</p></blockquote>{corrected}{history}</article>",
        speaker=speaker,
        source=citation(item.voice.source),
        passage=marked(item.voice),
        corrected=corrected(view),
        history=history(item.decisions),
    )


def _rejected(voice: Voice) -> Html:
    reason = (
        html(" Reason: {reason}.", reason=voice.view.reason.rstrip(". ")) if voice.view.reason else NOTHING
    )
    return html(
        '<li class="item"><p class="words">{wording}</p><p class="carried">{source} · rejected{decided}.'
        "{reason}</p></li>",
        wording=said(voice.view),
        source=citation(voice.source),
        decided=decided(voice.view),
        reason=reason,
    )
