"""One line's mentions: lists first, then bodies of state, roles, names and sources without a name, in this order."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Role
from onrecord.resolve._bodies import not_meant, private_bodies
from onrecord.resolve._lexicon import Hit, Lexicon
from onrecord.resolve._line import Line
from onrecord.resolve._mentions import Mention, Sort
from onrecord.resolve._runs import Run, runs
from onrecord.resolve._spans import OfficeSpan, RoleSpan, offices, roles
from onrecord.resolve._words import typical, words

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
DETERMINERS = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "both",
        "all",
        "some",
        "several",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "many",
        "other",
        "another",
        "his",
        "her",
        "their",
        "its",
        "our",
    }
)
INDEFINITE = frozenset({"a", "an", "one", "another", "some", "several", "two", "three", "many", "other"})
MODIFIER_DEPS = frozenset({"amod", "compound", "nmod", "poss", "quantmod", "npadvmod"})
BEFORE_OWNER = frozenset({"the", "president", "prime", "minister", "mr.", "mr", "leader"})
LED = frozenset({"administration", "campaign", "camp"})
PLACE_WORDS = frozenset(
    {
        "in",
        "at",
        "near",
        "from",
        "inside",
        "outside",
        "across",
        "around",
        "toward",
        "towards",
        "to",
        "into",
        "throughout",
    }
)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose something is: the actor's or name's words, and where the words that say so begin."""

    start: int
    name: str


