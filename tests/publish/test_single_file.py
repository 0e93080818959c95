"""The dossier as one file: every page whole, every link within it, and nothing in it that its policy does not name."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from lxml.builder import E

from onrecord.cli import main
from onrecord.errors import InputError
from onrecord.publish import single_file
from onrecord.publish._single.inlined import inlined
from onrecord.publish._single.placed import placed
from onrecord.store import Record
from tests.publish import sample

PAGES = {"index.html": 1, "issues/talks.html": 1, "articles/wire.html": 1, "articles/copy.html": 1}
REWRITTEN = ("href", "for", "form", "headers", "list")


class Document(HTMLParser):
    """What stands in an HTML text in order: tags with their attributes, and words. `mains` is it by page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inline: list[tuple[str, str]] = []
        self.mains: dict[str, list[object]] = {}
        self._main: list[object] | None = None
        self._within = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        self._within = tag
        if tag == "main":
            self._main = self.mains.setdefault(given["id"] or "", [])
        elif self._main is not None:
            kept = {k: v or "" for k, v in attrs if k not in ("id", *REWRITTEN) and not k.startswith("aria-")}
            self._main.append((tag, tuple(sorted(kept.items()))))

    def handle_endtag(self, tag: str) -> None:
        self._within = ""
        if tag == "main":
            self._main = None

    def handle_data(self, data: str) -> None:
        if self._within in ("script", "style"):
            self.inline.append((self._within, data))
        if self._main is not None:
            if self._main and isinstance(self._main[-1], str):
                data = str(self._main.pop()) + data
            self._main.append(data)

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] or "" for _, attrs in self.tags if "id" in attrs]


@pytest.fixture(scope="session")
def text(record: Record, tmp_path_factory: pytest.TempPathFactory) -> str:
    return single_file(record, tmp_path_factory.mktemp("single") / "valley.html").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def whole(text: str) -> Document:
    return Document(text)


def test_every_page_of_the_folder_is_there_as_it_stands_alone(folder: Path, whole: Document) -> None:
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*.html")]
    assert sorted(whole.mains) == sorted(names)
    assert next(iter(whole.mains)) == "index.html"
    for name in names:
        alone = Document((folder / name).read_text(encoding="utf-8").replace("\0", "\ufffd"))
        assert whole.mains[name] == alone.mains["main"], name


def test_an_id_is_there_once(whole: Document) -> None:
    assert len(whole.ids) == len(set(whole.ids)) > len(whole.mains)


def test_every_link_leads_to_a_place_within_it(whole: Document) -> None:
    ids = {*whole.ids}
    links = [attrs["href"] or "" for _, attrs in whole.tags if "href" in attrs]
    assert "#articles/art-wire.html" in links
    for link in links:
        target, anchor = urldefrag(link)
        assert target.startswith(("https://wire.example/", "data:")) or (not target and anchor in ids), link


def test_what_is_named_by_its_id_is_on_the_same_page(whole: Document) -> None:
    ids = {*whole.ids}
    named = [one for _, attrs in whole.tags for one in (attrs.get("aria-labelledby") or "").split()]
    assert named
    assert set(named) <= ids


def test_every_statement_has_an_address(whole: Document) -> None:
    for statement in sample.STATEMENTS:
        assert f"articles/{statement.article}.html/s-{statement.id}" in whole.ids


def test_it_asks_for_nothing(whole: Document) -> None:
    assert not any("src" in attrs for _, attrs in whole.tags)
    assert [attrs["href"] for tag, attrs in whole.tags if tag == "link"] == ["data:,"]


def test_the_policy_names_each_script_and_style_and_nothing_else(whole: Document) -> None:
    policies = [attrs["content"] or "" for _, attrs in whole.tags if attrs.get("http-equiv")]
    assert len(policies) == 1
    parts = dict(part.strip().split(" ", 1) for part in policies[0].split(";"))
    assert parts["default-src"] == "'none'"
    for kind in ("style", "script"):
        hashes = [
            f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for of, text in whole.inline if of == kind
        ]
        assert parts[f"{kind}-src"].split() == hashes
    assert "unsafe" not in policies[0]


def test_text_from_outside_is_never_html(whole: Document, folder: Path) -> None:
    tags = [tag for tag, _ in whole.tags]
    assert not {"i", "b", "img", "iframe"} & {*tags}
    assert tags.count("script") == sum(of == "script" for of, _ in whole.inline) == len({*_scripts(folder)}) + 1
    assert not any(key.startswith("on") or key == "style" for _, attrs in whole.tags for key in attrs)
    shown = "".join(one for one in whole.mains["articles/art-tabloid.html"] if isinstance(one, str))
    assert sample.HOSTILE in shown


def _scripts(folder: Path) -> list[str]:
    return [
        name
        for path in folder.rglob("*.html")
        for name in re.findall(r'<script src="(?:\.\./)*([^"]+)', path.read_text(encoding="utf-8"))
    ]


def test_titles_are_those_of_the_pages(whole: Document) -> None:
    titles = {attrs["id"]: attrs["data-title"] for tag, attrs in whole.tags if tag == "main"}
    assert titles["issues/ceasefire.html"] == "Ceasefire – onrecord"
    assert "\u202e" not in (titles["articles/art-tabloid.html"] or "")


def test_the_same_record_gives_the_same_bytes(record: Record, text: str, tmp_path: Path) -> None:
    assert single_file(record, tmp_path / "again.html").read_text(encoding="utf-8") == text


def test_the_command_writes_it(record: Record, text: str, tmp_path: Path) -> None:
    to = tmp_path / "talks.html"
    done = CliRunner().invoke(main, ["dossier", str(record.path), "--single-file", "-o", str(to)])
    assert done.exit_code == 0, done.output
    assert to.read_text(encoding="utf-8") == text


def test_a_file_that_cannot_be_written_is_told(record: Record, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written to"):
        single_file(record, tmp_path)


def test_what_a_script_holds_cannot_end_it() -> None:
    tree = html.document_fromstring("<title>t</title><p>words</p>")
    inlined(tree, {"static/data.js": 'x = "</script><!--<SCRIPT>alert(1)</script> a < b";\n'})
    made = Document(html.tostring(tree, encoding="unicode"))
    assert [text for of, text in made.inline][
        -1
    ] == 'x = "\\x3c/script>\\x3c!--\\x3cSCRIPT>alert(1)\\x3c/script> a < b";\n'


@given(
    page=st.sampled_from(sorted(PAGES)),
    to=st.sampled_from(sorted(PAGES)),
    anchor=st.from_regex(r"[a-z0-9-]{0,9}", fullmatch=True),
)
def test_an_address_of_a_page_becomes_a_place(page: str, to: str, anchor: str) -> None:
    address = "../" * page.count("/") + to + (f"#{anchor}" if anchor else "")
    tree = _page(E.a(href=address))
    placed(tree, page, PAGES)
    wanted = to if anchor in ("", "main") else f"{to}/{anchor}"
    assert tree.find(".//a").get("href") == f"#{wanted}"


@pytest.mark.parametrize(
    "address", ["https://wire.example/index.html", "data:,", "mailto:a@b.example", "../x.pdf#a", "//h/index.html"]
)
def test_other_addresses_stay(address: str) -> None:
    tree = _page(E.a(href=address))
    placed(tree, "articles/wire.html", PAGES)
    assert tree.find(".//a").get("href") == address


def _page(link: html.HtmlElement) -> html.HtmlElement:
    return E.html(E.body(E.main(link, id="main")))
