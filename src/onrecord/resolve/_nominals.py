"""Mentions without a name of their own: states and bodies, and roles ("the foreign minister")."""

from __future__ import annotations

from onrecord.resolve._apposition import in_apposition
from onrecord.resolve._lexicon import Hit, Lexicon
from onrecord.resolve._line import Line
from onrecord.resolve._mentions import Mention
from onrecord.resolve._named import complement, determiner, named
from onrecord.resolve._scan import INDEFINITE, POSSESSIVE, Scan
from onrecord.resolve._wording import joint, premodified, unnamed, wording
from onrecord.resolve._words import typical, words

ONE_OF = ("an", "on")  # ends of words for one of a people: an Iranian, a Briton
ASIDE = 10  # words of what may stand between two who are named together


def scan_line(
    line: Line, number: int, lexicon: Lexicon, seen: frozenset[str], surnames: frozenset[str]
) -> list[Mention]:
    """All mentions of one line but pronouns, in the order of the text."""
    scan = Scan(line, number, lexicon, seen, surnames)
    used: set[int] = set()
    found = named(scan, used)
    found += [m for hit in scan.hits if (m := _known(scan, hit))]
    found += _offices(scan)
    found += _roles(scan, used)
    found += unnamed(scan)
    found += _states(scan)
    found.sort(key=lambda m: (m.start, -m.end))
    in_apposition(line, (m for m in found if m.sort == "unnamed"), found)
    starts = {mention.start for mention in found if mention.sort in {"name", "known"}}
    for number, outer in enumerate(found):
        outer.joint = outer.sort in {"name", "known"} and _past_and(line, outer.end) in starts
        for inner in found[number + 1 :]:
            if inner.start >= outer.end:
                break
            inner.nested = inner.nested or inner.head < outer.head
    return found


def _past_and(line: Line, at: int) -> int:
    """Where the second of two named together may start: past "and", a party in brackets, a role between commas."""
    end = at
    if line.low(at) == "(":
        end = next((n + 1 for n in range(at, at + ASIDE) if line.low(n) == ")"), at)
    elif line.low(at) == ",":
        closing = next((n for n in range(at + 1, at + ASIDE) if line.low(n) == ","), at)
        spoken = any(pos in {"VERB", "AUX"} for pos in line.pos[at:closing])
        end = at if spoken else closing + 1
    if line.low(end) != "and":
        return -1
    end += 1
    if line.low(end) in {"his", "her"}:  # "Ada Quill and her French counterpart, Tomas Varga"
        end = next((n + 1 for n in range(end, end + ASIDE) if line.low(n) == "counterpart"), end)
        end += line.low(end) == ","
    return end


def _known(scan: Scan, hit: Hit) -> Mention | None:
    line, known = scan.line, hit.entry.known
    end = hit.end
    past_state = _after_modifiers(scan, end)
    if (
        line.low(past_state) in words().states | words().transparent - set(words().heads)
        and not scan.taken[past_state]
        and line.deps[past_state] not in {"compound", "amod"}
        and line.low(end) not in POSSESSIVE - {"'s", "’s"}
    ):
        end = past_state + 1
    people = hit.entry.usage == "demonym" and end == hit.end
    plural = people and line.texts[hit.end - 1].endswith("s") and line.texts[hit.end - 1] not in {"US", "Swiss"}
    mention = scan.mention(hit.start, end, end - 1, "known", known.name)
    mention.known = known
    if people and line.pos[hit.end - 1] == "ADJ" and mention.nested:
        return None
    if plural and not mention.definite and known.kind == "state":
        mention.sort, mention.kind, mention.of, mention.known = "unnamed", "group", known.name, None
        mention.name = line.text(hit.start, hit.end)
    mention.plural = plural
    if people and known.kind == "state" and not mention.nested and _one_of_its_people(scan, hit):
        mention.sort, mention.kind, mention.known = "unnamed", "source", None  # whoever it is, it is not the state
        mention.name = line.text(hit.start, hit.end)
    member = people and known.kind == "organisation" and line.low(hit.start) in words().general
    if member and not mention.nested and _article(scan, hit.start) == "the":
        mention.sort, mention.name, mention.known = "role", line.low(hit.start), None  # "the Ohio Republican"
    return mention


