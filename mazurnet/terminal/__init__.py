"""Terminal: what `python -m mazurnet` takes, does and prints."""
