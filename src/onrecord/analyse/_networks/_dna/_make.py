"""A file of the Discourse Network Analyzer from a record: articles, statements and who takes which stance."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from onrecord.analyse._networks._claims import BOOLEAN, Claim, Scale
from onrecord.analyse._networks._days import granularity
from onrecord.analyse._networks._dna._file import Dna, Row, Value, columns
from onrecord.analyse._networks._dna._offsets import Offsets
from onrecord.analyse._networks._dna._password import digest
from onrecord.analyse._networks._record import Coded
from onrecord.model import Article

PASSWORD = "onrecord"  # the program asks for one when it opens a file; it protects nothing
LONGEST = 190  # characters of a title or a name
VERSION = "3.0.7"
TYPE, CODER = 1, 1
NAMES = ("person", "organization", "concept")


@dataclass
class _Tables:
    """Rows by table, numbered as they come."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in columns()})
    entities: dict[tuple[int, str], int] = field(default_factory=dict)

    def add(self, table: str, *values: Value) -> int:
        number = len(self.rows[table]) + 1
        self.rows[table].append((number, *values))
        return number

    def entity(self, variable: int, name: str | None) -> int:
        """The number of a name of a variable; every variable has the empty name, for what is unknown."""
        key = (variable, short(name or ""))
        if key not in self.entities:
            self.entities[key] = self.add("ENTITIES", *key, 0, 0, 0, None)
        return self.entities[key]


def dna_of(coded: Sequence[Coded], articles: Sequence[Article], scale: Scale = BOOLEAN) -> Dna:
    """The tables of a file with these articles, and a statement for each claim at the place of its words.

    A statement stands from the first to the last word of its content, as the program knows one stretch of text only.
    The program dates statements by their document, and documents to the second: an article's date begins its day,
    month or year, and one that is unknown is 1 January 1970; its notes say so. Names and titles of over 190
    characters, which the program can't hold, are cut and told apart by a hash. The coder's password is "onrecord".
    """
    tables = _Tables()
    tables.rows["SETTINGS"] = [("date", "2022-06-10"), ("version", VERSION)]
    tables.add("CODERS", "Admin", 255, 255, 0, 0, 14, digest(PASSWORD, b"onrecord of talks"[:16]), *_PERMISSIONS)
    tables.add("STATEMENTTYPES", "DNA Statement", 239, 208, 51)
    variables = [tables.add("VARIABLES", name, "short text", TYPE) for name in NAMES]
    stance = tables.add("VARIABLES", "agreement", "boolean" if scale == BOOLEAN else "integer", TYPE)
    for variable in variables:
        tables.entity(variable, None)
    documents = {article.id: _document(tables, article) for article in articles}
    offsets = {article.id: Offsets(article.text) for article in articles}
    for one in coded:
        content, at = one.statement.attribution.content, offsets[one.statement.article]
        start, stop = at.units(content[0].start), at.units(max(span.end for span in content))
        number = tables.add("STATEMENTS", TYPE, documents[one.statement.article], start, stop, CODER)
        tables.add("DATABOOLEAN" if scale == BOOLEAN else "DATAINTEGER", number, stance, one.claim.value)
        for variable, name in zip(variables, _who_and_what(one.claim), strict=True):
            tables.add("DATASHORTTEXT", number, variable, tables.entity(variable, name))
    return Dna({name: tuple(rows) for name, rows in tables.rows.items()})


def short(name: str) -> str:
    """A name that fits, whole or cut with a hash of the whole."""
    name = name.replace("\x00", "�")
    if len(name) <= LONGEST:
        return name
    return f"{name[: LONGEST - 12]}… [{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}]"


def _who_and_what(claim: Claim) -> tuple[str | None, ...]:
    return claim.actor, claim.side, claim.option


def _document(tables: _Tables, article: Article) -> int:
    published = article.published.value
    known = granularity(published) if published else None
    notes = "" if known == "day" else f"Date of publication: {published or 'unknown'}."
    began = f"{published}-01-01"[:10] if published and known else "1970-01-01"
    seconds = int(datetime.fromisoformat(began).replace(tzinfo=UTC).timestamp())
    title, author, outlet = (
        short(text or "") for text in (article.title or article.name, article.author, article.outlet)
    )
    return tables.add("DOCUMENTS", title, article.text, CODER, author, outlet, "", notes, "", seconds)


_PERMISSIONS = (300, 0, 0, 1, *[1] * 16)
