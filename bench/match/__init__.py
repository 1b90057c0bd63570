"""Benchmarks of matching: quality on labelled pairs, reviewer effort, cost as the pile grows."""
