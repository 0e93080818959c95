"""What the command line prints: tables that fit a terminal for a person, JSON for a program."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.columns import Column, fitted, that_fit

if TYPE_CHECKING:
    from onrecord.code import Finding, SuggestedIssue, Trial
    from onrecord.pipeline import Summary

MARKS = {"support": "+", "oppose": "−", "conditional": "±", "unclear": "?"}
STYLES = {"support": "green", "oppose": "red", "conditional": "yellow", "unclear": "dim"}
REASONS_SHOWN = 3
HIDDEN_NAMED = 6  # columns that had no room, by name
# The columns that a terminal has room for (`--json` has all of them), where that is not every one.
COLUMNS = {
    "actors": ("actor", "kind", "side", "role", "statements"),
    "statements": ("published", "speaker", "side", "text", "positions"),
    "articles": ("published", "basis", "outlet", "title", "left_out"),
    "differences": ("relation", "kind", "about", "one", "other"),
    "naming": ("thing", "outlet", "name", "own", "quoted", "stories", "z"),
    "timeline": ("date", "event", "status", "participants", "place", "voices", "words"),
    "sentences": ("sentence", "speaker", "option", "stance", "by", "confidence"),
    "judgements": ("at", "by", "kind", "decided", "text"),
    "conflicts": ("conflict", "by", "decided", "others", "text"),
    "agreement": ("variable", "items", "percent", "kappa", "alpha"),
    "news": ("date", "actor", "side", "option", "before", "stance"),
}
TO_REVIEW = ("sure", "article", "speaker", "text")
# Columns that run over several lines; others are cut.
FOLDED = frozenset({"text", "sentence", "words", "reason", "title", "for", "against", "conditional"})
# The least width of columns that are of no use when cut.
WHOLE = {
    "published": 10,
    "issue": 14,
    "date": 10,
    "statements": 10,
    "confidence": 10,
    "sure": 6,
    "stance": 11,
    "before": 11,
    "positions": 16,
    "conditional": 12,
    "conflict": 16,
}
WIDEST = 26
# What steers a terminal instead of being shown: control characters and the halves of characters that file names of
# another encoding hold; and what turns the direction of text around it (the Unicode property Bidi_Control).
_BREAKS = re.compile(r"[\t-\r\x1c-\x1f\x85\u2028\u2029]")
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(words: str) -> str:
    """Words from outside as a line that steers no terminal: a break is a space, another control character �."""
    return _STEERING.sub("\ufffd", _BREAKS.sub(" ", words))


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
        click.echo(f"{name:<12}{plain(words)}")
    for item in done.set_aside[:REASONS_SHOWN]:
        click.echo(plain(f"onrecord: set aside: {item.name}: {item.reason}"), err=True)
    if len(done.set_aside) > REASONS_SHOWN:
        click.echo(plain(f"onrecord: … all of them: onrecord show {done.record} --set-aside"), err=True)
    if done.stale:
        words = "articles were read earlier with other settings or by another version; build them again to compare like"
        click.echo(f"onrecord: {done.stale:,} {words} with like", err=True)


def rows(
    what: str,
    found: Sequence[Mapping[str, Any]],
    *,
    narrowed: str = "",
    columns: Sequence[str] | None = None,
    as_json: bool,
) -> None:
    """Print rows as JSON Lines or as a table, of these columns or of those that the part has room for; nothing to show
    is said in words, with the options that `narrowed`."""
    if as_json:
        for row in found:
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    if not found:
        click.echo(
            plain(
                f"Nothing to show: no row of {what} fits {narrowed}."
                if narrowed
                else f"Nothing to show: {what} is empty."
            )
        )
        return
    columns = columns or COLUMNS.get(what, tuple(found[0]))
    # Text, not str: words from outside are never read as rich's markup.
    names = [Text(plain(column.replace("_", " "))) for column in columns]
    cells = [[_cell(one[column]) for column in columns] for one in found]
    console = Console()
    taken = [max(map(_width, column)) for column in zip(names, *cells, strict=True)]
    known = [_column(name, natural) for name, natural in zip(columns, taken, strict=True)]
    fit = that_fit(known, console.width)
    columns, names, cells, hidden = columns[:fit], names[:fit], [row[:fit] for row in cells], columns[fit:]
    widths = fitted(known[:fit], console.width)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column, name, width in zip(columns, names, widths, strict=True):
        folded = column in FOLDED
        table.add_column(name, no_wrap=not folded, overflow="fold" if folded else "ellipsis", width=width)
    for texts in cells:
        table.add_row(*texts)
    console.print(table)
    if hidden:
        shown = ", ".join(name.replace("_", " ") for name in hidden[:HIDDEN_NAMED])
        more = f" and {len(hidden) - HIDDEN_NAMED} more" if len(hidden) > HIDDEN_NAMED else ""
        console.print(Text(plain(f"not shown for want of room: {shown}{more} (a wider terminal, or --json)")))


def _width(cell: Text) -> int:
    return max(map(cell_len, cell.plain.split("\n")))


def _column(name: str, natural: int) -> Column:
    if name in FOLDED:
        return Column(natural, 0, folded=True)
    least = WHOLE.get(name, 0)
    return Column(max(least, min(natural, WIDEST)), least, folded=False)


def _cell(value: object) -> Text:
    if isinstance(value, Mapping):
        words = Text()
        for key, count in value.items():
            stance, _, unheard = str(key).partition(" ")  # "support", or "support (told)": not its own words
            shown = f"{MARKS[stance]}{count}"
            words.append(f"({shown}) " if unheard else f"{shown} ", style=STYLES[stance])
        return words
    if isinstance(value, list | tuple):
        return Text("\n" if value and isinstance(value[0], Mapping) else ", ").join(map(_item, value))
    return Text("–" if value is None else " ".join(plain(str(value)).split()))


def _item(value: object) -> Text:
    if isinstance(value, Mapping):
        stance = str(value["stance"])
        whose = f"{plain(value['holder'])}: " if value.get("holder") else ""
        return Text(f"{whose}{MARKS[stance]} {plain(value['option'])}", style=STYLES[stance])
    return Text(plain(str(value)))


def findings(found: Sequence[Finding], *, as_json: bool) -> None:
    """Print what a codebook's check found, a finding under its field, faults first."""
    if as_json:
        for finding in found:
            click.echo(json.dumps(asdict(finding), ensure_ascii=False))
        return
    for finding in found:
        click.echo(plain(f"{'fault' if finding.fault else 'look '}  {finding.field}"))
        click.echo(plain(f"       {finding.problem} {finding.advice}"))
    faults = sum(finding.fault for finding in found)
    click.echo(f"{faults} to mend, {len(found) - faults} to look at" if found else "Nothing is wrong with it.")


