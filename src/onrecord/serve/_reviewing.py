"""Review: the queue of statements to look over, one statement, and judgements on them, singly or many at once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal

from rapidfuzz import fuzz, process, utils
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from onrecord.publish import safe_id
from onrecord.serve._answers import Answers, Posted, Refused, back
from onrecord.serve._index import Asked
from onrecord.serve._item import item, paragraphs
from onrecord.serve._judging import Judging, article_of
from onrecord.serve._moment import Moment
from onrecord.serve._searching import shown

LONGEST_QUEUE = 2000  # statements that a browser is given at a time
PREVIEW = 30  # statements of a bulk verdict that are shown
NAMES_FOUND = 20
AT_ONCE = 200  # judgements in one request


def routes(answers: Answers) -> list[BaseRoute]:
    """The pages of review, and what its script asks."""
    return [*_pages(answers), *_data(answers), answers.post("/judgements", _judged(answers)), *_bulk(answers)]


def _pages(answers: Answers) -> list[BaseRoute]:
    def review(request: Request) -> Response:
        asked = Asked.of({"judged": "no", **request.query_params})
        moment = answers.live.now()
        found = moment.index.find(asked, 0, 0)
        return answers.page(request, "review.html", moment, **shown(moment, asked, found, 0))

    def missed(request: Request) -> Response:
        moment = answers.live.now()
        return answers.page(request, "add.html", moment, article=article_of(moment, request.path_params["id"]))

    return [Route("/review", review), Route("/articles/{id}/add", missed)]


def _data(answers: Answers) -> list[BaseRoute]:
    def queue(request: Request) -> Response:
        asked = Asked.of({"judged": "no", **request.query_params})
        ids, count = answers.live.now().index.queue(asked, LONGEST_QUEUE)
        return JSONResponse({"ids": ids, "count": count})

    def statement(request: Request) -> Response:
        return JSONResponse(_item(answers, request.path_params["id"]))

    def article(request: Request) -> Response:
        moment = answers.live.now()
        one = article_of(moment, request.path_params["id"])
        settled = moment.record.judged_in(one.id)
        known = [[span.start, span.end] for said in settled.statements for span in said.attribution.content]
        href = f"/articles/{safe_id(one.id)}.html"
        return JSONResponse({"id": one.id, "href": href, "passage": paragraphs(one), "known": known})

    def actors(request: Request) -> Response:
        return JSONResponse(_named_like(answers.live.now(), request.query_params.get("q", "")[:100]))

    def codebook(_: Request) -> Response:
        issues = answers.live.now().record.codebook().issues
        told = [
            {"id": i.id, "name": i.name, "options": [{"id": o.id, "name": o.name} for o in i.options]} for i in issues
        ]
        return JSONResponse({"issues": told})

    return [
        Route("/review/queue.json", queue),
        Route("/statements/{id}.json", statement),
        Route("/articles/{id}.json", article),
        Route("/actors.json", actors),
        Route("/codebook.json", codebook),
    ]


def _judged(answers: Answers) -> Any:
    def judged(request: Request, sent: Posted) -> Response:
        """A list of judgements, all of them or none, and how the statement they are about stands after them."""
        wanted = sent.get("judgements")
        if not isinstance(wanted, list) or not 0 < len(wanted) <= AT_ONCE:
            raise Refused("There is no judgement in it.")
        judging = Judging(answers.live.now(), answers.by(request))
        for one in wanted:
            judging.add(one)
        moment = answers.live.judge(judging.made)
        about = str(sent.get("show") or judging.made[-1].target)[:80]
        article = moment.index.article_of(about)
        now = item(moment, article, about) if article is not None else None
        return JSONResponse({"ids": [one.id for one in judging.made], "item": now})

    return judged


def _bulk(answers: Answers) -> list[BaseRoute]:
    """A verdict on all that a search finds: shown with its count first, and given only if it finds the same then."""

    def preview(request: Request) -> Response:
        asked, verdict = _asked_for(request.query_params), _verdict(request.query_params.get("verdict"))
        moment = answers.live.now()
        found, same = moment.index.find(asked, 0, PREVIEW), _same(moment.index.queue(asked)[0])
        given = shown(moment, asked, found, 0)
        return answers.page(request, "bulk.html", moment, verdict=verdict, same=same, **given)

    def give(request: Request, sent: Posted) -> Response:
        asked = _asked_for({name: str(value) for name, value in sent.items()})
        moment = answers.live.now()
        ids, _ = moment.index.queue(asked)
        if sent.get("same") != _same(ids):
            raise Refused("The record has changed since the preview. Go back, and look at it again.", 409)
        judging = Judging(moment, answers.by(request))
        for id in ids:
            judging.verdict(_verdict(sent.get("verdict")), id, str(sent.get("why") or "")[:2000])
        if judging.made:
            answers.live.judge(judging.made)
        return back(f"review?{asked.query()}")

    return [Route("/review/bulk", preview), answers.post("/review/bulk", give)]


def _asked_for(query: Any) -> Asked:
    """What a verdict on many is about: nothing that somebody judged already."""
    return replace(Asked.of(query), judged="no")


def _verdict(given: object) -> Literal["accept", "reject"]:
    if given == "accept" or given == "reject":
        return given
    raise Refused("Either accept or reject.")


def _same(ids: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()


def _item(answers: Answers, id: str) -> dict[str, Any]:
    moment = answers.live.now()
    article = moment.index.article_of(id)
    found = item(moment, article, id) if article is not None else None
    if found is None:
        raise Refused("There is no such statement.", 404)
    return found


def _named_like(moment: Moment, words: str) -> list[dict[str, Any]]:
    """Actors by what they are called: those whose names hold the words, then those whose names are like them."""
    names = {actor.id: " · ".join(dict.fromkeys((actor.name, *actor.aliases))) for actor in moment.actors.values()}
    if not words.strip():
        return []
    found = process.extract(
        words, names, scorer=fuzz.partial_token_set_ratio, processor=utils.default_process, limit=NAMES_FOUND
    )
    best = sorted(found, key=lambda one: (-one[1], len(moment.actors[one[2]].name), one[2]))
    told = (moment.actors[id] for _, score, id in best if score >= 60)
    return [{"id": one.id, "name": one.name, "side": one.side} for one in told]
