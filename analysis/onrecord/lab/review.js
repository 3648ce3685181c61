// The review panel: shows `view` and `form` as Python sends them, sends back what the reviewer does.
// Every text goes in as text, never as HTML. Offsets are code points, so texts are handled as arrays of them.

const KEYS = [
  ["a", "accept", "Accept", "the row is right"],
  ["c", "correct", "Correct", "change words or values"],
  ["r", "reject", "Reject", "the row is wrong"],
  ["m", "merge", "Merge", "the same as another actor or issue"],
  ["s", "skip", "Skip", "later"],
  ["u", "undo", "Undo", "the last decision"],
  ["n", "next", "Next open", ""],
  ["b", "back", "Back", "the row before"],
  ["i", "add", "Add statement", "one that the draft missed"],
];
const NEEDS_ROW = new Set(["accept", "correct", "reject", "merge", "skip"]);
const MARKS = { speaker: "source", cue: "cue", content: "content", quote: "quoted", hedge: "hedge", mention: "named",
  trigger: "event", evidence: "evidence", signal: "signal", date: "date", insertion: "insertion" };
const WIDTH = ["hedge", "insertion", "date", "mention", "cue", "speaker", "trigger", "signal", "quote", "evidence", "content"];
const PATIENCE = 8000; // ms until a silent kernel is called silent

function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}
const points = (text) => Array.from(text);

