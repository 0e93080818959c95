"""The pages of analyses: who sides with whom, what moved, what waits for what, where it could end.

The rooms that compute them take a second to load, so each is loaded when its page is made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from onrecord.publish._views import Views

Given = Callable[[], Mapping[str, Any]]


def analyses(views: Views) -> dict[str, Given]:
    """What makes what the template of each page is given, by the page's name; made once, however often it is asked.

    Outcomes are among them where the codebook gives places to options (`place`).
    """
    pages: dict[str, Given] = {
        "networks": cache(lambda: _networks(views)),
        "movement": cache(lambda: _movement(views)),
        "linkage": cache(lambda: _linkage(views)),
    }
    if views.has_places:
        pages["outcomes"] = cache(lambda: _outcomes(views))
    return pages


def _networks(views: Views) -> dict[str, Any]:
    from onrecord.publish._analyses.networks import LEFT_OUT, NAMED, STRONGEST, networks

    return {"networks": networks(views), "strongest": STRONGEST, "named": NAMED, "not_counted": LEFT_OUT}


def _movement(views: Views) -> dict[str, Any]:
    from onrecord.publish._analyses.movement import movement

    return {"movement": movement(views)}


def _linkage(views: Views) -> dict[str, Any]:
    from onrecord.publish._analyses.linkage import drawn

    return {"linkage": views.linkage, "picture": drawn(views, views.linkage.found)}


def _outcomes(views: Views) -> dict[str, Any]:
    from onrecord.publish._analyses.outcomes import outcomes

    return {"outcomes": outcomes(views)}
