// Two sides: where they stand against each other and together, and what each says of the other.
(() => {
  "use strict";

  const REPORTED = 2;
  const { Head, Group, pairing } = globalThis.onrecordPairing;

  globalThis.onrecordPairing.bySide = (index, kind, both) => {
    const { words, item, option, position, byIssue, facts, event, speaker } = pairing(index, kind, both);
    const sideOf = (telling) => index.tellings[telling][5];
    const on = (at, side) => index.positions
      .filter((one) => one[0] === side && one[1] === at)
      .sort((a, b) => a[3][0][1] - b[3][0][1] || cell([b])[0].tellings.length - cell([a])[0].tellings.length);
    const relation = (...firsts) => {
      const stances = new Set(firsts.map((one) => index.stances[one[2]][0]));
      return stances.size === 1 ? 2 : stances.has("support") && stances.has("oppose") ? 0 : 1;
    };
    const cell = (positions, named = false) => positions.map((one) => {
      const best = one[3][0][1];
      const head = named ? position(one, best, false) : Head("", { stance: one[2], ground: best });
      return item(head, one[3].filter(([, ground]) => ground === best).map(([telling]) => telling));
    });
    const stands = () => {
      const [between, single] = [words.relations.map((name) => Group(Head(name))), byIssue()];
      index.options.forEach((_, at) => {
        const [one, other] = both.map((side) => on(at, side));
        const { issue, name, href } = option(at);
        if (one.length && other.length) {
          between[relation(one[0], other[0])].both.push({ head: Head(name, { href }), one: cell(one), other: cell(other), notes: [] });
        } else {
          single[issue].one.push(...cell(one, true));
          single[issue].other.push(...cell(other, true));
        }
      });
      return [between, single];
    };
    const others = () => {
      const groups = byIssue();
      for (const one of index.positions) {
        for (const [by, of] of [both, [...both].reverse()]) {
          const told = one[3].filter(([telling, ground]) => ground === REPORTED && sideOf(telling) === by);
          if (one[0] !== of || !told.length) continue;
          const group = groups[option(one[1]).issue];
          const column = by === both[0] ? group.one : group.other;
          column.push(item(position(one, REPORTED, false), told.map(([telling]) => telling)));
        }
      }
      return groups;
    };
    const told = (things) => {
      const group = Group();
      for (const [head, [one, other], together] of things) {
        if (one.length && other.length) {
          group.both.push({ head, one: [item(null, one)], other: together ? [] : [item(null, other)], notes: [] });
        } else if (one.length || other.length) {
          (one.length ? group.one : group.other).push(item(head, one.length ? one : other));
        }
      }
      return [group];
    };
    const [between, single] = stands();
    return {
      stands: between,
      positions: single,
      others: others(),
      facts: facts((_, side) => side),
      voices: told(index.voices.map(([at, every]) =>
        [speaker(at, false), both.map((side) => every.filter((telling) => sideOf(telling) === side)), false])),
      events: told(index.events.map((one) =>
        [event(one), both.map((side) => (one[3].includes(side) ? one[4] : [])), true])),
    };
  };
})();
