"""Figures: the quantities of an article that can be compared, with their unit and what they measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span as Stretch
from spacy.tokens import Token

from onrecord.code._terms.figures_amounts import Amount, amounts
from onrecord.code._terms.figures_of import measured, scope_of, term_of
from onrecord.code._terms.figures_words import key, words
from onrecord.code._terms.said import Said
from onrecord.model import Article, Attribution, FigureMention, Span
from onrecord.syntax import Passage

_A = frozenset({"a", "an", "one"})


def figures(
    article: Article, passages: Sequence[Passage], attributions: Sequence[Attribution]
) -> tuple[FigureMention, ...]:
    """The figures of an article in order: money, shares, measures, counts of what `figures.yaml` lists, and how long
    terms last. Ranges and bounds are kept. The span holds bound, number and unit, and the noun where one follows."""
    said = Said(article, attributions)
    found: list[FigureMention] = []
    for passage in passages:
        for amount in amounts(passage.doc.text):
            figure = _figure(passage, amount)
            if figure is not None:
                found.append(replace(figure, statement=said.statement_at(figure.span)))
    return tuple(found)


def _figure(passage: Passage, amount: Amount) -> FigureMention | None:
    stretch = passage.doc.char_span(amount.core, amount.end, alignment_mode="expand")
    if stretch is None or not len(stretch):
        return None
    noun = measured(stretch)
    if not _counts(amount, stretch, noun):
        return None
    if amount.unit in words().durations:
        noun = term_of(stretch)
    end = amount.end
    follows = noun is not None and stretch.end <= noun.i <= stretch.end + 3
    if amount.unit is None and noun is not None and follows:
        end = noun.idx + len(noun)
    per = words().per.match(passage.doc.text, max(end, amount.end)) or words().per.match(passage.doc.text, amount.end)
    return FigureMention(
        low=amount.low,
        high=amount.high,
        about=amount.about,
        unit=amount.unit,
        per=words().times.get(key(per.group())) if per else None,
        of=noun.lemma_.lower() if noun is not None else None,
        scope=scope_of(noun, stretch) if noun is not None else (),
        span=Span(passage.start + amount.start, passage.start + max(end, per.end() if per else 0)),
    )


def _counts(amount: Amount, stretch: Stretch, noun: Token | None) -> bool:
    """Whether a number is a figure at all, by its unit or by what it counts."""
    if amount.unit in words().durations:
        return term_of(stretch) is not None
    if amount.unit is not None:
        return _is_number(amount, stretch)
    if noun is None or noun.i < stretch.end or amount.is_year or amount.low == amount.high == 1:
        return False
    lemma = noun.lemma_.lower()
    return (lemma in words().counted and noun.tag_ != "NN") or _held(noun)


def _is_number(amount: Amount, stretch: Stretch) -> bool:
    """ "a percent" and "a pound" are words; "a million dollars" is not."""
    return not (stretch[0].lower_ in _A and amount.low == 1)


def _held(noun: Token) -> bool:
    """People who are held, freed, killed: "three detained sailors", "the release of two Norwegians"."""
    people = noun.lemma_.lower() in words().held_nouns or (noun.ent_type_ == "NORP" and noun.tag_ in {"NNS", "NNPS"})
    if not people:
        return False
    near = [t for t in noun.children if t.dep_ in {"amod", "acl", "relcl"}]
    over = [noun.head, noun.head.head] if noun.head.dep_ == "prep" or noun.head.pos_ == "ADP" else [noun.head]
    return any(token.lemma_.lower() in words().held_verbs for token in (*near, *over))
