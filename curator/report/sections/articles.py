"""Where everything comes from: outlets with what was decided of their claims, and the list of articles."""

from __future__ import annotations

from curator.models import Status
from curator.report.charts import status_bar
from curator.report.dates import day
from curator.report.digest import Digest, Source, Tally
from curator.report.markup import Html, html, joined
from curator.report.phrases import STATUS_WORDS, carrier, counted, headline, number, outlet, rest
from curator.report.tables import heading, number_cell, number_heading, row, row_heading, table


def outlets(digest: Digest) -> Html:
    """Status by outlet: a bar for each, with the numbers beside it."""
    part = digest.outlets
    if not part.total:
        return html("<p>There is no article.</p>")
    most = max((tally.total for tally in part.items), default=0)
    return html(
        "{table}{rest}",
        table=table(
            "Claims by outlet and status",
            [
                heading("Outlet"),
                html('<th scope="col" class="barcell">Claims</th>'),
                *map(_status_heading, STATUS_WORDS),
                number_heading("all"),
            ],
            [_outlet(tally, most) for tally in part.items],
            caption="Claims by outlet and status; all bars have one scale",
            kind="outlets",
        ),
        rest=rest(part, "outlet or article without one", "outlets or articles without one"),
    )


def _status_heading(status: Status) -> Html:
    return html(
        '<th scope="col" class="n"><span class="s-{status}" aria-hidden="true">{sign}</span> {status}</th>',
        status=status,
        sign=STATUS_WORDS[status][0],
    )


def _outlet(tally: Tally, most: int) -> Html:
    name = carrier(tally.name, named=tally.named)
    articles = f"· {counted(tally.articles, 'article')}" if tally.named else ""
    return row(
        row_heading(html("{name} <small>{articles}</small>", name=name, articles=articles)),
        html('<td class="barcell">{bar}</td>', bar=status_bar(tally.counts, most, "")),
        *(number_cell(number(tally.counts.get(status, 0))) for status in STATUS_WORDS),
        number_cell(number(tally.total)),
    )


def articles(digest: Digest) -> Html:
    """The articles that claims on this page come from, by date."""
    part = digest.articles
    return html(
        '<ol class="articles">{items}</ol>{rest}',
        items=[_article(source, tally) for source, tally in part.items],
        rest=rest(part, "article"),
    )


def _article(source: Source, tally: Tally) -> Html:
    counts = ", ".join(
        f"{number(tally.counts[status])} {status}" for status in STATUS_WORDS if tally.counts.get(status)
    )
    where = [outlet(source)] if source.outlet else []
    when = [html("{day}", day=day(source.published))] if source.published else []
    claims = html("{claims}", claims=counted(tally.total, "claim") + (f": {counts}" if counts else ""))
    return html(
        '<li id="a{number}" class="item"><p class="title">{title}</p>'
        '<p class="where">{where}</p><p class="id">{id}</p></li>',
        number=source.number,
        title=headline(source),
        where=joined((*where, *when, claims), html(" · ")),
        id=source.id,
    )
