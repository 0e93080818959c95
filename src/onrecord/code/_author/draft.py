"""Suggested issues and options as the text of a codebook's file, for a person to name and to cut."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence

import yaml

from onrecord.code._author.suggest import Quoted, SuggestedIssue, SuggestedOption
from onrecord.code._codebook.file import as_compared
from onrecord.syntax import SURROGATE

_HEAD = """\
# Proposed by onrecord from what the parties are quoted as wanting and rejecting. Every name here is yours to change:
# join options that are one, delete those that are none, say in each description what belongs and what doesn't, and
# give each example its stance (text: …, stance: support). Behind # stand article, characters and side.
"""


def draft(issues: Sequence[SuggestedIssue], name: str) -> str:
    """The text of a codebook of this name that `codebook_of` reads. Raises ValueError when there is no issue."""
    if not issues:
        raise ValueError("a codebook needs an issue")
    return "\n".join([_HEAD, f"name: {_quoted(name)}", "", "issues:", *_issues(issues)]) + "\n"


def _issues(issues: Sequence[SuggestedIssue]) -> Iterator[str]:
    names: list[str] = []
    ids = _ids([issue.name for issue in issues])
    for issue, id in zip(issues, ids, strict=True):
        yield f"  - id: {_quoted(id)}"
        yield f"    name: {_quoted(issue.name)}"
        yield f"    description: {_quoted(f'What is negotiated about {issue.name[:1].lower()}{issue.name[1:]}.')}"
        yield "    options:"
        for option, own in zip(issue.options, _ids([option.name for option in issue.options]), strict=True):
            names.append(_unused(option.name, set(map(as_compared, names))))
            yield from _option(option, own, names[-1])


def _option(option: SuggestedOption, id: str, name: str) -> Iterator[str]:
    sides = ", ".join(option.sides) or "nobody whose side is known"
    yield f"      # wanted or rejected by {_printable(sides)}; articles: {option.articles}"
    yield f"      - id: {_quoted(id)}"
    yield f"        name: {_quoted(name)}"
    yield f"        description: {_quoted(f'{name}. Say here what belongs to it and what does not.')}"
    yield "        phrases:"
    yield from (f"          - {_quoted(phrase)}" for phrase in option.phrases)
    examples = {as_compared(quoted.text): quoted for quoted in option.examples if any(map(str.isalnum, quoted.text))}
    if examples:
        yield "        examples:"
        for quoted in examples.values():
            yield from _example(quoted)


def _example(quoted: Quoted) -> Iterator[str]:
    side = quoted.side or "side unknown"
    yield f"          # {_printable(f'{quoted.article} {quoted.span.start}-{quoted.span.end} {side}')}"
    yield f"          - {_quoted(quoted.text)}"


def _quoted(text: str) -> str:
    written: str = yaml.safe_dump(SURROGATE.sub("\ufffd", text), default_style='"', allow_unicode=True, width=10**9)
    return written.removesuffix("\n")


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def _unused(name: str, taken: Collection[str], joint: str = " ") -> str:
    """The name, with a number where it is taken."""
    own, number = name, 1
    while as_compared(own) in taken:
        number += 1
        own = f"{name}{joint}{number}"
    return own


def _ids(names: Iterable[str]) -> list[str]:
    made: list[str] = []
    for name in names:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        made.append(_unused(re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "option", set(made), "-"))
    return made
