"""The reviewer who is played: never told beforehand what is right, and better calibrated for what was decided."""

from __future__ import annotations

import pytest

from evals.corpora import corpora
from evals.review import Gold, Held, attributions, held_back, looked_over, made_up, met
from onrecord.analyse._review.verdicts import Verdict
from onrecord.model import Article, Attribution, Dated, Span, Statement


def gold(number: int, right_from: float) -> Gold:
    """So many statements in as many articles, sure from 0 to 1, right from some confidence on."""
    verdicts = {}
    for at in range(number):
        attribution = Attribution((), (), (Span(0, 1),), "indirect", "by hand", at / number)
        one = Statement(f"{at:03}", f"article {at}", attribution, None, None, None, None, Dated())
        verdicts[one.id] = Verdict(one, at / number >= right_from)
    statements = tuple(one.statement for one in verdicts.values())
    return Gold(statements, {one.article: Article(one.article, "", "", "", ()) for one in statements}, verdicts)


def test_the_reviewer_goes_from_the_top_and_meets_nothing_twice() -> None:
    made = gold(60, 0.5)
    every = frozenset(made.verdicts)

    assert looked_over(made, every, 15) == sorted(every)[:15]
    assert len(set(looked_over(made, every, 100))) == 60
    assert met(made, 40, learning=False) == 30


def test_what_is_held_back_is_all_and_as_sure_as_the_machine_before_anything_was_decided() -> None:
    made = gold(60, 0.5)

    held = held_back(made, 0)

    assert sorted(held.sure) == [at / 60 for at in range(60)]
    assert sum(held.right) == 30


def test_a_machine_that_is_right_whatever_it_believes_is_found_out() -> None:
    brier_before, brier_after = (held_back(gold(300, 0.0), after).figures()[1] for after in (0, 200))

    assert brier_after < brier_before


def test_figures_of_a_few_claims_computed_by_hand() -> None:
    """Two claims at .9 and .4, the first wrong: Brier is (.81 + .36) / 2."""
    _, brier, wrong = Held(0, (0.9, 0.4), (False, True)).figures()

    assert brier == pytest.approx(0.585)
    assert wrong == 1


@pytest.mark.corpora
@pytest.mark.skipif(not corpora().is_dir(), reason="needs the public corpora (ONRECORD_CORPORA; see docs/corpora.md)")
def test_sixty_judgements_bring_confidences_nearer_to_what_a_reviewer_accepts() -> None:
    made = attributions()

    before, after = (held_back(made, number).figures() for number in (0, 60))

    assert after[0] < before[0] - 0.02  # calibration error; measured .043 lower
    assert after[1] < before[1] - 0.01  # Brier score; measured .023 lower
    assert met(made, 50, learning=True) >= 36  # of 73 that are wrong; 18 in no order


def test_a_made_up_fault_of_one_option_is_met_sooner_by_a_queue_that_learns() -> None:
    made = [made_up(seed) for seed in range(2)]

    learning, not_learning = (sum(met(one, 100, learning=way) for one in made) for way in (True, False))

    assert learning > not_learning + 6  # measured 7 more for each, over five
