"use strict";
// A citation is a plain link to the source list. Where scripts run, it also shows, on hover or keyboard focus,
// the sentence it rests on with the coded words of its rows marked. Everything shown is cloned from this page.
(() => {
  const box = document.createElement("div");
  box.id = "citation";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  document.querySelector("main").append(box);
  let shownFor = null;
  let leaving = 0;

  const sentence = (item, rows) => {
    const copy = item.querySelector(".sentence").cloneNode(true);
    for (const place of copy.querySelectorAll("[data-row]")) place.remove(); // an id stands once
    for (const mark of copy.querySelectorAll("mark")) {
      const own = (mark.dataset.rows || "").split(/\s+/).some((row) => rows.includes(row));
      if (own) mark.classList.add("cited");
      else mark.replaceWith(...mark.childNodes);
    }
    return copy;
  };

  const fill = (link) => {
    const rows = (link.dataset.rows || link.getAttribute("href").slice(1)).split(/\s+/);
    const sentences = (link.dataset.sentences || "").split(/\s+/);
    const items = new Set();
    for (const item of document.querySelectorAll("#sources [data-sentence]")) {
      if (sentences.includes(item.dataset.sentence)) items.add(item);
    }
    for (const item of document.querySelectorAll("#sources [data-row]")) {
      if (rows.includes(item.dataset.row)) items.add(item.closest("[data-sentence]"));
    }
    box.replaceChildren(...[...items].map((item) => sentence(item, rows)));
    return items.size > 0;
  };

  const place = (link) => {
    const at = link.getBoundingClientRect();
    const frame = box.offsetParent ? box.offsetParent.getBoundingClientRect() : { left: 0, top: 0 };
    const width = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(at.left, width - box.offsetWidth - 8));
    const below = at.bottom + box.offsetHeight + 8 < window.innerHeight || at.top < box.offsetHeight + 8;
    box.style.left = `${left - frame.left}px`;
    box.style.top = `${(below ? at.bottom + 6 : at.top - box.offsetHeight - 6) - frame.top}px`;
  };

  const show = (link) => {
    clearTimeout(leaving);
    if (shownFor === link || !fill(link)) return;
    hide();
    shownFor = link;
    link.setAttribute("aria-describedby", "citation");
    box.hidden = false;
    place(link);
  };

  const hide = () => {
    clearTimeout(leaving);
    shownFor?.removeAttribute("aria-describedby");
    shownFor = null;
    box.hidden = true;
  };

  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 200);
  };

  for (const link of document.querySelectorAll("a.cite, figure svg a")) {
    link.addEventListener("mouseenter", () => show(link));
    link.addEventListener("mouseleave", leave);
    link.addEventListener("focus", () => show(link));
    link.addEventListener("blur", hide);
  }
  box.addEventListener("mouseenter", () => clearTimeout(leaving));
  box.addEventListener("mouseleave", leave);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("click", (event) => {
    if (!box.contains(event.target)) hide();
  });

  // On a narrow screen the table of contents starts closed; without scripts it is open.
  if (matchMedia("(max-width: 1099px)").matches) document.querySelector(".contents details").open = false;
})();
