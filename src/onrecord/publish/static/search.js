// Searches the index of the dossier, which search-index.js holds (publish/_search.py says what its rows are).
// What is asked stands in the address after #, so that a search can be kept and sent.
(() => {
  "use strict";

  const SHOWN = 100;
  const index = globalThis.onrecordIndex;
  const field = (id) => document.getElementById(id);
  const names = ["words", "kind", "side", "stance"];
  const fields = names.map(field);
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").replace(/\s+/g, " ").toLowerCase();
  const option = ([issue, id, , name]) => ({ href: `issues/${issue}.html#o-${id}`, name });

  const statement = ([article, anchor, speaker, side, day, words, held]) => {
    const [page, title, outlet] = index.articles[article];
    const who = typeof speaker === "number" ? index.actors[speaker][1] : speaker;
    const positions = held.map(([at, stance]) => `${index.stances[stance][1]} ${index.options[at][3]}`);
    return {
      kind: "Statements", href: `articles/${page}.html#${anchor}`, words, quoted: true, side,
      about: [side && side !== who ? `${who} (${side})` : who, day ?? "date unknown", outlet ?? "outlet unknown", ...positions],
      stances: new Set(held.map(([, stance]) => index.stances[stance][0])),
      text: [words, who, side, outlet, title, ...positions],
    };
  };
  const entries = [
    ...index.options.map((row) => ({ kind: "Issues", href: option(row).href, words: row[3], about: [row[2]], text: row.slice(2) })),
    ...index.actors.map(([id, name, side, also]) => ({ kind: "Speakers", href: `actors/${id}.html`, words: name, side, about: [side ?? "side not known"], text: [name, side, also] })),
    ...index.events.map(([id, what, words]) => ({ kind: "Events", href: `events.html#t-${id}`, words, about: [what], text: [what, words] })),
    ...index.proposals.map(([name, also]) => ({ kind: "Proposals", href: "proposals.html", words: name, about: ["proposal"], text: [name, also] })),
    ...index.articles.map(([id, title, outlet, day]) => ({ kind: "Articles", href: `articles/${id}.html`, words: title, about: [outlet ?? "outlet unknown", day ?? "date unknown"], text: [title, outlet] })),
    ...index.statements.map(statement),
  ];
  for (const entry of entries) entry.text = fold(entry.text.filter(Boolean).join("\n"));

  const offer = (select, values) => {
    for (const [value, name] of values) select.add(new Option(name, value));
  };
  const inOrder = (values) => [...new Set(values.filter(Boolean))].sort().map((value) => [value, value]);
  offer(field("kind"), inOrder(entries.map((entry) => entry.kind)));
  offer(field("side"), inOrder(entries.map((entry) => entry.side)));
  offer(field("stance"), index.stances);

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };
  const row = (entry) => {
    const made = element("li");
    const words = element("a", entry.quoted ? "words" : "", entry.words);
    words.href = entry.href;
    words.dir = "auto";
    const about = element("p", "by");
    entry.about.forEach((part, number) => {
      if (number) about.append(" · ");
      about.append(element("bdi", "", part));
    });
    const line = element("p");
    line.append(words);
    made.append(line, about);
    return made;
  };

  const wanted = (asked) => [...asked.matchAll(/["“”]([^"“”]+)["“”]?|\S+/g)].map((found) => fold(found[1] ?? found[0]).trim()).filter(Boolean);
  const search = () => {
    const [asked, kind, side, stance] = fields.map((one) => one.value);
    const words = wanted(asked);
    const nothing = !words.length && !kind && !side && !stance;
    const found = nothing ? [] : entries.filter((entry) =>
      (!kind || entry.kind === kind) && (!side || entry.side === side) &&
      (!stance || entry.stances?.has(stance)) && words.every((word) => entry.text.includes(word)));
    field("found").replaceChildren(...found.slice(0, SHOWN).map(row));
    const more = found.length > SHOWN ? `, the first ${SHOWN} shown` : "";
    field("count").textContent = nothing ? "" : `${found.length.toLocaleString("en")} found${more}.`;
  };
  const keep = () => {
    const asked = new URLSearchParams(fields.map((one, at) => [names[at], one.value]).filter(([, value]) => value));
    history.replaceState(null, "", `#${asked}`);
  };
  const take = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    fields.forEach((one, at) => { one.value = asked.get(names[at]) ?? ""; });
    search();
    field("words").focus();
  };

  for (const one of fields) one.addEventListener("input", () => { search(); keep(); });
  addEventListener("hashchange", take);
  field("search").hidden = false;
  take();
})();
