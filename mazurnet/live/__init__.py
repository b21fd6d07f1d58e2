"""The live network: it computes and draws in the page, with a kernel or without one."""

from mazurnet.live.widget import LiveNetwork

__all__ = ["LiveNetwork"]
