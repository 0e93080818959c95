"""The words that make a figure, as `data/code/figures.yaml` gives them, and the patterns made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_DIGITS = r"(?<!\d[:/.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<!\d[:/.,])\d+(?:\.\d+)?"


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns that meet at a number, and the values of words.

    `number` finds numbers in groups digits, scale, word, wordscale, vague, vaguer and fraction. `before` ends at a
    number, with groups bound and money; `after` starts at its end, with groups money and unit. `per` finds the time of
    a rate. `names` gives the currency of a sign, code or word and the unit of a word, `bounds` what a bounding word
    does, `values` what a word of a number, scale or fraction is worth, `fates` what a word tells became of somebody.
    """

    number: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    per: re.Pattern[str]
    names: Mapping[str, str]
    bounds: Mapping[str, str]
    values: Mapping[str, float]
    times: Mapping[str, str]
    durations: frozenset[str]
    counted: frozenset[str]
    held_nouns: frozenset[str]
    held_verbs: frozenset[str]
    fates: Mapping[str, str]
    term_nouns: frozenset[str]
    term_verbs: frozenset[str]
    given: frozenset[str]
    equals: frozenset[str]


@cache
def words() -> Words:
    """The shipped words, read once."""
    raw = yaml.safe_load((files("onrecord") / "data" / "code" / "figures.yaml").read_text(encoding="utf-8"))
    money = raw["currencies"]
    units = {**raw["units"], **raw["durations"]}
    bounds = {word: name for name in ("about", "at_least", "up_to") for word in raw[name]}
    return Words(
        number=_number(raw),
        before=_before(bounds, [s for c in money.values() for s in (*c["signs"], *c["codes"])]),
        after=_after([w for c in money.values() for w in (*c["codes"], *c["words"])], _flat(units.values())),
        per=re.compile(rf"[\s-]*(?:{_any(_flat(raw['per'].values()))})(?!\w)", re.IGNORECASE),
        names={_key(w): name for name, c in money.items() for w in (*c["signs"], *c["codes"], *c["words"])}
        | {_key(word): name for name, forms in units.items() for word in forms if _key(word) != "pound sterling"},
        bounds=bounds,
        values={
            _key(w): float(v) for kind in ("numbers", "scales", "vague", "fractions") for w, v in raw[kind].items()
        },
        times={_key(word): name for name, forms in raw["per"].items() for word in forms},
        durations=frozenset(raw["durations"]),
        counted=frozenset(raw["counted"]),
        held_nouns=frozenset(raw["held"]["nouns"]),
        held_verbs=frozenset(raw["held"]["verbs"]),
        fates={word: fate for fate, forms in raw["fates"].items() for word in forms},
        term_nouns=frozenset(raw["terms"]["nouns"]),
        term_verbs=frozenset(raw["terms"]["verbs"]),
        given=frozenset(raw["terms"]["given"]),
        equals=frozenset(raw["equals"]),
    )


_AS_MATCHED = str.maketrans("İıſ", "iis")  # IGNORECASE takes them for i and s, and lower() doesn't


def _key(word: str) -> str:
    return " ".join(word.translate(_AS_MATCHED).lower().replace("-", " ").split())


key = _key  # by this words are looked up in `names`, `values` and `times`


def _number(raw: Mapping[str, Any]) -> re.Pattern[str]:
    scale = _any(raw["scales"])
    long = _any(word for word in raw["scales"] if len(word) > 2)
    tens = _any(word for word, value in raw["numbers"].items() if 20 <= value <= 90 and " " not in word)
    ones = _any(word for word, value in raw["numbers"].items() if value < 10 and len(word) > 2 and " " not in word)
    vague = _any(raw["vague"])
    return re.compile(
        rf"(?<![\w.])(?<![A-Za-z][-+])(?:"
        rf"(?P<digits>{_DIGITS})(?:[\s-]?(?P<scale>{scale})(?![\w]))?"
        rf"|(?P<fraction>{_any(raw['fractions'])})(?=\s(?:of|the|its|their|all)\b)"
        rf"|(?P<word>(?:{tens})-(?:{ones})|{_any(raw['numbers'])})(?:[\s-](?P<wordscale>{long}(?:[\s-](?:{long}))?))?(?!\w)"
        rf"|(?P<vague>{vague})(?:\sof\s(?P<vaguer>{vague}))?(?!\w)"
        rf")",
        re.IGNORECASE,
    )


def _before(bounds: Iterable[str], money: Iterable[str]) -> re.Pattern[str]:
    bound = rf"(?<!\w)(?P<bound>{_any(bounds)})\s?(?:a\s|the\s)?(?:record\s)?"
    return re.compile(rf"(?:{bound})?(?:(?<!\w)(?P<money>{_any(money)})\s?)?$", re.IGNORECASE)


def _after(money: Iterable[str], units: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:\sof\s|[\s-])?(?:(?P<money>{_any(money)})|(?P<unit>{_any(units)}))(?!\w)", re.IGNORECASE)


def _flat(groups: Iterable[Iterable[str]]) -> list[str]:
    return [word for group in groups for word in group]


def _any(forms: Iterable[str]) -> str:
    """A pattern of any of the forms, the longest first; a space in a form is any white space or a hyphen."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"[\s-]") for form in ordered)
