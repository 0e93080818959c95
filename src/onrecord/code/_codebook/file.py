"""What a codebook's file may hold, field by field. docs/codebooks.md tells it to the person who writes one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from onrecord.code._codebook.patterns import PatternError, phrase
from onrecord.model import Stance

STANCES: tuple[Stance, ...] = get_args(Stance)


def as_compared(sentence: str) -> str:
    """A sentence without what doesn't make it another one: capitals and white space."""
    return " ".join(sentence.casefold().split())


def _readable(text: str) -> str:
    try:
        phrase(text)
    except PatternError as error:
        raise ValueError(f"the phrase {text!r} {error}") from error
    return text


def _worded(text: str) -> str:
    if not any(character.isalnum() for character in text):
        raise ValueError("it must be a sentence")
    return text


def _stance(value: Any) -> Any:
    if value is not None and value not in STANCES:
        raise ValueError(f"it has to be one of {', '.join(STANCES)}")
    return value


def _whole(value: Any) -> Any:
    """A plain sentence is an example whose stance is not said."""
    return {"text": value} if isinstance(value, str) else value


_Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
_Text = Annotated[str, Field(min_length=1)]
_Phrase = Annotated[str, AfterValidator(_readable)]
_Sentence = Annotated[str, AfterValidator(_worded)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ExampleFields(_Strict):
    text: _Sentence
    stance: Annotated[Stance | None, BeforeValidator(_stance)] = None


class OptionFields(_Strict):
    id: _Id
    name: _Text
    description: _Text
    phrases: tuple[_Phrase, ...] = ()
    against: tuple[_Phrase, ...] = ()
    examples: tuple[Annotated[ExampleFields, BeforeValidator(_whole)], ...] = ()
    counter_examples: tuple[_Sentence, ...] = ()

    @model_validator(mode="after")
    def _sentences_differ(self) -> OptionFields:
        sentences = [*(example.text for example in self.examples), *self.counter_examples]
        _differ((as_compared(text) for text in sentences), "two of its examples and counter-examples are")
        return self


class IssueFields(_Strict):
    id: _Id
    name: _Text
    description: _Text
    options: Annotated[tuple[OptionFields, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _ids_differ(self) -> IssueFields:
        _differ((option.id for option in self.options), "two options have the id")
        return self


class File(_Strict):
    """The whole file."""

    name: _Text
    issues: Annotated[tuple[IssueFields, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _ids_differ(self) -> File:
        _differ((issue.id for issue in self.issues), "two issues have the id")
        return self


def _differ(words: Iterable[str], problem: str) -> None:
    listed = list(words)
    twice = sorted({known for known in listed if listed.count(known) > 1})
    if twice:
        raise ValueError(f"{problem} {twice[0]!r}")
