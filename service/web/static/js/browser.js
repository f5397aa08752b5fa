// The list of concepts answers while its reader types; without this file the button does the same.
// Each pause in typing asks for the list at its own address; a stale answer is dropped, the address bar keeps up.
"use strict";

const form = document.querySelector("form.search");
const field = document.getElementById("q");
const PAUSE = 150; // milliseconds
let waiting = null;
let asked = null;

function address() {
  const state = new URLSearchParams(new FormData(form));
  if (!field.value.trim()) state.delete("q");
  const query = state.toString();
  return query ? `${form.action}?${query}` : form.action;
}

async function show() {
  const target = address();
  if (target === location.href) return;
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(target, { signal: asked.signal, headers: { Accept: "text/html" } });
    if (!answer.ok) return; // the button shows what is the matter
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.getElementById("found").replaceWith(page.getElementById("found"));
    document.getElementById("count").textContent = page.getElementById("count").textContent;
    document.title = page.title;
    history.replaceState(null, "", target);
  } catch (error) {
    if (error.name !== "AbortError") form.submit();
  }
}

field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, PAUSE);
});
