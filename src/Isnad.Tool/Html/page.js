"use strict";
// Lights the words of a claim when it is pointed at or focused, and the claims of words; a click holds it, Escape lets go.
for (const [number, report] of document.querySelectorAll(".report").entries()) {
  const paper = report.querySelector(".paper");
  const pieces = { title: [], text: [] };
  for (const field of ["title", "text"])
    for (const mark of report.querySelectorAll(`[data-field=${field}] mark`))
      pieces[field].push({ mark, start: +mark.dataset.a, end: +mark.dataset.z, claims: [] });
  const claims = new Map();
  for (const card of report.querySelectorAll(".claim")) {
    const marks = card.dataset.marks.split(";").filter(Boolean).map(m => {
      const [role, field, start, end] = m.split(",");
      const covered = pieces[field].filter(p => p.start < +end && p.end > +start);
      return { role, covered };
    });
    const id = card.dataset.claim;
    for (const { role, covered } of marks) for (const piece of covered) piece.claims.push({ id, role });
    claims.set(id, { card, marks, views: report.querySelectorAll(`[data-claim="${id}"]`) });
  }
  const ofMark = new Map([...pieces.title, ...pieces.text].map(p => [p.mark, p]));
  const roles = ["act", "who", "whom", "means", "place", "time", "number", "source", "said", "proof"];
  let pinned = null;

  const clear = () => {
    for (const { mark } of ofMark.values()) mark.classList.remove(...roles);
    for (const lit of report.querySelectorAll(".lit")) lit.classList.remove("lit");
  };
  const light = ids => {
    clear();
    for (const id of ids) {
      const claim = claims.get(id);
      if (!claim) continue;
      for (const { role, covered } of claim.marks) for (const { mark } of covered) mark.classList.add(role);
      for (const view of claim.views) {
        view.classList.add("lit");
        if (!view.classList.contains("chip")) continue;
        for (let item = view.closest("li"); item; item = item.parentElement.closest("li"))
          item.querySelector(":scope > .node")?.classList.add("lit");
      }
    }
  };
  const rest = () => { if (pinned) light([pinned]); else clear(); };
  const reveal = id => {
    const first = claims.get(id)?.marks.find(m => m.covered.length && paper.contains(m.covered[0].mark));
    if (!first) return;
    const words = first.covered[0].mark.getBoundingClientRect();
    const box = paper.getBoundingClientRect();
    if (words.top < box.top + 20 || words.bottom > box.bottom - 20)
      paper.scrollBy({ top: words.top - box.top - box.height / 3, behavior: "smooth" });
  };
  const pin = id => {
    for (const view of report.querySelectorAll(".pinned")) view.classList.remove("pinned");
    for (const { card } of claims.values()) card.setAttribute("aria-pressed", "false");
    pinned = pinned === id ? null : id;
    if (pinned) {
      for (const view of claims.get(id).views) view.classList.add("pinned");
      claims.get(id).card.setAttribute("aria-pressed", "true");
      reveal(id);
    }
    rest();
  };
  // The claims of a word: those that it triggers, else those in which it takes part.
  const at = mark => {
    const here = ofMark.get(mark)?.claims ?? [];
    const acts = here.filter(c => c.role === "act" || c.role === "number" || c.role === "said");
    return [...new Set((acts.length ? acts : here.filter(c => c.role !== "source")).map(c => c.id))];
  };

  report.addEventListener("mouseover", event => {
    const view = event.target.closest("[data-claim]");
    if (view) return light([view.dataset.claim]);
    const mark = event.target.closest("[data-field] mark");
    const ids = mark ? at(mark) : [];
    if (ids.length) light(ids); else rest();
  });
  report.addEventListener("mouseleave", rest);
  report.addEventListener("focusin", event => {
    const view = event.target.closest("[data-claim]");
    if (!view) return;
    light([view.dataset.claim]);
    reveal(view.dataset.claim);
  });
  report.addEventListener("focusout", rest);
  report.addEventListener("click", event => {
    const view = event.target.closest("[data-claim]");
    if (view) return pin(view.dataset.claim);
    const mark = event.target.closest("[data-field] mark");
    const ids = mark ? at(mark) : [];
    if (ids.length === 0) return;
    const next = ids[(ids.indexOf(pinned) + 1) % ids.length];
    if (next !== pinned) pin(next);
    claims.get(next).card.scrollIntoView({ block: "nearest", behavior: "smooth" });
  });
  report.addEventListener("keydown", event => {
    const view = event.target.closest("[data-claim]");
    if (event.code === "Escape") { if (pinned) pin(pinned); clear(); return; }
    if (!view || view.tagName === "BUTTON") return;
    if (event.code === "Enter" || event.code === "Space") { event.preventDefault(); pin(view.dataset.claim); return; }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    if (!step) return;
    const all = [...report.querySelectorAll(view.tagName === "TR" ? "tr[data-claim]" : ".claim")];
    const next = all[all.indexOf(view) + step];
    if (next) { event.preventDefault(); next.focus(); }
  });

  report.id = `r${number + 1}`;
  const index = document.querySelector(".index");
  const link = document.createElement("a");
  const heading = report.querySelector("h1");
  link.href = `#${report.id}`;
  link.dir = heading.dir;
  link.lang = heading.lang;
  link.title = link.textContent = heading.textContent.trim();
  index.append(link);
}
if (document.querySelectorAll(".report").length < 2) document.querySelector(".index").hidden = true;
// #r2:c5 opens a page with a claim held.
const held = /^#(r\d+):(\w+)$/.exec(location.hash);
if (held) document.querySelector(`#${held[1]} .claim[data-claim="${held[2]}"]`)?.click();
