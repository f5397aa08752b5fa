// A button beside each field that is there to be copied (`data-copy` has the button's words). Fetches nothing.
"use strict";

for (const field of document.querySelectorAll("textarea[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "second";
  button.textContent = field.dataset.copy;
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  told.className = "told";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value);
    told.textContent = field.dataset.copied;
  });
  // Other addresses than this machine's own have a clipboard only where the connection is encrypted.
  if (navigator.clipboard) field.after(button, " ", told);
}
