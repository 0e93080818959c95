"""What dates an article: the counts that confidence comes from."""

from __future__ import annotations

import pytest

from evals import dates
from evals.corpora import corpora
from tests.read.making import PROSE, article


def test_a_day_counts_within_a_day_and_a_month_when_it_holds_it() -> None:
    counts: dates.Counts = {}
    for value in ("2031-03-04", "2031-03-05", "2031-03-06", "2031-03", "2031-04"):
        dates.count(counts, "url", value, "2031-03-04")
    assert counts == {"url": (3, 5)}


def test_only_the_first_date_of_a_kind_counts() -> None:
    found = article(f"{PROSE}\nIn the treaty of 4 March 2029 and that of 5 May 2030 it says so, the mediator said.")
    assert dates.first_of_each(found) == {"first date": "2029-03-04"}


@pytest.mark.corpora
@pytest.mark.skipif(not (corpora() / "coverage").is_dir(), reason="the public corpora are not there")
def test_an_address_dates_an_article_and_the_first_date_of_its_text_does_not() -> None:
    counts = dates.on_coverage(("trade",))
    share = {kind: right / of for kind, (right, of) in counts.items()}
    assert share["url"] > 0.97
    assert share["first date"] < 0.9
