"""The search of the dossier: an index of everything in it, as a script that a page from the disk may load.

A page from the disk can't fetch a file, but it can run one. The index is a table of plain values: whatever comes up
often (a speaker, an article, an option) stands in it once and is referred to by its number.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from onrecord.model import Article, Event
from onrecord.publish._said import Said
from onrecord.publish._views import Views
from onrecord.publish._words import EVENT_KINDS, STANCES, day, safe_id, short

NAME = "static/search-index.js"
LONGEST = 400  # characters of a statement that are searched and shown


def index(views: Views) -> str:
    """The index as a script that sets `onrecordIndex`. The same record gives the same text.

    Its rows: `articles` [id, title, outlet, date], `actors` [id, name, side, what else it is called], `options` [id of
    the issue, id, name of the issue, name], `events` [id, what, words], `proposals` [name, other names], and
    `statements` [article, anchor, speaker (a number of `actors` or a name), side, date in words, words, positions as
    [option, stance]], the newest first. All ids are those of pages and anchors.
    """
    rows = _rows(views)
    return f"onrecordIndex = {json.dumps(rows, ensure_ascii=False, separators=(',', ':'))};\n"


def _rows(views: Views) -> dict[str, Any]:
    articles = {id: number for number, id in enumerate(views.articles)}
    actors = {actor.id: number for number, actor in enumerate(views.speakers)}
    options = {
        (issue.id, option.id): number
        for number, (issue, option) in enumerate((i, o) for i in views.issues for o in i.options)
    }
    stances = {stance: number for number, stance in enumerate(STANCES)}
    return {
        "stances": list(STANCES.items()),
        "articles": [_article(article) for article in views.articles.values()],
        "actors": [[safe_id(a.id), a.name, a.side, " ".join(a.aliases)] for a in views.speakers],
        "options": [[safe_id(issue), safe_id(id), views.name(issue), views.name(issue, id)] for issue, id in options],
        "events": [_event(views, event) for event in views.events],
        "proposals": [[proposal.name, " ".join(proposal.aliases)] for proposal in views.proposals],
        "statements": [_statement(said, articles, actors, options, stances) for said in views.newest],
    }


def _article(article: Article) -> list[Any]:
    return [safe_id(article.id), article.title or article.name, article.outlet, _day(article.published.value)]


def _statement(
    said: Said,
    articles: Mapping[str, int],
    actors: Mapping[str, int],
    options: Mapping[tuple[str, str], int],
    stances: Mapping[Any, int],
) -> list[Any]:
    held = [
        [options[key], stances[one.position.stance]]
        for one in said.held
        if (key := (one.position.issue, one.position.option)) in options
    ]
    speaker = actors[said.actor.id] if said.actor else said.speaker
    side, words = said.statement.side, short(said.words, LONGEST)
    return [articles[said.article.id], said.anchor, speaker, side, _day(said.when.value), words, held]


def _event(views: Views, event: Event) -> list[Any]:
    who = ", ".join(views.actors[id].name for id in event.participants)
    what = " · ".join(part for part in (EVENT_KINDS[event.kind], event.place, _day(event.when.value), who) if part)
    article, span = event.mentions[0]
    return [safe_id(event.id), what, short(views.words(article, span), LONGEST)]


def _day(value: str | None) -> str | None:
    return day(value) if value else None
