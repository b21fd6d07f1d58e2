"""The live network: it computes and draws in the page, with a kernel or without one."""
