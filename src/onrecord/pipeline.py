"""The whole flow on one page: from coverage to the record.

gather → read → attribute → resolve → code → date      an article at a time, in one process or many
resolve across articles → trace → events, proposals    the collection, from what was read of each article
                        → where articles differ
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from itertools import islice, repeat
from pathlib import Path
from typing import BinaryIO, TypeVar

from onrecord import analyse, code, date, gather, resolve, syntax, trace
from onrecord.attribute import reader
from onrecord.errors import NothingToRead, Unreadable
from onrecord.model import Dated, Document, Reading, SetAside, Speaker
from onrecord.read import read
from onrecord.settings import Settings
from onrecord.store import Record, Writer

NAMED = 6  # sides and sticking points that a summary names
AT_ONCE = 16  # documents handed to each process at a time; bounds memory

T = TypeVar("T")
Progress = Callable[[str, int], None]  # what is being done, and how many are done


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did: `read` articles were new or changed, `kept` were in the record already.

    `stale` ones of an earlier build were read by another version or with other settings, such as another codebook.
    `quoted` statements hold words in quotation marks, `unnamed` ones rest on unnamed sources; `copies` are pairs of
    articles that share passages; `problems` are stages that failed on an article that was kept; `sticking` names the
    hardest options.
    """

    record: Path
    read: int
    kept: int
    stale: int
    set_aside: tuple[SetAside, ...]
    articles: int
    outlets: int
    statements: int
    quoted: int
    unnamed: int
    positions: int
    options: int
    sides: tuple[str, ...]
    sticking: tuple[str, ...]
    actors: int
    copies: int
    events: int
    problems: int


def quiet(_stage: str, _done: int) -> None:
    """Tell nobody how far it is."""


def build(
    paths: Sequence[Path],
    out: Path,
    settings: Settings,
    *,
    processes: int | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = quiet,
) -> Summary:
    """Read the coverage at `paths` into the record `out`: `onrecord.build` with its settings found."""
    sources = tuple(sorted(paths))
    found = gather.gather(sources, settings, stdin)
    made_with = _account(settings)
    with Writer(out) as writer:
        writer.about(made_with)
        read_count, kept, aside = _read_all(writer, found, settings, _hash(made_with), processes, progress)
        writer.set_aside(aside, under=sources)
        if not writer.holds_articles():
            advice = _first_reason(aside)
            raise NothingToRead("no article could be read from it.", path=" ".join(map(str, paths)), advice=advice)
        if not writer.collected():
            collect(writer, settings, progress)
        stale = writer.stale(_hash(made_with))
        writer.finish()
    return _summary(Record(out), read_count, kept, stale, aside)


def _read_all(
    writer: Writer,
    found: Iterable[Document | SetAside],
    settings: Settings,
    fingerprint: str,
    processes: int | None,
    progress: Progress,
) -> tuple[int, int, tuple[SetAside, ...]]:
    """Read what the record doesn't hold yet; how many articles were read and how many kept, and what was set aside."""
    known = writer.known(fingerprint)
    aside: list[SetAside] = []
    seen: dict[str, str] = {}

    def documents() -> Iterator[Document]:
        for one in found:
            if isinstance(one, SetAside):
                aside.append(one)
            elif one.id in seen:
                aside.append(SetAside(one.name, one.path, f"the same, word for word, as {seen[one.id]}"))
            else:
                seen[one.id] = one.name
                if one.id not in known:
                    yield one

    read_count = 0
    for result in _each(documents(), settings, processes or os.cpu_count() or 1):
        if isinstance(result, SetAside):
            aside.append(result)
        else:
            writer.add(result, fingerprint)
            read_count += 1
            progress("reading articles", read_count)
    return read_count, len(known & seen.keys()), tuple(aside)


def read_document(document: Document, settings: Settings) -> Reading | SetAside:
    """All that one article says, looked at alone. A stage that fails costs its own part, not the article."""
    try:
        article = read(document)
    except Unreadable as error:
        return SetAside(document.name, document.path, error.problem)
    except Exception as error:  # one bad article never stops the others
        return SetAside(document.name, document.path, f"reading it failed ({_named(error)})")
    problems: list[str] = []

    def stage(name: str, run: Callable[[], T]) -> T | None:
        try:
            return run()
        except Exception as error:  # as above
            problems.append(f"{name} failed ({_named(error)})")
            return None

    lexicon, codebook = resolve.lexicon(settings.actors.files), _codebook(settings.codebook.file)
    text, paragraphs = article.text, [paragraph.span for paragraph in article.paragraphs]
    passages = stage("parsing", lambda: syntax.parse(text, paragraphs)) or ()
    attributions = stage("attribution", lambda: reader(settings.attribution.reader)(text, passages)) or ()
    resolved = stage("resolving speakers", lambda: resolve.refer(article, passages, attributions, lexicon))
    referents, speakers = resolved or ((), tuple(Speaker(None, None, None) for _ in attributions))
    reading = Reading(article, attributions, referents, speakers)
    positions = stage("coding", lambda: code.positions(reading, passages, codebook, lexicon))
    coded = replace(reading, positions=positions or tuple(() for _ in attributions))
    told = stage("coding what is told", lambda: code.told(coded, passages, codebook, lexicon)) or coded
    said = stage("dating", lambda: date.said(article, passages, told.attributions, told.speakers))
    speaks_of = stage("dating", lambda: date.about(article, passages, told.attributions, said or ()))
    bounds = stage("bounding the date", lambda: date.limits(passages))
    events = stage("finding events", lambda: date.events(article, passages, referents, lexicon)) or ()
    told_of = stage("finding outcomes", lambda: date.outcomes(events, passages, attributions, speakers, referents))
    events = told_of or events
    chains = stage("tracing sources", lambda: trace.chains(told, passages, lexicon))
    figures = stage("finding figures", lambda: code.figures(article, passages, attributions))
    proposals = stage(
        "finding proposals",
        lambda: date.steps(article, passages, code.proposals(article, passages, attributions, referents)),
    )
    reading = replace(
        told,
        said=said or tuple(Dated() for _ in told.attributions),
        about=speaks_of or tuple(Dated() for _ in told.attributions),
        events=events,
        bounds=bounds or (),
        figures=figures or (),
        proposals=proposals or (),
        chains=chains or (),
    )
    return replace(reading, problems=tuple(problems))


