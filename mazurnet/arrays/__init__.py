"""Arrays: any fully connected network in NumPy, and the tape that carries blame back."""
