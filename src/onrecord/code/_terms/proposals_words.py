"""The words of proposals and their steps, as `data/code/proposals.yaml` gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from onrecord.model import StepStatus


@dataclass(frozen=True, slots=True)
class Frame:
    """What a verb or noun makes of an instrument: the small words that must stand with it ("hammer *out*"), and the
    status by the instrument's family."""

    lemma: str
    small: tuple[str, ...]
    status: Mapping[str, StepStatus]


@dataclass(frozen=True, slots=True)
class ProposalWords:
    """`families` gives the family of an instrument's noun, `known` the canonical name of a name in lower case; `lists`
    are the lists that need no more than membership, by their name in the file."""

    families: Mapping[str, str]
    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    known: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]


@cache
def proposal_words() -> ProposalWords:
    """The shipped words, read once."""
    raw = yaml.safe_load((files("onrecord") / "data" / "code" / "proposals.yaml").read_text(encoding="utf-8"))
    families = {noun: family for family, nouns in raw["instruments"].items() for noun in nouns}
    return ProposalWords(
        families=families,
        verbs=_frames(raw["verbs"], tuple(raw["instruments"])),
        nouns=_frames(raw["nouns"], tuple(raw["instruments"])),
        known={name: canonical for canonical, names in raw["known"].items() for name in names},
        lists={name: frozenset(words) for name, words in raw.items() if isinstance(words, list)},
    )


def _frames(
    raw: Mapping[str, StepStatus | Mapping[str, StepStatus]], families: tuple[str, ...]
) -> dict[str, tuple[Frame, ...]]:
    """Frames by lemma, those with most small words first."""
    found: dict[str, list[Frame]] = {}
    for words, status in raw.items():
        lemma, *small = words.split()
        by_family = dict.fromkeys(families, status) if isinstance(status, str) else dict(status)
        found.setdefault(lemma, []).append(Frame(lemma, tuple(small), by_family))
    return {lemma: tuple(sorted(frames, key=lambda f: (-len(f.small), f.small))) for lemma, frames in found.items()}
