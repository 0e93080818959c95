"""What a comparison does whatever it compares."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence

from onrecord.publish._compare.figures import Kind, voices
from onrecord.publish._compare.parts import Group, Head, Item, Phrase, Row, Section, phrase
from onrecord.publish._compare.rows import Position, Rows, Value


def names(rows: Rows, kind: Kind) -> list[str]:
    """What there is to choose from."""
    if kind == "weeks":
        return [name for _, name in rows.weeks]
    return rows.outlets if kind == "outlets" else rows.sides


class Pairing(ABC):
    """Two of a kind, by their numbers; `words` are the phrases of the kind."""

    def __init__(self, rows: Rows, kind: Kind, both: tuple[int, int]) -> None:
        self.rows, self.kind, self.both, self.words = rows, kind, both, rows.phrases[kind]
        known = names(rows, kind)
        self.names = known[both[0]], known[both[1]]

    @abstractmethod
    def groups(self) -> dict[str, list[Group]]:
        """What the page shows, by the key of its section, in the page's order."""

    @abstractmethod
    def teller(self, told: Value) -> int:
        """Whose telling of a fact it is."""

    def phrase(self, words: str, turn: int = 0, **more: object) -> Phrase:
        """Words with the names of the two put in, in turn."""
        return phrase(words, a=self.names[turn], b=self.names[1 - turn], **more)

    def section(self, key: str, groups: list[Group]) -> Section:
        """Groups with what is said of them; those with nothing in them are left out."""
        title, hint, one, other, both, none = self.words[key]
        filled = [group for group in groups if group.one or group.other or group.both]
        back = self.kind == "weeks" and self.both[0] > self.both[1]  # the phrases name the earlier week first
        columns = (self.phrase(other, 1), self.phrase(one, 1)) if back else (self.phrase(one), self.phrase(other))
        return Section(key, title, hint, *columns, both, none, filled)

    def item(self, head: Head | None, tellings: Iterable[int], notes: Sequence[Phrase] = ()) -> Item:
        """Something told, with one telling of each article."""
        by_article: dict[int, int] = {}
        for telling in tellings:
            by_article.setdefault(self.rows.tellings[telling].article, telling)
        return Item(head, list(by_article.values()), voices(self.rows, by_article), list(notes))

    def head(self, one: Position, ground: int, side: bool) -> Head:
        """What a position is: its option, its stance and, where that isn't plain, its side."""
        issue, id, name = self.rows.options[one.option]
        href = f"issues/{self.rows.issues[issue][0]}.html#o-{id}"
        return Head(name, href, one.stance, ground, self.rows.sides[one.side] if side else "")

    def by_issue(self) -> list[Group]:
        """A group for each issue."""
        return [Group(Head(name, f"issues/{id}.html")) for id, name in self.rows.issues]

    def facts(self) -> list[Group]:
        """The differences of the record that lie between the two."""
        group = Group()
        for one in self.rows.differences:
            told = {
                self.teller(value): self.item(Head(value[1], detail=order), [value[0]])
                for value, order in zip((one.one, one.other), self.rows.phrases["order"], strict=True)
            }
            if set(told) == set(self.both):
                mine, theirs = (told[at] for at in self.both)
                head = Head(one.about or "not told", f"differences.html#d-{one.id}", detail=one.detail)
                group.both.append(Row(head, [mine], [theirs], [[one.why]]))
        return [group]

    def event(self, number: int) -> Head:
        """What an event is."""
        one = self.rows.events[number]
        return Head(one.name, f"events.html#t-{one.id}", detail=one.detail)

    def speaker(self, number: int, side: bool) -> Head:
        """Who a speaker is, with the side if it is another name."""
        id, name, of = self.rows.speakers[number]
        shown = self.rows.sides[of] if side and of >= 0 else ""
        return Head(name, f"actors/{id}.html", detail="" if shown == name else shown)
