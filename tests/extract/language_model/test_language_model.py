"""Claims by a language model: grounded, paid for once, tried again, and never taken on trust."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import llm
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.extract.language_model import LanguageModel, Price, ResponseFile
from curator.extract.language_model.answers import NoAnswer, read_answer
from curator.extract.language_model.pricing import money
from curator.extract.language_model.prompt import parts
from curator.models import Article, CuratorError, article_id
from tests.extract.language_model.scripted_model import Keyed, Plugin, Scripted, claims

TEXT = (
    "Turkish troops will be deployed in Idlib, Ibrahim Kalin said on Thursday.\n\n"
    "“The negotiation process has begun, there is no decision yet,” Shamanov was quoted as saying.\n\n"
    "At least 300,000 people have been killed since the start of the war."
)
ARTICLE = Article(article_id(TEXT), TEXT, title="Talks", published="2017-06-23")
DEPLOYED = ("Turkish troops will be deployed in Idlib", "paraphrase", "Ibrahim Kalin", "said")
DECISION = ("there is no decision yet", "quote", "Shamanov", "was quoted as saying")
GOOD = claims(DEPLOYED, DECISION)


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scripted]:
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "llm"))
    scripted = Scripted()
    plugin = Plugin(scripted, Keyed())
    llm.plugins.pm.register(plugin, name="curator-tests")
    yield scripted
    llm.plugins.pm.unregister(plugin)


@pytest.fixture
def kept(tmp_path: Path) -> ResponseFile:
    return ResponseFile(tmp_path / "curator.db.responses.jsonl")


def extractor(kept: ResponseFile, pauses: list[float] | None = None, **more: object) -> LanguageModel:
    sleep = (lambda seconds: None) if pauses is None else pauses.append
    return LanguageModel("scripted", kept, sleep=sleep, **more)  # type: ignore[arg-type]


def test_a_models_claims_are_the_articles_own_words_with_all_that_they_are_made_of(
    model: Scripted, kept: ResponseFile
) -> None:
    model.answers = [GOOD]
    deployed, decision = extractor(kept)(ARTICLE)
    assert deployed.text == TEXT[deployed.start : deployed.end] == DEPLOYED[0]
    assert (deployed.speaker, deployed.cue, deployed.modality) == ("Ibrahim Kalin", "said", "planned")
    assert (decision.kind, decision.polarity, decision.modality) == ("quote", "negative", "undecided")
    assert deployed.extractor == "llm:scripted"
    assert "found by the model scripted" in deployed.rule


def test_the_model_is_held_to_our_schema_and_sees_the_article(model: Scripted, kept: ResponseFile) -> None:
    model.answers = [GOOD]
    extractor(kept)(ARTICLE)
    (prompt,) = model.asked
    assert TEXT in prompt.prompt
    assert prompt.options.temperature == 0
    assert prompt.schema["properties"].keys() == {"claims"}
    assert prompt.schema["$defs"]["FoundClaim"]["required"] == ["text", "kind", "speaker", "cue"]


def test_a_model_without_schemas_gets_the_schema_in_words(model: Scripted, kept: ResponseFile) -> None:
    model.supports_schema = False
    model.answers = [f"Here you are:\n```json\n{GOOD}\n```\nAnything else?"]
    assert len(extractor(kept)(ARTICLE)) == 2
    assert model.asked[0].schema is None
    assert '"required": ["text", "kind", "speaker", "cue"]' in model.asked[0].prompt


def test_what_a_model_invents_is_ungrounded_and_says_so(model: Scripted, kept: ResponseFile) -> None:
    invented = ("At least 470,000 people have been killed", "assertion", "", "")
    model.answers = [claims(DEPLOYED, invented, ("Moscow will pay", "quote", "Putin", "said"))]
    asker = extractor(kept)
    first, *rest = asker(ARTICLE)
    assert first.grounded
    assert [(claim.text, claim.grounded, claim.start, claim.end) for claim in rest] == [
        (invented[0], False, 0, 0),
        ("Moscow will pay", False, 0, 0),
    ]
    assert "lookalike" in rest[0].rule
    assert (asker.spent.claims, asker.spent.ungrounded) == (3, 2)
    assert "2 of them not in the article" in asker.spent.words


def test_an_answer_is_asked_for_once_and_survives_the_program(model: Scripted, kept: ResponseFile) -> None:
    model.answers = [GOOD]
    first = extractor(kept)(ARTICLE)
    again = extractor(ResponseFile(kept.path))
    assert again(ARTICLE) == first
    assert len(model.asked) == 1
    assert (again.spent.asked, again.spent.kept) == (0, 1)
    (line,) = kept.path.read_text("utf-8").splitlines()
    stored = json.loads(line)
    assert (stored["model"], stored["article_id"], stored["answer"]) == ("scripted", ARTICLE.id, GOOD)
    assert TEXT in stored["prompt"]
    assert (stored["input_tokens"], stored["output_tokens"]) == (100, 20)


def test_a_torn_line_of_kept_answers_costs_one_question_and_no_other_line(
    model: Scripted, kept: ResponseFile
) -> None:
    model.answers = [GOOD]
    extractor(kept)(ARTICLE)
    kept.path.write_bytes(kept.path.read_bytes()[:-30])
    extractor(ResponseFile(kept.path))(ARTICLE)
    assert len(model.asked) == 2
    extractor(ResponseFile(kept.path))(ARTICLE)
    assert len(model.asked) == 2


def test_another_article_or_another_title_is_another_question(model: Scripted, kept: ResponseFile) -> None:
    model.answers = [GOOD]
    asker = extractor(kept)
    asker(ARTICLE)
    asker(Article(ARTICLE.id, TEXT, title="Other talks"))
    assert len(model.asked) == 2


@pytest.mark.parametrize(
    "broken",
    [
        "I am sorry, I cannot do that.",
        "",
        '{"claims": "none"}',
        "[1, 2, 3]",
        '{"claims": [{"text": "x"}]}',
        llm.ModelError("overloaded"),
        TimeoutError("no answer in 60 s"),
    ],
)
def test_what_goes_wrong_once_is_tried_again(
    model: Scripted, kept: ResponseFile, broken: str | Exception
) -> None:
    model.answers = [broken, GOOD]
    pauses: list[float] = []
    asker = extractor(kept, pauses)
    assert len(asker(ARTICLE)) == 2
    assert len(model.asked) == 2
    assert asker.spent.retries == len(pauses) == 1


def test_pauses_grow_and_end_in_one_plain_line(model: Scripted, kept: ResponseFile) -> None:
    model.answers = [llm.ModelError("rate limit\nreached")]
    pauses: list[float] = []
    with pytest.raises(
        CuratorError, match=r"no usable answer in 4 attempts: ModelError: rate limit reached"
    ) as error:
        extractor(kept, pauses)(ARTICLE)
    assert "\n" not in str(error.value)
    assert len(pauses) == 3
    assert pauses[0] < pauses[1] < pauses[2]
    assert not kept.path.exists()


def test_of_an_answer_that_always_breaks_off_the_whole_claims_are_kept(
    model: Scripted, kept: ResponseFile
) -> None:
    model.answers = [GOOD[:-40], GOOD[:-90]]
    asker = extractor(kept)
    assert [claim.text for claim in asker(ARTICLE)] == [DEPLOYED[0]]
    assert asker.spent.retries == 3
    assert all(not json.loads(line)["usable"] for line in kept.path.read_text("utf-8").splitlines())


def test_a_claim_without_all_its_parts_is_lost_alone(model: Scripted, kept: ResponseFile) -> None:
    broken = json.loads(GOOD)
    broken["claims"][0]["kind"] = "rumour"
    model.answers = [json.dumps(broken)]
    assert [claim.text for claim in extractor(kept)(ARTICLE)] == [DECISION[0]]


def test_an_article_without_claims_is_a_good_answer(model: Scripted, kept: ResponseFile) -> None:
    model.answers = ['{"claims": []}']
    assert extractor(kept)(ARTICLE) == []
    assert len(model.asked) == 1


def test_what_it_takes_is_told_before_and_what_it_took_after(model: Scripted, kept: ResponseFile) -> None:
    model.answers = [GOOD]
    other = Article(article_id("x"), "Another article of some words.")
    asker = extractor(kept, price=Price.parse("0.50/2"))
    before = asker.estimate([ARTICLE, other])
    assert (before.questions, before.kept, len(model.asked)) == (2, 0, 0)
    assert before.input_tokens > len(TEXT) / 4
    assert before.words.startswith("2 questions, about ")
    asker(ARTICLE)
    assert asker.spent.words == "1 asked: 100 tokens in and 20 out, 0.00009; 2 claims"
    after = asker.estimate([ARTICLE, other])
    assert (after.questions, after.kept) == (2, 1)
    assert after.input_tokens < before.input_tokens
    assert "1 more answered before" in after.words


def test_tokens_that_the_provider_does_not_tell_are_estimated_and_said_to_be(
    model: Scripted, kept: ResponseFile
) -> None:
    model.answers, model.usage = [GOOD], (None, None)
    asker = extractor(kept)
    asker(ARTICLE)
    assert asker.spent.input_tokens > 100
    assert ": about " in asker.spent.words


def test_a_long_article_is_asked_about_in_parts_and_equal_claims_come_once(
    model: Scripted, kept: ResponseFile
) -> None:
    model.answers = [GOOD]
    asker = extractor(kept, part_length=120)
    assert len(asker(ARTICLE)) == 2
    assert len(model.asked) == len(list(parts(TEXT, 120))) == 3


def test_an_alias_and_an_unknown_name_are_told_apart(model: Scripted, kept: ResponseFile) -> None:
    assert LanguageModel("scripted-alias", kept).name == "scripted"
    with pytest.raises(CuratorError, match="llm knows no model called 'nobody'"):
        LanguageModel("nobody", kept)


def test_a_missing_key_is_said_at_once(model: Scripted, kept: ResponseFile) -> None:
    with pytest.raises(CuratorError, match="needs a key"):
        LanguageModel("keyed", kept, sleep=lambda seconds: pytest.fail("waited"))(ARTICLE)


@pytest.mark.parametrize(
    ("amount", "words"),
    [(0, "0.00"), (1234.5, "1,234.50"), (0.01, "0.01"), (0.0031, "0.0031"), (0.000094, "0.000094")],
)
def test_money_below_a_cent_is_told_in_digits_that_tell_something(amount: float, words: str) -> None:
    assert money(amount) == words


@pytest.mark.parametrize("words", ["", "1", "1/2/3", "a/b", "-1/2"])
def test_a_price_that_is_none_is_refused(words: str) -> None:
    with pytest.raises(CuratorError, match="two amounts"):
        Price.parse(words)


@given(st.integers(0, len(GOOD)), st.sampled_from(["", "```", "Sure! ", "{", "\x00"]))
def test_an_answer_cut_anywhere_gives_only_claims_that_are_in_it(cut: int, before: str) -> None:
    try:
        answer = read_answer(before + GOOD[:cut])
    except NoAnswer as trouble:
        assert str(trouble)
        return
    assert {claim.text for claim in answer.claims} <= {DEPLOYED[0], DECISION[0]}
    if len(answer.claims) < 2:
        assert answer.lost


@given(st.text(max_size=300) | st.from_regex(r"[\[{]\"claims\": .{0,60}", fullmatch=True))
def test_no_answer_whatever_it_is_raises_anything_else(text: str) -> None:
    try:
        assert isinstance(read_answer(text).claims, tuple)
    except NoAnswer as trouble:
        assert str(trouble)


@given(st.text(st.sampled_from("ab \n"), max_size=400), st.integers(5, 60))
def test_parts_cover_all_that_is_not_white_space_in_order(text: str, length: int) -> None:
    spans = list(parts(text, length))
    assert all(span.end - span.start <= length for span in spans)
    found = "".join(text[span.start : span.end] for span in spans)
    assert "".join(found.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
