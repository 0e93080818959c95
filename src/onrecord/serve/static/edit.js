// The form that corrects a statement, or makes one that was missed: who says it, its words, where it stands.
import { button, get, make } from "./api.js";
import { selected, words } from "./passage.js";

export const PARTS = { content: "What is said", source: "Who says it", cue: "The words that tie them" };
const MARKS = { w: "content", s: "source", t: "cue" };
const STANCES = { support: "supports", oppose: "opposes", conditional: "under a condition", unclear: "speaks of it, unclear" };
let codebook = null;

// A field that finds actors as one types; `chosen` is {actor, speaker}, a name that nobody in the record has being no
// actor.
const whoField = (draft) => {
  const list = make("ul", { className: "matches", role: "listbox", id: "matches" });
  const input = make("input", { value: draft.speaker ?? "", autocomplete: "off", maxLength: 300, id: "speaker" });
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-controls", "matches");
  input.setAttribute("aria-expanded", "false");
  let asked = 0;
  let at = -1;
  const choose = (one) => {
    Object.assign(draft, { actor: one.id, speaker: one.name });
    input.value = one.name;
    offer([]);
  };
  const offer = (found) => {
    at = -1;
    list.replaceChildren(
      ...found.map((one) => {
        const option = make("li", { role: "option", text: one.side && one.side !== one.name ? `${one.name} (${one.side})` : one.name });
        option.addEventListener("mousedown", (event) => { event.preventDefault(); choose(one); });
        option.one = one;
        return option;
      }),
    );
    input.setAttribute("aria-expanded", String(found.length > 0));
  };
  input.addEventListener("input", async () => {
    Object.assign(draft, { actor: null, speaker: input.value.trim() || null });
    const mine = ++asked;
    const found = await get(`/actors.json?q=${encodeURIComponent(input.value)}`).catch(() => []);
    if (mine === asked) offer(found);
  });
  input.addEventListener("keydown", (event) => {
    const options = [...list.children];
    if (event.key === "Enter" && options.length) {
      event.preventDefault();
      choose(options[Math.max(at, 0)].one);
    } else if (["ArrowDown", "ArrowUp"].includes(event.key) && options.length) {
      event.preventDefault();
      at = (at + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length;
      options.forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    }
  });
  input.addEventListener("blur", () => offer([]));
  return make("div", { className: "field" }, make("label", { text: "Speaker", htmlFor: "speaker" }), input, list);
};

const wordsField = (draft, passage, changed) =>
  make(
    "fieldset",
    { className: "field" },
    make("legend", { text: "Words: select them in the passage, then press (or there w, s, t)" }),
    ...Object.entries(PARTS).map(([part, name]) => {
      const told = make("span", { className: `told ${part}`, dir: "auto", text: words(passage, draft[part]) });
      const put = (spans) => {
        draft[part] = spans.sort((a, b) => a[0] - b[0]);
        told.textContent = words(passage, draft[part]);
        changed();
      };
      const take = button(name, () => { const span = selected(); if (span) put([span]); });
      take.dataset.part = part;
      const more = button("+", () => {
        const span = selected();
        if (span) put([...draft[part].filter(([a, b]) => b <= span[0] || span[1] <= a), span]);
      }, { title: `${name}: add another piece` });
      more.setAttribute("aria-label", `${name}: add another piece`);
      const none = button("×", () => put([]), { title: `${name}: none` });
      none.setAttribute("aria-label", `${name}: none`);
      for (const one of [take, more, none]) one.addEventListener("mousedown", (event) => event.preventDefault());
      return make("div", { className: "part" }, take, more, ...(part === "content" ? [] : [none]), told);
    }),
  );

const choice = (label, values, value, change) => {
  const select = make("select", { ariaLabel: label }, ...values.map(([key, name]) => make("option", { value: key, text: name, selected: key === value })));
  select.setAttribute("aria-label", label);
  select.addEventListener("change", () => change(select.value));
  return select;
};

const positionRow = (draft, position, passage, redraw) => {
  const issues = codebook.issues.map((one) => [one.id, one.name]);
  const options = (codebook.issues.find((one) => one.id === position.issue)?.options ?? []).map((one) => [one.id, one.name]);
  const condition = make("span", { className: "told", dir: "auto", text: position.condition ? words(passage, [position.condition]) : "" });
  const take = button("Condition", () => {
    position.condition = selected() ?? null;
    condition.textContent = position.condition ? words(passage, [position.condition]) : "";
  });
  take.addEventListener("mousedown", (event) => event.preventDefault());
  const setIssue = (issue) => {
    Object.assign(position, { issue, option: codebook.issues.find((one) => one.id === issue).options[0].id });
    redraw();
  };
  return make(
    "div",
    { className: "position" },
    choice("Stance", Object.entries(STANCES), position.stance, (stance) => { position.stance = stance; }),
    choice("Issue", issues, position.issue, setIssue),
    choice("Option", options, position.option, (option) => { position.option = option; }),
    take,
    condition,
    button("×", () => { draft.positions.splice(draft.positions.indexOf(position), 1); redraw(); }, { title: "No such position", ariaLabel: "No such position" }),
  );
};

const positionsField = (draft, passage) => {
  const rows = make("div", {});
  const redraw = () => rows.replaceChildren(...draft.positions.map((one) => positionRow(draft, one, passage, redraw)));
  const add = button("Add a position", () => {
    const [first] = codebook.issues;
    draft.positions.push({ issue: first.id, option: first.options[0].id, stance: "support", condition: null });
    redraw();
    rows.lastElementChild.querySelector("select").focus();
  });
  redraw();
  return make("fieldset", { className: "field" }, make("legend", { text: "Positions" }), rows, ...(codebook.issues.length ? [add] : []));
};

// The form for a draft; `save(draft, why)` and `leave()` are called, `changed()` when words were marked anew.
export const form = async (draft, passage, { save, leave, changed, name }) => {
  codebook ??= await get("/codebook.json");
  const why = make("input", { maxLength: 2000, id: "why" });
  const element = make(
    "form",
    { className: "edit" },
    whoField(draft),
    wordsField(draft, passage, changed),
    positionsField(draft, passage),
    make("div", { className: "field" }, make("label", { text: "Why (may be left empty)", htmlFor: "why" }), why),
    make("div", { className: "actions" }, make("button", { text: name }), button("Leave it (Esc)", leave)),
  );
  element.addEventListener("submit", (event) => { event.preventDefault(); save(draft, why.value); });
  element.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.stopPropagation(); leave(); } });
  return element;
};