class Scan:
    """The spans found in one line, by where they start and end."""

    def __init__(
        self, line: Line, number: int, lexicon: Lexicon, seen: frozenset[str], surnames: frozenset[str]
    ) -> None:
        self.line, self.number, self.lexicon = line, number, lexicon
        self.taken = [False] * len(line)
        meant = [hit for hit in line.hits if not not_meant(hit, line)]
        private = private_bodies(line, meant)
        within = {at for run in private for at in range(run.start, run.end)}
        meant = [hit for hit in meant if hit.start not in within]
        self.hits = [hit for hit in meant if hit.entry.usage != "person" and not self._in_a_name(hit, surnames)]
        listed = [Run(hit.start, hit.end, False) for hit in meant if hit.entry.usage == "person"]
        listed += private
        self._take(listed)
        self._take(self.hits)
        self.offices = offices(line, self.taken)
        self._take(self.offices)
        self.roles = roles(line, self.taken, surnames)
        self._take(self.roles)
        self.runs = sorted([*listed, *runs(line, self.taken, seen)], key=lambda run: run.start)
        self._take(self.runs)
        self.hit_by_end = {hit.end: hit for hit in self.hits}
        self.hit_by_start = {hit.start: hit for hit in self.hits}
        self.role_by_end = {role.end: role for role in self.roles}
        self.office_by_end = {office.end: office for office in self.offices}
        self.office_by_start = {office.start: office for office in self.offices}
        self.run_by_end = {run.end: run for run in self.runs}
        self.run_by_start = {run.start: run for run in self.runs}

    def _take(self, found: list[Hit] | list[OfficeSpan] | list[RoleSpan] | list[Run]) -> None:
        for span in found:
            self.taken[span.start : span.end] = [True] * (span.end - span.start)

    def _in_a_name(self, hit: Hit, surnames: frozenset[str]) -> bool:
        """Whether a place's name is part of a person's: Chad Smith, Michael Jordan, Mark Cuban."""
        line = self.line
        if hit.end - hit.start > 1 or hit.entry.usage not in {"name", "seat", "demonym"}:
            return False
        if hit.entry.usage == "demonym":
            return line.lows[hit.start] in surnames and line.pos[min(hit.end, len(line) - 1)] not in {"NOUN", "PROPN"}
        follows = line.capital(hit.end) and line.pos[hit.end] == "PROPN"
        role = line.low(hit.end) in words().modifiers or line.low(hit.end) in words().heads
        first = line.lows[hit.start] in words().first_names and follows and not role
        before = line.low(hit.start - 1)
        initial = len(before) == 2 and before.endswith(".")
        return first or (line.capital(hit.start - 1) and (before in words().first_names or initial))

    def owner(self, at: int, *, named: bool = True) -> Owner | None:
        """Whose the noun at `at` is by the words before it: "Russia's", "Russian", "Putin's", "Foreign Ministry"."""
        end = at - 1 if self.line.low(at - 1) in POSSESSIVE else at
        if self.line.low(end - 1) == "and" and (kin := self.role_by_end.get(end - 1)):
            return self.owner(kin.start)  # "Trump's son-in-law and adviser"
        if hit := self.hit_by_end.get(end):
            return Owner(hit.start, self.hit_name(hit))
        if office := self.office_by_end.get(end):
            whole = self.office_owner(office)
            if whole is None and (state := typical(office.name.lower())):
                return Owner(office.start, state)  # "a senior administration official"
            return Owner(whole.start if whole else office.start, self.office_name(office, whole))
        if named and (run := self.run_by_end.get(end)):
            return Owner(run.start, self.line.text(run.start, run.end))
        return None

    def office_owner(self, office: OfficeSpan) -> Owner | None:
        """The state, body or person that an office belongs to, before it or after "of"."""
        before = self.owner(office.start) if office.start not in self.office_by_end else None
        if before is not None or self.line.low(office.end) not in {"of", "in"}:
            return before
        after = self.line.low(office.end + 1) == "the" and office.end + 1 not in self.hit_by_start
        hit = self.hit_by_start.get(office.end + 1 + after)
        return Owner(office.start, self.hit_name(hit)) if hit else None

    def hit_name(self, hit: Hit) -> str:
        return hit.entry.known.name

    def office_name(self, office: OfficeSpan, owner: Owner | None) -> str:
        """The common English name: "Russian Foreign Ministry"; without an owner the words alone."""
        if owner is None:
            return office.name
        known = self.lexicon.actors.get(owner.name)
        word = office.name
        if known is None:
            owned = self.line.low(office.start - 1) in POSSESSIVE
            if word in LED:
                return f"{owner.name.split()[-1]} {word}"  # "Ada Stone's campaign" is the Stone campaign
            return f"{owner.name}'s {word}" if owned else f"{owner.name} {word}"
        return f"{known.adjective} {word}"

    def complement(self, at: int, links: frozenset[str]) -> tuple[int, str] | None:
        """The end and the name in "of the Russian Federation", "for the Kremlin", "to Putin" that starts at `at`."""
        if self.line.low(at) not in links:
            return None
        start = at + 1
        while start not in self.hit_by_start and self.line.low(start) in BEFORE_OWNER and start - at < 4:
            start += 1
        if hit := self.hit_by_start.get(start):
            office = self.office_by_start.get(hit.end)
            if office:
                return office.end, self.office_name(office, Owner(hit.start, self.hit_name(hit)))
            state = self.line.low(hit.end) in words().states
            return hit.end + state, self.hit_name(hit)
        if office := self.office_by_start.get(start):
            whole = self.office_owner(office)
            return office.end, self.office_name(office, whole)
        if run := self.run_by_start.get(start):
            return run.end, self.line.text(run.start, run.end)
        return None

    def _two(self, start: int) -> bool:
        """Whether a noun is one of "the two" or "both", past adjectives and nouns; not one of any two."""
        first = start
        while first and self.line.pos[first - 1] in {"ADJ", "NOUN", "PROPN"} and not self.taken[first - 1]:
            first -= 1
        if self.line.low(first) in {"two", "both"}:
            first += 1
        before = self.line.low(first - 1), self.line.low(first - 2)
        return before[0] == "both" or (before[0] == "two" and before[1] in {"the", "these", "those"})

    def mention(self, start: int, end: int, head: int, sort: Sort, name: str) -> Mention:
        """A mention with what its place in the line says."""
        line = self.line
        before = start - 1
        while line.low(before) in DETERMINERS or (before >= 0 and line.pos[before] == "ADJ" and not self.taken[before]):
            before -= 1
        owns = line.low(end) in POSSESSIVE
        return Mention(
            line=self.number,
            start=start,
            end=end,
            head=head,
            sort=sort,
            name=name,
            span=line.span(start, end),
            sentence=line.sentences[head],
            definite=line.low(start - 1) in {"the", "that", "this"} or line.low(start) == "the",
            quoted=line.quoted[head],
            headline=line.headline or line.shouted,
            subject=any(line.deps[i] in {"nsubj", "nsubjpass"} for i in range(start, end)),
            nested=owns or all(line.deps[i] in MODIFIER_DEPS for i in range(start, end)),
            place=line.low(before) in PLACE_WORDS,
            two=self._two(start),
        )


def role_of(scan: Scan, span: RoleSpan, owner: Owner | None, complement: tuple[int, str] | None) -> Role:
    """The role that a span gives: its title, with "former" from before the state, and for whom."""
    line = scan.line
    title = span.title
    if owner is not None and line.low(owner.start - 1) in {"former", "ex", "then", "late"}:
        title = f"{line.low(owner.start - 1)} {title}"
    of = owner.name if owner else complement[1] if complement else typical(title)
    start = owner.start if owner else span.start
    return Role(title, of, line.span(start, span.end))
