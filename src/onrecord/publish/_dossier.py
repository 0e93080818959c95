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
from onrecord.publish import _compare, _search
from onrecord.publish._analyses import analyses
from onrecord.publish._brief import checked
from onrecord.publish._company import company
from onrecord.publish._conditions import conditions
from onrecord.publish._course import course
from onrecord.publish._folder import Folder
from onrecord.publish._lanes import lanes
from onrecord.publish._open import open_questions
from onrecord.publish._overview import overview
from onrecord.publish._pages import environment
from onrecord.publish._passages import passages
from onrecord.publish._views import Views
from onrecord.publish._words import safe_id
from onrecord.store import Record

_NOT_SHOWN = ("codebook", "collected")  # the codebook has its own place; the other is a note of the store to itself
STATIC = (
    "dossier.css", "tables.css", "article.css",
    "analyses.css", "dossier.js", "filter.js", "search.js", "timeline.css", "timeline.js",
    "compare.css", "compare-pairing.js", "compare-by-place.js", "compare-by-side.js", "compare-pair.js",
    "compare-drawn.js", "compare.js",
)  # fmt: skip
DATA: Mapping[str, Callable[[Views], str]] = {_search.NAME: _search.index, _compare.NAME: _compare.index}


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
    for name, content in loaded(views).items():
        out.write(name, content)
    for name, page in everything(views).items():
        out.write(name, rendered(templates, views, name, page))
    out.close()


def loaded(views: Views) -> dict[str, str]:
    """The files that the pages load, by their paths: styles, scripts, and the data of scripts."""
    given = {f"static/{name}": static(name) for name in STATIC}
    return given | {name: index(views) for name, index in DATA.items()}


def everything(views: Views) -> dict[str, Page]:
    """The pages as files, in reading order, by their paths: those of `contents`, and what only files need."""
    return contents(views) | {"search.html": Page("search.html")}


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
        **dict.fromkeys(("actors", "articles", "proposals", "differences"), dict[str, Any]),
        "events": lambda: {"picture": lanes(views.timeline, (views.corpus["first"], views.corpus["last"]))},
        "naming": lambda: {"chance": round(1 / trace.SURE)},
        "method": partial(_method, views),
        "compare": partial(_compare.shown, views),
        **analyses(views),
    }


def _method(views: Views) -> dict[str, Any]:
    settings = sorted((key, value) for key, value in views.made_with.items() if key not in _NOT_SHOWN)
    return {"made_with": settings, "copy": trace.COPY}


def _issue(views: Views, issue: Issue) -> dict[str, Any]:
    return {
        "issue": issue,
        "course": course(views, issue.id),
        "conditions": conditions(views, issue),
        "open_questions": open_questions(views, issue),
    }


def _actor(views: Views, actor: Actor) -> dict[str, Any]:
    also_called = [alias for alias in actor.aliases if alias != actor.name]
    said = views.by_actor[actor.id]
    return {"actor": actor, "also_called": also_called, "said": said, "company": company(views, actor, said)}


def _article(views: Views, article: Article) -> dict[str, Any]:
    return {"article": article, "copies": views.shown.copies[article.id], "paragraphs": passages(views, article)}
