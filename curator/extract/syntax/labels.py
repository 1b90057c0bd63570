"""The names of word classes, as short as the field writes them.

Holds names only.
"""

from __future__ import annotations

DT, PO, PR, OB, EX = "DT", "PO", "PR", "OB", "EX"
"""Determiner or possessive pronoun, possessive 's, pronoun as subject, as object, existential there."""
IN, TO, CC, SB, WH, TH, AC = "IN", "TO", "CC", "SB", "WH", "TH", "AC"
"""Preposition, infinitive to, coordinator, subordinator, question word or relative, that, "according"."""
AX, MD, NT, RB, CD, JJ, NN, NP, TM = "AX", "MD", "NT", "RB", "CD", "JJ", "NN", "NP", "TM"
"""Auxiliary, modal, not, adverb, number, adjective, noun, name, weekday or month or "yesterday"."""
VB, VD, VN, VG = "VB", "VD", "VN", "VG"
"""Present or base form, past form (or participle that looks like it), participle, -ing form."""
QT, QM = "QT", "QM"
"""A full quotation, a mark of a quoted fragment."""
