"""Options as the analyses write them, "issue.option", under the codebook's names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.publish._views import Views


@dataclass(frozen=True, slots=True)
class Option:
    """An option by its ids, under the codebook's name; where two issues have one of that name, the issue stands before
    it."""

    issue: str
    id: str
    name: str


class Options:
    """The options of a record, found by "issue.option"."""

    def __init__(self, views: Views) -> None:
        every = [(issue, option) for issue in views.codebook.issues for option in issue.options]
        count = Counter(option.name for _, option in every)
        self._known = {
            f"{issue.id}.{option.id}": Option(
                issue.id, option.id, option.name if count[option.name] == 1 else f"{issue.name}: {option.name}"
            )
            for issue, option in every
        }

    def __getitem__(self, written: str) -> Option:
        if written in self._known:
            return self._known[written]
        issue, _, option = written.partition(".")  # one that the codebook no longer has
        return Option(issue, option, written)
