"""The data package is accepted by a validator that is not ours, adds up, and is the same bytes every time."""

import csv
import hashlib
import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import frictionless
import pytest
from story import ANKARA, DEPLOYED, LEFT_OUT, MOSCOW, STORY, Collected, article, chain, relation, view

from curator.dataset import Inconsistent
from curator.export import write
from curator.export.columns import column_names, row_values
from curator.export.dataset import claims_by_article
from curator.export.row_making import claim_row, decision_row
from curator.export.rows import ClaimRow, DecisionRow
from curator.models import Article, Claim, ClaimView, Event, Progress, Relation, claim_id
from curator.progress import Stopped
from curator.text import unguarded

FILES = {
    *(
        f"{table}.{form}"
        for table in ("articles", "claims", "speakers", "relations", "decisions")
        for form in ("csv", "jsonl")
    ),
    "heads.json",
    "datapackage.json",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(STORY, tmp_path / "dataset")
    return tmp_path / "dataset"


def json_lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def problems(folder: Path) -> list[str]:
    """What frictionless says is wrong with a package, as types of errors."""
    report = frictionless.validate(str(folder / "datapackage.json"))
    return [kind for (kind,) in report.flatten(["type"])]


def test_a_package_is_these_files_and_no_others(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == FILES


def test_frictionless_accepts_a_package(folder: Path) -> None:
    assert problems(folder) == []


def test_frictionless_accepts_a_package_with_nothing_in_it(tmp_path: Path) -> None:
    write(Collected(), tmp_path / "dataset")
    assert problems(tmp_path / "dataset") == []


def test_frictionless_accepts_a_package_of_hostile_texts(tmp_path: Path) -> None:
    hostile = article(
        "=cmd|' /C calc'!A0\r\n\x00\x1b]52;c;aGk=\x07 “quoted”, \"and\" 😀İ\u2028\u202e,,\n\n\t", title="\t=1"
    )
    extracted = Claim(claim_id(hostile.id, 0, 9), hostile.id, 0, 9, hostile.text[:9], "quote", speaker="-1+1")
    told = view(
        extracted, status="rejected", reason='@SUM(1)\n"', notes=("=\x00", "\r"), reviewers=("a,b", "c;d")
    )
    write(Collected((hostile,), (told,)), tmp_path / "dataset")
    assert problems(tmp_path / "dataset") == []
    (row,) = csv_rows(tmp_path / "dataset" / "articles.csv")
    assert unguarded(row["text"]) == hostile.text


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("relations.csv", DEPLOYED.id, "0" * 32),
        ("claims.csv", MOSCOW.id, "0" * 32),
        ("decisions.csv", '"ana@k3f9x2-1"', '"nobody-1"'),
    ],
)
def test_frictionless_refuses_a_twin_whose_row_points_nowhere(
    folder: Path, name: str, before: str, after: str
) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(after.join(text.rsplit(before, 1)), encoding="utf-8")
    assert "foreign-key" in problems(folder)


@pytest.mark.parametrize(
    ("name", "before", "after", "kind"),
    [
        ("claims.csv", '"merged"', '"true"', "constraint-error"),
        ("claims.csv", ",1,7,", ",one,7,", "type-error"),
        ("claims.jsonl", '"merged"', '"merge!"', "hash-count"),
        ("heads.json", '"rseq": 3', '"rseq": 2', "hash-count"),
    ],
)
def test_frictionless_refuses_a_twin_with_another_value(
    folder: Path, name: str, before: str, after: str, kind: str
) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    assert kind in problems(folder)


def test_the_same_dataset_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    shuffled = Collected(*(tuple(reversed(part)) for part in vars(STORY).values()))
    write(shuffled, tmp_path / "again")
    for path in folder.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes(), path.name


def test_files_are_utf_8_with_line_feeds_alone(folder: Path) -> None:
    for path in folder.iterdir():
        data = path.read_bytes()
        data.decode("utf-8")
        assert b"\r" not in data
        assert data.endswith(b"\n")


def test_csv_and_json_hold_the_same_rows(folder: Path) -> None:
    for table in ("articles", "claims", "speakers", "relations", "decisions"):
        for cells, values in zip(
            csv_rows(folder / f"{table}.csv"), json_lines(folder / f"{table}.jsonl"), strict=True
        ):
            assert list(cells) == list(values)
            for name, value in values.items():
                assert unguarded(cells[name]) == as_cell(value), f"{table}.{name}"


def as_cell(value: object) -> str:
    if isinstance(value, bool | list):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def test_every_claim_is_there_once_with_its_articles_words(folder: Path) -> None:
    texts = {row["article_id"]: str(row["text"]) for row in json_lines(folder / "articles.jsonl")}
    rows = json_lines(folder / "claims.jsonl")
    assert sorted(str(row["claim_id"]) for row in rows) == sorted(v.claim.id for v in STORY.claims())
    for row in rows:
        assert row["text"] == texts[row["article_id"]][row["start"] : row["end"]]  # type: ignore[index]


def test_what_is_written_is_counted(folder: Path, tmp_path: Path) -> None:
    rows = dict(write(STORY, tmp_path / "again").rows)
    assert rows["claims.csv"] == rows["claims.jsonl"] == len(STORY.claim_list)
    assert rows["articles.csv"] == len(STORY.article_list)
    assert rows["relations.csv"] == len(STORY.relation_list)
    assert rows["decisions.csv"] == len(STORY.event_list)
    assert rows["heads.json"] == 2


