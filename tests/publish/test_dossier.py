"""The dossier of the sample record: its pages as agreed, every link whole, and nothing from outside taken for HTML."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from onrecord import code
from onrecord.errors import InputError
from onrecord.model import Article, Reading
from onrecord.publish import DATA, STATIC, dossier
from onrecord.store import Record, Writer, judge, judgement, of_statement
from tests.publish import sample

VOID = {"meta", "link", "br", "input"}


class Page(HTMLParser):
    """A page's ids, links, tags and headings; complains when tags are not closed in order."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))
        self.close()
        assert self.open == [], f"{path} leaves {self.open} open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if tag not in VOID:
            self.open.append(tag)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        for name in ("href", "src"):
            if name in given:
                self.links.append(given[name] or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


@pytest.fixture(scope="session")
def pages(folder: Path) -> dict[str, Page]:
    return {path.relative_to(folder).as_posix(): Page(path) for path in sorted(folder.rglob("*.html"))}


class _Html(SingleFileSnapshotExtension):
    file_extension = "html"
    _write_mode = WriteMode.TEXT


def test_the_pages_are_as_they_were_agreed(folder: Path, snapshot: SnapshotAssertion) -> None:
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix().replace("/", "-").removesuffix(".html")
        assert path.read_text(encoding="utf-8") == snapshot(name=name, extension_class=_Html)


def test_a_folder_that_cannot_be_made_is_told(record: Record, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(InputError, match="cannot be written to"):
        dossier(record, tmp_path / "thesis.txt" / "dossier")


def test_the_same_record_gives_the_same_bytes(record: Record, folder: Path, tmp_path: Path) -> None:
    again = dossier(record, tmp_path / "again").parent

    def content(of: Path) -> dict[str, bytes]:
        return {path.relative_to(of).as_posix(): path.read_bytes() for path in of.rglob("*") if path.is_file()}

    assert content(again) == content(folder)


def test_every_link_leads_to_a_place_that_is_there(folder: Path, pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        for link in page.links:
            if link.startswith(("https://wire.example/", "data:")):
                continue
            target, anchor = urldefrag(link)
            file = (folder / name).parent.joinpath(target).resolve() if target else folder / name
            assert file.is_file(), f"{name} links to {link}"
            if anchor:
                assert anchor in pages[file.relative_to(folder.resolve()).as_posix()].ids, f"{name} links to {link}"


def test_an_id_is_on_a_page_once(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name


def test_every_statement_has_its_place_in_its_article(pages: dict[str, Page]) -> None:
    for statement in sample.STATEMENTS:
        assert f"s-{statement.id}" in pages[f"articles/{statement.article}.html"].ids


def test_the_marked_words_of_an_article_are_its_text(folder: Path) -> None:
    for article in sample.ARTICLES:
        html = (folder / f"articles/{article.id}.html").read_text(encoding="utf-8")
        paragraphs = re.findall(r'<(?:p|h1) class="text" dir="auto">(.*?)</(?:p|h1)>', html, re.DOTALL)
        shown = [_text_of(paragraph) for paragraph in paragraphs]
        assert shown == [article.text[p.span.start : p.span.end] for p in article.paragraphs]


def _text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_text_from_outside_is_never_html(pages: dict[str, Page]) -> None:
    known = {*STATIC, *(name.removeprefix("static/") for name in DATA)}
    for name, page in pages.items():
        scripts = [attrs for tag, attrs in page.tags if tag == "script"]
        assert scripts, name
        for script in scripts:
            assert (script["src"] or "").rpartition("static/")[2] in known, name
        assert not {"i", "b", "img", "iframe"} & {tag for tag, _ in page.tags}, name
        assert not any(key.startswith("on") or key == "style" for _, attrs in page.tags for key in attrs), name
        assert not any(link.startswith("javascript:") for link in page.links), name


def test_what_is_hostile_is_shown_as_it_was_written(pages: dict[str, Page]) -> None:
    page = pages["articles/art-tabloid.html"]
    assert sample.HOSTILE in page.text
    assert "The <i>Daily</i> Shout" in page.text
    assert "javascript:alert(1)" in page.text


def test_an_id_cannot_lead_out_of_the_folder(folder: Path, pages: dict[str, Page]) -> None:
    assert not (folder / "League.html").exists()
    assert any(sample.LEAGUE in page.text for name, page in pages.items() if name.startswith("actors/x"))


def test_a_record_in_which_nobody_speaks_still_has_its_pages(tmp_path: Path) -> None:
    bare = Article("bare", "bare.txt", "bare.txt", "", ())
    with Writer(tmp_path / "silent.onrecord") as writer:
        writer.add(Reading(article=bare), "by hand")
        writer.about({"codebook": code.codebook(Path(sample.__file__).with_name("valley.yaml")).source})
        writer.collect((), (), (), ())
        writer.finish()
    index = dossier(Record(tmp_path / "silent.onrecord"), tmp_path / "silent")
    assert "No side takes a position" in Page(index).text
    assert "bare.txt" in Page(index.with_name("articles.html")).text
    assert Page(index.parent / "articles" / "bare.html").ids


def test_a_title_that_turns_the_text_round_does_not_reach_the_window(folder: Path) -> None:
    html = (folder / "articles/art-tabloid.html").read_text(encoding="utf-8")
    title = html.partition("<title>")[2].partition("</title>")[0]
    assert "Envoy says" in title
    assert not set(title) & {"\u202e", "\u2069"}


def test_no_page_asks_the_network_for_anything(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        fetched = [
            attrs.get("src") or attrs.get("href") for tag, attrs in page.tags if tag in ("script", "link", "img")
        ]
        assert all(one and not one.startswith(("http", "//")) for one in fetched), name
        assert any("default-src 'none'" in (attrs.get("content") or "") for tag, attrs in page.tags if tag == "meta")


def test_headings_leave_out_no_level(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), name


def test_the_matrix_tells_who_stands_where(pages: dict[str, Page]) -> None:
    text = " ".join(pages["index.html"].text.split())
    assert "3 articles from 3 outlets, 2 independent voices, 4 March 2031 to 6 March 2031 (1 undated)" in text
    assert "“We will not sign away a single village,” … “and nobody should ask us to.”" in text
    assert "Nothing was found on: Water." in text
    assert "Varland backs it; Ostrel opposes it." in text


def test_copies_count_as_one_voice(pages: dict[str, Page]) -> None:
    assert "2 articles, 1 without copies" in pages["issues/ceasefire.html"].text
    assert "this one had it first" in pages["articles/art-wire.html"].text


def test_a_side_that_was_not_heard_is_told_from_one_that_was(pages: dict[str, Page]) -> None:
    ceasefire, territory = (" ".join(pages[f"issues/{name}.html"].text.split()) for name in ("ceasefire", "territory"))
    assert "opposes 1 statement (as told) Ostrel wants the monitors kept away from its batteries" in ceasefire
    assert "told by the article, not said" in ceasefire
    assert "Tessary supports 1 statement (others say) that Ostrel would take a truce" in territory
    assert "Tessary" not in pages["actors.html"].text
    assert "says of Tessary: supports Recognised border" in territory


def test_voices_of_a_side_that_disagree_are_named(pages: dict[str, Page]) -> None:
    text = " ".join(pages["issues/territory.html"].text.split())
    assert "voices of the side disagree: 1 that two villages could be given up Vera Lund" in text
    assert "voices disagree" in pages["index.html"].text
    assert "also reported by others: 1" in pages["issues/ceasefire.html"].text


def test_a_condition_says_how_it_binds_and_what_it_asks_for(pages: dict[str, Page]) -> None:
    page = pages["issues/ceasefire.html"]
    assert "precondition, asks for Recognised border" in page.text
    assert "../issues/territory.html#o-recognition" in page.links
    assert "exchange, asks for Shared dam" in page.text  # without a link: nothing was said on water, so it has no page


def test_unknowns_are_shown_as_unknown(pages: dict[str, Page]) -> None:
    assert "date unknown" in pages["articles/art-copy.html"].text
    assert "Side not known" in pages["issues/ceasefire.html"].text
    assert "source, not named" in pages["actors/a-source.html"].text


def test_events_lead_to_each_telling_of_them(pages: dict[str, Page]) -> None:
    page = pages["events.html"]
    assert "Tomas Pell, Marek Dorn" in page.text
    assert "the Lenn <valley>" in page.text
    assert {"articles/art-tabloid.html#e-e-told-0", "articles/art-wire.html#e-e-told-1"} <= set(page.links)


def test_what_is_missing_is_told(pages: dict[str, Page]) -> None:
    text = pages["method.html"].text
    assert "menu<1>.html" in text
    assert "holds no article, only a menu" in text
    assert "dating failed (ValueError: year 0)" in text
    assert "Subscribe to our <b>newsletter</b>" in pages["articles/art-wire.html"].text
    assert "“This was in a pull quote.”" in pages["articles/art-wire.html"].text


def test_what_moved_and_what_is_to_come_is_told_first(pages: dict[str, Page]) -> None:
    text = " ".join(pages["index.html"].text.split())
    before, _, after = text.partition("Sides and issues")
    assert "What blocks Truce at once" in before
    assert "What moved since 1 March 2031" in before
    assert "1 event announced without a day" in before
    assert "Latest statements" in after


def test_a_day_divides_what_is_new_from_what_was(record: Record, tmp_path: Path) -> None:
    index = dossier(record, tmp_path / "dossier", since="2031-03-07")
    text = " ".join(Page(index).text.split())
    new = text.partition("What is new since 7 March 2031")[2]
    assert "7 March 2031 · Ilsa Brandt on Truce at once" in new.partition("Stances that changed before")[0]
    assert "4 March 2031 · Ilsa Brandt" not in new.partition("Latest statements")[0]


def test_a_day_that_is_none_is_told(record: Record, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no day"):
        dossier(record, tmp_path / "dossier", since="last week")


def test_an_actor_stands_with_and_against_others(pages: dict[str, Page]) -> None:
    text = " ".join(pages["actors/a-pell.html"].text.split())
    assert "Quoted byThe <i>Daily</i> Shout 2, Meridian Wire 1" in text
    assert "The opposite" in text
    assert sample.LEAGUE in text.partition("The opposite")[2]


def test_the_course_of_an_issue_leads_to_the_words(pages: dict[str, Page]) -> None:
    page = pages["issues/ceasefire.html"]
    marks = [attrs for tag, attrs in page.tags if tag == "svg" and "mark" in (attrs.get("class") or "")]
    assert {(mark["class"] or "").split()[1] for mark in marks} >= {"support", "conditional", "oppose"}
    assert "Over time" in page.text


def test_what_people_decided_is_marked_and_what_they_rejected_is_listed(tmp_path: Path) -> None:
    made = sample.record(tmp_path / "valley.onrecord")
    actors = {actor.id: actor for actor in made.actors()}
    right, wrong = (next(s for s in made.statements() if s.actor == actor) for actor in ("a-lund", "a-norrin"))
    told = [of_statement(one, made.article(one.article), actors) for one in (right, wrong)]
    decided = [
        judgement("accept", right.id, {}, told[0], by="mira"),
        judgement("reject", wrong.id, {}, told[1], by="mira <b>", why="a <i>plan</i>, no stance"),
    ]
    judge(made.path, decided)
    index = dossier(Record(made.path), tmp_path / "dossier")
    assert "accepted by a person" in Page(index.parent / "issues" / "territory.html").text
    assert "accepted by a person" in Page(index.parent / "articles" / f"{right.article}.html").text
    assert "accepted by a person" not in Page(index.parent / "issues" / "ceasefire.html").text
    method = " ".join(Page(index.parent / "method.html").text.split())
    assert "1 statement accepted by a person" in method
    assert "1 statement rejected" in method
    assert "it would send monitors Norrin · Valley Mirror · by mira <b>: a <i>plan</i>, no stance" in method
    assert "it would send monitors" not in Page(index.parent / "issues" / "ceasefire.html").text
