"""Who the speaker is: 633 attributions whose canonical speaker was named by reading (rule.md), by kind of mention.

Each attribution is given to `resolve` as it was marked by hand, among those that the reader finds in the rest of its
article, so that what is measured is the resolving and not the reading. Each corpus's articles are one collection.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.corpora import corpora
from onrecord import resolve
from onrecord.attribute import attribute
from onrecord.model import Actor, Article, Attribution, Paragraph, Referent, Span, Spans, Speaker
from onrecord.syntax import paragraphs_of, parse

GOLD = Path(__file__).with_name("gold.jsonl")
FILES = {
    "polnear-dev": "polnear/dev.jsonl",
    "iran-nuclear": "coverage/iran-nuclear.jsonl",
    "north-korea": "coverage/north-korea.jsonl",
    "trade": "coverage/trade.jsonl",
}
MENTIONS = ("name", "pronoun", "role", "body", "group", "unnamed", "none")
WORD = re.compile(r"\w+")
SMALL = frozenset({"a", "an", "the", "of", "for", "and", "in", "on", "at", "to", "with", "his", "her", "its", "their"})
COUNTING = frozenset({"one", "two", "some", "many", "most"})
STEM = 5  # letters that two words have in common when they are forms of one: "Republicans", "Republican Party"

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold attribution, whom the program takes for its speaker, and whether that is right."""

    gold: Row
    actor: Actor | None
    right: bool


def run(part: str | None = None, rows: Sequence[Row] | None = None) -> list[Judged]:
    """Resolve all gold attributions, those of the part "open" or "shut", or the given ones."""
    chosen = [row for row in (rows or gold()) if part in (None, row["part"])]
    judged: list[Judged] = []
    for corpus in FILES:
        here = [row for row in chosen if row["corpus"] == corpus]
        judged += _collection(here, texts_of(corpus)) if here else []
    return judged


def gold() -> list[Row]:
    """All rows that were labelled."""
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def texts_of(corpus: str) -> dict[str, Row]:
    """The articles of a corpus by their ids."""
    with (corpora() / FILES[corpus]).open(encoding="utf-8") as lines:
        return {row["id"]: row for row in map(json.loads, lines)}


def _collection(rows: Sequence[Row], texts: dict[str, Row]) -> list[Judged]:
    by_article: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_article[row["article"]].append(row)
    lexicon = resolve.lexicon(())
    referents: list[tuple[str, tuple[Referent, ...]]] = []
    said: list[tuple[Row, Speaker]] = []
    for name, here in sorted(by_article.items()):
        article = article_of(texts[name])
        marked = [(by_hand(row), row) for row in here]
        rest = [a for a in attribute(article.text) if not any(touch(a, one) for one, _ in marked)]
        every = sorted([*((a, None) for a in rest), *marked], key=lambda pair: pair[0].content)
        passages = parse(article.text, [p.span for p in article.paragraphs])
        known, speakers = resolve.refer(article, passages, [a for a, _ in every], lexicon)
        referents.append((name, known))
        said += [(row, speaker) for (_, row), speaker in zip(every, speakers, strict=True) if row is not None]
    actors, identity = resolve.cast(referents, lexicon)
    by_id = {actor.id: actor for actor in actors}
    judged: list[Judged] = []
    for row, speaker in said:
        actor = None if speaker.referent is None else by_id.get(identity.get((row["article"], speaker.referent), ""))
        judged.append(Judged(row, actor, is_right(row, actor, texts[row["article"]]["text"])))
    return judged


def article_of(row: Row) -> Article:
    """An article of the corpora, its text as it stands there."""
    text = row["text"]
    title = row.get("title") or ""
    paragraphs = tuple(
        Paragraph(span, "title" if span.start == 0 and title and text[: span.end].startswith(title) else "body")
        for span in paragraphs_of(text)
    )
    author = row.get("authors") or row.get("author")
    return Article(row["id"], row["id"], "", text, paragraphs, title, row["outlet"], author=author)


def by_hand(row: Row) -> Attribution:
    """The attribution that a row marks."""
    return Attribution(_spans(row["source"]), _spans(row["cue"]), _spans(row["content"]), "indirect", "by hand")


def _spans(pairs: Iterable[Sequence[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)


def touch(one: Attribution, other: Attribution) -> bool:
    """Whether two contents share a character."""
    return any(a.start < b.end and b.start < a.end for a in one.content for b in other.content)


def is_right(row: Row, actor: Actor | None, text: str) -> bool:
    """Whether an actor is the speaker that a person named; the rule is written out in rule.md."""
    asked = row["is"]
    if actor is None or asked == "none":
        return actor is None and asked == "none"
    if asked == "person":
        return actor.kind == "person" and any(same_person(name, actor.name) for name in row["names"])
    if row.get("members"):
        return any(same_person(name, actor.name) or same_body(name, actor.name) for name in row["names"])
    if actor.kind == "person":
        return False
    if asked == "body":
        return any(same_body(name, form) for name in row["names"] for form in (actor.name, *actor.aliases))
    if row["of"] and same_body(row["of"], actor.name):
        return True
    if asked == "unnamed":
        return actor.kind in {"unnamed", "office", "group"}
    told = [*row["names"], *(text[start:end] for start, end in row["source"])]
    return bool(_stems(told) & _stems([actor.name]))


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return WORD.findall("".join(c for c in plain if not unicodedata.combining(c)).replace(".", ""))


def same_person(true: str, found: str) -> bool:
    """Whether two names can be one person's."""
    one, other = _words(true), _words(found)
    return bool(one and other) and (set(one) <= set(other) or set(other) <= set(one)) and one[-1] in other


def same_body(true: str, found: str) -> bool:
    """Whether two names can be one body's."""
    one, other = set(_words(true)) - SMALL, set(_words(found)) - SMALL
    return bool(one and other) and (one <= other or other <= one)


def _stems(names: Iterable[str]) -> set[str]:
    return {word[:STEM] for name in names for word in _words(name) if word not in SMALL | COUNTING}


def table(judged: Sequence[Judged]) -> str:
    """Right of all by kind of mention, and by corpus; and unnamed ones that were turned into a person."""
    lines = [_line("all", judged), _line("of which sure", [j for j in judged if j.gold["sure"]])]
    lines += [_line(f"  {kind}", [j for j in judged if j.gold["mention"] == kind]) for kind in MENTIONS]
    lines.append(_line("pronouns and roles", [j for j in judged if _by_no_name(j)]))
    for part in ("open", "shut"):
        half = [j for j in judged if j.gold["part"] == part]
        lines += [_line(part, half), _line("  pronouns and roles", [j for j in half if _by_no_name(j)])]
        lines.append(_line("  of coverage", [j for j in half if not j.gold["corpus"].startswith("polnear")]))
    lines += [_line(f"  {corpus}", [j for j in judged if j.gold["corpus"] == corpus]) for corpus in FILES]
    made = Counter(j.actor.kind if j.actor else "nobody" for j in judged if j.gold["is"] == "unnamed")
    lines.append(f"unnamed sources taken for a person: {made['person']} of {made.total()}")
    return "\n".join(lines)


def _by_no_name(judged: Judged) -> bool:
    return judged.gold["mention"] in {"pronoun", "role"}


def _line(name: str, judged: Sequence[Judged]) -> str:
    right = sum(j.right for j in judged)
    return f"{name:22}{100 * right / max(1, len(judged)):5.1f} %  ({right} of {len(judged)})"


def main() -> None:
    """Print the figures."""
    print(table(run()))
