"use strict";
// The page is a plain list. Where scripts run, words and a publisher narrow it; nothing leaves the page.
(() => {
  const form = document.getElementById("filter");
  const [words, publisher, found] = ["words", "publisher", "found"].map((id) => document.getElementById(id));
  const cases = [...document.querySelectorAll("article")];
  const sections = [...document.querySelectorAll("main > section")];
  let texts = null;

  const narrow = () => {
    texts ??= cases.map((one) => one.textContent.toLowerCase());
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const from = publisher.selectedIndex > 0 ? publisher.value : null;
    let left = 0;
    cases.forEach((one, at) => {
      const fits = wanted.every((word) => texts[at].includes(word));
      one.hidden = !fits || (from !== null && one.dataset.publisher !== from);
      left += one.hidden ? 0 : 1;
    });
    for (const section of sections) section.hidden = !section.querySelector("article:not([hidden])");
    found.textContent = `${left.toLocaleString("en")} of ${found.dataset.all}`;
  };

  form.hidden = cases.length < 2;
  words.addEventListener("input", narrow);
  publisher.addEventListener("change", narrow);
  if (words.value || publisher.selectedIndex > 0) narrow();
})();
