// A passage of an article with marks in it. Places count in Unicode characters, as everywhere in a record; a string of
// JavaScript counts in halves of some of them.
import { make } from "./api.js";

const characters = (text) => [...text].length;

// Cuts `text`, which starts at `start`, wherever one of the marks ({kind: [[start, end], …]}) starts or ends.
const pieces = (text, start, marks) => {
  const letters = [...text];
  const end = start + letters.length;
  const edges = new Set([start, end]);
  for (const spans of Object.values(marks)) {
    for (const [a, b] of spans) for (const at of [a, b]) if (at > start && at < end) edges.add(at);
  }
  const at = [...edges].sort((a, b) => a - b);
  return at.slice(0, -1).map((from, number) => {
    const to = at[number + 1];
    const over = ([a, b]) => a <= from && to <= b;
    const kinds = Object.keys(marks).filter((kind) => marks[kind].some(over));
    return { text: letters.slice(from - start, to - start).join(""), kinds };
  });
};

export const shown = (passage, marks) =>
  make(
    "div",
    { className: "passage" },
    ...passage.map(({ start, text }) => {
      const paragraph = make("p", { className: "text", dir: "auto" });
      Object.assign(paragraph.dataset, { start, length: characters(text) });
      for (const piece of pieces(text, start, marks)) {
        paragraph.append(piece.kinds.length ? make("span", { text: piece.text, className: piece.kinds.join(" ") }) : piece.text);
      }
      return paragraph;
    }),
  );

// Lets a passage be walked through and selected by keys; `press(key)` hears of the others. Nothing in it can be changed.
export const selectable = (passage, press) => {
  for (const paragraph of passage.querySelectorAll("[data-start]")) {
    Object.assign(paragraph, { contentEditable: "true", spellcheck: false, role: "textbox", ariaReadOnly: "true", ariaMultiLine: "true", ariaLabel: "Words of the article" });
  }
  passage.addEventListener("beforeinput", (event) => event.preventDefault());
  passage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !press(event.key)) return;
    event.preventDefault();
  });
  return passage;
};

const place = (node, offset) => {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const paragraph = element?.closest("[data-start]");
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return { paragraph, at: Number(paragraph.dataset.start) + characters(before.toString()) };
};

// The place of what is selected in a passage, without blanks at its ends, as [start, end]; null where nothing is.
export const selected = () => {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const [from, to] = [place(range.startContainer, range.startOffset), place(range.endContainer, range.endOffset)];
  if (!from || !to || from.paragraph !== to.paragraph) return null;
  if (characters(from.paragraph.textContent) !== Number(from.paragraph.dataset.length)) return null;
  const words = range.toString();
  const start = from.at + characters(words) - characters(words.trimStart());
  const end = to.at - (characters(words) - characters(words.trimEnd()));
  return start < end ? [start, end] : null;
};

// The words at some places of a passage.
export const words = (passage, spans) =>
  spans
    .map(([start, end]) => {
      const piece = passage.find((one) => one.start <= start && end <= one.start + characters(one.text));
      return piece ? [...piece.text].slice(start - piece.start, end - piece.start).join("") : "…";
    })
    .join(" … ");
