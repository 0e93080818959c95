"""What is seen of a claim beside the machine's confidence, by which it may be right more or less often."""

from __future__ import annotations

from onrecord.model import Article, Position, Statement

UNMEASURED = 0.5  # what stands for a confidence where nothing measured it: as likely as not
Signs = tuple[str, ...]


def of_attribution(statement: Statement, article: Article) -> Signs:
    """Signs of a statement's words and speaker."""
    attribution = statement.attribution
    return (
        f"mode {attribution.mode}",
        f"rule {attribution.rule}",
        f"grade {statement.grade}",
        f"outlet {article.outlet}",
    )


def of_position(position: Position) -> Signs:
    """Signs of a position."""
    whose = "another's" if position.holder is not None else "the speaker's own"
    return f"option {position.issue}.{position.option}", f"stance {position.stance}", whose


def confidence(statement: Statement) -> float:
    """The machine's confidence in a statement's words and speaker."""
    told = statement.attribution.confidence
    return UNMEASURED if told is None else told
