"""Other people's loaders read what we write. A test runs where its loader is installed, else is skipped:

pip install mlcroissant label-studio-sdk langextract prov anchorpoint dedupe pyld
"""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from story import STORY

from curator.export import FORMATS, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(STORY, tmp_path, formats=[format.name for format in FORMATS], force=True)
    return tmp_path


def loaded(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_mlcroissant_reads_every_record(folder: Path) -> None:
    mlcroissant = pytest.importorskip("mlcroissant")
    dataset = mlcroissant.Dataset(jsonld=str(folder / "croissant.json"))
    counts = {
        found.name: sum(1 for _ in dataset.records(found.name)) for found in dataset.metadata.record_sets
    }
    assert counts == {"articles": 2, "claims": 6, "relations": 4, "decisions": 4}


def test_label_studio_accepts_every_annotation_and_refuses_a_broken_one(folder: Path) -> None:
    interface = pytest.importorskip("label_studio_sdk.label_interface")
    setup = interface.LabelInterface((folder / "label_studio.xml").read_text())
    setup.validate()
    for task in loaded(folder / "label_studio.json"):
        for annotation in task["annotations"]:
            assert setup.validate_annotation(annotation)
            annotation["result"][0]["value"]["labels"] = ["opinion"]
            assert not setup.validate_annotation(annotation)


def test_langextract_loads_documents_whose_extractions_are_in_the_text(folder: Path) -> None:
    io = pytest.importorskip("langextract.io")
    documents = list(io.load_annotated_documents_jsonl(folder / "langextract.jsonl", show_progress=False))
    assert len(documents) == 2
    for document in documents:
        for extraction in document.extractions:
            place = extraction.char_interval
            assert document.text[place.start_pos : place.end_pos] == extraction.extraction_text


def test_prov_reads_a_document_and_writes_an_equal_one(folder: Path) -> None:
    model = pytest.importorskip("prov.model")
    document = model.ProvDocument.deserialize(str(folder / "prov.json"), format="json")
    again = model.ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    assert document == again
    assert len(list(document.get_records(model.ProvActivity))) == 4


def test_anchorpoint_finds_every_quotation_at_its_position(folder: Path) -> None:
    anchorpoint = pytest.importorskip("anchorpoint")
    texts = {
        row["url"] or f"urn:curator:article:{row['article_id']}": row["text"] for row in articles(folder)
    }
    items = loaded(folder / "web_annotation.jsonld")["first"]["items"]
    assert len(items) == 6
    for item in items:
        quotation, position = item["target"]["selector"]
        words = {name: quotation[name] for name in ("exact", "prefix", "suffix")}
        found = anchorpoint.TextQuoteSelector(**words).as_position(texts[item["target"]["source"]])
        assert (found.start, found.end) == (position["start"], position["end"])


def articles(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()]


def test_dedupe_accepts_the_training_pairs(folder: Path) -> None:
    dedupe = pytest.importorskip("dedupe")
    serializer = pytest.importorskip("dedupe.serializer")
    with (folder / "dedupe_training.json").open(encoding="utf-8") as file:
        training = serializer.read_training(file)
    dedupe.Dedupe([dedupe.variables.String("text")])._checkTrainingPairs(training)
    assert (len(training["match"]), len(training["distinct"])) == (1, 3)


def test_pyld_expands_the_claims(folder: Path) -> None:
    jsonld = pytest.importorskip("pyld.jsonld")
    document = loaded(folder / "schema_org.jsonld") | {"@context": {"@vocab": "https://schema.org/"}}
    types = [node["@type"][0].rpartition("/")[2] for node in jsonld.expand(document)]
    assert sorted(types) == ["Claim", "Claim", "NewsArticle", "NewsArticle"]


def test_every_table_of_labels_is_read_by_csv_alone(folder: Path) -> None:
    with (folder / "splink_labels.csv").open(encoding="utf-8", newline="") as file:
        scores = [float(row["clerical_match_score"]) for row in csv.DictReader(file)]
    assert sorted(scores) == [0.0, 0.0, 0.0, 1.0]
