// Review: one statement after the other, by keys. What is decided is shown at once and sent behind; an answer that is
// no success puts things back and says so.
import { button, get, make, post } from "./api.js";
import { changes, form, keysOf } from "./edit.js";
import { selectable, shown } from "./passage.js";

const KEYS = {
  j: "the next statement", k: "the one before", a: "right: accept", r: "no statement: reject", e: "correct it",
  u: "take the last judgement back", "?": "these keys",
};
const AHEAD = 3; // statements that are fetched before they are looked at

const desk = document.getElementById("desk");
const items = new Map();
const done = []; // judgements of this session: {ids, statement}
let [queue, count, at, editing] = [[], 0, 0, false];
let sending = Promise.resolve();

const fetched = (id) => {
  if (!items.has(id)) items.set(id, get(`/statements/${encodeURIComponent(id)}.json`));
  return items.get(id);
};

const say = (words, wrong = false) => {
  const line = desk.querySelector(".said") ?? make("p", { className: "said", role: "status" });
  line.textContent = words;
  line.classList.toggle("wrong", wrong);
  if (!line.isConnected) desk.append(line);
};

const stanceOf = (names, one) =>
  make("li", {}, make("span", { className: `stance ${one.stance}` }, make("span", { className: "sign", ariaHidden: "true" }), names.stance[one.stance] ?? one.stance), ` ${names.option[`${one.issue}.${one.option}`] ?? one.option}`, ...(one.holder ? [` (says of ${one.holder})`] : []));

const names = { stance: { support: "supports", oppose: "opposes", conditional: "conditional", unclear: "unclear" }, option: {} };

const JUDGED = { accepted: "accepted", changed: "corrected", added: "added by a person", rejected: "rejected" };

const facts = (one) => {
  const told = [one.side, one.mode, one.grade ?? "speaker not known"].filter(Boolean);
  if (one.confidence !== null) told.push(`confidence ${one.confidence.toFixed(2)}`);
  return told.join(" · ");
};

const card = (one) => {
  const marks = { source: one.source, cue: one.cue, content: one.content, hangs: one.positions.map((p) => p.condition).filter(Boolean) };
  const speaker = one.speaker ? make("bdi", { text: one.speaker }) : make("span", { className: "unknown", text: "somebody not named" });
  const head = make("p", { className: "by" }, make("a", { href: `${one.article.href}#s-${one.id}` }, make("bdi", { text: one.article.title })), ` · ${one.article.outlet ?? "outlet unknown"} · ${one.article.published ?? "date unknown"}`);
  const stances = make("ul", { className: "held" }, ...one.positions.map((p) => stanceOf(names, p)));
  return make(
    "article",
    { className: `card ${one.judged ?? ""}` },
    make("p", { className: "where" }, `${at + 1} of ${queue.length}${count > queue.length ? ` (${count} in all)` : ""}`, make("strong", { className: "mark", text: one.judged ? ` · ${JUDGED[one.judged]}` : "" })),
    head,
    shown(one.passage, marks),
    make("p", { className: "speaker" }, speaker, make("span", { className: "by", text: ` ${facts(one)}` })),
    stances,
    ...one.judgements.map((j) => make("p", { className: "by", text: `${j.kind} · ${j.by} · ${j.at.slice(0, 10)}${j.why ? ` · ${j.why}` : ""}` })),
    make("div", { className: "actions" }, ...[["Accept", "a"], ["Reject", "r"], ["Correct", "e"], ["Take back", "u"], ["Back", "k"], ["Next", "j"]].map(([text, key]) => button(`${text} (${key})`, () => press(key)))),
  );
};

const draw = async () => {
  editing = false;
  if (!queue.length) {
    desk.replaceChildren(make("p", { className: "lead", text: "Nothing here is left to look over." }));
    return;
  }
  const id = queue[at];
  try {
    const one = await fetched(id);
    if (id !== queue[at]) return;
    desk.replaceChildren(card(one));
    desk.dataset.statement = id;
  } catch (error) {
    desk.replaceChildren();
    say(error.message, true);
  }
  for (const next of queue.slice(at + 1, at + 1 + AHEAD)) fetched(next).catch(() => items.delete(next));
};

