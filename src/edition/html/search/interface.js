// What a reader sees of the search: a dialog with a field and the sections found as links, opened by a button or by `/`.
// Everything that comes from the text is put in as text.

const PAGE = 20;
const KEY_NAME = "gaceta-search-key";

const element = (name, content, attributes) => {
  const made = document.createElement(name);
  for (const attribute of Object.keys(attributes || {})) made.setAttribute(attribute, attributes[attribute]);
  made.append(...[].concat(content));
  return made;
};

const marked = (runs) => runs.map((run) => (run.isFound ? element("mark", run.text) : run.text));

const isTyping = (target) => target.closest !== undefined &&
  target.closest("input, textarea, select, [contenteditable]") !== null;

const setUp = (dialog, openers) => {
  const words = dialog.dataset;
  const field = dialog.querySelector("input[type=search]");
  const status = dialog.querySelector("[role=status]");
  const results = dialog.querySelector(".search-results");
  const key = dialog.querySelector("input[type=checkbox]");
  const canFindText = "fragmentDirective" in document;
  let known;
  let around;

  const counted = (count) => (count === 1 ? words.one : words.many).replace("#", count);

  const entry = (section, forms) => {
    const title = runs(known, section.title.from, section.title.to, forms);
    const chapter = plain(known, section.chapter);
    const { runs: stretch, place, isCutBefore, isCutBehind } = excerpt(known, section, forms);
    const address = canFindText ? addressOf(known, section, place, around) : section.address;
    const link = element("a", marked(title), { href: address });
    const item = element("li", link);
    if (chapter !== "" && chapter !== plain(known, section.title)) item.append(element("p", chapter, { class: "search-chapter" }));
    if (stretch.length > 0) {
      item.append(element("p", [isCutBefore ? "… " : "", ...marked(stretch), isCutBehind ? " …" : ""]));
    }
    return item;
  };

  // A list that shows a page of the sections, and more when asked.
  const list = (sections, forms) => {
    const items = element("ol", [], { lang: words.text });
    const show = () => {
      const shown = items.children.length;
      items.append(...sections.slice(shown, shown + PAGE).map((section) => entry(section, forms)));
      return items.children[shown];
    };
    show();
    if (sections.length <= PAGE) return [items];
    const more = element("button", words.more, { type: "button" });
    more.addEventListener("click", () => {
      const first = show();
      if (items.children.length >= sections.length) more.remove();
      first.querySelector("a").focus();
    });
    return [items, more];
  };

  const search = () => {
    results.textContent = "";
    const query = field.value.trim();
    if (known === undefined || query === "") {
      status.textContent = "";
      return;
    }
    // A space at the end says that the last word is whole.
    const { all, some, forms } = find(known, field.value);
    const found = all.length > 0 ? all : some;
    status.textContent = found.length === 0 ? words.none : all.length > 0 ? counted(all.length) : `${words.some}: ${counted(some.length)}`;
    results.append(...list(found, forms));
    if (all.length > 0 && some.length > 0) {
      results.append(element("h3", `${words.some}: ${counted(some.length)}`), ...list(some, forms));
    }
    results.scrollTop = 0;
  };

  const ready = () => {
    if (known === undefined && window.gacetaIndex) {
      known = corpus(window.gacetaIndex);
      around = surroundings(known, Array.from(document.querySelectorAll("header, nav"), (own) => own.textContent).join("\n"));
    }
    if (known !== undefined) search();
    else status.textContent = words.failed;
  };

  // The index is read from its file when it is wanted.
  const load = () => {
    if (known !== undefined || window.gacetaIndex) {
      ready();
      return;
    }
    const file = element("script", [], { src: words.index });
    file.addEventListener("load", ready);
    file.addEventListener("error", () => {
      file.remove();
      status.textContent = words.failed;
    });
    document.head.append(file);
  };

  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    field.focus();
    field.select();
    load();
  };

  // Up and down go from the field through the links, and back.
  const step = (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const links = [...results.querySelectorAll("a")];
    const isEnter = event.key === "Enter" && event.target === field;
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape") {
      event.preventDefault();
      dialog.close();
    } else if (isEnter || (steps[event.key] && (event.target === field || links.includes(event.target)))) {
      event.preventDefault();
      const next = links.indexOf(event.target) + (isEnter ? 1 : steps[event.key]);
      if (next >= -1 && next < links.length) (next < 0 ? field : links[next]).focus();
    }
  };

  field.addEventListener("input", search);
  dialog.addEventListener("keydown", step);
  dialog.querySelector("button").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("a") !== null) dialog.close();
  });

  // The key can be turned off, since a speech engine may press it by mistake; where nothing can be kept, for this page.
  try {
    key.checked = localStorage.getItem(KEY_NAME) !== "off";
  } catch (refusal) {
    key.checked = true;
  }
  key.addEventListener("change", () => {
    try {
      localStorage.setItem(KEY_NAME, key.checked ? "on" : "off");
    } catch (refusal) {
      // It holds for this page.
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || !key.checked || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  for (const opener of openers) {
    opener.hidden = false;
    opener.addEventListener("click", open);
  }
};

const dialog = document.querySelector("dialog.search");
if (dialog !== null && typeof dialog.showModal === "function") {
  setUp(dialog, document.querySelectorAll("[data-search-open]"));
}