function render({ model, el }) {
  const root = h("div", { class: "onrecord-review", tabindex: "0", role: "region", "aria-label": "Review of a draft",
    "data-lm-suppress-shortcuts": "true", "data-jp-suppress-context-menu": "true" });
  const status = h("p", { class: "status", role: "status", "aria-live": "polite" });
  const bar = h("div", { class: "bar" }), tools = h("div", { class: "tools", role: "toolbar", "aria-label": "Decisions" });
  const text = h("div", { class: "article", tabindex: "0", role: "region", "aria-label": "The article" }), card = h("div", { class: "card" });
  const coming = h("div", { class: "coming" });
  const legend = h("p", { class: "legend" }, ["speaker", "cue", "content", "quote", "hedge"].map((kind) => [h("mark", { class: kind }, MARKS[kind]), " · "]).flat().slice(0, -1));
  root.append(bar, tools, status, h("div", { class: "columns" }, h("div", {}, text, legend), card), coming);
  el.append(root);

  let busy = null, merging = false, help = false, state = null, blocks = [];
  const view = () => model.get("view");

  // -- to Python

  function send(message, waits = true) {
    if (busy && waits) return;
    model.send(message);
    if (!waits) return;
    root.classList.add("busy");
    clearTimeout(busy);
    busy = setTimeout(() => {
      busy = null;
      root.classList.remove("busy");
      say("No answer from the kernel; the last decision may not be saved. Run the cell again: whatever was saved is there.", "error");
    }, PATIENCE);
  }
  function answered() {
    clearTimeout(busy);
    busy = null;
    root.classList.remove("busy");
  }
  function say(message, level = "info") {
    status.className = `status ${level}`;
    status.textContent = message;
  }

  function act(name) {
    const now = view(), row = now.row;
    if (now.start || now.broken || busy) return;
    if (state) return say("Save or cancel the form first.", "warning");
    if (NEEDS_ROW.has(name) && !row) return;
    if (name === "accept" && !row.open) return say(`${row.id} is reviewed already; n goes to the next open row.`);
    if (name === "merge") {
      if (!row.merge.length) return say("Only actors and issues can be merged.", "warning");
      merging = true;
      return showCard("#onrecord-merge-into");
    }
    if (name === "add") return send({ do: "add", table: "statements" });
    send({ do: name, ...(NEEDS_ROW.has(name) ? { at: row.at } : {}) });
  }

  // -- keys: one letter each while the focus is in the panel and in no field

  root.addEventListener("keydown", (event) => {
    const field = event.target.closest("input, select, textarea");
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "Escape") {
      event.stopPropagation();
      event.preventDefault();
      return escape();
    }
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      event.stopPropagation();
      event.preventDefault();
      return state ? save() : confirm();
    }
    if (!plain) return event.shiftKey && event.key === "Enter" ? event.stopPropagation() : undefined;
    event.stopPropagation(); // or JupyterLab takes the letter for a command on the cell
    if (field || event.repeat) return;
    if (event.key === "y" && view().proposal) return confirm();
    if (event.key === "?") {
      help = !help;
      return showTools();
    }
    const found = KEYS.find(([key]) => key === event.key.toLowerCase());
    if (!found) return;
    event.preventDefault();
    act(found[1]);
  });
  for (const kind of ["mousedown", "click", "focusin", "contextmenu", "dblclick", "pointerdown"])
    root.addEventListener(kind, (event) => event.stopPropagation());

  function escape() {
    if (view().broken) return;
    if (help) {
      help = false;
      return showTools();
    }
    if (merging) {
      merging = false;
      showCard();
      return root.focus();
    }
    if (state && state.making) {
      state.making = null;
      return showForm();
    }
    if (state || view().proposal) send({ do: "cancel" });
  }
  function confirm() {
    const proposal = view().proposal;
    if (proposal && !proposal.blocked.length) send({ do: "confirm", proposal: proposal.digest });
  }

  // -- the bar: how many are left

  function showBar() {
    const now = view();
    const left = now.left.reduce((sum, [, open]) => sum + open, 0), all = now.left.reduce((sum, [, , n]) => sum + n, 0);
    const pick = (table) => send({ do: "order", order: now.order, table });
    const chip = (table, name, open, total) =>
      h("button", { type: "button", class: open ? "chip" : "chip done", "aria-pressed": String(now.table === table), onclick: () => pick(table),
        title: open ? `${open} of ${total} left` : `all ${total} reviewed` }, `${name} `, h("b", {}, open ? String(open) : "✓"));
    const order = h("select", { "aria-label": "Order", onchange: (event) => send({ do: "order", order: event.target.value, table: now.table }) },
      h("option", { value: "doubt" }, "least sure first"), h("option", { value: "text" }, "as the article runs"));
    order.value = now.order;
    bar.replaceChildren(
      h("div", { class: "left" }, h("strong", {}, left ? `${left} left` : "All reviewed"), ` of ${all}`,
        h("progress", { max: all || 1, value: all - left, "aria-label": "Rows reviewed" }), order,
        h("span", { class: "who" }, `${now.case} · reviewer ${now.reviewer}`)),
      h("div", { class: "chips", role: "group", "aria-label": "Rows left, by table" }, chip("", "all", left, all),
        now.left.map(([table, open, total]) => chip(table, table, open, total))));
    if (now.errors) bar.append(h("p", { class: "warning" }, `The case has ${now.errors} error${now.errors > 1 ? "s" : ""} already, from outside this review: run \`onrecord check\`. Decisions that bring no other are saved.`));
  }

  function showTools() {
    const now = view(), row = now.row;
    const usable = (name) => (name === "undo" ? now.undo : NEEDS_ROW.has(name) ? row && (name !== "merge" || row.merge.length) : true);
    const say = { undo: now.undo ? `Undo: ${now.undo}` : "Nothing to undo" };
    tools.replaceChildren(
      ...KEYS.map(([key, name, label, why]) =>
        h("button", { type: "button", class: `do ${name}`, disabled: !usable(name) || Boolean(state), "aria-keyshortcuts": key, onclick: () => act(name),
          title: say[name] ?? (why ? `${label}: ${why}` : label) }, h("kbd", {}, key), " ", label)),
      h("select", { "aria-label": "Add a row to another table", disabled: Boolean(state), onchange: (event) => send({ do: "add", table: event.target.value }) },
        h("option", { value: "" }, "add …"), now.adding.map((table) => h("option", { value: table }, table.replace(/s$/, "")))),
      h("button", { type: "button", "aria-expanded": String(help), onclick: () => { help = !help; showTools(); } }, h("kbd", {}, "?"), " Keys"));
    if (help)
      tools.append(h("p", { class: "help" }, "Click into the panel, then one letter each: ",
        KEYS.map(([key, , label]) => [h("kbd", {}, key), ` ${label}  `]), h("kbd", {}, "y"), " yes, to a question  ", h("kbd", {}, "Esc"), " no, or close the form  ",
        h("kbd", {}, "Ctrl Enter"), " save the form. In the form: put the cursor into a field of words, then select the words in the article; hold ", h("kbd", {}, "Alt"), " to add a piece."));
  }

  // -- the article, with the words of the row marked

  function showArticle(sentences, marks, scroll) {
    const wanted = new Set(sentences);
    for (const block of blocks) {
      const inside = marks.filter(([start, end]) => start < block.start + block.text.length && end > block.start);
      const held = block.sentences.some(([name]) => wanted.has(name));
      const key = JSON.stringify([inside, held && [...wanted]]);
      if (block.key === key) continue;
      block.key = key;
      block.node.replaceChildren(...block.sentences.flatMap(([name, start, end], n) => {
        const gap = n ? block.text.slice(block.sentences[n - 1][2] - block.start, start - block.start).join("") : "";
        const body = h("span", { class: wanted.has(name) ? "sentence on" : "sentence", "data-sentence": name },
          h("span", { class: "sentence-id", "aria-hidden": "true", "data-id": name }), pieces(block, start, end, inside));
        return [gap, body];
      }));
      block.node.classList.toggle("on", held);
    }
    if (!scroll) return;
    const first = text.querySelector(".sentence.on mark") ?? text.querySelector(".sentence.on");
    if (first) text.scrollTop += first.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
  }
  function pieces(block, start, end, marks) {
    const edges = [...new Set([start, end, ...marks.flatMap(([a, b]) => [Math.max(a, start), Math.min(b, end)])])]
      .filter((at) => at >= start && at <= end).sort((a, b) => a - b);
    return edges.slice(1).map((to, n) => {
      const from = edges[n];
      let piece = document.createTextNode(block.text.slice(from - block.start, to - block.start).join(""));
      const over = marks.filter(([a, b]) => a <= from && b >= to).map((mark) => mark[2]);
      for (const kind of WIDTH.filter((name) => over.includes(name))) piece = h("mark", { class: kind, title: MARKS[kind] }, piece);
      return h("span", { "data-at": from }, piece);
    });
  }
  function offset(node, at) {
    // code points from the start of the article to a place in the DOM, or null outside of it
    const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest("[data-at]");
    if (holder && text.contains(holder)) {
      const range = document.createRange();
      range.setStart(holder, 0);
      range.setEnd(node, at);
      return Number(holder.dataset.at) + points(range.toString()).length;
    }
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_ELEMENT, (n) => (n.dataset.at ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP));
    const range = document.createRange();
    range.setStart(node, at);
    for (let next = walker.nextNode(); next; next = walker.nextNode()) if (range.comparePoint(next, 0) >= 0) return Number(next.dataset.at);
    return null;
  }
  text.addEventListener("mouseup", (event) => {
    const selection = el.getRootNode().getSelection?.() ?? document.getSelection();
    if (!state || !selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const start = offset(range.startContainer, range.startOffset), end = offset(range.endContainer, range.endOffset);
    if (start === null || end === null || !state.field) return say("Put the cursor into a field of words first.", "warning");
    selection.removeAllRanges();
    ask({ do: "select", start, end, field: state.field, join: event.altKey });
  });

  // -- the card: the row, a question, or the form

  function showCard(focus) {
    const now = view(), row = now.row;
    if (state) return;
    if (!row) {
      const filtered = now.table && now.left.some(([, open]) => open);
      return card.replaceChildren(h("div", { class: "finished" }, h("h2", {}, filtered ? `No ${now.table} are left` : "No row is left"),
        h("p", {}, filtered ? "Choose another table above." : `Every row of this case is a person’s now. The line “not reviewed by a person” is gone from its briefings; build them again with \`onrecord build ${now.case}\`.`)));
    }
    const fact = (one) => [h("dt", {}, one.label), h("dd", { class: one.field, title: one.hint }, one.value, one.hint && one.first ? h("small", {}, ` ${one.hint}`) : "")];
    const first = row.facts.filter((one) => one.first), rest = row.facts.filter((one) => !one.first);
    card.replaceChildren(
      h("p", { class: "kind" }, h("span", { class: "tag" }, row.table.replace(/s$/, "")), ` ${row.id} `,
        row.confidence ? h("span", { class: `doubt ${row.confidence}` }, `${row.confidence} confidence`) : h("span", { class: "doubt" }, "no confidence given"),
        h("span", { class: "basis" }, row.open ? ` ${row.basis.replaceAll("_", " ")}` : " ✓ reviewed by a person")),
      h("h2", {}, row.title),
      ...row.problems.map((p) => h("p", { class: p.level }, `${p.level}: ${p.field ? p.field.replaceAll("_", " ") + ": " : ""}${p.text}`)),
      now.proposal ? question(now) : merging ? merger(row) : null,
      h("dl", { class: "facts" }, first.map(fact)),
      row.note ? h("p", { class: "remark" }, row.note) : null,
      h("p", { class: "because" }, [row.rule ? `Drafted by rule ${row.rule}.` : "", row.named ? `Named by ${row.named}.` : ""].filter(Boolean).join(" ")),
      rest.length ? h("details", { open: !first.length }, h("summary", {}, `${rest.length} more`), h("dl", { class: "facts small" }, rest.map(fact))) : null,
    ); // replaceChildren takes null for text
    for (const node of [...card.childNodes]) if (node.nodeType === Node.TEXT_NODE) node.remove();
    if (focus) card.querySelector(focus)?.focus();
  }
  function question(now) {
    const { proposal } = now, blocked = proposal.blocked.length > 0;
    return h("section", { class: "question", "aria-label": "What will change" },
      h("p", {}, blocked ? "This cannot be saved: it would leave an error. Mend first:" : `This ${proposal.summary}:`),
      h("ul", { tabindex: "0" }, (blocked ? proposal.blocked : proposal.effects).map((line) => h("li", {}, line))),
      h("p", { class: "answers" }, blocked ? null : h("button", { type: "button", class: "yes", onclick: confirm }, h("kbd", {}, "y"), " Yes, do it"),
        h("button", { type: "button", onclick: () => send({ do: "cancel" }) }, h("kbd", {}, "Esc"), " No")));
  }
  function merger(row) {
    const pick = h("select", { id: "onrecord-merge-into", "aria-label": "Merge into" }, h("option", { value: "" }, "choose …"),
      row.merge.filter(([id]) => id !== row.id).map(([id, name]) => h("option", { value: id }, name)));
    const go = () => pick.value && send({ do: "merge", into: pick.value, at: row.at });
    pick.addEventListener("keydown", (event) => event.key === "Enter" && go());
    return h("section", { class: "question" }, h("label", {}, `${row.id} is the same as `, pick),
      h("p", { class: "answers" }, h("button", { type: "button", class: "yes", onclick: go }, "Show what changes"),
        h("button", { type: "button", onclick: () => { merging = false; showCard(); root.focus(); } }, h("kbd", {}, "Esc"), " No")));
  }

  // -- the form

  function openForm(form) {
    state = { cells: { ...form.cells }, field: null, touched: new Set(), tried: Boolean(form.id), serial: form.serial, timer: null, making: null, ask: "" };
    showTools();
    showForm();
    const first = card.querySelector("[data-field='content_text'], [data-field]:not([data-kind='sentence'])");
    first?.focus();
  }
  function ask(message) {
    clearTimeout(state.timer);
    state.pending = (state.pending ?? 0) + 1;
    model.send({ ...message, cells: state.cells, serial: state.pending });
  }
  function changed(field, value, soon) {
    state.cells = { ...state.cells, [field]: value };
    state.touched.add(field);
    clearTimeout(state.timer);
    if (soon) ask({ do: "try", changed: field });
    else state.timer = setTimeout(() => state && ask({ do: "try", changed: field }), 200);
  }
  function save() {
    state.tried = true;
    clearTimeout(state.timer);
    send({ do: "save", cells: state.cells, ...(state.ask ? { confirmed: state.ask } : {}) });
  }
  function showForm() {
    const form = model.get("form");
    const scroll = card.scrollTop;
    card.replaceChildren(h("form", { onsubmit: (event) => { event.preventDefault(); save(); } },
      h("h2", {}, form.id ? `Correct ${form.id}` : `Add a ${form.table.replace(/s$/, "")}`),
      form.groups.map((group) => h("fieldset", {}, group.title ? h("legend", {}, group.title) : null, group.fields.map((field) => row(field, form)))),
      h("div", { class: "foot" },
        h("div", { class: "outcome", "aria-live": "polite" }),
        h("button", { type: "submit", class: "yes" }, h("kbd", {}, "Ctrl Enter"), " Save"),
        h("button", { type: "button", onclick: () => send({ do: "cancel" }) }, h("kbd", {}, "Esc"), " Cancel"))));
    card.scrollTop = scroll;
    showState();
  }
  function row(field, form) {
    const id = `onrecord-${field.name}`;
    return h("div", { class: `field ${field.kind} ${field.name}` }, h("label", { for: id, title: field.help }, field.label), control(field, id, form),
      h("div", { class: "said", "data-said": field.name }));
  }
  function control(field, id, form) {
    const value = state.cells[field.name] ?? "";
    const common = { id, "data-field": field.name, "data-kind": field.kind, "aria-describedby": `${id}-said`, onfocus: () => { state.field = field.kind === "span" ? field.name : state.field; mark(); } };
    if (field.kind === "one") {
      const made = field.lists.find((table) => form.new[table]);
      const select = h("select", { ...common, onchange: (event) => changed(field.name, event.target.value, true) }, options(field, form, value));
      select.value = value;
      return made ? h("span", { class: "with" }, select, maker(field, made, form)) : select;
    }
    if (field.kind === "many") {
      const ids = value ? value.split("|") : [];
      const known = new Map(field.lists.flatMap((table) => form.choices[table] ?? []));
      const put = (list) => { changed(field.name, list.join("|"), true); showForm(); };
      const add = h("select", { ...common, onchange: (event) => event.target.value && put([...ids, event.target.value]) },
        h("option", { value: "" }, "add …"), [...known].filter(([name]) => !ids.includes(name)).map(([name, words]) => h("option", { value: name }, short(words))));
      return h("span", { class: "many" }, ids.map((name, n) => h("span", { class: "chosen" }, short(known.get(name) ?? name),
        h("button", { type: "button", "aria-label": `take out ${name}`, onclick: () => put(ids.filter((_, k) => k !== n)) }, "×"))), add);
    }
    if (field.kind === "sentence") {
      const list = h("datalist", { id: `${id}-list` }, blocks.flatMap((block) => block.sentences.map(([name, start, end]) =>
        h("option", { value: name }, block.text.slice(start - block.start, end - block.start).join("").slice(0, 60)))));
      return h("span", {}, h("input", { ...common, value, list: `${id}-list`, autocomplete: "off", size: "8", oninput: (event) => changed(field.name, event.target.value.trim()) }), list);
    }
    if (field.kind === "span" || field.name === "note" || field.name === "proposition" || field.name === "why") {
      const area = h("textarea", { ...common, rows: Math.max(1, Math.ceil(value.length / 52)), spellcheck: "false",
        oninput: (event) => changed(field.name, event.target.value.replaceAll("\n", " ")) });
      area.value = value;
      return area;
    }
    const list = field.options.length ? h("datalist", { id: `${id}-list` }, field.options.map(([name]) => h("option", { value: name }))) : null;
    return h("span", {}, h("input", { ...common, value, list: list ? `${id}-list` : null, autocomplete: "off", oninput: (event) => changed(field.name, event.target.value) }), list);
  }
  const short = (words) => (words.length > 70 ? `${words.slice(0, 68)}…` : words);
  function options(field, form, value) {
    const rows = field.options.length ? field.options : field.lists.flatMap((table) => form.choices[table] ?? []).map(([id, name]) => [id, name, ""]);
    const known = rows.some(([name]) => name === value) || !value;
    return [h("option", { value: "" }, "–"), ...(known ? [] : [h("option", { value }, value)]),
      ...rows.map(([name, words, hint]) => h("option", { value: name, title: hint }, short(words)))];
  }
  function maker(field, table, form) {
    const making = state.making?.field === field.name ? state.making : null;
    if (!making) return h("button", { type: "button", class: "new", "aria-label": `new ${table.replace(/s$/, "")}`, onclick: () => { state.making = { field: field.name, table, cells: {} }; showForm(); card.querySelector(".making [data-field]")?.focus(); } }, "new");
    const put = (name) => (event) => { making.cells[name] = event.target.value; };
    return h("fieldset", { class: "making" }, h("legend", {}, `New ${table.replace(/s$/, "")}`),
      form.new[table][0].fields.map((one) => {
        const id = `onrecord-new-${one.name}`;
        const box = one.kind === "one"
          ? h("select", { id, "data-field": one.name, onchange: put(one.name) }, options(one, form, making.cells[one.name] ?? ""))
          : h("input", { id, "data-field": one.name, autocomplete: "off", value: making.cells[one.name] ?? "", oninput: put(one.name) });
        if (one.kind === "one") box.value = making.cells[one.name] ?? "";
        return h("div", { class: "field" }, h("label", { for: id }, one.label), box);
      }),
      h("p", { class: "answers" }, h("button", { type: "button", class: "yes", onclick: () => ask({ do: "new", table, field: field.name, new: making.cells }) }, "Add"),
        h("button", { type: "button", onclick: () => { state.making = null; showForm(); } }, "Cancel")));
  }
  function mark() {
    for (const node of card.querySelectorAll(".field")) node.classList.toggle("aimed", node.classList.contains(state.field));
  }
  function showState() {
    // what Python says of the form, without touching the field that is being typed in
    const form = model.get("form");
    const meanings = Object.fromEntries(form.groups.flatMap((group) => group.fields.map((field) => [field.name, field.options])));
    for (const holder of card.querySelectorAll("[data-said]")) {
      const name = holder.dataset.said, said = [], span = form.spans[name];
      const show = state.tried || state.touched.has(name) || state.cells[name];
      if (span?.state === "found") said.push(h("span", { class: "found" }, "✓ stands there"));
      if (span?.state === "ambiguous")
        said.push(h("span", { class: "error" }, `stands ${span.count} times: `), ...[...Array(span.count).keys()].map((n) =>
          h("button", { type: "button", onclick: () => put(name, `${span.words}#${n + 1}`) }, `#${n + 1}`)));
      if (span?.state === "missing")
        said.push(h("span", { class: "error" }, "does not stand in the sentence "), span.nearest ? h("button", { type: "button", onclick: () => put(name, span.nearest) }, `use “${span.nearest}”`) : "");
      const spoken = span && span.state !== "found";
      const option = meanings[name]?.find(([value]) => value === state.cells[name]);
      if (option?.[2]) said.push(h("span", { class: "meaning" }, option[2]));
      if (show && !spoken) said.push(...(form.problems[name] ?? []).map((one) => h("span", { class: one.level }, one.text)));
      holder.id = `onrecord-${name}-said`;
      holder.replaceChildren(...said);
      holder.parentElement.classList.toggle("wrong", said.some((node) => node.className === "error"));
    }
    const loose = Object.entries(form.problems).filter(([name]) => !card.querySelector(`[data-said="${CSS.escape(name)}"]`)).flatMap(([, all]) => all);
    const outcome = card.querySelector(".outcome");
    outcome.replaceChildren(
      ...(form.said ? [h("p", { class: form.said.startsWith("Added") ? "found" : "error" }, form.said)] : []),
      ...(state.tried ? loose.map((one) => h("p", { class: one.level }, one.text)) : []),
      ...(form.elsewhere.length ? [h("p", { class: "error" }, "It would leave an error elsewhere; mend that first:"), h("ul", { tabindex: "0" }, form.elsewhere.map((line) => h("li", {}, line)))] : []),
      ...(form.effects.length ? [h("p", {}, state.ask ? h("b", {}, "Saving also changes this. Save again to do it:") : "Saving also changes:"), h("ul", { tabindex: "0" }, form.effects.map((line) => h("li", {}, line)))] : []));
    const sentences = blocks.flatMap((b) => b.sentences.map(([name]) => name));
    const [first, last] = (state.cells.sentence ?? "").split("-");
    const from = sentences.indexOf(first), to = sentences.indexOf(last ?? first);
    const chosen = from >= 0 ? sentences.slice(from, to + 1) : view().row && form.id ? view().row.sentences : [];
    showArticle(chosen, form.marks.length || !form.id ? form.marks : view().row?.marks ?? [], false);
    mark();
  }
  function put(name, value) {
    const box = card.querySelector(`[data-field="${CSS.escape(name)}"]`);
    if (box) box.value = value;
    changed(name, value, true);
  }

  // -- what comes up, and the start

  function showComing() {
    const now = view();
    coming.replaceChildren(h("h2", {}, now.waiting ? `Coming up (${now.waiting})` : ""), h("ol", {}, now.queue.map((one) =>
      h("li", { class: now.row && one.id === now.row.id && one.table === now.row.table ? "here" : "" },
        h("button", { type: "button", disabled: Boolean(state), onclick: () => send({ do: "go", table: one.table, id: one.id }) },
          h("span", { class: "tag" }, one.table.replace(/s$/, "")), ` ${one.id} `, h("span", { class: `doubt ${one.confidence}` }, one.confidence || "?"), " ", one.line)))));
  }
  function showStart() {
    const name = h("input", { id: "onrecord-reviewer", autocomplete: "name" });
    card.replaceChildren(h("form", { onsubmit: (event) => { event.preventDefault(); if (name.value.trim()) send({ do: "start", reviewer: name.value }); } },
      h("label", { for: "onrecord-reviewer" }, "Your name "), name, " ", h("button", { type: "submit", class: "yes" }, "Start")));
    root.classList.add("starting");
  }

  function onArticle() {
    blocks = model.get("article").map((p) => ({ ...p, text: points(p.text), node: h("p", {}), key: null }));
    text.replaceChildren(...blocks.map((block) => block.node));
  }
  function onView() {
    const now = view();
    answered();
    say(now.message ?? "", now.level);
    if (now.start) return showStart();
    if (now.broken) {
      state = null;
      return card.replaceChildren(h("h2", {}, "The case cannot be reviewed as it stands"), h("p", { class: "error" }, now.broken),
        h("p", { class: "answers" }, h("button", { type: "button", class: "yes", onclick: () => send({ do: "reload" }) }, "Read it again")));
    }
    const started = root.classList.contains("starting");
    const inside = root.contains(document.activeElement) || document.activeElement === document.body;
    root.classList.remove("starting");
    merging = false;
    if (!Object.keys(model.get("form")).length) state = null;
    showBar();
    showTools();
    showComing();
    if (!state) {
      showCard(now.proposal && !now.proposal.blocked.length ? ".question .yes" : undefined);
      showArticle(now.row?.sentences ?? [], now.row?.marks ?? [], true);
      if (inside && !now.proposal) root.focus({ preventScroll: true });
      if (started) root.scrollIntoView({ block: "start" });
    }
  }
  function onForm() {
    const form = model.get("form");
    answered();
    if (!Object.keys(form).length) {
      if (state) {
        state = null;
        onView();
      }
      return;
    }
    if (!state) return openForm(form);
    if (form.of !== undefined && form.of !== null && form.of !== state.pending) return; // an answer to older cells
    const typing = root.contains(document.activeElement) ? document.activeElement?.dataset?.field : null;
    const other = Object.keys({ ...state.cells, ...form.cells }).filter((name) => (form.cells[name] ?? "") !== (state.cells[name] ?? ""));
    const stale = JSON.stringify(form.choices) !== state.choices;
    state.choices = JSON.stringify(form.choices);
    state.cells = { ...form.cells };
    state.ask = form.ask ?? "";
    state.tried ||= Boolean(form.tried);
    if (form.added) state.making = null;
    if (other.length || form.added || (stale && form.added)) {
      showForm();
      if (typing) card.querySelector(`[data-field="${CSS.escape(typing)}"]`)?.focus();
    } else showState();
  }

  const heard = [["change:article", onArticle], ["change:view", onView], ["change:form", onForm]];
  for (const [event, listener] of heard) model.on(event, listener);
  onArticle();
  onView();
  if (Object.keys(model.get("form")).length) onForm();
  return () => {
    clearTimeout(busy);
    for (const [event, listener] of heard) model.off(event, listener);
  };
}

export default { render };
