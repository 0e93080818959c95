"""Statements of real news that were coded to train on, from articles that evals/positions has nothing of.

`real.jsonl` holds ids, offsets and codes of statements, `told.jsonl` positions that an article tells outside of them.
`weighing.jsonl` are statements on trade, a subject of which the network never sees anything; the verdict is fitted on
them. The text comes from the public corpora (docs/corpora.md). Coded by the guide in
evals/positions/guide.md, with the codebook `nonproliferation` for Iran and North Korea, `campaign.yaml` for PolNeAR's
articles of 2016. In `own.jsonl` each article of PolNeAR has options of its own, written for it by its reader, some of
them traps on which nobody takes a stance: so the network sees thousands of options, and not a few often.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from evals.corpora import corpora
from evals.positions import CODEBOOKS, gold
from evals.speakers import texts_of
from onrecord import code
from onrecord.code._network.reading import context_of
from onrecord.code._network.typical import asked_of, plain
from training.attribution.corpus import articles as rows_of
from training.positions.passages import Row

HOME = Path(__file__).parent
CORPORA = {
    "iran-nuclear": Path("nonproliferation"),
    "north-korea": Path("nonproliferation"),
    "polnear": HOME / "campaign.yaml",
}
NAMED = 0.3  # how often one more party is asked for
NAME = re.compile(r"(?<![.!?\"“] )\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")


def real(draw: random.Random) -> Iterator[Row]:
    """A passage for each statement, in the form of the written ones; `beside` are all options of its codebook.

    Codes that the coder was not sure of are asked at half the weight. Nothing on trade is among them: its codebook
    stands for one that nobody has seen. Raises FileNotFoundError where the public corpora are missing.
    """
    for corpus, file in CORPORA.items():
        articles = _of_polnear() if corpus == "polnear" else texts_of(corpus)
        texts = {name: article["text"] for name, article in articles.items()}
        options = options_of(file)
        for row in lines("real.jsonl"):
            if row["corpus"] == corpus:
                yield passage_of(row, texts[row["article"]], options, draw)
        for row in lines("told.jsonl"):
            if row["corpus"] == corpus:
                yield _told(row, texts[row["article"]], options)
    yield from _with_own_options(draw)


def _with_own_options(draw: random.Random) -> Iterator[Row]:
    articles = _of_polnear()
    for of_article in lines("own.jsonl"):
        text = articles[of_article["article"]]["text"]
        for row in of_article["statements"]:
            yield passage_of({**row, "corpus": of_article["article"]}, text, of_article["options"], draw)


def _of_polnear() -> dict[str, Row]:
    return {row["id"]: row for row in rows_of(corpora() / "polnear" / "train.jsonl")}


def lines(name: str) -> list[Row]:
    """The rows of a file beside this one."""
    return [json.loads(line) for line in (HOME / name).read_text(encoding="utf-8").splitlines()]


def options_of(file: Path) -> dict[str, str]:
    """A codebook's options in words, by issue and option; their examples come from the statements (`data`)."""
    return {f"{issue.id}.{o.id}": plain(o) for issue in code.codebook(file).issues for o in issue.options}


def open_half() -> Iterator[tuple[Row, Row]]:
    """The gold statements that are for building, each with its passage and the options as the program asks them."""
    for corpus, file in CODEBOOKS.items():
        texts = texts_of(corpus)
        options = {".".join(key): option for key, option in asked_of(code.codebook(file)).items()}
        for row in gold("open"):
            if row["corpus"] == corpus:
                yield row, passage_of(row, texts[row["article"]]["text"], options, None)


def passage_of(row: Row, text: str, options: dict[str, str], draw: random.Random | None) -> Row:
    """One coded statement with its context. With something to draw with, one more party that it names is asked for."""
    spans = [span for part in ("source", "cue", "content") for span in row[part]]
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    passage = slice(*context_of(text, low, high))
    source = " ".join(text[a:b] for a, b in row["source"]) or "the article"
    says, shown = text[low:high], text[passage]
    labels = [_label(one, says, source if one["voice"] == "own" else one["holder"], options, text, shown)
              for one in row["positions"]]  # fmt: skip
    silent = [(source, says)]
    if draw is not None:
        holders = " ".join([source, *(one["holder"] for one in row["positions"])])
        named = [name for name in NAME.findall(" ".join(text[a:b] for a, b in row["content"])) if name not in holders]
        silent += [(draw.choice(named), says)] if named and draw.random() < NAMED else []
    return {"talks": row["corpus"], "passage": shown, "labels": labels, "silent": silent, "beside": [*options.values()]}


def _told(row: Row, text: str, options: dict[str, str]) -> Row:
    """A position that the article tells."""
    low, high = row["words"]
    shown = text[slice(*context_of(text, low, high))]
    labels = [_label(row, text[low:high], row["holder"], options, text, shown)]
    return {"talks": row["corpus"], "passage": shown, "labels": labels, "beside": [*options.values()]}


def _label(one: Row, says: str, holder: str, options: dict[str, str], text: str, shown: str) -> Row:
    condition = text[slice(*one["condition"])] if one["condition"] else None
    return {
        "holder": holder,
        "says": says,
        "option": options[one["option"]],
        "stance": one["stance"],
        "condition": condition if condition and condition in shown else None,
        "sure": one["sure"],
    }
