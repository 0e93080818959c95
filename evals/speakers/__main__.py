"""`python -m evals.speakers`."""

from evals.speakers import main

main()
