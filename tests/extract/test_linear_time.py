"""No text makes extraction slow: time grows with the length of a text and with nothing else."""

import time

import pytest

from curator.extract.attribution import attributed
from curator.models import Article

LENGTH = 60_000
"""Code points; anything quadratic takes a minute at this length."""
SECONDS = 5.0

HOSTILE = {
    "double marks": '"',
    "opening marks": "“",
    "apostrophes": "'",
    "plural possessives": "x' ",
    "one word": "said ",
    "commas": ",",
    "words and commas": "a, ",
    "one giant sentence": "the minister said that the plan would fail and ",
    "unclosed quotations": "“A b c d. ",
    "unclosed paragraphs": "“Abc def.\n\n",
    "brackets": "(",
    "spaces": " ",
    "line breaks": "\n",
    "full stops": ".",
    "letters and full stops": "a.",
    "sources": "according to ",
    "names": "John Smith ",
    "one long word": "JohnSmith",
    "complementizers": "that ",
    "relative clauses": "Kalin, who said ",
    "participles": "saying ",
    "prepositions": "of the ",
    "colons": "He said: ",
    "dashes": "- ",
    "nested quotations": "“He said ‘no’ to “her” and ‘left”, ",
    "numbers": "1,",
    "addresses": "http://",
    "short quotations": "“No one knows,” he said. ",
    "combining marks": "e\u0301",
    "dotted capitals": "İ said ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_takes_seconds_at_most(unit: str) -> None:
    text = (unit * (LENGTH // len(unit) + 1))[:LENGTH]
    begun = time.process_time()
    attributed(Article("hostile", text))
    assert time.process_time() - begun < SECONDS


def test_many_people_of_one_name_take_seconds_at_most() -> None:
    text = " ".join(f"Aaa{number} Smith said the Bbb{number} plan was ready." for number in range(1_500))
    begun = time.process_time()
    assert len(attributed(Article("hostile", text))) == 1_500
    assert time.process_time() - begun < SECONDS
