"""Scores the program against gold. `python -m evals` prints one table; each line names the command that made it."""
