"""Bugs: a page of working or a program with a slip in it, for the reader to find."""
