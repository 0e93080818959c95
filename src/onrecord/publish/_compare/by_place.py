"""Two outlets or two weeks: what is told in one and not in the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from onrecord.publish._compare.figures import articles_of
from onrecord.publish._compare.pairing import Pairing
from onrecord.publish._compare.parts import Group, Head, Phrase, Row
from onrecord.publish._compare.rows import Position, Value


class ByPlace(Pairing):
    """A place is where something is told: an outlet, or a week."""

    def groups(self) -> dict[str, list[Group]]:
        """Moves of weeks, positions, facts, who is quoted, and events."""
        found = {
            "positions": self._positions(),
            "facts": self.facts(),
            "voices": self._told([(self.speaker(number, True), told) for number, told in self.rows.voices]),
            "events": self._told([(self.event(n), event.tellings) for n, event in enumerate(self.rows.events)]),
        }
        return {"moves": self._moves(), **found} if self.kind == "weeks" else found

    def teller(self, told: Value) -> int:
        """The place of the telling."""
        return self._place(told[0])

    def _place(self, telling: int) -> int:
        told = self.rows.tellings[telling]
        return self.rows.articles[told.article].outlet if self.kind == "outlets" else told.week

    def _in(self, place: int, tellings: Sequence[int]) -> list[int]:
        return [telling for telling in tellings if self._place(telling) == place]

    def _positions(self) -> list[Group]:
        groups = self.by_issue()
        for one in self.rows.positions:
            told = [self._grounded(one, place) for place in self.both]
            every = [telling for telling, _ in one.tellings]
            clashes = [self._clash(one, turn) for turn in (0, 1)]
            heads = [self.head(one, ground, side=True) for _, ground in told]
            self._part(groups[self.rows.options[one.option][0]], heads, [found for found, _ in told], every, clashes)
        return groups

    def _grounded(self, one: Position, place: int) -> tuple[list[int], int]:
        """The tellings of a position in a place, of the best ground that it has there alone."""
        here = [(telling, ground) for telling, ground in one.tellings if self._place(telling) == place]
        best = here[0][1] if here else 0
        return [telling for telling, ground in here if ground == best], best

    def _told(self, things: Sequence[tuple[Head, Sequence[int]]]) -> list[Group]:
        group = Group()
        for head, every in things:
            self._part(group, [head, head], [self._in(place, every) for place in self.both], every, [[], []])
        return [group]

    def _moves(self) -> list[Group]:
        group = Group()
        for one in self.rows.moves:
            if one.week in self.both:
                issue, id, name = self.rows.options[one.option]
                href = f"issues/{self.rows.issues[issue][0]}.html#o-{id}"
                head = Head(name, href, one.after, side=one.who)
                notes = [self.phrase(self.words["single" if one.single else "side"], stance=self._stance(one.before))]
                (group.one, group.other)[self.both.index(one.week)].append(self.item(head, [one.telling], notes))
        return [group]

    def _part(
        self,
        group: Group,
        heads: Sequence[Head],
        told: Sequence[Sequence[int]],
        every: Sequence[int],
        clashes: Sequence[list[Phrase]],
    ) -> None:
        """Put something told in the column of the one, of the other, or among what both tell."""
        if told[0] and told[1]:
            one, other = (self.item(None, found) for found in told)
            head = min(heads, key=lambda one: one.ground)
            group.both.append(Row(head, [one], [other], self._of_both(*told)))
        for turn, column in enumerate((group.one, group.other)):
            if told[turn] and not told[1 - turn]:
                notes = [*clashes[turn], *self._of_one(turn, told[turn], every)]
                column.append(self.item(heads[turn], told[turn], notes))

    # What is to be said of it

    def _stance(self, stance: int) -> str:
        return self.rows.stances[stance][1]

    def _clash(self, one: Position, turn: int) -> list[Phrase]:
        """Other stances of the same side on the same option, in the other place."""
        beside = self.both[1 - turn]
        stances = [
            self._stance(other.stance)
            for other in self.rows.positions
            if other[:2] == one[:2] and other.stance != one.stance and self._grounded(other, beside)[0]
        ]
        return [self.phrase(self.words["clash"], turn, stances=", ".join(stances))] if stances else []

    def _of_one(self, turn: int, told: Sequence[int], every: Sequence[int]) -> list[Phrase]:
        if self.kind == "weeks":
            return [self._seen(turn, every)]
        elsewhere = len({self._place(telling) for telling in every} - {*self.both, -1})
        words = self.words["elsewhere"][min(elsewhere, 2)]
        copies = [self.phrase(self.words["copy"], turn)] if self._copied(turn, told) else []
        return [*copies, self.phrase(words, n=elsewhere)]

    def _copied(self, turn: int, told: Sequence[int]) -> bool:
        """Whether the other has a copy of every article that tells it."""
        return all(self.rows.tellings[telling].article in self._copied_by[1 - turn] for telling in told)

    @cached_property
    def _copied_by(self) -> list[set[int]]:
        """The articles of which either prints a copy."""
        pairs = [*self.rows.copies, *((b, a) for a, b in self.rows.copies)]
        printed = [set(articles_of(self.rows, self.kind, place)) for place in self.both]
        return [{a for a, b in pairs if b in articles} for articles in printed]

    def _seen(self, turn: int, every: Sequence[int]) -> Phrase:
        """Since when it was told, or until when, of what is told in one of two weeks."""
        here, there = self.both[turn], self.both[1 - turn]
        weeks = {self._place(telling) for telling in every} - {-1}
        if here > there:
            near, words = max((week for week in weeks if week < here), default=-1), self.words["new"]
        else:
            near, words = min((week for week in weeks if week > here), default=-1), self.words["gone"]
        return self.phrase(words[near >= 0], week=self.rows.weeks[near][1])

    def _of_both(self, one: Sequence[int], other: Sequence[int]) -> list[Phrase]:
        told = self.item(None, [*one, *other])
        single = self.kind == "outlets" and told.voices == 1
        return [self.phrase(self.words["story"])] if single else []
