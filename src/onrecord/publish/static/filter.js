// Narrows a list of statements by side, stance and outlet. Without this script all of them are shown.
(() => {
  "use strict";

  for (const bar of document.querySelectorAll("[data-filters]")) {
    const list = bar.parentElement;
    const statements = [...list.querySelectorAll(".statement")];
    const selects = [...bar.querySelectorAll("select")];
    const values = (statement, by) => statement.dataset[by].split(by === "stance" ? "|" : "\0").filter(Boolean);

    for (const select of selects) {
      const found = new Set(statements.flatMap((statement) => values(statement, select.dataset.by)));
      for (const value of [...found].sort()) select.add(new Option(value, value));
    }
    const fits = (statement) =>
      selects.every(({ value, dataset }) => !value || values(statement, dataset.by).includes(value));
    const narrow = () => {
      for (const statement of statements) statement.hidden = !fits(statement);
      for (const group of list.querySelectorAll("section")) group.hidden = !group.querySelector(".statement:not([hidden])");
      const left = statements.filter((statement) => !statement.hidden).length;
      bar.querySelector("[role=status]").textContent = `${left.toLocaleString("en")} of ${statements.length.toLocaleString("en")}`;
    };
    // What a link leads to is never left hidden.
    addEventListener("hashchange", () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !list.contains(target) || !target.closest("[hidden]")) return;
      for (const select of selects) select.value = "";
      narrow();
      target.scrollIntoView();
    });
    for (const select of selects) select.addEventListener("input", narrow);
    bar.hidden = statements.length < 2;
    narrow();
  }
})();
