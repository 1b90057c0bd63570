"""From what was counted and gathered to the `Digest`: everything in its place and order.

Draws nothing, and reads the dataset again only for the sentences around claims.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from typing import TypeVar

from curator.dataset import Dataset
from curator.models import Agreement, ClaimView, SelfAgreement
from curator.report.activity import Told, tell
from curator.report.dataset import EvidenceOf, Limits, Reader
from curator.report.dates import instant, range_of
from curator.report.digest import (
    Cluster,
    Contradiction,
    Digest,
    Disputed,
    Matrix,
    Part,
    Side,
    Source,
    Speaker,
    Tally,
    Voice,
    Wording,
)
from curator.report.gathering import Gathered, gather, ids_of
from curator.report.passage import passage, shortened
from curator.report.survey import Pair, Survey, survey
from curator.report.wording import Stretch, differing, words_of
from curator.telling import told
from curator.text import folded

Item = TypeVar("Item")

LONGEST = 700
"""Code points of a wording that is shown whole."""


class _Page:
    """Everything gathered, from which the parts of the digest are made."""

    def __init__(self, found: Survey, gathered: Gathered, log: Told, limits: Limits) -> None:
        self._found = found
        self._views = gathered.views
        self._told = log
        self._limits = limits
        self._passages: dict[str, Voice] = {}
        self.listed = self._listed()

    def _listed(self) -> Part[Source]:
        """The articles in the list, numbered by when they were published; claims shown come first."""
        shown = {view.claim.article_id for view in self._views.values()}
        sources = sorted(
            self._found.sources.values(),
            key=lambda source: (source.id not in shown, -self._claims(source.id), source.id),
        )[: self._limits.articles]
        sources.sort(key=_source_by_date)
        numbered = tuple(replace(source, number=number) for number, source in enumerate(sources, 1))
        self._found.sources.update((source.id, source) for source in numbered)
        return Part(numbered, len(self._found.sources))

    def _claims(self, article_id: str) -> int:
        counted = self._found.by_article.get(article_id)
        return counted.total() if counted else 0

    def add_passages(self, reader: Reader, wanted: Iterable[str]) -> None:
        """Read the sentences around the claims `wanted`."""
        by_article: dict[str, list[ClaimView]] = defaultdict(list)
        for claim_id in dict.fromkeys(wanted):
            view = self._views[claim_id]
            if view.claim.grounded:
                by_article[view.claim.article_id].append(view)
        for article in reader.articles("passages"):
            for view in by_article.pop(article.id, ()):
                title = self._found.sources[article.id].title
                around = passage(article.text, view.start, view.end, title)
                self._passages[view.claim.id] = replace(self.voice(view), passage=around)

    def voice(self, view: ClaimView) -> Voice:
        """A claim with where it stands."""
        known = self._passages.get(view.claim.id)
        return known or Voice(view, self._found.sources[view.claim.article_id])

    def voice_of(self, claim_id: str) -> Voice:
        """The claim with this id, which was gathered."""
        return self.voice(self._views[claim_id])

    def clusters(self, chosen: Iterable[str]) -> list[Cluster]:
        """The clusters known by these canonical claims, those that most outlets carry first."""
        made = [self._cluster(canonical_id) for canonical_id in chosen]
        made.sort(key=lambda c: (-len(c.carriers), -c.size, _by_date(c.canonical)))
        return [replace(cluster, number=number) for number, cluster in enumerate(made, 1)]

    def _cluster(self, canonical_id: str) -> Cluster:
        """A cluster with its distinct wordings, the canonical one first and then the most carried."""
        canonical = self._views[canonical_id]
        # where the words are the same, the first to be published stands first
        voices = [canonical, *(self._views[m] for m in self._shown_members(canonical_id))]
        by_words: dict[tuple[str, ...], list[Voice]] = defaultdict(list)
        for view in voices:
            by_words[words_of(told(view))].append(self.voice(view))
        own = words_of(told(canonical))
        alike = sorted(by_words, key=lambda words: (words != own, -len(by_words[words]), words))
        text = shortened(told(canonical), LONGEST)
        wordings = [
            Wording(
                differing(shortened(told(by_words[words][0].view), LONGEST), text)
                if words != own
                else (Stretch(text, False),),
                _cut(sorted(by_words[words], key=_by_date), self._limits.voices),
            )
            for words in alike
        ]
        articles = set(self._articles_of(canonical_id))
        return Cluster(
            0,
            self.voice(canonical),
            _cut(wordings, self._limits.wordings),
            tuple(sorted({self._found.sources[article_id].label for article_id in articles})),
            self._found.size(canonical_id),
            len(articles),
        )

    def _shown_members(self, canonical_id: str) -> list[str]:
        members = self._found.members.get(canonical_id, [])
        return [member.claim_id for member in members[: self._limits.wordings * self._limits.voices]]

    def _articles_of(self, canonical_id: str) -> list[str]:
        members = self._found.members.get(canonical_id, [])
        return [self._views[canonical_id].claim.article_id, *(member.article_id for member in members)]

    def contradiction(
        self, number: int, pair: Pair, clusters: dict[str, int], evidence: EvidenceOf
    ) -> Contradiction:
        """Two claims that cannot both hold, the one published first on the left."""
        relation = self._found.contradictions[pair]
        left, right = sorted((relation.left_id, relation.right_id), key=lambda c: _by_date(self.voice_of(c)))
        return Contradiction(
            number,
            self._side(left, clusters),
            self._side(right, clusters),
            relation,
            tuple(sorted(evidence(left, right), key=lambda e: -abs(e.share))),
            self._told.pairs.get((relation.left_id, relation.right_id), ()),
        )

    def _side(self, claim_id: str, clusters: dict[str, int]) -> Side:
        canonical_id = self._found.cluster_of(claim_id)
        voice = self.voice_of(claim_id)
        others = dict.fromkeys(self._articles_of(canonical_id))
        others.pop(voice.source.id, None)
        also = sorted((self._found.sources[article_id] for article_id in others), key=_source_by_date)
        return Side(voice, tuple(also[: self._limits.voices]), clusters.get(canonical_id, 0))

    def disputed(self, view: ClaimView) -> Disputed:
        """A claim on which reviewers differ, with all that they said."""
        return Disputed(self.voice(view), self._told.decisions.get(view.claim.id, ()))

    def matrix(self, clusters: Iterable[Cluster]) -> Matrix:
        """The outlets that carry most of the clusters, against the clusters that they carry."""
        clusters = list(clusters)
        carried = Counter(label for cluster in clusters for label in cluster.carriers)
        labels = sorted(carried, key=lambda label: (-carried[label], label))[: self._limits.matrix_carriers]
        rows = [cluster for cluster in clusters if not set(labels).isdisjoint(cluster.carriers)]
        shown = rows[: self._limits.matrix_clusters]
        return Matrix(tuple(labels), tuple((cluster, self._carried(cluster, labels)) for cluster in shown))

    def _carried(self, cluster: Cluster, labels: list[str]) -> tuple[int, ...]:
        counts = Counter(
            self._found.sources[article_id].label
            for article_id in self._articles_of(cluster.canonical.view.claim.id)
        )
        return tuple(counts[label] for label in labels)

    def _by_status(self, source: Source) -> dict[str, int]:
        return dict(self._found.by_article.get(source.id, {}))

    def tallies(self) -> Part[tuple[Source, Tally]]:
        """The list of articles with their claims by status."""
        return Part(
            tuple(
                (source, Tally(source.label, bool(source.outlet), 1, self._by_status(source)))
                for source in self.listed.items
            ),
            self.listed.total,
        )


def digest(
    dataset: Dataset,
    reader: Reader,
    *,
    title: str,
    evidence: EvidenceOf,
    agreement: tuple[Agreement, ...],
    self_agreement: tuple[SelfAgreement, ...],
    limits: Limits,
) -> Digest:
    """Read the dataset and choose what its report shows; raises Inconsistent or Stopped."""
    found = survey(dataset, reader)
    pairs = found.chosen_contradictions(limits)
    chosen = found.chosen_clusters(limits)
    gathered = gather(found, reader, pairs, chosen, limits)
    log = tell(dataset, frozenset(gathered.views), limits)
    page = _Page(found, gathered, log, limits)
    of_pairs = [claim_id for pair in pairs for claim_id in ids_of(found, pair)]
    disputed = gathered.disputed.views()
    page.add_passages(reader, [*of_pairs, *(view.claim.id for view in disputed)])
    clusters = page.clusters(chosen)
    numbers = {cluster.canonical.view.claim.id: cluster.number for cluster in clusters}
    contradictions = [page.contradiction(n, pair, numbers, evidence) for n, pair in zip(count(1), pairs)]
    singles = [page.voice(view) for view in gathered.singles.views()]
    outlets = found.outlets()
    dates = [source.published for source in found.sources.values() if instant(source.published)]
    return Digest(
        title=title,
        progress=dataset.progress(),
        contradictions=Part(tuple(contradictions), len(found.contradictions)),
        clusters=Part(tuple(clusters), len(found.members)),
        singles=Part(tuple(singles), gathered.singles.offered),
        speakers=_by_speaker(singles),
        disputed=Part(tuple(map(page.disputed, disputed)), gathered.disputed.offered),
        rejected=Part(tuple(map(page.voice, gathered.rejected.views())), gathered.rejected.offered),
        articles=page.tallies(),
        outlets=Part(tuple(outlets[: limits.outlets]), len(outlets)),
        named_outlets=sum(tally.named for tally in outlets),
        in_outlets=sum(tally.articles for tally in outlets if tally.named),
        matrix=page.matrix(clusters),
        contradicted=_contradicted(pairs),
        relations=dict(found.relations),
        inferred=found.inferred,
        activity=log.activity,
        agreement=agreement,
        self_agreement=self_agreement,
        heads=tuple(dataset.heads()),
        period=range_of(dates),
        dated=len(dates),
    )


def _contradicted(pairs: list[Pair]) -> dict[str, tuple[int, ...]]:
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, pair in enumerate(pairs, 1):
        for canonical_id in pair:
            numbers[canonical_id].append(number)
    return {canonical_id: tuple(found) for canonical_id, found in numbers.items()}


def _by_speaker(voices: list[Voice]) -> tuple[Speaker, ...]:
    """Claims that stand alone, the speaker with most of them first, nobody's last.

    All names of one speaker are together, under the one by which they are known.
    """
    by_name: dict[str, list[Voice]] = defaultdict(list)
    for voice in voices:
        by_name[voice.view.speaker_name or folded(voice.view.speaker)].append(voice)
    names = sorted(by_name, key=lambda name: (name == "", -len(by_name[name]), name))
    return tuple(_speaker(by_name[name]) for name in names)


def _speaker(voices: list[Voice]) -> Speaker:
    spellings = Counter(voice.view.speaker for voice in voices)
    usual = min(spellings, key=lambda name: (-spellings[name], name))
    alike: dict[tuple[str, ...], list[Voice]] = defaultdict(list)
    for voice in sorted(voices, key=_by_date):
        alike[words_of(told(voice.view))].append(voice)
    return Speaker(voices[0].view.speaker_name or usual, tuple(map(tuple, alike.values())))


def _source_by_date(source: Source) -> tuple[str, str, str]:
    return source.published or "9999", source.label, source.id


def _by_date(voice: Voice) -> tuple[str, str, str, int, int]:
    return (*_source_by_date(voice.source), voice.view.start, voice.view.end)


def _cut(items: list[Item], limit: int) -> Part[Item]:
    return Part(tuple(items[:limit]), len(items))
