"""What a reviewer is guarded against: as the settings say, unless the command line says otherwise.

Must never import Textual: commands without a screen ask too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.review.blind import Guards

if TYPE_CHECKING:
    from curator.settings import Settings


def chosen(settings: Settings, blind: bool | None = None, repeat: float | None = None) -> Guards:
    """The guards of a sitting; `repeat` in percent, None for what the settings say."""
    percent = settings.repeat if repeat is None else repeat
    return Guards(settings.blind if blind is None else blind, percent / 100, settings.pace)
