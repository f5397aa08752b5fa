// Puts a new answer into the page and leaves alone what is the same: marks stay put, lists stay unfolded, the focus
// stays where it is. The marked text is most of an answer, so of it only the paragraphs that differ are even parsed.
const MARKED = '<div class="text" id="marked"';
const BEFORE_PARAGRAPH = /(?=<p dir="auto">)/;

export class Answer {
  #place;
  #paragraphs = []; // as the service wrote those that are shown

  constructor(place) {
    this.#place = place;
  }

  // Shows the answer `page`; if it tells of problems instead, leaves what is shown and returns these.
  show(page) {
    const start = page.indexOf(MARKED);
    const from = start < 0 ? 0 : page.indexOf(">", start) + 1;
    const end = start < 0 ? 0 : page.indexOf("</div>", from);
    const fresh = parsed(page.slice(0, from) + page.slice(end));
    const problems = fresh.querySelector(".problems");
    if (!problems) this.#patch(fresh, page.slice(from, end).split(BEFORE_PARAGRAPH));
    return problems;
  }

  clear() {
    this.#place.replaceChildren();
  }

  #patch(fresh, paragraphs) {
    const place = this.#place;
    const focused = place.contains(document.activeElement) ? document.activeElement : null;
    const handle = focused && selectorOf(focused);
    const top = window.scrollY;
    keepUnfolded(place, fresh);
    patchChildren(place, fresh);
    this.#patchText(place.querySelector("#marked"), paragraphs);
    if (focused && !focused.isConnected && handle) place.querySelector(handle)?.focus({ preventScroll: true });
    if (window.scrollY !== top) window.scrollTo({ top, behavior: "instant" });
  }

  // Paragraphs at the beginning and the end that have not changed stay as they are.
  #patchText(text, after) {
    const known = this.#paragraphs.length === text.children.length;
    const before = known ? this.#paragraphs : [...text.children].map(() => null);
    const most = Math.min(before.length, after.length);
    let start = 0;
    while (start < most && before[start] === after[start]) start += 1;
    let ends = 0;
    while (ends < most - start && before.at(-1 - ends) === after.at(-1 - ends)) ends += 1;
    const shown = [...text.children];
    const rest = shown[shown.length - ends] ?? null;
    for (const paragraph of shown.slice(start, shown.length - ends)) paragraph.remove();
    text.insertBefore(parsed(after.slice(start, after.length - ends).join("")), rest);
    this.#paragraphs = after;
  }
}

function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

function patchChildren(old, fresh) {
  const kept = new Map([...old.children].map((child) => [keyOf(child), child]));
  const wanted = [...fresh.children].map((child) => {
    const same = kept.get(keyOf(child));
    if (!same) return child;
    kept.delete(keyOf(child));
    if (child.id === "marked") sameAttributes(same, child);
    else if (child.id === "result") patchChildren(same, child);
    else if (!same.isEqualNode(child)) return child;
    return same;
  });
  let next = old.firstElementChild;
  for (const child of wanted) {
    if (child === next) next = next.nextElementSibling;
    else old.insertBefore(child, next);
  }
  for (const child of [...old.children]) if (!wanted.includes(child)) child.remove();
}

function sameAttributes(old, fresh) {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
}

function keepUnfolded(place, fresh) {
  for (const selector of [".all-entries", ".offers", ".remarks"]) {
    const old = place.querySelector(selector);
    const same = fresh.querySelector(selector);
    if (old && same) same.open = old.open;
  }
}

function keyOf(element) {
  return element.id || `${element.tagName}.${element.className}`;
}

function selectorOf(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element.name) return `[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
  return null;
}
