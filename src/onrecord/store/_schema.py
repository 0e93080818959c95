"""The tables of a record. docs/record.md explains them to a person with an SQLite browser.

What is read from one article (articles … event_mentions) is written once, in one transaction per article. What needs
the whole collection (actors … search, and the columns `actor`, `side`, `grade` of statements and `holder`, `held` of
positions) is written anew each time the collection changes. Every key is a content hash or a number within one, and no
table keeps row numbers of its own: so the same input gives the same file whatever the order it came in.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Integer, MetaData, Table, Text

SCHEMA_VERSION = "5"

metadata = MetaData()


def _table(name: str, *columns: Column[object]) -> Table:
    return Table(name, metadata, *columns, sqlite_with_rowid=False)


def _key(name: str, kind: type[Text] | type[Integer] = Text) -> Column[object]:
    return Column(name, kind, primary_key=True, autoincrement=False)


def _text(name: str) -> Column[object]:
    return Column(name, Text)


def _int(name: str) -> Column[object]:
    return Column(name, Integer)


about = _table("about", _key("key"), _text("value"))

articles = _table(
    "articles",
    _key("id"),
    *map(_text, ("name", "path", "title", "outlet", "author", "url", "canonical", "source", "language")),
    *map(_text, ("published", "published_basis")),
    _text("text"),
    *map(_text, ("lost_quotations", "notes")),  # JSON lists of strings
    _text("made_with"),  # fingerprint of the program and settings that read it
)
paragraphs = _table("paragraphs", _key("article"), _key("number", Integer), _int("start"), _int("end"), _text("role"))
left_out = _table("left_out", _key("article"), _key("number", Integer), _text("text"), _text("reason"), _int("at"))
date_evidence = _table(
    "date_evidence",
    _key("article"),
    _key("number", Integer),
    *map(_text, ("basis", "where", "words", "value")),
    Column("confidence", Float),
)
problems = _table("problems", _key("article"), _key("number", Integer), _text("problem"))
set_aside = _table("set_aside", _key("path"), _key("name"), _text("reason"))

statements = _table(
    "statements",
    _key("id"),
    _text("article"),
    _int("number"),
    _int("start"),  # of the content, first piece to last
    _int("end"),
    _text("mode"),
    *map(_text, ("source", "cue", "content")),  # JSON lists of [start, end]
    _text("rule"),
    Column("confidence", Float),
    _int("referent"),
    *map(_text, ("as_written", "grade_alone")),  # grade_alone: as far as the article itself tells
    *map(_text, ("said", "said_basis", "about", "about_basis")),  # about: the time that it speaks of
    *map(_text, ("actor", "side", "grade")),  # of the collection
)
Index("statements_article", statements.c.article)  # a page shows, and a judgement changes, those of one article
links = _table(
    "links",  # of a statement's chain, from the article to the origin
    _key("statement"),
    _key("number", Integer),
    *map(_text, ("kind", "name", "spans", "cue")),  # spans, cue: JSON lists of [start, end]
    _int("referent"),
    _text("actor"),  # of the collection
)
positions = _table(
    "positions",
    _key("statement"),
    _key("number", Integer),
    *map(_text, ("issue", "option", "stance")),
    _int("condition_start"),
    _int("condition_end"),
    Column("confidence", Float),
    _text("why"),
    _text("condition_kind"),
    _text("linked"),  # issue.option
    _text("holder_alone"),  # who else's will the words tell, as far as the article itself tells
    _text("holder"),  # the same of the collection; empty if it is the speaker's own
    _int("held"),  # whether it is in the record: 1, or 0 for a second reading of what another row tells
)
referents = _table(
    "referents",
    _key("article"),
    _key("number", Integer),
    *map(
        _text, ("name", "kind", "forms", "roles")
    ),  # forms: JSON [[form, count]…]; roles: JSON [[title, of, start, end]…]
    *map(_int, ("start", "end")),
    _text("gender"),
    *map(_int, ("plural", "person_votes")),
)
event_mentions = _table(
    "event_mentions",
    _key("article"),
    _key("number", Integer),
    *map(
        _text, ("kind", "participants", "place", "date", "date_basis", "status")
    ),  # participants: JSON referent numbers
    *map(_int, ("start", "end", "trigger_start", "trigger_end", "time_start", "time_end")),
    _text("outcomes"),  # JSON [[referent, start, end]…]
)
date_bounds = _table(
    "date_bounds",
    _key("article"),
    _key("number", Integer),
    *map(_text, ("side", "value")),
    *map(_int, ("start", "end")),
)
_VALUE = ("unit", "per", "of", "scope")  # scope: JSON list of words
figure_mentions = _table(
    "figure_mentions",
    _key("article"),
    _key("number", Integer),
    *(Column(name, Float) for name in ("low", "high")),
    *map(_text, _VALUE),
    *map(_int, ("about", "start", "end")),
    _text("statement"),
)
proposal_mentions = _table(
    "proposal_mentions",
    _key("article"),
    _key("number", Integer),
    *map(_text, ("name", "kind")),
    *map(_int, ("author", "addressee")),  # numbers of referents
    # JSON lists of [start, end]; steps: JSON [[status, referent, as written, start, end, date, basis, statement]…]
    *map(_text, ("terms", "spans", "steps")),
)

actors = _table("actors", _key("id"), *map(_text, ("name", "kind", "side")))
aliases = _table("aliases", _key("actor"), _key("alias"))
affiliations = _table(
    "affiliations",
    _key("actor"),
    _key("number", Integer),
    *map(_text, ("title", "of", "article")),
    *map(_int, ("start", "end")),
)
events = _table(
    "events", _key("id"), *map(_text, ("kind", "place", "date", "date_basis", "status", "earliest", "latest"))
)
event_participants = _table("event_participants", _key("event"), _key("actor"))
event_places = _table(
    "event_places", _key("event"), _key("article"), _key("start", Integer), _key("end", Integer)
)  # where the articles tell of it
event_outcomes = _table(
    "event_outcomes",
    _key("event"),
    _key("number", Integer),
    *map(_text, ("actor", "article")),
    *map(_int, ("start", "end")),
)
precedences = _table("precedences", _key("before"), _key("after"), _text("event"))
figures = _table(
    "figures",
    _key("id"),
    *(Column(name, Float) for name in ("low", "high")),
    *map(_text, _VALUE),
    _int("about"),
    *map(_text, ("differs", "vaguer")),  # JSON lists of figures' ids
)
figure_places = _table(
    "figure_places", _key("figure"), _key("article"), _key("start", Integer), _key("end", Integer)
)  # where the articles give it; figure_mentions has the rest
proposals = _table("proposals", _key("id"), *map(_text, ("name", "aliases", "kind", "author", "addressee", "status")))
proposal_steps = _table(
    "proposal_steps",
    _key("proposal"),
    _key("number", Integer),
    *map(_text, ("status", "actor", "as_written", "date", "date_basis", "article")),
    *map(_int, ("start", "end")),
    _text("statement"),
)
proposal_places = _table(
    "proposal_places",
    _key("proposal"),
    _key("article"),
    _key("start", Integer),
    _key("end", Integer),
    _key("what"),  # name, or term: what it is said to contain
)
utterances = _table("utterances", _key("id"), _text("actor"))
reports = _table(
    "reports",  # of an utterance, the fullest first
    _key("utterance"),
    _key("number", Integer),
    _text("statement"),
    _text("differs"),  # JSON [[start, end in the fullest one's article, start, end in its own]…]
)
differences = _table(
    "differences",
    _key("id"),
    *map(_text, ("kind", "relation", "about", "why")),
    *(
        column
        for prefix in ("", "other_")
        for column in (
            _text(f"{prefix}article"),
            *(_int(prefix + name) for name in ("start", "end")),
            *(_text(prefix + name) for name in ("value", "actor")),
        )
    ),
)
reuse = _table(
    "reuse",
    _key("a"),
    _key("b"),
    Column("containment_a", Float),
    Column("containment_b", Float),
    _text("passages"),  # JSON [[start a, end a, start b, end b]…]
    *map(_text, ("first", "why")),
)

# What people decided. Rows are added and never changed; the numbers are given by the database, in order.
judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, unique=True),
    *map(_text, ("at", "by", "why", "kind", "target")),
    *map(_text, ("value", "machine")),  # JSON objects
    sqlite_autoincrement=True,
)

# Searches that people keep by a name, as the query string that asks them. Rows are added; the last of a name counts,
# and one without a query says that it was given up.
saved_searches = Table(
    "saved_searches",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, unique=True),
    *map(_text, ("at", "by", "name", "query")),
    sqlite_autoincrement=True,
)

OF_ONE_ARTICLE = (
    paragraphs,
    left_out,
    date_evidence,
    problems,
    referents,
    event_mentions,
    date_bounds,
    figure_mentions,
    proposal_mentions,
)
OF_THE_COLLECTION = (
    actors,
    aliases,
    affiliations,
    events,
    event_participants,
    event_places,
    event_outcomes,
    precedences,
    figures,
    figure_places,
    proposals,
    proposal_steps,
    proposal_places,
    utterances,
    reports,
    differences,
    reuse,
)

# What SQLAlchemy has no words for: a readable view for a person with a browser, and the full-text index.
READABLE_VIEW = """
CREATE VIEW IF NOT EXISTS readable AS
SELECT a.name AS article, a.outlet, a.published, coalesce(c.name, s.as_written) AS speaker, s.side, s.grade, s.said,
       substr(a.text, s.start + 1, s.end - s.start) AS words, s.mode, s.confidence, p.issue, p.option, p.stance,
       p.holder,
       substr(a.text, p.condition_start + 1, p.condition_end - p.condition_start) AS condition, p.condition_kind,
       p.linked, s.id AS statement
FROM statements s JOIN articles a ON a.id = s.article LEFT JOIN actors c ON c.id = s.actor
LEFT JOIN positions p ON p.statement = s.id AND p.held
ORDER BY coalesce(s.said, a.published), a.name, s.start
"""
NOTHING_CHANGED = tuple(
    f"CREATE TRIGGER IF NOT EXISTS {table}_no_{what} BEFORE {what} ON {table} "
    f"BEGIN SELECT RAISE(ABORT, '{table.replace('_', ' ')} are never changed'); END"
    for table in ("judgements", "saved_searches")
    for what in ("update", "delete")
)
SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(words, speaker, statement UNINDEXED, article UNINDEXED, "
    "tokenize = 'unicode61 remove_diacritics 2')"
)
