"""The measures of bench/extract, on texts small enough to count by hand."""

import json
from pathlib import Path

import pytest

from bench.extract.corpus import read_corpus
from bench.extract.measuring import kind_of, measure, same_speaker
from bench.extract.scoring import Score, Tokenised, covered, iou, matched
from curator.models import Article, Claim, Span, claim_id

TEXT = "Kalin said that the zones are safe. “We will go,” he said."


def test_a_span_is_cut_to_words_and_loses_a_leading_that() -> None:
    tokens = Tokenised(TEXT)
    assert tokens.span(11, 35) == tokens.span(16, 34) == (3, 7)
    assert tokens.span(36, 50) == (7, 10)
    assert tokens.span(34, 36) is None


def test_overlap_is_intersection_over_union() -> None:
    assert iou((0, 4), (2, 6)) == pytest.approx(2 / 6)
    assert iou((0, 4), (4, 6)) == 0


def test_each_marked_span_is_matched_with_the_best_that_is_free() -> None:
    assert matched([(0, 4), (4, 8)], [(0, 8), (4, 8)]) == {0: 0, 1: 1}
    assert matched([(0, 4)], [(0, 2), (0, 4)]) == {0: 1}
    assert matched([(0, 4)], [(3, 8)]) == {}


def test_coverage_is_the_share_of_the_marked_span() -> None:
    assert covered([(0, 10)], [(0, 9)], over=0.8) == {0: 0}
    assert covered([(0, 10)], [(0, 8)], over=0.8) == {}
    assert covered([(0, 5), (5, 10)], [(0, 10)], over=0.3) == {0: 0}


def test_scores_add_up_over_texts() -> None:
    score = Score()
    score.add(gold=[(0, 4)], found=[(0, 4), (6, 8)])
    score.add(gold=[(0, 4)], found=[])
    exact = score.tallies["exact"]
    assert (exact.right, exact.found, exact.gold) == (1, 2, 2)
    assert exact.f1 == pytest.approx(0.5)
    assert score.tallies["token"].precision == pytest.approx(4 / 6)


@pytest.mark.parametrize(
    ("content", "kind"),
    [("We will go", "direct"), ("“We will go,”", "direct"), ("the zones are safe", "indirect")],
)
def test_the_kind_of_speech_is_read_from_the_marks(content: str, kind: str) -> None:
    start = TEXT.index(content)
    assert kind_of(TEXT, start, start + len(content)) == kind


def test_a_fragment_makes_speech_mixed() -> None:
    assert kind_of("He said the “smart” plan failed.", 8, 31) == "mixed"


def test_speakers_agree_by_their_last_word() -> None:
    assert same_speaker("Ibrahim Kalin", "Kalın")
    assert same_speaker("the ministry", "Ministry")
    assert not same_speaker("Ibrahim Kalin", "Igor Volkov")


def test_a_corpus_is_measured_with_its_speakers_and_misses(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    attributions = [
        {"content": [[11, 34]], "speaker": "Kalin"},
        {"content": [[36, 49]], "speaker": "Volkov"},
    ]
    path.write_text(json.dumps({"id": "a", "text": TEXT, "attributions": attributions}) + "\n", "utf-8")

    def extractor(article: Article) -> list[Claim]:
        start = TEXT.index("the zones")
        end = start + len("the zones are safe")
        words = TEXT[start:end]
        name = claim_id(article.id, start, end)
        return [Claim(name, article.id, start, end, words, "paraphrase", "Ibrahim Kalin", Span(0, 5))]

    result = measure(read_corpus(path), extractor)
    assert result.score.tallies["iou50"].recall == 0.5
    assert (result.kinds["indirect"].right, result.kinds["direct"].right) == (1, 0)
    assert (result.speakers.right, result.speakers.gold) == (1, 1)
    assert [(miss.kind, miss.text) for miss in result.misses] == [("direct", "“We will go,”")]


def test_a_line_of_another_form_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('{"text": "a", "attributions": []}\n{"text": "b"}\n', "utf-8")
    with pytest.raises(ValueError, match="line 2: not a marked article"):
        list(read_corpus(path))
