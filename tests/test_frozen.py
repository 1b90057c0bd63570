"""The light `dataclass` against the standard library's: nobody can tell them apart."""

import copy
import dataclasses
import inspect
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator import models
from curator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Light:
    """A value."""

    name: str
    count: int = 0
    parts: tuple[int, ...] = ()

    @property
    def twice(self) -> int:
        return self.count * 2


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """A value."""

    name: str
    count: int = 0
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Single:
    """One field."""

    name: str


@dataclass(frozen=True, slots=True)
class Factory:
    """A default that is made afresh."""

    names: list[str] = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True, slots=True)
class StandardFactory:
    """A default that is made afresh."""

    names: list[str] = dataclasses.field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Quiet:
    """A field that is not like others."""

    name: str
    count: int = dataclasses.field(repr=False, compare=False)


values = st.tuples(st.text(), st.integers(), st.tuples(st.integers()))


@given(values, values)
def test_equality_and_hash_are_those_of_the_fields(left: Any, right: Any) -> None:
    assert (Light(*left) == Light(*right)) == (Standard(*left) == Standard(*right))
    assert hash(Light(*left)) == hash(Standard(*left))
    assert Light(*left) != Standard(*left)


@given(values)
def test_it_reads_the_same_when_printed(value: Any) -> None:
    assert repr(Light(*value)).replace("Light", "") == repr(Standard(*value)).replace("Standard", "")


@given(values)
def test_it_can_be_copied_pickled_replaced_and_taken_apart(value: Any) -> None:
    light = Light(*value)
    assert pickle.loads(pickle.dumps(light)) == copy.deepcopy(light) == light
    assert dataclasses.replace(light, count=1) == Light(light.name, 1, light.parts)
    assert dataclasses.asdict(light) == dataclasses.asdict(Standard(*value))


def test_it_cannot_be_changed() -> None:
    light = Light("a")
    for change in (
        lambda: setattr(light, "name", "b"),
        lambda: delattr(light, "name"),
        lambda: setattr(light, "x", 1),
    ):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    assert not hasattr(light, "__dict__")


def test_wrong_arguments_are_refused_as_ever() -> None:
    with pytest.raises(TypeError):
        Light()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Light("a", colour=1)  # type: ignore[call-arg]


def test_its_signature_and_fields_can_be_asked_for() -> None:
    assert str(inspect.signature(Light)) == str(inspect.signature(Standard))
    assert [f.name for f in dataclasses.fields(Light)] == ["name", "count", "parts"]
    assert Light.__match_args__ == Standard.__match_args__
    assert Light("a", 2).twice == 4


def test_one_field_compares_and_hashes() -> None:
    assert Single("a") == Single("a")
    assert len({Single("a"), Single("a"), Single("b")}) == 2


def test_a_default_that_is_made_is_made_afresh_each_time() -> None:
    assert Factory().names == []
    assert Factory().names is not Factory().names
    assert Factory(["a"]).names == ["a"]
    assert str(inspect.signature(Factory)) == str(inspect.signature(StandardFactory))


def test_what_it_does_not_know_is_left_to_the_standard_library() -> None:
    assert repr(Quiet("a", 1)) == "Quiet(name='a')"
    assert Quiet("a", 1) == Quiet("a", 2)


def test_it_is_made_as_ever_whether_or_not_one_was_made_before() -> None:
    @dataclass(frozen=True, slots=True)
    class Fresh:
        """Of which none was made yet."""

        name: str = "a"

    assert list(inspect.signature(Fresh).parameters) == ["name"]
    assert [Fresh(), Fresh("b")] == [Fresh("a"), Fresh(name="b")]


@pytest.mark.parametrize(
    "model", [m for m in vars(models).values() if dataclasses.is_dataclass(m)], ids=lambda m: m.__name__
)
def test_every_model_is_frozen_and_pydantic_knows_its_fields(model: Any) -> None:
    assert model.__dataclass_params__.frozen
    assert set(models.schema(model)["properties"]) == {f.name for f in dataclasses.fields(model)}
