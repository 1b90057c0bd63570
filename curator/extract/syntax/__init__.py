"""English syntax as far as attribution needs it: tokens, quotations, sentences, word classes, phrases.

Depends on no model and no library. Knows nothing of who says what: that is `reporting`.
"""
