"""The nouns: frozen records with slots and nothing else. Read this page first.

Every position in a text is a Python string index into `Article.text`, end exclusive; nothing else counts characters.
Dates are ISO 8601 strings at their own granularity ("2015", "2015-03", "2015-03-30").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Basis = Literal["metadata", "page", "url", "text", "inferred", "unknown"]
Mode = Literal["direct", "mixed", "indirect", "told"]  # told: by the article itself, of what somebody does or wants
Grade = Literal["named", "office", "unnamed official", "unnamed source", "another outlet", "document"]
Stance = Literal["support", "oppose", "conditional", "unclear"]
ConditionKind = Literal["precondition", "exchange", "threat", "deadline", "sequencing"]
ActorKind = Literal["person", "office", "state", "organisation", "group", "outlet", "document", "unnamed"]
ParagraphRole = Literal["title", "body"]
EventKind = Literal[
    "meeting", "summit", "talks", "call", "visit", "signing", "vote", "sanction", "strike", "test", "deadline",
    "announcement",
]  # fmt: skip
EventStatus = Literal["held", "planned", "cancelled", "rumoured"]
StepStatus = Literal["floated", "drafted", "submitted", "commented", "agreed", "rejected", "ratified"]
DocumentKind = Literal["text", "markdown", "html"]
Ground = Literal["own", "told", "reported"]  # what a cell rests on, the best first
DifferenceKind = Literal["number", "date", "place", "participants", "status", "outcome", "attribution", "step"]
DifferenceRelation = Literal["conflict", "open", "vaguer", "update"]
JudgementKind = Literal[
    "accept", "reject", "speaker", "spans", "position", "add",  # of a statement
    "merge", "split", "rename", "side", "role",  # of an actor
    "undo",  # of a judgement
]  # fmt: skip
Judged = Literal["accepted", "changed", "added"]


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
    canonical: str | None = None
    source: str | None = None


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
    """One thing that says when an article was published: where it says so, in which words, and the date.

    `confidence` is how often a date of its kind is right within a day, 0 to 1; None when nothing measured it.
    """

    basis: Basis
    where: str
    words: str
    value: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class DateBound:
    """A day before which, or after which, an article cannot have been published, by its own words at `span`: what it
    tells as past was not after it, what it says will be is not before it. `value` is an ISO day."""

    side: Literal["not before", "not after"]
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """The clean text that a person would read. Paragraphs are parted by a blank line and cover all but those.

    `url` is its own address, `canonical` the one that the page names as the original's, `source` the outlet that a feed
    or a row names as the item's beside the one that prints it.
    """

    id: str
    name: str
    path: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    canonical: str | None = None
    source: str | None = None
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
class Link:
    """One who passed words on, in the chain from an article to where they come from.

    `kind` is how far they are on the record, `name` what they are called: canonical where a list or the article knows
    them, else as written. `spans` are the words that name them, `cue` the words that tie them to what they passed on.
    `referent` is of the article; `actor`, the same across articles, is known in a statement alone.
    """

    kind: Grade
    name: str
    spans: Spans
    cue: Spans = ()
    referent: int | None = None
    actor: str | None = None


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
    `given_role` is a title, and of what, that a person gave it; `affiliations` are what the text says.
    """

    id: str
    name: str
    kind: ActorKind
    side: str | None
    aliases: tuple[str, ...]
    affiliations: tuple[Affiliation, ...] = ()
    given_role: tuple[str, str | None] | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """A stance on an option of the codebook, the condition it hangs on, and the words that decided it.

    `holder` is who else's will the words tell ("Karshevia would accept …"), None if it is the speaker's own. In a
    reading it may turn out to be the side that the speaker speaks for; in a statement it is another's, whose position
    the speaker only reports. `kind` says how the condition binds, `linked` names the option it asks for, if any, as
    (issue, option).
    """

    issue: str
    option: str
    stance: Stance
    condition: Span | None
    confidence: float
    why: str
    holder: str | None = None
    kind: ConditionKind | None = None
    linked: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class OutcomeMention:
    """What somebody says came of an event: the words, and the referent who says so (None: the article itself)."""

    by: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event as one article tells it; participants are referents.

    `span` runs from the first to the last word that it was read from, `trigger` is the word that tells of it, `time`
    the words that say when. `when` is their date; unknown when there are none, or when they need a date of publication
    that the article doesn't have ("on Tuesday").
    """

    kind: EventKind
    participants: tuple[int, ...]
    place: str | None
    when: Dated
    status: EventStatus
    span: Span
    trigger: Span
    time: Span | None = None
    outcomes: tuple[OutcomeMention, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A quantity as one article gives it: "at least 300,000 Russian troops", "$110 million a year".

    The value lies from `low` to `high`: they are equal for a plain number, None where the words set no bound ("at
    least" has no high, "thousands of" no high either); `about` marks a rounded one. `unit` is an ISO 4217 code for
    money, "percent", a unit of measure or of time, None for things that are counted. `of` is the noun it measures in
    its dictionary form and `scope` the words that narrow that noun, in lower case and sorted; either may be unsaid.
    `per` is the time of a rate. `statement` is the id of the statement that it stands in.
    """

    low: float | None
    high: float | None
    about: bool
    unit: str | None
    per: str | None
    of: str | None
    scope: tuple[str, ...]
    span: Span
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class StepMention:
    """A step in the life of a proposal as one article tells it. `by` is a referent, `as_written` the words for it;
    `span` runs from the first to the last of the words that tell it; `when` comes from words beside them and may be
    unknown."""

    status: StepStatus
    by: int | None
    as_written: str | None
    span: Span
    when: Dated = Dated()
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class ProposalMention:
    """An instrument under negotiation (a draft, deal, plan, bill …) as one article tells of it.

    `name` is its fullest name in the article as written, without an article before it; `kind` the noun in it that says
    what it is; `spans` are all places that name it. `author` and `addressee` are referents. `terms` are spans that say
    what it contains.
    """

    name: str
    kind: str
    author: int | None
    addressee: int | None
    terms: Spans
    spans: Spans
    steps: tuple[StepMention, ...]


