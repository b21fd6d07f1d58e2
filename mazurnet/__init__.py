"""A network small enough to work by hand: the helper package of the backpropagation lessons.

Importing it loads nothing else; each module brings in what it needs.
"""

__version__ = "0.1.0"
