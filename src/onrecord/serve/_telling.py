"""Judgements in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.model import Conflict, Judgement
from onrecord.publish import safe_id
from onrecord.serve._moment import Moment
from onrecord.serve._searching import Named


@dataclass(frozen=True, slots=True)
class Told:
    """A judgement in plain words: what it is about, what was decided, what the machine had said then, and the address
    of the words, where they are in the record."""

    judgement: Judgement
    about: str
    decided: str
    machine: str
    href: str | None
    undone: bool = False


class Teller:
    """Puts judgements in plain words."""

    def __init__(self, moment: Moment) -> None:
        self._moment, self._named = moment, Named(moment)
        self._log = {one.id: one for one in moment.record.judgements()}

    def tell(self, one: Judgement, *, undone: bool = False) -> Told:
        """A judgement in plain words."""
        said = one.value if one.kind == "add" else one.machine
        about = " … ".join(said["words"]) if "words" in said else str(said.get("name", ""))
        if one.kind == "undo":
            earlier = self._log.get(one.target)
            about = self.tell(earlier).about if earlier is not None and earlier.kind != "undo" else ""
        article = self._moment.index.article_of(one.target)
        href = f"/articles/{safe_id(article)}.html#s-{safe_id(one.target)}" if article else None
        return Told(one, about, self._decided(one), self._said(one, one.machine), href, undone)

    def now(self, conflict: Conflict) -> str | None:
        """What the machine says by now, where that changed."""
        return self._said(conflict.judgement, conflict.now) if conflict.now is not None else None

    def _decided(self, one: Judgement) -> str:
        value = one.value
        match one.kind:
            case "accept" | "reject" | "undo" | "add":
                return {"accept": "right", "reject": "no statement", "undo": "taken back", "add": "added"}[one.kind]
            case "speaker":
                return f"said by {value['speaker'] or 'somebody not known'}"
            case "spans":
                return "other words: " + ", ".join(f"{start}–{end}" for start, end in value["content"])
            case "position":
                return self._position(value)
            case "merge":
                return f"is {value['name']}"
            case "split":
                return f"“{value['name']}” is somebody else"
            case "role":
                return ", ".join(filter(None, (value["title"], value.get("of"))))
        return str(value.get("name") or value.get("side") or "none")

    def _position(self, value: Any) -> str:
        option = self._named.of("option", f"{value['issue']}.{value['option']}")
        return f"{self._named.of('stance', value['stance']) if value['stance'] else 'no stance'}: {option}"

    def _said(self, one: Judgement, said: Any) -> str:
        """What the machine says on what a judgement is about."""
        match one.kind:
            case "speaker" | "accept" | "reject" if said:
                stances = "; ".join(map(self._position, said.get("positions", ())))
                return ". ".join(filter(None, (f"said by {said.get('speaker') or 'somebody not known'}", stances)))
            case "position" if said:
                key = (one.value["issue"], one.value["option"])
                held = [p for p in said.get("positions", ()) if (p["issue"], p["option"]) == key]
                return "; ".join(map(self._position, held)) or "no stance on it"
            case "spans" if said:
                return ", ".join(f"{start}–{end}" for start, end in said.get("content", ()))
            case "rename" | "side" | "merge" | "split" if said:
                return str(said.get("side" if one.kind == "side" else "name") or "none")
        return ""
