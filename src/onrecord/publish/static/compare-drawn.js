// Draws a comparison, as compare.html writes it. Lists are drawn whole: what is beyond the first is folded away.
(() => {
  "use strict";

  const SHOWN = 8;
  const index = globalThis.onrecordCompared;

  const made = (name, given, ...children) => {
    const { className, href, id, dir, scope, labelledby } = given ?? {};
    const element = document.createElement(name);
    if (className) element.className = className;
    if (href) element.setAttribute("href", href);
    if (id) element.id = id;
    if (dir) element.dir = dir;
    if (scope) element.scope = scope;
    if (labelledby) element.setAttribute("aria-labelledby", labelledby);
    element.append(...children.flat().filter((child) => child !== null && child !== ""));
    return element;
  };
  const bdi = (text) => made("bdi", {}, text);
  const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
  const said = (phrase) => phrase.map((part, turn) => (turn % 2 ? bdi(part) : part));
  const between = (things, mark) => things.flatMap((thing, turn) => (turn ? [mark, thing] : [thing])).flat();
  const by = (...children) => made("span", { className: "by" }, ...children);

  const stance = (at, ground) => {
    const [key, name] = index.stances[at];
    const how = index.phrases.grounds[ground];
    const chip = made("span", { className: `stance ${key}${ground ? " unheard" : ""}` }, made("span", { className: "sign" }), name);
    chip.firstChild.setAttribute("aria-hidden", "true");
    if (how) chip.append(" ", made("span", { className: "n" }, `(${how})`));
    return chip;
  };
  const what = (head, number = "") => {
    const named = head.href ? made("a", { href: head.href }, bdi(head.name)) : head.name ? made("strong", {}, bdi(head.name)) : null;
    const side = head.side && made("bdi", { className: "side" }, head.side);
    const detail = [head.detail && bdi(head.detail), number].filter(Boolean);
    const shown = [side, head.stance >= 0 ? stance(head.stance, head.ground) : null, named, detail.length ? by(between(detail, " · ")) : null];
    return between(shown.filter(Boolean), " ");
  };
  const words = (telling, kind, spoken) => {
    const [at, , anchor, text, who] = index.tellings[telling];
    const [id, outlet, , published] = index.articles[at];
    const speaker = typeof who === "number" ? index.speakers[who] : null;
    const about = [
      !spoken || who === null ? null : speaker ? made("a", { href: `actors/${speaker[0]}.html` }, bdi(speaker[1])) : bdi(who),
      kind === "outlets" ? null : bdi(outlet < 0 ? "outlet unknown" : index.outlets[outlet]),
      published ?? "date unknown",
    ];
    return [
      made("a", { className: "words", dir: "auto", href: `articles/${id}.html#${anchor}` }, text), " ",
      by(between(about.filter((part) => part !== null), " · ")),
    ];
  };
  const notes = (found) => (found.length ? made("p", { className: "by" }, between(found.map(said), " · ")) : null);
  const item = ({ head, tellings, voices, notes: found }, kind, spoken) => {
    const [first, ...rest] = tellings;
    const copies = voices < tellings.length ? `, ${voices.toLocaleString("en")} without copies` : "";
    const number = rest.length ? `in ${count(tellings.length, "article")}${copies}` : "";
    return [
      head && made("p", { className: "what" }, what(head, number)),
      made("p", {}, words(first, kind, spoken)),
      notes(found),
      rest.length ? made("details", { className: "beside" }, made("summary", {}, count(rest.length, "more article")),
        made("ul", {}, rest.map((other) => made("li", {}, words(other, kind, spoken))))) : null,
    ];
  };
  const list = (found, kind, spoken) => made("ul", { className: "told" }, found.map((one) => made("li", {}, item(one, kind, spoken))));
  const items = (found, kind, spoken) => {
    const more = found.length - SHOWN;
    const rest = () => made("details", { className: "rest" }, made("summary", {}, `${more.toLocaleString("en")} more`), list(found.slice(SHOWN), kind, spoken));
    return [list(found.slice(0, SHOWN), kind, spoken), more > 0 ? rest() : null];
  };
  const column = (title, found, kind, level, spoken) => made("div", {},
    made(`h${level}`, { className: "column" }, said(title), " ", made("span", { className: "n" }, found.length.toLocaleString("en"))),
    found.length ? items(found, kind, spoken) : made("p", { className: "none" }, "nothing"));
  const both = (found, { one, other, kind }, spoken) => made("ul", { className: "told beside-each-other" }, found.map((row) => {
    const cells = [[one, row.one], [other, row.other]].filter(([, cell]) => cell.length);
    return made("li", {}, made("p", { className: "what" }, what(row.head)), notes(row.notes),
      made("div", { className: "versus" }, cells.map(([name, cell]) => made("div", {},
        row.other.length ? made("p", { className: "by teller" }, bdi(name)) : null,
        cell.map((each) => made("div", { className: "cell" }, item(each, kind, spoken)))))));
  }));

  const group = (found, section, compared) => {
    const { head } = found;
    const { kind } = compared;
    const [level, spoken] = [head ? 5 : 4, section.key !== "voices"];
    const folded = () => made("details", { className: "both" },
      made("summary", {}, section.both.replace("{n}", found.both.length.toLocaleString("en"))), both(found.both, compared, spoken));
    return [
      head && made("h4", {}, head.href ? made("a", { href: head.href }, head.name) : head.name),
      found.one.length || found.other.length ? made("div", { className: "versus" },
        column(section.one, found.one, kind, level, spoken), column(section.other, found.other, kind, level, spoken)) : null,
      found.both.length ? (section.both ? folded() : both(found.both, compared, spoken)) : null,
    ];
  };
  const part = (section, compared) => {
    const id = `${compared.kind}-${section.key}`;
    const about = section.groups.length ? section.hint && made("p", { className: "hint" }, section.hint) : made("p", { className: "none" }, section.none);
    return made("section", { labelledby: id }, made("h3", { id }, section.title), about,
      section.key === "facts" ? made("p", { className: "by" }, made("a", { href: "differences.html" }, "All differences in the record")) : null,
      section.groups.map((found) => group(found, section, compared)).flat());
  };
  const table = ({ one, other, figures }) => made("table", { className: "figures" },
    made("thead", {}, made("tr", {}, made("td"), made("th", { scope: "col" }, bdi(one)), made("th", { scope: "col" }, bdi(other)))),
    made("tbody", {}, figures.map(([name, ...values]) =>
      made("tr", {}, made("th", { scope: "row" }, name), values.map((value) => made("td", {}, value || "–"))))));
  const drawn = (compared) => [
    made("h2", { id: compared.kind }, bdi(compared.one), " and ", bdi(compared.other)),
    made("p", { className: "lead" }, said(compared.lead)),
    table(compared),
    ...compared.sections.map((section) => part(section, compared)),
  ];

  globalThis.onrecordDrawn = drawn;
})();
