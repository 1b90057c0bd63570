"""What the dataset is, how far its review is, and what its words mean: the first thing that is read."""

from __future__ import annotations

from curator.report.charts import status_bar
from curator.report.dates import moment
from curator.report.digest import Digest
from curator.report.markup import NOTHING, Html, html
from curator.report.phrases import STATUS_WORDS, counted, number


def opening(digest: Digest) -> Html:
    """Title, standfirst, the warning about truth, and the counts by status, which add up."""
    return html(
        '<header class="opening"><p class="kicker">Claims dataset · review report</p><h1>{title}</h1>'
        '<p class="standfirst">{standfirst}</p>{asof}{truth}{counts}</header>',
        title=digest.title,
        standfirst=_standfirst(digest),
        asof=_as_of(digest),
        truth=_TRUTH,
        counts=_counts(digest),
    )


_TRUTH = html(
    '<aside class="truth" role="note"><p><strong>“Confirmed” does not mean true.</strong> It means that a '
    "reviewer checked that the article really makes the claim, in these words and by this speaker. "
    "“Rejected” means that the article does not make it. Whether what is claimed is so, this report does "
    "not say.</p></aside>"
)


def _standfirst(digest: Digest) -> str:
    progress = digest.progress
    where = f"{counted(progress.articles, 'article')}"
    if digest.in_outlets < progress.articles and digest.named_outlets:
        where += (
            f", {number(digest.in_outlets)} of them from {counted(digest.named_outlets, 'known outlet')},"
        )
    elif digest.named_outlets > 1:
        where += f" from {counted(digest.named_outlets, 'outlet')}"
    if digest.period and digest.dated == progress.articles:
        where += f"{'' if where.endswith(',') else ','} published {digest.period},"
    elif digest.period:
        where += (
            f"{'' if where.endswith(',') else ','} {number(digest.dated)} of them dated ({digest.period}),"
        )
    text = f"{where} make {counted(progress.total, 'claim')}."
    if progress.articles == 1:
        text = text.replace(" make ", " makes ", 1)
    found = []
    if digest.contradictions.total:
        found.append(counted(digest.contradictions.total, "contradiction"))
    if digest.clusters.total:
        found.append(
            counted(
                digest.clusters.total,
                "claim that is made more than once",
                "claims that are made more than once",
            )
        )
    if found:
        text += f" Reviewers found {' and '.join(found)}."
    return text


def _as_of(digest: Digest) -> Html:
    last = digest.activity.last
    if not last:
        return html('<p class="asof">Nobody has decided anything yet.</p>')
    return html('<p class="asof">As of the last decision, {when}.</p>', when=moment(last))


def _counts(digest: Digest) -> Html:
    progress = digest.progress
    counts: dict[str, int] = {status: getattr(progress, status) for status in STATUS_WORDS}
    words = ", ".join(f"{number(counts[status])} {status}" for status in STATUS_WORDS)
    rows = [
        html(
            '<tr><th scope="row"><span class="status s-{status}"><span aria-hidden="true">{sign}</span> '
            '{status}</span></th><td class="n">{count}</td><td class="share">{share}</td>'
            "<td>{meaning}</td></tr>",
            status=status,
            sign=STATUS_WORDS[status][0],
            count=number(counts[status]),
            share=_share(counts[status], progress.total),
            meaning=STATUS_WORDS[status][1],
        )
        for status in STATUS_WORDS
    ]
    return html(
        '<section class="counts" aria-label="Claims by status"><p class="done"><b>{decided}</b> of {total} '
        "decided{left}</p>{bar}"
        '<table><caption class="aside">Claims by status</caption><tbody>{rows}</tbody><tfoot><tr>'
        '<th scope="row">all claims</th><td class="n">{total}</td><td></td><td></td></tr></tfoot></table>'
        "</section>",
        decided=number(progress.decided),
        total=number(progress.total),
        left=html(", {pending} still open", pending=number(progress.pending))
        if progress.pending
        else NOTHING,
        bar=status_bar(counts, progress.total, f"Of {counted(progress.total, 'claim')}: {words}."),
        rows=rows,
    )


def _share(count: int, total: int) -> str:
    """ "12 %", "<1 %"; "" where there is nothing."""
    if not count or not total:
        return ""
    share = 100 * count / total
    return "<1 %" if share < 1 else f"{share:.0f} %"