def collect(writer: Writer, settings: Settings, progress: Progress) -> None:
    """What needs the whole collection: who is who across articles, copies, events, figures, proposals,
    and where articles differ."""
    lexicon = resolve.lexicon(settings.actors.files)
    readings = tuple(Record(writer.path).readings())
    progress("joining actors across articles", len(readings))
    actors, identity = resolve.cast(((r.article.id, r.referents) for r in readings), lexicon)
    by_id = {actor.id: actor for actor in actors}
    statements = [s for reading in readings for s in resolve.statements(reading, identity, by_id)]
    progress("looking for copies", len(readings))
    reuse = trace.reuse(reading.article for reading in readings)
    utterances = trace.utterances(statements, {r.article.id: r.article for r in readings})
    articles, told = {r.article.id: r.article for r in readings}, {r.article.id: r.events for r in readings}
    events = date.merge(((id, mention) for id in told for mention in told[id]), identity, articles, actors)
    precedences = date.order(articles, {r.article.id: r.bounds for r in readings}, events, told)
    figures, proposals = code.same_figures(readings), code.same_proposals(readings, identity)
    progress("comparing articles", len(readings))
    differences = analyse.differences(readings, statements, actors, identity, reuse, events, figures, proposals)
    progress("writing the record", len(readings))
    writer.collect(actors, statements, events, reuse, figures, proposals, utterances, differences, precedences)


def _each(documents: Iterable[Document], settings: Settings, processes: int) -> Iterator[Reading | SetAside]:
    """Read documents in one process or many; results come in the order of the documents."""
    if processes == 1:
        yield from (read_document(document, settings) for document in documents)
        return
    stream = iter(documents)
    pool = _pool(processes)
    try:
        while batch := list(islice(stream, processes * AT_ONCE)):
            done = 0
            try:
                for result in pool.map(read_document, batch, repeat(settings)):
                    done += 1
                    yield result
            except BrokenProcessPool:
                yield from (_alone(document, settings) for document in batch[done:])
                pool = _pool(processes)
    finally:
        pool.shutdown()


def _pool(processes: int) -> ProcessPoolExecutor:
    # Spawned, not forked: a fork of a process with threads (a progress bar has one) can hang.
    return ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"))


def _alone(document: Document, settings: Settings) -> Reading | SetAside:
    """Read a document in a process of its own, after one of a batch took its process down with it."""
    with _pool(1) as pool:
        try:
            return pool.submit(read_document, document, settings).result()
        except BrokenProcessPool:
            return SetAside(document.name, document.path, "the process that read it was ended (out of memory?)")


@cache
def _codebook(path: Path | None) -> code.Codebook:
    return code.codebook(path)


def _account(settings: Settings) -> Mapping[str, str]:
    """How the record is made: everything that changes what is read, and nothing that doesn't.

    Raises SettingsError and CodebookError for an actor list and a codebook that can't be used, before any work is done.
    """
    resolve.lexicon(settings.actors.files)
    return {
        "onrecord": version("onrecord"),
        "reader": settings.attribution.reader,
        **syntax.versions(),
        "codebook": code.codebook(settings.codebook.file).source,
        "actor_lists": _hash([file.read_text(encoding="utf-8") for file in settings.actors.files]),
        "fields": settings.fields.model_dump_json(),
        "data_files": _shipped(),
    }


@cache
def _shipped() -> str:
    """A hash of the shipped data files, which a person may have changed."""
    content = hashlib.sha256()
    for file in sorted((Path(__file__).parent / "data").rglob("*.*")):
        content.update(file.read_bytes())
    return content.hexdigest()[:16]


def _hash(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:16]


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:300]


def _first_reason(aside: Sequence[SetAside]) -> str:
    return f"The first was set aside because: {aside[0].reason}" if aside else "Nothing there looks like coverage."


def _summary(record: Record, read_count: int, kept: int, stale: int, aside: tuple[SetAside, ...]) -> Summary:
    articles, statements, reuse = record.articles(), record.statements(), record.reuse()
    positions = [position for statement in statements for position in statement.positions]
    counted = analyse.cells(statements, articles, reuse, record.actors(), record.utterances())
    return Summary(
        record=record.path,
        read=read_count,
        kept=kept,
        stale=stale,
        set_aside=aside,
        articles=len(articles),
        outlets=len({article.outlet for article in articles if article.outlet}),
        statements=len(statements),
        quoted=sum(statement.attribution.mode in ("direct", "mixed") for statement in statements),
        unnamed=sum(statement.grade in ("unnamed official", "unnamed source") for statement in statements),
        positions=len(positions),
        options=len({(position.issue, position.option) for position in positions}),
        sides=counted.sides()[:NAMED],
        sticking=tuple(point.option for point in analyse.sticking_points(counted)[:NAMED]),
        actors=len(record.actors()),
        copies=len(reuse),
        events=len(record.events()),
        problems=len(record.problems()),
    )
