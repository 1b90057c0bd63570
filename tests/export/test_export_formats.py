"""Every format in the registry keeps the same contract, and each says what its readers expect."""

import json
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import pytest
import srsly
from story import (
    AGAIN,
    ANKARA,
    BEGUN,
    DEPLOYED,
    DIFFERED,
    KILLED,
    LEFT_OUT,
    MOSCOW,
    STORY,
    Collected,
    article,
    chain,
    relation,
    view,
)

from curator import export
from curator.export import FORMATS, Dataset, Folder, formats, write
from curator.models import Claim, CuratorError, claim_id

NAMES = [format.name for format in FORMATS]
OUTSIDE = view(Claim("0" * 32, ANKARA.id, 0, 0, "as somebody put it", "paraphrase", grounded=False))
HOSTILE_TEXT = "=1\x00\x1b]0;x\x07\r\n“'\"<a>&😀\u2028\t{}\\ \u202e İ\n" * 3
HOSTILE_ARTICLE = article(
    HOSTILE_TEXT, title='"]}\n', publisher="\x00", url="javascript:alert(1)", source="a\nb"
)
HOSTILE_CLAIM = Claim(
    claim_id(HOSTILE_ARTICLE.id, 3, 20),
    HOSTILE_ARTICLE.id,
    3,
    20,
    HOSTILE_TEXT[3:20],
    "quote",
    speaker="\x1b}",
)
HOSTILE = Collected(
    (HOSTILE_ARTICLE,),
    (view(HOSTILE_CLAIM, status="rejected", reason="\x00]]>", reviewers=("a b", "<c>"), notes=("\ufeff",)),),
    (),
    chain("é /:x@1", "reject", payload="[]"),
)
PACKAGE = {
    *(
        f"{table}.{end}"
        for table in ("articles", "claims", "speakers", "relations", "decisions")
        for end in ("csv", "jsonl")
    ),
    "heads.json",
    "datapackage.json",
}
DATASETS = {
    "story": STORY,
    "empty": Collected(),
    "hostile": HOSTILE,
    "outside": replace(STORY, claim_list=(*STORY.claim_list, OUTSIDE)),
}


def written(dataset: Dataset, folder: Path, name: str) -> dict[str, Path]:
    """The files that a format adds to the data package, by name."""
    write(dataset, folder, formats=[name])
    found = {path.name: path for path in folder.iterdir()}
    return found if name == "datapackage" else {n: p for n, p in found.items() if n not in PACKAGE}


def json_lines(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = list(srsly.read_jsonl(path))
    return rows


@pytest.fixture
def in_format(tmp_path: Path) -> Any:
    """Write the story in a format and give its only (or first) file."""

    def file(name: str, dataset: Dataset = STORY) -> Path:
        return sorted(written(dataset, tmp_path / "dataset", name).values())[0]

    return file


# -- the contract ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("name", NAMES)
def test_a_format_writes_any_dataset_in_files_that_parse(name: str, dataset: str, tmp_path: Path) -> None:
    files = written(DATASETS[dataset], tmp_path / "dataset", name)
    assert files
    for file in files.values():
        if file.suffix in (".json", ".jsonld"):
            json.loads(file.read_text(encoding="utf-8"))
        if file.suffix == ".jsonl":
            for line in file.read_text(encoding="utf-8").splitlines():
                json.loads(line)


@pytest.mark.parametrize("dataset", DATASETS)
def test_all_formats_together_are_one_valid_package(dataset: str, tmp_path: Path) -> None:
    write(DATASETS[dataset], tmp_path, formats=NAMES, force=True)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["message"])
    listed = {
        resource["path"] for resource in json.loads((tmp_path / "datapackage.json").read_text())["resources"]
    }
    assert listed == {path.name for path in tmp_path.iterdir()} - {"datapackage.json"}


@pytest.mark.parametrize("name", NAMES)
def test_a_format_gives_the_same_bytes_every_time(name: str, tmp_path: Path) -> None:
    first = written(STORY, tmp_path / "first" / "dataset", name)
    shuffled = Collected(*(tuple(reversed(part)) for part in vars(STORY).values()))
    again = written(shuffled, tmp_path / "again" / "dataset", name)
    assert {file: path.read_bytes() for file, path in first.items()} == {
        file: path.read_bytes() for file, path in again.items()
    }


@pytest.mark.parametrize("name", NAMES)
def test_no_format_makes_a_word_about_truth_of_confirmed(name: str, tmp_path: Path) -> None:
    confirmed = replace(STORY, claim_list=(view(DEPLOYED, status="confirmed"),), relation_list=())
    for path in written(confirmed, tmp_path / "dataset", name).values():
        text = path.read_text(encoding="utf-8")
        for word in ('"SUPPORTS"', '"entailment"', "ClaimReview", "reviewRating", '"True"', '"veracity"'):
            assert word not in text


