"""onrecord reads the coverage of a negotiation and keeps the record: who said what, where each party stands, and the
words that each of these rests on.

    summary = onrecord.build(["articles/"], "talks.onrecord")
    onrecord.dossier("talks.onrecord", "dossier/")
    for row in onrecord.show("talks.onrecord", "statements", side="Russia"):
        print(row["speaker"], row["text"])

`Record` gives every noun of a record as frozen records of `onrecord.model`. The functions are those of the command
line, by the same names (but `attribute_file`, as `onrecord.attribute` is the room behind it, whose `attribute` takes a
text). They are loaded when first used, as the parser behind them takes a second.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.api import (
        SHOWN,
        Demo,
        attribute_file,
        brief,
        build,
        codebook_check,
        codebook_draft,
        codebook_new,
        codebook_suggest,
        codebook_try,
        codebook_try_file,
        date_file,
        demo,
        dossier,
        export,
        judgements_agreement,
        judgements_conflicts,
        judgements_export,
        judgements_import,
        judgements_list,
        linkage,
        movement,
        networks,
        networks_dna,
        networks_polarisation,
        outcomes,
        outcomes_chart,
        outcomes_found,
        outcomes_measured_on,
        outcomes_table,
        packages,
        serve_record,
        show,
        timeline,
        trace_file,
    )
    from onrecord.pipeline import Summary
    from onrecord.store import Record

_ELSEWHERE = {"Record": "onrecord.store", "Summary": "onrecord.pipeline"}  # than in onrecord.api

__all__ = [
    "SHOWN",
    "Demo",
    "Record",
    "Summary",
    "attribute_file",
    "brief",
    "build",
    "codebook_check",
    "codebook_draft",
    "codebook_new",
    "codebook_suggest",
    "codebook_try",
    "codebook_try_file",
    "date_file",
    "demo",
    "dossier",
    "export",
    "judgements_agreement",
    "judgements_conflicts",
    "judgements_export",
    "judgements_import",
    "judgements_list",
    "linkage",
    "movement",
    "networks",
    "networks_dna",
    "networks_polarisation",
    "outcomes",
    "outcomes_chart",
    "outcomes_found",
    "outcomes_measured_on",
    "outcomes_table",
    "packages",
    "serve_record",
    "show",
    "timeline",
    "trace_file",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(import_module(_ELSEWHERE.get(name, "onrecord.api")), name)
