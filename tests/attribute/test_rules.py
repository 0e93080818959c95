"""Who said what in the sentences that newspapers write about talks, by rules."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import attribute as room
from onrecord.attribute import Reader, reader
from onrecord.model import Attribution, Span
from onrecord.syntax import Passage, paragraphs_of, parse

RULES = reader("rules")
MINISTER = "Foreign Minister Anna Petrova"
PIECES = ["“", "”", '"', "'", "\n", "\n\n", " ", "Moscow said", "he added", "that", "talks failed", ",", ".", ":", "🕊"]
PIECES += [
    "\u0000",
    "\u202e",
    "\u00a0",
    "e\u0301",
    "\r\n",
    "according to",
    "officials",
    "Kyiv wants to",
    "“Yes,” she said.",
]


def attribute(text: str, by: Reader = RULES) -> tuple[Attribution, ...]:
    return room.attribute(text, by)


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[span.start : span.end] for span in spans)


def only(text: str) -> Attribution:
    (attribution,) = attribute(text)
    return attribution


@pytest.mark.parametrize(
    ("text", "source", "content", "mode"),
    [
        (f"“We will not sign it,” {MINISTER} said.", MINISTER, "“We will not sign it,”", "direct"),
        (f"“We will not sign it,” said {MINISTER}.", MINISTER, "“We will not sign it,”", "direct"),
        (f"{MINISTER} said: “We will not sign it.”", MINISTER, "“We will not sign it.”", "direct"),
        (f"{MINISTER} told reporters: 'We will not sign it.'", MINISTER, "'We will not sign it.'", "direct"),
        (
            f"“We will not sign it,” {MINISTER} said. “They know why.”",
            MINISTER,
            "“We will not sign it,” … “They know why.”",
            "direct",
        ),
        (
            "“The draft,” Petrova said, “is an insult to my country.”",
            "Petrova",
            "“The draft,” … “is an insult to my country.”",
            "direct",
        ),
        (f"{MINISTER} said that the draft was dead.", MINISTER, "that the draft was dead", "indirect"),
        ("The draft was dead, Moscow said.", "Moscow", "The draft was dead", "indirect"),
        (
            "The Kremlin said Wednesday that talks would resume.",
            "The Kremlin",
            "that talks would resume",
            "indirect",
        ),
        ("The draft is dead, according to two diplomats.", "two diplomats", "The draft is dead", "indirect"),
        ("According to two diplomats, the draft is dead.", "two diplomats", "the draft is dead", "indirect"),
        (
            "Petrova said the meeting was “useful” but hard.",
            "Petrova",
            "the meeting was “useful” but hard",
            "mixed",
        ),
        ("The chancellor hailed “the start of a new age”.", "The chancellor", "“the start of a new age”", "direct"),
        ("Kyiv wants to keep its army.", "Kyiv", "to keep its army", "indirect"),
        (
            "The US officials said the package was ready.",
            "The US officials",
            "the package was ready",
            "indirect",
        ),
        ("President says ceasefire is near", "President", "ceasefire is near", "indirect"),
        ("Ceasefire is near, says president", "president", "Ceasefire is near", "indirect"),
        (
            "GENEVA, May 3 (Wire) - The draft was dead, Moscow said.",
            "Moscow",
            "The draft was dead",
            "indirect",
        ),
    ],
)
def test_source_content_and_mode(text: str, source: str, content: str, mode: str) -> None:
    attribution = only(text)

    assert words(text, attribution.source) == source
    assert words(text, attribution.content).rstrip(".") == content.rstrip(".")
    assert attribution.mode == mode
    assert attribution.rule


def test_a_second_verb_shares_the_subject_of_the_first() -> None:
    text = "Petrova said the draft was dead and added that talks would go on."

    said, added = attribute(text)

    assert words(text, said.source) == words(text, added.source) == "Petrova"
    assert words(text, added.content) == "that talks would go on"


def test_the_source_of_a_relative_clause_names_its_antecedent() -> None:
    text = "Petrova, who said the draft was dead, left Geneva on Friday."

    assert words(text, only(text).source).startswith("Petrova")


def test_a_quotation_over_two_paragraphs_is_one_attribution() -> None:
    # given a quotation that opens twice and closes once
    text = "Petrova said: “We came here in good faith.\n\n“We leave in the same spirit.”\n\nSnow fell on Geneva."

    # then both paragraphs are hers
    attribution = only(text)
    assert words(text, attribution.source) == "Petrova"
    assert "We leave in the same spirit" in words(text, attribution.content)
    assert "Snow" not in words(text, attribution.content)


def test_a_floating_quotation_has_the_speaker_before_it() -> None:
    text = "“We came here in good faith,” Petrova said.\n\n“Nobody can say that we did not try everything.”"

    sources = {words(text, a.source) for a in attribute(text)}

    assert sources == {"Petrova"}


def test_words_in_a_quotation_are_not_attributed_again() -> None:
    text = "“We believe that they want to sign,” Petrova said."

    assert words(text, only(text).source) == "Petrova"


def test_narration_has_no_attribution() -> None:
    assert attribute("Snow fell on Geneva on Friday. The hall was cold.") == ()


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_spans_lie_in_the_text_and_no_word_is_in_two_contents(text: str) -> None:
    taken: set[int] = set()
    for attribution in attribute(text):
        assert attribution.content
        assert attribution.cue
        for spans in (attribution.source, attribution.cue, attribution.content):
            assert list(spans) == sorted(spans)
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
        for span in attribution.content:
            positions = set(range(span.start, span.end))
            assert not positions & taken
            taken |= positions


def test_paragraphs_in_portions_give_what_they_give_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(f"“We will not sign draft {n} today,” Petrova said." for n in range(30))
    at_once = attribute(text)

    monkeypatch.setattr("onrecord.attribute._reader.AT_ONCE", 200)

    assert attribute(text) == at_once
    assert len(at_once) == 30


def test_a_line_without_end_is_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.attribute._reader.AT_ONCE", 200)
    text = "Moscow said that talks would resume. " * 30

    found = attribute(text)

    assert len(found) > 20
    assert all(words(text, a.source) == "Moscow" for a in found)


def test_a_broken_character_moves_no_offset() -> None:
    text = "\ud800 “We will not sign it,” Petrova said."

    assert words(text, only(text).source) == "Petrova"


def test_the_seam_takes_another_reader() -> None:
    class Nobody:
        name = "nobody"
        parsed = True

        def __call__(self, text: str, passages: Sequence[Passage]) -> tuple[Attribution, ...]:
            del text, passages
            return ()

    assert attribute("“We will not sign,” Petrova said.", Nobody()) == ()


def test_reader_by_name() -> None:
    text = "“We will not sign,” Petrova said."

    rules = reader("rules")

    assert rules.name == "rules"
    assert rules(text, parse(text, paragraphs_of(text))) == attribute(text, rules)
    with pytest.raises(ValueError, match="no reader 'tea leaves'"):
        reader("tea leaves")
