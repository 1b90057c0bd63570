"""What is known of a kind of row: its columns, their types and what they mean, all read from `rows`.

The data package's schema, Croissant's record sets and the README's tables come from here, so that none of
them can disagree with the rows. Never repeats a name, type or description that the row classes have.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from curator.export.rows import Moment, Row

ColumnType = Literal["string", "integer", "number", "boolean", "datetime", "array"]
"""A type of the Table Schema standard; an array is a JSON array in a CSV cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    type: ColumnType
    description: str
    nullable: bool = False
    """Whether a cell may be empty though its type is not a string."""
    words: tuple[str, ...] = ()
    """All the words that may stand in it, where they are few."""


_TYPES: dict[object, ColumnType] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    tuple: "array",
    Literal: "string",
    Moment: "datetime",
}


@cache
def columns(row_type: Any) -> tuple[Column, ...]:
    """The columns of a row type, in order."""
    hints = get_type_hints(row_type, include_extras=True)
    descriptions = _descriptions(row_type)
    found = []
    for name in column_names(row_type):
        hint = hints[name]
        nullable = NoneType in get_args(hint)
        if nullable:
            (hint,) = (part for part in get_args(hint) if part is not NoneType)
        origin = hint if hint in _TYPES else get_origin(hint)
        words = get_args(hint) if origin is Literal else ()
        found.append(Column(name, _TYPES[origin], descriptions[name], nullable, words))
    return tuple(found)


@cache
def column_names(row_type: Any) -> tuple[str, ...]:
    """The names of a row type's columns, in order."""
    return tuple(field.name for field in fields(row_type))


@cache
def title(row_type: Any) -> str:
    """What a row of this type is, in a sentence or two."""
    return " ".join((row_type.__doc__ or "").split())


def row_values(row: Row) -> dict[str, Any]:
    """A row as JSON has it: columns in order, tuples as lists, rows within rows as objects."""
    row_type: Any = type(row)
    names = column_names(row_type)
    values = _getter(row_type)(row)
    return {
        name: [_plain(item) for item in value] if type(value) is tuple else value
        for name, value in zip(names, values, strict=True)
    }


def _plain(item: Any) -> Any:
    return row_values(item) if is_dataclass(item) else item  # type: ignore[arg-type]


@cache
def _getter(row_type: Any) -> attrgetter[tuple[Any, ...]]:
    return attrgetter(*column_names(row_type))


def _descriptions(row_type: Any) -> dict[str, str]:
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(row_type))).body
    assert isinstance(definition, ast.ClassDef)
    found = dict.fromkeys(column_names(row_type), "")
    for field, below in zip(definition.body, definition.body[1:], strict=False):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                found[name] = " ".join(words.split())
    return found