// What keys do in the passage that a form is about: mark what is selected there, or leave.
export const keysOf = (fields, leave) => (key) => {
  if (key === "Escape") leave();
  else if (key in MARKS) fields().querySelector(`[data-part="${MARKS[key]}"]`).click();
  else return false;
  return true;
};

const plain = ({ issue, option, stance, condition, kind, linked, holder }) => ({
  issue, option, stance, condition: condition ?? null, kind: kind ?? null, linked: linked ?? null, holder: holder ?? null,
});

export const value = (draft) => ({ ...parts(draft), actor: draft.actor ?? null, speaker: draft.speaker ?? null, positions: draft.positions.map(plain) });

export const parts = ({ source, cue, content }) => ({ source, cue, content });

// What a draft changes of the statement it was made of: a judgement for each thing.
export const changes = (before, draft, why) => {
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const made = [];
  const judge = (kind, value) => made.push({ kind, target: before.id, value, why });
  if (before.speaker !== draft.speaker || before.actor !== draft.actor) judge("speaker", { actor: draft.actor ?? null, speaker: draft.speaker ?? null });
  if (!same(parts(before), parts(draft))) judge("spans", parts(draft));
  const key = (one) => `${one.issue}.${one.option}`;
  const now = new Map(draft.positions.map((one) => [key(one), plain(one)]));
  const then = new Map(before.positions.map((one) => [key(one), plain(one)]));
  for (const [at, one] of then) if (!now.has(at)) judge("position", { ...one, stance: null, condition: null, kind: null, linked: null, holder: null });
  for (const [at, one] of now) if (!same(one, then.get(at))) judge("position", one);
  return made;
};
