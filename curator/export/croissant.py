"""A Croissant 1.0 description of the CSV tables, for dataset catalogues and machine learning loaders.

Describes what the data package wrote, with the same columns and the same hashes. Says nothing of a licence or
a date of publication: those are for whoever publishes the dataset. Never names a reference between tables: a
loader would join them, and give a relation without its second claim.
"""

from __future__ import annotations

import json
from typing import Any

from curator.dataset import NAME, Dataset
from curator.export.columns import Column, columns, title
from curator.export.datapackage import PRIMARY_KEYS
from curator.export.staging import Folder, Written

_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
_TYPES = {"integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean"}


def write(dataset: Dataset, folder: Folder) -> None:
    """Write `croissant.json`, which describes the tables that are in the folder already."""
    tables = [file for file in folder.files if file.row_type is not None]
    described = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": NAME,
        "description": "Claims found in news articles, with what reviewers decided about them.",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "distribution": [_file(table) for table in tables],
        "recordSet": [_record_set(table) for table in tables],
    }
    with folder.file("croissant.json", "application/json") as file:
        file.write(json.dumps(described, ensure_ascii=False, indent=2) + "\n", rows=len(tables))


def _file(table: Written) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": table.name,
        "name": table.name,
        "contentUrl": table.name,
        "contentSize": f"{table.bytes} B",
        "encodingFormat": table.mediatype,
        "sha256": table.sha256,
    }


def _record_set(table: Written) -> dict[str, Any]:
    name = table.name.removesuffix(".csv")
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": title(table.row_type),
        "key": [{"@id": f"{name}/{column}"} for column in PRIMARY_KEYS[table.row_type]],
        "field": [_field(name, table, column) for column in columns(table.row_type)],
    }


def _field(record_set: str, table: Written, column: Column) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{record_set}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": "sc:Text" if column.nullable else _TYPES.get(column.type, "sc:Text"),
        "source": {"fileObject": {"@id": table.name}, "extract": {"column": column.name}},
    }
