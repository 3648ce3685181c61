// What is wrong with the outputs of the notebook in front, as they are shown; an empty list where nothing is.
async () => {
  const panel = jupyterapp.shell.currentWidget, wrong = [];
  const name = (node) => `${node.tagName} ${(node.textContent || "").trim().slice(0, 40)}`;
  const colour = (text) => (text.match(/[\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => {
    const part = (v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const grounds = new Map([[null, [255, 255, 255]]]);
  const ground = (node) => {
    if (!grounds.has(node)) {
      const own = colour(getComputedStyle(node).backgroundColor);
      grounds.set(node, own.length === 3 || own[3] > 0.9 ? own : ground(node.parentElement));
    }
    return grounds.get(node);
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const settled = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (const cell of panel.content.widgets.filter((each) => each.model.type === "code")) {
    await panel.content.scrollToItem(panel.content.widgets.indexOf(cell));
    await settled();
    const area = cell.node.querySelector(".jp-OutputArea");
    const made = cell.model.outputs.toJSON().map((o) => o.data?.["text/html"] || "").map((text) => [text].flat().join(""));
    const expected = new DOMParser().parseFromString(made.join(""), "text/html");
    for (const kind of ["figure", "table", "svg"]) {
      const shown = [...area.querySelectorAll(`.jp-RenderedHTMLCommon ${kind}`)];
      const wanted = expected.querySelectorAll(kind).length;
      if (shown.length !== wanted) wrong.push(`${shown.length} of ${wanted} ${kind}s are there`);
      for (const node of shown) {
        const box = node.getBoundingClientRect();
        const ragged = node.tagName === "TABLE" && [...node.querySelectorAll(".data tbody td:not(.num)")]
          .some((each) => !(each.matches(".mid") ? ["center"] : ["left", "start"]).includes(getComputedStyle(each).textAlign));
        if (ragged) wrong.push(`words set to the right: ${name(node)}`);
        if (box.width < 60 || box.height < 15 || !node.checkVisibility()) wrong.push(`no size: ${name(node)}`);
        if (box.right > area.getBoundingClientRect().right + 1) wrong.push(`too wide: ${name(node)}`);
      }
    }
    for (const svg of area.querySelectorAll("figure svg"))
      if (light(ground(svg)) < 0.9) wrong.push(`dark ground: ${name(svg.closest("figure"))}`);
    if (area.querySelector("[data-mime-type$='stderr'], [data-mime-type$='error'], .jp-OutputArea-output.jp-mod-error"))
      wrong.push(`error: ${area.innerText.slice(0, 80)}`);
    if (/Javascript Error|Traceback|Error displaying/.test(area.innerText)) wrong.push(area.innerText.slice(0, 80));
    for (const link of panel.node.querySelector(".source-list, .onrecord-article") ? area.querySelectorAll("a") : []) {
      const to = link.getAttribute("href") || link.getAttribute("xlink:href") || "";
      const target = decodeURIComponent(to.split("#")[1] || "");
      if (!panel.node.querySelector(`#${CSS.escape(target || "none")}`)) wrong.push(`leads nowhere: ${to} ${name(link)}`);
    }
    const words = [...area.querySelectorAll("p, td, th, li, a, h1, h2, h3, mark, caption, figcaption, label, button")];
    for (const node of words.filter((each) => !each.closest("svg") && each.checkVisibility() && each.textContent.trim()))
      if (contrast(colour(getComputedStyle(node).color), ground(node)) < 3) wrong.push(`hard to read: ${name(node)}`);
  }
  return [...new Set(wrong)];
}
