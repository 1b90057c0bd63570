"""The first way through a dataset: what is counted of all of it, and what of it goes on the page.

Keeps a few numbers for each article and one entry for each merged claim, never a claim's text: a million
claims that nobody has decided cost nothing here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from curator.dataset import Dataset, Inconsistent
from curator.models import STATUSES, Article, ClaimView, Progress, Relation
from curator.report.dataset import Limits, Reader
from curator.report.digest import Source, Tally
from curator.report.markup import address
from curator.report.passage import shortened
from curator.titles import headline, says_something

Pair = tuple[str, str]

_LABEL = 60
"""Code points of a title by which an article is cited."""


@dataclass(frozen=True, slots=True)
class Member:
    """A merged claim and where it stands."""

    claim_id: str
    article_id: str


@dataclass(slots=True)
class Survey:
    """What the whole dataset comes to."""

    sources: dict[str, Source] = field(default_factory=dict)
    """Every article by id, without its text."""
    by_article: dict[str, Counter[str]] = field(default_factory=dict)
    """How many claims of which status, for articles that have any."""
    canonical: dict[str, str] = field(default_factory=dict)
    """Of each merged claim, the claim it is merged into."""
    members: dict[str, list[Member]] = field(default_factory=lambda: defaultdict(list))
    """Of each cluster, by its canonical claim, the merged claims, in the order of the dataset."""
    contradictions: dict[Pair, Relation] = field(default_factory=dict)
    """For two clusters that contradict each other, by their canonical claims, the relation that says so."""
    relations: Counter[str] = field(default_factory=Counter)
    """Pairs decided by a reviewer, by relation."""
    inferred: int = 0

    def cluster_of(self, claim_id: str) -> str:
        """The canonical claim that a claim is known by."""
        return self.canonical.get(claim_id, claim_id)

    def size(self, canonical_id: str) -> int:
        """How many claims a cluster has."""
        return 1 + len(self.members.get(canonical_id, ()))

    def chosen_contradictions(self, limits: Limits) -> list[Pair]:
        """The pairs of clusters to show: those that most claims speak for, then the first decided."""

        def rank(pair: Pair) -> tuple[int, str, Pair]:
            relation = self.contradictions[pair]
            return -self.size(pair[0]) - self.size(pair[1]), relation.decided_at, pair

        return sorted(self.contradictions, key=rank)[: limits.contradictions]

    def chosen_clusters(self, limits: Limits) -> list[str]:
        """The canonical claims of the clusters to show: those carried by most outlets, then the largest."""

        def rank(canonical_id: str) -> tuple[int, int, str]:
            members = self.members[canonical_id]
            carriers = {self.sources[member.article_id].label for member in members}
            return -len(carriers), -len(members), canonical_id

        return sorted(self.members, key=rank)[: limits.clusters]

    def outlets(self) -> list[Tally]:
        """Every outlet (or article that names none) with its claims by status, most claims first."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        articles = Counter(source.label for source in self.sources.values())
        named = {source.outlet for source in self.sources.values()}
        for article_id, counted in self.by_article.items():
            counts[self.sources[article_id].label].update(counted)
        names = sorted(articles, key=lambda name: (-counts[name].total(), name))
        return [Tally(name, name in named, articles[name], dict(counts[name])) for name in names]


def survey(dataset: Dataset, reader: Reader) -> Survey:
    """Read every article, claim and relation once; raises Inconsistent where they do not add up."""
    found = Survey()
    for article in reader.articles("articles"):
        found.sources[article.id] = _source(article)
    statuses: Counter[str] = Counter()
    for view in reader.claims("counting claims"):
        statuses[view.status] += 1
        _count(found, view)
    _check(statuses, len(found.sources), dataset.progress())
    for relation in dataset.relations():
        if relation.source == "inferred":
            found.inferred += 1
        else:
            found.relations[relation.relation] += 1
        if relation.relation == "contradicts":
            _note(found, relation)
    return found


def _source(article: Article) -> Source:
    outlet = article.publisher.strip() or _site(article.url)
    file = article.source.replace("\\", "/").rstrip("/").rpartition("/")[2]
    title = headline(article.title) if says_something(article.title) else ""
    opening = "" if title else headline(article.title, article.text)
    label = outlet or shortened(title, _LABEL) or opening or file or article.id[:12]
    return Source(article.id, title, outlet, label, article.published, article.url, opening=opening)


def _site(url: str) -> str:
    """The site that an address is on, without "www."."""
    return (urlsplit(url).hostname or "").removeprefix("www.") if address(url) else ""


def _count(found: Survey, view: ClaimView) -> None:
    claim = view.claim
    if claim.article_id not in found.sources:
        raise Inconsistent(f"a claim belongs to the article {claim.article_id}, which is not there")
    found.by_article.setdefault(claim.article_id, Counter())[view.status] += 1
    if view.canonical_id not in ("", claim.id):
        found.canonical[claim.id] = view.canonical_id
        found.members[view.canonical_id].append(Member(claim.id, claim.article_id))


def _check(statuses: Mapping[str, int], articles: int, expected: Progress) -> None:
    if articles != expected.articles:
        raise Inconsistent(f"{articles} articles where the database counts {expected.articles}")
    for status in STATUSES:
        counted = statuses.get(status, 0)
        if counted != getattr(expected, status):
            raise Inconsistent(f"{counted} {status} where the database counts {getattr(expected, status)}")
    if unknown := statuses.keys() - set(STATUSES):
        raise Inconsistent(f"a claim has the status {min(unknown)!r}")


def _note(found: Survey, relation: Relation) -> None:
    """Keep one relation for two clusters: what was decided rather than what follows, the first decided."""
    left, right = sorted((found.cluster_of(relation.left_id), found.cluster_of(relation.right_id)))
    known = found.contradictions.get((left, right))
    if known is None or _precedence(relation) < _precedence(known):
        found.contradictions[left, right] = relation


def _precedence(relation: Relation) -> tuple[bool, str, str, str]:
    return relation.source != "decided", relation.decided_at, relation.left_id, relation.right_id
