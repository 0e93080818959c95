"""The dossier: a folder of static pages in which every entry leads to the words that it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

from jinja2 import Environment

from onrecord import trace
from onrecord.code import Issue
from onrecord.errors import InputError
from onrecord.model import Actor, Article, Basis
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

_NOT_SHOWN = ("codebook", "collected")  # the codebook has its own place; the other is a note of the store to itself
STATIC = ("dossier.css", "dossier.js")


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


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the dossier: its template, and what makes what the template is given."""

    template: str
    given: Callable[[], Mapping[str, Any]] = dict


def _write(views: Views, out: Folder) -> None:
    templates = environment()
    for name in STATIC:
        out.write(f"static/{name}", static(name))
    for name, page in contents(views).items():
        out.write(name, rendered(templates, views, name, page))
    out.close()


def static(name: str) -> str:
    """A file that the pages load, one of `STATIC`."""
    return files("onrecord.publish").joinpath("static", name).read_text("utf-8")


def rendered(templates: Environment, views: Views, name: str, page: Page) -> str:
    """The HTML of a page, whose `name` is its path within the dossier."""
    root, key = "../" * name.count("/"), name.removesuffix(".html")
    template = templates.get_template(page.template)
    return template.render(views=views, corpus=_corpus(views), root=root, page=key, **page.given())


def contents(views: Views) -> dict[str, Page]:
    """The pages of the dossier of a record, by their paths within it."""
    pages = {f"{name}.html": Page(f"{name}.html", given) for name, given in _single(views).items()}
    for issue in views.issues:
        pages[f"issues/{safe_id(issue.id)}.html"] = Page("issue.html", partial(_issue, issue))
    for actor in views.speakers:
        pages[f"actors/{safe_id(actor.id)}.html"] = Page("actor.html", partial(_actor, views, actor))
    for article in views.articles.values():
        pages[f"articles/{safe_id(article.id)}.html"] = Page("article.html", partial(_article, views, article))
    return pages


def _single(views: Views) -> dict[str, Callable[[], Mapping[str, Any]]]:
    return {
        "index": partial(_overview, views),
        **dict.fromkeys(("actors", "articles", "events", "proposals", "differences"), dict[str, Any]),
        "naming": lambda: {"chance": round(1 / trace.SURE)},
        "method": partial(_method, views),
    }


def _method(views: Views) -> dict[str, Any]:
    settings = sorted((key, value) for key, value in views.made_with.items() if key not in _NOT_SHOWN)
    return {"made_with": settings, "copy": trace.COPY}


def _issue(issue: Issue) -> dict[str, Any]:
    return {"issue": issue}


def _actor(views: Views, actor: Actor) -> dict[str, Any]:
    also_called = [alias for alias in actor.aliases if alias != actor.name]
    return {"actor": actor, "also_called": also_called, "said": views.by_actor[actor.id]}


def _article(views: Views, article: Article) -> dict[str, Any]:
    return {"article": article, "copies": views.copies[article.id], "paragraphs": passages(views, article)}


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
