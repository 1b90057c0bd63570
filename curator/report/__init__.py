"""Dataset -> one page for people: who says what, what contradicts what, who decided it."""
