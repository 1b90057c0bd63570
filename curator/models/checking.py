"""Checks what comes in from outside against a model, and tells its JSON schema; pydantic is loaded then.

Never used for values that Curator makes itself.
"""

from __future__ import annotations

from typing import Any, TypeVar

Model = TypeVar("Model")

_adapters: dict[Any, Any] = {}


def _adapter(model: Any) -> Any:
    if model not in _adapters:
        from pydantic import TypeAdapter

        _adapters[model] = TypeAdapter(model)
    return _adapters[model]


def checked(model: type[Model], data: object) -> Model:
    """The outside `data` as a `model`; raises pydantic.ValidationError, never returns a half-made value."""
    result: Model = _adapter(model).validate_python(data)
    return result


def schema(model: type[Any]) -> dict[str, Any]:
    """The JSON schema of a model, for documentation and for language models."""
    result: dict[str, Any] = _adapter(model).json_schema()
    return result
