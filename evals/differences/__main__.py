"""`python -m evals.differences`."""

from evals.differences import main

main()
