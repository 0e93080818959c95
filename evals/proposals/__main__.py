"""`python -m evals.proposals`."""

from evals.proposals import main

main()