def test_the_descriptor_has_the_hash_and_size_of_every_other_file(folder: Path) -> None:
    resources = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    assert {resource["path"] for resource in resources} == FILES - {"datapackage.json"}
    for resource in resources:
        data = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_the_schema_describes_every_column_in_the_words_of_the_rows(folder: Path) -> None:
    resources = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    (claims,) = (resource for resource in resources if resource["path"] == "claims.csv")
    fields = claims["schema"]["fields"]
    assert [field["name"] for field in fields] == list(column_names(ClaimRow))
    assert all(field["description"] for field in fields)


def test_the_log_can_be_rebuilt_from_the_decisions(folder: Path) -> None:
    columns = Event.__dataclass_fields__
    rows = json_lines(folder / "decisions.jsonl")
    rebuilt = [Event(**{name: row[name] for name in columns}) for row in rows]  # type: ignore[arg-type]
    assert rebuilt == list(STORY.events())


def test_the_heads_are_the_ends_of_the_chains(folder: Path) -> None:
    heads = json.loads((folder / "heads.json").read_text(encoding="utf-8"))
    assert [(head["reviewer"], head["rseq"], head["hash"]) for head in heads] == list(STORY.heads())


@dataclass(frozen=True)
class Doctored(Collected):
    """A dataset that says something else of itself than its rows do."""

    counts: Progress | None = None
    ends: tuple[tuple[str, int, str], ...] | None = None

    def progress(self) -> Progress:
        return self.counts or super().progress()

    def heads(self) -> Iterator[tuple[str, int, str]]:
        return super().heads() if self.ends is None else iter(self.ends)


def doctored(**changes: object) -> Doctored:
    return replace(Doctored(**vars(STORY)), **changes)  # type: ignore[arg-type]


class Unordered(Collected):
    def claims(self) -> Iterator[ClaimView]:
        return reversed(list(super().claims()))


@pytest.mark.parametrize(
    ("dataset", "why"),
    [
        (doctored(counts=replace(STORY.progress(), confirmed=1, pending=2)), "1 pending where .* counts 2"),
        (doctored(counts=replace(STORY.progress(), articles=3)), "2 articles where the database counts 3"),
        (doctored(ends=()), "heads are not the last"),
        (doctored(event_list=STORY.event_list[1:]), "does not follow"),
        (doctored(event_list=chain("eve@1", "confirm", start=2)), "does not follow"),
        (doctored(article_list=(ANKARA,), counts=STORY.progress()), "belongs to the article"),
        (doctored(article_list=(MOSCOW,), counts=STORY.progress()), "belongs to the article"),
        (doctored(claim_list=(*STORY.claim_list, STORY.claim_list[0])), "twice"),
        (doctored(relation_list=(*STORY.relation_list, STORY.relation_list[0])), "twice"),
        (Unordered(**vars(STORY)), "out of order"),
    ],
)
def test_a_dataset_that_does_not_add_up_is_not_written(dataset: Collected, why: str, tmp_path: Path) -> None:
    with pytest.raises(Inconsistent, match=why):
        write(dataset, tmp_path / "dataset")
    assert list(tmp_path.iterdir()) == []


def test_an_export_can_be_stopped_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        write(STORY, tmp_path / "dataset", cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_an_export_says_how_far_it_is(tmp_path: Path) -> None:
    said: list[tuple[str, int, int | None]] = []
    write(STORY, tmp_path / "dataset", progress=lambda *step: said.append(step))
    assert ("claims", 0, 6) in said
    assert ("articles", 0, 2) in said


@dataclass(frozen=True)
class Endless(Collected):
    """Many claims in many articles, made as they are asked for."""

    articles_made: int = 0

    def articles(self) -> Iterator[Article]:
        for number in range(self.articles_made):
            yield Article(f"{number:032x}", "word " * 100)

    def claims(self) -> Iterator[ClaimView]:
        for number in range(self.articles_made):
            for start in range(0, 50, 5):
                made = Claim(f"{number:024x}{start:08x}", f"{number:032x}", start, start + 4, "word", "quote")
                yield view(made)

    def progress(self) -> Progress:
        return Progress(articles=self.articles_made, pending=self.articles_made * 10)


def test_memory_does_not_grow_with_the_number_of_claims(tmp_path: Path) -> None:
    peaks = []
    for articles_made in (50, 300):
        tracemalloc.start()
        write(Endless(articles_made=articles_made), tmp_path / str(articles_made))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.5


def test_claims_that_nobody_reads_do_not_confuse_those_of_the_next_article() -> None:
    read = {of.id: [row.claim_id for row in rows] for of, rows in claims_by_article(STORY) if of == MOSCOW}
    assert LEFT_OUT.id in read[MOSCOW.id]
    unread = [of.id for of, _ in claims_by_article(STORY)]
    assert unread == sorted((ANKARA.id, MOSCOW.id))


def test_a_pair_may_have_two_words_when_reviewers_differ(tmp_path: Path) -> None:
    both = (
        relation(DEPLOYED, LEFT_OUT, "same", disputed=True, reviewers=("ana",)),
        relation(DEPLOYED, LEFT_OUT, "unrelated", disputed=True, reviewers=("ben",)),
    )
    write(replace(STORY, relation_list=both), tmp_path / "dataset")
    assert problems(tmp_path / "dataset") == []


def test_rows_by_themselves_are_the_rows_of_the_files(folder: Path) -> None:
    texts = {of.id: of.text for of in STORY.articles()}
    rows = [row_values(claim_row(told, texts[told.claim.article_id])) for told in STORY.claims()]
    assert json_lines(folder / "claims.jsonl") == rows
    decisions = [row_values(decision_row(event)) for event in STORY.events()]
    assert json_lines(folder / "decisions.jsonl") == decisions
    assert list(decisions[0]) == list(column_names(DecisionRow))
    assert isinstance(next(STORY.relations()), Relation)
