// Suggestions that were accepted or left: undone one by one, and kept at their names while the text around them changes.
const NAME = /^choice-(\d+)-(\d+)-(.*)$/;

export class Choices {
  #form;
  #answer;
  #live;
  #earlier = []; // what was chosen before each step; with the text, where a step has replaced it
  #now = [];
  #text;

  constructor(form, answer, live) {
    this.#form = form;
    this.#answer = answer;
    this.#live = live;
    this.#text = form.elements.text.value;
    this.refresh();
    answer.addEventListener("change", (event) => {
      if (NAME.test(event.target.name)) this.#step();
    });
    answer.addEventListener("click", (event) => this.#pressed(event));
    form.querySelector("[data-undo]").addEventListener("click", () => this.undo());
    // Before the service is asked, which listens to the form itself.
    form.elements.text.addEventListener("input", () => this.#typed());
  }

  // After an answer: what is chosen now.
  refresh() {
    this.#now = this.#chosen();
    const beside = this.#answer.querySelector("[data-undo]");
    if (beside) beside.disabled = !this.#earlier.length;
    // Where nothing is suggested there is still a text to get back.
    this.#form.querySelector("[data-undo]").hidden = Boolean(beside) || !this.#earlier.length;
  }

  // Replaces the text; undone as one step.
  replaceText(text, format) {
    const field = this.#form.elements;
    this.#earlier.push({ choices: this.#now, text: field.text.value, format: field.format.value });
    this.#set(text, format);
    this.#live.ask([]);
  }

  undo() {
    const step = this.#earlier.pop();
    if (!step) return;
    if (step.text !== undefined) this.#set(step.text, step.format);
    this.#live.ask(step.choices);
  }

  #set(text, format) {
    this.#form.elements.text.value = this.#text = text;
    this.#form.elements.format.value = format;
  }

  #chosen() {
    return [...this.#answer.querySelectorAll(".offer input:checked")].map((radio) => [radio.name, radio.value]);
  }

  #step() {
    this.#earlier.push({ choices: this.#now });
    this.#now = this.#chosen();
  }

  #pressed(event) {
    const button = event.target.closest("button");
    if (button?.matches("[data-undo]")) this.undo();
    if (button?.name !== "decide") return;
    event.preventDefault();
    if (button.value === "use") {
      this.#use();
      return;
    }
    for (const radio of this.#answer.querySelectorAll(".offer input")) radio.checked = radio.value === button.value;
    this.#step();
    this.#live.ask();
  }

  async #use() {
    const format = this.#form.elements.format.value;
    const body = this.#live.fields(format === "html" ? "html" : "txt");
    const response = await fetch(this.#form.action, { method: "POST", body });
    if (response.headers.has("Content-Disposition")) this.replaceText(await response.text(), format);
    else this.#live.ask();
  }

  // The offsets in the names of the fields move with the text; a name that was changed itself is chosen no longer.
  #typed() {
    const text = this.#form.elements.text.value;
    const edit = editOf(this.#text, text);
    this.#text = text;
    const move = (name) => movedBy(edit, name);
    for (const radio of this.#answer.querySelectorAll(".offer input")) {
      const name = move(radio.name);
      if (name) radio.name = name;
      else radio.checked = false;
    }
    // A text that has been typed in since is not thrown away by undoing.
    this.#earlier = this.#earlier.slice(this.#earlier.findLastIndex((step) => step.text !== undefined) + 1);
    for (const step of this.#earlier) step.choices = step.choices.map(([name, value]) => [move(name), value]).filter(([name]) => name);
    this.#now = this.#chosen();
  }
}

// The stretch that differs, in code points, as the service counts.
function editOf(before, after) {
  const old = [...before];
  const fresh = [...after];
  let start = 0;
  while (start < old.length && old[start] === fresh[start]) start += 1;
  let ends = 0;
  while (ends < Math.min(old.length, fresh.length) - start && old.at(-1 - ends) === fresh.at(-1 - ends)) ends += 1;
  return { start, end: old.length - ends, by: fresh.length - old.length };
}

function movedBy(edit, name) {
  const [, start, end, tag] = NAME.exec(name);
  if (Number(end) <= edit.start) return name;
  if (Number(start) < edit.end) return null;
  return `choice-${Number(start) + edit.by}-${Number(end) + edit.by}-${tag}`;
}
