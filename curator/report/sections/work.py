"""How the review was done: decisions over time, reviewers, their agreement, and what the log vouches for."""

from __future__ import annotations

from curator.models import Agreement, SelfAgreement
from curator.report.charts import columns
from curator.report.dates import range_of
from curator.report.digest import Activity, Digest, Reviewer
from curator.report.markup import NOTHING, Html, html
from curator.report.phrases import counted, number, rest
from curator.report.tables import heading, number_cell, number_heading, row, row_heading, table

_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("confirmed", ("confirm", "add")),
    ("rejected", ("reject",)),
    ("merged", ("merge",)),
    ("contradictions", ("contradict",)),
    ("unrelated", ("dismiss",)),
    ("other", ("edit", "split", "canonical", "adjudicate")),
)
"""The columns of the table of reviewers, and which kinds of event each counts."""


def work(digest: Digest) -> Html:
    """Decisions over time, then by reviewer, then how far reviewers agree."""
    activity = digest.activity
    if not activity.reviewers.total:
        return html("<p>Nobody has decided anything yet.</p>")
    return html(
        "<p>{decisions} stand. On pairs of claims: {same} same, {contradicts} contradictory, {unrelated} "
        "unrelated; {inferred} more follow from these and were not asked.</p>{time}{reviewers}{agreement}"
        "{with_oneself}",
        decisions=counted(activity.decisions, "decision"),
        same=number(digest.relations.get("same", 0)),
        contradicts=number(digest.relations.get("contradicts", 0)),
        unrelated=number(digest.relations.get("unrelated", 0)),
        inferred=number(digest.inferred),
        time=_time(activity),
        reviewers=_reviewers(activity),
        agreement=_agreement(digest.agreement),
        with_oneself=_self_agreement(digest.self_agreement),
    )


def log(digest: Digest) -> Html:
    """The heads of the decision log, by which the dataset can be held against this page."""
    if not digest.heads:
        return NOTHING
    rows = [
        row(row_heading(reviewer), number_cell(number(rseq)), html('<td class="hash">{hash}</td>', hash=hash))
        for reviewer, rseq, hash in digest.heads
    ]
    return html(
        "<p>Every decision is one line of a log in which each line carries the hash of the one before. These "
        "are the last lines. <code>curator verify --against heads.json</code>, with the heads that were "
        "exported with the dataset, tells whether a database still holds all of them; it finds edits and "
        "gaps, but not a log that its owner wrote anew from the start.</p>{table}",
        table=table(
            "Heads of the log",
            [heading("Reviewer and installation"), number_heading("Decisions"), heading("Hash of the last")],
            rows,
        ),
    )


def _time(activity: Activity) -> Html:
    periods = activity.periods
    undated = NOTHING
    if activity.undated:
        undated = html(
            '<p class="rest">{count} without a readable time.</p>',
            count=counted(activity.undated, "decision"),
        )
    if not periods:
        return undated
    busiest = max(periods, key=lambda period: period.decisions)
    words = (
        f"Decisions by {activity.unit}, {periods[0].name} to {periods[-1].name}; "
        f"most, {number(busiest.decisions)}, on {busiest.name}."
    )
    rows = [
        row(row_heading(period.name), number_cell(number(period.decisions)))
        for period in periods
        if period.decisions
    ]
    return html(
        '<figure class="plot"><figcaption>Decisions by {unit} <small>at most {most}</small></figcaption>'
        '{plot}<p class="axis"><span>{first}</span><span>{last}</span></p>'
        "<details><summary>The same in numbers</summary>{numbers}</details></figure>{undated}",
        unit=activity.unit,
        most=number(busiest.decisions),
        plot=columns([period.decisions for period in periods], words),
        first=periods[0].name,
        last=periods[-1].name if len(periods) > 1 else "",
        numbers=table("Decisions by time", [heading(activity.unit), number_heading("Decisions")], rows),
        undated=undated,
    )


def _reviewers(activity: Activity) -> Html:
    return html(
        "{table}{rest}",
        table=table(
            "Reviewers",
            [
                heading("Reviewer"),
                *(number_heading(name) for name, _ in _KINDS),
                number_heading("taken back"),
                heading("when"),
            ],
            [_reviewer(reviewer) for reviewer in activity.reviewers.items],
            caption="Decisions that stand, by reviewer",
        ),
        rest=rest(activity.reviewers, "reviewer"),
    )


def _reviewer(reviewer: Reviewer) -> Html:
    counts = [sum(reviewer.counts.get(kind, 0) for kind in kinds) for _, kinds in _KINDS]
    return row(
        row_heading(reviewer.name),
        *(number_cell(number(count)) for count in (*counts, reviewer.taken_back)),
        html("<td>{when}</td>", when=range_of([reviewer.first, reviewer.last])),
    )


def _agreement(agreement: tuple[Agreement, ...]) -> Html:
    if not agreement:
        return html(
            "<p>No claim was decided by two reviewers, so nothing can be said of how far they agree.</p>"
        )
    rows = [
        row(
            row_heading(f"{item.left} and {item.right}"),
            number_cell(number(item.both)),
            number_cell(f"{100 * item.same / item.both:.0f} %" if item.both else "–"),
            number_cell("–" if item.kappa is None else f"{item.kappa:.2f}"),
        )
        for item in agreement
    ]
    return table(
        "Agreement",
        [
            heading("Reviewers"),
            *map(number_heading, ("claims both decided", "same verdict", "kappa")),
        ],
        rows,
        caption="How far reviewers agree. Kappa is Cohen’s: 1 is full agreement, 0 what chance would give.",
    )


def _self_agreement(agreement: tuple[SelfAgreement, ...]) -> Html:
    """How often reviewers gave the same answer to claims that they were asked twice."""
    if not agreement:
        return NOTHING
    rows = [
        row(
            row_heading(item.reviewer),
            number_cell(number(item.both)),
            number_cell(f"{item.share:.0%} ({item.low:.0%} to {item.high:.0%})"),
            number_cell(
                "–"
                if item.alpha is None
                else f"{item.alpha:.2f} ({item.alpha_low:.2f} to {item.alpha_high:.2f})"
            ),
        )
        for item in agreement
    ]
    return table(
        "Agreement with oneself",
        [heading("Reviewer"), *map(number_heading, ("claims asked twice", "same verdict", "alpha"))],
        rows,
        caption="How far reviewers agree with themselves on claims that were drawn by lot and asked again "
        "later, with 95 % intervals (Wilson; Donner and Eliasziw 1992). Alpha is Krippendorff’s.",
    )
