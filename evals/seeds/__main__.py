"""`python -m evals.seeds`."""

from evals.seeds import main

main()
