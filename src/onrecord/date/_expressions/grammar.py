"""The grammar of `data/date/times.yaml`, compiled."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_BLANK = re.compile(r"\[[^\]]*\]|\(\?<[!=][^)]*\)|\\.| (\?)?")  # not in sets and look-behinds
_NAME = re.compile(r"\{([a-z_]+)\}")
_GROUP = re.compile(r"\(\?P<([a-z_0-9]+)>")


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the grammar: how it is read, and the names of its groups in the pattern, each with its own name."""

    means: str
    fields: Mapping[str, Any]
    groups: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words with their meanings, by kind; forms, and the pattern that finds any of them; the patterns around them."""

    words: Mapping[str, Mapping[str, Any]]
    forms: tuple[Form, ...]
    pattern: re.Pattern[str]
    clock: re.Pattern[str]
    patterns: Mapping[str, re.Pattern[str]]
    lists: Mapping[str, frozenset[str]]
    triggers: frozenset[str]


@cache
def grammar() -> Grammar:
    """The grammar, read once."""
    source = files("onrecord").joinpath("data/date/times.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(source)
    parts = _parts(data)
    forms, branches = [], []
    for n, form in enumerate(data["forms"]):
        pattern = _numbered(_filled(form["form"], parts), n)
        forms.append(Form(form["means"], form, tuple((g, g.partition("__")[0]) for g in _GROUP.findall(pattern))))
        branches.append(f"(?P<form{n}>{pattern})")
    return Grammar(
        words={name: {key.casefold(): value for key, value in table.items()} for name, table in data["words"].items()},
        forms=tuple(forms),
        pattern=re.compile(rf"(?<!\w)(?:{'|'.join(branches)})", re.IGNORECASE),
        clock=re.compile(rf"(?<![\w.:/$€£-]){_numbered(_filled(data['clock'], parts), 0)}", re.IGNORECASE),
        patterns={name: re.compile(_filled(p, parts), re.IGNORECASE) for name, p in data["around"].items()},
        lists={name: frozenset(map(str, words)) for name, words in data["lists"].items()},
        triggers=_triggers(data),
    )


def _triggers(data: Mapping[str, Any]) -> frozenset[str]:
    words = [word for kind in data["triggers"]["kinds"] for word in data["words"][kind]]
    ends = {re.findall(r"\w+", word.casefold())[-1] for word in words}
    return frozenset(ends) | frozenset(data["triggers"]["words"])


def _numbered(pattern: str, form: int) -> str:
    """A pattern whose groups can stand beside those of other forms, and one of which may come twice."""
    count = itertools.count()
    return _GROUP.sub(lambda group: f"(?P<{group[1]}__{form}_{next(count)}>", pattern)


def _parts(data: Mapping[str, Any]) -> dict[str, str]:
    small, capital = set(data["small"]), set(data["capital"])
    anys = {}
    for name, table in data["words"].items():
        words = [re.escape(word).replace("\\ ", " ") for word in sorted(table, key=len, reverse=True)]
        if name in capital:
            words += [word.upper() for word in words]
        anys[name] = ("(?-i:" if name in small | capital else "(?:") + "|".join(words) + ")"
    anys |= {name: "(?:" + "|".join(map(str, words)) + ")" for name, words in data["lists"].items()}
    parts = {f"any_{name}": pattern for name, pattern in anys.items()}
    parts |= {name: rf"(?P<{name}>{pattern})\b" for name, pattern in anys.items()}
    parts |= {name: rf"(?P<{name}>{anys[name]})" for name in ("hour",)}
    for name, pattern in data["parts"].items():
        parts[name] = _NAME.sub(lambda part: parts[part[1]], pattern)
    return parts


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    """A pattern with its {names} filled in; a blank is any one or two blanks."""
    return _BLANK.sub(
        lambda m: m[0] if m[0] != " " and m[0] != " ?" else "(?: {1,2})?" if m[1] else " {1,2}",
        _NAME.sub(lambda part: parts[part[1]], pattern),
    )
