"""The collection: order, ids, statements."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Article, Attribution, Paragraph, Reading, Span
from onrecord.resolve import cast, lexicon, refer, statements
from onrecord.syntax import paragraphs_of, parse
from tests.resolve.marked import heard, read

TEXTS = (
    "[[Ukrainian President Volodymyr Zelensky]] met Russian envoy Kirill Dmitriev. [[He]] said the front held.",
    "[[Zelenskiy]] said no. [[President Putin]] said yes. [[US officials]] were silent.",
    "[[Vladimir Putin, the Russian president,]] told [[Peskov]] to wait. [[The Kremlin]] said nothing.",
    "[[Dmitri Peskov]] and [[Kremlin spokesman Dmitry Peskov]] are one. [[Kim]] said so.",
    "[[North Korean leader Kim Jong Un]] wrote to [[Kim Yong Chol]]. [[The North Korean leader]] waited.",
    "[[Foreign Minister Ri Yong Ho]] spoke. [[The president]] said Bush was right. [[George W. Bush]] agreed.",
    "[[George Bush]] said it. [[George H.W. Bush]] had said it first. [[Mr. Bush]] left.",
    "[[A US official]] told Reuters. [[Reuters]] said the Obama administration knew. [[Obama]] denied it.",
)
READINGS = [read(f"t{i}", text) for i, text in enumerate(TEXTS)]
INPUT = [(r.article.id, r.referents) for r in READINGS]


@given(st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_cast_is_the_same_in_any_order(chance: random.Random) -> None:
    shuffled = INPUT[:]
    chance.shuffle(shuffled)
    assert cast(shuffled, lexicon()) == cast(INPUT, lexicon())


@given(st.sets(st.integers(0, len(INPUT) - 1), min_size=1))
@settings(max_examples=30, deadline=None)
def test_every_referent_has_one_actor(chosen: set[int]) -> None:
    some = [INPUT[i] for i in sorted(chosen)]
    actors, identity = cast(some, lexicon())
    assert set(identity) == {(article, r.number) for article, referents in some for r in referents}
    assert set(identity.values()) == {actor.id for actor in actors}
    assert len({actor.id for actor in actors}) == len(actors)


def test_statements_keep_words_order_and_ids() -> None:
    actors, identity = cast(INPUT, lexicon())
    by_id = {actor.id: actor for actor in actors}
    made = statements(READINGS[0], identity, by_id)
    assert [s.as_written for s in made] == ["Ukrainian President Volodymyr Zelensky", "He"]
    assert [by_id[s.actor or ""].name for s in made] == ["Volodymyr Zelenskyy"] * 2
    assert [s.side for s in made] == ["Ukraine", "Ukraine"]
    assert len({s.id for s in made}) == 2
    assert all(len(s.id) == 16 and int(s.id, 16) >= 0 for s in made)
    assert statements(READINGS[0], identity, by_id) == made


def test_affiliations_point_at_the_words_that_say_so() -> None:
    actors, _ = cast(INPUT, lexicon())
    texts = {r.article.id: r.article.text for r in READINGS}
    held = [a for actor in actors for a in actor.affiliations]
    assert ("president", "Ukraine") in {(a.title, a.of) for a in held}
    for office in held:
        words = texts[office.article][office.span.start : office.span.end].lower()
        assert office.title.split()[-1] in words


@given(st.text(alphabet=st.sampled_from("aA. ,'’“\"-–é中🙂\u200f\u0301\x00\r\n\u00a0(UKZ"), max_size=120), st.data())
@settings(max_examples=80, deadline=None)
def test_dirty_text_never_stops_an_article(text: str, data: st.DataObject) -> None:
    spans = paragraphs_of(text)
    sources = []
    if text:
        start = data.draw(st.integers(0, len(text) - 1))
        sources = [Span(start, data.draw(st.integers(start + 1, len(text))))]
    article = Article("x", "x", "x", text, tuple(Paragraph(span) for span in spans))
    attributions = tuple(Attribution((source,), (), (source,), "direct", "by hand") for source in sources)
    referents, speakers = refer(article, parse(text, spans), attributions, lexicon())
    assert len(speakers) == len(attributions)
    assert [r.number for r in referents] == list(range(len(referents)))
    for referent in referents:
        assert 0 <= referent.first.start < referent.first.end <= len(text)
    _, identity = cast([("x", referents)], lexicon())
    assert len(statements(Reading(article, attributions, referents, speakers), identity, {})) == len(attributions)


def test_a_leader_by_surname_or_by_the_office_alone_speaks_for_the_state_that_the_article_speaks_of() -> None:
    text = (
        "[[Trump]] called off the meeting with Kim Jong Un. North Korea said the North Korean leader still "
        "wants to meet President Trump, and the United States is ready. [[Kim Jong Un]] has asked for a date."
    )
    assert [said.side for said in heard(text)] == ["United States", "North Korea"]
    (said,) = heard("[[President Trump]] of the chess club of Springfield asked for new boards.")
    assert said.side is None
