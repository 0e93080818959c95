"""Web Annotations read back: from selectors to spans of the texts."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, ValidationError

from onrecord.errors import InputError
from onrecord.model import Span, Spans
from onrecord.publish._annotations import URN


@dataclass(frozen=True, slots=True)
class Annotation:
    """What an annotation marks: a statement's id, its article's, and by part (content, source, cue, condition) where
    its words stand in the article's text. `bodies` are as the file has them; `lost` are quotations that the text does
    not hold any more, or more than once."""

    statement: str
    article: str
    spans: Mapping[str, Spans]
    bodies: tuple[Mapping[str, Any], ...]
    lost: tuple[str, ...] = ()


class _Selector(BaseModel):
    type: str
    start: int | None = Field(None, ge=0)
    end: int | None = Field(None, ge=0)
    exact: str | None = None
    prefix: str = ""
    suffix: str = ""


class _Target(BaseModel):
    source: str
    part: str = Field(alias="onrecord:part")
    selector: list[_Selector]


class _Item(BaseModel):
    id: str
    target: list[_Target] = Field(min_length=1)
    body: list[dict[str, Any]] = []


class _Page(BaseModel):
    items: list[_Item]


class _Collection(BaseModel):
    first: _Page


def read_annotations(file: Path, texts: Mapping[str, str]) -> tuple[Annotation, ...]:
    """The annotations that `F.annotations.jsonld` holds, as spans of these texts (by article id).

    A position counts where the text still has the quotation there; else the quotation is looked for between its prefix
    and suffix, then alone. Annotations of articles that are not among the texts are left out. Raises InputError for
    a file that cannot be read, with the field that is not as it has to be.
    """
    items = _items(file)
    found = (_annotation(item, texts) for item in items if _id(item.target[0].source) in texts)
    return tuple(found)


def _items(file: Path) -> list[_Item]:
    try:
        return _Collection.model_validate(json.loads(file.read_text(encoding="utf-8"))).first.items
    except OSError as error:
        raise InputError(f"{error.strerror}.", path=file, advice="Check the path.") from error
    except ValidationError as error:
        wrong = error.errors(include_url=False)[0]
        raise InputError(f"{wrong['msg']}.", path=file, field=".".join(map(str, wrong["loc"]))) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"no JSON in UTF-8: {error}.", path=file) from error


def _annotation(item: _Item, texts: Mapping[str, str]) -> Annotation:
    spans: dict[str, list[Span]] = defaultdict(list)
    article, lost = _id(item.target[0].source), list[str]()
    for target in item.target:
        place = _place(target.selector, texts.get(_id(target.source), ""))
        if isinstance(place, Span):
            spans[target.part].append(place)
        else:
            lost.append(place)
    held = {part: tuple(of_part) for part, of_part in spans.items()}
    return Annotation(_id(item.id), article, held, tuple(item.body), tuple(lost))


def _place(selectors: list[_Selector], text: str) -> Span | str:
    """Where the selectors lead; the quotation itself where that is nowhere, or more than one place."""
    quoted = next((one for one in selectors if one.exact is not None), None)
    for one in selectors:
        if one.start is not None and one.end is not None:
            words = text[one.start : one.end]
            if one.start < one.end <= len(text) and (quoted is None or quoted.exact == words):
                return Span(one.start, one.end)
    if quoted is None or not quoted.exact:
        return ""
    for prefix, suffix in ((quoted.prefix, quoted.suffix), ("", "")):
        whole = prefix + quoted.exact + suffix
        if (at := text.find(whole)) >= 0 and text.find(whole, at + 1) < 0:
            start = at + len(prefix)
            return Span(start, start + len(quoted.exact))
    return quoted.exact


def _id(iri: str) -> str:
    """What an IRI of ours names."""
    return iri.removeprefix(URN).partition(":")[2] if iri.startswith(URN) else iri
