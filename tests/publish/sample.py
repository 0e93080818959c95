"""A small record made by hand: two invented states talk about a river valley. Every span is found in its text."""

from __future__ import annotations

import re
from pathlib import Path

from onrecord import code
from onrecord.model import (
    Actor,
    Affiliation,
    Article,
    Attribution,
    ConditionKind,
    Dated,
    DateEvidence,
    Event,
    Grade,
    LeftOut,
    Mode,
    Paragraph,
    Position,
    Reading,
    Reuse,
    SetAside,
    Span,
    Speaker,
    Stance,
    Statement,
)
from onrecord.resolve import statement_id
from onrecord.store import Record, Writer

HOSTILE = 'Envoy says <script>alert("valley")</script> & \u202e"never"\u2069 </title>'
LEAGUE = 'The "Free Valley" <b>League</b>'

ACTORS = (
    Actor("a-brandt", "Ilsa Brandt", "person", "Varland", ("Brandt", "Ilsa Brandt", "Minister Brandt")),
    Actor("a-lund", "Vera Lund", "person", "Varland", ("Lund", "Vera Lund")),
    Actor("a-norrin", "Norrin", "state", "Norrin", ("Norrin", "the mediator")),
    Actor("a-ostrel", "Ostrel", "state", "Ostrel", ("Ostrel", "Ostrel's government")),
    Actor("a-pell", "Tomas Pell", "person", "Ostrel", ("Pell", "Tomas Pell", "Tomás Pell"), ()),
    Actor("a-silent", "Marek Dorn", "person", "Varland", ("Marek Dorn",)),
    Actor("../League", LEAGUE, "organisation", LEAGUE, ("the League", '"League"')),
    Actor("a-tessary", "Tessary", "state", "Tessary", ("Tessary",)),
    Actor("a-source", "a diplomat close to the talks", "unnamed", None, ()),
)


def article(name: str, paragraphs: tuple[str, ...], title: str | None, published: Dated, **more: object) -> Article:
    """An article whose first paragraph is its headline when it has a title."""
    spans, at = [], 0
    for number, paragraph in enumerate(paragraphs):
        spans.append(Paragraph(Span(at, at + len(paragraph)), "title" if title and number == 0 else "body"))
        at += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    return Article("art-" + name.partition(".")[0], name, f"coverage/{name}", text, tuple(spans), title,
                   published=published, **more)  # type: ignore[arg-type]  # fmt: skip


def spans(text: str, *pieces: str, beside: int = 0) -> tuple[Span, ...]:
    """Where some words stand, each after the one before, from the start of the paragraph that holds `beside`."""
    found, at = [], text.rfind("\n\n", 0, beside) + 1
    for piece in pieces:
        word = re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)").search(text, at)
        assert word, f"{piece!r} is not in the text"
        at = word.start()
        found.append(Span(at, word.end()))
    return tuple(found)


_NO_DATE = Dated()


def said(
    of: Article,
    source: tuple[str, ...],
    cue: tuple[str, ...],
    content: tuple[str, ...],
    mode: Mode = "direct",
    actor: str | None = None,
    side: str | None = None,
    grade: Grade | None = "named",
    on: Dated = _NO_DATE,
    positions: tuple[Position, ...] = (),
    confidence: float | None = None,
) -> Statement:
    """A statement of an article, its spans found by their words."""
    what = spans(of.text, *content)
    beside = what[0].start
    who, how = (spans(of.text, *words, beside=beside) for words in (source, cue))
    found = Attribution(who, how, what, mode, "by hand", confidence)
    as_written = " ".join(source) or None
    key = statement_id(of.id, found)
    return Statement(key, of.id, found, actor, as_written, side, grade, on, positions)


def position(
    of: Article,
    issue: str,
    option: str,
    stance: Stance,
    condition: str | None = None,
    confidence: float = 0.8,
    *,
    holder: str | None = None,
    kind: ConditionKind | None = None,
    linked: tuple[str, str] | None = None,
) -> Position:
    """A position, its condition found by its words."""
    where = spans(of.text, condition)[0] if condition else None
    return Position(issue, option, stance, where, confidence, "by hand", holder, kind, linked)


