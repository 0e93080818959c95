"""From the positions of a record to the table that linkage is read from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.analyse._cells import date_of
from onrecord.analyse._likely import likely
from onrecord.analyse._linkage.table import Condition
from onrecord.model import Actor, Article, Statement, Utterance


def conditions_in(
    statements: Sequence[Statement],
    articles: Iterable[Article],
    actors: Iterable[Actor],
    utterances: Iterable[Utterance] = (),
) -> tuple[Condition, ...]:
    """A row for each condition in somebody's own words that names another option of the codebook.

    A side is the one that the speaker speaks for, else the speaker. Options are `issue.option`. What was said once and
    reported often counts once. What is only reported of somebody else, or told by the article itself, or likelier
    coded wrong than right, is left out.
    """
    by_id = {article.id: article for article in articles}
    names = {actor.id: actor.name for actor in actors if actor.kind != "unnamed"}
    of = {report.statement: one.id for one in utterances for report in one.reports}
    taken: set[tuple[str, str, str]] = set()
    found = []
    for statement in statements:
        side = statement.side or names.get(statement.actor or "")
        if side is None or statement.attribution.mode == "told":
            continue
        for position in statement.positions:
            if position.linked is None or position.holder is not None or not likely(statement, position):
                continue
            option, needs = f"{position.issue}.{position.option}", ".".join(position.linked)
            key = (of.get(statement.id, statement.id), option, needs)
            if key in taken or option == needs:
                continue
            taken.add(key)
            spans = (position.condition,) if position.condition else ()
            text = by_id[statement.article].text
            words = " ".join(text[span.start : span.end] for span in spans)
            date, kind = date_of(statement, by_id), position.kind or "precondition"
            found.append(Condition(statement.id, date, side, option, needs, kind, words, statement.article, spans))
    return tuple(found)
