// Ways for a text to come in: a paste with formatting, a file that is chosen or dropped, an address with #text=…
const MOST_IN_ADDRESS = 100000; // characters
const SOURCE = /<\/(p|div|h[1-6]|li|a|b|i|em|strong|table|blockquote|span|html)>/i;
const FORMATTED = /<(p|div|br|h[1-6]|li|a|b|i|em|strong|table|blockquote|span)\b/i;

export function watchInput(form, live, choices) {
  const text = form.elements.text;
  const limit = Number(form.dataset.limit);
  text.addEventListener("input", () => {
    // Counted exactly only where it matters; the service would say the same after the upload.
    const length = text.value.length > limit ? [...text.value].length : 0;
    const said = form.dataset.tooLong.replace("{length}", shown(length)).replace("{limit}", shown(limit));
    text.setCustomValidity(length > limit ? said : "");
  });
  watchPaste(form, choices);
  watchFile(form);
  const open = () => fromAddress(form, live);
  window.addEventListener("hashchange", open);
  open();
}

// Formatting comes beside the text in the clipboard; the source of HTML comes as the text itself.
function watchPaste(form, choices) {
  const offer = document.getElementById("offer-html");
  const text = form.elements.text;
  let html = null;
  text.addEventListener("paste", (event) => {
    const formatted = event.clipboardData?.getData("text/html") ?? "";
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    const source = form.elements.format.value !== "html" && SOURCE.test(plain);
    html = !source && FORMATTED.test(formatted) ? formatted : null;
    offer.hidden = !source && html === null;
    for (const said of offer.querySelectorAll("[data-when]")) said.hidden = (said.dataset.when === "source") !== source;
  });
  text.addEventListener("input", (event) => {
    if (event.inputType !== "insertFromPaste") offer.hidden = true;
  });
  offer.querySelector("button").addEventListener("click", () => {
    offer.hidden = true;
    choices.replaceText(html ?? text.value, "html");
    text.focus();
  });
}

function watchFile(form) {
  const field = form.elements.file;
  const send = () => {
    const [file] = field.files;
    const limit = Number(form.dataset.fileLimit);
    const tooLarge = file && file.size > limit;
    const said = form.dataset.fileTooLarge.replace("{size}", shown(file?.size ?? 0)).replace("{limit}", shown(limit));
    field.setCustomValidity(tooLarge ? said : "");
    if (tooLarge) field.reportValidity();
    else if (file) form.requestSubmit();
  };
  field.addEventListener("change", send);
  // Without this, a file that is let go beside the form would be opened in place of the page.
  for (const type of ["dragover", "drop"]) {
    window.addEventListener(type, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      form.classList.toggle("dropping", type === "dragover");
      if (type === "drop" && event.dataTransfer.files.length) {
        field.files = event.dataTransfer.files;
        send();
      }
    });
  }
  window.addEventListener("dragleave", () => form.classList.remove("dropping"));
}

// What stands after # is not sent to any server, so it may be longer than what stands after ?
function fromAddress(form, live) {
  const fields = new URLSearchParams(location.hash.slice(1));
  const text = fields.get("text");
  if (!text || text.length > MOST_IN_ADDRESS) return;
  form.elements.text.value = text;
  for (const name of ["lang", "as_of", "style"]) if (fields.has(name)) form.elements[name].value = fields.get(name);
  if (fields.get("format") === "html") form.elements.format.value = "html";
  history.replaceState(null, "", location.pathname + location.search);
  live.ask();
}

function shown(number) {
  return number.toLocaleString(document.documentElement.lang);
}
