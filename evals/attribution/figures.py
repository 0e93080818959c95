"""The figures of each reader on a file of annotated articles: in all, by kind of speech, by outlet, by class of cue."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.attribution.cues import CLASSES, classes_of
from evals.attribution.matching import Row, match, read, scorer, speaker_right
from evals.attribution.processes import Told, in_own_process, start_up
from evals.attribution.readers import READERS, Plain
from evals.attribution.tables import aligned

KINDS = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class Recall:
    """Of so many gold units, the percent whose content was found, and found with the right speaker."""

    units: int
    content: float
    end_to_end: float

    def __str__(self) -> str:
        return f"{self.content:.1f} / {self.end_to_end:.1f}"


@dataclass(frozen=True, slots=True)
class Result:
    """One reader's figures: percent, articles per CPU-second, seconds, MB (10^6 bytes).

    `by_outlet` is end-to-end F1, empty where the articles name no outlet.
    """

    name: str
    content_f1: float
    end_to_end_f1: float
    direct_with_speaker: float
    by_kind: dict[str, Recall]
    by_class: dict[str, Recall]
    by_outlet: dict[str, float]
    articles_per_cpu_second: float
    start_up_seconds: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of all readers on the articles of one file."""

    gold: Path
    articles: int
    results: tuple[Result, ...]


def run(path: Path) -> Report:
    """Score all readers on a JSON Lines file of annotated articles."""
    rows = read(path)
    classes = {row["id"]: classes_of(row["text"], row["attributions"]) for row in rows}
    results = tuple(_result(name, rows, classes, in_own_process(name, path)) for name in READERS)
    return Report(path, len(rows), results)


def _result(name: str, rows: Sequence[Row], classes: Mapping[str, Sequence[str]], told: Told) -> Result:
    figures = scorer().score(rows, told.predicted)
    return Result(
        name=name,
        content_f1=figures["content"]["f1"],
        end_to_end_f1=figures["end_to_end"]["f1"],
        direct_with_speaker=figures["direct"]["with_speaker"],
        by_kind={kind: Recall(**figures["recall_by_kind"][kind]) for kind in KINDS},
        by_class=by_class(rows, classes, told.predicted),
        by_outlet=by_outlet(rows, told.predicted),
        articles_per_cpu_second=len(rows) / told.cpu_seconds,
        start_up_seconds=start_up(name),
        peak_mb=told.peak_mb,
    )


def by_class(
    rows: Sequence[Row], classes: Mapping[str, Sequence[str]], predicted: Mapping[str, list[Plain]]
) -> dict[str, Recall]:
    """Recall of gold units by the class of their cue; `classes` gives that of each attribution, by article."""
    units, content, end_to_end = Counter[str](), Counter[str](), Counter[str]()
    for row in rows:
        cut = [scorer().units(row["text"], [attribution]) for attribution in row["attributions"]]
        gold = [unit for its in cut for unit in its]
        named = [name for name, its in zip(classes[row["id"]], cut, strict=True) for _ in its]
        found = scorer().units(row["text"], predicted[row["id"]])
        matched = match(row["text"], gold, found)
        units.update(named)
        content.update(named[i] for i in matched)
        end_to_end.update(named[i] for i, j in matched.items() if speaker_right(gold[i], found[j]))
    return {
        name: Recall(units[name], 100 * content[name] / units[name], 100 * end_to_end[name] / units[name])
        for name in CLASSES
        if units[name]
    }


def by_outlet(rows: Sequence[Row], predicted: Mapping[str, list[Plain]]) -> dict[str, float]:
    """End-to-end F1 on the articles of each outlet, in percent."""
    outlets: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.get("outlet"):
            outlets[row["outlet"]].append(row)
    return {outlet: scorer().score(outlets[outlet], predicted)["end_to_end"]["f1"] for outlet in sorted(outlets)}


def table(report: Report) -> str:
    """The figures as tables of plain text."""
    tables = [
        f"{report.articles} articles of {report.gold.name}; recall by kind is end to end\n{aligned(_whole(report))}",
        f"recall by what the cue says, content / end to end\n{aligned(_classes(report))}",
    ]
    if report.results[0].by_outlet:
        tables.append(f"end-to-end F1 by outlet\n{aligned(_outlets(report))}")
    return "\n\n".join(tables)


def _whole(report: Report) -> list[list[str]]:
    costs = ["articles/CPU s", "start-up s", "peak MB"]
    rows = [["", "content F1", "end-to-end F1", "direct + speaker", *KINDS, *costs]]
    for r in report.results:
        recall = [r.by_kind[kind].end_to_end for kind in KINDS]
        percent = [f"{figure:.1f}" for figure in (r.content_f1, r.end_to_end_f1, r.direct_with_speaker, *recall)]
        costs = [f"{r.articles_per_cpu_second:.1f}", f"{r.start_up_seconds:.2f}", f"{r.peak_mb:.0f}"]
        rows.append([r.name, *percent, *costs])
    return rows


def _classes(report: Report) -> list[list[str]]:
    rows = [["", "units", *(r.name for r in report.results)]]
    for name, first in report.results[0].by_class.items():
        rows.append([name, str(first.units), *(str(r.by_class[name]) for r in report.results)])
    return rows


def _outlets(report: Report) -> list[list[str]]:
    head = ["", *(r.name for r in report.results)]
    outlets = report.results[0].by_outlet
    return [head, *([outlet, *(f"{r.by_outlet[outlet]:.1f}" for r in report.results)] for outlet in outlets)]
