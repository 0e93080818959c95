"""What the queue is made from: a record's statements, and what people made of those they judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.analyse._review.verdicts import Verdict, verdicts
from onrecord.model import Article, Statement
from onrecord.store import Record


@dataclass(frozen=True, slots=True)
class Material:
    """`statements` are as judged, in the record's order; `articles` by id; `utterance` by statement id, of those that
    one more statement reports; `verdicts` say of judged statements which of the machine's claims held."""

    statements: tuple[Statement, ...]
    articles: Mapping[str, Article]
    utterance: Mapping[str, str]
    verdicts: tuple[Verdict, ...] = ()


def material_of(record: Record) -> Material:
    """All that the queue needs of a record, read once; it does not change when the record does.

    Raises RecordError when the record cannot be read.
    """
    statements = record.statements()
    names = {actor.id: (actor.name, *actor.aliases) for actor in record.actors()}
    return Material(
        statements=statements,
        articles={article.id: article for article in record.articles()},
        utterance={report.statement: one.id for one in record.utterances() for report in one.reports},
        verdicts=tuple(_verdicts(record, statements, names)),
    )


def _verdicts(
    record: Record, statements: Iterable[Statement], names: Mapping[str, tuple[str, ...]]
) -> Iterable[Verdict]:
    rejected = record.rejected()
    settled = {one.id: one for one in statements if one.judged is not None}
    if not settled and not rejected:
        return ()
    machine = Record(record.path, judged=False)
    called = {actor.id: actor.name for actor in machine.actors()}
    return verdicts(machine.statements(), settled, frozenset(one.id for one in rejected), names, called)
