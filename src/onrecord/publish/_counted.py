"""On how much something rests, as values of a row."""

from __future__ import annotations

from typing import Any

from onrecord.model import Cell, Voices


def counted(rests: Cell | Voices) -> dict[str, Any]:
    """The articles that tell it, those that are no copies, the outlets, the independent origins, and whether these are
    two or more."""
    return {
        "articles": rests.articles,
        "voices": rests.voices,
        "outlets": rests.outlets,
        "origins": rests.origins,
        "corroborated": rests.corroborated,
    }
