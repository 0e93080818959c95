"""Where words come from: 149 statements whose chain was marked by reading, and the utterances that two articles share.

    python -m evals.trace.chains

A statement counts as found when an attribution of the program holds at least half of its words; one that is not found
is wrong in every figure. `origin` is the kind of the last link, `kinds` the kinds of all in order, `names` the share of
named links, of chains with the right kinds, that bear the right name. Chains are marked on the texts as they lie in the
corpora, which is why the attributions are read from these. Of the pairs of articles in `pairs.jsonl` those labelled
`utterance` should share an utterance and those labelled `unrelated` should not (copies share what they quote, and have
no say); `places` is the share of the marked places of utterances that one joins.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from evals.attribution.tables import aligned
from evals.corpora import corpora
from evals.speakers import FILES, article_of
from onrecord import date, resolve, trace
from onrecord.attribute import reader
from onrecord.model import Article, Attribution, Dated, Link, Reading, Span, Statement, Utterance
from onrecord.syntax import parse

HERE = Path(__file__).parent
CHAINS, PAIRS = HERE / "chains.jsonl", HERE / "pairs.jsonl"
PARTS = ("open", "shut")
KINDS = {"person": "named", "outlet": "another outlet"}  # the gold's words for a link, where the model has others
WORD = re.compile(r"\w+")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold statement, the chain that the program gives it (None: not found), and what of it is right."""

    gold: Row
    chain: tuple[Link, ...] | None
    origin: bool
    kinds: bool
    names: tuple[bool, ...]  # of the links that have a name in the gold, where the kinds are right


def rows(file: Path, part: str | None = None) -> list[Row]:
    """The rows of a gold file, all or those of one part."""
    found = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [row for row in found if part in (None, row["part"])]


def run(chosen: Sequence[Row]) -> list[Judged]:
    """Read the articles of some gold statements and judge the chain of each."""
    judged: list[Judged] = []
    for collection in sorted({row["collection"] for row in chosen}):
        here = [row for row in chosen if row["collection"] == collection]
        articles = articles_of(collection)
        for name in sorted({row["article"] for row in here}):
            reading = traced(articles[name])
            judged += [judge(row, reading) for row in here if row["article"] == name]
    return judged


@cache
def articles_of(collection: str) -> Mapping[str, Article]:
    """The articles of a collection by their ids, their texts as they lie there."""
    if collection == "seeds":
        texts = {path.name: path.read_text(encoding="utf-8") for path in sorted((corpora() / "seeds").glob("*.txt"))}
        return {name: article_of({"id": name, "text": text, "outlet": None}) for name, text in texts.items()}
    with (corpora() / FILES[collection]).open(encoding="utf-8") as lines:
        found = {row["id"]: row for row in map(json.loads, lines)}
    return {
        name: replace(article_of(row), published=Dated(row["published"], "metadata" if row["published"] else "unknown"))
        for name, row in found.items()
    }


def traced(article: Article) -> Reading:
    """An article with its attributions, their speakers and chains."""
    passages = parse(article.text, [paragraph.span for paragraph in article.paragraphs])
    lexicon = resolve.lexicon()
    attributions = reader("model")(article.text, passages)
    referents, speakers = resolve.refer(article, passages, attributions, lexicon)
    said = date.said(article, passages, attributions, speakers)
    reading = Reading(article, attributions, referents, speakers, said)
    return replace(reading, chains=trace.chains(reading, passages, lexicon))


def judge(row: Row, reading: Reading) -> Judged:
    """Hold the chain of the attribution that has most of a gold statement's words against the gold."""
    wanted = {at for start, end in row["content"] for at in range(start, end)}

    def shared(attribution: Attribution) -> int:
        return sum(at in wanted for span in attribution.content for at in range(span.start, span.end))

    best = max(range(len(reading.attributions)), key=lambda n: shared(reading.attributions[n]), default=None)
    if best is None or 2 * shared(reading.attributions[best]) < len(wanted):
        return Judged(row, None, False, False, ())
    chain = reading.chains[best]
    origin = bool(chain) and chain[-1].kind == KINDS.get(row["origin"], row["origin"])
    kinds = len(chain) == len(row["chain"]) and all(map(same_kind, row["chain"], chain))
    named = [(link["name"], mine) for link, mine in zip(row["chain"], chain, strict=False) if kinds and link["name"]]
    names = tuple(any(same_name(name, ours) for ours in (mine.name, *_written(mine, reading))) for name, mine in named)
    return Judged(row, chain, origin, kinds, names)


def _written(link: Link, reading: Reading) -> list[str]:
    """The words that a link points at: "the Kremlin" is right, though its canonical name is Russia."""
    return [reading.article.text[span.start : span.end] for span in link.spans]


