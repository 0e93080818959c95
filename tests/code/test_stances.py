"""What the rules make of realistic sentences. The sentences and what is expected lie in stances.yaml."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.tokens import Span as Tokens

from onrecord import code, resolve, syntax
from onrecord.code._rules import sentences
from onrecord.code._rules.mentions import Naming
from onrecord.code._rules.rules import Rules
from onrecord.code._rules.sentences import Sentences
from onrecord.code._rules.tree import Tree
from onrecord.model import Article, Attribution, Mode, Position, Span
from tests.code.ruled import reading_of, ruled

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


def test_the_work_on_a_run_on_sentence_grows_with_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    # Given sentences that go on and on, one four times as long as the other
    clause = "the envoys said Russia would accept an immediate ceasefire and foreign troops and "
    compared: list[None] = []
    for name in ("misreads", "covers"):
        plain = getattr(Naming, name)

        def counted(one: Naming, other: Naming, plain: Callable[[Naming, Naming], bool] = plain) -> bool:
            compared.append(None)
            return plain(one, other)

        monkeypatch.setattr(Naming, name, counted)
    counts: list[int] = []
    for times in (10, 40):
        text = clause * times + "nothing came of it."
        passages = syntax.parse(text, syntax.paragraphs_of(text))
        # When they are read
        compared.clear()
        Sentences(passages, code.codebook())
        counts.append(len(compared))
    # Then so many more phrases are held against each other, and not sixteen times as many
    assert 0 < counts[1] < 6 * counts[0]


def test_words_of_stance_are_looked_for_once_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    # Given a sentence that three attributions share
    article, one = marked("<s>Moscow</s> <c>said</c> <t>it would reject an immediate ceasefire</t>.", "indirect")
    passages = syntax.parse(article.text, syntax.paragraphs_of(article.text))
    reading, lexicon = reading_of(article, passages, (one, one, one))
    looked: list[None] = []
    plain = sentences._operators

    def counted(sentence: Tokens, tree: Tree) -> sentences.Operators:
        looked.append(None)
        return plain(sentence, tree)

    monkeypatch.setattr(sentences, "_operators", counted)
    # When all is asked of each of them
    rules = Rules(reading, passages, code.codebook(), lexicon)
    for number in range(3):
        assert rules.positions(number)
        assert rules.voiced(number)
        assert rules.holder(number) is None
    # Then its words of stance were looked for once
    assert len(looked) == 1


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("<s>Zelensky</s> <c>rejected</c> <t>Moscow's demand that Ukraine withdraw from Donbas</t>.", None),
        ("<s>Zelensky</s> <c>said</c> <t>Moscow demanded that Ukraine withdraw from Donbas</t>.", "Russia"),
        ('<s>Zelensky</s> <c>told</c> governors at their yearly meeting.<t>"We want a ceasefire,"</t>', None),
    ],
)
def test_who_rejects_a_demand_tells_the_will_of_no_other(text: str, holder: str | None) -> None:
    # Given somebody else's demand, which is rejected or reported
    article, one = marked(text, "indirect")
    passages = syntax.parse(article.text, syntax.paragraphs_of(article.text))
    reading, lexicon = reading_of(article, passages, (one,))
    # When it is asked whose will the words tell
    # Then it is that of who rejects, and of who is reported to demand
    assert Rules(reading, passages, code.codebook(), lexicon).holder(0) == holder
