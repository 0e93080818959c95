"""Links of chains and utterances to rows and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.model import Link, Reading, Report, Span, Statement, Utterance
from onrecord.resolve import statement_id
from onrecord.store._columns import as_json, as_pairs, spans_of

Row = dict[str, Any]
Stored = Mapping[str, Any]


def link_rows(reading: Reading) -> list[Row]:
    """The links of an article's chains; their actors come when the collection is known."""
    found: dict[str, list[Row]] = {}
    for attribution, chain in zip(reading.attributions, reading.chains, strict=False):  # a stage that failed gave none
        key = statement_id(reading.article.id, attribution)
        found.setdefault(key, [{"statement": key, "number": n, **_link_row(link)} for n, link in enumerate(chain)])
    return [row for rows in found.values() for row in rows]


def _link_row(link: Link) -> Row:
    row = {"kind": link.kind, "name": link.name, "spans": as_pairs(link.spans), "cue": as_pairs(link.cue)}
    return row | {"referent": link.referent}


def chain_of(rows: Iterable[Stored]) -> tuple[Link, ...]:
    """A chain from its rows, which come in the order of their numbers."""
    return tuple(
        Link(row["kind"], row["name"], spans_of(row["spans"]), spans_of(row["cue"]), row["referent"], row["actor"])
        for row in rows
    )


def alone(chain: Sequence[Link]) -> tuple[Link, ...]:
    """A chain as far as the article itself tells: without actors."""
    return tuple(Link(link.kind, link.name, link.spans, link.cue, link.referent) for link in chain)


def link_actors(statements: Iterable[Statement]) -> list[Row]:
    """Which actor each link is, as rows to update with."""
    return [
        {"of": statement.id, "at": number, "who": link.actor}
        for statement in statements
        for number, link in enumerate(statement.chain)
        if link.actor is not None
    ]


def utterance_rows(utterances: Iterable[Utterance]) -> dict[str, list[Row]]:
    """Utterances by table name."""
    utterances = tuple(utterances)
    return {
        "utterances": [{"id": one.id, "actor": one.actor} for one in utterances],
        "reports": [
            {
                "utterance": one.id,
                "number": number,
                "statement": report.statement,
                "differs": as_json([[a.start, a.end, b.start, b.end] for a, b in report.differs]),
            }
            for one in utterances
            for number, report in enumerate(one.reports)
        ],
    }


def utterance_of(row: Stored, reports: Iterable[Stored]) -> Utterance:
    """An utterance from its row and those of its reports, in the order of their numbers."""
    return Utterance(
        id=row["id"],
        actor=row["actor"],
        reports=tuple(
            Report(report["statement"], tuple((Span(a, b), Span(c, d)) for a, b, c, d in json.loads(report["differs"])))
            for report in reports
        ),
    )
