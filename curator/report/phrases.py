"""Words and small pieces that several sections use: counts, citations, statuses, who decided.

Holds the report's vocabulary. "Confirmed" is always said of the article, never of the world.
"""

from __future__ import annotations

from collections.abc import Sequence

from curator.models import ClaimView, Status
from curator.report.dates import day, moment
from curator.report.digest import Decision, Part, Source, Voice
from curator.report.markup import NOTHING, Html, address, html, joined
from curator.telling import lead, led, told

STATUS_WORDS: dict[Status, tuple[str, str]] = {
    "confirmed": ("✓", "the article makes this claim"),
    "merged": ("=", "says the same as another claim"),
    "disputed": ("!", "reviewers differ"),
    "rejected": ("✗", "the article does not make it"),
    "pending": ("○", "nobody has decided"),
}
"""Of each status its sign and what it means, in the order in which the page lists them."""

TYPE_WORDS: dict[str, str] = {
    "negation": "one says it, the other denies it",
    "number": "different numbers",
    "modality": "differently firm: decided, planned, possible, undecided",
    "time": "different times",
    "attribution": "different speakers",
    "other": "cannot both hold",
}

VERBS: dict[str, str] = {
    "confirm": "confirmed",
    "reject": "rejected",
    "edit": "edited",
    "add": "added",
    "note": "noted",
    "merge": "merged",
    "contradict": "said they contradict",
    "dismiss": "said they are unrelated",
    "split": "took it out of its cluster",
    "canonical": "made it the canonical claim",
    "adjudicate": "settled it",
    "repeat": "was asked again",
}
"""What a reviewer did, by an event's kind."""


def number(count: int) -> str:
    """ "1,234"."""
    return f"{count:,}"


def bare(wording: str) -> str:
    """A wording without the comma that a quotation ends with before "he said"; for headings."""
    return wording.strip().rstrip(",;:")


def said(view: ClaimView) -> str:
    """A claim's wording, in quotation marks where the article has them, led by how it is denied."""
    quoted = view.claim.kind == "quote" and view.wording
    return led(lead(view), f"“{bare(view.wording)}”" if quoted else view.wording)


def counted(count: int, one: str, many: str = "") -> str:
    """ "1 claim", "1,234 claims"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(names: Sequence[str]) -> str:
    """ "Ana", "Ana and Ben", "Ana, Ben and Cem"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def rest(part: Part[object], one: str, many: str = "") -> Html:
    """A line that says how many more there are and where, nothing where all are shown."""
    if not part.left_out:
        return NOTHING
    return html(
        '<p class="rest">{more} not shown here. The exported dataset holds them all.</p>',
        more=counted(part.left_out, f"more {one}", f"more {many or one + 's'}"),
    )


def outlet(source: Source) -> Html:
    """Who published an article, by name; where it names nobody, what else it is known by, in italics."""
    return carrier(source.label, named=bool(source.outlet))


def carrier(label: str, *, named: bool) -> Html:
    """An outlet's name, or the label of an article that names none, in italics."""
    return html("{label}", label=label) if named else html("<i>{label}</i>", label=label)


def citation(source: Source) -> Html:
    """ "TRT World, 22 June 2017", leading to the article in the list below where it is there."""
    when = html(", {day}", day=day(source.published)) if source.published else NOTHING
    if not source.number:
        return html('<span class="cite">{outlet}{when}</span>', outlet=outlet(source), when=when)
    return html(
        '<a class="cite" href="#a{number}">{outlet}{when}</a>',
        number=source.number, outlet=outlet(source), when=when,
    )  # fmt: skip


def headline(source: Source) -> Html:
    """An article's title, else its first words, leading to the article where its address is known."""
    called = source.opening or source.label
    title = html("{title}", title=source.title) if source.title else html("<i>{called}</i>", called=called)
    url = address(source.url)
    if not url:
        return title
    return html(
        '<a href="{url}" rel="noopener noreferrer nofollow" referrerpolicy="no-referrer">{title}</a>',
        url=url, title=title,
    )  # fmt: skip


def status(view: ClaimView) -> Html:
    """A claim's status as a sign and a word, with its meaning for those who point at it."""
    sign, meaning = STATUS_WORDS[view.status]
    return html(
        '<span class="status s-{status}" title="{meaning}"><span aria-hidden="true">{sign}</span> '
        "{status}</span>",
        status=view.status, meaning=meaning, sign=sign,
    )  # fmt: skip


def decided(view: ClaimView) -> Html:
    """ "confirmed by Ana, 22 June 2017", nothing where nobody has decided."""
    if not view.reviewers:
        return NOTHING
    when = html(", {day}", day=day(view.decided_at)) if view.decided_at else NOTHING
    return html(" by {names}{when}", names=listed(view.reviewers), when=when)


def marked(voice: Voice) -> Html:
    """A claim in its place in the article, highlighted; its wording where that is all there is."""
    around = voice.passage
    if around is None:
        return html("<mark>{wording}</mark>", wording=told(voice.view))
    return html(
        '<span class="context">{before}</span><mark>{claim}</mark><span class="context">{after}</span>',
        before=around.before, claim=around.claim, after=around.after,
    )  # fmt: skip


def corrected(view: ClaimView) -> Html:
    """The reviewer's own wording, where it is not the article's, and the notes."""
    own = NOTHING
    if (
        view.claim.grounded
        and view.wording != view.claim.text
        and (view.start, view.end)
        == (
            view.claim.start,
            view.claim.end,
        )
    ):
        own = html('<p class="own">In the reviewer’s words: {wording}</p>', wording=view.wording)
    if not view.claim.grounded:
        own = html('<p class="own">These words were not found in the article.</p>')
    notes = joined(html('<p class="note">Note: {note}</p>', note=note) for note in view.notes)
    return html("{own}{notes}", own=own, notes=notes)


def history(decisions: Sequence[Decision]) -> Html:
    """What reviewers did, one line each; what was taken back is struck through and says so."""
    if not decisions:
        return NOTHING
    return html('<ol class="history">{lines}</ol>', lines=[_line(decision) for decision in decisions])


def _line(decision: Decision) -> Html:
    words = html(" ({words})", words=decision.words) if decision.words else NOTHING
    said = html(
        "{reviewer} {verb}{words}",
        reviewer=decision.reviewer, verb=VERBS.get(decision.kind, decision.kind), words=words,
    )  # fmt: skip
    if decision.undone:
        said = html("<s>{said}</s>, taken back since", said=said)
    return html('<li>{said} <span class="when">{at}</span></li>', said=said, at=moment(decision.at))
