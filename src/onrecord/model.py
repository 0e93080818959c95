"""The nouns: frozen records with slots and nothing else. Read this page first.

Every position in a text is a Python string index into `Article.text`, end exclusive; nothing else counts characters.
Dates are ISO 8601 strings at their own granularity ("2015", "2015-03", "2015-03-30").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Basis = Literal["metadata", "page", "url", "text", "inferred", "unknown"]
Mode = Literal["direct", "mixed", "indirect"]
Grade = Literal["named", "office", "unnamed official", "unnamed source", "another outlet", "document"]
Stance = Literal["support", "oppose", "conditional", "unclear"]
ActorKind = Literal["person", "office", "state", "organisation", "group", "outlet", "document", "unnamed"]
ParagraphRole = Literal["title", "body"]
EventKind = Literal["meeting", "call", "visit", "signing", "announcement"]
EventStatus = Literal["held", "planned", "cancelled", "rumoured"]
DocumentKind = Literal["text", "markdown", "html"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `Article.text`: `text[start:end]`."""

    start: int
    end: int


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and how it is known. An unknown date has no value and the basis "unknown"."""

    value: str | None = None
    basis: Basis = "unknown"


@dataclass(frozen=True, slots=True)
class Declared:
    """What came with a document rather than in it: JSON and CSV fields, front matter, the side-car."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    published: str | None = None
    published_where: str | None = None  # what said so: "field 'date'", "front matter", "sources.csv"


@dataclass(frozen=True, slots=True)
class Document:
    """Coverage as found: one file, or one row of a file.

    `name` is the file's name relative to the path that was given, or the row's own id; `path` says where it lay.
    `notes` are things done on the way in that a person may want to know ("read as windows-1252").
    """

    id: str
    name: str
    path: str
    kind: DocumentKind
    content: str
    declared: Declared = Declared()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something that could not be read, and why. It is counted and shown, and stops nothing."""

    name: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article. The headline is the first paragraph, with the role "title"."""

    span: Span
    role: ParagraphRole = "body"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Text of the page that a person would not read as the article: its words, why, and where it stood.

    `at` is the index of `Article.text` before which it stood; `reason` is a key of the boilerplate data file.
    """

    text: str
    reason: str
    at: int


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """One thing that says when an article was published: where it says so, in which words, and the date."""

    basis: Basis
    where: str
    words: str
    value: str


@dataclass(frozen=True, slots=True)
class Article:
    """The clean text that a person would read. Paragraphs are parted by a blank line and cover all but those."""

    id: str
    name: str
    path: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: Dated = Dated()
    date_evidence: tuple[DateEvidence, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    lost_quotations: tuple[str, ...] = ()  # quoted sentences of the page that are not in the text
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words, as an article gives them: who (source), by which words (cue), what (content).

    After Pareti (2015): the content is what is attributed, the cue is what ties it to its source. Each is a tuple of
    spans in order, as a quotation may be broken by its cue. `rule` names what found it, so that it can be explained.
    `confidence` is the probability, 0 to 1, that content and source are right; None when nothing measured it.
    """

    source: Spans
    cue: Spans
    content: Spans
    mode: Mode
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is called, and for whom: ("foreign minister", "Russia"), with the words that say so."""

    title: str
    of: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Referent:
    """Someone or something that one article speaks of, before the rest of the collection is known.

    `name` is the fullest form in the article; `forms` are all of them with their counts, names and role words but not
    pronouns. `person_votes` counts what speaks for a person (took a verb of saying, "Mr", apposition to a role, "who").
    """

    number: int
    name: str
    kind: ActorKind
    forms: tuple[tuple[str, int], ...]
    roles: tuple[Role, ...]
    first: Span
    gender: Literal["feminine", "masculine"] | None = None
    plural: bool = False
    person_votes: int = 0


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who an attribution's source is: a referent of the article, the words as written, and how far it is named."""

    referent: int | None
    as_written: str | None
    grade: Grade | None


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A role that the collection gives an actor, with one place that says so."""

    title: str
    of: str | None
    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, office, state, organisation, group, outlet, document or unnamed source, across all articles.

    `side` is the name of the party it speaks for (a state or body speaks for itself); None when the text doesn't say.
    """

    id: str
    name: str
    kind: ActorKind
    side: str | None
    aliases: tuple[str, ...]
    affiliations: tuple[Affiliation, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """A stance on an option of the codebook, the condition it hangs on, and the words that decided it.

    `holder` is a side whose will the words tell ("Karshevia would accept …"): the position is the speaker's if it
    speaks for that side, which the rest of the collection may say. None: it is the speaker's own whatever its side.
    """

    issue: str
    option: str
    stance: Stance
    condition: Span | None
    confidence: float
    why: str
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """A meeting, call, visit, signing or announcement as one article tells it; participants are referents."""

    kind: EventKind
    participants: tuple[int, ...]
    place: str | None
    when: Dated
    status: EventStatus
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is read from one article by looking at it alone. The tuples speakers, said and positions run parallel
    to attributions. `problems` are stages that failed on this article, with the reason."""

    article: Article
    attributions: tuple[Attribution, ...] = ()
    referents: tuple[Referent, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    said: tuple[Dated, ...] = ()
    positions: tuple[tuple[Position, ...], ...] = ()
    events: tuple[EventMention, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution with its speaker resolved across the collection, the date it was said, and its positions."""

    id: str
    article: str
    attribution: Attribution
    actor: str | None
    as_written: str | None
    side: str | None
    grade: Grade | None
    said: Dated
    positions: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One event across articles: every mention of it, as (article id, span)."""

    id: str
    kind: EventKind
    participants: tuple[str, ...]  # actor ids
    place: str | None
    when: Dated
    status: EventStatus
    mentions: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Reuse:
    """Passages that two articles share. `first` is the id of the one that had them first, None if nothing says."""

    a: str
    b: str
    containment_a: float  # share of a's words that stand in b, 0 to 1
    containment_b: float
    passages: tuple[tuple[Span, Span], ...]
    first: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Where an actor (or, with `actor` None, a side as a whole) stands on an option, and what that rests on.

    `first` and `last` are the earliest and latest date of its statements (said, else published), None if undated;
    `statements` are ids, newest last; `voices` counts articles that are not copies of one another.
    """

    side: str | None
    actor: str | None
    issue: str
    option: str
    stance: Stance
    first: str | None
    last: str | None
    statements: tuple[str, ...]
    articles: int
    voices: int
