"""Live: the network that computes and draws in the page, with a kernel or without one."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
