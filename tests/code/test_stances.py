"""What the rules make of realistic sentences. The sentences and what is expected lie in stances.yaml."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord import code, resolve, syntax
from onrecord.model import Article, Attribution, Mode, Position, Span
from tests.code.ruled import ruled

_CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("stances.yaml").read_text(encoding="utf-8"))
_TAG = re.compile(r"</?([sct])>")


def marked(say: str, mode: Mode, lead: str = "") -> tuple[Article, Attribution]:
    """An article and an attribution from a sentence with <s>, <c> and <t> in it."""
    text = f"{lead} " if lead else ""
    spans: dict[str, list[Span]] = {"s": [], "c": [], "t": []}
    start = at = 0
    for tag in _TAG.finditer(say):
        text += say[at : tag.start()]
        at = tag.end()
        if tag[0].startswith("</"):
            spans[tag[1]].append(Span(start, len(text)))
        start = len(text)
    text += say[at:]
    article = Article("a", "a.txt", "a.txt", text, ())
    return article, Attribution(tuple(spans["s"]), tuple(spans["c"]), tuple(spans["t"]), mode, "by hand")


def positions_of(case: dict[str, Any]) -> tuple[Article, tuple[Position, ...]]:
    article, attribution = marked(case["say"], case.get("mode", "indirect"), case.get("lead", ""))
    passages = syntax.parse(article.text, syntax.paragraphs_of(article.text))
    (found,) = ruled(article, passages, (attribution,), code.codebook())
    return article, tuple(one for one in resolve.held(found, case.get("side")) if one.holder is None)


def _params() -> list[Any]:
    return [
        pytest.param(
            case,
            id=case["say"][:70],
            marks=[pytest.mark.xfail(strict=True, reason=case["wrong"])] if "wrong" in case else [],
        )
        for case in _CASES
    ]


@pytest.mark.parametrize("case", _params())
def test_positions_of_a_sentence(case: dict[str, Any]) -> None:
    article, found = positions_of(case)

    read = {
        p.option: [p.stance, article.text[p.condition.start : p.condition.end]] if p.condition else p.stance
        for p in found
    }
    assert read == case["expect"]
    assert all(0 < p.confidence <= 1 and p.why for p in found)
