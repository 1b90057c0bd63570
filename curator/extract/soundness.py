"""What every extractor's claims are held to, whoever wrote it.

Never mends a claim: one that breaks the contract keeps its article out, with the reason in words.
"""

from __future__ import annotations

from collections.abc import Iterable

from curator.models import KINDS, Article, Claim, CuratorError, id_of


def sound(article: Article, claims: Iterable[Claim], extractor: str) -> list[Claim]:
    """`claims`, each once; raises CuratorError for one that breaks an extractor's contract."""
    found: dict[str, Claim] = {}
    for claim in claims:
        if problem := _unsound(article, claim):
            raise CuratorError(f"extractor {extractor!r} gave a claim {problem}; the article is left out")
        found.setdefault(claim.id, claim)
    return list(found.values())


def _unsound(article: Article, claim: Claim) -> str:
    """What is wrong with a claim, "" for nothing."""
    nowhere = not claim.grounded and claim.start == claim.end == 0
    if not (nowhere or 0 <= claim.start < claim.end <= len(article.text)):
        return f"from {claim.start} to {claim.end} in a text of {len(article.text)}"
    if claim.article_id != article.id or claim.id != id_of(claim):
        return f"at {claim.start} whose id is not that of its place"
    if claim.grounded and claim.text != article.text[claim.start : claim.end]:
        return f"at {claim.start} whose words are not the article's"
    if claim.kind not in KINDS:
        return f"at {claim.start} of the unknown kind {claim.kind!r}"
    return ""
