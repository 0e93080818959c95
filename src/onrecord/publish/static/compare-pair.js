// Two outlets, sides or weeks next to each other.
(() => {
  "use strict";

  const { names, articlesOf, figures, pairing, byPlace, bySide } = globalThis.onrecordPairing;

  // The rows of those weeks alone in which both have articles.
  const together = (index, kind, both) => {
    const weeksOf = (member) => new Set(articlesOf(index, kind, member).map((article) => index.articles[article][2]));
    const [one, other] = both.map(weeksOf);
    const shared = new Set([...one].filter((week) => week >= 0 && other.has(week)));
    const fits = (article) => shared.has(index.articles[article][2]);
    const told = (tellings) => tellings.filter((telling) => fits(index.tellings[telling][0]));
    const value = (row, at) => fits(index.tellings[row[at][0]][0]);
    return {
      ...index,
      articles: index.articles.map(([id, outlet, week, date]) => [id, shared.has(week) ? outlet : -1, week, date]),
      counts: index.counts.filter(([article]) => fits(article)),
      positions: index.positions
        .map(([side, option, stance, tellings]) => [side, option, stance, tellings.filter(([telling]) => fits(index.tellings[telling][0]))])
        .filter(([, , , tellings]) => tellings.length),
      voices: index.voices.map(([speaker, tellings]) => [speaker, told(tellings)]),
      events: index.events.map(([id, name, detail, sides, tellings]) => [id, name, detail, sides, told(tellings)]),
      differences: index.differences.filter((row) => value(row, 4) && value(row, 5)),
    };
  };

  const pair = (index, kind, both) => {
    const { words, named, say } = pairing(index, kind, both);
    const groups = (kind === "sides" ? bySide : byPlace)(index, kind, both);
    const back = kind === "weeks" && both[0] > both[1]; // the phrases name the earlier week first
    const counts = [...(groups.stands ?? []), ...groups.positions];
    const sum = (name) => counts.reduce((total, group) => total + group[name].length, 0);
    const sections = Object.entries(groups).map(([key, found]) => {
      const [title, hint, one, other, inBoth, none] = words[key];
      const filled = found.filter((group) => group.one.length || group.other.length || group.both.length);
      const [left, right] = back ? [say(other, {}, 1), say(one, {}, 1)] : [say(one), say(other)];
      return { key, title, hint, one: left, other: right, both: inBoth, none, groups: filled };
    });
    const lead = say(words.lead, { both: sum("both"), one: sum("one"), other: sum("other") });
    return { kind, one: named[0], other: named[1], lead, figures: figures(index, kind, both), sections };
  };

  globalThis.onrecordPair = { names, pair, together };
})();
