"""What a sentence's words of will are, found once however many statements stand in it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from spacy.tokens import Span as Tokens

from onrecord.code._author import wishes
from onrecord.model import Article, Attribution, Dated, Span, Statement


def test_a_sentence_is_read_once_for_all_its_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Norland wants to lift the quota and Suderland demands a truce."
    article = Article("a", "a.txt", "a.txt", text, ())
    contents = [Span(0, 31), Span(36, len(text)), Span(0, len(text))]
    statements = [
        Statement(str(n), "a", Attribution((), (), (content,), "indirect", "by hand"), None, None, "N", None, Dated())
        for n, content in enumerate(contents)
    ]
    read: list[str] = []
    roles = wishes._roles

    def counted(sentence: Tokens) -> Mapping[int, frozenset[str]]:
        read.append(sentence.text)
        return roles(sentence)

    monkeypatch.setattr(wishes, "_roles", counted)

    found = [wish.words for wish in wishes.wishes(article, statements)]

    assert read == [text]
    assert found == [("quota",), ("truce",), ("quota",), ("truce",)]
