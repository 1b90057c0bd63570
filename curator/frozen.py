"""`dataclass` for frozen values, at a quarter of the standard library's cost to import.

`@dataclass(frozen=True, slots=True)` compiles seven methods for every class; some forty such classes stand
between the command and the first screen, a tenth of its time. Here only `__init__` is compiled; the other
methods are shared, and the result is the same: a test holds the two against each other.

Whatever this does not know (default factories, inheritance, `__post_init__`, other options) goes to the
standard library. It must never be slower or laxer than that.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls=None, /, **options):
        """The standard library's decorator, made lighter for frozen classes with slots."""

        def decorate(cls):
            if options == {"frozen": True, "slots": True} and _plain(cls):
                return _frozen(cls)
            return dataclasses.dataclass(**options)(cls)

        return decorate if cls is None else decorate(cls)


__all__ = ["dataclass"]


def _plain(cls: type) -> bool:
    """Whether a class has nothing but annotated fields with plain defaults, and methods."""
    own = vars(cls)
    return (
        cls.__bases__ == (object,)
        and "__doc__" in own
        and not {"__post_init__", "__init__", "__eq__", "__hash__", "__repr__"} & own.keys()
        and all(
            "ClassVar" not in str(kind) and "InitVar" not in str(kind)
            for kind in own["__annotations__"].values()
        )
        and not any(isinstance(own.get(name), dataclasses.Field) for name in own["__annotations__"])
        and not any(isinstance(own.get(name), list | dict | set) for name in own["__annotations__"])
    )


def _frozen(cls: type) -> type:
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    fields = made.__dataclass_fields__
    made.__init__ = _init(made, fields)
    values = attrgetter(*fields) if len(fields) > 1 else _one(next(iter(fields), None))

    def __eq__(self: Any, other: Any) -> bool:  # noqa: N807
        if other.__class__ is self.__class__:
            return bool(values(self) == values(other))
        return NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    made.__eq__, made.__hash__ = __eq__, __hash__
    made.__repr__ = _repr
    made.__setattr__, made.__delattr__ = _refuse_set, _refuse_delete
    made.__getstate__, made.__setstate__ = _get_state, _set_state
    parameters = made.__dataclass_params__
    parameters.init = parameters.repr = parameters.eq = parameters.frozen = True
    return made  # type: ignore[no-any-return]


def _one(name: str | None) -> Any:
    if name is None:
        return lambda self: ()
    get = attrgetter(name)
    return lambda self: (get(self),)


def _init(cls: Any, fields: dict[str, dataclasses.Field[Any]]) -> Any:
    """Compile the one method that has to know the fields by name."""
    names: dict[str, Any] = {"_set": object.__setattr__}
    parameters = ["self"]
    for name, field in fields.items():
        if field.default is dataclasses.MISSING:
            parameters.append(name)
        else:
            names[f"_default_{name}"] = field.default
            parameters.append(f"{name}=_default_{name}")
    body = ";".join(f"_set(self,{name!r},{name})" for name in fields) or "pass"
    exec(f"def __init__({','.join(parameters)}):{body}", names)  # noqa: S102 (names of fields, as in the library)
    init = names["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__module__ = cls.__module__
    init.__annotations__ = {name: field.type for name, field in fields.items()} | {"return": None}
    return init


def _repr(self: Any) -> str:
    inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
    return f"{self.__class__.__qualname__}({inside})"


def _refuse_set(self: Any, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _get_state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__dataclass_fields__]


def _set_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__dataclass_fields__, state, strict=True):
        object.__setattr__(self, name, value)
