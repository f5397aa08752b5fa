// What a mark stands for, beside the mark: its entry, copied from the list below the text, and what the house style
// suggests there. On a small screen it covers the lower part.
const GAP = 6; // pixels between the mark and the box

export class About {
  #form;
  #answer;
  #steps;
  #box = document.createElement("div");
  #mark = null;
  #hadFocus = false;
  #fetched = new Map();

  constructor(form, answer, steps) {
    this.#form = form;
    this.#answer = answer;
    this.#steps = steps;
    if (!("popover" in this.#box)) return; // the marks are links to the entries then
    this.#box.id = "about";
    this.#box.popover = "auto";
    this.#box.tabIndex = -1;
    this.#box.setAttribute("role", "dialog");
    this.#box.setAttribute("aria-label", form.dataset.about);
    answer.after(this.#box);
    this.#listen();
  }

  #listen() {
    this.#answer.addEventListener("click", (event) => {
      const mark = event.target.closest("#marked .mark");
      if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.open(mark);
      this.#box.focus({ preventScroll: true });
    });
    this.#steps.onStep = (mark) => {
      if (this.#mark) this.open(mark);
    };
    this.#box.addEventListener("beforetoggle", () => {
      this.#hadFocus = this.#box.contains(document.activeElement);
    });
    this.#box.addEventListener("toggle", (event) => {
      if (event.newState === "closed") this.#closed();
    });
    this.#box.addEventListener("keydown", (event) => {
      const by = { n: 1, p: -1 }[event.key];
      if (by && !event.altKey && !event.ctrlKey && !event.metaKey) this.#step(by);
    });
    for (const moved of ["scroll", "resize"]) window.addEventListener(moved, () => this.#place(), { passive: true });
  }

  open(mark) {
    const entry = document.getElementById(mark.hash.slice(1));
    if (!entry) return;
    this.#mark?.classList.remove("open");
    this.#mark = mark;
    mark.classList.add("open");
    this.#box.className = entry.className;
    this.#box.replaceChildren(this.#bar(mark), ...this.#suggestion(mark), ...this.#said(entry));
    if (!this.#box.matches(":popover-open")) this.#box.showPopover();
    this.#place();
    this.#uncover();
    this.#more();
  }

  // Sources and other names are fetched when they are wanted, and kept.
  async #more() {
    const link = this.#box.querySelector("[data-more]");
    if (!link) return;
    const address = link.dataset.more;
    if (!this.#fetched.has(address)) this.#fetched.set(address, fetch(address).then((response) => response.ok ? response.text() : ""));
    const html = await this.#fetched.get(address).catch(() => "");
    if (!html) this.#fetched.delete(address);
    if (!html || !link.isConnected) return; // the link leads to the page of the concept
    const more = document.createElement("div");
    more.innerHTML = html;
    link.parentElement.replaceWith(more);
    this.#place();
    this.#uncover();
  }

  // After a new answer: the same mark again, if it is still there.
  refresh() {
    if (!this.#mark) return;
    const again = document.getElementById(this.#mark.id);
    if (again) {
      const inside = this.#box.contains(document.activeElement);
      this.open(again);
      if (inside) this.#box.focus({ preventScroll: true });
    } else {
      this.#box.hidePopover();
    }
  }

  #closed() {
    const mark = this.#mark;
    this.#mark = null;
    mark?.classList.remove("open");
    // The browser would give the focus back to the mark that the box was opened at first.
    if (mark?.isConnected && this.#hadFocus) mark.focus({ preventScroll: true });
  }

  #bar(mark) {
    const words = this.#form.dataset;
    const marks = this.#steps.marks();
    const bar = document.createElement("p");
    bar.className = "bar";
    const place = document.createElement("span");
    place.className = "told";
    place.textContent = words.place.replace("{place}", marks.indexOf(mark) + 1).replace("{number}", marks.length);
    bar.append(
      place,
      button(words.previous, "‹", () => this.#step(-1)),
      button(words.next, "›", () => this.#step(1)),
      button(words.close, "×", () => this.#box.hidePopover()),
    );
    return bar;
  }

  // Goes on from inside the box: the focus stays in it.
  #step(by) {
    const label = document.activeElement.getAttribute?.("aria-label");
    this.#steps.step(by, this.#mark);
    const same = label && this.#box.querySelector(`[aria-label="${CSS.escape(label)}"]`);
    (same || this.#box).focus({ preventScroll: true });
  }

  #said(entry) {
    const copies = [...entry.cloneNode(true).children];
    for (const copy of copies) for (const inner of [copy, ...copy.querySelectorAll("[id]")]) inner.removeAttribute("id");
    return copies;
  }

  // The buttons press those of the list of suggestions.
  #suggestion(mark) {
    const offer = this.#answer.querySelector(`.offer[data-mark="${CSS.escape(mark.id)}"]`);
    if (!offer) return [];
    const copy = document.createElement("div");
    copy.className = "offer";
    copy.append(...[...offer.querySelectorAll(".change, .why, .warning")].map((part) => part.cloneNode(true)));
    const choice = document.createElement("p");
    choice.className = "buttons";
    for (const radio of offer.querySelectorAll("input")) {
      const press = button("", radio.parentElement.textContent.trim(), () => radio.click());
      press.removeAttribute("aria-label");
      press.setAttribute("aria-pressed", String(radio.checked));
      choice.append(press);
    }
    copy.append(choice);
    return [copy];
  }

  #place() {
    if (!this.#mark?.isConnected) return;
    const box = this.#box;
    box.style.left = box.style.top = "";
    if (getComputedStyle(box).bottom === "0px") return; // the style sheet has put it at the lower edge
    const lines = this.#mark.getClientRects();
    const line = lines[lines.length - 1];
    const below = line.bottom + GAP + box.offsetHeight <= window.innerHeight || line.top < box.offsetHeight;
    const left = Math.min(line.left, document.documentElement.clientWidth - box.offsetWidth - GAP);
    box.style.left = `${Math.max(GAP, left)}px`;
    box.style.top = `${below ? line.bottom + GAP : line.top - GAP - box.offsetHeight}px`;
  }

  // At the lower edge of a small screen the box must not hide its mark.
  #uncover() {
    const over = this.#mark.getBoundingClientRect().bottom - this.#box.getBoundingClientRect().top + 4 * GAP;
    if (getComputedStyle(this.#box).bottom === "0px" && over > 0) window.scrollBy({ top: over, behavior: "instant" });
  }
}

function button(label, sign, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "second";
  made.textContent = sign;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", press);
  return made;
}
