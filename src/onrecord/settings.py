"""`onrecord.toml`: what a person may set for a collection. Every setting has its one default here.

[fields]                       # which JSON or CSV field holds what, where the names are not the usual ones
text = "body"
[actors]
files = ["actors.yaml"]        # actor lists beside the shipped ones, relative to this file
[codebook]
file = "talks.yaml"            # instead of the default codebook, relative to this file
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

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


class ActorLists(_Strict):
    files: tuple[Path, ...] = ()


class CodebookChoice(_Strict):
    file: Path | None = None


class Settings(_Strict):
    """The whole of `onrecord.toml`, with its paths made absolute."""

    fields: Fields = Fields()
    actors: ActorLists = ActorLists()
    codebook: CodebookChoice = CodebookChoice()


def load(path: Path) -> Settings:
    """Read `onrecord.toml`. Raises SettingsError, naming the field, when it holds something else than settings."""
    try:
        settings = Settings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"this is not TOML: {error}.", path=path, advice="Mend the line it names.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot be read: {error}.", path=path) from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"{first['msg']}.", path=path, field=field, advice="See docs/settings.md.") from error
    folder = path.parent.absolute()
    return Settings(
        fields=settings.fields,
        actors=ActorLists(files=tuple(folder / file for file in settings.actors.files)),
        codebook=CodebookChoice(file=folder / settings.codebook.file if settings.codebook.file else None),
    )


def find(paths: Iterable[Path]) -> Settings:
    """The settings beside or in the first of the given paths that has any; the defaults otherwise."""
    for path in paths:
        folder = path if path.is_dir() else path.parent
        if (folder / FILE_NAME).is_file():
            return load(folder / FILE_NAME)
    return Settings()
