"""Bytes to text in any encoding: UTF-8 strictly, then what the bytes themselves or their sender say.

The text is what the bytes spell and nothing else: line ends, accents and odd characters stay. A byte
order mark is part of the encoding, not of the text. Never guesses that binary data is text.
"""

from __future__ import annotations

import codecs
import re

from curator.ingest.intake import Unreadable

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_BINARY_KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"SQLite format 3\0", "a SQLite database"),
)

_MEANT_AS_CP1252 = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"})
"""Names that the web uses for Windows-1252 (WHATWG Encoding Standard, 4.2)."""

_COMMON = (
    *("windows-", "iso-8859-", "iso8859-", "iso-2022-", "koi8-r", "koi8-u", "tis-620"),
    *("gb", "big5", "cp932", "cp949", "shift_jis", "euc-", "utf-"),
)

_SAMPLE = 65_536
"""Bytes that an encoding is guessed from: enough to tell, and a guess over 20 MB would take seconds."""
_CONTROL = re.compile("[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 0.02
"""A larger share of control characters than this is no text."""


def decoded(data: bytes, charset: str = "") -> str:
    """The text that `data` spells; `charset` is what the sender declared. Raises Unreadable for binary."""
    _refuse_known_binary(data)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data, encoding))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _checked(_declared(data, charset) or _guessed(data, error.start))
    if "\0" in text:
        text = _strictly(data, _wide_encoding(data))
    return _checked(text)


def encoding_of(sample: bytes) -> str:
    """The name of the encoding of a text that is read line by line, told from its first bytes."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if sample.startswith(mark):
            return encoding
    _refuse_known_binary(sample)
    if sample.count(0) > len(sample) // 5:
        return _wide_encoding(sample[: len(sample) // 2 * 2])
    lines = [line for line in sample.split(b"\n") if not line.isascii()]
    well = sum(_is_utf8(line) for line in lines[:-1])
    if all(map(_is_utf8, lines[:-1])) or well * 2 > len(lines):  # a few odd lines do not make the file odd
        return "utf-8"
    return _guess(sample, 0)


def _refuse_known_binary(data: bytes) -> None:
    for magic, kind in _BINARY_KINDS:
        if data.startswith(magic):
            raise Unreadable(f"it is {kind}, not text")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise Unreadable(f"it is marked as {name} but is not: {error.reason} at byte {error.start}") from None


def _declared(data: bytes, charset: str) -> str:
    """The text by the declared encoding, "" when that is unknown or does not fit."""
    if not charset:
        return ""
    name = charset.strip().lower()
    try:
        return data.decode("cp1252" if name in _MEANT_AS_CP1252 else name)
    except (LookupError, ValueError):  # also codecs that are no text encodings, such as "zlib"
        return ""


def _guessed(data: bytes, first_odd_byte: int) -> str:
    """The text by the encoding that makes most sense of the bytes that are not UTF-8."""
    if b"\0" in data:
        return _strictly(data, _wide_encoding(data))
    encoding = _guess(data, first_odd_byte)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        where = error.start
    raise Unreadable(f"its encoding cannot be told (it looks like {encoding}, but byte {where} is not)")


def _guess(data: bytes, first_odd_byte: int) -> str:
    """The name of the most likely encoding; raises Unreadable when none fits."""
    from chardet import EncodingEra, detect_all

    eras = EncodingEra.ALL & ~EncodingEra.MAINFRAME
    found = detect_all(_odd_lines(data, first_odd_byte), ignore_threshold=True, encoding_era=eras)
    named = [(guess["encoding"], guess["confidence"]) for guess in found if guess["encoding"]]
    if not named:
        raise Unreadable("it is binary data, or text in an encoding that cannot be told")
    return max(named, key=lambda guess: guess[1] * _prior(guess[0].lower()))[0]


def _odd_lines(data: bytes, first_odd_byte: int) -> bytes:
    """The lines that tell the encoding, from the first on: those that are not plain ASCII."""
    start = data.rfind(b"\n", max(0, first_odd_byte - _SAMPLE // 2), first_odd_byte) + 1
    start = start or max(0, first_odd_byte - _SAMPLE // 2)
    lines = data[start : start + 16 * _SAMPLE].split(b"\n")
    return b"\n".join(line for line in lines if not line.isascii())[:_SAMPLE]


def _prior(encoding: str) -> float:
    """How much more or less likely an encoding is than its fit says: Windows-1252 is by far the most
    used of all after UTF-8, those of DOS and the old Macintosh are rare (W3Techs, usage of encodings).
    """
    if encoding == "windows-1252":
        return 1.25
    return 1.0 if encoding.startswith(_COMMON) else 0.7


def _wide_encoding(data: bytes) -> str:
    """Which UTF-16 without a byte order mark it is: every other byte of plain Latin text is NUL."""
    even, odd = data[0:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    most, least = max(even, odd), min(even, odd)
    length = min(len(data), _SAMPLE) // 2
    if len(data) % 2 == 0 and length and most > length * 0.3 and least < length * 0.02:
        return "utf-16-le" if odd > even else "utf-16-be"
    raise Unreadable(f"it holds NUL bytes (the first at byte {data.index(0)}): binary data, not text")


def _checked(text: str) -> str:
    head = text[:_SAMPLE]
    if len(_CONTROL.findall(head)) > max(4, len(head) * _MOST_CONTROL):
        raise Unreadable("it is binary data, not text (many control characters)")
    return text
