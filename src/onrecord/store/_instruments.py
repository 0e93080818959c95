"""Figures and proposals to rows and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.model import (
    Dated,
    Figure,
    FigureMention,
    Proposal,
    ProposalMention,
    Reading,
    Span,
    Step,
    StepMention,
)
from onrecord.store._columns import as_json, as_pairs, spans_of

Row = dict[str, Any]
Stored = Mapping[str, Any]


def mention_rows(reading: Reading) -> dict[str, list[Row]]:
    """What one article tells, by table name, without article and number."""
    return {
        "figure_mentions": [_figure_mention_row(figure) for figure in reading.figures],
        "proposal_mentions": [_proposal_mention_row(proposal) for proposal in reading.proposals],
    }


def collected_rows(figures: Iterable[Figure], proposals: Iterable[Proposal]) -> dict[str, list[Row]]:
    """What the collection tells, by table name."""
    figures, proposals = tuple(figures), tuple(proposals)
    return {
        "figures": [
            _value_row(f) | {"id": f.id, "differs": as_json(f.differs), "vaguer": as_json(f.vaguer)} for f in figures
        ],
        "figure_places": [
            {"figure": figure.id, "article": article, "start": mention.span.start, "end": mention.span.end}
            for figure in figures
            for article, mention in figure.mentions
        ],
        "proposals": [_proposal_row(proposal) for proposal in proposals],
        "proposal_steps": [
            {"proposal": proposal.id, "number": number} | _step_row(step)
            for proposal in proposals
            for number, step in enumerate(proposal.steps)
        ],
        "proposal_places": [
            {"proposal": proposal.id, "article": article, "start": span.start, "end": span.end, "what": what}
            for proposal in proposals
            for what, places in (("name", proposal.mentions), ("term", proposal.terms))
            for article, span in dict.fromkeys(places)
        ],
    }


def _value_row(figure: Figure | FigureMention) -> Row:
    row = {name: getattr(figure, name) for name in ("low", "high", "unit", "per", "of")}
    return row | {"about": int(figure.about), "scope": as_json(figure.scope)}


def _value_of(row: Stored) -> dict[str, Any]:
    value = {name: row[name] for name in ("low", "high", "unit", "per", "of")}
    return value | {"about": bool(row["about"]), "scope": tuple(json.loads(row["scope"]))}


def _figure_mention_row(mention: FigureMention) -> Row:
    where = {"start": mention.span.start, "end": mention.span.end, "statement": mention.statement}
    return _value_row(mention) | where


def figure_mention_of(row: Stored) -> FigureMention:
    return FigureMention(**_value_of(row), span=Span(row["start"], row["end"]), statement=row["statement"])


def figure_of(row: Stored, mentions: Iterable[Stored]) -> Figure:
    return Figure(
        **_value_of(row),
        id=row["id"],
        mentions=tuple((m["article"], figure_mention_of(m)) for m in mentions),
        differs=tuple(json.loads(row["differs"])),
        vaguer=tuple(json.loads(row["vaguer"])),
    )


def _proposal_mention_row(mention: ProposalMention) -> Row:
    steps = [
        [s.status, s.by, s.as_written, s.span.start, s.span.end, s.when.value, s.when.basis, s.statement]
        for s in mention.steps
    ]
    return {
        "name": mention.name,
        "kind": mention.kind,
        "author": mention.author,
        "addressee": mention.addressee,
        "terms": as_pairs(mention.terms),
        "spans": as_pairs(mention.spans),
        "steps": as_json(steps),
    }


def proposal_mention_of(row: Stored) -> ProposalMention:
    return ProposalMention(
        name=row["name"],
        kind=row["kind"],
        author=row["author"],
        addressee=row["addressee"],
        terms=spans_of(row["terms"]),
        spans=spans_of(row["spans"]),
        steps=tuple(
            StepMention(status, by, as_written, Span(start, end), Dated(date, basis), statement)
            for status, by, as_written, start, end, date, basis, statement in json.loads(row["steps"])
        ),
    )


def _proposal_row(proposal: Proposal) -> Row:
    row = {name: getattr(proposal, name) for name in ("id", "name", "kind", "author", "addressee", "status")}
    return row | {"aliases": as_json(proposal.aliases)}


def _step_row(step: Step) -> Row:
    return {
        "status": step.status,
        "actor": step.by,
        "as_written": step.as_written,
        "date": step.when.value,
        "date_basis": step.when.basis,
        "article": step.article,
        "start": step.span.start,
        "end": step.span.end,
        "statement": step.statement,
    }


def _step_of(row: Stored) -> Step:
    return Step(
        status=row["status"],
        by=row["actor"],
        as_written=row["as_written"],
        when=Dated(row["date"], row["date_basis"]),
        article=row["article"],
        span=Span(row["start"], row["end"]),
        statement=row["statement"],
    )


def proposal_of(row: Stored, steps: Sequence[Stored], places: Sequence[Stored]) -> Proposal:
    def at(what: str) -> tuple[tuple[str, Span], ...]:
        return tuple((p["article"], Span(p["start"], p["end"])) for p in places if p["what"] == what)

    return Proposal(
        id=row["id"],
        name=row["name"],
        aliases=tuple(json.loads(row["aliases"])),
        kind=row["kind"],
        author=row["author"],
        addressee=row["addressee"],
        status=row["status"],
        terms=at("term"),
        steps=tuple(_step_of(step) for step in steps),
        mentions=at("name"),
    )
