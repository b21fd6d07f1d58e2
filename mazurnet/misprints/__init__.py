"""Misprints: short programs of the lessons, and slips that are made in them."""

from mazurnet.misprints import batches, checking, six_lines
from mazurnet.misprints.book import Misprint, text

MISPRINTS = (*six_lines.MISPRINTS, *checking.MISPRINTS, *batches.MISPRINTS)

__all__ = ["MISPRINTS", "Misprint", "batches", "checking", "six_lines", "text"]
