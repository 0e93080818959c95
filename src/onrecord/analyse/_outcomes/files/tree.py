"""The same as YAML, which is easier to edit by hand:

actors: {BR: Brazil, IN: India}
issues:
  - id: finance
    name: volume of finance
    reference: 0
    options:
      - {position: 0, label: no new target}
    positions:
      - {actor: BR, position: 60, salience: 0.8, capability: 0.7, red_line: 20, spread: 5}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from onrecord.analyse._outcomes.builder import Builder
from onrecord.analyse._outcomes.nouns import Scale, Stake, Table

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # all is text: Norway is NO and not False
_FILE = {"actors", "issues"}
_ISSUE = {"id", "name", "reference", "options", "positions"}
_OPTION = {"position", "label"}
_STAKE = ("actor", "position", "salience", "capability", "red_line", "spread")
_SHAPE = "docs/outcomes.md shows a whole file."


def read(text: str, path: Path) -> Table:
    """The table in the text of a file. Raises InputError."""
    builder = Builder(path)
    try:
        raw = yaml.load(text, Loader=_Loader)
    except Exception as error:  # PyYAML lets through whatever breaks it in a value, and RecursionError
        raise builder.wrong(f"this is not YAML: {error}.", None, None, "Mend the line it names.") from error
    for id, name in _mapping(builder, _mapping(builder, raw, "", _FILE).get("actors"), "actors").items():
        builder.party(_word(id), _word(name), None, f"actors.{_word(id)}")
    for number, issue in enumerate(_list(builder, raw.get("issues"), "issues"), 1):
        _issue(builder, _mapping(builder, issue, f"issues.{number}", _ISSUE), f"issues.{number}")
    return builder.table()


def _issue(builder: Builder, raw: Mapping[Any, Any], at: str) -> None:
    id = _word(raw.get("id"))
    builder.scale(id, _word(raw.get("name")), None, f"{at}.id")
    at = f"issues.{id}"
    if raw.get("reference"):
        builder.reference(id, _word(raw["reference"]), None, f"{at}.reference")
    for number, one in enumerate(_list(builder, raw.get("options"), f"{at}.options"), 1):
        place = f"{at}.options.{number}"
        option = _mapping(builder, one, place, _OPTION)
        builder.mark(id, _word(option.get("position")), _word(option.get("label")), None, f"{place}.position")
    for number, one in enumerate(_list(builder, raw.get("positions"), f"{at}.positions"), 1):
        stake = _mapping(builder, one, f"{at}.positions.{number}", set(_STAKE))
        given = {name: _word(value) for name, value in stake.items()}
        builder.stake({**given, "issue": id}, None, f"{at}.positions.{given.get('actor') or number}")


def _mapping(builder: Builder, raw: Any, at: str, known: set[str] | None = None) -> Mapping[Any, Any]:
    if not isinstance(raw, dict):
        raise builder.wrong("there are no names with values here.", None, at or None, _SHAPE)
    for name in raw:
        if known is not None and name not in known:
            advice = f"Known here: {', '.join(sorted(known))}."
            raise builder.wrong("this name is not known.", None, f"{at}.{name}".lstrip("."), advice)
    return raw


def _list(builder: Builder, raw: Any, at: str) -> list[Any]:
    if raw in (None, ""):
        return []
    if not isinstance(raw, list):
        raise builder.wrong("this is no list.", None, at, _SHAPE)
    return raw


def _word(raw: Any) -> str:
    """A value as text. What is nested is not spelled out: a small file can nest more than any memory holds."""
    if isinstance(raw, dict | list):
        return "{…}" if isinstance(raw, dict) else "[…]"
    return "" if raw is None else str(raw)


def written(table: Table) -> str:
    """A table as the text of a file."""
    whole = {
        "actors": {party.id: party.name for party in table.parties},
        "issues": [_issue_of(scale, (one for one in table.stakes if one.issue == scale.id)) for scale in table.scales],
    }
    return dumped(whole)


def dumped(whole: Mapping[str, Any]) -> str:
    """Nested values as YAML, the innermost on one line each."""
    text: str = yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, default_flow_style=None, width=2**20)
    return text


def _issue_of(scale: Scale, stakes: Iterator[Stake]) -> dict[str, Any]:
    issue: dict[str, Any] = {"id": scale.id, "name": scale.name}
    if scale.reference is not None:
        issue["reference"] = _round(scale.reference)
    if scale.marks:
        issue["options"] = [{"position": _round(mark.place), "label": mark.label} for mark in scale.marks]
    issue["positions"] = [_stake_of(one) for one in stakes]
    return issue


def _stake_of(one: Stake) -> dict[str, Any]:
    stake: dict[str, Any] = {"actor": one.party}
    for name in _STAKE[1:]:
        value = getattr(one, name)
        if value is not None and not (name == "spread" and value == 0):
            stake[name] = _round(value)
    return stake


def _round(value: float) -> float | int:
    return int(value) if value == int(value) else value
