"""What all keys of the review share: its panes, and what is shown and said after moving and deciding."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual import events
from textual.css.query import NoMatches
from textual.timer import Timer
from textual.widget import Widget

from curator.models import CuratorError
from curator.tui.key_names import key_name
from curator.tui.naming import known_by
from curator.tui.screens.view import POLL
from curator.tui.sitting import Sitting
from curator.tui.standing import MOST_COUNTED
from curator.tui.widgets.article_view import ArticleView
from curator.tui.widgets.chips_line import ChipsLine
from curator.tui.widgets.claim_card import ClaimCard
from curator.tui.widgets.claim_list import ClaimList
from curator.tui.widgets.framed import Framed
from curator.tui.widgets.key_line import KeyLine
from curator.tui.widgets.related_list import RelatedList

if TYPE_CHECKING:
    from curator.tui.keymap import Keymap
    from curator.tui.screens.view import ViewScreen
    from curator.tui.view_model import ReviewView
    from curator.tui.voices import Voice
    from curator.tui.widgets.evidence_panel import EvidencePanel
    from curator.tui.widgets.status_line import Tone
    from curator.workspace import Workspace

    Base = ViewScreen
else:
    Base = object

PANES = ("claims", "related", "evidence", "article")
"""In the order in which Tab goes round."""
_ASIDE = ("related", "evidence")
"""Panes that take the place of the claims in a small window, where there is room for one."""
SAVE_AFTER = 0.2
"""Seconds without movement after which the position is written."""
SAVE_DECIDED_AFTER = 1.0
"""The same after a decision, which told the database where it was made: a kill loses no place."""
NO_MATCH = "No claim fits the filter{0}.  Esc shows all claims, f changes the filter."
_ALL_DONE = "All {0} claims are decided.  curator export DIR  writes the dataset."
_LIKELY = 0.5
"""From this score on an open pair is a likely one."""
_MOST_PAIRS = 200
"""Beyond so many it is only said that there are more."""
_NEEDS_A_CLAIM = frozenset(
    {
        *("confirm", "reject", "merge", "contradict", "dismiss_pair", "skip", "edit", "add", "note"),
        *("go_there", "compare", "pane(1)", "why", "details", "range", "choose_one"),
    }
)
"""Actions that the footer does not offer where no claim is shown."""

_PASSING = ("hint", "done", "question")
"""What is said in these tones has been said once the reviewer stands elsewhere."""


class ReviewPanes(Base):
    """An article beside its claims and what is related to them."""

    def __init__(self, workspace: Workspace, keymap: Keymap, file_name: str) -> None:
        super().__init__(workspace, keymap, file_name, id="review")
        self.sitting = Sitting(workspace)
        self._save_timer: Timer | None = None
        self.towards = 1
        """The direction in which articles are gone through."""
        self.news: tuple[Tone, str] | None = None
        """What was said last that no key had asked for."""
        self.goes_on = False
        """Whether the last key went to another article, so that the next one may go further."""

    def panes(self) -> Iterable[Widget]:
        yield ChipsLine("", numbered=True, id="chips")
        yield ArticleView(id="article")
        yield ClaimList(id="claims")
        yield RelatedList(id="related")
        yield ClaimCard(id="card")
        if self.has_own_evidence:
            yield self._evidence_pane()

    # -- showing -------------------------------------------------------------------------------------

    def show(self) -> None:
        """Give the panes the sitting's view."""
        view = self.sitting.view
        self.show_counts(view.progress, replace(view.session, filter=""))
        self._show_chips()
        article = self.query_one(ArticleView)
        article.article, article.places = view.article, view.places
        article.selected = view.claim
        self.show_claims()
        claims = self.query_one(ClaimList)
        claims.empty = self._instead_of_claims()
        resting = frozenset() if view.claim else _NEEDS_A_CLAIM
        self.query_one("#keys", KeyLine).resting = resting - {"add"} if view.article else resting
        related = self.query_one(RelatedList)
        related.empty = RelatedList.EMPTY if view.claim else ""
        related.related, related.cursor = view.related, view.related_row
        self._show_evidence()
        self._show_titles()

    def show_claims(self) -> None:
        """Give the list of claims its rows, as far as they were read."""
        claims = self.query_one(ClaimList)
        claims.claims, claims.cursor = self.sitting.view.claims, self.sitting.view.row

    def _instead_of_claims(self) -> str:
        """What the list says where there is no claim: why, and what can be done."""
        if self.sitting.view.article is not None:
            add, back = (key_name(self.keymap.action(f"review.{n}").keys[0]) for n in ("add", "go-back"))
            return f"  No claims here.  {add} adds one, {back} goes back"
        return NO_MATCH.format("") if self.sitting.view.session.filter else ClaimList.EMPTY

    def _show_chips(self) -> None:
        """The filter part by part, each with the number by which it is taken away."""
        words = self.sitting.view.session.filter
        chips = self.query_one(ChipsLine)
        if words != chips.words:
            from curator.review.queue import Filter

            chips.words, chips.chips = words, Filter.parse(words).chips
            drop, change = (
                key_name(self.keymap.action(f"review.{n}").keys[0]) for n in ("drop-filter", "filter")
            )
            chips.told = f"{drop} takes one away · {change} changes"
            self.wear("filtered")
            self.set_class(bool(words), "-filtered")

    def _show_evidence(self) -> None:
        """The evidence in its own pane where there is one, else with the claim."""
        view = self.sitting.view
        apart = self.has_own_evidence
        card = self.query_one(ClaimCard)
        card.claim, card.voices = view.claim, self.voices()
        card.related = None if apart else view.highlighted
        evidence = self._pane("evidence")
        if evidence is not None:
            cast("EvidencePanel", evidence).related = view.highlighted if apart else None

    @staticmethod
    def _evidence_pane() -> EvidencePanel:
        from curator.tui.widgets.evidence_panel import EvidencePanel

        return EvidencePanel(id="evidence")

    def _make_room(self) -> None:
        """Bring the pane for the evidence when the window is of a size that has one."""
        if self.has_own_evidence and not self.query("#evidence") and self.query("#card"):
            self.mount(self._evidence_pane(), after="#card")
            self.call_after_refresh(self._show_evidence)
            self.call_after_refresh(self._show_titles)

    @property
    def has_own_evidence(self) -> bool:
        """Whether the evidence has a pane of its own: beside the lists, or in their place."""
        return self.has_class("-narrow") or self.has_class("-wide")

    @property
    def pair_is_hidden(self) -> bool:
        """Whether the highlighted pair cannot be seen."""
        return self.has_class("-narrow") and not any(self.has_class(f"-{pane}") for pane in _ASIDE)

    def voices(self) -> tuple[Voice, ...]:
        """Who said what of the claim, where reviewers differ on it."""
        claim = self.sitting.view.claim
        if claim is None or claim.status != "disputed":
            return ()
        from curator.tui.voices import voices

        return voices(self.workspace, claim.claim.id)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self._make_room()
        self._show_evidence()
        self._show_titles()

    def _show_titles(self) -> None:
        view = self.sitting.view
        article = view.article
        row = view.claims.told(view.row)
        related = f"{view.related_row + 1} of {len(view.related)}" if view.related else "0"
        self._title("article", (known_by(article) if article else "") or "No article")
        of_claims, of_related = f"Claims {row}".rstrip(), f"Related {related}"
        if view.session.filter:
            most = f"more than {MOST_COUNTED}" if view.matches > MOST_COUNTED else str(view.matches)
            of_claims += f" here · {most} match in all"
        if self.has_class("-narrow"):
            titles = {
                "claims": f"{of_claims} │ {of_related} │ Why",
                "related": f"Claims {row} │ {of_related} │ Why",
                "evidence": f"Claims {row} │ Related │ Why {related}",
            }
        else:
            titles = {"related": of_related, "evidence": "Why"}
            titles["claims"] = of_claims if view.session.filter else f"{of_claims} in this article"
        for pane, title in titles.items():
            self._title(pane, title)
        self._title("card", "This claim")

    def _title(self, pane: str, title: str) -> None:
        found = self._pane(pane)
        if found is not None:
            found.title = title

    def _pane(self, name: str) -> Framed | None:
        """A pane of the screen by its name, None for one that is not there at this size."""
        try:
            return self.get_child_by_id(name, Framed)
        except NoMatches:
            return None

    def save_soon(self, seconds: float) -> None:
        if self._save_timer is not None:
            self._save_timer.stop()
        self._save_timer = self.set_timer(seconds, self._save_when_free)

    def _save_when_free(self) -> None:
        if self.workspace.held(writing=True):
            self.save_soon(POLL)  # the screen does not stand still for this
        else:
            self.save()
            self.look_ahead()

    def move(self, verb: Callable[[], bool | None], otherwise: str = "There is nothing further.") -> bool:
        """Go elsewhere, show it, and remember it a moment later; false where it led nowhere."""
        said, before = self.status.said, self.sitting.view
        moved = self.look(verb, otherwise)
        if moved:
            self.save_soon(SAVE_AFTER)
            if self.status.said is said and _another(before, self.sitting.view):
                self._pass_on()
        return moved

    def _pass_on(self) -> None:
        """What was said is over, but for news that came while a key may have waited: that stays for one."""
        said, news, self.news = self.status.said, self.news, None
        if said[0] in _PASSING and said is not news:
            self.say("hint", self.hint())

    def answered(self) -> None:
        if self.goes_on:
            self.goes_on = False
            self.look_ahead()

    def look_ahead(self) -> None:
        """While nobody waits, read what the next key will likely ask for."""
        if not self.workspace.held():
            with suppress(CuratorError):  # who goes there will be told
                self.sitting.look_ahead(self.towards)

    def save(self) -> None:
        """Write where the reviewer stands."""
        if self._save_timer is not None:
            self._save_timer.stop()
            self._save_timer = None
        self.attempt(self.sitting.save)

    def read_again(self) -> None:
        self.sitting.reload()

    # -- what came of a key ----------------------------------------------------------------------------

    def decided(self) -> None:
        self.save_soon(SAVE_DECIDED_AFTER)
        progress = self.sitting.view.progress
        _, said = self.status.said
        if not progress.pending and progress.total:
            self.say("done", f"{self.all_done()} · {said}")
        elif self.sitting.hurry:
            self.say("done", f"{self.sitting.hurry} · {said}")

    def all_done(self) -> str:
        """That no claim is left to decide, and what is: likely pairs, or writing the dataset."""
        total = self.sitting.view.progress.total
        if self.workspace.guards.blind:
            return f"You have decided all {total} claims."
        scores = [pair.score for pair in self.workspace.candidates(limit=_MOST_PAIRS + 1)]
        likely = sum(score >= _LIKELY for score in scores)
        if not likely:
            return _ALL_DONE.format(total)
        pairs = f"over {_MOST_PAIRS}" if likely > _MOST_PAIRS else str(likely)
        word = "pair is" if likely == 1 else "pairs are"
        key = key_name(self.keymap.action("anywhere.compare-pairs").keys[0])
        return f"All {total} claims are decided, but {pairs} likely {word} open: {key} goes through them."

    # -- panes -----------------------------------------------------------------------------------------

    @property
    def pane(self) -> str:
        """The pane that has the focus."""
        focused = self.focused
        return focused.id if focused is not None and focused.id in PANES else "claims"

    def focus_pane(self, pane: str) -> None:
        if pane != "article":
            for aside in _ASIDE:
                self.set_class(pane == aside, f"-{aside}")
        self.set_focus(self.query_one(f"#{pane}"))


def _another(before: ReviewView, now: ReviewView) -> bool:
    """Whether another claim is stood at, or another pair highlighted."""
    claims = [view.claim and view.claim.claim.id for view in (before, now)]
    pairs = [view.highlighted and view.highlighted.claim.claim.id for view in (before, now)]
    return claims[0] != claims[1] or pairs[0] != pairs[1]
