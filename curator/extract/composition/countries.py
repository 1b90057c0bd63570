"""Countries by all their names: "Turkish", "Ankara" and "Türkiye" are Turkey where they stand for it.

The table is `countries.tsv`; add a name there. Knows names only: whether "Moscow" is the city or the
government in a sentence is for `parties` to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from curator.text import folded


@dataclass(frozen=True, slots=True)
class CountryName:
    """One name for a country, and what sort of name it is."""

    country: str
    sort: str
    """"name", "people" (a people or the adjective), "capital" or "government"."""


@cache
def country_names() -> dict[str, CountryName]:
    """Folded name -> the country it can stand for."""
    table = resources.files("curator.extract.composition").joinpath("countries.tsv").read_text("utf-8")
    names: dict[str, CountryName] = {}
    for line in table.splitlines()[1:]:
        country, peoples, capital, others, government = (*line.split("\t"), "", "", "", "")[:5]
        for sort, forms in (
            ("name", f"{country},{others}"),
            ("people", peoples),
            ("capital", capital),
            ("government", government),
        ):
            for form in filter(None, forms.split(",")):
                names.setdefault(folded(form), CountryName(country, sort))
    return names


@cache
def longest_name() -> int:
    """The number of words in the longest name."""
    return max(name.count(" ") for name in country_names()) + 1
