// What the comparison of two outlets, sides or weeks does whatever it compares. The compare-*.js do what
// publish/_compare/ does, with the same rows and to the same end: rows.py there says what they are, parts.py what
// comes of them.
(() => {
  "use strict";

  const Head = (name, more) => ({ name, href: "", stance: -1, ground: 0, side: "", detail: "", ...more });
  const Group = (head = null) => ({ head, one: [], other: [], both: [] });
  const unique = (values) => [...new Set(values)];
  const number = (value) => value.toLocaleString("en");
  const names = (index, kind) => (kind === "weeks" ? index.weeks.map(([, name]) => name) : index[kind]);

  // Plain words and names in turn, the words first.
  const phrase = (words, given) => words.split(/\{(\w+)\}/).map((part, turn) => (turn % 2 ? String(given[part]) : part));

  // How many articles are no copies of one another.
  const voices = (index, articles) => {
    const groups = new Map(articles.map((article) => [article, new Set([article])]));
    for (const [a, b] of index.copies) {
      if (!groups.has(a) || !groups.has(b)) continue;
      const joined = new Set([...groups.get(a), ...groups.get(b)]);
      for (const article of joined) groups.set(article, joined);
    }
    return new Set([...groups.values()].map((group) => Math.min(...group))).size;
  };

  const articlesOf = (index, kind, member) => {
    const at = kind === "outlets" ? 1 : 2;
    if (kind !== "sides") return [...index.articles.keys()].filter((article) => index.articles[article][at] === member);
    return unique(index.counts.filter(([, , side]) => side === member).map(([article]) => article)).sort((a, b) => a - b);
  };

  const counted = (index, kind, member) => {
    const articles = articlesOf(index, kind, member);
    const dates = articles.map((article) => index.articles[article][3]).filter((date) => date !== null);
    const of = ([article, week, side]) => ({ outlets: index.articles[article][1], sides: side, weeks: week })[kind];
    const said = index.counts.filter((row) => of(row) === member).reduce((sum, row) => sum + row[3], 0);
    const outlets = unique(articles.map((article) => index.articles[article][1])).filter((outlet) => outlet >= 0);
    const found = {
      articles: number(articles.length),
      voices: number(voices(index, articles)),
      published: unique([dates.at(0), dates.at(-1)].filter((date) => date !== undefined)).join(" – "),
      statements: number(said),
    };
    return kind === "outlets" ? found : { ...found, outlets: number(outlets.length) };
  };
  const figures = (index, kind, both) => {
    const [one, other] = both.map((member) => counted(index, kind, member));
    const shown = Object.entries(index.phrases.figures).filter(([key]) => key in one);
    return shown.map(([key, name]) => [name, one[key], other[key]]);
  };

  // What a comparison does whatever it compares.
  const pairing = (index, kind, both) => {
    const words = index.phrases[kind];
    const named = both.map((member) => names(index, kind)[member]);
    const say = (text, more, turn = 0) => phrase(text, { a: named[turn], b: named[1 - turn], ...more });
    const item = (head, tellings, notes = []) => {
      const byArticle = new Map();
      for (const telling of tellings) {
        const [article] = index.tellings[telling];
        if (!byArticle.has(article)) byArticle.set(article, telling);
      }
      return { head, tellings: [...byArticle.values()], voices: voices(index, [...byArticle.keys()]), notes };
    };
    const option = (number) => {
      const [issue, id, name] = index.options[number];
      return { issue, name, href: `issues/${index.issues[issue][0]}.html#o-${id}` };
    };
    const position = ([side, at, stance], ground, withSide) => {
      const { name, href } = option(at);
      return Head(name, { href, stance, ground, side: withSide ? index.sides[side] : "" });
    };
    const byIssue = () => index.issues.map(([id, name]) => Group(Head(name, { href: `issues/${id}.html` })));
    const facts = (teller) => {
      const group = Group();
      for (const [id, about, detail, why, ...tellings] of index.differences) {
        const told = new Map(tellings.map(([telling, value, side], turn) =>
          [teller(telling, side), item(Head(value, { detail: index.phrases.order[turn] }), [telling])]));
        if (told.size !== 2 || !both.every((member) => told.has(member))) continue;
        const [one, other] = both.map((at) => [told.get(at)]);
        const head = Head(about || "not told", { href: `differences.html#d-${id}`, detail });
        group.both.push({ head, one, other, notes: [[why]] });
      }
      return [group];
    };
    const event = ([id, name, detail]) => Head(name, { href: `events.html#t-${id}`, detail });
    const speaker = (at, withSide) => {
      const [id, name, of] = index.speakers[at];
      const side = withSide && of >= 0 ? index.sides[of] : "";
      return Head(name, { href: `actors/${id}.html`, detail: side === name ? "" : side });
    };
    return { words, named, say, item, option, position, byIssue, facts, event, speaker };
  };

  globalThis.onrecordPairing = { Head, Group, unique, names, articlesOf, figures, pairing };
})();
