"""`python -m evals.events`."""

from evals.events import main

main()
