"""Conditions: where they are, what kind they are, and which option they name."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import code, syntax
from onrecord.code._rules.conditions import Condition, conditions
from onrecord.code._rules.linkage import hinge
from onrecord.code._rules.sentences import Sentences
from onrecord.model import Article, Attribution, Position, Span
from tests.code.ruled import ruled

# A sentence, its condition in brackets, and the kind.
MARKED = [
    ("Ankara will lift the embargo [if Athens withdraws its ships].", "exchange"),
    ("Ankara will retaliate [if Athens closes the strait].", "threat"),
    ("Ankara said it would walk away [unless the embargo was lifted].", "threat"),
    ("Ankara will impose new tariffs [if the deal is not signed by Friday].", "deadline"),
    ("Ankara will meet the envoys [if they come alone].", "precondition"),
    ("Ankara would only sign [if the court agreed].", "precondition"),
    ("Ankara will not return to the talks [unless the embargo is lifted].", "precondition"),
    ("Ankara accepts observers, [as long as they are unarmed].", "precondition"),
    ("Ankara will sign, [provided she has a willing partner].", "precondition"),
    ("Ankara offered a truce [in exchange for the release of its pilots].", "exchange"),
    ("Ankara made the truce conditional [on the release of its pilots].", "precondition"),
    ("The truce is [contingent on the release of the pilots].", "precondition"),
    ("The loan is [tied to reforms of the courts].", "precondition"),
    ("The union has tied the loan [to reforms of the courts].", "precondition"),
    ("Talks can begin [only once the guns fall silent].", "sequencing"),
    ("Ankara will talk [after the guns fall silent].", "sequencing"),
    ("There will be no elections [before a ceasefire].", "sequencing"),
    ("There will be no deal [without inspections].", "precondition"),
    ("The tariffs will remain in place [until Beijing changes its laws].", "precondition"),
    ("The tariffs will remain in place [until the elections].", "sequencing"),
    ("[Should the talks fail], Ankara will pull out of the treaty.", "threat"),
    ("[Were they to leave], Ankara would rebuild the bridge.", "exchange"),
]
# Main clauses that are themselves the condition.
STATED = [
    ("[Lift the embargo] and we will talk.", "precondition"),
    ("[Sign the deal] or we will walk away.", "threat"),
    ("[Sign the deal by Friday] or we will walk away.", "deadline"),
    ("[The rebels must lay down their arms] before the blockade is lifted.", "sequencing"),
    ("Before any talks, [Ankara must withdraw its troops].", "sequencing"),
    ("Athens wants [the rebels to disarm] before it lifts the blockade.", "sequencing"),
    ("Athens could join the talks, but [must lift the blockade first].", "sequencing"),
    ("Athens demanded [a loan] in return for closing the plant.", "exchange"),
    ("To get relief, [Athens must open its ports].", "precondition"),
    ("For talks to resume, [Athens must open its ports].", "precondition"),
    ("If Athens wants the blockade lifted, it needs [to free the hostages].", "precondition"),
    ("[Disarmament] is a precondition for direct talks.", "precondition"),
    ("The price of peace is [land].", "precondition"),
    ("Athens set [the release of prisoners] as a condition for talks.", "precondition"),
    ("Any deal must include [inspections of the plant].", "precondition"),
]
NONE = [
    "Ankara will not sign even if Athens withdraws.",
    "The aid provided by the union will continue.",
    "Athens insisted on the sanctions, providing cover for its ally.",
    "Officials asked if the talks would go ahead.",
    "The delegation left the palace shortly after midnight.",
    "The government must open its ports.",
    "A senator wants the law changed.",
]


def read(text: str) -> list[Condition]:
    passages = syntax.parse(text, syntax.paragraphs_of(text))
    return [c for passage in passages for sentence in passage.doc.sents for c in conditions(sentence)]


@pytest.mark.parametrize(("marked", "kind"), [*MARKED, *STATED])
def test_a_condition_is_found_and_has_its_kind(marked: str, kind: str) -> None:
    (wanted,) = re.findall(r"\[(.+)\]", marked)

    found = read(re.sub(r"[\[\]]", "", marked))

    assert [(c.text(), c.kind) for c in found] == [(wanted, kind)]
    assert found[0].stated == ((marked, kind) in STATED)


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_condition_is_none(text: str) -> None:
    assert read(text) == []


def test_in_return_makes_each_the_condition_of_the_other() -> None:
    found = read("Athens would close the plant, and in return Ankara would lift the blockade.")

    ties = [(c.hangs_on.text, c.text()) for c in found]
    assert ties == [("lift", "Athens would close the plant"), ("close", "in return Ankara would lift the blockade")]
    assert {c.kind for c in found} == {"exchange"}


# A statement (source, cue, content), and on which option it is conditional, of which kind, with which other linked.
LINKED = [
    (
        ("The president", "said", "that Ukraine could give up membership of NATO in exchange for security guarantees"),
        ("membership", "exchange", "treaty-guarantees"),
    ),
    (
        ("The Kremlin", "said", "there would be no ceasefire unless sanctions on Russia are lifted"),
        ("immediate-ceasefire", "precondition", "sanctions-relief"),
    ),
    (
        ("The minister", "said", "that Tehran would accept limits on enrichment if sanctions are lifted"),
        ("enrichment-limits", "precondition", "sanctions-relief"),
    ),
    (
        ("The rebels", "said", "they would agree to a ceasefire only after the harvest is in"),
        ("immediate-ceasefire", "sequencing", None),
    ),
]


def positions_of(source: str, cue: str, content: str) -> tuple[Position, ...]:
    text = f"{source} {cue} {content}."
    at = len(source) + 1
    spans = Span(0, len(source)), Span(at, at + len(cue)), Span(at + len(cue) + 1, len(text) - 1)
    attribution = Attribution((spans[0],), (spans[1],), (spans[2],), "indirect", "by hand")
    article = Article("a", "a.txt", "a.txt", text, ())
    passages = syntax.parse(text, syntax.paragraphs_of(text))
    (found,) = ruled(article, passages, (attribution,), code.codebook())
    return found


@pytest.mark.parametrize(("said", "expect"), LINKED)
def test_a_conditional_position_names_the_option_that_its_condition_asks_for(
    said: tuple[str, str, str], expect: tuple[str, str, str | None]
) -> None:
    conditional = {p.option: p for p in positions_of(*said) if p.stance == "conditional"}

    option, kind, link = expect
    assert option in conditional
    assert conditional[option].kind == kind
    assert (conditional[option].linked or (None, None))[1] == link


def test_only_conditional_positions_have_a_kind_or_a_link() -> None:
    for said, _ in LINKED:
        for position in positions_of(*said):
            assert (position.kind is not None) == (position.condition is not None)
            assert position.linked is None or position.linked != (position.issue, position.option)
    (plain,) = positions_of("The Kremlin", "rejected", "an immediate ceasefire")
    assert (plain.kind, plain.linked) == (None, None)


def test_the_hinge_of_a_mention_is_the_condition_of_its_own_clause() -> None:
    text = (
        "The minister said they would agree to a ceasefire if the shelling stops, and would lift sanctions if the "
        "prisoners are freed."
    )
    (passage,) = syntax.parse(text, syntax.paragraphs_of(text))
    read_as = Sentences([passage], code.codebook()).read(passage, next(iter(passage.doc.sents)))
    every = frozenset(range(len(passage.doc)))

    hinges = {m.option: hinge(passage.doc, every, m) for m in read_as.mentions}
    texts = {name: found.text() for name, found in hinges.items() if found}

    assert texts["immediate-ceasefire"] == "if the shelling stops"
    assert texts["sanctions-relief"] == "if the prisoners are freed"


def test_an_exchange_hangs_both_ways() -> None:
    text = "The envoys agreed to lift sanctions on Iran in exchange for limits on enrichment."
    (passage,) = syntax.parse(text, syntax.paragraphs_of(text))
    read_as = Sentences([passage], code.codebook()).read(passage, next(iter(passage.doc.sents)))
    every = frozenset(range(len(passage.doc)))

    hinges = {m.option: hinge(passage.doc, every, m) for m in read_as.mentions}

    assert {name: found.text() for name, found in hinges.items() if found} == {
        "sanctions-relief": "in exchange for limits on enrichment",
        "enrichment-limits": "lift sanctions on Iran",
    }


def test_conditions_that_were_read_are_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    # Given a sentence that was read, with its conditions
    text = "The minister said they would agree to a ceasefire if the shelling stops."
    (passage,) = syntax.parse(text, syntax.paragraphs_of(text))
    sentences = Sentences([passage], code.codebook())
    known = sentences.read(passage, next(iter(passage.doc.sents)))
    every = frozenset(range(len(passage.doc)))
    fresh = hinge(passage.doc, every, known.mentions[0])
    # When it is read again and its hinge is asked for
    monkeypatch.setattr("onrecord.code._rules.sentences.conditions", None)
    monkeypatch.setattr("onrecord.code._rules.sentences._operators", None)
    monkeypatch.setattr("onrecord.code._rules.linkage.conditions", None)
    again = sentences.read(passage, next(iter(passage.doc.sents)))
    # Then nothing is looked for a second time
    assert again is known
    found = hinge(passage.doc, every, known.mentions[0], known.conditions)
    assert found is not None
    assert fresh is not None
    assert found.text() == fresh.text() == "if the shelling stops"


SALAD = """if unless Ankara must sign before , “ ” the deal in return for exchange and or we will first Lift
sanctions by Friday precondition condition is of a on tied provided Should were to \u202e \u0301
\U0001f54a \u00a0 until only . ? \x00 not wants in aid talks conditional made"""
WORDS = st.sampled_from(SALAD.split(" "))


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.lists(WORDS, max_size=30).map(" ".join), st.text(max_size=60)))
def test_conditions_of_any_text_lie_in_their_sentence_and_repeat(text: str) -> None:
    for passage in syntax.parse(text, syntax.paragraphs_of(text)):
        for sentence in passage.doc.sents:
            found = conditions(sentence)
            assert [(c.text(), c.kind) for c in found] == [(c.text(), c.kind) for c in conditions(sentence)]
            for condition in found:
                assert sentence.start <= condition.first.i <= condition.last.i < sentence.end
                span = passage.span(condition.first, condition.last)
                assert text[span.start : span.end].strip()
        every = frozenset(range(len(passage.doc)))
        best = hinge(passage.doc, every)
        assert best is None or best.text()
