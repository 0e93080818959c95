"""What is seen of a claim beside the machine's confidence, by which it may be right more or less often."""

from __future__ import annotations

from onrecord.model import Article, Position, Statement

UNMEASURED = 0.5  # what stands for a confidence where nothing measured it: as likely as not
Signs = tuple[str, ...]


def of_attribution(statement: Statement, article: Article) -> Signs:
    """Signs of a statement's words and speaker."""
    attribution = statement.attribution
    found = [
        f"mode {attribution.mode}",
        f"rule {attribution.rule}",
        f"grade {statement.grade}",
        f"outlet {article.outlet}",
        f"pieces {min(2, len(attribution.content))}",
    ]
    if attribution.confidence is None:
        found.append("unmeasured")
    return tuple(found)


def of_position(position: Position, statement: Statement, article: Article) -> Signs:
    """Signs of one of its positions."""
    found = [
        f"stance {position.stance}",
        f"option {position.issue}.{position.option}",
        f"mode {statement.attribution.mode}",
        f"outlet {article.outlet}",
    ]
    if position.holder is not None:
        found.append("reported")
    if len(statement.positions) > 1:
        found.append("one of several")
    return tuple(found)


def confidence(statement: Statement) -> float:
    """The machine's confidence in a statement's words and speaker."""
    told = statement.attribution.confidence
    return UNMEASURED if told is None else told
