"""What a person asks for, by the names of the command line, taken apart into the choices of each step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any, TypedDict, Unpack

from onrecord.analyse._networks._claims import Claims
from onrecord.analyse._networks._duplicates import Once, Speaker
from onrecord.analyse._networks._found import Found, find
from onrecord.analyse._networks._measures import Measure
from onrecord.analyse._networks._network import Between, Choice, check
from onrecord.analyse._networks._normals import Normal
from onrecord.analyse._networks._polarisation import Polarisation, polarisation
from onrecord.analyse._networks._record import Conditional, Reading, Unclear
from onrecord.analyse._networks._source import Source, claims_of, record_to_dna
from onrecord.analyse._networks._windows import between as within
from onrecord.analyse._networks._windows import by_days, by_number
from onrecord.errors import InputError


class Asked(TypedDict, total=False):
    """Choices by name; what is not given has the default of `Choice` and `Reading`. `since` and `until` are days."""

    between: Between
    speaker: Speaker
    measure: Measure
    normal: Normal | None
    once: Once
    conditional: Conditional
    unclear: Unclear
    told: bool
    again: bool
    since: str | None
    until: str | None
    backbone: float | None


def ask(source: Source, **asked: Unpack[Asked]) -> Found:
    """The network of a source with its communities. Raises InputError."""
    choice = Choice(**_of(Choice, asked))
    check(choice)
    claims = _claims(source, asked)
    if not any(getattr(claim, choice.speaker) for claim in claims.rows):
        problem = f"no claim has one; {len(claims.rows):,} claims were looked at."
        advice = f"Try speaker={'actor' if choice.speaker == 'side' else 'side'}, or other days."
        raise InputError(problem, path="networks", field=choice.speaker, advice=advice)
    return find(claims, choice, backbone=asked.get("backbone"))


def ask_polarisation(
    source: Source, days: int | None = None, number: int | None = None, **asked: Unpack[Asked]
) -> tuple[Polarisation, ...]:
    """The polarisation of a source in windows of so many days, or of so many claims (`number`).

    Raises InputError, also for choices that have no part in it.
    """
    _none_of(("between", "measure", "backbone"), asked, "polarisation")
    choice = Choice(**_of(Choice, asked))
    check(choice)
    if (days is None) == (number is None):
        raise InputError("one of both is needed.", path="networks", field="days", advice="Give days, or number.")
    claims = _claims(source, asked)
    windows = by_days(claims, days) if days is not None else by_number(claims, number or 0)
    return tuple(polarisation(windows, choice))


def ask_dna(source: Path | str, to: Path | str, **asked: Unpack[Asked]) -> int:
    """Write a record as a `.dna` file; the number of claims. Raises InputError, also for choices of networks."""
    names = [one.name for one in fields(Choice)]
    _none_of((*names, "since", "until", "backbone"), asked, "a .dna file")
    return record_to_dna(source, to, Reading(**_of(Reading, asked)))


def _claims(source: Source, asked: Asked) -> Claims:
    return within(claims_of(source, Reading(**_of(Reading, asked))), asked.get("since"), asked.get("until"))


def _of(made: type[Choice] | type[Reading], asked: Asked) -> dict[str, Any]:
    unknown = sorted(set(asked) - set(Asked.__annotations__))
    if unknown:
        raise TypeError(f"no choice of networks is called {', '.join(unknown)}")
    names = {one.name for one in fields(made)}
    return {name: value for name, value in asked.items() if name in names}


def _none_of(names: Iterable[str], asked: Asked, what: str) -> None:
    for name in names:
        if name in asked:
            raise InputError(f"it has no part in {what}.", path="networks", field=name, advice="Leave it out.")
