"""Which field of a JSON object or a CSV row is the text, the title, the outlet and so on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from onrecord.gather import _decode
from onrecord.settings import Fields

PARTS = ("id", "text", "title", "outlet", "url", "author", "published", "canonical", "source")
FLAT = re.compile(r"[\s_-]+")
EXPORTS = (
    frozenset({"speaker_as_written", "pieces"}),
    frozenset({"side", "issue", "option", "stance", "statements"}),
)
ARTICLES_EXPORT = frozenset({"id", "name", "outlet", "title", "published", "url", "text"})
DATED = frozenset({"value", "basis"})
DEEPEST = 8  # lists and objects within each other that can still name something
FIELDS_SHOWN, LETTERS_SHOWN = 8, 40
NAMED_BY = ("name", "title", "text", "value", "@id", "$oid", "id")


@cache
def usual_names() -> dict[str, tuple[str, ...]]:
    """The names of `data/gather/fields.yaml`, flattened, by part (and "lists")."""
    content = (files("onrecord") / "data" / "gather" / "fields.yaml").read_text(encoding="utf-8")
    return {part: tuple(flat(name) for name in names) for part, names in yaml.safe_load(content).items()}


def flat(name: str) -> str:
    """A field's name without capitals and joints: `published_at`, `publishedAt` and `Published At` are one."""
    return FLAT.sub("", name).casefold()


class MissingField(ValueError):
    """A field that onrecord.toml names is not in this row."""


def parts(row: Mapping[str, Any], fields: Fields) -> tuple[dict[str, str], dict[str, str]]:
    """The parts of an article that a row holds, and the field each came from. A field that is found by its usual name
    holds one part: "source" is the outlet where nothing else is, and whose story it was where something is. Raises
    MissingField."""
    by_flat: dict[str, str] = {}
    for name in row:
        by_flat.setdefault(flat(name), name)
    values: dict[str, str] = {}
    names: dict[str, str] = {}
    for part in PARTS:
        chosen: str | None = getattr(fields, part)
        if chosen is not None and chosen not in row and part == "text":
            raise MissingField(f"it has no field {chosen!r}, which onrecord.toml names as the text")
        usual = [found for name in usual_names()[part] if (found := by_flat.get(name)) not in names.values()]
        candidates = [chosen] if chosen is not None else usual
        for candidate in candidates:
            value = as_text(row[candidate]) if candidate is not None and candidate in row else ""
            if candidate is not None and value:
                values[part], names[part] = value, candidate
                break
    return values, names


def as_text(value: Any, depth: int = 0) -> str:
    """A value as words: a list joined by commas, an object by its name, nothing for null and truth values."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None or depth > DEEPEST:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        return next((text for key in NAMED_BY if (text := as_text(value.get(key), depth + 1))), "")
    if isinstance(value, list | tuple):
        return ", ".join(text for item in value if (text := as_text(item, depth + 1)))
    return str(value)  # a date that YAML understood


def is_export(row: Mapping[str, Any]) -> bool:
    """Whether a row is what `onrecord export` writes: a statement, a cell or an article."""
    published = row.get("published")
    article = isinstance(published, Mapping) and published.keys() == DATED and row.keys() == ARTICLES_EXPORT
    return article or any(keys <= row.keys() for keys in EXPORTS)


def is_text(name: str, fields: Fields) -> bool:
    """Whether a field of this name can hold the text."""
    return name == fields.text if fields.text is not None else flat(name) in usual_names()["text"]


def why_no_text(row: Mapping[str, Any], fields: Fields) -> str:
    """What a person is told of a row without text: which of its fields is empty, or which fields it has instead."""
    empty = [name for name in row if is_text(name, fields)]
    if empty:
        return f"its text is empty (in {_shown(empty)})"
    if not row:
        return "it has no fields"
    return f"none of its fields ({_shown(list(row))}) is known as the text; name it under [fields] in onrecord.toml"


def _shown(names: list[str]) -> str:
    tidied = (" ".join(_decode.tidy(name[:LETTERS_SHOWN])[0].split()) for name in names[:FIELDS_SHOWN])
    return ", ".join((*tidied, "…") if len(names) > FIELDS_SHOWN else tidied)


def listed(found: Mapping[str, Any]) -> list[Any] | None:
    """The articles in an object that only wraps them (`{"articles": [...]}`); None when it is an article itself."""
    by_flat = {flat(name): value for name, value in found.items()}
    if any(isinstance(by_flat.get(name), str) for name in usual_names()["text"]):
        return None
    lists = (by_flat.get(name) for name in usual_names()["lists"])
    return next((items for items in lists if isinstance(items, list) and any(isinstance(i, dict) for i in items)), None)
