"""Claims made more than once: in which words, by whom, in which outlets and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from curator.report.charts import dot
from curator.report.digest import Cluster, Digest, Voice, Wording
from curator.report.markup import NOTHING, Html, html, joined
from curator.report.passage import shortened
from curator.report.phrases import bare, citation, corrected, counted, decided, listed, number, rest, status
from curator.report.tables import heading, row, row_heading, table
from curator.telling import lead, led, told


def clusters(digest: Digest) -> Html:
    """Every cluster, those that most outlets carry first."""
    part = digest.clusters
    if not part.total:
        return html("<p>No two claims were said to be the same.</p>")
    return html(
        "<p>Claims that reviewers said are the same, with every wording. Words that the first wording does "
        "not have are <em>marked</em>. The same words in several outlets may have one source.</p>"
        "{items}{rest}",
        items=[_cluster(cluster, digest.contradicted.get(_id(cluster), ())) for cluster in part.items],
        rest=rest(part, "claim made more than once", "claims made more than once"),
    )


def carriers(digest: Digest) -> Html:
    """The matrix of outlets against clusters, as a table with a disc in each cell."""
    matrix = digest.matrix
    if not matrix.rows:
        return html("<p>No claim is made more than once.</p>")
    most = max((count for _, counts in matrix.rows for count in counts), default=1) or 1
    head = [
        html('<th scope="col"><span class="turned">{name}</span></th>', name=shortened(name, 40))
        for name in matrix.carriers
    ]
    return html(
        "{table}{rest}",
        table=table(
            "Outlets against claims",
            [heading("Claim"), *head],
            [_carried(cluster, counts, most) for cluster, counts in matrix.rows],
            caption="How many times each outlet carries each claim. "
            "An empty cell: not in the articles of this dataset.",
            kind="matrix",
        ),
        rest=_matrix_rest(digest),
    )


def _carried(cluster: Cluster, counts: tuple[int, ...], most: int) -> Html:
    name = html(
        '<a href="#k{number}"><span class="no">{number}</span> {wording}</a>',
        number=cluster.number,
        wording=shortened(bare(told(cluster.canonical.view)), 90),
    )
    return row(row_heading(name), *(_cell(count, most) for count in counts))


def _matrix_rest(digest: Digest) -> Html:
    rows = digest.clusters.total - len(digest.matrix.rows)
    names = {label for cluster in digest.clusters.items for label in cluster.carriers}
    carriers = len(names - set(digest.matrix.carriers))
    missing = [counted(rows, "more claim")] if rows > 0 else []
    if carriers:
        missing.append(counted(carriers, "more outlet"))
    if not missing:
        return NOTHING
    return html('<p class="rest">{missing} not in this table.</p>', missing=" and ".join(missing))


def _cell(count: int, most: int) -> Html:
    if not count:
        return html("<td></td>")
    return html(
        '<td>{dot}<span class="{kind}">{count}</span></td>',
        dot=dot(count, most),
        kind="unseen" if count == 1 else "times",
        count=number(count),
    )


def _id(cluster: Cluster) -> str:
    return cluster.canonical.view.claim.id


def _cluster(cluster: Cluster, contradicted: tuple[int, ...]) -> Html:
    view = cluster.canonical.view
    speaker = html("<b>{name}</b> · ", name=view.speaker) if view.speaker else NOTHING
    return html(
        '<article class="item cluster" id="k{number}"><header><h3><span class="no">{number}</span> '
        '{how}<q>{wording}</q></h3><p class="where">{speaker}{size} in {articles}{against}</p></header>'
        '<ol class="wordings">{wordings}</ol>{rest}{corrected}<p class="by">{status}{decided}</p></article>',
        number=cluster.number,
        how=led(lead(view), ""),
        wording=shortened(bare(view.wording), 400),
        speaker=speaker,
        size=counted(cluster.size, "claim"),
        articles=counted(cluster.articles, "article"),
        against=against(contradicted),
        wordings=[
            _wording(wording, view.speaker, first=place == 0)
            for place, wording in enumerate(cluster.wordings.items)
        ],
        rest=_wordings_rest(cluster),
        corrected=corrected(view),
        status=status(view),
        decided=decided(view),
    )


def against(numbers: tuple[int, ...]) -> Html:
    """Links to the contradictions in which a claim stands."""
    if not numbers:
        return NOTHING
    links = (html('<a href="#x{number}">{number}</a>', number=number) for number in numbers)
    return html(' · <span class="warn">≠ contradicted: {links}</span>', links=joined(links, html(", ")))


def _wordings_rest(cluster: Cluster) -> Html:
    shown = sum(len(wording.voices.items) for wording in cluster.wordings.items)
    if shown >= cluster.size:
        return NOTHING
    more = counted(cluster.size - shown, "more claim")
    return html('<p class="rest">{more} of this cluster not shown here.</p>', more=more)


def times(count: int) -> Html:
    """ "3 × word for word: ", nothing of what stands once."""
    if count < 2:
        return NOTHING
    return html('<span class="times">{times}</span> ', times=f"{number(count)} × word for word: ")


def sources(voices: Sequence[Voice]) -> Html:
    """The articles that have a wording, each once."""
    found = Counter(voice.source.id for voice in voices)
    once = {voice.source.id: voice.source for voice in voices}
    return joined(
        (
            html(
                "{citation}{times}",
                citation=citation(source),
                times=f" ×{found[id]}" if found[id] > 1 else "",
            )
            for id, source in once.items()
        ),
        html(" · "),
    )


def _wording(wording: Wording, speaker: str, *, first: bool) -> Html:
    words = [
        html("<em>{text}</em>", text=stretch.text) if stretch.differs else html("{text}", text=stretch.text)
        for stretch in wording.stretches
    ]
    voices = wording.voices
    speakers = sorted({voice.view.speaker for voice in voices.items} - {"", speaker})
    return html(
        '<li class="{kind}"><p class="words">{words}</p>'
        '<p class="carried">{same}{sources}{speakers}</p></li>',
        kind="first" if first else "other",
        words=words,
        same=times(voices.total),
        sources=sources(voices.items),
        speakers=html(", as said by {names}", names=listed(speakers)) if speakers else NOTHING,
    )
