"""What a codebook's file may hold, field by field. docs/codebooks.md tells it to the person who writes one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from onrecord.code._codebook.patterns import PatternError, phrase
from onrecord.model import Stance
from onrecord.settings import in_words

Location = tuple[int | str, ...]
STANCES: tuple[Stance, ...] = get_args(Stance)


def as_compared(sentence: str) -> str:
    """A sentence without what doesn't make it another one: capitals and white space."""
    return " ".join(sentence.casefold().split())


def _plain(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        cure = "-".join(re.findall(r"[a-z0-9]+", text.lower()))
        raise ValueError(f"an id has only lower-case letters, digits and hyphens: write {cure or 'one'!r}")
    return text


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


_Id = Annotated[str, AfterValidator(_plain)]
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
    place: Annotated[float, Field(ge=0, le=100)] | None = None


class IssueFields(_Strict):
    id: _Id
    name: _Text
    description: _Text
    options: Annotated[tuple[OptionFields, ...], Field(min_length=1)]


class File(_Strict):
    """The whole file."""

    name: _Text
    issues: Annotated[tuple[IssueFields, ...], Field(min_length=1)]


def faults(raw: object) -> list[tuple[Location, str]]:
    """All that is wrong with what a file holds: where, and what, in plain words. What has to differ is looked at in the
    raw values, so that it is told beside the rest."""
    found: list[tuple[Location, str]] = []
    try:
        File.model_validate(raw)
    except ValidationError as error:
        # pydantic calls a list empty, too, when none of its items can be read
        real = (told for told in error.errors() if told["type"] != "too_short" or not told["input"])
        found = [(told["loc"], in_words(told).removesuffix(".")) for told in real]
    return [*found, *_repeated(raw)]


def _repeated(raw: object) -> Iterator[tuple[Location, str]]:
    issues = _listed(raw, "issues")
    yield from _same(
        [(("issues", n, "id"), _text(issue, "id")) for n, issue in enumerate(issues)], "two issues have the id"
    )
    for n, issue in enumerate(issues):
        at, options = ("issues", n, "options"), _listed(issue, "options")
        yield from _same(
            [((*at, m, "id"), _text(one, "id")) for m, one in enumerate(options)], "two options have the id"
        )
        for m, one in enumerate(options):
            sentences: list[tuple[Location, str]] = [
                ((*at, m, name, number), as_compared(text))
                for name in ("examples", "counter_examples")
                for number, example in enumerate(_listed(one, name))
                if (text := example if isinstance(example, str) else _text(example, "text"))
            ]
            yield from _same(sentences, "two of its examples and counter-examples are")


def _same(named: list[tuple[Location, str]], problem: str) -> Iterator[tuple[Location, str]]:
    """Each that is not the first with its name."""
    seen: set[str] = set()
    for place, name in named:
        if name and name in seen:
            yield place, f"{problem} {name!r}: change one of them, or leave it out"
        seen.add(name)


def _listed(raw: object, name: str) -> list[object]:
    value = raw.get(name) if isinstance(raw, dict) else None
    return value if isinstance(value, list) else []


def _text(raw: object, name: str) -> str:
    value = raw.get(name) if isinstance(raw, dict) else None
    return value if isinstance(value, str) else ""
