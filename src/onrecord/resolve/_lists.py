"""Actor lists: the shipped ones and a user's, in one form.

actors:
  - name: Xland                 # the canonical name
    kind: state                 # state | organisation | office | group | person | outlet
    aliases: [Republic of Xland]
    demonyms: [Xlandish, Xlander, Xlanders]   # the first is the adjective
    seats: [Capital, the Stone House]
    side: Xland                 # optional: whom it speaks for; a state or body speaks for itself
    role: president             # persons, optional
    of: Xland
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from onrecord import yamls
from onrecord.errors import SettingsError
from onrecord.settings import in_words

LISTS = ("seats.yaml", "organisations.yaml", "outlets.yaml", "variants.yaml")


class Known(BaseModel):
    """An actor that a list names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1)
    kind: Literal["state", "organisation", "office", "group", "person", "outlet"]
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    side: str | None = None
    role: str | None = None
    of: str | None = None

    @property
    def adjective(self) -> str:
        """What stands before "officials": "Russian", "US"; the name where no adjective is listed."""
        nouns = ("er", "ers", "man", "men")  # "Xlander" is one of its people, "Xlandish" its adjective
        return next((word for word in self.demonyms if not word.endswith(nouns) or word == "German"), self.name)

    @property
    def speaks_for(self) -> str | None:
        """The side that it speaks for."""
        return self.side or (None if self.kind in {"person", "outlet"} else self.name)


class _List(BaseModel):
    model_config = ConfigDict(extra="forbid")

    actors: tuple[Known, ...]


def read(path: Path) -> tuple[Known, ...]:
    """The actors of one list. Raises SettingsError naming the file, the entry (as row) and the field."""
    try:
        content: Any = yamls.read(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot be read: {error}.", path=path) from error
    except yaml.YAMLError as error:
        raise SettingsError(f"this is not YAML: {error}.", path=path, advice="Mend the line it names.") from error
    try:
        return _List.model_validate(content if content is not None else {}).actors
    except ValidationError as error:
        first = error.errors()[0]
        where = [part for part in first["loc"] if part != "actors"]
        row = where[0] + 1 if where and isinstance(where[0], int) else None
        field = ".".join(str(part) for part in (where[1:] if row else where)) or ("actors" if row is None else None)
        advice = f"Entry {row} of the list needs another look." if row else 'The file holds a list under "actors:".'
        raise SettingsError(in_words(first), path=path, row=row, field=field, advice=advice) from error


@cache
def shipped() -> tuple[tuple[Known, ...], ...]:
    """The shipped lists, weakest first: the table of governments, then each list made by hand."""
    folder = Path(str(files("onrecord") / "data" / "actors"))
    return (_governments(folder / "governments.tsv"), *(read(folder / name) for name in LISTS))


def _governments(path: Path) -> tuple[Known, ...]:
    def listed(cell: str) -> tuple[str, ...]:
        return tuple(part for part in cell.split("; ") if part)

    with path.open(encoding="utf-8", newline="") as table:
        return tuple(
            Known(
                name=row["name"],
                kind="state",
                aliases=listed(row["aliases"]),
                demonyms=(*listed(row["adjectives"]), *listed(row["nouns"])),
                seats=listed(row["capitals"]),
                leaders=listed(row["leaders"]),
            )
            for row in csv.DictReader(table, delimiter="\t")
        )
