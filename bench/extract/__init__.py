"""How well an extractor finds what articles report, against corpora marked by hand."""
