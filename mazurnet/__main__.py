"""`python -m mazurnet` opens the lessons in JupyterLab, trusted, on the first page."""

from mazurnet.terminal.commands import main

if __name__ == "__main__":
    raise SystemExit(main())
