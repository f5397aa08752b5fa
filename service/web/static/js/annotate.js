// Makes the page answer while one types. Everything also works without these files: the form is sent, a page comes back.
import { About } from "./annotate-about.js";
import { Choices } from "./annotate-choices.js";
import { watchInput } from "./annotate-input.js";
import { Live } from "./annotate-live.js";
import { Steps } from "./annotate-steps.js";
import { watchTaking } from "./annotate-taking.js";

const form = document.getElementById("form");
const answer = document.getElementById("answer");

document.documentElement.classList.add("scripted");
const live = new Live(form, answer);
const choices = new Choices(form, answer, live);
const steps = new Steps(answer);
const about = new About(form, answer, steps);
watchInput(form, live, choices);
watchTaking(form, answer, live);
live.onAnswer = () => {
  choices.refresh();
  about.refresh();
};

// After an answer that came as a page: start at the result, or at the field that needs attention.
const start = document.querySelector("[aria-invalid]") || document.getElementById("result-heading");
if (start) start.focus();
else if (form.elements.text.value.trim()) live.ask(); // the browser has kept the text of an earlier visit
