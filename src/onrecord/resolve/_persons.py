"""Which names of one article are one person's: full names first, then the single words that stand for them."""

from __future__ import annotations

from collections import Counter

from onrecord.resolve._groups import fullest
from onrecord.resolve._lexicon import Lexicon
from onrecord.resolve._mentions import Mention
from onrecord.resolve._names import can_be_spelling, fits, parts, same_name
from onrecord.resolve._words import Gender, words


def persons(mentions: list[Mention], lexicon: Lexicon) -> dict[str, str]:
    """Every name of the article → the name of the person (or body) that it stands for: its fullest form."""
    counts = Counter(mention.name for mention in mentions)
    full = sorted((name for name in counts if len(parts(name)) > 1), key=lambda n: (-len(parts(n)), n))
    clusters: list[Counter[str]] = []
    for name in full:
        home = next((c for c in clusters if any(_one(name, other, lexicon) for other in c)), None)
        if home is None:
            home = Counter()
            clusters.append(home)
        home[name] = counts[name]
    named = {fullest(cluster): cluster for cluster in clusters}
    strangers = _strangers(mentions, named)
    found = {name: head for head, cluster in named.items() for name in cluster}
    genders = _genders(mentions)
    singles = sorted(name for name in counts if name not in found)
    for name in singles:
        found[name] = _bearer(
            name, {n: c for n, c in named.items() if (name, n) not in strangers}, genders, lexicon
        ) or next(
            (other for other in singles if other < name and fits(name, other) == 2 and found.get(other) == other), name
        )
    return found


def _strangers(mentions: list[Mention], named: dict[str, Counter[str]]) -> set[tuple[str, str]]:
    """Pairs of a bare name and a full one that has not introduced it: "President Stone" before Ada Stone comes up."""
    first: dict[str, int] = {}
    titled: set[str] = set()
    for mention in mentions:
        if not mention.headline:
            first[mention.name] = min(mention.span.start, first.get(mention.name, mention.span.start))
        if any(role.title for role in mention.roles):
            titled.add(mention.name)
    return {
        (bare, head)
        for head, forms in named.items()
        if not titled & set(forms)
        for bare in titled
        if bare in first and all(first[bare] < first.get(form, 0) for form in forms)
    }


def _one(name: str, other: str, lexicon: Lexicon) -> bool:
    listed, too = lexicon.person(name), lexicon.person(other)
    if listed and too:
        return listed.name == too.name
    return same_name(name, other) or (can_be_spelling(name, other) and parts(name)[-1] == parts(other)[-1])


def _bearer(name: str, named: dict[str, Counter[str]], genders: dict[str, Gender], lexicon: Lexicon) -> str | None:
    """The full name that a single word stands for: by its place in the name, then by how often that is written."""
    listed = lexicon.person(name)
    ranked: list[tuple[float, str]] = []
    for full, forms in named.items():
        same = listed is not None and any(lexicon.person(form) == listed for form in forms)
        fit = 4 if same else max(fits(name, form) for form in forms)
        first_of_many = fit == 1 and parts(name)[0] in words().first_names and len(named) > 1
        clash = name in genders and full in genders and genders[name] != genders[full]
        if fit and not clash:
            ranked.append((-(fit - 0.5 if first_of_many else fit) * 1000 - forms.total(), full))
    return min(ranked)[1] if ranked else None


def _genders(mentions: list[Mention]) -> dict[str, Gender]:
    """The gender that the titles and first names of each form agree on."""
    seen: dict[str, set[Gender]] = {}
    for mention in mentions:
        if mention.gender:
            seen.setdefault(mention.name, set()).add(mention.gender)
    return {name: next(iter(found)) for name, found in seen.items() if len(found) == 1}
