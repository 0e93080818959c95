// The timeline for a range of days: draws it from the rows of the list, and narrows the list to it. Without this script
// the picture shows the whole time. Places are computed as in publish/_lanes.py and _scale.py; days count from 1970.
(() => {
  "use strict";

  const CELL = 24, ROOM = { day: 100, month: 80, year: 45 }, SHORTEST = 3, SHOWN = 3, SETTLED = 120, DAY = 86400000;
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const figure = document.getElementById("picture");
  if (!figure) return;
  const lanes = figure.querySelector(".lanes"), axis = figure.querySelector(".axis"), bar = figure.querySelector(".zoom");
  const shapes = Object.fromEntries([...figure.querySelectorAll("figcaption svg")].map((one) => [one.dataset.status, one.querySelector("use").getAttribute("href")]));
  const fields = Object.fromEntries([...bar.querySelectorAll("input")].map((field) => [field.dataset.end, field]));

  const day = (iso) => Math.round(Date.parse(`${iso}T00:00Z`) / DAY);
  const iso = (number) => new Date(number * DAY).toISOString().slice(0, 10);
  const dated = (number) => `${new Date(number * DAY).getUTCDate()} ${MONTHS[new Date(number * DAY).getUTCMonth()]} ${new Date(number * DAY).getUTCFullYear()}`;
  const within = (value, low, high) => Math.min(Math.max(value, low), high);

  const home = { first: day(figure.dataset.first), last: day(figure.dataset.last) };
  const span = (row) => {
    const [first, last = first] = row.dataset.span.split("/").map(day);
    return { first: within(first, home.first, home.last), last: within(last, home.first, home.last) };
  };
  const rows = [...document.querySelectorAll("tr[data-span]")];
  const events = rows.map((row) => ({ row, ...row.dataset, voices: Number(row.dataset.voices ?? 1), ...span(row) }));
  const highlights = [...document.querySelectorAll("li[data-span]")].map((row) => ({ row, ...span(row) }));
  let range = home;

  const overlaps = (one) => one.first <= range.last && one.last >= range.first;
  const length = () => range.last - range.first + 1;
  const share = (number) => (100 * (number - range.first)) / length();

  // Drawing

  const svg = (name, attributes = {}, ...inside) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  };
  const months = (step) => {
    const found = [], begin = new Date(range.first * DAY);
    let number = Math.floor((begin.getUTCFullYear() * 12 + begin.getUTCMonth()) / step) * step;
    for (; ; number += step) {
      const year = Math.floor(number / 12), at = day(`${String(year).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}-01`);
      if (!(at <= range.last)) return found;
      if (at >= range.first) found.push([at, step >= 12 ? `${year}` : `${MONTHS[number % 12]} ${year}`]);
    }
  };
  const ticks = (width) => {
    for (const step of [1, 7]) {
      const first = range.first + (((4 - range.first) % step) + step) % step; // day 4 is a Monday
      const found = Array.from({ length: Math.floor((range.last - first) / step) + 1 }, (_, n) => [first + n * step, dated(first + n * step)]);
      if (found.length <= Math.floor(width / ROOM.day)) return found;
    }
    for (const step of [1, 3, 12, 24, 60, 120, 240, 600]) {
      const most = Math.floor(width / (step >= 12 ? ROOM.year : ROOM.month));
      if (length() >= 31 * step * (most + 1)) continue;
      const found = months(step);
      if (found.length <= most) return found;
    }
    return months(1200);
  };
  const size = (voices, count) => within(Math.max(5 + 1.5 * Math.log2(voices), count > 1 ? 9 : 5), 5, 11);
  // What a cell tells, line by line; it is not laid out for that, as there are many.
  const lines = (cell) => {
    const found = [""];
    for (const node of cell.childNodes) if (node.nodeName === "BR") found.push(""); else found.push(found.pop() + node.textContent);
    return found.map((line) => line.replace(/\s+/g, " ").trim());
  };
  const named = ({ row }) => [lines(row.cells[0])[0], ...lines(row.cells[1])];
  const told = (found) => `${found.length > 1 ? `${found.length} events. Most told: ` : ""}${named(found[0]).slice(0, 2).join(", ")}`;
  const mark = (found, x, y) => {
    const [one] = found, ways = new Set(found.map((event) => event.open)), radius = size(found.reduce((sum, event) => sum + event.voices, 0), found.length);
    const link = svg("a", { href: `#${one.row.id}`, tabindex: -1, "aria-label": told(found) }, svg("rect", { class: "hit", x: -CELL / 2, y: -CELL / 2, width: CELL, height: CELL }));
    if (ways.size === 1 && one.open) link.append(svg("path", { class: "open", d: one.open === "before" ? `M${-radius - 2}-4l-4 4 4 4` : `M${radius + 2}-4l4 4-4 4` }));
    link.append(svg("use", { class: "shape", href: shapes[one.status], transform: `scale(${radius})`, "stroke-dasharray": found.every((event) => "overdue" in event) ? "2 2" : undefined }));
    if (found.length > 1) link.append(svg("text", { y: 4, "text-anchor": "middle" }, `${found.length}`));
    marks.set(link, found);
    return svg("svg", { class: `event ${one.status}`, x: `${x}%`, y }, link);
  };

  let marks = new Map();
  const drawLane = (lane, stretches, names) => {
    const statuses = lane.dataset.statuses.split(" "), groups = new Map();
    for (const event of events) {
      if (event.lane !== lane.dataset.lane || !overlaps(event)) continue;
      const middle = (within(event.first, range.first, range.last) + within(event.last, range.first, range.last) + 1) / 2;
      const at = Math.min(Math.floor(((middle - range.first) * stretches) / length()), stretches - 1);
      const key = statuses.indexOf(event.status) * stretches + at;
      groups.set(key, [...(groups.get(key) ?? []), event]);
    }
    const drawn = [], reaches = [];
    for (const [key, found] of [...groups].sort(([a], [b]) => a - b)) {
      found.sort((a, b) => b.voices - a.voices);
      const [one] = found, y = CELL / 2 + CELL * Math.floor(key / stretches);
      drawn.push(mark(found, (100 * ((key % stretches) + 0.5)) / stretches, y));
      const [first, last] = [Math.max(one.first, range.first), Math.min(one.last, range.last)];
      if (found.length === 1 && last - first > length() / stretches) reaches.push(svg("line", { class: "reach", x1: `${share(first)}%`, x2: `${share(last + 1)}%`, y1: y, y2: y }));
    }
    lane.replaceChildren(...names.map(([at]) => svg("line", { class: "tick", x1: `${share(at)}%`, x2: `${share(at)}%`, y2: "100%" })), ...reaches, ...drawn);
  };
  const draw = (width = axis.clientWidth) => {
    if (!width) return;
    const focused = marks.get(document.activeElement)?.[0];
    marks = new Map();
    const names = ticks(width);
    axis.replaceChildren(...names.filter(([at]) => share(at) * width < 100 * (width - 45)).map(([at, name]) => svg("text", { x: `${share(at)}%`, y: 14 }, name)));
    for (const lane of figure.querySelectorAll("svg.lane")) drawLane(lane, Math.max(4, Math.floor(width / CELL)), names);
    if (focused) [...marks].find(([, found]) => found.includes(focused))?.[0].focus();
    strip.window.setAttribute("x", `${(100 * (range.first - home.first)) / (home.last - home.first + 1)}%`);
    strip.window.setAttribute("width", `${(100 * length()) / (home.last - home.first + 1)}%`);
  };

  // The range, the list that follows it, and the address that keeps it

  const isAll = () => range.first === home.first && range.last === home.last;
  const follow = () => {
    const left = events.filter((event) => (event.row.hidden = !overlaps(event)) === false).length;
    for (const one of highlights) one.row.hidden = !overlaps(one);
    const short = document.getElementById("in-short")?.closest("section");
    if (short) short.hidden = highlights.length > 0 && highlights.every((one) => one.row.hidden);
    document.getElementById("none").hidden = left > 0;
    for (const end of ["first", "last"]) fields[end].value = iso(range[end]);
    bar.querySelector("[role=status]").textContent = `${left.toLocaleString("en")} of ${events.length.toLocaleString("en")} events`;
    const at = { in: length() <= SHORTEST, out: isAll(), all: isAll(), back: range.first === home.first, on: range.last === home.last };
    for (const button of bar.querySelectorAll("button")) button.disabled = at[button.dataset.do];
  };
  let [drawing, following] = [0, 0];
  const show = (first, last, keep = true) => {
    const all = home.last - home.first + 1, days = within(Math.round(last - first) + 1, Math.min(SHORTEST, all), all);
    const begin = within(Math.round(first), home.first, home.last - days + 1);
    range = { first: begin, last: begin + days - 1 };
    if (keep) history.replaceState(null, "", isAll() ? "#" : `#from=${iso(range.first)}&to=${iso(range.last)}`);
    put();
    cancelAnimationFrame(drawing);
    clearTimeout(following);
    drawing = requestAnimationFrame(() => draw());
    following = setTimeout(follow, keep ? SETTLED : 0); // a long list takes longer than the picture
  };
  const all = () => show(home.first, home.last);
  const zoom = (factor, at = 0.5) => {
    const days = within(length() * factor, SHORTEST, home.last - home.first + 1), first = range.first + (length() - days) * at;
    show(first, first + days - 1);
  };
  const move = (by) => {
    const first = within(range.first + Math.round(by * length()), home.first, home.last - length() + 1);
    show(first, first + length() - 1);
  };
  const into = (found) => {
    const first = Math.min(...found.map((one) => one.first)), last = Math.max(...found.map((one) => one.last));
    const room = within((last - first + 1) / 4, 1, 400);
    if (last - first + 1 + 2 * room < length()) show(first - room, last + room); else zoom(1 / 3, (((first + last) / 2) - range.first) / length());
  };
  const take = () => {
    const asked = new URLSearchParams(location.hash.slice(1)), [first, last] = ["from", "to"].map((name) => day(asked.get(name)));
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (first <= last) show(first, last, false);
    else if (!target) show(home.first, home.last, false);
    else if (target.hidden) { // what a link leads to is never left hidden
      show(home.first, home.last, false);
      setTimeout(() => target.scrollIntoView(), 50);
    }
  };

  // The words of a mark, beside it

  const box = document.createElement("div");
  box.className = "peek placed";
  box.hidden = true;
  box.setAttribute("role", "tooltip");
  let leaving = 0;
  const put = () => { box.hidden = true; };
  const leave = () => { clearTimeout(leaving); leaving = setTimeout(put, 200); };
  const words = ({ row }) => {
    const [made, by, told] = ["li", "p", "p"].map((name) => document.createElement(name));
    by.className = "by";
    by.textContent = named({ row }).join(" · ");
    told.append(row.cells[3].querySelector("a").cloneNode(true));
    made.append(by, told);
    return made;
  };
  const beside = (link) => {
    clearTimeout(leaving);
    const found = marks.get(link), list = document.createElement("ul"), more = found.length > 1 && length() > SHORTEST;
    list.append(...found.slice(0, SHOWN).map(words));
    const lead = document.createElement(more ? "button" : "a");
    lead.textContent = more ? `Zoom in on all ${found.length}` : found.length > 1 ? `All ${found.length} in the list` : "In the list";
    if (more) lead.addEventListener("click", () => into(found)); else lead.href = link.getAttribute("href");
    box.replaceChildren(list, lead);
    box.hidden = false;
    const at = link.querySelector(".hit").getBoundingClientRect(), own = box.getBoundingClientRect();
    const below = at.bottom + own.height + 8 < innerHeight || at.top < own.height + 8;
    box.style.setProperty("--left", `${within(at.left - 16, 8, innerWidth - own.width - 16)}px`);
    box.style.setProperty("--top", `${below ? at.bottom + 4 : at.top - own.height - 4}px`);
  };

  // Pointers: one drags, two pinch; in the strip one marks a range

  const pointers = new Map();
  let dragged = false, last = "mouse";
  const shareAt = (x, of = axis) => (x - of.getBoundingClientRect().left) / of.clientWidth;
  lanes.addEventListener("pointerdown", (event) => {
    last = event.pointerType;
    if (event.button || strip.whole.contains(event.target)) return;
    if (!pointers.size) dragged = false;
    pointers.set(event.pointerId, event.clientX);
  });
  addEventListener("pointermove", (event) => {
    if (!pointers.has(event.pointerId)) return;
    const before = [...pointers.values()];
    if (!dragged && pointers.size === 1 && Math.abs(event.clientX - before[0]) < 5) return;
    pointers.set(event.pointerId, event.clientX);
    const after = [...pointers.values()];
    dragged = true;
    lanes.classList.add("held-fast");
    if (pointers.size === 1) drag.by((before[0] - after[0]) / axis.clientWidth);
    else zoom(Math.abs(before[0] - before[1]) / Math.max(8, Math.abs(after[0] - after[1])), shareAt((after[0] + after[1]) / 2));
  });
  const drag = { rest: 0, by(share) { // days are whole: what is less than one is kept for the next step
    drag.rest += share * length();
    const days = Math.trunc(drag.rest);
    drag.rest -= days;
    if (days) move(days / length());
  } };
  for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, (event) => {
    pointers.delete(event.pointerId);
    if (!pointers.size) lanes.classList.remove("held-fast");
  });
  lanes.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey && Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return; // the page scrolls
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) zoom(Math.exp(within(event.deltaY, -50, 50) / 100), within(shareAt(event.clientX), 0, 1));
    else drag.by(event.deltaX / axis.clientWidth);
  }, { passive: false });
  lanes.addEventListener("dragstart", (event) => event.preventDefault());
  lanes.addEventListener("click", (event) => {
    const link = event.target.closest(".lane a");
    if (!link) return;
    const found = marks.get(link), touched = last !== "mouse" && event.detail, zooms = found.length > 1 && length() > SHORTEST;
    if (dragged || touched || zooms) event.preventDefault(); // else it leads to its row
    if (dragged) dragged = false;
    else if (touched) beside(link); // a finger can't point: it is shown the words first
    else if (zooms) into(found);
    else put();
  });
  for (const kind of ["pointerover", "focusin"]) lanes.addEventListener(kind, ({ target, pointerType }) => {
    const link = target.closest(".lane a");
    if (link && pointerType !== "touch" && !pointers.size) beside(link); else if (!link) leave();
  });
  for (const kind of ["pointerleave", "focusout"]) lanes.addEventListener(kind, leave);
  for (const kind of ["pointerenter", "focusin"]) box.addEventListener(kind, () => clearTimeout(leaving));
  for (const kind of ["pointerleave", "focusout"]) box.addEventListener(kind, leave);
  addEventListener("scroll", put, { passive: true });

  // Keys

  const step = (by) => {
    const order = [...marks.keys()].sort((a, b) => marks.get(a)[0].first - marks.get(b)[0].first);
    const at = order.indexOf(document.activeElement);
    order[at < 0 ? (by > 0 ? 0 : order.length - 1) : within(at + by, 0, order.length - 1)]?.focus({ preventScroll: true });
  };
  const acts = { in: () => zoom(1 / 2), out: () => zoom(2), back: () => move(-1 / 4), on: () => move(1 / 4), all };
  const keys = {
    "+": acts.in, "=": acts.in, "-": acts.out, "−": acts.out, _: acts.out, 0: all, ArrowLeft: acts.back, ArrowRight: acts.on,
    ArrowDown: () => step(1), ArrowUp: () => step(-1), Escape: put,
  };
  lanes.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  bar.addEventListener("click", ({ target }) => acts[target.closest("button")?.dataset.do]?.());
  bar.addEventListener("change", () => {
    const [first, last] = ["first", "last"].map((end) => day(fields[end].value));
    if (first <= last) show(first, last); else follow();
  });

  // All of the time in a strip, in which a range is marked

  const strip = { whole: svg("svg", { class: "whole", height: 32, width: "100%", "aria-hidden": "true" }), window: svg("rect", { class: "window", y: 0.75, height: 30.5 }), from: null };
  const bars = Array(100).fill(0);
  for (const { first, last } of events) bars[Math.min(99, Math.floor((100 * ((first + last + 1) / 2 - home.first)) / (home.last - home.first + 1)))]++;
  const most = Math.sqrt(Math.max(...bars));
  strip.whole.append(...bars.map((count, at) => svg("rect", { class: "bar", x: `${at}%`, width: "0.8%", y: 32 - (28 * Math.sqrt(count)) / most, height: (28 * Math.sqrt(count)) / most })), strip.window);
  const foot = document.createElement("tfoot"), row = foot.insertRow(), head = document.createElement("th");
  head.scope = "row";
  head.textContent = "All of the time";
  row.append(head);
  row.insertCell().append(strip.whole);
  const brush = (event) => {
    const days = home.last - home.first + 1, [a, b] = [strip.from, within(shareAt(event.clientX, strip.whole), 0, 1)].sort((x, y) => x - y);
    const wide = Math.abs(a - b) * strip.whole.clientWidth > 4, half = length() / days / 2;
    const [first, last] = wide ? [a, b] : [a - half, a + half];
    return [home.first + first * days, home.first + last * days - 1];
  };
  strip.whole.addEventListener("pointerdown", (event) => {
    strip.from = within(shareAt(event.clientX, strip.whole), 0, 1);
    strip.whole.setPointerCapture(event.pointerId);
  });
  strip.whole.addEventListener("pointermove", (event) => {
    if (strip.from !== null && Math.abs(shareAt(event.clientX, strip.whole) - strip.from) * strip.whole.clientWidth > 4) show(...brush(event));
  });
  strip.whole.addEventListener("pointerup", (event) => {
    if (strip.from !== null) show(...brush(event));
    strip.from = null;
  });
  strip.whole.addEventListener("pointercancel", () => { strip.from = null; });

  lanes.querySelector("table").append(foot);
  figure.append(box);
  lanes.classList.add("live");
  bar.hidden = figure.querySelector(".keys").hidden = false;
  addEventListener("hashchange", take);
  addEventListener("beforeprint", () => draw(28 * CELL));
  addEventListener("afterprint", () => draw());
  new ResizeObserver(() => draw()).observe(axis);
  draw();
  follow();
  take();
})();
