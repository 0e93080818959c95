"""The brief as PDF, typeset by Typst from `templates/brief.typ`.

The text of a record goes in as JSON and is never markup. Only the typefaces that Typst brings along are used, no day
or time is noted and nothing is fetched, so that the same record gives the same bytes on every machine.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files
from importlib.util import find_spec
from itertools import product
from typing import TYPE_CHECKING, Any

from onrecord.errors import OnrecordError
from onrecord.publish._brief_lines import parts
from onrecord.publish._pages import plain
from onrecord.publish._views import Views
from onrecord.publish._words import LONG, SIGNS, STANCES, count, day, short

if TYPE_CHECKING:
    from typst import PDFStandards

PAGES = 2
SIZES = (10.5, 10.0, 9.5, 9.0)  # of the type, in points
FEWER = range(6)  # lines less in each part, where they do not fit the pages
ACCESSIBLE: PDFStandards = "ua-1"  # PDF/UA, by which a file is read aloud; it demands that every letter can be shown


def check() -> None:
    """Raise OnrecordError where the extra `pdf` is not installed."""
    if find_spec("typst") is None:
        advice = 'In the folder of the project: pip install ".[pdf]"'
        raise OnrecordError(f"a brief as PDF needs what is not installed: typst. {advice}")


def pdf(views: Views) -> bytes:
    """The brief on two pages: as many lines as fit them, in the largest type that fits."""
    for fewer, size in product(FEWER, SIZES):
        given = data(views, fewer)
        if pages(given, size) <= PAGES:
            break
    return typeset(given, size)


def data(views: Views, fewer: int = 0) -> dict[str, Any]:
    """What the template is given, in values that JSON knows; each part has `fewer` lines than it may have."""
    corpus, since, (lines, references) = views.corpus, views.lately.since, parts(views, fewer)
    told = [f"{count(corpus['articles'], 'article')} from {count(corpus['outlets'], 'outlet')}"]
    told.append(count(corpus["voices"], "independent voice"))
    told += [f"{day(corpus['first'])} to {day(corpus['last'])}"] if corpus["first"] else []
    return {
        "about": short(plain(views.codebook.name), LONG),
        "title": "Who stands where" + (f": since {day(since)}" if since else ""),
        "until": f"record to {day(corpus['last'])}" if corpus["last"] else "",
        "collection": ", ".join(told) + ".",
        "stances": [{"stance": stance, "name": name} for stance, name in STANCES.items()],
        "signs": SIGNS,
        "parts": [{"name": name, "lines": [asdict(line) for line in found]} for name, found in lines],
        "references": [asdict(one) for one in references],
    }


def pages(data: dict[str, Any], size: float) -> int:
    """The number of pages in a type of `size` points."""
    import typst

    given = _given(data, size)
    found = typst.query(_template(), "<pages>", field="value", one=True, ignore_system_fonts=True, sys_inputs=given)
    return int(json.loads(found))


def typeset(data: dict[str, Any], size: float) -> bytes:
    """The pages as PDF/UA. Where the typefaces lack a letter they show a crossed box and say so, and are plain PDF."""
    import typst

    try:
        return _compiled(_given(data, size), ACCESSIBLE)
    except typst.TypstError:
        return _compiled(_given(data | {"boxes": True}, size), [])


def _compiled(given: dict[str, str], standards: PDFStandards) -> bytes:
    import typst

    return typst.compile(
        _template(), format="pdf", ignore_system_fonts=True, sys_inputs=given, pdf_standards=standards, timestamp=0
    )


def _template() -> bytes:
    return files("onrecord.publish").joinpath("templates", "brief.typ").read_bytes()


def _given(data: dict[str, Any], size: float) -> dict[str, str]:
    text = json.dumps(data, ensure_ascii=False).encode("utf-8", errors="replace").decode("utf-8")
    return {"brief": text, "size": str(size)}
