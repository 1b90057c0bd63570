"""Asks a model about an article, part by part, and makes grounded claims of its answers.

What goes wrong on the way (a provider that is busy, an answer that is no JSON or breaks off) is tried again
with growing pauses; what a model invents is kept as ungrounded. Never asks twice what was answered well.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from curator.extract.language_model.answers import NoAnswer, ReadAnswer, read_answer
from curator.extract.language_model.pricing import Estimate, Price, answer_tokens, money, tokens_in
from curator.extract.language_model.prompt import (
    PART_LENGTH,
    SYSTEM,
    VERSION,
    FoundClaim,
    answer_schema,
    parts,
    question,
    question_hash,
)
from curator.extract.language_model.responses import KeptResponse, Responses
from curator.extract.outside import claim_of
from curator.models import Article, Claim, CuratorError, OutsideClaim, Span

ATTEMPTS = 4
_FIRST_PAUSE = 1.0
"""Seconds before the second attempt; each further pause is twice as long."""
_FIXED = "temperature"
"""An option set to 0 where a model has it, so that the same question gets much the same answer."""


@dataclass(slots=True)
class Spent:
    """What has been asked and used so far."""

    asked: int = 0
    kept: int = 0
    """Questions that an earlier answer served for."""
    retries: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    estimated: bool = False
    """Some of the tokens are our estimate, because the provider gave none."""
    claims: int = 0
    ungrounded: int = 0
    price: Price | None = None

    @property
    def words(self) -> str:
        """One line for people."""
        about = "about " if self.estimated else ""
        line = f"{self.asked:,} asked"
        line += f", {self.kept:,} answered before" if self.kept else ""
        line += f", {self.retries:,} tried again" if self.retries else ""
        line += f": {about}{self.input_tokens:,} tokens in and {self.output_tokens:,} out"
        if self.price:
            line += f", {about}{money(self.price.of(self.input_tokens, self.output_tokens))}"
        line += f"; {self.claims:,} claims"
        return line + (f", {self.ungrounded:,} of them not in the article" if self.ungrounded else "")


class LanguageModel:
    """An extractor: an article goes in, the claims that a model finds in it come out."""

    def __init__(
        self,
        name: str,
        responses: Responses,
        *,
        key: str | None = None,
        price: Price | None = None,
        attempts: int = ATTEMPTS,
        part_length: int = PART_LENGTH,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """`name` is the model's name or alias in `llm`; raises CuratorError when there is no such model."""
        self._model = _model(name)
        self._responses = responses
        self._key = key
        self._attempts = attempts
        self._part_length = part_length
        self._sleep = sleep
        self.spent = Spent(price=price)

    @property
    def name(self) -> str:
        """The model's full name in `llm`."""
        return str(self._model.model_id)

    @property
    def tool(self) -> str:
        """What its claims carry as their extractor: "llm:" and the model's name."""
        return f"llm:{self.name}"

    def estimate(self, articles: Iterable[Article]) -> Estimate:
        """What asking about `articles` would take; asks nothing."""
        questions = kept = input_tokens = output_tokens = 0
        for article in articles:
            for part in parts(article.text, self._part_length):
                prompt = self._question(article, part)
                questions += 1
                if self._responses.usable(question_hash(self.name, prompt)):
                    kept += 1
                    continue
                input_tokens += tokens_in(SYSTEM) + tokens_in(prompt)
                output_tokens += answer_tokens(article.text[part.start : part.end])
        return Estimate(questions, kept, input_tokens, output_tokens, self.spent.price)

    def __call__(self, article: Article) -> list[Claim]:
        """The claims of `article`, each once; raises CuratorError when the model gives no usable answer."""
        claims: dict[str, Claim] = {}
        for part in parts(article.text, self._part_length):
            for found in self._answer(article, part).claims:
                if not found.text.strip():
                    continue
                claim = claim_of(self._outside(found, part), article)
                claims.setdefault(claim.id, claim)
        self.spent.claims += len(claims)
        self.spent.ungrounded += sum(not claim.grounded for claim in claims.values())
        return sorted(claims.values(), key=lambda claim: (not claim.grounded, claim.start, claim.end))

    def _outside(self, found: FoundClaim, part: Span) -> OutsideClaim:
        return OutsideClaim(
            words=found.text,
            near=part,
            speaker=found.speaker.strip(),
            kind=found.kind,
            cue=found.cue.strip(),
            rule=f"found by the model {self.name}",
            tool=self.tool,
            tool_version=VERSION,
        )

    # -- asking ----------------------------------------------------------------------------------------

    def _question(self, article: Article, part: Span) -> str:
        return question(article, part, with_schema=not self._model.supports_schema)

    def _answer(self, article: Article, part: Span) -> ReadAnswer:
        prompt = self._question(article, part)
        key = question_hash(self.name, prompt)
        known = self._responses.usable(key)
        if known:
            self.spent.kept += 1
            return read_answer(known.answer)
        best: ReadAnswer | None = None
        trouble = ""
        for attempt in range(self._attempts):
            if attempt:
                self.spent.retries += 1
                self._sleep(_FIRST_PAUSE * 2 ** (attempt - 1) * random.uniform(0.8, 1.2))  # noqa: S311
            try:
                answer = self._ask(article, key, prompt)
            except (NoAnswer, _Busy) as error:
                trouble = str(error)
                continue
            if not answer.lost:
                return answer
            trouble = answer.lost
            if best is None or len(answer.claims) > len(best.claims):
                best = answer
        if best is None:
            raise CuratorError(
                f"the model {self.name} gave no usable answer in {self._attempts} attempts: {trouble}"
            )
        return best

    def _ask(self, article: Article, key: str, prompt: str) -> ReadAnswer:
        """Ask once; the answer is kept before it is judged."""
        import llm

        options: dict[str, Any] = {_FIXED: 0} if _FIXED in self._model.Options.model_fields else {}
        schema = answer_schema() if self._model.supports_schema else None
        asked_at = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            response = self._model.prompt(
                prompt, system=SYSTEM, schema=schema, stream=False, key=self._key, options=options
            )
            text = response.text()
            usage = response.usage()
        except llm.NeedsKeyException as error:
            raise CuratorError(f"the model {self.name} needs a key: {error}") from error
        except Exception as error:  # whatever a plug-in raises for a busy provider or a lost connection
            raise _Busy(f"{type(error).__name__}: {' '.join(str(error).split())[:300]}") from error
        answer, trouble = _judged(text)
        self._responses.keep(
            KeptResponse(
                key=key,
                model=self.name,
                article_id=article.id,
                prompt=prompt,
                answer=text,
                usable=answer is not None and not answer.lost,
                input_tokens=usage.input,
                output_tokens=usage.output,
                asked_at=asked_at,
                milliseconds=response.duration_ms(),
                cost=self._cost(prompt, text, usage.input, usage.output),
            )
        )
        self._count(prompt, text, usage.input, usage.output)
        if answer is None:
            raise NoAnswer(trouble)
        return answer

    def _cost(
        self, prompt: str, text: str, input_tokens: int | None, output_tokens: int | None
    ) -> float | None:
        price = self.spent.price
        return None if price is None else price.of(*_tokens(prompt, text, input_tokens, output_tokens))

    def _count(self, prompt: str, text: str, input_tokens: int | None, output_tokens: int | None) -> None:
        asked, answered = _tokens(prompt, text, input_tokens, output_tokens)
        self.spent.asked += 1
        self.spent.estimated |= input_tokens is None or output_tokens is None
        self.spent.input_tokens += asked
        self.spent.output_tokens += answered


def _tokens(prompt: str, text: str, input_tokens: int | None, output_tokens: int | None) -> tuple[int, int]:
    """The tokens in and out as the provider counts them, else our estimate."""
    return (
        tokens_in(SYSTEM + prompt) if input_tokens is None else input_tokens,
        tokens_in(text) if output_tokens is None else output_tokens,
    )


class _Busy(Exception):
    """The model could not be asked just now."""


def _judged(text: str) -> tuple[ReadAnswer | None, str]:
    try:
        return read_answer(text), ""
    except NoAnswer as trouble:
        return None, str(trouble)


def _model(name: str) -> Any:
    try:
        import llm
    except ImportError as error:
        raise CuratorError(
            "extraction by a language model needs an extra: pipx install --force '.[llm]' in Curator's folder"
        ) from error
    try:
        return llm.get_model(name)
    except llm.UnknownModelError as error:
        raise CuratorError(
            f"llm knows no model called {name!r}: `llm models` lists them, `llm install` adds more"
        ) from error
