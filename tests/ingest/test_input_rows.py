"""Files of many articles: each good row goes in, each bad one says where it is and why not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from inputs import SENTENCE, article, read_bytes, reason

from curator.models import Article, Failure


def told(found: list[Article | Failure]) -> list[str]:
    """The texts of the articles and the reasons of the failures, in order."""
    return [made.text if isinstance(made, Article) else made.reason for made in found]


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def test_a_json_line_gives_its_fields(tmp_path: Path) -> None:
    data = line(
        text=SENTENCE, title="T", publisher="P", published="23 June 2017", url="https://x.org", more=1
    )
    made = article(read_bytes(tmp_path, "a.jsonl", data))
    assert (made.text, made.title, made.publisher) == (SENTENCE, "T", "P")
    assert (made.published, made.url) == ("2017-06-23", "https://x.org")
    assert made.source == f"{tmp_path}/a.jsonl:1"


def test_what_a_row_leaves_empty_is_taken_from_its_text(tmp_path: Path) -> None:
    text = f"Turkey sends troops to Syria\n\n23 June 2017\n\n{SENTENCE}\n\nSource: TRT World"
    made = article(read_bytes(tmp_path, "a.jsonl", line(text=text, title=None)))
    assert (made.title, made.publisher, made.published) == (
        "Turkey sends troops to Syria",
        "TRT World",
        "2017-06-23",
    )


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (b"{bad\n", "line 2: not JSON: "),
        (b"[1, 2]\n", "line 2: not an object with a text field"),
        (line(words="x"), "line 2: no field named text (it holds: words"),
        (line(text=5), "line 2: text is a number, not a text"),
        (line(text="x", title=["a"]), "line 2: title is a list, not a text"),
        (line(text=""), "line 2: there is no text in it"),
        (line(text=" \n "), "line 2: there is only white space in it"),
        (line(text="a\ud800b"), "line 2: the text holds half of a surrogate pair (\\ud800) at position 1"),
        (line(text="x", title="\udc00"), "line 2: the title holds half of a surrogate pair"),
        (line(text="a\0b"), "line 2: the text holds a NUL character at position 1"),
        (b'{"text": "' + b"a" * 2000 + b'"}\n', "line 2: larger than the cap of 1 kB"),
        (b"[" * 900 + b"\n", "line 2: not JSON"),
        (b'{"text": ' + b"1" * 900 + b"}\n", "line 2: text is a number"),
        (b"\x80\x81\xfe\xff\n", "line 2: "),
    ],
)
def test_a_bad_json_line_is_a_failure_with_its_number_and_the_others_go_in(
    bad: bytes, words: str, tmp_path: Path
) -> None:
    found = told(read_bytes(tmp_path, "a.jsonl", line(text="one") + bad + line(text="three"), max_bytes=1000))
    assert found[0] == "one"
    assert found[1].startswith(words)
    assert found[2:] == ["three"]


def test_json_nested_beyond_all_measure_or_with_endless_numbers_is_a_failure(tmp_path: Path) -> None:
    data = b"[" * 100_000 + b"\n" + b'{"text":' + b"1" * 5_000 + b"}\n" + line(text="last")
    found = told(read_bytes(tmp_path, "a.jsonl", data))
    assert "nested too deeply" in found[0]
    assert "a number with thousands of digits" in found[1]
    assert found[2] == "last"


def test_a_line_in_another_encoding_does_not_harm_the_others(tmp_path: Path) -> None:
    odd = '{"text": "Le porte-parole a déclaré que les forces seraient déployées à Idlib."}\n'.encode(
        "cp1252"
    )
    found = told(
        read_bytes(tmp_path, "a.jsonl", '{"text": "Kalın"}\n'.encode() * 2000 + odd + line(text="end"))
    )
    assert found[0] == "Kalın"
    assert found[-2:] == ["Le porte-parole a déclaré que les forces seraient déployées à Idlib.", "end"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_row_files_may_have_a_byte_order_mark(encoding: str, tmp_path: Path) -> None:
    text = '{"text": "Kalın"}\n{"text": "two"}\n'
    assert told(read_bytes(tmp_path, "a.jsonl", text.encode(encoding))) == ["Kalın", "two"]
    assert told(read_bytes(tmp_path, "a.csv", "text\r\nKalın\r\n".encode(encoding))) == ["Kalın"]


def test_a_json_lines_file_may_be_larger_than_the_cap_of_one_article(tmp_path: Path) -> None:
    assert len(read_bytes(tmp_path, "a.jsonl", line(text=SENTENCE) * 100, max_bytes=500)) == 100


def test_a_json_file_holds_one_article_or_an_array_of_them(tmp_path: Path) -> None:
    row = {"text": SENTENCE, "title": "T", "length": 3}
    assert article(read_bytes(tmp_path, "a.json", json.dumps(row, indent=2).encode())).title == "T"
    array = [row, {"text": 5}, "x", {"words": "y"}, {"text": "last"}]
    assert told(read_bytes(tmp_path, "a.json", json.dumps(array).encode())) == [
        SENTENCE,
        "article 2: text is a number, not a text",
        "article 3: not an object with a text field",
        "article 4: no field named text (it holds: words; known: text, title, publisher, published, url)",
        "last",
    ]


@pytest.mark.parametrize("called", ["body", "content", "Body", "articleBody", "full_text"])
def test_an_article_s_text_goes_by_its_usual_names_too(called: str, tmp_path: Path) -> None:
    row = {called: SENTENCE, "headline": "T", "date": "2017-06-23", "link": "https://x.org", "outlet": "P"}
    for name, data in (
        ("a.json", json.dumps(row)),
        ("a.jsonl", json.dumps(row)),
        ("a.csv", ",".join(row) + '\n"' + '","'.join(row.values()) + '"\n'),
    ):
        made = article(read_bytes(tmp_path, name, data.encode()))
        assert (made.text, made.title, made.published) == (SENTENCE, "T", "2017-06-23")
        assert (made.publisher, made.url) == ("P", "https://x.org")


def test_a_field_s_own_name_goes_before_its_others_which_are_taken_only_as_texts(tmp_path: Path) -> None:
    row = {"content": "other", "text": SENTENCE, "body": "other", "date": 1498176000, "link": ["x"]}
    made = article(read_bytes(tmp_path, "a.json", json.dumps(row).encode()))
    assert (made.text, made.published, made.url) == (SENTENCE, "", "")
    assert reason(read_bytes(tmp_path, "a.json", b'{"body": 5}')).endswith("body is a number, not a text")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"[]", "the array in it is empty"),
        (b'{"text": "a"}\n{"text": "b"}\n', "name such a file .jsonl"),
        (b'[{"text": "a"},\n{"text": }]', "not JSON: Expecting value at line 2, column 10"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_a_json_file_that_cannot_be_understood_says_why(data: bytes, words: str, tmp_path: Path) -> None:
    assert words in reason(read_bytes(tmp_path, "a.json", data))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_csv_file_gives_its_columns_whatever_separates_them(separator: str, tmp_path: Path) -> None:
    rows = [
        ["Title", " TEXT ", "published", "Publisher", "url", "more"],
        ["T", '"Kalın said, ""so""; and | left\r\nat\tonce"', "2017-06-23", "P", "https://x.org", "1"],
    ]
    data = "\r\n".join(separator.join(row) for row in rows).encode()
    made = article(read_bytes(tmp_path, "a.csv", data))
    assert made.text == 'Kalın said, "so"; and | left\r\nat\tonce'
    assert (made.title, made.published, made.publisher, made.url) == ("T", "2017-06-23", "P", "https://x.org")


def test_a_short_csv_row_is_filled_and_a_blank_one_passed_over(tmp_path: Path) -> None:
    assert told(read_bytes(tmp_path, "a.csv", b"text,title\none\n\n,\ntwo,T\n")) == ["one", "two"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"id,words\n1,x\n", "line 1: no column is named text (it reads: id,words)"),
        (b"id,body,Body\n1,x,y\n", "line 1: two columns are named body"),
        (b"text,Text\nx,y\n", "line 1: two columns are named text"),
        (b"text,url,url\nx,y,z\n", "line 1: two columns are named url"),
        (b"text,title\n", "there are no rows under the column names"),
        (b"text\na\0b\n", "line 2: the text holds a NUL character"),
        (b"text,title\na,b,c\n", "line 2: 3 fields under 2 column names"),
        (
            b'text\n"she said "no" to it"\n',
            "line 2: a quote mark inside a quoted field must be doubled; the rest",
        ),
        (b'text\n"never closed\nfoo\n', "line 2: a quote mark is opened and never closed; the rest"),
        (b"text\n" + b"a" * 1500, "line 2: larger than the cap of 1 kB"),
        (b'text\n"' + b"a\n" * 800, "line 2: the row is larger than the cap of 1 kB"),
    ],
)
def test_a_csv_file_that_cannot_be_understood_says_where_and_why(
    data: bytes, words: str, tmp_path: Path
) -> None:
    assert reason(read_bytes(tmp_path, "a.csv", data, max_bytes=1000)).startswith(words)


def test_the_rows_before_a_broken_quote_go_in_and_those_after_are_not_guessed(tmp_path: Path) -> None:
    found = told(read_bytes(tmp_path, "a.csv", b'text\none\n"two "x"\nthree\n'))
    assert found[0] == "one"
    assert found[1].startswith("line 3: ")
    assert len(found) == 2


def test_a_field_beyond_the_csv_modules_own_limit_goes_in(tmp_path: Path) -> None:
    assert len(article(read_bytes(tmp_path, "a.csv", b"text\n" + b"a" * 300_000 + b"\n")).text) == 300_000


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_row_files_in_utf16_without_a_mark_are_read_and_binary_ones_refused_once(
    name: str, tmp_path: Path
) -> None:
    text = {"a.jsonl": '{"text": "Kalin said so"}\n' * 3, "a.csv": "text\nKalin said so\n"}[name]
    assert told(read_bytes(tmp_path, name, text.encode("utf-16-le")))[0] == "Kalin said so"
    assert "binary data" in reason(read_bytes(tmp_path, name, b"\x7f\x00\x00\n" * 500))
