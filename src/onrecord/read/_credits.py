"""Credits for reports and pictures: fused to a sentence, at the end of a caption, or as a wire's credit line.

Scrapers join what a page keeps apart, so that a picture's credit stands right before the first word of the next
paragraph: "Getty ImagesThe minister said". A credit is known by the names in `data/read/credits.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord.read._patterns import data
from onrecord.read._shape import ends_sentence, word_count

LONGEST_CAPTION = 90  # words
LONGEST_CREDIT = 160  # characters
LONGEST_FUSED_CAPTION = 500  # characters, with its credit
NAME = r"[A-Z][\w.’'-]*"
PERSON = rf"{NAME}(?:\s{NAME}){{0,3}}"
SEAM = re.compile(r"[a-zA-Z)][A-Z][a-z]*\s")  # where two words may have run into one
JOINT = r"\s?(?:/|,|\||–|—|;|\bvia\b)\s?"


@dataclass(frozen=True, slots=True)
class _Names:
    """The data file, with names as alternations, longest first."""

    agencies: dict[str, str]  # printed name to canonical name
    agency: str
    picture: str
    credit: str
    openers: str
    picture_words: str
    whole: tuple[str, ...]


@cache
def _names() -> _Names:
    credits = data("credits.yaml")
    agencies = {printed: name for name, forms in credits["agencies"].items() for printed in forms}
    return _Names(
        agencies=agencies,
        agency=_either(agencies),
        picture=_either(credits["pictures"]),
        credit=_either({*agencies, *credits["pictures"]}),
        openers=_either(credits["openers"]),
        picture_words=_either(credits["picture_words"]),
        whole=tuple(credits["whole"]),
    )


def _either(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


@cache
def _fused() -> re.Pattern[str]:
    credit = _names().credit
    return re.compile(rf"(?P<more>(?:(?:{credit}|{PERSON}){JOINT}){{1,4}})?(?P<last>{credit})(?=[^\W\d_])")


@cache
def _fused_opener() -> re.Pattern[str]:
    """Names of which the last runs into a word that sentences start with: "Harbour WireThe talks"."""
    return re.compile(rf"(?:{NAME}(?:\s|{JOINT})){{0,5}}[A-Z]\w*?[a-z](?=(?:{_names().openers})\s)")


@cache
def _fused_label() -> re.Pattern[str]:
    """A picture's label with its credit, run into a capital: "stock imageTalks ...", "Photo: ABCTalks ..."."""
    label = rf"(?:[A-Za-z]{{3,12}}\s){{0,2}}(?i:{_names().picture_words})"
    return re.compile(
        rf"{label}(?:\s?[:/|]\s?[^.!?“”\"]{{2,80}}?)?(?:(?<=[a-z)])(?=[A-Z][a-z]*\s)|(?<=[A-Z]{{2}})(?=[A-Z][a-z]+\s))"
    )


@cache
def _fused_caption() -> re.Pattern[str]:
    """A caption and its credit, run into the sentence that follows."""
    names = _names()
    picture = rf"(?:(?:{names.credit}|{PERSON})/(?:(?:{names.credit}|{PERSON})/)*(?:{names.credit})|{names.picture})"
    return re.compile(rf"[^“”\"]{{10,400}}?[\s.(|]{picture}\)?(?=[A-Z][a-z]+\s)")


@cache
def _closing() -> re.Pattern[str]:
    """The ways in which a caption ends with its picture's credit."""
    names = _names()
    who = rf"(?:{PERSON}|{names.credit})"
    chain = rf"(?:{who}{JOINT}){{0,3}}(?:{names.picture})"
    slashed = rf"{who}/{who}(?:/{who}){{0,2}}(?:\svia\s{who})?"
    labelled = r"(?i:photo(?:graph)?s?|image|picture|credit|handout)\b[^()|]{0,80}"
    return re.compile(
        rf"(?:\((?:{labelled}|{slashed}|(?:AP|AFP|EPA)\s(?i:photo|pool|via)[^()]{{0,60}}|{chain})\)"
        rf"|\|\s?(?:{who})(?:\s(?:Photo|Images))?"
        rf"|\b(?:REUTERS|AFP|AP|EPA)/{PERSON}"
        rf"|\b(?i:photo(?:graph)?(?:er)?s?)(?::|\sby:?)\s{PERSON}(?:/{PERSON})?(?:{JOINT}{who})?"
        rf"|(?:{PERSON}/)?(?:{PERSON}\s)?(?:AFP via )?Getty Images)[\s.]*\Z"
    )


@cache
def _credit_line() -> re.Pattern[str]:
    agency = _names().agency
    return re.compile(rf"(?:[A-Z][\w .,'’/-]{{2,80}}?\s)?\((?P<agency>{agency})\)\s?(?:[-–—:]|(?=[A-Z]))")


def fused(text: str) -> tuple[int, str]:
    """Where the sentence starts that a credit or a caption is fused to, and which it is; 0 when nothing is."""
    if text.startswith(_names().whole):
        return 0, ""
    start = text[:LONGEST_CREDIT]
    if SEAM.search(start) and (match := _fused_opener().match(start) or _fused_label().match(start)):
        return match.end(), "credit"
    if (match := _fused().match(start)) and _parts_here(match, start):
        return match.end(), "credit"
    start = text[:LONGEST_FUSED_CAPTION]
    if SEAM.search(start) and (match := _fused_caption().match(start)):
        return match.end(), "caption"
    return 0, ""


def _parts_here(match: re.Match[str], text: str) -> bool:
    """Whether a credit ends before the next letter, or both are one word.

    A name in capitals must not be the start of a longer word ("APEC", "EPAs"), and before a small letter
    ("Sputnikkyiv") there must be more of a credit than one word.
    """
    credit, after = match["last"], text[match.end() : match.end() + 3]
    if after[0].isupper():
        return credit[-1].islower() or after[1:2].islower() or after[1:2].isspace()
    return (match["more"] is not None or " " in credit) and len(after) == 3 and after.isalpha()


def is_caption(text: str) -> bool:
    """Whether a paragraph ends with a picture's credit, as captions do and sentences don't."""
    return word_count(text) <= LONGEST_CAPTION and bool(_closing().search(text[-LONGEST_CREDIT:]))


def is_bare_credit(text: str) -> bool:
    """Whether a paragraph is nothing but a credit: "Reuters", "Ann Lee/Getty Images"."""
    if ends_sentence(text) or word_count(text) > 8:
        return False
    credit = _names().credit
    return re.fullmatch(rf"\(?(?:(?:{PERSON}|{credit}){JOINT}){{0,3}}(?:{credit})\)?", text) is not None


def wire(text: str) -> str | None:
    """The agency that the credit line of a first paragraph names: "GENEVA (Reuters) - Talks ..."."""
    match = _credit_line().match(text[:LONGEST_CREDIT])
    return _names().agencies[match["agency"]] if match else None
