"""What a browser sends, checked, as judgements with what the machine says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt, ValidationError

from onrecord import store
from onrecord.model import Article, Attribution, ConditionKind, Judgement, JudgementKind, Mode, Span, Stance
from onrecord.resolve import statement_id
from onrecord.serve._answers import Refused
from onrecord.serve._live import Moment

Pair = tuple[StrictInt, StrictInt]
OF_STATEMENTS = ("accept", "reject", "speaker", "spans", "position", "add")
_Why = Field(default="", max_length=2000)


class _Sent(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Nothing(_Sent):
    pass


class _Speaker(_Sent):
    actor: str | None = Field(max_length=80)
    speaker: str | None = Field(max_length=300)


class _Spans(_Sent):
    source: list[Pair]
    cue: list[Pair]
    content: list[Pair] = Field(min_length=1)


class _Position(_Sent):
    issue: str
    option: str
    stance: Stance | None
    condition: Pair | None = None
    kind: ConditionKind | None = None
    linked: tuple[str, str] | None = None
    holder: str | None = Field(default=None, max_length=300)


class _Added(_Spans, _Speaker):
    article: str
    mode: Mode
    positions: list[_Position] = []


class Wanted(_Sent):
    """A judgement as a browser asks for it."""

    kind: Literal["accept", "reject", "speaker", "spans", "position", "add", "undo"]
    target: str = Field(default="", max_length=80)
    value: dict[str, Any] = {}
    why: str = _Why


_VALUES: Mapping[str, type[_Sent]] = {
    "accept": _Nothing,
    "reject": _Nothing,
    "undo": _Nothing,
    "speaker": _Speaker,
    "spans": _Spans,
    "position": _Position,
    "add": _Added,
}


class Judging:
    """Makes the judgements of one person at one moment. `articles` are those whose statements they are about, None
    once an actor is judged."""

    def __init__(self, moment: Moment, by: str) -> None:
        self._moment, self._by = moment, by
        self.made: list[Judgement] = []
        self.articles: set[str] | None = set()

    def add(self, sent: object) -> None:
        """Take a judgement as a browser sends it. Raises Refused for one that cannot be."""
        try:
            wanted = Wanted.model_validate(sent)
            value = _VALUES[wanted.kind].model_validate(wanted.value)
        except ValidationError as error:
            raise Refused(f"That is no judgement: {error.errors()[0]['msg']}.") from error
        match value:
            case _Added():
                self._missed(value, wanted.why)
            case _ if wanted.kind == "undo":
                self.undo(wanted.target, wanted.why)
            case _:
                self._of_statement(wanted, value)

    def verdict(self, kind: Literal["accept", "reject"], statement: str, why: str = "") -> None:
        """Accept or reject a statement."""
        self._of_statement(Wanted(kind=kind, target=statement, why=why), _Nothing())

    def undo(self, judgement: str, why: str = "") -> None:
        """Take a judgement back."""
        log = {one.id: one for one in self._moment.record.judgements()}
        one = found = log.get(judgement)
        while one is not None and one.kind == "undo":
            one = log.get(one.target)
        if found is None or one is None:
            raise Refused("There is no such judgement.", 404)
        self._note("undo", judgement, {}, {}, why)
        if one.kind not in OF_STATEMENTS:
            self.articles = None
        else:
            self._touch((one.value if one.kind == "add" else one.machine).get("article"))
            if self._moment.index.article_of(one.target):
                self._touch(self._moment.index.article_of(one.target))

    def actor(self, kind: JudgementKind, actor: str, value: Mapping[str, Any], why: str = "") -> None:
        """Judge an actor: merge, split, rename, side, role."""
        machine = {one.id: one for one in self._moment.machine.actors()}
        one = machine.get(actor) or self._moment.actors.get(actor)
        if one is None:
            raise Refused("There is no such actor.", 404)
        self._note(kind, actor, value, store.of_actor(one), why)
        self.articles = None

    def _of_statement(self, wanted: Wanted, value: _Sent) -> None:
        article = self._moment.index.article_of(wanted.target)
        if article is None:
            raise Refused("There is no such statement.", 404)
        machine, judged = self._moment.machine.judged_in(article), self._moment.record.judged_in(article)
        known = {one.id: one for one in (*judged.rejected, *judged.statements)}
        statement = {**known, **{one.id: one for one in machine.statements}}.get(wanted.target)
        if statement is None:
            raise Refused("There is no such statement.", 404)
        if wanted.kind == "accept" and wanted.target in known and known[wanted.target].judged in ("changed", "added"):
            raise Refused("A person changed it: that is judged already. Undo the change to have the machine's back.")
        one = self._moment.record.article(article)
        self._fits(value, one)
        said = store.of_statement(statement, one, {a.id: a for a in self._moment.machine.actors()})
        self._note(wanted.kind, wanted.target, value.model_dump(mode="json"), said, wanted.why)
        self._touch(article)

    def _missed(self, value: _Added, why: str) -> None:
        if value.article not in {article.id for article in self._moment.record.articles()}:
            raise Refused("There is no such article.", 404)
        article = self._moment.record.article(value.article)
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
        self._note("add", target, said, {}, why)
        self._touch(article.id)

    def _fits(self, value: _Sent, article: Article) -> None:
        """Raises Refused when a value names what is not there: words, an actor, an option."""
        if isinstance(value, _Spans):
            for pairs in _kinds(value):
                _check(pairs, len(article.text))
        if isinstance(value, _Speaker) and value.actor is not None and value.actor not in self._moment.actors:
            raise Refused("There is no such actor.", 404)
        if isinstance(value, _Position):
            _check([value.condition] if value.condition else [], len(article.text))
            options = {(i.id, option.id) for i in self._moment.record.codebook().issues for option in i.options}
            if not {(value.issue, value.option), value.linked or (value.issue, value.option)} <= options:
                raise Refused("The codebook has no such option.", 404)

    def _note(
        self, kind: JudgementKind, target: str, value: Mapping[str, Any], machine: Mapping[str, Any], why: str
    ) -> None:
        self.made.append(store.judgement(kind, target, value, machine, by=self._by, why=" ".join(why.split())))

    def _touch(self, article: str | None) -> None:
        if self.articles is not None and article is not None:
            self.articles.add(article)


def _kinds(value: _Spans) -> Iterable[list[Pair]]:
    return value.source, value.cue, value.content


def _check(pairs: Iterable[Pair], longest: int) -> None:
    """Spans lie in the text, in order, and none in another."""
    at = 0
    for start, end in pairs:
        if not at <= start < end <= longest:
            raise Refused("Those words are not in the article.")
        at = end
