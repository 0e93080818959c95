"""The sample coverage and its gold record agree with each other.

These checks read the files by themselves, with the standard library and a YAML
reader, so that they hold whatever the program does.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
COVERAGE = EXAMPLES / "coverage"
TRUTH: dict[str, Any] = yaml.safe_load((EXAMPLES / "truth.yaml").read_text(encoding="utf-8"))
ARTICLES: list[dict[str, Any]] = TRUTH["articles"]
FILES: list[str] = [article["file"] for article in ARTICLES]

OPTIONS: dict[str, set[str]] = {
    "ceasefire": {"immediate-ceasefire", "humanitarian-pause", "monitoring-mission"},
    "security-guarantees": {"treaty-guarantees", "foreign-troops", "non-aggression-pledge"},
    "alliance-membership": {"membership", "neutrality"},
    "territory": {
        "withdrawal",
        "contact-line-freeze",
        "recognition",
        "special-zone",
        "autonomy",
        "referendum",
    },
    "forces": {"force-limits", "foreign-force-withdrawal", "disarmament"},
    "military-aid": {"arms-supply", "intelligence-sharing"},
    "sanctions": {"sanctions-relief", "new-sanctions"},
    "reconstruction-finance": {"reparations-loan", "reconstruction-fund", "compensation"},
    "trade": {"free-trade-agreement", "transit-corridor"},
    "energy": {"end-imports", "energy-ceasefire"},
    "humanitarian": {
        "prisoner-exchange",
        "humanitarian-access",
        "return-of-displaced",
        "return-of-remains",
    },
    "governance": {"elections", "power-sharing", "constitutional-change", "language-rights"},
    "accountability": {"tribunal", "amnesty", "truth-commission"},
    "talks-format": {"direct-talks", "mediation", "leaders-summit", "multilateral-conference"},
    "ratification": {"legislative-ratification", "referendum-ratification", "un-endorsement"},
}
STANCES = {"support", "oppose", "conditional", "unclear"}
GRADES = {"named", "office", "unnamed official", "unnamed source", "another outlet"}
MODES = {"direct", "mixed", "indirect"}
BASES = {"metadata", "page", "unknown"}

SKIPPED_TAGS = {"head", "script", "style", "nav", "aside", "footer"}
SKIPPED_NAMES = {
    "consent",
    "cookie-notice",
    "cookie-banner",
    "masthead",
    "topbar",
    "header",
    "menu",
    "sidebar",
    "bottom",
    "more",
}
VOID_TAGS = {"meta", "link", "img", "input", "br", "hr"}


class MainColumn(HTMLParser):
    """The visible text of a page, without its chrome."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(" ")
        if tag in VOID_TAGS:
            return
        names = {name for key, value in attrs if key in ("id", "class") for name in (value or "").split()}
        skip = tag in SKIPPED_TAGS or bool(names & SKIPPED_NAMES)
        self.open.append((tag, skip or (bool(self.open) and self.open[-1][1])))

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(" ")
        while self.open and tag in {name for name, _ in self.open}:
            if self.open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if not (self.open and self.open[-1][1]):
            self.parts.append(data)


def squeeze(text: str) -> str:
    """One space between words, whatever kind of space it was."""
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def repaired(text: str) -> str:
    """Undo UTF-8 that was read as windows-1252."""
    raw = bytearray()
    for char in text:
        try:
            raw += char.encode("cp1252")
        except UnicodeEncodeError:
            raw.append(ord(char))  # the five bytes that windows-1252 leaves empty
    return raw.decode("utf-8")


def decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


