"""Sources that go by a common noun alone: documents ("the report"), bodies ("a union representing flight attendants"),
many ("most commuters") and one ("a neighbor").

Lists and names say who is spoken of anywhere in an article. A common noun makes somebody of it only where it is the
source of an attribution, or where a relative pronoun that is one stands for it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from onrecord.model import Span
from onrecord.resolve._apposition import in_apposition
from onrecord.resolve._lexicon import Lexicon
from onrecord.resolve._line import Line
from onrecord.resolve._mentions import Mention
from onrecord.resolve._names import fold
from onrecord.resolve._scan import DETERMINERS, POSSESSIVE
from onrecord.resolve._words import words

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
NOUNS = frozenset({"NOUN", "PROPN"})
PERSONS = (
    "er",
    "or",
    "ist",
    "ian",
    "ant",
    "ent",
    "man",
    "woman",
    "person",
    "ee",
    "ive",
)  # ends of nouns for one who does
VOICING = frozenset({"of", "from", "by", "for"})
QUANTIFIERS = frozenset({"most", "more", "few", "fewer", "enough", "any", "no"})
COUNTS = frozenset({"dozens", "scores", "hundreds", "thousands", "millions", "half", "majority", "minority"})


def described_sources(
    read: Sequence[Line], sources: Iterable[Span], mentions: Iterable[Mention], lexicon: Lexicon
) -> list[Mention]:
    """A mention for each source, or what a source's relative pronoun stands for, that none of the mentions carries."""
    by_line: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_line[mention.line].append(mention)
    found: dict[tuple[int, int], Mention] = {}
    voiced: set[str] = set()
    for source in sources:
        place = head_of(source, read)
        if place is None or (place[0], place[1].i) in found:
            continue
        number, head, _ = place
        line = read[number]
        if any(m.start <= head.i < m.end for m in by_line[number]):
            continue
        within = [m for m in by_line[number] if source.start <= m.span.start and m.span.end <= source.end]
        within = [m for m in within if m.head < head.i or line.low(head.i + 1) in VOICING]
        if head.lower_ in words().transparent and (within or head.lower_ in voiced):
            voiced.add(head.lower_)
            continue  # "a report by the IAEA" speaks with the voice of the IAEA, and so does "the report" after it
        made = described(number, line, head, lexicon)
        if made is not None:
            found[number, head.i] = made
            in_apposition(line, [made], by_line[number])
    return list(found.values())


def head_of(source: Span, read: Sequence[Line]) -> tuple[int, Token, str] | None:
    """The line of a source, the token that its others hang on, or what that stands for if it is a relative pronoun, and
    the word itself."""
    number = bisect_right(read, source.start, key=lambda line: line.passage.start) - 1
    passage = read[number].passage if number >= 0 else None
    if passage is None or source.start >= passage.end:
        return None
    end = min(source.end, passage.end) - passage.start
    phrase = passage.doc.char_span(source.start - passage.start, end, alignment_mode="expand")
    if phrase is None:
        return None
    root = phrase.root
    if root.pos_ in {"DET", "ADJ", "PUNCT", "PART"}:  # a parse gone wrong: "the email read"
        root = next((token for token in phrase if token.pos_ in NOUNS), root)
    return number, _antecedent(root) if root.lower_ in RELATIVE else root, root.lower_


def _antecedent(pronoun: Token) -> Token:
    """What a relative pronoun stands for: the noun that its clause hangs on."""
    clause = next((token for token in pronoun.ancestors if token.dep_ == "relcl"), None)
    return clause.head if clause is not None else pronoun


def described(number: int, line: Line, head: Token, lexicon: Lexicon) -> Mention | None:
    """The mention that a common noun makes, None where the noun says neither a document, a body nor somebody."""
    at = head.i
    kind = _kind(head)
    if kind is None:
        return None
    start = _start(line, at)
    name = _wording(line, start, at, lexicon)
    if not name.strip():
        return None
    return Mention(
        line=number,
        start=start,
        end=at + 1,
        head=at,
        sort="described",
        name=name,
        span=line.span(start, at + 1),
        sentence=line.sentences[at],
        plural=kind == "group",
        definite=_determiner(line, start) in {"the", "this", "that", "these", "its", "their"},
        quoted=line.quoted[at],
        subject=head.dep_ in {"nsubj", "nsubjpass"},
        headline=line.headline or line.shouted,
        kind=kind,
    )


def _kind(head: Token) -> str | None:
    low, lemma = head.lower_, head.lemma_.lower()
    if head.pos_ not in NOUNS:
        return None
    if {low, lemma} & words().documents:
        return "document"
    if {low, lemma} & words().institutions:
        return "organisation" if head.tag_ not in {"NNS", "NNPS"} else "group"
    if head.tag_ == "NNPS" and low[:-1].title() in words().nobody:
        return "group"  # Asians, Muslims
    if head.text.isupper() or not _somebody(head, low, lemma):
        return None
    return "group" if head.tag_ in {"NNS", "NNPS"} or low in COUNTS else "source"


def _somebody(head: Token, low: str, lemma: str) -> bool:
    """Whether a noun means people: by a list, by how it ends, by "one" before it or "who" after it."""
    children = list(head.children)
    if "no" in {child.lower_ for child in children} or {low, lemma} & words().transparent:
        return False
    single = {"one", "another"} & {child.lower_ for child in children}
    who = any(child.dep_ == "relcl" and "who" in {word.lower_ for word in child.children} for child in children)
    ends = lemma.endswith(PERSONS) and not lemma.endswith("ment") and lemma not in words().things
    return bool(
        ends
        or {low, lemma} & (words().people | words().epithets | words().unnamed.keys())
        or low in COUNTS
        or single
        or who
    )


def _start(line: Line, at: int) -> int:
    """Where a noun's own words start: adjectives, nouns and numbers before it, no determiner and no possessor."""
    start = at
    while start:
        low = line.lows[start - 1]
        plain = line.pos[start - 1] in {"ADJ", "NOUN", "PROPN", "NUM"} or line.texts[start - 1] == "-"
        if not plain or low in DETERMINERS | QUANTIFIERS or low in POSSESSIVE:
            break
        start -= 1
    return start


def _determiner(line: Line, at: int) -> str:
    return line.low(at - 1) if line.low(at - 1) in DETERMINERS else ""


def _wording(line: Line, start: int, at: int, lexicon: Lexicon) -> str:
    """The noun's words in small letters where a capital only opens the sentence."""
    kept = line.text(start, at + 1)
    first = line.texts[start]
    listed = bool(lexicon.find([first])) or line.pos[start] == "PROPN" or first.isupper()
    return kept if listed or not line.opens[start] else fold(first) + kept[len(first) :]
