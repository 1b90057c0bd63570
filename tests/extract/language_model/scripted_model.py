"""A real plug-in for `llm`: a model that answers from a script, registered through llm's own hook."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import llm

Answer = str | Exception


class Scripted(llm.Model):
    """Gives its answers in turn, the last one for ever; remembers what it was asked."""

    def __init__(self, model_id: str = "scripted", *, supports_schema: bool = True) -> None:
        self.model_id = model_id
        self.supports_schema = supports_schema
        self.answers: list[Answer] = []
        self.asked: list[llm.Prompt] = []
        self.usage: tuple[int | None, int | None] = (100, 20)

    class Options(llm.Options):
        temperature: float | None = None

    def execute(
        self, prompt: llm.Prompt, stream: bool, response: llm.Response, conversation: Any
    ) -> Iterator[str]:
        self.asked.append(prompt)
        answer = self.answers[min(len(self.asked), len(self.answers)) - 1]
        if isinstance(answer, Exception):
            raise answer
        response.set_usage(input=self.usage[0], output=self.usage[1])
        yield answer


class Keyed(llm.KeyModel):
    """A model that wants a key."""

    model_id = "keyed"
    needs_key = "nobody-has-this"

    def execute(self, *arguments: Any, **more: Any) -> Iterator[str]:
        yield "{}"


class Plugin:
    """What `llm` finds: its `register_models` hook."""

    def __init__(self, *models: llm.Model) -> None:
        self.models = models

    @llm.hookimpl
    def register_models(self, register: Any) -> None:
        for model in self.models:
            register(model, aliases=(f"{model.model_id}-alias",))


def claims(*found: tuple[str, str, str, str]) -> str:
    """An answer with claims of (text, kind, speaker, cue)."""
    names = ("text", "kind", "speaker", "cue")
    return json.dumps({"claims": [dict(zip(names, one, strict=True)) for one in found]})
