"""What the command line prints: tables that fit a terminal for a person, JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from onrecord.pipeline import Summary

MARKS = {"support": "+", "oppose": "−", "conditional": "±", "unclear": "?"}
STYLES = {"support": "green", "oppose": "red", "conditional": "yellow", "unclear": "dim"}
REASONS_SHOWN = 3
# The columns that a terminal has room for (`--json` has all of them), where that is not every one.
COLUMNS = {
    "actors": ("actor", "kind", "side", "role", "statements"),
    "statements": ("published", "speaker", "side", "text", "positions"),
    "articles": ("published", "basis", "outlet", "title", "left_out"),
    "news": ("date", "actor", "side", "option", "before", "stance"),
}
FOLDED = {"text", "reason", "title", "for", "against", "conditional"}  # run over several lines; others are cut
# The least width of columns that are of no use when cut.
WHOLE = {"published": 10, "date": 10, "statements": 10, "stance": 11, "before": 11, "positions": 24, "conditional": 12}
WIDEST = 26


def summary(done: Summary, *, as_json: bool) -> None:
    """Say in ten lines what a build did, and warn on standard error of what was set aside."""
    if as_json:
        click.echo(json.dumps(asdict(done), default=str, ensure_ascii=False))
        return
    lines = {
        "record": str(done.record),
        "articles": f"{done.articles:,} from {done.outlets:,} outlets ({done.read:,} read now, {done.kept:,} before)",
        "statements": f"{done.statements:,}, {done.quoted:,} of them with words in quotation marks",
        "speakers": f"{done.actors:,} actors; {done.unnamed:,} statements rest on unnamed sources",
        "positions": f"{done.positions:,} on {done.options:,} options",
        "sides": ", ".join(done.sides) or "none found",
        "sticking": "; ".join(done.sticking) or "no option has sides against each other",
        "copies": f"{done.copies:,} pairs of articles share passages",
        "events": f"{done.events:,}",
        "set aside": f"{len(done.set_aside):,}" + (f"; {done.problems:,} stages failed" if done.problems else ""),
    }
    for name, words in lines.items():
        click.echo(f"{name:<12}{words}")
    for item in done.set_aside[:REASONS_SHOWN]:
        click.echo(f"onrecord: set aside: {item.name}: {item.reason}", err=True)
    if len(done.set_aside) > REASONS_SHOWN:
        click.echo(f"onrecord: … all of them: onrecord show {done.record} --set-aside", err=True)


def rows(what: str, found: Sequence[Mapping[str, Any]], *, as_json: bool) -> None:
    """Print rows as JSON Lines or as a table; nothing to show is said in words."""
    if as_json:
        for row in found:
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    if not found:
        click.echo(f"Nothing to show: the record holds no such {what.replace('-', ' ')}.")
        return
    columns = COLUMNS.get(what, tuple(found[0]))
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        folded = column in FOLDED
        table.add_column(
            column.replace("_", " "),
            no_wrap=not folded,
            overflow="fold" if folded else "ellipsis",
            min_width=WHOLE.get(column),
            max_width=None if folded else WIDEST,
        )
    for row in found:
        # Text, not str: words from outside are never read as rich's markup.
        table.add_row(*(_cell(row[column]) for column in columns))
    Console().print(table)


def _cell(value: object) -> Text:
    if isinstance(value, Mapping):
        words = Text()
        for stance, count in value.items():
            words.append(f"{MARKS.get(stance, stance)}{count} ", style=STYLES.get(stance, ""))
        return words
    if isinstance(value, list | tuple):
        return Text("\n" if value and isinstance(value[0], Mapping) else ", ").join(map(_item, value))
    return Text("–" if value is None else " ".join(str(value).split()))


def _item(value: object) -> Text:
    if isinstance(value, Mapping):
        stance = str(value["stance"])
        return Text(f"{MARKS[stance]} {value['option']}", style=STYLES[stance])
    return Text(str(value))
