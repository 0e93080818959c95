"""The words of the page by kind of what is compared. Those in braces stand for names and figures.

The server's page and the script (static/compare-pair.js) say the same, so the words travel with the index.
"""

from __future__ import annotations

from typing import Any

from onrecord.publish._words import GROUNDS

_SPEAKERS = (
    "Sources without a name and documents are left out: whether two of them are the same, nobody can tell. Whom most "
    "outlets quote comes first."
)
_EVENTS = (
    "Few tellings of one event are recognised as such: a program takes two for one only where day, place and those who "
    "take part fit. Look on both sides before you conclude that one is silent."
)
_FACTS = "Nothing here is a contradiction before you have read both texts."

PHRASES: dict[str, Any] = {
    "outlets": {
        "lead": "Positions of sides: {both} in both, {one} only in {a}, {other} only in {b}.",
        "facts": ("Facts that they tell differently", _FACTS, "{a}", "{b}", "",
                  "No fact was found that the two tell differently."),
        "positions": ("Positions", "Which stance of which side each reports, what most outlets report first.",
                      "Only in {a}", "Only in {b}", "In both: {n}", "Neither reports a position of a side."),
        "voices": ("Who is quoted", _SPEAKERS, "Only in {a}", "Only in {b}", "In both: {n}", "Neither quotes anybody."),
        "events": ("Events", _EVENTS, "Only in {a}", "Only in {b}", "In both: {n}", "Neither tells of an event."),
        "clash": "≠ in {b}: {stances}",
        "copy": "{b} prints a copy of this article",
        "story": "one story, which both print",
        "elsewhere": ("in no other outlet", "also in {n} other outlet", "also in {n} other outlets"),
    },
    "sides": {
        "lead": "Options: both take a position on {both}, only {a} on {one}, only {b} on {other}.",
        "stands": ("Where both take a position", "By the stance that each takes in most articles; "
                   "what a side says itself comes before what others say of it.",
                   "{a}", "{b}", "", "There is no option that both take a position on."),
        "relations": ("Against each other", "Neither the same nor the opposite", "The same stance"),
        "positions": ("Where only one takes a position", "", "Only {a}", "Only {b}", "",
                      "There is no option that only one takes a position on."),
        "others": ("What each says of the other", "Positions that one side’s speakers say the other has.",
                   "{a} on {b}", "{b} on {a}", "", "Neither says where the other stands."),
        "facts": ("Facts that they tell differently", _FACTS, "{a}", "{b}", "",
                  "No fact was found that the two tell differently."),
        "voices": ("Who speaks", _SPEAKERS, "{a}", "{b}", "For both: {n}", "Nobody speaks for either."),
        "events": ("Events they take part in", "", "{a} without {b}", "{b} without {a}", "Together: {n}",
                   "Neither is told to take part in an event."),
    },
    "weeks": {
        "lead": "Positions of sides: {both} in both weeks, {one} only in {a}, {other} only in {b}.",
        "moves": ("What moved", "Moves of sides, and stances of single speakers that differ from their last one.",
                  "In {a}", "In {b}", "", "No stance changed in either week."),
        "positions": ("Positions", "Which stance of which side was taken in each week.",
                      "Gone after {a}", "New in {b}", "In both: {n}", "No side takes a position in either week."),
        "facts": ("Facts told differently", _FACTS, "{a}", "{b}", "",
                  "No fact was found that the two weeks tell differently."),
        "voices": ("Who is quoted", _SPEAKERS, "Gone after {a}", "New in {b}", "In both: {n}",
                   "Nobody is quoted in either."),
        "events": ("Events told of", _EVENTS, "Gone after {a}", "New in {b}", "In both: {n}",
                   "Neither week tells of an event."),
        "clash": "≠ in {b}: {stances}",
        "side": "the side moved; before: {stance}",
        "single": "a single speaker; before: {stance}",
        "new": ("not before", "before that in {week}"),
        "gone": ("not again", "again in {week}"),
    },
    "grounds": list(GROUNDS.values()),
    "order": ("the first", "the second"),
    "figures": {
        "articles": "Articles",
        "voices": "without copies",
        "published": "Published",
        "outlets": "Outlets",
        "statements": "Statements",
    },
}  # fmt: skip
