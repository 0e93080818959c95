"""The dossier: a folder of static pages in which every entry leads to the words that it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

from onrecord import trace
from onrecord.errors import InputError
from onrecord.model import Basis
from onrecord.publish._folder import Folder
from onrecord.publish._pages import environment
from onrecord.publish._passages import passages
from onrecord.publish._said import Said
from onrecord.publish._standing import Standing
from onrecord.publish._views import Views
from onrecord.publish._words import safe_id
from onrecord.store import Record

COLUMNS = 8  # sides in the matrix; more do not fit on a page, and are listed under it
LINES = 3  # options that a cell of the matrix shows
CHANGES = 12  # of each kind of news
LATEST = 5  # statements on the overview
STICKING = 8  # options that block
CAMP = 3  # sides of each camp with their words; the sentence names them all

Page = tuple[str, str, dict[str, Any]]  # file, template, what the template is given
_NOT_SHOWN = ("codebook", "collected")  # the codebook has its own place; the other is a note of the store to itself
_STATIC = ("dossier.css", "dossier.js")


def dossier(record: Record, folder: Path) -> Path:
    """Write the dossier of a record and return the path of its first page.

    Pages of an earlier dossier in the folder are replaced. The same record gives the same bytes. Raises InputError
    when the folder holds something else than a dossier or cannot be written to.
    """
    views = Views(record)
    try:
        _write(views, Folder(folder))
    except OSError as error:
        raise InputError(f"cannot be written to: {error.strerror}.", path=folder) from error
    return folder / "index.html"


def _write(views: Views, out: Folder) -> None:
    pages = environment()
    shared = {"views": views, "corpus": _corpus(views)}
    for name in _STATIC:
        out.write(f"static/{name}", files("onrecord.publish").joinpath("static", name).read_text("utf-8"))
    for name, template, given in _pages(views):
        root = "../" * name.count("/")
        page = name.removesuffix(".html")
        out.write(name, pages.get_template(template).render(shared, root=root, page=page, **given))
    out.close()


def _pages(views: Views) -> Iterator[Page]:
    yield "index.html", "index.html", _overview(views)
    yield "actors.html", "actors.html", {}
    yield "articles.html", "articles.html", {}
    yield "events.html", "events.html", {}
    yield "proposals.html", "proposals.html", {}
    yield "differences.html", "differences.html", {}
    yield "naming.html", "naming.html", {"chance": round(1 / trace.SURE)}
    settings = sorted((key, value) for key, value in views.made_with.items() if key not in _NOT_SHOWN)
    yield "method.html", "method.html", {"made_with": settings, "copy": trace.COPY}
    for issue in views.issues:
        yield f"issues/{safe_id(issue.id)}.html", "issue.html", {"issue": issue}
    for actor in views.speakers:
        also_called = [alias for alias in actor.aliases if alias != actor.name]
        given = {"actor": actor, "also_called": also_called, "said": views.by_actor[actor.id]}
        yield f"actors/{safe_id(actor.id)}.html", "actor.html", given
    for article in views.articles.values():
        given = {"article": article, "copies": views.copies[article.id], "paragraphs": passages(views, article)}
        yield f"articles/{safe_id(article.id)}.html", "article.html", given


def _corpus(views: Views) -> dict[str, Any]:
    """What the collection is, in figures."""
    dates = sorted(article.published.value for article in views.articles.values() if article.published.value)
    found = Counter(article.published.basis for article in views.articles.values())
    return {
        "articles": len(views.articles),
        "outlets": len({article.outlet for article in views.articles.values() if article.outlet}),
        "no_outlet": sum(not article.outlet for article in views.articles.values()),
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "undated": len(views.articles) - len(dates),
        "left_out": sum(len(article.left_out) for article in views.articles.values()),
        "lost": sum(len(article.lost_quotations) for article in views.articles.values()),
        "coded": sum(bool(said.held) for said in views.said.values()),
        "bases": [(basis, found[basis]) for basis in get_args(Basis) if found[basis]],
    }


def _overview(views: Views) -> dict[str, Any]:
    return {
        "columns": views.stands.sides[:COLUMNS],
        "lines": LINES,
        "newest_of": _newest_of,
        "camp": CAMP,
        "sticking_points": views.sticking_points[:STICKING],
        "changes": [change for change in views.news if change.before][:CHANGES],
        "firsts": [change for change in views.news if not change.before][:CHANGES],
        "latest": [said for said in views.newest if said.held][:LATEST],
    }


def _newest_of(options: Iterable[Iterable[Standing]]) -> Said:
    """The newest words on some options: a side's own or what is told of it, and only else what others say of it."""
    every = [one for standings in options for one in standings]
    heard = [one for one in every if one.cell.basis != "reported"] or every
    return max((one.newest for one in heard), key=lambda said: said.when.value or "")