def _one_of_its_people(scan: Scan, hit: Hit) -> bool:
    """Whether a demonym is somebody, "the Briton", "the Frenchman"; "the British" and "the Chinese" are many."""
    line, word = scan.line, scan.line.texts[hit.end - 1]
    single = word.endswith(ONE_OF) and not word.isupper() and line.pos[hit.end - 1] in {"NOUN", "PROPN"}
    alone = line.low(hit.end) != "-" and line.deps[hit.end - 1] not in {"compound", "amod", "nmod", "conj"}
    return single and alone and _article(scan, hit.start) in {"the", "a", "an"}


def _article(scan: Scan, at: int) -> str:
    """The determiner before a noun and the place before that: "the Ohio Republican"."""
    before = scan.run_by_end.get(at)
    return determiner(scan, before.start if before else at)


def _after_modifiers(scan: Scan, at: int) -> int:
    at += scan.line.low(at) in POSSESSIVE
    while at < len(scan.line) and scan.line.pos[at] == "ADJ" and not scan.taken[at]:
        at += 1
    return at if at < len(scan.line) else -1


def _offices(scan: Scan) -> list[Mention]:
    found: list[Mention] = []
    for office in scan.offices:
        owner = scan.office_owner(office)
        line = scan.line
        determined = line.low(office.start - 1) == "the"
        owned = _owned(scan, office.start)
        if owner is None and not determined and not owned and not line.capital(office.end - 1):
            continue
        start = owner.start if owner else office.start
        mention = scan.mention(start, office.end, office.end - 1, "office", scan.office_name(office, owner))
        mention.of = owner.name if owner else None
        mention.definite = mention.definite or owner is None
        mention.owned = owned
        if words().outlets & set(mention.name.split()) and mention.name.endswith("Agency"):
            mention.kind = "outlet"
        found.append(mention)
    return found


def _owned(scan: Scan, at: int) -> bool:
    """Whether a body is "its", "their" or "the country's"."""
    line = scan.line
    return line.low(at - 1) in {"its", "their"} or (line.low(at - 1) in POSSESSIVE and line.low(at - 2) == "country")


def _roles(scan: Scan, used: set[int]) -> list[Mention]:
    found: list[Mention] = []
    line = scan.line
    for role in scan.roles:
        compound = line.deps[role.head] in {"compound", "amod", "nmod"} and role.end < len(line)
        if role.start in used or (compound and line.pos[role.end] in {"NOUN", "PROPN"}):
            continue
        owner = scan.owner(role.start)
        after = complement(scan, role)
        start = owner.start if owner else role.start
        mention = scan.mention(start, role.end, role.head, "role", role.title)
        mention.of = owner.name if owner else after[1] or None if after else typical(role.title)
        mention.plural = line.texts[role.head].endswith("s") and line.passage.doc[role.head].tag_ in {"NNS", "NNPS"}
        mention.gender = words().genders.get(role.title.split()[-1])
        mention.title = role.title
        article = determiner(scan, start)
        mention.indefinite = article in INDEFINITE
        mention.definite = not mention.indefinite and (
            article in {"the", "this", "that", "these"} or not mention.plural
        )
        spoken = role.title.split()[-1].startswith("spokes")
        if (
            mention.plural
            or role.kind == "kin"
            or (article in INDEFINITE | {"his", "her", "their"} and not (spoken and mention.of))
        ):
            mention.sort = "unnamed"
            mention.kind = _unnamed_kind(line.lows[role.head], role.kind)
            first = premodified(scan, start)
            mention.name = wording(scan, first, role.end, role.head)
            mention.of = None if joint(scan, first, role.end) else mention.of
        found.append(mention)
    return found


def _states(scan: Scan) -> list[Mention]:
    """ "The regime", "the country": a state that was named before."""
    line = scan.line
    found: list[Mention] = []
    for at, low in enumerate(line.lows):
        plain = low in {"regime", "government", "country", "nation", "kingdom", "leadership"}
        if (
            plain
            and not scan.taken[at]
            and determiner(scan, at) in {"the", "this", "that"}
            and line.deps[at] != "compound"
        ):
            found.append(scan.mention(at, at + 1, at, "state", low))
    return found


def _unnamed_kind(head: str, kind: str) -> str:
    if kind in {"private", "kin"}:
        return "source"
    return words().unnamed.get(head, "official")
