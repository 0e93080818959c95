"""The first page: what blocks, what is deadlocked, what moved, what is to come."""

from __future__ import annotations

import re
from pathlib import Path

from onrecord.publish._dossier import contents, rendered
from onrecord.publish._overview import deadlocks
from onrecord.publish._pages import environment
from onrecord.publish._views import Views
from onrecord.store import Record
from tests.publish import events
from tests.publish.test_open import BORDER, TRUCE, Held, holding

WITHDRAWAL = "territory", "withdrawal"


def page(views: Views) -> str:
    return rendered(environment(), views, "index.html", contents(views)["index.html"])


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def waits(side: str, option: tuple[str, str], needs: tuple[str, str]) -> Held:
    return side, option, "conditional", None, needs


def test_a_deadlock_stands_in_the_first_lines_and_below_with_its_words(record: Record) -> None:
    views = holding(record, waits("Varland", TRUCE, BORDER), waits("Ostrel", BORDER, TRUCE))
    html = page(views)
    assert html.index('href="#d-1"') < html.index('class="matrix"') < html.index('id="d-1"')
    assert "Ostrel and Varland wait for each other" in words(html)
    below = html[html.index('id="d-1"') :]
    for said in views.said.values():
        assert f"articles/{said.article.id}.html#{said.anchor}" in below
    assert 'href="linkage.html#w-1"' in below


def test_a_side_that_waits_for_itself_is_no_deadlock(record: Record) -> None:
    html = page(holding(record, waits("Varland", TRUCE, BORDER), waits("Varland", BORDER, TRUCE)))
    assert "No sides wait for each other in a circle" in words(html)
    assert 'id="d-1"' not in html


def test_the_shortest_deadlock_stands_first_then_the_firmest(record: Record) -> None:
    both = [waits("Varland", TRUCE, BORDER), waits("Ostrel", BORDER, TRUCE)]
    longer = [waits("Ostrel", BORDER, WITHDRAWAL), waits("Norrin", WITHDRAWAL, TRUCE)]
    found = deadlocks(holding(record, *longer, *both))
    assert [len(one.options) for one in found] == [2, 3]


def test_what_waits_for_what_is_computed_once(record: Record) -> None:
    views = holding(record, waits("Varland", TRUCE, BORDER))
    given = contents(views)["linkage.html"].given()
    assert given["linkage"] is views.linkage


def test_what_is_to_come_stands_by_date_and_what_has_passed_does_not(tmp_path: Path) -> None:
    html = page(Views(events.record(tmp_path / "lenn.onrecord")))
    first = html[: html.index('id="matrix"')]
    assert "30 March 2031" in first
    assert "20 January 2031" not in first
