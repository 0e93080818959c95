"""The dossier: a folder of static pages in which every entry leads to the words that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment

from onrecord import trace
from onrecord.code import Issue
from onrecord.errors import InputError
from onrecord.model import Actor, Article
from onrecord.publish import _search
from onrecord.publish._analyses import analyses
from onrecord.publish._brief import checked
from onrecord.publish._company import company
from onrecord.publish._course import course
from onrecord.publish._folder import Folder
from onrecord.publish._overview import overview
from onrecord.publish._pages import environment
from onrecord.publish._passages import passages
from onrecord.publish._views import Views
from onrecord.publish._words import safe_id
from onrecord.store import Record

_NOT_SHOWN = ("codebook", "collected")  # the codebook has its own place; the other is a note of the store to itself
STATIC = ("dossier.css", "analyses.css", "dossier.js", "filter.js", "search.js")


def dossier(record: Record, folder: Path, since: str | None = None) -> Path:
    """Write the dossier of a record and return the path of its first page.

    What happened on the day `since` (ISO 8601) and after it is shown as new; without it, the record's last seven days.
    Pages of an earlier dossier in the folder are replaced. The same record gives the same bytes. Raises InputError
    when the folder holds something else than a dossier or cannot be written to, or the day is none.
    """
    views = Views(record, since and checked(since))
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
    out.write(_search.NAME, _search.index(views))
    for name, page in (contents(views) | {"search.html": Page("search.html")}).items():
        out.write(name, rendered(templates, views, name, page))
    out.close()


def static(name: str) -> str:
    """A file that the pages load, one of `STATIC`."""
    return files("onrecord.publish").joinpath("static", name).read_text("utf-8")


def rendered(templates: Environment, views: Views, name: str, page: Page, more: Mapping[str, Any] | None = None) -> str:
    """The HTML of a page, whose `name` is its path within the dossier; `more` is for templates that add to it."""
    root, key = "../" * name.count("/"), name.removesuffix(".html")
    template = templates.get_template(page.template)
    return template.render(more or {}, views=views, corpus=views.corpus, root=root, page=key, **page.given())


def contents(views: Views) -> dict[str, Page]:
    """The pages of the dossier of a record, by their paths within it."""
    pages = {f"{name}.html": Page(f"{name}.html", given) for name, given in _single(views).items()}
    for issue in views.issues:
        pages[f"issues/{safe_id(issue.id)}.html"] = Page("issue.html", partial(_issue, views, issue))
    for actor in views.speakers:
        pages[f"actors/{safe_id(actor.id)}.html"] = Page("actor.html", partial(_actor, views, actor))
    for article in views.articles.values():
        pages[f"articles/{safe_id(article.id)}.html"] = Page("article.html", partial(_article, views, article))
    return pages


def _single(views: Views) -> dict[str, Callable[[], Mapping[str, Any]]]:
    return {
        "index": partial(overview, views),
        **dict.fromkeys(("actors", "articles", "events", "proposals", "differences"), dict[str, Any]),
        "naming": lambda: {"chance": round(1 / trace.SURE)},
        "method": partial(_method, views),
        **analyses(views),
    }


def _method(views: Views) -> dict[str, Any]:
    settings = sorted((key, value) for key, value in views.made_with.items() if key not in _NOT_SHOWN)
    return {"made_with": settings, "copy": trace.COPY}


def _issue(views: Views, issue: Issue) -> dict[str, Any]:
    return {"issue": issue, "course": course(views, issue.id)}


def _actor(views: Views, actor: Actor) -> dict[str, Any]:
    also_called = [alias for alias in actor.aliases if alias != actor.name]
    said = views.by_actor[actor.id]
    return {"actor": actor, "also_called": also_called, "said": said, "company": company(views, actor, said)}


def _article(views: Views, article: Article) -> dict[str, Any]:
    return {"article": article, "copies": views.copies[article.id], "paragraphs": passages(views, article)}
