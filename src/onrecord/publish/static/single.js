// The dossier as one file: shows one page at a time, the one that the address names after # (#PAGE.html/ANCHOR), and
// runs the scripts of a page, when it is first shown, as if the page stood alone. With #all, or without this script,
// all pages stand one after the other. An id has its page's name before it (publish/_single/placed.py): scripts find
// elements by their own ids, but should not read ids.
(() => {
  "use strict";

  const [root, scripts] = [document.documentElement, (globalThis.onrecordScripts = {})];
  let shown = null;
  root.classList.add("paged");
  if (location.hash) root.classList.add("waiting");

  const named = (hash) => {
    const [, name, anchor = ""] = hash.match(/^#([^/]*?(?:\/[^/]*?)??\.html)(?:\/(.*))?$/s) ?? [];
    return [name && document.getElementById(name), anchor];
  };

  // What a script sees of the browser: its own page as the document, and what stands behind its name as the address.
  const over = (whole, own) => new Proxy({}, {
    get: (_, name) => {
      const value = (Object.hasOwn(own, name) ? own : whole)[name];
      return typeof value === "function" && !Object.hasOwn(own, name) ? value.bind(whole) : value;
    },
    set: (_, name, value) => Reflect.set(Object.hasOwn(own, name) ? own : whole, name, value),
  });
  const alone = (page) => {
    const whole = (address) => `#${page.id}${address.replace(/^[^#]*#?/, "/").replace(/\/$/, "")}`;
    const listening = (to) => (kind, handler, options) =>
      to.addEventListener(kind, (event) => { if (shown === page) handler(event); }, options);
    const own = {
      document: over(document, {
        getElementById: (id) => document.getElementById(`${page.id}/${id}`) ?? document.getElementById(id),
        querySelector: (what) => (page.matches(what) ? page : page.querySelector(what)),
        querySelectorAll: (what) => page.querySelectorAll(what),
        addEventListener: listening(document),
      }),
      location: over(location, {
        get hash() { const [of, anchor] = named(location.hash); return of === page && anchor ? `#${anchor}` : ""; },
        set hash(anchor) { location.hash = whole(`#${anchor.replace(/^#/, "")}`); },
      }),
      history: over(history, Object.fromEntries(["pushState", "replaceState"].map((name) =>
        [name, (state, title, address) => history[name]({ ...state, entry }, title, address && whole(address))]))),
      addEventListener: listening(globalThis),
    };
    return over(globalThis, own);
  };

  // A link that a script made is turned to the page within this file before it can be followed or copied.
  const turn = ({ target }) => {
    const link = target.closest?.("main a[href]");
    const href = link?.getAttribute("href");
    if (!href || /^[a-z]+:/i.test(href) || named(href)[0]) return;
    const { pathname, hash } = new URL(href, `https://dossier.invalid/${link.closest("main").id}`);
    const page = document.getElementById(pathname.slice(1));
    if (page) link.setAttribute("href", `#${page.id}${hash && `/${hash.slice(1)}`}`);
  };
  for (const kind of ["pointerover", "focusin", "click"]) addEventListener(kind, turn, true);

  const show = (page) => {
    if (page === shown) return;
    const first = shown === null;
    for (const one of document.querySelectorAll("main.shown")) one.classList.remove("shown");
    page.classList.add("shown");
    shown = page;
    document.title = page.dataset.title;
    for (const link of document.querySelectorAll("header.site a")) {
      if (link.hash === `#${page.id}` && !link.classList.contains("brand")) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (!first) page.focus({ preventScroll: true });
    const names = page.dataset.scripts.split(" ");
    page.dataset.scripts = "";
    for (const name of names) scripts[name]?.(alone(page));
  };

  // Where the reader was on each entry of the history: the browser forgets it when a page goes.
  history.scrollRestoration = "manual";
  const places = new Map();
  let entry = history.state?.entry ?? Math.random();
  const arrive = () => {
    const known = history.state?.entry;
    entry = known ?? Math.random();
    if (!known) history.replaceState({ ...history.state, entry }, "");
    root.classList.toggle("paged", location.hash !== "#all");
    root.classList.remove("waiting");
    show(named(location.hash)[0] || (location.hash && shown) || document.querySelector("main"));
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (places.has(entry)) scrollTo(0, places.get(entry));
    else if (target && target !== shown) target.scrollIntoView();
    else if (target || !location.hash) scrollTo(0, 0);
  };
  const leave = () => places.set(entry, scrollY);
  addEventListener("click", leave, true);
  addEventListener("popstate", ({ state }) => { if (state?.entry) leave(); });
  addEventListener("hashchange", arrive);

  addEventListener("DOMContentLoaded", () => {
    arrive();
    document.querySelector(".skip").addEventListener("click", (event) => {
      event.preventDefault();
      shown.focus();
    });
    const all = Object.assign(document.createElement("a"), { href: "#all", textContent: "All pages, one after the other" });
    document.querySelector("footer.site p").append(" · ", all);
  });
  addEventListener("beforeprint", () => {
    if (location.hash === "#all") for (const folded of document.querySelectorAll("details")) folded.open = true;
  });
})();
