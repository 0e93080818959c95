"""Issues and options proposed from what is said, and the codebook that is drafted from them."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import code
from onrecord.model import Article, Attribution, Dated, Span, Statement
from onrecord.syntax import paragraphs_of

SAID = [
    ("Norland", "Norland wants to increase the herring quota before the winter."),
    ("Suderland", "Suderland rejects any plan to increase the herring quota."),
    ("Norland", "The minister demanded a joint fishing zone off the islands."),
    ("Suderland", "The envoy said her country could not accept a joint fishing zone."),
    ("Norland", "Norland insists that the sanctions be lifted at once."),
    ("Suderland", "Suderland is ready to lift the sanctions on timber."),
    (None, "A skipper said the weather was fine and the herring was fat."),
]


def collection(said: list[tuple[str | None, str]]) -> tuple[list[Article], list[Statement]]:
    articles = [Article(f"{n:02}", f"{n}.txt", f"{n}.txt", text, ()) for n, (_, text) in enumerate(said)]
    statements = []
    for article, (side, _) in zip(articles, said, strict=True):
        spans = (Span(0, len(article.text)),)
        whole = Attribution((), (), spans, "indirect", "by hand")
        statements.append(Statement(article.id, article.id, whole, None, None, side, None, Dated()))
    return articles, statements


def test_what_two_sides_want_or_reject_is_suggested_with_its_words() -> None:
    issues = code.suggest(*collection(SAID))

    options = {option.name: option for issue in issues for option in issue.options}
    assert options.keys() == {"Increase quota", "Joint fishing zone", "Lift sanctions"}
    assert options["Lift sanctions"].phrases == ("lift ... sanction", "sanction ... lift")
    assert all(option.sides == ("Norland", "Suderland") and option.articles == 2 for option in options.values())


def test_every_example_is_the_articles_own_words() -> None:
    articles, statements = collection(SAID)
    texts = {article.id: article.text for article in articles}

    for issue in code.suggest(articles, statements):
        for quoted in (quoted for option in issue.options for quoted in option.examples):
            assert texts[quoted.article][quoted.span.start : quoted.span.end] == quoted.text


def test_the_order_of_the_collection_makes_no_difference() -> None:
    articles, statements = collection(SAID)
    first = code.suggest(articles, statements)

    random.Random(7).shuffle(articles)
    random.Random(8).shuffle(statements)

    assert code.suggest(articles, statements) == first


def test_the_draft_is_a_codebook_whose_phrases_find_its_options() -> None:
    book = code.codebook_of(code.draft(code.suggest(*collection(SAID)), "Herring"))

    assert book.name == "Herring"
    assert [finding for finding in code.check(book) if finding.fault] == []
    for issue in book.issues:
        for option in issue.options:
            tried = [code.attempt(example.text, book) for example in option.examples]
            found = {(o.issue, o.option) for one in tried for o in one.coded}
            found |= {(o.issue, o.option) for one in tried for o in one.mentioned}
            assert (issue.id, option.id) in found


def test_nothing_is_suggested_from_nothing() -> None:
    assert code.suggest([], []) == ()
    assert code.suggest(*collection([(None, "\u202e\U0001f54a\x00 \n\n")])) == ()
    with pytest.raises(ValueError, match="needs an issue"):
        code.draft((), "Nothing")


WORDS = st.text(min_size=1, max_size=12)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4), WORDS)
def test_a_draft_of_any_words_is_a_codebook(named: list[tuple[str, str, str]], name: str) -> None:
    issues = [
        code.SuggestedIssue(
            issue,
            tuple(
                code.SuggestedOption(own, ("quota",), (text,), 2, (code.Quoted(text, Span(0, 1), text, text),))
                for own in (option, option, option.upper())
            ),
        )
        for issue, option, text in named
    ]

    book = code.codebook_of(code.draft(issues, name))

    names = [option.name for issue in book.issues for option in issue.options]
    assert len(names) == 3 * len(issues)
    assert len({known.casefold() for known in names}) == len(names)
    assert paragraphs_of(book.source)
