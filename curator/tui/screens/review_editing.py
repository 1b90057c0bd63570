"""Correcting a claim, and adding one from words chosen in the article.

Never changes an article: an edit is a decision like any other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.cells import cell_len

from curator.models import Span
from curator.text import visible_line
from curator.tui.cells import cut_inside
from curator.tui.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from curator.tui.answering import Then
    from curator.tui.messages import SpanChanged, SpanMarked
    from curator.tui.screens.review_panes import ReviewPanes as Base
    from curator.workspace import Outcome
else:
    Base = object


class Editing(Base):
    """Wording, speaker, boundaries and claims that were missed."""

    async def action_edit(self) -> None:
        if self.sitting.view.claim is None:
            self.say("failed", "there is no claim to edit")
            return
        await self.choose("edit", "What is to be corrected?", self._edit)

    async def _edit(self, what: str) -> None:
        claim = self.sitting.view.claim
        if claim is None:
            return
        if what == "boundaries":
            self.query_one(ArticleView).choose_span(Span(claim.start, claim.end), self.asker)
            self._choose_words(lambda span: self.sitting.edit(claim.claim.id, span=span))
            return
        from curator.tui.widgets.prompt_line import Question

        if what == "wording":
            before = " ".join((claim.wording or claim.claim.text).split())
            question = Question("Wording", before)
        else:
            before = claim.speaker
            question = Question("Who says it", before, self._speakers())

        def then(text: str) -> None:
            # an answer left as it was shown must not write the cleaned text over the original
            if text == visible_line(before).strip():
                self.say("hint", "Nothing changed.")
            elif what == "wording":
                self.decide(lambda: self.sitting.edit(claim.claim.id, wording=text))
            else:
                self.decide(lambda: self.sitting.edit(claim.claim.id, speaker=text))

        await self.ask(question, then)

    async def action_add(self) -> None:
        article = self.query_one(ArticleView)
        if article.article is None:
            self.say("failed", "there is no article to add a claim from")
            return
        claim = self.sitting.view.claim
        if article.choosing is None:
            found = article.hits[0].start if article.hits else article.first_visible_offset()
            article.choose_sentence(claim.end if claim else found, self.asker)
        else:
            article.choose_span(article.choosing, self.asker)
        shown = article.article.id
        self._choose_words(None, shown)

    def _choose_words(self, use: Callable[[Span], Outcome] | None, article_id: str = "") -> None:
        """Let words be chosen in the article; without `use` they become a claim, after asking who says it."""
        article = self.query_one(ArticleView)

        async def then(chosen: str) -> None:
            start, end = map(int, chosen.split())
            if use is not None:
                self.decide(lambda: use(Span(start, end)))
            else:
                await self._ask_speaker(article_id, Span(start, end))

        self.listen(then, "span")
        self.set_focus(article)

    async def _ask_speaker(self, article_id: str, span: Span) -> None:
        from curator.tui.widgets.prompt_line import Question

        await self.ask(
            Question("Who says it", "", self._speakers(), "Enter: the article itself"),
            lambda speaker: self.decide(lambda: self.sitting.add(article_id, span, speaker)),
        )

    def _speakers(self) -> tuple[str, ...]:
        """Who says something around where one stands; in an article that is not long, anywhere in it."""
        return tuple(dict.fromkeys(view.speaker for view in self.sitting.view.claims.read if view.speaker))

    def on_span_changed(self, message: SpanChanged) -> None:
        message.stop()
        article = self.sitting.view.article
        if article is not None:
            words = " ".join(article.text[message.span.start : message.span.end].split())
            room = self.status.room - cell_len("“”")
            self.say("hint", f"“{cut_inside(visible_line(words), room)}”")

    async def on_span_marked(self, message: SpanMarked) -> None:
        message.stop()
        if not self.asking:
            await self.action_add()

    def close_question(self) -> Then | None:
        self.query_one(ArticleView).end_choosing()
        return super().close_question()
