"""The time that a statement speaks of, and what came of an event."""

from __future__ import annotations

import pytest

from onrecord import date
from onrecord.model import Dated
from tests.date.telling import attributed, told


@pytest.mark.parametrize(
    ("text", "cue", "content", "said", "about"),
    [
        ("Marden said the talks will resume on Friday.", "said", "the talks will resume on Friday", None, "2024-03-08"),
        (
            "Marden said the talks will end on Monday.",
            "said",
            "the talks will end on Monday",
            "2024-02-27",
            "2024-03-04",
        ),
        ("Marden said they met in August.", "said", "they met in August", None, "2023-08"),
        ("Marden said on Tuesday that it was over.", "said", "it was over", "2024-03-05", None),
    ],
)
def test_what_time_it_speaks_of(text: str, cue: str, content: str, said: str | None, about: str | None) -> None:
    # given an article of Thursday, 7 March 2024, and when it was said
    of, passages = told(text)
    when = Dated(said, "inferred") if said else Dated()
    # then
    assert [d.value for d in date.about(of, passages, [attributed(of, cue, [content])], [when])] == [about]


def test_without_any_date_only_a_whole_date_is_known() -> None:
    of, passages = told("Marden said the talks will resume on Friday.", published=None)
    made = [attributed(of, "said", ["the talks will resume on Friday"])]
    assert date.about(of, passages, made, [Dated()]) == (Dated(),)
