// Makes the marked text easier to walk through; everything also works without this file. Fetches nothing.
//   Enter or click on a mark: its entry, beside the text or over the lower part of a small screen.
//   Arrow keys: the next or previous mark. Escape: back to the text.
"use strict";

const marks = [...document.querySelectorAll(".text .mark")];
let openMark = null;

function entryOf(mark) {
  return document.getElementById(mark.hash.slice(1));
}

function close() {
  if (!openMark) return;
  openMark.classList.remove("open");
  entryOf(openMark).classList.remove("open");
  openMark = null;
}

function open(mark) {
  close();
  openMark = mark;
  const entry = entryOf(mark);
  mark.classList.add("open");
  entry.classList.add("open");
  entry.prepend(closeButton);
  const column = entry.closest(".entries");
  if (column.scrollHeight > column.clientHeight) {
    column.scrollTop += entry.getBoundingClientRect().top - column.getBoundingClientRect().top - 8;
  }
  const covered = mark.getBoundingClientRect().bottom - entry.getBoundingClientRect().top + 24;
  if (getComputedStyle(entry).position === "fixed" && covered > 0) window.scrollBy(0, covered);
}

function back() {
  const mark = openMark;
  close();
  if (mark) mark.focus();
}

const closeButton = document.createElement("button");
closeButton.type = "button";
closeButton.className = "close second";
closeButton.textContent = "Close";
closeButton.addEventListener("click", back);

const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

marks.forEach((mark, index) => {
  mark.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(mark);
    entryOf(mark).focus({ preventScroll: true });
  });
  mark.addEventListener("keydown", (event) => {
    const next = marks[index + steps[event.key]];
    if (!next || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    next.focus();
    if (openMark) open(next);
  });
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") back();
});

document.documentElement.classList.add("scripted");

// Say at once that a text is too long; the service would say the same after the upload.
const text = document.getElementById("text");
const limit = Number(text.dataset.limit);
text.addEventListener("input", () => {
  const length = text.value.length > limit ? [...text.value].length : 0;
  const tooLong = `This text has ${length.toLocaleString("en")} characters; the limit is ${limit.toLocaleString("en")}.`;
  text.setCustomValidity(length > limit ? tooLong : "");
});

// After an answer: start at the result, or at the field that needs attention.
const start = document.querySelector("[aria-invalid]") || document.getElementById("result-heading");
if (start) start.focus();
