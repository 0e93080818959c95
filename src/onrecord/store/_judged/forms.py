"""What a judgement from outside has to hold, kind by kind (docs/judgements.md), so that no later reading stumbles over
it. What else it holds is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from onrecord.model import JudgementKind, Mode, Stance


def _rising(pair: list[int]) -> list[int]:
    if pair[0] >= pair[1]:
        raise ValueError("ends before it starts")
    return pair


def _instant(at: str) -> str:
    datetime.fromisoformat(at)
    return at


Place = Annotated[list[Annotated[int, Field(ge=0)]], Field(min_length=2, max_length=2), AfterValidator(_rising)]
Name = Annotated[str, Field(min_length=1)]
# One way to write a time, so that the log sorts by it.
Instant = Annotated[
    str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?\+00:00$"), AfterValidator(_instant)
]


class _Form(BaseModel):
    model_config = ConfigDict(strict=True, extra="allow")


class Line(_Form):
    """A judgement as a whole; `value` and `machine` are looked at by kind."""

    id: Name | None = None
    at: Instant
    by: Name
    why: str = ""
    kind: JudgementKind
    target: Name
    value: dict[str, Any]
    machine: dict[str, Any]


class Coded(_Form):
    """A position, or that there is none (`stance` null)."""

    issue: Name
    option: Name
    stance: Stance | None
    condition: Place | None = None
    linked: Annotated[list[Name], Field(min_length=2, max_length=2)] | None = None
    holder: str | None = None


class Spanned(_Form):
    source: list[Place]
    cue: list[Place]
    content: Annotated[list[Place], Field(min_length=1)]


class Said(Spanned):
    """A statement with its words."""

    article: Name
    mode: Mode
    words: list[str]
    actor: str | None = None
    speaker: str | None = None
    confidence: float | None = None
    positions: list[Coded]

    @model_validator(mode="after")
    def _each_piece_has_its_words(self) -> Said:
        if [len(words) for words in self.words] != [end - start for start, end in self.content]:
            raise ValueError("words are not as long as the pieces of content")
        return self


class Spoken(_Form):
    actor: str | None
    speaker: str | None


class Into(_Form):
    into: Name
    name: Name


class Named(_Form):
    name: Name


class Sided(_Form):
    side: Name | None


class Titled(_Form):
    title: Name
    of: str | None = None


_VALUES: Mapping[JudgementKind, type[_Form]] = {
    "speaker": Spoken,
    "spans": Spanned,
    "position": Coded,
    "add": Said,
    "merge": Into,
    "split": Named,
    "rename": Named,
    "side": Sided,
    "role": Titled,
}
_MACHINES: Mapping[JudgementKind, type[_Form]] = {
    "accept": Said,
    "reject": Said,
    "speaker": Said,
    "spans": Said,
    "position": Said,
    "merge": Named,
    "split": Named,
    "rename": Named,
    "side": Named,
    "role": Named,
}


def fault(row: Mapping[str, Any]) -> tuple[str, str] | None:
    """The first field of a judgement that is not as it has to be (as `value.stance`), and what is wrong with it; None
    when nothing is."""
    found = _fault(Line, row, ())
    if found is not None:
        return found
    kind: JudgementKind = row["kind"]
    parts: tuple[tuple[Literal["value", "machine"], type[_Form]], ...] = (
        ("value", _VALUES.get(kind, _Form)),
        ("machine", _MACHINES.get(kind, _Form)),
    )
    return next((found for part, form in parts if (found := _fault(form, row[part], (part,)))), None)


def _fault(form: type[_Form], row: object, within: tuple[str, ...]) -> tuple[str, str] | None:
    try:
        form.model_validate(row)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(map(str, (*within, *first["loc"])))
        return field, first["msg"].removeprefix("Value error, ")
    return None
