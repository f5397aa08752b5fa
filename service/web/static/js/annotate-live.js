// Asks the service again whenever something changes, and puts in what is new of its answer. The page that the service
// renders is the only one: this fetches the same answer as the form would show.
import { Answer } from "./annotate-patch.js";

const TYPING = 250; // milliseconds of rest before the service is asked
const LONG = 150000; // characters from which on only a button asks: each answer takes a moment
const SLOW = 600; // milliseconds after which the page says that it is reading

export class Live {
  #form;
  #answer;
  #shown;
  #status = document.getElementById("status");
  #timer = 0;
  #under_way = null;
  onAnswer = () => {};

  constructor(form, answer) {
    this.#form = form;
    this.#answer = answer;
    this.#shown = new Answer(answer);
    form.addEventListener("input", (event) => this.#changed(event));
    answer.addEventListener("change", (event) => {
      if (event.target.name === "show") return; // the style sheet does it
      this.ask();
    });
    form.addEventListener("submit", (event) => this.#submitted(event));
  }

  // What the form says, for a view of it. `choices` stands for those that are ticked.
  fields(view, choices) {
    const data = new FormData(this.#form);
    data.delete("file");
    data.set("view", view);
    if (choices) {
      for (const name of [...data.keys()].filter((key) => key.startsWith("choice-"))) data.delete(name);
      for (const [name, value] of choices) data.append(name, value);
    }
    return data;
  }

  askLater() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.ask(), TYPING);
  }

  async ask(choices) {
    clearTimeout(this.#timer);
    this.#under_way?.abort();
    this.#under_way = null;
    if (!this.#form.elements.text.value.trim()) {
      this.#shown.clear();
      this.#say("");
      return;
    }
    if (!this.#form.elements.text.validity.valid) {
      this.#say(this.#form.elements.text.validationMessage); // it is too long
      return;
    }
    const asked = new AbortController();
    this.#under_way = asked;
    const slow = setTimeout(() => this.#say(this.#form.dataset.reading), SLOW);
    try {
      const response = await fetch(this.#form.action, { method: "POST", body: this.fields("part", choices), signal: asked.signal });
      const page = await response.text();
      if (asked !== this.#under_way) return;
      if (response.status < 500) this.#show(page);
      else this.#say(this.#form.dataset.failed);
    } catch (error) {
      if (asked === this.#under_way) this.#say(this.#form.dataset.failed);
      if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
    } finally {
      clearTimeout(slow);
    }
  }

  #changed(event) {
    const field = event.target;
    if (field.name === "file" || field.name === "show") return;
    if (field.name !== "text") this.ask();
    else if (field.value.length > LONG) clearTimeout(this.#timer);
    else if (/^(insertFromPaste|insertFromDrop)/.test(event.inputType ?? "") || !event.inputType) this.ask();
    else this.askLater();
  }

  #submitted(event) {
    const asksForMore = event.submitter?.name === "view" || event.submitter?.name === "decide";
    if (asksForMore || this.#form.elements.file.files.length) return;
    event.preventDefault();
    const at = document.activeElement;
    this.ask().then(() => {
      // Unless the reader has gone on meanwhile.
      if (document.activeElement === at) document.getElementById("result-heading")?.focus();
    });
  }

  #show(page) {
    const problems = this.#shown.show(page);
    this.#mark(problems);
    if (problems) {
      this.#status.replaceChildren(problems);
      return;
    }
    const number = this.#answer.querySelectorAll("#marked .mark").length;
    this.#say(this.#form.dataset.marked.replace("{number}", number));
    this.onAnswer();
  }

  // Ties each problem to its field, as the page does that the service renders.
  #mark(problems) {
    for (const field of this.#form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
    for (const error of this.#form.querySelectorAll(".error")) error.remove();
    for (const problem of problems?.children ?? []) {
      const field = this.#form.querySelector(`#${problem.dataset.field}`);
      field?.setAttribute("aria-invalid", "true");
      field?.setAttribute("aria-describedby", "status");
    }
  }

  #say(words) {
    if (this.#status.textContent !== words) this.#status.textContent = words;
  }
}
