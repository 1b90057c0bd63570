"""One file a screen, and one for each side of the review; rules, files and SQL are never here."""
