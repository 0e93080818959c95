"""What the sources of an article hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.resolve._spoken import Spoken

spans = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda s: Span(s[0], s[0] + s[1]))


@given(st.lists(spans), spans)
def test_a_span_is_held_where_one_source_covers_all_of_it(sources: list[Span], asked: Span) -> None:
    spoken = Spoken(sources)
    assert spoken.hold(asked) == any(one.start <= asked.start and asked.end <= one.end for one in sources)
    assert (asked in spoken) == (asked in sources)
    assert list(spoken) == sorted(sources)
