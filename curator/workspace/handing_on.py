"""What leaves the database whole: exports, the page for people, a frozen dataset; and the check of it all.

Nothing here changes the database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from os import PathLike
from typing import TYPE_CHECKING

from curator.progress import Cancelled, ProgressCallback
from curator.workspace.opened import Opened
from curator.workspace.outcomes import ExportReport, PageReport

if TYPE_CHECKING:
    from curator.store.dataset import Snapshot
    from curator.store.verifying import VerifyReport


class HandingOn(Opened):
    """What others get."""

    def export(
        self,
        folder: str | PathLike[str],
        *,
        force: bool = False,
        formats: Iterable[str] = (),
        progress: ProgressCallback | None = None,
        cancelled: Cancelled | None = None,
    ) -> ExportReport:
        """Write the dataset into `folder`, whole or not at all; `formats` besides the data package."""
        from curator.export import write
        from curator.store.dataset import frozen

        with frozen(self._store.database, self.reviewer) as dataset:
            exported = write(
                dataset,
                folder,
                formats=tuple(formats),
                force=force,
                progress=progress,
                cancelled=cancelled,
            )
        return ExportReport(exported.folder, exported.rows)

    def report(
        self,
        path: str | PathLike[str],
        *,
        title: str = "",
        force: bool = False,
        progress: ProgressCallback | None = None,
        cancelled: Cancelled | None = None,
    ) -> PageReport:
        """Write one self-contained HTML page for people, whole or not at all.

        A file that is no earlier report is only replaced with `force`.
        """
        from curator.report import TITLE, write
        from curator.review.agreement import agreements
        from curator.review.repetition import self_agreements
        from curator.store.dataset import frozen

        with frozen(self._store.database, self.reviewer) as dataset:
            written = write(
                dataset,
                path,
                title=title or TITLE,
                evidence=dataset.evidence,
                agreement=agreements(dataset.verdict_pairs()),
                self_agreement=self_agreements(dataset.answers()),
                force=force,
                progress=progress,
                cancelled=cancelled,
            )
        return PageReport(written.path, written.bytes, written.left_out)

    @contextmanager
    def dataset(self) -> Iterator[Snapshot]:
        """One unchanging state of everything, for reports and exporters of your own."""
        from curator.store.dataset import frozen

        with frozen(self._store.database, self.reviewer) as dataset:
            yield dataset

    def verify(
        self, against: str | PathLike[str] | None = None, *, progress: ProgressCallback | None = None
    ) -> VerifyReport:
        """Check the whole file on a copy; `against`: the heads.json (or folder) of an earlier export."""
        from curator.store.verifying import verify

        return verify(self._store.database, against, progress or (lambda what, done, total: None))

    def resolve(self, prefix: str, among: str = "claim") -> str:
        """The one full id of a "claim", "article" or "event" that starts with `prefix`, as in git."""
        return self._store.state.resolve(prefix, among)