@pytest.mark.parametrize("name", NAMES)
def test_a_format_says_what_it_is_for_and_what_it_never_does(name: str) -> None:
    format = formats()[name]
    assert format.words
    assert "ever " in (import_of(name).__doc__ or "")
    assert format.exporter().__doc__


def import_of(name: str) -> Any:
    return __import__(f"curator.export.{name}", fromlist=["write"])


def test_an_unknown_format_is_refused_with_the_names_there_are(tmp_path: Path) -> None:
    with pytest.raises(CuratorError, match=r"no export format 'excel'.*datapackage, croissant"):
        write(STORY, tmp_path / "dataset", formats=["excel"])
    assert list(tmp_path.iterdir()) == []


def test_formats_come_beside_the_data_package_and_never_without_it(tmp_path: Path) -> None:
    rows = dict(write(STORY, tmp_path / "dataset", formats=["nli", "splink", "nli"]).rows)
    assert rows["claims.csv"] == 6
    assert list(rows).count("nli.jsonl") == 1
    assert rows["splink_labels.csv"] == 4


def write_counted(dataset: Dataset, folder: Folder) -> None:
    """A format as another package would bring it."""
    with folder.file("counted.txt", "text/plain") as file:
        file.write(f"{dataset.progress().total}\n")


@pytest.fixture
def another_package(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    points = [
        EntryPoint("counted", f"{__name__}:write_counted", "curator.exporters"),
        EntryPoint("nli", f"{__name__}:write_counted", "curator.exporters"),
    ]
    monkeypatch.setattr(
        "importlib.metadata.entry_points", lambda group: EntryPoints(points).select(group=group)
    )
    return iter(())


@pytest.mark.usefixtures("another_package")
def test_a_format_of_another_package_is_found_by_its_entry_point(tmp_path: Path) -> None:
    write(STORY, tmp_path / "dataset", formats=["counted"])
    assert (tmp_path / "dataset" / "counted.txt").read_text() == "6\n"


@pytest.mark.usefixtures("another_package")
def test_a_format_of_another_package_cannot_replace_one_of_ours() -> None:
    assert formats()["nli"].exporter() is import_of("nli").write
    assert list(formats()) == [*NAMES, "counted"]
    assert export.DEFAULT_FORMATS == ("datapackage",)


# -- pairs -------------------------------------------------------------------------------------------------


def test_contradictions_and_dismissed_pairs_are_nli_pairs_and_merged_ones_are_not(in_format: Any) -> None:
    rows = json_lines(in_format("nli"))
    found = {frozenset(row["pair_id"].split("|")): row for row in rows}
    assert {pair: row["label"] for pair, row in found.items()} == {
        frozenset((DEPLOYED.id, BEGUN.id)): "contradiction",
        frozenset((AGAIN.id, BEGUN.id)): "contradiction",
        frozenset((KILLED.id, BEGUN.id)): "neutral",
    }
    assert found[frozenset((AGAIN.id, BEGUN.id))]["source"] == "inferred"
    told = found[frozenset((DEPLOYED.id, BEGUN.id))]
    assert {told["premise"], told["hypothesis"]} == {DEPLOYED.text, "There is no decision yet"}


@pytest.mark.parametrize("name", ["nli", "dedupe", "fever"])
def test_pairs_that_are_disputed_or_have_a_rejected_claim_are_left_out(name: str, in_format: Any) -> None:
    doubtful = (
        relation(DEPLOYED, BEGUN, "contradicts", disputed=True),
        relation(DEPLOYED, LEFT_OUT, "contradicts"),
        relation(DEPLOYED, DIFFERED, "same", disputed=True),
    )
    text = in_format(name, replace(STORY, relation_list=doubtful)).read_text(encoding="utf-8")
    for word in ("contradiction", "REFUTES", "SUPPORTS", '"claim_id"'):
        assert word not in text


def test_splink_labels_say_same_or_not_of_two_claims(in_format: Any) -> None:
    lines = in_format("splink").read_text(encoding="utf-8").splitlines()
    header = '"source_dataset_l","unique_id_l","source_dataset_r","unique_id_r","clerical_match_score"'
    assert lines[0] == header
    same = sorted((DEPLOYED.id, AGAIN.id))
    assert f'"claims","{same[0]}","claims","{same[1]}",1.0' in lines
    assert sum(line.endswith(",0.0") for line in lines) == 3


def test_dedupe_pairs_are_records_that_match_or_are_distinct(in_format: Any) -> None:
    training = json.loads(in_format("dedupe").read_text(encoding="utf-8"))
    assert list(training) == ["match", "distinct"]
    ((left, right),) = training["match"]
    assert {left["text"], right["text"]} == {DEPLOYED.text, AGAIN.text}
    assert len(training["distinct"]) == 3


FEVER_SCHEMA = {
    "type": "object",
    "required": ["id", "verifiable", "label", "claim", "evidence"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "integer"},
        "verifiable": {"enum": ["VERIFIABLE", "NOT VERIFIABLE"]},
        "label": {"enum": ["SUPPORTS", "REFUTES", "NOT ENOUGH INFO"]},
        "claim": {"type": "string", "minLength": 1},
        "evidence": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "array",
                "items": {
                    "type": "array",
                    "prefixItems": [
                        {"type": "integer"},
                        {"type": ["integer", "null"]},
                        {"type": ["string", "null"]},
                        {"type": ["integer", "null"]},
                    ],
                    "minItems": 4,
                    "maxItems": 4,
                },
            },
        },
    },
}


