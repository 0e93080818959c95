"""Records to rows and back: one pair of functions per noun that needs more than its fields."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.model import (
    Affiliation,
    Article,
    Attribution,
    Dated,
    DateEvidence,
    LeftOut,
    Paragraph,
    Position,
    Reading,
    Referent,
    Reuse,
    Role,
    Span,
    Speaker,
    Statement,
)
from onrecord.resolve import statement_id
from onrecord.store import _events, _instruments, _traced
from onrecord.store._columns import as_json, as_pairs, spans_of

Row = dict[str, Any]
Stored = Mapping[str, Any]


def article_row(article: Article, made_with: str) -> Row:
    return {
        "id": article.id,
        "name": article.name,
        "path": article.path,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "url": article.url,
        "canonical": article.canonical,
        "source": article.source,
        "language": article.language,
        "published": article.published.value,
        "published_basis": article.published.basis,
        "text": article.text,
        "lost_quotations": as_json(article.lost_quotations),
        "notes": as_json(article.notes),
        "made_with": made_with,
    }


def article_of(row: Stored, parts: Iterable[Stored], left_out: Iterable[Stored], dates: Iterable[Stored]) -> Article:
    return Article(
        id=row["id"],
        name=row["name"],
        path=row["path"],
        text=row["text"],
        paragraphs=tuple(Paragraph(Span(p["start"], p["end"]), p["role"]) for p in parts),
        title=row["title"],
        outlet=row["outlet"],
        author=row["author"],
        url=row["url"],
        canonical=row["canonical"],
        source=row["source"],
        language=row["language"],
        published=Dated(row["published"], row["published_basis"]),
        date_evidence=tuple(
            DateEvidence(d["basis"], d["where"], d["words"], d["value"], d["confidence"]) for d in dates
        ),
        left_out=tuple(LeftOut(item["text"], item["reason"], item["at"]) for item in left_out),
        lost_quotations=tuple(json.loads(row["lost_quotations"])),
        notes=tuple(json.loads(row["notes"])),
    )


def part_rows(reading: Reading) -> dict[str, list[Row]]:
    """The rows of the tables that hang on one article, by table name."""
    article = reading.article
    numbered: dict[str, list[Row]] = {
        "paragraphs": [{"start": p.span.start, "end": p.span.end, "role": p.role} for p in article.paragraphs],
        "left_out": [{"text": item.text, "reason": item.reason, "at": item.at} for item in article.left_out],
        "date_evidence": [
            {"basis": d.basis, "where": d.where, "words": d.words, "value": d.value, "confidence": d.confidence}
            for d in article.date_evidence
        ],
        "problems": [{"problem": problem} for problem in reading.problems],
        **_events.mention_rows(reading),
        **_instruments.mention_rows(reading),
    }
    rows = {
        table: [{"article": article.id, "number": number, **row} for number, row in enumerate(items)]
        for table, items in numbered.items()
    }
    return rows | {"referents": [_referent_row(article.id, referent) for referent in reading.referents]}


def statement_rows(reading: Reading) -> tuple[list[Row], list[Row]]:
    """Rows of the tables statements and positions; the speaker's actor comes when the collection is known."""
    statements: list[Row] = []
    positions: list[Row] = []
    known: set[str] = set()
    about_of = reading.about or tuple(Dated() for _ in reading.attributions)
    coded = zip(reading.attributions, reading.speakers, reading.said, about_of, reading.positions, strict=True)
    for number, (attribution, speaker, said, about, stances) in enumerate(coded):
        key = statement_id(reading.article.id, attribution)
        if key in known:
            continue
        known.add(key)
        statements.append(
            {
                "id": key,
                "article": reading.article.id,
                "number": number,
                "start": attribution.content[0].start,
                "end": attribution.content[-1].end,
                "mode": attribution.mode,
                "source": as_pairs(attribution.source),
                "cue": as_pairs(attribution.cue),
                "content": as_pairs(attribution.content),
                "rule": attribution.rule,
                "confidence": attribution.confidence,
                "referent": speaker.referent,
                "as_written": speaker.as_written,
                "grade_alone": speaker.grade,
                "grade": speaker.grade,
                "said": said.value,
                "said_basis": said.basis,
                "about": about.value,
                "about_basis": about.basis,
            }
        )
        positions += [_position_row(key, at, position) for at, position in enumerate(stances)]
    return statements, positions