WIRE = article(
    "wire.html",
    (
        "Varland ready for a truce if Ostrel pulls back",
        "Varland would stop firing at once if Ostrel pulled its guns back from the Lenn, Foreign Minister Ilsa Brandt "
        "said on Tuesday.",
        "“We will not sign away a single village,” Brandt told reporters, “and nobody should ask us to.”",
        "Ostrel's envoy Tomas Pell said that Brandt had told him “the guns come first”, a claim Varland denies.",
    ),
    "Varland ready for a truce if Ostrel pulls back",
    Dated("2031-03-04", "metadata"),
    outlet="Meridian Wire",
    author="A. Reporter",
    url="https://wire.example/truce",
    date_evidence=(DateEvidence("metadata", "JSON-LD datePublished", "2031-03-04T09:00Z", "2031-03-04"),),
    left_out=(LeftOut("Subscribe to our <b>newsletter</b>", "newsletter", 0),),
    lost_quotations=("“This was in a pull quote.”",),
    notes=("read as windows-1252",),
)
TABLOID = article(
    "tabloid.txt",
    (
        HOSTILE,
        "Envoy Tomas Pell rejected the truce on Thursday. “There is no truce without recognition of the border,” "
        "he said.",
        "השליח אמר כי אין הסכם. 😀 e\u0301\x00 =1+1",
        "A diplomat close to the talks said monitors could be in place within a week.",
        "The League called recognition of the border treason.",
    ),
    HOSTILE,
    Dated("2031-03-06", "page"),
    outlet="The <i>Daily</i> Shout",
    url="javascript:alert(1)",
)
COPY = article(
    "copy.md",
    (
        "Varland would stop firing at once if Ostrel pulled its guns back from the Lenn, Foreign Minister Ilsa Brandt "
        "said.",
        "Brandt said on Friday that Varland now backed the truce without conditions.",
        "Norrin, which mediates, welcomed the offer and said it would send monitors.",
        "Ostrel wants the monitors kept away from its batteries.",
        "Brandt added that Ostrel would take a truce only in exchange for the shared dam, and that Tessary stood "
        "behind the border.",
        "Her deputy, Vera Lund, told a paper that two villages could be given up.",
    ),
    None,
    Dated(),
    outlet="Valley Mirror",
)
ARTICLES = (WIRE, TABLOID, COPY)
_TRUCE = "ceasefire", "immediate-ceasefire"
_IF = "if Ostrel pulled its guns back from the Lenn"
_OFFER = "Varland would stop firing at once if Ostrel pulled its guns back from the Lenn"

STATEMENTS = (
    said(WIRE, ("Foreign Minister Ilsa Brandt",), ("said",), (_OFFER,), "indirect", "a-brandt", "Varland",
         on=Dated("2031-03-04", "text"), positions=(position(WIRE, *_TRUCE, "conditional", _IF),), confidence=0.97),
    said(WIRE, ("Brandt",), ("told reporters",),
         ("“We will not sign away a single village,”", "“and nobody should ask us to.”"), "direct", "a-brandt",
         "Varland", positions=(position(WIRE, "territory", "withdrawal", "oppose", confidence=0.9),)),
    said(WIRE, ("Ostrel's envoy Tomas Pell",), ("said",), ("that Brandt had told him “the guns come first”",), "mixed",
         "a-pell", "Ostrel"),
    said(WIRE, ("Brandt had",), ("told him",), ("“the guns come first”",), "direct", "a-brandt", "Varland",
         confidence=0.4),
    said(TABLOID, ("Envoy Tomas Pell",), ("rejected",), ("the truce",), "indirect", "a-pell", "Ostrel",
         on=Dated("2031-03-05", "text"), positions=(position(TABLOID, *_TRUCE, "oppose"),)),
    said(TABLOID, ("he",), ("said",), ("“There is no truce without recognition of the border,”",), "direct", "a-pell",
         "Ostrel", positions=(
             position(TABLOID, *_TRUCE, "conditional", "without recognition of the border", kind="precondition",
                      linked=("territory", "recognition")),
             position(TABLOID, "territory", "recognition", "support"))),
    said(TABLOID, ("A diplomat close to the talks",), ("said",), ("monitors could be in place within a week",),
         "indirect", "a-source", None, "unnamed source",
         positions=(position(TABLOID, "ceasefire", "monitoring-mission", "unclear", confidence=0.3),)),
    said(TABLOID, ("The League",), ("called",), ("recognition of the border treason",), "indirect", "../League", LEAGUE,
         positions=(position(TABLOID, "territory", "recognition", "oppose"),)),
    said(COPY, ("Foreign Minister Ilsa Brandt",), ("said",), (_OFFER,), "indirect", "a-brandt", "Varland",
         positions=(position(COPY, *_TRUCE, "conditional", _IF),)),
    said(COPY, ("Brandt",), ("said on Friday",), ("that Varland now backed the truce without conditions",), "indirect",
         "a-brandt", "Varland", on=Dated("2031-03-07", "inferred"),
         positions=(position(COPY, *_TRUCE, "support"),)),
    said(COPY, ("Norrin, which mediates,",), ("said",), ("it would send monitors",), "indirect", "a-norrin", "Norrin",
         positions=(position(COPY, "ceasefire", "monitoring-mission", "support"),)),
    said(COPY, ("Ostrel",), ("wants",), ("the monitors kept away from its batteries",), "told", "a-ostrel", "Ostrel",
         "office", positions=(position(COPY, "ceasefire", "monitoring-mission", "oppose"),)),
    said(COPY, ("Brandt",), ("added",),
         ("that Ostrel would take a truce only in exchange for the shared dam, and that Tessary stood behind the "
          "border",), "indirect", "a-brandt", "Varland", positions=(
             position(COPY, *_TRUCE, "conditional", "in exchange for the shared dam", holder="Ostrel", kind="exchange",
                      linked=("water", "shared-dam")),
             position(COPY, "territory", "recognition", "support", holder="Tessary"))),
    said(COPY, ("Vera Lund",), ("told a paper",), ("that two villages could be given up",), "indirect", "a-lund",
         "Varland", positions=(position(COPY, "territory", "withdrawal", "support"),)),
    said(WIRE, (), ("denies",), ("a claim",), "indirect", None, None, None),
)  # fmt: skip

