"""Given statements of several articles, when they report the same words of the same speaker, then they are one."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import trace
from onrecord.model import Article, Attribution, Dated, Grade, Mode, Paragraph, Span, Statement, Utterance

FULL = "“The draft on the harbour is a work in progress and the fleet stays in Tarn,”"


def told(
    id: str,
    words: str,
    actor: str | None = "brandt",
    published: str = "2024-03-05",
    said: str | None = None,
    mode: Mode = "direct",
    grade: Grade | None = "named",
) -> tuple[Statement, Article]:
    article = Article(f"art-{id}", id, "", words, (Paragraph(Span(0, len(words))),), published=Dated(published, "page"))
    found = Attribution((), (), (Span(0, len(words)),), mode, "by hand")
    when = Dated(said, "text") if said else Dated()
    return Statement(id, article.id, found, actor, None, None, grade, when), article


def joined(*given: tuple[Statement, Article]) -> tuple[Utterance, ...]:
    return trace.utterances([s for s, _ in given], {a.id: a for _, a in given})


def members(*given: tuple[Statement, Article]) -> list[list[str]]:
    return [[report.statement for report in one.reports] for one in joined(*given)]


def test_a_quotation_and_its_trimmed_form_are_one_with_the_fullest_first() -> None:
    assert members(told("a", "“a work in progress and the fleet stays in Tarn”"), told("b", FULL)) == [["b", "a"]]


def test_a_word_that_differs_is_listed_where_it_stands() -> None:
    other = FULL.replace("work in progress", "work of progress")
    (one,) = joined(told("a", FULL), told("b", other))
    assert [(FULL[a.start : a.end], other[b.start : b.end]) for a, b in one.reports[1].differs] == [("in", "of")]


def test_a_paraphrase_of_the_same_days_joins_and_one_of_another_month_does_not() -> None:
    words = "the northern harbour of Tarn would open to Ostrel's fishing fleet before winter"
    same = told("b", f"that {words}", mode="indirect", published="2024-03-06")
    later = told("c", f"that {words}", mode="indirect", published="2024-09-06")
    assert members(told("a", words, mode="indirect"), same) == [["b", "a"]] or members(
        told("a", words, mode="indirect"), same
    ) == [["a", "b"]]
    assert members(told("a", words, mode="indirect"), later) == []


def test_two_named_persons_are_two() -> None:
    assert members(told("a", FULL), told("b", FULL, actor="lund")) == []


def test_nothing_is_said_once_on_two_days() -> None:
    assert members(told("a", FULL, said="2024-03-04"), told("b", FULL, said="2024-03-05")) == []
    assert len(members(told("a", FULL, said="2024-03"), told("b", FULL, said="2024-03-05"))) == 1


def test_nothing_is_reported_before_it_is_said() -> None:
    early = told("a", FULL, published="2024-02-01")
    assert members(early, told("b", FULL, said="2024-03-05")) == []


def test_the_very_words_of_somebody_unnamed_join_and_a_phrase_does_not() -> None:
    unnamed = told("b", FULL, actor="a source", grade="unnamed source")
    assert len(members(told("a", FULL), unnamed)) == 1
    phrase = "“a work in progress”"
    assert members(told("a", phrase), told("b", phrase, actor=None, grade=None)) == []


def test_a_few_quoted_words_are_one_utterance_of_one_person_on_one_day_alone() -> None:
    short = "that the pact was a “horrible one-sided deal” and the fleet would soon leave the bay"
    other = "“This was a horrible one-sided deal that nobody from Tarn had ever wanted to sign in the first place”"
    assert len(members(told("a", short), told("b", other, published="2024-03-06"))) == 1
    assert members(told("a", short), told("b", other, published="2024-03-09")) == []
    assert members(told("a", short, grade="office"), told("b", other, grade="office")) == []


def test_a_paraphrase_in_another_order_is_one_utterance_of_one_person_on_one_day_alone() -> None:
    one = "that Ostrel would end joint naval exercises with its northern neighbour Tarn"
    other = "he will be ending joint naval exercises between Tarn and Ostrel"
    given = told("a", one, mode="indirect")
    assert len(members(given, told("b", other, mode="indirect"))) == 1
    assert members(given, told("b", other, mode="indirect", published="2024-03-12")) == []
    assert members(given, told("b", other, mode="indirect", actor="lund")) == []


def test_stock_words_join_nobody() -> None:
    assert members(told("a", "“we will see what they do”"), told("b", "“we will see what they do”")) == []


WORDS = st.lists(
    st.sampled_from(["harbour", "fleet", "bridge", "toll", "the", "of", "a", "and", "truce", "guard"]),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(WORDS, st.sampled_from(["x", "y", None]), st.booleans()), max_size=6),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter_and_nobody_is_in_two(
    rows: list[tuple[list[str], str | None, bool]], chance: random.Random
) -> None:
    given = [
        told(str(n), "“" + " ".join(words) + "”", actor, grade="named" if named else "office")
        for n, (words, actor, named) in enumerate(rows)
    ]
    found = joined(*given)
    chance.shuffle(given)
    assert joined(*given) == found
    every = [report.statement for one in found for report in one.reports]
    assert len(every) == len(set(every))
    assert all(len(one.reports) > 1 for one in found)
    texts = {s.id: a.text for s, a in given}
    for one in found:
        for report in one.reports:
            assert all(b.end <= len(texts[report.statement]) for _, b in report.differs)
