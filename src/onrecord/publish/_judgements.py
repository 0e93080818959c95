"""The log of judgements as rows of plain values, to be listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.model import Conflict, Judgement

Row = dict[str, Any]
BETWEEN = " … "
TAKES_NONE = "no stance"


def judgement_rows(log: Iterable[Judgement]) -> list[Row]:
    """A row per judgement: `at`, `by`, `kind`, `text` (the words or the name that it is about), `decided` (in words),
    `why`, and its `id`, `target`, `value` and `machine`."""
    return [_row(one) for one in log]


def conflict_rows(conflicts: Iterable[Conflict]) -> list[Row]:
    """A row per conflict: `conflict` (how they are at odds), the judgement as `judgement_rows` has it, `others` (who
    decided what), and `now`, what the machine says by now, where that is the matter."""
    return [
        {
            "conflict": one.kind,
            **_row(one.judgement),
            "others": [f"{other.by}: {_decided(other)}" for other in one.others],
            "now": one.now,
        }
        for one in conflicts
    ]


def _row(one: Judgement) -> Row:
    return {
        "at": one.at,
        "by": one.by,
        "kind": one.kind,
        "text": _about(one),
        "decided": _decided(one),
        "why": one.why,
        "id": one.id,
        "target": one.target,
        "value": one.value,
        "machine": one.machine,
    }


def _about(one: Judgement) -> str:
    said: Mapping[str, Any] = one.value if one.kind == "add" else one.machine
    return BETWEEN.join(said.get("words", ())) or str(said.get("name") or one.target)


def _decided(one: Judgement) -> str:
    value = one.value
    match one.kind:
        case "position":
            return f"{value['issue']}.{value['option']}: {value['stance'] or TAKES_NONE}"
        case "speaker":
            return f"speaker {value['speaker'] or 'unknown'}"
        case "spans":
            return " ".join(f"{start}-{end}" for start, end in value["content"])
        case "add":
            return f"added, speaker {value.get('speaker') or 'unknown'}"
        case "merge":
            return f"the same as {value['name']}"
        case "split":
            return f"{value['name']} is somebody else"
        case "rename":
            return f"named {value['name']}"
        case "side":
            return f"side {value['side'] or 'none'}"
        case "role":
            return f"{value['title']}" + (f" of {value['of']}" if value.get("of") else "")
        case _:
            return f"{one.kind}ed" if one.kind != "undo" else "undone"
