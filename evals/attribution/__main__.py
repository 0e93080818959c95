"""`python -m evals.attribution`."""

from evals.attribution import main

main()
