"""What the page of an article shows of other pages: its copies, and the places in its text that they lead to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.model import Actor, Affiliation, Article, Event, Reuse, Span
from onrecord.publish._stands import grouped

if TYPE_CHECKING:
    from onrecord.publish._views import Views


class Shown:
    """Each is found by the article's id."""

    def __init__(self, views: Views) -> None:
        self._views = views

    @cached_property
    def copies(self) -> Mapping[str, list[tuple[Article, Reuse]]]:
        """The articles that share passages with it."""
        articles = self._views.articles
        pairs: list[tuple[str, tuple[Article, Reuse]]] = []
        for reuse in self._views.reuse:
            pairs += [(reuse.a, (articles[reuse.b], reuse)), (reuse.b, (articles[reuse.a], reuse))]
        return grouped(pairs)

    @cached_property
    def roles(self) -> Mapping[str, list[tuple[Actor, Affiliation]]]:
        """The roles that a speaker's page points at in it."""
        return grouped((role.article, (actor, role)) for actor in self._views.speakers for role in actor.affiliations)

    @cached_property
    def events(self) -> Mapping[str, list[tuple[Event, int, Span]]]:
        """The mentions of events in it: (the event, the mention's number, where it stands)."""
        return grouped(
            (article, (event, number, span))
            for event in self._views.events
            for number, (article, span) in enumerate(event.mentions)
        )

    @cached_property
    def instruments(self) -> Mapping[str, list[Span]]:
        """The words that figures, proposals, differences and names lead to, in the text's order."""
        views = self._views
        places = {(article, mention.span) for figure in views.figures for article, mention in figure.mentions}
        for proposal in views.proposals:
            places |= {(step.article, step.span) for step in proposal.steps}
            places |= {*proposal.terms, *proposal.mentions[:1]}
        places |= {(told.article, told.span) for one in views.differences for told in (one.one, one.other)}
        places |= {place for naming in views.names.paired for place in naming.places[:1]}
        places |= {place for term in views.names.apart for place in term.places[:1]}
        return grouped(sorted(places))
