"""How far two coders agree on positions: `python -m evals.positions.agreement`.

F1 of the options that each codes, the share of equal stances where both code an option, and Krippendorff's α (2004,
nominal) over all pairs of a statement and an option of its codebook, "none" counting as a value. The first
coding is taken as it was before differences were settled (settled.jsonl), so that settling does not raise agreement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from evals.positions import CODEBOOKS, HOME, Row, gold
from evals.positions import read as lines
from onrecord import code
from onrecord.analyse import review

NONE = "none"


def coded_twice() -> list[tuple[str, dict[str, str], dict[str, str]]]:
    """Corpus and both coders' stances by option, of each statement that two have coded."""
    now = {_key(row): row for row in gold()}
    decisions: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for one in settled():
        decisions[_key(one)].append(one)
    seconds = lines(HOME / "second.jsonl")
    return [(row["corpus"], as_first_coded(now[_key(row)], decisions[_key(row)]), _stances(row)) for row in seconds]


def settled() -> list[Row]:
    """The differences that a third reader has settled, one row a decision (guide.md)."""
    return lines(HOME / "settled.jsonl")


def as_first_coded(row: Row, decisions: Iterable[Row]) -> dict[str, str]:
    """The stances by option that the first coder gave a statement of the gold, before these decisions on it."""
    stances = {(one["option"], one["holder"]): one["stance"] for one in row["positions"]}
    stances |= {(one["option"], one["holder"]): one["first"] for one in decisions}
    return {option: stance for (option, _), stance in stances.items() if stance != NONE}


def _key(row: Row) -> tuple[str, str]:
    return row["article"], str(row["content"])


def _stances(row: Row) -> dict[str, str]:
    return {one["option"]: one["stance"] for one in row["positions"]}


def main() -> None:
    """Print the figures."""
    twice = coded_twice()
    sizes = {name: sum(len(issue.options) for issue in code.codebook(file).issues) for name, file in CODEBOOKS.items()}
    both = [(a[option], b[option]) for _, a, b in twice for option in a.keys() & b.keys()]
    options = sum(len(a) + len(b) for _, a, b in twice)
    cells = [(a.get(option, NONE), b.get(option, NONE)) for _, a, b in twice for option in a.keys() | b.keys()]
    empty = sum(sizes[corpus] for corpus, *_ in twice) - len(cells)
    print(f"{len(twice)} statements; options {200 * len(both) / options:.1f} F1")
    same = sum(a == b for a, b in both)
    print(f"equal stance where both code the option: {same} of {len(both)}, α {review.alpha(both):.2f}")
    print(f"α over statement and option: {review.alpha([*cells, *[(NONE, NONE)] * empty]):.2f}")


if __name__ == "__main__":
    main()
