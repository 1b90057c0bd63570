"""Claims in other tools' formats come in one by one; what is wrong is set aside with its place and reason."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from curator import Workspace
from curator.export.lines import csv_line
from curator.ingest.claims import Piece, SetAside, claims_format, read_claims, set_aside_path, write_set_aside
from curator.ingest.intake import Intake, Unreadable
from curator.models import OutsideClaim, Span

SEEDS = Path(__file__).parents[3] / "seeds"
TEXT = "ANKARA — A Turkish spokesman said troops will be deployed. Moscow said no decision yet."
PRODIGY = {
    "text": TEXT,
    "spans": [{"start": 34, "end": 57, "label": "CLAIM"}],
    "meta": {"article_id": "a1", "speaker": "a spokesman"},
    "answer": "accept",
    "_view_id": "ner_manual",
}
LANGEXTRACT = {
    "extractions": [
        {
            "extraction_class": "claim",
            "extraction_text": "troops will be deployed",
            "char_interval": {"start_pos": 34, "end_pos": 57},
            "attributes": {"speaker": "Turkish spokesman"},
        },
        {
            "extraction_class": "claim",
            "extraction_text": "paraphrased",
            "char_interval": None,
            "attributes": None,
        },
        {"extraction_class": "speaker", "extraction_text": "Moscow"},
    ],
    "text": TEXT,
    "document_id": "a1",
}
LABEL_STUDIO = {
    "data": {"text": TEXT, "article_id": "a1"},
    "annotations": [
        {
            "result": [
                {"id": "r1", "type": "labels", "from_name": "kind",
                 "value": {"start": 34, "end": 57, "text": "troops will be deployed",
                           "labels": ["paraphrase"]}},
                {"id": "r1", "type": "textarea", "from_name": "speaker",
                 "value": {"start": 34, "end": 57, "text": ["a Turkish spokesman"]}},
                {"id": "r2", "type": "labels", "from_name": "kind",
                 "value": {"start": 70, "end": 85, "labels": ["paraphrase"]}},
                {"id": "r2", "type": "choices", "from_name": "status", "value": {"choices": ["rejected"]}},
            ]
        }
    ],
}  # fmt: skip


def items(data: str | bytes, name: str = "", **columns: str) -> list[OutsideClaim | SetAside]:
    raw = data.encode() if isinstance(data, str) else data
    name = name or claims_format(raw)
    found = read_claims(Intake(io.BytesIO(raw), "file", 1_000_000), name, columns)
    return [item.claim if isinstance(item, Piece) else item for item in found]


def lines(*values: object) -> str:
    return "".join(json.dumps(value) + "\n" for value in values)


def only(found: list[OutsideClaim | SetAside]) -> OutsideClaim:
    (claim,) = [item for item in found if isinstance(item, OutsideClaim)]
    return claim


def aside(found: list[OutsideClaim | SetAside]) -> list[tuple[str, str]]:
    return [(item.place, item.reason) for item in found if isinstance(item, SetAside)]


def test_prodigy_spans_are_claims_at_their_places() -> None:
    claim = only(items(lines(PRODIGY)))
    assert (claim.words, claim.near, claim.article) == ("troops will be deployed", Span(34, 57), "a1")
    assert (claim.speaker, claim.tool, claim.source) == ("a spokesman", "prodigy", "file:1")


def test_what_prodigy_rejected_is_set_aside_but_is_no_mistake() -> None:
    (piece,) = items(lines(PRODIGY | {"answer": "reject"}))
    assert isinstance(piece, SetAside)
    assert not piece.wrong


def test_a_prodigy_task_without_spans_is_one_claim() -> None:
    claim = only(items(lines({"text": "Moscow will pay", "answer": "accept", "_view_id": "classification"})))
    assert (claim.words, claim.near, claim.article_text) == ("Moscow will pay", None, "")


def test_langextract_extractions_are_claims_with_and_without_a_place() -> None:
    found = items(lines(LANGEXTRACT))
    assert [(item.words, item.near) for item in found if isinstance(item, OutsideClaim)] == [
        ("troops will be deployed", Span(34, 57)),
        ("paraphrased", None),
    ]
    assert len(found) == 2


def test_label_studio_regions_are_claims_with_what_is_said_of_them() -> None:
    found = items(json.dumps([LABEL_STUDIO]))
    claim = only(found)
    assert (claim.words, claim.speaker, claim.kind) == (
        "troops will be deployed",
        "a Turkish spokesman",
        "paraphrase",
    )
    assert aside(found) == [("task 1, region 3", "it was rejected in Label Studio")]


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (lines(PRODIGY), "prodigy"),
        (lines(LANGEXTRACT), "langextract"),
        (json.dumps([LABEL_STUDIO], indent=1), "label_studio"),
        ("claim_id,article_id,start\n", "table"),
        (lines({"text": TEXT, "title": "An article", "url": "https://example.org"}), ""),
        ("claim,article\n", ""),
        ("", ""),
        ("{", ""),
    ],
)
def test_a_file_of_claims_is_known_by_its_first_bytes_and_one_of_articles_is_not(
    value: str, name: str
) -> None:
    assert claims_format(value.encode()) == name


def test_a_cut_off_head_still_shows_its_keys() -> None:
    head = json.dumps({"extractions": [{"text": "x"}], "text": "long " * 1000})[:900]
    assert claims_format(head.encode()) == "langextract"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("{broken", "not JSON"),
        ("[1, 2]", "input should be"),
        (json.dumps(PRODIGY | {"text": None}), "text: "),
        (json.dumps(PRODIGY | {"spans": "all"}), "spans: "),
        (json.dumps(PRODIGY | {"spans": [{"start": 80, "end": 400}]}), "there is no place from 80 to 400"),
        (json.dumps(PRODIGY | {"spans": [{"start": 9}]}), "end: "),
        (json.dumps(PRODIGY | {"spans": [{"start": 7, "end": 3}]}), "there is no place from 7 to 3"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_in(bad: str, reason: str) -> None:
    found = items(lines(PRODIGY) + bad + "\n" + lines(PRODIGY), "prodigy")
    assert [isinstance(item, OutsideClaim) for item in found] == [True, False, True]
    ((place, said),) = aside(found)
    assert place.startswith("line 2")
    assert reason in said


def test_one_bad_extraction_does_not_spoil_its_document() -> None:
    bad = json.loads(json.dumps(LANGEXTRACT))
    bad["extractions"][0]["char_interval"] = {"start_pos": 5}
    bad["extractions"][1]["extraction_text"] = 7
    found = items(lines(bad, LANGEXTRACT))
    assert [place for place, _ in aside(found)] == ["line 1, extraction 1", "line 1, extraction 2"]
    assert sum(isinstance(item, OutsideClaim) for item in found) == 2


def test_a_table_is_read_by_its_column_map() -> None:
    text = "Zitat;Wer;Wo\n“Troops will be deployed”;Kalin;https://example.org/a\n;x;y\n"
    found = items(text, "table", claim="Zitat", speaker="Wer", article="Wo")
    claim = only(found)
    assert (claim.words, claim.speaker, claim.article) == (
        "“Troops will be deployed”",
        "Kalin",
        "https://example.org/a",
    )
    assert aside(found) == [("line 3", "the claim has no words")]


@given(st.from_regex(r"[ -~]*[a-z]", fullmatch=True).map(str.strip))
@example("'=1")
@example("=1")
def test_words_that_were_guarded_against_spreadsheets_come_back(words: str) -> None:
    claim = only(items("claim\n" + csv_line([words]), "table"))
    assert claim.words == words


def test_a_table_with_usual_names_needs_no_map() -> None:
    text = "quote,url,speaker,start,end,score\nTroops go,https://a.example,Kalin,3,12,0.7\n"
    claim = only(items(text, "table"))
    assert (claim.words, claim.article, claim.near, claim.confidence) == (
        "Troops go",
        "https://a.example",
        Span(3, 12),
        0.7,
    )


@pytest.mark.parametrize(
    ("text", "columns", "reason"),
    [
        ("a,b\n1,2\n", {}, "no column holds claims"),
        ("a,b\n1,2\n", {"claim": "c"}, "there is no column 'c'"),
        ("a,b\n1,2\n", {"claim": "a", "colour": "b"}, "colour is no name"),
        ("", {}, "empty"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused_as_a_whole(
    text: str, columns: dict[str, str], reason: str
) -> None:
    with pytest.raises(Unreadable, match=reason):
        items(text, "table", **columns)


def test_bad_cells_are_named_with_their_line() -> None:
    text = 'claim,start,end,confidence\nA b,x,2,1\nC d,1,2,9\nE f,1\n"G\nh",1,2,\nI j,5,2,\n'
    found = items(text, "table")
    assert only(found).words == "G\nh"
    assert aside(found) == [
        ("line 2", "start is 'x', not a whole number"),
        ("line 3", "confidence is 9, not between 0 and 1"),
        ("line 4", "it has 2 cells, the header 4"),
        ("line 7", "there is no place from 5 to 2"),
    ]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("export")
    with Workspace.open(folder / "curator.db", reviewer="ana") as workspace:
        workspace.add([SEEDS])
        workspace.export(folder / "dataset")
    return folder / "curator.db", folder / "dataset"


@pytest.mark.parametrize("name", ["claims.jsonl", "claims.csv"])
def test_our_own_export_comes_back_without_loss(exported: tuple[Path, Path], name: str) -> None:
    database, dataset = exported
    found = items((dataset / name).read_bytes())
    with Workspace.open(database, reviewer="ana") as workspace:
        claims = {view.claim.id: view.claim for view in workspace.claims()}
    whole = {item.whole.id: item.whole for item in found if isinstance(item, OutsideClaim) and item.whole}
    assert len(found) == len(claims) > 20
    assert whole == claims


def test_an_own_claim_whose_id_does_not_fit_is_set_aside(exported: tuple[Path, Path]) -> None:
    row = json.loads((exported[1] / "claims.jsonl").read_text("utf-8").splitlines()[0])
    moved = row | {"extracted_start": row["extracted_start"] + 1}
    found = items(lines(row, moved, row | {"kind": "rumour"}, row | {"quantities": [3]}))
    assert [place for place, _ in aside(found)] == ["line 2", "line 3", "line 4"]
    assert "claim_id does not fit" in aside(found)[0][1]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (lines(PRODIGY, PRODIGY | {"spans": [{"start": 80, "end": 400}]}) + "{broken\n", "prodigy"),
        (lines(LANGEXTRACT | {"extractions": [{"extraction_text": 1}]}), "langextract"),
        (json.dumps([{"data": {}, "annotations": []}]), "label_studio"),
        ("claim,start,end\na b,x,\nc d,,\n", "table"),
    ],
)
def test_what_is_set_aside_can_be_read_again_with_its_reason(tmp_path: Path, data: str, name: str) -> None:
    pieces = [item for item in items(data, name) if isinstance(item, SetAside)]
    path = write_set_aside(pieces, set_aside_path(str(tmp_path / "claims.jsonl")), name)
    assert path.name == "claims.set-aside.jsonl"
    again = items(path.read_bytes(), name)
    assert len(again) == len(pieces)
    assert all(isinstance(item, SetAside) for item in again)
    assert pieces[0].reason in path.read_text("utf-8")


def test_setting_aside_twice_does_not_pile_up_reasons(tmp_path: Path) -> None:
    found = items("claim,start,end\na b,x,\n", "table")
    for _ in range(2):
        pieces = [item for item in found if isinstance(item, SetAside)]
        path = write_set_aside(pieces, tmp_path / "aside.csv", "table")
        found = items(path.read_bytes(), "table")
    rows = list(csv.reader(path.read_text("utf-8").splitlines()))
    assert [len(row) for row in rows] == [4, 4]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (lines(PRODIGY), "prodigy"),
        (lines(LANGEXTRACT), "langextract"),
        (json.dumps([LABEL_STUDIO]), "label_studio"),
        ("claim,article\na b,x\n", "table"),
    ],
)
def test_a_claim_set_aside_after_all_comes_back_as_it_was(tmp_path: Path, data: str, name: str) -> None:
    read = read_claims(Intake(io.BytesIO(data.encode()), "file", 1_000_000), name, {})
    pieces = [item for item in read if isinstance(item, Piece)]
    path = write_set_aside([piece.aside("no article") for piece in pieces], tmp_path / "aside", name)
    again = items(path.read_bytes(), name)
    assert [replace(item, source="", near=None) for item in again if isinstance(item, OutsideClaim)] == [
        replace(piece.claim, source="", near=None) for piece in pieces
    ]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 200) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from("start end label text spans result value id type labels".split()),
        inner, max_size=4,
    ),
    max_leaves=8,
)  # fmt: skip


@given(VALUES, st.sampled_from("spans meta answer extractions document_id data annotations".split()))
def test_no_value_in_any_field_stops_the_rest(value: object, key: str) -> None:
    for good, name in ((PRODIGY, "prodigy"), (LANGEXTRACT, "langextract"), (LABEL_STUDIO, "label_studio")):
        pair = [{**good, key: value}, good]
        found = items(json.dumps(pair) if name == "label_studio" else lines(*pair), name)
        last = [item for item in found if isinstance(item, OutsideClaim)][-1]
        alone = items(json.dumps([good]) if name == "label_studio" else lines(good), name)
        expected = [item for item in alone if isinstance(item, OutsideClaim)][-1]
        assert replace(last, source="") == replace(expected, source="")
