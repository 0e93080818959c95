// Two outlets or two weeks: what is told in one and not in the other.
(() => {
  "use strict";

  const { Head, Group, unique, articlesOf, pairing } = globalThis.onrecordPairing;

  globalThis.onrecordPairing.byPlace = (index, kind, both) => {
    const { words, say, item, option, position, byIssue, facts, event, speaker } = pairing(index, kind, both);
    const weeks = kind === "weeks";
    const place = (telling) => {
      const [article, week] = index.tellings[telling];
      return weeks ? week : index.articles[article][1];
    };
    const within = (at, tellings) => tellings.filter((telling) => place(telling) === at);
    const grounded = ([, , , tellings], at) => {
      const here = tellings.filter(([telling]) => place(telling) === at);
      const best = here.length ? here[0][1] : 0;
      return { told: here.filter(([, ground]) => ground === best).map(([telling]) => telling), best };
    };
    const stanceOf = (stance) => index.stances[stance][1];

    const clash = (one, turn) => {
      const stances = index.positions
        .filter((other) => other[0] === one[0] && other[1] === one[1] && other[2] !== one[2] && grounded(other, both[1 - turn]).told.length)
        .map((other) => stanceOf(other[2]));
      return stances.length ? [say(words.clash, { stances: stances.join(", ") }, turn)] : [];
    };
    const seen = (turn, every) => {
      const [here, there] = [both[turn], both[1 - turn]];
      const told = every.map(place).filter((week) => week >= 0);
      const later = here > there;
      const beside = told.filter((week) => (later ? week < here : week > here));
      const near = beside.length ? (later ? Math.max : Math.min)(...beside) : -1;
      return say(words[later ? "new" : "gone"][near >= 0 ? 1 : 0], { week: index.weeks[near]?.[1] }, turn);
    };
    const copiedBy = both.map((at) => {
      const printed = new Set(articlesOf(index, kind, at));
      const pairs = index.copies.flatMap(([a, b]) => [[a, b], [b, a]]);
      return new Set(pairs.filter(([, b]) => printed.has(b)).map(([a]) => a));
    });
    const isCopied = (turn, told) => told.every((telling) => copiedBy[1 - turn].has(index.tellings[telling][0]));
    const ofOne = (turn, told, every) => {
      if (weeks) return [seen(turn, every)];
      const n = unique(every.map(place)).filter((at) => at >= 0 && !both.includes(at)).length;
      const copies = isCopied(turn, told) ? [say(words.copy, {}, turn)] : [];
      return [...copies, say(words.elsewhere[Math.min(n, 2)], { n })];
    };
    const ofBoth = (one, other) => (!weeks && item(null, [...one, ...other]).voices === 1 ? [say(words.story)] : []);
    const part = (group, heads, told, every, clashes) => {
      if (told.every((found) => found.length)) {
        const head = heads[1].ground < heads[0].ground ? heads[1] : heads[0];
        group.both.push({ head, one: [item(null, told[0])], other: [item(null, told[1])], notes: ofBoth(...told) });
      }
      [group.one, group.other].forEach((column, turn) => {
        if (!told[turn].length || told[1 - turn].length) return;
        column.push(item(heads[turn], told[turn], [...clashes[turn], ...ofOne(turn, told[turn], every)]));
      });
    };

    const positions = () => {
      const groups = byIssue();
      for (const one of index.positions) {
        const found = both.map((at) => grounded(one, at));
        const heads = found.map(({ best }) => position(one, best, true));
        const every = one[3].map(([telling]) => telling);
        part(groups[option(one[1]).issue], heads, found.map(({ told }) => told), every, [0, 1].map((turn) => clash(one, turn)));
      }
      return groups;
    };
    const told = (things) => {
      const group = Group();
      for (const [head, every] of things) part(group, [head, head], both.map((at) => within(at, every)), every, [[], []]);
      return [group];
    };
    const moves = () => {
      const group = Group();
      for (const [week, who, at, before, after, telling, single] of index.moves) {
        const turn = both.indexOf(week);
        if (turn < 0) continue;
        const { name, href } = option(at);
        const head = Head(name, { href, stance: after, side: who });
        [group.one, group.other][turn].push(item(head, [telling], [say(words[single ? "single" : "side"], { stance: stanceOf(before) })]));
      }
      return [group];
    };
    return {
      ...(weeks ? { moves: moves() } : {}),
      positions: positions(),
      facts: facts(place),
      voices: told(index.voices.map(([at, every]) => [speaker(at, true), every])),
      events: told(index.events.map((one) => [event(one), one[4]])),
    };
  };
})();