const move = (by) => {
  const to = Math.min(Math.max(at + by, 0), queue.length - 1);
  if (to === at && by > 0) return draw().then(() => say("That was the last one."));
  at = to;
  return draw();
};

// Sends judgements in the order in which they were made; `before` is what to show again if they are refused.
const send = (id, judgements, before) => {
  sending = sending.then(async () => {
    try {
      const answer = await post("/judgements", { judgements, show: id });
      done.push({ ids: answer.ids, statement: id });
      if (answer.item) items.set(id, Promise.resolve(answer.item));
      document.body.dataset.sent = done.length;
    } catch (error) {
      items.set(id, Promise.resolve(before));
      at = Math.max(0, queue.indexOf(id));
      await draw();
      say(error.message, true);
    }
  });
  return sending;
};

const decide = async (kind, judged) => {
  const id = queue[at];
  const one = await fetched(id);
  if (kind === "accept" && ["changed", "added"].includes(one.judged)) return say("A person changed it: that is judged already.");
  items.set(id, Promise.resolve({ ...one, judged }));
  send(id, [{ kind, target: id }], one);
  return move(1);
};

const undo = async () => {
  await sending;
  const last = done.pop();
  if (!last) return say("Nothing was judged here yet. Under “Judgements” anything can be taken back.");
  try {
    const wanted = [...last.ids].reverse().map((target) => ({ kind: "undo", target }));
    const answer = await post("/judgements", { judgements: wanted, show: last.statement });
    items.delete(last.statement);
    if (answer.item) items.set(last.statement, Promise.resolve(answer.item));
    at = Math.max(0, queue.indexOf(last.statement));
    await draw();
    return say("Taken back.");
  } catch (error) {
    done.push(last);
    return say(error.message, true);
  }
};

const edit = async () => {
  await sending;
  const one = await fetched(queue[at]);
  const draft = structuredClone(one);
  const passage = make("div", {});
  let fields = null;
  const redraw = () => {
    const within = passage.contains(document.activeElement);
    const marked = shown(one.passage, { source: draft.source, cue: draft.cue, content: draft.content });
    passage.replaceChildren(selectable(marked, keysOf(() => fields, draw)));
    if (within) marked.querySelector("[data-start]").focus();
  };
  const save = (changed, why) => {
    const wanted = changes(one, changed, why);
    if (!wanted.length) return draw();
    items.set(one.id, Promise.resolve({ ...changed, judged: "changed" }));
    send(one.id, wanted, one);
    return move(1);
  };
  redraw();
  fields = await form(draft, one.passage, { save, leave: draw, changed: redraw, name: "Keep the correction" });
  editing = true;
  desk.replaceChildren(make("article", { className: "card" }, passage, fields));
  fields.querySelector("input").focus();
};

const help = () => {
  const dialog = make("dialog", { className: "keys" }, make("h2", { text: "Keys" }), make("dl", { className: "pairs" }, ...Object.entries(KEYS).flatMap(([key, text]) => [make("dt", {}, make("kbd", { text: key })), make("dd", { text })])), make("p", { className: "hint", text: "While correcting: Tab from field to field, Enter keeps, Esc leaves." }));
  dialog.append(button("Close", () => dialog.close()));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};

const press = (key) => {
  if (key === "?") return help();
  if (!queue.length) return null;
  return { j: () => move(1), k: () => move(-1), a: () => decide("accept", "accepted"), r: () => decide("reject", "rejected"), e: edit, u: undo }[key]?.();
};

addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, dialog, [contenteditable]");
  if (typing || editing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
  event.preventDefault();
  press(event.key);
});

addEventListener("beforeunload", (event) => { if (editing) event.preventDefault(); });

try {
  const [found, codebook] = await Promise.all([get(`/review/queue.json${location.search}`), get("/codebook.json")]);
  for (const issue of codebook.issues) for (const option of issue.options) names.option[`${issue.id}.${option.id}`] = option.name;
  [queue, count] = [found.ids, found.count];
  await draw();
} catch (error) {
  desk.replaceChildren();
  say(error.message, true);
}