SETTINGS = {"outlets_by_address_and_by_the_name_of_the_file": '{"paths":["' + "a" * 80 + '"]}'}
REUSE = (
    Reuse(COPY.id, WIRE.id, 0.41, 0.38, ((Span(0, 60), spans(WIRE.text, _OFFER)[0]),), WIRE.id, "it has the date"),
)


EVENTS = (
    Event("e-sent", "announcement", ("a-norrin",), "the Lenn <valley>", Dated(), "planned",
          ((COPY.id, spans(COPY.text, "Norrin, which mediates, welcomed the offer")[0]),)),
    Event("e-told", "meeting", ("a-pell", "a-silent"), None, Dated("2031-03", "text"), "rumoured",
          ((WIRE.id, spans(WIRE.text, "Brandt had told him")[0]), (TABLOID.id, spans(TABLOID.text, "he said")[0]))),
)  # fmt: skip


def _with_role(actor: Actor, title: str, of: str, where: Article, words: str) -> Actor:
    role = Affiliation(title, of, where.id, spans(where.text, words)[0])
    return Actor(actor.id, actor.name, actor.kind, actor.side, actor.aliases, (role,))


def record(path: Path) -> Record:
    """The record in a new file at `path`."""
    with Writer(path) as writer:
        _fill(writer)
    return Record(path)


def _fill(writer: Writer) -> None:
    for one in ARTICLES:
        own = [statement for statement in STATEMENTS if statement.article == one.id]
        writer.add(
            Reading(
                article=one,
                attributions=tuple(statement.attribution for statement in own),
                speakers=tuple(Speaker(None, statement.as_written, statement.grade) for statement in own),
                said=tuple(statement.said for statement in own),
                positions=tuple(statement.positions for statement in own),
                problems=("dating failed (ValueError: year 0)",) if one is TABLOID else (),
            ),
            "by hand",
        )
    writer.set_aside([SetAside("menu<1>.html", "coverage/menu<1>.html", "holds no article, only a menu")])
    codebook = code.codebook(Path(__file__).with_name("valley.yaml"))
    writer.about({"codebook": codebook.source, "onrecord": "0 (by hand)", **SETTINGS})
    roles = {
        "a-brandt": ("foreign minister", "Varland", WIRE, "Foreign Minister Ilsa Brandt"),
        "a-pell": ("envoy", "Ostrel", WIRE, "Ostrel's envoy Tomas Pell"),
    }
    actors = [_with_role(actor, *roles[actor.id]) if actor.id in roles else actor for actor in ACTORS]
    writer.collect(actors, STATEMENTS, EVENTS, REUSE)
    writer.finish()
