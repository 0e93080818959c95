"""`python -m evals.trace`."""

from evals.trace import main

main()
