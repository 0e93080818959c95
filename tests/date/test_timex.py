"""TIMEX3: spans, types and values in whole sentences, and the fixed form of `onrecord date`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.date import document_date, tag
from onrecord.date._timex_files import date_file
from onrecord.errors import InputError, NothingToRead

THURSDAY = "2024-03-07"


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("The envoy arrived on Tuesday.", "Tuesday", "DATE", "2024-03-05"),
        ("The envoy will arrive on Tuesday.", "Tuesday", "DATE", "2024-03-12"),
        ("The day after tomorrow they vote.", "The day after tomorrow", "DATE", "2024-03-09"),
        ("They were shut in November.", "November", "DATE", "2023-11"),
        ("The loan will be paid in November.", "November", "DATE", "2024-11"),
        ("The plan dates from 2010.", "2010", "DATE", "2010"),
        ("They will meet early next week.", "early next week", "DATE", "2024-W11"),
        ("Exports must stop by the end of 2027.", "the end of 2027", "DATE", "2027"),
        ("The port closed three days ago.", "three days ago", "DATE", "2024-03-04"),
        ("Output fell last month.", "last month", "DATE", "2024-02"),
        ("Output fell in the third quarter.", "the third quarter", "DATE", "2023-Q3"),
        ("The pact collapsed in the 1980s.", "the 1980s", "DATE", "198"),
        ("It was built in the 19th century.", "the 19th century", "DATE", "18"),
        ("The truce was signed in the summer of 1994.", "the summer of 1994", "DATE", "1994-SU"),
        ("Spending in fiscal 2023 rose.", "fiscal 2023", "DATE", "2023"),
        ("They are now at war.", "now", "DATE", "PRESENT_REF"),
        ("They recently left.", "recently", "DATE", "PAST_REF"),
        ("The city fell in 480 BC.", "480 BC", "DATE", "BC0480"),
        ("The talks lasted two years.", "two years", "DURATION", "P2Y"),
        ("It took two and a half hours.", "two and a half hours", "DURATION", "PT2H30M"),
        ("A ten-day truce began.", "ten-day", "DURATION", "P10D"),
        ("They were held for several months.", "several months", "DURATION", "PXM"),
        ("They meet every week.", "every week", "SET", "P1W"),
        ("They meet every Tuesday.", "every Tuesday", "SET", "XXXX-WXX-2"),
        ("Talks began at 10:30 a.m. on Friday.", "10:30 a.m. on Friday", "TIME", "2024-03-01T10:30"),
        ("They left at 0930 GMT on Monday.", "0930 GMT on Monday", "TIME", "2024-03-04T09:30Z"),
        ("Shelling began on Wednesday night.", "Wednesday night", "TIME", "2024-03-06TNI"),
        ("They came on Christmas Day.", "Christmas Day", "DATE", "2023-12-25"),
        ("The father would be travelling to the United States Monday.", "Monday", "DATE", "2024-03-11"),
        ("The tariff could rise again by Oct. 1.", "Oct. 1", "DATE", "2024-10-01"),
        ("Over the past decade the fleet shrank.", "the past decade", "DURATION", "P10Y"),
        ("They asked for another month.", "another month", "DURATION", "P1M"),
        ("He walks there every morning.", "every morning", "SET", "XXXX-XX-XXTMO"),
        ("Friday, 3 May 2019, was the last day of it.", "Friday, 3 May 2019", "DATE", "2019-05-03"),
    ],
)
def test_an_expression_its_type_and_its_value(text: str, words: str, kind: str, value: str) -> None:
    # given an article of Thursday, 7 March 2024, when it is tagged
    found = {text[one.span.start : one.span.end]: (one.kind, one.value) for one in tag(text, THURSDAY)}

    # then
    assert found.get(words) == (kind, value)


def test_the_reference_moves_with_a_history() -> None:
    text = (
        "On 1 June 1911 the league took the fort. In August it lost it again. The next day its leader fled. "
        "Two years later, in March 1913, a peace was signed; in May it broke. The following year brought famine."
    )
    values = [one.value for one in tag(text, THURSDAY)]

    assert values == ["1911-06-01", "1911-08", "XXXX-XX-XX", "1913", "1913-03", "1913-05", "1914"]


def test_a_report_of_results_compares_with_the_same_quarter() -> None:
    # given a report of the third quarter, which also names the quarter that is running
    text = (
        "The bank earned $2 million in the third quarter, up from $1 million a year ago. In the latest quarter costs"
        " fell. The year-earlier loss was $3 million. A year ago its chairman left. It expects a profit in the first"
        " quarter."
    )
    # then what is compared is that quarter of the year before, and the chairman left in a year
    values = {text[one.span.start : one.span.end]: one.value for one in tag(text, THURSDAY)}
    assert values["the third quarter"] == values["the latest quarter"] == "2023-Q3"
    assert values["a year ago"] == values["year-earlier"] == "2022-Q3"
    assert values["A year ago"] == "2023"


def test_a_year_ago_is_a_year_where_no_results_are_reported() -> None:
    text = "Prices rose 3 percent from a year ago."
    assert [one.value for one in tag(text, THURSDAY)] == ["2023"]


def test_dates_that_share_a_year() -> None:
    text = "The sieges of August and September 1914 were short."
    assert [one.value for one in tag(text, THURSDAY)] == ["1914-08", "1914-09"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("They met in May.", "XXXX-05"), ("They left yesterday.", "XXXX-XX-XX"), ("They met on Monday.", "XXXX-WXX-1")],
)
def test_what_only_the_date_of_the_article_gives_stays_open_without_it(text: str, value: str) -> None:
    assert [one.value for one in tag(text)] == [value]


@pytest.mark.parametrize(
    ("text", "published", "value", "basis"),
    [
        ("They met.", "2024-03-07T10:00:00+02:00", "2024-03-07", "metadata"),
        ("They met.", "2024-03", "2024-03", "metadata"),
        ("OSLO, 4 March 2031 (Reuters) - They met.", None, "2031-03-04", "text"),
        ("Talks end\n\nBy Ann Lee, 4 March 2031\n\nThey met.", None, "2031-03-04", "text"),
        ("Talks end\n\nPublished: March 4, 2031\n\nThey met.", "", "2031-03-04", "text"),
        ("OSLO, 4 March (Reuters) - They met.", None, None, "unknown"),
        ("They met on 4 March 2031.", None, None, "unknown"),
        ("", None, None, "unknown"),
    ],
)
def test_the_date_of_a_document_is_given_or_read_from_its_head(
    text: str, published: str | None, value: str | None, basis: str
) -> None:
    dated = document_date(text, published)
    assert (dated.value, dated.basis) == (value, basis)


def test_a_bad_row_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    rows = [
        '{"id": 1, "text": "They left yesterday.", "published": "2024-03-07"}',
        '{"id": 2, "text": "They left.", "published": "7 March"}',
        '{"id": 3, "text": 5}',
        "{",
        '{"id": null, "text": "They left."}',
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(rows))

    done = date_file(tmp_path / "in.jsonl", tmp_path / "out.jsonl")

    (row,) = map(json.loads, (tmp_path / "out.jsonl").read_text().splitlines())
    assert row == {
        "id": 1,
        "times": [{"start": 10, "end": 19, "type": "DATE", "value": "2024-03-06"}],
        "document": {"value": "2024-03-07", "basis": "metadata"},
    }
    assert (done.rows, done.times) == (1, 1)
    named = [("row 2", "published"), ("row 3", "text"), ("row 4", ""), ("row 5", "id")]
    for problem, (number, field) in zip(done.problems, named, strict=True):
        assert "in.jsonl" in problem
        assert number in problem
        assert field in problem


def test_a_file_of_nothing_usable_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("{")
    with pytest.raises(NothingToRead):
        date_file(tmp_path / "in.jsonl", tmp_path / "out.jsonl")
    with pytest.raises(InputError):
        date_file(tmp_path / "in.jsonl", tmp_path / "in.jsonl")
    assert not (tmp_path / "out.jsonl").exists()


VALUE = re.compile(
    r"(?:PAST|PRESENT|FUTURE)_REF"
    r"|PT?(?:[\dX.]+(?:[YMWDHSQ]|DE|CE|WE)T?)+"
    r"|(?:BC)?[\dX]{2,4}"
    r"|(?:BC)?[\dX]{4}-(?:[QH][\dX]|SP|SU|FA|WI|W[\dX]{2}(?:-(?:WE|[1-7]))?|[\dX]{2}(?:-[\dX]{2})?)"
    r"(?:T(?:MO|AF|EV|NI|[\dX]{2}:[\dX]{2}Z?))?"
)
_WORDS = (
    "last next this every Monday March May 3 2015 , . ago later two weeks in of the end summer third quarter a year "
    "10 p.m. 23:59 GMT half decade 19th century 480 BC '98 February 29 night 31 0 9999 😀 \u200f ﬁ\u0301 \x00 \r\n "
    "\u00a0"
)
TEXTS = st.text() | st.lists(st.sampled_from(_WORDS.split(" "))).map(" ".join)
PUBLISHED = st.none() | st.dates().map(lambda day: day.isoformat()) | st.sampled_from(["2024", "2024-03"])


@given(TEXTS, PUBLISHED)
def test_spans_lie_in_the_text_and_values_keep_to_their_grammar(text: str, published: str | None) -> None:
    at = 0
    for one in tag(text, published):
        assert at <= one.span.start < one.span.end <= len(text)
        assert VALUE.fullmatch(one.value), one.value
        at = one.span.end


@given(TEXTS, PUBLISHED)
def test_tagging_is_deterministic(text: str, published: str | None) -> None:
    assert tag(text, published) == tag(text, published)


@pytest.mark.parametrize(
    "text", ["2" * 300_000, "the end of " * 20_000, "one hundred and " * 20_000, "\n" * 100_000, "1/" * 5_000]
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    assert all(one.span.end <= len(text) for one in tag(text, THURSDAY))
