// A statement that the machine missed: selected in the text of its article.
import { get, make, post } from "./api.js";
import { form, keysOf, value } from "./edit.js";
import { selectable, shown, words } from "./passage.js";

const desk = document.getElementById("desk");
const draft = { source: [], cue: [], content: [], actor: null, speaker: null, positions: [] };

const say = (text, wrong) => {
  desk.querySelector(".said")?.remove();
  desk.append(make("p", { className: wrong ? "said wrong" : "said", role: "status", text }));
};

const begin = async () => {
  const article = await get(`/articles/${encodeURIComponent(desk.dataset.article)}.json`);
  const text = make("div", { className: "whole" });
  const leave = () => location.assign(article.href);
  let fields = null;
  const redraw = () => {
    const within = text.contains(document.activeElement);
    const marked = shown(article.passage, { known: article.known, source: draft.source, cue: draft.cue, content: draft.content });
    text.replaceChildren(selectable(marked, keysOf(() => fields, leave)));
    if (within) marked.querySelector("[data-start]").focus({ preventScroll: true });
  };
  const save = async (made, why) => {
    if (!made.content.length) return say("Mark what is said first.", true);
    try {
      const wanted = { ...value(made), article: article.id, mode: mode(made, article.passage) };
      const { ids } = await post("/judgements", { judgements: [{ kind: "add", value: wanted, why }] });
      location.assign(ids.length ? article.href : location.href);
    } catch (error) {
      say(error.message, true);
    }
    return null;
  };
  redraw();
  fields = await form(draft, article.passage, { save, leave, changed: redraw, name: "Add it" });
  desk.replaceChildren(make("div", { className: "missed" }, text, fields));
};

// Words in quotation marks are quoted; with others beside them, partly.
const mode = (made, passage) => {
  const marks = /[“”"«»„]/u;
  const said = made.content.map((span) => words(passage, [span]));
  if (said.every((one) => /^[“"«„]/u.test(one) && /[”"»“][.,]?$/u.test(one))) return "direct";
  return said.some((one) => marks.test(one)) ? "mixed" : "indirect";
};

begin().catch((error) => say(error.message, true));
