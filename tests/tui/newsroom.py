"""Databases made by hand through the store, so that a screen's tests say what is on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from curator.models import Article, Candidate, Claim, Evidence, Kind, Span, article_id, claim_id
from curator.store import Store


@dataclass(frozen=True)
class Said:
    """A claim of an article, by its words."""

    words: str
    speaker: str = ""
    kind: Kind = "quote"
    cue: str = ""


@dataclass(frozen=True)
class Story:
    """An article with its claims."""

    title: str
    publisher: str
    published: str
    text: str
    claims: Sequence[Said]

    @property
    def article(self) -> Article:
        return Article(
            article_id(self.text), self.text, self.title, self.publisher, self.published, source=self.title
        )

    def claim(self, said: Said) -> Claim:
        start = self.text.index(said.words)
        article = article_id(self.text)
        speaker = self.text.find(said.speaker) if said.speaker else -1
        cue = self.text.find(said.cue, start) if said.cue else -1
        return Claim(
            claim_id(article, start, start + len(said.words)),
            article,
            start,
            start + len(said.words),
            said.words,
            said.kind,
            said.speaker,
            Span(speaker, speaker + len(said.speaker)) if speaker >= 0 else None,
            said.cue,
            Span(cue, cue + len(said.cue)) if cue >= 0 else None,
            extractor="by hand",
            extractor_version="1",
        )


Pair = tuple[tuple[int, int], tuple[int, int], str, float, str, str]
"""(article, claim), (article, claim), kind, score, signal, evidence in words."""


def fill(path: Path, stories: Sequence[Story], pairs: Iterable[Pair] = ()) -> None:
    """Make the database at `path` with these articles and proposals."""
    store = Store.open(path, reviewer="maker")
    try:
        with store.database.writing():
            for story in stories:
                claims = [story.claim(said) for said in story.claims]
                store.corpus.add_article(story.article, claims, extracted="by hand 1")
        candidates = []
        for (left_article, left), (right_article, right), kind, score, signal, words in pairs:
            ids = sorted(
                (
                    stories[left_article].claim(stories[left_article].claims[left]).id,
                    stories[right_article].claim(stories[right_article].claims[right]).id,
                )
            )
            evidence = (Evidence(signal, score, words),)
            candidates.append(Candidate(ids[0], ids[1], kind, score, evidence))  # type: ignore[arg-type]
        store.put_candidates(candidates)
    finally:
        store.database.close()


BRIDGE = "The old bridge is closed until further notice"
ROAD = "The coastal road will reopen on Friday"
HURT = "Nobody was hurt in the storm"
BOATS = "at least 40 boats were lost"
NO_ROAD = "the coastal road will not reopen on Friday"
NO_DATE = "There is no date yet"
MORE_BOATS = "more than 70 boats were lost"
MUSEUM = "The museum needs a new roof"

STORIES = (
    Story(
        "Bridge closed after storm",
        "Harbour Post",
        "2023-06-05T08:00",
        "Bridge closed after storm\nSource: Harbour Post\nMonday, 5 June 2023 08:00\n\n"
        f'"{BRIDGE}," Mayor Maria Vance told reporters on Monday.\n\n'
        f'"{ROAD}," Vance said. "{HURT}," she added.\n\n'
        f"According to Tom Reed, head of the harbour office, {BOATS}.\n",
        (
            Said(BRIDGE, "Maria Vance", cue="told reporters"),
            Said(ROAD, "Maria Vance", cue="said"),
            Said(HURT, "Maria Vance", cue="added"),
            Said(BOATS, "Tom Reed", "paraphrase"),
        ),
    ),
    Story(
        "Storm: what we know",
        "Valley Times",
        "2023-06-06",
        "Storm: what we know\nSource: Valley Times\nTuesday, 6 June 2023 09:30\n\n"
        f'"{BRIDGE}," Mayor Maria Vance told reporters.\n\n'
        f'Governor Lena Holt said {NO_ROAD}. "{NO_DATE}," she said.\n\n'
        f"According to Tom Reed, head of the harbour office, {MORE_BOATS}.\n",
        (
            Said(BRIDGE, "Maria Vance"),
            Said(NO_ROAD, "Lena Holt", "paraphrase", "said"),
            Said(NO_DATE, "Lena Holt"),
            Said(MORE_BOATS, "Tom Reed", "paraphrase"),
        ),
    ),
    Story(
        "City voices",
        "City Wire",
        "2023-06-07",
        "City voices\nSource: City Wire\nWednesday, 7 June 2023 07:15\n\n"
        f'"{MUSEUM}," Director Ann Cole said.\n',
        (Said(MUSEUM, "Ann Cole", cue="said"),),
    ),
)
PAIRS: tuple[Pair, ...] = (
    ((0, 0), (1, 0), "same", 0.99, "wording", "the same words"),
    ((0, 1), (1, 1), "contradicts", 0.92, "negation", "will reopen against will not reopen"),
    ((0, 1), (1, 2), "contradicts", 0.41, "modality", "decided against undecided"),
    ((1, 1), (1, 2), "same", 0.35, "topic", "both speak of the road"),
    ((0, 3), (1, 3), "contradicts", 0.82, "numbers", "at least 40 against more than 70 boats"),
)
