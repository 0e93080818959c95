"""Rules over the trained reader's output: what each makes, and what it leaves alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.attribute._mend import SURE, mended
from onrecord.attribute._quotes import quotations
from onrecord.model import Attribution, Mode, Span
from onrecord.syntax import paragraphs_of

POST = "Delegations are back at the table. We will get this done! — Ilse Maro (@ilsemaro) March 4, 2019"
TALK = [
    "REPORTER: Will the inspectors be let in?",
    "MARO: They were in last week.",
    "REPORTER: So they are free to come back?",
    "MARO: They know whom to call.",
]
COLUMN = "“The draft buys time, and time is what the mediators lack.”"
BYLINE = "Joan Okafor, The Harbour Courier"


def mend(text: str, *found: Attribution) -> tuple[Attribution, ...]:
    paragraphs = paragraphs_of(text)
    return mended(text, paragraphs, quotations(text, paragraphs), found)


def read(text: str, source: str, cue: str, *content: str) -> Attribution:
    """What the trained reader would have found: the first place of each of these words."""

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Attribution((at(source),), (at(cue),), tuple(at(words) for words in content), "direct", "model", 0.7)


def said(text: str, one: Attribution) -> tuple[str, list[str]]:
    return " ".join(text[s.start : s.end] for s in one.source), [text[s.start : s.end] for s in one.content]


def test_turns_of_a_transcript() -> None:
    text = "The secretary took questions.\n\n" + "\n\n".join(TALK)
    found = mend(text)
    assert [said(text, one)[0] for one in found] == ["REPORTER", "MARO", "REPORTER", "MARO"]
    assert said(text, found[1]) == ("MARO", ["They were in last week."])
    assert {(one.rule, one.confidence) for one in found} == {("turns", SURE["turns"])}


def test_a_turn_takes_the_place_of_a_lesser_thing_found_in_it() -> None:
    text = "\n\n".join(TALK)
    found = mend(text, read(text, "They", "were in", "last week"))
    assert said(text, found[1]) == ("MARO", ["They were in last week."])
    assert len(found) == 4


def test_a_turn_that_was_found_stays_as_it_is() -> None:
    text = "\n\n".join(TALK)
    before = read(text, "MARO", ":", "They were in last week")
    assert before in mend(text, before)


@pytest.mark.parametrize(
    "lines",
    [
        ["Related: A history of the talks", "Photos: The envoy's career", "Related: What the draft says"],
        ["Related: The draft", "Talks went on for a third day.", "Photos: The envoy", "Related: The map"],
        ["THE CLAIM: “We paid it all.”", "THE FACTS: It paid half.", "THE CLAIM: “No.”", "THE FACTS: Yes."],
        TALK[:2],
    ],
)
def test_labels_that_are_no_transcript(lines: list[str]) -> None:
    assert mend("\n\n".join(lines)) == ()


def test_a_post_embedded_in_a_page() -> None:
    text = f"The minister was quick to answer.\n\n{POST}\n\nThe talks go on."
    (one,) = mend(text)
    assert said(text, one) == ("Ilse Maro", ["Delegations are back at the table. We will get this done!"])
    assert (one.rule, one.mode, one.cue) == ("posted", "indirect", ())


def test_a_post_is_without_its_links_and_the_page_s_own_words() -> None:
    text = "Skip Twitter post 2 by @ilsemaro A deal is near https://t.co/x1 pic.twitter.com/y2 " + POST[-37:]
    (one,) = mend(text)
    assert said(text, one) == ("Ilse Maro", ["A deal is near"])


def test_a_post_gives_way_to_what_it_reports() -> None:
    text = "Tanaka says the ceasefire will hold through the winter — Ilse Maro (@ilsemaro) March 4, 2019"
    before = read(text, "Tanaka", "says", "the ceasefire will hold through the winter")
    assert mend(text, before) == (before,)


@pytest.mark.parametrize(
    "text",
    [
        "The minister — Ilse Maro (@ilsemaro) — was quick to answer on March 4, 2019.",
        "The talks failed — Ilse Maro (Labour) March 4, 2019",
        " — Ilse Maro (@ilsemaro) March 4, 2019",
        "The talks go on — (@ilsemaro) March 4, 2019",
    ],
)
def test_a_name_in_passing_signs_no_post(text: str) -> None:
    assert mend(text) == ()


@pytest.mark.parametrize("between", ["\n\n", " ", "\n", "…\n\n\n"])
def test_a_quoted_passage_with_its_byline(between: str) -> None:
    text = f"Views of the draft differ.\n\n{COLUMN}{between}{BYLINE}\n\nThe vote is on Monday."
    (one,) = mend(text)
    assert said(text, one) == (BYLINE, [COLUMN])
    assert (one.rule, one.mode) == ("signed", "direct")


def test_a_byline_signs_the_paragraphs_that_run_on() -> None:
    text = f"“The draft buys time.\n\n“Nobody has offered more…\n\n“Nor will they.”\n\n{BYLINE}"
    (one,) = mend(text)
    assert [words[:10] for words in said(text, one)[1]] == ["“The draft", "“Nobody ha", "“Nor will "]


@pytest.mark.parametrize(
    "after", ["The vote is on Monday.", "Okafor, who has seen the draft, would not say.", "Joan Okafor", "Geneva"]
)
def test_what_follows_a_quotation_is_not_always_a_byline(after: str) -> None:
    assert mend(f"{COLUMN}\n\n{after}") == ()


def test_a_byline_takes_no_quotation_that_somebody_holds() -> None:
    text = f"Maro said {COLUMN}\n\n{BYLINE}"
    before = read(text, "Maro", "said", COLUMN)
    assert mend(text, before) == (before,)


def test_a_quotation_that_floats_has_the_speaker_of_the_one_before() -> None:
    text = "“We are close,” Maro said on Monday.\n\n“The rest is a matter of a few days.”"
    before = read(text, "Maro", "said", "“We are close,”")
    first, second = mend(text, before)
    assert first == before
    assert said(text, second) == ("Maro", ["“The rest is a matter of a few days.”"])
    assert (second.rule, second.cue, second.confidence) == ("floating", before.cue, SURE["floating"])


def test_a_quotation_announced_with_a_colon() -> None:
    text = "Maro explained why the talks had failed, in these words:\n\n“The map was never on the table.”"
    before = read(text, "Maro", "explained", "why the talks had failed")
    (_, second) = mend(text, Attribution(before.source, before.cue, before.content, "indirect", "model"))
    assert said(text, second) == ("Maro", ["“The map was never on the table.”"])


@pytest.mark.parametrize(
    "second",
    [
        "“A Season of Talks”, her first book, tells of it.",  # a title
        "She spoke on “The State of the Talks.”",  # the narrator's sentence leads to it
        "“It is far too soon for that,” the spokesman of the other side",  # somebody else goes on
        "“Not yet.”",  # too short to be anything
    ],
)
def test_a_quotation_that_is_no_sentence_of_its_own(second: str) -> None:
    text = f"“We are close,” Maro said on Monday.\n\n{second}"
    before = read(text, "Maro", "said", "“We are close,”")
    assert mend(text, before) == (before,)


def test_after_indirect_speech_a_quotation_is_left_alone() -> None:
    text = "Maro decided to wait another week.\n\n“I was amazed that they would agree to it.”"
    before = read(text, "Maro", "decided", "to wait another week")
    found = Attribution(before.source, before.cue, before.content, "indirect", "model")
    assert mend(text, found) == (found,)


def test_a_quotation_that_runs_on_is_one_with_its_beginning() -> None:
    text = "Maro said: “We are close.\n\n“The rest is a matter of days.”"
    (one,) = mend(text, read(text, "Maro", "said", "“We are close."))
    assert said(text, one) == ("Maro", ["“We are close.", "“The rest is a matter of days.”"])
    assert (one.rule, one.confidence) == ("model+carried", 0.7)


def test_a_new_quotation_does_not_run_on() -> None:
    text = "Maro said: “We are close.”\n\n“Nonsense”, the other side calls it."
    before = read(text, "Maro", "said", "“We are close.”")
    assert mend(text, before) == (before,)


PIECES = [
    POST,
    *TALK,
    COLUMN,
    BYLINE,
    "“We are close,” Maro said.",
    "Maro said:",
    "“The rest is",
    "goes on…”",
    "“",
    "”",
]
PIECES += [
    "\n",
    "\n\n",
    " ",
    "'",
    '"',
    ": ",
    "…",
    "😀",
    "e\u0301",
    "\u200f",
    "\u00a0",
    "\r\n",
    "\x00",
    "سفير",
    "\u2028",
]
pages = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=25).map("".join)


@st.composite
def read_pages(draw: st.DrawFn) -> tuple[str, list[Attribution]]:
    """A page and what a reader might have found on it: contents apart from one another, some in two pieces."""
    text = draw(pages)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12, unique=True)))
    pieces = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    found: list[Attribution] = []
    while pieces:
        content = tuple(pieces.pop() for _ in range(min(len(pieces), draw(st.integers(1, 2)))))
        source = draw(st.sampled_from([(), (Span(0, 1),)]))
        mode: Mode = draw(st.sampled_from(["direct", "mixed", "indirect"]))
        found.append(Attribution(source, (), tuple(sorted(content)), mode, "model", 0.5))
    return text, found


@settings(max_examples=400, deadline=None)
@given(read_pages())
def test_contents_stay_apart_and_in_order_whatever_the_page(page: tuple[str, list[Attribution]]) -> None:
    text, found = page
    out = mend(text, *found)
    pieces = sorted(piece for one in out for piece in one.content)
    assert all(0 <= piece.start < piece.end <= len(text) for piece in pieces)
    assert all(first.end <= second.start for first, second in pairwise(pieces))
    assert [one.content for one in out] == sorted(one.content for one in out)
    assert all(list(one.content) == sorted(one.content) for one in out)
    for one in out:
        assert all(0 <= s.start < s.end <= len(text) for s in (*one.source, *one.cue)) or one.source == (Span(0, 1),)


@settings(max_examples=400, deadline=None)
@given(read_pages())
def test_mending_what_is_mended_changes_nothing(page: tuple[str, list[Attribution]]) -> None:
    text, found = page
    once = mend(text, *found)
    assert mend(text, *once) == once


def test_ten_thousand_paragraphs_of_quotations_are_mended_in_one_go() -> None:
    text = "“We are close,” Maro said.\n" + "“The rest is a matter of days.”\n" * 10_000
    before = read(text, "Maro", "said", "“We are close,”")
    assert len(mend(text, before)) == 10_001
