"""The one table of keys: what a key does, footer, help, command palette and tooltips all come from it.

To add a key, add a row here and an `action_<name>` where its context lives. This module must never import
Textual, so that documentation and `curator --help` can read the table without starting a screen.
"""

from __future__ import annotations

from curator.tui.actions import Action

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
"""What a claim can be marked with."""

ACTIONS: tuple[Action, ...] = (
    # deciding
    Action("confirm", ("c",), "confirm", "The article really makes this claim.", footer=1),
    Action("reject", ("r",), "reject", "The article does not make this claim, or it is no claim.", footer=2),
    Action("reject_because", ("R",), "reject because", "Reject and say why."),
    Action("merge", ("m",), "merge", "The highlighted related claim says the same as this one.", footer=3),
    Action(
        "contradict",
        ("x",),
        "contradicts",
        "The highlighted related claim cannot hold with this one.",
        footer=4,
    ),
    Action(
        "dismiss_pair", ("d",), "dismiss", "The highlighted pair has nothing to do with each other.", footer=5
    ),
    Action("skip", ("s",), "skip", "Put this claim off: it comes back after the others.", footer=6),
    Action("edit", ("e",), "edit", "Correct wording, speaker or boundaries.", footer=8),
    Action("add", ("a",), "add", "Add a claim: choose its words in the article.", footer=9),
    Action("note", ("n",), "note", "Write a remark that is kept with the claim.", footer=14),
    Action("split", ("S",), "split", "Take this claim out of its cluster."),
    Action("make_canonical", ("C",), "canonical", "Make this claim the one its cluster is known by."),
    Action("adjudicate", ("A",), "adjudicate", "Settle a claim on which reviewers differ."),
    Action(
        "undo", ("u",), "undo", "Take back your last decision, and the one before, without end.", footer=7
    ),
    Action("redo", ("U", "ctrl+r"), "redo", "Decide again what was taken back.", footer=15),
    # moving
    Action("down", ("j", "down"), "next row", "To the next row of the pane, or down in the article."),
    Action("up", ("k", "up"), "previous row", "To the previous row of the pane, or up in the article."),
    Action("related(1)", ("J", "shift+down"), "next related", "Highlight the next related claim."),
    Action("related(-1)", ("K", "shift+up"), "previous related", "Highlight the previous related claim."),
    Action("undecided(1)", ("full_stop",), "next undecided", "To the next claim that is not decided."),
    Action(
        "undecided(-1)", ("comma",), "previous undecided", "To the last claim before that is not decided."
    ),
    Action(
        "article(1)", ("right_square_bracket",), "next article", "To the first claim of the next article."
    ),
    Action("article(-1)", ("left_square_bracket",), "previous article", "To the article before this one."),
    Action(
        "go_there", ("enter",), "go there", "To the highlighted related claim, in its own article.", footer=12
    ),
    Action("go_back", ("backspace",), "go back", "Back to the claim from which you went there."),
    Action("page(1)", ("pagedown", "space", "ctrl+f"), "page down", "One page down in the pane."),
    Action("page(-1)", ("pageup", "b", "ctrl+b"), "page up", "One page up in the pane."),
    Action("edge(-1)", ("home",), "first row", "To the first row of the pane."),
    Action("edge(1)", ("end", "G"), "last row", "To the last row of the pane."),
    Action(
        "jump", ("g",), "jump", "To the next article, undecided or disputed claim, or to a mark.", footer=13
    ),
    Action("set_mark", ("M",), "mark", "Mark this claim with a letter, to come back to it."),
    Action("to_mark", ("apostrophe",), "to a mark", "To a marked claim, or back to before the last jump."),
    Action(
        "pane(1)",
        ("tab", "right", "l"),
        "next pane",
        "To the next pane: claims, related, article.",
        footer=11,
    ),
    Action("pane(-1)", ("shift+tab", "left", "h"), "previous pane", "To the pane before."),
    Action("why", ("w",), "why", "To what speaks for and against the highlighted pair, or back.", footer=12),
    Action(
        "details",
        ("i",),
        "details",
        "Everything known of this claim: who found it, how, and where.",
        footer=12,
    ),
    Action("speaker", ("p",), "speaker", "Who says it: all their names; merge with another, split one off."),
    # what is shown
    Action("home_pane", ("escape",), "to the claims", "Back to the list of claims."),
    Action("find", ("slash",), "find", "Search all claims and articles, as you type.", footer=10),
    Action("order", ("o",), "order", "Change the order in which claims come.", footer=13),
    Action(
        "filter", ("f",), "filter", 'Show only some claims, like "status:pending speaker:smith".', footer=13
    ),
    Action("drop_chip", ("F",), "drop filter", "Take a part of the filter away."),
    Action(
        "compare", ("v",), "compare", "The highlighted pair side by side, each in its article.", footer=11
    ),
    # many at once
    Action(
        "range", ("V",), "choose range", "Choose claims from here to where you go, for c r R m s.", footer=14
    ),
    Action("choose_one", ("t",), "choose", "Choose this claim besides others, or no longer.", footer=14),
    Action("all", ("asterisk",), "choose all", "Choose all claims that fit the filter."),
    # compare
    Action("same", ("m",), "same", "The two say the same.", "compare", footer=1),
    Action("contradict", ("x",), "contradicts", "The two cannot both hold.", "compare", footer=2),
    Action("unrelated", ("d",), "unrelated", "The two have nothing to do with each other.", "compare", 3),
    Action("later", ("s",), "later", "Put this pair at the end of the queue.", "compare", footer=4),
    Action("undo", ("u",), "undo", "Take back your last decision.", "compare", footer=5),
    Action("redo", ("U", "ctrl+r"), "redo", "Decide again what was taken back.", "compare"),
    Action("pair(1)", ("n", "full_stop"), "next pair", "To the next pair that is open.", "compare", footer=6),
    Action("pair(-1)", ("p", "comma"), "previous pair", "To the pair before.", "compare", footer=7),
    Action("order", ("o",), "order", "Change the order in which pairs come.", "compare", footer=8),
    Action(
        "go_there('left')", ("left_square_bracket", "enter"), "left claim", "To the left claim.", "compare", 9
    ),
    Action("go_there('right')", ("right_square_bracket",), "right claim", "To the right claim.", "compare"),
    Action("scroll(1)", ("j", "down"), "down", "One line down in the pane.", "compare"),
    Action("scroll(-1)", ("k", "up"), "up", "One line up in the pane.", "compare"),
    Action("scroll(15)", ("pagedown", "space"), "page down", "One page down in the pane.", "compare"),
    Action("scroll(-15)", ("pageup", "b"), "page up", "One page up in the pane.", "compare"),
    Action("pane(1)", ("tab", "right", "l"), "next pane", "To the next pane.", "compare"),
    Action("pane(-1)", ("shift+tab", "left", "h"), "previous pane", "To the pane before.", "compare"),
    Action("back", ("escape", "backspace"), "back", "Back to the review.", "compare", footer=10),
    # claims
    Action("go_there", ("enter",), "go there", "To this claim, in its article.", "claims", footer=1),
    Action("split", ("S",), "split", "Take the highlighted member out of its cluster.", "claims", footer=2),
    Action(
        "make_canonical", ("C",), "canonical", "Let the highlighted member stand for all.", "claims", footer=3
    ),
    Action("edit", ("e",), "wording", "Put what the cluster says into better words.", "claims", footer=4),
    Action("merge", ("m",), "merge", "The highlighted claim says the same: let it join.", "claims", footer=5),
    Action("contradict", ("x",), "contradicts", "The highlighted claim cannot hold with this.", "claims", 6),
    Action(
        "dismiss_pair", ("d",), "dismiss", "The highlighted claim has nothing to do with this.", "claims", 7
    ),
    Action("undo", ("u",), "undo", "Take back your last decision.", "claims", footer=8),
    Action("redo", ("U", "ctrl+r"), "redo", "Decide again what was taken back.", "claims"),
    Action(
        "compare", ("v",), "compare", "The highlighted claim beside the one that stands for all.", "claims", 9
    ),
    Action("order", ("o",), "order", "Change the order in which clusters come.", "claims", footer=10),
    Action("move(1)", ("j", "down"), "next row", "One row down.", "claims"),
    Action("move(-1)", ("k", "up"), "previous row", "One row up.", "claims"),
    Action("related(1)", ("J", "shift+down"), "next member", "Highlight the next claim beside it.", "claims"),
    Action("related(-1)", ("K", "shift+up"), "previous member", "Highlight the claim before.", "claims"),
    Action("page(1)", ("pagedown", "space", "ctrl+f"), "page down", "One page down.", "claims"),
    Action("page(-1)", ("pageup", "b", "ctrl+b"), "page up", "One page up.", "claims"),
    Action("edge(-1)", ("home", "g"), "first row", "To the first row.", "claims"),
    Action("edge(1)", ("end", "G"), "last row", "To the last row that is fetched.", "claims"),
    Action(
        "pane", ("tab", "shift+tab", "right", "left", "l", "h"), "other pane", "To the other pane.", "claims"
    ),
    Action("back", ("escape", "backspace"), "back", "Back to the review.", "claims", footer=11),
    # history
    Action("undo", ("u",), "undo", "Take back the decision under the cursor.", "history", footer=1),
    Action("go_there", ("enter",), "go there", "To the claim, in Review.", "history", footer=2),
    Action("filter", ("f",), "filter", "Show only some, like reviewer:ana verb:merge.", "history", 3),
    Action("this_claim", ("c",), "this claim", "Only what was said of this claim, or all.", "history", 4),
    Action(
        "drop_chip", ("backspace",), "drop filter", "Take the last word of the filter away.", "history", 6
    ),
    Action(
        "unfold",
        ("z", "right", "l"),
        "unfold",
        "List all that were decided at once, or one line.",
        "history",
        5,
    ),
    Action("as_of", ("t",), "as of", "Look at everything as it was at a moment.", "history", footer=5),
    Action("move(1)", ("j", "down"), "next row", "One row down, to older ones.", "history"),
    Action("move(-1)", ("k", "up"), "previous row", "One row up, to newer ones.", "history"),
    Action("page(1)", ("pagedown", "space", "ctrl+f"), "page down", "One page down.", "history"),
    Action("page(-1)", ("pageup", "b", "ctrl+b"), "page up", "One page up.", "history"),
    Action("edge(-1)", ("home", "g"), "first row", "To the newest.", "history"),
    Action("edge(1)", ("end", "G"), "last row", "To the oldest.", "history"),
    Action("scroll(1)", ("J", "shift+down"), "details down", "Scroll the details down.", "history"),
    Action("scroll(-1)", ("K", "shift+up"), "details up", "Scroll the details up.", "history"),
    Action("back", ("escape",), "back", "Back to now, then back to the review.", "history", footer=7),
    # progress
    Action("go_there", ("enter",), "go there", "To the claims of this row.", "progress", footer=1),
    Action("pane(1)", ("tab", "right", "l"), "next pane", "To the next pane.", "progress", footer=2),
    Action("pane(-1)", ("shift+tab", "left", "h"), "previous pane", "To the pane before.", "progress"),
    Action("voices", ("o",), "speakers/outlets", "Show outlets instead of speakers, or back.", "progress", 3),
    Action("recount", ("equals_sign",), "count anew", "Count everything again.", "progress", footer=4),
    Action("move(1)", ("j", "down"), "next row", "One row down.", "progress"),
    Action("move(-1)", ("k", "up"), "previous row", "One row up.", "progress"),
    Action("page(1)", ("pagedown", "space", "ctrl+f"), "page down", "One page down.", "progress"),
    Action("page(-1)", ("pageup", "b", "ctrl+b"), "page up", "One page up.", "progress"),
    Action("edge(-1)", ("home", "g"), "first row", "To the first row.", "progress"),
    Action("edge(1)", ("end", "G"), "last row", "To the last row.", "progress"),
    Action("back", ("escape", "backspace"), "back", "Back to the review.", "progress", footer=5),
    # anywhere
    Action("view('review')", ("1",), "review", "Decide claims beside their article.", "anywhere"),
    Action(
        "view('compare')", ("2",), "compare pairs", "Decide pairs of claims, one after the other.", "anywhere"
    ),
    Action(
        "view('claims')",
        ("3",),
        "claims by cluster",
        "Who says what, where, and what stands against it.",
        "anywhere",
    ),
    Action("view('history')", ("4",), "history", "The log of all decisions; undo any of them.", "anywhere"),
    Action(
        "view('progress')", ("5",), "progress", "What is done, what is left, how fast, how sure.", "anywhere"
    ),
    Action("help", ("question_mark", "f1"), "help", "All keys on one page.", "anywhere", footer=17),
    Action(
        "command_palette",
        ("colon", "ctrl+p"),
        "commands",
        "Find a command by its name.",
        "anywhere",
        palette=False,
    ),
    Action(
        "quit", ("q", "ctrl+q"), "quit", "Leave; you will come back to this claim.", "anywhere", footer=16
    ),
    Action(
        "recover",
        ("W",),
        "write back",
        "Save what is open of a file that was deleted or replaced.",
        "anywhere",
    ),
    Action(
        "blind",
        ("B",),
        "blind mode",
        "Hide scores and others' words until you have decided.",
        "anywhere",
    ),
    Action("suspend_process", ("ctrl+z",), "suspend", "Back to the shell; fg returns.", "anywhere"),
    Action("repaint", ("ctrl+l",), "draw anew", "Draw the whole screen once more.", "anywhere"),
    # choosing words in the article
    Action("accept", ("enter",), "use", "Take the words that are marked.", "span", footer=1),
    Action("abandon", ("escape", "q"), "cancel", "Leave everything as it was.", "span", footer=8),
    Action("sentence(1)", ("down", "j"), "next sentence", "Mark the next sentence.", "span", footer=5),
    Action("sentence(-1)", ("up", "k"), "previous sentence", "Mark the sentence before.", "span"),
    Action("word(1)", ("w",), "next word", "Mark only the next word.", "span", footer=6),
    Action("word(-1)", ("b",), "previous word", "Mark only the word before.", "span"),
    Action("end_word(1)", ("right", "l"), "longer", "Move the end one word on.", "span", footer=2),
    Action("end_word(-1)", ("left", "h"), "shorter", "Move the end one word back.", "span", footer=3),
    Action(
        "start_word(1)", ("L", "shift+right"), "start later", "Move the start one word on.", "span", footer=7
    ),
    Action(
        "start_word(-1)",
        ("H", "shift+left"),
        "start earlier",
        "Move the start one word back.",
        "span",
        footer=4,
    ),
    Action(
        "end_sentence", ("right_parenthesis",), "to sentence end", "Stretch to the sentence's end.", "span"
    ),
    Action(
        "start_sentence", ("left_parenthesis",), "to its start", "Stretch to the sentence's start.", "span"
    ),
    Action("end_letter(1)", ("full_stop",), "end one letter on", "Move the end one letter on.", "span"),
    Action("end_letter(-1)", ("comma",), "end one letter back", "Move the end one letter back.", "span"),
    Action(
        "start_letter(1)",
        ("greater_than_sign",),
        "start one letter on",
        "Move the start one letter on.",
        "span",
    ),
    Action(
        "start_letter(-1)",
        ("less_than_sign",),
        "start one letter back",
        "Move the start one letter back.",
        "span",
    ),
    # one-key answers
    Action("choose('negation')", ("n",), "negation", "One says yes, the other no.", "contradiction", 1),
    Action("choose('number')", ("b",), "number", "They give different numbers.", "contradiction", 2),
    Action("choose('modality')", ("m",), "modality", "Decided here, undecided there.", "contradiction", 3),
    Action("choose('time')", ("t",), "time", "They give different times.", "contradiction", 4),
    Action(
        "choose('attribution')", ("a",), "attribution", "They name different speakers.", "contradiction", 5
    ),
    Action("choose('other')", ("o",), "other", "Anything else that cannot both hold.", "contradiction", 6),
    Action(
        "suggested", ("enter",), "as suggested", "The type that the evidence suggests.", "contradiction", 7
    ),
    Action("abandon", ("escape", "u", "q"), "cancel", "Leave everything as it was.", "contradiction", 8),
    Action("choose('wording')", ("w",), "wording", "The claim in better words.", "edit", 1),
    Action("choose('speaker')", ("s",), "speaker", "Who says it.", "edit", 2),
    Action("choose('boundaries')", ("b",), "boundaries", "Where it starts and ends.", "edit", 3),
    Action("abandon", ("escape", "q"), "cancel", "Leave everything as it was.", "edit", 4),
    Action(
        "choose('confirmed')", ("c",), "confirmed", "The article makes the claim: this stands.", "verdict", 1
    ),
    Action(
        "choose('rejected')", ("r",), "rejected", "The article does not make it: this stands.", "verdict", 2
    ),
    Action("abandon", ("escape", "q"), "cancel", "Leave everything as it was.", "verdict", 3),
    Action("choose('earlier')", ("e",), "keep earlier", "What you said at first stands.", "repeat", 1),
    Action("choose('now')", ("n",), "take new", "What you say now stands from here on.", "repeat", 2),
    Action("abandon", ("escape", "q"), "as it was", "What you said at first stands.", "repeat", 3),
    Action("choose('top')", ("g",), "first", "To the first row of the pane.", "jump", 1),
    Action("choose('end')", ("e", "G"), "last", "To the last row of the pane.", "jump", 2),
    Action("choose('article')", ("a", "n"), "next article", "To the next article.", "jump", 3),
    Action("choose('back')", ("p",), "previous", "To the article before.", "jump", 4),
    Action("choose('undecided')", ("u",), "undecided", "To the next undecided claim.", "jump", 5),
    Action(
        "choose('disputed')", ("d",), "disputed", "To the next claim on which reviewers differ.", "jump", 6
    ),
    Action("choose('contradictions')", ("x",), "contradicted", "To the next with contradictions.", "jump", 7),
    Action("choose('mark')", ("m",), "mark", "To a marked claim.", "jump", 8),
    Action(
        "choose('before')", ("b", "apostrophe"), "back", "To where you were before the last jump.", "jump", 9
    ),
    Action("abandon", ("escape", "q"), "cancel", "Stay here.", "jump", 10),
    Action("choose('{key}')", tuple(_LETTERS), "that mark", "The mark of this letter or digit.", "mark", 1),
    Action(
        "choose('before')",
        ("apostrophe",),
        "before the jump",
        "Where you were before the last jump.",
        "mark",
        2,
    ),
    Action("abandon", ("escape",), "cancel", "Stay here.", "mark", 3),
    Action(
        "choose('{key}')", tuple("123456789"), "that one", "Take this part of the filter away.", "chip", 1
    ),
    Action("choose('all')", ("a", "F"), "all", "Show all claims.", "chip", 2),
    Action("abandon", ("escape", "q"), "cancel", "Leave everything as it was.", "chip", 3),
    Action("choose('do')", ("enter",), "do it", "Decide all of them, as one step to undo.", "together", 1),
    Action("abandon", ("escape", "q"), "leave", "Leave everything as it was.", "together", 2),
    Action("submit", ("enter",), "done", "Give this answer.", "prompt", 1),
    Action("abandon", ("escape",), "cancel", "Leave everything as it was.", "prompt", 2),
    Action("complete", ("tab",), "complete", "Take what is suggested behind what is typed.", "prompt"),
    Action("submit", ("enter",), "go there", "To the highlighted claim or article.", "find", 1),
    Action("abandon", ("escape",), "back", "Back to where you were.", "find", 2),
    Action("result(1)", ("down", "ctrl+n"), "next", "Highlight the next result.", "find", 3),
    Action("result(-1)", ("up", "ctrl+p"), "previous", "Highlight the result before.", "find"),
    Action(
        "submit",
        ("enter",),
        "show these",
        "Show what fits the words, or the highlighted filter.",
        "filter",
        1,
    ),
    Action("abandon", ("escape",), "back", "Leave the filter as it was.", "filter", 5),
    Action("result(1)", ("down", "ctrl+n"), "next", "Highlight the next row.", "filter", 2),
    Action("result(-1)", ("up", "ctrl+p"), "previous", "Highlight the row before.", "filter"),
    Action("save", ("ctrl+s",), "save as", "Keep these words under a name.", "filter", 3),
    Action("forget", ("ctrl+x",), "forget", "Keep the highlighted filter no longer.", "filter", 4),
    Action("merge", ("m",), "merge", "This speaker and another are one: choose by typing.", "speaker", 1),
    Action("split", ("S",), "split off", "The highlighted name is somebody else's.", "speaker", 2),
    Action("undo", ("u",), "undo", "Take back your last decision.", "speaker", 3),
    Action("redo", ("U", "ctrl+r"), "redo", "Decide again what was taken back.", "speaker"),
    Action("show_claims", ("enter",), "show claims", "Show only this speaker's claims.", "speaker", 4),
    Action("move(1)", ("j", "down"), "next row", "One row down.", "speaker"),
    Action("move(-1)", ("k", "up"), "previous row", "One row up.", "speaker"),
    Action("move(15)", ("pagedown", "space"), "page down", "Fifteen rows down.", "speaker"),
    Action("move(-15)", ("pageup", "b"), "page up", "Fifteen rows up.", "speaker"),
    Action("back", ("escape", "p", "q"), "back", "Back to the review.", "speaker", 5),
    Action("go_there", ("enter",), "go there", "To this claim, in its article.", "refusal", 1),
    Action("move(1)", ("j", "down"), "next claim", "To the next claim of the chain.", "refusal", 2),
    Action("move(-1)", ("k", "up"), "previous claim", "To the claim before.", "refusal"),
    Action("back", ("escape", "space"), "back", "Back to the work.", "refusal", 3),
    Action(
        "dismiss", ("escape", "q", "enter", "question_mark", "f1"), "close", "Back to the work.", "page", 1
    ),
    Action("scroll(1)", ("j", "down"), "down", "One line down.", "page", 2),
    Action("scroll(-1)", ("k", "up"), "up", "One line up.", "page"),
    Action("scroll(20)", ("space", "pagedown"), "page down", "Twenty lines down.", "page", 3),
    Action("scroll(-20)", ("b", "pageup"), "page up", "Twenty lines up.", "page"),
)
"""Every action, context by context, in the order in which the help tells them."""
