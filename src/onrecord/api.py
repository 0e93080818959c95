"""What a person can ask of onrecord, by the names of the command line. Each function calls one room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Unpack

from onrecord import analyse, code, date, pipeline, publish, settings, store, trace
from onrecord import attribute as attribution
from onrecord import serve as web_app
from onrecord.errors import InputError
from onrecord.model import Span
from onrecord.pipeline import Progress, Summary
from onrecord.store import Record

if TYPE_CHECKING:
    from onrecord.analyse import _linkage as linkage_room
    from onrecord.analyse import _movement as movement_room
    from onrecord.analyse import _networks as networks_room
    from onrecord.analyse import _packages as packages_room

SHOWN = publish.SHOWN
SAMPLE = Path(__file__).parent / "examples" / "coverage"


@dataclass(frozen=True, slots=True)
class Demo:
    """What `demo` made: the record's summary and the dossier's first page."""

    summary: Summary
    dossier: Path


@dataclass(frozen=True, slots=True)
class Imported:
    """What `judgements_import` did: how many judgements it added, how many usable ones the file holds, and what is
    wrong with the other lines."""

    added: int
    usable: int
    problems: tuple[InputError, ...]


def build(
    paths: Sequence[Path | str],
    record: Path | str,
    *,
    config: Path | str | None = None,
    codebook: Path | str | None = None,
    reader: str | None = None,
    processes: int | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = pipeline.quiet,
) -> Summary:
    """Read the coverage at `paths` (files, folders, "-" for `stdin`) into `record`, a new file or an existing record.

    `config` is an `onrecord.toml`, by default the one beside the coverage; `codebook` and `reader` ("model", the
    default, or "rules") take the place of those it names; `processes` is the number of cores by default. Articles that
    the record holds already, read by this version with these settings, are not read again. Raises InputError (or a
    kind of it) for a path, settings, codebook or record that cannot be used, and NothingToRead when no article came
    out.
    """
    sources = [Path(path) for path in paths]
    chosen = settings.load(Path(config)) if config else settings.find(sources)
    chosen = settings.with_choices(chosen, codebook=Path(codebook) if codebook else None, reader=reader)
    return pipeline.build(sources, Path(record), chosen, processes=processes, stdin=stdin, progress=progress)


def dossier(
    record: Path | str, folder: Path | str, *, since: str | None = None, progress: Progress = pipeline.quiet
) -> Path:
    """Write the record's pages into `folder` (new, empty, or an earlier dossier) and return the first page's path.

    What happened on the day `since` (ISO 8601) and after it is shown as new, by default the record's last seven days.
    Raises RecordError for a record that cannot be read, InputError for a folder that holds something else or a day that
    is none.
    """
    opened = Record(record)
    progress("writing pages", 0)
    return publish.dossier(opened, Path(folder), since)


def brief(record: Path | str, to: Path | str, *, since: str | None = None) -> Path:
    """Write two pages of what moved, what is new, what blocks and what is to come as `F.md` or `F.html`, every line
    with its reference; of the day `since` (ISO 8601) and after it, by default the record's last seven days.

    Raises RecordError for a record that cannot be read, InputError for a day that is none or a file that cannot be
    written.
    """
    return publish.brief(Record(record), Path(to), since)


def show(
    record: Path | str,
    what: str = SHOWN[0],
    *,
    side: str | None = None,
    issue: str | None = None,
    option: str | None = None,
    search: str | None = None,
    least_sure: bool = False,
) -> list[dict[str, Any]]:
    """A part of the record (one of `SHOWN`) as rows of plain values, narrowed to a side, an issue or option by its
    id, or some words; `option` may be written with its issue (`issue.option`).

    `least_sure` orders statements by the reader's confidence, the least sure first.

    Raises InputError when the record has no such part, side, issue or option.
    """
    return publish.show(
        Record(record), what, side=side, issue=issue, option=option, search=search, least_sure=least_sure
    )


def serve_record(
    record: Path | str,
    *,
    host: str = web_app.HOST,
    port: int = web_app.PORT,
    by: str | None = None,
    say: Callable[[str], None] = print,
) -> None:
    """Serve the record as a web app (docs/app.md) until it is interrupted; `say` is told the address when it is ready.

    `by` is whose judgements they are, by default whoever is logged in. Raises RecordError for what is no record,
    InputError for an address that cannot be had, OnrecordError where the extra `web` is not installed.
    """
    web_app.serve(Path(record), host=host, port=port, by=by, say=say)


def timeline(record: Path | str, *, top: int | None = None) -> list[dict[str, Any]]:
    """The events of a record in time as rows of plain values, those without any date last.

    With `top`, the so many that matter most by voices, change and centrality. Raises RecordError for a record that
    cannot be read.
    """
    return publish.timeline_rows(Record(record), top)


def export(record: Path | str, to: Path | str) -> int:
    """Write the record as `F.jsonl`, `F.csv`, `F.positions.jsonl`, `F.articles.jsonl`, `F.differences.jsonl`
    or `F.naming.jsonl`; return the number of rows."""
    return publish.export(Record(record), Path(to))


def attribute_file(
    articles: Path | str, output: Path | str, *, reader: str | None = None, progress: Progress = pipeline.quiet
) -> attribution.Summary:
    """Find who said what in the texts of a JSON Lines file (`id`, `text`) and write `id`, `attributions` a line.

    Offsets count in `text` exactly as given; `reader` is "model" or "rules". Raises InputError when the file cannot be
    read, NothingToRead when no row can be used; a row that can't be used is left out and named in `problems`.
    """
    return attribution.attribute_file(
        Path(articles),
        Path(output),
        reader=attribution.reader(_reader(reader)),
        progress=lambda rows: progress("reading texts", rows),
    )


def trace_file(articles: Path | str, output: Path | str, *, progress: Progress = pipeline.quiet) -> trace.Summary:
    """Find the passages that the articles of a JSON Lines file share (`id`, `text`; `outlet`, `published` and others
    where known) and write a line for each pair: `a`, `b`, `containment_a`, `containment_b`, `passages`, `first`, `why`.

    Offsets count in `text` exactly as given. Raises InputError when the file cannot be read, NothingToRead when no row
    can be used; a row that can't be used is left out and named in `problems`.
    """
    return trace.trace_file(Path(articles), Path(output), progress=progress)


def date_file(articles: Path | str, output: Path | str, *, progress: Progress = pipeline.quiet) -> date.Summary:
    """Find the expressions of time in the texts of a JSON Lines file (`id`, `text`, `published` or null) and write
    `id`, `times` (TIMEX3: `start`, `end`, `type`, `value`) and `document` (`value`, `basis`) a line.

    Offsets count in `text` exactly as given. Raises InputError when the file cannot be read, NothingToRead when no row
    can be used; a row that can't be used is left out and named in `problems`.
    """
    return date.date_file(Path(articles), Path(output), progress=lambda rows: progress("reading texts", rows))


def demo(folder: Path | str, *, coverage: Path | str = SAMPLE, progress: Progress = pipeline.quiet) -> Demo:
    """Build `folder`/sample.onrecord and `folder`/dossier from the sample coverage, an invented negotiation."""
    if not Path(coverage).is_dir():
        raise InputError(
            "the sample coverage is not there.", path=coverage, advice="It lies in the project's folder examples/."
        )
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    summary = build([coverage], folder / "sample.onrecord", progress=progress)
    return Demo(summary, dossier(summary.record, folder / "dossier", progress=progress))


def codebook_new(file: Path | str) -> Path:
    """Write a codebook to start from, with comments that tell what to change, and return its path.

    Raises CodebookError when the file is there already: nothing is overwritten.
    """
    return code.new(Path(file))


def codebook_check(
    file: Path | str,
    record: Path | str | None = None,
    *,
    reader: str | None = None,
    progress: Progress = pipeline.quiet,
) -> tuple[code.Finding, ...]:
    """What is wrong with a codebook (a file, or a shipped one's name) or worth a look, faults first.

    With a record, also which options nothing that is said in it mentions, and which never come without another.
    Raises CodebookError for a file that is no codebook, RecordError for a record that cannot be read.
    """
    book = code.codebook(Path(file))
    contents = None
    if record is not None:
        opened = Record(record)
        spans: dict[str, list[Span]] = {}
        for statement in opened.statements():
            spans.setdefault(statement.article, []).extend(statement.attribution.content)
        contents = [(article.text, tuple(spans.get(article.id, ()))) for article in opened.articles()]
    return code.check(book, contents, reader=_reader(reader), progress=progress)


def codebook_suggest(record: Path | str, *, progress: Progress = pipeline.quiet) -> tuple[code.SuggestedIssue, ...]:
    """Issues and options that the statements of a record speak of most, with sentences that show it, the most first.

    `codebook_draft` makes a codebook's file of them. Raises RecordError for a record that cannot be read.
    """
    opened = Record(record)
    return code.suggest(opened.articles(), opened.statements(), progress)


def codebook_draft(suggested: Sequence[code.SuggestedIssue], name: str) -> str:
    """Suggested issues as the text of a codebook of this name, for a person to go on with.

    Raises ValueError when nothing was suggested.
    """
    return code.draft(suggested, name)


def codebook_try(
    sentence: str, *, codebook: Path | str | None = None, speaker: str | None = None, reader: str | None = None
) -> code.Trial:
    """Code one sentence as a build would: how it was heard, each position with the words that decided it, and options
    that it mentions without a stance.

    With a `speaker` ("Foreign Minister Ann Lee of Orlund") the sentence is what they said, word for word; without, it
    is looked at for who says what, and if nobody does it is said by somebody unnamed. Raises CodebookError as `build`
    does, InputError for a sentence without a word.
    """
    if not any(map(str.isalnum, sentence)):
        raise InputError("there is no word in it.", path="the sentence", advice="Give one, in quotation marks.")
    book = code.codebook(Path(codebook) if codebook else None)
    return code.attempt(sentence, book, speaker=speaker, reader=_reader(reader))


def codebook_try_file(
    file: Path | str,
    *,
    codebook: Path | str | None = None,
    speaker: str | None = None,
    reader: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = pipeline.quiet,
) -> tuple[code.Trial, ...]:
    """Code the sentences of a text file ("-" for `stdin`), a line each, as `codebook_try` does one; empty lines are
    passed over.

    Raises InputError for a file that cannot be read, NothingToRead for one without a sentence, CodebookError as
    `build` does.
    """
    book, found = code.codebook(Path(codebook) if codebook else None), code.sentences(Path(file), stdin)
    trials = []
    for done, sentence in enumerate(found, 1):
        trials.append(code.attempt(sentence, book, speaker=speaker, reader=_reader(reader)))
        progress("coding sentences", done)
    return tuple(trials)


def networks(source: networks_room.Source, **asked: Unpack[networks_room.Asked]) -> networks_room.Found:
    """Who sides with whom, or which options go together: a network with its communities.

    `source` is a record, a `.dna` file of the Discourse Network Analyzer, a table (`.csv`, `.tsv`) or rows of plain
    values with `side` or `actor`, `option` and `value`; docs/networks.md tells the choices. The result has `nodes()`,
    `ties()`, `matrix()`, `chart()` and `write("F.graphml")`. Raises InputError, which names the row and the field.
    """
    from onrecord.analyse import _networks  # graphs and charts take a second to load

    return _networks.ask(source, **asked)


def networks_polarisation(
    source: networks_room.Source,
    *,
    days: int | None = None,
    number: int | None = None,
    **asked: Unpack[networks_room.Asked],
) -> list[dict[str, Any]]:
    """How far speakers fall into camps, in windows of so many days or of so many claims (`number`): a row for each,
    with what chance alone would give.

    Raises InputError as `networks` does.
    """
    from onrecord.analyse import _networks

    return [asdict(one) for one in _networks.ask_polarisation(source, days, number, **asked)]


def networks_dna(record: Path | str, to: Path | str, **asked: Unpack[networks_room.Asked]) -> int:
    """Write a record as a file that the Discourse Network Analyzer opens, and return the number of its claims.

    Raises InputError for what is no record, and when the file cannot be written.
    """
    from onrecord.analyse import _networks

    return _networks.ask_dna(record, to, **asked)


def outcomes(
    source: Path | str | Iterable[Mapping[str, Any]],
    *,
    models: Sequence[str] = (),
    what_if: Sequence[str] = (),
    draws: int = 0,
    seed: int = 1,
) -> list[dict[str, Any]]:
    """Where the issues of a negotiation could end: a row for each issue and model, with its 80 % interval and the error
    that the model was measured to have.

    `source` is a table (a file, or rows with `issue`, `actor`, `position` from 0 to 100 and what else docs/outcomes.md
    names) or a record. `models` are all by default; `what_if` are changes, as "Orlund:troops:position=60"; with
    `draws`, positions are drawn so many times by their spread. Raises InputError, which names the row and the field.
    """
    return outcomes_found(source, models=models, what_if=what_if, draws=draws, seed=seed).rows


def outcomes_found(
    source: Path | str | Iterable[Mapping[str, Any]],
    *,
    models: Sequence[str] = (),
    what_if: Sequence[str] = (),
    draws: int = 0,
    seed: int = 1,
) -> analyse.outcomes.Outcomes:
    """The same with `rows`, `csv()`, `chart()` and `write("F.csv")`, as the other analyses give it."""
    changes = [analyse.outcomes.change(one) for one in what_if]
    return analyse.outcomes.found(_negotiation(source), models, changes, draws, seed)


def outcomes_measured_on() -> str:
    """In words, the decisions that the errors of `outcomes` were measured on."""
    return analyse.outcomes.fit().measured_on


def outcomes_table(
    source: Path | str | Iterable[Mapping[str, Any]], to: Path | str, *, what_if: Sequence[str] = ()
) -> Path:
    """Write the table that `outcomes` works on, to be edited, as CSV or by its ending as YAML, and return its path.

    From a record it is written as far as it is known, as CSV. Raises InputError, RecordError.
    """
    if not what_if and isinstance(source, Path | str) and analyse.outcomes.is_record(Path(source)):
        analyse.outcomes.write_draft(Path(source), Path(to))
    else:
        analyse.outcomes.write(_changed(source, what_if), Path(to))
    return Path(to)


def outcomes_chart(
    source: Path | str | Iterable[Mapping[str, Any]],
    to: Path | str,
    *,
    models: Sequence[str] = (),
    what_if: Sequence[str] = (),
) -> Path:
    """Draw positions, outcomes and intervals by the ending of `to`, as `F.svg`, say, and return its path.

    Raises InputError as `outcomes` does.
    """
    from onrecord.analyse._written import PICTURES, ending

    ending(Path(to), PICTURES)
    outcomes_found(source, models=models, what_if=what_if).write(to)
    return Path(to)


def packages(
    source: Path | str | Iterable[Mapping[str, Any]],
    *,
    conditions: Path | str | Iterable[Mapping[str, Any]] | None = None,
    must: Sequence[str] = (),
) -> packages_room.Packages:
    """Packages over several issues that all who `must` agree accept, those that bargaining theory singles out first;
    where there is none, the fewest concessions that would make one acceptable.

    `source` is a table as for `outcomes`; `conditions` (a file or rows: `actor`, `option`, `needs`, as "ISSUE=OPTION")
    tie issues to each other. The result has `rows()`, `values()`, `chart()` and `write("F.csv")`. Raises InputError,
    which names the row and the field.
    """
    from onrecord.analyse import _packages  # the solver takes a second to load

    table = Path(source) if isinstance(source, str) else source
    ties = Path(conditions) if isinstance(conditions, str) else conditions or ()
    return _packages.found(table, ties, must)


def movement(
    source: movement_room.Source, *, window: int | None = None, wrong: float | None = None
) -> movement_room.Movement:
    """Where sides moved: changes that a text announces, and those that the statements before and after a day show.

    `source` is a record, a table (`.csv`, `.tsv`) or rows of plain values with `date`, `side`, `option` and `stance`.
    `window` is how many days are compared (60), `wrong` the share of the changes shown that may be chance (0.1). The
    result has `moves()`, `stances()`, `chart()` and `write("F.svg")`. Raises InputError naming row and field.
    """
    from onrecord.analyse import _movement  # statistics and charts take a second to load

    usual = _movement.Choice()
    choice = _movement.Choice(usual.window if window is None else window, usual.wrong if wrong is None else wrong)
    return _movement.found(source, choice)


def linkage(source: linkage_room.Source) -> linkage_room.Linkage:
    """Which options wait for which others, by whose conditions; deadlocks; and an order that breaks the fewest.

    `source` is a record, a table (`.csv`, `.tsv`) or rows of plain values with `side`, `option` and `needs`. The result
    has `rows()`, `values()`, `chart()` and `write("F.svg")`. Raises InputError naming row and field.
    """
    from onrecord.analyse import _linkage  # graphs and charts take a second to load

    return _linkage.found(source)


def judgements_list(record: Path | str) -> list[dict[str, Any]]:
    """The log of what people decided, by time, as rows of plain values: when, who, what of which words, why.

    It reads records of other versions of onrecord, too. Raises RecordError for what is no record.
    """
    return publish.judgement_rows(store.judgements_in(Path(record)))


def judgements_conflicts(record: Path | str) -> list[dict[str, Any]]:
    """Judgements that don't agree with each other, or with what the machine says by now, as rows of plain values.

    Raises RecordError for a record that cannot be read.
    """
    return publish.conflict_rows(Record(record).conflicts())


def judgements_agreement(record: Path | str, one: str, other: str) -> tuple[analyse.review.Agreement, ...]:
    """How far two people agree on the statements that both judged: percent, Cohen's κ and Krippendorff's α of each
    variable, with the list of what they differ on.

    Raises RecordError for a record that cannot be read, InputError for somebody who judged nothing in it.
    """
    return analyse.review.agreement(record, one, other)


def judgements_export(record: Path | str, to: Path | str) -> int:
    """Write the log as JSON Lines, for `judgements_import` into another record; how many judgements it has.

    It reads records of other versions of onrecord, too. Raises RecordError for what is no record, InputError when the
    file cannot be written.
    """
    return store.write_lines(store.judgements_in(Path(record)), Path(to))


def judgements_import(record: Path | str, file: Path | str) -> Imported:
    """Add the judgements of such a file to a record's log, without those that it holds already.

    A line that can't be used is left out and named in `problems`. Raises InputError for a file that cannot be read,
    NothingToRead when none of its lines can be used, RecordError for a record that cannot be written to.
    """
    lines = store.read_lines(Path(file))
    return Imported(store.judge(Path(record), lines.judgements), len(lines.judgements), lines.problems)


def _changed(source: Path | str | Iterable[Mapping[str, Any]], what_if: Sequence[str]) -> analyse.outcomes.Table:
    table, changes = _negotiation(source), [analyse.outcomes.change(one) for one in what_if]
    return analyse.outcomes.changed(table, changes) if changes else table


def _negotiation(source: Path | str | Iterable[Mapping[str, Any]]) -> analyse.outcomes.Table:
    return analyse.outcomes.table(Path(source) if isinstance(source, str) else source)


def _reader(chosen: str | None) -> str:
    return settings.with_choices(settings.Settings(), reader=chosen).attribution.reader
