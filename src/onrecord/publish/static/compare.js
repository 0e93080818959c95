// Shows two outlets, sides or weeks next to each other, as the page does for the first of each kind (compare.html).
// What is chosen stands in the address after #, by name, so that a comparison can be kept and sent.
(() => {
  "use strict";

  const index = globalThis.onrecordCompared;
  const { names, pair, together } = globalThis.onrecordPair;
  const drawn = globalThis.onrecordDrawn;
  const field = (id) => document.getElementById(id);
  const fields = { kind: field("kind"), one: field("one"), other: field("other"), together: field("together") };
  if (!fields.kind) return;

  // What there is to choose from. A week is known by its Monday, outlets and sides by their names.
  const keys = (kind) => (kind === "weeks" ? index.weeks.map(([monday]) => monday) : index[kind]);
  const first = (kind) => (kind === "weeks" ? [-2, -1].map((at) => keys(kind).at(at)) : keys(kind).slice(0, 2));
  const offer = (kind) => {
    const options = () => names(index, kind).map((name, at) => new Option(name, keys(kind)[at]));
    for (const select of [fields.one, fields.other]) {
      select.replaceChildren(...(kind === "weeks" ? options().reverse() : options()));
    }
    fields.together.parentElement.hidden = kind === "weeks";
  };
  const choose = (kind, one, other, both) => {
    fields.kind.value = kind;
    offer(kind);
    const known = [one, other].map((key) => keys(kind).includes(key));
    [fields.one.value, fields.other.value] = known.every(Boolean) ? [one, other] : first(kind);
    fields.together.checked = both && kind !== "weeks";
    show();
  };
  const show = () => {
    const kind = fields.kind.value;
    const chosen = [fields.one, fields.other].map((select) => keys(kind).indexOf(select.value));
    const same = chosen[0] === chosen[1];
    const compared = same ? null : pair(fields.together.checked ? together(index, kind, chosen) : index, kind, chosen);
    field("compared").replaceChildren(...(same ? ["Choose two that are not the same."] : drawn(compared)));
    field("chosen").textContent = same ? "" : `${compared.one} and ${compared.other}. ${compared.lead.join("")}`;
  };
  const keep = () => {
    const asked = new URLSearchParams({ kind: fields.kind.value, one: fields.one.value, other: fields.other.value });
    if (fields.together.checked) asked.set("together", "1");
    history.replaceState(null, "", `#${asked}`);
  };
  const take = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    const kind = kinds.find(([key]) => key === asked.get("kind"))?.[0] ?? kinds[0][0];
    choose(kind, asked.get("one"), asked.get("other"), asked.has("together"));
  };

  const kinds = [["outlets", "two outlets"], ["sides", "two sides"], ["weeks", "two weeks"]].filter(([kind]) => keys(kind).length > 1);
  fields.kind.replaceChildren(...kinds.map(([kind, name]) => new Option(name, kind)));
  fields.kind.addEventListener("input", () => { choose(fields.kind.value, null, null, false); keep(); });
  for (const one of [fields.one, fields.other, fields.together]) one.addEventListener("input", () => { show(); keep(); });
  addEventListener("hashchange", take);
  field("choose").hidden = false;
  take();
})();
