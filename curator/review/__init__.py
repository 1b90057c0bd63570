"""Decisions to state: the rules of reviewing, pure, without a database or a screen."""