def suggested(issues: Sequence[SuggestedIssue], *, as_json: bool) -> None:
    """Print suggested issues and options with their examples, an issue a line of JSON."""
    if as_json:
        for issue in issues:
            click.echo(json.dumps(asdict(issue), ensure_ascii=False))
        return
    if not issues:
        click.echo("Nothing to suggest: no two articles speak of the same object of somebody's will.")
    for issue in issues:
        click.echo(plain(issue.name.upper()))
        for option in issue.options:
            sides = ", ".join(option.sides) or "no known side"
            click.echo(plain(f"  {option.name}  ({option.articles} articles; {sides})"))
            click.echo(plain(f"    finds it: {'; '.join(option.phrases)}"))
            for quoted in option.examples:
                place = f"{quoted.article} {quoted.span.start}-{quoted.span.end}"
                click.echo(plain(f"    {place}  {quoted.side or 'side unknown'}: {' '.join(quoted.text.split())}"))


def trial(tried: Trial, *, as_json: bool) -> None:
    """Print how a sentence was heard, its positions with the words that decided them, and what it only mentions."""
    if as_json:
        click.echo(json.dumps(asdict(tried), ensure_ascii=False))
        return
    for heard in tried.heard:
        side = f" (side: {heard.side})" if heard.side else ""
        click.echo(plain(f"{heard.speaker or 'somebody unnamed'}{side}, {heard.mode}: {heard.content}"))
    for one in tried.coded:
        holder = f"{one.speaker or 'somebody unnamed'} says {one.holder} would" if one.holder else ""
        click.echo(plain(f"{MARKS[one.stance]} {one.stance:<12}{one.issue}.{one.option}  {holder}".rstrip()))
        click.echo(plain(f"              why: {one.why}   confidence: {one.confidence:.2f}   by: {one.by}"))
        if one.condition:
            click.echo(plain(f"              condition: {one.condition}"))
    for named in tried.mentioned:
        click.echo(plain(f"  mentioned   {named.issue}.{named.option}  without a stance: {named.words}"))
    if not tried.coded and not tried.mentioned:
        click.echo("No option of the codebook is found in it.")


def trials(tried: Sequence[Trial], *, as_json: bool) -> None:
    """Print sentences as JSON Lines, or as a table with a row for each option that is coded or mentioned in one, and
    for each sentence in which none is."""
    if as_json:
        for one in tried:
            trial(one, as_json=True)
        return
    rows("sentences", [row for one in tried for row in _rows_of(one)], as_json=False)


def _rows_of(tried: Trial) -> list[dict[str, Any]]:
    blank: dict[str, Any] = {**dict.fromkeys(COLUMNS["sentences"]), "sentence": tried.sentence}
    coded: list[dict[str, Any]] = [
        {
            "speaker": one.holder or one.speaker,
            "option": f"{one.issue}.{one.option}",
            "stance": one.stance,
            "by": one.by,
            "confidence": f"{one.confidence:.2f}",
        }
        for one in tried.coded
    ]
    named: list[dict[str, Any]] = [
        {"option": f"{one.issue}.{one.option}", "stance": "mentioned"} for one in tried.mentioned
    ]
    return [blank | row for row in (*coded, *named)] or [blank]
