"""The one façade over store and stages: the screen, the command line and notebooks use nothing else.

Every method is a sentence of the product. Reading is cheap and never grows with the number of claims;
what is long (add, match, export) takes `progress` and `cancelled` and is safe to run in a thread with a
workspace of its own. Holds no SQL, no scoring and no drawing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from curator.models import Refused
from curator.store import ArticleSummary, Gone
from curator.workspace.deciding import Deciding
from curator.workspace.figures import Figures
from curator.workspace.filling import Filling
from curator.workspace.guarding import Guarding
from curator.workspace.handing_on import HandingOn
from curator.workspace.keeping import Keeping
from curator.workspace.learning import Learning
from curator.workspace.looking_back import LookingBack
from curator.workspace.outcomes import AddReport, ExportReport, Outcome, PageReport
from curator.workspace.reading import Reading
from curator.workspace.speakers import Speakers

if TYPE_CHECKING:
    from curator.store.past import Past
    from curator.store.verifying import Finding, VerifyReport

__all__ = [
    "AddReport",
    "ArticleSummary",
    "ExportReport",
    "Finding",
    "Gone",
    "Outcome",
    "PageReport",
    "Past",
    "Refused",
    "VerifyReport",
    "Workspace",
]


class Workspace(
    Guarding, Filling, Learning, Reading, Speakers, Figures, Deciding, Keeping, LookingBack, HandingOn
):
    """One review database and one reviewer.

    Errors meant for people are `CuratorError`: their text is one line. A workspace belongs to the thread
    that opened it; what is long gets one of its own.
    """


def __getattr__(name: str) -> Any:
    """What only verifying or looking back needs."""
    if name in ("Finding", "VerifyReport"):
        from curator.store import verifying

        return getattr(verifying, name)
    if name == "Past":
        from curator.store.past import Past

        return Past
    raise AttributeError(f"module 'curator.workspace' has no attribute {name!r}")
