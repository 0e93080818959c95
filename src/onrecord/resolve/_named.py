"""Names with the roles and titles around them: "Russian Foreign Minister Sergei Lavrov", "Yulia Svyrydenko, Ukraine's
prime minister", "Rep. Ada Quill (R-Texas)"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model import Role
from onrecord.resolve._mentions import Mention
from onrecord.resolve._runs import PARTY, Run
from onrecord.resolve._scan import DETERMINERS, POSSESSIVE, Owner, Scan, role_of
from onrecord.resolve._spans import RoleSpan
from onrecord.resolve._words import Gender, typical, words

LINKS = frozenset({"of", "for", "to", "at", "with", "from", "in"})
SPEAKS_TO = frozenset({"adviser", "advisor", "aide", "counselor", "assistant", "secretary"})
SEVERAL = frozenset({"and", ",", "&"})
CLEAR, LIKELY, HINT = 3, 2, 1  # how much a piece of evidence says that a name is a person's
FAR = 9  # tokens between a name and the head of the role beside it


def complement(scan: Scan, role: RoleSpan) -> tuple[int, str] | None:
    """What follows a role and says for whom: "president of Xland", "adviser to Putin"; not "envoy to Xland"."""
    found = scan.complement(role.end, LINKS)
    toward = scan.line.low(role.end) in {"to", "for"}
    if found and toward and role.title.split()[-1] not in SPEAKS_TO and not role.title.split()[-1].startswith("spokes"):
        return (found[0], "")
    return found


def named(scan: Scan, used: set[int]) -> list[Mention]:
    """The name mentions of a line. Roles that go with a name are added to `used`, by where they start."""
    ends: dict[int, RoleSpan] = {}
    for role in scan.roles:
        ends[role.end] = role
        if after := complement(scan, role):
            ends.setdefault(after[0], role)
    return [_name(scan, run, ends, used) for run in scan.runs]


def _name(scan: Scan, run: Run, ends: Mapping[int, RoleSpan], used: set[int]) -> Mention:
    line = scan.line
    name = line.text(run.start, run.end)
    if run.start == 0 and name.isupper() and " " in name and line.low(run.end) == ":":
        name = name.title()
    first = name.split()[0].lower() if " " in name else ""
    before = _before(scan, run, ends, used)
    beside = [role for role in (_role_beside(scan, run, used), _party(scan, run.end)) if role is not None]
    mention = scan.mention(before.start, run.end, run.end - 1, "name", name)
    mention.kind = "organisation" if run.body else "person"
    mention.roles = [*before.roles, *beside]
    mention.kin = before.kin
    mention.label = line.labels[run.end - 1]
    mention.gender = before.gender or words().genders.get(first)
    mention.votes = before.votes + LIKELY * len(beside) + _evidence(scan, run, first)
    return mention


@dataclass(slots=True)
class Before:
    """What stands before a name: from where, the roles it gives, and what it says for a person."""

    start: int
    roles: list[Role]
    votes: int = 0
    gender: Gender | None = None
    kin: bool = False


def _before(scan: Scan, run: Run, ends: Mapping[int, RoleSpan], used: set[int]) -> Before:
    """Titles and roles before a name, from the name outwards: "Supreme Leader Ayatollah Ali Khamenei"."""
    line = scan.line
    found = Before(run.start, [])
    if title := words().titles.get(line.low(run.start - 1)):
        found = Before(run.start - 1, [], CLEAR, title.gender)
        if title.role:
            found.roles.append(Role(title.role, typical(title.role), line.span(found.start, found.start + 1)))
    while (role := _role_before(scan, found.start, run.end, ends)) is not None and role.start not in used:
        owner, after = scan.owner(role.start), complement(scan, role)
        used.add(role.start)
        if line.lows[role.head][:-1] in words().heads and line.low(run.end) not in SEVERAL:
            break  # "credit analysts Orman Hall" are a firm
        found.start = owner.start if owner else role.start
        found.votes += CLEAR
        found.gender = found.gender or words().genders.get(role.title.split()[-1])
        found.kin = found.kin or role.kind == "kin"
        if role.kind != "kin":
            found.roles.append(role_of(scan, role, owner, after if after and after[1] else None))
    if not found.votes and not run.body and (nation := _nation(scan, run.start)):
        several = " " in line.text(run.start, run.end)
        found = Before(nation.start, [Role("", nation.name, line.span(nation.start, run.end))], LIKELY * several)
    return found


def _nation(scan: Scan, start: int) -> Owner | None:
    """Whose somebody is without a role: "Ukraine's Volodymyr Zelensky", "Germany's …"; not "Nuclear Iran Ada Quill"."""
    owner = scan.owner(start, named=False)
    hit = scan.hit_by_end.get(start)
    return owner if owner and (hit is None or hit.entry.usage == "demonym") else None


def _role_before(scan: Scan, start: int, end: int, ends: Mapping[int, RoleSpan]) -> RoleSpan | None:
    """The role that ends before a name; past a comma only if the name is no subject: "the leader, Stone said,"."""
    role = ends.get(start)
    if role is not None:
        return role
    role = ends.get(start - 1) if scan.line.low(start - 1) == "," else None
    if role is None or (end < len(scan.line) and scan.line.pos[end] in {"VERB", "AUX"}):
        return None
    owner = scan.owner(role.start)
    determined = determiner(scan, role.start) or scan.line.low(role.start - 1) in POSSESSIVE
    return role if owner or determined or role.start == 0 else None


def _role_beside(scan: Scan, run: Run, used: set[int]) -> Role | None:
    """The role in apposition after a name, if the words between allow it."""
    line = scan.line
    if line.low(run.end) not in {",", "(", "-", "–", "—"}:
        return None
    near = (role for role in scan.roles if run.end < role.head <= run.end + FAR)
    role = next((role for role in near if not _titles_owner(scan, role)), None)
    if role is None or role.start in used or role.end in scan.run_by_start:
        return None
    between = range(run.end + 1, role.start)
    plain = {"DET", "ADJ", "NOUN", "PROPN", "PART", "ADV", "NUM"}
    if any(line.pos[i] not in plain and line.lows[i] not in POSSESSIVE and not scan.taken[i] for i in between):
        return None
    names = (scan.run_by_start[start] for start in between if start in scan.run_by_start)
    if any(name.end != role.start and line.low(name.end) not in POSSESSIVE for name in names):
        return None
    after = complement(scan, role)
    end = after[0] if after else role.end
    if end < len(line) and line.pos[end] in {"VERB", "AUX"} and line.deps[role.head] != "appos":
        return None
    used.add(role.start)
    if role.kind == "kin":
        return None
    owner = scan.owner(role.start)
    return role_of(scan, role, owner, after if after and after[1] else None)


def _titles_owner(scan: Scan, role: RoleSpan) -> bool:
    """ "President" in "Relsky, President Chelnik's spokesman" is whose spokesman it is."""
    run = scan.run_by_start.get(role.end)
    return run is not None and scan.line.low(run.end) in POSSESSIVE


def _party(scan: Scan, at: int) -> Role | None:
    """A member of the US Congress: "(R-Texas)", ", D-N.J."."""
    line = scan.line
    if line.low(at) not in {"(", ","} or at + 1 >= len(line) or not PARTY.match(line.texts[at + 1]):
        return None
    joined = len(line.texts[at + 1]) > 1 or line.low(at + 2) in {"-", "–", "‑"}
    return Role("", "United States", line.span(at + 1, at + 2)) if joined else None


def _evidence(scan: Scan, run: Run, first: str) -> int:
    """What a name's own words and their neighbours say for (or against) its being a person's."""
    line = scan.line
    votes = -CLEAR if run.body else 0
    votes += LIKELY * (first in words().first_names or bool(scan.lexicon.person(line.text(run.start, run.end))))
    follows = run.end + 1 if line.low(run.end) == "," else run.end
    votes += LIKELY * (line.low(follows) in {"who", "whose", "whom"})
    label = line.labels[run.end - 1]
    votes += HINT * (label == "PERSON") - HINT * (label not in {"PERSON", ""})
    before = line.low(run.start - 1)
    return votes - HINT * (before in {"in", "at", "near", "across"}) - HINT * (before in {"the", "a", "an"})


def determiner(scan: Scan, at: int) -> str:
    """The determiner of the noun phrase that goes on at `at`, past adjectives and numbers."""
    line = scan.line
    while (
        at
        and not scan.taken[at - 1]
        and line.lows[at - 1] not in DETERMINERS
        and (line.pos[at - 1] in {"ADJ", "NUM", "ADV"})
    ):
        at -= 1
    return line.low(at - 1) if line.low(at - 1) in DETERMINERS else ""


def owner_of(scan: Scan, at: int) -> Owner | None:
    """Whose a noun is, past the adjectives before it."""
    line = scan.line
    while (
        at and not scan.taken[at - 1] and (line.pos[at - 1] in {"ADJ", "NOUN", "NUM", "ADV"} or line.low(at - 1) == "-")
    ):
        at -= 1
    return scan.owner(at)