def test_fever_rows_point_at_the_line_that_supports_or_refutes(tmp_path: Path) -> None:
    alone = view(KILLED, status="confirmed")
    claims = tuple(alone if told.claim == KILLED else told for told in STORY.claim_list)
    files = written(replace(STORY, claim_list=claims), tmp_path / "dataset", "fever")
    rows = json_lines(files["fever.jsonl"])
    pages = {page["id"]: page["lines"].split("\n") for page in json_lines(files["fever_pages.jsonl"])}
    for row in rows:
        jsonschema.validate(row, FEVER_SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**rows[0], "label": "TRUE"}, FEVER_SCHEMA)
    assert [row["id"] for row in rows] == list(range(1, len(rows) + 1))
    refuted = [row for row in rows if row["label"] == "REFUTES" and row["claim"] == DEPLOYED.text]
    ((((_, _, page, line),),),) = (row["evidence"] for row in refuted)
    assert BEGUN.text in pages[page][line]
    assert pages[page][line].startswith(f"{line}\t")
    assert [row["claim"] for row in rows if row["label"] == "NOT ENOUGH INFO"] == [KILLED.text]
    assert {row["claim"] for row in rows if row["label"] == "SUPPORTS"} == {DEPLOYED.text, AGAIN.text}


# -- annotations -------------------------------------------------------------------------------------------


def test_every_claim_is_a_prodigy_task_whose_span_is_its_text(in_format: Any) -> None:
    tasks = {task["meta"]["claim_id"]: task for task in json_lines(in_format("prodigy"))}
    assert len(tasks) == 6
    texts = {ANKARA.id: ANKARA.text, MOSCOW.id: MOSCOW.text}
    for told in STORY.claims():
        task = tasks[told.claim.id]
        (span,) = task["spans"]
        words = task["text"][span["start"] : span["end"]]
        offset = task["meta"]["offset"]
        assert words == texts[told.claim.article_id][told.start : told.end]
        assert (offset + span["start"], offset + span["end"]) == (told.start, told.end)
        assert "\n" not in task["text"]
    answers = {told.status: tasks[told.claim.id]["answer"] for told in STORY.claims()}
    assert answers == {
        "confirmed": "accept",
        "merged": "accept",
        "rejected": "reject",
        "pending": "ignore",
        "disputed": "ignore",
    }
    assert tasks[DEPLOYED.id]["_timestamp"] == 1735812002
    assert tasks[DEPLOYED.id]["_session_id"] == "curator-ana+ben"


def test_langextract_documents_slice_to_their_extractions(in_format: Any) -> None:
    documents = json_lines(in_format("langextract", replace(STORY, claim_list=(*STORY.claim_list, OUTSIDE))))
    extractions = [(document["text"], e) for document in documents for e in document["extractions"]]
    assert len(extractions) == 6
    for text, extraction in extractions:
        place = extraction["char_interval"]
        if place is None:
            assert extraction["extraction_text"] == "as somebody put it"
        else:
            assert text[place["start_pos"] : place["end_pos"]] == extraction["extraction_text"]
    assert LEFT_OUT.id not in {extraction["attributes"]["claim_id"] for _, extraction in extractions}


def test_label_studio_regions_slice_to_their_text_and_relations_stay_within_a_task(tmp_path: Path) -> None:
    files = written(STORY, tmp_path / "dataset", "label_studio")
    tasks = json.loads(files["label_studio.json"].read_text(encoding="utf-8"))
    assert len(tasks) == 2
    related = []
    for task in tasks:
        (annotation,) = task["annotations"]
        regions = {region["id"] for region in annotation["result"] if region["type"] == "labels"}
        for region in annotation["result"]:
            if region["type"] == "relation":
                assert {region["from_id"], region["to_id"]} <= regions
                related.append((*region["labels"], frozenset((region["from_id"], region["to_id"]))))
                continue
            value = region["value"]
            if "text" in value and region["type"] != "textarea":
                assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
    assert related == [("contradicts", frozenset((DEPLOYED.id, BEGUN.id)))]
    assert '<Relation value="contradicts"/>' in files["label_studio.xml"].read_text()


