"""View 1, Review: an article beside its claims, and what stands against or with each elsewhere.

Keys become verbs of the `Sitting`; its frozen view goes down to the panes. No rule is applied here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.timer import Timer

from curator.models import ContradictionType, CuratorError, Span, VerdictWord
from curator.text import visible_line
from curator.tui.answering import Then
from curator.tui.keys import key_name
from curator.tui.messages import (
    AddingEnded,
    AddingProgressed,
    OffsetPicked,
    RowPicked,
    SpanChanged,
    SpanMarked,
)
from curator.tui.naming import headline
from curator.tui.screens.view import ViewScreen
from curator.tui.sitting import MOST_COUNTED, Sitting
from curator.tui.widgets.article_view import ArticleView
from curator.tui.widgets.claim_card import ClaimCard
from curator.tui.widgets.claim_list import ClaimList
from curator.tui.widgets.framed import Framed
from curator.tui.widgets.header_line import HeaderLine
from curator.tui.widgets.key_line import KeyLine
from curator.tui.widgets.related_list import RelatedList
from curator.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from curator.tui.keys import Keymap
    from curator.tui.voices import Voice
    from curator.workspace import Outcome, Workspace

_PANES = ("claims", "related", "article")
_SAVE_AFTER = 0.2
"""Seconds without movement after which the position is written."""
_SAVE_DECIDED_AFTER = 1.0
"""The same after a decision, which told the database where it was made: a kill loses no place."""
_POLL = 1.0
"""Seconds between looks for what other processes wrote."""


class ReviewScreen(ViewScreen):
    """The place where claims are decided."""

    CONTEXT = "review"
    AUTO_FOCUS = "#claims"

    def __init__(self, workspace: Workspace, keymap: Keymap, file_name: str) -> None:
        super().__init__(workspace, keymap, id="review")
        self.sitting = Sitting(workspace)
        self._file_name = file_name
        self._save_timer: Timer | None = None
        self._gone = ""
        """What was said last of a file that is not there."""

    def compose(self) -> ComposeResult:
        yield HeaderLine(self._file_name, id="header")
        yield ArticleView(id="article")
        yield ClaimList(id="claims")
        yield RelatedList(id="related")
        yield ClaimCard(id="card")
        yield StatusLine(id="status")
        yield KeyLine(self.keymap, id="keys")

    def on_mount(self) -> None:
        if self.attempt(self.sitting.resume):
            self._greet()
        self.show()
        self.set_interval(_POLL, self.poll)

    def _greet(self) -> None:
        progress = self.sitting.view.progress
        if not progress.total:
            self.say("hint", "No claims yet. Add articles:  curator add PATH…")
        elif progress.decided and progress.pending:
            self.say(
                "hint",
                f"Welcome back: {progress.decided} of {progress.total} decided, {progress.pending} to go.",
            )
        elif progress.pending:
            self.say("hint", "Does the article really say this?  c yes · r no · u undo · ? all keys")
        else:
            self.say("done", self._all_done())

    def _all_done(self) -> str:
        """That no claim is left to decide, and what is: likely pairs, or writing the dataset."""
        total = self.sitting.view.progress.total
        scores = [pair.score for pair in self.workspace.candidates(limit=_MOST_PAIRS + 1)]
        likely = sum(score >= _LIKELY for score in scores)
        if not likely:
            return _ALL_DONE.format(total)
        pairs = f"over {_MOST_PAIRS}" if likely > _MOST_PAIRS else str(likely)
        word = "pair is" if likely == 1 else "pairs are"
        key = key_name(self.keymap.action("anywhere.compare-pairs").keys[0])
        return f"All {total} claims are decided, but {pairs} likely {word} open: {key} goes through them."

    # -- showing -------------------------------------------------------------------------------------

    def show(self) -> None:
        """Give the panes the sitting's view."""
        view = self.sitting.view
        header = self.query_one(HeaderLine)
        header.progress, header.session = view.progress, view.session
        article = self.query_one(ArticleView)
        article.article, article.claims = view.article, view.claims
        article.selected = view.claim
        claims = self.query_one(ClaimList)
        claims.claims, claims.cursor = view.claims, view.row
        claims.empty = _NO_MATCH.format("") if view.session.filter else ClaimList.EMPTY
        self.query_one("#keys", KeyLine).resting = frozenset() if view.claim else _NEEDS_A_CLAIM
        related = self.query_one(RelatedList)
        related.related, related.cursor = view.related, view.related_row
        card = self.query_one(ClaimCard)
        card.claim, card.related, card.voices = view.claim, view.highlighted, self._voices()
        self._show_titles()

    def _voices(self) -> tuple[Voice, ...]:
        """Who said what of the claim, where reviewers differ on it."""
        claim = self.sitting.view.claim
        if claim is None or claim.status != "disputed":
            return ()
        from curator.tui.voices import voices

        return voices(self.workspace, claim.claim.id)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self._show_titles()

    def _show_titles(self) -> None:
        view = self.sitting.view
        article = view.article
        where = (
            (article.publisher, article.published[:10], headline(article.title, article.text))
            if article
            else ()
        )
        row = f"{view.row + 1} of {len(view.claims)}" if view.claims else "0"
        related = f"{view.related_row + 1} of {len(view.related)}" if view.related else "0"
        narrow = self.has_class("-narrow")
        self._title("article", " · ".join(visible_line(part) for part in where if part) or "No article")
        self._title("claims", f"Claims {row}" + (f" │ Related {related}" if narrow else " in this article"))
        if view.session.filter:
            most = f"more than {MOST_COUNTED}" if view.matches > MOST_COUNTED else str(view.matches)
            beside = f" │ Related {related}" if narrow else ""
            self._title("claims", f"Claims {row} here · {most} match in all{beside}")
        self._title("related", (f"Claims {row} │ " if narrow else "") + f"Related {related}")
        self._title("card", "This claim")

    def _title(self, pane: str, title: str) -> None:
        self.query_one(f"#{pane}", Framed).title = title

    def _moved(self, moved: bool, otherwise: str) -> None:
        """Show where the reviewer stands now, and remember it a moment later."""
        if not moved:
            self.say("hint", otherwise)
            return
        self.show()
        self._save_soon(_SAVE_AFTER)

    def _save_soon(self, seconds: float) -> None:
        if self._save_timer is not None:
            self._save_timer.stop()
        self._save_timer = self.set_timer(seconds, self._save_when_free)

    def _save_when_free(self) -> None:
        if self.workspace.held(writing=True):
            self._save_soon(_POLL)  # the screen does not stand still for this
        else:
            self.save()

    def _move(self, verb: Callable[[], bool | None], otherwise: str = "There is nothing further.") -> None:
        moved: bool | None = None

        def do() -> None:
            nonlocal moved
            moved = verb()

        if self.attempt(do):
            self._moved(moved is not False, otherwise)

    def save(self) -> None:
        """Write where the reviewer stands."""
        if self._save_timer is not None:
            self._save_timer.stop()
            self._save_timer = None
        self.attempt(self.sitting.save)

    def poll(self) -> None:
        """Look whether another process wrote, and show it."""
        try:
            gone = self.workspace.gone()
            if gone and gone != self._gone:
                self.gone(gone)
            self._gone = gone
            if gone or not self.workspace.changed():
                return
            self.sitting.reload()
        except CuratorError as error:
            self.say("failed", str(error))
            return
        self.show()

    # -- articles that come in behind the screen ------------------------------------------------------

    def adding(self, message: AddingProgressed) -> None:
        """Tell how far the reading is; the first claims are shown as soon as there are any."""
        of = f" of {message.total}" if message.total else ""
        self.status.behind = f"{message.doing} {message.done}{of}"
        if self.sitting.view.article is None:
            self._read_again()

    def adding_ended(self, message: AddingEnded) -> None:
        """Tell what came of the reading."""
        self.status.behind = ""
        self._read_again()
        if message.said:
            self.say("failed" if message.failed else "done", message.said)
        elif not self.sitting.view.progress.total:
            self._greet()

    def _read_again(self) -> None:
        empty = self.sitting.view.article is None
        if self.attempt(self.sitting.reload):
            self.show()
            if empty and self.sitting.view.article is not None:
                self._greet()

    # -- deciding ------------------------------------------------------------------------------------

    def _decide(self, verb: Callable[[], Outcome]) -> None:
        if self.attempt(verb):
            self.show()
            self._save_soon(_SAVE_DECIDED_AFTER)
            progress = self.sitting.view.progress
            if not progress.pending and progress.total:
                _, said = self.status.said
                self.say("done", f"{self._all_done()} · {said}")

    def action_confirm(self) -> None:
        self._decide(self.sitting.confirm)

    def action_reject(self) -> None:
        self._decide(self.sitting.reject)

    async def action_reject_because(self) -> None:
        claim = self.sitting.view.claim
        if claim is None:
            self.action_reject()
            return
        from curator.tui.widgets.prompt_line import Question

        await self.ask(
            Question("Reject because"),
            lambda reason: self._decide(lambda: self.sitting.reject(reason, claim.claim.id)),
        )

    def _pair_is_hidden(self, key: str, verb: str) -> bool:
        """Whether the pair was not to be seen: it is shown now, and the key asked for once more."""
        claim, related = self.sitting.view.claim, self.sitting.view.highlighted
        if claim is None or related is None or not self.has_class("-narrow") or self.has_class("-related"):
            return False
        from curator.review.sentences import named

        self._focus_pane("related")
        pressed = key_name(self.keymap.action(f"review.{key}").keys[0])
        self.say(
            "question",
            f"{pressed} again {verb}: {named(claim)} and {named(related.claim)}; J K for another, Esc back",
        )
        return True

    def action_merge(self) -> None:
        if self._pair_is_hidden("merge", "joins these two"):
            return
        self._decide(self.sitting.merge)

    async def action_contradict(self) -> None:
        related = self.sitting.view.highlighted
        if related is None:
            self.say("failed", "no related claim is highlighted: nothing like it was found in other articles")
            return
        if self._pair_is_hidden("contradicts", "lets these contradict each other"):
            return
        from curator.tui.view_model import suggested_type
        from curator.tui.widgets.choice_line import ContradictionChoice

        suggestion = suggested_type(related)
        await self.choose(
            ContradictionChoice,
            f"How do the two contradict each other?  Enter: {suggestion}",
            lambda kind: self._decide(lambda: self.sitting.contradict(cast(ContradictionType, kind))),
            suggestion,
        )

    def action_dismiss_pair(self) -> None:
        if self._pair_is_hidden("dismiss", "says these are unrelated"):
            return
        self._decide(self.sitting.dismiss)

    def action_skip(self) -> None:
        self._decide(self.sitting.skip)

    def _in_cluster(self) -> bool:
        """Whether the claim stands in a cluster with others; says so where it does not."""
        view = self.sitting.view
        if view.claim is not None and (
            view.claim.canonical_id not in ("", view.claim.claim.id)
            or any(related.relation == "same" for related in view.related)
        ):
            return True
        self.say("hint", "This claim stands alone: it is merged with no other.")
        return False

    def action_split(self) -> None:
        if not self._in_cluster():
            return
        self._decide(self.sitting.split)

    def action_make_canonical(self) -> None:
        claim = self.sitting.view.claim
        if not self._in_cluster() or claim is None:
            return
        if claim.canonical_id in ("", claim.claim.id):
            self.say("hint", "This claim is the one its cluster is known by already.")
            return
        self._decide(self.sitting.make_canonical)

    async def action_adjudicate(self) -> None:
        claim = self.sitting.view.claim
        if claim is None or claim.status != "disputed":
            self.say("hint", "Reviewers do not differ on this claim: there is nothing to settle.")
            return
        from curator.tui.widgets.choice_line import VerdictChoice

        await self.choose(
            VerdictChoice,
            "; ".join(map(str, self._voices())) + ". Which verdict is to stand?",
            lambda verdict: self._decide(lambda: self.sitting.adjudicate(cast(VerdictWord, verdict))),
        )

    def action_undo(self) -> None:
        self._decide(self.sitting.undo)

    def action_redo(self) -> None:
        self._decide(self.sitting.redo)

    async def action_note(self) -> None:
        claim = self.sitting.view.claim
        if claim is None:
            self.say("failed", "there is no claim to write a note on")
            return
        from curator.tui.widgets.prompt_line import Question

        await self.ask(
            Question("Note"),
            lambda text: (
                self._decide(lambda: self.sitting.note(claim.claim.id, text))
                if text
                else self.say("hint", "An empty note is not kept.")
            ),
        )

    # -- editing and adding --------------------------------------------------------------------------

    async def action_edit(self) -> None:
        if self.sitting.view.claim is None:
            self.say("failed", "there is no claim to edit")
            return
        from curator.tui.widgets.choice_line import EditChoice

        await self.choose(EditChoice, "What is to be corrected?", self._edit)

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
                self._decide(lambda: self.sitting.edit(claim.claim.id, wording=text))
            else:
                self._decide(lambda: self.sitting.edit(claim.claim.id, speaker=text))

        await self.ask(question, then)

    async def action_add(self) -> None:
        article = self.query_one(ArticleView)
        if article.article is None:
            self.say("failed", "there is no article to add a claim from")
            return
        claim = self.sitting.view.claim
        if article.choosing is None:
            article.choose_sentence(claim.end if claim else article.first_visible_offset(), self.asker)
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
                self._decide(lambda: use(Span(start, end)))
            else:
                await self._ask_speaker(article_id, Span(start, end))

        self.listen(then, "span")
        self.set_focus(article)

    async def _ask_speaker(self, article_id: str, span: Span) -> None:
        from curator.tui.widgets.prompt_line import Question

        await self.ask(
            Question("Who says it", "", self._speakers(), "Enter: the article itself"),
            lambda speaker: self._decide(lambda: self.sitting.add(article_id, span, speaker)),
        )

    def _speakers(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(view.speaker for view in self.sitting.view.claims if view.speaker))

    def on_span_changed(self, message: SpanChanged) -> None:
        message.stop()
        article = self.sitting.view.article
        if article is not None:
            words = " ".join(article.text[message.span.start : message.span.end].split())
            self.say("hint", f"“{words}”")

    async def on_span_marked(self, message: SpanMarked) -> None:
        message.stop()
        if not self.asking:
            await self.action_add()

    def close_question(self) -> Then | None:
        self.query_one(ArticleView).end_choosing()
        return super().close_question()

    # -- moving --------------------------------------------------------------------------------------

    @property
    def pane(self) -> str:
        """The pane that has the focus."""
        focused = self.focused
        return focused.id if focused is not None and focused.id in _PANES else "claims"

    def action_down(self) -> None:
        self._step(1)

    def action_up(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.pane == "article":
            self.query_one(ArticleView).scroll_relative(y=by, animate=False)
        elif self.pane == "related":
            self.action_related(by)
        else:
            self._move(lambda: self.sitting.step(by))

    def action_related(self, by: int) -> None:
        self._move(lambda: self.sitting.highlight(self.sitting.view.related_row + by))

    def action_page(self, by: int) -> None:
        if self.pane == "article":
            article = self.query_one(ArticleView)
            article.scroll_relative(y=by * max(1, article.size.height - 2), animate=False)
        elif self.pane == "related":
            self.action_related(by * self.query_one(RelatedList).page_rows)
        else:
            rows = self.query_one(ClaimList).page_rows
            self._move(lambda: self.sitting.go_to_row(self.sitting.view.row + by * rows))

    def action_edge(self, by: int) -> None:
        view = self.sitting.view
        if self.pane == "article":
            article = self.query_one(ArticleView)
            article.scroll_to(y=0 if by < 0 else article.virtual_size.height, animate=False)
        elif self.pane == "related":
            self._move(lambda: self.sitting.highlight(0 if by < 0 else len(view.related)))
        else:
            self._move(lambda: self.sitting.go_to_row(0 if by < 0 else len(view.claims)))

    def action_undecided(self, by: int) -> None:
        self._move(lambda: self.sitting.go_undecided(by), "There is no other undecided claim.")

    def action_article(self, by: int) -> None:
        self._move(lambda: self.sitting.go_article(by), "There is no further article that way.")

    async def action_compare(self) -> None:
        """The highlighted pair side by side; without one, the first pair of the queue."""
        from curator.tui.screens.compare import CompareScreen

        claim, related = self.sitting.view.claim, self.sitting.view.highlighted
        await self.app.run_action("view('compare')")
        if claim is not None and related is not None and isinstance(self.app.screen, CompareScreen):
            self.app.screen.open_pair(claim.claim.id, related.claim.claim.id)

    def action_go_there(self) -> None:
        self._move(self.sitting.go_to_highlighted)

    def action_go_back(self) -> None:
        self._move(self.sitting.go_back, "You have not gone anywhere from here.")

    def action_pane(self, by: int) -> None:
        self._focus_pane(_PANES[(_PANES.index(self.pane) + by) % len(_PANES)])

    def action_home_pane(self) -> None:
        """Back to the claims; there, back to all of them."""
        if self.pane == "claims" and self.sitting.view.session.filter:
            self._filter_by("")
        self._focus_pane("claims")

    def _focus_pane(self, pane: str) -> None:
        if pane != "article":
            self.set_class(pane == "related", "-related")
        self.set_focus(self.query_one(f"#{pane}"))

    def on_row_picked(self, message: RowPicked) -> None:
        message.stop()
        if self.asking:
            return
        if message.source == "related":
            self._move(lambda: self.sitting.highlight(message.row))
        else:
            self._move(lambda: self.sitting.go_to_row(message.row))

    def on_offset_picked(self, message: OffsetPicked) -> None:
        message.stop()
        row = self.sitting.claim_at(message.offset)
        if row >= 0 and not self.asking:
            self._move(lambda: self.sitting.go_to_row(row))

    # -- what is shown -------------------------------------------------------------------------------

    def action_order(self) -> None:
        meanings = self.workspace.orders()
        orders = tuple(meanings)
        here = self.sitting.view.session.order
        following = orders[(orders.index(here) + 1) % len(orders)] if here in orders else orders[0]
        if self.attempt(lambda: self.sitting.show_in(order=following)):
            self.show()
            self._save_soon(_SAVE_AFTER)
            pending = self.sitting.view.progress.pending
            where = "here is the first to decide" if pending else "nothing is left to decide"
            self.say("done", f"order: {meanings[following]}; {where}")

    async def action_filter(self) -> None:
        from curator.tui.widgets.prompt_line import Question

        await self.ask(
            Question("Show only", self.sitting.view.session.filter, (), "status:pending speaker:…"),
            self._filter_by,
        )

    def _filter_by(self, words: str) -> None:
        if not self.attempt(lambda: self.sitting.show_in(filter=words)):
            return
        self.show()
        self._save_soon(_SAVE_AFTER)
        if not words:
            self.say("done", "showing all claims")
        elif not self.sitting.view.claims:
            self.say("failed", _NO_MATCH.format(f" {words}"))
        else:
            self.say("done", f"only {words}: j and k go from match to match, Esc shows all claims again")

    async def action_find(self) -> None:
        from curator.tui.screens.find import FindScreen

        def then(claim_id: str | None) -> None:
            if claim_id:
                self._move(lambda: self.sitting.leave_for(claim_id))

        await self.app.push_screen(FindScreen(self.workspace), then)


_ALL_DONE = "All {0} claims are decided.  curator export DIR  writes the dataset."
_LIKELY = 0.5
"""From this score on an open pair is a likely one."""
_MOST_PAIRS = 200
"""Beyond so many it is only said that there are more."""
_NO_MATCH = "No claim fits the filter{0}.  Esc shows all claims, f changes the filter."
_NEEDS_A_CLAIM = frozenset(
    {
        *("confirm", "reject", "merge", "contradict", "dismiss_pair", "skip", "edit", "add", "note"),
        *("go_there", "compare", "pane(1)"),
    }
)
"""Actions that the footer does not offer where no claim is shown."""
