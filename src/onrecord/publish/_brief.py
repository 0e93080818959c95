"""The brief: what moved, what is new, what blocks and what is to come, on two pages, every line with its reference."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from markupsafe import Markup

from onrecord.errors import InputError
from onrecord.publish._brief_lines import parts
from onrecord.publish._brief_pdf import check, pdf
from onrecord.publish._pages import environment, plain
from onrecord.publish._views import Views
from onrecord.store import Record

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~!&$])")


def brief(record: Record, path: Path, since: str | None = None) -> Path:
    """Write the brief of a record as Markdown (`F.md`), HTML (`F.html`) or PDF (`F.pdf`), of what happened on the day
    `since` (ISO 8601) and after it, by default in the record's last seven days.

    The same record gives the same bytes. Raises InputError for another ending, a day that is none, or a file that
    cannot be written, OnrecordError where a PDF is asked for and the extra `pdf` is not installed.
    """
    form = FORMS.get(path.suffix.lower())
    if form is None:
        raise InputError("a brief has no such form.", path=path, advice=f"The name can end on {', '.join(FORMS)}.")
    if form is pdf:
        check()
    made = form(Views(record, since and checked(since)))
    try:
        path.write_bytes(made)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}.", path=path) from error
    return path


def checked(since: str) -> str:
    """A day as ISO 8601. Raises InputError when it is none."""
    try:
        return date.fromisoformat(since).isoformat()
    except ValueError as error:
        raise InputError(f"{since!r} is no day.", path="--since", advice="Write it as 2024-03-31.") from error


def _rendered(template: str, views: Views) -> bytes:
    templates = environment()
    templates.filters["md"] = _markdown
    lines, references = parts(views)
    given = {"views": views, "corpus": views.corpus, "parts": lines, "references": references, "css": Markup(_CSS)}
    return templates.get_template(template).render(given).encode("utf-8", errors="replace")


FORMS: dict[str, Callable[[Views], bytes]] = {
    ".md": partial(_rendered, "brief.md"),
    ".html": partial(_rendered, "brief.html"),
    ".pdf": pdf,
}


def _markdown(text: object) -> Markup:
    """Text from outside on one line of Markdown in which nothing of it is markup."""
    return Markup(_SPECIAL.sub(r"\\\1", plain(str(text))))


_CSS = """
body { font: 11pt/1.45 Georgia, "Noto Serif", "DejaVu Serif", serif; max-width: 44rem; margin: 2rem auto;
  padding: 0 1rem; color: #1d1c1a; background: #fff; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; } h2 { font-size: 1.1rem; margin: 1.4rem 0 .4rem; }
p, li { margin: 0 0 .45rem; } ul, ol { margin: 0; padding-left: 1.3rem; }
.quoted { color: #4a4843; } a { color: #1f4e79; } .references { font-size: .85em; }
@media print { body { font-size: 9.5pt; margin: 0; max-width: none; } li { break-inside: avoid; } }
"""
