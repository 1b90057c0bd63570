"""Dataset -> one page for people: who says what, what contradicts what, who decided it.

`write` makes one self-contained HTML file that needs no network and no script to be read. The way is
dataset -> survey (counts and choice) -> gathering (what is shown) -> composing (a `Digest` of frozen values)
-> page (markup). Never decides anything, and never says that a confirmed claim is true.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from curator.dataset import Dataset, Inconsistent
from curator.progress import Cancelled, ProgressCallback, Stopped
from curator.report.dataset import EvidenceOf, Limits, Reader

if TYPE_CHECKING:
    from curator.models import Agreement, Evidence, SelfAgreement
    from curator.report.digest import Part

__all__ = ["Dataset", "Inconsistent", "Limits", "Stopped", "Written", "write"]

TITLE = "Who says what, and who says otherwise"


@dataclass(frozen=True, slots=True)
class Written:
    """What was written."""

    path: Path
    bytes: int
    left_out: tuple[tuple[str, int], ...]
    """(what, how many) of what is too much for one page and stands in the exported dataset alone."""


def _no_evidence(left_id: str, right_id: str) -> tuple[Evidence, ...]:
    return ()


def write(
    dataset: Dataset,
    path: str | PathLike[str],
    *,
    title: str = TITLE,
    evidence: EvidenceOf = _no_evidence,
    agreement: Iterable[Agreement] = (),
    self_agreement: Iterable[SelfAgreement] = (),
    limits: Limits | None = None,
    force: bool = False,
    progress: ProgressCallback | None = None,
    cancelled: Cancelled | None = None,
) -> Written:
    """Write the report of `dataset` to `path`, whole or not at all.

    `evidence` is asked for each contradiction that is shown. A file that is no earlier report is only
    replaced with `force`. Raises CuratorError (Inconsistent where the claims do not add up to the counts,
    Stopped when `cancelled()` says so); nothing is changed then.
    """
    from curator.report.composing import digest
    from curator.report.page import page
    from curator.report.placing import check, place

    target = Path(path)
    check(target, force=force)
    made = digest(
        dataset,
        Reader(dataset, progress, cancelled),
        title=title,
        evidence=evidence,
        agreement=tuple(agreement),
        self_agreement=tuple(self_agreement),
        limits=limits or Limits(),
    )
    parts: dict[str, Part[object]] = {
        "contradictions": made.contradictions,
        "clusters": made.clusters,
        "confirmed claims that stand alone": made.singles,
        "disputed claims": made.disputed,
        "rejected claims": made.rejected,
        "articles": made.articles,
    }
    left_out = tuple((name, part.left_out) for name, part in parts.items() if part.left_out)
    return Written(target, place(page(made), target, force=force), left_out)
