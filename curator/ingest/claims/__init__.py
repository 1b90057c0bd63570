"""Claims from elsewhere: bytes of another tool's file to outside claims, one file per format.

    for item in read_claims(source):
        ...  # a Piece with its OutsideClaim, or a SetAside with its place and the reason

What is wrong is set aside in its own words and the rest goes in. Never looks for a claim's words in an
article: that is `extract.grounding`.
"""

from __future__ import annotations

from curator.ingest.claims.reading import claims_format, read_claims
from curator.ingest.claims.record import COLUMNS, Piece, SetAside
from curator.ingest.claims.setting_aside import set_aside_path, write_set_aside

__all__ = [
    "COLUMNS",
    "Piece",
    "SetAside",
    "claims_format",
    "read_claims",
    "set_aside_path",
    "write_set_aside",
]
