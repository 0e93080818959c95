// Shows all of a statement in the text, also where it is broken in pieces, when its anchor is the page's target.
// Without this script the first piece is shown: nothing else is lost.
(() => {
  "use strict";

  const parts = ["source", "cue", "content"];

  const show = () => {
    for (const part of parts) {
      for (const piece of document.querySelectorAll(`.${part}-here`)) piece.classList.remove(`${part}-here`);
    }
    document.querySelector(".note-here")?.classList.remove("note-here");
    const anchor = decodeURIComponent(location.hash.slice(1));
    if (!anchor) return;
    for (const part of parts) {
      const pieces = document.querySelectorAll(`[data-${part}~="${CSS.escape(anchor)}"]`);
      for (const piece of pieces) piece.classList.add(`${part}-here`);
    }
    document.getElementById(`c-${anchor}`)?.classList.add("note-here");
  };

  // Pointing at a source, a cue or what is said shows the three that belong together, and the note beside them.
  const kin = (anchor) => [
    ...parts.flatMap((part) => [...document.querySelectorAll(`[data-${part}~="${CSS.escape(anchor)}"]`)]),
    document.getElementById(`c-${anchor}`),
  ];
  const pointed = ({ target }) => {
    const note = target.closest?.(".notes > li");
    const piece = target.closest?.("[data-content], [data-cue], [data-source]");
    const anchors = note ? note.querySelector(".to").hash.split(/[#/]/).at(-1) : piece?.dataset.content ?? piece?.dataset.cue ?? piece?.dataset.source ?? "";
    for (const one of document.querySelectorAll(".kin")) one.classList.remove("kin");
    const last = anchors.split(" ").at(-1);
    if (last) for (const one of kin(last)) one?.classList.add("kin");
  };
  for (const kind of ["pointerover", "focusin"]) document.querySelector("main")?.addEventListener(kind, pointed);

  // The newest words of a cell are put beside it, and Escape puts them away.
  const place = (cell) => {
    const words = cell.querySelector(".peek");
    if (!words) return;
    const [at, size] = [cell.getBoundingClientRect(), words.getBoundingClientRect()];
    const below = at.bottom + size.height < innerHeight || at.top < size.height;
    words.style.setProperty("--left", `${Math.max(8, Math.min(at.left, innerWidth - size.width - 16))}px`);
    words.style.setProperty("--top", `${below ? at.bottom - 2 : at.top - size.height + 2}px`);
    words.classList.add("placed");
  };
  for (const cell of document.querySelectorAll(".matrix td:has(.peek)")) {
    for (const kind of ["pointerenter", "focusin"]) cell.addEventListener(kind, () => place(cell));
    for (const kind of ["pointerleave", "focusout"]) cell.addEventListener(kind, () => cell.classList.remove("shut"));
  }
  // A finger can't point: its first touch on a cell shows the words, the second follows the link.
  let [touches, touched] = [false, null];
  addEventListener("pointerdown", (event) => { touches = event.pointerType === "touch"; }, { passive: true });
  for (const link of document.querySelectorAll(".matrix td:has(.peek) a.cell")) {
    link.addEventListener("blur", () => { if (touched === link) touched = null; });
    link.addEventListener("click", (event) => {
      if (!touches || !event.detail || touched === link) return;
      event.preventDefault();
      link.focus({ preventScroll: true });
      touched = link;
      place(link.closest("td"));
    });
  }
  const shown = () => document.querySelectorAll(".matrix td:is(:hover, :focus-within)");
  addEventListener("scroll", () => shown().forEach(place), { passive: true, capture: true });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const cell of shown()) cell.classList.add("shut");
  });

  // "/" leads to the search.
  addEventListener("keydown", (event) => {
    const search = document.getElementById("to-search");
    if (!search || event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, select, textarea")) return;
    event.preventDefault();
    const field = document.getElementById("words");
    if (field) field.focus(); else search.click();
  });

  // A printed page shows everything: what is folded away is opened first.
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });
  addEventListener("hashchange", show);
  show();
})();
