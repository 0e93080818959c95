"""A picture of a table and what the models say: a panel for each issue, with who stands where above the outcomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import altair as alt

from onrecord.analyse._outcomes.all_models import MODELS
from onrecord.analyse._outcomes.forecast import Forecast
from onrecord.analyse._outcomes.nouns import HIGHEST, LOWEST, Table

COLUMNS = 3
WIDTH, LINE = 220, 13  # pixels of a panel, and of a line in it
PARTY, OUTCOME, INTERVAL = "#4c78a8", "#b3392f", "#e3aca6"


def chart(table: Table, forecasts: Sequence[Forecast]) -> alt.FacetChart:
    """Positions as dots, the larger the more they weigh; outcomes as diamonds with their 80 % intervals."""
    lines = [party.name for party in table.parties]
    lines += [_line(one) for one in dict.fromkeys(one.model for one in forecasts)]
    place = alt.Scale(domain=[LOWEST, HIGHEST])
    down = alt.Y("line:N", sort=lines, title=None, axis=alt.Axis(grid=True, labelLimit=260))
    base = alt.Chart().encode(y=down)
    wide = base.mark_rule(strokeWidth=5, color=INTERVAL).encode(x=alt.X("low:Q", scale=place), x2="high:Q")
    dots = base.mark_circle(color=PARTY, opacity=0.9).encode(
        x=alt.X("position:Q", scale=place, title="place on the scale"),
        size=alt.Size("weight:Q", legend=None, scale=alt.Scale(rangeMin=12, rangeMax=120)),
    )
    outcomes = base.mark_point(shape="diamond", filled=True, size=60, color=OUTCOME, opacity=1).encode(
        x=alt.X("outcome:Q", scale=place)
    )
    panel = alt.layer(wide, dots, outcomes).properties(width=WIDTH, height=LINE * len(lines))
    names = list(_titles(table).values())
    whole: alt.FacetChart = panel.facet(
        facet=alt.Facet("issue:N", sort=names, title=None),
        columns=COLUMNS,
        data=alt.InlineData(values=list(_values(table, forecasts))),
        title=alt.TitleParams(
            "Where the parties stand (dots, by weight) and where models see the end (diamonds, 80 % interval)",
            anchor="start",
        ),
    )
    return whole


def _values(table: Table, forecasts: Sequence[Forecast]) -> Iterator[dict[str, Any]]:
    parties = {party.id: party.name for party in table.parties}
    scales = _titles(table)
    for stake in table.stakes:
        place = {"position": stake.position, "weight": stake.salience * stake.capability}
        yield {"issue": scales[stake.issue], "line": parties[stake.party], **place}
    for one in forecasts:
        ends = {"outcome": one.outcome, "low": one.low, "high": one.high}
        yield {"issue": scales[one.issue], "line": _line(one.model), **ends}


def _titles(table: Table) -> Mapping[str, str]:
    """A title for each panel: the issue's name, or its id where two have one name."""
    names = [scale.name for scale in table.scales]
    return {scale.id: scale.name if names.count(scale.name) == 1 else scale.id for scale in table.scales}


def _line(model: str) -> str:
    return MODELS[model].title
