// Copying the text with the accepted changes, as text or as HTML.

export function watchTaking(form, answer, live) {
  const status = document.getElementById("status");
  answer.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    try {
      await copy(form, live, button.dataset.copy);
      status.textContent = form.dataset.copied;
    } catch {
      status.textContent = form.dataset.notCopied;
    }
    button.focus();
  });
}

async function copy(form, live, kind) {
  const text = fetched(form, live, "txt");
  if (kind === "txt") {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
    return;
  }
  // As HTML: programs that take formatting get it formatted, others get its source.
  const html = fetched(form, live, "html");
  const source = html.then(async (blob) => new Blob([await blob.text()], { type: "text/plain" }));
  await navigator.clipboard.write([new ClipboardItem({ "text/html": html, "text/plain": source })]);
}

async function fetched(form, live, kind) {
  const response = await fetch(form.action, { method: "POST", body: live.fields(kind) });
  if (!response.headers.has("Content-Disposition")) throw new Error("not the file that was asked for");
  return new Blob([await response.text()], { type: kind === "txt" ? "text/plain" : "text/html" });
}
