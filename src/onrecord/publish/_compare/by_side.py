"""Two sides: where they stand against each other and together, and what each says of the other."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.publish._compare.pairing import Pairing
from onrecord.publish._compare.parts import Group, Head, Item, Row
from onrecord.publish._compare.rows import REPORTED, Position, Value

_OPPOSITE = {"support", "oppose"}


class BySide(Pairing):
    """What a side stands for, whoever tells it."""

    def groups(self) -> dict[str, list[Group]]:
        """Positions of both, positions of one, what each says of the other, facts, who speaks, and events."""
        stands, single = self._stands()
        return {
            "stands": stands,
            "positions": single,
            "others": self._others(),
            "facts": self.facts(),
            "voices": self._voices(),
            "events": self._events(),
        }

    def teller(self, told: Value) -> int:
        """The side of the one who says it."""
        return told[2]

    def _stands(self) -> tuple[list[Group], list[Group]]:
        """The options that both take a position on, by how the two stand to each other, and those of one, by issue."""
        both = [Group(Head(name)) for name in self.words["relations"]]
        single = self.by_issue()
        for option, (issue, id, name) in enumerate(self.rows.options):
            one, other = (self._on(option, side) for side in self.both)
            if one and other:
                head = Head(name, f"issues/{self.rows.issues[issue][0]}.html#o-{id}")
                both[self._relation(one[0], other[0])].both.append(Row(head, self._cell(one), self._cell(other)))
            single[issue].one += [] if other else self._cell(one, named=True)
            single[issue].other += [] if one else self._cell(other, named=True)
        return both, single

    def _on(self, option: int, side: int) -> list[Position]:
        """The positions of a side on an option: its own before what others say, those told in most articles first."""
        found = [one for one in self.rows.positions if (one.side, one.option) == (side, option)]
        return sorted(found, key=lambda one: (one.tellings[0][1], -len(self._cell([one])[0].tellings)))

    def _relation(self, one: Position, other: Position) -> int:
        """How the first stances of two sides stand to each other: 0 opposite, 1 neither, 2 the same."""
        stances = {self.rows.stances[position.stance][0] for position in (one, other)}
        return 2 if len(stances) == 1 else 0 if stances == _OPPOSITE else 1

    def _cell(self, positions: Sequence[Position], named: bool = False) -> list[Item]:
        found = []
        for one in positions:
            best = one.tellings[0][1]
            head = self.head(one, best, side=False)
            shown = head if named else Head(stance=head.stance, ground=best)
            found.append(self.item(shown, [telling for telling, ground in one.tellings if ground == best]))
        return found

    def _others(self) -> list[Group]:
        groups = self.by_issue()
        for one in self.rows.positions:
            for by, of in (self.both, self.both[::-1]):
                told = [t for t, ground in one.tellings if ground == REPORTED and self.rows.tellings[t].side == by]
                if one.side == of and told:
                    group = groups[self.rows.options[one.option][0]]
                    column = group.one if by == self.both[0] else group.other
                    column.append(self.item(self.head(one, REPORTED, side=False), told))
        return groups

    def _voices(self) -> list[Group]:
        group = Group()
        for number, every in self.rows.voices:
            one, other = ([t for t in every if self.rows.tellings[t].side == side] for side in self.both)
            head = self.speaker(number, side=False)
            if one and other:
                group.both.append(Row(head, [self.item(None, one)], [self.item(None, other)]))
            elif one or other:
                (group.one if one else group.other).append(self.item(head, one or other))
        return [group]

    def _events(self) -> list[Group]:
        group = Group()
        for number, event in enumerate(self.rows.events):
            head, (one, other) = self.event(number), (side in event.sides for side in self.both)
            if one and other:
                group.both.append(Row(head, [self.item(None, event.tellings)], []))
            elif one or other:
                (group.one if one else group.other).append(self.item(head, event.tellings))
        return [group]