@cache
def rows() -> dict[str, dict[str, str]]:
    lines = (COVERAGE / "desk-export.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["key"]: row for row in map(json.loads, lines)}


@cache
def raw_text(file: str) -> str:
    """What stands in the file, decoded and nothing else."""
    name, _, key = file.partition("#")
    if key:
        return f"{rows()[key]['headline']}\n\n{rows()[key]['body']}"
    data = (COVERAGE / name).read_bytes()
    return decoded(gzip.decompress(data) if name.endswith(".gz") else data)


@cache
def text_of(file: str) -> str:
    """The text of the main column: the article, and the dirt that stands in it."""
    raw = raw_text(file)
    if "â€" in raw:
        raw = repaired(raw)
    if file.endswith(".html"):
        parser = MainColumn()
        parser.feed(raw)
        parser.close()
        return squeeze("".join(parser.parts))
    if file.endswith(".md"):
        _, front, body = raw.split("---\n", 2)
        body = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", body)
        body = re.sub(r"(?m)^> ?", "", body)
        return squeeze(f"{yaml.safe_load(front)['title']}\n{body}")
    return squeeze(raw)


@cache
def sources() -> dict[str, dict[str, str]]:
    with (COVERAGE / "sources.csv").open(encoding="utf-8", newline="") as handle:
        return {row["file"]: row for row in csv.DictReader(handle)}


def five_grams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


def shared(original: str, copy: str) -> float:
    """The share of the original's word 5-grams that the copy has too."""
    ours = five_grams(text_of(original))
    return len(ours & five_grams(text_of(copy))) / len(ours)


def statements() -> list[tuple[str, dict[str, Any]]]:
    return [(article["file"], item) for article in ARTICLES for item in article["statements"]]


def test_there_are_24_articles_from_six_outlets() -> None:
    assert len(FILES) == len(set(FILES)) == 24
    outlets = Counter(article["outlet"] for article in ARTICLES)
    assert len(outlets) == 6
    assert min(outlets.values()) >= 3


def test_every_file_of_the_coverage_is_in_the_truth() -> None:
    apart = {"sources.csv", "actors.yaml", "onrecord.toml", "desk-export.jsonl"}
    found = {str(path.relative_to(COVERAGE)) for path in COVERAGE.rglob("*") if path.is_file()}
    listed = {file for file in FILES if "#" not in file}
    assert found - apart == listed
    assert {file.partition("#")[2] for file in FILES if "#" in file} == set(rows())


def test_formats_are_mixed() -> None:
    pages = [file for file in FILES if file.endswith(".html")]
    with_data = [file for file in pages if '"datePublished"' in raw_text(file)]
    assert len(with_data) >= 3
    assert len(pages) - len(with_data) >= 3
    assert sum(file.endswith((".txt", ".txt.gz")) for file in FILES) >= 3
    assert sum(file.endswith(".md") for file in FILES) >= 3
    assert sum("#" in file for file in FILES) >= 3


@pytest.mark.parametrize("file", FILES)
def test_length(file: str) -> None:
    assert 250 <= len(text_of(file).split()) <= 700


@pytest.mark.parametrize("article", ARTICLES, ids=FILES)
def test_title_outlet_and_date(article: dict[str, Any]) -> None:
    file, raw = article["file"], raw_text(article["file"])
    assert squeeze(article["title"]) in text_of(file)
    assert article["basis"] in BASES
    assert (article["published"] is None) == (article["basis"] == "unknown")
    day = str(article["published"])
    name, _, key = file.partition("#")
    if key:
        assert (rows()[key]["day"], rows()[key]["medium"]) == (day, article["outlet"])
    elif name in sources():
        assert sources()[name]["outlet"] == article["outlet"]
        assert sources()[name]["published"] == (day if article["published"] else "")
    elif name.endswith(".md"):
        front = yaml.safe_load(raw.split("---\n", 2)[1])
        assert (str(front["date"]), front["outlet"]) == (day, article["outlet"])
    elif article["basis"] == "metadata":
        assert f'"{day}T' in raw
        assert article["outlet"] in raw
    else:
        assert not any(mark in raw for mark in ("datePublished", "article:published", "<time"))
        date = article["published"]
        forms = (f"{date.day} {date:%B %Y}".lower(), f"{date:%d.%m.%Y}")
        assert any(form in text_of(file).lower() for form in forms)
        assert article["outlet"] in raw


@pytest.mark.parametrize("article", ARTICLES, ids=FILES)
def test_words_of_the_truth_stand_in_the_file(article: dict[str, Any]) -> None:
    text = text_of(article["file"])
    missing: list[str] = []
    for item in article["statements"]:
        wanted = [item["as_written"], *item["text"]]
        wanted += [p["condition"] for p in item["positions"] if p["condition"]]
        missing += [words for words in wanted if squeeze(words) not in text]
    missing += [words for words in article["left_out"] if squeeze(words) not in text]
    for words in article.get("repeated", []):
        if text.count(squeeze(words)) < 2:
            missing.append(words)
    assert not missing


def test_statements_are_well_formed() -> None:
    speakers = {actor["name"] for actor in TRUTH["actors"]}
    for file, item in statements():
        where = (file, item["text"])
        assert item["grade"] in GRADES, where
        assert item["mode"] in MODES, where
        assert item["text"], where
        assert all(item["text"]), where
        if item["grade"] in ("named", "office", "outlet"):
            assert item["speaker"] in speakers, where
        for position in item["positions"]:
            assert position["option"] in OPTIONS[position["issue"]], where
            assert position["stance"] in STANCES, where
            assert (position["condition"] is not None) == (position["stance"] == "conditional"), where


def opens_inside(text: str, words: str) -> bool:
    """Whether some occurrence of the words begins inside quotation marks."""
    for match in re.finditer(re.escape(squeeze(words)), text):
        before = text[: match.start()]
        if before[-1:] in '“‘"':
            return True
        if before.rfind("“") > before.rfind("”") or before.count('"') % 2:
            return True
    return False


def test_direct_words_stand_in_quotation_marks_and_no_mark_hangs_at_their_ends() -> None:
    for file, item in statements():
        for words in item["text"]:
            assert words[0] not in '“‘"', (file, words)
            assert words[-1] not in '”’".,', (file, words)
        if item["mode"] == "direct" and not item["as_written"].isupper():
            assert all(opens_inside(text_of(file), words) for words in item["text"]), (file, item["text"])


def test_enough_is_exercised() -> None:
    used = Counter(p["option"] for _, item in statements() for p in item["positions"])
    assert len(used) >= 18
    assert len(statements()) >= 160
    stances = {p["stance"] for _, item in statements() for p in item["positions"]}
    assert stances == STANCES
    assert {item["grade"] for _, item in statements()} == GRADES
    assert {item["mode"] for _, item in statements()} == MODES


def test_copies_share_their_words() -> None:
    least = {"whole": 0.8, "part": 0.3, "rewritten": 0.15}
    most = {"whole": 1.0, "part": 0.5, "rewritten": 0.6}
    assert {copy["kind"] for copy in TRUTH["copies"]} == set(least)
    for copy in TRUTH["copies"]:
        share = shared(copy["original"], copy["copy"])
        assert least[copy["kind"]] <= share <= most[copy["kind"]], (copy, share)


def test_no_other_two_articles_are_copies() -> None:
    known = {frozenset((copy["original"], copy["copy"])) for copy in TRUTH["copies"]}
    for i, first in enumerate(FILES):
        for second in FILES[i + 1 :]:
            if frozenset((first, second)) not in known:
                assert shared(first, second) < 0.1, (first, second)


def test_references_point_to_words_and_files() -> None:
    names = {actor["name"] for actor in TRUTH["actors"]}
    for chain in TRUTH["chains"]:
        texts = [words for file, item in statements() if file == chain["file"] for words in item["text"]]
        assert chain["statement_text"] in texts
    for move in TRUTH["movements"]:
        assert squeeze(move["words"]) in text_of(move["file"])
        assert move["option"] in OPTIONS[move["issue"]]
        assert {move["from"], move["to"]} <= STANCES
    for difference in TRUTH["differences"]:
        assert squeeze(difference["words_a"]) in text_of(difference["a"])
        assert squeeze(difference["words_b"]) in text_of(difference["b"])
        assert difference["kind"] in ("amount", "fact")
    for denial in TRUTH["denials"]:
        assert denial["briefing"] in FILES
        assert squeeze(denial["words"]) in text_of(denial["denial"])
    for event in TRUTH["events"]:
        assert event["type"] in ("meeting", "call", "visit", "signing", "announcement")
        assert event["status"] in ("held", "planned", "cancelled", "rumoured")
        assert set(event["participants"]) <= names
        assert set(event["articles"]) <= set(FILES)


def test_dirt_of_each_kind_is_there() -> None:
    everything = "\n".join(text_of(file) for file in FILES)
    raw = {file: raw_text(file) for file in FILES}
    for words in (
        "404 Page not found",
        "stock imageSpecial envoy",
        "photo: QWOrlund",
        "Full or partial use of materials is permitted only",
        "Comments No comment",
        "Post a Comment",
        "We use cookies",
        "Most popular",
        "Share this",
        "Sign up to",
        "Axel Tronwick",
        "Aksel Tronvik",
        "Davor Tchelnik",
        "Davor Chelnik",
        "Pelmov",
        " — ",
        "“",
        "‘",
        '"',
    ):
        assert words in everything, words
    assert any("\u00a0" in text or "&nbsp;" in text for text in raw.values())
    assert any("cookie" in text for text in raw.values())
    assert sum("â€œ" in text for text in raw.values()) == 1
    assert any(file.endswith(".gz") for file in FILES)
    latin = (COVERAGE / "kta" / "kovrat-briefing.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        latin.decode("utf-8")
    assert any(article.get("repeated") for article in ARTICLES)
    assert any(article["published"] is None for article in ARTICLES)


def test_the_undated_interview_names_no_day() -> None:
    days = r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bMarch\b|\bApril\b|\b20\d\d\b"
    assert not re.search(days, text_of("pepper/tvedholt-interview.txt"))


def test_a_quotation_runs_over_two_paragraphs() -> None:
    paragraphs = raw_text("gazette/lets-go-of-a-word.txt.gz").split("\n\n")
    at = next(i for i, words in enumerate(paragraphs) if words.startswith("‘I do not want"))
    assert not paragraphs[at].endswith("’")
    assert paragraphs[at + 1].startswith("‘")
    assert paragraphs[at + 1].endswith("’")


def test_persons_are_not_listed_as_known_actors() -> None:
    listed = yaml.safe_load((COVERAGE / "actors.yaml").read_text(encoding="utf-8"))["actors"]
    persons = {actor["name"] for actor in TRUTH["actors"] if actor["kind"] == "person"}
    assert not persons & {actor["name"] for actor in listed}
    assert {actor["kind"] for actor in listed} == {"state", "organisation", "group"}