def attribution_of(row: Stored) -> Attribution:
    return Attribution(
        source=spans_of(row["source"]),
        cue=spans_of(row["cue"]),
        content=spans_of(row["content"]),
        mode=row["mode"],
        rule=row["rule"],
        confidence=row["confidence"],
    )


def statement_of(row: Stored, positions: Iterable[Stored], links: Sequence[Stored]) -> Statement:
    return Statement(
        id=row["id"],
        article=row["article"],
        attribution=attribution_of(row),
        actor=row["actor"],
        as_written=row["as_written"],
        side=row["side"],
        grade=row["grade"],
        said=Dated(row["said"], row["said_basis"]),
        about=Dated(row["about"], row["about_basis"]),
        positions=tuple(map(position_of, positions)),
        chain=_traced.chain_of(links),
    )


def speaker_of(row: Stored) -> Speaker:
    return Speaker(row["referent"], row["as_written"], row["grade_alone"])


def _position_row(statement: str, number: int, position: Position) -> Row:
    return {
        "statement": statement,
        "number": number,
        "issue": position.issue,
        "option": position.option,
        "stance": position.stance,
        "condition_start": position.condition.start if position.condition else None,
        "condition_end": position.condition.end if position.condition else None,
        "confidence": position.confidence,
        "why": position.why,
        "condition_kind": position.kind,
        "linked": ".".join(position.linked) if position.linked else None,
        "holder_alone": position.holder,
        "holder": position.holder,
        "held": 1,
    }


def position_of(row: Stored, holder: str = "holder") -> Position:
    """A position with the holder of the collection; with "holder_alone", as far as the article itself tells."""
    start, end = row["condition_start"], row["condition_end"]
    issue, _, option = (row["linked"] or "").partition(".")
    return Position(
        issue=row["issue"],
        option=row["option"],
        stance=row["stance"],
        condition=None if start is None else Span(start, end),
        confidence=row["confidence"],
        why=row["why"],
        holder=row[holder],
        kind=row["condition_kind"],
        linked=(issue, option) if issue else None,
    )


def _referent_row(article: str, referent: Referent) -> Row:
    return {
        "article": article,
        "number": referent.number,
        "name": referent.name,
        "kind": referent.kind,
        "forms": as_json(referent.forms),
        "roles": as_json([[role.title, role.of, role.span.start, role.span.end] for role in referent.roles]),
        "start": referent.first.start,
        "end": referent.first.end,
        "gender": referent.gender,
        "plural": int(referent.plural),
        "person_votes": referent.person_votes,
    }


def referent_of(row: Stored) -> Referent:
    return Referent(
        number=row["number"],
        name=row["name"],
        kind=row["kind"],
        forms=tuple((form, count) for form, count in json.loads(row["forms"])),
        roles=tuple(Role(title, of, Span(start, end)) for title, of, start, end in json.loads(row["roles"])),
        first=Span(row["start"], row["end"]),
        gender=row["gender"],
        plural=bool(row["plural"]),
        person_votes=row["person_votes"],
    )


def reuse_row(pair: Reuse) -> Row:
    passages = [[a.start, a.end, b.start, b.end] for a, b in pair.passages]
    return {
        "a": pair.a,
        "b": pair.b,
        "containment_a": pair.containment_a,
        "containment_b": pair.containment_b,
        "passages": as_json(passages),
        "first": pair.first,
        "why": pair.why,
    }


def reuse_of(row: Stored) -> Reuse:
    passages = tuple((Span(a, b), Span(c, d)) for a, b, c, d in json.loads(row["passages"]))
    return Reuse(row["a"], row["b"], row["containment_a"], row["containment_b"], passages, row["first"], row["why"])


def affiliation_of(row: Stored) -> Affiliation:
    return Affiliation(row["title"], row["of"], row["article"], Span(row["start"], row["end"]))
