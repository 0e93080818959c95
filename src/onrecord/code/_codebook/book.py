"""The codebook: what is negotiated (issues) and the proposals for settling it (options). docs/codebooks.md tells how
to write one."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import yaml

from onrecord import yamls
from onrecord.code._codebook.file import File, Location, OptionFields, faults
from onrecord.errors import CodebookError
from onrecord.model import Stance

_ADVICE = "See docs/codebooks.md."
_SHIPPED = files("onrecord") / "data" / "codebooks"
_DEFAULT = "peace"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that takes a stance on an option; `stance` is None where the codebook doesn't say which."""

    text: str
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """A proposal for settling an issue. `phrases` mention it, `against` mention it with the sign turned round.

    `examples` take a stance on it; `counter_examples` look as if they did, and are not about it. `place` is where it
    lies on the issue's scale from 0 to 100, None where the codebook gives the issue no scale.
    """

    id: str
    name: str
    description: str
    phrases: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    counter_examples: tuple[str, ...] = ()
    place: float | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """The words in which a text names an option or, `turned`, its opposite."""

    words: str
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that is negotiated, with the options on the table."""

    id: str
    name: str
    description: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Issues in the order they are shown. `source` is the file's text; `hash` stands for what it says, however laid
    out."""

    name: str
    issues: tuple[Issue, ...]
    source: str
    hash: str

    def __hash__(self) -> int:
        return hash(self.hash)

    def issue(self, issue: str) -> Issue:
        """The issue with this id. Raises KeyError."""
        return {known.id: known for known in self.issues}[issue]

    def option(self, issue: str, option: str) -> Option:
        """The option with this id. Raises KeyError."""
        return {known.id: known for known in self.issue(issue).options}[option]


def shipped() -> tuple[str, ...]:
    """Names of the codebooks that come with onrecord, in alphabetical order."""
    return tuple(sorted(file.name.removesuffix(".yaml") for file in _SHIPPED.iterdir() if file.name.endswith(".yaml")))


def codebook(path: Path | None = None) -> Codebook:
    """Read a codebook: a file, or by its bare name one of the shipped; without a path, the shipped one called peace.

    A file that is there goes before a shipped codebook of the same name. Raises CodebookError, which names the file,
    the issue or option, and the field; further faults of the file are its `others`.
    """
    path = path or Path(_DEFAULT)
    if str(path) in shipped() and not path.is_file():
        file = f"{path}.yaml"
        return codebook_of((_SHIPPED / file).read_text(encoding="utf-8"), file)
    try:
        return codebook_of(path.read_text(encoding="utf-8-sig"), str(path))
    except FileNotFoundError as error:
        advice = f"Codebooks that come with onrecord: {', '.join(shipped())}."
        raise CodebookError("there is no such file or codebook.", path=path, advice=advice) from error
    except UnicodeDecodeError as error:
        raise CodebookError("this is not UTF-8 text.", path=path, advice="Save it as UTF-8.") from error
    except (OSError, ValueError) as error:
        raise CodebookError(f"cannot be read: {getattr(error, 'strerror', None) or error}.", path=path) from error


@lru_cache(maxsize=8)
def codebook_of(source: str, path: str = "the codebook") -> Codebook:
    """Read a codebook from its text; `path` is what an error calls it. Raises CodebookError as `codebook` does."""
    try:
        raw = yamls.read(source)
    except yaml.YAMLError as error:
        quotes = isinstance(error, yamls.ValueNotRead)
        advice = "Put it in quotes." if quotes else "Mend the line it names."
        raise CodebookError(f"this is not YAML: {error}.", path=path, advice=advice) from error
    wrong = [
        CodebookError(f"{problem}.", path=path, field=_where(raw, place), advice=_ADVICE)
        for place, problem in faults(raw)
    ]
    if wrong:
        raise wrong[0].beside(wrong[1:])
    known = File.model_validate(raw)
    content = json.dumps(known.model_dump(), sort_keys=True)
    issues = tuple(
        Issue(issue.id, issue.name, issue.description, tuple(map(_option, issue.options))) for issue in known.issues
    )
    return Codebook(known.name, issues, source, hashlib.sha256(content.encode()).hexdigest())


def _option(read: OptionFields) -> Option:
    examples = tuple(Example(example.text, example.stance) for example in read.examples)
    return Option(
        read.id, read.name, read.description, read.phrases, read.against, examples, read.counter_examples, read.place
    )


def _where(raw: object, location: Location) -> str:
    """A field's place in words of the file: ids instead of numbers where there are any."""
    named: list[str] = []
    for part in location:
        try:
            raw = raw[part]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            raw = None
        own = raw.get("id") if isinstance(raw, dict) and isinstance(part, int) else None
        named.append(str(own) if own else str(part + 1 if isinstance(part, int) else part))
    return ".".join(named)
