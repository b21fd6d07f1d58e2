"""A network small enough to work by hand: the helper package of the backpropagation lessons.

Importing it loads nothing else; each module brings in what it needs, and so does `fresh`.
"""

import lazy_loader

__version__ = "0.2.0"

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
