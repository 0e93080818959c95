"""What scrapers leave behind goes, for a reason; what the article says stays."""

from __future__ import annotations

import pytest

from tests.read.making import LAST, LEAD, MORE, PROSE, article, body, reasons

TITLE = "Islands edge towards a fishing deal"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("503", "error banner"),
        ("Oops!", "error banner"),
        ("Sorry, the page you are looking for has gone fishing.", "error banner"),
        ("This site uses cookies to make your visit better.", "cookie notice"),
        ("Share Tweet Email", "share line"),
        ("Sign up for our Harbour Briefing", "newsletter"),
        ("ADVERTISEMENT", "advertisement"),
        ("Read more: Why the herring left", "related"),
        ("FILE PHOTO: Trawlers lie idle in the harbour of Lindholm. REUTERS/Ann Lee", "caption"),
        ("Trawlers lie idle in the harbour on Sunday. (Photo: Ann Lee, Harbour Pictures)", "caption"),
        ("Ann Lee/Getty Images", "caption"),
        (
            "The premier visits a cannery, in this undated photo released by her office in Lindholm. Via REUTERS",
            "caption",
        ),
        ("By Ana Ruiz and Per Holm", "byline"),
        ("LINDHOLM, Norway", "dateline"),
        ("Published: 4 March 2031, 10:15 GMT", "date line"),
        ("Updated on Tuesday, March 4, 2031", "date line"),
    ],
)
def test_lines_before_the_first_sentence(line: str, reason: str) -> None:
    found = article(f"{line}\n{TITLE}\n{PROSE}")
    assert reasons(found) == [(reason, line)]
    assert found.left_out[0].at == 0
    assert (found.title, body(found)) == (TITLE, [LEAD, MORE, LAST])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["No comments:", "Post a Comment"], ["comment footer", "comment footer"]),
        (["Legal Disclaimer:", "We provide the information “as is” without any warranty."], ["disclaimer"] * 2),
        (
            ["Most popular stories", "Ten boats to watch", "-", "Herring: a life"],
            ["related", "related", "rule", "related"],
        ),
        (
            ["3 comments", "Len from the docks: nobody asked the crews, as is usual with these people."],
            ["comments"] * 2,
        ),
        (["Copyright 2031 Harbour Post. All rights reserved."], ["copyright"]),
        (["Ana Ruiz contributed to this report."], ["credit"]),
        (["Home", "Sport", "Weather", "Harbour cams"], ["menu"] * 4),
    ],
)
def test_lines_after_the_last_sentence(lines: list[str], expected: list[str]) -> None:
    found = article("\n".join([TITLE, PROSE, *lines]))
    assert [reason for reason, _ in reasons(found)][-len(lines) :] == expected or len(found.left_out) == len(lines)
    assert [text for _, text in reasons(found)] == lines
    assert body(found) == [LEAD, MORE, LAST]


def test_a_block_in_the_middle_ends_with_the_next_sentence() -> None:
    found = article(f"{TITLE}\n{LEAD}\nTrending now\nTen boats to watch\nHerring and you\n{MORE}\n{LAST}")
    assert body(found) == [LEAD, MORE, LAST]
    assert {found.text[one.at :][:9] for one in found.left_out} == {"“We are c"}


def test_a_repeated_block_goes_and_its_quotations_are_not_lost() -> None:
    found = article(f"{TITLE}\n{LEAD}\n{MORE}\n{LEAD}\n{MORE}\n{LAST}")
    assert reasons(found) == [("repeat", LEAD), ("repeat", MORE)]
    assert found.lost_quotations == ()


@pytest.mark.parametrize(
    ("credit", "sentence"),
    [
        ("fake images", "President Ruiz has refused."),
        ("Reuters", "UK officials dismissed the offer."),
        ("Reuters/Pool/Sputnik", "kyiv and its partners waited."),
        ("AP", "The islands will not fish on Sunday."),
        ("Harbour Wire", "The islands will not fish on Sunday."),
        ("stock image", "Envoys of both islands fished together."),
        ("photo: press service of the lantern house", "On monday the envoy went home."),
    ],
)
def test_a_credit_fused_to_a_sentence_is_split_off(credit: str, sentence: str) -> None:
    found = article(f"{PROSE}\n{credit}{sentence}")
    assert reasons(found) == [("credit", credit)]
    assert body(found)[-1] == sentence
    assert found.text[found.left_out[0].at :] == sentence


def test_a_caption_and_its_credit_fused_to_a_sentence_are_split_off() -> None:
    caption = "Boats leave at dawn on Tuesday. Ann Lee/Harbour Pictures/Getty Images"
    found = article(f"{PROSE}\n{caption}The crews had waited for nine days.")
    assert reasons(found) == [("caption", caption)]
    assert body(found)[-1] == "The crews had waited for nine days."


@pytest.mark.parametrize(
    "sentence",
    [
        "APEC leaders will take up the fishing dispute when they meet in the autumn, two officials said.",
        "BloombergNEF said the fleet burned a tenth less fuel than in the year before the closure.",
        "McDonald, the islands’ envoy, met The Hague’s lawyers and refused to speak afterwards.",
        "Signing up to the quota would cost the smaller island half of its fleet, its minister said.",
        "Close allies of the minister said that he would rather resign than sign the treaty.",
        "The views expressed by the two ministers are far apart, the mediator conceded on Friday.",
        "The government does not accept any responsibility for the collision, a spokesman said.",
        "The two ministers posed for a family photo Saturday.",
        "Negotiations will go on, he said. (Reuters)",
        "“No comment.”",
        "Most popular in the north, the plan was rejected by the south’s fishermen in a ballot.",
    ],
)
def test_sentences_that_look_like_boilerplate_stay(sentence: str) -> None:
    found = article(f"{TITLE}\n{LEAD}\n{sentence}\n{MORE}\n{sentence[:-1]} again.\n{LAST}")
    assert body(found)[1] == sentence
    assert found.left_out == ()


def test_a_page_title_run_into_a_sentence_is_cut_out_of_it() -> None:
    found = article(f"{LEAD}\nSenator Elena Ruiz Maria Elena RuizRuiz calls for vote Ten boats MORE said no.\n{LAST}")
    assert body(found)[1] == "Senator Elena Ruiz said no."
    assert reasons(found) == [("related", "Maria Elena RuizRuiz calls for vote Ten boats MORE")]


def test_lines_that_repeat_the_known_author_and_outlet_go() -> None:
    found = article(f"Ana Ruiz and Per Holm\nHarbour Post\n{PROSE}", author="Ana Ruiz, Per Holm", outlet="Harbour Post")
    assert [reason for reason, _ in reasons(found)] == ["byline", "label"]


def test_a_byline_names_the_author() -> None:
    assert article(f"{PROSE}\nBy Ana Ruiz").author == "Ana Ruiz"
    assert article(f"{PROSE}\nBy Ana Ruiz", author="Per Holm").author == "Per Holm"


def test_a_page_title_that_starts_like_a_sentence_is_no_fused_credit() -> None:
    found = article(f"{LEAD}\nSpeaker Elena Ruiz Elena RuizOn the boats: ten things to know MORE said no.\n{LAST}")
    assert body(found)[1] == "Speaker Elena Ruiz said no."
