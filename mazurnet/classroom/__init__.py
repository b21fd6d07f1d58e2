"""Classroom: sheets to print, answers read and marked, and a picture of the class."""
