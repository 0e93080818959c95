"""Figures and proposals in words, and as rows to show."""

from __future__ import annotations

from typing import Any

from onrecord import analyse
from onrecord.model import Article, Figure, Span, Step, StepStatus
from onrecord.publish._counted import counted
from onrecord.publish._words import words
from onrecord.store import Record

Row = dict[str, Any]

STEP_STATUSES: dict[StepStatus | None, str] = {
    "floated": "floated",
    "drafted": "being drafted",
    "submitted": "submitted",
    "commented": "commented on",
    "agreed": "agreed",
    "rejected": "rejected",
    "ratified": "ratified",
    None: "named",
}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def words_anchor(span: Span) -> str:
    """The anchor of words of an article that a figure or proposal rests on."""
    return f"w-{span.start}-{span.end}"


def value(figure: Figure) -> str:
    """A figure's value in words: "at least 300,000", "EUR 35 billion to 40 billion", "about 19.3 % a year"."""
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        text = _number(low) if low == high else f"{_number(low)} to {_number(high)}"
        text = f"about {text}" if figure.about else text
    elif low is not None:
        text = f"at least {_number(low)}"
    else:
        text = f"up to {_number(high or 0)}"
    rate = f" a {figure.per}" if figure.per else ""
    if figure.unit == "percent":
        return f"{text} %{rate}"
    plural = "" if figure.unit is None or figure.unit.isupper() or low == high == 1 else "s"
    return f"{text} {figure.unit}{plural}{rate}" if figure.unit else text + rate


def _number(number: float) -> str:
    for scale, name in _SCALES:
        if number >= scale:
            return f"{number / scale:,.6g} {name}"
    return f"{number:,.6g}" if number < 1e5 else f"{number:,.0f}"


def measure(figure: Figure) -> str:
    """What a figure measures: "territory (ukrainian)"; empty where the text doesn't say."""
    scope = f" ({', '.join(figure.scope)})" if figure.scope else ""
    return f"{figure.of}{scope}" if figure.of else ""


def figure_rows(record: Record) -> list[Row]:
    """A row per figure: what it measures, its value, and the values that differ from it or only round it."""
    articles = {article.id: article for article in record.articles()}
    figures = record.figures()
    values = {figure.id: value(figure) for figure in figures}
    rests = analyse.Rests(record.statements(), articles.values(), record.reuse(), record.utterances())
    return [
        {
            "of": measure(figure),
            "value": values[figure.id],
            "low": figure.low,
            "high": figure.high,
            "unit": figure.unit,
            "per": figure.per,
            **counted(rests.figure(figure)),
            "differs": [values[id] for id in figure.differs],
            "vaguer": [values[id] for id in figure.vaguer],
            "words": _words(articles, figure.mentions[0][0], figure.mentions[0][1].span),
        }
        for figure in figures
    ]


def proposal_rows(record: Record) -> list[Row]:
    """A row per proposal: its names, whose it is, its status and its steps."""
    articles = {article.id: article for article in record.articles()}
    names = {actor.id: actor.name for actor in record.actors()}

    def step(one: Step) -> str:
        who = names.get(one.by or "") or one.as_written or "somebody not named"
        return f"{one.when.value or 'undated'} {one.status} by {who}: {_words(articles, one.article, one.span)}"

    return [
        {
            "proposal": proposal.name,
            "kind": proposal.kind,
            "author": names.get(proposal.author or ""),
            "addressee": names.get(proposal.addressee or ""),
            "status": proposal.status,
            "articles": len({article for article, _ in proposal.mentions}),
            "steps": [step(one) for one in proposal.steps],
            "terms": [_words(articles, article, span) for article, span in proposal.terms],
            "aliases": list(proposal.aliases),
        }
        for proposal in record.proposals()
    ]


def _words(articles: dict[str, Article], article: str, span: Span) -> str:
    return words(articles[article], [span])
