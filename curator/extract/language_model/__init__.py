"""Claims found by a language model, as guests: any model that the `llm` library knows, local or hosted.

    extractor = LanguageModel("gpt-5-mini", responses=ResponseFile("curator.db.responses.jsonl"))
    print(extractor.estimate(articles).words)
    claims = extractor(article)

Each claim that a model gives is looked for in the article: what is not there is ungrounded and shown as such.
Answers are kept with model, prompt and usage, so that stopping costs nothing. Never sends anything but the
article's own text and metadata, and never without being asked.
"""

from __future__ import annotations

from curator.extract.language_model.extractor import LanguageModel, Spent
from curator.extract.language_model.pricing import Estimate, Price
from curator.extract.language_model.responses import KeptResponse, ResponseFile, Responses

__all__ = ["Estimate", "KeptResponse", "LanguageModel", "Price", "ResponseFile", "Responses", "Spent"]
