"""`onrecord.toml`: what a person may set for a collection. Every setting has its one default here.

[fields]                       # which JSON or CSV field holds what, where the names are not the usual ones
text = "body"
[actors]
files = ["actors.yaml"]        # actor lists beside the shipped ones, relative to this file
[codebook]
file = "talks.yaml"            # instead of the default codebook, relative to this file; or a shipped one by its name
[attribution]
reader = "rules"               # who said what by rules over the syntax, not by the trained model
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from onrecord.errors import SettingsError

FILE_NAME = "onrecord.toml"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Fields(_Strict):
    """Names of the JSON or CSV fields that hold an article's parts; None: found by the usual names."""

    id: str | None = None
    text: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    published: str | None = None
    canonical: str | None = None
    source: str | None = None


class ActorLists(_Strict):
    files: tuple[Path, ...] = ()


class CodebookChoice(_Strict):
    file: Path | None = None


class Attributing(_Strict):
    reader: Literal["model", "rules"] = "model"


class Settings(_Strict):
    """The whole of `onrecord.toml`, with its paths made absolute."""

    fields: Fields = Fields()
    actors: ActorLists = ActorLists()
    codebook: CodebookChoice = CodebookChoice()
    attribution: Attributing = Attributing()


_WORDS = {
    "extra_forbidden": "there is no such field.",
    "missing": "it is missing.",
    "string_type": "it has to be text.",
    "string_too_short": "it must not be empty.",
    "too_short": "it must not be empty.",
    "tuple_type": "it has to be a list.",
    "model_type": "it has to be a table of fields.",
    "model_attributes_type": "it has to be a table of fields.",
    "literal_error": "there is no such choice.",
    "path_type": "it has to be the path of a file.",
}


def in_words(error: ErrorDetails) -> str:
    """What is wrong with a field of a file that a person wrote, in plain words."""
    return _WORDS.get(error["type"]) or error["msg"].removeprefix("Value error, ").rstrip(".") + "."


def load(path: Path) -> Settings:
    """Read `onrecord.toml`. Raises SettingsError, naming the field, when it holds something else than settings."""
    try:
        settings = Settings.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"this is not TOML: {error}.", path=path, advice="Mend the line it names.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot be read: {error}.", path=path) from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise SettingsError(in_words(first), path=path, field=field, advice="See docs/settings.md.") from error
    folder = path.parent.absolute()
    return Settings(
        fields=settings.fields,
        actors=ActorLists(files=tuple(folder / file for file in settings.actors.files)),
        codebook=CodebookChoice(file=_codebook(folder, settings.codebook.file)),
        attribution=settings.attribution,
    )


def _codebook(folder: Path, file: Path | None) -> Path | None:
    """The codebook's file; a bare word that is no file there stays as it is, as it names a shipped codebook."""
    if file is None or (file == Path(file.stem) and not (folder / file).is_file()):
        return file
    return folder / file


def with_choices(settings: Settings, *, codebook: Path | None = None, reader: str | None = None) -> Settings:
    """The settings with what a person chose for one build. Raises SettingsError for a reader that there isn't."""
    try:
        attribution = Attributing.model_validate({"reader": reader}) if reader else settings.attribution
    except ValidationError as error:
        advice = "There are model, rules."
        raise SettingsError(f"there is no reader {reader!r}.", path="reader", advice=advice) from error
    chosen = CodebookChoice(file=codebook) if codebook else settings.codebook
    return settings.model_copy(update={"codebook": chosen, "attribution": attribution})


def find(paths: Iterable[Path]) -> Settings:
    """The settings beside or in the given paths, the defaults where there are none.

    Raises SettingsError when two of the paths have settings that differ: which of them holds must not depend on order.
    """
    folders = {path if path.is_dir() else path.parent for path in paths}
    files = sorted(folder / FILE_NAME for folder in folders if (folder / FILE_NAME).is_file())
    found = {load(file): file for file in files}
    if len(found) > 1:
        raise SettingsError(
            f"{files[1]} says otherwise.", path=files[0], advice="Name the one that holds with --config."
        )
    return next(iter(found), Settings())