@dataclass(frozen=True, slots=True)
class Precedence:
    """One article was published before another, though no date of publication says so: the first tells an event as
    still to come that the second tells as held (`event`, an id), or their bounds lie apart (None)."""

    before: str
    after: str
    event: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is read from one article by looking at it alone. The tuples speakers, said, positions and chains run
    parallel to attributions. `problems` are stages that failed on this article, with the reason."""

    article: Article
    attributions: tuple[Attribution, ...] = ()
    referents: tuple[Referent, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    said: tuple[Dated, ...] = ()
    positions: tuple[tuple[Position, ...], ...] = ()
    events: tuple[EventMention, ...] = ()
    bounds: tuple[DateBound, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    proposals: tuple[ProposalMention, ...] = ()
    chains: tuple[tuple[Link, ...], ...] = ()
    about: tuple[Dated, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution with its speaker resolved across the collection, the date it was said, and its positions.

    `chain` leads from the article to the origin of the words, the origin last: an outlet, then whom it cites. It is
    empty where the article says so itself, or does not tell.
    """

    id: str
    article: str
    attribution: Attribution
    actor: str | None
    as_written: str | None
    side: str | None
    grade: Grade | None
    said: Dated
    positions: tuple[Position, ...] = ()
    chain: tuple[Link, ...] = ()
    about: Dated = Dated()  # the time that it speaks of: "by the end of the month"
    judged: Judged | None = None  # what a person made of it; None where nobody did


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an event by one side: who says so (an actor's id; None: the article itself), where."""

    by: str | None
    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """One event across articles: every mention of it, as (article id, span).

    `when` is the finest date that the mentions give. `earliest` and `latest` are the first and last day that it can
    have been on, as far as its date and the articles tell: what an article of 3 March tells as held was not after that
    day. Each is None where nothing bounds it.
    """

    id: str
    kind: EventKind
    participants: tuple[str, ...]  # actor ids
    place: str | None
    when: Dated
    status: EventStatus
    mentions: tuple[tuple[str, Span], ...]
    earliest: str | None = None
    latest: str | None = None
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of one thing across articles. The fields are those of its mentions, given as (article id, mention).

    `differs` are the ids of figures that give another value for the same thing, `vaguer` of those that this one only
    rounds or bounds.
    """

    id: str
    low: float | None
    high: float | None
    about: bool
    unit: str | None
    per: str | None
    of: str | None
    scope: tuple[str, ...]
    mentions: tuple[tuple[str, FigureMention], ...]
    differs: tuple[str, ...] = ()
    vaguer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A step in the life of a proposal: who took it (an actor's id, and the words for it), and when; without words
    that date it, the date is the article's, as its basis says."""

    status: StepStatus
    by: str | None
    as_written: str | None
    when: Dated
    article: str
    span: Span
    statement: str | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """An instrument under negotiation across articles, with its life: steps by date, undated ones last.

    `name` is canonical and `aliases` are the other names; `author` and `addressee` are actor ids. `status` is that of
    the last dated step that moved it (a comment moves nothing), None where no step is told. `terms` and `mentions` are
    (article id, span).
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    author: str | None
    addressee: str | None
    status: StepStatus | None
    terms: tuple[tuple[str, Span], ...]
    steps: tuple[Step, ...]
    mentions: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article says of a fact: where, and what it comes to in plain words. `by` is the actor (an id) who says
    so, None where it is the article itself."""

    article: str
    span: Span
    value: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Two tellings of one fact that are not the same, the earlier or the vaguer first.

    `relation` says how they stand to each other. conflict: both can't be true. open: both may be, as they may be of two
    things, of two sides of one thing, or of two days. vaguer: the first only rounds or bounds the second. update: the
    second took the place of the first. `about` names the fact, `why` says in a sentence what decided the relation.
    """

    id: str
    kind: DifferenceKind
    relation: DifferenceRelation
    about: str
    why: str
    one: Telling
    other: Telling


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
class Report:
    """A statement that gives an utterance. `differs` are the words in which it differs from the fullest wording: where
    they stand in the fullest one's article and where in its own. What it leaves out at either end is no difference."""

    statement: str
    differs: tuple[tuple[Span, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody said once, and the statements (two or more) that report it, the fullest wording first."""

    id: str
    actor: str | None
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """On how much something rests; docs/record.md says how each is counted.

    `articles` tell it, `voices` of them are no copies of one another, `outlets` are those that print it, and `origins`
    the independent ones that they have it from.
    """

    articles: int
    voices: int
    outlets: int
    origins: int

    @property
    def corroborated(self) -> bool:
        """Whether two independent origins say so, and nothing less."""
        return self.origins >= 2


@dataclass(frozen=True, slots=True)
class Cell:
    """Where an actor (or, with `actor` None, a side as a whole) stands on an option, and what that rests on.

    Three kinds of statement are kept apart: its own; those in which the articles themselves tell what it does or wants
    (`told`); and, of a side, those in which somebody else says so (`reported`). `basis` is the best kind there is, and
    `statements` are of that kind alone, newest last: a side's own words are never counted together with what others
    say of it. So do `first` and `last`, the earliest and latest date (said, else published), None if undated,
    `articles`, `voices`, `outlets` and `origins`, which are counted as in `Voices`.

    `leading` are the actors whose own statements they are, with the number of them, most first. `dissent` are
    statements in which others of the same side take the opposite stance (support, oppose) in their own words; who said
    both is no dissent from itself. Statements are given by their ids.
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
    outlets: int
    origins: int
    basis: Ground = "own"
    leading: tuple[tuple[str, int], ...] = ()
    dissent: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()

    @property
    def corroborated(self) -> bool:
        """Whether two independent origins say so, and nothing less."""
        return self.origins >= 2


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided about a statement or an actor: one line of a log in which nothing is ever changed.

    `target` is the id of a statement, of an actor, or (of an undo) of another judgement. `value` is what was decided,
    `machine` what the machine had said then, both as docs/judgements.md describes them for each kind; from `machine`
    the target is found again when a later build gives it another id. `at` is the time in UTC, ISO 8601.
    """

    id: str
    at: str
    by: str
    why: str
    kind: JudgementKind
    target: str
    value: Mapping[str, Any]
    machine: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A judgement that does not sit well with another or with what the machine says now. It is shown, and settled by a
    person. `others` are judgements of other people on the same thing."""

    kind: Literal["reviewers differ", "machine changed", "target gone"]
    judgement: Judgement
    others: tuple[Judgement, ...] = ()
    now: Mapping[str, Any] | None = None  # what the machine says now, where that changed


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that somebody keeps by a name. `query` is the query string that asks it, empty where it was given up;
    `at` is the time in UTC, ISO 8601."""

    id: str
    at: str
    by: str
    name: str
    query: str
