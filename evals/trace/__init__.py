"""Copies and chains against pairs and statements labelled by reading: `python -m evals.trace`."""

from __future__ import annotations


def main() -> None:
    """Print the figures of copies, then those of chains and utterances."""
    from evals.trace import chains, copies  # not above, as each runs as a command of its own too

    copies.main()
    print()
    chains.main()
