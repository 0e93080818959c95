"""One proposal across articles, and its life."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from onrecord.code._terms.proposals_words import proposal_words
from onrecord.model import Dated, Proposal, ProposalMention, Reading, Step, StepStatus

_ORDER: tuple[StepStatus, ...] = ("floated", "drafted", "submitted", "commented", "agreed", "rejected", "ratified")
_WORD = re.compile(r"[^\W_][\w.-]*[^\W_]|[^\W_]")
_SMALL = frozenset({"with", "on", "for", "between", "over", "of", "and", "the", "a", "an", "to", "in"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A proposal as one article tells it, with the words that tell it apart and its parties as actors."""

    article: str
    published: Dated
    mention: ProposalMention
    words: frozenset[str]
    stage: frozenset[str]
    family: str
    author: str | None


@dataclass(slots=True)
class _Cluster:
    told: list[_Told] = field(default_factory=list)

    def same(self, new: _Told) -> bool:
        """Whether the very same words name it."""
        return any((t.words, t.stage, t.family) == (new.words, new.stage, new.family) for t in self.told)

    def fits(self, new: _Told) -> bool:
        """Whether a mention can be of this proposal: the same family and stage, one name within the other, and, where
        each side makes its own, the same author."""
        first, words = self.told[0], frozenset().union(*(t.words for t in self.told))
        authors = {t.author for t in self.told if t.author}
        apart = new.family == "plans" and new.author and authors and new.author not in authors
        alike = first.family == new.family and first.stage == new.stage and not apart
        return alike and bool(new.words & words) and (new.words <= words or words <= new.words)


def same_proposals(readings: Iterable[Reading], identity: Mapping[tuple[str, int], str]) -> tuple[Proposal, ...]:
    """The proposals that many articles tell of, by name; the order given doesn't matter.

    `identity` gives the actor id of (article id, number of a referent). An instrument with nothing but its noun for a
    name ("the plan") stays with its article. One that could be of several others is kept by itself: it is not guessed.
    """
    told = [_told(r, mention, identity) for r in readings for mention in r.proposals]
    clusters: list[_Cluster] = []
    for one in sorted(told, key=_fullest_first):
        same = [cluster for cluster in clusters if one.words and cluster.same(one) and cluster.fits(one)]
        fitting = same or [cluster for cluster in clusters if one.words and cluster.fits(one)]
        if len(fitting) == 1:
            fitting[0].told.append(one)
        else:
            clusters.append(_Cluster([one]))
    return tuple(sorted((_proposal(cluster, identity) for cluster in clusters), key=lambda p: (p.name.lower(), p.id)))


def _told(reading: Reading, mention: ProposalMention, identity: Mapping[tuple[str, int], str]) -> _Told:
    article, lists = reading.article, proposal_words().lists
    known = _canonical(mention.name)
    words = frozenset(_words(known)) if known else frozenset(_words(mention.name)) - {mention.kind}
    author = identity.get((article.id, mention.author)) if mention.author is not None else None
    family = proposal_words().families.get(mention.kind, "deals")
    return _Told(
        article.id, article.published, mention, words - lists["stages"], words & lists["stages"], family, author
    )


def _canonical(name: str) -> str | None:
    plain = proposal_words().lists["plain"]
    return proposal_words().known.get(" ".join(word for word in name.lower().split() if word not in plain))


def _words(name: str) -> list[str]:
    """The words of a name that tell it apart; a known instrument has the words of all its names."""
    known = [alias for alias, canonical in proposal_words().known.items() if canonical == name]
    found = _WORD.findall(" ".join([name, *known]).lower().replace("’s", "").replace("'s", ""))
    return [word for word in found if word not in proposal_words().lists["plain"] | _SMALL]


def _fullest_first(told: _Told) -> tuple[object, ...]:
    return -len(told.words), sorted(told.words), told.article, told.mention.spans, told.mention.name


def _proposal(cluster: _Cluster, identity: Mapping[tuple[str, int], str]) -> Proposal:
    told = sorted(cluster.told, key=lambda t: (t.article, t.mention.spans))
    names = Counter(_plainly(t.mention.name) for t in told)
    written = {t.mention.name for t in told}
    known = next((name for t in told if (name := _canonical(t.mention.name))), None)
    name = known or min(names, key=lambda name: (-names[name], -len(name), name))
    steps = sorted((step for t in told for step in _steps(t, identity)), key=_when)
    addressees = [identity[key] for t in told if (key := (t.article, _number(t.mention.addressee))) in identity]
    movers = [step for step in steps if step.status != "commented"]
    dated = [step for step in movers if step.when.value]
    last = (dated or movers or steps)[-1:]
    content = [(t.article, [(s.start, s.end) for s in t.mention.spans], t.mention.name) for t in told]
    return Proposal(
        id=sha256(repr(content).encode("utf-8", "surrogatepass")).hexdigest()[:16],
        name=name,
        aliases=tuple(sorted(written - {name})),
        kind=Counter(t.mention.kind for t in told).most_common(1)[0][0],
        author=_most([t.author for t in told if t.author]),
        addressee=_most(addressees),
        status=last[0].status if last else None,
        terms=tuple((t.article, span) for t in told for span in t.mention.terms),
        steps=tuple(steps),
        mentions=tuple((t.article, span) for t in told for span in t.mention.spans),
    )


def _plainly(name: str) -> str:
    """A name without the adjectives that tell nothing apart: "acceptable final deal" is the final deal."""
    plain = proposal_words().lists["plain"]
    return " ".join(word for word in name.split() if word.lower() not in plain) or name


def _number(referent: int | None) -> int:
    return -1 if referent is None else referent


def _steps(told: _Told, identity: Mapping[tuple[str, int], str]) -> list[Step]:
    return [
        Step(
            status=step.status,
            by=identity.get((told.article, _number(step.by))),
            as_written=step.as_written,
            when=step.when if step.when.value else told.published,
            article=told.article,
            span=step.span,
            statement=step.statement,
        )
        for step in told.mention.steps
    ]


def _when(step: Step) -> tuple[object, ...]:
    """By date, undated ones last; of one date in the order of a life."""
    return step.when.value is None, step.when.value or "", _ORDER.index(step.status), step.article, step.span


def _most(ids: Sequence[str]) -> str | None:
    return min(ids, key=lambda one: (-ids.count(one), one)) if ids else None
