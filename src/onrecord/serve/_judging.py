"""What a browser sends, checked, as judgements with what the machine says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from onrecord import store
from onrecord.errors import RecordError
from onrecord.model import Article, Attribution, Judgement, JudgementKind, Span, Statement
from onrecord.resolve import statement_id
from onrecord.serve._answers import Refused
from onrecord.serve._moment import Moment
from onrecord.serve._sent import Added, Given, Nothing, Pair, PositionGiven, SpansGiven, SpeakerGiven, Wanted, read

_Statements = tuple[Article, Mapping[str, Statement], Mapping[str, Statement]]


class Judging:
    """Makes the judgements of one person at one moment."""

    def __init__(self, moment: Moment, by: str) -> None:
        self._moment, self._by = moment, by
        self.made: list[Judgement] = []
        self._read: dict[str, _Statements] = {}

    def add(self, sent: object) -> None:
        """Take a judgement as a browser sends it. Raises Refused for one that cannot be."""
        wanted, value = read(sent)
        match value:
            case Added():
                self._missed(value, wanted.why)
            case _ if wanted.kind == "undo":
                self.undo(wanted.target, wanted.why)
            case _:
                self._of_statement(wanted, value)

    def verdict(self, kind: Literal["accept", "reject"], statement: str, why: str = "") -> None:
        """Accept or reject a statement."""
        self._of_statement(Wanted(kind=kind, target=statement, why=why), Nothing())

    def undo(self, judgement: str, why: str = "") -> None:
        """Take a judgement back."""
        log = {one.id: one for one in self._moment.record.judgements()}
        one = found = log.get(judgement)
        while one is not None and one.kind == "undo":
            one = log.get(one.target)
        if found is None or one is None:
            raise Refused("There is no such judgement.", 404)
        self.note("undo", judgement, {}, {}, why)

    def actor(self, kind: JudgementKind, actor: str, value: Mapping[str, Any], why: str = "") -> None:
        """Judge an actor: merge, split, rename, side, role."""
        one = self._moment.machine_actors.get(actor) or self._moment.actors.get(actor)
        if one is None:
            raise Refused("There is no such actor.", 404)
        self.note(kind, actor, value, store.of_actor(one), why)

    def _of_statement(self, wanted: Wanted, value: Given) -> None:
        key = self._moment.index.article_of(wanted.target)
        if key is None:
            raise Refused("There is no such statement.", 404)
        article, machine, judged = self._in(key)
        now = judged.get(wanted.target)
        statement = machine.get(wanted.target) or now
        if statement is None:
            raise Refused("There is no such statement.", 404)
        if wanted.kind == "accept" and now is not None and now.judged in ("changed", "added"):
            raise Refused("A person changed it: that is judged already. Undo the change to have the machine's back.")
        self._fits(value, article)
        said = store.of_statement(statement, article, self._moment.machine_actors)
        self.note(wanted.kind, wanted.target, value.model_dump(mode="json"), said, wanted.why)

    def _in(self, article: str) -> _Statements:
        """An article, and its statements by id: the machine's, and as judged with those rejected."""
        if article not in self._read:
            machine, judged = self._moment.machine.judged_in(article), self._moment.record.judged_in(article)
            by_id = [{one.id: one for one in (*s.rejected, *s.statements)} for s in (machine, judged)]
            self._read[article] = (self._moment.record.article(article), by_id[0], by_id[1])
        return self._read[article]

    def _missed(self, value: Added, why: str) -> None:
        article = article_of(self._moment, value.article)
        self._fits(value, article)
        for position in value.positions:
            self._fits(position, article)
        source, cue, content = (tuple(Span(*pair) for pair in spans) for spans in _kinds(value))
        target = statement_id(article.id, Attribution(source, cue, content, value.mode, "a person"))
        if self._moment.index.article_of(target) is not None:
            raise Refused("The record has this statement already.", 409)
        words = [article.text[span.start : span.end] for span in content]
        held = [position.model_dump(mode="json") for position in value.positions]
        said = value.model_dump(mode="json") | {"words": words, "positions": held, "article_name": article.name}
        self.note("add", target, said, {}, why)

    def _fits(self, value: Given, article: Article) -> None:
        """Raises Refused when a value names what is not there: words, an actor, an option."""
        if isinstance(value, SpansGiven):
            for pairs in _kinds(value):
                _check(pairs, len(article.text))
        if isinstance(value, SpeakerGiven) and value.actor is not None and value.actor not in self._moment.actors:
            raise Refused("There is no such actor.", 404)
        if isinstance(value, PositionGiven):
            _check([value.condition] if value.condition else [], len(article.text))
            options = {(i.id, option.id) for i in self._moment.record.codebook().issues for option in i.options}
            if not {(value.issue, value.option), value.linked or (value.issue, value.option)} <= options:
                raise Refused("The codebook has no such option.", 404)

    def note(
        self, kind: JudgementKind, target: str, value: Mapping[str, Any], machine: Mapping[str, Any], why: str = ""
    ) -> None:
        """Take a judgement as it is."""
        self.made.append(store.judgement(kind, target, value, machine, by=self._by, why=" ".join(why.split())))


def article_of(moment: Moment, id: str) -> Article:
    """An article of the record. Raises Refused when it has none with this id."""
    try:
        return moment.record.article(id)
    except RecordError as error:
        raise Refused("There is no such article.", 404) from error


def _kinds(value: SpansGiven) -> Iterable[list[Pair]]:
    return value.source, value.cue, value.content


def _check(pairs: Iterable[Pair], longest: int) -> None:
    """Spans lie in the text, in order, and none in another."""
    at = 0
    for start, end in pairs:
        if not at <= start < end <= longest:
            raise Refused("Those words are not in the article.")
        at = end
