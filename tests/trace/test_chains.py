"""Given a sentence and who speaks in it, when it is traced, then the chain leads from the article to the origin."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import resolve, syntax, trace
from onrecord.model import Article, Attribution, Link, Paragraph, Reading, Span

Said = tuple[str, str, str]  # the words of source, cue and content

AXIOS = (
    "Varland's president had a hard talk with mediators, Axios reported, citing sources familiar with the matter.",
    ("Axios", "reported", "Varland's president had a hard talk with mediators"),
)


def traced(text: str, *said: Said, outlet: str | None = None) -> list[list[tuple[str, str]]]:
    return [[(link.kind, link.name) for link in chain] for chain in chains_of(text, *said, outlet=outlet)]


def chains_of(text: str, *said: Said, outlet: str | None = None) -> tuple[tuple[Link, ...], ...]:
    paragraphs = tuple(Paragraph(span) for span in syntax.paragraphs_of(text))
    article = Article("a", "a.txt", "", text, paragraphs, outlet=outlet)
    passages = syntax.parse(text, [paragraph.span for paragraph in paragraphs])
    marked = []
    for one in said:
        source, cue, content = (Span(text.index(words), text.index(words) + len(words)) for words in one)
        marked.append(Attribution((source,), (cue,), (content,), "indirect", "by hand"))
    lexicon = resolve.lexicon()
    referents, speakers = resolve.refer(article, passages, marked, lexicon)
    return trace.chains(Reading(article, tuple(marked), referents, speakers), passages, lexicon)


def test_an_outlet_that_cites_its_sources_leads_to_them() -> None:
    text, said = AXIOS
    assert traced(text, said) == [
        [("another outlet", "Axios"), ("unnamed source", "sources familiar with the matter")],
    ]


def test_every_link_points_at_its_words() -> None:
    text, said = AXIOS
    (chain,) = chains_of(text, said)
    assert [text[link.spans[0].start : link.spans[0].end] for link in chain] == [
        "Axios",
        "sources familiar with the matter",
    ]
    assert text[chain[1].cue[0].start : chain[1].cue[0].end] == "citing"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Minister Ilsa Brandt told Reuters that the bridge would stay shut.", "told"),
        ("In an interview with Reuters, Ilsa Brandt said that the bridge would stay shut.", "said"),
        ("Ilsa Brandt was quoted by Reuters as saying that the bridge would stay shut.", "was quoted"),
        ("Ilsa Brandt said that the bridge would stay shut, Reuters reported on Monday.", "said"),
    ],
)
def test_an_outlet_that_somebody_spoke_through_comes_before_them(text: str, cue: str) -> None:
    (chain,) = traced(text, ("Ilsa Brandt", cue, "that the bridge would stay shut"))
    assert chain == [("another outlet", "Reuters"), ("named", "Ilsa Brandt")]


def test_the_own_outlet_is_no_link() -> None:
    text = "A senior official told Reuters that the bridge would stay shut."
    said = ("A senior official", "told", "that the bridge would stay shut")
    assert traced(text, said, outlet="Reuters")[0][0][0] == "unnamed official"
    assert [kind for kind, _ in traced(text, said)[0]] == ["another outlet", "unnamed official"]


def test_a_reporter_who_cites_stands_between_the_article_and_the_speaker() -> None:
    text = "Ilsa Brandt promised to open the port, CNN reported, citing the state broadcaster."
    (chain,) = traced(text, ("Ilsa Brandt", "promised", "to open the port"))
    assert [kind for kind, _ in chain] == ["another outlet", "another outlet", "named"]
    assert chain[0][1] == "CNN"
    assert chain[-1][1] == "Ilsa Brandt"


def test_who_speaks_within_what_an_outlet_reports_is_the_origin() -> None:
    text = "Reuters reported that Foreign Minister Ilsa Brandt said the port would open."
    (chain,) = traced(text, ("Reuters", "reported", "that Foreign Minister Ilsa Brandt said the port would open"))
    assert chain[0] == ("another outlet", "Reuters")
    assert chain[1][0] == "named"
    assert "Brandt" in chain[1][1]


def test_the_source_goes_on_with_the_chain_of_the_source_before() -> None:
    text, said = AXIOS
    text += " The mediators were “trying to find new ideas,” the source told a news agency."
    chains = traced(text, said, ("the source", "told", "“trying to find new ideas,”"))
    assert [kind for kind, _ in chains[1]] == ["another outlet", "unnamed source"]
    assert chains[1][0][1] == "Axios"


@pytest.mark.parametrize(
    "text",
    [
        "Ilsa Brandt said on CNN that the bridge would stay shut.",
        "Ilsa Brandt said in an interview on Monday with the BBC that the bridge would stay shut.",
        "During an interview last week with NPR, Ilsa Brandt said that the bridge would stay shut.",
        "In an op-ed on Sunday in the Washington Post, Ilsa Brandt said that the bridge would stay shut.",
        "Ilsa Brandt said that the bridge would stay shut, in remarks carried live on state television.",
    ],
)
def test_where_somebody_spoke_is_told_in_many_words(text: str) -> None:
    (chain,) = traced(text, ("Ilsa Brandt", "said", "that the bridge would stay shut"))
    assert [kind for kind, _ in chain] == ["another outlet", "named"]


def test_what_somebody_speaks_about_is_no_venue() -> None:
    text = "Ilsa Brandt said that a host on CNN had lied about the bridge."
    assert traced(text, ("Ilsa Brandt", "said", "that a host on CNN had lied about the bridge")) == [
        [("named", "Ilsa Brandt")]
    ]


def test_an_outlet_with_a_common_noun_before_it_has_its_name() -> None:
    text = "The port would stay shut, state news agency TANA reported on Monday."
    assert traced(text, ("state news agency TANA", "reported", "The port would stay shut")) == [
        [("another outlet", "TANA")]
    ]


def test_who_speaks_before_the_quotation_that_an_outlet_carries_is_the_origin() -> None:
    text = "Officials said the port would open in May, Reuters reported."
    (chain,) = traced(text, ("Reuters", "reported", "the port would open in May"))
    assert [kind for kind, _ in chain] == ["another outlet", "unnamed official"]


def test_she_is_the_last_person_who_spoke() -> None:
    text = "Ilsa Brandt said the bridge was old. “It will stay shut,” she said, according to Reuters."
    chains = traced(
        text,
        ("Ilsa Brandt", "said", "the bridge was old"),
        ("Reuters", "according to", "“It will stay shut,”"),
    )
    assert chains[1] == [("another outlet", "Reuters"), ("named", "Ilsa Brandt")]


def test_a_letter_that_an_outlet_has_leads_to_who_wrote_it() -> None:
    text = "The Washington Post reported that it had an email from Foreign Minister Ilsa Brandt saying it would open."
    (chain,) = traced(text, ("The Washington Post", "saying", "it would open"))
    assert [kind for kind, _ in chain] == ["another outlet", "document", "named"]


def test_a_statement_that_an_outlet_carries_stands_between() -> None:
    text = "The spokesman said the port would open, according to a statement carried by Reuters."
    (chain,) = traced(text, ("a statement carried by Reuters", "according to", "the port would open"))
    assert [kind for kind, _ in chain] == ["another outlet", "document", "unnamed official"]


def test_the_author_of_an_article_is_no_link() -> None:
    text = "I know no expert who disagrees."
    assert traced(text, ("I", "know", "no expert who disagrees")) == [[]]


def test_many_of_a_nation_are_nobody_who_has_a_name() -> None:
    text = "Ilsa Brandt spoke of Iran. Many Iranians say that the deal has brought them nothing."
    (chain,) = traced(text, ("Many Iranians", "say", "that the deal has brought them nothing"))
    assert [kind for kind, _ in chain] == ["unnamed source"]


def test_reporters_and_the_public_are_no_outlet() -> None:
    text = "Ilsa Brandt told reporters that she had read the news on social media."
    assert traced(text, ("Ilsa Brandt", "told", "that she had read the news")) == [[("named", "Ilsa Brandt")]]


PIECES = st.sampled_from(
    ["Axios reported", "citing", "told Reuters", "the newspaper", "“yes”", "👩‍🚀", "\u202eab", "a\u0301", " ", ",", ".",
     "\r\n", "\u00a0", "as saying", "quoted", "sources", "according to", "\n", "\x00", "Brandt said"]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14), st.data())
def test_whatever_the_text_there_is_a_chain_for_each_and_its_spans_are_in_it(
    pieces: list[str], data: st.DataObject
) -> None:
    text = "Brandt spoke. " + " ".join(pieces)
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    article = Article("a", "a.txt", "", text, tuple(Paragraph(span) for span in syntax.paragraphs_of(text)))
    passages = syntax.parse(text, [paragraph.span for paragraph in article.paragraphs])
    found = (Attribution((Span(0, 6),), (Span(7, 12),), (Span(ends[1], ends[2] + 1),), "indirect", "by hand"),)
    referents, speakers = resolve.refer(article, passages, found, resolve.lexicon())
    chains = trace.chains(Reading(article, found, referents, speakers), passages, resolve.lexicon())
    assert len(chains) == 1
    assert all(0 <= s.start < s.end <= len(text) for link in chains[0] for s in (*link.spans, *link.cue))
