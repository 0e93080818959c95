"""The pages of analyses: pictures that do no harm, figures that lead to words, sentences that say what is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from onrecord import code
from onrecord.analyse._movement import Move
from onrecord.publish import Page, Views, contents, environment, rendered
from onrecord.publish._analyses import analyses
from onrecord.publish._analyses.linkage import linkage
from onrecord.publish._analyses.movement import Moved, movement
from onrecord.publish._analyses.networks import networks
from onrecord.publish._analyses.options import Options
from onrecord.publish._analyses.outcomes import outcomes
from onrecord.publish._analyses.picture import Link, mark, picture
from onrecord.store import Record
from tests.publish.sample import HOSTILE

PAGES = ("networks", "movement", "linkage", "outcomes")
SHAPES = {"svg", "g", "path", "rect", "line", "text", "tspan", "a", "title", "desc"}


class _Html(SingleFileSnapshotExtension):
    file_extension = "html"
    _write_mode = WriteMode.TEXT


@pytest.fixture(scope="module")
def views(record: Record) -> Views:
    return Views(record)


@pytest.fixture(scope="module")
def placed(record: Record) -> Views:
    """The same record under a codebook that gives every option a place, the first at 0 and the last at 100."""
    made = Views(record)
    issues = []
    for issue in made.codebook.issues:
        last = max(1, len(issue.options) - 1)
        options = tuple(replace(one, place=100.0 * at / last) for at, one in enumerate(issue.options))
        issues.append(replace(issue, options=options))
    made.codebook = replace(made.codebook, issues=tuple(issues))
    return made


def page(views: Views, name: str) -> str:
    return rendered(environment(), views, f"{name}.html", contents(views)[f"{name}.html"])


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def elements(html: str) -> Iterator[ElementTree.Element]:
    drawn = re.search(r"<svg.*?</svg>", html, re.DOTALL)
    assert drawn, "nothing is drawn"
    return ElementTree.fromstring(drawn[0]).iter()


def test_the_page_that_only_places_make_is_as_it_was_agreed(placed: Views, snapshot: SnapshotAssertion) -> None:
    main = page(placed, "outcomes").partition("<main")[2].partition("</main>")[0]
    assert main == snapshot(name="outcomes", extension_class=_Html)


@pytest.mark.parametrize("name", ["movement", "linkage", "outcomes"])
def test_a_drawing_holds_shapes_and_words_alone(placed: Views, name: str) -> None:
    for element in elements(page(placed, name)):
        assert element.tag in SHAPES
        for key, value in element.items():
            assert not key.startswith("on")
            assert key != "style"
            assert "url(" not in value
            assert "//" not in value


@pytest.mark.parametrize("name", PAGES)
def test_no_page_runs_or_fetches_anything_of_the_record(placed: Views, name: str) -> None:
    html = page(placed, name)
    assert re.findall(r"<script[^>]*>", html) == ['<script src="static/dossier.js" defer>']
    assert not re.findall(r'(?:src|href)="(?:https?:|//|javascript:)', html)
    assert " style=" not in html


@pytest.mark.parametrize("name", PAGES)
def test_every_link_within_the_dossier_leads_somewhere(placed: Views, name: str) -> None:
    made, pages = contents(placed), environment()
    ids: dict[str, set[str]] = {}
    for address in re.findall(r'href="([^"]+)"', page(placed, name)):
        target, _, anchor = address.partition("#")
        target = target or f"{name}.html"
        if target in made:
            if target not in ids:
                ids[target] = set(re.findall(r' id="([^"]+)"', rendered(pages, placed, target, made[target])))
            assert not anchor or anchor in ids[target], address
        else:
            assert target.startswith(("static/", "data:", "search.html")), address


def test_every_mark_of_a_statement_leads_to_its_words(views: Views) -> None:
    found = movement(views)
    marks = [element for element in elements(str(found.picture)) if element.tag == "a"]
    assert marks
    taken = {f"articles/{one.article.id}.html#{one.anchor}" for one in views.said.values()}
    assert {mark.get("href") for mark in marks} <= taken
    assert all((mark.findtext("title") or "").strip() for mark in marks)


@settings(max_examples=10, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=30) | st.just(HOSTILE))
def test_any_name_is_words_in_a_drawing(name: str) -> None:
    drawing = {
        "data": {"values": [{"x": name, "href": mark("1")}, {"x": "b", "href": "https://elsewhere.example/1"}]},
        "mark": "point",
        "encoding": {"x": {"field": "x", "type": "nominal"}, "href": {"field": "href", "type": "nominal"}},
    }
    drawn = picture(drawing, "one", name, name, {"1": Link("articles/a.html#s-1", "words")})
    found = list(elements(str(drawn)))
    assert {element.tag for element in found} <= SHAPES
    assert [element.get("href") for element in found if element.tag == "a"] == ["articles/a.html#s-1"]


def test_a_tie_rests_on_statements_of_both_on_the_option(views: Views) -> None:
    found = networks(views).sides
    assert found is not None
    for tie in found.ties:
        assert tie.shared
        for shared in tie.shared:
            for side, said in ((tie.one, shared.one), (tie.other, shared.other)):
                assert said
                for one in said:
                    assert one.statement.side == side
                    held = {(held.position.issue, held.position.option) for held in one.held}
                    assert (shared.option.issue, shared.option.id) in held


def test_those_who_only_agree_have_a_tie_above_nought_and_those_who_only_differ_one_below(views: Views) -> None:
    found = networks(views)
    ties = [tie for net in (found.sides, found.actors) if net for tie in net.ties]
    assert ties
    for tie in ties:
        hows = {shared.how for shared in tie.shared}
        if hows == {"agree"}:
            assert tie.value > 0
            assert tie.step > 0
        if hows == {"differ"}:
            assert tie.value < 0
            assert tie.step < 0


def test_the_table_of_stances_holds_what_ties_rest_on(views: Views) -> None:
    found = networks(views).sides
    assert found is not None
    places = {row.name: at for at, row in enumerate(found.rows)}
    by_option = {one.option: one.taken for one in found.stances}
    assert found.ties
    for tie in found.ties:
        for shared in tie.shared:
            for name, said in ((tie.one, shared.one), (tie.other, shared.other)):
                taken = by_option[shared.option][places[name]]
                assert {one.newest.statement.id for one in taken} <= {one.statement.id for one in said}
                assert max(one.times for one in taken) <= len(said) <= sum(one.times for one in taken)


def test_the_sentence_counts_what_the_network_counts(views: Views) -> None:
    found = networks(views).sides
    assert found is not None
    told = words(page(views, "networks"))
    placed = found.speakers - len(found.alone)
    assert f"{placed} of {found.speakers} sides" in told
    assert f"{found.rests.statements} statements of {found.rests.articles} articles" in told


def test_a_condition_of_the_page_names_two_options_and_quotes_its_words(views: Views) -> None:
    found = linkage(views)
    assert found.waits
    for one in found.waits:
        assert one.option != one.needs
        assert {said.statement.id for said, _ in one.said} == set(one.arrow.statements)
        for said, condition in one.said:
            assert condition in " ".join(said.article.text.split())


def waiting(views: Views, *ties: tuple[str, tuple[str, str], tuple[str, str]]) -> Views:
    """A record in which each of these sides, in its own words, has one option wait for another, and nothing else."""
    free = [said for said in views.said.values() if said.statement.attribution.mode != "told" and said.held]
    kept = {}
    for said, (side, option, needs) in zip(free, ties, strict=False):
        linked = replace(
            said.held[0].position, issue=option[0], option=option[1], linked=needs, kind="precondition", holder=None
        )
        kept[said.statement.id] = replace(said, statement=replace(said.statement, side=side, positions=(linked,)))
    views.said = kept
    return views


TRUCE, BORDER = ("ceasefire", "immediate-ceasefire"), ("territory", "recognition")


def test_a_deadlock_is_told_with_the_words_of_both_sides(record: Record) -> None:
    stuck = waiting(Views(record), ("Varland", TRUCE, BORDER), (HOSTILE, BORDER, TRUCE))
    html = page(stuck, "linkage")
    assert "1 deadlock: sides wait for each other in a circle" in words(html)
    assert "Truce at once → Recognised border → Truce at once" in words(html)
    assert "no one side holds all of it" in words(html)
    assert "part of a deadlock" in words(html)
    assert "<script>alert" not in html
    for said in stuck.said.values():
        assert html.count(f"articles/{said.article.id}.html#{said.anchor}") > 1


def test_a_side_that_waits_for_itself_is_no_deadlock(record: Record) -> None:
    own = waiting(Views(record), ("Varland", TRUCE, BORDER), ("Varland", BORDER, TRUCE))
    told = words(page(own, "linkage"))
    assert "No deadlock" in told
    assert "Sides that wait for themselves" in told
    assert "It breaks 1 condition; no order breaks fewer" in told


def test_a_move_that_statements_show_tells_how_often_chance_would(views: Views) -> None:
    found = movement(views)
    said = next(said for said in views.said.values() if said.held)
    option = Options(views)[f"{said.held[0].position.issue}.{said.held[0].position.option}"]
    move = Move(
        "Varland", "x", "2031-03-05", "oppose", "support", "softer", said.statement.id, said.statement.id, p=0.013
    )
    moved = replace(found, moves=(Moved(option, move, said, said, ()),))
    html = rendered(environment(), views, "movement.html", Page("movement.html", lambda: {"movement": moved}))
    assert "moved, once: Varland" in words(html)
    assert "chance alone would part them as far in 2 of 100 cases" in words(html)
    assert "None is announced" in words(html)
    assert html.count(f"#{said.anchor}") > 1


def test_without_places_there_is_no_page_of_outcomes_and_the_method_tells_how_to_get_one(views: Views) -> None:
    assert "outcomes" not in analyses(views)
    assert "outcomes.html" not in page(views, "index")
    assert "There is no such page" in page(views, "method")


def test_with_places_every_outcome_has_an_interval_and_an_error(placed: Views) -> None:
    found = outcomes(placed)
    assert found.issues
    for one in found.issues:
        assert len(one.stakes) > 1
        assert all(stake.standings for stake in one.stakes)
        for end in one.ends:
            assert end.error > 0
            if end.outcome is not None:
                assert end.low is not None
                assert end.high is not None
                assert 0 <= end.low <= end.high <= 100


def test_a_record_in_which_nobody_takes_a_stance_says_so(record: Record) -> None:
    silent = Views(record)
    silent.said = {}
    told = {name: words(page(silent, name)) for name in ("networks", "movement", "linkage")}
    assert "Too little to compare" in told["networks"]
    assert "nothing can have moved" in told["movement"]
    assert "Too little to draw" in told["linkage"]
    assert not any("<svg" in page(silent, name) for name in told)


def test_options_of_one_name_are_told_apart_by_their_issues(record: Record) -> None:
    same = Views(record)
    issues = [
        replace(issue, options=(replace(issue.options[0], name="Delay"), *issue.options[1:]))
        for issue in same.codebook.issues
    ]
    same.codebook = replace(same.codebook, issues=tuple(issues))
    options = Options(same)
    names = [options[f"{issue.id}.{issue.options[0].id}"].name for issue in issues]
    assert names == [f"{issue.name}: Delay" for issue in issues]
    assert options["gone.long-ago"].name == "gone.long-ago"


def test_the_sample_codebook_has_no_places() -> None:
    book = code.codebook(Path(__file__).with_name("valley.yaml"))
    assert all(option.place is None for issue in book.issues for option in issue.options)
