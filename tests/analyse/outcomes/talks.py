"""A small negotiation to test on: three parties, two issues, and tables made by hypothesis."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from onrecord.analyse._outcomes import Mark, Party, Scale, Stake, Stakes, Table

TABLE = Table(
    (Party("OR", "Orlund"), Party("KA", "Karshevia"), Party("VE", "Vessel Union")),
    (
        Scale("troops", "Withdrawal of troops", (Mark(0, "none"), Mark(100, "all of them, at once")), 0.0),
        Scale("gas", "Price of gas"),
    ),
    (
        Stake("OR", "troops", 100, 0.9, 1, spread=5),
        Stake("KA", "troops", 0, 0.5, 3, red_line=60),
        Stake("VE", "troops", 60, 0.3, 2),
        Stake("OR", "gas", 20, 0.2, 1),
        Stake("KA", "gas", 85.5, 1, 3),
    ),
)


def stakes_of(
    positions: list[float], salience: list[float] | None = None, capability: list[float] | None = None
) -> Stakes:
    """One issue without reference point and red lines."""
    at = np.array([positions], dtype=np.float64)
    ones = np.ones_like(at)
    return Stakes(
        at,
        ones if salience is None else np.array([salience], dtype=np.float64),
        ones if capability is None else np.array([capability], dtype=np.float64),
        np.full_like(at, np.nan),
        np.zeros_like(at),
        np.full(1, np.nan),
    )


@st.composite
def tables(draw: st.DrawFn) -> Stakes:
    """Stakes of up to four issues and seven parties, some of them absent, with some red lines and reference points."""
    issues, parties = draw(st.integers(1, 4)), draw(st.integers(1, 7))

    def numbers(low: int, high: int, divisor: float = 1.0) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        drawn = draw(st.lists(st.integers(low, high), min_size=issues * parties, max_size=issues * parties))
        return np.array(drawn, dtype=np.float64).reshape(issues, parties) / divisor

    absent = numbers(0, 4) == 0
    absent[:, 0] = False
    at = numbers(0, 100)
    red = numbers(0, 300)
    reference = numbers(0, 200)[:, 0]
    return Stakes(
        np.where(absent, np.nan, at),
        np.where(absent, 0.0, numbers(1, 20, 20.0)),
        np.where(absent, 0.0, numbers(1, 50, 10.0)),
        np.where(absent | (red > 100), np.nan, red),
        np.zeros_like(at),
        np.where(reference > 100, np.nan, reference),
    )
