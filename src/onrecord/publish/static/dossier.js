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

  // A printed page shows everything: what is folded away is opened first.
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });
  addEventListener("hashchange", show);
  show();
})();
