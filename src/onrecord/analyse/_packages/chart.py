"""Packages as a picture: a row for each, a column for each party, and how much it gains over no agreement."""

from __future__ import annotations

from typing import Any

import altair

from onrecord.analyse._packages.found import Package, Packages

CELL = 58, 30  # pixels
LOSS, NOTHING, GAIN = "#b2182b", "#f7f7f7", "#2166ac"  # told apart without red and green


def chart(found: Packages) -> dict[str, Any]:
    """A Vega-Lite specification: the packages that are singled out, or the one that takes the fewest concessions."""
    shown = found.singled_out if found.conceded is None else (found.conceded,)
    parties = list(shown[0].gain)
    values = [
        {"package": one.why, "options": _words(one), "party": party, "gain": gain}
        for one in shown
        for party, gain in one.gain.items()
    ]
    most = max((abs(gain) for one in shown for gain in one.gain.values()), default=1.0) or 1.0
    base = altair.Chart(altair.InlineData(values=values)).encode(
        x=altair.X("party:N", sort=parties, title=None, axis=altair.Axis(orient="top", labelAngle=-40)),
        y=altair.Y("package:N", sort=[one.why for one in shown], title=None),
        tooltip=["package:N", "options:N", "party:N", altair.Tooltip("gain:Q", format="+.2f")],
    )
    scale = altair.Scale(domain=[-most, 0, most], range=[LOSS, NOTHING, GAIN])
    cells = base.mark_rect(stroke="white").encode(color=altair.Color("gain:Q", scale=scale, title="gain"))
    dark = altair.condition(f"abs(datum.gain) > {0.6 * most}", altair.value("white"), altair.value("black"))
    words = base.mark_text().encode(text=altair.Text("gain:Q", format="+.2f"), color=dark)
    spec: dict[str, Any] = (
        (cells + words)
        .properties(
            width=CELL[0] * len(parties),
            height=CELL[1] * len(shown),
            title=altair.TitleParams("What each gains over no agreement (0 to 1)", anchor="start"),
        )
        .to_dict()
    )
    return spec


def _words(one: Package) -> str:
    return "; ".join(f"{issue}: {option}" for issue, option in one.options.items())
