"""The machine's confidences after what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.analyse._review.logistic import Logistic, fitted
from onrecord.analyse._review.material import Material
from onrecord.analyse._review.signs import confidence, of_attribution, of_position
from onrecord.model import Article, Statement

LEAST = 30  # claims judged below which the machine's own confidences stand

Sure = tuple[float, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Calibration:
    """What to make of a confidence in words and speaker (`attribution`) and in a stance (`position`). `Calibration()`
    leaves them as they are; `attribution.seen` and `position.seen` say from how many judged ones each was learnt."""

    attribution: Logistic = field(default_factory=Logistic)
    position: Logistic = field(default_factory=Logistic)

    def of(self, statements: Iterable[Statement], articles: Mapping[str, Article]) -> Iterator[Sure]:
        """How likely each statement's words and speaker are right, and each of its positions, 0 to 1.

        What a person decided is certain: of a statement that was judged, all is 1.
        """
        for one in statements:
            if one.judged is not None:
                yield 1.0, (1.0,) * len(one.positions)
                continue
            sure = self.attribution.of(confidence(one), of_attribution(one, articles[one.article]))
            yield sure, tuple(self.position.of(p.confidence, of_position(p)) for p in one.positions)


def calibrated(material: Material) -> Calibration:
    """The confidences as those statements have it that people judged.

    Attributions and positions are learnt apart, each from `LEAST` judged ones on; below that the machine's own stand.
    """
    judged, articles = material.verdicts, material.articles
    coded = [
        (position, right)
        for one in judged
        for position, right in zip(one.statement.positions, one.positions, strict=False)
    ]
    return Calibration(
        attribution=_learnt(
            [confidence(one.statement) for one in judged],
            [of_attribution(one.statement, articles[one.statement.article]) for one in judged],
            [one.attribution for one in judged],
        ),
        position=_learnt(
            [position.confidence for position, _ in coded],
            [of_position(position) for position, _ in coded],
            [right for _, right in coded],
        ),
    )


def _learnt(sure: Sequence[float], signs: Sequence[Sequence[str]], right: Sequence[bool]) -> Logistic:
    return fitted(sure, signs, right) if len(right) >= LEAST else Logistic()
