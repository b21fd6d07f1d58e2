"""Slides: a lesson as one file that stays alive with no network."""
