"""The form in which a browser sends judgements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt, ValidationError

from onrecord.model import ConditionKind, Mode, Stance
from onrecord.serve._answers import Refused

Pair = tuple[StrictInt, StrictInt]


class Given(BaseModel):
    """What a judgement decides, in the form that docs/judgements.md gives it."""

    model_config = ConfigDict(extra="forbid")


class Nothing(Given):
    """Of a verdict or an undo."""


class SpeakerGiven(Given):
    """Who says it: an actor, or a name that no actor has."""

    actor: str | None = Field(max_length=80)
    speaker: str | None = Field(max_length=300)


class SpansGiven(Given):
    """Where the parts of a statement are."""

    source: list[Pair]
    cue: list[Pair]
    content: list[Pair] = Field(min_length=1)


class PositionGiven(Given):
    """A stance on an option; None for no stance."""

    issue: str
    option: str
    stance: Stance | None
    condition: Pair | None = None
    kind: ConditionKind | None = None
    linked: tuple[str, str] | None = None
    holder: str | None = Field(default=None, max_length=300)


class Added(SpansGiven, SpeakerGiven):
    """A statement that the machine missed."""

    article: str
    mode: Mode
    positions: list[PositionGiven] = []


class Wanted(Given):
    """A judgement as a browser asks for it."""

    kind: Literal["accept", "reject", "speaker", "spans", "position", "add", "undo"]
    target: str = Field(default="", max_length=80)
    value: dict[str, Any] = {}
    why: str = Field(default="", max_length=2000)


_VALUES: Mapping[str, type[Given]] = {
    "accept": Nothing,
    "reject": Nothing,
    "undo": Nothing,
    "speaker": SpeakerGiven,
    "spans": SpansGiven,
    "position": PositionGiven,
    "add": Added,
}


def read(sent: object) -> tuple[Wanted, Given]:
    """What was sent, as a judgement and its value. Raises Refused for what is none."""
    try:
        wanted = Wanted.model_validate(sent)
        return wanted, _VALUES[wanted.kind].model_validate(wanted.value)
    except ValidationError as error:
        raise Refused(f"That is no judgement: {error.errors()[0]['msg']}.") from error