def same_kind(gold: Row, link: Link) -> bool:
    """Whether a link has the kind of a gold link. A group with names is of persons or bodies, another of sources."""
    if gold["kind"] == "group":
        return link.kind in (("named", "office") if gold["name"] else ("unnamed source", "unnamed official"))
    return bool(link.kind == KINDS.get(gold["kind"], gold["kind"]))


def same_name(gold: str, name: str) -> bool:
    """Whether two names share their last word, or all words of one are in the other; case and accents do not count."""
    a, b = _words(gold), _words(name)
    return bool(a and b) and (a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a))


def _words(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return [word for word in WORD.findall(plain) if word != "the"]


@dataclass(frozen=True, slots=True)
class Shared:
    """A labelled pair of articles, and the pairs of places in them that the program takes for one utterance."""

    gold: Row
    found: tuple[tuple[Sequence[Span], Sequence[Span]], ...]

    def places(self) -> list[bool]:
        """For each marked place of an utterance, whether a found one touches it in both articles."""
        return [
            any(_touch(ours, a, b) and _touch(theirs, c, d) for ours, theirs in self.found)
            for a, b, c, d in self.gold["spans"]
        ]


def _touch(spans: Iterable[Span], start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in spans)


def shared(readings: Iterable[Reading], chosen: Sequence[Row]) -> list[Shared]:
    """What the utterances of a collection join in some labelled pairs of it."""
    known = {reading.article.id: reading for reading in readings}
    lexicon = resolve.lexicon()
    actors, identity = resolve.cast(((id, reading.referents) for id, reading in known.items()), lexicon)
    by_id = {actor.id: actor for actor in actors}
    statements = [s for reading in known.values() for s in resolve.statements(reading, identity, by_id)]
    found = trace.utterances(statements, {id: reading.article for id, reading in known.items()})
    return _pairs_of(found, {statement.id: statement for statement in statements}, chosen)


def _pairs_of(found: Iterable[Utterance], by_id: Mapping[str, Statement], chosen: Sequence[Row]) -> list[Shared]:
    joined: dict[tuple[str, str], list[tuple[Sequence[Span], Sequence[Span]]]] = defaultdict(list)
    for utterance in found:
        told = [by_id[report.statement] for report in utterance.reports]
        for one in told:
            for other in told:
                joined[one.article, other.article].append((one.attribution.content, other.attribution.content))
    return [Shared(row, tuple(joined.get((row["a"], row["b"]), ()))) for row in chosen]


def figures(judged: Sequence[Judged]) -> dict[str, float]:
    """Shares in percent."""
    names = [right for one in judged for right in one.names]
    return {
        "found": _share([one.chain is not None for one in judged]),
        "origin": _share([one.origin for one in judged]),
        "kinds": _share([one.kinds for one in judged]),
        "names": _share(names),
    }


def utterance_figures(pairs: Sequence[Shared]) -> dict[str, float]:
    """Precision and recall of pairs of articles, and the share of marked places, in percent."""
    same = [pair for pair in pairs if pair.gold["label"] == "utterance"]
    other = [pair for pair in pairs if pair.gold["label"] == "unrelated"]
    said = [pair in same for pair in (*same, *other) if pair.found]
    return {
        "precision": _share(said),
        "recall": _share([bool(pair.found) for pair in same]),
        "places": _share([right for pair in same for right in pair.places()]),
    }


def _share(right: Sequence[bool]) -> float:
    return 100 * sum(right) / len(right) if right else 0.0


def main() -> None:
    """Print chains by part and by length, then utterances by part."""
    judged = run(rows(CHAINS))
    table = [["chains", "statements", "found", "origin", "kinds", "names"]]
    for part in PARTS:
        here = [one for one in judged if one.gold["part"] == part]
        relayed = [one for one in here if len(one.gold["chain"]) > 1]
        for name, some in ((part, here), (f"{part}, two links or more", relayed)):
            table.append([name, str(len(some)), *(f"{value:.0f}" for value in figures(some).values())])
    print(aligned(table))
    labelled = rows(PAIRS)
    pairs: list[Shared] = []
    for collection in sorted({row["collection"] for row in labelled}):
        readings = [traced(article) for article in articles_of(collection).values()]
        pairs += shared(readings, [row for row in labelled if row["collection"] == collection])
    table = [["utterances", "pairs", "precision", "recall", "places"]]
    for part in PARTS:
        here_too = [pair for pair in pairs if pair.gold["part"] == part]
        table.append([part, str(len(here_too)), *(f"{value:.0f}" for value in utterance_figures(here_too).values())])
    print(f"\n{aligned(table)}")


if __name__ == "__main__":
    main()
