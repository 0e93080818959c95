"""Which statement is looked at next, what the machine learns from what was decided, how far two people agree."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analyse import review
from onrecord.analyse._review.verdicts import Verdict
from onrecord.errors import InputError
from onrecord.model import Article, Attribution, Dated, Mode, Position, Span, Stance, Statement
from tests.made import article, span
from tests.store.test_judged import DESK, TOLL, TRUCE, again, built, decided, position, the

WIRE, GAZETTE = (
    article("wire", "Orlund said it would pay.", outlet="Quorum Wire"),
    article("gazette", "No.", outlet="Gazette"),
)
ARTICLES = {one.id: one for one in (WIRE, GAZETTE)}
STANCES: list[Stance] = ["support", "oppose", "conditional", "unclear"]
VALUES = st.sampled_from(["none", "support", "oppose"])
CONFIDENCE = st.floats(0, 1)


def said(
    id: str,
    confidence: float | None,
    *positions: tuple[str, Stance, float],
    of: Article = WIRE,
    mode: Mode = "indirect",
    side: str | None = None,
    when: str | None = None,
) -> Statement:
    """A statement with positions as (option, stance, confidence), all of the issue "harbour"."""
    attribution = Attribution((), (), (Span(0, 3),), mode, "by hand", confidence)
    coded = tuple(Position("harbour", option, stance, None, sure, "") for option, stance, sure in positions)
    return Statement(
        id, of.id, attribution, None, None, side, "named", Dated(when, "inferred") if when else Dated(), coded
    )


def made_of(*statements: Statement, judged: Sequence[Verdict] = (), together: Sequence[str] = ()) -> review.Material:
    return review.Material(statements, ARTICLES, dict.fromkeys(together, "u1"), tuple(judged))


def ids(found: Sequence[review.Queued]) -> list[str]:
    return [one.statement.id for one in found]


def test_the_least_certain_comes_first_be_it_in_words_or_in_a_stance() -> None:
    found = review.queue(
        made_of(
            said("sure", 0.97, ("toll", "support", 0.9)),
            said("unsure who", 0.4),
            said("unsure where", 0.95, ("toll", "oppose", 0.3)),
            said("unmeasured", None),
        )
    )

    assert ids(found) == ["unsure where", "unsure who", "unmeasured", "sure"]
    assert found[0].sure == pytest.approx(0.95 * 0.3)


def test_reports_of_one_utterance_stand_next_to_each_other() -> None:
    parts = said("a", 0.9), said("b", 0.2), said("c", 0.5), said("d", 0.4)

    found = review.queue(made_of(*parts, together=["a", "b"]))

    assert ids(found) == ["b", "a", "d", "c"]
    assert [one.utterance for one in found] == ["u1", "u1", None, None]


@pytest.mark.parametrize(
    ("wanted", "fitting"),
    [
        (review.Filter(side="Orlund"), ["a"]),
        (review.Filter(outlet="Gazette"), ["b"]),
        (review.Filter(mode="direct"), ["b"]),
        (review.Filter(option="toll", stance="oppose"), ["b"]),
        (review.Filter(issue="harbour", option="harbour.toll"), ["a", "b"]),
        (review.Filter(option="dredging"), ["a"]),
        (review.Filter(option="dredging", stance="oppose"), []),  # stance and option are those of one position
        (review.Filter(since="2024-03-04"), ["a", "b"]),
        (review.Filter(since="2024-03-05", until="2024-03-31"), ["b"]),  # a month holds these days, too
        (review.Filter(until="2024-02-29"), []),
        (review.Filter(grade="office"), []),
        (review.Filter(ids=frozenset({"b", "elsewhere"})), ["b"]),
        (review.Filter(judged=True), []),
        (review.Filter(judged=None), ["a", "b"]),
    ],
)
def test_the_queue_holds_what_is_asked_for(wanted: review.Filter, fitting: list[str]) -> None:
    parts = made_of(
        said("a", 0.5, ("toll", "support", 0.9), ("dredging", "support", 0.9), side="Orlund", when="2024-03-04"),
        said("b", 0.6, ("toll", "oppose", 0.9), of=GAZETTE, mode="direct", when="2024-03"),
    )

    assert ids(review.queue(parts, wanted)) == fitting


@given(
    st.lists(st.tuples(CONFIDENCE, st.lists(st.tuples(st.sampled_from(STANCES), CONFIDENCE), max_size=3)), max_size=12)
)
def test_the_queue_loses_nothing_and_goes_from_less_to_more_sure(
    rows: list[tuple[float, list[tuple[Stance, float]]]],
) -> None:
    parts = [
        said(f"{number}", sure, *[(f"o{at}", stance, p) for at, (stance, p) in enumerate(coded)])
        for number, (sure, coded) in enumerate(rows)
    ]

    found = review.queue(made_of(*parts))

    assert sorted(ids(found)) == sorted(one.id for one in parts)
    assert [one.sure for one in found] == sorted(one.sure for one in found)


def judged(number: int, confidence: float, right: bool, option: str = "toll") -> Verdict:
    one = said(f"judged {number}", confidence, (option, "support", confidence))
    return Verdict(one, right, (right,))


def test_below_a_minimum_of_judgements_the_machines_own_confidence_stands() -> None:
    few = [judged(number, 0.9, number % 2 == 0) for number in range(20)]

    (found,) = review.queue(made_of(said("new", 0.9), judged=few))

    assert found.attribution == 0.9
    assert review.calibrated(made_of(judged=few)) == review.Calibration()


def test_where_every_other_was_rejected_the_machine_is_believed_less() -> None:
    many = [judged(number, 0.9, number % 2 == 0) for number in range(400)]

    (found,) = review.queue(made_of(said("new", 0.9), judged=many))

    assert found.attribution == pytest.approx(0.5, abs=0.05)


def test_an_option_that_was_rejected_again_and_again_comes_to_the_fore() -> None:
    """Given an option whose codings were wrong and another whose codings were right at the same confidence, when both
    are queued with a higher confidence in the first, then the first comes first."""
    seen = [judged(number, 0.8, option == "toll", option) for number in range(40) for option in ("toll", "dredging")]
    new = said("toll", 0.9, ("toll", "support", 0.8)), said("dredging", 0.9, ("dredging", "support", 0.85))

    assert ids(review.queue(made_of(*new, judged=seen))) == ["dredging", "toll"]
    assert ids(review.queue(made_of(*new, judged=seen), calibration=review.Calibration())) == ["toll", "dredging"]


@given(st.lists(st.tuples(CONFIDENCE, st.booleans()), min_size=30, max_size=40), CONFIDENCE)
def test_what_was_learnt_is_a_probability_and_does_not_hang_on_the_order_of_judgements(
    rows: list[tuple[float, bool]], new: float
) -> None:
    seen = [judged(number, sure, right) for number, (sure, right) in enumerate(rows)]

    there, back = (review.queue(made_of(said("new", new), judged=order)) for order in (seen, seen[::-1]))

    assert 0 <= there[0].sure <= 1
    assert there[0].sure == pytest.approx(back[0].sure, abs=1e-3)


def test_the_verdicts_of_a_record_are_what_people_decided_of_it(tmp_path: Path) -> None:
    """Given a statement that was accepted, one whose stance was corrected and one that was rejected, then the first is
    right, the second right but for its stance, and the third wrong."""
    record = built(tmp_path / "r.onrecord")
    decided(record, "accept", the("hold fire", record))
    decided(record, "position", next(s for s in record.statements() if s.actor == "a2"), position(TOLL, "conditional"))
    decided(record, "reject", the("toll could stay", record))

    material = review.material_of(again(record))

    assert {(one.attribution, one.positions) for one in material.verdicts} == {
        (True, (True,)),
        (True, (False,)),
        (False, ()),
    }
    assert review.queue(material) == ()
    assert [one.sure for one in review.queue(material, review.Filter(judged=True))] == [1, 1]


def test_a_speaker_who_was_merged_with_the_right_one_was_right(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    decided(record, "accept", the("hold fire", record))
    decided(record, "speaker", the("toll could stay", record), {"actor": "a2", "speaker": "Anders Holm"})
    premier = next(actor for actor in record.actors() if actor.id == "a1")
    decided(record, "merge", premier, {"into": "a3", "name": "Foreign Minister Holm"})

    found = {one.statement.id: one.attribution for one in review.material_of(again(record)).verdicts}

    assert found == {the("hold fire", record).id: True, the("toll could stay", record).id: False}


def test_kappa_and_percent_of_a_table_computed_by_hand() -> None:
    """Of 50 applications both grant 20 and refuse 15, one alone grants 5 and the other alone 10: 35 of 50 agree, by
    chance half would, so κ = (.7 - .5) / (1 - .5)."""
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15

    assert review.percent(pairs) == pytest.approx(70)
    assert review.kappa(pairs) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("one", "other", "alpha"),
    [
        ("0100000010", "1110010000", 0.095),  # Krippendorff (2011), example A: two values
        ("aabbdcccedda", "babbbccceddd", 0.692),  # example B: five values
    ],
)
def test_alpha_of_published_examples(one: str, other: str, alpha: float) -> None:
    assert review.alpha(list(zip(one, other, strict=True))) == pytest.approx(alpha, abs=5e-4)


def test_what_cannot_be_counted_is_said_to_be_unknown() -> None:
    assert (review.percent([]), review.kappa([]), review.alpha([])) == (None, None, None)
    same = [("support", "support")] * 4
    assert (review.percent(same), review.kappa(same), review.alpha(same)) == (100, None, None)


@given(st.lists(st.tuples(VALUES, VALUES), min_size=1))
def test_coefficients_do_not_hang_on_who_is_first_and_one_is_perfect(pairs: list[tuple[str, str]]) -> None:
    swapped = [(other, one) for one, other in pairs]
    for coefficient in (review.kappa, review.alpha):
        found = coefficient(pairs)
        assert found == coefficient(swapped)
        assert found is None or (found == 1) == all(one == other for one, other in pairs)
        assert found is None or found <= 1


def test_coefficients_are_about_nought_by_chance_and_one_half_way_between() -> None:
    by_chance = [("none", "none"), ("none", "support"), ("support", "none"), ("support", "support")] * 50
    half = [*by_chance, *[("none", "none"), ("support", "support")] * 100]
    for coefficient in (review.kappa, review.alpha):
        assert coefficient(by_chance) == pytest.approx(0, abs=0.02)
        assert coefficient(half) == pytest.approx(0.5, abs=0.1)


def test_two_people_agree_on_some_variables_and_differ_on_others(tmp_path: Path) -> None:
    """Given that both take two statements for such, one alone a third, and that they differ on a speaker, on the words
    of one and on the stance of one, then each variable tells its own."""
    record = built(tmp_path / "r.onrecord")
    fire, stay = the("hold fire", record), the("toll could stay", record)
    toll = next(one for one in record.statements() if one.actor == "a2")
    for one in (fire, toll, stay):
        decided(record, "accept", one, by="mira")
    decided(record, "position", fire, position(TRUCE, "oppose"), by="ole")
    words = span(DESK, "would hold fire")
    spans = {"source": [], "cue": [], "content": [[words.start, words.end]]}
    decided(record, "spans", fire, spans, by="ole")
    decided(record, "speaker", toll, {"actor": "a1", "speaker": "Dagna Tvedholt"}, by="ole")
    decided(record, "reject", stay, by="ole")

    found = {one.variable: one for one in review.agreement(record.path, "mira", "ole")}

    assert found["statement"].percent == pytest.approx(200 / 3)
    assert [(d.statement, d.one, d.other) for d in found["statement"].disagreements] == [(stay.id, "yes", "no")]
    assert [(d.one, d.other) for d in found["speaker"].disagreements] == [("Anders Holm", "Dagna Tvedholt")]
    assert [(d.one, d.other) for d in found["span"].disagreements] == [("Orlund would hold fire", "would hold fire")]
    assert found["span"].items == 15  # the words of the two paragraphs: 8 and 7, "Orlund" alone differing
    assert found["option"].percent == 100
    assert [(d.about, d.one, d.other) for d in found["stance"].disagreements] == [
        ("ceasefire.truce", "support", "oppose")
    ]
    assert found["stance"].items == 2
    assert found["condition"].items == 0


def test_each_has_only_their_own_judgements(tmp_path: Path) -> None:
    """What one corrected last does not hide that the other had accepted it."""
    record = built(tmp_path / "r.onrecord")
    fire = the("hold fire", record)
    decided(record, "accept", fire, by="mira")
    decided(record, "reject", fire, by="ole")
    decided(record, "accept", the("toll could stay", record), by="ole")

    statement, *_ = review.agreement(record.path, "mira", "ole")

    assert (statement.items, statement.percent) == (1, 0)
    assert review.reviewers(again(record).judgements()) == ("mira", "ole")


def test_who_judged_nothing_is_named_with_those_who_did(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    decided(record, "accept", the("hold fire", record), by="mira")

    with pytest.raises(InputError, match=r"'ole' judged no statement of it\. In its log there are: mira"):
        review.agreement(record.path, "mira", "ole")
