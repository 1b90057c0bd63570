"""`dataclass` for frozen values, at a tenth of the standard library's cost to import.

`@dataclass(frozen=True, slots=True)` compiles seven methods for every class and looks at each of its fields;
some forty such classes stand between the command and the first screen, a tenth of its time. Here only
`__init__` is compiled, and that, like what the library tells of the fields, when it is first asked for, which
for most classes is later; the other methods are shared. The result is the same: a test holds the two against
each other.

Whatever this does not know (inheritance, `__post_init__`, other options of a class or a field) goes to the
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


@dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)
class _Pattern:
    """From which it is learned how the standard library marks its classes and fields."""

    field: int = 0


_PARAMETERS: Any = _Pattern.__dataclass_params__  # type: ignore[attr-defined]
_PARAMETERS.init = _PARAMETERS.repr = _PARAMETERS.eq = _PARAMETERS.frozen = True
_OF_A_FIELD: Any = dataclasses.fields(_Pattern)[0]


def _plain(cls: type) -> bool:
    """Whether a class has nothing but annotated fields with plain defaults, and methods."""
    own = vars(cls)
    return (
        cls.__bases__ == (object,)
        and "__doc__" in own
        and not {"__post_init__", "__init__", "__eq__", "__hash__", "__repr__"} & own.keys()
        and all(
            "ClassVar" not in str(kind) and "InitVar" not in str(kind) and "KW_ONLY" not in str(kind)
            for kind in own["__annotations__"].values()
        )
        and all(_is_known(own[name]) for name in own["__annotations__"] if name in own)
    )


def _is_known(default: object) -> bool:
    """Whether a default is a value that cannot change, or no more is said of a field than how it is made."""
    if not isinstance(default, dataclasses.Field):
        return type(default).__hash__ is not None
    alone: Any = dataclasses.field(default_factory=list)
    said = ("default", "init", "repr", "hash", "compare", "metadata", "kw_only")
    return all(getattr(default, name) == getattr(alone, name) for name in said)


class _Later:
    """Stands for an attribute of a class until that is first asked for."""

    def __set_name__(self, owner: Any, name: str) -> None:
        self._owner, self._name = owner, name

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        made = self._made(self._owner)
        setattr(self._owner, self._name, made)
        return made if instance is None or not hasattr(made, "__get__") else made.__get__(instance, owner)

    def _made(self, owner: Any) -> Any:
        raise NotImplementedError


class _Init(_Later):
    """The one method that has to know the fields by name."""

    def _made(self, owner: Any) -> Any:
        return _init(owner, owner.__dataclass_fields__)


class _Fields(_Later):
    """What the standard library tells of a class."""

    def __init__(self, annotations: dict[str, Any], defaults: dict[str, Any]) -> None:
        self._annotations, self._defaults = annotations, defaults

    def _made(self, owner: Any) -> dict[str, dataclasses.Field[Any]]:
        return {name: self._field(name, kind) for name, kind in self._annotations.items()}

    def _field(self, name: str, kind: Any) -> dataclasses.Field[Any]:
        given = self._defaults.get(name, dataclasses.MISSING)
        field: Any = given if isinstance(given, dataclasses.Field) else dataclasses.field(default=given)
        field.name, field.type = name, kind
        field._field_type, field.kw_only = _OF_A_FIELD._field_type, False
        return field  # type: ignore[no-any-return]


def _frozen(cls: type) -> type:
    own = dict(vars(cls))
    names = tuple(own["__annotations__"])
    defaults = {name: own.pop(name) for name in names if name in own}
    for name in ("__dict__", "__weakref__"):  # of the class that was made without slots
        own.pop(name, None)
    values = attrgetter(*names) if len(names) > 1 else _one(*names)

    def __eq__(self: Any, other: Any) -> bool:  # noqa: N807
        if other.__class__ is self.__class__:
            return bool(values(self) == values(other))
        return NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    own |= {
        "__slots__": names,
        "__match_args__": names,
        "__dataclass_params__": _PARAMETERS,
        "__dataclass_fields__": _Fields(own["__annotations__"], defaults),
        "__init__": _Init(),
        "__eq__": __eq__,
        "__hash__": __hash__,
        "__repr__": _repr,
        "__setattr__": _refuse_set,
        "__delattr__": _refuse_delete,
        "__getstate__": _get_state,
        "__setstate__": _set_state,
        "__qualname__": cls.__qualname__,
    }
    return type(cls)(cls.__name__, cls.__bases__, own)


def _one(name: str | None = None) -> Any:
    if name is None:
        return lambda self: ()
    get = attrgetter(name)
    return lambda self: (get(self),)


class _Made:
    """Stands in a signature for a default that is made afresh."""

    def __repr__(self) -> str:
        return "<factory>"


def _init(cls: Any, fields: dict[str, dataclasses.Field[Any]]) -> Any:
    names: dict[str, Any] = {"_set": object.__setattr__, "_made": (made := _Made())}
    parameters, body = ["self"], ""
    for name, field in fields.items():
        if field.default_factory is not dataclasses.MISSING:
            names[f"_make_{name}"], names[f"_default_{name}"] = field.default_factory, made
            parameters.append(f"{name}=_default_{name}")
            body += f"_set(self,{name!r},_make_{name}() if {name} is _made else {name});"
            continue
        body += f"_set(self,{name!r},{name});"
        if field.default is dataclasses.MISSING:
            parameters.append(name)
        else:
            names[f"_default_{name}"] = field.default
            parameters.append(f"{name}=_default_{name}")
    exec(f"def __init__({','.join(parameters)}):{body or 'pass'}", names)  # noqa: S102 (names of fields, as in the library)
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
