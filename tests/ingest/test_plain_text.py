"""Text goes in as it was written: every character, in whatever encoding it came."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from inputs import article, read_bytes, reason

from curator.ingest.decoding import decoded

RUSSIAN = "Президент России заявил, что решение ещё не принято. Переговоры продолжаются."
TURKISH = "Türkiye Cumhurbaşkanlığı Sözcüsü İbrahim Kalın, askerlerin konuşlandırılacağını söyledi."
JAPANESE = "大統領は、決定はまだないと述べた。交渉は始まっている。"


@pytest.mark.parametrize(
    "text",
    [
        "one\r\ntwo\r\n\r\nthree\n",
        "old\rMac\rlines",
        "İstanbul ve Kalın",
        "e\u0301 combining and é composed",
        "\u2028 separators \u0085 and \x0b\x0c",
        "emoji 👩‍🚀 and flags 🇹🇷",
        "\u200bzero width\u202eand bidi\u202c \x1b[31mred\x1b[0m",
        "  leading and trailing  \n\n",
    ],
)
def test_no_character_is_changed(text: str, tmp_path: Path) -> None:
    assert article(read_bytes(tmp_path, "a.txt", text.encode())).text == text


@given(
    text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda t: not t.isspace())
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_in_utf8_comes_back_code_point_for_code_point(text: str, tmp_path: Path) -> None:
    expected = text.removeprefix("\ufeff")
    if expected and not expected.isspace():
        made = read_bytes(tmp_path, "a.txt", text.encode("utf-8"))
        assert [getattr(found, "text", found) for found in made] == [expected] or "it is" in reason(made)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_is_encoding_and_not_text(encoding: str, tmp_path: Path) -> None:
    text = "Kalın said so. Forces will be deployed in the north."
    assert article(read_bytes(tmp_path, "a.txt", text.encode(encoding))).text == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        (
            "cp1252",
            "The minister said the café would cost “€40 million” – he didn’t deny it. A naïve résumé.",
        ),
        (
            "latin-1",
            "Le porte-parole a déclaré que les forces seraient déployées à Idlib, près de la frontière.",
        ),
        ("cp1254", TURKISH),
        ("cp1250", "Żołnierze będą rozmieszczeni, powiedział rzecznik. Decyzja jeszcze nie zapadła."),
        ("cp1251", RUSSIAN),
        ("koi8-r", RUSSIAN),
        ("cp866", RUSSIAN),
        ("cp1253", "Ο εκπρόσωπος είπε ότι δεν υπάρχει ακόμη απόφαση."),
        ("cp1255", "הדובר אמר כי עדיין אין החלטה."),
        ("cp1256", "قال المتحدث باسم الرئاسة التركية إبراهيم قالن إن القوات ستنتشر في إدلب"),
        ("shift_jis", JAPANESE),
        ("euc_jp", JAPANESE),
        ("gb18030", "总统表示，目前还没有决定。谈判已经开始。"),
        ("big5", "總統表示，目前還沒有決定。談判已經開始。"),
        ("euc_kr", "대통령은 아직 결정이 없다고 말했다. 협상이 시작되었다."),
    ],
)
def test_text_in_an_older_encoding_is_read(encoding: str, text: str, tmp_path: Path) -> None:
    assert article(read_bytes(tmp_path, "a.txt", text.encode(encoding))).text == text


def test_a_character_deep_in_a_long_file_tells_its_encoding(tmp_path: Path) -> None:
    text = "The forces were not there yet, it said.\n" * 20_000 + RUSSIAN * 3
    assert article(read_bytes(tmp_path, "a.txt", text.encode("cp1251"))).text == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 renamed", "it is a PDF document, not text"),
        (b"SQLite format 3\0" + bytes(100), "it is a SQLite database, not text"),
        (b"PK\x03\x04" + bytes(100), "it is a ZIP archive or an Office document, not text"),
        (b"some text\0more text", "it holds NUL bytes (the first at byte 9)"),
        (bytes(range(1, 32)) * 30, "many control characters"),
        (b"\xef\xbb\xbfcaf\xe9 au lait", "it is marked as UTF-8 but is not"),
        (b"\xff\xfea\0b", "it is marked as UTF-16 but is not"),
        (b"\xed\xa0\x80 is half a pair", ""),
    ],
)
def test_binary_data_and_broken_encodings_say_what_they_are(data: bytes, words: str, tmp_path: Path) -> None:
    found = read_bytes(tmp_path, "a.txt", data)
    if words:
        assert words in reason(found)
    else:
        article(found).text.encode("utf-8")


@pytest.mark.parametrize("charset", ["zlib", "hex", "rot13", "no-such", "", "utf-16"])
def test_a_declared_encoding_that_is_none_or_wrong_is_ignored(charset: str) -> None:
    assert decoded("Kalın, kararı açıklamadı. Görüşmeler sürüyor.".encode("cp1254"), charset).startswith(
        "Kal"
    )


def test_a_declared_encoding_is_believed_where_the_bytes_do_not_tell() -> None:
    assert decoded(b"Kal\xfdn", "windows-1254") == "Kalın"
    assert decoded(b"caf\xe9 \x93so\x94", "iso-8859-1") == "café “so”"