ANNOTATION_SCHEMA = {
    "type": "object",
    "required": ["id", "type", "motivation", "body", "target"],
    "properties": {
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["assessing", "highlighting"]},
        "target": {
            "type": "object",
            "required": ["source"],
            "properties": {
                "selector": {
                    "prefixItems": [
                        {
                            "required": ["exact", "prefix", "suffix"],
                            "properties": {"type": {"const": "TextQuoteSelector"}},
                        },
                        {
                            "required": ["start", "end"],
                            "properties": {"type": {"const": "TextPositionSelector"}},
                        },
                    ],
                    "minItems": 2,
                    "maxItems": 2,
                }
            },
        },
    },
}


def test_web_annotations_find_their_words_by_position_and_by_quotation(in_format: Any) -> None:
    collection = json.loads(in_format("web_annotation").read_text(encoding="utf-8"))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", 6)
    texts = {"https://example.org/a": ANKARA.text, f"urn:curator:article:{MOSCOW.id}": MOSCOW.text}
    items = collection["first"]["items"]
    assert len(items) == 6
    for item in items:
        jsonschema.validate(item, ANNOTATION_SCHEMA)
        quotation, position = item["target"]["selector"]
        text = texts[item["target"]["source"]]
        start = text.index(quotation["prefix"] + quotation["exact"] + quotation["suffix"])
        assert start + len(quotation["prefix"]) == position["start"]
        assert text[position["start"] : position["end"]] == quotation["exact"]
    (told,) = (item for item in items if item["id"].endswith(DEPLOYED.id))
    assert [person["name"] for person in told["creator"]] == ["ana", "ben"]
    assert {"type": "TextualBody", "value": "confirmed", "purpose": "classifying"} in told["body"]


# -- graphs ------------------------------------------------------------------------------------------------


def test_a_schema_org_claim_appears_in_the_articles_of_all_that_were_merged_into_it(in_format: Any) -> None:
    graph = json.loads(in_format("schema_org").read_text(encoding="utf-8"))["@graph"]
    claims = {node["@id"].rpartition(":")[2]: node for node in graph if node["@type"] == "Claim"}
    assert set(claims) == {DEPLOYED.id, BEGUN.id}
    articles = {node["@id"] for node in graph if node["@type"] == "NewsArticle"}
    assert {place["@id"] for place in claims[DEPLOYED.id]["appearance"]} == articles
    assert claims[BEGUN.id]["author"] == {"name": "Vladimir Shamanov"}


def test_provenance_has_an_activity_for_every_event_and_loses_no_reference(in_format: Any) -> None:
    payload = json.dumps({"claim": DEPLOYED.id, "other": AGAIN.id})
    told = replace(STORY, event_list=chain("ana@k3f9x2", "merge", "undo", payload=payload))
    document = json.loads(in_format("prov", told).read_text(encoding="utf-8"))
    assert set(document["activity"]) == {"curator:event/ana@k3f9x2-1", "curator:event/ana@k3f9x2-2"}
    known = {*document["agent"], *document["entity"], *document["activity"]}
    for section in ("wasDerivedFrom", "wasAttributedTo", "wasAssociatedWith", "wasInformedBy", "used"):
        for record in document[section].values():
            assert set(record.values()) <= known
    used = [record["prov:entity"] for record in document["used"].values()]
    assert used == [f"curator:claim/{DEPLOYED.id}", f"curator:claim/{AGAIN.id}"] * 2
    assert len(document["wasInformedBy"]) == 1


def test_croissant_describes_every_table_with_its_hash_and_every_column(in_format: Any) -> None:
    described = json.loads(in_format("croissant").read_text(encoding="utf-8"))
    package = json.loads((in_format("croissant").parent / "datapackage.json").read_text(encoding="utf-8"))
    tables = {file["path"]: file for file in package["resources"] if file["path"].endswith(".csv")}
    assert {file["@id"]: f"sha256:{file['sha256']}" for file in described["distribution"]} == {
        path: file["hash"] for path, file in tables.items()
    }
    for record_set in described["recordSet"]:
        fields = tables[f"{record_set['name']}.csv"]["schema"]["fields"]
        assert [field["name"] for field in record_set["field"]] == [field["name"] for field in fields]
