"""Misprints: short programs of the lessons, and slips that are made in them."""

from mazurnet.misprints import batches, checking, going_back, six_lines
from mazurnet.misprints.book import Misprint, text

MISPRINTS = tuple(
    misprint
    for program in (six_lines, checking, batches, going_back)
    for misprint in program.MISPRINTS
)

__all__ = ["MISPRINTS", "Misprint", "batches", "checking", "going_back", "six_lines", "text"]
