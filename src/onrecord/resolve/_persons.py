"""Which names of one article are one person's: full names first, then the single words that stand for them."""

from __future__ import annotations

from collections import Counter

from onrecord.resolve._groups import fullest
from onrecord.resolve._lexicon import Lexicon
from onrecord.resolve._mentions import Mention
from onrecord.resolve._names import can_be_spelling, fits, parts, same_name
from onrecord.resolve._words import Gender, words

NOWHERE = (False, -1)
RIVAL = 3  # a full name written this many times as often as another is the one that a bare surname means


def persons(mentions: list[Mention], lexicon: Lexicon) -> dict[int, str]:
    """id of each name mention → the name of the person (or body) that it stands for: its fullest form.

    A bare name that several could bear is the one's who was named last in full, a subject before others; one who is
    only given as somebody's wife or son bears it alone where nobody else does.
    """
    found, rivals = _names(mentions, lexicon)
    last: dict[str, tuple[bool, int]] = {}
    bearers: dict[int, str] = {}
    for mention in sorted(mentions, key=lambda m: m.span):
        head = found[mention.name]
        if mention.name in rivals:
            head = max(rivals[mention.name], key=lambda name: (last.get(name, NOWHERE), name == head))
        else:
            last[head] = (mention.subject, mention.span.start)
        bearers[id(mention)] = head
    return bearers


def _names(mentions: list[Mention], lexicon: Lexicon) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Every name → its bearer's fullest form, and the bare names that several bear, with all that do."""
    counts = Counter(mention.name for mention in mentions)
    spurious = _run_together(mentions)
    full = sorted(
        (name for name in counts if len(parts(name)) > 1 and name not in spurious), key=lambda n: (-len(parts(n)), n)
    )
    clusters: list[Counter[str]] = []
    for name in full:
        home = next((c for c in clusters if any(_one(name, other, lexicon) for other in c)), None)
        if home is None:
            home = Counter()
            clusters.append(home)
        home[name] = counts[name]
    named = {fullest(cluster): cluster for cluster in clusters}
    kin = {m.name for m in mentions if m.kin} - {m.name for m in mentions if not m.kin and m.roles}
    strangers = _strangers(mentions, named)
    rivals: dict[str, list[str]] = {}
    found = {name: head for head, cluster in named.items() for name in cluster}
    genders = _genders(mentions)
    singles = sorted(name for name in counts if name not in found)
    for name in singles:
        short = spurious.get(name, name)
        ranked = _bearers(short, {n: c for n, c in named.items() if (name, n) not in strangers}, genders, lexicon)
        ranked = ranked or _initialled(name, named)
        ranked = [r for r in ranked if not kin & set(named[r[1]])] or ranked
        same = (other for other in singles if other < name and fits(name, other) == 2 and found.get(other) == other)
        found[name] = ranked[0][1] if ranked else next(same, name)
        likely = [
            head
            for fit, head in ranked
            if fit == ranked[0][0] and named[head].total() * RIVAL > named[ranked[0][1]].total()
        ]
        if len(likely) > 1:
            rivals[name] = likely
    return found, rivals


def _run_together(mentions: list[Mention]) -> dict[str, str]:
    """Names that only a headline in Title Case has, words of it run into them, with the surname that the text has:
    "Tension Prompts Kerry" → "Kerry"."""
    below = {mention.name for mention in mentions if not mention.headline}
    words_below = {word for name in below for word in name.split()}
    above = {m.name for m in mentions if m.headline and m.name.count(" ") > 1} - below
    return {name: name.split()[-1] for name in above if {*name.split()} & words_below == {name.split()[-1]}}


def _initialled(name: str, named: dict[str, Counter[str]]) -> list[tuple[float, str]]:
    """The one full name that a transcript's initials stand for: "HRC", "JG"."""
    if not (name.isupper() and name.isalpha() and len(name) in {2, 3}):
        return []
    letters = name[0].lower() + name[-1].lower()
    fitting = [full for full in sorted(named) if parts(full)[0][0] + parts(full)[-1][0] == letters]
    return [(1.0, fitting[0])] if len(fitting) == 1 else []


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


def _bearers(
    name: str, named: dict[str, Counter[str]], genders: dict[str, Gender], lexicon: Lexicon
) -> list[tuple[float, str]]:
    """The full names that a single word could stand for, the likeliest first: by its place in the name, then by how
    often that is written."""
    listed = lexicon.person(name)
    ranked: list[tuple[float, str]] = []
    for full, forms in named.items():
        same = listed is not None and any(lexicon.person(form) == listed for form in forms)
        fit = 4 if same else max(fits(name, form) for form in forms)
        first_of_many = fit == 1 and parts(name)[0] in words().first_names and len(named) > 1
        clash = name in genders and full in genders and genders[name] != genders[full]
        if fit and not clash:
            ranked.append((fit - 0.5 if first_of_many else fit, full))
    return sorted(ranked, key=lambda r: (-r[0], -named[r[1]].total(), r[1]))


def _genders(mentions: list[Mention]) -> dict[str, Gender]:
    """The gender that the titles and first names of each form agree on."""
    seen: dict[str, set[Gender]] = {}
    for mention in mentions:
        if mention.gender:
            seen.setdefault(mention.name, set()).add(mention.gender)
    return {name: next(iter(found)) for name, found in seen.items() if len(found) == 1}
