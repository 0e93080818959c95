"""`python -m evals.positions`."""

from evals.positions import main

main()
