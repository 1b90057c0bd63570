"""Dataset -> files: every format in one table, one file each.

A format is a module with `write(dataset, folder)`; what it may read is `Dataset`, what it writes into is
`Folder`. The data package is always written, because it is what makes an export whole and accountable; the
others come beside it. Formats of other packages come in through the entry point group `curator.exporters`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from os import PathLike
from pathlib import Path

from curator.dataset import Dataset, Inconsistent
from curator.export.dataset import Watched
from curator.export.staging import Folder, staged
from curator.models import CuratorError
from curator.progress import Cancelled, ProgressCallback, Stopped

__all__ = [
    "DEFAULT_FORMATS",
    "FORMATS",
    "Dataset",
    "Exported",
    "Folder",
    "Format",
    "Inconsistent",
    "Stopped",
    "formats",
    "write",
]

Exporter = Callable[[Dataset, Folder], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One row of the registry."""

    name: str
    """What `--format` takes; of ours also the module's name."""
    words: str
    """What it is for, in one line."""
    entry_point: str = ""
    """"package.module:function" of a format from another package, "" for ours."""

    def exporter(self) -> Exporter:
        """The function that writes it."""
        module, _, function = (self.entry_point or f"curator.export.{self.name}:write").partition(":")
        exporter: Exporter = getattr(import_module(module), function)
        return exporter


FORMATS: tuple[Format, ...] = (
    Format("datapackage", "Frictionless Data Package: CSV, JSON Lines and the log's heads (always written)"),
    Format("croissant", "Croissant 1.0 description of the tables, for dataset catalogues"),
    Format("web_annotation", "W3C Web Annotations: every claim at its place in its article"),
    Format("schema_org", "schema.org Claims with the articles they appear in"),
    Format("prov", "W3C PROV-JSON: who decided what when"),
    Format("nli", "premise and hypothesis pairs: contradiction, neutral (what is merged need not entail)"),
    Format("fever", "claims with the articles that support or refute them, as in FEVER"),
    Format("splink", "clerical labels of same and different claims for Splink"),
    Format("dedupe", "training pairs of same and different claims for dedupe"),
    Format("prodigy", "Prodigy tasks with answers"),
    Format("label_studio", "Label Studio tasks with annotations, and the labelling interface"),
    Format("langextract", "langextract documents with the claims as extractions"),
)
DEFAULT_FORMATS: tuple[str, ...] = ("datapackage",)


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote."""

    folder: Path
    rows: tuple[tuple[str, int], ...]
    """(file name, how many rows it holds), in the order of writing."""


def formats() -> dict[str, Format]:
    """Every format by name: ours, then those of other installed packages (which cannot replace ours)."""
    from importlib.metadata import entry_points

    found = {format.name: format for format in FORMATS}
    for point in sorted(entry_points(group="curator.exporters")):
        found.setdefault(point.name, Format(point.name, f"from {point.module}", point.value))
    return found


def write(
    dataset: Dataset,
    folder: str | PathLike[str],
    *,
    formats: Iterable[str] = DEFAULT_FORMATS,
    force: bool = False,
    progress: ProgressCallback | None = None,
    cancelled: Cancelled | None = None,
) -> Exported:
    """Write the data package and the further `formats` into `folder`, whole or not at all.

    A folder with anything in it but an untouched earlier export is refused; with `force` the files are put
    beside what is there, replacing only those of the same names. Raises CuratorError (Inconsistent where the
    rows do not add up to the database, Stopped when `cancelled()` says so); nothing is changed then.
    """
    exporters = [_format(name).exporter() for name in dict.fromkeys((*DEFAULT_FORMATS, *formats))]
    watched = Watched(dataset, progress=progress, cancelled=cancelled)
    with staged(Path(folder), force=force) as staging:
        for exporter in exporters:
            exporter(watched, staging)
        import_module("curator.export.datapackage").describe(staging)
    return Exported(Path(folder), tuple((file.name, file.rows) for file in staging.files))


def _format(name: str) -> Format:
    known = formats()
    if name not in known:
        raise CuratorError(f"there is no export format {name!r}; there are {', '.join(known)}")
    return known[name]
