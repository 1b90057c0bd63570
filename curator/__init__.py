"""Curator: a terminal workbench that turns a pile of news articles into a curated dataset of claims.

The public API is here and nowhere else::

    from curator import Workspace, decisions

    with Workspace.open("curator.db", reviewer="ana") as workspace:
        workspace.add(["seeds/"])
        for view in workspace.claims():
            print(view.status, view.speaker, view.wording)
        workspace.decide(decisions.Confirm(view.claim.id))
        workspace.export("dataset")

Names are loaded on first use, so that importing one part does not pay for the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from curator import models
    from curator.models import (
        Article,
        Candidate,
        Claim,
        ClaimView,
        CuratorError,
        Event,
        Progress,
        Related,
        Speaker,
    )
    from curator.review import decisions
    from curator.workspace import Workspace

__all__ = [
    "Article",
    "Candidate",
    "Claim",
    "ClaimView",
    "CuratorError",
    "Event",
    "Progress",
    "Related",
    "Speaker",
    "Workspace",
    "decisions",
    "models",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module 'curator' has no attribute {name!r}")
    if name == "Workspace":
        return import_module("curator.workspace").Workspace
    if name == "decisions":
        return import_module("curator.review.decisions")
    models = import_module("curator.models")
    return models if name == "models" else getattr(models, name)
