"""Where the sides stand in the five texts: the program's cells against those coded by reading.

Codes that the coder was not sure of count neither for nor against, nor does what meets them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evals.seeds.coding import Code, Coding, Triple

CONTRARY = {"support": "oppose", "oppose": "support"}


def wrong_way_round(true: Coding, found: Coding) -> list[Code]:
    """Support that should be opposition, and opposition that should be support.

    That is so where the words tell the contrary of that side and, where they tell nothing of it on that option, where
    the contrary, and not this, is what the side holds elsewhere.
    """
    return [one for one in found.codes if one.stance in CONTRARY and _is_contrary(one, true)]


def _is_contrary(one: Code, true: Coding) -> bool:
    every = [code for code in true.codes if (code.side, code.option) == (one.side, one.option)]
    here = [code for code in every if code.overlaps(one)]
    if any(code.stance == one.stance for code in here):
        return False
    stances = {code.stance for code in every if code.sure}
    told = {code.stance for code in here if code.sure}
    return CONTRARY[one.stance] in (stances if one.stance not in stances else told)


def wrong_side(true: Coding, found: Coding) -> list[Code]:
    """What is coded on an option where the words tell for sure the stance of other sides only."""
    return [one for one in found.codes if _any_sure(here := _here(one, true)) and not _of_side(one, here)]


def other_stance(true: Coding, found: Coding) -> list[Code]:
    """What is coded with another stance than the words tell for sure of that side, short of the wrong way round."""
    turned = wrong_way_round(true, found)
    told = [_of_side(one, _here(one, true)) for one in found.codes]
    pairs = zip(found.codes, told, strict=True)
    return [o for o, here in pairs if _any_sure(here) and o.stance not in {c.stance for c in here} and o not in turned]


def not_told(true: Coding, found: Coding) -> list[Code]:
    """What is coded on an option of which the words tell nothing."""
    return [one for one in found.codes if not _here(one, true)]


def missed(true: Coding, found: Coding) -> list[Code]:
    """What is told for sure of a side and not found on these words: the option, or the side, or the stance."""
    return [code for code in _sure(true) if code.triple() not in {one.triple() for one in _here(code, found)}]


def _here(one: Code, coding: Coding) -> list[Code]:
    return [code for code in coding.codes if code.option == one.option and code.overlaps(one)]


def _of_side(one: Code, codes: Sequence[Code]) -> list[Code]:
    return [code for code in codes if code.side == one.side]


def _any_sure(codes: Sequence[Code]) -> bool:
    return any(code.sure for code in codes)


def _sure(coding: Coding) -> list[Code]:
    return [code for code in coding.codes if code.sure and code.side]


def score(true: Coding, found: Coding) -> dict[str, float]:
    """Counts and percent: what is the wrong way round; what of cells, positions and statements is found."""
    turned, codes, said = wrong_way_round(true, found), _sure(true), true.statements
    near = [_here(code, found) for code in codes]
    sided = sum(bool(_of_side(code, here)) for code, here in zip(codes, near, strict=True))
    over = [[one for one in found.statements if one.overlaps(statement)] for statement in said]
    spoken = sum(statement.side in {one.side for one in here} for statement, here in zip(said, over, strict=True))
    return {
        "cells the wrong way round": len({one.triple() for one in turned}),
        "positions the wrong way round": len(turned),
        "positions on a wrong side": len(wrong_side(true, found)),
        **_of_cells(true, found),
        "positions": len(codes),
        "positions found, %": _percent(sum(map(bool, near)), len(codes)),
        "and the side": _percent(sided, len(codes)),
        "and the stance": _percent(len(codes) - len(missed(true, found)), len(codes)),
        "statements": len(said),
        "statements found, %": _percent(sum(map(bool, over)), len(said)),
        "and its side": _percent(spoken, len(said)),
    }


def _of_cells(true: Coding, found: Coding) -> dict[str, float]:
    sure, cells = {code.triple() for code in _sure(true)}, {code.triple() for code in found.codes}
    unsure = {code.triple() for code in true.codes if not code.sure}
    in_doubt = (unsure | _on(cells, _about(unsure) - _about(sure))) - sure
    return {
        "cells": len(sure),
        "cells found, %": _percent(len(sure & cells), len(sure)),
        "cells right, %": _percent(len(sure & cells), len(cells - in_doubt)),
    }


def _about(triples: set[Triple]) -> set[tuple[str | None, str]]:
    return {(side, option) for side, option, _ in triples}


def _on(triples: set[Triple], about: set[tuple[str | None, str]]) -> set[Triple]:
    return {one for one in triples if one[:2] in about}


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


LISTS: Sequence[tuple[str, Callable[[Coding, Coding], list[Code]]]] = (
    ("the wrong way round", wrong_way_round),
    ("on a wrong side", wrong_side),
    ("of another stance", other_stance),
    ("not told by the words", not_told),
    ("missed", missed),
)


def table(true: Coding, found: Coding) -> str:
    """The figures, then what is at fault, by side, option, stance and place."""
    lines = [f"{name:32}{figure:6.0f}" for name, figure in score(true, found).items()]
    for name, kind in LISTS:
        lines += ["", f"{name}:", *(f"  {one}" for one in kind(true, found) or ("none",))]
    return "\n".join(lines)
