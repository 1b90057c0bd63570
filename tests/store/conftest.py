"""A small database of invented claims, made once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from invented import database_of

from curator import Workspace


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A database of three articles with three claims each, a candidate between every two, and the ids."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    return path, database_of(path)


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Three articles with three claims each, without candidates."""
    path = tmp_path_factory.mktemp("bare") / "bare.db"
    return path, database_of(path, candidates=False)


@pytest.fixture
def ids(template: tuple[Path, list[str]]) -> list[str]:
    """The ids of the claims, as the articles read."""
    return template[1]


@pytest.fixture
def path(template: tuple[Path, list[str]], tmp_path: Path) -> Path:
    """A fresh copy of the database."""
    copy = tmp_path / "curator.db"
    shutil.copy(template[0], copy)
    return copy


@pytest.fixture
def open_as(path: Path) -> Iterator[Callable[..., Workspace]]:
    """Opens the database as a reviewer; closes whatever was opened."""
    opened: list[Workspace] = []

    def open_(reviewer: str = "ana", **options: object) -> Workspace:
        workspace = Workspace.open(path, reviewer=reviewer, **options)  # type: ignore[arg-type]
        opened.append(workspace)
        return workspace

    yield open_
    for workspace in opened:
        workspace.close()
